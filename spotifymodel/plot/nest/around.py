"""Composes the picture of a wheel: heading, wheel, what a line means."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from spotifymodel.plot.framing import Frame, headed
from spotifymodel.plot.nest.sharing import Group
from spotifymodel.plot.nest.wheel import WIDEST, Wheel, draw_key, draw_names, wheel_of
from spotifymodel.plot.scene import Scene
from spotifymodel.plot.sheets import fits
from spotifymodel.words.network import phrase

__all__ = ["wheel_scene"]

_LEAST: Final = 207.0
#: Room for a name, and whether partners are named: the roomy way first, then what makes a page narrower; at last numbers.
_ROOMS: Final = ((WIDEST, True), (WIDEST, False), (110.0, False), (70.0, False), (44.0, False), (0.0, False))
#: Pairs that the description tells.
_TOLD: Final = 8


def wheel_scene(frame: Frame, groups: Sequence[Group], heading: str, facts: Sequence[str], lit: frozenset[str]) -> Scene:
    """Return the picture of who shares people with whom.

    Parameters
    ----------
    frame : Frame
    groups : sequence of Group
        Tribes or squads.
    heading : str
    facts : sequence of str
        Said under the heading.
    lit : frozenset of str
        Paths of groups that keep their colour; empty for all.
    """
    scene = None
    for widest, talking in _ROOMS if frame.page is not None else _ROOMS[:1]:
        wheel = wheel_of(groups, frame.pen(), widest, talking=talking)
        scene = _composed(frame, groups, wheel, heading, facts, lit, numbered=not widest)
        if fits(scene, frame.page):
            break
    assert scene is not None
    return scene


def _composed(
    frame: Frame, groups: Sequence[Group], wheel: Wheel, heading: str, facts: Sequence[str], lit: frozenset[str], *, numbered: bool
) -> Scene:
    theme, margin = frame.theme, frame.theme.margin
    pen = frame.pen()
    width = max(wheel.width, _LEAST) + 2 * margin
    top = headed(pen, width, heading, " · ".join(facts)) + 6
    wheel.paint(pen, margin + (width - 2 * margin - wheel.width) / 2, top, lit)
    bottom = top + wheel.height + 4
    if numbered:
        bottom += draw_names(pen, wheel, margin, width - margin, bottom)
    bottom += draw_key(pen, wheel, margin, width - margin, bottom)
    words = f"{heading}. {', '.join(facts)}. {_described(wheel, frame.language)}"
    promises = tuple(group.of for group in groups)
    return Scene(width, bottom + margin - 4, heading, words.strip(), tuple(pen.marks), theme.paper, frame.language, promises)


def _described(wheel: Wheel, language: str) -> str:
    """Tell who shares most."""
    if not wheel.pairs:
        return phrase(language, "nobody") + "."
    told = [
        phrase(
            language,
            "alt_pair",
            one=wheel.spokes[pair.one].group.name,
            other=wheel.spokes[pair.other].group.name,
            n=phrase(language, "people", n=pair.count),
        )
        for pair in list(reversed(wheel.pairs))[:_TOLD]
    ]
    return " ".join([phrase(language, "alt_pairs"), *told])
