"""Where work passes from one team to another, and how many departments a squad brings together."""

from __future__ import annotations

from collections.abc import Iterator

from ..graph.index import ORGANISATION
from ..graph.view import View
from .row import Row

__all__ = ["hand_offs", "units_joined"]


def hand_offs(view: View) -> Iterator[Row]:
    """Yield the squads that each squad waits for, and the teams among which a product is divided beyond the first.

    Nothing where the chart says neither: a chart without dependencies is silent, it is not free of them.
    """
    index = view.index
    rows = []
    if index.work.waits_for:
        rows += [Row("hand_offs", "squad", s, len({other for other, _ in view.waits_for(s)}), "hand_offs") for s in index.squads]
    for product in index.products:
        if teams := len(view.owning_squads(product)) + len(view.owning_units(product)):
            rows.append(Row("hand_offs", "product", product, teams - 1, "hand_offs"))
    yield from rows
    if rows:
        yield Row("hand_offs", ORGANISATION, ORGANISATION, sum(row.value for row in rows), "hand_offs")


def units_joined(view: View) -> Iterator[Row]:
    """Yield from how many departments the people of a squad come: what used to be handed over is now inside.

    The unit that somebody sits in, else the one they came from; nothing for a squad of which nobody says.
    """
    for squad in view.index.squads:
        homes = {unit for person in view.squad_people(squad) for unit in _homes(view, person)}
        if homes:
            yield Row("units_joined", "squad", squad, len(homes), "units")


def _homes(view: View, person: str) -> tuple[str, ...]:
    record = view.index.people[person]
    if record.unit is not None:
        return tuple(unit for unit, _ in view.posts(person))
    came = record.from_unit
    return () if came is None else (view.index.names["unit"].resolve(came) or came,)
