"""What decides profile and language: the argument, then the chart, then pyproject.toml, then the defaults."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

import spotifymodel as sm
from spotifymodel.checking.settings import Settings, settings_near


def org(**more: str) -> sm.Org:
    return sm.Org(people=[{"id": f"p{k}"} for k in range(9)], squads=[{"id": "s", "members": [f"p{k}" for k in range(9)]}], **more)


def project(folder: Path, text: str) -> None:
    (folder / "pyproject.toml").write_text(text, encoding="utf-8")


def test_each_says_so_only_where_the_one_before_it_is_silent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "deep" / "er").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "deep" / "er")
    assert (sm.check(org()).profile, sm.check(org()).language) == ("brunel-2017", "en")
    project(tmp_path, '[tool.spotifymodel]\nprofile = "spotify-2012"\nlanguage = "nl"\n')
    assert (sm.check(org()).profile, sm.check(org()).language) == ("spotify-2012", "nl")
    said = org(profile="ing-2015", language="en")
    assert (sm.check(said).profile, sm.check(said).language) == ("ing-2015", "en")
    asked = sm.check(said, profile="brunel-2017", language="nl")
    assert (asked.profile, asked.language) == ("brunel-2017", "nl")


def test_only_the_nearest_project_counts_even_when_it_is_silent(tmp_path: Path) -> None:
    project(tmp_path, '[tool.spotifymodel]\nlanguage = "nl"\n')
    inner = tmp_path / "inner"
    inner.mkdir()
    assert settings_near(inner).language == "nl"
    assert settings_near(inner).file == tmp_path / "pyproject.toml"
    project(inner, "[tool.other]\n")
    assert settings_near(inner) == Settings()
    (inner / "pyproject.toml").write_bytes(b"\xff\xfe")
    assert settings_near(inner).language == "nl"


@pytest.mark.parametrize(
    ("text", "words"),
    [("[tool.spotifymodel]\nprofile = 3\n", "tool.spotifymodel.profile takes text"), ("[tool.spotifymodel\n", "pyproject.toml: ")],
)
def test_faulty_settings_name_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, words: str) -> None:
    project(tmp_path, text)
    monkeypatch.chdir(tmp_path)
    with pytest.raises(sm.errors.UsageError, match=words):
        sm.check(org())


@pytest.mark.parametrize("nothing", ["", " , "])
def test_a_profile_that_names_none_is_refused_wherever_it_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, nothing: str) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(sm.errors.UsageError, match="names no profile"):
        sm.check(org(), profile=nothing)
    with pytest.raises(sm.errors.UsageError, match="names no profile"):
        sm.check(org(), profile=[])
    with pytest.raises(sm.errors.InputRefusedError, match=r"\$\.profile: .*names no profile"):
        sm.check(org(profile=nothing))
    project(tmp_path, f'[tool.spotifymodel]\nprofile = "{nothing}"\n')
    with pytest.raises(sm.errors.UsageError, match=r"pyproject\.toml:2:1: .*names no profile"):
        sm.check(org())


def test_settings_of_other_tools_that_mention_ours_say_nothing(tmp_path: Path) -> None:
    project(tmp_path, "# see tool.spotifymodel\n[tool]\nx = 1\n")
    assert settings_near(tmp_path) == Settings(None, None, tmp_path / "pyproject.toml")


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"fail_on": "anger"}, "fail_on takes error, warning, advice or never"),
        ({"language": "fr"}, "no language 'fr'"),
        ({"as_of": "2027-2-1"}, "as_of takes a date such as 2027-03-01"),
        ({"today": "2027-02-30"}, "today takes a date"),
        ({"since": "x" * 10}, "since takes a date"),
        ({"profile": "nothing"}, "there is no profile 'nothing'"),
        ({"select": "SQ999"}, "SQ999"),
        ({"baseline": "nothing.json"}, "cannot read the baseline nothing.json"),
    ],
)
def test_an_argument_that_makes_no_sense_is_refused(options: dict[str, str], words: str) -> None:
    with pytest.raises(sm.errors.UsageError, match=words):
        sm.check(org(), **options)  # type: ignore[arg-type]


@pytest.mark.parametrize("given", ["chart.yaml", {"people": []}, 3, [], [3], b""])
def test_only_charts_are_checked(given: object) -> None:
    with pytest.raises(sm.errors.UsageError):
        sm.check(given)  # type: ignore[arg-type]


def test_a_profile_is_named_by_text_path_or_several(tmp_path: Path) -> None:
    own = tmp_path / "ours.toml"
    own.write_text('title = "Ours"\nextends = "brunel-2017"\n[limits]\nsquad.max = 8\n', encoding="utf-8")
    report = sm.check(org(), profile=own, select="SQ001")
    assert [(f.measured, f.limit) for f in report] == [(9, 8)]
    assert report.findings[0].source.document == "Ours"
    assert sm.check(org(), profile=str(own), select=["SQ001"]).findings[0].limit == 8
    both = sm.check(org(), profile=["brunel-2017", str(own)], select="SQ001")
    assert both.ok  # the first decides
    assert [both.legal_under(f) for f in both] == [("brunel-2017",)]
    assert both.finding_dict(both.findings[0])["legal_under"] == ["brunel-2017"]
    assert not sm.check(org(), profile=[str(own), "brunel-2017"], select="SQ001").ok


def test_a_chart_that_names_an_unknown_profile_is_refused_without_a_place_when_made_in_python() -> None:
    with pytest.raises(sm.errors.InputRefusedError) as caught:
        sm.check(org(profile="brunel-2018"))
    assert caught.value.troubles[0].place.path == "$.profile"
    assert caught.value.troubles[0].kind == "unknown-profile"
    for named in ("a/b", "a\\b", "ours.toml"):
        with pytest.raises(sm.errors.InputRefusedError, match="a file is named with the argument or flag profile"):
            sm.check(org(profile=named))


def test_a_faulty_profile_of_the_project_is_not_the_charts_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project(tmp_path, '[tool.spotifymodel.profiles.ours]\nextends = "brunel-2017"\nlimits.squad.max = "many"\n')
    monkeypatch.chdir(tmp_path)
    with pytest.raises(sm.errors.ProfileError) as caught:
        sm.check(org(profile="ours"))
    assert caught.value.troubles


def test_a_baseline_is_a_report_its_json_a_path_or_fingerprints(tmp_path: Path) -> None:
    many = sm.Org(people=[{"id": "a"}], squads=[{"id": "s", "members": ["a"]}])
    old = sm.check(many, select="PO001")
    assert not old.ok
    old.save(tmp_path / "old.json")
    for baseline in (old, old.to_dict(), tmp_path / "old.json", str(tmp_path / "old.json"), ["PO001/squad:s"]):
        report = sm.check(many, select="PO001", baseline=baseline)
        assert report.ok
        assert [report.in_baseline(f) for f in report] == [True]
    assert not sm.check(many, select="PO001", baseline=[]).ok


def test_dates_of_a_check_are_dates_or_text() -> None:
    report = sm.check(org(), as_of=dt.date(2027, 1, 1), today="2027-01-02", since=None)
    assert (report.as_of, report.today) == (dt.date(2027, 1, 1), dt.date(2027, 1, 2))
    assert report.to_dict()["as_of"] == "2027-01-01"
    assert report.about("squad", "s") == tuple(f for f in report if f.subject == ("squad", "s"))


@pytest.mark.parametrize("day", ["", "tomorrow", "20270101", "2027-02-30", 20270101, dt.datetime(2027, 1, 1)])
def test_anything_else_is_no_date_of_a_check(day: Any) -> None:
    with pytest.raises(sm.errors.UsageError, match="today takes a date such as 2027-03-01"):
        sm.check(org(), today=day)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_baseline_may_come_from_a_shell_that_marks_its_files(tmp_path: Path, encoding: str) -> None:
    many = sm.Org(people=[{"id": "an"}], squads=[{"id": "één", "members": ["an"]}])
    path = tmp_path / "old.json"
    path.write_text(json.dumps(sm.check(many, select="PO001").to_dict(), ensure_ascii=False), encoding=encoding)
    assert sm.check(many, select="PO001", baseline=path).ok


@pytest.mark.parametrize(
    "findings",
    [
        {},
        "PO001",
        [1],
        [{}],
        [{"code": "PO001"}],
        [{"code": "PO001", "subject": "s"}],
        [{"code": "PO001", "subject": {"kind": "squad"}}],
        [{"code": 1, "subject": {"kind": "squad", "id": "s"}}],
        [{"code": "PO001", "subject": {"kind": "squad", "id": ["s"]}}],
    ],
)
def test_a_baseline_that_is_no_report_of_ours_is_refused_instead_of_covering_nothing(findings: object) -> None:
    with pytest.raises(sm.errors.UsageError, match="no report of ours"):
        sm.check(org(), select="PO001", baseline={"version": 1, "findings": findings})
