"""A heat map as data: rows, columns, and what each cell says."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Cell", "Heat", "Lane"]


@dataclass(frozen=True, slots=True)
class Lane:
    """A row or a column.

    Parameters
    ----------
    name : str
    of : str
        Whom or what it stands for, such as ``squad:app``.
    group : str
        Heading that it stands under together with its neighbours of the same group; empty for none.
    whole : str
        The unabridged name where ``name`` is fitted to its room already, as that of people is; such a name is never broken.
    """

    name: str
    of: str
    group: str = ""
    whole: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell.

    Parameters
    ----------
    level : int
        0 for nobody, 1 to 3 for how deep, -1 for somebody of whom that is not told.
    full, short : str
        What stands in it where there is room, and where there is little.
    gap : bool
        Whether something is missing here.
    asked : int
        Level that is asked for, as dots; 0 for none.
    """

    level: int
    full: str
    short: str
    gap: bool = False
    asked: int = 0


@dataclass(frozen=True, slots=True)
class Heat:
    """Rows × columns of cells.

    Parameters
    ----------
    rows, columns : tuple of Lane
    cells : tuple of tuple of Cell
    by_row : bool
        Whether a cell tells of its row, else of its column: what stands last in its path.
    """

    rows: tuple[Lane, ...]
    columns: tuple[Lane, ...]
    cells: tuple[tuple[Cell, ...], ...]
    by_row: bool = False

    @property
    def gaps(self) -> int:
        """How many cells lack something."""
        return sum(cell.gap for row in self.cells for cell in row)

    @property
    def kinds(self) -> tuple[Lane, ...]:
        """One column of every kind: those that come back under another heading end in the same step of their path."""
        return tuple({_kind(column): column for column in reversed(self.columns)}.values())[::-1]

    def kind(self, column: int) -> int:
        """Return the place in :attr:`kinds` of what a column is."""
        return next(k for k, one in enumerate(self.kinds) if _kind(one) == _kind(self.columns[column]))

    def of(self, row: int, column: int) -> str:
        """Name the cell as the scene does: by the paths of its row and its column, the one that it tells of last."""
        lanes = self.rows[row].of, self.columns[column].of
        return "/".join(reversed(lanes) if self.by_row else lanes)

    def told(self, row: int, column: int) -> str:
        """Say which cell it is to who points at it; empty where the rows are people, for nobody's levels are told."""
        across, down = self.columns[column], self.rows[row]
        if down.whole:
            return ""
        return f"{across.group}: {across.name}" if self.by_row else f"{down.name}: {across.name}"


def _kind(column: Lane) -> str:
    return column.of.rpartition("/")[2]
