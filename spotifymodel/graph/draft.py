"""A draft: an index whose seats change in place, for long sequences of edits."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterable
from typing import Literal

from ..errors import EditError
from .building import together
from .index import ORGANISATION, Index
from .relation import BEGIN, END, People, Relation, Span

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
        self._order = {squad: k for k, squad in enumerate(self.squads)}
        self._heads: dict[str, dict[str, int]] = {}

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
        life = self.life.get(squad)
        first, last = start or BEGIN, until or END
        if first >= last:
            raise EditError("join", f"the interval ends on {until} but begins on {start}")
        if life is not None:
            first, last = max(first, life[0]), min(last, life[1])
        if first < last:
            relation = self._relation(role)
            _seat(relation, squad, person, (first, last, allocation), dated=life is not None or start is not None or until is not None)
            if squad in relation.spans:
                self.__dict__["dated"] = True
        self._settle(person, squad)
        return Touched(self, (person,), (squad,))

    def quit(self, person: str, squad: str, role: SeatRole | None = None) -> Touched:
        """Take somebody off a squad: off the seat named, or off both."""
        for relation in (self.members, self.owners) if role is None else (self._relation(role),):
            people = relation.people.get(squad, ())
            if person in people:
                relation.people[squad] = tuple(p for p in people if p != person)
                if squad in relation.spans:
                    relation.spans[squad] = {p: s for p, s in relation.spans[squad].items() if p != person}
                if squad in relation.shares:
                    relation.shares[squad] = {p: a for p, a in relation.shares[squad].items() if p != person}
        self._settle(person, squad)
        return Touched(self, (person,), (squad,))

    def move(self, person: str, to: str, from_squad: str) -> Touched:
        """Move the seats of somebody from one squad to another; dates and allocation travel along."""
        taken: list[tuple[SeatRole, tuple[Span, ...]]] = []
        for role in ("member", "product_owner"):
            relation = self._relation(role)
            if person not in relation.people.get(from_squad, ()):
                continue
            dated = relation.spans.get(from_squad)
            spans = dated[person] if dated else ((BEGIN, END, relation.shares.get(from_squad, {}).get(person)),)
            taken.append((role, spans))
        if not taken:
            raise EditError("move", f"{person!r} has no seat in squad {from_squad!r}")
        self.quit(person, from_squad)
        life = self.life.get(from_squad, (BEGIN, END))
        for role, spans in taken:
            for start, until, allocation in spans:
                first = None if start == life[0] else start
                last = None if until == life[1] else until
                self.join(person, to, role, first, last, allocation)
        return Touched(self, (person,), (from_squad, to))

    def heads(self, tribe: str) -> dict[str, int]:
        """Return how many edges tie each person to a tribe, of those that carry no dates; kept up to date by edits."""
        known = self._heads.get(tribe)
        if known is None:
            known = self._heads[tribe] = {}
            for people in self._edges_of(tribe):
                for person in people:
                    known[person] = known.get(person, 0) + 1
        return known

    def _edges_of(self, tribe: str) -> Iterable[People]:
        for squad in self.squads_in.get(tribe, ()):
            yield self.squad_people.get(squad, ())
            yield _dedicated(self.coaches, squad)
        for chapter in self.chapters_in.get(tribe, ()):
            yield self.chapter_people.people.get(chapter, ())
        yield self.tribe_leads.people.get(tribe, ())
        yield self.support.people.get(tribe, ())
        yield _dedicated(self.tribe_coaches, tribe)

    def _relation(self, role: SeatRole) -> Relation:
        return self.members if role == "member" else self.owners

    def _settle(self, person: str, squad: str) -> None:
        """Bring what is derived from the seats of one squad up to date for one person."""
        before = self.squad_people.get(squad, ())
        after = self.squad_people[squad] = together(self, squad)
        was, now = person in before, person in after
        if was != now:
            squads = set(self.squads_of.get(person, ()))
            squads.add(squad) if now else squads.discard(squad)
            self._enter(self.squads_of, person, squads)
            if squads:
                self.squad_counts[person] = len(squads)
            else:
                self.squad_counts.pop(person, None)
            tribe = self.tribe_of.get(squad)
            if tribe in self._heads:
                heads = self._heads[tribe]
                left = heads.get(person, 0) + (1 if now else -1)
                if left > 0:
                    heads[person] = left
                else:
                    heads.pop(person, None)
        owns = person in self.owners.people.get(squad, ())
        owned = self.owned_by.get(person, ())
        if owns != (squad in owned):
            squads = set(owned)
            squads.add(squad) if owns else squads.discard(squad)
            self._enter(self.owned_by, person, squads)

    def _enter(self, table: dict[str, tuple[str, ...]], person: str, squads: set[str]) -> None:
        if squads:
            table[person] = tuple(sorted(squads, key=self._order.__getitem__))
        else:
            table.pop(person, None)


def _dedicated(relation: Relation, holder: str) -> People:
    return tuple(p for p in relation.people.get(holder, ()) if (relation.share(holder, p, None) or 1.0) >= 0.5)


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
