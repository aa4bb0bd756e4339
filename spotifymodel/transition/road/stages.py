"""Every stage of the way as a chart: who has moved sits in squads and chapters, who has not still sits in the line."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final, Literal

from ...checking.run import check
from ...model.org import Org
from .stage import Stage
from .waves import Wave

__all__ = ["Stage", "stages_of"]

_NAMES: Final = {
    "en": ("baseline and consultation", "front runners", "wave {n}", "steady state"),
    "nl": ("uitgangspunt en raadpleging", "voorlopers", "golf {n}", "eindsituatie"),
}


def stages_of(before: Org, target: Org, waves: Sequence[Wave], profile: str | Path, language: Literal["en", "nl"]) -> tuple[Stage, ...]:
    """Return the stages from the chart of today to the target.

    Notes
    -----
    With the first wave the tribe lead, coaches and support move; with the first of their squads the members of a squad; with
    the first of its members the lead of a chapter. Who has no seat in a squad moves last. A unit keeps its manager as long as
    somebody is left in it. The last stage is the target itself.
    """
    names = _NAMES[language]
    start, end = before.to_dict(), target.to_dict()
    there = {p.id for p in before.people}
    found = [_stage(names[0], 0, None, before, (), (), profile)]
    live: set[str] = set()
    moved: set[str] = set()
    for k, wave in enumerate(waves):
        live |= set(wave.squads)
        last = k + 1 == len(waves)
        arrived = _arrived(end, live) | ({p["id"] for p in end["people"]} if last else set())
        new = tuple(p.id for p in before.people if p.id in arrived - moved and not (last and _stays(p.id, end)))
        moved |= arrived
        org = target if last else Org.from_dict(_halfway(start, end, live, moved & there))
        name = names[3] if last else names[1] if k == 0 else names[2].format(n=k + 1)
        found.append(_stage(name, wave.week, wave.start, org, wave.squads, new, profile))
    return tuple(found)


def _stays(person: str, end: dict[str, Any]) -> bool:
    return any(p["id"] == person and p.get("second_line") for p in end["people"])


def _stage(
    name: str, week: int, day: dt.date | None, org: Org, squads: tuple[str, ...], people: tuple[str, ...], profile: str | Path
) -> Stage:
    counted: dict[str, int] = {}
    for finding in check(org, profile=profile).findings:
        counted[finding.code] = counted.get(finding.code, 0) + 1
    return Stage(name, week, day, org, squads, people, dict(sorted(counted.items())))


def _holders(value: Any) -> list[str]:
    if value is None:
        return []
    seats = value if isinstance(value, list) else [value]
    return [s if isinstance(s, str) else s["person"] for s in seats]


def _arrived(end: dict[str, Any], live: set[str]) -> set[str]:
    """Return everybody who has left the line once these squads are live."""
    found: set[str] = set()
    for tribe in end["tribes"]:
        mine = [s for s in tribe.get("squads", []) if s["id"] in live]
        if not mine:
            continue
        for role in ("lead", "agile_coaches", "support"):
            found.update(_holders(tribe.get(role)))
        for squad in mine:
            found.update([*_holders(squad.get("members")), *_holders(squad.get("product_owner"))])
        for chapter in tribe.get("chapters", []):
            if found.intersection(_holders(chapter.get("members"))):
                found.update(_holders(chapter.get("lead")))
    return found


def _halfway(start: dict[str, Any], end: dict[str, Any], live: set[str], moved: set[str]) -> dict[str, Any]:
    """Return the document in which some squads are live and some people have moved."""
    before = {p["id"]: p for p in start["people"]}
    tribes = [t for tribe in end["tribes"] if (t := _tribe(tribe, live, moved)) is not None]
    held = {p for tribe in tribes for p in _everybody(tribe)}
    people = [p if p["id"] in moved or p["id"] not in before else before[p["id"]] for p in end["people"]]
    people = [p for p in people if not p.get("vacancy") or p["id"] in before or p["id"] in held]
    made = {**end, "kind": "hybrid", "people": people, "tribes": tribes, "units": _units(start, people)}
    return {k: v for k, v in made.items() if v}  # an empty list says nothing


def _tribe(tribe: dict[str, Any], live: set[str], moved: set[str]) -> dict[str, Any] | None:
    squads = [s for s in tribe.get("squads", []) if s["id"] in live]
    if not squads:
        return None
    inside = moved | {p for s in squads for p in _holders(s.get("members"))}
    chapters = []
    for chapter in tribe.get("chapters", []):
        members = [m for m in chapter.get("members", []) if (m if isinstance(m, str) else m["person"]) in inside]
        if members:
            chapters.append({**chapter, "members": members})
    known = {c["id"] for c in chapters}
    squads = [{**s, "needs": {c: n for c, n in s["needs"].items() if c in known}} if "needs" in s else s for s in squads]
    return {**tribe, "squads": squads, "chapters": chapters}


def _everybody(tribe: dict[str, Any]) -> set[str]:
    found = {p for role in ("lead", "agile_coaches", "support") for p in _holders(tribe.get(role))}
    for team in (*tribe["squads"], *tribe["chapters"]):
        found |= {p for role in ("members", "product_owner", "lead") for p in _holders(team.get(role))}
    return found


def _units(start: dict[str, Any], people: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Units keep their manager as long as somebody is left in them or below them."""
    units = start.get("units", [])
    parents = {u["id"]: u.get("parent") for u in units}
    kept: set[str] = set()
    for person in people:
        for post in person["unit"] if isinstance(person.get("unit"), list) else [person.get("unit")]:
            unit = post.get("unit") if isinstance(post, dict) else post
            while unit is not None and unit not in kept:
                kept.add(unit)
                unit = parents.get(unit)
    return [u if u["id"] in kept else {k: v for k, v in u.items() if k != "manager"} for u in units]
