"""The chart of a stage: who has moved sits in squads and chapters, who has not still sits in the line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ...model.org import Org
from ...model.teams import Mandate
from .remaining import Remainder, holders_of

__all__ = ["Ends", "halfway", "peopled", "settled", "with_fillings"]


@dataclass(frozen=True)
class Ends:
    """The charts of today and to be, as documents."""

    start: Mapping[str, Any]
    end: Mapping[str, Any]


def halfway(
    ends: Ends,
    live: set[str],
    moved: set[str],
    mandates: Mapping[str, Mandate],
    over: set[str],
    gates: Sequence[Mapping[str, Any]],
    filling: Sequence[Mapping[str, Any]] = (),
) -> tuple[dict[str, Any], dict[str, str]]:
    """Return the document in which some squads are live and some people have moved, and who stands in for whom of today's teams.

    Parameters
    ----------
    live, moved : set of str
        Squads and people.
    mandates : mapping
        Of the live squads.
    over : set of str
        Projects that squads have taken over.
    gates, filling : sequence of mapping
        Records: moments of the way, and vacancies that keep services above their floors.
    """
    start, end = ends.start, ends.end
    before = {p["id"]: p for p in start["people"]}
    tribes = [t for tribe in end.get("tribes", ()) if (t := _tribe(tribe, live, moved, before.keys() - moved, mandates)) is not None]
    held = {p for tribe in tribes for p in _everybody(tribe)}
    people = [p if p["id"] in moved or p["id"] not in before else before[p["id"]] for p in end["people"]]
    people = [p for p in people if not p.get("vacancy") or p["id"] in before or p["id"] in held] + [dict(one) for one in filling]
    left = Remainder(start, end, moved | {p["id"] for p in end["people"] if p.get("second_line")} | _nobodies(start))
    people += left.people
    projects = [p for p in start.get("projects", ()) if p["id"] not in over]
    made = {**end, "kind": "hybrid", "people": people, "tribes": [*left.tribes, *tribes], "units": _units(start, people)}
    made |= {"projects": projects, "gates": [dict(one) for one in gates], "squads": left.squads, "chapters": left.chapters}
    return {k: v for k, v in made.items() if v and k != "mode"}, left.interim  # an empty list says nothing; a plan is a design


def _nobodies(start: Mapping[str, Any]) -> set[str]:
    """Return the vacancies of today that count nowhere: nobody is hired into a team that is on its way out.

    A stage is a design, in which the vacancies of the chart to be hold their seats; those of a live chart never did.
    """
    return {p["id"] for p in start["people"] if p.get("vacancy")} if start.get("mode") == "live" else set()


def with_fillings(document: Mapping[str, Any], people: Sequence[Mapping[str, Any]], owns: Mapping[str, str]) -> dict[str, Any]:
    """Return a document with vacancies in the line, and with units that say that they help to run a service."""
    units = [{**u, "owns": [*u.get("owns", ()), *mine]} if (mine := [p for p, unit in owns.items() if unit == u["id"]]) else u
             for u in document.get("units", ())]  # fmt: skip
    made = {**document, "people": [*document["people"], *(dict(one) for one in people)], "units": units}
    return {k: v for k, v in made.items() if v}


def settled(target: Org, mandates: Mapping[str, Mandate], over: set[str]) -> dict[str, Any]:
    """Return the chart to be as a document in which every squad says its mandate and no project does the work of a squad."""
    document = target.to_dict()
    document["tribes"] = [
        {**t, "squads": [{**s, "mandate": mandates[s["id"]]} if s["id"] in mandates else s for s in t.get("squads", ())]}
        for t in document.get("tribes", ())
    ]
    document["projects"] = [p for p in document.get("projects", ()) if p["id"] not in over]
    return {k: v for k, v in document.items() if v and k != "mode"}  # its vacancies are seats to be filled: a design


def _tribe(
    tribe: dict[str, Any], live: set[str], moved: set[str], absent: set[str], mandates: Mapping[str, Mandate]
) -> dict[str, Any] | None:
    squads = [s for s in tribe.get("squads", []) if s["id"] in live]
    if not squads:
        return None
    inside = moved | {p for s in squads for p in holders_of(s.get("members"))}
    chapters = []
    for chapter in tribe.get("chapters", []):
        members = [m for m in chapter.get("members", []) if inside.issuperset(holders_of(m))]
        if members or moved.intersection(holders_of(chapter.get("lead"))):
            chapters.append({**chapter, "members": members})
    known = {c["id"] for c in chapters}
    squads = [{**s, "mandate": mandates[s["id"]]} if s["id"] in mandates else s for s in squads]
    squads = [{**s, "needs": {c: n for c, n in s["needs"].items() if c in known}} if "needs" in s else s for s in squads]
    return {**_come(tribe, absent), "squads": [_come(s, absent) for s in squads], "chapters": chapters}


def _come(team: Mapping[str, Any], absent: set[str]) -> dict[str, Any]:
    """Leave out coaches who are still in the line: they come when they are ready."""
    coaches = team.get("agile_coaches")
    if not absent.intersection(holders_of(coaches)):
        return dict(team)
    there = [c for c in (coaches if isinstance(coaches, list) else [coaches]) if not absent.intersection(holders_of(c))]
    return {k: v for k, v in {**team, "agile_coaches": there}.items() if k != "agile_coaches" or v}


def _everybody(tribe: dict[str, Any]) -> set[str]:
    found = {p for role in ("lead", "agile_coaches", "support") for p in holders_of(tribe.get(role))}
    for team in (*tribe["squads"], *tribe["chapters"]):
        found |= {p for role in ("members", "product_owner", "lead", "agile_coaches") for p in holders_of(team.get(role))}
    return found


def _units(start: Mapping[str, Any], people: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Units keep their manager as long as somebody is left in them or below them."""
    units = start.get("units", [])
    kept = peopled(units, people)
    return [u if u["id"] in kept else {k: v for k, v in u.items() if k != "manager"} for u in units]


def peopled(units: Sequence[Mapping[str, Any]], people: Sequence[Mapping[str, Any]]) -> set[str]:
    """Return the units in which somebody is left, and those above them."""
    parents = {u["id"]: u.get("parent") for u in units}
    kept: set[str] = set()
    for person in people:
        for post in person["unit"] if isinstance(person.get("unit"), list) else [person.get("unit")]:
            unit = post.get("unit") if isinstance(post, dict) else post
            while unit is not None and unit not in kept:
                kept.add(unit)
                unit = parents.get(unit)
    return kept
