"""Propose a transition: from a chart of today and what somebody wants to a chart of tomorrow, with a proof."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import Executor
from os import PathLike
from pathlib import Path
from time import monotonic
from typing import Any, Final, Literal

from ..checking.given_day import Day, given_day
from ..errors import UsageError
from ..graph.index import index_of
from ..model.org import Org
from ..model.source import Source
from ..profiles import load_profile
from .admitting import admit, in_the_line
from .bank.crew import Crew
from .bank.opening import bank_of, settled
from .bank.searching import staff_together
from .blueprint.defaults import Completed, complete
from .blueprint.reading import blueprint_from_tree, check_names, read_blueprint
from .blueprint.records import Blueprint
from .concluding import arranged, concluded
from .origin import Origin
from .people.candidate import candidates
from .people.departed import without_departed
from .plan import Plan
from .weighing import may_stay, weighed

__all__ = ["propose"]

#: What follows the search (chart, check, road) takes so many times what comes before it, twice what was measured at 600 and 3 000
#: people; and is given no more than this share of the limit.
_AFTER: Final = 3.0
_LATER: Final = 0.3
Wanted = Blueprint | Mapping[str, Any] | str | PathLike[str] | None


def propose(
    org: Org,
    blueprint: Wanted = None,
    profile: str | Path | None = None,
    seed: int = 0,
    time_limit: float | None = None,
    progress: Callable[[str], None] | None = None,
    executor: Executor | None = None,
    language: Literal["en", "nl"] | None = None,
    today: Day = None,
) -> Plan:
    """Propose who works where in an organisation of tribes, squads and chapters.

    Parameters
    ----------
    org : Org
        The organisation of today; a bare list of people with units and job titles is enough.
    blueprint : Blueprint, mapping, path or None
        What is wanted. What it leaves open is proposed, and every invented name reported in ``plan.placeholders``.
    profile : str or path, optional
        Whose limits to keep; else the chart's own, else ``brunel-2017``. A chart names no file: give it to ``check`` again.
    seed : int
        Chooses which tribes are looked at together where there are many. Ties are broken by names, so for few tribes every seed
        gives the same plan.
    time_limit : float, optional
        Seconds for everything, of which some are kept for what follows the search. A plan is always the same unless the limit
        struck (``plan.stopped_by``); one that is far too short for the people is overrun by what they take to read and check.
    progress : callable, optional
        Called with what is being looked at.
    executor : concurrent.futures.Executor, optional
        Searches side by side; without a limit the plan is the same as without an executor.
    language : {"en", "nl"}, optional
        Of reasons and texts; else the chart's own, else English.
    today : datetime.date or str, optional
        Who left by this day, because every place they had in the line has ended, is not planned. Without it everybody is.

    Returns
    -------
    Plan
        ``infeasible`` with a smallest conflict where wishes contradict each other, or with what the best staffing breaks where a
        profile makes errors of warnings that no staffing avoids; ``no_solution_yet`` where the limit came first.

    Raises
    ------
    InputRefusedError
        Where the blueprint is none, or names what the chart does not know.
    UsageError
        Where the chart has no people.

    Notes
    -----
    Terms are optimised one after the other, each proven before the next; see the explanation of the model. People of one
    chapter, site and eligibility are one class, so time grows with the number of classes and squads, not of people.

    Where there are several tribes, people go to another tribe than that of their unit where that meets more needs, finds better
    owners or saves hires: to any tribe that names their unit or, for units that none names, to any tribe that names none. Who holds
    a role beside squads, and of whom the blueprint has a wish, stays. Bounds are those of all tribes together.

    Examples
    --------
    >>> import spotifymodel as sm
    >>> plan = sm.propose(sm.example("polderbank"))
    >>> plan.status, sm.check(plan.org).ok
    ('optimal', True)
    """
    if not isinstance(org, Org):
        raise UsageError(f"propose takes a chart; a {type(org).__name__} is none: read a file with Org.load(…)")
    if language not in (None, "en", "nl"):
        raise UsageError(f"there is no wording in {language!r}; choose en or nl", language, ("en", "nl"))
    now = given_day(today, "today")
    if now is not None:
        org, _ = without_departed(org, now)
    if not any(not p.vacancy for p in org.people):
        raise UsageError("there is nobody in this chart to propose a place for")
    started = monotonic()
    asked = profile if profile is not None else org.profile or "brunel-2017"
    limits = load_profile(asked)
    said: Literal["en", "nl"] = language or (org.language if org.language in ("en", "nl") else None) or "en"
    wanted, source = _blueprint(blueprint)
    if wanted is not None:
        wanted = check_names(wanted, org, source)
    index = index_of(org)
    people = candidates(index, limits)
    kept = in_the_line({} if wanted is None else wanted.stay, index, people)
    moving = tuple(c for c in people if c.id not in kept)
    completed = admit(complete(wanted, index, moving, limits), [c for c in moving if not c.person.second_line])
    end = None if time_limit is None else started + time_limit - _reserved(time_limit, monotonic() - started)

    def plan(choice: Completed, share: float = 1.0) -> Plan:
        origin = arranged(Origin(org, choice, people, (), limits, asked, seed, said))
        if isinstance(origin, Plan):
            return origin
        bank = bank_of(origin, index)
        names = {k: tribe.id for k, tribe in enumerate(choice.blueprint.tribes)}
        until = None if end is None else monotonic() + share * max(0.0, end - monotonic())
        found = staff_together(bank, names, Crew(executor, until, progress), seed)
        return concluded(settled(origin, found), list(found.answers.values()), whole=found)

    open_units = may_stay(completed, index)
    return weighed(completed, index, people, open_units, plan) if open_units else plan(completed)


def _reserved(time_limit: float, spent: float) -> float:
    """Return the seconds to keep for what follows the search, by what came before it: both grow with the people alike."""
    return min(_LATER * time_limit, _AFTER * spent)


def _blueprint(given: Wanted) -> tuple[Blueprint | None, Source | None]:
    if given is None or isinstance(given, Blueprint):
        return given, None
    if isinstance(given, Mapping):
        return blueprint_from_tree(dict(given)), None
    if not isinstance(given, str | PathLike):
        raise UsageError(f"a blueprint is a file, a mapping or a Blueprint; a {type(given).__name__} is none of these")
    return read_blueprint(given)
