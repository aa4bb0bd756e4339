"""What a plan was made from: kept with it, so that it can be asked for other plans of the same blueprint."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from ..errors import UsageError
from ..model.org import Org
from ..profiles import Profile
from .blueprint.defaults import Completed
from .people.candidate import Candidate
from .people.roles import Roles
from .staffing.decoding import Seating, Vacancy
from .staffing.instance import Instance

if TYPE_CHECKING:
    from .plan import Plan

__all__ = ["Job", "Origin", "Seated", "origin_of"]

#: One tribe: its people, the roles beside squads, and what the solver is asked.
Job = tuple[tuple[Candidate, ...], Roles, Instance]
#: Everybody's seats in one tribe, and its vacancies.
Seated = tuple[Mapping[str, tuple[Seating, ...]], tuple[Vacancy, ...]]


@dataclass(frozen=True)
class Origin:
    """A question that was answered with a plan.

    Attributes
    ----------
    org : Org
        The chart of today.
    completed : Completed
        The blueprint, with what was filled in.
    people : sequence of Candidate
    jobs : sequence of Job
        In the order of the tribes.
    limits : Profile
    asked : str or path
        How the profile was named.
    seed : int
    language : {"en", "nl"}
    """

    org: Org
    completed: Completed
    people: Sequence[Candidate]
    jobs: Sequence[Job]
    limits: Profile
    asked: str | Path
    seed: int
    language: Literal["en", "nl"]


def origin_of(plan: Plan) -> Origin:
    """Return what a plan was made from.

    Raises
    ------
    UsageError
        Where it was read from a file, or has no chart.
    """
    if plan.origin is None or plan.org is None:
        raise UsageError("this plan was not made here, or has no chart: propose again to ask it questions")
    return plan.origin
