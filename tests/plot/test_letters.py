"""Texts on a raster read as they read in an SVG, whatever script they begin with."""

from __future__ import annotations

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from spotifymodel.plot.mpl_letters import Letters
from spotifymodel.plot.scene import Text


def ink(text: str) -> np.ndarray:
    """Return how dark each column of pixels is where a text is drawn."""
    figure = Figure((6, 0.5), dpi=100)
    canvas = FigureCanvasAgg(figure)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_xlim(0, 432)
    axes.set_ylim(36, 0)
    axes.set_axis_off()
    axes.add_artist(Letters([Text(10, 24, text, 14)]))
    canvas.draw()
    return 255 - np.asarray(canvas.buffer_rgba())[:, :, 0].astype(int).min(axis=0)


@pytest.mark.parametrize("name", ["שלום", "فريق", "مرحبا العالم"])
def test_a_sentence_that_begins_with_a_name_from_the_right_still_reads_from_the_left(name: str) -> None:
    alone, before, after = ink(name), ink(f"{name} is steered by nobody"), ink(f"is steered by nobody {name}")
    width = int(np.flatnonzero(alone).max()) - int(np.flatnonzero(alone).min())
    start = int(np.flatnonzero(before).min())
    assert np.array_equal(before[start : start + width], alone[start : start + width])  # the name stands first
    assert not np.array_equal(before, after)


def test_a_text_from_the_left_is_drawn_as_it_is() -> None:
    assert np.array_equal(ink("Anna \u05d0"), ink("\u200eAnna \u05d0"))
