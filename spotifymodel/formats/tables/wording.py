"""The report's sentences, filled in. They name rows, ids, units, teams and columns, never people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from .characters import printable
from .texts import FIELDS, HEADINGS, SENTENCES

__all__ = ["Language", "field_label", "heading", "rows_phrase", "sentence"]

Language = Literal["en", "nl"]

#: Row numbers that a sentence lists before it counts the rest.
_LISTED = 6


def field_label(field: str, language: Language = "en") -> str:
    """Return what a field is called in the report."""
    return _pick(FIELDS.get(field, (field, field)), language)


def heading(key: str, language: Language = "en") -> str:
    """Return a heading or a short phrase."""
    return _pick(HEADINGS[key], language)


def rows_phrase(rows: Sequence[int], language: Language = "en") -> str:
    """Return row numbers as a reader would say them.

    Examples
    --------
    >>> rows_phrase([4]), rows_phrase([4, 5, 9], "nl"), rows_phrase(range(2, 108))
    ('row 4', 'rijen 4, 5 en 9', 'rows 2, 3, 4, 5, 6, 7 and 100 more')
    """
    one, many, last, more = ("rij", "rijen", "en", "nog {n}") if language == "nl" else ("row", "rows", "and", "{n} more")
    if len(rows) == 1:
        return f"{one} {rows[0]}"
    shown = [str(r) for r in rows[:_LISTED]]
    rest = len(rows) - len(shown)
    tail = more.format(n=rest) if rest else shown.pop()
    return f"{many} {', '.join(shown)} {last} {tail}"


def sentence(kind: str, facts: Mapping[str, str], rows: Sequence[int], language: Language = "en") -> str:
    """Return a note as a sentence; rows stand where the sentence wants them, else in front.

    Examples
    --------
    >>> sentence("nobody", {}, [7])
    'Row 7: neither an id nor a name; the row is left out.'
    >>> sentence("repeated-row", {}, [3, 9], "nl")
    'Niets nieuws in rijen 3 en 9: alles stond er al.'
    """
    template = _pick(SENTENCES[kind], language)
    said = rows_phrase(rows, language) if rows else ""
    where = {"rows": said, "Rows": said[:1].upper() + said[1:], "rows_read": _rows_read(facts, language)}
    text = template.format(**{k: printable(v) for k, v in facts.items() if k != "rows"}, **where)
    if rows and "{rows}" not in template and "{Rows}" not in template:
        first = text if text[1:2].isupper() or not text[:1].isalpha() else text[:1].lower() + text[1:]
        text = f"{where['Rows']}: {first}"
    return text


def _rows_read(facts: Mapping[str, str], language: Language) -> str:
    n = facts.get("rows", "0")
    one, many = ("rij", "rijen") if language == "nl" else ("row", "rows")
    return f"{n} {one if n == '1' else many}"


def _pick(texts: tuple[str, str], language: Language) -> str:
    return texts[1] if language == "nl" else texts[0]
