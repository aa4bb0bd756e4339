"""The tribe that Polderbank could become, and the page that explains what the rules find in it."""

from __future__ import annotations

import re
from pathlib import Path

import spotifymodel as sm

PAGE = Path(__file__).parents[2] / "docs" / "explanation" / "polderbank.md"


def test_the_tribe_has_no_errors_and_the_page_explains_every_finding_and_no_other() -> None:
    report = sm.check(sm.example("polderbank-tribe"), today="2026-12-01")
    found = {(f.code, f.subject.id, "–" if f.measured is None else f"{round(f.measured, 3):g}") for f in report.findings}
    rows = re.findall(r"^\| ([A-Z]{2}\d{3}) \| ([\w-]+) \| (\S+) \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    assert report.ok
    assert found == set(rows)
    assert len(rows) == len(report.findings)


def test_what_the_page_says_of_other_profiles_holds() -> None:
    org = sm.example("polderbank-tribe")
    under = {
        name: [(f.code, f.subject.id) for f in sm.check(org, profile=name)] for name in ("spotify-2012", "ing-2015", "team-topologies-2019")
    }
    assert ("TR001", "hypotheek") in under["spotify-2012"]
    assert [s for c, s in under["spotify-2012"] if c == "SQ001"] == ["hypotheek-app", "aanvraag", "klantcontact"]
    assert sum(c == "MB001" for c, _ in under["spotify-2012"]) == 12
    assert sum(c == "CL001" for c, _ in under["ing-2015"]) == 9
    assert ("TR001", "hypotheek") in under["team-topologies-2019"]


def test_it_is_made_of_the_people_of_the_department() -> None:
    department, tribe = sm.example("polderbank"), sm.example("polderbank-tribe")
    people = {p.id: p for p in tribe.people}
    assert {p.id for p in department.people} == {i for i, p in people.items() if not p.vacancy}
    assert all(people[p.id].job_title == p.job_title for p in department.people)
