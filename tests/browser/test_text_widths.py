"""What Chromium makes of the SVG: every text as wide as planned, in the letters that the file carries."""

from __future__ import annotations

from pathlib import Path

import pytest

from spotifymodel.plot.grid.composing import Sheet, compose
from spotifymodel.plot.metrics import foreign
from spotifymodel.plot.names import clean
from spotifymodel.plot.scene import Scene, Text
from spotifymodel.plot.svg import render
from spotifymodel.plot.theme import DEFAULT

from ..plot.views import NASTY, tribe_view
from .chromium import measured

pytestmark = pytest.mark.browser

LENGTHS = "[...document.querySelectorAll('text')].map(t => t.getComputedTextLength())"


@pytest.mark.parametrize("level", ["names", "dots"])
def test_every_text_is_as_wide_as_planned(level: str, tmp_path: Path) -> None:
    scene = compose(tribe_view(16, 8), level, Sheet(DEFAULT, "nl"))  # type: ignore[arg-type]
    found = measured(render(scene), LENGTHS, tmp_path)
    assert len(found) == len(scene.texts)
    for text, wide in zip(scene.texts, found, strict=True):
        assert wide == pytest.approx(text.length, rel=0.02, abs=0.1), text.text


def test_texts_in_other_scripts_keep_to_their_place_whatever_font_the_machine_has(tmp_path: Path) -> None:
    texts = tuple(Text(4, 12 + 12 * i, clean(name), 7) for i, name in enumerate(NASTY) if clean(name))
    found = measured(render(Scene(600, 600, "t", "d", texts)), LENGTHS, tmp_path)
    for text, wide in zip(texts, found, strict=True):
        assert wide <= text.length * 1.02 + 0.1, text.text
        if not foreign(text.text):
            assert wide == pytest.approx(text.length, rel=0.02, abs=0.1), text.text


def test_two_pictures_in_one_page_each_use_their_own_letters(tmp_path: Path) -> None:
    one = Scene(200, 20, "a", "a", (Text(2, 12, "Quirijn Østergård", 7),))
    other = Scene(200, 20, "b", "b", (Text(2, 12, "Zoë Bakker", 7), Text(2, 18, "Władysław", 7, bold=True)))
    found = measured(render(one) + render(other), LENGTHS, tmp_path)
    planned = [text.length for scene in (one, other) for text in scene.texts]
    assert found == pytest.approx(planned, rel=0.01)
