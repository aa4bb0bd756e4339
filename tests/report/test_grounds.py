"""Every report says on what grounds it judged: readings, days, and the profiles that agree or not."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

import spotifymodel as sm
from spotifymodel.checking.report import Report, Unknown
from spotifymodel.report.grounds import judged_under, readings_of, standing
from spotifymodel.report.saving import render

LEGAL = {"en": "legal under", "nl": "toegestaan onder"}


@pytest.fixture(scope="module", params=["en", "nl"])
def both(request: pytest.FixtureRequest) -> Report:
    return sm.check(
        sm.example("hypotheek-broken"),
        profile="brunel-2017,spotify-2012",
        select="SQ001,MB001,PO001",
        as_of="2027-01-01",
        today="2026-11-25",
        language=request.param,
    )


@pytest.mark.parametrize("output", ["text", "markdown", "html"])
def test_a_report_for_people_names_profiles_days_and_readings(both: Report, output: str) -> None:
    said = " ".join(render(both, output).replace("\\", "").split())
    assert judged_under(both) in said
    assert "2027-01-01" in judged_under(both)
    assert "2026-11-25" in judged_under(both)
    # A terminal breaks lines between readings, and only there.
    (first, all_of_them), (second, others) = readings_of(both)
    assert f"{first}: {all_of_them}" in said
    assert "count.tribe=members+owners" in said
    assert f"{second}: {others}" in said
    assert (second.endswith("(spotify-2012)"), others) == (True, "count.po=member")
    assert not any(word in said for word in ("=True", "=False", "=("))


@pytest.mark.parametrize("output", ["text", "markdown", "html"])
def test_what_no_profile_could_judge_is_said_once_and_counted_once(output: str) -> None:
    org = sm.example("hypotheek")
    one, two = (sm.check(org, profile=names, language="en") for names in ("brunel-2017", "brunel-2017,ing-2015"))
    assert len(two.unknown) == 2 * len(one.unknown)
    assert two.summary["unknown"] == one.summary["unknown"] == len(one.unknown)
    assert render(two, output).count("not judged") == render(one, output).count("not judged") == len(one.unknown)


@pytest.mark.parametrize("output", ["text", "markdown", "html"])
def test_what_only_some_profiles_could_not_judge_names_them(output: str) -> None:
    same = [Unknown("SQ005", "squad-without-mission", ("squad.mission",), 1, name) for name in ("x", "y")]
    alone = Unknown("SQ006", "squad-owns-nothing", ("squad.owns",), 1, "y")
    said = render(Report((), unknown=(*same, alone), profiles=("x", "y")), output)
    assert said.count("SQ005 squad-without-mission: ") == 1
    assert said.count("SQ006 squad-owns-nothing (y): ") == 1


@pytest.mark.parametrize("output", ["text", "markdown", "html"])
def test_a_rule_that_could_not_judge_more_subjects_under_one_profile_is_told_and_counted_for_each(output: str) -> None:
    unknown = tuple(Unknown("SQ005", "squad-without-mission", ("squad.mission",), n, name) for n, name in ((1, "x"), (2, "y")))
    report = Report((), unknown=unknown, profiles=("x", "y"))
    assert report.summary["unknown"] == render(report, output).count("SQ005 squad-without-mission") == 2


@pytest.mark.parametrize("output", ["text", "markdown", "html", "github"])
def test_each_finding_says_under_which_profiles_of_the_run_it_is_legal(both: Report, output: str) -> None:
    said = render(both, output).replace("\\", "")
    words = LEGAL[both.language]
    disputed = [f for f in both if both.legal_under(f)]
    assert disputed
    assert len(disputed) < len(both.findings)
    assert said.count(words) == len(disputed)
    assert said.count(f"spotify-2012; {words} brunel-2017") == sum(f.profile == "spotify-2012" for f in disputed)


def test_the_log_for_programs_says_it_as_a_list(both: Report) -> None:
    results = json.loads(render(both, "sarif"))["runs"][0]["results"]
    assert [r["properties"]["legalUnder"] for r in results] == [list(both.legal_under(f)) for f in both]


@pytest.mark.parametrize("output", ["text", "markdown", "html", "github", "sarif"])
def test_with_one_profile_no_finding_repeats_it(output: str) -> None:
    report = sm.check(sm.example("hypotheek-broken"), select="SQ001", language="en")
    said = render(report, output)
    assert "legal under" not in said
    assert "legalUnder" not in said
    assert "(brunel-2017)" not in said
    assert all(standing(f, report) == "" for f in report)


def test_the_name_of_a_profile_is_no_markup() -> None:
    report = Report((), profiles=("<mark>|x", "y"), readings={"count.po": "<i>"})
    assert "<mark>" not in render(report, "html")
    assert "<i>" not in render(report, "html")
    assert "<" not in render(report, "markdown")


@pytest.mark.parametrize("output", ["text", "markdown", "html"])
@pytest.mark.parametrize(("language", "words"), [("en", ("stage", "from 2027-03-01")), ("nl", ("fase", "vanaf 2027-03-01"))])
def test_every_report_for_people_says_at_which_stage_and_from_when(output: str, language: str, words: tuple[str, str]) -> None:
    before = sm.Org(people=[{"id": "lotte", "blocks": ["3b"]}])
    sequence = sm.check([before, before.change("person", "lotte", blocks=None)], language=language)
    assert f"{words[0]} 1" in render(sequence, output)
    owner = {"person": "an", "until": "2027-03-01"}
    dated = sm.Org(people=[{"id": "an"}, {"id": "bo"}], squads=[{"id": "s", "product_owner": owner, "members": ["bo"]}])
    assert words[1] in render(sm.check(dated, select="PO001", language=language), output)


def test_a_table_for_a_pull_request_says_in_which_line_or_cell(tmp_path: Path) -> None:
    path = tmp_path / "chart.yaml"
    path.write_text("format: spotifymodel/1\npeople: [{id: a}]\nsquads:\n  - {id: s, members: [a]}\n", encoding="utf-8")
    org = sm.Org.load(path)
    assert "product owner; every squad is steered by one · line 4 |" in render(sm.check(org, select="PO001", language="en"), "markdown")
    assert " · regel 4 |" in render(sm.check(org, select="PO001", language="nl"), "markdown")
    org.save(tmp_path / "list.xlsx")
    said = render(sm.check(sm.Org.load(tmp_path / "list.xlsx"), select="PO001"), "markdown")
    assert re.search(r" · .*![A-Z]+\d+ \|", said)


@pytest.mark.parametrize("output", ["text", "markdown", "html"])
def test_fields_of_which_one_would_do_are_told_apart_from_those_that_are_all_needed(output: str) -> None:
    unknown = Unknown("SQ004", "squad-lacks-expertise", ("squad.needs|squad.required", "person.skills"), 1, "x")
    assert "squad.needs / squad.required, person.skills" in render(Report((), unknown=(unknown,), profiles=("x",)), output)
