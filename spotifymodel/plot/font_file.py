"""Reads of a font file what measuring and embedding need: charmap, advance widths, pair kerning, outlines as bytes.

A full font library takes 50-100 ms to import and parses what is never used. The tables read here are flat arrays, and
the bundled fonts are made plain on purpose (see ``tools/build_fonts.py``): simple outlines, one ``kern`` table.

References
----------
OpenType specification 1.9, chapters *OpenType font file*, *cmap*, *hmtx*, *kern*, *loca*.
"""

from __future__ import annotations

import struct
from functools import cache, cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import Final

__all__ = ["FAMILY", "FontFile", "bundled", "last_resort"]

#: Private, so that no other cut of Inter that happens to be installed is mistaken for ours.
FAMILY: Final = "Spotifymodel Inter"
_FOLDER: Final = Path(__file__).parent / "fonts"


class FontFile:
    """A font file in memory; tables are read when first asked for.

    Parameters
    ----------
    path : Path
        A TrueType or OpenType file, or a collection (its first font is taken).
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.data = path.read_bytes()
        start = struct.unpack_from(">I", self.data, 12)[0] if self.data[:4] == b"ttcf" else 0
        count = struct.unpack_from(">H", self.data, start + 4)[0]
        self._places: dict[str, tuple[int, int]] = {}
        for i in range(count):
            tag, _, offset, length = struct.unpack_from(">4sIII", self.data, start + 12 + 16 * i)
            self._places[tag.decode("latin-1")] = (offset, length)

    def table(self, tag: str) -> bytes:
        """Return the bytes of a table, empty where the font has none."""
        offset, length = self._places.get(tag, (0, 0))
        return self.data[offset : offset + length]

    @cached_property
    def units(self) -> int:
        """Units per em."""
        return int(struct.unpack_from(">H", self.table("head"), 18)[0])

    @cached_property
    def charmap(self) -> dict[int, int]:
        """Glyph number per character code."""
        cmap = self.table("cmap")
        count = struct.unpack_from(">H", cmap, 2)[0]
        found: dict[int, int] = {}
        for i in range(count):
            offset = struct.unpack_from(">I", cmap, 8 + 8 * i)[0]
            kind = struct.unpack_from(">H", cmap, offset)[0]
            if kind == 4:
                found = {**_segments(cmap, offset), **found}
            elif kind == 12:
                found |= _groups(cmap, offset)
        return found

    @cached_property
    def advances(self) -> tuple[int, ...]:
        """Advance width per glyph, in font units; glyphs beyond the last share its width."""
        count = struct.unpack_from(">H", self.table("hhea"), 34)[0]
        return struct.unpack_from(">" + "Hh" * count, self.table("hmtx"))[::2]

    @cached_property
    def kerning(self) -> dict[int, int]:
        """Change of the advance in font units, per pair of glyphs written as ``left << 16 | right``."""
        kern = self.table("kern")
        if len(kern) < 18:
            return {}
        count = struct.unpack_from(">H", kern, 10)[0]
        flat = struct.unpack_from(">" + "Ih" * count, kern, 18)
        return dict(zip(flat[::2], flat[1::2], strict=True))

    @cached_property
    def outlines(self) -> tuple[int, ...]:
        """Where the outline of each glyph begins in ``glyf``; one entry more than there are glyphs."""
        loca = self.table("loca")
        if struct.unpack_from(">h", self.table("head"), 50)[0]:
            return struct.unpack(f">{len(loca) // 4}I", loca)
        return tuple(2 * half for half in struct.unpack(f">{len(loca) // 2}H", loca))

    def advance(self, glyph: int) -> int:
        """Return the advance width of a glyph in font units."""
        return self.advances[min(glyph, len(self.advances) - 1)]


@cache
def bundled(bold: bool) -> FontFile:
    """Return Inter Regular or Bold as shipped with the library."""
    return FontFile(_FOLDER / f"Inter-{'Bold' if bold else 'Regular'}.ttf")


@cache
def last_resort(bold: bool) -> FontFile | None:
    """Return the DejaVu font that comes with matplotlib, found without importing matplotlib (0.4 s)."""
    spec = find_spec("matplotlib")
    for folder in spec.submodule_search_locations or () if spec else ():
        path = Path(folder) / "mpl-data" / "fonts" / "ttf" / f"DejaVuSans{'-Bold' if bold else ''}.ttf"
        if path.exists():
            return FontFile(path)
    return None


def _segments(cmap: bytes, offset: int) -> dict[int, int]:
    """Read a charmap of format 4: ranges of the basic plane, each shifted by a delta or looked up in an array."""
    twice = struct.unpack_from(">H", cmap, offset + 6)[0]
    ends, starts, deltas, shifts = (
        struct.unpack_from(f">{twice // 2}H", cmap, offset + at) for at in (14, 16 + twice, 16 + 2 * twice, 16 + 3 * twice)
    )
    found: dict[int, int] = {}
    for i, (start, end, delta, shift) in enumerate(zip(starts, ends, deltas, shifts, strict=True)):
        for code in range(start, min(end, 0xFFFE) + 1):
            glyph = code
            if shift:
                glyph = struct.unpack_from(">H", cmap, offset + 16 + 3 * twice + 2 * i + shift + 2 * (code - start))[0]
                if not glyph:
                    continue
            found[code] = (glyph + delta) & 0xFFFF
    return {code: glyph for code, glyph in found.items() if glyph}


def _groups(cmap: bytes, offset: int) -> dict[int, int]:
    """Read a charmap of format 12: ranges of all planes."""
    count = struct.unpack_from(">I", cmap, offset + 12)[0]
    found: dict[int, int] = {}
    for i in range(count):
        start, end, glyph = struct.unpack_from(">III", cmap, offset + 16 + 12 * i)
        found.update(zip(range(start, end + 1), range(glyph, glyph + end - start + 1), strict=True))
    return found
