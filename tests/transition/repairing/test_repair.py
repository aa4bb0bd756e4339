"""A repair is valid, minimal, and empty where nothing is wrong."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import spotifymodel as sm
from spotifymodel.errors import ConflictError
from spotifymodel.model.edits import Edit
from spotifymodel.testing import Defect, charts, nearly_valid_charts, tiny_documents, valid_charts
from spotifymodel.transition.solver.highs import Programme

from ...depth import examples
from .brute_force import fewest
from .plain_reading import errors_of
from .small_charts import TIGHT, broken_company, small_chart

slow = {"deadline": None, "suppress_health_check": list(HealthCheck)}
TINY = list(tiny_documents(2, 2, 1))


@settings(max_examples=examples(20), **slow)
@given(valid_charts())
def test_a_valid_chart_comes_back_as_it_is(org: sm.Org) -> None:
    fix = sm.repair(org)
    assert fix.org is org
    assert not fix
    assert (fix.bound, fix.proven, fix.ok) == (0, True, True)


@settings(max_examples=examples(25), **slow)
@given(nearly_valid_charts(codes=("SQ001", "PO001", "MB001", "CH001", "TL001", "MB002")))
def test_one_mistake_is_repaired_with_few_changes(pair: tuple[sm.Org, Defect]) -> None:
    org, defect = pair
    fix = sm.repair(org)
    assert fix.ok
    assert sm.check(fix.org).ok
    assert org.apply(fix.changes) == fix.org
    if defect.code in {"PO001", "CH001", "TL001", "MB002"}:
        assert len(fix) == 1


@settings(max_examples=examples(30), **slow)
@given(charts())
def test_any_chart_becomes_valid_or_it_is_said_why_not(org: sm.Org) -> None:
    try:
        fix = sm.repair(org)
    except (ConflictError, sm.UsageError) as error:
        assert str(error)
        return
    assert org.apply(fix.changes) == fix.org
    assert fix.ok == sm.check(fix.org).ok
    assert fix.bound <= len(fix)
    again = sm.repair(fix.org)
    assert not again.changes


@settings(max_examples=examples(40), **slow)
@given(st.sampled_from(TINY))
def test_no_tiny_chart_can_be_repaired_with_fewer_edits(document: dict[str, object]) -> None:
    org = sm.Org.from_dict(document)
    fix = sm.repair(org)
    assert errors_of(fix.org.to_dict()) == set()
    assert fix.proven
    added = any(edit.op == "add" for edit in fix)
    assert not fix or fewest(org, None, 1 if added else min(len(fix) - 1, 2)) is None


@pytest.fixture(scope="module")
def tight(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("profiles") / "tight.toml"
    path.write_text(TIGHT, encoding="utf-8")
    return path


@pytest.mark.parametrize("seed", range(examples(12)))
def test_under_tight_limits_too_the_fewest_edits_are_found(seed: int, tight: Path) -> None:
    org = small_chart(seed)
    try:
        fix = sm.repair(org, tight)
    except ConflictError:
        assert fewest(org, str(tight), 1) is None
        return
    assert fix.ok
    assert sm.check(fix.org, tight).ok
    assert fix.proven
    added = any(edit.op == "add" for edit in fix)
    if fix:
        assert fewest(org, str(tight), 1 if added else min(len(fix) - 1, 2)) is None
    if org.mode == "design":
        assert errors_of(fix.org.to_dict(), squad_max=2, most_squads=1, tribe_max=3) == set()


@pytest.mark.parametrize(("people", "seconds"), [(150, 4.0), (600, 20.0)])
def test_a_company_is_repaired_proven_and_twice_alike(people: int, seconds: float) -> None:
    org = broken_company(people, seed=1)
    begin = time.perf_counter()
    fix = sm.repair(org)
    assert time.perf_counter() - begin < seconds  # a wide berth for slow machines; the bench holds the real limit
    assert fix.ok
    assert fix.proven
    assert errors_of(fix.org.to_dict()) == set()
    assert not any(edit.op == "add" for edit in fix)
    if people == 150:
        assert sm.repair(broken_company(people, seed=1)) == fix


PEOPLE = [{"id": p} for p in ("anna", "ben", "pim", "tom")]


def test_a_vacancy_comes_only_where_nobody_fits() -> None:
    squads = [{"id": f"s{k}", "members": ["anna"] if k < 2 else []} for k in range(3)]
    org = sm.Org(people=PEOPLE[:1], tribes=[{"id": "t", "lead": "anna", "squads": squads}])
    fix = sm.repair(org)
    assert [e.op for e in fix].count("add") == 1
    assert fix.org.person("vacancy-1").vacancy
    assert sm.check(fix.org).ok
    spare = sm.repair(org.add("person", id="ben"))
    assert "add" not in [e.op for e in spare]


def test_a_tribe_that_would_have_to_become_many_is_refused_with_its_size_and_the_way_out(tight: Path) -> None:
    squads = [{"id": f"s{n}", "product_owner": f"p{n}", "members": [f"p{n}"]} for n in range(8)]
    people = [{"id": f"p{n}"} for n in range(8)]
    org = sm.Org(people=people, tribes=[{"id": "all", "lead": "p0", "squads": squads}])
    with pytest.raises(ConflictError, match=r"TR001 at tribe:all \(measured 8, limit 3\)\. A repair founds one tribe at most"):
        sm.repair(org, tight)


def test_a_live_chart_without_people_is_a_conflict_that_names_the_rules() -> None:
    org = sm.Org(mode="live", people=[{"id": "open", "vacancy": True}], tribes=[{"id": "t", "squads": [{"id": "s"}]}])
    with pytest.raises(ConflictError, match=r"PO001, TL001.*mode='design'") as caught:
        sm.repair(org)
    assert caught.value.conflict == ("PO001", "TL001")
    with pytest.raises(ConflictError):
        sm.repair(org.change("organisation", "organisation", people=[]))


def test_a_squad_without_any_tribe_gets_one_with_a_lead() -> None:
    fix = sm.repair(sm.Org(people=PEOPLE, squads=[{"id": "s", "product_owner": "anna", "members": ["anna", "ben"]}]))
    assert [e.op for e in fix] == ["add", "change", "appoint"]
    assert sm.check(fix.org).ok


def test_who_must_leave_moves_to_a_squad_of_the_tribe_with_room() -> None:
    people = [{"id": f"p{k}"} for k in range(12)]
    big = [f"p{k}" for k in range(10)]
    org = sm.Org(
        people=people,
        tribes=[
            {
                "id": "t",
                "lead": "p11",
                "squads": [
                    {"id": "big", "product_owner": "p0", "members": big},
                    {"id": "small", "product_owner": "p10", "members": ["p10"]},
                ],
                "chapters": [{"id": "c", "lead": "p0", "members": [*big, "p10"]}],
            }
        ],
    )
    fix = sm.repair(org)
    assert [(e.op, e.args["to"], e.args["from_squad"]) for e in fix] == [("move", "small", "big")]
    assert fix.changes[0].args["person"] != "p0"


def test_whoever_also_works_elsewhere_leaves_first() -> None:
    inside = [f"p{k}" for k in range(10)]
    squads = [{"id": "big", "product_owner": "p0", "members": inside}, {"id": "two", "product_owner": "x", "members": ["x", "p7"]}]
    org = sm.Org(people=[{"id": p} for p in (*inside, "x", "lead")], tribes=[{"id": "t", "lead": "lead", "squads": squads}])
    assert sm.repair(org).changes == (Edit("quit", {"person": "p7", "squad": "big"}),)


def test_shares_over_the_contract_are_lowered_by_one_edit() -> None:
    seats = [{"person": "anna", "allocation": 0.8}, {"person": "anna", "allocation": 0.6}]
    squads = [{"id": f"s{k}", "product_owner": "ben", "members": [seat]} for k, seat in enumerate(seats)]
    fix = sm.repair(sm.Org(people=PEOPLE, tribes=[{"id": "t", "lead": "tom", "squads": squads}]))
    assert len(fix) == 1
    assert sm.check(fix.org).ok


def test_two_line_managers_end_where_the_chapter_begins_and_that_is_not_called_proven() -> None:
    org = sm.Org(
        people=[{"id": "anna", "unit": "u"}, *PEOPLE[1:]],
        units=[{"id": "u", "manager": "tom"}],
        chapters=[{"id": "c", "lead": "ben", "members": ["anna", "ben"]}],
    )
    fix = sm.repair(org)
    assert fix.ok
    assert fix.org.person("anna").unit is None
    assert not fix.proven


def test_what_is_waived_is_left_alone() -> None:
    org = sm.Org(
        people=PEOPLE, tribes=[{"id": "t", "lead": "tom", "squads": [{"id": "a", "members": ["anna"]}, {"id": "b", "members": ["ben"]}]}]
    )
    waived = org.waive("PO001", "a", "until spring", "tom", "2030-01-01")
    assert [e.args["of"] for e in sm.repair(waived)] == ["b"]


def test_errors_of_rules_that_a_repair_does_not_know_remain_and_are_named() -> None:
    squads = [{"id": "s", "product_owner": "anna", "members": ["anna"], "mission": "Grow"}, {"id": "r", "members": ["ben"]}]
    org = sm.Org(people=PEOPLE, tribes=[{"id": "t", "lead": "tom", "squads": squads}])
    fix = sm.repair(org, "brunel-2017+strict")
    assert not fix.ok
    assert {f.code for f in fix.remaining} == {f.code for f in sm.check(fix.org, "brunel-2017+strict").of("error")}
    assert "SQ005" in {f.code for f in fix.remaining}
    assert "people have to decide" in fix.text("en")
    assert [e.op for e in fix] == ["appoint"]


# -- dates ------------------------------------------------------------------------------------------------------------------


def test_a_gap_between_owners_is_filled_for_as_long_as_it_lasts() -> None:
    owners = [{"person": "anna", "until": "2027-01-01"}, {"person": "ben", "from": "2027-03-01"}]
    squads = [{"id": "s", "product_owner": owners, "members": ["anna", "ben", "pim"]}]
    fix = sm.repair(sm.Org(people=PEOPLE, tribes=[{"id": "t", "lead": "tom", "squads": squads}]))
    assert sm.check(fix.org).ok
    assert fix.proven
    (edit,) = fix.changes
    assert (edit.args["from"], edit.args["until"]) == ("2027-01-01", "2027-03-01")
    assert edit.args["person"] in {"anna", "ben", "pim"}


def test_a_chart_that_breaks_on_several_days_is_valid_on_all_of_them() -> None:
    org = sm.example("hypotheek-broken")
    fix = sm.repair(org)
    assert sm.check(fix.org).ok
    assert org.apply(fix.changes) == fix.org
    assert len(fix) == 4


# -- as a value ---------------------------------------------------------------------------------------------------------


def test_a_repair_speaks_both_languages_and_can_be_done_again_from_json() -> None:
    org = sm.example("hypotheek-broken").change("organisation", "organisation", language="nl")
    fix = sm.repair(org)
    assert fix.text().startswith("4 wijzigingen maken de chart geldig; met minder kan het niet\n")
    assert fix.text("en").startswith("4 changes make the chart valid; no repair needs fewer\n")
    document = json.loads(json.dumps(fix.to_dict()))
    assert (document["bound"], document["proven"], document["remaining"]) == (4, True, [])
    assert org.apply(document["changes"]) == fix.org
    assert sm.Org.from_dict(document["org"]) == fix.org
    assert "<li>" in fix._repr_html_()
    assert str(sm.repair(fix.org)) == "niets te herstellen: de chart is geldig"


def test_the_solver_says_nothing_on_standard_output(capfd: pytest.CaptureFixture[str]) -> None:
    sm.repair(sm.example("hypotheek-broken"))
    assert capfd.readouterr() == ("", "")


def test_one_of_two_leads_who_are_not_listed_stays_as_a_member() -> None:
    squads = [{"id": "s", "product_owner": "anna", "members": ["anna", "ben"]}]
    tribe = {"id": "t", "lead": "tom", "squads": squads, "chapters": [{"id": "c", "lead": ["anna", "ben"]}]}
    fix = sm.repair(sm.Org(people=PEOPLE, tribes=[tribe]))
    assert sorted(e.op for e in fix) == ["join", "relieve"]
    assert sm.check(fix.org).ok


def test_all_searches_of_a_repair_share_one_time_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[float] = []
    solve = Programme.solve

    def watched(self: Programme, costs: Any = None, time_limit: float | None = None, *more: Any, **further: Any) -> Any:
        assert time_limit is not None
        given.append(time_limit)
        return solve(self, costs, time_limit, *more, **further)

    monkeypatch.setattr(Programme, "solve", watched)
    squads = [{"id": "a", "members": ["p0", {"person": "p1", "from": "2027-01-01"}]}, {"id": "b", "from": "2028-01-01", "members": ["p2"]}]
    org = sm.Org(people=[{"id": f"p{n}"} for n in range(4)], tribes=[{"id": "t", "squads": squads}])
    assert sm.repair(org, time_limit=60).ok
    assert len(given) >= 2
    assert given == sorted(given, reverse=True)
    assert len(set(given)) == len(given)  # each has what those before it left
