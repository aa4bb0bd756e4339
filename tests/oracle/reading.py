"""A slow, plain reading of a chart: the networkx graph at one instant, and nothing else of the house.

Every question walks over all edges. What is true at an instant is decided from the dates of the records on nodes and edges.
"""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping
from fractions import Fraction
from typing import Any

import networkx as nx

#: What ties somebody to a tribe.
EVERY_TIE = ("members", "owners", "chapter_members", "chapter_leads", "lead", "support", "coaches")
#: The numbers and readings of the whitepaper, written out by hand.
WHITEPAPER: Mapping[str, Any] = {
    "squad.max": 9, "squad.min": 3, "squad.min_chapters": 2, "squad.core": 0.5, "squad.po_vacancy_ok": True, "count.po": "union",
    "membership.max": 2, "po.max_squads": 1, "po.line": "chapter", "allow.cl_as_po": True, "bench.exempt": "leads_and_leave",
    "tribe.max": 150, "tribe.warn": 0, "tribe.shared_share": 0.15, "chapter.max": 12, "chapter.max_player_coach": 7,
    "mt.includes_po": False, "coach.max": 4, "coach.shared_below": 0.5, "count.tribe": EVERY_TIE,
}  # fmt: skip
ROLES_OF_SQUADS = ("member", "product_owner")


def days_of(graph: nx.MultiDiGraph) -> list[dt.date]:
    """Return one day in every stretch in which nothing changes, in order; in live mode nothing changes for vacancies."""
    live = graph.graph["mode"] == "live"
    nowhere = {n for n, data in graph.nodes(data=True) if live and getattr(data["record"], "vacancy", False)}
    found = {dt.date.min}
    for node, data in graph.nodes(data=True):
        if node in nowhere:
            continue
        found |= _dates(data["record"])
        for leave in getattr(data["record"], "leave", ()):
            found |= _dates(leave)
    for source, target, data in graph.edges(data=True):
        if source in nowhere or target in nowhere:
            continue
        for record in data["records"]:
            found |= _dates(getattr(record, "reference", record))
    return sorted(found)


def _dates(record: Any) -> set[dt.date]:
    return {d for d in (getattr(record, "start", None), getattr(record, "until", None)) if d is not None}


def exact(number: float) -> Fraction:
    return Fraction(str(number))


class Reading:
    def __init__(self, graph: nx.MultiDiGraph, day: dt.date, limits: Mapping[str, Any] = WHITEPAPER) -> None:
        self.graph, self.day, self.limits = graph, day, limits
        self.live = graph.graph["mode"] == "live"

    def every_day(self) -> "Iterator[Reading]":
        """Yield the readings of all time, one in every stretch in which nothing changes."""
        return (Reading(self.graph, day, self.limits) for day in days_of(self.graph))

    # -- nodes --------------------------------------------------------------------------------------------------------

    def record(self, node: str) -> Any:
        return self.graph.nodes[node]["record"]

    def runs(self, record: Any) -> bool:
        start, until = getattr(record, "start", None), getattr(record, "until", None)
        return (start is None or start <= self.day) and (until is None or self.day < until)

    def there(self, node: str) -> bool:
        record = self.record(node)
        return not (self.live and getattr(record, "vacancy", False)) and self.runs(record)

    def nodes(self, kind: str) -> list[str]:
        found = [n for n, k in self.graph.nodes(data="kind") if k == kind and self.record(n) is not None]
        return [n for n in found if not (self.live and getattr(self.record(n), "vacancy", False))]

    # -- edges --------------------------------------------------------------------------------------------------------

    def stands(self, relation: str, where: str, kind: str | None = None) -> list[str]:
        """Return who has a role somewhere now."""
        if not self.there(where):
            return []
        return [
            p
            for p, w, r, data in self.graph.edges(keys=True, data=True)
            if w == where and r == relation and self.there(p) and any(self.runs(one) for one in data["records"])
        ]

    def seats(self, relation: str, person: str, where: str) -> list[Any]:
        data = self.graph.get_edge_data(person, where, relation)
        return [one for one in data["records"] if self.runs(one)] if data and self.there(where) else []

    def refers(self, source: str, relation: str) -> list[tuple[str, Any]]:
        return [
            (t, item) for s, t, r, d in self.graph.edges(keys=True, data=True) if s == source and r == relation for item in d["records"]
        ]

    def referring(self, relation: str, target: str) -> list[str]:
        return [s for s, t, r in self.graph.edges(keys=True) if t == target and r == relation and self.there(s)]

    # -- teams --------------------------------------------------------------------------------------------------------

    def inside(self, squad: str) -> list[str]:
        return list(dict.fromkeys(p for role in ROLES_OF_SQUADS for p in self.stands(role, squad)))

    def counted(self, squad: str) -> list[str]:
        """Return who counts in a squad, under the reading of the profile."""
        members, owners = self.stands("member", squad), self.stands("product_owner", squad)
        reading = self.limits["count.po"]
        if reading == "union":
            return list(dict.fromkeys([*members, *owners]))
        return members if reading == "member" else [p for p in members if p not in owners]

    def owners(self, squad: str) -> list[str]:
        return self.stands("product_owner", squad)

    def squads(self, person: str) -> list[str]:
        return [s for s in self.nodes("squad") if person in self.inside(s)]

    def chapter(self, chapter: str) -> list[str]:
        return list(dict.fromkeys(p for role in ("member", "chapter_lead") for p in self.stands(role, chapter)))

    def chapters(self, person: str) -> list[str]:
        return [c for c in self.nodes("chapter") if person in self.chapter(c)]

    def tribe(self, team: str) -> str | None:
        return next((t for _, t, r in self.graph.out_edges(team, keys=True) if r == "in_tribe"), None)

    def squads_in(self, tribe: str) -> list[str]:
        return [s for s in self.nodes("squad") if self.tribe(s) == tribe]

    def people_of(self, tribe: str, counted: Collection[str] = EVERY_TIE, shared_below: float = 0.5) -> list[str]:
        ties: dict[str, list[str]] = {"lead": self.stands("tribe_lead", tribe), "support": self.stands("support", tribe)}
        ties["coaches"] = self.dedicated(tribe, shared_below)
        for squad in self.squads_in(tribe):
            ties.setdefault("members", []).extend(self.stands("member", squad))
            ties.setdefault("owners", []).extend(self.stands("product_owner", squad))
            ties["coaches"] += self.dedicated(squad, shared_below)
        for chapter in self.nodes("chapter"):
            if self.tribe(chapter) == tribe:  # the lead of a chapter is a member of it
                ties.setdefault("chapter_members", []).extend(self.chapter(chapter))
                ties.setdefault("chapter_leads", []).extend(self.stands("chapter_lead", chapter))
        found = dict.fromkeys(p for tie in counted for p in ties.get(tie, ()))
        return [p for p in found if not self.record(p).second_line]

    def dedicated(self, team: str, shared_below: float = 0.5) -> list[str]:
        def counts(seat: Any) -> bool:
            share = getattr(seat, "allocation", None)
            return share is None or share >= shared_below

        return [p for p in self.stands("agile_coach", team) if any(map(counts, self.seats("agile_coach", p, team)))]

    def squad_in_use(self, squad: str) -> bool:
        if self.inside(squad):
            return True
        return not any(Reading(self.graph, day).inside(squad) for day in days_of(self.graph))

    # -- products -----------------------------------------------------------------------------------------------------

    def owned(self, squad: str) -> list[str]:
        return list(dict.fromkeys(p for p, _ in self.refers(squad, "owns")))

    def owning(self, product: str, kind: str) -> list[str]:
        return [n for n in self.referring("owns", product) if n.startswith(f"{kind}:")]

    def product_in_use(self, product: str) -> bool:
        if self.owning(product, "squad") or self.owning(product, "unit"):
            return True
        return not any(s.startswith("squad:") for s, _, r in self.graph.in_edges(product, keys=True) if r == "owns")

    # -- people -------------------------------------------------------------------------------------------------------

    def skills(self, person: str) -> dict[str, int]:
        levels: dict[str, int] = {}
        for skill, item in self.refers(person, "skills"):
            levels[skill] = max(item.number, levels.get(skill, 0))
        return levels

    def away(self, person: str) -> bool:
        return any(self.runs(one) for one in self.record(person).leave)

    def posts(self, person: str) -> list[tuple[str, Any]]:
        return [(u, item.reference) for u, item in self.refers(person, "unit") if self.runs(item.reference)]

    def managers(self, person: str) -> set[str]:
        named = [m for m, item in self.refers(person, "reports_to") if self.runs(item.reference)]
        found = {m for m in named if self.there(m)}
        if not named:
            for unit, _ in self.posts(person):
                found |= self.managers_of_unit(unit, person)
        for chapter in self.chapters(person):
            found |= set(self.stands("chapter_lead", chapter))
        return found - {person}

    def managers_of_unit(self, unit: str, person: str) -> set[str]:
        own = self.stands("manager", unit)
        if own and person not in own:
            return set(own)
        parents = [p for p, _ in self.refers(unit, "parent")]
        return self.managers_of_unit(parents[0], person) if own and parents else set()

    def units_above(self, unit: str) -> list[str]:
        parents = [p for p, _ in self.refers(unit, "parent")]
        return [unit, *(self.units_above(parents[0]) if parents else [])]

    # -- hours --------------------------------------------------------------------------------------------------------

    def declared(self, person: str, squad: str) -> Fraction | None:
        shares = [getattr(seat, "allocation", None) for role in ROLES_OF_SQUADS for seat in self.seats(role, person, squad)]
        known = [exact(a) for a in shares if a is not None]
        return max(known) if known else None

    def beside(self, person: str) -> Fraction:
        shares = [*self.record(person).role_load.values(), *(getattr(post, "allocation", None) for _, post in self.posts(person))]
        return sum((exact(a) for a in shares if a is not None), Fraction(0))

    def load(self, person: str) -> Fraction:
        return self.beside(person) + sum((d for s in self.squads(person) if (d := self.declared(person, s)) is not None), Fraction(0))

    def fte(self, person: str) -> Fraction:
        told = self.record(person).fte
        return Fraction(1) if told is None else exact(told)

    def share(self, person: str, squad: str) -> Fraction:
        told = self.declared(person, squad)
        if told is not None:
            return told
        untold = sum(1 for s in self.squads(person) if self.declared(person, s) is None)
        return max(1 - self.load(person), Fraction(0)) / untold
