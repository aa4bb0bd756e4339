"""The integer programme of a repair: which edges stay, which come, and what every change costs.

Columns are named by what they say, so that the plan can be read from them:

===================  ==============================================================
``member, p, s``     p stays member of squad s
``owner, p, s``      p stays owner
``takes, p, s``      p becomes owner
``replaced, s``      whoever becomes owner replaces the owners of before: one edit
``there, p, s``      p has a seat in s
``quits, p, s``      p leaves squad s: one edit for both seats (``relieved`` where a further role stays)
``passes, p, s, r``  owner p of s moves to r with all seats: one edit instead of two
``lowers, p, s``     the declared share of p in s is lowered
``listed / leads / heads / joins …``  the same for chapters
``steers …``         the same for tribe leads
``counts, p, t``     p counts in tribe t
``moves, kind, x, t``  squad or chapter x stands in tribe t in the end
``hired, v``         vacancy v is added
===================  ==============================================================
"""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction

from ...graph.view import exact
from ..solver.highs import Key, Programme
from .candidates import Candidates
from .facts import Facts

__all__ = ["Columns"]

Terms = list[tuple[float, Key]]


class Columns:
    """A programme over squads, chapters and tribes.

    Parameters
    ----------
    facts : Facts
    candidates : Candidates
    invention : float
        What a vacancy costs on top of its edits: more than all edits that could do without it.
    """

    def __init__(self, facts: Facts, candidates: Candidates, invention: float) -> None:
        self.facts = facts
        self.candidates = candidates
        self.programme = Programme()
        self.seats: dict[str, dict[str, Terms]] = defaultdict(dict)
        self.owned: dict[str, Terms] = defaultdict(list)
        self.memberships: dict[str, Terms] = defaultdict(list)
        self.homes: dict[str, dict[str, Terms]] = defaultdict(dict)
        self.ties: dict[tuple[str, str], list[Key]] = defaultdict(list)
        for vacancy in candidates.newcomers:
            self.programme.column(("hired", vacancy), invention + 1)
        for first, second in zip(candidates.newcomers, candidates.newcomers[1:], strict=False):
            self.programme.row([(1, ("hired", first)), (-1, ("hired", second))], low=0)  # interchangeable: in order
        for squad in facts.index.squads:
            self._squad(squad)
        self._passing()
        for chapter in facts.index.chapters:
            self._chapter(chapter)
        for tribe in facts.index.tribes:
            self._tribe_lead(tribe)
        for person in (*facts.people, *candidates.newcomers):
            self._person(person)

    # -- squads -------------------------------------------------------------------------------------------------------

    def _squad(self, squad: str) -> None:
        facts, add = self.facts, self.programme.column
        members, owners = facts.view.members(squad), facts.view.owners(squad)
        takers = self.candidates.owners(squad)
        terms: dict[str, Terms] = defaultdict(list)
        for person in members:
            terms[person].append((1, add(("member", person, squad))))
            self.memberships[person].append((1, ("member", person, squad)))
        for person in owners:
            terms[person].append((1, add(("owner", person, squad))))
        for person in takers:
            terms[person].append((1, add(("takes", person, squad), 1)))
            self.only_if_hired(person, ("takes", person, squad))
        replacing = bool(owners and takers)
        if replacing:
            add(("replaced", squad))
            self.programme.row([(1, ("replaced", squad)), *((-1, ("takes", p, squad)) for p in takers)], high=0)
        further = facts.standing(squad)
        for person in dict.fromkeys((*members, *owners)):
            self._leaving(person, squad, person in members, person in owners, replacing, person in further)
        owning: Terms = [*((1.0, ("owner", p, squad)) for p in owners), *((1.0, ("takes", p, squad)) for p in takers)]
        for factor, key in owning:
            self.owned[str(key[1])].append((factor, key))  # type: ignore[index]
        if facts.binds("PO001", squad):
            counting = facts.owners_that_count((*owners, *takers))
            self.programme.row([t for t in owning if t[1][1] in counting], low=1)  # type: ignore[index]
        if facts.binds("PO002", squad):
            self.programme.row(owning, high=1)
        if takers:
            self.programme.row([(1, ("takes", p, squad)) for p in takers], high=1)
        for person, its in terms.items():
            key = add(("there", person, squad), whole=False)
            for _, one in its:
                self.programme.row([(1, key), (-1, one)], low=0)
            self.seats[person][squad] = its
        self._size(squad, members, terms)

    def _leaving(self, person: str, squad: str, member: bool, owner: bool, replacing: bool, further: bool) -> None:
        add, row = self.programme.column, self.programme.row
        key: Key = ("quits", person, squad)
        add(key, 1, whole=False)
        if member:
            row([(1, key), (1, ("member", person, squad))], low=1)
        if owner:
            if member and further:
                key = add(("relieved", person, squad), 1, whole=False)
            free: Terms = [(1, ("replaced", squad))] if replacing else []
            row([(1, key), (1, ("owner", person, squad)), *free], low=1)
            if replacing:
                row([(1, ("owner", person, squad)), (1, ("replaced", squad))], high=1)

    def _size(self, squad: str, members: tuple[str, ...], terms: dict[str, Terms]) -> None:
        facts = self.facts
        if not facts.binds("SQ001", squad):
            return
        limits = facts.limits["SQ001"]
        most, reading = limits["squad.max"], limits["count.po"]
        if len(terms) <= most:
            return
        if reading == "union":
            self.programme.row([(1, ("there", p, squad)) for p in terms], high=most)
        elif reading == "member":
            self.programme.row([(1, ("member", p, squad)) for p in members], high=most)
        else:
            heads: Terms = []
            for person in members:
                key = self.programme.column(("head", person, squad), whole=False)
                also: Terms = [(1, k) for _, k in terms[person] if k[0] != "member"]  # type: ignore[index]
                self.programme.row([(1, key), (-1, ("member", person, squad)), *also], low=0)
                heads.append((1, key))
            self.programme.row(heads, high=most)

    def _passing(self) -> None:
        """Let an owner go, with all seats, from a squad that has another to one that has none."""
        view, programme = self.facts.view, self.programme
        arriving: dict[tuple[str, str], Terms] = defaultdict(list)
        for squad in self.facts.index.squads:
            owners = view.owners(squad)
            for person in owners if len(owners) > 1 else ():
                if person in self.facts.standing(squad) or not self._seats_go_along(person, squad):
                    continue
                routes: Terms = []
                for other in self.candidates.empty_squads:
                    if person in view.squad_people(other) or ("takes", person, other) not in programme:
                        continue
                    key = programme.column(("passes", person, squad, other), -1)
                    routes.append((1, key))
                    arriving[person, other].append((1, key))
                    for part in ("member", "owner"):
                        if (part, person, squad) in programme:
                            programme.row([(1, key), (1, (part, person, squad))], high=1)
                    programme.row([(1, key), (-1, ("quits", person, squad))], high=0)
                    for one in (squad, other):
                        if ("replaced", one) in programme:
                            programme.row([(1, key), (1, ("replaced", one))], high=1)
                if routes:  # one seat goes to one place
                    programme.row(routes, high=1)
        for (person, other), terms in arriving.items():
            programme.row([*terms, (-1, ("takes", person, other))], high=0)

    def _seats_go_along(self, person: str, squad: str) -> bool:
        """Tell whether it is all the same to the rules which seats somebody takes along to the squad that they own next."""
        facts, view = self.facts, self.facts.view
        if view.declared(person, squad) is not None and person in facts.troubled:
            return False
        reading = facts.limits["SQ001"]["count.po"] if "SQ001" in facts.limits else "union"
        bound = facts.limits["MB001"]["membership.binds"] if "MB001" in facts.limits else "members_and_owners"
        return person not in view.members(squad) or (reading == "union" and "owner" in bound)

    # -- chapters -----------------------------------------------------------------------------------------------------

    def _chapter(self, chapter: str) -> None:
        facts, add, row = self.facts, self.programme.column, self.programme.row
        members, leads = facts.listed(chapter), facts.view.chapter_leads(chapter)
        takers = self.candidates.chapter_leads(chapter)
        terms: dict[str, Terms] = defaultdict(list)
        for person in members:
            terms[person].append((1, add(("listed", person, chapter))))
        for person in leads:
            terms[person].append((1, add(("leads", person, chapter))))
        for person in takers:
            terms[person].append((1, add(("heads", person, chapter), 1)))
            self.only_if_hired(person, ("heads", person, chapter))
        replacing = bool(leads and takers)
        if replacing:
            add(("succeeded", chapter))
            row([(1, ("succeeded", chapter)), *((-1, ("heads", p, chapter)) for p in takers)], high=0)
        for person in dict.fromkeys((*members, *leads)):
            key = add(("departs", person, chapter), 1, whole=False)
            if person in members:
                row([(1, key), (1, ("listed", person, chapter))], low=1)
            if person in leads:
                free: Terms = [(1, ("succeeded", chapter))] if replacing else []
                row([(1, key), (1, ("leads", person, chapter)), *free], low=1)
                if replacing:
                    row([(1, ("leads", person, chapter)), (1, ("succeeded", chapter))], high=1)
        if facts.binds("CH001", chapter):
            row([*((1, ("leads", p, chapter)) for p in leads), *((1, ("heads", p, chapter)) for p in takers)], low=1, high=1)
        for person, its in terms.items():
            self.homes[person][chapter] = its

    # -- tribes -------------------------------------------------------------------------------------------------------

    def _tribe_lead(self, tribe: str) -> None:
        facts, add, row = self.facts, self.programme.column, self.programme.row
        leads, takers = facts.view.tribe_leads(tribe), self.candidates.tribe_leads(tribe)
        for person in leads:
            add(("steers", person, tribe))
            self.ties[person, tribe].append(("steers", person, tribe))
        for person in takers:
            key = add(("rises", person, tribe), 1)
            self.only_if_hired(person, key)
            self.ties[person, tribe].append(key)
        replacing = bool(leads and takers)
        if replacing:
            add(("followed", tribe))
            row([(1, ("followed", tribe)), *((-1, ("rises", p, tribe)) for p in takers)], high=0)
        for person in leads:
            key = add(("resigns", person, tribe), 1, whole=False)
            free: Terms = [(1, ("followed", tribe))] if replacing else []
            row([(1, key), (1, ("steers", person, tribe)), *free], low=1)
            if replacing:
                row([(1, ("steers", person, tribe)), (1, ("followed", tribe))], high=1)
        if facts.binds("TL001", tribe):
            row([*((1, ("steers", p, tribe)) for p in leads), *((1, ("rises", p, tribe)) for p in takers)], low=1, high=1)

    # -- people -------------------------------------------------------------------------------------------------------

    def only_if_hired(self, person: str, key: Key) -> None:
        """Let a column of a vacancy that may be added stand only where it is."""
        if person in self.candidates.newcomers:
            self.programme.row([(1, key), (-1, ("hired", person))], high=0)

    def _person(self, person: str) -> None:
        facts, row = self.facts, self.programme.row
        seats = self.seats.get(person, {})
        if facts.binds("MB001", person):
            limits = facts.limits["MB001"]
            bound, most = limits["membership.binds"], limits["membership.max"]
            if "owner" not in bound:
                counted = self.memberships.get(person, [])
            elif "member" not in bound:
                counted = self.owned.get(person, [])
            else:
                counted = [(1, ("there", person, s)) for s in seats]
            if len(counted) > most:
                row(counted, high=most)
        if facts.binds("PO005", person) and len(self.owned.get(person, ())) > facts.limits["PO005"]["po.max_squads"]:
            row(self.owned[person], high=facts.limits["PO005"]["po.max_squads"])
        if facts.binds("MB005", person) and person in facts.troubled:
            self._load(person)
        if seats or self.homes.get(person):
            self._home(person)

    def _load(self, person: str) -> None:
        """Leave squads, or lower shares in them, until no more than the contract is declared."""
        view = self.facts.view
        base = view.load_beside_squads(person)
        if base > 1 or view.declared_load(person) <= 1:
            return  # what roles and the line declare is not for a repair of seats to change
        terms: Terms = []
        for squad in view.squads_of(person):
            declared = view.declared(person, squad)
            if declared is None:
                continue
            share = float(Fraction(exact(declared)))
            key = self.programme.column(("lowers", person, squad), 1)
            self.programme.row([(1, key), (-1, ("there", person, squad))], high=0)
            terms += [(share, ("there", person, squad)), (-share, key)]
        self.programme.row(terms, high=float(1 - base) + 1e-9)

    def _home(self, person: str) -> None:
        facts, add, row = self.facts, self.programme.column, self.programme.row
        homes = self.homes[person]
        needs = facts.binds("MB002", person)
        owned = self.owned.get(person, []) if needs and facts.limits["MB002"]["po.line"] == "tribe_lead" else []
        if needs and self.seats.get(person):
            for chapter in self.candidates.homes(person):
                key = add(("joins", person, chapter), 1 + self._line_cost(person, chapter))
                self.only_if_hired(person, key)
                homes.setdefault(chapter, [])
                homes[chapter] = [*homes[chapter], (1, key)]
        present = [term for terms in homes.values() for term in terms]
        if needs:
            for squad in self.seats.get(person, {}):
                row([*present, *owned, (-1, ("there", person, squad))], low=0)
        if facts.binds("MB003", person) and len(homes) > 1:
            inside: Terms = []
            for chapter, terms in homes.items():
                key = add(("inside", person, chapter), whole=False)
                inside.append((1, key))
                for _, one in terms:
                    row([(1, key), (-1, one)], low=0)
            row(inside, high=1)

    def _line_cost(self, person: str, chapter: str) -> int:
        """Return how many further edits a new home chapter costs: the line of somebody ends where another manager begins."""
        if not self.facts.binds("HY003", person):
            return 0
        above = set(self.facts.view.line_above(person))
        return int(bool(above - set(self.facts.view.chapter_leads(chapter))))
