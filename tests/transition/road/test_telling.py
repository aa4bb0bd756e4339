"""Everything that a road can say is said in both languages; the texts stand in golden files.

To renew them after a change that is meant: ``SPOTIFYMODEL_GOLDEN=write python -m pytest tests/transition/road/test_telling.py``,
and read the difference.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Literal

import pytest

from spotifymodel.transition.blueprint.records import Freeze, Waves
from spotifymodel.transition.road.binding import Binding, Ground
from spotifymodel.transition.road.contradicting import contradiction
from spotifymodel.transition.road.course import Party
from spotifymodel.transition.road.facts import HandOver, Moment
from spotifymodel.transition.road.preparing import Role
from spotifymodel.transition.road.road import Road, RoadTerm, Saving, Wait
from spotifymodel.transition.road.telling import road_lines

from .test_stage import FULL

GOLDEN = Path(__file__).parent / "golden"
Language = Literal["en", "nl"]

ROAD = Road(
    "feasible",
    (
        RoadTerm("weeks", "weeks", 61, 61, True),
        RoadTerm("price", "fte_weeks", 30.4, 12.5, False),
        RoadTerm("slowed", "dependencies", 1, 1, True),
        RoadTerm("order", "weighted_waves", 40, 39, False),
    ),
    (
        Wait("s1", 13, "product_owner", "anna"),
        Wait("s2", 13, "product_owner", "anna"),
        Wait("s3", 20, "agile_coach", "v"),
        Wait("s4", 30),
    ),
    (Saving("anna", "product_owner", 40, 61),),
    ("PO006",),
    ("dates_without_start", "defaults_given_up", "not_proven_infeasible"),
)


def told(language: Language) -> Iterator[str]:
    """Say a road with every kind of line in it, then every reason why there may be none."""
    start = replace(FULL, name="start", week=0, squads=(), people=(), duties={}, start=None, gates=(Moment("works_council", "advies", 8),))
    wave = replace(
        FULL,
        start=None,
        squads=("s1", "s9"),
        people=("anna", "bo"),
        soft={"s1": "new", "s0": "the seat of its owner is still open"},
        gates=(Moment("end_to_end", "…", 16, None, ("s0",)),),
        projects=(HandOver("p1", "s1", "piet"), HandOver("p2", None, "anna")),
    )
    later = replace(FULL, name="wave 3", squads=(), people=(), readiness=(), backfill=(replace(FULL.backfill[0], cost=None),), interim={})
    end = replace(later, name="end", backfill=FULL.backfill, projects=(), dissolved=())
    yield from road_lines(ROAD, (start, wave, later, end), language)
    for name, ground, binding, waits in contradictions():
        why = contradiction(ground, replace(binding, bold=True), waits, language)
        yield f"-- {name}"
        yield from (f"- {one['message']}" for one in why.conflict)
        yield from (f"+ {one['text']}" for one in why.remedies)


def contradictions() -> Iterator[tuple[str, Ground, Binding, dict[str, Role | None]]]:
    """Yield a name, and limits that contradict each other in one way."""
    squads = ("a", "b", "c")
    ground = Ground(squads, tuple(Party((s,), tuple(f"{s}{k}" for k in range(4))) for s in squads), dict.fromkeys(squads, 4))
    day = dt.date(2027, 1, 4)
    yield "too many squads", ground, Binding(Waves(weeks=8, max_squads=1, max_weeks=16)), {}
    yield "too many people", ground, Binding(Waves(weeks=8, max_squads=3, max_people=3)), {}
    yield "a circle", ground, Binding(Waves(), strict=(("a", "b"), ("b", "a"))), {}
    yield "blocked", ground, Binding(Waves(), strict=(("a", "b"),), waiting=(("b", "a"),)), {}
    role = Role("anna", "product_owner", "a", "learning", 40)
    yield "an owner who learns", ground, Binding(Waves(weeks=8, max_weeks=30), earliest={"a": 40}), {"a": role}
    yield "a squad of later", ground, Binding(Waves(weeks=8, max_weeks=30), earliest={"a": 40}), {"a": None}
    yield "consultation", ground, Binding(Waves(weeks=4, max_weeks=20, consultation_weeks=24)), {}
    yield "a freeze", ground, Binding(Waves(start=day, weeks=8, max_weeks=20), (Freeze(start=day, until=dt.date(2027, 9, 1)),)), {}
    yield "for ever", ground, Binding(Waves(start=day, weeks=8), (Freeze(start=day, until=None),)), {}
    circle = (("a", "b"), ("b", "a"))
    yield "two reasons", ground, Binding(Waves(weeks=8, max_squads=1, max_people=3, max_weeks=16), strict=circle), {}
    yield "no time at all", ground, Binding(Waves(weeks=8, max_weeks=4)), {}


@pytest.mark.parametrize("language", ["en", "nl"])
def test_a_road_is_told_as_the_golden_file_has_it(language: Language) -> None:
    golden = GOLDEN / f"road.{language}.txt"
    text = "\n".join(told(language)) + "\n"
    if os.environ.get("SPOTIFYMODEL_GOLDEN") == "write":
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(text, "utf-8")
    assert text == golden.read_text("utf-8")


def test_every_contradiction_has_a_remedy() -> None:
    for name, ground, binding, waits in contradictions():
        why = contradiction(ground, replace(binding, bold=True), waits, "en")
        assert why.conflict, name
        assert why.remedies, name
        assert why.proven, name
