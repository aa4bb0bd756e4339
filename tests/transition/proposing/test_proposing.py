"""A proposal loses nobody, breaks no rule, says what it is worth, and is the same every time."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import Any

import pytest

import spotifymodel as sm
from spotifymodel.errors import InputRefusedError, NotFoundError, UsageError
from spotifymodel.model.org import Org

from .departments import department


def places(org: Org) -> dict[str, list[str]]:
    """Return everybody's squads, read from the document alone."""
    found: dict[str, list[str]] = {}
    for tribe in org.to_dict()["tribes"]:
        for squad in tribe["squads"]:
            for seat in squad.get("members", []):
                found.setdefault(seat if isinstance(seat, str) else seat["person"], []).append(squad["id"])
    return found


@pytest.mark.parametrize(("people", "seed"), [(25, 1), (40, 2), (75, 3), (104, 4), (150, 5)])
def test_every_department_gets_a_chart_that_keeps_the_rules_and_loses_nobody(people: int, seed: int) -> None:
    org = department(people, seed)
    plan = sm.propose(org)
    assert plan.org is not None
    assert plan.status == "optimal"
    assert not [f for f in sm.check(plan.org) if f.severity == "error"]
    document = plan.org.to_dict()
    before, after = {p.id for p in org.people}, {p["id"] for p in document["people"]}
    assert before <= after
    assert all(p.get("vacancy") for p in document["people"] if p["id"] not in before)
    assert [m.person for m in plan.moves] == [p.id for p in org.people]
    seated = places(plan.org)
    roles = {
        h if isinstance(h, str) else h["person"]
        for t in document["tribes"]
        for h in (t["lead"], *t.get("agile_coaches", []), *t.get("support", []), *(c["lead"] for c in t["chapters"]))
    }
    second = {p.id for p in org.people if p.second_line}
    assert before <= seated.keys() | roles | second
    assert not second & seated.keys()
    assert all(len(set(squads)) == len(squads) <= 2 for squads in seated.values())
    for tribe in document["tribes"]:
        for squad in tribe["squads"]:
            assert len(squad["members"]) <= 9
            assert squad["product_owner"] in [s if isinstance(s, str) else s["person"] for s in squad["members"]]


def test_a_large_department_becomes_several_tribes_below_the_limit() -> None:
    plan = sm.propose(department(330, 7))
    assert plan.org is not None
    assert len(plan.org.tribes) == 3
    assert not [f for f in sm.check(plan.org) if f.severity == "error"]


def test_the_plan_is_the_same_in_processes_with_other_hash_seeds_and_another_seed() -> None:
    code = (
        "import json, spotifymodel as sm\n"
        "plan = sm.propose(sm.example('polderbank'), seed=int(__import__('sys').argv[1])).to_dict()\n"
        "plan.pop('seed'); print(json.dumps(plan))"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", code, seed], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(said) == 1


def test_terms_stand_in_the_order_of_their_tiers_and_bounds_are_never_above_values() -> None:
    plan = sm.propose(department(60, 3))
    tiers = [o.tier for o in plan.objective]
    assert tiers == sorted(tiers)
    assert all(o.bound <= o.value and o.proven == (o.bound == o.value) for o in plan.objective)
    assert {o.name for o in plan.as_is} <= {o.name for o in plan.objective}


def test_everybody_learns_why() -> None:
    plan = sm.propose(sm.example("polderbank"))
    assert all(m.reasons for m in plan.moves)
    assert plan.why("p001") == (
        "from director or chain manager to tribe lead: a guess, no source says so",
        "leads the tribe: director of these units",
        "fits that role by all that is told",
    )
    with pytest.raises(NotFoundError, match="did you mean"):
        plan.why("p0O1")
    dutch = sm.propose(sm.example("polderbank"), language="nl")
    assert dutch.why("p001") == (
        "van Directeur of ketenmanager naar tribe lead: een gok, geen bron zegt het",
        "leidt de tribe: directeur van deze afdelingen",
        "past in die rol naar alles wat bekend is",
    )


def blueprint(**more: Any) -> dict[str, Any]:
    squads = [{"id": "a", "name": "A"}, {"id": "b"}, {"id": "c"}, {"id": "d"}]
    return {"format": "spotifymodel-blueprint/1", "tribes": [{"id": "t", "name": "T", "squads": squads}], **more}


def test_locks_bind_and_forbidden_seats_stay_empty() -> None:
    org = department(36, 1)
    free = sm.propose(org, blueprint())
    assert free.org is not None
    seated = places(free.org)
    person = next(p for p, squads in sorted(seated.items()) if squads == ["a"])
    locked = sm.propose(org, blueprint(locks=[{"person": person, "squad": "d", "role": "product_owner"}]))
    assert locked.org is not None
    assert locked.org.squad("d").product_owner == (person,)
    moved = sm.propose(org, blueprint(forbid=[{"person": person, "squad": "a"}]))
    assert moved.org is not None
    assert "a" not in places(moved.org).get(person, [])
    together = sm.propose(org, blueprint(keep_together=[[person, next(p for p, s in sorted(seated.items()) if s == ["b"])]]))
    assert together.org is not None
    one, other = (places(together.org)[p] for p in (person, next(p for p, s in sorted(seated.items()) if s == ["b"])))
    assert one == other


def test_wishes_that_contradict_each_other_are_named_and_no_others() -> None:
    org = department(36, 1)
    seated = places(sm.propose(org, blueprint()).org)  # type: ignore[arg-type]
    person, other = sorted(p for p, s in seated.items() if len(s) == 1)[:2]
    wishes = blueprint(
        locks=[{"person": person, "squad": "a", "role": "product_owner"}, {"person": other, "squad": "c", "role": "member"}],
        forbid=[{"person": person, "squad": "a"}],
    )
    plan = sm.propose(org, wishes)
    assert plan.status == "infeasible"
    assert plan.org is None
    assert [c["message"] for c in plan.conflict] == [f"{person} owner of a", f"{person} not in a"]


def test_preferences_are_met_where_nothing_dearer_is_lost_and_are_not_exported() -> None:
    org = department(36, 1)
    seated = places(sm.propose(org, blueprint()).org)  # type: ignore[arg-type]
    person = next(p for p, s in sorted(seated.items()) if s == ["a"])
    plan = sm.propose(org, blueprint(preferences=[{"person": person, "squads": ["d", "c"]}]))
    assert plan.org is not None
    assert places(plan.org)[person] in (["d"], ["c"])
    assert "preferences" not in json.dumps(plan.to_dict()["org"])


def test_a_blueprint_with_faults_is_refused_with_every_fault_in_its_place(tmp_path: Any) -> None:
    path = tmp_path / "wanted.yaml"
    path.write_text(
        "format: spotifymodel-blueprint/1\ntribes:\n  - id: t\n    squads:\n      - {id: s, needs: {x: 1.3}, neds: 1}\nlocks: 3\n"
    )
    with pytest.raises(InputRefusedError) as caught:
        sm.propose(department(25), path)
    said = str(caught.value)
    assert f"{path}:5:" in said
    assert "unknown key 'neds'" in said
    assert f"{path}:6:" in said
    with pytest.raises(InputRefusedError, match="Did you mean 'p1"):
        sm.propose(department(25), blueprint(locks=[{"person": "pp1", "squad": "a"}]))
    with pytest.raises(InputRefusedError, match="spotifymodel-blueprint/1"):
        sm.propose(department(25), {"format": "spotifymodel/1"})


def test_a_chart_without_people_is_wrong_usage() -> None:
    with pytest.raises(UsageError, match="nobody"):
        sm.propose(Org.new("Leeg"))


def test_an_executor_gives_the_same_plan() -> None:
    from concurrent.futures import ThreadPoolExecutor

    org = department(300, 2)
    with ThreadPoolExecutor(2) as pool:
        assert sm.propose(org, executor=pool).to_dict() == sm.propose(org).to_dict()


def test_the_second_line_keeps_the_managers_above_it() -> None:
    people = [
        {"id": "boss", "job_title": "directeur", "unit": "top"},
        {"id": "guard", "job_title": "compliance officer", "second_line": True, "unit": "risk"},
        *({"id": f"p{k}", "job_title": "back-end developer", "unit": "it"} for k in range(12)),
    ]
    units = [{"id": "top", "manager": "boss"}, {"id": "risk", "parent": "top"}, {"id": "it", "parent": "top", "manager": "p0"}]
    plan = sm.propose(Org.from_dict({"format": "spotifymodel/1", "people": people, "units": units}))
    assert plan.org is not None
    managers = {u.id: u.manager for u in plan.org.units}
    assert managers["top"] == ("boss",)
    assert managers["it"] == ()


def test_units_of_several_managers_and_people_in_several_units_keep_who_stays() -> None:
    people = [
        {"id": "boss", "job_title": "directeur", "unit": "top"},
        {"id": "guard", "job_title": "compliance officer", "second_line": True, "unit": [{"unit": "risk"}, {"unit": "audit"}]},
        *({"id": f"p{k}", "job_title": "back-end developer", "unit": "it"} for k in range(12)),
    ]
    units = [
        {"id": "top", "manager": "boss"},
        {"id": "risk", "parent": "top"},
        {"id": "audit", "parent": "top", "manager": "p2"},
        {"id": "it", "parent": "top", "manager": ["p0", "p1"]},
        {"id": "desk", "parent": "top", "manager": ["p3", "guard"]},
    ]
    plan = sm.propose(Org.from_dict({"format": "spotifymodel/1", "people": people, "units": units}))
    assert plan.org is not None
    managers = {u.id: u.manager for u in plan.org.units}
    assert managers == {"top": ("boss",), "risk": (), "audit": ("p2",), "it": (), "desk": ("p3", "guard")}


def test_an_invented_name_is_never_one_that_the_blueprint_gives() -> None:
    people = [{"id": f"a{k}", "job_title": "data analyst"} for k in range(6)] + [
        {"id": f"d{k}", "job_title": "developer"} for k in range(6)
    ]
    org = sm.Org.from_dict({"format": "spotifymodel/1", "people": people})
    named = [{"id": "Data-Analytics", "jobs": ["developer"]}]
    plan = sm.propose(
        org, {"format": "spotifymodel-blueprint/1", "tribes": [{"id": "t", "chapters": named, "squads": [{"id": "t-squad-1"}]}]}
    )
    assert plan.status == "optimal" and plan.org is not None
    chapters = [c.id for c in plan.org.tribes[0].chapters]
    assert "Data-Analytics" in chapters and len({c.casefold() for c in chapters}) == len(chapters) == 2
    assert "chapter data-analytics-2" in plan.placeholders
