"""Counts people at the instant at which they are most, which is the number that the rules judge."""

from __future__ import annotations

from collections.abc import Callable

from spotifymodel.graph.moments import intervals, moments
from spotifymodel.graph.view import View

__all__ = ["fullest"]


def fullest(look: View, kind: str, subject: str, count: Callable[[View], int]) -> int:
    """Return the largest count around a subject over all time.

    Parameters
    ----------
    look : View
        On the chart without a day.
    kind, subject : str
        Around whom or what is looked at every change, such as a squad.
    count : callable
    """
    index = look.index
    dates = moments(index, kind, subject, "own") if index.dated else ()
    if not dates:
        return count(look)
    life = index.life.get(subject) if kind == "squad" else None
    return max(count(View(index, start)) for start, _ in intervals(dates, life))
