"""Draws one tribe as a card: name and findings, lead, squads and chapters, a bar per squad, a bar for the tribe."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from spotifymodel.plot.metrics import text_width
from spotifymodel.plot.parts.findings_footer import draw_pill
from spotifymodel.plot.parts.pen import Pen
from spotifymodel.plot.scene import Line
from spotifymodel.plot.shortening import distinct_lines, shortened
from spotifymodel.plot.wall.reading import TribeCard
from spotifymodel.words.book import phrase as said
from spotifymodel.words.pictures import digits, phrase

__all__ = ["CUT", "LARGE", "SMALL", "CardPainter", "CardSize"]


@dataclass(frozen=True, slots=True)
class CardSize:
    """Measures of a card in points; ``full`` says who leads the tribe and how many squads and chapters it has."""

    width: float
    height: float
    bars: float
    pad: float
    full: bool


LARGE: Final = CardSize(122.0, 106.0, 34.0, 7.0, full=True)
SMALL: Final = CardSize(88.0, 70.0, 25.0, 5.0, full=False)
#: A bar ends at this many times the limit, so that one huge squad does not flatten all others.
CUT: Final = 2
_LINE, _STEP, _PILL = 9.5, 8.0, 26.0


@dataclass(frozen=True, slots=True)
class CardPainter:
    """Draws cards that can be compared: one pen, the same limits, the same scale.

    Parameters
    ----------
    squad_limit, tribe_limit : int
        Most people in a squad and in a tribe; 0 where the profile has no limit.
    tallest : int
        Head count of the tallest bar; longer ones are cut.
    size : CardSize
    """

    pen: Pen
    squad_limit: int
    tribe_limit: int
    tallest: int
    size: CardSize = LARGE

    def draw(self, card: TribeCard, name: tuple[str, ...], x: float, y: float, pale: bool, number: int | None = None) -> None:
        """Draw a card with its left top at a point and its name in these lines.

        Parameters
        ----------
        pale : bool
            Whether it is not among the highlighted.
        number : int, optional
            Page on which the tribe is shown in full.
        """
        pen, theme, of = self.pen, self.pen.theme, f"tribe:{card.id}"
        full = bool(self.tribe_limit) and card.count > self.tribe_limit
        over = full or (bool(self.squad_limit) and any(count > self.squad_limit for _, count in card.squads))
        ground = theme.bad_tint if over and not pale else theme.paper
        size = self.size
        pen.box(x, y, size.width, size.height, ground, theme.bad if over and not pale else theme.frame, radius=4, of=of)
        left, right, bottom = x + size.pad, x + size.width - size.pad, y + size.height
        self._pill(card, right, y + size.pad + 3.5)
        for line in name:
            pen.text(left, y + size.pad + 6.5, line, self._head, bold=True, backdrop=ground, of=of, stands_for=card.name)
            y += _LINE
        if size.full:
            y += 11 - _LINE
            self._lead(card, left, right, y + 13.5, ground)
            parts = [phrase(pen.language, "squads", n=len(card.squads)), phrase(pen.language, "chapters", n=card.chapters)]
            pen.text(left, y + 23.5, " · ".join(parts), theme.name, fill=theme.muted, backdrop=ground, of=of)
        self._squads(card, left, right, bottom - size.pad - 14, ground, pale)
        end = right
        if number is not None:
            words = said(pen.language, "on_page", page=number)
            end -= pen.text(right, bottom - size.pad - 0.4, words, theme.name, fill=theme.muted, anchor="end", backdrop=ground, of=of) + 6
        self._tribe(card, left, end, bottom - size.pad - 3, full, ground, pale)

    def names(self, cards: Sequence[TribeCard]) -> list[tuple[str, ...]]:
        """Break the names of cards into lines beside the number of findings, such that shortened ones still differ."""
        room = self.size.width - 2 * self.size.pad - _PILL
        return distinct_lines([card.name for card in cards], room, self._head, True, 2)

    @property
    def _head(self) -> float:
        return self.pen.theme.head if self.size.full else self.pen.theme.name

    def _pill(self, card: TribeCard, right: float, middle: float) -> None:
        """Draw how many findings there are, filled where some are errors."""
        if not card.findings:
            return
        theme, number = self.pen.theme, digits(card.findings, self.pen.language)
        width = text_width(number, theme.badge, True) + 7
        draw_pill(self.pen, right - width, middle, width, number, "error" if card.errors else "warning", f"tribe:{card.id}")

    def _lead(self, card: TribeCard, left: float, right: float, y: float, ground: str) -> None:
        pen, theme, of = self.pen, self.pen.theme, f"tribe:{card.id}"
        words = ", ".join(card.leads)
        if not words:
            pen.text(left, y, phrase(pen.language, "no_TL"), theme.name, fill=theme.muted, backdrop=ground, of=of)
            return
        label = shortened(words, right - left, theme.name)
        pen.text(left, y, label, theme.name, backdrop=ground, of=of, stands_for=words)

    def _squads(self, card: TribeCard, left: float, right: float, foot: float, ground: str, pale: bool) -> None:
        """Draw a bar per squad on one foot, and the line that none should pass."""
        pen, theme, limit = self.pen, self.pen.theme, self.squad_limit
        step = min((right - left) / max(len(card.squads), 1), _STEP)
        most = self.tallest
        scale = self.size.bars / max(most, 1)
        pen.add(Line(((left, foot), (right, foot)), theme.outline, 0.5, of=f"tribe:{card.id}"))
        for i, (squad, count) in enumerate(card.squads):
            over = bool(limit) and count > limit
            ink = theme.outline if pale else theme.bad if over else theme.capacity
            high = min(count, most) * scale
            pen.box(
                left + i * step, foot - high, step * 0.76, high, ink, of=f"squad:{squad}", amount=min(count, most), scale="h:squads"
            )  # fmt: skip
            if count > most:
                pen.box(left + i * step, foot - high + 3, step * 0.76, 1.6, ground, of=f"squad:{squad}")
        if limit:
            line = foot - limit * scale
            pen.add(Line(((left, line), (right, line)), theme.ink, 0.6, (2.0, 1.5), of=f"tribe:{card.id}"))

    def _tribe(self, card: TribeCard, left: float, right: float, middle: float, full: bool, ground: str, pale: bool) -> None:
        """Draw the head count in figures and as a bar; beyond the limit the bar is red and a tick marks the limit."""
        pen, theme, of, most = self.pen, self.pen.theme, f"tribe:{card.id}", self.tribe_limit
        number = digits(card.count, pen.language)
        words = f"{number} / {digits(most, pen.language)}" if most else number
        ink = theme.bad if full else theme.ink
        used = pen.text(left, middle + 2.6, words, theme.name, bold=True, fill=ink, backdrop=ground, of=of) + 6
        if not most:
            return
        room = right - left - used
        whole, bars = max(most, card.count), f"w:{of}"
        scale = room / whole
        pen.box(left + used, middle - 2, room, 4, theme.capacity_track, of=of, amount=whole, scale=bars)
        bar = theme.outline if pale else theme.bad if full else theme.capacity
        if card.count:
            pen.box(left + used, middle - 2, card.count * scale, 4, bar, of=of, amount=card.count, scale=bars)
        if full:
            tick = left + used + most * scale
            pen.add(Line(((tick, middle - 3.5), (tick, middle + 3.5)), theme.ink, 1.1, of=of))
