"""What one more person would save is what a proposal with that person in the list saves."""

from __future__ import annotations

from typing import Any

import pytest

import spotifymodel as sm
from spotifymodel.errors import UsageError
from spotifymodel.transition.plan import Plan

SCIENTIST = {"job_title": "data scientist", "unit": "u"}


def department(developers: int, scientists: int) -> sm.Org:
    people: list[dict[str, Any]] = [{"id": "lead", "job_title": "directeur", "unit": "u"}]
    people += [
        {"id": "data-lead", "job_title": "teammanager data", "unit": "u"},
        {"id": "dev-lead", "job_title": "teammanager IT", "unit": "u"},
    ]
    people += [{"id": f"d{k}", "job_title": "developer", "unit": "u"} for k in range(developers)]
    people += [{"id": f"s{k}", **SCIENTIST} for k in range(scientists)]
    return sm.Org.from_dict({"format": "spotifymodel/1", "people": people, "units": [{"id": "u", "manager": "lead"}]})


def plan(org: sm.Org, squads: int = 4, data: float = 0.5) -> Plan:
    chapters = [{"id": "dev", "jobs": ["developer", "teammanager IT"]}, {"id": "data", "jobs": ["data scientist", "teammanager data"]}]
    leads = [{"person": f"{c}-lead", "chapter": c, "role": "chapter_lead"} for c in ("dev", "data")]
    made = [{"id": f"q{k}", "needs": {"dev": 2, "data": data}} for k in range(squads)]
    tribe = {"id": "t", "agile_coaches": 0, "lead": "lead", "chapters": chapters, "squads": made}
    return sm.propose(org, {"format": "spotifymodel-blueprint/1", "tribes": [tribe], "locks": leads})


@pytest.mark.parametrize(("developers", "scientists", "data"), [(8, 2, 0.5), (8, 1, 0.5), (8, 2, 1.0), (7, 3, 1.0), (8, 3, 0.5)])
def test_one_more_of_a_chapter_saves_what_a_list_with_one_more_saves(developers: int, scientists: int, data: float) -> None:
    org = department(developers, scientists)
    before = plan(org, data=data)
    found = {p.chapter: p for p in before.gap_report(prices=True).prices if p.kind == "hire"}
    terms = {o.name: o.value for o in before.objective}
    for chapter, title in (("data", "data scientist"), ("dev", "developer")):
        more = plan(org.add("person", id="zz", job_title=title, unit="u", agile_years=0.0), data=data)
        change = {o.name: o.value - terms[o.name] for o in more.objective if o.value != terms[o.name]}
        first = next(iter(change.values()), 0)
        assert (chapter in found) == (first < 0)
        if first < 0:
            assert dict(found[chapter].saves) == change
            assert found[chapter].proven


def test_one_more_data_scientist_removes_double_memberships() -> None:
    (price,) = (p for p in plan(department(8, 2)).gap_report(prices=True).prices if p.kind == "hire")
    assert price.chapter == "data"
    assert price.saves["two_squads"] == -1


def test_one_more_owner_who_fits_is_one_of_whom_too_little_is_known_less() -> None:
    found = plan(department(8, 4)).gap_report(prices=True).prices
    trained = [p for p in found if p.kind == "train"]
    assert trained
    assert all(next(iter(p.saves.items())) == ("owners_unknown", -1) for p in trained)


def test_a_report_says_who_would_save_the_most_first_and_asks_for_no_prices_by_itself() -> None:
    report = plan(department(8, 1), data=1.0).gap_report()
    assert report.prices == ()
    priced = plan(department(8, 1), data=1.0).gap_report(prices=True)
    assert next(iter(priced.prices[0].saves)) == "unmet_needs"
    assert "What one more would save" in str(priced)
    assert "What one more would save" not in str(report)


def test_a_limit_leaves_out_what_is_not_asked_by_then() -> None:
    found = plan(department(8, 2))
    assert found.gap_report(prices=True, time_limit=1e-9).prices == ()


def test_a_plan_from_a_file_cannot_be_asked() -> None:
    with pytest.raises(UsageError, match="propose again"):
        Plan.from_dict(plan(department(8, 2)).to_dict()).gap_report(prices=True)
