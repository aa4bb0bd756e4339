"""The twelve invariants of a road, written a second time on plain documents: what a plan says in JSON, and nothing of our code."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from math import ceil
from typing import Any

from tests.rules.oracle import hard_findings

__all__ = ["INVARIANTS", "broken"]

Doc = dict[str, Any]


def ids(value: Any) -> list[str]:
    """Return the ids of a role as a document has them."""
    if value is None:
        return []
    return [v if isinstance(v, str) else v.get("person", v.get("unit")) for v in (value if isinstance(value, list) else [value])]


def squads_in(org: Doc) -> dict[str, Doc]:
    return {s["id"]: s for t in org.get("tribes", []) for s in t.get("squads", [])}


def inside(squad: Doc) -> set[str]:
    return {*ids(squad.get("members")), *ids(squad.get("product_owner"))}


def chapters_in(org: Doc) -> dict[str, Doc]:
    return {c["id"]: c for t in org.get("tribes", []) for c in t.get("chapters", [])}


def people_in(org: Doc) -> dict[str, Doc]:
    return {p["id"]: p for p in org["people"]}


def managers(org: Doc, person: Doc) -> set[str]:
    """Return the different line managers of somebody: said by name, or the unit's, and the leads of the chapters."""
    units = {u["id"]: u for u in org.get("units", [])}
    found = set(ids(person.get("reports_to")))
    for unit in ids(person.get("unit")) if not found else []:
        at: str | None = unit
        own = set(ids(units[unit].get("manager")))
        if person["id"] in own:
            at = units[unit].get("parent")
        found |= set(ids(units[at].get("manager"))) if at else set()
    for chapter in chapters_in(org).values():
        if person["id"] in ids(chapter.get("members")):
            found |= set(ids(chapter.get("lead")))
    return found - {person["id"]}


def in_tribes(org: Doc) -> dict[str, set[str]]:
    """Return tribe → everybody with any tie to it."""
    found: dict[str, set[str]] = {}
    for tribe in org.get("tribes", []):
        mine = found[tribe["id"]] = {p for role in ("lead", "agile_coaches", "support") for p in ids(tribe.get(role))}
        for team in (*tribe.get("squads", []), *tribe.get("chapters", [])):
            mine |= {p for role in ("members", "product_owner", "lead", "agile_coaches") for p in ids(team.get(role))}
    return found


def i1_hard_rules(before: Doc, plan: Doc) -> Iterator[str]:
    for stage in plan["stages"]:
        if any(hard_findings(stage["org"]).values()):
            yield f"{stage['name']}: {hard_findings(stage['org'])}"
        if stage is not plan["stages"][0]:
            live = {s for s, m in stage["mandates"].items() if m != "none"}
            if live - set(squads_in(stage["org"])):
                yield f"{stage['name']}: a live squad is not on the chart"


def i2_one_line_manager(before: Doc, plan: Doc) -> Iterator[str]:
    had = {p["id"] for p in before["people"] if managers(before, p)}
    for stage in plan["stages"]:
        org = stage["org"]
        heads = {p for t in org.get("tribes", []) for p in ids(t.get("lead"))}
        for person in org["people"]:
            above = managers(org, person)
            if len(above) > 1 or (not above and person["id"] in had - heads):
                yield f"{stage['name']}: {person['id']} has {len(above)} line managers"


def i3_duties(before: Doc, plan: Doc) -> Iterator[str]:
    """Duties that are written out; those of types follow in the second reading of the rule."""
    held: set[str] = set()
    for stage in plan["stages"]:
        now = {d for p in stage["org"]["people"] for d in (*p.get("duties", []), *p.get("blocks", []))}
        if held - now:
            yield f"{stage['name']}: nobody has {sorted(held - now)}"
        held |= now


def hours(org: Doc, product: str) -> float | None:
    """Return what squads and units give a product; ``None`` where none owns it. For charts without shares and leave."""
    people, units = people_in(org), {u["id"]: u for u in org.get("units", [])}
    squads = [s for s in squads_in(org).values() if product in s.get("owns", [])]
    owning = {u for u, record in units.items() if product in record.get("owns", [])}
    if not squads and not owning:
        return None
    seats = {p: sum(p in inside(s) for s in squads_in(org).values()) for s in squads_in(org).values() for p in inside(s)}
    shares = {
        (s["id"], m["person"]): m.get("allocation") for s in squads_in(org).values() for m in s.get("members", []) if isinstance(m, dict)
    }
    found = sum((shares.get((s["id"], p)) or 1 / seats[p]) * people[p].get("fte", 1.0) for s in squads for p in inside(s))
    for person in people.values():
        for unit in ids(person.get("unit")):
            above = unit
            while above is not None and above not in owning:
                above = units[above].get("parent")
            if above is not None and person["id"] not in seats:
                found += person.get("fte", 1.0)
    return found


def i4_floors(before: Doc, plan: Doc) -> Iterator[str]:
    run: set[str] = set()
    for k, stage in enumerate(plan["stages"]):
        vacancies = {p["id"]: p.get("fte", 1.0) for p in stage["org"]["people"] if p.get("vacancy")}
        for product in before.get("products", []):
            there = hours(stage["org"], product["id"])
            run |= {product["id"]} if there is not None else set()
            floor = product.get("floor_fte") or 0
            if k and product["id"] in run and (there or 0) < floor - 1e-6:
                yield f"{stage['name']}: {product['id']} has {there} of {floor}"
        for fill in stage["backfill"]:
            short = fill["floor"] - fill["there"]
            if abs(sum(vacancies.get(p, 0.0) for p in fill["people"]) - short) > 1e-3 or short <= 0:
                yield f"{stage['name']}: {fill['service']} is filled by others than are named"
            if abs(fill["price"] - short * fill["weeks"]) > 0.01:
                yield f"{stage['name']}: the price of {fill['service']} is not its hours times its weeks"


def i5_one_hand_on_a_product(before: Doc, plan: Doc) -> Iterator[str]:
    over: set[str] = set()
    for stage in plan["stages"]:
        owned = {x for s in squads_in(stage["org"]).values() for x in s.get("owns", [])}
        over |= {p["project"] for p in stage["projects"] if p["squad"] is not None}
        running = {p["id"] for p in stage["org"].get("projects", [])}
        for project in before.get("projects", []):
            if project["id"] in running and project.get("product") in owned:
                yield f"{stage['name']}: project {project['id']} and a squad change the same product"
            if (project["id"] in running) == (project["id"] in over):
                yield f"{stage['name']}: project {project['id']} is dropped, or runs after its end"


def i6_mandates(before: Doc, plan: Doc) -> Iterator[str]:
    order = ["none", "soft", "end_to_end"]
    last = plan["stages"][-1]["mandates"]
    reached = dict.fromkeys(last, 0)
    for stage in plan["stages"]:
        chart = squads_in(stage["org"]) if stage is not plan["stages"][0] else {}
        for squad, mandate in stage["mandates"].items():
            rung = order.index(mandate)
            if rung < reached[squad]:
                yield f"{stage['name']}: {squad} loses its mandate"
            if (squad in chart) != (mandate != "none") and last[squad] != "none":
                yield f"{stage['name']}: {squad} is live and has no mandate, or the other way round"
            if squad in chart and chart[squad].get("mandate") != mandate:
                yield f"{stage['name']}: the chart gives {squad} another mandate"
            if mandate == "soft" and squad not in stage["soft"]:
                yield f"{stage['name']}: nobody says why {squad} is soft"
            reached[squad] = max(reached[squad], rung)


def i7_load(before: Doc, plan: Doc) -> Iterator[str]:
    for stage in plan["stages"]:
        people = people_in(stage["org"])
        load: dict[str, float] = {}
        seated: dict[str, int] = {}
        for squad in squads_in(stage["org"]).values():
            for seat in squad.get("members", []):
                person, share = (seat, 0.0) if isinstance(seat, str) else (seat["person"], seat.get("allocation", 0.0))
                load[person] = load.get(person, 0.0) + share
                seated[person] = seated.get(person, 0) + 1
                if people[person].get("unit") is not None:
                    yield f"{stage['name']}: {person} works in a squad and in a unit"
        yield from (f"{stage['name']}: {p} is loaded {v}" for p, v in load.items() if v > 1)
        yield from (f"{stage['name']}: {p} sits in {n} squads" for p, n in seated.items() if n > 2)


def i8_move_once(before: Doc, plan: Doc) -> Iterator[str]:
    old, final = people_in(before), people_in(plan["org"])
    moved: set[str] = set()
    home: dict[str, str] = {}
    for stage in plan["stages"]:
        now = people_in(stage["org"])
        yield from (f"{stage['name']}: {p} moves again" for p in moved & set(stage["people"]))
        moved |= set(stage["people"])
        yield from (f"{stage['name']}: {p} is lost" for p in old if p not in now)
        for person, record in old.items():
            if person not in moved and now.get(person) != record:
                yield f"{stage['name']}: {person} has not moved and is another"
        for chapter in chapters_in(stage["org"]).values():
            for person in ids(chapter.get("members")):
                if person in moved and home.setdefault(person, chapter["id"]) != chapter["id"]:
                    yield f"{stage['name']}: {person} changes chapter"
    stay = {p for p, record in old.items() if record.get("unit") is not None and final[p].get("unit") == record.get("unit")}
    yield from (f"{p} never moves" for p in old.keys() - moved - stay if not old[p].get("vacancy"))


ROLES = {"product_owner": {"productowner", "po", "owner"}, "chapter_lead": {"chapterlead", "cl"}, "tribe_lead": {"tribelead", "tl"}}


def i9_ready(before: Doc, plan: Doc) -> Iterator[str]:
    months = {(t["person"], t["squad"]): t["months"] or 0 for t in plan["gaps"]["trainings"]}
    begun: set[tuple[str, str]] = set()
    for stage in plan["stages"][1:]:
        people = people_in(stage["org"])
        held = [(p, "product_owner", s["id"]) for s in squads_in(stage["org"]).values() for p in ids(s.get("product_owner"))]
        held += [(p, "chapter_lead", c["id"]) for c in chapters_in(stage["org"]).values() for p in ids(c.get("lead"))]
        held += [(p, "tribe_lead", t["id"]) for t in stage["org"].get("tribes", []) for p in ids(t.get("lead"))]
        new = {(r["role"], r["of"]) for s in plan["stages"] for r in s["readiness"]}  # teams of today began before
        held = [(p, role, where) for p, role, where in held if (role, where) in new and p not in stage["interim"]]
        for person, role, where in held:
            names = [
                t for t in people[person].get("training", []) if "".join(filter(str.isalnum, t.get("role", "").lower())) in ROLES[role]
            ]
            days = [dt.date.fromisoformat(str(t["ready"])) for t in names]
            if stage["start"] and days and dt.date.fromisoformat(stage["start"]) < max(days):
                yield f"{stage['name']}: {person} begins before the training is ready"
            if role == "product_owner" and not days and stage["week"] < ceil(months.get((person, where), 0) * 52 / 12):
                yield f"{stage['name']}: {person} begins months too early"
            if (person, where) not in begun and not any((r["person"], r["of"]) == (person, where) for r in stage["readiness"]):
                yield f"{stage['name']}: nothing is said of whether {person} is ready for {where}"
            begun.add((person, where))
        wanted = {t["id"] for t in plan["org"]["tribes"] if t.get("agile_coaches")}
        for tribe in stage["org"].get("tribes", []):
            if tribe["id"] in wanted and not tribe.get("agile_coaches"):
                yield f"{stage['name']}: {tribe['id']} has no coach yet"


def i10_tribes(before: Doc, plan: Doc) -> Iterator[str]:
    for stage in plan["stages"]:
        for tribe, everybody in in_tribes(stage["org"]).items():
            if len(everybody) > 150:
                yield f"{stage['name']}: {tribe} has {len(everybody)} people"


def i11_consultation(before: Doc, plan: Doc) -> Iterator[str]:
    first = plan["stages"][1]
    gates = [g for g in plan["stages"][0]["org"].get("gates", []) if "council" in g["kind"] or g["kind"].lower().startswith("or")]
    if not gates:
        yield "nobody asks the works council"
    for gate in gates:
        if gate.get("wave", 1) > 1 or (first["start"] and gate.get("date") and str(gate["date"]) > first["start"]):
            yield "the works council is asked after the first placement"
    if plan["stages"][0]["people"] or plan["stages"][0]["squads"] or plan["stages"][0]["week"]:
        yield "something binds before the works council is asked"
    if not any(g["kind"] == "works_council" for g in plan["stages"][0]["gates"]):
        yield "the stage does not name the works council"


def i12_stop_point(before: Doc, plan: Doc) -> Iterator[str]:
    """After every stage the organisation could stop: everybody has a place, every reference holds, weeks go on."""
    weeks = [s["week"] for s in plan["stages"]]
    if weeks != sorted(set(weeks)):
        yield f"weeks {weeks} do not go on"
    for stage in plan["stages"]:
        org = stage["org"]
        people, placed = people_in(org), set().union(*in_tribes(org).values()) if org.get("tribes") else set()
        for person, record in people.items():
            if person not in placed and record.get("unit") is None and not record.get("second_line") and not record.get("vacancy"):
                yield f"{stage['name']}: {person} has no place"
        yield from (f"{stage['name']}: {p} is on no list of people" for p in placed - people.keys())
        for chapter in chapters_in(org).values():
            if len(set(ids(chapter.get("lead")))) != 1:
                yield f"{stage['name']}: chapter {chapter['id']} has no lead of its own"
        members = {p for c in chapters_in(org).values() for p in (*ids(c.get("members")), *ids(c.get("lead")))}
        for squad in squads_in(org).values():
            yield from (f"{stage['name']}: {p} sits in {squad['id']} and in no chapter" for p in inside(squad) - members)
    if plan["stages"][-1]["org"] != plan["org"]:
        yield "the last stage is not the chart to be"


INVARIANTS: dict[str, Callable[[Doc, Doc], Iterator[str]]] = {
    "I1": i1_hard_rules,
    "I2": i2_one_line_manager,
    "I3": i3_duties,
    "I4": i4_floors,
    "I5": i5_one_hand_on_a_product,
    "I6": i6_mandates,
    "I7": i7_load,
    "I8": i8_move_once,
    "I9": i9_ready,
    "I10": i10_tribes,
    "I11": i11_consultation,
    "I12": i12_stop_point,
}


def broken(before: Doc, plan: Doc) -> list[str]:
    """Return every invariant that a plan breaks, with where."""
    if not plan["stages"]:
        return []
    return [f"{name}: {what}" for name, judge in INVARIANTS.items() for what in judge(before, plan)]
