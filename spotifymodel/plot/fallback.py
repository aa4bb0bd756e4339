"""Which installed fonts help out where the bundled font has no sign, and one clear warning where none does."""

from __future__ import annotations

import unicodedata
import warnings
from functools import cache
from pathlib import Path
from typing import Final

from matplotlib.font_manager import findSystemFonts, fontManager

from .font_file import FontFile, last_resort
from .metrics import foreign

__all__ = ["MissingGlyphWarning", "boxed", "families", "missing", "warn_of_missing"]

#: File names of fonts for Chinese, Japanese, Korean, Arabic, Hebrew, Indic scripts and pictographs, without colour bitmaps.
_HELPERS: Final = (
    "NotoSansCJK-Regular", "NotoSansJP", "NotoSansSC", "NotoSansKR", "SourceHanSans", "wqy-microhei", "msyh", "YuGoth", "malgun",
    "Hiragino", "AppleSDGothicNeo", "PingFang", "NotoSansArabic-Regular", "NotoSansHebrew-Regular", "NotoSansDevanagari-Regular",
    "NotoSansThai-Regular", "NotoEmoji", "NotoSansSymbols2-Regular", "Symbola", "seguisym", "seguiemj",
)  # fmt: skip

_BOX: Final = "\u25a1"


class MissingGlyphWarning(UserWarning):
    """No font on this machine has a sign for some characters, so a raster or PDF shows a box for them.

    SVG files keep the characters themselves: whoever opens them sees what their own machine can show.

    Attributes
    ----------
    characters : str
        The characters, each once.
    """

    def __init__(self, characters: str) -> None:
        self.characters = characters
        shown = ", ".join(f"{char} (U+{ord(char):04X})" for char in characters[:12])
        rest = f" and {len(characters) - 12} more" if len(characters) > 12 else ""
        super().__init__(
            f"no font on this machine has a sign for {shown}{rest}; install a font such as Noto Sans CJK or Noto Emoji, "
            "or save as SVG, which leaves the choice of font to the reader"
        )


@cache
def _helpers() -> tuple[FontFile, ...]:
    """Return the installed helpers, looked up only when a character needs one.

    The folders are searched again because matplotlib's own list of fonts is a cache that misses new arrivals.
    """
    files = sorted(map(Path, findSystemFonts()), key=lambda path: path.name)
    found = []
    for helper in _HELPERS:
        path = next((f for f in files if f.stem.startswith(helper) and f.suffix.lower() in (".ttf", ".otf", ".ttc")), None)
        if path is not None:
            try:
                fontManager.addfont(str(path))
            except (OSError, RuntimeError, ValueError):
                continue  # a font that matplotlib cannot open helps nobody
            found.append(FontFile(path))
    return tuple(found)


@cache
def families(helped: bool) -> tuple[str, ...]:
    """Return the families behind the bundled one, in the order in which they are asked.

    Only families that exist: matplotlib prints a line for every look-up of one that does not. Installed helpers are looked
    for only where a text needs help.
    """
    if not helped:
        return ("DejaVu Sans",)
    paths = {str(helper.path) for helper in _helpers()}
    names = [entry.name for entry in fontManager.ttflist if entry.fname in paths]
    return ("DejaVu Sans", *dict.fromkeys(names))


def missing(text: str) -> str:
    """Return the characters that neither the bundled font nor any helper has, each once."""
    strange = foreign(text)
    dejavu = last_resort(False)
    if dejavu is not None:
        strange = "".join(char for char in strange if ord(char) not in dejavu.charmap)
    if strange:
        strange = "".join(char for char in strange if not any(ord(char) in helper.charmap for helper in _helpers()))
    return strange


def boxed(text: str, characters: str) -> str:
    """Return a text with a box for each of some characters; what has no width vanishes.

    matplotlib would warn of each of them at every drawing.

    Examples
    --------
    >>> boxed("陳 Łukasz", "陳")
    '□ Łukasz'
    """
    return text.translate({ord(char): None if unicodedata.category(char) in ("Mn", "Me", "Cf") else _BOX for char in characters})


def warn_of_missing(characters: str) -> None:
    """Warn that no font here can show some characters."""
    warnings.warn(MissingGlyphWarning(characters), stacklevel=3)
