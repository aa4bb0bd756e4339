"""Puts cards on a sheet: heading, cards in rows, and what their signs mean; on a page the largest cards that fit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal

from spotifymodel.errors import FigureTooSmallError
from spotifymodel.graph.index import index_of
from spotifymodel.graph.view import View
from spotifymodel.plot.framing import Frame, headed
from spotifymodel.plot.paging import cut
from spotifymodel.plot.parts.legend import draw_legend
from spotifymodel.plot.scene import Scene
from spotifymodel.plot.sheets import fits, too_small
from spotifymodel.plot.wall.card import CUT, LARGE, SMALL, CardPainter, CardSize
from spotifymodel.plot.wall.key import signs_of
from spotifymodel.plot.wall.reading import TribeCard, read_cards
from spotifymodel.words.pictures import phrase

__all__ = ["MOST_CARDS", "WALL_DETAILS", "Wall", "WallDetail", "wall_of"]

WallDetail = Literal["auto", "names", "counts"]
#: ``names``: cards with the lead's name; ``counts``: smaller ones with numbers only.
WALL_DETAILS: Final = ("auto", "names", "counts")
_SIZES: Final[Mapping[str, CardSize]] = MappingProxyType({"names": LARGE, "counts": SMALL})
#: More cards than this on one page and none can be found again.
MOST_CARDS: Final = 250
_GAP, _LEAST_WIDTH, _LEGEND_RISE = 9.0, 300.0, 8.0
#: Width to height of a sheet that may take any size.
_SHAPE: Final = 1.41


@dataclass(frozen=True, slots=True)
class Wall:
    """What all pages of a wall share.

    Parameters
    ----------
    cards : tuple of TribeCard
    people : int
        People in all tribes together, everybody once.
    wanted : frozenset of str
        Paths of the tribes that keep their colour; empty for all.
    """

    frame: Frame
    cards: tuple[TribeCard, ...]
    people: int
    wanted: frozenset[str]

    def page(
        self,
        shown: Sequence[TribeCard],
        detail: WallDetail,
        remarks: Sequence[str] = (),
        numbers: Mapping[str, int] = MappingProxyType({}),
    ) -> Scene:
        """Return a sheet with some of the cards.

        Parameters
        ----------
        shown : sequence of TribeCard
        detail : {"auto", "names", "counts"}
        remarks : sequence of str
            Said behind the counts in the heading.
        numbers : mapping of str to int
            Pages on which tribes are shown in full, by the tribe's id; written on their cards.

        Raises
        ------
        FigureTooSmallError
            Where a page was asked for that not even the smaller cards fit.
        """
        page = self.frame.page
        sizes = list(_SIZES.values()) if detail == "auto" else [_SIZES[detail]]
        if page is None:
            return self._scene(shown, sizes[0], self._freely(len(shown), sizes[0]), remarks, numbers)
        for size in sizes:
            for across in self._columns(len(shown), size, page):
                scene = self._scene(shown, size, across, remarks, numbers)
                if fits(scene, page):
                    return scene
        least = self._scene(shown, sizes[-1], self._freely(len(shown), sizes[-1]), remarks, numbers)
        raise too_small(least, page)

    def paged(
        self, detail: WallDetail, remarks: Sequence[str] = (), numbers: Mapping[str, int] = MappingProxyType({})
    ) -> tuple[WallDetail, tuple[Sequence[TribeCard], ...]]:
        """Share the cards out over pages: one with large cards, else one with small ones, else as few as take them all.

        Parameters
        ----------
        detail : {"auto", "names", "counts"}
        remarks, numbers
            As on the pages, as long as they may become.

        Returns
        -------
        detail : {"auto", "names", "counts"}
            How the pages are to be drawn.
        chunks : tuple
            The cards of every page.

        Raises
        ------
        FigureTooSmallError
            Where a page was asked for that not even one card fits.
        """
        count, least = len(self.cards), -(-len(self.cards) // MOST_CARDS)
        if self.frame.page is None:
            return detail, cut(self.cards, MOST_CARDS)
        said = (*remarks, phrase(self.frame.language, "page", page=99, n=99))
        if least == 1:
            for one in ("names", "counts") if detail == "auto" else (detail,):
                if self._fits(self.cards, one, remarks, numbers):
                    return one, (self.cards,)
        small: WallDetail = "counts" if detail == "auto" else detail
        for pages in range(least, count):
            chunks = self._shared_out(pages)
            if self._fits(chunks[0], small, said, numbers):
                return small, chunks
        self.page(self.cards[:1], small, said, numbers)
        return small, self._shared_out(count)

    def _fits(self, shown: Sequence[TribeCard], detail: WallDetail, remarks: Sequence[str], numbers: Mapping[str, int]) -> bool:
        try:
            self.page(shown, detail, remarks, numbers)
        except FigureTooSmallError:
            return False
        return True

    def _shared_out(self, pages: int) -> tuple[Sequence[TribeCard], ...]:
        """Return the cards in so many parts, or one fewer where that fills them more evenly."""
        return cut(self.cards, -(-len(self.cards) // pages))

    @staticmethod
    def _freely(count: int, size: CardSize) -> int:
        """Return how many cards beside each other make a sheet of the usual shape."""
        return max(2, min(count, round(float((count * _SHAPE * size.height / size.width) ** 0.5))))

    def _columns(self, count: int, size: CardSize, page: tuple[float, float]) -> Iterator[int]:
        """Yield how many cards may stand beside each other on a page, what fills it best first; a few are enough."""
        margin = 2 * self.frame.theme.margin
        widest = min(count, int((page[0] - margin + _GAP) / (size.width + _GAP)))

        def filled(across: int) -> float:
            rows = -(-count // across)
            width = margin + max(across * (size.width + _GAP) - _GAP, _LEAST_WIDTH)
            return min(page[0] / width, page[1] / (margin + 60 + rows * (size.height + _GAP)))

        yield from sorted(range(1, widest + 1), key=lambda across: (-filled(across), across))[:3]
        if widest > 0:
            yield widest

    def _scene(self, shown: Sequence[TribeCard], size: CardSize, across: int, remarks: Sequence[str], numbers: Mapping[str, int]) -> Scene:
        frame, pen = self.frame, self.frame.pen()
        theme, language, limit = pen.theme, frame.language, frame.squad_limit
        width = 2 * theme.margin + max(across * (size.width + _GAP) - _GAP, _LEAST_WIDTH)
        heading, facts = frame.titled(phrase(language, "wall")), [*self._facts(), *remarks]
        top = headed(pen, width, heading, " · ".join(facts))
        fullest = max((count for card in self.cards for _, count in card.squads), default=0)
        tallest = min(CUT * limit, max(fullest, limit)) if limit else fullest
        painter = CardPainter(pen, limit, frame.tribe_limit, tallest, size)
        for i, (card, name) in enumerate(zip(shown, painter.names(shown), strict=True)):
            pale = bool(self.wanted) and f"tribe:{card.id}" not in self.wanted
            x, y = theme.margin + i % across * (size.width + _GAP), top + i // across * (size.height + _GAP)
            painter.draw(card, name, x, y, pale, numbers.get(card.id))
        bottom = top + -(-len(shown) // across) * (size.height + _GAP) + 8
        signs = list(signs_of(shown, limit, frame.tribe_limit, tallest if fullest > tallest else 0, language))
        bottom += draw_legend(pen, signs, theme.margin, width - theme.margin, bottom - _LEGEND_RISE)
        words = f"{heading}. {', '.join(facts)}. {_described(shown, language)}"
        promises = tuple(f"tribe:{card.id}" for card in shown) + tuple(f"squad:{s}" for card in shown for s, _ in card.squads)
        return Scene(width, bottom - _LEGEND_RISE + theme.margin - 4, heading, words, tuple(pen.marks), theme.paper, language, promises)

    def _facts(self) -> list[str]:
        language = self.frame.language
        return [
            phrase(language, "tribes", n=len(self.cards)),
            phrase(language, "squads", n=sum(len(card.squads) for card in self.cards)),
            phrase(language, "people", n=self.people),
        ]


def wall_of(frame: Frame, wanted: frozenset[str] = frozenset()) -> Wall:
    """Read every tribe of a chart for its wall; people as the rules count them."""
    look = View(index_of(frame.org))
    cards = read_cards(frame.org, frame.report)
    return Wall(frame, cards, len({person for card in cards for person in look.tribe_people(card.id)}), wanted)


def _described(cards: Sequence[TribeCard], language: str) -> str:
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
