"""How many of the skills that squads require are covered: the answer where a blueprint is about skills rather than seats."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, Literal

from ..model.org import Org
from ..model.seats import holder_id
from .blueprint.records import Blueprint
from .objective import Objective
from .people.candidate import Candidate

__all__ = ["coverage_of"]

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
    asked = covered = 0
    shares = 0.0
    for squad in wanted:
        levels = {skill: level for skill, level in squad.required_skills.items() if level}
        met = sum(any(people[p].level(skill) >= level for p in inside.get(squad.id, ())) for skill, level in levels.items())
        asked, covered = asked + len(levels), covered + met
        shares += met / len(levels) if levels else 0.0
    term = next(one for one in objective if one.name == "unmet_skills")
    by_shares = blueprint.coverage.count == "shares"
    whole = sum(any(squad.required_skills.values()) for squad in wanted) if by_shares else asked
    best = round(whole - term.bound / term.parts, 6)
    facts = {
        "squads": len(wanted), "formed": len(inside), "asked": asked, "covered": covered, "shares": round(shares, 6), "best": best,
        "proven": term.proven,
    }  # fmt: skip
    say = _SAY[language]
    text = say[blueprint.coverage.count] + say["proven" if term.proven else "bound"]
    return ({**facts, "text": text.format(**facts)},)
