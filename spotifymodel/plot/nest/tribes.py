"""Several tribes as a network: from chart to scene, at the level of detail that suits so many people and fits the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from spotifymodel.graph.index import index_of
from spotifymodel.model.org import Org
from spotifymodel.plot.framing import Frame
from spotifymodel.plot.grid.composing import Detail
from spotifymodel.plot.grid.reading import read_tribe
from spotifymodel.plot.names import Labels
from spotifymodel.plot.nest.around import wheel_scene
from spotifymodel.plot.nest.company import company_scene
from spotifymodel.plot.nest.composing import styles_of
from spotifymodel.plot.nest.layout import Style
from spotifymodel.plot.nest.sharing import tribes_as_groups
from spotifymodel.plot.scene import Scene
from spotifymodel.plot.sheets import fits
from spotifymodel.words.network import phrase
from spotifymodel.words.pictures import phrase as general

__all__ = ["groups_with_squads", "tribes_scene"]

#: More squads than this on one sheet and nobody finds one; more seats than this are not named unless asked for.
_MOST_SQUADS: Final = 250
_MOST_NAMES: Final = 60


def groups_with_squads(org: Org) -> tuple[str, ...]:
    """Return the ids of the tribes that have squads, in the order of the chart; an empty one for squads outside tribes."""
    found = dict.fromkeys(tribe or "" for tribe in index_of(org).tribe_of.values())
    return (*(tribe.id for tribe in org.tribes if tribe.id in found), *([""] if "" in found else []))


def tribes_scene(frame: Frame, groups: Sequence[str], detail: Detail) -> Scene:
    """Return the network of several tribes; on a page the highest level of detail that fits, else the least there is."""
    scene: Scene | None = None
    for scene in _scenes(frame, groups, detail):
        if fits(scene, frame.page):
            return scene
    assert scene is not None
    return scene


def _scenes(frame: Frame, groups: Sequence[str], detail: Detail) -> Iterator[Scene]:
    """Yield the picture at every level of detail that was asked for, the fullest first."""
    index = index_of(frame.org)
    present = {f"tribe:{tribe}" for tribe in groups} | {f"squad:{squad}" for squad in index.tribe_of}
    seated = {person for squad in index.tribe_of for person in index.squad_people.get(squad, ())}
    wanted = frame.highlighted([*present, *(f"person:{person}" for person in seated)])
    if detail != "counts" and (detail != "auto" or len(index.tribe_of) <= _MOST_SQUADS):
        yield from _nests(frame, groups, detail, wanted)
    if detail in ("auto", "counts"):
        yield _wheel(frame, wanted)


def _nests(frame: Frame, groups: Sequence[str], detail: Detail, wanted: frozenset[str]) -> Iterator[Scene]:
    views = [read_tribe(frame.org, tribe, frame.report, frame.language) for tribe in groups]
    seats = [seat.person for view in views for row in view.squads for cell in row.cells for seat in cell]
    labels = Labels({person: name for view in views for person, name in view.people.items()})
    tribe_of = index_of(frame.org).tribe_of
    # A tribe that is highlighted lights up with all its squads.
    lit = wanted | {f"squad:{squad}" for squad, tribe in tribe_of.items() if f"tribe:{tribe or ''}" in wanted}
    every = frame.page is not None or detail != "auto"
    styles: list[Style] = list(styles_of(seats, labels, frame.theme, every=every))
    for style in styles:
        if detail == "auto" and style.level == "initials" and frame.page is None:
            continue
        if detail in ("auto", style.level):
            yield company_scene(frame, views, style, lit)


def _wheel(frame: Frame, wanted: frozenset[str]) -> Scene:
    """Return the tribes around a ring, whatever was highlighted lighting up the tribes it belongs to."""
    index, language = index_of(frame.org), frame.language
    groups = tribes_as_groups(index, phrase(language, "tribe_squads"))
    lit = {path for path in wanted if path.startswith("tribe:")}
    lit |= {f"tribe:{index.tribe_of[path[6:]] or ''}" for path in wanted if path.startswith("squad:")}
    lit |= {group.of for group in groups for path in wanted if path.startswith("person:") and path[7:] in group.people}
    everybody = frozenset[str]().union(*(group.people for group in groups))
    across = {person for person in everybody if sum(person in group.people for group in groups) > 1}
    facts = [
        general(language, "tribes", n=sum(group.of != "tribe:" for group in groups)),
        general(language, "squads", n=len(index.tribe_of)),
        phrase(language, "in_squads", n=len(everybody)),
        phrase(language, "across", n=len(across)),
    ]
    return wheel_scene(frame, groups, frame.titled(phrase(language, "wheel")), facts, frozenset(lit))
