"""The road in words: what is proven, what waits for whom, and what happens in each stage."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, Literal

from .facts import Backfill
from .naming import ROLES
from .road import Road, RoadTerm, Wait
from .stage import Stage

__all__ = ["road_lines"]

Language = Literal["en", "nl"]
_SAY: Final[Mapping[Language, Mapping[str, str]]] = {
    "en": {
        "road": "the road",
        "weeks": "{value:g} weeks to the last wave",
        "price": "{value:g} FTE-weeks of temporary staff and of squads that wait, each as one person",
        "slowed": "dependencies the wrong way round: {value:g}",
        "order": "squads that gain more go first, as far as the rest allows",
        "proven": "proven",
        "bound": "not proven: {value:g}, at least {bound:g}",
        "wait_role": "{squads}: not before week {week}, when {person} is ready as {role}",
        "wait_seat": "{squads}: not before week {week}, when somebody is hired as {role}",
        "wait_date": "{squads}: wanted from week {week} on",
        "saving": "without waiting for {person} as {role} the last wave would be in week {week} instead of {instead}",
        "dates_without_start": "dates of the blueprint say nothing here: waves.start is missing",
        "defaults_given_up": "few front runners and waves of a third leave no road: the waves are as large as they have to be",
        "not_proven_infeasible": "no road was found; that there is none is not proven",
        "breaks": "rules that a stage breaks and today does not: {codes}",
        "week": "week {week}",
        "squad": "{n} squad goes live",
        "squads": "{n} squads go live",
        "person": "{n} person moves",
        "people": "{n} people move",
        "settled": "every squad has the mandate that is wanted",
        "learning": "{person} begins as {role} of {of}, ready since week {ready}",
        "mandate": "whole mandate: {squads}",
        "soft": "still soft: {squad} ({why})",
        "project": "project {project} ends in squad {squad}",
        "goes_on": "project {project} goes on with {manager}",
        "duty": "{duty}: {person} keeps it",
        "backfill_at": "temporary staff for {service}, which has {there:g} of {floor:g} FTE: {people} in {unit}, {weeks} weeks, "
        "{price:g} FTE-weeks{cost}",
        "lasting": "lasting shortage: {service} has {there:g} of {floor:g} FTE; {people} in {unit} until its squads have enough",
        "cost": ", costs {cost:g}",
        "vacancy": "{n} vacancy",
        "vacancies": "{n} vacancies",
        "dissolved": "nobody is left in {units}",
        "interim": "stand-ins for owners and leads who have moved: {teams}",
    },
    "nl": {
        "road": "de weg",
        "weeks": "{value:g} weken tot de laatste golf",
        "price": "{value:g} fte-weken tijdelijke krachten en squads die wachten, elk als één persoon",
        "slowed": "afhankelijkheden verkeerd om: {value:g}",
        "order": "squads die meer opleveren gaan eerst, voor zover de rest het toelaat",
        "proven": "bewezen",
        "bound": "niet bewezen: {value:g}, minstens {bound:g}",
        "wait_role": "{squads}: niet vóór week {week}, als {person} zover is als {role}",
        "wait_seat": "{squads}: niet vóór week {week}, als iemand is aangenomen als {role}",
        "wait_date": "{squads}: gewenst vanaf week {week}",
        "saving": "zonder te wachten op {person} als {role} komt de laatste golf in week {week} in plaats van {instead}",
        "dates_without_start": "datums van de blauwdruk zeggen hier niets: waves.start ontbreekt",
        "defaults_given_up": "weinig voorlopers en golven van een derde laten geen weg open: de golven zijn zo groot als nodig",
        "not_proven_infeasible": "er is geen weg gevonden; dat er geen is, is niet bewezen",
        "breaks": "regels die een fase breekt en vandaag niet: {codes}",
        "week": "week {week}",
        "squad": "{n} squad gaat live",
        "squads": "{n} squads gaan live",
        "person": "{n} persoon stapt over",
        "people": "{n} mensen stappen over",
        "settled": "elke squad heeft het mandaat dat is gewenst",
        "learning": "{person} begint als {role} van {of}, zover sinds week {ready}",
        "mandate": "heel mandaat: {squads}",
        "soft": "nog zacht: {squad} ({why})",
        "project": "project {project} gaat over in squad {squad}",
        "goes_on": "project {project} gaat door met {manager}",
        "duty": "{duty}: blijft bij {person}",
        "backfill_at": "tijdelijke krachten voor {service}, met {there:g} van {floor:g} fte: {people} in {unit}, {weeks} weken, "
        "{price:g} fte-weken{cost}",
        "lasting": "blijvend tekort: {service} heeft {there:g} van {floor:g} fte; {people} in {unit} tot haar squads genoeg hebben",
        "cost": ", kost {cost:g}",
        "vacancy": "{n} vacature",
        "vacancies": "{n} vacatures",
        "dissolved": "niemand is nog in {units}",
        "interim": "waarnemers voor eigenaren en leads die al zijn overgestapt: {teams}",
    },
}


def road_lines(road: Road | None, stages: Sequence[Stage], language: Language) -> Iterator[str]:
    """Yield the road line by line; terms that are zero and proven are not worth a line."""
    say = _SAY[language]
    if road is not None and (stages or road.notes):
        yield f"{say['road']}:"
        yield from (f"  {say[t.name].format(value=t.value)} ({_proof(t, say)})" for t in road.terms if t.value or not t.proven)
        yield from (f"  {line}" for line in _waits(road.waits, stages, say))
        for one in road.savings:
            said = say["saving"].format(person=one.person, role=ROLES[one.role], week=one.week, instead=one.instead)
            yield f"  {said}"
        yield from (f"  {say[note]}" for note in road.notes)
        if road.breaks:
            yield f"  {say['breaks'].format(codes=', '.join(road.breaks))}"
    for k, stage in enumerate(stages):
        when = f"{stage.start:%Y-%m-%d}" if stage.start else say["week"].format(week=stage.week)
        if not k:
            asked = [one.name for one in stage.gates]
            yield from ([f"  {when}: {stage.name}: {', '.join(asked)}"] if asked else [])
            continue
        yield f"  {when}: {stage.name}: {_happens(stage, say)}"
        yield from (f"    {line}" for line in _details(stage, stages[k - 1], k + 1 == len(stages), language))


def _proof(term: RoadTerm, say: Mapping[str, str]) -> str:
    return say["proven"] if term.proven else say["bound"].format(value=term.value, bound=term.bound)


def _waits(waits: Sequence[Wait], stages: Sequence[Stage], say: Mapping[str, str]) -> Iterator[str]:
    """Say what waits, squads that wait for the same in one line."""
    vacancies = {r.person for stage in stages for r in stage.readiness if r.state == "open"}
    grouped: dict[tuple[int, str | None, str | None], list[str]] = {}
    for one in waits:
        grouped.setdefault((one.week, one.role, one.person), []).append(one.squad)
    for (week, role, person), squads in grouped.items():
        key = "wait_date" if role is None else "wait_seat" if person in vacancies else "wait_role"
        yield say[key].format(squads=", ".join(squads), week=week, person=person, role=ROLES.get(role or "", role))


def _happens(stage: Stage, say: Mapping[str, str]) -> str:
    parts = []
    if stage.squads:
        parts.append(say["squad" if len(stage.squads) == 1 else "squads"].format(n=len(stage.squads)))
    if stage.people:
        parts.append(say["person" if len(stage.people) == 1 else "people"].format(n=len(stage.people)))
    return ", ".join(parts) or say["settled"]


def _details(stage: Stage, before: Stage, last: bool, language: Language) -> Iterator[str]:
    from ...rules.duties import duty_name

    say = _SAY[language]
    for one in stage.readiness:
        if one.state == "learning" and one.ready is not None:
            yield say["learning"].format(person=one.person, role=ROLES[one.role], of=one.of, ready=one.ready)
    for gate in stage.gates:
        if gate.kind == "end_to_end":
            yield say["mandate"].format(squads=", ".join(gate.subjects))
    yield from (say["soft"].format(squad=squad, why=why) for squad, why in stage.soft.items() if squad not in stage.squads)
    for project in stage.projects:
        key = "goes_on" if project.squad is None else "project"
        yield say[key].format(project=project.project, squad=project.squad, manager=project.manager)
    kept = {duty: person for duty, person in stage.duties.items() if before.duties.get(duty) != person}
    yield from (say["duty"].format(duty=duty_name(duty)[language], person=person) for duty, person in kept.items())
    yield from (_filled(one, last, say) for one in stage.backfill)
    if stage.interim:
        yield say["interim"].format(teams=", ".join(sorted(set(stage.interim.values()))))
    if stage.dissolved:
        yield say["dissolved"].format(units=", ".join(stage.dissolved))


def _filled(one: Backfill, last: bool, say: Mapping[str, str]) -> str:
    people = say["vacancy" if len(one.people) == 1 else "vacancies"].format(n=len(one.people))
    cost = "" if one.cost is None else say["cost"].format(cost=one.cost)
    return say["lasting" if last else "backfill_at"].format(
        people=people, unit=one.unit, service=one.service, there=one.there, floor=one.floor, weeks=one.weeks, price=one.price, cost=cost
    )
