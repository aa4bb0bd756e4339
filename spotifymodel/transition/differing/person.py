"""What a difference means for one person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from ...graph.index import Index, index_of
from ...graph.view import View, each_post
from ...model.ids import id_key
from ...model.org import Org
from ...model.seats import Post, each_seat

__all__ = ["PersonChange", "Place", "people_changed"]

Status = Literal["new", "gone", "changed"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody stands in a chart: everything by id.

    Attributes
    ----------
    unit : tuple of str
        Units of the line.
    tribes : tuple of str
        Tribes of the squads and chapters, and those in which the person holds a role.
    squads : tuple of str
        In which they are member or owner, dates behind the id where there are any: ``app [2027-01-01, 2027-07-01)``.
    roles : tuple of str
        Everything but plain membership: ``product_owner app``, ``chapter_lead data``, ``tribe_lead hypotheek``.
    chapters, line_managers : tuple of str
    allocation : tuple of (str, float)
        Squad and declared share of the contract.
    """

    unit: tuple[str, ...] = ()
    tribes: tuple[str, ...] = ()
    squads: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    chapters: tuple[str, ...] = ()
    line_managers: tuple[str, ...] = ()
    allocation: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class PersonChange:
    """What changed for one person.

    Attributes
    ----------
    person : str
        Id; of somebody whose id is spelled otherwise, the later one.
    status : {"new", "gone", "changed"}
    before, after : Place
        Empty for who was not there.
    """

    person: str
    status: Status
    before: Place
    after: Place

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields of :class:`Place` in which the two differ, in their order."""
        names = type(self.before).__dataclass_fields__
        return tuple(name for name in names if getattr(self.before, name) != getattr(self.after, name))


def people_changed(before: Org, after: Org) -> tuple[PersonChange, ...]:
    """Return what changed for whom, in the order of the later chart; who is gone comes last. O(people + seats)."""
    old, new = places_of(before), places_of(after)
    rows: list[PersonChange] = []
    for key, (person, place) in new.items():
        if key not in old:
            rows.append(PersonChange(person, "new", Place(), place))
        elif old[key][1] != place:
            rows.append(PersonChange(person, "changed", old[key][1], place))
    rows += [PersonChange(person, "gone", place, Place()) for key, (person, place) in old.items() if key not in new]
    return tuple(rows)


def places_of(org: Org) -> dict[str, tuple[str, Place]]:
    """Return key -> (id, place) of everybody. Vacancies count: they stand where they stand, whatever the mode."""
    index = index_of(org, "design")
    view, roles = View(index), _roles(org, index)
    return {id_key(person): (person, _place(index, view, person, roles.get(person, []))) for person in index.people}


def _place(index: Index, view: View, person: str, roles: list[tuple[str, str, str]]) -> Place:
    squads = tuple(_dated(index, squad, person) for squad in sorted(view.squads_of(person)))
    shares = [(squad, share) for squad in sorted(view.squads_of(person)) if (share := view.declared(person, squad)) is not None]
    tribes = {t for s in view.squads_of(person) if (t := index.tribe_of.get(s)) is not None}
    tribes |= {t for c in view.chapters_of(person) if (t := index.chapter_tribe.get(c)) is not None}
    tribes |= {where for _, kind, where in roles if kind == "tribe"}
    units = sorted({u for post in each_post(index.people[person].unit, "unit") if (u := _unit(post)) is not None})
    return Place(
        unit=tuple(units),
        tribes=tuple(sorted(tribes)),
        squads=squads,
        roles=tuple(f"{role} {where}" for role, _, where in sorted(roles)),
        chapters=tuple(sorted(view.chapters_of(person))),
        line_managers=tuple(sorted(view.line_managers(person))),
        allocation=tuple(shares),
    )


def _unit(post: Post) -> str | None:
    return post.unit


def _dated(index: Index, squad: str, person: str) -> str:
    """Return the squad, with the days between which somebody sits in it where there are any."""
    days = [
        f"[{start or '…'}, {until or '…'})"
        for relation in (index.members, index.owners)
        if squad in relation.spans
        for start, until in _ends(index, squad, person)
    ]
    return " ".join([squad, *dict.fromkeys(days)])


def _ends(index: Index, squad: str, person: str) -> list[tuple[Any, Any]]:
    """Return the dates of somebody's seats in a squad, as the chart says them."""
    record, resolve = index.squads[squad], index.names["person"].resolve
    seats = each_seat((*record.members, *record.product_owner))
    return [(s.start, s.until) for s in seats if resolve(s.person) == person and (s.start or s.until)]


#: Role, kind of what it is held in, field of the record.
ROLES = (
    ("product_owner", "squad", "product_owner"),
    ("agile_coach", "squad", "agile_coaches"),
    ("chapter_lead", "chapter", "lead"),
    ("tribe_lead", "tribe", "lead"),
    ("agile_coach", "tribe", "agile_coaches"),
    ("support", "tribe", "support"),
    ("manager", "unit", "manager"),
)


def _roles(org: Org, index: Index) -> dict[str, list[tuple[str, str, str]]]:
    resolve = index.names["person"].resolve
    found: dict[str, dict[tuple[str, str, str], None]] = {}
    for role, kind, field in ROLES:
        for record in org.records(kind):
            for seat in each_seat(getattr(record, field)):
                found.setdefault(str(resolve(seat.person)), {})[role, kind, record.id] = None
    return {person: list(roles) for person, roles in found.items()}
