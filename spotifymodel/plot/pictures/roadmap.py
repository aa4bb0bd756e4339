"""The roadmap of a plan: waves, phases, milestones and gates over time, and where everybody works meanwhile."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final, Literal

from spotifymodel.errors import UsageError
from spotifymodel.model.org import Org
from spotifymodel.plot.figure import OrgFigure
from spotifymodel.plot.framing import frame_of, require_detail
from spotifymodel.plot.road.composing import compose
from spotifymodel.plot.road.reading import read_road
from spotifymodel.plot.road.sheet import RoadDetail
from spotifymodel.plot.sheets import Size, fits
from spotifymodel.plot.theme import Theme
from spotifymodel.transition.plan import Plan
from spotifymodel.transition.road.naming import called
from spotifymodel.transition.road.stage import Stage

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["roadmap"]

_DETAILS: Final = ("auto", "names", "counts", "dots")
#: Squads that get a bar of their own where nobody asked for a detail or a size.
_MOST: Final = 80


def roadmap(
    plan: Plan | Sequence[Stage],
    *,
    detail: Literal["auto", "names", "counts", "dots"] = "auto",
    language: Literal["en", "nl"] | None = None,
    ax: Axes | None = None,
    theme: Theme | None = None,
    highlight: str | Iterable[str] | None = None,
    title: str | None = None,
    size: Size | None = None,
) -> OrgFigure | Axes:
    """Draw the way from the line to squads.

    A bar per squad climbs from preparation over a soft mandate to the whole one. Under the bars stand how many people are in
    the line, in between and in squads, how many squads have which mandate, and which rules find something at each stage.

    Parameters
    ----------
    plan : Plan or sequence of Stage
        A plan with stages, or the stages: the first is the organisation of today, the last the target.
    detail : {"auto", "names", "counts", "dots"}, default "auto"
        A bar per squad, one per wave, or one per wave without words beside it, as narrow as a column of a page. ``auto`` takes
        the first that fits.
    language : {"en", "nl"}, optional
        Language of the picture's own words; otherwise that of the target. Stages keep the names that the plan gave them.
    ax : matplotlib.axes.Axes, optional
        Draw here instead of on a new figure; its size decides the detail.
    theme : Theme, optional
        Colours and sizes.
    highlight : str or iterable of str, optional
        Ids of squads that keep their colour.
    title : str, optional
        Instead of the picture's own.
    size : {"a4", "a3", "slide"} or (width, height), optional
        Size of the sheet, in inches; it decides the detail.

    Returns
    -------
    OrgFigure
        With ``ax``: the axes.

    Raises
    ------
    UsageError
        For a plan that leads nowhere, and for a detail that does not exist.
    FigureTooSmallError
        Where a size was given that not even the narrowest fits.

    Notes
    -----
    Where the stages have days, months and ISO weeks stand above; else weeks are counted from the start. A person is *hybrid*
    who sits both in the line and in a squad, or whose squads all have no more than a soft mandate. Of a plan the subtitle says
    whether the order of its waves is proven to be the best, and else how far from it at most.

    Examples
    --------
    >>> import spotifymodel as sm
    >>> figure = sm.plot.roadmap(sm.propose(sm.example("polderbank")), language="en")
    >>> figure.audit()
    ()
    >>> figure.scene.promises[0]
    'squad:tribe-1-squad-1'
    """
    if isinstance(plan, Org) or not isinstance(plan, Plan | Sequence):
        raise UsageError(f"a roadmap is drawn from a plan or from its stages; a {type(plan).__name__} is neither: propose(org) makes one")
    stages = plan.stages if isinstance(plan, Plan) else tuple(plan)
    if len(stages) < 2:
        how = f"its status is {plan.status}" if isinstance(plan, Plan) else f"{len(stages)} given"
        raise UsageError(f"a roadmap needs today and at least one stage after it, and there is no such way ({how})")
    require_detail(detail, _DETAILS)
    frame = frame_of(stages[-1].org, language=language, theme=theme, highlight=highlight, title=title, size=size, ax=ax)
    known = plan.road if isinstance(plan, Plan) else None
    if isinstance(plan, Plan):  # whose stages are named by us, in the language of the plan
        stages = tuple(replace(stage, name=called(stage.name, frame.language)) for stage in stages)
    road = read_road(stages, None if known is None else known.gap)
    limit = frame.tribe_limit if len(road.tribes) == 1 else 0
    tries: tuple[RoadDetail, ...] = ("names", "counts", "dots") if detail == "auto" else (detail,)
    if detail == "auto" and frame.page is None and road.squads > _MOST:
        tries = ("counts", "dots")
    for one in tries:
        scene = compose(frame, road, one, limit)
        if fits(scene, frame.page):
            break
    return frame.finished(scene)
