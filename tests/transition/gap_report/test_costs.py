"""Costs are hires and months at the rates of a blueprint; what has no rate is counted, never priced."""

from __future__ import annotations

from typing import Any

import pytest

import spotifymodel as sm
from spotifymodel.errors import InputRefusedError
from spotifymodel.transition.plan import Plan

PEOPLE = [{"id": f"d{k}", "job_title": "developer"} for k in range(3)]
OWNER = {
    "id": "o", "job_title": "product owner", "seniority": "senior", "agile_years": 1.0,
    "skills": {"stakeholders": 2, "storytelling": 2, "mvp": 2},
}  # fmt: skip


def plan(rates: dict[str, Any] | None, language: str = "en") -> Plan:
    wanted: dict[str, Any] = {
        "format": "spotifymodel-blueprint/1",
        "tribes": [
            {
                "id": "t",
                "lead": "d0",
                "agile_coaches": 1,
                "chapters": [{"id": "dev", "jobs": ["developer"]}, {"id": "po", "jobs": ["product owner"]}],
                "squads": [{"id": "s", "needs": {"dev": 3}}],
            }
        ],
        "locks": [{"person": "o", "squad": "s", "role": "product_owner"}, {"person": "d1", "chapter": "dev", "role": "chapter_lead"}],
    }
    org = sm.Org.from_dict({"format": "spotifymodel/1", "people": [*PEOPLE, OWNER]})
    return sm.propose(org, wanted | ({} if rates is None else {"rates": rates}), language=language)  # type: ignore[arg-type]


def test_without_rates_nothing_costs() -> None:
    assert plan(None).gaps["costs"] == ()
    assert plan({"level_months": 3.0}).gaps["costs"] == ()
    assert plan(None).gap_report().totals.cost is None


def test_every_hire_and_every_month_is_priced_and_the_sum_is_of_what_has_a_price() -> None:
    found = plan({"hires": {"member": 9000.0}, "training_month": 750.0, "currency": "EUR"})
    hires = [h["role"] for h in found.gaps["hires"]]
    lines = {(line["kind"], line["role"]): line for line in found.gaps["costs"]}
    assert lines["hire", "member"]["amount"] == 9000 * hires.count("member") > 0
    assert lines["training", "product_owner"]["amount"] == 750 * 12
    assert lines["hire", "agile_coach"]["amount"] is None
    assert lines["total", None]["amount"] == 9000 * hires.count("member") + 9000
    assert found.gap_report().totals.cost == lines["total", None]["amount"]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ["what that costs:", "1 × agile coach: not priced, no rate is given", "training 1 × product owner, 12 months: EUR 9,000"]),
        ("nl", ["wat dat kost:", "1 × agile coach: zonder prijs, er is geen tarief gegeven", "1 × product owner, 12 maanden: EUR 9.000"]),
    ],
)  # fmt: skip
def test_a_plan_tells_what_it_costs(language: str, said: list[str]) -> None:
    text = str(plan({"hires": {"member": 9000.0}, "training_month": 750.0, "currency": "EUR"}, language))
    assert [one for one in said if one not in text] == []


def test_levels_that_take_months_make_a_training_longer_and_its_squad_later() -> None:
    org = sm.Org.from_dict({"format": "spotifymodel/1", "people": [*PEOPLE, OWNER | {"agile_years": 3.0, "skills": {
        "stakeholders": 1, "storytelling": 0, "mvp": 1, "data": 1, "customer-journey": 0}}]})  # fmt: skip
    wanted = {
        "format": "spotifymodel-blueprint/1",
        "tribes": [{"id": "t", "squads": [{"id": "s"}]}],
        "locks": [{"person": "o", "squad": "s", "role": "product_owner"}],
    }
    plain, slow = sm.propose(org, wanted), sm.propose(org, wanted | {"rates": {"level_months": 6.0}})
    assert [t["months"] for t in plain.gaps["trainings"]] == [None]
    assert [t["months"] for t in slow.gaps["trainings"]] == [18.0]
    live = [next(stage.week for stage in one.stages if "s" in stage.squads) for one in (plain, slow)]
    assert live[0] < 78 <= live[1]


@pytest.mark.parametrize("rates", [{"hires": {"wizard": 1.0}}, {"hires": {"member": -1.0}}, {"level_months": "three"}, {"training": 1.0}])
def test_rates_that_mean_nothing_are_refused(rates: dict[str, Any]) -> None:
    with pytest.raises(InputRefusedError):
        plan(rates)
