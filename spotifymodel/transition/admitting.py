"""Who is to be placed at all, in which tribe and chapter; and what no staffing can make true."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final, Literal

from ..graph.index import Index
from ..graph.view import View
from ..profiles import Profile
from .blueprint.defaults import Completed
from .blueprint.records import Blueprint, WantedTribe
from .people.candidate import Candidate
from .people.roles import Roles
from .staffing.instance import Instance

__all__ = ["admit", "hindrances", "in_the_line", "overfull", "with_room"]

#: What a lock on a squad, a chapter or a tribe may ask for.
_SEATS: Final = (None, "member", "product_owner")
_BESIDE: Final = {"chapter": "chapter_lead", "tribe": "tribe_lead"}
_SAY: Final = {
    "en": {
        "large": "tribe {tribe} gets {n} people, vacancies of its roles included; at most {most}: spread the units over more tribes",
        "full": "tribe {tribe} has no room for the vacancies that its squads need; at most {most} people: spread them over more tribes",
        "outside": "{person} is locked into {squad}, and stays outside the tribes (second line, or a unit that must stay)",
        "busy": "{person} is locked into {squad}, and the blueprint gives them another role in the tribe",
        "role": "{person} is locked into {squad} as {role}; a seat is that of a member or a product_owner",
        "lead": "{person} is to lead {tribe}, and is of the second line, which stays outside the tribes to be independent",
        "beside": "{person} is locked into {where} as {role}; a lock there has the role {roles}, or none to come there and no more",
        "two_tribe_leads": "{tribe} is to be led by {people}; a tribe has one lead",
        "two_tribes": "{person} is to lead {tribes}; who leads a tribe leads one",
        "two_leads": "{chapter} is to be led by {people}; a chapter has one lead",
        "two_chapters": "{person} is to lead {chapters}; who leads a chapter leads one",
        "apart": "{people} are to be kept together, and are bound to different tribes: {tribes}",
        "crowd": "{n} people are to be kept together in one squad ({people}); a squad has at most {most}: keep smaller groups together",
        "no_chapter": "{person} is locked into chapter {chapter}, and no tribe has it; there are: {chapters}",
    },
    "nl": {
        "large": "tribe {tribe} krijgt {n} mensen, vacatures meegeteld; hoogstens {most}: verdeel de afdelingen over meer tribes",
        "full": "tribe {tribe} heeft geen plaats voor de vacatures van haar squads; hoogstens {most} mensen: verdeel ze over meer tribes",
        "outside": "{person} moet in {squad}, en blijft buiten de tribes (tweede lijn, of een afdeling die moet blijven)",
        "busy": "{person} moet in {squad}, en heeft volgens de blauwdruk een andere rol in de tribe",
        "role": "{person} moet in {squad} als {role}; een plaats is die van member of product_owner",
        "lead": "{person} moet {tribe} leiden, en hoort bij de tweede lijn, die buiten de tribes blijft om onafhankelijk te zijn",
        "beside": "{person} moet in {where} als {role}; een wens daar heeft de rol {roles}, of geen om er alleen te komen",
        "two_tribe_leads": "{tribe} moet geleid worden door {people}; een tribe heeft één lead",
        "two_tribes": "{person} moet {tribes} leiden; wie een tribe leidt, leidt er één",
        "two_leads": "{chapter} moet geleid worden door {people}; een chapter heeft één lead",
        "two_chapters": "{person} moet {chapters} leiden; wie een chapter leidt, leidt er één",
        "apart": "{people} moeten bij elkaar blijven, en zijn gebonden aan verschillende tribes: {tribes}",
        "crowd": "{n} mensen moeten samen in één squad ({people}); een squad telt er hoogstens {most}: houd kleinere groepen bij elkaar",
        "no_chapter": "{person} moet in chapter {chapter}, en geen tribe heeft dat; er zijn: {chapters}",
    },
}  # fmt: skip


def in_the_line(stay: Mapping[str, str], index: Index, candidates: Sequence[Candidate]) -> set[str]:
    """Return the people of units that must stay as they are, and of the units below them."""
    forced = {unit for unit, said in stay.items() if said == "forced"}
    if not forced:
        return set()
    resolve = index.names["unit"].resolve
    kept = {found for unit in forced if (found := resolve(unit)) is not None}
    view = View(index)
    return {c.id for c in candidates if c.unit is not None and not kept.isdisjoint(view.units_above(c.unit))}


def admit(completed: Completed, candidates: Sequence[Candidate]) -> Completed:
    """Return the same with everybody who is locked into a squad in its tribe, and with a chapter for all who may need one."""
    by_id = {c.id: c for c in candidates}
    people = {tribe: list(inside) for tribe, inside in completed.people.items()}
    home = dict(completed.home)
    tribe_of = {squad.id: tribe for tribe in completed.blueprint.tribes for squad in tribe.squads}
    for lock in completed.blueprint.locks:
        tribe = tribe_of.get(lock.squad or "")
        if tribe is None or lock.person not in by_id or lock.person in people[tribe.id]:
            continue
        for inside in people.values():
            if lock.person in inside:
                inside.remove(lock.person)
        people[tribe.id].append(lock.person)
        home.pop(lock.person, None)
    _keep_together(completed.blueprint, people, home)
    for tribe in completed.blueprint.tribes:
        for person in people[tribe.id]:
            if person not in home and tribe.chapters:
                home[person] = _chapter(tribe, by_id[person], people[tribe.id], home)
    return replace(completed, people={tribe: tuple(inside) for tribe, inside in people.items()}, home=home)


def _keep_together(blueprint: Blueprint, people: Mapping[str, list[str]], home: dict[str, str]) -> None:
    """Bring people who are to be kept together into one tribe: that of who is bound to one, else that of most of them."""
    bound = _bound(blueprint)
    for group in _circles(blueprint.keep_together):
        at = {person: tribe for person in group for tribe, inside in people.items() if person in inside}
        tribes = list(at.values())
        if len(set(tribes)) < 2:
            continue
        to = next((bound[p] for p in at if p in bound), max(people, key=tribes.count))
        for person, tribe in at.items():
            if tribe != to and person not in bound:
                people[tribe].remove(person)
                people[to].append(person)
                home.pop(person, None)


def _circles(groups: Sequence[Sequence[str]]) -> list[list[str]]:
    """Return the groups with those that share somebody made one."""
    found: list[list[str]] = []
    for group in groups:
        shared = [one for one in found if not set(one).isdisjoint(group)]
        found = [one for one in found if one not in shared]
        found.append(list(dict.fromkeys([*(p for one in shared for p in one), *group])))
    return found


def _bound(blueprint: Blueprint) -> dict[str, str]:
    """Return the tribe of everybody whom the blueprint binds to one: by a lock, or as its lead or coach."""
    found: dict[str, str] = {}
    for tribe in blueprint.tribes:
        squads, chapters = {s.id for s in tribe.squads}, {c.id for c in tribe.chapters}
        coaches = tribe.agile_coaches if isinstance(tribe.agile_coaches, tuple) else ()
        locked = [k.person for k in blueprint.locks if k.squad in squads or k.chapter in chapters or k.tribe == tribe.id]
        for person in (*((tribe.lead,) if tribe.lead else ()), *coaches, *locked):
            found.setdefault(person, tribe.id)
    return found


def _chapter(tribe: WantedTribe, one: Candidate, inside: Sequence[str], home: Mapping[str, str]) -> str:
    """Return the smallest chapter of somebody's specialism, else the smallest of all."""
    load = {c.id: sum(home.get(p) == c.id for p in inside) for c in tribe.chapters}
    fitting = [c.id for c in tribe.chapters if one.discipline in c.disciplines] or list(load)
    return min(fitting, key=lambda c: (load[c], c))


def with_room(roles: Roles, tribe: WantedTribe, people: int, profile: Profile) -> Roles:
    """Return the roles with as many coaches to be hired as the tribe holds, where the blueprint asks for no number."""
    if isinstance(tribe.agile_coaches, int):
        return roles
    most = max(0, int(profile.value("tribe.max")) - people - (roles.vacant - roles.missing_coaches))
    return replace(roles, missing_coaches=min(roles.missing_coaches, most))


def hindrances(
    completed: Completed,
    jobs: Sequence[tuple[Sequence[Candidate], Roles, Instance]],
    second_line: Collection[str],
    profile: Profile,
    language: Literal["en", "nl"],
) -> tuple[Mapping[str, Any], ...]:
    """Return what contradicts the limits before anybody is seated; each alone is reason enough."""
    say, most = _SAY[language], int(profile.value("tribe.max"))
    found: list[Mapping[str, Any]] = []
    for tribe, (inside, roles, instance) in zip(completed.blueprint.tribes, jobs, strict=True):
        if instance.room < 0:
            number = len(inside) + roles.vacant
            found.append({"code": "TR001", "subject": tribe.id, "message": say["large"].format(n=number, tribe=tribe.id, most=most)})
    squads = {s.id for tribe in completed.blueprint.tribes for s in tribe.squads}
    working = {p for _, _, instance in jobs for folk in instance.folk for p in folk.people}
    inside_any = {p for inside in completed.people.values() for p in inside}
    for lock in completed.blueprint.locks:
        if lock.squad not in squads:
            continue
        what = (
            "role"
            if lock.role not in _SEATS
            else "outside"
            if lock.person not in inside_any
            else None
            if lock.person in working
            else "busy"
        )
        if what is not None:
            message = say[what].format(person=lock.person, squad=lock.squad, role=lock.role)
            found.append({"code": "wish", "subject": lock.person, "message": message})
    for lock in completed.blueprint.locks:
        for where, only in ((lock.chapter, _BESIDE["chapter"]), (lock.tribe, _BESIDE["tribe"])):
            if where is not None and lock.squad is None and lock.role not in (None, "member", only):
                message = say["beside"].format(person=lock.person, where=where, role=lock.role, roles=only)
                found.append({"code": "wish", "subject": lock.person, "message": message})
    chapters = sorted({c.id for tribe in completed.blueprint.tribes for c in tribe.chapters})
    for lock in completed.blueprint.locks:
        if lock.chapter is not None and lock.chapter not in chapters:
            message = say["no_chapter"].format(person=lock.person, chapter=lock.chapter, chapters=", ".join(chapters) or "–")
            found.append({"code": "wish", "subject": lock.person, "message": message})
    return (
        *found,
        *_bound_apart(completed, inside_any, say),
        *_crowds(completed, working, int(profile.value("squad.max")), say),
        *_contradicting_leads(completed, jobs, second_line, say),
    )


def overfull(tribes: Sequence[str], profile: Profile, language: Literal["en", "nl"]) -> tuple[Mapping[str, Any], ...]:
    """Return that these tribes have no room left for the vacancies that their squads need."""
    say, most = _SAY[language]["full"], int(profile.value("tribe.max"))
    return tuple({"code": "TR001", "subject": tribe, "message": say.format(tribe=tribe, most=most)} for tribe in tribes)


def _bound_apart(completed: Completed, inside: Collection[str], say: Mapping[str, str]) -> Iterator[Mapping[str, Any]]:
    """Yield groups that are to be kept together though some of them are bound to different tribes."""
    bound = _bound(completed.blueprint)
    for group in _circles(completed.blueprint.keep_together):
        there = {person: bound[person] for person in group if person in bound and person in inside}
        tribes = list(dict.fromkeys(there.values()))
        if len(tribes) > 1:
            message = say["apart"].format(people=", ".join(there), tribes=", ".join(tribes))
            yield {"code": "wish", "subject": next(iter(there)), "message": message}


def _crowds(completed: Completed, working: Collection[str], most: int, say: Mapping[str, str]) -> Iterator[Mapping[str, Any]]:
    """Yield groups of which no squad can hold all: kept together they would all be left without a seat."""
    for group in _circles(completed.blueprint.keep_together):
        seated = [person for person in group if person in working]
        if len(seated) > most:
            message = say["crowd"].format(n=len(seated), people=", ".join(seated), most=most)
            yield {"code": "wish", "subject": seated[0], "message": message}


def _contradicting_leads(
    completed: Completed,
    jobs: Sequence[tuple[Sequence[Candidate], Roles, Instance]],
    second_line: Collection[str],
    say: Mapping[str, str],
) -> Iterator[Mapping[str, Any]]:
    """Yield wishes about leads of which no choice of leads keeps all."""
    for tribe, (_, roles, _instance) in zip(completed.blueprint.tribes, jobs, strict=True):
        if roles.lead is not None and roles.lead in second_line:
            yield {"code": "wish", "subject": roles.lead, "message": say["lead"].format(person=roles.lead, tribe=tribe.id)}
    locks = completed.blueprint.locks
    named = [(tribe.id, tribe.lead) for tribe in completed.blueprint.tribes if tribe.lead is not None]
    named += [(lock.tribe, lock.person) for lock in locks if lock.tribe is not None and lock.role == "tribe_lead"]
    for tribe_id in dict.fromkeys(tribe for tribe, _ in named):
        people = list(dict.fromkeys(p for t, p in named if t == tribe_id))
        if len(people) > 1:
            yield {"code": "wish", "subject": tribe_id, "message": say["two_tribe_leads"].format(tribe=tribe_id, people=", ".join(people))}
    for person in dict.fromkeys(person for _, person in named):
        tribes = list(dict.fromkeys(t for t, p in named if p == person))
        if len(tribes) > 1:
            yield {"code": "wish", "subject": person, "message": say["two_tribes"].format(person=person, tribes=", ".join(tribes))}
    leads = dict.fromkeys((lock.chapter, lock.person) for lock in completed.blueprint.locks if lock.chapter and lock.role == "chapter_lead")
    for chapter in dict.fromkeys(chapter for chapter, _ in leads):
        people = [p for c, p in leads if c == chapter]
        if len(people) > 1:
            yield {"code": "wish", "subject": chapter, "message": say["two_leads"].format(chapter=chapter, people=", ".join(people))}
    for person in dict.fromkeys(person for _, person in leads):
        chapters = [str(c) for c, p in leads if p == person]
        if len(chapters) > 1:
            yield {"code": "wish", "subject": person, "message": say["two_chapters"].format(person=person, chapters=", ".join(chapters))}
