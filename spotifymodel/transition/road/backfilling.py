"""Run services on the way: what the line still gives them, what squads bring, and who fills in where that is below the floor."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from ...formats.tables.folding import Slugs
from ...graph.index import index_of
from ...graph.view import View, exact
from ...model.org import Org
from ...rules.run_services import line_hours, service_fte
from .course import Party, Service
from .seating import Seats

__all__ = ["Filling", "fillings", "services_of"]


def services_of(before: Org, target: Org, seats: Seats, parties: Sequence[Party]) -> tuple[Service, ...]:
    """Return the services with a floor that a unit runs today: what each loses with whom, and gains with which squad.

    Notes
    -----
    Hours are hundredths of a full-time equivalent. What the squads to be are short of for good is left out: every order ends there.
    Shares that a chart does not tell are taken as they are in the chart to be.
    """
    today, tomorrow = View(index_of(before)), View(index_of(target))
    found = []
    for product in before.products:
        if not product.floor_fte or not today.owning_units(product.id):
            continue
        hours = line_hours(today, product.id)
        lost = {k: round(100 * sum(hours.get(p, Fraction(0)) for p in party.people)) for k, party in enumerate(parties)}
        gained = {
            s: round(100 * sum((tomorrow.allocation(p, s) * exact(tomorrow.fte(p)) for p in seats.squads[s]), Fraction(0)))
            for s in tomorrow.owning_squads(product.id)
        }
        short = round(100 * (exact(product.floor_fte) - sum(hours.values(), Fraction(0))))
        for_good = max(0, short + sum(lost.values()) - sum(gained.values()))
        found.append(Service(product.id, short - for_good, {k: h for k, h in lost.items() if h}, gained))
    return tuple(found)


class Filling:
    """A service below its floor in one chart, and the vacancies that fill the difference.

    Attributes
    ----------
    product, unit : str
    floor, there : float
        Full-time equivalents, without those who fill in.
    people : tuple of mapping
        Their records.
    owns : bool
        Whether the unit owns the service already; else the chart has to say that it helps.
    """

    def __init__(self, product: str, unit: str, floor: float, there: Fraction, people: Sequence[Mapping[str, Any]], owns: bool) -> None:
        self.product, self.unit, self.floor, self.there = product, unit, floor, float(there)
        self.people = tuple(people)
        self.owns = owns


def fillings(org: Org, run: set[str]) -> tuple[Filling, ...]:
    """Return what fills the services of a chart up to their floors.

    Parameters
    ----------
    run : set of str
        Services that somebody has run before or runs here; the others say nothing yet. Those that are run here are added.
    """
    view = View(index_of(org))
    ids = Slugs(p.id for p in org.people)
    found = []
    for product in org.products:
        squads, units = view.owning_squads(product.id), view.owning_units(product.id)
        if squads or units:
            run.add(product.id)
        if not product.floor_fte or product.id not in run:
            continue
        floor, there = exact(product.floor_fte), service_fte(view, product.id)
        unit = units[0] if units else _where_from(org, view, squads)
        if there >= floor or unit is None:
            continue
        short = floor - there
        parts = [Fraction(1)] * int(short) + ([short - int(short)] if short > int(short) else [])
        people = [
            {"id": ids.new(f"backfill {product.id}"), "name": f"Backfill {product.label}", "vacancy": True, "external": True}
            | {"fte": float(part), "unit": unit}
            for part in parts
        ]
        found.append(Filling(product.id, unit, product.floor_fte, there, people, bool(units)))
    return tuple(found)


def _where_from(org: Org, view: View, squads: Sequence[str]) -> str | None:
    """Return the unit that most of some squads' people came from; else the first unit of the chart."""
    came = Counter(person.from_unit for s in squads for p in view.squad_people(s) if (person := view.index.people[p]).from_unit is not None)
    known = [u.id for u in org.units]
    return max(known, key=lambda u: came[u], default=None)
