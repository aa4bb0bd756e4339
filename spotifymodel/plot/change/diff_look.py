"""How a difference is looked at: by name or by change, whose colours stay, and how head counts are written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spotifymodel.plot.change.comparison import DiffRow, Entry
from spotifymodel.plot.change.entries import EntryPills
from spotifymodel.plot.metrics import MIDDLE, text_width
from spotifymodel.plot.parts.pen import Pen
from spotifymodel.plot.shortening import wrapped
from spotifymodel.plot.theme import Theme
from spotifymodel.words.changing import phrase
from spotifymodel.words.pictures import digits

__all__ = ["HEADING", "HEAD_PAD", "LINE", "ROW_GAP", "ROW_PAD", "DiffLook", "draw_total", "said_total", "total_width"]

#: Distances in points: beside the names of rows, between rows and within them, between lines; and the size of a heading.
HEAD_PAD, ROW_GAP, ROW_PAD, LINE, HEADING = 9.0, 6.5, 6.0, 10.2, 11.5


@dataclass(frozen=True, slots=True)
class DiffLook:
    """How a difference is drawn.

    Parameters
    ----------
    pills : EntryPills
    changes_only : bool
        Whether only who changed is named, and the others are counted.
    over : frozenset of str
        Squads with more people than they may have.
    highlight : frozenset of str
        Paths that keep their colour; all do where it is empty.
    """

    theme: Theme
    language: str
    pills: EntryPills
    changes_only: bool = False
    over: frozenset[str] = frozenset()
    highlight: frozenset[str] = frozenset()

    def pale(self, *paths: str) -> bool:
        """Tell whether something is to be grey."""
        return bool(self.highlight) and self.highlight.isdisjoint(paths)

    def named(self, cell: tuple[Entry, ...]) -> tuple[Entry, ...]:
        """Return the entries of a cell that are drawn as pills."""
        return tuple(entry for entry in cell if not entry.quiet) if self.changes_only else cell

    def rest(self, cell: tuple[Entry, ...]) -> str:
        """Return the words for who is only counted; empty where that is nobody."""
        count = len(cell) - len(self.named(cell))
        return phrase(self.language, "unchanged", n=count) if count else ""

    def unchanged_rows(self, rows: Sequence[DiffRow], width: float) -> list[str]:
        """Return in lines the names of rows that are left out because nothing changed in them; none where there are none."""
        if not rows:
            return []
        told = ", ".join(f"{row.name} ({digits(row.now, self.language)})" for row in rows)
        return wrapped(phrase(self.language, "rows_unchanged", list=told), width, self.theme.name, lines=4)


def total_width(rows: tuple[DiffRow, ...], look: DiffLook) -> float:
    """Return how much room the head counts of rows take."""
    return max((text_width(said_total(row, look.language), 9.0, True) for row in rows), default=10.0) + 14


def said_total(row: DiffRow, language: str) -> str:
    """Say how many people a row has, and before that how many it had where it was another number."""
    now = digits(row.now, language)
    return now if row.was == row.now else f"{digits(row.was, language)} → {now}"


def draw_total(pen: Pen, row: DiffRow, right: float, middle: float, look: DiffLook, of: str) -> None:
    """Write the head count, and that of before where it was another."""
    theme = pen.theme
    over, changed = of in look.over, row.was != row.now
    ink = theme.bad if over else theme.ink if changed else theme.muted
    pen.text(right, middle + MIDDLE * 9, said_total(row, pen.language), 9.0, bold=changed or over, fill=ink, anchor="end", of=of)
