"""The dates at which something changes around a subject."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from .relation import BEGIN, END, Relation
from .view import each_post

if TYPE_CHECKING:
    from .index import Index

__all__ = ["Reach", "chapter_moments", "intervals", "moments", "sharing_moments"]

#: How far a rule looks from its subject: its own edges, or also the other edges of the people on them.
Reach = Literal["own", "people"]


def moments(index: Index, kind: str, subject: str, reach: Reach) -> set[dt.date]:
    """Return the dates that matter for a subject; too many cost time, too few would cost truth.

    Empty where nothing around the subject carries dates: then one look is enough.
    """
    found: set[dt.date] = set()
    _OWN[kind](index, subject, found)
    if reach == "people":
        _AROUND[kind](index, subject, found)
    return found


def intervals(found: Iterable[dt.date], life: tuple[dt.date, dt.date] | None) -> Iterator[tuple[dt.date, dt.date]]:
    """Yield the maximal intervals between changes, within the life of the subject.

    Examples
    --------
    >>> [(a.isoformat(), b.isoformat()) for a, b in intervals([dt.date(2027, 1, 1)], None)]
    [('0001-01-01', '2027-01-01'), ('2027-01-01', '9999-12-31')]
    """
    begin, end = life or (BEGIN, END)
    edges = sorted({begin, end, *(d for d in found if begin < d < end)})
    yield from pairwise(edges)


def chapter_moments(index: Index, squad: str) -> Iterator[dt.date]:
    """Yield when somebody of a squad comes or goes, in the squad or in a chapter, and when the squad begins and ends."""
    yield from index.members.moments(squad)
    yield from index.owners.moments(squad)
    yield from index.life.get(squad, ())
    dated = index.chapter_people.spans
    for person in index.squad_people.get(squad, ()) if dated else ():
        for chapter in index.chapters_of.get(person, ()):
            for start, until, _ in dated.get(chapter, {}).get(person, ()):
                yield start
                yield until


def sharing_moments(index: Index, squad: str) -> Iterator[dt.date]:
    """Yield when somebody of a squad comes or goes, in it or in another squad, and when the squad begins and ends."""
    yield from index.members.moments(squad)
    yield from index.owners.moments(squad)
    yield from index.life.get(squad, ())
    for person in index.squad_people.get(squad, ()):
        for other in index.squads_of[person]:
            for relation in (index.members, index.owners) if other != squad else ():
                for start, until, _ in relation.spans.get(other, {}).get(person, ()):
                    yield start
                    yield until


def _squad(index: Index, squad: str, found: set[dt.date]) -> None:
    for relation in (index.members, index.owners, index.coaches, index.steerers, index.advisers):
        found.update(relation.moments(squad))
    found.update(index.life.get(squad, ()))
    if index.chart.dependencies:
        for other, _ in index.work.waits_for.get(squad, ()):
            found.update(index.life.get(other, ()))
    record = index.squads.get(squad)
    if record is not None and index.chapter_life:
        for reference in record.needs:
            found.update(index.chapter_life.get(index.names["chapter"].resolve(reference) or "", ()))
    if record is not None and record.decision_rights is not None:
        for kind, one in index.work.deciders[squad].values():
            found.update((index.chapter_life if kind == "chapter" else index.life if kind == "squad" else {}).get(one, ()))


def _person(index: Index, person: str, found: set[dt.date]) -> None:
    for table, relation in (
        (index.squads_of, index.members),
        (index.squads_of, index.owners),
        (index.chapters_of, index.chapter_people),
        (index.chapters_led, index.chapter_leads),
        (index.tribes_led, index.tribe_leads),
        (index.squads_coached, index.coaches),
        (index.tribes_coached, index.tribe_coaches),
    ):
        for holder in table.get(person, ()):
            spans = relation.spans.get(holder)
            for start, until, _ in spans.get(person, ()) if spans else ():
                found.add(start)
                found.add(until)
    _record(index, person, found)


def _record(index: Index, person: str, found: set[dt.date]) -> None:
    """Add the dates that somebody's own record carries: posts in the line, absences."""
    record = index.people.get(person)
    if record is None:
        return
    for value, plain in ((record.unit, "unit"), (record.reports_to, "person")):
        if value is not None and not isinstance(value, str):
            for post in each_post(value, plain):
                found.update(d for d in (post.start, post.until) if d is not None)
    for leave in record.leave:
        found.update(d for d in (leave.start, leave.until) if d is not None)


def _line(index: Index, person: str, found: set[dt.date]) -> None:
    """Add when the line above somebody changes: their own posts, the managers of their units, the leads of their chapters."""
    _person(index, person, found)
    for chapter in index.chapters_of.get(person, ()):
        found.update(index.chapter_leads.moments(chapter))
    record = index.people.get(person)
    for post in each_post(record.unit, "unit") if record is not None else ():
        unit = index.names["unit"].resolve(post.unit) if post.unit is not None else None
        while unit is not None:  # circles are refused when the index is built
            found.update(index.unit_managers.moments(unit))
            parent = index.units[unit].parent
            unit = index.names["unit"].resolve(parent) if parent is not None else None


def _chapter(index: Index, chapter: str, found: set[dt.date]) -> None:
    for relation in (index.chapter_people, index.chapter_leads):
        found.update(relation.moments(chapter))
    found.update(index.chapter_life.get(chapter, ()))
    if index.life:
        for squad, _ in index.work.demand.get(chapter, ()):
            found.update(index.life.get(squad, ()))


def _tribe(index: Index, tribe: str, found: set[dt.date]) -> None:
    for relation in (index.tribe_leads, index.tribe_coaches, index.support, index.management_teams):
        found.update(relation.moments(tribe))
    for squad in index.squads_in.get(tribe, ()):
        _squad(index, squad, found)
    for chapter in index.chapters_in.get(tribe, ()):
        _chapter(index, chapter, found)


def _product(index: Index, product: str, found: set[dt.date]) -> None:
    for squad in index.owning_squads.get(product, ()):
        found.update(index.life.get(squad, ()))
    for tribe in index.work.scoping_tribes.get(product, ()):
        for squad in index.squads_in[tribe]:
            found.update(index.life.get(squad, ()))
    for project in index.work.projects_on.get(product, ()):
        found.update(index.work.project_life.get(project, ()))
        found.update(index.work.project_managers.moments(project))
    found.update(index.work.review_owners.moments(product))


def _unit(index: Index, unit: str, found: set[dt.date]) -> None:
    found.update(index.unit_managers.moments(unit))


def _organisation(index: Index, _subject: str, found: set[dt.date]) -> None:
    tables = [r for r in list(vars(index).values()) if isinstance(r, Relation)]
    beside = (index.unit_managers, index.management_teams, index.work.review_owners, index.work.project_managers)
    for relation in {id(r): r for r in (*tables, *beside)}.values():
        for holder in relation.spans:
            found.update(relation.moments(holder))
    found.update(d for life in (*index.life.values(), *index.chapter_life.values()) for d in life)
    for person in index.people:
        _record(index, person, found)
    found.update(d for life in index.work.project_life.values() for d in life)


def _squad_around(index: Index, squad: str, found: set[dt.date]) -> None:
    for person in index.squad_people.get(squad, ()):
        _line(index, person, found)
    tribe = index.tribe_of.get(squad)
    if tribe is not None:
        found.update(index.tribe_coaches.moments(tribe))


def _person_around(index: Index, person: str, found: set[dt.date]) -> None:
    for squad in index.squads_of.get(person, ()):
        _squad(index, squad, found)
    for chapter in index.chapters_of.get(person, ()):
        _chapter(index, chapter, found)
    for tribe in index.tribes_coached.get(person, ()):
        found.update(index.tribe_coaches.moments(tribe))
        for squad in index.squads_in.get(tribe, ()):
            found.update(index.coaches.moments(squad))
            found.update(index.life.get(squad, ()))
    _line(index, person, found)


def _chapter_around(index: Index, chapter: str, found: set[dt.date]) -> None:
    for person in index.chapter_people.people.get(chapter, ()):
        _person(index, person, found)
    for lead in index.chapter_leads.people.get(chapter, ()):
        for person in index.below.get(lead, ()):
            _line(index, person, found)


def _tribe_around(index: Index, tribe: str, found: set[dt.date]) -> None:
    for squad in index.squads_in.get(tribe, ()):
        for person in index.squad_people.get(squad, ()):
            _person(index, person, found)


def _nothing(_index: Index, _subject: str, _found: set[dt.date]) -> None:
    return


_OWN = {
    "squad": _squad,
    "person": _person,
    "chapter": _chapter,
    "tribe": _tribe,
    "product": _product,
    "unit": _unit,
    "organisation": _organisation,
}
_AROUND = {
    "squad": _squad_around,
    "person": _person_around,
    "chapter": _chapter_around,
    "tribe": _tribe_around,
    "product": _nothing,
    "unit": _nothing,
    "organisation": _nothing,
}
