"""Speed of the pictures as ratios within one run; outside ``make test`` because a busy machine disturbs them."""

from __future__ import annotations

import io
from collections.abc import Callable
from time import process_time

import pytest
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties

from spotifymodel.plot.figure import OrgFigure
from spotifymodel.plot.font_file import bundled
from spotifymodel.plot.font_subset import data_uri
from spotifymodel.plot.grid.composing import Sheet, compose
from spotifymodel.plot.mpl_shapes import shapes
from spotifymodel.plot.svg import render
from spotifymodel.plot.theme import DEFAULT

from .views import tribe_view

pytestmark = pytest.mark.deep

SCENE = compose(tribe_view(16, 8), "names", Sheet(DEFAULT, "nl"))


def seconds(work: Callable[[], object], times: int = 7) -> float:
    """Return the least CPU time of several runs, after one that does not count."""
    work()
    best = float("inf")
    for _ in range(times):
        start = process_time()
        work()
        best = min(best, process_time() - start)
    return best


def plainly() -> None:
    """Draw the same picture the usual way: a ``Text`` for every text."""
    figure = Figure(figsize=(SCENE.width / 72, SCENE.height / 72))
    ax = figure.add_axes((0, 0, 1, 1))
    ax.set_xlim(0, SCENE.width)
    ax.set_ylim(SCENE.height, 0)
    ax.axis("off")
    ax.add_collection(shapes(SCENE), autolim=False)
    for text in SCENE.texts:
        font = FontProperties(fname=str(bundled(text.bold).path), size=text.size)
        ax.text(text.left, text.y, text.text, fontproperties=font, color=text.fill, parse_math=False)
    figure.savefig(io.BytesIO(), format="png", dpi=150)


def test_a_png_takes_at_most_a_third_of_the_usual_way() -> None:
    assert seconds(lambda: OrgFigure(SCENE).encoded("png")) <= seconds(plainly) / 3


def test_an_svg_of_a_hundred_and_fifty_people_takes_at_most_five_milliseconds_of_which_a_reused_font_saves_half() -> None:
    def fresh() -> None:
        data_uri.cache_clear()
        render(SCENE)

    assert seconds(fresh, 20) <= 0.006
    assert seconds(lambda: render(SCENE), 20) <= 0.005


def test_layout_with_names_takes_less_than_a_twentieth_of_a_second() -> None:
    view = tribe_view(16, 8)
    assert seconds(lambda: compose(view, "names", Sheet(DEFAULT, "nl"))) <= 0.05
