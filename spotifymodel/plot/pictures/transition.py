"""The transition: streams of people from their departments, through their chapters, to their squads."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final, Literal

from spotifymodel.checking.report import Report
from spotifymodel.errors import UsageError
from spotifymodel.model.org import Org
from spotifymodel.plot.change.pair import Change, overfull, pair_of, remark_on
from spotifymodel.plot.figure import OrgFigure
from spotifymodel.plot.flow.composing import FlowSheet
from spotifymodel.plot.flow.levels import compose_streams
from spotifymodel.plot.flow.paths import read_journey
from spotifymodel.plot.flow.telling import FlowTelling
from spotifymodel.plot.flow.wording import Wording
from spotifymodel.plot.framing import frame_of, require_detail
from spotifymodel.plot.sheets import Size
from spotifymodel.plot.theme import Theme

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["transition"]

_MEASURES: Final = ("people", "fte")
_DETAILS: Final = ("auto", "names", "counts")


def transition(
    before: Change,
    after: Change | None = None,
    *,
    tribe: str | None = None,
    measure: Literal["people", "fte"] = "people",
    split: bool | None = None,
    detail: Literal["auto", "names", "counts"] = "auto",
    report: Report | None = None,
    language: str | None = None,
    theme: Theme | None = None,
    highlight: str | Iterable[str] | None = None,
    title: str | None = None,
    size: Size | None = None,
    ax: Axes | None = None,
) -> OrgFigure | Axes:
    """Draw who goes where: streams from departments (or squads) of today through chapters to squads.

    Parameters
    ----------
    before : Org or Plan
        The chart of today. A plan alone stands for today and its target; a chart to be alone for where its people came from
        (``from_unit``).
    after : Org or Plan, optional
        The chart to be, or the plan that leads to it.
    tribe : str, optional
        Only the streams into this tribe.
    measure : {"people", "fte"}
        What the width of a stream means. Either way somebody in several places is shared out over them, so that everybody
        who enters a place leaves it.
    split : bool, optional
        Whether every chapter gets a small flow of its own; otherwise so where there are more than 60 streams and nothing is
        highlighted.
    detail : {"auto", "names", "counts"}
        ``counts``: numbers in tables instead of streams; so too by ``auto`` where a size is given that no streams fit.
    report : Report, optional
        Findings of the chart to be; otherwise it is checked under its own profile.
    language : {"en", "nl"}, optional
        Language of the picture's own words; otherwise that of the chart to be.
    theme : Theme, optional
        Colours and sizes.
    highlight : str or iterable of str, optional
        Ids of units, chapters, squads or people whose streams keep their colour; the title asks where they go.
    title : str, optional
        Instead of the picture's own.
    size : {"a4", "a3", "slide"} or (width, height), optional
        Size of the sheet, in inches.
    ax : matplotlib.axes.Axes, optional
        Draw here instead of on a new figure.

    Returns
    -------
    OrgFigure
        With ``ax``: the axes.

    Raises
    ------
    UsageError
        Where there are not two charts, or nobody in them, or an argument is unknown.
    NotFoundError
        For a tribe that does not exist.
    FigureTooSmallError
        Where a size was given that the narrowest picture does not fit.

    Notes
    -----
    Numbers count people, also of somebody who is shared out; with ``measure="fte"`` they are FTE. A vacancy of the chart to
    be that is not in the chart of today is somebody to hire.

    Examples
    --------
    >>> import spotifymodel as sm
    >>> people = [{"id": "an", "unit": "it"}, {"id": "bo", "unit": "it"}]
    >>> today = sm.Org.from_dict({"format": "spotifymodel/1", "units": [{"id": "it"}], "people": people})
    >>> later = today.add("squad", id="app", product_owner="an", members=["bo"])
    >>> sm.plot.transition(today, later, language="en").audit()
    ()
    """
    if measure not in _MEASURES:
        raise UsageError(f"measure takes people or fte, not {measure!r}", str(measure), _MEASURES)
    require_detail(detail, _DETAILS)
    today, target = _charts(before, after)
    frame = frame_of(target, report=report, language=language, theme=theme, highlight=highlight, title=title, size=size, ax=ax)
    if tribe is not None:
        tribe = frame.org.tribe(tribe).id
    journey = read_journey(today, frame.org, tribe=tribe, fte=measure == "fte")
    if not journey.paths:
        raise UsageError("nobody goes anywhere: there are no people in these charts" + (", or none in this tribe" if tribe else ""))
    places = [place for path in journey.paths for place in (path.origin, path.chapter, path.goal, f"person:{path.person}")]
    lit = tuple(sorted(frame.highlighted(dict.fromkeys(place for place in places if not place.startswith("fate:")))))
    wording = Wording(journey, frame.language, measure == "fte", frame.squad_limit)
    sheet = FlowSheet(frame.theme, wording, frame.title, frame.page, lit, overfull(frame), remark_on(frame, today))
    scene = compose_streams(sheet, split, detail)
    return frame.finished(scene, FlowTelling(wording, frame.telling))


def _charts(before: Change, after: Change | None) -> tuple[Org | None, Org]:
    """Return both charts; a chart alone that says where its people came from is enough."""
    if after is None and isinstance(before, Org) and any(person.from_unit for person in before.people):
        return None, before
    return pair_of(before, after, "transition")
