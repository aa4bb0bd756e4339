"""The second look at JSON that parses but cannot be let in: duplicate keys, depth, numbers."""

from __future__ import annotations

import math
import re
from typing import Final

from .faults import Faults
from .json_outline import JsonOutline, first_deeper_than
from .lines import LineTable
from .paths import Path

__all__ = ["byte_offset", "note_deep", "note_duplicate", "note_duplicates", "note_numbers"]

#: All duplicates of a text with up to so many records are listed, a company of 40 000 people; of a larger one the first,
#: so that refusing never takes longer than a second or two.
_WALKED_RECORDS: Final = 150_000

#: Numbers that may be whole and too long, or overflow.
_SUSPECT: Final = rb"(?<![0-9.eE+-])-?(?:[0-9]{%d,}(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?|[0-9]+(?:\.[0-9]+)?[eE]\+?[0-9]{3,})"
_FINITE: Final = "a finite number"
_QUOTE_IT: Final = "Put it between double quotes if it is text"


def note_deep(body: bytes, faults: Faults) -> None:
    """Note the first container that stands too deep in a JSON text, if there is one."""
    limit = faults.limits.depth
    at = first_deeper_than(body, limit)
    if at is not None:
        path, _ = JsonOutline(body[: at + 1]).path_to_end()
        faults.add(
            "limit",
            f"lists and records stand more than {limit} deep inside each other",
            LineTable(body).place(at),
            path,
            expected=f"at most {limit} levels",
            fix="A chart needs 7",
        )


def note_numbers(masked: bytes, body: bytes, faults: Faults) -> None:
    """Note whole numbers with too many digits and numbers that overflow.

    Parameters
    ----------
    masked : bytes
        The valid JSON text without escaped quotes, byte for byte as long as `body`: a number outside strings has an even
        number of quotes before it.
    body : bytes
        The text itself.
    faults : Faults
        Grows.
    """
    quotes, counted = 0, 0
    lines = LineTable(body)
    for found in re.finditer(_SUSPECT % (faults.limits.int_digits + 1), masked):
        quotes += masked.count(b'"', counted, found.start())
        counted = found.start()
        if quotes & 1 or faults.full:
            continue
        if found[0].lstrip(b"-").isdigit():
            _note_long_number(body, found.start(), lines, faults)
        elif math.isinf(float(found[0])):
            _note_infinite(body, found.start(), lines, faults)


def _note_long_number(body: bytes, at: int, lines: LineTable, faults: Faults) -> None:
    path = JsonOutline(body[: at + 1]).path_to_end()[0]
    digits = faults.limits.int_digits
    faults.add(
        "limit",
        f"this whole number has more than {digits} digits",
        lines.place(at),
        path,
        expected=f"at most {digits} digits",
        fix="Put it between double quotes if it is a code",
    )


def _note_infinite(body: bytes, at: int, lines: LineTable, faults: Faults) -> None:
    path = JsonOutline(body[: at + 1]).path_to_end()[0]
    faults.add("out-of-range", "this number is too large to hold", lines.place(at), path, expected=_FINITE, fix=_QUOTE_IT)


def note_duplicates(body: bytes, line: int, column: int, faults: Faults) -> None:
    """Note keys that stand twice in one record, with both positions.

    Parameters
    ----------
    body : bytes
        The text.
    line, column : int
        Where the parser stopped: behind the colon of the first such key, in bytes.
    faults : Faults
        Grows by all duplicates of a text of moderate size, by the first of a large one.
    """
    lines = LineTable(body)
    if body.count(b"{") > _WALKED_RECORDS:
        outline = JsonOutline(body[: byte_offset(body, line, column)])
        path, node = outline.path_to_end()
        _note_duplicates_of(outline, node, path[:-1], lines, faults)
        return
    outline = JsonOutline(body)
    waiting: list[tuple[int, Path]] = [(0, ())]
    while waiting and not faults.full:
        node, path = waiting.pop()
        if len(path) > faults.limits.depth:
            continue  # behind the first duplicate nobody has bounded the depth yet
        if not outline.is_list(node):
            _note_duplicates_of(outline, node, path, lines, faults)
        waiting.extend((entry.node, (*path, entry.step)) for entry in outline.entries(node) if entry.node >= 0)


def _note_duplicates_of(outline: JsonOutline, node: int, path: Path, lines: LineTable, faults: Faults) -> None:
    seen: dict[str | int, int] = {}
    for entry in outline.entries(node):
        first = seen.setdefault(entry.step, entry.key_at)
        if first != entry.key_at:
            if faults.full:
                return
            note_duplicate(str(entry.step), lines.place(entry.key_at), lines.place(first), path, faults)


def note_duplicate(key: str, at: tuple[int, int], first: tuple[int, int], path: Path, faults: Faults) -> None:
    """Note one key that stands twice, in whatever format."""
    shown = key if len(key) <= 60 else key[:60] + "…"
    faults.add(
        "duplicate-key",
        f"the key {shown!a} stands twice in one record, first at line {first[0]}, column {first[1]}"
        if not shown.isprintable()
        else f"the key {shown!r} stands twice in one record, first at line {first[0]}, column {first[1]}",
        at,
        (*path, key),
        fix="Remove or rename one of them",
    )


def byte_offset(body: bytes, line: int, column: int) -> int:
    """Return the byte offset of a position as the parser counts: lines end in LF, columns are bytes, 0 is the LF before."""
    start = 0
    for _ in range(line - 1):
        start = body.find(b"\n", start) + 1
    return min(max(start + column - 1, 0), len(body))
