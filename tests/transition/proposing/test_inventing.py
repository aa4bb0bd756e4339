"""What a proposal invents by itself asks for nobody who is not there, and its texts count in good Dutch and English."""

from __future__ import annotations

from typing import Any

import pytest

import spotifymodel as sm
from spotifymodel.model.org import Org
from spotifymodel.transition.plan import Plan

from .departments import department


def lists(*titles: str) -> Org:
    """Return a list of people with these titles in one unit, and nobody above them."""
    people = [{"id": f"p{k}", "job_title": title, "unit": "zorg"} for k, title in enumerate(titles)]
    return Org.from_dict({"format": "spotifymodel/1", "people": people, "units": [{"id": "zorg"}]})


def value(plan: Plan, name: str) -> int:
    return next(o.value for o in plan.objective if o.name == name)


@pytest.mark.parametrize("number", [25, 40, 61, 90])
def test_without_a_blueprint_nobody_is_missing_though_the_tribe_lead_comes_from_a_chapter(number: int) -> None:
    titles = ["tester", "developer", "marketeer", "productmanager", "teamleider"]
    plan = sm.propose(lists(*(titles[k % 5] for k in range(number))))
    assert plan.org is not None and plan.org.tribes[0].lead, "somebody who works in a chapter leads the tribe"
    assert [s for s in plan.gaps["shortages"] if s["kind"] == "chapter"] == []
    assert (value(plan, "unmet_needs"), value(plan, "hires"), value(plan, "unplaced")) == (0, 0, 0)


def few_squads(language: str, **needs: float) -> Plan:
    tribe: dict[str, Any] = {"id": "t", "chapters": [{"id": "dev", "discipline": "mainframe"}], "squads": [{"id": "a", "needs": needs}]}
    return sm.propose(department(25, 1), {"format": "spotifymodel-blueprint/1", "tribes": [tribe]}, language=language)  # type: ignore[arg-type]


def test_people_for_whom_the_squads_have_no_room_are_helped_by_more_squads() -> None:
    plan = few_squads("en", dev=1)
    without = value(plan, "unplaced")
    first = plan.relaxations[0]
    assert (first["rank"], first["kind"], first["amount"]) == (1, "grow", -(-without // 9))
    assert first["ends"] == {"name": "unplaced", "unit": "people", "change": -without}
    assert first["text"] == f"plan {first['amount']} squad more: {without} people without a seat"
    tribe = {"id": "t", "squads": [{"id": s} for s in "abc"[: 1 + first["amount"]]]}
    assert value(sm.propose(department(25, 1), {"format": "spotifymodel-blueprint/1", "tribes": [tribe]}), "unplaced") == 0


@pytest.mark.parametrize(
    ("language", "asked", "short", "less"),
    [
        ("en", 1, "1 seat asked, 0 people there, 1 short", "ask 1 seat less of chapter dev, in a"),
        ("nl", 1, "1 plaats gevraagd, 0 mensen beschikbaar, 1 tekort", "vraag 1 plaats minder van chapter dev, in a"),
        ("en", 2.5, "2.5 seats asked, 0 people there, 2.5 short", "ask 2.5 seats less of chapter dev, in a"),
        ("nl", 2.5, "2,5 plaatsen gevraagd, 0 mensen beschikbaar, 2,5 tekort", "vraag 2,5 plaatsen minder van chapter dev, in a"),
    ],
)
def test_shortages_count_as_the_language_does(language: str, asked: float, short: str, less: str) -> None:
    plan = few_squads(language, dev=asked)
    assert [s["text"] for s in plan.gaps["shortages"] if s["kind"] == "chapter"] == [f"chapter dev: {short}"]
    assert less in [r["text"] for r in plan.relaxations]


def test_a_title_that_says_no_specialism_is_not_called_read() -> None:
    org = lists(*["verpleegkundige"] * 6)
    assert (
        sm.propose(org).why("p1")[0] == "the title “verpleegkundige” names no specialism that is known: people of zorg go to chapter zorg"
    )
    said = sm.propose(org, language="nl").why("p1")[0]
    assert said == "de titel “verpleegkundige” noemt geen bekend specialisme: mensen van zorg gaan naar chapter zorg"
    nowhere = Org.from_dict({"format": "spotifymodel/1", "people": [{"id": f"p{k}", "job_title": "kok"} for k in range(6)]})
    assert sm.propose(nowhere).why("p1")[0] == "the title “kok” names no specialism that is known: so chapter general"


@pytest.mark.parametrize(
    ("testers", "en", "nl"), [(2, "1 of 3 people gets", "1 van 3 mensen krijgt"), (3, "2 of 4 people get", "2 van 4 mensen krijgen")]
)
def test_one_gets_and_several_get_another_line_manager(testers: int, en: str, nl: str) -> None:
    below = [{"id": f"p{k}", "job_title": "tester", "reports_to": "p0"} for k in range(1, testers + 1)]
    org = Org.from_dict({"format": "spotifymodel/1", "people": [{"id": "p0", "job_title": "director"}, *below]})
    assert f"{en} another line manager" in str(sm.propose(org))
    dutch = sm.propose(org, language="nl")
    assert f"{nl} een andere leidinggevende" in str(dutch)
    assert f"{nl} een andere leidinggevende" in dutch.gaps["consultation"][0]["text"]
