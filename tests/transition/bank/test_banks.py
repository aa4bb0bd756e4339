"""Seeded banks are alike on every machine, and as large as asked."""

from __future__ import annotations

import hashlib
import json

import pytest

import spotifymodel as sm
from spotifymodel.testing import bank, bank_blueprint


@pytest.mark.parametrize("people", [100, 240, 601, 3_000])
def test_a_bank_has_as_many_people_as_asked_and_a_blueprint_that_it_can_be_planned_by(people: int) -> None:
    org, wanted = bank(people, seed=4), bank_blueprint(people, seed=4)
    assert len(org.people) == people
    units = {unit.id for unit in org.units}
    assert {unit for tribe in wanted["tribes"] for unit in tribe["from_units"]} <= units
    chapters = {chapter["id"] for tribe in wanted["tribes"] for chapter in tribe["chapters"]}
    needs = [need for tribe in wanted["tribes"] for squad in tribe["squads"] for need in squad["needs"].items()]
    assert {chapter for chapter, _ in needs} <= chapters
    assert all((2 * seats).is_integer() for _, seats in needs)
    assert max(sum(s["needs"].values()) for t in wanted["tribes"] for s in t["squads"]) <= 9
    assert not [f for f in sm.check(org).findings if f.severity == "error"]


def test_the_same_seed_gives_the_same_bank_on_every_machine() -> None:
    said = json.dumps([bank(300, seed=1).to_dict(), bank_blueprint(300, seed=1)], sort_keys=True)
    assert said == json.dumps([bank(300, seed=1).to_dict(), bank_blueprint(300, seed=1)], sort_keys=True)
    assert said != json.dumps([bank(300, seed=2).to_dict(), bank_blueprint(300, seed=2)], sort_keys=True)
    assert hashlib.sha256(said.encode()).hexdigest()[:12] == "2381b641cd17"
