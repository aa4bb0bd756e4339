"""Who sits where in the chart to be, and with which squads everybody leaves the line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ...graph.index import index_of
from ...graph.view import View
from ...model.org import Org
from ...model.seats import holder_id
from .course import Party

__all__ = ["Seats", "parties_of", "seats_of"]


@dataclass(frozen=True)
class Seats:
    """The chart to be, read once.

    Attributes
    ----------
    squads : mapping of str to tuple of str
        Squad → its people, owner among them; vacancies too.
    owners, leads, heads, coaches : mapping of str to tuple of str
        Squad → owners; chapter → leads; tribe → leads; tribe → coaches.
    tribe : mapping of str to str
        Squad → tribe.
    chapters : mapping of str to tuple of str
        Chapter → members and leads.
    with_tribe : mapping of str to tuple of str
        Tribe → who moves with the first of its squads: leads, coaches, support.
    vacancies : frozenset of str
    home : mapping of str to tuple of str
        Person → chapters.
    """

    squads: Mapping[str, tuple[str, ...]]
    owners: Mapping[str, tuple[str, ...]]
    tribe: Mapping[str, str]
    chapters: Mapping[str, tuple[str, ...]]
    leads: Mapping[str, tuple[str, ...]]
    heads: Mapping[str, tuple[str, ...]]
    coaches: Mapping[str, tuple[str, ...]]
    with_tribe: Mapping[str, tuple[str, ...]]
    vacancies: frozenset[str]
    home: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def seats_of(target: Org) -> Seats:
    """Read who sits where in a chart; O(people + edges)."""
    index = index_of(target)
    view = View(index)
    tribes = {t.id: view.squads_in(t.id) for t in target.tribes}
    chapters = {c: view.chapter_people(c) for c in index.chapters}
    home: dict[str, list[str]] = {}
    for chapter, inside in chapters.items():
        for person in inside:
            home.setdefault(person, []).append(chapter)
    own = {
        t.id: tuple(dict.fromkeys((*view.tribe_coaches(t.id), *(c for s in tribes[t.id] for c in view.coaches(s))))) for t in target.tribes
    }
    support = {t.id: tuple(holder_id(h) for h in t.support) for t in target.tribes}
    return Seats(
        squads={s: view.squad_people(s) for s in index.squads},
        owners={s: view.owners(s) for s in index.squads},
        tribe={s: t for t, squads in tribes.items() for s in squads},
        chapters=chapters,
        leads={c: view.chapter_leads(c) for c in index.chapters},
        heads={t.id: view.tribe_leads(t.id) for t in target.tribes},
        coaches=own,
        with_tribe={t.id: (*view.tribe_leads(t.id), *own[t.id], *support[t.id]) for t in target.tribes},
        vacancies=frozenset(p.id for p in target.people if p.vacancy),
        home={p: tuple(c) for p, c in home.items()},
    )


def parties_of(seats: Seats, moving: Iterable[str], not_before: Mapping[str, int]) -> tuple[Party, ...]:
    """Return the people who leave the line together, parties in the order of their first person.

    Parameters
    ----------
    moving : iterable of str
        Everybody who leaves the line; who has no seat with any squad is in no party and moves last.
    not_before : mapping of str to int
        Person → week before which they do not move though their squads may.

    Notes
    -----
    The members and owner of a squad move with the first of their squads, the lead, coaches and support of a tribe with its first,
    the lead of a chapter with the first of its people.
    """
    order = {squad: k for k, squad in enumerate(seats.squads)}
    with_: dict[str, set[str]] = {}
    for squad, inside in seats.squads.items():
        for person in inside:
            with_.setdefault(person, set()).add(squad)
    for squad, tribe in seats.tribe.items():
        for person in seats.with_tribe[tribe]:
            with_.setdefault(person, set()).add(squad)
    _follow(seats, with_)
    found: dict[tuple[tuple[str, ...], int], list[str]] = {}
    for person in moving:
        if person in with_:
            squads = tuple(sorted(with_[person], key=order.__getitem__))
            found.setdefault((squads, not_before.get(person, 0)), []).append(person)
    return tuple(Party(squads, tuple(people), week) for (squads, week), people in found.items())


def _follow(seats: Seats, with_: dict[str, set[str]]) -> None:
    """Let the leads of chapters move with the first of their people; a lead may be one of another lead's."""
    changed = True
    while changed:
        changed = False
        for chapter, inside in seats.chapters.items():
            squads = {s for p in inside for s in with_.get(p, ())}
            for lead in seats.leads[chapter]:
                mine = with_.setdefault(lead, set())
                if not squads <= mine:
                    mine |= squads
                    changed = True
    for person in [p for p, squads in with_.items() if not squads]:
        del with_[person]
