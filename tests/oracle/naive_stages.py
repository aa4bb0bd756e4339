"""The rules about stages, written a second time, from their definitions, on plain readings of charts in sequence."""

import datetime as dt
from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

import networkx as nx

import spotifymodel as sm

from .naive_rules import _of_products
from .reading import Reading, days_of, exact
from .second import Said


class Moment(NamedTuple):
    """A state between two changes: which chart of the sequence, what is true, from when until when."""

    number: int
    at: Reading
    start: dt.date | None
    until: dt.date | None


STAGED: dict[str, Callable[[list[Moment], str], Said]] = {}


def moments_of(graphs: list[nx.MultiDiGraph]) -> list[Moment]:
    found = []
    for number, graph in enumerate(graphs):
        days = [None if day == dt.date.min else day for day in days_of(graph)]
        found += [Moment(number, Reading(graph, a or dt.date.min), a, b) for a, b in zip(days, [*days[1:], None], strict=True)]
    return found


def everybody(moments: list[Moment]) -> list[str]:
    return list(dict.fromkeys(n for m in moments for n, kind in m.at.graph.nodes(data="kind") if kind == "person"))


def staged(code: str) -> Callable[[Callable[[list[Moment], str], Said]], Callable[[list[Moment], str], Said]]:
    def enter(judge: Callable[[list[Moment], str], Said]) -> Callable[[list[Moment], str], Said]:
        STAGED[code] = judge
        return judge

    return enter


# -- a place for everybody ------------------------------------------------------------------------------------------------

PLACES = {
    "squad": ("member", "product_owner", "agile_coach", "compliance"),
    "chapter": ("member", "chapter_lead"),
    "tribe": ("tribe_lead", "agile_coach", "support"),
    "unit": ("manager",),
    "project": ("manager",),
}


def _has_place(at: Reading, person: str) -> bool:
    if at.record(person).second_line or at.away(person):
        return True
    seats = [(where, role) for _, where, role in at.graph.out_edges(person, keys=True) if role in PLACES.get(where.split(":")[0], ())]
    posts = [item.reference for field in ("unit", "reports_to") for _, item in at.refers(person, field)]
    return any(person in at.stands(role, where) for where, role in seats) or any(at.runs(post) for post in posts)


@staged("TX001")
def no_destination(moments: list[Moment], person: str) -> Said:
    here = [person in m.at.graph and not m.at.record(person).vacancy for m in moments]
    later = moments[here.index(True) + 1 :] if any(here) else []
    return True if any(person not in m.at.nodes("person") or not _has_place(m.at, person) for m in later) else None


# -- duties ---------------------------------------------------------------------------------------------------------------

SPELT = {"Blok 3b": "3b", "PAP/PARP": "approval-review"}
COLUMNS = {
    "technical": ("technical 1.0", "technical 2.0"),
    "strategic": ("strategic 1.0", "strategic 2.0"),
    "marketing": ("marketing 1.0",),
    "manager": ("strategic 1.0",),
    "owner": ("product_owner 2.0",),
}


def _ties(role: str, duty: str) -> set[str]:
    paper = sm.whitepaper
    tables = [table for table in (paper.blocks_by_role, paper.duties_by_role) if duty in table.rows]
    return {tie for table in tables for column in COLUMNS[role] if (tie := table.cell(duty, column)) is not None}


def _holds(at: Reading, person: str, duty: str) -> set[str]:
    """Return how somebody holds a duty: stated, inferred, both, or not at all."""
    record, found = at.record(person), set()
    written = {"block": record.blocks, "duty": record.duties}
    if duty in {SPELT.get(text, text) for texts in written.values() for text in texts}:
        found.add("stated")
    owned = [s for s in at.nodes("squad") if person in at.owners(s)]
    of_products = [c for c in at.nodes("chapter") if _of_products(at, c)]
    chapters = at.chapters(person)
    manages = not chapters or owned or not of_products or set(of_products) & set(chapters)
    kind = "block" if duty in sm.whitepaper.blocks_by_role.rows else "duty"
    if record.pm_type is not None and manages and not written[kind]:
        ties = _ties(record.pm_type, duty)
        found |= {"inferred"} if ties and record.pm_type == "manager" else ties
    if any(at.record(s).mandate == "end_to_end" for s in owned):
        found |= _ties("owner", duty)
    if duty == "approval-review" and any(person in at.stands("review_owner", x) for x in at.nodes("product")):
        found.add("stated")
    return found


@staged("TX002")
def duty_dropped(moments: list[Moment], duty: str) -> Said:
    had = False
    for moment in moments:
        ties = [_holds(moment.at, p, duty) for p in moment.at.nodes("person")]
        if had and not any(ties):
            return 0
        had |= any("stated" in one for one in ties)
    return None


# -- services -------------------------------------------------------------------------------------------------------------


def _hours(at: Reading, product: str) -> Fraction:
    units = set(at.owning(product, "unit"))
    total = Fraction(0)
    for person in [p for p in at.nodes("person") if not at.away(p)]:
        share = sum((at.share(person, s) for s in at.owning(product, "squad") if person in at.inside(s)), Fraction(0))
        posts = [(unit, getattr(post, "allocation", None)) for unit, post in at.posts(person)]
        untold = [told for _, told in posts if told is None]
        left = Fraction(0)
        if untold and all(at.declared(person, s) is not None for s in at.squads(person)):
            left = max(1 - at.load(person), Fraction(0)) / len(untold)
        share += sum((left if told is None else exact(told) for unit, told in posts if units & set(at.units_above(unit))), Fraction(0))
        total += share * at.fte(person)
    return total


@staged("TX003")
def below_floor(moments: list[Moment], product: str) -> Said:
    owned, short = False, []
    for _, at, _, _ in moments:
        if product not in at.graph:
            continue
        owned = owned or bool(at.owning(product, "squad") or at.owning(product, "unit"))
        floor = at.record(product).floor_fte
        if owned and floor and _hours(at, product) < exact(floor):
            short.append((float(_hours(at, product)) - floor, float(_hours(at, product))))
    floors = any(product in m.at.graph and m.at.record(product).floor_fte for m in moments)
    worst = min(short, key=lambda one: one[0])[1] if short else None  # the first of equally short stages
    return worst if short else "unknown" if floors and not owned else None


# -- training and consultation --------------------------------------------------------------------------------------------

CALLED = {
    "product owner": "product_owner", "product_owner": "product_owner", "PO": "product_owner", "CL": "chapter_lead",
    "chapter lead": "chapter_lead", "tribe lead": "tribe_lead", "agile coach": "agile_coach",
}  # fmt: skip


def _in_role(at: Reading, person: str, role: str) -> bool:
    return person in at.graph and any(
        person in at.stands(role, where) for _, where, r in at.graph.out_edges(person, keys=True) if r == role
    )


@staged("TX004")
def before_ready(moments: list[Moment], person: str) -> Said:
    answers = [_before(moments, person, role) for role in dict.fromkeys(CALLED.values())]
    return True if True in answers else "unknown" if "unknown" in answers else None


def _before(moments: list[Moment], person: str, role: str) -> Said:
    held = [_in_role(m.at, person, role) for m in moments]
    said: Said = None
    for k, moment in enumerate(moments):
        training = moment.at.record(person).training if person in moment.at.graph else ()
        ready = max((one.ready for one in training if CALLED.get(one.role) == role and one.ready), default=None)
        always = moment.start is None and all(held[: k + 1])
        if ready is None or not held[k] or always:
            continue
        if moment.start is not None:
            if moment.start < ready:
                return True
        elif moment.until is not None and moment.until <= ready:
            return True
        else:
            said = "unknown"
    return said


@staged("TX006")
def not_consulted(moments: list[Moment], _organisation: str) -> Said:
    gates = [g for m in moments for g in m.at.graph.graph["gates"] if g.kind in {"works_council", "OR-advies"}]
    for before, after in pairwise(moments):
        placed = [p for p in before.at.graph if p.startswith("person:") and _newly_seated(before.at, after.at, p)]
        if placed:
            in_time = [g for g in gates if _gate_before(g, after)]
            return None if in_time else len(placed)
    return None


def _newly_seated(before: Reading, after: Reading, person: str) -> bool:
    def seats(at: Reading) -> set[str]:
        return {*at.squads(person), *at.chapters(person)} if person in at.graph else set()

    return not before.record(person).vacancy and bool(seats(after) - seats(before))


def _gate_before(gate: object, moment: Moment) -> bool:
    wave, date = getattr(gate, "wave", None), getattr(gate, "date", None)
    return (wave is None or wave <= moment.number) and (date is None or moment.start is None or date <= moment.start)


def subjects(code: str, moments: list[Moment]) -> Iterator[str]:
    """Yield everything that a rule about stages is asked of."""
    if code == "TX006":
        yield "organisation"
    elif code == "TX002":
        own = [text for p in everybody(moments) for m in moments if p in m.at.graph for text in _written(m.at.record(p))]
        yield from dict.fromkeys([*sm.whitepaper.blocks_by_role.rows, *sm.whitepaper.duties_by_role.rows, *own])
    elif code == "TX003":
        yield from dict.fromkeys(n for m in moments for n, kind in m.at.graph.nodes(data="kind") if kind == "product")
    else:
        yield from everybody(moments)


def _written(record: object) -> list[str]:
    return [SPELT.get(text, text) for field in ("blocks", "duties") for text in getattr(record, field)]
