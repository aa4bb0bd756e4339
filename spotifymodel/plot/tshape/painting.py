"""Paints profiles: bars that hang from a line, so that somebody who is T-shaped looks like a T."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from spotifymodel.plot.metrics import MIDDLE, text_width
from spotifymodel.plot.names import Labels
from spotifymodel.plot.parts.pen import Pen
from spotifymodel.plot.scene import Line
from spotifymodel.plot.shortening import shortened, wrapped
from spotifymodel.plot.theme import Theme
from spotifymodel.plot.tshape.reading import Profile
from spotifymodel.words.coverage import phrase

__all__ = ["PERSON", "Panel", "Slot", "columns_of", "height_of"]

_LEVEL, _LINE, _GROUP, _BAR = 8.0, 9.4, 17.0, 36.0
#: Height of a person: the line, three levels, and white.
PERSON: Final = 3 * _LEVEL + 8.5
#: A heading, or somebody.
Slot: TypeAlias = str | Profile


@dataclass(frozen=True, slots=True)
class Panel:
    """The measures of a column of people; all columns of a picture are alike.

    Parameters
    ----------
    heads : tuple of tuple of str
        Lines of the head of every skill.
    skills : tuple of (str, str)
        Id and name of every skill.
    across : tuple of float
        Width of every skill.
    name, verdict : float
        Widths at the left and at the right.
    """

    heads: tuple[tuple[str, ...], ...]
    skills: tuple[tuple[str, str], ...]
    across: tuple[float, ...]
    name: float
    verdict: float

    @classmethod
    def of(cls, skills: Sequence[tuple[str, str]], profiles: Sequence[Profile], theme: Theme, language: str) -> Panel:
        """Measure what some people and skills take."""
        longest = [max(text_width(word, theme.name, True) for word in name.split() or ["·"]) for _, name in skills]
        across = tuple(max(28.0, min(word + 5, 88.0)) for word in longest)
        heads = tuple(tuple(wrapped(name, width, theme.name, True, lines=3)) for (_, name), width in zip(skills, across, strict=True))
        name = min(max((text_width(p.name, theme.legend, True) for p in profiles), default=0.0), 112.0)
        verdict = max((text_width(phrase(language, f"shape_{p.shape}"), theme.legend, True) for p in profiles), default=0.0)
        return cls(heads, tuple(skills), across, max(name, 60.0), verdict)

    @property
    def width(self) -> float:
        """Width of the whole column."""
        return self.name + 8 + sum(self.across) + 7 + self.verdict

    @property
    def head(self) -> float:
        """Height of the heads of the skills."""
        return max((len(lines) for lines in self.heads), default=0) * _LINE + 3

    def draw(self, pen: Pen, slots: Sequence[Slot], labels: Labels, left: float, top: float, quiet: frozenset[str]) -> None:
        """Draw heads, headings and people; those who are ``quiet`` are grey."""
        theme, x = pen.theme, left + self.name + 8
        for (skill, name), lines, width in zip(self.skills, self.heads, self.across, strict=True):
            baseline = top + self.head - 5 - (len(lines) - 1) * _LINE
            for line in lines:
                whole = name if lines != (name,) else ""
                pen.text(x + width / 2, baseline, line, theme.name, bold=True, anchor="middle", of=f"skill:{skill}", stands_for=whole)
                baseline += _LINE
            x += width
        y = top + self.head
        for slot in slots:
            if isinstance(slot, str):
                pen.text(left, y + _GROUP - 6, shortened(slot, self.width, theme.legend), theme.legend, fill=theme.muted)
                y += _GROUP
            else:
                self._person(pen, slot, labels.fit(slot.id, self.name, theme.legend, True), left, y, slot.id in quiet)
                y += PERSON

    def _person(self, pen: Pen, profile: Profile, label: str, left: float, y: float, quiet: bool) -> None:
        theme, of = pen.theme, f"person:{profile.id}"
        start = left + self.name + 8
        end = start + sum(self.across)
        for level in (1, 2, 3):
            pen.add(Line(((start, y + 1 + level * _LEVEL), (end, y + 1 + level * _LEVEL)), theme.grid, 0.6))
        x = start
        for width, level in zip(self.across, profile.levels, strict=True):
            if level:
                fill = theme.frame if quiet else theme.levels[level]
                bar = min(width * 0.76, _BAR)
                pen.box(x + (width - bar) / 2, y + 1, bar, level * _LEVEL, fill, of=of)
            x += width
        ink = theme.outline if quiet or profile.shape == "open" else theme.ink
        pen.add(Line(((start, y + 1), (end, y + 1)), ink, 1.6, (2.4, 2.0) if profile.shape == "open" else (), of=of))
        baseline = y + 1 + 3 * _LEVEL / 2 + MIDDLE * theme.legend
        words = theme.muted if quiet else theme.ink
        pen.text(left, baseline, label, theme.legend, bold=True, fill=words, of=of, stands_for=profile.name)
        verdict = theme.muted if quiet or profile.shape == "open" else theme.ink if profile.shape == "t" else theme.removed
        shape = phrase(pen.language, f"shape_{profile.shape}")
        pen.text(end + 7, baseline, shape, theme.legend, bold=profile.shape != "open", fill=verdict, of=of)


def columns_of(slots: Sequence[Slot], count: int) -> list[list[Slot]]:
    """Share headings and people over columns of about the same height.

    A heading never stands at the foot of a column, and a column that begins in the middle of a group repeats its heading.

    Examples
    --------
    >>> columns_of(["a", "b"], 1)
    [['a', 'b']]
    """
    share = sum(map(_height, slots)) / count
    found: list[list[Slot]] = [[]]
    used, heading = 0.0, ""
    for slot in slots:
        if found[-1] and len(found) < count and used + _height(slot) / 2 > share:
            if isinstance(found[-1][-1], str):
                found[-1].pop()
            again = [] if isinstance(slot, str) or not heading else [heading]
            found.append([*again])
            used = _GROUP * len(again)
        heading = slot if isinstance(slot, str) else heading if slot.group else ""
        found[-1].append(slot)
        used += _height(slot)
    return [column for column in found if column]


def _height(slot: Slot) -> float:
    return _GROUP if isinstance(slot, str) else PERSON


def height_of(columns: Sequence[Sequence[Slot]]) -> float:
    """Return how high the highest column is, without the heads of the skills."""
    return max((sum(map(_height, column)) for column in columns), default=0.0)
