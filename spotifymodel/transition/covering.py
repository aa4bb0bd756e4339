"""How many of the skills that squads require are covered: the answer where a blueprint is about skills rather than seats."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final, Literal

from ..model.org import Org
from ..model.seats import holder_id
from .blueprint.records import Blueprint, WantedSquad
from .objective import Objective
from .people.candidate import Candidate

__all__ = ["coverage_of", "covered_in"]

_SAY: Final = {
    "en": {
        "skills": "{covered} of {asked} required skills are covered, in {formed} of {squads} squads",
        "shares": "{shares:.3f} of {squads} squads are covered, by the share of their skills: {covered} of {asked}, in {formed} squads",
        "proven": "; no staffing covers more",
        "bound": "; no staffing covers more than {best:g}",
    },
    "nl": {
        "skills": "{covered} van {asked} gevraagde vaardigheden zijn gedekt, in {formed} van {squads} squads",
        "shares": "{shares:.3f} van {squads} squads gedekt, naar hun deel: {covered} van {asked} vaardigheden, in {formed} squads",
        "proven": "; geen bezetting dekt meer",
        "bound": "; geen bezetting dekt meer dan {best:g}",
    },
}


def covered_in(squad: WantedSquad, inside: Iterable[str], level: Callable[[str, str], int]) -> tuple[int, int]:
    """Return how many skills a squad requires, and how many of them somebody in it has at that level.

    Parameters
    ----------
    squad : WantedSquad
    inside : iterable of str
        Who is in it.
    level : callable
        From somebody and a skill to their level.
    """
    people = tuple(inside)
    levels = [(skill, least) for skill, least in squad.required_skills.items() if least]
    return len(levels), sum(any(level(p, skill) >= least for p in people) for skill, least in levels)


def coverage_of(
    blueprint: Blueprint, target: Org, objective: Sequence[Objective], people: Mapping[str, Candidate], language: Literal["en", "nl"]
) -> tuple[Mapping[str, Any], ...]:
    """Return what is covered of what squads require, counted from the people; empty where the blueprint is not about that.

    Notes
    -----
    ``shares`` adds up, over the squads that require something, the part of their skills that is covered; ``best`` is what no
    staffing exceeds, in what is counted. Squads that are not formed cover nothing.
    """
    if blueprint.coverage is None:
        return ()
    inside = {s.id: {p for p in map(holder_id, s.members) if p in people} for tribe in target.tribes for s in tribe.squads}
    wanted = [squad for tribe in blueprint.tribes for squad in tribe.squads]
    counts = [covered_in(squad, inside.get(squad.id, ()), lambda person, skill: people[person].level(skill)) for squad in wanted]
    asked, covered = sum(asks for asks, _ in counts), sum(met for _, met in counts)
    shares = sum(met / asks for asks, met in counts if asks)
    term = next(one for one in objective if one.name == "unmet_skills")
    whole = sum(asks > 0 for asks, _ in counts) if blueprint.coverage.count == "shares" else asked
    best = round(whole - term.bound / term.parts, 6)
    facts = {
        "squads": len(wanted), "formed": len(inside), "asked": asked, "covered": covered, "shares": round(shares, 6), "best": best,
        "proven": term.proven,
    }  # fmt: skip
    say = _SAY[language]
    text = say[blueprint.coverage.count] + say["proven" if term.proven else "bound"]
    return ({**facts, "text": text.format(**facts)},)
