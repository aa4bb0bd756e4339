"""Where notes are collected while a list is read: same notes about several rows become one."""

from __future__ import annotations

from ...errors import Place
from .report import Note

__all__ = ["Ledger"]


class Ledger:
    """Collects what was guessed, noticed and rejected, in the order in which it came up."""

    def __init__(self) -> None:
        self._guesses: dict[tuple[str, tuple[tuple[str, str], ...]], list[int]] = {}
        self._remarks: dict[tuple[str, tuple[tuple[str, str], ...]], list[int]] = {}
        self._rejects: list[Note] = []

    def guess(self, kind: str, *rows: int, **facts: str) -> None:
        """Note something that the chart says and the list does not in so many words."""
        self._guesses.setdefault((kind, tuple(facts.items())), []).extend(rows)

    def remark(self, kind: str, *rows: int, **facts: str) -> None:
        """Note something that deserves a look although nothing was changed."""
        self._remarks.setdefault((kind, tuple(facts.items())), []).extend(rows)

    def reject(self, kind: str, row: int, place: Place, field: str | None = None, **facts: str) -> None:
        """Note a row, or the value of one field, that is not in the chart."""
        self._rejects.append(Note(kind, (row,), tuple(facts.items()), field, place))

    def adopt(self, guesses: tuple[Note, ...], remarks: tuple[Note, ...], rejects: tuple[Note, ...]) -> None:
        """Take over the notes that reading the cells left."""
        for note in guesses:
            self.guess(note.kind, *note.rows, **dict(note.facts))
        for note in remarks:
            self.remark(note.kind, *note.rows, **dict(note.facts))
        self._rejects.extend(rejects)

    @property
    def guesses(self) -> tuple[Note, ...]:
        """The guesses so far."""
        return _notes(self._guesses)

    @property
    def remarks(self) -> tuple[Note, ...]:
        """The remarks so far."""
        return _notes(self._remarks)

    @property
    def rejects(self) -> tuple[Note, ...]:
        """What was rejected so far, by row."""
        return tuple(sorted(self._rejects, key=lambda note: note.rows))


def _notes(collected: dict[tuple[str, tuple[tuple[str, str], ...]], list[int]]) -> tuple[Note, ...]:
    return tuple(Note(kind, tuple(sorted(set(rows))), facts) for (kind, facts), rows in collected.items())
