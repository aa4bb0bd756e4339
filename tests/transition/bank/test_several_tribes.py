"""Who goes to another tribe than that of their unit, why, and who never does."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from typing import Any

import pytest

import spotifymodel as sm
from spotifymodel.model.org import Org
from spotifymodel.testing import bank, bank_blueprint
from spotifymodel.transition.plan import Plan


def two_units(**more: Any) -> Org:
    """Return two units: one with twelve developers too many, one with a product manager and few developers."""
    people = [{"id": f"a{k}", "job_title": "back-end developer", "unit": "a", "location": "Utrecht"} for k in range(20)]
    people += [{"id": f"b{k}", "job_title": "back-end developer", "unit": "b", "location": "Utrecht"} for k in range(5)]
    people += [{"id": f"q{k}", "job_title": "product manager", "unit": "b", "location": "Utrecht"} for k in range(3)]
    return Org.from_dict({"format": "spotifymodel/1", "people": people, "units": [{"id": "a"}, {"id": "b"}], **more})


def wanted(shared: bool, **more: Any) -> dict[str, Any]:
    """Return two tribes of two squads that ask for alike many developers; both or only one may have the people of unit a."""
    chapters = lambda t: [  # noqa: E731
        {"id": f"dev-{t}", "discipline": "back-end"},
        {"id": f"product-{t}", "discipline": "product"},
    ]
    squads = lambda t: [{"id": f"{t}{k}", "needs": {f"dev-{t}": 5}} for k in (1, 2)]  # noqa: E731
    units = (["a"], ["b", "a"]) if shared else (["a"], ["b"])
    tribes = [{"id": t, "from_units": u, "chapters": chapters(t), "squads": squads(t)} for t, u in zip("xy", units, strict=True)]
    return {"format": "spotifymodel-blueprint/1", "tribes": tribes, **more}


def value(plan: Plan, name: str) -> int:
    return next(o.value for o in plan.objective if o.name == name)


def tribe_of(plan: Plan) -> dict[str, str | None]:
    return {move.person: move.tribe for move in plan.moves}


def test_units_that_one_tribe_names_go_to_that_tribe_though_another_is_short_of_people() -> None:
    plan = sm.propose(two_units(), wanted(shared=False))
    assert plan.status == "optimal"
    assert all(tribe == "x" for person, tribe in tribe_of(plan).items() if person[0] == "a")
    assert value(plan, "unmet_needs") == 12
    assert value(plan, "other_tribe") == 0


def test_units_that_two_tribes_name_are_divided_so_that_both_have_enough() -> None:
    plan = sm.propose(two_units(), wanted(shared=True))
    assert plan.status == "optimal"
    assert value(plan, "unmet_needs") == 0
    there = [person for person, tribe in tribe_of(plan).items() if person[0] == "a" and tribe == "y"]
    assert len(there) >= 6
    assert not [f for f in sm.check(plan.org) if f.severity == "error"]  # type: ignore[arg-type]


def test_without_a_blueprint_owners_come_from_tribes_that_can_spare_them_and_their_moves_say_so() -> None:
    org = bank(300, seed=1)
    plan = sm.propose(org)
    elsewhere = [move for move in plan.moves if any("which can spare this place" in reason for reason in move.reasons)]
    assert len(elsewhere) == value(plan, "other_tribe") > 0
    assert plan.status == "optimal"
    assert any(seat["role"] == "product_owner" for move in elsewhere for seat in move.squads)
    dutch = sm.propose(org, language="nl")
    assert sum(any("die deze plek kan missen" in r for r in m.reasons) for m in dutch.moves) == len(elsewhere)


def test_who_is_locked_into_a_tribe_stays_there_though_others_leave() -> None:
    free = sm.propose(two_units(), wanted(shared=True))
    locked = [{"person": person, "tribe": "x"} for person, tribe in tribe_of(free).items() if person[0] == "a" and tribe == "y"][:3]
    plan = sm.propose(two_units(), wanted(shared=True, locks=locked))
    assert all(tribe_of(plan)[lock["person"]] == "x" for lock in locked)
    assert value(plan, "unmet_needs") == 0


def test_whom_a_wish_speaks_of_is_not_sent_elsewhere() -> None:
    free = sm.propose(two_units(), wanted(shared=True))
    there = [person for person, tribe in tribe_of(free).items() if person[0] == "a" and tribe == "x"]
    wish = {"preferences": [{"person": there[0], "squads": ["x1"]}], "forbid": [{"person": there[1], "squad": "x1"}]}
    plan = sm.propose(two_units(), wanted(shared=True, **wish))
    assert tribe_of(plan)[there[0]] == tribe_of(plan)[there[1]] == "x"


def test_people_who_are_to_be_kept_together_come_to_one_tribe_and_one_squad_whatever_their_units() -> None:
    plan = sm.propose(two_units(), wanted(shared=False, keep_together=[["a7", "a8", "b2"], ["b2", "b3"]]))
    assert plan.status == "optimal"
    seats = {person: {seat["id"] for seat in plan.move(person).squads} for person in ("a7", "a8", "b2", "b3")}
    assert seats["a7"] == seats["a8"] == seats["b2"] == seats["b3"]
    assert {tribe_of(plan)[person] for person in seats} == {"x"}
    locks = [{"person": "b3", "squad": "y1"}]
    bound = sm.propose(two_units(), wanted(shared=False, keep_together=[["a7", "a8", "b2"], ["b2", "b3"]], locks=locks))
    assert {tribe_of(bound)[person] for person in seats} == {"y"}


def test_a_group_that_is_bound_to_different_tribes_is_a_conflict_that_is_said() -> None:
    locks = [{"person": "a7", "squad": "x1"}, {"person": "b2", "tribe": "y"}]
    plan = sm.propose(two_units(), wanted(shared=False, keep_together=[["a7", "b2"]], locks=locks))
    assert plan.status == "infeasible"
    assert [c["message"] for c in plan.conflict] == ["a7, b2 are to be kept together, and are bound to different tribes: x, y"]
    dutch = sm.propose(two_units(), wanted(shared=False, keep_together=[["a7", "b2"]], locks=locks), language="nl")
    assert [c["message"] for c in dutch.conflict] == ["a7, b2 moeten bij elkaar blijven, en zijn gebonden aan verschillende tribes: x, y"]


def test_threads_and_processes_find_the_plan_that_one_process_finds() -> None:
    org, blueprint = bank(200, seed=3), bank_blueprint(200, seed=3)
    alone = sm.propose(org, blueprint).to_dict()
    for kind in (ThreadPoolExecutor, ProcessPoolExecutor):
        with kind(2) as executor:  # type: ignore[operator]
            assert sm.propose(org, blueprint, executor=executor).to_dict() == alone


def test_a_dask_cluster_finds_the_plan_that_one_process_finds() -> None:
    code = (
        "import warnings; warnings.simplefilter('ignore')\n"
        "import spotifymodel as sm\n"
        "from dask.distributed import Client\n"
        "from spotifymodel.testing import bank, bank_blueprint\n"
        "if __name__ == '__main__':\n"
        "    org, wanted = bank(200, seed=3), bank_blueprint(200, seed=3)\n"
        "    with Client(n_workers=2, threads_per_worker=1, dashboard_address=None, host='127.0.0.1') as client:\n"
        "        there = sm.propose(org, wanted, executor=client.get_executor()).to_dict()\n"
        "    print('same' if there == sm.propose(org, wanted).to_dict() else 'other')\n"
    )
    pytest.importorskip("distributed", reason="needs spotifymodel[dask]")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=300)
    assert done.stdout.strip() == "same", done.stderr[-2000:]


def test_the_plan_of_several_tribes_is_the_same_whatever_the_hash_seed() -> None:
    code = (
        "import json, spotifymodel as sm\nfrom spotifymodel.testing import bank\nprint(json.dumps(sm.propose(bank(240, seed=8)).to_dict()))"
    )
    said = {
        subprocess.run([sys.executable, "-c", code], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True).stdout
        for seed in ("1", "2")
    }
    assert len(said) == 1


@pytest.mark.parametrize("seconds", [0.2, 1.0, 3.0])
def test_a_short_time_for_several_tribes_gives_a_valid_plan_or_says_that_there_is_none_yet(seconds: float) -> None:
    plan = sm.propose(bank(300, seed=8), time_limit=seconds)
    assert plan.status in ("optimal", "feasible", "no_solution_yet")
    assert (plan.org is None) == (plan.status == "no_solution_yet")
    if plan.org is not None:
        assert not [f for f in sm.check(plan.org) if f.severity == "error"]
    assert all(o.bound <= o.value for o in plan.objective)
