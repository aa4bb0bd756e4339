"""Chooses how streams are shown: in one flow, in a flow per chapter, or as numbers where a page has room for no more."""

from __future__ import annotations

from spotifymodel.errors import FigureTooSmallError
from spotifymodel.plot.flow.composing import MOST_STREAMS, FlowSheet, compose
from spotifymodel.plot.flow.crosstab import crosstab_scenes
from spotifymodel.plot.flow.multiples import compose_multiples
from spotifymodel.plot.scene import Scene
from spotifymodel.plot.sheets import first_fitting

__all__ = ["compose_streams"]


def compose_streams(sheet: FlowSheet, split: bool | None, detail: str) -> Scene:
    """Return the picture at a level of detail, or at the highest that fits the page.

    Parameters
    ----------
    split : bool or None
        Whether every chapter gets a flow of its own; None: where there are too many streams to follow.
    detail : {"auto", "names", "counts"}

    Raises
    ------
    FigureTooSmallError
        Where not even the lowest level that was allowed fits.
    """
    sheet = sheet if sheet.lit else sheet.coarser()
    if detail != "counts":
        apart = not sheet.lit and sheet.streams().count > MOST_STREAMS if split is None else split
        try:
            return compose_multiples(sheet) if apart and sheet.wording.journey.chapters else compose(sheet)
        except FigureTooSmallError:
            if detail == "names":
                raise
    return first_fitting(crosstab_scenes(sheet), sheet.page)
