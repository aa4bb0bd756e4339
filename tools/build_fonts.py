"""Make the two bundled fonts from a release of Inter.

    pip install fonttools brotli
    python tools/build_fonts.py FOLDER_WITH_WOFF2_FILES spotifymodel/plot/fonts

Inter's own files are 110 kB of woff2 with 2 937 glyphs and layout tables that every renderer reads differently. The
pictures need one answer to "how wide is this name" from the library, from matplotlib and from every browser. So the
bundled files are plain: the characters of Latin, Greek and Cyrillic scripts and the signs that pictures use, composites
taken apart, no hinting, no substitution, and the pair kerning of Inter's GPOS table written out as one old-fashioned
``kern`` table, which HarfBuzz, FreeType and browsers all read the same way.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._k_e_r_n import KernTable_format_0

FAMILY = "Spotifymodel Inter"  # private: never mistaken for another cut of Inter that happens to be installed
RANGES = (
    (0x20, 0x7E), (0xA0, 0x24F), (0x259, 0x259), (0x2B9, 0x2BF), (0x2C6, 0x2DD), (0x300, 0x30C), (0x323, 0x328),
    (0x370, 0x3FF), (0x400, 0x45F), (0x48A, 0x52F), (0x1E00, 0x1EFF), (0x2000, 0x200D), (0x2010, 0x2027), (0x2030, 0x203A),
    (0x2044, 0x2044), (0x2070, 0x209C), (0x20A0, 0x20BF), (0x2116, 0x2122), (0x2150, 0x215F), (0x2190, 0x2199),
    (0x2202, 0x2265), (0x25A0, 0x25CF), (0x2713, 0x2717),
)  # fmt: skip
#: Kerning weaker than this many 2048ths of an em cannot be seen at the sizes of the pictures (0.07 pt at 7 pt).
FAINTEST = 24
#: Letters whose pairs are kept: a ``kern`` subtable holds 10 920 pairs at most.
KERNED = [*range(0x20, 0x7F), *range(0xC0, 0x100), *map(ord, "ĄąĆćČčĘęĞğİıŁłŃńŇňŐőŘřŚśŞşŠšŤťŮůŰűŸŹźŻżŽžȘșȚț‘’“”–…")]


def kerning(font: TTFont, keep: list[int]) -> dict[tuple[str, str], int]:
    """Write out the pair adjustments of GPOS for the characters in ``keep``."""
    cmap = font.getBestCmap()
    wanted = {cmap[c] for c in keep if c in cmap}
    gpos = font["GPOS"].table
    lookups = {i for r in gpos.FeatureList.FeatureRecord if r.FeatureTag == "kern" for i in r.Feature.LookupListIndex}
    pairs: dict[tuple[str, str], int] = {}
    for index in sorted(lookups):
        done: set[tuple[str, str]] = set()
        for sub in gpos.LookupList.Lookup[index].SubTable:
            sub = sub.ExtSubTable if sub.LookupType == 9 else sub
            covered = [g for g in sub.Coverage.glyphs if g in wanted]
            for left in covered:
                if sub.Format == 1:
                    for record in sub.PairSet[sub.Coverage.glyphs.index(left)].PairValueRecord:
                        if record.SecondGlyph in wanted and (left, record.SecondGlyph) not in done:
                            done.add((left, record.SecondGlyph))
                            pairs[left, record.SecondGlyph] = pairs.get((left, record.SecondGlyph), 0) + record.Value1.XAdvance
                else:
                    first = sub.Class1Record[sub.ClassDef1.classDefs.get(left, 0)]
                    for right in wanted:
                        if (left, right) not in done:
                            done.add((left, right))
                            second = first.Class2Record[sub.ClassDef2.classDefs.get(right, 0)]
                            value = second.Value1.XAdvance if second.Value1 and hasattr(second.Value1, "XAdvance") else 0
                            pairs[left, right] = pairs.get((left, right), 0) + value
    return {pair: value for pair, value in pairs.items() if abs(value) >= FAINTEST}


def plain(source: Path, style: str) -> TTFont:
    """Return the font with the wanted characters, simple outlines and a ``kern`` table."""
    font = TTFont(source)
    pairs = kerning(font, KERNED)
    options = Options(layout_features=[], name_IDs=[0, 13, 14], hinting=False, notdef_outline=True, glyph_names=False)
    options.drop_tables += ["GPOS", "GSUB", "GDEF", "STAT", "DSIG", "gasp", "meta"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[c for low, high in RANGES for c in range(low, high + 1)])
    subsetter.subset(font)
    glyphs = font.getGlyphSet()
    for name in font.getGlyphOrder():
        if font["glyf"][name].isComposite():
            recording, pen = DecomposingRecordingPen(glyphs), TTGlyphPen(None)
            glyphs[name].draw(recording)
            recording.replay(pen)
            font["glyf"][name] = pen.glyph()
    present = set(font.getGlyphOrder())
    table = KernTable_format_0()
    table.apple, table.coverage, table.tupleIndex = False, 1, None
    table.kernTable = {pair: value for pair, value in pairs.items() if pair[0] in present and pair[1] in present}
    font["kern"] = newTable("kern")
    font["kern"].version, font["kern"].kernTables = 0, [table]
    full = f"{FAMILY} {style}"
    texts = {1: FAMILY, 2: style, 3: f"{full} 4.1", 4: full, 5: "Version 4.1", 6: f"SpotifymodelInter-{style}"}
    for number, text in texts.items():
        font["name"].setName(text, number, 3, 1, 0x409)
        font["name"].setName(text, number, 1, 0, 0)
    font["head"].created = font["head"].modified = 3_600_000_000  # no clock: the same bytes from every build
    font.recalcTimestamp, font.flavor = False, None
    return font


if __name__ == "__main__":
    sources, target = map(Path, sys.argv[1:3])
    for style in ("Regular", "Bold"):
        font = plain(sources / f"Inter-{style}.woff2", style)
        path = target / f"Inter-{style}.ttf"
        font.save(path, reorderTables=True)
        print(path, path.stat().st_size, "bytes", len(font.getGlyphOrder()), "glyphs", len(font["kern"].kernTables[0].kernTable), "pairs")
