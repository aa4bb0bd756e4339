"""When owners, leads and coaches are ready for their roles, and so when their squads can go live."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ...model.people import Person
from ...rules.role_names import ready_on
from ..blueprint.records import Waves
from .calendar import week_of, weeks_of
from .facts import Ready
from .seating import Seats

__all__ = ["Preparation", "Role", "earliest_of", "preparation_of"]


@dataclass(frozen=True, slots=True)
class Role:
    """A role that somebody begins in the chart to be, and when they are ready for it."""

    person: str
    role: str
    of: str
    state: Ready
    ready: int | None

    @property
    def week(self) -> int:
        """Week before which the role does not begin; 0 where nothing is known that would hold it up."""
        return self.ready or 0


@dataclass(frozen=True)
class Preparation:
    """The roles of the chart to be, by what they are of: a squad, a chapter, a tribe's lead, a tribe's coaches."""

    owners: Mapping[str, tuple[Role, ...]]
    leads: Mapping[str, tuple[Role, ...]]
    heads: Mapping[str, tuple[Role, ...]]
    coaches: Mapping[str, tuple[Role, ...]]

    def everyone(self) -> Iterator[Role]:
        """Yield every role once."""
        for roles in (self.heads, self.coaches, self.leads, self.owners):
            for found in roles.values():
                yield from found

    def late_coaches(self) -> dict[str, int]:
        """Return the coaches who learn longer than others of their tribe: they come when they are ready, the squads do not wait."""
        return {role.person: role.week for roles in self.coaches.values() for role in roles if role.week}


def preparation_of(
    seats: Seats, people: Mapping[str, Person], trainings: Sequence[Mapping[str, Any]], unsure: Mapping[str, str], waves: Waves
) -> Preparation:
    """Return when everybody who gets a role is ready for it.

    Parameters
    ----------
    people : mapping of str to Person
        Everybody of today.
    trainings : sequence of mapping
        What people have to learn for a role, with ``person``, ``of`` (what the role is of) and ``months``, which may be unknown.
    unsure : mapping of str to str
        Person → ``yes``, ``no`` or ``unknown``: whether they fit the profile of an owner.
    waves : Waves
        Weeks that somebody said of people, and weeks that a hire takes.
    """
    months = {(t["person"], t["of"]): t["months"] for t in trainings}

    def role(person: str, name: str, of: str) -> Role:
        if person in waves.ready:
            week = waves.ready[person]
            return Role(person, name, of, "learning" if week else "ready", week)
        if person in seats.vacancies:
            return Role(person, name, of, "open", waves.hire_weeks)
        told = _told(people.get(person), name, waves.start)
        if told is not None:
            return Role(person, name, of, "learning" if told else "ready", told)
        if (person, of) in months:
            needed = months[person, of]
            return Role(person, name, of, "learning" if needed else "unknown", weeks_of(needed) if needed else None)
        if name == "product_owner" and unsure.get(person, "unknown") != "yes":
            return Role(person, name, of, "unknown", None)
        return Role(person, name, of, "ready", 0)

    return Preparation(
        owners={s: tuple(role(p, "product_owner", s) for p in found) for s, found in seats.owners.items()},
        leads={c: tuple(role(p, "chapter_lead", c) for p in found) for c, found in seats.leads.items()},
        heads={t: tuple(role(p, "tribe_lead", t) for p in found) for t, found in seats.heads.items()},
        coaches={t: tuple(role(p, "agile_coach", t) for p in found) for t, found in seats.coaches.items()},
    )


def _told(person: Person | None, role: str, start: dt.date | None) -> int | None:
    """Return the week in which the training of a role that a chart dates is ready; ``None`` where none is dated, or nothing starts."""
    if person is None or start is None:
        return None
    day = ready_on(person.training, role)
    return None if day is None else week_of(day, start)


def earliest_of(seats: Seats, preparation: Preparation, starts: Mapping[str, int]) -> dict[str, tuple[int, Role | None]]:
    """Return for every squad the week from which it can go live, and the role that it waits for longest.

    Parameters
    ----------
    starts : mapping of str to int
        Squad → week before which somebody wants it not to be.

    Notes
    -----
    A squad waits for its owner, the leads of the chapters of its members, the lead of its tribe, and the first coach of its tribe.
    """
    found: dict[str, tuple[int, Role | None]] = {}
    for squad, inside in seats.squads.items():
        tribe = seats.tribe.get(squad)
        chapters = dict.fromkeys(c for p in inside for c in seats.home.get(p, ()))
        waits = [*preparation.owners.get(squad, ()), *(r for c in chapters for r in preparation.leads[c])]
        if tribe is not None:
            waits += preparation.heads[tribe]
            waits += [min(preparation.coaches[tribe], key=lambda r: r.week)] if preparation.coaches[tribe] else []
        longest = max(waits, key=lambda r: r.week, default=None)
        week = 0 if longest is None else longest.week
        wanted = starts.get(squad, 0)
        found[squad] = (wanted, None) if wanted > week else (week, longest if week else None)
    return found
