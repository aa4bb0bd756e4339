"""A plan tells which duties it drops and who has to be consulted."""

from __future__ import annotations

import pytest

import spotifymodel as sm
from spotifymodel.transition.plan import Plan


def marketing_elsewhere(language: str | None = None, mandate: str = "soft") -> Plan:
    wanted = {
        "format": "spotifymodel-blueprint/1",
        "tribes": [
            {
                "id": "t",
                "chapters": [
                    {"id": "producten", "discipline": "product"},
                    {"id": "communicatie", "discipline": "marketing", "jobs": ["product marketing manager"]},
                ],
                "squads": [{"id": f"s{k}", "mandate": mandate} for k in range(12)],
            }
        ],
        # members: as owners they would go on with the introduction
        "locks": [{"person": p, "squad": f"s{k}", "role": "member"} for k, p in enumerate(("p011", "p012", "p013"))],
    }
    return sm.propose(sm.example("polderbank"), wanted, language=language)


def test_the_introduction_is_named_as_dropped_where_product_marketing_leaves_the_chapter_of_products() -> None:
    plan = marketing_elsewhere()
    assert "3b" in [d["duty"] for d in plan.gaps["duties"]]
    assert all(set(d["were"]) == {"p011", "p012", "p013"} for d in plan.gaps["duties"] if d["duty"] == "3b")
    assert "duties that nobody would hold any more:" in str(plan)


def test_owners_with_the_whole_mandate_pick_the_introduction_up() -> None:
    assert "3b" not in [d["duty"] for d in marketing_elsewhere(mandate="end_to_end").gaps["duties"]]


def test_no_duty_is_dropped_where_product_managers_stay_together() -> None:
    assert sm.propose(sm.example("polderbank")).gaps["duties"] == ()


def test_dropped_duties_are_those_that_the_rule_about_stages_finds_once_types_are_written_out() -> None:
    plan = marketing_elsewhere()
    assert plan.org is not None
    types = {"technisch productmanager": "technical", "strategisch productmanager": "strategic", "product marketing manager": "marketing"}
    before, after = sm.example("polderbank"), plan.org
    for one in before.people:
        if one.job_title in types:
            before = before.change("person", one.id, pm_type=types[one.job_title])
            after = after.change("person", one.id, pm_type=types[one.job_title])
    found = {f.subject.id for f in sm.check([before, after]).findings if f.code == "TX002"}
    assert found and found == {d["duty"] for d in plan.gaps["duties"]}


@pytest.mark.parametrize(("language", "flags"), [("nl", 1), ("en", 0)])
def test_a_dutch_plan_flags_the_works_council_with_the_numbers_it_asks_for(language: str, flags: int) -> None:
    plan = marketing_elsewhere(language)
    found = plan.gaps["consultation"]
    assert len(found) == flags
    changed = sum(m.before["line_manager"] != m.line_manager for m in plan.moves)
    assert all(f"{changed} van 106 mensen" in flag["text"] and "geen juridisch advies" in flag["text"] for flag in found)
