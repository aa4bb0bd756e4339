"""From who sits where to a chart: people leave the line, take their seats, and are linked to who advises them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..formats.tables.folding import Slugs
from ..model.org import Org
from ..profiles import Profile
from .blueprint.records import WantedSquad, WantedTribe
from .people.roles import Roles
from .road.charts import peopled
from .road.remaining import holders_of
from .staffing.decoding import Seating, Vacancy

__all__ = ["Hire", "Staffed", "compose"]


@dataclass(frozen=True)
class Staffed:
    """One tribe with everybody in place."""

    tribe: WantedTribe
    inside: tuple[str, ...]
    home: Mapping[str, str]
    roles: Roles
    seating: Mapping[str, tuple[Seating, ...]]
    vacancies: tuple[Vacancy, ...]


@dataclass(frozen=True, slots=True)
class Hire:
    """A seat for somebody who is still to be found: the vacancy's id, the role, and where."""

    person: str
    role: str
    tribe: str
    squad: str | None = None
    chapter: str | None = None
    half: bool = False


def compose(org: Org, staffed: Sequence[Staffed], profile: Profile, named: bool = True) -> tuple[Org, tuple[Hire, ...]]:
    """Return the chart to be, and what is to be hired for it.

    Notes
    -----
    Nobody is lost: everybody of the chart stands in the new one. Who is in the second line keeps their place in the line and
    advises squads, which are dealt out among them. What is proposed is a design, also for a live chart: its vacancies are seats.
    """
    document = org.to_dict()
    ids = Slugs(p.id for p in org.people)
    hires: list[Hire] = []
    advisers = [p.id for p in org.people if p.second_line]
    document["tribes"] = [_tribe(one, ids, hires) for one in staffed]
    squads = [s for tribe in document["tribes"] for s in tribe["squads"]]
    for k, squad in enumerate(squads if advisers else []):
        squad["compliance"] = [advisers[k % len(advisers)]]
    moved = {p for one in staffed for p in one.inside}
    staying = {p.id for p in org.people if p.id not in moved}
    document["people"] = [_leave_line(p, staying) for p in document.get("people", [])]
    _lead_leads(document, staying)
    document["people"] += [_vacancy(one) for one in hires]
    _tidy_line(document, staying)
    for gone in ("squads", "chapters", "kind", "mode", "gates", "waivers", "dependencies"):
        document.pop(gone, None)
    document["kind"] = "agile"
    if named:  # a chart names no file; who planned by one gives it to `check` again
        document["profile"] = profile.name
    return Org.from_dict(document), tuple(hires)


def _tribe(one: Staffed, ids: Slugs, hires: list[Hire]) -> dict[str, Any]:
    tribe, roles = one.tribe, one.roles

    def vacancy(role: str, **where: Any) -> str:
        hire = Hire(ids.new(f"vacancy {role.replace('_', ' ')}"), role, tribe.id, **where)
        hires.append(hire)
        return hire.person

    made: dict[str, Any] = {"id": tribe.id, "name": tribe.name or tribe.id}
    if tribe.purpose:
        made["purpose"] = tribe.purpose
    made["lead"] = roles.lead or vacancy("tribe_lead")
    coaches = [*roles.coaches, *(vacancy("agile_coach") for _ in range(roles.missing_coaches))]
    made |= {"agile_coaches": coaches} if coaches else {}
    made |= {"support": list(roles.support)} if roles.support else {}
    squads = {s.id: _squad(s) for s in tribe.squads}
    for person in one.inside:
        for seat in one.seating.get(person, ()):
            squads[seat.squad]["members"].append({"person": person, "allocation": 0.5} if seat.half else person)
            if seat.owner:
                squads[seat.squad]["product_owner"] = person
    hired: dict[str, list[str]] = {}
    for open_ in one.vacancies:
        role = "product_owner" if open_.chapter is None else "member"
        vacant = vacancy(role, squad=open_.squad, chapter=open_.chapter, half=open_.half)
        squads[open_.squad]["members"].append({"person": vacant, "allocation": 0.5} if open_.half else vacant)
        if open_.chapter is None:
            squads[open_.squad]["product_owner"] = vacant
        hired.setdefault(open_.chapter or next(iter(roles.leads), ""), []).append(vacant)
    made["chapters"] = []
    outside = {roles.lead, *roles.coaches, *roles.support}
    for chapter in tribe.chapters:
        lead = roles.leads.get(chapter.id) or vacancy("chapter_lead", chapter=chapter.id)
        members = [p for p in one.inside if one.home.get(p) == chapter.id and p != lead and p not in outside] + hired.get(chapter.id, [])
        record: dict[str, Any] = {"id": chapter.id, "name": chapter.name or chapter.id, "lead": lead, "members": members}
        made["chapters"].append(record)
    formed = {s.id for s in tribe.squads if not s.optional or squads[s.id]["members"]}
    made["squads"] = [squad for squad in squads.values() if squad["id"] in formed]
    kinds = {s.kind for s in tribe.squads}
    return made | ({"mixed_on_purpose": True} if {"run", "change"} <= kinds else {})


def _squad(squad: WantedSquad) -> dict[str, Any]:
    made: dict[str, Any] = {"id": squad.id, "name": squad.name or squad.id}
    for field in ("mission", "kind", "mandate"):
        if getattr(squad, field):
            made[field] = getattr(squad, field)
    made["members"] = []
    if squad.owns:
        made["owns"] = list(squad.owns)
    if squad.needs:
        made["needs"] = {chapter: seats for chapter, seats in squad.needs.items() if seats}
    if squad.required_skills:
        made["required_skills"] = dict(squad.required_skills)
    for field, key in (("start", "from"), ("until", "until")):
        if getattr(squad, field):
            made[key] = getattr(squad, field).isoformat()
    return made


def _leave_line(person: dict[str, Any], staying: set[str]) -> dict[str, Any]:
    """Somebody in a chapter has one line manager: its lead; where they came from is remembered."""
    if person["id"] in staying:
        return person
    made = {k: v for k, v in person.items() if k not in ("unit", "reports_to")}
    unit = person.get("unit")
    if isinstance(unit, dict):
        unit = unit.get("unit")
    elif isinstance(unit, list):
        unit = next((u if isinstance(u, str) else u.get("unit") for u in unit), None)
    if unit and "from_unit" not in made:
        made["from_unit"] = unit
    return made


def _lead_leads(document: dict[str, Any], staying: set[str]) -> None:
    """The tribe lead is the line manager of who leads a chapter, coaches or supports: nobody in a chapter manages them."""
    above: dict[str, str] = {}
    for tribe in document["tribes"]:
        leads = [chapter["lead"] for chapter in tribe["chapters"]]
        below = [*leads, *tribe.get("agile_coaches", ()), *tribe.get("support", ())]
        above |= {person: tribe["lead"] for person in below if person != tribe["lead"]}
    for person in document["people"]:
        if person["id"] in above and person["id"] not in staying:
            person["reports_to"] = above[person["id"]]


def _tidy_line(document: dict[str, Any], staying: set[str]) -> None:
    """Units whose people are gone have no manager any more; where somebody stays, the managers up to the top stay too."""
    units = document.get("units", [])
    kept = peopled(units, [person for person in document["people"] if person["id"] in staying])
    for unit in units:
        if unit["id"] not in kept and staying.isdisjoint(holders_of(unit.get("manager"))):
            unit.pop("manager", None)


def _vacancy(hire: Hire) -> dict[str, Any]:
    name = hire.role.replace("_", " ").capitalize()
    return {"id": hire.person, "name": name, "job_title": name, "vacancy": True}
