"""Widths agree with matplotlib, the independent judge; what the font lacks is estimated generously."""

from __future__ import annotations

import io

import pytest
from fontTools.pens.recordingPen import RecordingPen
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st

from spotifymodel.plot.font_file import bundled, last_resort
from spotifymodel.plot.font_subset import data_uri, subset
from spotifymodel.plot.metrics import foreign, text_width

from .views import FIRST, LAST, NASTY

LETTERS = "".join(map(chr, [*range(0x20, 0x7F), *range(0xC0, 0x180), 0xBD, 0x2153, *range(0x391, 0x3A2), *range(0x410, 0x450), 0x2192]))


@pytest.mark.parametrize("bold", [False, True])
def test_widths_of_names_are_those_of_matplotlib(bold: bool) -> None:
    from matplotlib.font_manager import FontProperties
    from matplotlib.textpath import TextToPath

    font = FontProperties(fname=str(bundled(bold).path), size=7)
    for text in [f"{a} {b}" for a, b in zip(FIRST, LAST, strict=False)] + ["AVATAR Type Tokyo", "P. van 't Hoff", "½ ⅓ 24 / 150"]:
        wide, _, _ = TextToPath().get_text_width_height_descent(text, font, False)
        assert text_width(text, 7, bold) == pytest.approx(wide, rel=1e-3)


@settings(max_examples=50, deadline=None)
@given(st.text(LETTERS, max_size=30), st.text(LETTERS, max_size=30), st.floats(6, 30))
def test_widths_add_up_to_within_kerning_and_scale_with_the_size(one: str, other: str, size: float) -> None:
    together = text_width(one + other, size)
    assert together == pytest.approx(text_width(one, size) + text_width(other, size), abs=0.3 * size)
    assert text_width(one, 2 * size) == pytest.approx(2 * text_width(one, size))


@pytest.mark.parametrize("bold", [False, True])
def test_font_tables_are_read_as_fonttools_reads_them(bold: bool) -> None:
    ours, theirs = bundled(bold), TTFont(bundled(bold).path)
    number = {name: i for i, name in enumerate(theirs.getGlyphOrder())}
    assert ours.charmap == {code: number[name] for code, name in theirs.getBestCmap().items()}
    assert list(ours.advances) == [theirs["hmtx"][name][0] for name in theirs.getGlyphOrder()]
    pairs = theirs["kern"].kernTables[0].kernTable
    assert ours.kerning == {number[a] << 16 | number[b]: value for (a, b), value in pairs.items()}


def test_fonts_of_other_makers_are_read_too() -> None:
    dejavu = last_resort(False)
    assert dejavu is not None
    theirs = TTFont(dejavu.path)
    number = {name: i for i, name in enumerate(theirs.getGlyphOrder())}
    assert dejavu.charmap == {code: number[name] for code, name in theirs.getBestCmap().items()}


@settings(max_examples=25, deadline=None)
@given(st.sets(st.sampled_from(LETTERS), min_size=1), st.booleans())
def test_a_cut_font_has_exactly_the_letters_outlines_widths_and_kerning_that_were_asked_for(letters: set[str], bold: bool) -> None:
    whole, cut = TTFont(bundled(bold).path), TTFont(io.BytesIO(subset(bundled(bold), map(ord, letters))))
    wanted = {ord(letter) for letter in letters if ord(letter) in whole.getBestCmap()}
    assert set(cut.getBestCmap()) == wanted
    old, new = whole.getGlyphSet(), cut.getGlyphSet()
    name_of = {cut.getBestCmap()[code]: whole.getBestCmap()[code] for code in wanted}
    for now, before in name_of.items():
        pens = RecordingPen(), RecordingPen()
        new[now].draw(pens[0])
        old[before].draw(pens[1])
        assert pens[0].value == pens[1].value
        assert new[now].width == old[before].width
    pairs = whole["kern"].kernTables[0].kernTable
    kept = cut["kern"].kernTables[0].kernTable
    assert {(name_of[a], name_of[b]): v for (a, b), v in kept.items()} == {
        (a, b): v for (a, b), v in pairs.items() if a in name_of.values() and b in name_of.values()
    }


def test_a_cut_font_is_small_and_the_same_every_time() -> None:
    letters = "".join(sorted(set("Femke van der Veen Łukasz Østergård ½ 0123456789 abcdefghijklmnopqrstuvwxyz ABCDEFGHIJKLMNOPQRSTUVWXYZ")))
    assert len(data_uri(letters, False)) < 20_000
    assert data_uri.__wrapped__(letters, True) == data_uri(letters, True)


def test_characters_outside_the_font_are_named_once_and_in_order() -> None:
    assert foreign("Zoë Çelik – ½ → ₂") == ""
    assert foreign("陳大文陳") == "陳大文"


@pytest.mark.parametrize("text", NASTY)
def test_every_text_has_a_width_that_is_finite_and_not_negative(text: str) -> None:
    assert 0 <= text_width(text, 7) < 2_000


def test_widths_of_foreign_scripts_are_estimated_generously() -> None:
    assert text_width("陳", 10) == 10
    assert text_width("😀", 10) >= 12
    assert text_width("e\u0301", 10) == text_width("e", 10)
