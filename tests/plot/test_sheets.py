"""What fits a page is measured in one way, and of several ways to draw a picture no more are drawn than it takes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from spotifymodel.errors import FigureTooSmallError
from spotifymodel.plot.heat.measure import fitting
from spotifymodel.plot.scene import Scene
from spotifymodel.plot.sheets import first_fitting, fits


def scene(width: float, height: float = 50.0) -> Scene:
    return Scene(width, height, "a picture", "A picture in words.", ())


def test_a_picture_may_be_larger_than_its_page_by_what_rounding_adds_and_no_more() -> None:
    assert fits(scene(100.005), (100, 50))
    assert not fits(scene(100.02), (100, 50))
    assert not fits(scene(100, 50.02), (100, 50))
    assert fits(scene(9_000), None)


def test_the_first_way_that_fits_is_taken_and_what_comes_after_it_is_not_drawn() -> None:
    drawn: list[float] = []

    def ways() -> Iterator[Scene]:
        for width in (300.0, 200.0, 100.0):
            drawn.append(width)
            yield scene(width)

    assert first_fitting(ways(), (250, 50)).width == 200
    assert drawn == [300, 200]


def test_where_no_way_fits_the_refusal_names_the_size_of_the_last() -> None:
    with pytest.raises(FigureTooSmallError) as refused:
        first_fitting([scene(300), scene(144, 72)], (72, 72))
    assert refused.value.minimum == (2.0, 1.0)


def test_a_heat_map_keeps_its_detail_on_a_page_that_is_smaller_by_rounding_only() -> None:
    widths = {"names": 100.005, "initials": 80.0, "counts": 60.0, "dots": 40.0}
    assert fitting(lambda detail: scene(widths[detail]), "auto", (100, 50)).width == 100.005
