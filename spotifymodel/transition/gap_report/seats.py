"""Every seat of a plan with a role, a skill or a need: what it asks, what is there, who comes nearest, who else could, until when."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Any, Final

from ...model.seats import holder_id
from ...model.teams import Chapter, Squad, Tribe
from ...rules.eligibility import Eligibility
from ..learning import months_of, months_up
from ..people.candidate import Candidate
from ..people.fitting import fit_to_coach, fit_to_lead_chapter, fit_to_lead_tribe, names_of, said_gaps
from .facts import Facts
from .records import SeatGap, SeatState

__all__ = ["seats_of"]

#: So many people are named at a seat; how many more there are is a number.
_NAMED: Final = 5
_STATES: Final[dict[str, SeatState]] = {"yes": "filled", "no": "learning", "unknown": "unknown"}
Fit = Callable[[Candidate], Eligibility]


def seats_of(facts: Facts) -> Iterator[SeatGap]:
    """Yield the roles of a tribe and its chapters, then squad by squad its owner, the skills and the seats that it asks.

    Notes
    -----
    O(roles × people of the tribe). People are named by id and in the order of ids: who is nearest, never who is best.
    """
    wanted = {chapter.id: names_of(chapter) for tribe in facts.origin.completed.blueprint.tribes for chapter in tribe.chapters}
    for tribe in facts.target.tribes:
        inside = [facts.people[p] for p in facts.origin.completed.people[tribe.id]]
        yield from _roles(facts, tribe, "tribe_lead", tribe, tribe.lead, fit_to_lead_tribe, inside, inside)
        yield from _roles(facts, tribe, "agile_coach", tribe, tribe.agile_coaches, fit_to_coach, inside, inside)
        for chapter in tribe.chapters:
            own = [c for c in inside if facts.chapter[c.id] == chapter.id]
            fit: Fit = partial(fit_to_lead_chapter, disciplines=wanted[chapter.id])
            yield from _roles(facts, tribe, "chapter_lead", chapter, chapter.lead, fit, own, own)
        for squad in tribe.squads:
            yield from _squad(facts, tribe, squad, inside)


def _squad(facts: Facts, tribe: Tribe, squad: Squad, inside: Sequence[Candidate]) -> Iterator[SeatGap]:
    members = [facts.people[p] for p, _ in facts.inside[squad.id]]
    yield from _roles(facts, tribe, "product_owner", squad, squad.product_owner, lambda one: one.owner, members, inside)
    yield from (_skill(facts, tribe, squad, skill, level, members, inside) for skill, level in squad.required_skills.items())
    for chapter, seats in squad.needs.items():
        present = sum(share for p, share in facts.inside[squad.id] if facts.chapter[p] == chapter)
        short = max(0.0, seats - present)
        idle = _idle(facts, inside, chapter, squad.id) if short else []
        live = facts.live.get(squad.id)
        latest = facts.latest(live, None, hiring=True) if short else None
        yield SeatGap(
            "need", "short" if short else "filled", tribe.id, squad.id, chapter, required=seats, present=present, short=short,
            elsewhere=tuple(idle[:_NAMED]), elsewhere_number=len(idle), live=live, latest=latest, latest_start=facts.day(latest),
        )  # fmt: skip


def _roles(
    facts: Facts,
    tribe: Tribe,
    role: str,
    of: Tribe | Chapter | Squad,
    holders: Iterable[Any],
    fit: Fit,
    near: Sequence[Candidate],
    inside: Sequence[Candidate],
) -> Iterator[SeatGap]:
    squad, chapter = (of.id if isinstance(of, kind) else None for kind in (Squad, Chapter))
    live = facts.live.get(of.id) if squad else facts.begins.get((role, of.id))
    here = {c.id for c in near}
    others = [c.id for c in inside if c.id not in here and c.id not in facts.with_role and fit(c).answer == "yes"]
    for holder in map(holder_id, holders):
        one = facts.people.get(holder)
        answer = None if one is None else fit(one)
        state: SeatState = "open" if answer is None else _STATES[answer.answer]
        # Of whom too little is told is to be asked first: nobody else is named for a role that they may well fit.
        sought = state in ("open", "learning")
        nearest = [] if not sought else _nearest([c for c in near if c.id != holder and c.id not in facts.with_role], fit, near is inside)
        months = None if one is None else months_of(facts.lessons.get((holder, role, of.id), ()))
        latest = facts.latest(live, months, hiring=state == "open") if sought else None
        lacking = () if answer is None else tuple(said_gaps(answer.gaps, facts.language))
        yield SeatGap(
            "role", state, tribe.id, squad, chapter, role, holder=holder, lacking=lacking,
            inside=tuple(nearest[:_NAMED]), inside_number=len(nearest),
            elsewhere=tuple(sorted(others)[:_NAMED]) if sought else (), elsewhere_number=len(others) if sought else 0,
            months=months, live=live, latest=latest, latest_start=facts.day(latest),
        )  # fmt: skip


def _nearest(people: Sequence[Candidate], fit: Fit, wide: bool) -> list[str]:
    """Return who fits by all that is told; where nobody does, and these are no whole tribe, of whom nothing told speaks against it."""
    answers = {c.id: fit(c).answer for c in people}
    for answer in ("yes",) if wide else ("yes", "unknown"):
        if found := sorted(p for p, told in answers.items() if told == answer):
            return found
    return []


def _skill(
    facts: Facts, tribe: Tribe, squad: Squad, skill: str, level: int, members: Sequence[Candidate], inside: Sequence[Candidate]
) -> SeatGap:
    best = max((c.level(skill) for c in members), default=0)
    short = max(0, level - best)
    nearest = sorted(c.id for c in members if c.level(skill) == best) if best else []
    here = {c.id for c in members}
    able = sorted(c.id for c in inside if c.id not in here and c.level(skill) >= level) if short else []
    live = facts.live.get(squad.id)
    months = months_up(short, facts.rates.level_months) if short else None
    latest = facts.latest(live, months, hiring=False)
    return SeatGap(
        "skill", "short" if short else "filled", tribe.id, squad.id, skill=skill, required=level, present=best, short=short,
        inside=tuple(nearest[:_NAMED]), inside_number=len(nearest), elsewhere=tuple(able[:_NAMED]), elsewhere_number=len(able),
        months=months, live=live, latest=latest, latest_start=facts.day(latest),
    )  # fmt: skip


def _idle(facts: Facts, inside: Sequence[Candidate], chapter: str, squad: str) -> list[str]:
    """Return who of a chapter has a half left: in no other squad, and half in one."""
    seated = {move.person: move.squads for move in facts.plan.moves}
    own = (c.id for c in inside if facts.chapter[c.id] == chapter and c.id not in facts.with_role)
    return sorted(p for p in own if sum(s["allocation"] for s in seated[p]) < 1 and all(s["id"] != squad for s in seated[p]))
