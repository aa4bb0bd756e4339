"""Seats that are vacant today count nowhere in a live chart, and nowhere on the road from it."""

from __future__ import annotations

from typing import Any

import spotifymodel as sm
from spotifymodel.model.org import Org
from spotifymodel.transition.plan import Plan


def tribe_of_today(mode: str, **more: Any) -> Org:
    """Return a squad of nine with seven vacancies: too large as a design, and not as it is lived."""
    people: list[dict[str, Any]] = [{"id": f"a{k}", "job_title": "back-end developer", "unit": "a"} for k in range(9)]
    people += [{"id": f"b{k}", "job_title": "back-end developer", "unit": "b"} for k in range(6)]
    people += [{"id": f"q{k}", "job_title": "product manager", "unit": "b", "agile_years": 3} for k in range(3)]
    vacancies = [f"v{k}" for k in range(7)]
    people += [{"id": v, "vacancy": True} for v in vacancies]
    seats = [*(f"a{k}" for k in range(8)), *vacancies]
    squad = {"id": "old-squad", "mission": "pay", "product_owner": "q0", "members": seats, **more}
    chapter = {"id": "old-chapter", "lead": "a0", "members": [*seats[1:], "a8", "q0"]}
    tribe = {"id": "old", "lead": "q2", "agile_coaches": ["a8"], "chapters": [chapter], "squads": [squad]}
    document = {"format": "spotifymodel/1", "mode": mode, "units": [{"id": "a"}, {"id": "b"}], "people": people, "tribes": [tribe]}
    return Org.from_dict(document)


def on_the_road(org: Org) -> Plan:
    chapters = [{"id": "dev", "discipline": "back-end"}, {"id": "product", "discipline": "product"}]
    squads = [{"id": f"new-{k}", "needs": {"dev": 3}} for k in range(4)]
    tribes = [{"id": "t", "agile_coaches": 0, "chapters": chapters, "squads": squads}]
    return sm.propose(org, {"format": "spotifymodel-blueprint/1", "tribes": tribes, "waves": {"weeks": 4, "max_squads": 1}})


def errors(org: Org) -> list[tuple[str, str]]:
    return [(f.code, f.subject.id) for f in sm.check(org) if f.severity == "error"]


def test_a_stage_does_not_hold_a_team_of_a_live_chart_too_large_for_seats_that_are_vacant_today() -> None:
    org = tribe_of_today("live")
    assert errors(org) == []
    plan = on_the_road(org)
    assert [errors(stage.org) for stage in plan.stages] == [[] for _ in plan.stages]
    (second,) = [s for s in plan.stages[1].org.to_dict()["tribes"] if s["id"] == "old"]
    assert not any(seat.startswith("v") for seat in second["squads"][0]["members"])


def test_a_stage_of_a_design_counts_them_as_its_rules_do() -> None:
    plan = on_the_road(tribe_of_today("design"))
    assert errors(plan.stages[0].org) == errors(plan.stages[1].org) == [("SQ001", "old-squad")]


def test_vacancies_that_the_chart_to_be_needs_hold_their_seats_on_the_road_from_a_live_chart_too() -> None:
    plan = on_the_road(tribe_of_today("live"))
    assert plan.org is not None
    today = {p.id for p in tribe_of_today("live").people}
    needed = {p.id for p in plan.org.people if p.vacancy and p.id not in today}
    assert needed
    assert needed <= {p.id for p in plan.stages[-1].org.people}
    assert all(stage.org.mode == "design" for stage in plan.stages[1:])


def test_an_owner_who_is_still_to_be_found_today_has_a_stand_in_on_the_road() -> None:
    plan = on_the_road(tribe_of_today("live", product_owner="v0"))
    today, *road = plan.stages
    assert ("PO001", "old-squad") in errors(today.org)
    assert not any(("PO001", "old-squad") in errors(stage.org) for stage in road)
