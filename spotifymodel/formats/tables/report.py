"""What reading a table guessed, left out and could not use; nothing happens to a list without standing here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from itertools import groupby
from typing import Literal

from ...errors import Place
from .wording import Language, field_label, heading, sentence

__all__ = ["How", "Mapped", "Note", "ReadingReport"]

How = Literal["known", "guess", "override"]
JsonValue = str | int | float | bool | None | list["JsonValue"] | dict[str, "JsonValue"]

#: Lines that a section of the text shows before it counts the rest.
_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Mapped:
    """What a column of the list was taken for.

    Parameters
    ----------
    header : str
        The column's name as written.
    column : str
        What a spreadsheet calls it, such as ``C``.
    field : str
        What it was taken for, such as ``job_title``.
    how : {"known", "guess", "override"}
        By its name, by its name and content, or because the caller said so.
    """

    header: str
    column: str
    field: str
    how: How = "known"


@dataclass(frozen=True, slots=True)
class Note:
    """One thing that was guessed, noticed or rejected.

    Parameters
    ----------
    kind : str
        A stable word for programs, such as ``manager-unknown``.
    rows : tuple of int
        Numbers of the rows it is about, as a spreadsheet shows them.
    facts : tuple of (str, str)
        What the sentence says: ids, names of units and teams, column names; never names of people.
    field : str or None
        For something rejected: the field whose value is not used; ``None`` where the whole row is left out.
    place : Place or None
        The cell or row of a rejected value.
    """

    kind: str
    rows: tuple[int, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    field: str | None = None
    place: Place | None = None

    def text(self, language: Language = "en") -> str:
        """Return the note as a sentence, with the rows it is about."""
        return sentence(self.kind, dict(self.facts), self.rows, language)


@dataclass(frozen=True, slots=True)
class ReadingReport:
    """What became of a list on its way into a chart.

    Parameters
    ----------
    name, sheet : str or None
        File and worksheet.
    encoding, separator : str or None
        What a text file was read with.
    header_number : int
        Row with the column names.
    rows : int
        Rows below it that are not blank.
    counts : tuple of (str, int)
        How many people, units, tribes, chapters, squads the chart has.
    mapping : tuple of Mapped
        Columns that were used.
    guesses : tuple of Note
        What stands in the chart although the list does not say it in so many words.
    remarks : tuple of Note
        What deserves a look although nothing was changed.
    dropped : tuple of str
        Columns left out to protect people's privacy.
    ignored : tuple of str
        Columns that are not used.
    rejects : tuple of Note
        Rows and values that are not in the chart, with the reason.
    language : {"en", "nl"}
        Language of the text.
    """

    name: str
    sheet: str | None = None
    encoding: str | None = None
    separator: str | None = None
    header_number: int = 1
    rows: int = 0
    counts: tuple[tuple[str, int], ...] = ()
    mapping: tuple[Mapped, ...] = ()
    guesses: tuple[Note, ...] = ()
    remarks: tuple[Note, ...] = ()
    dropped: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()
    rejects: tuple[Note, ...] = ()
    language: Language = "en"

    def __str__(self) -> str:
        blocks = [self._opening(), *(f"{title}\n" + "\n".join(f"  {line}" for line in lines) for title, lines in self._sections())]
        return "\n\n".join(blocks)

    def _repr_html_(self) -> str:
        parts = [f"<p>{escape(self._opening())}</p>"]
        for title, lines in self._sections():
            items = "".join(f"<li>{escape(line)}</li>" for line in lines)
            parts.append(f"<details open><summary>{escape(title)}</summary><ul>{items}</ul></details>")
        return "".join(parts)

    def to_dict(self) -> dict[str, JsonValue]:
        """Return everything as plain data, every row and every note in full."""

        def plain(notes: Iterable[Note]) -> list[JsonValue]:
            return [
                {"kind": n.kind, "text": n.text(self.language), "rows": list(n.rows), "facts": dict(n.facts), "field": n.field}
                for n in notes
            ]

        return {
            "file": self.name,
            "sheet": self.sheet,
            "encoding": self.encoding,
            "separator": self.separator,
            "header_row": self.header_number,
            "rows": self.rows,
            "counts": dict(self.counts),
            "mapping": [{"header": m.header, "column": m.column, "field": m.field, "how": m.how} for m in self.mapping],
            "guesses": plain(self.guesses),
            "remarks": plain(self.remarks),
            "dropped": list(self.dropped),
            "ignored": list(self.ignored),
            "rejects": plain(self.rejects),
        }

    # -- the text ----------------------------------------------------------------------------------------------------

    def _opening(self) -> str:
        facts = {"file": self.name, "sheet": self.sheet or "", "rows": str(self.rows), "header": str(self.header_number)}
        counts = [
            f"{n} {heading('count-' + what + ('' if n != 1 else '-1'), self.language)}" for what, n in self.counts if n or what == "people"
        ]
        lines = [sentence("opening-sheet" if self.sheet else "opening", facts | {"counts": ", ".join(counts)}, (), self.language)]
        if self.encoding:
            how = {"encoding": self.encoding, "separator": heading(f"separator-{self.separator}", self.language)}
            lines.append(sentence("opening-encoding", facts | how, (), self.language))
        elif self.header_number:  # the names of a frame stand in no row
            lines.append(sentence("opening-header", facts, (), self.language))
        return "\n".join(lines)

    def _sections(self) -> Iterator[tuple[str, list[str]]]:
        """Yield the title and the lines of every section that has something to say."""
        lang = self.language
        if self.mapping:
            wide = max(len(m.header) for m in self.mapping)
            how = {"known": "", "guess": f"  ({heading('how-guess', lang)})", "override": f"  ({heading('how-override', lang)})"}
            yield (
                heading("columns", lang),
                [f"{m.column:>2}  {m.header:<{wide}}  → {field_label(m.field, lang)}{how[m.how]}" for m in self.mapping],
            )
        if self.dropped:
            yield heading("dropped", lang), [", ".join(self.dropped)]
        if self.ignored:
            yield heading("ignored", lang), [", ".join(self.ignored)]
        if self.guesses:
            yield heading("guesses", lang), _grouped(self.guesses, lang)
        if self.remarks:
            yield heading("remarks", lang), _grouped(self.remarks, lang)
        if self.rejects:
            yield heading("rejects", lang), _grouped(_joined(self.rejects), lang)


def _joined(notes: Iterable[Note]) -> list[Note]:
    """Join notes that say the same of several rows."""
    rows: dict[tuple[str, tuple[tuple[str, str], ...]], list[int]] = {}
    for note in notes:
        rows.setdefault((note.kind, note.facts), []).extend(note.rows)
    return [Note(kind, tuple(where), facts) for (kind, facts), where in rows.items()]


def _grouped(notes: Iterable[Note], language: Language) -> list[str]:
    """Return the sentences with equal kinds together, each kind cut off after some lines."""
    kinds: dict[str, int] = {}
    notes = list(notes)
    for note in notes:
        kinds.setdefault(note.kind, len(kinds))
    lines: list[str] = []
    for _, group in groupby(sorted(notes, key=lambda n: kinds[n.kind]), key=lambda n: n.kind):
        texts = [note.text(language) for note in group]
        lines += texts[:_SHOWN]
        if len(texts) > _SHOWN:
            lines.append(sentence("more-of-these", {"n": str(len(texts) - _SHOWN)}, (), language))
    return lines
