"""Roads to draw: stages of a small department that becomes a tribe, without a solver."""

from __future__ import annotations

import datetime as dt
from typing import Any

from spotifymodel.model.org import Org
from spotifymodel.transition.road.facts import Backfill, Capacity, Moment, Readiness
from spotifymodel.transition.road.stage import Stage

START = dt.date(2027, 1, 11)


def chart(squads: dict[str, str], live: int, size: int, *, names: dict[str, str] | None = None) -> Org:
    """Return the chart in which the first squads are live and everybody else is still in the line."""
    ids = list(squads)
    people: list[dict[str, Any]] = []
    tribes: list[dict[str, Any]] = []
    teams = []
    for s, squad in enumerate(ids):
        mine = [f"p{s}-{i}" for i in range(size)]
        people += [{"id": p} if s < live else {"id": p, "unit": "line"} for p in mine]
        if s < live:
            teams.append({"id": squad, "name": (names or {}).get(squad, squad), "product_owner": mine[0], "members": mine})
    if teams:
        tribes.append({"id": "t", "name": "Hypotheek", "squads": teams})
    units = [{"id": "line"}] if live < len(ids) else []
    document = {"format": "spotifymodel/1", "organisation": "Polderbank", "people": people, "units": units, "tribes": tribes}
    return Org.from_dict({key: value for key, value in document.items() if value})


def road(
    waves: int = 3, each: int = 2, *, dated: bool = True, told: bool = True, size: int = 8, names: list[str] | None = None
) -> list[Stage]:
    """Return the stages of a road: baseline, ``waves`` waves of ``each`` squads, and a steady state."""
    squads = {f"s{i}": "none" for i in range(waves * each)}
    called = dict(zip(squads, names, strict=False)) if names else None
    found = []
    for k in range(waves + 1):
        live = list(squads)[: k * each]
        fresh = live[(k - 1) * each :] if k else []
        mandates = {s: "none" if s not in live else "soft" if s in fresh and k < waves else "end_to_end" for s in squads}
        week = 8 * k
        gates = [Moment("works_council", "advice", 4, START + dt.timedelta(weeks=4) if dated else None)] if k == 0 else []
        if k > 1:
            gates.append(Moment("end_to_end", "mandate", week, None, tuple(live[: (k - 1) * each])))
        found.append(
            Stage(
                "uitgangspunt" if k == 0 else f"golf {k}",
                week,
                START + dt.timedelta(weeks=week) if dated else None,
                chart(squads, len(live), size, names=called),
                tuple(fresh),
                tuple(f"p{i}-{j}" for i in range((k - 1) * each, k * each) for j in range(size)) if k else (),
                {"CH007": 2, "SQ002": 1} if k else {},
                mandates=mandates if told else {},
                gates=tuple(gates) if told else (),
                capacity=Capacity(each, each * size, None, 20, k * each * size, (waves - k) * each * size) if told else None,
                readiness=(Readiness(f"p{(k - 1) * each}-0", "product_owner", fresh[0], "learning", week - 3, week),)
                if told and k == 2
                else (),
                backfill=(Backfill("betalen", "line", 4.0, 2.5, ("v",), 8, 12.0),) if told and k == 1 else (),
                dissolved=("line",) if told and k == waves else (),
            )
        )
    return found
