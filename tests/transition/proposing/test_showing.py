"""A plan in words and in a notebook."""

from __future__ import annotations

import pytest

import spotifymodel as sm


def _department(name: str = "dev") -> sm.Org:
    people = [{"id": f"d{k}", "job_title": "developer", "unit": "u"} for k in range(12)]
    return sm.Org.from_dict({"format": "spotifymodel/1", "people": people, "units": [{"id": "u", "name": name}]})


@pytest.mark.parametrize(("language", "head"), [("en", "proposal: optimal"), ("nl", "voorstel: optimaal")])
def test_a_notebook_shows_every_term_in_a_row_and_the_rest_below(language: str, head: str) -> None:
    plan = sm.propose(_department(), language=language)  # type: ignore[arg-type]
    shown = plan._repr_html_()
    assert f"<b>{head}</b>" in shown
    assert shown.count("<tr>") == len(plan.objective) + 1
    for line in str(plan).splitlines()[1 + len(plan.objective) :]:
        assert line.replace("&", "&amp;") in shown


def test_what_is_lacking_several_times_is_said_once_with_its_number() -> None:
    plan = sm.propose(sm.example("polderbank"))
    assert "  agile coach for tribe-1 (×3)" in str(plan).splitlines()


def test_names_in_a_notebook_are_text_and_no_markup() -> None:
    wanted = {"format": "spotifymodel-blueprint/1", "tribes": [{"id": "t", "name": "<script>alert(1)</script>"}]}
    assert "<script>" not in sm.propose(_department(), wanted)._repr_html_()


def test_a_plan_that_there_is_none_of_shows_its_conflict() -> None:
    wanted = {
        "format": "spotifymodel-blueprint/1",
        "tribes": [{"id": "t", "squads": [{"id": "s"}, {"id": "r"}]}],
        "locks": [{"person": "d1", "squad": "s"}],
        "forbid": [{"person": "d1", "squad": "s"}],
    }
    shown = sm.propose(_department(), wanted)._repr_html_()
    assert "infeasible" in shown and "<table>" not in shown and "d1 not in s" in shown


def test_the_moves_of_a_plan_are_a_table_with_a_row_per_person() -> None:
    org = sm.example("polderbank")
    plan = sm.propose(org)
    frame = plan.to_frame()
    assert list(frame["person"]) == [m.person for m in plan.moves] == [p.id for p in org.people]
    assert sum(frame["other_line_manager"]) == sum(m.before["line_manager"] != m.line_manager for m in plan.moves)
    row = dict(zip(frame.columns, frame.iloc[[m.person for m in plan.moves].index("p001")], strict=True))
    assert row["roles"] == "tribe_lead of tribe-1" and row["unit_today"] == "directie-hypotheken"
    owners = [roles for roles in frame["roles"] if "product_owner of" in roles]
    assert plan.org is not None
    assert len(owners) == sum(1 for _ in plan.org.all_squads())


def test_half_seats_stand_in_the_table_with_their_share() -> None:
    people = [{"id": f"d{k}", "job_title": "developer"} for k in range(8)] + [{"id": f"t{k}", "job_title": "tester"} for k in range(2)]
    wanted = {
        "format": "spotifymodel-blueprint/1",
        "tribes": [
            {
                "id": "t",
                "chapters": [{"id": "dev", "jobs": ["developer"]}, {"id": "test", "jobs": ["tester"]}],
                "squads": [{"id": s, "needs": {"dev": 3, "test": 0.5}} for s in ("a", "b")],
            }
        ],
    }
    frame = sm.propose(sm.Org.from_dict({"format": "spotifymodel/1", "people": people}), wanted).to_frame()
    assert "a 0.5, b 0.5" in list(frame["squads"])
