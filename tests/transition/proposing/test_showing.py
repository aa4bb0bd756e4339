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
