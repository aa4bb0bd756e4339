"""The signs of the boxes of units, drawn as the boxes draw them: people, managers, vacancies, who has left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spotifymodel.plot.parts.legend import Drawn, Explained, Sign
from spotifymodel.plot.parts.pen import Pen
from spotifymodel.plot.scene import Dot
from spotifymodel.plot.silos.box import Level
from spotifymodel.plot.silos.reading import UnitCard
from spotifymodel.words.pictures import phrase

__all__ = ["signs_of"]


def signs_of(level: Level, cards: Sequence[UnitCard], language: str) -> Iterator[Explained]:
    """Yield the signs that these boxes really carry at a level of detail."""
    people = [(card, person) for card in cards for person in card.people]
    bosses = any(person.id in card.bosses for card, person in people)
    vacant = any(person.vacancy for _, person in people)
    if level == "dots":
        if any(person.id not in card.bosses and not person.vacancy for card, person in people):
            yield Drawn(phrase(language, "units_person"), 8.0, _person)
        if bosses:
            yield Drawn(phrase(language, "units_manager"), 8.0, _manager)
        if vacant:
            yield Drawn(phrase(language, "vacancy"), 8.0, _vacancy)
        if any(card.left for card in cards):
            yield Drawn(phrase(language, "units_left"), 6.0, _gone)
        return
    if level == "names" and bosses:
        yield Sign("text", "Aa", phrase(language, "units_manager"))
    if level == "initials" and bosses:
        yield Drawn(phrase(language, "units_manager"), 17.0, _initials)
    if level != "counts" and vacant:
        yield Sign("dashed_pill", "", phrase(language, "vacancy"))


def _person(pen: Pen, x: float, middle: float) -> None:
    pen.add(Dot(x + 4, middle, 3.9, pen.theme.palette[0], pen.theme.palette[0]))


def _manager(pen: Pen, x: float, middle: float) -> None:
    pen.add(Dot(x + 4, middle, 3.9, pen.theme.ink))


def _vacancy(pen: Pen, x: float, middle: float) -> None:
    pen.add(Dot(x + 4, middle, 3.9, pen.theme.paper, pen.theme.palette[0], 0.8))


def _gone(pen: Pen, x: float, middle: float) -> None:
    pen.add(Dot(x + 3, middle, 2.6, pen.theme.outline))


def _initials(pen: Pen, x: float, middle: float) -> None:
    pen.box(x, middle - 5.5, 17, 11, pen.theme.ink, radius=2.6)
    pen.centred(x + 8.5, middle, "AB", pen.theme.badge, bold=True, fill=pen.theme.paper, backdrop=pen.theme.ink)
