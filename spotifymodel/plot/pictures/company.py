"""The company wall: one card per tribe, a bar per squad against its limit, a bar for the tribe, red where a limit is passed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from spotifymodel.checking.report import Report
from spotifymodel.errors import UsageError
from spotifymodel.model.org import Org
from spotifymodel.model.seats import holder_id
from spotifymodel.model.teams import Squad, Tribe
from spotifymodel.plot.figure import OrgFigure
from spotifymodel.plot.framing import Subject, finished, headed, highlighted, subject_of, theme_or_default, title_of
from spotifymodel.plot.names import clean
from spotifymodel.plot.parts.pen import Pen
from spotifymodel.plot.scene import Line, Scene
from spotifymodel.plot.sheets import Size
from spotifymodel.plot.shortening import shortened
from spotifymodel.plot.theme import Theme
from spotifymodel.words.pictures import digits, phrase

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["company"]

#: Tribes on one page; beyond that no card can be found again.
PAGE: Final = 250
_W, _H, _GAP = 104.0, 70.0, 9.0
_BARS: Final = 30.0


def company(
    org: Org,
    *,
    page: int = 1,
    language: str | None = None,
    ax: Axes | None = None,
    theme: Theme | None = None,
    highlight: str | Iterable[str] | None = None,
    title: str | None = None,
    report: Report | None = None,
    size: Size | None = None,
) -> OrgFigure | Axes:
    """Draw all tribes as a wall of cards.

    Parameters
    ----------
    org : Org
    page : int, default 1
        Which page, where there are more than 250 tribes.
    language : {"en", "nl"}, optional
        Language of the picture's own words; otherwise that of the chart.
    ax : matplotlib.axes.Axes, optional
        Draw here instead of on a new figure.
    theme : Theme, optional
        Colours and sizes.
    highlight : str or iterable of str, optional
        Ids of tribes that keep their colour.
    title : str, optional
        Instead of the organisation's name.
    report : Report, optional
        Its limits are drawn; otherwise the chart is checked under its own profile.
    size : {"a4", "a3", "slide"} or (width, height), optional
        Size of the sheet, in inches.

    Returns
    -------
    OrgFigure
        With ``ax``: the axes.

    Raises
    ------
    UsageError
        Without tribes, or for a page that does not exist.

    Notes
    -----
    A card counts everybody who stands on a squad at any time, each person once per squad.

    Examples
    --------
    >>> import spotifymodel as sm
    >>> sm.plot.company(sm.example("hypotheek"), language="en").audit()
    ()
    """
    subject = subject_of(org, report, language)
    tribes = subject.org.tribes
    if not tribes:
        raise UsageError("this chart has no tribes, so there is no wall of tribes to draw")
    pages = -(-len(tribes) // PAGE)
    if not 1 <= page <= pages:
        raise UsageError(f"there are pages 1 to {pages}, not {page}", str(page))
    wanted = highlighted(highlight, (f"tribe:{t.id}" for t in tribes))
    shown = tribes[(page - 1) * PAGE : page * PAGE]
    pen = Pen(theme_or_default(theme), subject.language)
    across = max(2, min(len(shown), round((len(shown) * 1.41 * _H / _W) ** 0.5)))
    width = 2 * pen.theme.margin + max(across * (_W + _GAP) - _GAP, 300)
    everybody = len(set().union(*(_people(t) for t in tribes)))
    facts = [
        phrase(subject.language, "tribes", n=len(tribes)),
        phrase(subject.language, "squads", n=sum(len(t.squads) for t in tribes)),
        phrase(subject.language, "people", n=everybody),
    ]
    if pages > 1:
        facts.append(f"{page} / {pages}")
    heading = title_of(subject, title, phrase(subject.language, "wall"))
    top = headed(pen, width, heading, " · ".join(facts))
    for i, tribe in enumerate(shown):
        pale = bool(wanted) and f"tribe:{tribe.id}" not in wanted
        _card(pen, subject, tribe, pen.theme.margin + i % across * (_W + _GAP), top + i // across * (_H + _GAP), pale)
    bottom = top + -(-len(shown) // across) * (_H + _GAP) + 8
    legend = phrase(subject.language, "wall_key", squad=subject.squad_limit, tribe=subject.tribe_limit)
    pen.text(pen.theme.margin, bottom, shortened(legend, width - 2 * pen.theme.margin, 7.0), 7.0, fill=pen.theme.muted)
    words = f"{heading}. {', '.join(facts)}."
    promises = tuple(f"tribe:{t.id}" for t in shown)
    scene = Scene(width, bottom + pen.theme.margin, heading, words, tuple(pen.marks), pen.theme.paper, subject.language, promises)
    return finished(scene, ax, size)


def _members(squad: Squad) -> frozenset[str]:
    return frozenset(holder_id(h) for h in (*squad.members, *squad.product_owner))


def _people(tribe: Tribe) -> set[str]:
    found = {holder_id(h) for c in tribe.chapters for h in (*c.members, *c.lead)}
    return found.union(*(_members(s) for s in tribe.squads), (holder_id(h) for h in tribe.lead))


def _card(pen: Pen, subject: Subject, tribe: Tribe, x: float, y: float, pale: bool) -> None:
    theme, of = pen.theme, f"tribe:{tribe.id}"
    counts = [len(_members(s)) for s in tribe.squads]
    total, limit, most = len(_people(tribe)), subject.squad_limit, subject.tribe_limit
    bad = bool(limit and any(c > limit for c in counts)) or bool(most and total > most)
    ground = theme.bad_tint if bad and not pale else theme.paper
    pen.box(x, y, _W, _H, ground, theme.bad if bad and not pale else theme.frame, radius=4, of=of)
    number = digits(total, subject.language)
    red = theme.bad if most and total > most else theme.ink
    used = pen.text(x + _W - 6, y + 12, number, 8.0, bold=True, fill=red, anchor="end", backdrop=ground, of=of)
    name = clean(tribe.name or tribe.id)
    label = shortened(name, _W - 18 - used, theme.name, True)
    pen.text(x + 6, y + 12, label, theme.name, bold=True, backdrop=ground, of=of, stands_for=name)
    foot, room = y + _H - 15, _W - 12
    step = min(room / max(len(counts), 1), 8.0)
    scale = _BARS / max([*counts, limit, 1])
    for i, count in enumerate(counts):
        over = bool(limit) and count > limit
        ink = theme.outline if pale else theme.bad if over else theme.capacity
        pen.box(x + 6 + i * step, foot - count * scale, step * 0.76, count * scale, ink, of=f"squad:{tribe.squads[i].id}")
    if limit:
        pen.add(Line(((x + 6, foot - limit * scale), (x + _W - 6, foot - limit * scale)), theme.muted, 0.6, (2.0, 1.5), of=of))
    pen.box(x + 6, y + _H - 10, room, 4, theme.capacity_track, of=of)
    filled = room * min(total / most, 1.0) if most else room
    pen.box(x + 6, y + _H - 10, filled, 4, theme.outline if pale else theme.bad if most and total > most else theme.capacity, of=of)
