"""What a plan was made from: kept with it, so that it can be asked for other plans of the same blueprint."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from ..model.org import Org
from ..profiles import Profile
from .blueprint.defaults import Completed
from .people.candidate import Candidate
from .people.roles import Roles
from .staffing.decoding import Seating, Vacancy
from .staffing.instance import Instance

__all__ = ["Job", "Origin", "Seated"]

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
