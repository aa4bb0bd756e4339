"""Tables in text and HTML, and what measures are about in words."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from html import escape

from ..graph.index import ORGANISATION
from ..words.printing import columns, padded
from .labels import LABELS

__all__ = ["Names", "as_html", "as_text", "number", "shown"]

#: Kind and id of a subject → what it is called.
Names = Mapping[tuple[str, str], str]


def shown(kind: str, subject: str, language: str, names: Names) -> str:
    """Return what a row is about: the kind, the name where there is one, and the id."""
    word = LABELS[language][kind]
    if kind == ORGANISATION:
        return word
    name = names.get((kind, subject), "")
    return f"{word} {name} ({subject})" if name and name != subject else f"{word} {subject}"


def number(value: float | None, unit: str, language: str, sign: bool = False) -> str:
    """Return a number as the language writes it; a dash where there is none.

    Examples
    --------
    >>> number(0.123456, "share", "nl"), number(3.0, "people", "en", sign=True), number(None, "fte", "en")
    ('0,1235', '+3', '–')
    """
    if value is None:
        return "–"
    text = f"{value:.4g}" if unit == "share" else f"{round(value, 2):.12g}"
    return ("+" if sign and value > 0 else "") + text.replace(".", "," if language == "nl" else ".")


def as_text(cells: Sequence[Sequence[str]], numbers: Collection[int]) -> str:
    """Return rows below one another, the named columns flush right; no line ends in blanks."""
    wide = [max(columns(row[k]) for row in cells) for k in range(len(cells[0]))]
    lines = ("  ".join(padded(cell, wide[k], right=k in numbers) for k, cell in enumerate(row)).rstrip() for row in cells)
    return "\n".join(lines)


def as_html(cells: Sequence[Sequence[str]], numbers: Collection[int], caption: str = "") -> str:
    """Return a table whose first row is its head, the named columns flush right; everything is text, nothing is markup."""
    head, *body = cells
    rows = "".join(_line(row, "td", numbers) for row in body)
    above = f"<caption>{escape(caption)}</caption>" if caption else ""
    return f"<table>{above}<thead>{_line(head, 'th', numbers)}</thead><tbody>{rows}</tbody></table>"


def _line(cells: Sequence[str], tag: str, numbers: Collection[int]) -> str:
    sides = ("right" if k in numbers else "left" for k in range(len(cells)))
    inside = (f"<{tag} style='text-align:{side}'>{escape(cell)}</{tag}>" for cell, side in zip(cells, sides, strict=True))
    return f"<tr>{''.join(inside)}</tr>"
