"""A draft: an index whose seats change in place, for long sequences of edits."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from ..errors import EditError
from .building import together
from .index import Index
from .relation import BEGIN, END, People, Relation, Span

__all__ = ["Draft", "SeatRole", "Touched"]

SeatRole = Literal["member", "product_owner"]


@dataclass(slots=True)
class Touched:
    """What an edit may have changed, by kind of subject.

    Attributes
    ----------
    near : dict of str to set of str
        Subjects whose own edges changed.
    far : dict of str to set of str
        Subjects around them, for rules that look at the other edges of people.
    """

    near: dict[str, set[str]] = field(default_factory=dict)
    far: dict[str, set[str]] = field(default_factory=dict)

    def add(self, kind: str, near: Iterable[str], far: Iterable[str] = ()) -> None:
        """Note subjects of a kind; what is near is far too."""
        close = self.near.setdefault(kind, set())
        close.update(near)
        self.far.setdefault(kind, set()).update(close, far)

    def merge(self, other: Touched) -> Touched:
        """Return what either touched."""
        for kind, ids in other.far.items():
            self.add(kind, other.near.get(kind, ()), ids)
        return self


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
        touched = self._around(person, squad)
        if first < last:
            relation = self._relation(role)
            _seat(relation, squad, person, (first, last, allocation), dated=life is not None or start is not None or until is not None)
            if squad in relation.spans:
                self.__dict__["dated"] = True
        self._settle(person, squad)
        return touched.merge(self._around(person, squad))

    def quit(self, person: str, squad: str, role: SeatRole | None = None) -> Touched:
        """Take somebody off a squad: off the seat named, or off both."""
        touched = self._around(person, squad)
        for relation in (self.members, self.owners) if role is None else (self._relation(role),):
            people = relation.people.get(squad, ())
            if person in people:
                relation.people[squad] = tuple(p for p in people if p != person)
                if squad in relation.spans:
                    relation.spans[squad] = {p: s for p, s in relation.spans[squad].items() if p != person}
                if squad in relation.shares:
                    relation.shares[squad] = {p: a for p, a in relation.shares[squad].items() if p != person}
        self._settle(person, squad)
        return touched

    def move(self, person: str, to: str, from_squad: str) -> Touched:
        """Move the seats of somebody from one squad to another; dates and allocation travel along."""
        touched = self._around(person, from_squad)
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
        touched.merge(self.quit(person, from_squad))
        life = self.life.get(from_squad, (BEGIN, END))
        for role, spans in taken:
            for start, until, allocation in spans:
                first = None if start == life[0] else start
                last = None if until == life[1] else until
                touched.merge(self.join(person, to, role, first, last, allocation))
        return touched

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
            self.squad_counts[person] = len(squads)
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

    def _around(self, person: str, squad: str) -> Touched:
        """Return what depends on the seats of a person in a squad."""
        touched = Touched()
        squads = self.squads_of.get(person, ())
        touched.add("squad", (squad,), squads)
        touched.add("person", (person,), self._company(person, squad))
        tribe = self.tribe_of.get(squad)
        touched.add("tribe", () if tribe is None else (tribe,), (t for s in squads if (t := self.tribe_of[s]) is not None))
        touched.add("chapter", (), self.chapters_of.get(person, ()))
        products = self.names["product"].resolve
        touched.add("product", (), (p for s in (squad, *squads) for o in self.squads[s].owns if (p := products(o)) is not None))
        touched.add("organisation", (), ("organisation",))
        return touched

    def _company(self, person: str, squad: str) -> Iterable[str]:
        """Name who shares a squad with somebody, and who line-manages them."""
        for one in {squad, *self.squads_of.get(person, ())}:
            yield from self.squad_people.get(one, ())
        for chapter in self.chapters_of.get(person, ()):
            yield from self.chapter_leads.people.get(chapter, ())


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
