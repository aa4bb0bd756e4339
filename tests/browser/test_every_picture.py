"""Every picture of the gallery as a page in Chromium: its script runs, every thing can be reached, letters are as wide as planned."""

from __future__ import annotations

from pathlib import Path

import pytest

from spotifymodel.plot.figure import OrgFigure
from spotifymodel.plot.gallery import names

from ..plot.test_every_picture import pages, shown
from .test_picture_page import played

pytestmark = pytest.mark.browser

STEPS = """const lengths = [...page.querySelectorAll('svg text')].map(t => t.getComputedTextLength());
const facts = JSON.parse($('facts').textContent).facts;
let reached = 0;
for (let i = 0; i < facts.length; i++) { press($('picture'), 'ArrowRight'); reached += $('said').textContent.startsWith(facts[i].name); }
return {lengths, facts: facts.length, reached, rings: page.querySelectorAll('.ring rect').length, refused}"""


@pytest.mark.parametrize("name", names())
def test_a_picture_is_a_page_in_which_everything_can_be_reached(name: str, tmp_path: Path) -> None:
    figure: OrgFigure = pages(shown(name, language="nl"))[0]
    found = played(figure, STEPS, tmp_path)
    assert found["reached"] == found["facts"] > 0
    assert found["rings"] > 0
    assert found["refused"] == []
    planned = [text.length for text in figure.scene.texts]
    assert len(found["lengths"]) == len(planned)
    assert found["lengths"] == pytest.approx(planned, rel=0.02, abs=0.1)
