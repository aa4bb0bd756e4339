"""A draft: an index whose seats change in place, for long sequences of edits."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterable
from typing import Literal

from ..errors import EditError
from .attendance import Attendance
from .building import together
from .index import ORGANISATION, Index
from .kept_ties import KeptTies
from .relation import BEGIN, END, Relation, Span

__all__ = ["Draft", "SeatRole", "Touched"]

SeatRole = Literal["member", "product_owner"]


class Touched:
    """Whose seats an edit changed, and in which squads; what depends on them is worked out when a rule asks.

    Attributes
    ----------
    people, squads : tuple of str
    """

    __slots__ = ("_draft", "_far", "people", "squads")

    def __init__(self, draft: Draft, people: tuple[str, ...], squads: tuple[str, ...]) -> None:
        self._draft = draft
        self._far: dict[str, Collection[str]] = {}
        self.people = people
        self.squads = squads

    def near(self, kind: str) -> Collection[str]:
        """Return the subjects of a kind whose own edges changed; a move inside a tribe without dates leaves its people the same."""
        if kind == "squad":
            return self.squads
        if kind == "person":
            return self.people
        if kind == "tribe":
            draft = self._draft
            tribes = [t for s in self.squads if (t := draft.tribe_of[s]) is not None]
            within = len(tribes) == 2 and tribes[0] == tribes[1] and not draft.dated
            return () if within else dict.fromkeys(tribes)
        return ()

    def far(self, kind: str) -> Collection[str]:
        """Return the subjects of a kind around the edit, for rules that look at the other edges of people."""
        found = self._far.get(kind)
        if found is None:
            found = self._far[kind] = set(_FAR[kind](self))
        return found

    def led(self, _kind: str) -> Collection[str]:
        """Return the chapters that the people on the move lead."""
        led = self._draft.chapters_led
        return dict.fromkeys(c for p in self.people for c in led.get(p, ()))

    def leading(self, _kind: str) -> Collection[str]:
        """Return who leads a chapter, of the people on the move and of the leads of their chapters."""
        draft = self._draft
        led, leads, inside = draft.chapters_led, draft.chapter_leads.people, draft.chapters_of
        found = [p for p in self.people if p in led]
        return dict.fromkeys(found + [lead for p in self.people for c in inside.get(p, ()) for lead in leads.get(c, ())])

    def steering(self, _kind: str) -> Collection[str]:
        """Return every tribe lead where one of them is on the move: who steers whom may run in a circle through all of them."""
        leading = self._draft.tribes_led
        return leading if any(p in leading for p in self.people) else ()

    def _all_squads(self) -> Iterable[str]:
        yield from self.squads
        for person in self.people:
            yield from self._draft.squads_of.get(person, ())

    def _all_people(self) -> Iterable[str]:
        draft = self._draft
        yield from self.people
        for squad in self.far("squad"):
            yield from draft.squad_people.get(squad, ())
        for chapter in self._all_chapters():
            yield from draft.chapter_leads.people.get(chapter, ())

    def _all_chapters(self) -> Iterable[str]:
        for person in self.people:
            yield from self._draft.chapters_of.get(person, ())

    def _all_tribes(self) -> Iterable[str]:
        for squad in self.far("squad"):
            tribe = self._draft.tribe_of[squad]
            if tribe is not None:
                yield tribe
        draft = self._draft
        for person in self.people:
            yield from draft.tribes_led.get(person, ())
            yield from draft.tribes_coached.get(person, ())
            yield from (t for t, people in draft.support.people.items() if person in people)
            homes = [draft.chapter_tribe[c] for c in draft.chapters_of.get(person, ())]
            homes += [draft.tribe_of[s] for s in draft.squads_coached.get(person, ())]
            yield from (t for t in homes if t is not None)

    def _all_products(self) -> Iterable[str]:
        resolve = self._draft.names["product"].resolve
        for squad in self.far("squad"):
            for product in self._draft.squads[squad].owns:
                known = resolve(product)
                if known is not None:
                    yield known

    def _organisation(self) -> Iterable[str]:
        yield ORGANISATION


_FAR: dict[str, Callable[[Touched], Iterable[str]]] = {
    "squad": Touched._all_squads,
    "person": Touched._all_people,
    "chapter": Touched._all_chapters,
    "tribe": Touched._all_tribes,
    "product": Touched._all_products,
    "organisation": Touched._organisation,
}


class Draft(Index):
    """An index of one's own, on which people take and leave seats of squads in microseconds, whatever the size.

    Parameters
    ----------
    index : Index
        Where to start from; it stays as it is.

    Notes
    -----
    Making one costs O(people + edges) once. An edit costs O(the squads of one person and the people of one squad). The same
    rules read it; :class:`~spotifymodel.rules.watching.Watch` keeps their verdicts up to date.

    Only seats change: what else an edit of a chart can do (teams, roles of a tribe, chapters) wants a new index.
    """

    def __init__(self, index: Index) -> None:
        super().__init__(index.chart, index.mode)
        for name, value in vars(index).items():
            if name.startswith("_"):
                continue
            self.__dict__[name] = _copy(value) if isinstance(value, Relation) else value
        self.squad_people = dict(index.squad_people)
        for table in ("squads_of", "owned_by", "squad_counts"):
            self.__dict__[table] = type(getattr(index, table))(getattr(index, table))
        self.__dict__["attendance"] = Attendance(self)
        self.__dict__["declaring"] = set(index.declaring)
        self._ties = self.kept_ties = KeptTies(self)
        self._order = {squad: k for k, squad in enumerate(self.squads)}

    def join(
        self,
        person: str,
        squad: str,
        role: SeatRole = "member",
        start: dt.date | None = None,
        until: dt.date | None = None,
        allocation: float | None = None,
    ) -> Touched:
        """Put somebody on a seat of a squad.

        Raises
        ------
        EditError
            Where the person or squad is unknown, or the interval ends before it begins.
        """
        if person not in self.people or squad not in self.squads:
            raise EditError("join", f"there is no person {person!r} or no squad {squad!r}")
        first, last = start or BEGIN, until or END
        if first >= last:
            raise EditError("join", f"the interval ends on {until} but begins on {start}")
        self._take(self._relation(role), squad, person, first, last, allocation)
        self._settle(person, squad)
        return Touched(self, (person,), (squad,))

    def quit(self, person: str, squad: str, role: SeatRole | None = None) -> Touched:
        """Take somebody off a squad: off the seat named, or off both."""
        for relation in (self.members, self.owners) if role is None else (self._relation(role),):
            if person in relation.people.get(squad, ()):
                _leave(relation, squad, person)
        self._settle(person, squad)
        return Touched(self, (person,), (squad,))

    def move(self, person: str, to: str, from_squad: str) -> Touched:
        """Move the seats of somebody from one squad to another; dates and allocation travel along."""
        if to not in self.squads:
            raise EditError("join", f"there is no person {person!r} or no squad {to!r}")
        first, last = self.life.get(from_squad, (BEGIN, END))
        seated = False
        for relation in (self.members, self.owners):
            if person not in relation.people.get(from_squad, ()):
                continue
            seated = True
            dated = relation.spans.get(from_squad)
            spans = dated[person] if dated else ((BEGIN, END, relation.shares.get(from_squad, {}).get(person)),)
            _leave(relation, from_squad, person)
            for start, until, allocation in spans:
                self._take(relation, to, person, BEGIN if start == first else start, END if until == last else until, allocation)
        if not seated:
            raise EditError("move", f"{person!r} has no seat in squad {from_squad!r}")
        self._settle(person, from_squad)
        self._settle(person, to)
        return Touched(self, (person,), (from_squad, to))

    def _take(self, relation: Relation, squad: str, person: str, start: dt.date, until: dt.date, allocation: float | None) -> None:
        """Give somebody a seat for as long as the squad lives; what follows from it is settled afterwards."""
        life = self.life.get(squad)
        dated = life is not None or start != BEGIN or until != END
        if life is not None:
            start, until = max(start, life[0]), min(until, life[1])
        if start < until:
            if allocation is not None:
                self.declaring.add(person)
            _seat(relation, squad, person, (start, until, allocation), dated)
            if squad in relation.spans:
                self.__dict__["dated"] = True

    def _relation(self, role: SeatRole) -> Relation:
        return self.members if role == "member" else self.owners

    def _settle(self, person: str, squad: str) -> None:
        """Bring what is derived from the seats of one squad up to date for one person."""
        before = self.squad_people.get(squad, ())
        after = self.squad_people[squad] = together(self, squad)
        was, now = person in before, person in after
        if was != now:
            squads = self.squads_of.get(person, ())
            self._enter(self.squads_of, person, squads, squad, now)
            count = len(squads) + (1 if now else -1)
            if count:
                self.squad_counts[person] = count
            else:
                self.squad_counts.pop(person, None)
            self._ties.changed(person, squad, shared=len(squads) + count > 2)
        self.attendance.forget(squad, person)
        owns = person in self.owners.people.get(squad, ())
        owned = self.owned_by.get(person, ())
        if owns != (squad in owned):
            self._enter(self.owned_by, person, owned, squad, owns)

    def _enter(self, table: dict[str, tuple[str, ...]], person: str, known: tuple[str, ...], squad: str, now: bool) -> None:
        """Put a squad into somebody's squads, in the order of the chart, or take it out."""
        if not now:
            known = tuple([s for s in known if s != squad])
        elif known:
            known = tuple(sorted((*known, squad), key=self._order.__getitem__))
        else:
            known = (squad,)
        if known:
            table[person] = known
        else:
            table.pop(person, None)


def _leave(relation: Relation, squad: str, person: str) -> None:
    """Take all stretches of one person off a squad."""
    relation.people[squad] = tuple([p for p in relation.people[squad] if p != person])
    for table in (relation.spans, relation.shares):
        if squad in table:
            table[squad] = left = dict(table[squad])  # type: ignore[assignment]
            left.pop(person, None)


def _copy(relation: Relation) -> Relation:
    copy = Relation()
    copy.people = dict(relation.people)
    copy.spans = dict(relation.spans)
    copy.shares = dict(relation.shares)
    return copy


def _seat(relation: Relation, squad: str, person: str, span: Span, dated: bool) -> None:
    """Add one stretch; a squad that gets its first date gives everybody in it one stretch over its life."""
    people = relation.people.get(squad, ())
    spans = relation.spans.get(squad)
    if dated and spans is None:
        shares = relation.shares.pop(squad, {})
        spans = {p: ((BEGIN, END, shares.get(p)),) for p in people}
    if spans is not None:
        fresh = dict(spans)
        fresh[person] = (*fresh.get(person, ()), span)
        relation.spans[squad] = fresh
    elif span[2] is not None:
        declared = relation.shares.get(squad, {})
        relation.shares[squad] = {**declared, person: max(span[2], declared.get(person, 0.0))}
    if person not in people:
        relation.people[squad] = (*people, person)
