"""The rules about tribes, their leads and coaches, written a second time, from their definitions, on the plain reading."""

from fractions import Fraction
from math import ceil

import networkx as nx

from .reading import Reading
from .second import Said, rule


@rule("TR001", "tribe")
def too_large(at: Reading, tribe: str) -> Said:
    heads = len(at.people_of(tribe, at.limits["count.tribe"], at.limits["coach.shared_below"]))
    least = min(at.limits["tribe.max"], at.limits["tribe.warn"] or at.limits["tribe.max"])
    return heads if heads > least else None


@rule("TR003", "tribe")
def no_purpose(at: Reading, tribe: str) -> Said:
    return None if (at.record(tribe).purpose or "").strip() else True


@rule("TR004", "tribe")
def mixed(at: Reading, tribe: str) -> Said:
    if at.record(tribe).mixed_on_purpose:
        return None
    kinds = [at.record(s).kind or at.record(tribe).kind for s in at.squads_in(tribe) if at.there(s)]
    if {"run", "change"} <= set(kinds):
        return True
    return "unknown" if len(kinds) > 1 and None in kinds else None


@rule("TL001", "tribe")
def lead_count(at: Reading, tribe: str) -> Said:
    leading = len(at.stands("tribe_lead", tribe))
    used = at.people_of(tribe) or not any(now.people_of(tribe) for now in at.every_day())
    return leading if used and leading != 1 else None


@rule("TL002", "person")
def self_steering(at: Reading, person: str) -> Said:
    steers: nx.DiGraph[str] = nx.DiGraph()
    for tribe in at.nodes("tribe"):
        steered = [p for s in at.squads_in(tribe) for p in at.owners(s)]
        steered += [p for c in at.nodes("chapter") if at.tribe(c) == tribe for p in at.stands("chapter_lead", c)]
        steers.add_edges_from((lead, p) for lead in at.stands("tribe_lead", tribe) for p in steered)
    in_circles = {p for circle in nx.simple_cycles(steers) for p in circle}
    return True if person in in_circles else None


@rule("TL003", "tribe")
def management_team(at: Reading, tribe: str) -> Said:
    declared = set(at.stands("management_team", tribe))
    if not declared:
        return None
    expected = set(at.stands("tribe_lead", tribe))
    expected |= {p for c in at.nodes("chapter") if at.tribe(c) == tribe for p in at.stands("chapter_lead", c)}
    if at.limits["mt.includes_po"]:
        expected |= {p for s in at.squads_in(tribe) for p in at.owners(s)}
    return None if declared == expected else True


@rule("AC001", "squad")
def no_coach(at: Reading, squad: str) -> Said:
    home = at.tribe(squad)
    coaches = at.stands("agile_coach", squad) or (home is not None and at.stands("agile_coach", home))
    return True if at.squad_in_use(squad) and not coaches else None


@rule("AC002", "person")
def stretched_coach(at: Reading, person: str) -> Said:
    named = [s for s in at.nodes("squad") if person in at.stands("agile_coach", s)]
    rest = Fraction(0)
    for tribe in at.nodes("tribe"):
        coaches = at.stands("agile_coach", tribe)
        if person in coaches:
            unnamed = [s for s in at.squads_in(tribe) if at.there(s) and not at.stands("agile_coach", s)]
            rest += Fraction(len(unnamed), len(coaches))
    load = len(named) + ceil(rest)
    return load if load > at.limits["coach.max"] else None
