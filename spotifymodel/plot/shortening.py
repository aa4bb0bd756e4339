"""Fits texts into lines: breaking, cutting with an ellipsis, and keeping cut texts apart."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from spotifymodel.plot.metrics import text_width

__all__ = ["distinct_lines", "shortened", "wrapped"]

_ELLIPSIS: Final = "…"
#: Where a line may end: after a space; then also after a slash, and after a hyphen inside a word.
_SPACES: Final = re.compile(r"(?<= )")
_BREAKS: Final = re.compile(r"(?<=[ /])|(?<=[-–—_])(?=\w)")


def shortened(text: str, room: float, size: float, bold: bool = False) -> str:
    """Return the text, cut with an ellipsis where it is wider than ``room`` points; at least one character stays."""
    if text_width(text, size, bold) <= room:
        return text
    low, high = 1, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if text_width(_ended(text[:middle]), size, bold) <= room:
            low = middle
        else:
            high = middle - 1
    return _ended(text[:low])


def _ended(text: str) -> str:
    """Put an ellipsis behind a text, without a loose space or sign before it."""
    return (text.rstrip(" \u00a0-–&/,(") or text) + _ELLIPSIS


def wrapped(text: str, room: float, size: float, bold: bool = False, lines: int = 2) -> list[str]:
    """Break a text into at most ``lines`` lines of ``room`` points; the last one is cut with an ellipsis if it must.

    Lines end at spaces where that is enough, else also after hyphens and slashes; a single word that is too long for a line
    is broken where the line ends.

    Examples
    --------
    >>> wrapped("meldingen en notificatieplatform", 90, 8.2, bold=True)
    ['meldingen en', 'notificatieplatform']
    >>> wrapped("Ontwikkeling Back-end & Keten", 90, 8.2, bold=True)
    ['Ontwikkeling', 'Back-end & Keten']
    >>> wrapped("meldingen en notificatieplatform", 60, 8.2, bold=True)
    ['meldingen en', 'notificatiepl…']
    """
    if text_width(text, size, bold) <= room:
        return [text]
    for breaks in (_SPACES, _BREAKS):
        found, rest = _broken(text, breaks, room, size, bold, lines, strict=breaks is _SPACES)
        if not rest:
            return found
    return [*found, shortened(rest, room, size, bold)]


def _broken(text: str, breaks: re.Pattern[str], room: float, size: float, bold: bool, lines: int, *, strict: bool) -> tuple[list[str], str]:
    """Fill lines; return them and what is left over. Strictly: give up where a piece is wider than a line."""
    done: list[str] = []
    rest = text
    while rest and len(done) < lines:
        line = ""
        for piece in breaks.split(rest):
            if text_width((line + piece).rstrip(), size, bold) > room:
                break
            line += piece
        if not line.strip():
            if strict:
                return done, rest
            line = rest[: _longest(rest, room, size, bold)]
        if len(done) == lines - 1 and len(line) < len(rest):
            return done, rest
        done.append(line.rstrip())
        rest = rest[len(line) :].lstrip()
    return done, rest


def _longest(text: str, room: float, size: float, bold: bool) -> int:
    """Count the characters of a text that fit; at least one."""
    count = 1
    while count < len(text) and text_width(text[: count + 1], size, bold) <= room:
        count += 1
    return count


def distinct_lines(texts: Sequence[str], room: float, size: float, bold: bool = False, lines: int = 2) -> list[tuple[str, ...]]:
    """Break several texts into lines so that those that must be cut still differ.

    Long names often share their beginning (*cluster-autoscaler-admins*, *cluster-autoscaler-maintainers*), so a text that
    does not fit loses its middle instead of its end; what still reads alike is numbered.

    Examples
    --------
    >>> distinct_lines(["gateway-conformance-admins", "gateway-conformance-maintainers"], 74, 8.2, lines=1)
    [('gateway…-admins',), ('gateway-…tainers',)]
    """
    found = [_cut(text, room, size, bold, lines, "") for text in texts]
    seen: dict[tuple[str, ...], str] = {}
    for i, (text, broken) in enumerate(zip(texts, found, strict=True)):
        number, result = 1, broken
        while seen.setdefault(result, text) != text:
            number += 1
            result = _cut(text, room, size, bold, lines, f" ({number})")
        found[i] = result
    return found


def _cut(text: str, room: float, size: float, bold: bool, lines: int, tail: str) -> tuple[str, ...]:
    """Break a text and a tail into lines; take out as little of its middle as makes it fit."""

    def broken(kept: int) -> list[str]:
        if kept >= len(text):
            return wrapped(text + tail, room, size, bold, lines + 1)
        front = (kept + 1) // 2
        return wrapped(text[:front].rstrip() + _ELLIPSIS + text[len(text) - (kept - front) :].lstrip() + tail, room, size, bold, lines + 1)

    return tuple(_largest(broken, len(text), lines))


def _largest(broken: Callable[[int], list[str]], most: int, lines: int) -> list[str]:
    """Return the result of the largest number that gives no more lines than allowed."""
    whole = broken(most)
    if len(whole) <= lines:
        return whole
    low, high = 1, most - 1
    while low < high:
        middle = (low + high + 1) // 2
        if len(broken(middle)) <= lines:
            low = middle
        else:
            high = middle - 1
    return broken(low)[:lines]
