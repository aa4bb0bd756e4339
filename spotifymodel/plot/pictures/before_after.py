"""Before and after: the line and the tribes side by side, everybody as the same dot in both, in the colour of their chapter."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, Final, Literal

from spotifymodel.checking.report import Report
from spotifymodel.checking.run import check
from spotifymodel.errors import UsageError
from spotifymodel.graph.index import index_of
from spotifymodel.model.ids import id_key
from spotifymodel.model.org import Org
from spotifymodel.plot.change.futures import Futures, hues_of
from spotifymodel.plot.change.pair import Change, heading_of, overfull, pair_of, remark_on
from spotifymodel.plot.change.side_by_side import Pair, compose
from spotifymodel.plot.change.sides import Side, read_side
from spotifymodel.plot.figure import OrgFigure
from spotifymodel.plot.flow.composing import FlowSheet
from spotifymodel.plot.flow.paths import read_journey
from spotifymodel.plot.flow.telling import FlowTelling
from spotifymodel.plot.flow.wording import Wording
from spotifymodel.plot.framing import Frame, frame_of, require_detail
from spotifymodel.plot.sheets import Size
from spotifymodel.plot.theme import Theme
from spotifymodel.words.changing import phrase
from spotifymodel.words.pictures import digits
from spotifymodel.words.pictures import phrase as of_pictures

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["before_after"]

_DETAILS: Final = ("auto", "names", "initials", "dots", "counts")


def before_after(
    before: Change,
    after: Change | None = None,
    *,
    tribe: str | None = None,
    detail: Literal["auto", "names", "initials", "dots", "counts"] = "auto",
    report: Report | None = None,
    language: str | None = None,
    theme: Theme | None = None,
    highlight: str | Iterable[str] | None = None,
    title: str | None = None,
    size: Size | None = None,
    ax: Axes | None = None,
) -> OrgFigure | Axes:
    """Draw a chart as it is and as it will be, side by side: departments as silos, tribes as matrices of squads and chapters.

    Parameters
    ----------
    before : Org or Plan
        The chart of today. A plan alone stands for today and its target.
    after : Org or Plan, optional
        The chart to be, or the plan that leads to it.
    tribe : str, optional
        Only this tribe of the chart to be, and where its people are today.
    detail : {"auto", "names", "initials", "dots", "counts"}
        How people are shown. ``auto``: dots, and counts where a size is given that dots do not fit.
    report : Report, optional
        Findings of the chart to be; otherwise it is checked under its own profile, as that of today is.
    language : {"en", "nl"}, optional
        Language of the picture's own words; otherwise that of the chart to be.
    theme : Theme, optional
        Colours and sizes.
    highlight : str or iterable of str, optional
        Ids of people, units, squads or chapters that keep their colour, on both sides.
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
    NotFoundError
        For a tribe that the chart to be does not have.
    UsageError
        Where there are not two charts, or nobody in them, or an argument is unknown.
    FigureTooSmallError
        Where a size was given that not even counts fit.

    Notes
    -----
    At the left a dot has the colour of the chapter to come; a chapter has the same colour on both sides. Who sits in a tribe is
    drawn there and not in the line as well. A vacancy and somebody who leaves have a dashed dot.

    Examples
    --------
    >>> import spotifymodel as sm
    >>> people = [{"id": "an", "unit": "it"}, {"id": "bo", "unit": "it"}]
    >>> today = sm.Org.from_dict({"format": "spotifymodel/1", "units": [{"id": "it"}], "people": people})
    >>> later = today.add("squad", id="app", product_owner="an", members=["bo"])
    >>> sm.plot.before_after(today, later, language="en").audit()
    ()
    """
    require_detail(detail, _DETAILS)
    old, new = pair_of(before, after, "before_after")
    frame = frame_of(new, report=report, language=language, theme=theme, highlight=highlight, title=title, size=size, ax=ax)
    new = frame.org
    if not old.people and not new.people:
        raise UsageError("there is nobody in these charts, so there is no before and after to draw")
    futures = Futures.of(new)
    hues = _hues(old, futures.hues)
    tribe = None if tribe is None else new.tribe(tribe).id
    later = read_side(new, frame.report, frame.language, futures, futures.hues, tribe, None if tribe is None else ())
    mine = None if tribe is None else {id_key(person) for view in later.views for person in view.people}
    only = None if mine is None else {person.id for person in old.people if id_key(person.id) in mine}
    sides = read_side(old, check(old, language=frame.language), frame.language, futures, hues, tribe, only), later
    journey = read_journey(old, new, tribe=tribe)
    wording = Wording(journey, frame.language, limit=frame.squad_limit)
    wanted = frame.highlighted(_paths(sides))
    heading, facts = heading_of(frame, "before_after"), _facts(frame, old, new) if mine is None else _tribe_facts(frame, old, mine)
    sheet = FlowSheet(frame.theme, wording, heading, frame.page, tuple(sorted(wanted)), overfull(frame))
    described = " ".join(_described(side, key, frame.language) for side, key in zip(sides, ("alt_now", "alt_then"), strict=True))
    pair = Pair(*sides, futures, frame.theme, frame.language, heading, facts, described, sheet, wanted, frame.page)
    return frame.finished(compose(pair, detail), FlowTelling(wording, frame.telling))


def _hues(old: Org, later: dict[str, int]) -> dict[str, int]:
    """Return the hues of the chapters of today: those that stay keep theirs, the others get one that is free."""
    fresh = max(later.values(), default=-1) + 1
    gone = [chapter for chapter in hues_of(old) if chapter not in later]
    return {chapter: hue for hue, chapter in enumerate(gone, fresh)} | later


def _paths(sides: tuple[Side, ...]) -> list[str]:
    """Return what can be highlighted."""
    found = dict.fromkeys(f"person:{person}" for side in sides for person in side.people)
    for side in sides:
        found.update(dict.fromkeys(silo.path for silo in side.silos if silo.path != "bench"))
        for view in side.views:
            found.update(dict.fromkeys(f"squad:{row.squad}" for row in view.squads))
            found.update(dict.fromkeys(f"chapter:{column.chapter}" for column in view.chapters))
    return list(found)


def _facts(frame: Frame, old: Org, new: Org) -> str:
    """Say how many people and places there are on each side, who is new and who leaves."""
    language = frame.language
    was, will = index_of(old, "design"), index_of(new, "design")
    people = phrase(language, "people", n=len(will.people))
    if len(was.people) != len(will.people):
        people = phrase(language, "from_to", before=digits(len(was.people), language), after=people)
    keys = {id_key(p) for p in was.people}, {id_key(p) for p in will.people}
    said = [people]
    said += [phrase(language, "newcomers", n=n)] if (n := len(keys[1] - keys[0])) else []
    said += [phrase(language, "leavers", n=n)] if (n := len(keys[0] - keys[1])) else []
    counts = [
        ", ".join(
            phrase(language, key, n=n)
            for key, n in (
                ("departments", len(one.units)),
                ("tribes", len(one.tribes)),
                ("chapters", len(one.chapters)),
                ("squads", len(one.squads)),
            )
            if n and not (key == "departments" and one is will)
        )
        for one in (was, will)
    ]
    said += [" → ".join(filter(None, dict.fromkeys(counts)))] if any(counts) else []
    return " · ".join(filter(None, [*said, remark_on(frame, old)]))


def _tribe_facts(frame: Frame, old: Org, mine: Collection[str]) -> str:
    """Say how many people the tribe will have, and how many of them are new."""
    fresh = len(set(mine) - {id_key(person.id) for person in old.people})
    said = [phrase(frame.language, "people", n=len(mine)), *([phrase(frame.language, "newcomers", n=fresh)] if fresh else [])]
    return " · ".join(filter(None, [*said, remark_on(frame, old)]))


def _described(side: Side, key: str, language: str) -> str:
    """Say every unit and every squad of one side with its head count."""
    said = [f"{silo.name} {digits(len(silo.seats), language)}" for silo in side.silos]
    for view in side.views:
        squads = ", ".join(f"{row.name} {digits(row.count, language)}" for row in view.rows)
        said.append(f"{view.name or of_pictures(language, 'outside')} ({squads})")
    return phrase(language, key, list="; ".join(said) or phrase(language, "empty_side"))
