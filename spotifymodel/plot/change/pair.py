"""Settles which two charts a picture of a change is drawn from: two charts, a chart and a plan, or a plan alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NoReturn, TypeAlias

from spotifymodel.errors import UsageError
from spotifymodel.graph.index import index_of
from spotifymodel.model.org import Org
from spotifymodel.plot.framing import Frame
from spotifymodel.plot.names import clean
from spotifymodel.words.changing import phrase as of_changes
from spotifymodel.words.pictures import phrase

if TYPE_CHECKING:
    from spotifymodel.transition.plan import Plan

__all__ = ["ONE_OF_TWO", "Change", "heading_of", "overfull", "pair_of", "remark_on"]

Change: TypeAlias = "Org | Plan"
#: What a refusal carries where a chart stands alone, so that the command line can say it in its own words.
ONE_OF_TWO: Final = "one chart of two"


def pair_of(before: Change, after: Change | None, picture: str) -> tuple[Org, Org]:
    """Return the chart of today and the chart to be.

    Parameters
    ----------
    before : Org or Plan
        A plan alone stands for both: the first stage of its way, and its target.
    after : Org or Plan, optional
        A plan stands for its target.
    picture : str
        Name of the picture, for the message.

    Raises
    ------
    UsageError
        Where there are not two charts; says what would do.
    """
    if after is None:
        if isinstance(before, Org):
            raise UsageError(
                f"{picture} is drawn from two charts: give {picture}(before, after), or the plan that sm.propose returned", ONE_OF_TWO
            )
        target = _target(before, picture)
        if not before.stages:
            raise UsageError(f"this plan does not hold the chart of today: give {picture}(before, plan)")
        return before.stages[0].org, target
    if not isinstance(before, Org):
        _refused(before, picture)
    return before, after if isinstance(after, Org) else _target(after, picture)


def remark_on(frame: Frame, before: Org | None) -> str:
    """Say which day a picture shows, or that it takes all days together where charts have dates."""
    day = frame.report.as_of
    if day is not None:
        return phrase(frame.language, "as_of", day=day.isoformat())
    dated = any(index_of(org, "design").dated for org in (frame.org, before) if org is not None)
    return phrase(frame.language, "all_days") if dated else ""


def heading_of(frame: Frame, key: str) -> str:
    """Return the title that was asked for, else that of the picture with the name of the organisation, where it has one."""
    name = clean(frame.org.organisation or "")
    return frame.title or (of_changes(frame.language, key, name=name) if name else of_changes(frame.language, f"{key}_bare"))


def overfull(frame: Frame) -> frozenset[str]:
    """Return the squads of the chart to be that have more people than they may, as paths."""
    found = (f for f in frame.report.findings if f.code == "SQ001" and not f.waived and f.profile == frame.report.profile)
    return frozenset(f"squad:{finding.subject.id}" for finding in found)


def _target(plan: Plan, picture: str) -> Org:
    """Return the chart to which a plan leads."""
    from spotifymodel.transition.plan import Plan

    if not isinstance(plan, Plan):
        _refused(plan, picture)
    if plan.org is None:
        raise UsageError(f"this plan leads to no chart (its status is {plan.status}), so there is no change to draw", plan.status)
    return plan.org


def _refused(given: object, picture: str) -> NoReturn:
    kind = type(given).__name__
    raise UsageError(f"{picture} is drawn from two charts or a plan; a {kind} is neither: read a file with Org.load(…)", kind)
