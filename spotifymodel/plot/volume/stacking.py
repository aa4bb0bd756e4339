"""Stacks pages below each other into one scene, for a web page that is searched as a whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain
from typing import Final

from spotifymodel.plot.scene import Line, Scene
from spotifymodel.plot.sheets import placed

__all__ = ["stacked"]

#: What parts one page from the next.
_RULE: Final = "#B8C2CC"


def stacked(scenes: Sequence[Scene], title: str, description: str) -> Scene:
    """Return pages of one size as one tall scene, with a rule between them.

    Examples
    --------
    >>> page = Scene(72, 36, "Hello", "A greeting.", ())
    >>> stacked([page, page], "Greetings", "Two.").height
    72
    """
    first, height = scenes[0], scenes[0].height
    marks = [placed(scene, (first.width, height), 1.0, 0.0, at * height).marks for at, scene in enumerate(scenes)]
    rules = tuple(Line(((0.0, at * height), (first.width, at * height)), _RULE, 1.0) for at in range(1, len(scenes)))
    promises = tuple(dict.fromkeys(chain.from_iterable(scene.promises for scene in scenes)))
    hues = tuple(dict.fromkeys(chain.from_iterable(scene.hues for scene in scenes)))
    return replace(
        first,
        height=height * len(scenes),
        title=title,
        description=description,
        marks=(*chain.from_iterable(marks), *rules),
        promises=promises,
        hues=hues,
    )
