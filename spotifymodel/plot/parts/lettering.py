"""Letters and numbers that stand for names where there is no room for these, and the keys that say for which."""

from __future__ import annotations

from collections.abc import Sequence

from spotifymodel.plot.metrics import text_width
from spotifymodel.plot.parts.pen import Pen
from spotifymodel.plot.shortening import shortened

__all__ = ["columned_height", "draw_columned", "draw_running", "lettered"]

_LINE, _RUNNING_LINE, _BESIDE = 9.6, 11.0, 12.0


def lettered(index: int) -> str:
    """Return the letters of a column, A to Z and then AA and on.

    Examples
    --------
    >>> lettered(0), lettered(25), lettered(26)
    ('A', 'Z', 'AA')
    """
    return (lettered(index // 26 - 1) if index >= 26 else "") + chr(65 + index % 26)


def draw_columned(pen: Pen, named: Sequence[tuple[str, str]], left: float, right: float, top: float, across: int) -> float:
    """Write what letters stand for, so many beside each other; return the height.

    Parameters
    ----------
    named : sequence of (str, str)
        Path and name of what has the letter A, B and so on.
    """
    theme, width = pen.theme, (right - left) / across
    for at, (of, name) in enumerate(named):
        x, y = left + at % across * width, top + at // across * _LINE + 7
        pen.text(x, y, lettered(at), theme.name, bold=True, fill=theme.muted)
        pen.text(x + _BESIDE, y, shortened(name, width - 16, theme.name), theme.name, fill=theme.muted, of=of, stands_for=name)
    return columned_height(len(named), across)


def columned_height(count: int, across: int) -> float:
    """Return how high the key to so many letters is."""
    return -(-count // across) * _LINE


def draw_running(pen: Pen, signed: Sequence[tuple[str, str, str]], left: float, right: float, top: float) -> float:
    """Write what signs stand for behind each other, in as many lines as it takes; return the height.

    Parameters
    ----------
    signed : sequence of (str, str, str)
        Letter or number, and path and name of what it stands for.
    """
    theme, x, y = pen.theme, left, top
    for sign, of, whole in signed:
        start = text_width(sign, theme.legend, True) + 3
        name = shortened(whole, right - left - start, theme.legend)
        length = start + text_width(name, theme.legend)
        if x > left and x + length > right:
            x, y = left, y + _RUNNING_LINE
        pen.text(x, y + 8, sign, theme.legend, bold=True)
        pen.text(x + start, y + 8, name, theme.legend, fill=theme.muted, of=of, stands_for=whole if name != whole else "")
        x += length + _BESIDE
    return y + _RUNNING_LINE - top
