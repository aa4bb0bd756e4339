"""Draws one unit as a box: name and head count, manager, its people, who has left it, job titles with counts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal

from spotifymodel.model.people import Person
from spotifymodel.plot.metrics import text_width
from spotifymodel.plot.names import Labels
from spotifymodel.plot.parts.pen import Pen
from spotifymodel.plot.scene import Dot
from spotifymodel.plot.shortening import shortened
from spotifymodel.plot.silos.reading import UnitCard
from spotifymodel.words.pictures import digits, phrase

__all__ = ["WIDTHS", "BoxPainter", "Level"]

Level = Literal["names", "initials", "dots", "counts"]
#: Width of a box in points.
WIDTHS: Final[Mapping[Level, float]] = MappingProxyType({"names": 150.0, "initials": 146.0, "dots": 140.0, "counts": 120.0})
_HEAD, _MANAGER, _LINE, _NAME, _PITCH, _R, _PAD = 15.0, 11.0, 9.2, 10.4, 10.0, 3.9, 5.0
_PILL, _BETWEEN, _LEFT_R = 11.0, 2.4, 2.6
#: Job titles listed in a box; the rest is counted.
_TITLES: Final = 6


@dataclass(frozen=True)
class BoxPainter:
    """Draws boxes of units at one level of detail.

    Parameters
    ----------
    pen : Pen
    labels : Labels
        Of everybody in the picture.
    level : {"names", "initials", "dots", "counts"}
    wanted : frozenset of str
        Paths of who keeps their colour; empty for everybody.
    """

    pen: Pen
    labels: Labels
    level: Level
    wanted: frozenset[str]

    def height(self, card: UnitCard, width: float) -> float:
        """Return how high the box of a unit is."""
        people, lines = self._people_height(card, width), self._lines(card)
        managers = _MANAGER if self._said_apart(card) else 0
        below = managers + (people + 4 if people else 0) + (lines * _LINE + 4 if lines else 0)
        return _HEAD + (below + 2 if below else 0)

    def draw(self, card: UnitCard, x: float, y: float, width: float) -> None:
        """Draw a unit with its left top at a point."""
        pen, theme, of = self.pen, self.pen.theme, f"unit:{card.id}"
        high = self.height(card, width)
        pen.box(x, y, width, high, theme.paper, theme.frame, radius=3, of=of)
        pen.box(x, y, width, _HEAD, theme.row_head, theme.frame, radius=3, corners="top" if high > _HEAD else "all", of=of)
        number = digits(len(card.people), pen.language)
        used = pen.text(x + width - _PAD, y + 10.5, number, theme.name, bold=True, anchor="end", backdrop=theme.row_head, of=of)
        label = shortened(card.name, width - 16 - used, theme.name, True)
        pen.text(x + _PAD, y + 10.5, label, theme.name, bold=True, backdrop=theme.row_head, of=of, stands_for=card.name)
        y += _HEAD
        if self._said_apart(card):
            words = phrase(pen.language, "unit_manager", who=", ".join(card.managers))
            pen.text(x + _PAD, y + 9, shortened(words, width - 2 * _PAD, theme.small), theme.small, of=of, stands_for=words)
            y += _MANAGER
        _PAINTERS[self.level](self, card, x, y, width)
        people = self._people_height(card, width)
        self._tail(card, x, y + (people + 4 if people else 0), width)

    def _said_apart(self, card: UnitCard) -> bool:
        """Tell whether a line says who manages the unit: where somebody does, unless their names stand below in bold."""
        here = {person.id for person in card.people}
        return bool(card.managers) and (self.level != "names" or not card.bosses <= here)

    # -- people -----------------------------------------------------------------------------------------------------------

    def _people_height(self, card: UnitCard, width: float) -> float:
        if self.level == "names":
            return len(card.people) * _NAME
        if self.level == "initials":
            return len(self._rows(card, width)) * (_PILL + _BETWEEN)
        count = len(card.people) + len(card.left) if self.level == "dots" else 0
        return -(-count // self._across(width)) * _PITCH

    @staticmethod
    def _across(width: float) -> int:
        """Return how many dots stand in a row."""
        return max(1, int((width - 8) // _PITCH))

    def _rows(self, card: UnitCard, width: float) -> list[list[tuple[Person, float]]]:
        """Break pills with initials into rows; each person with the width of the pill."""
        rows: list[list[tuple[Person, float]]] = []
        used = 0.0
        for person in card.people:
            wide = text_width(self.labels.initials(person.id), self.pen.theme.badge, True) + 7
            if not rows or used + _BETWEEN + wide > width - 2 * _PAD:
                rows.append([])
                used = -_BETWEEN
            rows[-1].append((person, wide))
            used += _BETWEEN + wide
        return rows

    def _quiet(self, card: UnitCard, person: Person) -> bool:
        return bool(self.wanted) and not self.wanted & {f"unit:{card.id}", f"person:{person.id}"}

    def _names(self, card: UnitCard, x: float, y: float, width: float) -> None:
        pen, theme = self.pen, self.pen.theme
        for person in card.people:
            boss, of = person.id in card.bosses, f"unit:{card.id}/person:{person.id}"
            label = self.labels.fit(person.id, width - 2 * _PAD - 6, theme.name, boss)
            ink = theme.muted if person.vacancy or self._quiet(card, person) else theme.ink
            if person.vacancy:
                length = text_width(label, theme.name, boss)
                pen.box(x + _PAD, y + 0.4, length + 6, 9.6, theme.paper, theme.muted, width=0.7, radius=2.6, dash=(2.6, 1.8), of=of)
            pen.text(
                x + _PAD + 3 * person.vacancy,
                y + 7.7,
                label,
                theme.name,
                bold=boss,
                fill=ink,
                of=of,
                stands_for=self.labels.name(person.id),
            )
            y += _NAME

    def _initials(self, card: UnitCard, x: float, y: float, width: float) -> None:
        pen, theme = self.pen, self.pen.theme
        for row in self._rows(card, width):
            at = x + _PAD
            for person, wide in row:
                of, quiet, boss = f"unit:{card.id}/person:{person.id}", self._quiet(card, person), person.id in card.bosses
                edge = theme.outline if quiet else theme.ink if boss else theme.palette[0]
                ground = theme.ink if boss and not quiet and not person.vacancy else theme.paper
                ink = theme.muted if quiet or person.vacancy else theme.paper if ground == theme.ink else theme.ink
                pen.box(at, y + 1.5, wide, _PILL, ground, edge, radius=2.6, dash=(2.6, 1.8) if person.vacancy else (), of=of)
                letters, name = self.labels.initials(person.id), self.labels.name(person.id)
                pen.text(
                    at + wide / 2,
                    y + 9.2,
                    letters,
                    theme.badge,
                    bold=True,
                    fill=ink,
                    anchor="middle",
                    backdrop=ground,
                    of=of,
                    stands_for=name,
                )
                at += wide + _BETWEEN
            y += _PILL + _BETWEEN

    def _dots(self, card: UnitCard, x: float, y: float, width: float) -> None:
        theme, across = self.pen.theme, self._across(width)
        for i, person in enumerate((*card.people, *card.left)):
            spot, of = (x + 9 + i % across * _PITCH, y + 7 + i // across * _PITCH), f"unit:{card.id}/person:{person.id}"
            if i >= len(card.people):
                lit = f"person:{person.id}" in self.wanted
                self.pen.add(Dot(*spot, _LEFT_R, theme.palette[0] if lit else theme.outline, of=of))
                continue
            ink = theme.outline if self._quiet(card, person) else theme.ink if person.id in card.bosses else theme.palette[0]
            self.pen.add(Dot(*spot, _R, theme.paper if person.vacancy else ink, ink, 0.8, of=of))

    def _counts(self, card: UnitCard, x: float, y: float, width: float) -> None:
        """Draw nobody: the head has the number."""

    # -- below the people -------------------------------------------------------------------------------------------------

    def _lines(self, card: UnitCard) -> int:
        titles = min(len(card.titles), _TITLES) + (len(card.titles) > _TITLES) if self.level != "counts" else 0
        return titles + bool(card.left)

    def _tail(self, card: UnitCard, x: float, y: float, width: float) -> None:
        """Write how many have left, and the job titles with their counts."""
        pen, theme, of = self.pen, self.pen.theme, f"unit:{card.id}"
        if card.left:
            pen.text(x + _PAD, y + 7, phrase(pen.language, "left_unit", n=len(card.left)), theme.small, fill=theme.muted, of=of)
            y += _LINE
        if self.level == "counts":
            return
        for title, count in card.titles[:_TITLES]:
            room = width - 2 * _PAD - 6
            taken = pen.text(x + width - _PAD, y + 7, digits(count, pen.language), theme.small, fill=theme.muted, anchor="end", of=of)
            line = shortened(title, room - taken, theme.small)
            pen.text(x + _PAD, y + 7, line, theme.small, fill=theme.muted, of=of, stands_for=title)
            y += _LINE
        if len(card.titles) > _TITLES:
            more = phrase(pen.language, "more_titles", n=len(card.titles) - _TITLES)
            pen.text(x + _PAD, y + 7, more, theme.small, fill=theme.muted, of=of)


_PAINTERS: Final[Mapping[Level, Callable[[BoxPainter, UnitCard, float, float, float], None]]] = MappingProxyType(
    {
        "names": BoxPainter._names,
        "initials": BoxPainter._initials,
        "dots": BoxPainter._dots,
        "counts": BoxPainter._counts,
    }
)
