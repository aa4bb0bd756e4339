"""Whether somebody has a place: a seat, a chapter, a role, a post in the line, or an absence that the chart tells."""

from __future__ import annotations

from ..graph.view import View

__all__ = ["has_place"]


def has_place(view: View, person: str) -> bool:
    """Tell whether the organisation has a place for somebody at an instant.

    A squad, a chapter (the pool from which squads are staffed), a tribe as its lead, coach or support, a unit or manager of the
    line, a unit or project to manage, the second line, or leave: whoever leaves by choice is on leave without an end.
    """
    index = view.index
    record = index.people.get(person)
    if record is None:
        return False
    if record.second_line or view.on_leave(person):
        return True
    if view.squads_of(person) or view.chapters_of(person) or view.tribes_led(person):
        return True
    if view.squads_coached(person) or view.tribes_coached(person) or view.in_line(person):
        return True
    return any(
        person in relation.at(holder, view.day)
        for relation in (index.support, index.advisers, index.unit_managers, index.work.project_managers)
        for holder, people in relation.people.items()
        if person in people
    )
