"""A stage with everything that is known of it is written and read back as it was."""

from __future__ import annotations

import datetime as dt
import json

import spotifymodel as sm
from spotifymodel.transition.road.facts import Backfill, Capacity, HandOver, Moment, Readiness
from spotifymodel.transition.road.stage import Stage

FULL = Stage(
    name="golf 2",
    week=16,
    start=dt.date(2027, 4, 26),
    org=sm.Org(people=[{"id": "anna"}]),
    squads=("s1",),
    people=("anna",),
    findings={"PO006": 1},
    mandates={"s0": "end_to_end", "s1": "soft", "s2": "none"},
    soft={"s1": "live since this stage"},
    gates=(Moment("go_live", "go-live", 16, dt.date(2027, 4, 26), ("s1",)), Moment("works_council", "advies OR", 8)),
    capacity=Capacity(1, 1, 3, None, 12, 20),
    readiness=(Readiness("anna", "product_owner", "s1", "learning", 13, 16), Readiness("v", "agile_coach", "t", "open", None, 16)),
    backfill=(Backfill("betalen", "operatie", 6.0, 5.5, ("backfill-betalen-1",), 8, 4.0, 6400.0),),
    caretakers={"operatie": "piet"},
    projects=(HandOver("p1", "s1", "piet"), HandOver("p2", None, "anna")),
    duties={"3b": "anna"},
    dissolved=("it",),
    interim={"interim-chapter-lead-c": "c"},
)


def test_a_stage_comes_back_from_json_as_it_was_written() -> None:
    assert Stage.from_dict(json.loads(json.dumps(FULL.to_dict()))) == FULL


def test_a_stage_of_a_file_from_before_these_facts_were_known_is_read_without_them() -> None:
    known = ("name", "week", "start", "squads", "people", "org", "findings")
    old = {key: value for key, value in FULL.to_dict().items() if key in known}
    again = Stage.from_dict(old)
    assert (again.name, again.org, again.mandates, again.gates, again.capacity) == ("golf 2", FULL.org, {}, (), None)
