"""Colours and sizes of the pictures, as one immutable record.

The palette was searched, not chosen: every hue stands out on white (≥ 3:1) and from every other hue under normal
vision and three simulated colour-vision deficiencies. ``tests/plot/test_theme.py`` measures it again.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from typing import Final

from spotifymodel.errors import UsageError

__all__ = ["DEFAULT", "Hue", "Theme", "contrast", "linear", "mixed"]


_COLOUR: Final = re.compile("#[0-9A-Fa-f]{6}")


@dataclass(frozen=True, slots=True)
class Hue:
    """How one chapter is coloured.

    Parameters
    ----------
    ink : str
        Frames, bars and dots; ≥ 3:1 on white.
    tint : str
        Ground of the column; texts on it keep ≥ 4.5:1.
    edge : str
        Frame of the column, between ink and tint.
    hollow : bool
        The second cue beyond eight chapters: the hue comes back with hollow dots and a barred head.
    """

    ink: str
    tint: str
    edge: str
    hollow: bool = False


@dataclass(frozen=True, slots=True)
class Theme:
    """Everything about looks that a caller may change, in hexadecimal colours and points.

    Raises
    ------
    UsageError
        For a colour that is not written as ``#1B2733``, a palette without colours, or a size that is no positive number.
    """

    paper: str = "#FFFFFF"
    ink: str = "#1B2733"
    muted: str = "#52606D"
    frame: str = "#B8C2CC"
    outline: str = "#8793A0"
    grid: str = "#D9E0E7"
    band: str = "#F4F6F8"
    row_head: str = "#EDF1F4"
    capacity: str = "#3E5C76"
    capacity_track: str = "#E3E9EF"
    node: str = "#3E4C59"
    bad: str = "#B3261E"
    bad_tint: str = "#FCEBEA"
    warn: str = "#8A5A00"
    warn_tint: str = "#FDF3DC"
    hybrid: str = "#F2C14E"
    added: str = "#005A8C"
    removed: str = "#A23E00"
    agile: str = "#0072B2"
    prepared: str = "#D5DCE3"
    levels: tuple[str, ...] = ("#F4F6F8", "#B9D3EC", "#6BAED6", "#08519C")
    palette: tuple[str, ...] = ("#2858CD", "#DE6129", "#559D7B", "#864E72", "#B378EA", "#2B592B", "#15068A", "#5B0745")
    title: float = 16.0
    subtitle: float = 8.5
    head: float = 8.2
    name: float = 7.0
    small: float = 6.5
    badge: float = 6.2
    legend: float = 7.5
    smallest: float = 6.0
    margin: float = 22.0

    def __post_init__(self) -> None:
        for field in fields(self):
            default, value = field.default, getattr(self, field.name)
            if isinstance(default, float):
                if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value < 1_000:
                    raise UsageError(f"a theme takes points for {field.name}, such as {default:g}, not {value!r}", str(value))
            elif isinstance(default, tuple):
                colours = tuple(value) if isinstance(value, tuple | list) else (value,)
                count = f"{len(default)} " if field.name == "levels" else ""
                _check(f"{count}colours such as {default[0]} for {field.name}", colours)
                if not colours or (count and len(colours) != len(default)):
                    raise UsageError(f"a theme takes {count}colours such as {default[0]} for {field.name}, not {value!r}", str(value))
                object.__setattr__(self, field.name, colours)
            else:
                _check(f"a colour such as {default} for {field.name}", (value,))

    def hue(self, index: int) -> Hue:
        """Return the colours of the chapter at a position; beyond the palette they come back with a second cue.

        Never a ninth hue: nobody can tell nine colours apart, and a second cue also survives a copier.
        """
        if index < 0:
            return Hue(self.node, self.band, self.frame)
        ink = self.palette[index % len(self.palette)]
        return Hue(ink, mixed(ink, self.paper, 0.055), mixed(ink, self.paper, 0.55), hollow=index // len(self.palette) % 2 == 1)

    def with_(self, **changes: object) -> Theme:
        """Return a theme with some fields changed.

        Raises
        ------
        UsageError
            For a field that themes do not have, or a value that it does not take.

        Examples
        --------
        >>> Theme().with_(ink="#10243E", margin=30).margin
        30
        """
        known = [field.name for field in fields(self)]
        for name in changes:
            if name not in known:
                raise UsageError(f"themes have no {name!r}; they have {', '.join(known)}", name, known)
        return replace(self, **changes)  # type: ignore[arg-type]


def _check(asked: str, colours: tuple[object, ...]) -> None:
    """Refuse what is not written as a colour."""
    for colour in colours:
        if not (isinstance(colour, str) and _COLOUR.fullmatch(colour)):
            raise UsageError(f"a theme takes {asked}, not {colour!r}", str(colour))


DEFAULT: Final = Theme()


@lru_cache(maxsize=1_024)
def mixed(ink: str, ground: str, share: float) -> str:
    """Return the opaque colour of ``ink`` laid over ``ground`` with an opacity.

    Opaque tints instead of transparency: what lies behind a text is then known exactly, and PDF viewers need no blending.

    Examples
    --------
    >>> mixed("#000000", "#FFFFFF", 0.5)
    '#808080'
    """
    top, below = _channels(ink), _channels(ground)
    return "#" + "".join(f"{int(share * a + (1 - share) * b + 0.5):02X}" for a, b in zip(top, below, strict=True))


@lru_cache(maxsize=4_096)
def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21.

    References
    ----------
    W3C, *Web Content Accessibility Guidelines 2.2*, contrast ratio.

    Examples
    --------
    >>> round(contrast("#000000", "#FFFFFF"))
    21
    """
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def linear(colour: str) -> tuple[float, ...]:
    """Return how much red, green and blue light a colour gives, each from 0 to 1."""
    return tuple(c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (v / 255 for v in _channels(colour)))


def _luminance(colour: str) -> float:
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
