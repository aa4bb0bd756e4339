"""Charts in sequence: every chart is judged, and what lies between them."""

import datetime as dt
from typing import NamedTuple

import pytest
from hypothesis import given, settings

import spotifymodel as sm
from spotifymodel.errors import UsageError
from spotifymodel.rules.catalogue import all_rules
from spotifymodel.rules.examples import charts_of
from spotifymodel.rules.rule import Rule
from spotifymodel.testing import charts

STAGED = [r for r in all_rules().values() if r.in_sequence is not None]


class Step(NamedTuple):
    org: sm.Org
    name: str
    start: dt.date | None


def by_code(rule: Rule) -> str:
    return rule.code


def test_five_rules_are_about_stages() -> None:
    assert [r.code for r in STAGED] == ["TX001", "TX002", "TX003", "TX004", "TX006"]


@pytest.mark.parametrize("rule", STAGED, ids=by_code)
def test_a_rule_about_stages_is_silent_on_its_good_sequences(rule: Rule) -> None:
    assert len(rule.good) >= 2
    for text in rule.good:
        report = sm.check(charts_of(text), select=rule.code)
        assert not report.findings, text
        assert not report.unknown, text


@pytest.mark.parametrize("rule", STAGED, ids=by_code)
def test_a_rule_about_stages_finds_something_in_each_of_its_bad_sequences(rule: Rule) -> None:
    assert len(rule.bad) >= 2
    for text in rule.bad:
        findings = sm.check(charts_of(text), select=rule.code).findings
        assert findings, text
        assert all(f.stage is not None for f in findings)


@pytest.mark.parametrize("rule", STAGED, ids=by_code)
def test_a_rule_about_stages_says_nothing_of_a_single_chart(rule: Rule) -> None:
    for text in (*rule.good, *rule.bad):
        for org in charts_of(text):
            report = sm.check(org, select=rule.code)
            assert not report.findings
            assert not report.unknown


@pytest.mark.parametrize("rule", STAGED, ids=by_code)
def test_the_first_fix_on_the_chart_of_its_stage_mends_the_finding(rule: Rule) -> None:
    for text in rule.bad:
        stages = charts_of(text)
        for finding in sm.check(stages, select=rule.code).findings:
            for edit in finding.fixes[:1]:
                mended = [*stages]
                mended[finding.stage.number] = edit.apply(stages[finding.stage.number])
                assert finding.subject not in {f.subject for f in sm.check(mended, select=rule.code).findings}


def test_every_chart_is_judged_and_findings_say_of_which() -> None:
    fine = sm.Org(people=[{"id": "anna"}], tribes=[{"id": "t", "lead": "anna", "squads": [{"id": "s", "product_owner": "anna"}]}])
    report = sm.check([fine, fine.relieve("anna", "product_owner", of="s"), fine], select="PO001")
    assert [(f.code, f.stage.number) for f in report.findings] == [("PO001", 1)]
    assert report.findings[0].to_dict()["stage"] == {"number": 1, "name": ""}
    assert "stage" not in sm.check(fine.relieve("anna", "product_owner", of="s"), select="PO001").findings[0].to_dict()


def test_one_chart_is_the_same_alone_and_in_a_list_but_for_its_stage() -> None:
    org = sm.example("hypotheek-broken")
    alone, listed = sm.check(org, today="2026-11-24"), sm.check([org], today="2026-11-24")
    ordinary = [f for f in listed.findings if not f.code.startswith("TX")]
    assert [(f.code, f.subject, f.message) for f in ordinary] == [(f.code, f.subject, f.message) for f in alone.findings]
    assert {f.stage for f in listed.findings} == {(0, "")}


def test_what_could_not_be_judged_is_said_once_for_all_charts() -> None:
    org = sm.Org(people=[{"id": "anna"}], squads=[{"id": "a"}])
    two = org.add("squad", id="b")
    report = sm.check([org, two], select="SQ005")
    assert [(u.code, u.subjects) for u in report.unknown] == [("SQ005", 2)]


def test_names_and_first_days_of_a_plan_stand_in_the_message() -> None:
    before = sm.Org(people=[{"id": "lotte", "name": "Lotte", "blocks": ["3b"]}])
    after = sm.Org(people=[{"id": "ben"}])
    day = dt.date(2027, 3, 1)
    report = sm.check([Step(before, "nulmeting", None), Step(after, "golf 1", day)], select="TX002", language="nl")
    (finding,) = report.findings
    assert finding.message == "In golf 1 (vanaf 2027-03-01) heeft niemand blok 3b (Introductie) nog (eerder: Lotte)"
    assert finding.stage == (1, "golf 1")
    assert finding.interval == (day, None)


def test_a_chart_with_dates_is_cut_at_each_of_them() -> None:
    org = sm.Org(
        people=[{"id": "anna", "unit": {"unit": "it", "until": "2027-03-01"}}],
        units=[{"id": "it"}],
        tribes=[{"id": "t", "lead": {"person": "anna", "from": "2027-03-08"}}],
    )
    (finding,) = sm.check([org], select="TX001").findings
    assert finding.interval == (dt.date(2027, 3, 1), dt.date(2027, 3, 8))


def test_a_chart_that_begins_later_is_looked_at_only_from_that_day() -> None:
    before = sm.Org(people=[{"id": "anna", "unit": "it"}], units=[{"id": "it"}])
    after = sm.Org(people=[{"id": "anna"}], tribes=[{"id": "t", "lead": {"person": "anna", "from": "2027-03-01"}}])
    begins = Step(after, "", dt.date(2027, 3, 1))
    assert not sm.check([before, begins], select="TX001").findings
    assert sm.check([before, after], select="TX001").findings


def test_a_waiver_of_the_chart_covers_what_is_found_about_its_stage() -> None:
    before = sm.Org(people=[{"id": "tom", "unit": "it"}, {"id": "anna", "unit": "it"}], units=[{"id": "it"}])
    after = before.quit("anna", "unit:it").waive("TX001", "anna", "leaves in spring", "tom", "2027-07-01")
    report = sm.check([before, after], select="TX001", today="2027-01-01")
    assert [f.waived for f in report.findings] == [True]
    assert not sm.check([before, after], select="TX001", today="2027-08-01").findings[0].waived


@pytest.mark.parametrize(
    ("given_", "says"),
    [
        ([], "empty"),
        ("chart.yaml", "Org.load"),
        ([1], "element 0"),
        ({"people": []}, "dict"),
        ([Step(sm.Org(), "", dt.date(2027, 2, 1)), Step(sm.Org(), "", dt.date(2027, 1, 1))], "order"),
    ],
)
def test_what_is_no_chart_or_no_sequence_is_refused(given_: object, says: str) -> None:
    with pytest.raises(UsageError, match=says):
        sm.check(given_)  # type: ignore[arg-type]


@settings(max_examples=40, deadline=None)
@given(charts())
def test_where_nothing_changes_no_duty_is_dropped(org: sm.Org) -> None:
    undated = org.at("2027-01-01")
    assert not sm.check([undated, undated, undated], select="TX002").findings


@settings(max_examples=15, deadline=None)
@given(charts())
def test_any_chart_can_be_judged_in_sequence(org: sm.Org) -> None:
    report = sm.check([org, org.at("2027-06-01"), sm.Org(people=org.people, units=org.units, skills=org.skills)])
    assert all(f.stage is not None and str(f) for f in report.findings)
