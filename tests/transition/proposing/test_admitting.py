"""Locks move people between tribes, forced units stay, and what cannot be is said before anybody is seated."""

from __future__ import annotations

from typing import Any, Literal

import pytest

import spotifymodel as sm

from .test_proposing import places


def wanted(*tribes: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"format": "spotifymodel-blueprint/1", "tribes": list(tribes), **more}


def squads(*names: str) -> list[dict[str, Any]]:
    return [{"id": name} for name in names]


WIDE = {"id": "t", "squads": squads("x", *(f"s{k}" for k in range(13)))}


def test_somebody_locked_into_a_squad_of_another_tribe_goes_there() -> None:
    first = {"id": "it", "from_units": ["it-hypotheken"], "squads": squads("a", "b", "c", "d")}
    plan = sm.propose(sm.example("polderbank"), wanted(first, {"id": "rest"}, locks=[{"person": "p004", "squad": "a"}]))
    assert plan.org is not None
    assert "a" in places(plan.org)["p004"]
    assert plan.move("p004").tribe == "it"
    assert plan.move("p004").chapter in {c.id for c in plan.org.tribe("it").chapters}


def test_a_director_who_is_locked_into_a_squad_gets_a_chapter() -> None:
    plan = sm.propose(sm.example("polderbank"), wanted(WIDE, locks=[{"person": "p001", "squad": "x"}]))
    assert plan.org is not None
    assert places(plan.org)["p001"] == ["x"]
    assert plan.move("p001").chapter is not None


def test_nobody_of_a_unit_that_must_stay_is_moved() -> None:
    org = sm.example("polderbank")
    plan = sm.propose(org, wanted(stay={"it-hypotheken": "forced"}))
    assert plan.org is not None
    staying = [p.id for p in org.people if p.unit == "it-hypotheken"]
    assert len(staying) == 27
    assert not set(staying) & places(plan.org).keys()
    assert all(plan.org.person(p).unit == "it-hypotheken" for p in staying)
    assert {plan.why(p) for p in staying} == {("the blueprint leaves this unit as it is",)}


def test_the_second_line_is_not_locked_into_a_squad() -> None:
    plan = sm.propose(sm.example("polderbank"), wanted(WIDE, locks=[{"person": "p102", "squad": "x"}]))
    assert (plan.status, plan.org) == ("infeasible", None)
    assert [(c["code"], c["subject"]) for c in plan.conflict] == [("wish", "p102")]


def test_a_lock_for_a_role_that_no_seat_has_is_a_conflict() -> None:
    lock = {"person": "p004", "squad": "x", "role": "king"}
    plan = sm.propose(sm.example("polderbank"), wanted(WIDE, locks=[lock]), language="nl")
    assert [c["message"] for c in plan.conflict] == ["p004 moet in x als king; een plaats is die van member of product_owner"]


@pytest.mark.parametrize("place", ["chapter", "tribe"])
def test_a_lock_beside_squads_for_a_role_that_is_not_there_is_a_conflict(place: str) -> None:
    asked = {"id": "t", "chapters": [{"id": "c", "discipline": "product"}]}
    lock = {"person": "p004", place: place[0], "role": "king"}
    plan = sm.propose(sm.example("polderbank"), wanted(asked, locks=[lock]))
    said = f"p004 is locked into {place[0]} as king; a lock there has the role {place}_lead, or none to come there and no more"
    assert [c["message"] for c in plan.conflict] == [said]


@pytest.mark.parametrize("language", ["en", "nl"])
def test_a_tribe_is_not_led_by_two_whether_locks_or_the_tribe_name_them(language: Literal["en", "nl"]) -> None:
    said = {"en": "t is to be led by {}; a tribe has one lead", "nl": "t moet geleid worden door {}; een tribe heeft één lead"}[language]
    locks = [{"person": p, "tribe": "t", "role": "tribe_lead"} for p in ("p003", "p012")]
    for lead, kept, people in ((None, locks, "p003, p012"), ("p001", locks[:1], "p001, p003"), ("p001", locks, "p001, p003, p012")):
        plan = sm.propose(sm.example("polderbank"), wanted({"id": "t", "lead": lead}, locks=kept), language=language)
        assert (plan.status, [c["message"] for c in plan.conflict]) == ("infeasible", [said.format(people)])
    one = sm.propose(sm.example("polderbank"), wanted({"id": "t", "lead": "p003"}, locks=locks[:1]))
    assert one.org is not None and one.org.tribes[0].lead == ("p003",)


def test_nobody_leads_two_tribes() -> None:
    plan = sm.propose(sm.example("polderbank"), wanted({"id": "t", "lead": "p003"}, {"id": "u", "lead": "p003"}))
    assert [c["message"] for c in plan.conflict] == ["p003 is to lead t, u; who leads a tribe leads one"]


def test_a_tribe_lead_who_is_named_cannot_be_locked_into_a_squad_too() -> None:
    plan = sm.propose(sm.example("polderbank"), wanted({**WIDE, "lead": "p004"}, locks=[{"person": "p004", "squad": "x"}]))
    assert [c["subject"] for c in plan.conflict] == ["p004"]


def test_a_tribe_that_is_too_large_is_a_conflict_with_its_number() -> None:
    people = [{"id": f"p{k:03}", "job_title": "tester"} for k in range(151)]
    org = sm.Org.from_dict({"format": "spotifymodel/1", "people": people})
    plan = sm.propose(org, wanted({"id": "t"}))
    assert [(c["code"], c["subject"]) for c in plan.conflict] == [("TR001", "t")]
    # Nobody manages anybody here: the vacancy of the tribe lead is one more.
    assert "152" in plan.conflict[0]["message"]
    assert sm.propose(org).status == "optimal"


def test_a_full_tribe_hires_no_coaches_beyond_its_limit() -> None:
    people = [{"id": f"p{k:03}", "job_title": "tester"} for k in range(149)]
    plan = sm.propose(sm.Org.from_dict({"format": "spotifymodel/1", "people": people}), wanted({"id": "t"}))
    assert plan.org is not None
    assert len(plan.org.people) == 150
    assert not [f for f in sm.check(plan.org) if f.severity == "error"]


def test_who_leads_coaches_or_supports_reports_to_the_tribe_lead() -> None:
    plan = sm.propose(sm.example("polderbank"))
    assert plan.org is not None
    (tribe,) = plan.org.tribes
    leads = {str(holder) for chapter in tribe.chapters for holder in chapter.lead}
    assert {plan.move(p).line_manager for p in leads} == {"p001"}
    assert plan.move("p002").line_manager == "p001"
    assert plan.move("p001").line_manager is None
    assert all(m.line_manager is not None for m in plan.moves if m.tribe is not None and m.person != "p001")
    changed = sum(m.before["line_manager"] != m.line_manager for m in plan.moves)
    assert f"{changed} of 106 people get another line manager" in str(plan)


def test_more_people_together_than_a_squad_holds_is_a_conflict_with_both_numbers() -> None:
    group = [f"p{k:03}" for k in range(4, 14)]
    plan = sm.propose(sm.example("polderbank"), wanted(WIDE, keep_together=[group[:6], group[5:]]))
    assert [(c["code"], c["subject"]) for c in plan.conflict] == [("wish", "p004")]
    assert plan.conflict[0]["message"].startswith("10 people are to be kept together in one squad (p004, p005, ")
    assert plan.conflict[0]["message"].endswith("); a squad has at most 9: keep smaller groups together")


def test_a_lock_on_a_chapter_that_no_tribe_has_is_a_conflict_that_names_those_there_are() -> None:
    org = sm.Org(people=[{"id": f"p{k}", "job_title": "tester"} for k in range(6)])
    plan = sm.propose(org, wanted({"id": "t", "squads": squads("a")}, locks=[{"person": "p4", "chapter": "sales"}]), language="nl")
    assert [c["message"] for c in plan.conflict] == ["p4 moet in chapter sales, en geen tribe heeft dat; er zijn: testing"]


def test_a_tribe_with_one_squad_and_one_chapter_is_told_in_the_singular() -> None:
    org = sm.Org(people=[{"id": f"p{k}", "job_title": "tester"} for k in range(6)])
    told = str(sm.propose(org, wanted({"id": "t", "squads": squads("a")})))
    assert "  t: 1 squad, 1 chapter\n" in told
