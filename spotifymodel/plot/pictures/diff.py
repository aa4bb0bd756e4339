"""The difference: both charts in one matrix, with who came, went, moved and changed roles marked in place."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final, Literal

from spotifymodel.checking.report import Report
from spotifymodel.errors import UsageError
from spotifymodel.plot.change.comparing import compare
from spotifymodel.plot.change.comparison import Comparison, DiffRow
from spotifymodel.plot.change.diff_sheet import DiffSheetAsk, compose
from spotifymodel.plot.change.pair import Change, heading_of, overfull, pair_of, remark_on
from spotifymodel.plot.figure import OrgFigure
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

__all__ = ["diff"]

_DETAILS: Final = ("auto", "names", "initials", "counts")


def diff(
    before: Change,
    after: Change | None = None,
    *,
    tribe: str | None = None,
    detail: Literal["auto", "names", "initials", "counts"] = "auto",
    report: Report | None = None,
    language: str | None = None,
    theme: Theme | None = None,
    highlight: str | Iterable[str] | None = None,
    title: str | None = None,
    size: Size | None = None,
    ax: Axes | None = None,
) -> OrgFigure | Axes:
    """Draw what differs between two charts: everybody in their squad, new ones with a plus, those who went struck through.

    Parameters
    ----------
    before : Org or Plan
        The earlier chart. A plan alone stands for today and its target.
    after : Org or Plan, optional
        The later chart, or the plan that leads to it.
    tribe : str, optional
        Only this tribe, of either chart.
    detail : {"auto", "names", "initials", "counts"}
        How people are shown. ``auto``: names; only of those who changed where there are many people, or where a size is given
        that not all names fit; then counts.
    report : Report, optional
        Findings of the later chart, for squads that are too large; otherwise it is checked under its own profile.
    language : {"en", "nl"}, optional
        Language of the picture's own words; otherwise that of the later chart.
    theme : Theme, optional
        Colours and sizes.
    highlight : str or iterable of str, optional
        Ids of people, squads, chapters or units that keep their colour.
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
        For a tribe that neither chart has.
    UsageError
        Where there are not two charts, or nothing in them, or an argument is unknown.
    FigureTooSmallError
        Where a size was given that not even counts fit.

    Notes
    -----
    A filled sign marks who comes from outside the organisation, or leaves it. Of charts with dates whoever is ever in a squad
    counts; to compare two days, give ``before.at(day)`` and ``after.at(day)``. For edits that can be done again: ``sm.diff``.

    Examples
    --------
    >>> import spotifymodel as sm
    >>> before = sm.example("hypotheek-broken")
    >>> sm.plot.diff(before, sm.example("hypotheek"), language="en").audit()
    ()
    """
    require_detail(detail, _DETAILS)
    old, new = pair_of(before, after, "diff")
    frame = frame_of(new, report=report, language=language, theme=theme, highlight=highlight, title=title, size=size, ax=ax)
    language = frame.language
    words = (of_pictures(language, "no_chapter"), of_pictures(language, "members"), of_pictures(language, "no_squad"))
    found = compare(old, frame.org, *words)
    if tribe is not None:
        found = found.only((old if old.has("tribe", tribe) and not frame.org.has("tribe", tribe) else frame.org).tribe(tribe).id)
    if not found.sheets and not found.units:
        raise UsageError("these charts have no squads, chapters or people in units, so there is no difference to draw")
    ask = DiffSheetAsk(
        found,
        frame.theme,
        language,
        heading_of(frame, "diff"),
        _facts(frame, found, remark_on(frame, old)),
        _described(found, language),
        overfull(frame),
        frame.highlighted(_paths(found)),
        frame.page,
    )
    return frame.finished(compose(ask, detail), FlowTelling(Wording(read_journey(old, frame.org), language), frame.telling))


def _facts(frame: Frame, found: Comparison, remark: str) -> str:
    """Say how many moved, came, left, have another role, and stay as they were."""
    tally, language = found.tally, frame.language
    said = [phrase(language, "moved", n=tally.moved)]
    for key, n in (("newcomers", tally.joined), ("leavers", tally.left), ("roles", tally.roles), ("stayed", tally.stayed)):
        said += [phrase(language, key, n=n)] if n else []
    return " · ".join(filter(None, [*said, remark]))


def _paths(found: Comparison) -> list[str]:
    """Return what can be highlighted."""
    paths = dict.fromkeys(f"person:{person}" for person in found.people)
    for sheet in found.sheets:
        paths.update(dict.fromkeys(f"squad:{row.id}" for row in sheet.rows if row.id))
        paths.update(dict.fromkeys(f"chapter:{column.chapter}" for column in sheet.columns if column.chapter))
    paths.update(dict.fromkeys(f"unit:{row.id}" for row in found.units))
    return list(paths)


def _described(found: Comparison, language: str) -> str:
    """Say every squad and unit in which something changed: who came, who went, whose role is another."""
    rows = [row for sheet in found.sheets for row in sheet.rows] + list(found.units)
    return " ".join(filter(None, (_row(row, found.people, language) for row in rows)))


def _row(row: DiffRow, names: dict[str, str], language: str) -> str:
    entries = [entry for cell in row.cells for entry in cell]
    said = []
    for key, those in (
        ("alt_plus", [e for e in entries if e.kind in ("plus", "shift")]),
        ("alt_minus", [e for e in entries if e.kind == "minus"]),
        ("alt_role", [e for e in entries if e.gained or e.lost]),
    ):
        said += [phrase(language, key, list=", ".join(names[e.person] for e in those))] if those else []
    if not said:
        return ""
    numbers = {"was": digits(row.was, language), "now": digits(row.now, language)}
    return phrase(language, "alt_row", name=row.name, list="; ".join(said), **numbers) + "."
