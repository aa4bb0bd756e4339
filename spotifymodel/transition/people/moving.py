"""Everybody's move, with its reasons."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final, Literal

from ...graph.index import index_of
from ...graph.view import View
from ...model.org import Org
from ...words.changing import amount
from ..blueprint.defaults import Completed
from ..composing import Staffed
from ..move import HrStatus, Move
from .becoming import becoming
from .candidate import Candidate
from .fitting import Held, said_gaps

__all__ = ["moves_of"]

_SAY: Final = {
    "en": {
        "second_line": "independent second line: stays outside the tribe and advises squads",
        "stays": "the blueprint leaves this unit as it is",
        "guess": "the title “{title}” was read as {discipline} ({sure}% sure), which is chapter {chapter}",
        "unread": "the title “{title}” names no specialism that is known: {of} chapter {chapter}",
        "of_unit": "people of {unit} go to",
        "of_none": "so",
        "tribe_lead": "leads the tribe: {how}",
        "director": "director of these units",
        "top": "manages people and has no manager inside the tribe",
        "named": "named in the blueprint",
        "chapter_lead": "leads chapter {chapter}: {how}",
        "leads": "leads people of this specialism today",
        "senior": "the most senior of the chapter who is free for it",
        "coach": "agile coach of the tribe",
        "support": "supports the tribe as a whole",
        "owner_yes": "owner of {squad}: fits the profile of a product owner",
        "owner_unknown": "owner of {squad}: nothing known speaks against it, not everything is known",
        "owner_no": "owner of {squad}: nobody who fits was free; missing {gaps}",
        "member": "{squad} needs {seats} of chapter {chapter}",
        "half": "half of the time: the need is no whole number of people",
        "bench": "no squad needs this chapter any further",
        "locked": "the blueprint says so",
        "fit_yes": "fits that role by all that is told",
        "fit_unknown": "nothing told speaks against that role; not told: {gaps}",
        "fit_no": "does not fit that role yet: missing {gaps}",
        "elsewhere": "the people of this unit go to {tribe}, which can spare this place: it does more here",
    },
    "nl": {
        "second_line": "onafhankelijke tweede lijn: blijft buiten de tribe en adviseert squads",
        "stays": "de blauwdruk laat deze afdeling zoals zij is",
        "guess": "de titel “{title}” is gelezen als {discipline} ({sure}% zeker), dat is chapter {chapter}",
        "unread": "de titel “{title}” noemt geen bekend specialisme: {of} chapter {chapter}",
        "of_unit": "mensen van {unit} gaan naar",
        "of_none": "dus",
        "tribe_lead": "leidt de tribe: {how}",
        "director": "directeur van deze afdelingen",
        "top": "geeft leiding en heeft binnen de tribe geen leidinggevende",
        "named": "genoemd in de blauwdruk",
        "chapter_lead": "leidt chapter {chapter}: {how}",
        "leads": "geeft nu leiding aan dit specialisme",
        "senior": "de meest senior van het chapter die ervoor vrij is",
        "coach": "agile coach van de tribe",
        "support": "ondersteunt de hele tribe",
        "owner_yes": "eigenaar van {squad}: past in het profiel van een product owner",
        "owner_unknown": "eigenaar van {squad}: niets spreekt ertegen, niet alles is bekend",
        "owner_no": "eigenaar van {squad}: niemand die past was vrij; nog nodig: {gaps}",
        "member": "{squad} vraagt {seats} van chapter {chapter}",
        "half": "halve tijd: de vraag is geen heel aantal mensen",
        "bench": "geen squad vraagt nog om dit chapter",
        "locked": "de blauwdruk zegt het",
        "fit_yes": "past in die rol naar alles wat bekend is",
        "fit_unknown": "niets wat bekend is spreekt tegen die rol; niet bekend: {gaps}",
        "fit_no": "past nog niet in die rol: nog nodig {gaps}",
        "elsewhere": "de mensen van deze afdeling gaan naar {tribe}, die deze plek kan missen: hier levert zij meer op",
    },
}  # fmt: skip


def moves_of(
    org: Org,
    target: Org,
    completed: Completed,
    people: Sequence[Candidate],
    staffed: Sequence[Staffed],
    held: Iterable[Held],
    language: Literal["en", "nl"],
) -> tuple[Move, ...]:
    """Return a move for everybody of a chart, in its order, with reasons for the place that is proposed."""
    before, after = View(index_of(org)), View(index_of(target))
    of = {p: one for one in staffed for p in one.inside}
    roles: dict[str, list[Held]] = {}
    for role in held:
        roles.setdefault(role.person.id, []).append(role)
    say = _SAY[language]
    return tuple(
        _with_fit(_move(c, before, after, of.get(c.id), completed, say, language), roles.get(c.id, ()), say, language) for c in people
    )


def _with_fit(move: Move, roles: Sequence[Held], say: Mapping[str, str], language: Literal["en", "nl"]) -> Move:
    """Add whether somebody fits the roles they get, as data and, of roles beside squads, among the reasons."""
    fit, reasons = [], list(move.reasons)
    for held in roles:
        gaps = said_gaps(held.fit.gaps, language)
        fit.append({"role": held.role, "of": held.of, "answer": held.fit.answer, "gaps": gaps})
        if held.role != "product_owner":  # of owners it is said where their seat is
            reasons.append(say[f"fit_{held.fit.answer}"].format(gaps=", ".join(said_gaps(held.fit.lacking, language) or gaps)))
    return replace(move, fit=tuple(fit), reasons=tuple(dict.fromkeys(reasons)))


def _move(
    one: Candidate,
    before: View,
    after: View,
    place: Staffed | None,
    completed: Completed,
    say: Mapping[str, str],
    language: Literal["en", "nl"],
) -> Move:
    today = {"unit": one.unit, "squads": list(before.squads_of(one.id)), "line_manager": next(iter(one.managers), None)}
    if place is None:
        reason = say["second_line" if one.person.second_line else "stays"]
        return Move(one.id, today, None, None, (), next(iter(after.line_managers(one.id)), None), "follows", (reason,))
    squads = {s.id: s for s in place.tribe.squads}
    seats: list[Mapping[str, Any]] = [
        {"id": seat.squad, "allocation": 0.5 if seat.half else 1.0, "role": "product_owner" if seat.owner else "member"}
        for seat in place.seating.get(one.id, ())
    ]
    chapter = next(iter(after.chapters_of(one.id)), None)
    mapped = becoming(one, language)
    reasons = [*_of_title(one, chapter, say), *((mapped,) if mapped else ()), *_of_roles(one, place, say)]
    if one.id in completed.elsewhere:
        names = {tribe.id: tribe.name or tribe.id for tribe in completed.blueprint.tribes}
        reasons.append(say["elsewhere"].format(tribe=names[completed.elsewhere[one.id][0]]))
    for seat in place.seating.get(one.id, ()):
        label = squads[seat.squad].name or seat.squad
        if any(lock.person == one.id and lock.squad == seat.squad for lock in completed.blueprint.locks):
            reasons.append(say["locked"])
        if seat.owner:
            lacking = ", ".join(said_gaps(one.owner.lacking, language))
            reasons.append(say[f"owner_{one.owner.answer}"].format(squad=label, gaps=lacking))
        need = squads[seat.squad].needs.get(chapter or "", 0)
        if need:
            reasons.append(say["member"].format(squad=label, seats=amount(need, language), chapter=chapter))
        if seat.half:
            reasons.append(say["half"])
    manager = next(iter(after.line_managers(one.id)), None)
    return Move(one.id, today, place.tribe.id, chapter, tuple(seats), manager, _status(one, place), tuple(dict.fromkeys(reasons)))


def _of_title(one: Candidate, chapter: str | None, say: Mapping[str, str]) -> list[str]:
    if chapter is None or not one.person.job_title:
        return []
    if one.title.discipline is None:  # nothing was read, and the unit says what kind of work it is
        of = say["of_unit" if one.unit else "of_none"].format(unit=one.unit)
        return [say["unread"].format(title=one.person.job_title, of=of, chapter=chapter)]
    sure = round(100 * one.title.confidence)
    return [say["guess"].format(title=one.person.job_title, discipline=one.discipline, sure=sure, chapter=chapter)]


def _of_roles(one: Candidate, place: Staffed, say: Mapping[str, str]) -> list[str]:
    roles, found = place.roles, []
    if roles.lead == one.id:
        how = "named" if place.tribe.lead == one.id else "director" if one.directs else "top"
        found.append(say["tribe_lead"].format(how=say[how]))
    for chapter, lead in roles.leads.items():
        if lead == one.id:
            found.append(say["chapter_lead"].format(chapter=chapter, how=say["leads" if one.leads else "senior"]))
    if one.id in roles.coaches:
        found.append(say["coach"])
    if one.id in roles.support:
        found.append(say["support"])
    if not found and not place.seating.get(one.id):
        found.append(say["bench"])
    return found


def _status(one: Candidate, place: Staffed) -> HrStatus:
    """Tell how much of a job stays: a flag for human judgement, no decision."""
    roles = place.roles
    if roles.lead == one.id or one.id in roles.support or one.id in roles.coaches:
        return "follows" if one.beside else "new"
    if one.id in roles.leads.values():
        return "changed" if one.leads else "new"
    mine = place.seating.get(one.id, ())
    if not mine:
        return "open"
    if any(seat.owner for seat in mine):
        return "changed" if one.title.pm_type else "new"
    return "changed" if one.leads else "follows"
