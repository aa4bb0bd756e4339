"""Waivers: a finding is accepted for a while, by an owner, with a last day; nothing is accepted for ever."""

from __future__ import annotations

import datetime as dt

import pytest

import spotifymodel as sm
from spotifymodel.formats.document import org_from_tree


def chart(*waivers: dict[str, str]) -> sm.Org:
    return org_from_tree(
        {
            "format": "spotifymodel/1",
            "people": [{"id": "an"}, {"id": "s"}],
            "tribes": [{"id": "t", "squads": [{"id": "s", "members": ["an"]}, {"id": "r", "members": ["an"]}]}],
            "waivers": list(waivers),
        }
    )


def waiver(code: str = "PO001", subject: str = "s", expires: str = "2027-06-01") -> dict[str, str]:
    return {"code": code, "subject": subject, "reason": "Start", "owner": "an", "expires": expires}


def waived(report: sm.Report) -> list[tuple[str, str]]:
    return [(f.code, f.subject.id) for f in report if f.waived]


@pytest.mark.parametrize("code", ["PO001", "po001", "squad-without-product-owner"])
@pytest.mark.parametrize("subject", ["s", "S", "squad:s", "squad: S"])
def test_a_waiver_names_a_rule_by_code_or_name_and_a_subject_by_id(code: str, subject: str) -> None:
    report = sm.check(chart(waiver(code, subject)), select="PO001,WV")
    assert waived(report) == [("PO001", "s")]
    assert report.summary == {"error": 1, "warning": 0, "advice": 0, "unknown": 0, "waived": 1}
    assert report.exit_code == 1
    assert [f.subject.id for f in report.of("error")] == ["r"]


@pytest.mark.parametrize("subject", ["person:s", "q", "chapter:s"])
def test_a_waiver_of_something_else_covers_nothing_and_says_so(subject: str) -> None:
    report = sm.check(chart(waiver(subject=subject)), select="PO001,WV")
    assert waived(report) == []
    assert [(f.code, f.severity, f.subject.id) for f in report.findings[-1:]] == [("WV002", "advice", f"PO001:{subject}")]
    assert report.findings[-1].evidence == ("an",)


def test_a_waiver_ends_on_the_day_that_it_expires() -> None:
    org = chart(waiver(expires="2027-06-01"))
    assert waived(sm.check(org, select="PO001,WV")) == [("PO001", "s")]  # without a day nothing expires
    assert waived(sm.check(org, select="PO001,WV", today="2027-05-31")) == [("PO001", "s")]
    late = sm.check(org, select="PO001,WV", today=dt.date(2027, 6, 1))
    assert waived(late) == []
    assert [(f.code, f.severity) for f in late] == [("PO001", "error"), ("PO001", "error"), ("WV001", "warning")]
    assert "2027-06-01" in late.findings[-1].message


@pytest.mark.parametrize("key", ["code", "subject", "reason", "owner", "expires"])
def test_no_waiver_is_read_without_all_of_its_fields(key: str) -> None:
    unfinished = waiver()
    del unfinished[key]
    with pytest.raises(sm.errors.InputRefusedError, match=f"the {key} of this waiver is missing"):
        chart(unfinished)


@pytest.mark.parametrize("key", ["code", "subject", "reason", "owner"])
def test_no_waiver_is_read_that_leaves_a_field_empty(key: str) -> None:
    with pytest.raises(sm.errors.InputRefusedError, match=f"{key} is empty; expected"):
        chart(waiver() | {key: ""})


def test_a_waiver_without_a_reason_is_not_granted() -> None:
    with pytest.raises(sm.SpotifyModelError, match="reason"):
        chart().waive("PO001", "s", "", "an", "2027-06-01")


def test_a_waiver_of_a_rule_that_was_not_judged_is_left_alone() -> None:
    org = chart(waiver("SQ001"))
    assert [f.code for f in sm.check(org, select="PO001,WV002")] == ["PO001", "PO001"]
    assert [f.code for f in sm.check(org, select="SQ001,WV002")] == ["WV002"]
    assert sm.check(org, select="WV001,WV002", today="2030-01-01").findings[0].code == "WV001"


@pytest.mark.parametrize("code", ["XX999", "SQ", "squad-too-lrage"])
def test_a_waiver_of_a_rule_that_does_not_exist_covers_nothing_whatever_is_judged(code: str) -> None:
    (finding,) = sm.check(chart(waiver(code)), select="SQ001,WV")
    assert (finding.code, finding.subject.id) == ("WV002", f"{code}:s")
    assert finding.remedy == "Take the waiver out, or correct the rule or the subject that it names"


def test_an_expired_waiver_is_not_called_unused_as_well() -> None:
    report = sm.check(chart(waiver("SQ001", expires="2026-01-01")), select="SQ001,WV", today="2026-01-01")
    assert [f.code for f in report] == ["WV001"]
    assert [f.code for f in sm.check(chart(waiver("SQ001", expires="2026-01-01")), select="SQ001,WV002", today="2026-01-01")] == []


def test_a_waiver_made_by_an_edit_works_like_one_that_was_read() -> None:
    org = chart().waive("PO001", "s", reason="Start", owner="an", expires="2027-06-01")
    assert waived(sm.check(org, select="PO001")) == [("PO001", "s")]
    assert sm.check(org, select="PO001", ignore="PO").findings == ()
