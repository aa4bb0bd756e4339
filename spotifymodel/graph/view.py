"""What is true at one instant: the questions that rules ask."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator
from fractions import Fraction
from functools import lru_cache
from itertools import chain
from math import ceil
from typing import Final

from ..model.people import Person
from ..model.seats import Post
from .index import ORGANISATION, Index
from .relation import BEGIN, END, People
from .tribe_heads import COUNTED, SHARED_COACH, tribe_heads
from .work_view import WorkView

__all__ = ["WHOLE", "View", "each_place", "each_post", "exact"]

#: Everything that somebody has to give.
WHOLE: Final = Fraction(1)


class View(WorkView):
    """An index seen at one instant.

    Parameters
    ----------
    index : Index
        What is known of all times.
    day : datetime.date, optional
        The instant. ``None`` means a subject whose surroundings carry no dates: then nothing is filtered and every
        question costs one or two look-ups.

    Notes
    -----
    Answers are tuples in the order of the chart, without duplicates. Questions about ids that do not exist answer with
    nothing.
    """

    __slots__ = ("day", "index")

    def __init__(self, index: Index, day: dt.date | None = None) -> None:
        self.index = index
        self.day = day

    # -- squads -----------------------------------------------------------------------------------------------------

    def members(self, squad: str) -> People:
        """Return the members of a squad; the owner only where listed as a member too."""
        return self.index.members.at(squad, self.day)

    def owners(self, squad: str) -> People:
        """Return the product owners of a squad."""
        return self.index.owners.at(squad, self.day)

    def squad_people(self, squad: str) -> People:
        """Return the distinct people who are members or owners of a squad; members first."""
        index = self.index
        if self.day is None or (squad not in index.members.spans and squad not in index.owners.spans):
            return index.squad_people.get(squad, ())
        members = index.members.at(squad, self.day)
        return members + tuple(p for p in index.owners.at(squad, self.day) if p not in members)

    def coaches(self, squad: str) -> People:
        """Return the agile coaches that the squad itself names."""
        return self.index.coaches.at(squad, self.day)

    def steerers(self, squad: str) -> People:
        """Return who steers the squad besides its owner."""
        return self.index.steerers.at(squad, self.day)

    def advisers(self, squad: str) -> People:
        """Return the compliance partners linked to the squad."""
        return self.index.advisers.at(squad, self.day)

    def alive(self, squad: str) -> bool:
        """Tell whether a squad exists at this instant."""
        life = self.index.life.get(squad)
        return life is None or self.day is None or life[0] <= self.day < life[1]

    def chapter_alive(self, chapter: str) -> bool:
        """Tell whether a chapter exists at this instant."""
        life = self.index.chapter_life.get(chapter)
        return life is None or self.day is None or life[0] <= self.day < life[1]

    # -- people -----------------------------------------------------------------------------------------------------

    def squads_of(self, person: str) -> tuple[str, ...]:
        """Return the squads in which somebody is member or owner."""
        index = self.index
        ever = index.squads_of.get(person, ())
        day = self.day
        if day is None or not ever:
            return ever
        members, owners = index.members, index.owners
        return tuple([s for s in ever if members.holds(s, person, day) or owners.holds(s, person, day)])

    def owned_by(self, person: str) -> tuple[str, ...]:
        """Return the squads that somebody owns."""
        return self._holding(self.index.owned_by.get(person, ()), "owners", person)

    def work_tribes(self, person: str) -> tuple[str, ...]:
        """Return the tribes in whose squads somebody is member or owner."""
        tribe_of = self.index.tribe_of
        return tuple(dict.fromkeys(t for s in self.squads_of(person) if (t := tribe_of.get(s)) is not None))

    def chapters_of(self, person: str) -> tuple[str, ...]:
        """Return the chapters in which somebody is member or lead."""
        return self._holding(self.index.chapters_of.get(person, ()), "chapter_people", person)

    def chapters_led(self, person: str) -> tuple[str, ...]:
        """Return the chapters that somebody leads."""
        return self._holding(self.index.chapters_led.get(person, ()), "chapter_leads", person)

    def tribes_led(self, person: str) -> tuple[str, ...]:
        """Return the tribes that somebody leads."""
        return self._holding(self.index.tribes_led.get(person, ()), "tribe_leads", person)

    def squads_coached(self, person: str) -> tuple[str, ...]:
        """Return the squads that name somebody as their coach."""
        return self._holding(self.index.squads_coached.get(person, ()), "coaches", person)

    def tribes_coached(self, person: str) -> tuple[str, ...]:
        """Return the tribes that name somebody as their coach."""
        return self._holding(self.index.tribes_coached.get(person, ()), "tribe_coaches", person)

    def _holding(self, ever: tuple[str, ...], relation: str, person: str) -> tuple[str, ...]:
        day = self.day
        if day is None or not ever:
            return ever
        edges = getattr(self.index, relation)
        if not edges.spans:
            return ever
        return tuple([h for h in ever if edges.holds(h, person, day)])

    def first_seat(self, person: str) -> dt.date | None:
        """Return when somebody first sits in a squad, over all time; ``None`` for somebody who never does."""
        seats = self.index.attendance.seats_of(person)
        return min(seats)[0] if seats else None

    def on_leave(self, person: str) -> bool:
        """Tell whether somebody is away."""
        record, day = self.index.people.get(person), self.day
        if record is None:
            return False
        return any(day is None or (one.start or BEGIN) <= day < (one.until or END) for one in record.leave)

    # -- chapters ---------------------------------------------------------------------------------------------------

    def chapter_people(self, chapter: str) -> People:
        """Return the people of a chapter, its leads among them."""
        return self.index.chapter_people.at(chapter, self.day)

    def chapter_leads(self, chapter: str) -> People:
        """Return the leads of a chapter."""
        return self.index.chapter_leads.at(chapter, self.day)

    # -- tribes -----------------------------------------------------------------------------------------------------

    def tribe_leads(self, tribe: str) -> People:
        """Return the leads of a tribe."""
        return self.index.tribe_leads.at(tribe, self.day)

    def tribe_coaches(self, tribe: str) -> People:
        """Return the agile coaches that the tribe itself names."""
        return self.index.tribe_coaches.at(tribe, self.day)

    def squads_in(self, tribe: str) -> tuple[str, ...]:
        """Return the squads of a tribe that exist at this instant."""
        ever = self.index.squads_in.get(tribe, ())
        return ever if self.day is None else tuple(s for s in ever if self.alive(s))

    def chapters_in(self, tribe: str) -> tuple[str, ...]:
        """Return the chapters of a tribe that exist at this instant."""
        ever = self.index.chapters_in.get(tribe, ())
        return ever if self.day is None else tuple(c for c in ever if self.chapter_alive(c))

    def tribe_people(
        self,
        tribe: str,
        shared_below: float = SHARED_COACH,
        counted: Collection[str] = COUNTED,
    ) -> dict[str, None]:
        """Return the distinct people who count towards a tribe, as an ordered set.

        Members and owners of its squads, members and leads of its chapters, its lead, support and agile coaches, its own
        and its squads'; second-line people left out.

        Parameters
        ----------
        tribe : str
        shared_below : float
            A coach with a declared allocation below this is shared with other tribes and does not count.
        counted : collection of str
            Which ties count, of :data:`~spotifymodel.graph.tribe_heads.COUNTED`.
        """
        return tribe_heads(self.index, tribe, self.day, shared_below, counted)

    def management_team(self, tribe: str) -> People:
        """Return the management team that a tribe declares."""
        return self.index.management_teams.at(tribe, self.day)

    def coaching(self, squad: str) -> People:
        """Return who coaches a squad: the coaches that it names, else those of its tribe."""
        tribe = self.index.tribe_of.get(squad)
        return self.coaches(squad) or (self.tribe_coaches(tribe) if tribe is not None else ())

    def coach_load(self, person: str) -> int:
        """Return how many squads a coach supports.

        The squads that name them, and in every tribe that names them an equal share of the squads that name no coach; the
        sum of these shares is rounded up.
        """
        named = self.squads_coached(person)
        shares = Fraction(0)
        for tribe in self.tribes_coached(person):
            rest = sum(1 for squad in self.squads_in(tribe) if not self.coaches(squad))
            shares += Fraction(rest, len(self.tribe_coaches(tribe)))
        return len(named) + ceil(shares)

    # -- the line ---------------------------------------------------------------------------------------------------

    def line_managers(self, person: str) -> People:
        """Return the distinct line managers of somebody.

        ``reports_to``, else the manager of the person's unit (for the manager: the parent unit's), together with the leads
        of the person's chapters. Nobody is their own manager.
        """
        found = dict.fromkeys(self._line_above(person))
        for chapter in self.chapters_of(person):
            found.update(dict.fromkeys(self.chapter_leads(chapter)))
        found.pop(person, None)
        return tuple(found)

    def in_line(self, person: str) -> bool:
        """Tell whether somebody sits in a unit or reports to somebody by name."""
        record = self.index.people.get(person)
        if record is None:
            return False
        return any(map(self._runs, each_place(record)))

    def posts(self, person: str) -> tuple[tuple[str, float | None], ...]:
        """Return the units that somebody sits in, each with the declared share of contract hours."""
        record, resolve = self.index.people.get(person), self.index.names["unit"].resolve
        running = [p for p in each_post(None if record is None else record.unit, "unit") if p.unit is not None and self._runs(p)]
        return tuple((unit, p.allocation) for p in running if (unit := resolve(p.unit)) is not None)

    def units_above(self, unit: str) -> tuple[str, ...]:
        """Return a unit with the units that it lies in, the nearest first."""
        index, resolve = self.index, self.index.names["unit"].resolve
        found: list[str] = []
        above: str | None = unit
        while above is not None and above not in found:
            found.append(above)
            parent = index.units[above].parent
            above = resolve(parent) if parent is not None else None
        return tuple(found)

    def line_above(self, person: str) -> People:
        """Return the managers that the line gives somebody, chapters left out."""
        return tuple(dict.fromkeys(m for m in self._line_above(person) if m != person))

    def _line_above(self, person: str) -> Iterator[str]:
        index = self.index
        record = index.people.get(person)
        if record is None:
            return
        to = record.reports_to
        named = [to] if type(to) is str else [p.person for p in each_post(to, "person") if self._runs(p) and p.person]
        if named:
            resolve = index.names["person"].resolve
            yield from (found for one in named if (found := resolve(one)) in index.people)
            return
        if type(record.unit) is str:
            yield from self._unit_manager(index.names["unit"].resolve(record.unit), person)
            return
        for post in each_post(record.unit, "unit"):
            if post.unit is not None and self._runs(post):
                yield from self._unit_manager(index.names["unit"].resolve(post.unit), person)

    def _unit_manager(self, unit: str | None, person: str) -> Iterator[str]:
        """Yield the managers of a unit; for one of them, the parent unit's."""
        index = self.index
        seen: set[str] = set()
        while unit is not None and unit not in seen:
            seen.add(unit)
            managers = index.unit_managers.at(unit, self.day)
            if managers and person not in managers:
                yield from managers
                return
            if not managers:
                return
            parent = index.units[unit].parent
            unit = index.names["unit"].resolve(parent) if parent is not None else None

    def _runs(self, post: Post) -> bool:
        day = self.day
        return day is None or ((post.start or BEGIN) <= day < (post.until or END))

    def reports_of(self, person: str) -> People:
        """Return everybody whose line manager somebody is.

        Local for who leads chapters only; for managers of the line O(people) once per index.
        """
        if person not in self.index.bosses:
            led = self.chapters_led(person)
            inside = self.chapter_people(led[0]) if len(led) == 1 else dict.fromkeys(chain.from_iterable(map(self.chapter_people, led)))
            return tuple([p for p in inside if p != person])
        return tuple(p for p in self.index.below.get(person, ()) if person in self.line_managers(p))

    # -- capacity ---------------------------------------------------------------------------------------------------

    def fte(self, person: str) -> float:
        """Return somebody's contract; undeclared counts as 1."""
        record = self.index.people.get(person)
        return 1.0 if record is None or record.fte is None else record.fte

    def allocation(self, person: str, squad: str) -> Fraction:
        """Return the share of contract hours in one squad, declared or what is left, shared equally.

        Undeclared allocations share what squads, roles and posts in the line that declare one leave (never under zero).
        """
        squads = self.squads_of(person)
        if squad not in squads:
            return Fraction(0)
        if person not in self.index.declaring and self._only_in_squads(person):  # the common case
            return WHOLE if len(squads) == 1 else Fraction(1, len(squads))
        declared = {s: a for s in squads if (a := self.declared(person, s)) is not None}
        if squad in declared:
            return exact(declared[squad])
        return max(1 - self.declared_load(person), Fraction(0)) / (len(squads) - len(declared))

    def _only_in_squads(self, person: str) -> bool:
        """Tell whether no role and no post in the line declares a share of somebody's hours."""
        record = self.index.people.get(person)
        return record is None or (not record.role_load and (record.unit is None or isinstance(record.unit, str)))

    def declared_load(self, person: str) -> Fraction:
        """Return the share of contract hours that somebody's squads, roles and posts in the line declare together."""
        shares = [a for squad in self.squads_of(person) if (a := self.declared(person, squad)) is not None]
        return sum(map(exact, shares), self.load_beside_squads(person))

    def load_beside_squads(self, person: str) -> Fraction:
        """Return the share of contract hours that somebody's roles and posts in the line declare together."""
        record = self.index.people.get(person)
        if record is None:
            return Fraction(0)
        shares = [*record.role_load.values()]
        if record.unit is not None and not isinstance(record.unit, str):
            shares += [p.allocation for p in each_post(record.unit, "unit") if p.allocation is not None and self._runs(p)]
        return sum(map(exact, shares), Fraction(0))

    def declared(self, person: str, squad: str) -> float | None:
        """Return the declared allocation of somebody in a squad, as member or owner: the larger of the two."""
        index, day = self.index, self.day
        if person not in index.declaring:
            return None
        member, owner = index.members.share(squad, person, day), index.owners.share(squad, person, day)
        return owner if member is None else member if owner is None else max(member, owner)

    def subjects(self, kind: str) -> Iterable[str]:
        """Return the ids of all subjects of a kind."""
        return (ORGANISATION,) if kind == ORGANISATION else self.index.subjects(kind)


@lru_cache(maxsize=1024)
def exact(number: float) -> Fraction:
    """Return the number that was written: 0.1 is a tenth, so that three of them and 0.7 make one."""
    return Fraction(str(number))


def each_post(value: object, plain: str) -> tuple[Post, ...]:
    """Return somebody's places in the line as posts; a plain id becomes a post of the kind named."""
    posts = value if isinstance(value, tuple) else () if value is None else (value,)
    return tuple(p if isinstance(p, Post) else Post(**{plain: p}) for p in posts)


def each_place(record: Person) -> tuple[Post, ...]:
    """Return all of somebody's places in the line: in units, and under whom they report to by name."""
    return (*each_post(record.unit, "unit"), *each_post(record.reports_to, "person"))
