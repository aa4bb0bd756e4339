"""Lists and blueprints of an unkind user: a proposal, or a reason why there is none; never a crash, and nobody lost."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import spotifymodel as sm
from spotifymodel.errors import UsageError
from spotifymodel.model.org import Org
from spotifymodel.transition.plan import Plan


def people_of(title: str, number: int, **more: Any) -> Org:
    """Return a list of people of one title, in one unit, without managers."""
    people = [{"id": f"p{k}", "job_title": title, "unit": "u0", **more} for k in range(number)]
    return Org.from_dict({"format": "spotifymodel/1", "people": people, "units": [{"id": "u0", "name": "U0"}]})


def assert_whole(org: Org, plan: Plan) -> None:
    """Everybody stands in the proposed chart, outside the second line with a seat or a role, and it breaks no rule."""
    assert plan.org is not None, plan.conflict
    assert {p.id for p in org.people} <= {p.id for p in plan.org.people}
    assert not [f for f in sm.check(plan.org).findings if f.severity == "error"]
    placed: set[str] = set()
    for tribe in plan.org.to_dict()["tribes"]:
        seats = [tribe["lead"], *tribe.get("agile_coaches", []), *tribe.get("support", [])]
        seats += [c["lead"] for c in tribe.get("chapters", [])]
        seats += [seat for squad in tribe.get("squads", []) for seat in squad.get("members", [])]
        placed |= {seat if isinstance(seat, str) else seat["person"] for seat in seats}
    assert {p.id for p in org.people if not p.second_line} <= placed
    assert sm.propose(org).to_dict() == sm.propose(org).to_dict()


def blueprint(*tribes: dict[str, Any], **wishes: Any) -> dict[str, Any]:
    """Return the document of a blueprint."""
    return {"format": "spotifymodel-blueprint/1", "tribes": list(tribes), **wishes}


@pytest.mark.parametrize("number", [1, 2, 9, 25])
@pytest.mark.parametrize("title", ["director", "agile coach", "management assistant", "xyzzy", "", "Abteilungsleiter"])
def test_people_of_one_title_all_get_a_place(title: str, number: int) -> None:
    org = people_of(title, number)
    assert_whole(org, sm.propose(org))


def test_everybody_second_line_stays_outside_the_tribe() -> None:
    org = people_of("compliance officer", 5, second_line=True)
    assert_whole(org, sm.propose(org))


@pytest.mark.parametrize("title", ["director", "agile coach"])
@pytest.mark.parametrize("wanted", [{"agile_coaches": ["p0", "p1", "p2"]}, {"agile_coaches": []}, {"lead": "p3"}])
def test_directors_and_coaches_whom_no_role_takes_work_in_squads(title: str, wanted: dict[str, Any]) -> None:
    org = people_of(title, 9)
    assert_whole(org, sm.propose(org, blueprint({"id": "t", **wanted})))


@pytest.mark.parametrize("title", ["director", "agile coach"])
def test_a_director_or_coach_among_their_like_can_be_locked_into_a_squad(title: str) -> None:
    org = people_of(title, 9)
    plan = sm.propose(org, blueprint({"id": "t", "squads": [{"id": "a"}]}, locks=[{"person": "p5", "squad": "a"}]))
    assert_whole(org, plan)
    assert [squad["id"] for squad in plan.move("p5").squads] == ["a"]


def test_a_tribe_for_which_nobody_is_left_holds_vacancies_in_a_chapter() -> None:
    org = people_of("software engineer", 9)
    plan = sm.propose(org, blueprint({"id": "t"}, {"id": "u"}, {"id": "v", "squads": [{"id": "z"}]}))
    assert_whole(org, plan)
    assert all(m.tribe is not None for m in plan.moves)


DEVELOPMENT = {"id": "dev", "discipline": "development"}


def test_who_is_locked_as_lead_into_a_chapter_of_another_specialism_leads_it_and_is_in_no_other() -> None:
    more = [{"id": "x1", "job_title": "tester", "unit": "u1"}, {"id": "x2", "job_title": "tester", "unit": "u1"}]
    document = people_of("software engineer", 9).to_dict()
    document["people"] += more
    document["units"] += [{"id": "u1", "name": "U1"}]
    org = Org.from_dict(document)
    tribes = [{"id": "t", "from_units": ["u0"], "chapters": [DEVELOPMENT]}, {"id": "u", "from_units": ["u1"]}]
    plan = sm.propose(org, blueprint(*tribes, locks=[{"person": "x1", "chapter": "dev", "role": "chapter_lead"}]))
    assert_whole(org, plan)
    assert plan.org is not None
    assert [c["lead"] for t in plan.org.to_dict()["tribes"] for c in t["chapters"] if c["id"] == "dev"] == ["x1"]
    assert plan.move("x1").tribe == "t"


@pytest.mark.parametrize(
    ("locks", "said"),
    [
        ([("p1", "dev"), ("p2", "dev")], "dev is to be led by p1, p2; a chapter has one lead"),
        ([("p1", "dev"), ("p1", "x")], "p1 is to lead dev, x; who leads a chapter leads one"),
    ],
)
def test_leads_that_contradict_each_other_are_named_as_the_conflict(locks: list[tuple[str, str]], said: str) -> None:
    chapters = [DEVELOPMENT, {"id": "x", "jobs": ["tester"]}]
    wishes = [{"person": person, "chapter": chapter, "role": "chapter_lead"} for person, chapter in locks]
    plan = sm.propose(people_of("software engineer", 9), blueprint({"id": "t", "chapters": chapters}, locks=wishes))
    assert plan.status == "infeasible"
    assert [c["message"] for c in plan.conflict] == [said]


@pytest.mark.parametrize("language", ["en", "nl"])
def test_a_lead_from_the_second_line_is_refused_with_the_reason(language: Any) -> None:
    document = people_of("software engineer", 9).to_dict()
    document["people"][3] |= {"second_line": True, "reports_to": "p1"}
    plan = sm.propose(Org.from_dict(document), blueprint({"id": "t", "lead": "p3"}), language=language)
    assert plan.status == "infeasible"
    assert {"en": "second line", "nl": "tweede lijn"}[language] in plan.conflict[0]["message"]


@pytest.mark.parametrize(("title", "number"), [("software engineer", 2), ("management assistant", 2), ("", 9)])
def test_a_strict_profile_that_no_staffing_can_keep_is_answered_with_what_it_would_break(title: str, number: int) -> None:
    plan = sm.propose(people_of(title, number), profile="strict")
    assert plan.status == "infeasible"
    assert plan.conflict
    assert {c["code"] for c in plan.conflict} <= {"SQ003", "PO003", "CH007"}
    assert all(c["message"] for c in plan.conflict)


def test_a_profile_of_ones_own_file_is_kept_in_the_plan_and_its_stages(tmp_path: Path) -> None:
    house = tmp_path / "house.toml"
    house.write_text("title = 'House'\nextends = ['brunel-2017']\n[limits]\n'chapter.max' = 5\n", encoding="utf-8")
    org = people_of("software engineer", 25)
    for profile in (house, str(house)):
        plan = sm.propose(org, profile=profile)
        assert plan.org is not None
        assert plan.stages
        assert not [f for f in sm.check(plan.org, profile=profile).findings if f.severity == "error"]
        assert sm.check(plan.org).ok  # a chart that names a file nobody has could not be judged
        chapters = [c for t in plan.org.to_dict()["tribes"] for c in t["chapters"]]
        assert max(len(c["members"]) for c in chapters) <= 5


def test_a_tribe_too_full_for_its_vacancies_is_infeasible_with_a_reason(tmp_path: Path) -> None:
    house = tmp_path / "house.toml"
    house.write_text("title = 'House'\nextends = ['brunel-2017']\n[limits]\n'tribe.max' = 5\n", encoding="utf-8")
    plan = sm.propose(people_of("agile coach", 25), profile=house)
    assert plan.status == "infeasible"
    assert "no room for the vacancies" in plan.conflict[0]["message"]


def test_what_is_no_chart_and_no_blueprint_is_refused_with_what_to_give() -> None:
    org = people_of("tester", 3)
    with pytest.raises(UsageError, match=r"propose takes a chart; a str is none: read a file with Org\.load"):
        sm.propose("people.csv")  # type: ignore[arg-type]
    with pytest.raises(UsageError, match="a blueprint is a file, a mapping or a Blueprint; a list is none of these"):
        sm.propose(org, [{"id": "t"}])  # type: ignore[arg-type]
    with pytest.raises(UsageError, match="no wording in 'de'; choose en or nl"):
        sm.propose(org, language="de")  # type: ignore[arg-type]


def test_a_live_chart_gets_a_design_whose_vacancies_are_seats() -> None:
    people = [{"id": f"p{k}", "job_title": "tester"} for k in range(12)] + [{"id": "open", "job_title": "tester", "vacancy": True}]
    org = Org.from_dict({"format": "spotifymodel/1", "mode": "live", "people": people})
    plan = sm.propose(org)
    assert plan.org is not None
    assert {p.id for p in org.people} <= {p.id for p in plan.org.people}
    assert sm.check(plan.org).ok
    assert (org.mode, plan.org.mode) == ("live", "design")
    assert all(sm.check(stage.org).ok for stage in plan.stages)
