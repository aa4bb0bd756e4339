"""The company wall: one card per tribe with its lead, its squads, its head count against the limit and its findings."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from spotifymodel.checking.report import Report
from spotifymodel.errors import UsageError
from spotifymodel.graph.index import index_of
from spotifymodel.graph.view import View
from spotifymodel.model.org import Org
from spotifymodel.plot.figure import OrgFigure
from spotifymodel.plot.framing import frame_of, headed
from spotifymodel.plot.scene import Scene
from spotifymodel.plot.sheets import Size
from spotifymodel.plot.shortening import wrapped
from spotifymodel.plot.theme import Theme
from spotifymodel.plot.wall.card import CUT, HEIGHT, WIDTH, CardPainter
from spotifymodel.plot.wall.reading import TribeCard, read_cards
from spotifymodel.words.pictures import phrase

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["company"]

#: Tribes on one page; beyond that no card can be found again.
PAGE: Final = 250
_GAP: Final = 9.0


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
    People are counted as the rules count them, at the fullest instant of the tribe and of each squad. The number in the
    corner counts errors and warnings about the tribe, its squads, its chapters and the people in its squads; a finding about
    somebody in squads of two tribes is on both cards. 103 tribes, 15 000 people: under a second with the check.

    Examples
    --------
    >>> import spotifymodel as sm
    >>> sm.plot.company(sm.example("hypotheek"), language="en").audit()
    ()
    """
    frame = frame_of(org, report=report, language=language, theme=theme, highlight=highlight, title=title, size=size, ax=ax)
    cards = read_cards(frame.org, frame.report)
    if not cards:
        raise UsageError("this chart has no tribes, so there is no wall of tribes to draw; a chart without tribes suits network or units")
    pages = -(-len(cards) // PAGE)
    if not 1 <= page <= pages:
        raise UsageError(f"there are pages 1 to {pages}, not {page}", str(page))
    wanted = frame.highlighted(f"tribe:{card.id}" for card in cards)
    shown = cards[(page - 1) * PAGE : page * PAGE]
    pen = frame.pen()
    across = max(2, min(len(shown), round((len(shown) * 1.41 * HEIGHT / WIDTH) ** 0.5)))
    width = 2 * pen.theme.margin + max(across * (WIDTH + _GAP) - _GAP, 300)
    index = index_of(frame.org)
    facts = [
        phrase(frame.language, "tribes", n=len(cards)),
        phrase(frame.language, "squads", n=sum(len(card.squads) for card in cards)),
        phrase(frame.language, "people", n=len({p for card in cards for p in View(index).tribe_people(card.id)})),
    ]
    if pages > 1:
        facts.append(phrase(frame.language, "page", page=page, n=pages))
    heading = frame.titled(phrase(frame.language, "wall"))
    top = headed(pen, width, heading, " · ".join(facts))
    limit = frame.squad_limit
    fullest = max((count for card in cards for _, count in card.squads), default=0)
    tallest = min(CUT * limit, max(fullest, limit)) if limit else fullest
    painter = CardPainter(pen, limit, frame.tribe_limit, tallest)
    for i, (card, name) in enumerate(zip(shown, painter.names(shown), strict=True)):
        pale = bool(wanted) and f"tribe:{card.id}" not in wanted
        painter.draw(card, name, pen.theme.margin + i % across * (WIDTH + _GAP), top + i // across * (HEIGHT + _GAP), pale)
    bottom = top + -(-len(shown) // across) * (HEIGHT + _GAP) + 8
    key = _key(frame.language, limit, frame.tribe_limit, tallest if fullest > tallest else 0)
    for line in wrapped(key, width - 2 * pen.theme.margin, pen.theme.legend, lines=4):
        pen.text(pen.theme.margin, bottom, line, pen.theme.legend, fill=pen.theme.muted)
        bottom += 10
    words = f"{heading}. {', '.join(facts)}. {_described(shown, frame.language)}"
    promises = tuple(f"tribe:{card.id}" for card in shown) + tuple(f"squad:{s}" for card in shown for s, _ in card.squads)
    scene = Scene(width, bottom - 10 + pen.theme.margin, heading, words, tuple(pen.marks), pen.theme.paper, frame.language, promises)
    return frame.finished(scene)


def _key(language: str, squad: int, tribe: int, cut: int) -> str:
    """Say what the signs of a card mean, and only those that are drawn."""
    parts = [phrase(language, "wall_bars", limit=squad) if squad else phrase(language, "wall_bars_free")]
    parts += [phrase(language, "wall_tribe", limit=tribe)] if tribe else []
    parts += [phrase(language, "wall_cut", limit=cut)] if cut else []
    parts += [phrase(language, "wall_red")] if squad or tribe else []
    return "; ".join([*parts, phrase(language, "wall_pill")])


def _described(cards: tuple[TribeCard, ...], language: str) -> str:
    """Say every tribe's numbers in words."""
    return " ".join(
        phrase(
            language,
            "alt_card",
            name=card.name,
            people=phrase(language, "people", n=card.count),
            squads=phrase(language, "squads", n=len(card.squads)),
            findings=phrase(language, "findings", n=card.findings),
        )
        for card in cards
    )
