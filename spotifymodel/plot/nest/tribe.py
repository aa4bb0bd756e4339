"""One tribe as a network: from chart to scene."""

from __future__ import annotations

from spotifymodel.errors import FigureTooSmallError
from spotifymodel.graph.index import index_of
from spotifymodel.plot.framing import Frame
from spotifymodel.plot.grid.choosing import chosen_tribe, paths_of, require_content
from spotifymodel.plot.grid.composing import Detail, Sheet
from spotifymodel.plot.grid.reading import read_tribe
from spotifymodel.plot.grid.view import MatrixView
from spotifymodel.plot.nest.around import wheel_scene
from spotifymodel.plot.nest.composing import compose
from spotifymodel.plot.nest.sharing import squads_as_groups
from spotifymodel.plot.scene import Scene
from spotifymodel.words.network import phrase
from spotifymodel.words.pictures import phrase as general

__all__ = ["tribe_scene"]


def tribe_scene(frame: Frame, tribe: str | None, detail: Detail) -> Scene:
    """Return a tribe as nested circles with a bridge between the places of everybody in several squads, or as a wheel of squads.

    Parameters
    ----------
    frame : Frame
    tribe : str or None
        Id of the tribe; ``"outside"`` for the squads outside all tribes, None for the only one.
    detail : {"auto", "names", "initials", "dots", "counts"}

    Raises
    ------
    UsageError
        Where nobody is there to draw, or an id to highlight is not in the picture.
    NotFoundError
        For a tribe that does not exist.
    FigureTooSmallError
        Where a size was given that the level of detail does not fit.

    Notes
    -----
    Somebody in three squads or more is a chain of bridges; four people or more in the same two squads are one wide line with
    their number. Up to 60 seats carry names, up to 400 initials, more are dots.
    """
    view = read_tribe(frame.org, chosen_tribe(frame.org, tribe), frame.report, frame.language)
    require_content(view, "network")
    wanted = frame.highlighted(paths_of(view))
    if detail == "counts":
        return _wheel(frame, view, wanted)
    try:
        return compose(view, Sheet(frame.theme, frame.language, frame.title, frame.page, wanted), detail)
    except FigureTooSmallError:
        if detail != "auto" or not view.squads:
            raise
        return _wheel(frame, view, wanted)


def _wheel(frame: Frame, view: MatrixView, wanted: frozenset[str]) -> Scene:
    """Return the squads around a ring; whoever is highlighted lights up the squads they work in."""
    groups = squads_as_groups(index_of(frame.org), [row.squad for row in view.squads])
    people = {f"person:{seat.person}": set[str]() for row in view.squads for cell in row.cells for seat in cell}
    for row in view.squads:
        for cell in row.cells:
            for seat in cell:
                people[f"person:{seat.person}"].add(f"squad:{row.squad}")
    lit = {path for path in wanted if path.startswith("squad:")}.union(*(people[path] for path in wanted if path in people))
    shared = sum(len(homes) > 1 for homes in people.values())
    facts = [
        general(frame.language, "squads", n=len(view.squads)),
        phrase(frame.language, "in_squads", n=len(people)),
        general(frame.language, "shared", n=shared),
    ]
    name = general(frame.language, "tribe", name=view.name) if view.tribe else general(frame.language, "outside")
    return wheel_scene(frame, groups, frame.title or name, facts, frozenset(lit))
