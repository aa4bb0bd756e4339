"""Duties by role: what is framed is what the rule finds dropped, every holder is counted once, every stage is there."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import spotifymodel as sm
from spotifymodel.errors import UsageError
from spotifymodel.graph.index import index_of
from spotifymodel.graph.view import View
from spotifymodel.model.org import Org
from spotifymodel.plot.figure import OrgFigure
from spotifymodel.plot.heat.duties import read_duties
from spotifymodel.plot.heat.measure import DETAILS
from spotifymodel.plot.scene import Box
from spotifymodel.plot.theme import DEFAULT
from spotifymodel.rules.duties import holders
from spotifymodel.transition.plan import Plan
from tests.depth import examples

from .roads import road

TYPES = (None, "technical", "strategic", "marketing", "manager")


@st.composite
def charts(draw: st.DrawFn) -> list[Org]:
    """One to four charts of the same people, who hold what they do by type, by record, as owner or as review owner."""
    count = draw(st.integers(1, 5))
    found = []
    for _ in range(draw(st.integers(1, 4))):
        people: list[dict[str, Any]] = [{"id": f"p{i}"} for i in range(count)]
        for person in people:
            kind = draw(st.sampled_from(TYPES))
            person |= {"pm_type": kind} if kind else {}
            person |= draw(st.sampled_from([{}, {}, {"blocks": ["3b", "4"]}, {"duties": ["compliance", "jaarverslag"]}]))
        squads = draw(
            st.sampled_from([[], [{"id": "s", "product_owner": "p0", "mandate": "end_to_end"}], [{"id": "s", "product_owner": "p0"}]])
        )
        products = draw(st.sampled_from([[], [{"id": "x", "review_owner": "p0"}]]))
        document = {"format": "spotifymodel/1", "people": people, "squads": squads, "products": products}
        found.append(Org.from_dict({key: value for key, value in document.items() if value}))
    return found


def drawn(*given_charts: Any, **options: Any) -> OrgFigure | None:
    """Draw; None where nobody holds anything."""
    try:
        figure = sm.plot.duties(*given_charts, **options)
    except UsageError as refusal:
        assert "Tell pm_type" in str(refusal)
        return None
    assert isinstance(figure, OrgFigure)
    return figure


@settings(max_examples=examples(60), deadline=None)
@given(charts())
def test_the_first_frame_of_a_duty_is_where_the_rule_finds_it_dropped(sequence: list[Org]) -> None:
    found = {f.subject.id for f in sm.check(sequence, select="TX002").findings if f.code == "TX002"}
    held = read_duties([(str(k), org) for k, org in enumerate(sequence)], "en")
    assert set(held.dropped) == found
    framed = {row.of.partition(":")[2] for row, cells in zip(held.heat.rows, held.heat.cells, strict=True) if any(c.gap for c in cells)}
    assert framed == found


@settings(max_examples=examples(40), deadline=None)
@given(charts())
def test_roles_add_up_to_everybody_who_holds_a_duty(sequence: list[Org]) -> None:
    held = read_duties([(str(k), org) for k, org in enumerate(sequence)], "en")
    across = len(held.heat.columns) // len(sequence)
    for row, cells in zip(held.heat.rows, held.heat.cells, strict=True):
        for k, org in enumerate(sequence):
            counts = [int(cell.short.replace("·", "0")) for cell in cells[k * across : (k + 1) * across]]
            assert counts[0] == sum(counts[1:]) == len(holders(View(index_of(org)), row.of.partition(":")[2]))


@settings(max_examples=examples(25), deadline=None)
@given(charts(), st.sampled_from(DETAILS), st.sampled_from(["en", "nl"]))
def test_every_detail_is_a_sound_picture_of_all_duties_and_stages(sequence: list[Org], detail: str, language: str) -> None:
    figure = drawn(*sequence, detail=detail, language=language)
    if figure is not None:
        assert figure.audit() == ()
        assert sum(promise.startswith("duty:") for promise in figure.scene.promises) >= 22
        assert len({p.partition("/")[0] for p in figure.scene.promises if p.startswith("stage:")}) == len(sequence)


def before_and_after() -> tuple[Org, Org]:
    before = Org.from_dict(
        {"format": "spotifymodel/1", "people": [{"id": "lotte", "pm_type": "marketing"}, {"id": "anna", "pm_type": "technical"}]}
    )
    return before, before.change("person", "lotte", pm_type=None)


def test_a_dropped_introduction_is_framed_and_named() -> None:
    figure = drawn(*before_and_after(), language="nl")
    assert figure is not None
    framed = [m.of for m in figure.scene.marks if isinstance(m, Box) and m.stroke == DEFAULT.bad and m.of]
    assert framed == ["stage:1/role:all/duty:3b"]
    assert "1 taak vervallen: 3b Introductie" in figure.alt_text
    assert {"vooraf", "na afloop"} <= {text.text for text in figure.scene.texts}


def test_a_plan_and_its_stages_are_one_picture_and_stages_keep_their_names() -> None:
    stages = [replace(stage, org=stage.org.change("person", "p0-0", pm_type="technical")) for stage in road(2, 1)]
    one, other = drawn(*stages, language="nl"), drawn(Plan("feasible", stages=tuple(stages)), language="nl")
    assert one is not None and other is not None
    assert one.svg() == other.svg()
    assert {"uitgangspunt", "golf 1", "golf 2"} <= {text.text for text in one.scene.texts}


def test_many_stages_are_headed_by_letters_that_mean_the_same_at_every_stage() -> None:
    figure = drawn(*[before_and_after()[0]] * 12, language="en")
    assert figure is not None and figure.audit() == ()
    heads = [text.text for text in figure.scene.texts if text.of.startswith("stage:") and "duty:" not in text.of and len(text.text) == 1]
    assert heads == ["A", "B", "C"] * 12
    assert sum(text.text == "technical PM" for text in figure.scene.texts) == 1
    named = drawn(*[before_and_after()[0]] * 12, language="en", detail="names")
    assert named is not None and sum(text.text == "technical" for text in named.scene.texts) == 12


def test_a_highlighted_duty_keeps_its_colour() -> None:
    plain, lit = drawn(*before_and_after()), drawn(*before_and_after(), highlight="4")
    assert plain is not None and lit is not None and lit.audit() == ()
    fills = {m.of: m.fill for m in lit.scene.marks if isinstance(m, Box) and "/duty:" in m.of}
    assert fills["stage:0/role:technical/duty:4"] == DEFAULT.levels[3]
    assert fills["stage:0/role:technical/duty:2c"] == DEFAULT.band


def test_nothing_to_draw_is_refused_with_the_remedy() -> None:
    with pytest.raises(UsageError, match="there is none"):
        sm.plot.duties()
    with pytest.raises(UsageError, match="there is none"):
        sm.plot.duties(Plan("infeasible"))
    with pytest.raises(UsageError, match="Tell pm_type"):
        sm.plot.duties(Org.from_dict({"format": "spotifymodel/1", "people": [{"id": "an"}]}))


def test_types_are_read_from_job_titles_where_no_chart_tells_any_and_that_is_said() -> None:
    line = sm.example("polderbank")
    figure = drawn(line, language="en")
    assert figure is not None and figure.audit() == ()
    note = "types of product manager are read from job titles; pm_type settles them"
    assert note in {text.text for text in figure.scene.texts}
    held = read_duties([("", line)], "en")
    row = next(cells for lane, cells in zip(held.heat.rows, held.heat.cells, strict=True) if lane.of == "duty:4")
    titles = [str(person.job_title) for person in line.people]
    assert row[0].short == str(sum(title.startswith("technisch productmanager") for title in titles)) == "4"
    told = drawn(line.change("person", "p001", pm_type="strategic"), language="en")
    assert told is not None and note not in {text.text for text in told.scene.texts}


def test_who_points_at_a_duty_is_told_who_holds_it_at_every_stage() -> None:
    figure = drawn(*before_and_after(), language="en")
    assert figure is not None
    facts = json.loads(re.findall(r'id="facts">(.*?)</script>', figure.to_html(), re.S)[0])["facts"]
    told = next(fact for fact in facts if fact["name"] == "3b introduction")
    assert (told["kind"], told["lines"]) == ("duty", ["before: in all 1", "before: marketing PM 1", "after: in all 0"])
