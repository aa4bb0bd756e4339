"""What may be checked: one chart, or charts in sequence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from itertools import pairwise
from typing import Any, NamedTuple, Protocol, runtime_checkable

from ..errors import UsageError
from ..model.org import Org

__all__ = ["Chart", "NamedChart", "charts_of"]


@runtime_checkable
class NamedChart(Protocol):
    """A chart with what a plan says of it, such as a stage of a transition."""

    @property
    def org(self) -> Org:
        """The chart."""

    @property
    def name(self) -> str:
        """What it is called."""

    @property
    def start(self) -> dt.date | None:
        """The day on which it begins."""


class Chart(NamedTuple):
    """A chart, its name and its first day."""

    org: Org
    name: str = ""
    start: dt.date | None = None


def charts_of(given: Any) -> tuple[list[Chart], bool]:
    """Return the charts to check, and whether they are a sequence.

    Parameters
    ----------
    given : Org, NamedChart, or iterable of these

    Raises
    ------
    UsageError
        For anything else, an empty sequence, or charts that do not begin one after the other.

    Examples
    --------
    >>> charts_of([Org.new("before"), Org.new("after")])[1]
    True
    """
    one = _chart(given)
    if one is not None:
        return [one], False
    if not isinstance(given, Iterable) or isinstance(given, str | bytes | dict):
        raise UsageError(f"check takes an Org or a sequence of them, not {type(given).__name__}; read a file with Org.load", "")
    charts: list[Chart] = []
    for at, element in enumerate(given):
        chart = _chart(element)
        if chart is None:
            raise UsageError(f"element {at} of the sequence is {type(element).__name__}; expected an Org, or a stage with its org", "")
        charts.append(chart)
    if not charts:
        raise UsageError("the sequence of charts is empty; give at least one", "")
    known = [(at, chart.start) for at, chart in enumerate(charts) if chart.start is not None]
    for (at, earlier), (then, later) in pairwise(known):
        if earlier >= later:
            raise UsageError(f"chart {then} of the sequence begins on {later}, chart {at} before it on {earlier}; put them in order", "")
    return charts, True


def _chart(given: Any) -> Chart | None:
    if isinstance(given, Org):
        return Chart(given)
    if isinstance(given, NamedChart) and isinstance(given.org, Org):
        return Chart(given.org, given.name, given.start)
    return None
