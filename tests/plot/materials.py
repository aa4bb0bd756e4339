"""What every picture is tried on: charts, pairs of charts and plans, from the examples and made to be hard to draw."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

import spotifymodel as sm
from spotifymodel.model.org import Org
from spotifymodel.plot.gallery import Source

from .charts import Document
from .views import NASTY

__all__ = ["MATERIALS", "material", "nasty_document"]

#: Names that the reader lets in: no control characters, no overrides of direction.
ADMITTED = (
    *(name for name in NASTY if name.isprintable() or "\u200d" in name),
    "W" * 60,
    "i" * 120,
    "Jan-Willem van der Groot-van Dam",
)


def nasty_document(tribes: int = 1) -> Document:
    """Return a chart with everything in it that makes drawing hard: names, shared people, huge and empty squads, no chapter."""
    names = iter(ADMITTED * 20)
    people: list[dict[str, Any]] = [
        {"id": f"p{i}", "name": next(names), "job_title": ADMITTED[i % 7], "unit": f"u{i % 5}", "from_unit": f"u{i % 4}"} for i in range(70)
    ]
    people[3] |= {"vacancy": True}
    people[4] |= {"second_line": True}
    for i in range(0, 70, 2):
        people[i]["skills"] = {f"s{i % 3}": 1 + i % 3}
    made = []
    for t in range(tribes):
        mine = [f"p{i}" for i in range(70) if i % tribes == t]
        size = len(mine) // 5
        squads: list[dict[str, Any]] = [
            {
                "id": f"t{t}q{k}",
                "name": next(names),
                "mission": next(names),
                "product_owner": mine[k * size],
                "members": [*mine[k * size : (k + 1) * size], "p9"],
                "needs": {f"t{t}c{k % 3}": 2},
                "required_skills": {f"s{k % 3}": 2},
            }
            for k in range(4)
        ]
        squads.append({"id": f"t{t}empty", "name": next(names)})
        squads[0]["members"] += mine[-12:]
        chapters = [
            {"id": f"t{t}c{c}", "name": next(names), "lead": mine[c], "members": [p for j, p in enumerate(mine) if j % 4 == c]}
            for c in range(3)
        ]
        made.append({"id": f"t{t}", "name": next(names), "lead": mine[-1], "squads": squads, "chapters": chapters})
    units = [{"id": f"u{i}", "name": next(names), "parent": f"u{i // 2}" if i else None, "manager": f"p{i}"} for i in range(5)]
    return {
        "format": "spotifymodel/1",
        "organisation": next(names),
        "people": people,
        "units": [{k: v for k, v in unit.items() if v} for unit in units],
        "tribes": made,
        "skills": [{"id": f"s{i}", "name": next(names)} for i in range(3)],
    }


def crowded_document() -> Document:
    """Return squads of 75, somebody in 17 squads, no chapters, nobody's tribe."""
    squads = [{"id": f"q{k}", "product_owner": "p0", "members": ["p0", *(f"p{i}" for i in range(k, k + 75))]} for k in range(17)]
    return {"format": "spotifymodel/1", "people": [{"id": f"p{i}", "name": f"Person {i:03}"} for i in range(100)], "squads": squads}


@cache
def _plan() -> Any:
    return sm.propose(sm.example("polderbank"))


@cache
def _nasty(tribes: int = 1) -> Org:
    return Org.from_dict(nasty_document(tribes))


#: By what pictures are drawn from: names of what they are tried on, made when first asked for.
MATERIALS: dict[Source, dict[str, Callable[[], tuple[Any, ...]]]] = {
    "nothing": {"nothing": tuple},
    "chart": {
        "hypotheek": lambda: (sm.example("hypotheek-broken"),),
        "nasty": lambda: (_nasty(),),
        "several": lambda: (_nasty(3),),
        "line": lambda: (sm.example("polderbank"),),
        "crowded": lambda: (Org.from_dict(crowded_document()),),
    },
    "two charts": {
        "plan": lambda: (_plan().stages[0].org, _plan().org),
        "nasty": lambda: (_nasty(), _nasty().move("p1", to="t0q2", from_squad="t0q0").remove("squad", "t0empty")),
        "same": lambda: (_nasty(), _nasty()),
        "mended": lambda: (sm.example("hypotheek-broken"), sm.example("hypotheek")),
    },
    "charts": {
        "plan": lambda: (_plan(),),
        "one": lambda: (sm.example("hypotheek"),),
        "nasty": lambda: (_nasty(), _nasty(), _nasty()),
    },
    "plan": {"plan": lambda: (_plan(),)},
}


@cache
def material(kind: Source, name: str) -> tuple[Any, ...]:
    """Return what a picture is drawn from."""
    return MATERIALS[kind][name]()
