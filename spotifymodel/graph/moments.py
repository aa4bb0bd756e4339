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

__all__ = ["Reach", "intervals", "moments"]

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


def _squad(index: Index, squad: str, found: set[dt.date]) -> None:
    for relation in (index.members, index.owners, index.coaches, index.steerers, index.advisers):
        found.update(relation.moments(squad))
    found.update(index.life.get(squad, ()))


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
    record = index.people.get(person)
    if record is not None:
        for value, plain in ((record.unit, "unit"), (record.reports_to, "person")):
            if value is not None and not isinstance(value, str):
                for post in each_post(value, plain):
                    found.update(d for d in (post.start, post.until) if d is not None)


def _chapter(index: Index, chapter: str, found: set[dt.date]) -> None:
    for relation in (index.chapter_people, index.chapter_leads):
        found.update(relation.moments(chapter))
    found.update(index.chapter_life.get(chapter, ()))


def _tribe(index: Index, tribe: str, found: set[dt.date]) -> None:
    for relation in (index.tribe_leads, index.tribe_coaches, index.support):
        found.update(relation.moments(tribe))
    for squad in index.squads_in.get(tribe, ()):
        _squad(index, squad, found)
    for chapter in index.chapters_in.get(tribe, ()):
        _chapter(index, chapter, found)


def _product(index: Index, product: str, found: set[dt.date]) -> None:
    for squad in index.owning_squads.get(product, ()):
        found.update(index.life.get(squad, ()))
    for project in index.chart.projects:
        if project.product is not None and index.names["product"].resolve(project.product) == product:
            found.update(d for d in (project.start, project.until) if d is not None)


def _unit(index: Index, unit: str, found: set[dt.date]) -> None:
    found.update(index.unit_managers.moments(unit))


def _organisation(index: Index, _subject: str, found: set[dt.date]) -> None:
    for relation in vars(index).values():
        if isinstance(relation, Relation):
            for holder in relation.spans:
                found.update(relation.moments(holder))
    found.update(d for life in (*index.life.values(), *index.chapter_life.values()) for d in life)


def _squad_around(index: Index, squad: str, found: set[dt.date]) -> None:
    for person in index.squad_people.get(squad, ()):
        _person(index, person, found)
        for chapter in index.chapters_of.get(person, ()):
            found.update(index.chapter_leads.moments(chapter))
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
    record = index.people.get(person)
    if record is not None:
        for post in each_post(record.unit, "unit"):
            unit = index.names["unit"].resolve(post.unit) if post.unit is not None else None
            while unit is not None:
                found.update(index.unit_managers.moments(unit))
                parent = index.units[unit].parent
                unit = index.names["unit"].resolve(parent) if parent is not None else None


def _chapter_around(index: Index, chapter: str, found: set[dt.date]) -> None:
    for person in index.chapter_people.people.get(chapter, ()):
        _person(index, person, found)
    for lead in index.chapter_leads.people.get(chapter, ()):
        for person in index.below.get(lead, ()):
            _person(index, person, found)
            for other in index.chapters_of.get(person, ()):
                found.update(index.chapter_leads.moments(other))


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
