"""Plans side by side, today among them."""

from __future__ import annotations

import pytest

import spotifymodel as sm
from spotifymodel.errors import UsageError
from spotifymodel.transition.plan import Plan
from spotifymodel.words.printing import columns
from tests.transition.proposing.departments import department
from tests.transition.proposing.test_proposing import blueprint


@pytest.fixture(scope="module")
def plans() -> tuple[Plan, Plan]:
    org = department(36, 1)
    return sm.propose(org, blueprint()), sm.propose(org, blueprint(locks=[{"person": "p20", "squad": "d"}]))


def test_every_term_and_what_people_ask_next_stands_in_the_unit_of_it(plans: tuple[Plan, Plan]) -> None:
    table = sm.compare_plans(*plans, names=["free", "locked"])
    assert table.columns == ("today", "free", "locked")
    lines = {line.name: line for line in table.lines}
    for k, plan in enumerate(plans):
        for term in plan.objective:
            assert lines[term.name].values[k + 1] == term.value
            assert lines[term.name].unit == term.unit
        assert lines["vacancies"].values[k + 1] == len(plan.gaps["hires"])
    for term in plans[0].as_is:
        assert lines[term.name].values[0] == term.value
    assert lines["hires"].values[0] is None
    assert lines["elsewhere"].values[1] == 0
    assert lines["elsewhere"].values[2] == sum(a.squads != b.squads for a, b in zip(plans[0].moves, plans[1].moves, strict=True))


def test_text_page_frame_and_data_hold_the_same_numbers(plans: tuple[Plan, Plan]) -> None:
    table = sm.compare_plans(*plans)
    assert table.to_dict()["columns"] == ["today", "plan 1", "plan 2"]
    frame = table.to_frame()
    row = frame[frame["name"] == "unplaced"].iloc[0]
    assert int(row["plan 1"]) == 0
    assert "people without a seat" in str(table)
    assert table._repr_html_().count("<tr>") == len(str(table).splitlines())
    assert str(sm.compare_plans(*plans, language="nl")).splitlines()[0].split() == ["geteld", "nu", "plan", "1", "plan", "2"]


def test_names_are_shown_as_text_and_not_as_a_page() -> None:
    plan = sm.propose(department(25, 1))
    assert "<b>" not in sm.compare_plans(plan, names=["<b>bold</b>"])._repr_html_()


def test_what_cannot_be_compared_is_wrong_usage(plans: tuple[Plan, Plan]) -> None:
    with pytest.raises(UsageError):
        sm.compare_plans()
    with pytest.raises(UsageError):
        sm.compare_plans(Plan("infeasible"))
    with pytest.raises(UsageError):
        sm.compare_plans(*plans, names=["one"])
    with pytest.raises(UsageError):
        sm.compare_plans(*plans, names=["one", "one"])


def test_columns_stand_in_line_whatever_letters_a_name_has() -> None:
    table = sm.compare_plans(sm.propose(department(25, 1)), names=["株式会社"])
    assert len({columns(line) for line in str(table).splitlines()}) == 1
