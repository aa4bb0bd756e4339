"""A part of a chart: some tribes and people, without references to what is left out."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TypeVar

from ..chart import Chart
from ..replacing import replaced
from ..teams import Tribe
from .references import ANYTHING, follow
from .resolving import meanings
from .rewriting import gone, rewritten

__all__ = ["part_of", "people_of"]

AnyChart = TypeVar("AnyChart", bound=Chart)


def people_of(chart: Chart, tribe: Tribe) -> tuple[str, ...]:
    """Return everybody whom a tribe, its squads or its chapters name in whatever role, each once."""
    found: dict[str, None] = {}

    def visit(kinds: tuple[str, ...], reference: str, field: str) -> str:
        if "person" in kinds:
            found.update((name, None) for kind, name in meanings(chart, kinds, reference) if kind == "person")
        return reference

    follow(tribe, visit)
    return tuple(found)


def part_of(
    chart: AnyChart, tribes: Collection[str], people: Collection[str], units: Collection[str], shells: Collection[str] = ()
) -> AnyChart:
    """Return the chart of some tribes, people and units; squads and chapters outside tribes are left out.

    Parameters
    ----------
    chart : Chart
    tribes, people, units : collection of str
        Ids of what stays.
    shells : collection of str
        Tribes that stay too, without squads and chapters.

    Notes
    -----
    O(n) in the size of the chart: who makes many parts of a large one passes sets.
    """
    kept = chart._with(
        people=tuple(p for p in chart.people if p.id in people),
        tribes=tuple(
            replaced(t, squads=(), chapters=()) if t.id in shells else t for t in chart.tribes if t.id in tribes or t.id in shells
        ),
        units=tuple(u for u in chart.units if u.id in units),
        squads=(),
        chapters=(),
    )
    lost = set(_named(chart)) - set(_named(kept))
    return kept._with(**rewritten(kept, gone(chart, lost), ANYTHING))


def _named(chart: Chart) -> Iterable[tuple[str, str]]:
    yield from (("person", p.id) for p in chart.people)
    yield from (("unit", u.id) for u in chart.units)
    for tribe in chart.tribes:
        yield ("tribe", tribe.id)
        yield from (("squad", s.id) for s in tribe.squads)
        yield from (("chapter", c.id) for c in tribe.chapters)
    yield from (("squad", s.id) for s in chart.squads)
    yield from (("chapter", c.id) for c in chart.chapters)
