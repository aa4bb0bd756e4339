"""The roadmap: bars and strips are as long and as high as what they stand for, and no line runs through words."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import spotifymodel as sm
from spotifymodel.errors import FigureTooSmallError, UsageError
from spotifymodel.plot.figure import OrgFigure
from spotifymodel.plot.road.reading import RUNGS, read_road
from spotifymodel.plot.scene import Box, Line, Text
from spotifymodel.transition.plan import Plan
from spotifymodel.transition.road.facts import Moment, Readiness, Ready
from spotifymodel.transition.road.road import Road, RoadTerm
from spotifymodel.transition.road.stage import Stage
from tests.depth import examples

from .roads import START, road

ODD = ["W" * 60, "Jan-Willem van der Grootenhuis-van Oldenbarnevelt", "<b>& $x$</b>", "i", "Ægir Ðórðarson", "a"]
READINESS: dict[str, tuple[Ready, int | None]] = {
    "owner has learned the role by then": ("learning", 5),
    "owner still to be found": ("open", None),
    "owner has still to learn, nobody says how long": ("unknown", None),
}
ROADS = st.builds(
    road,
    st.integers(1, 6),
    st.integers(1, 3),
    dated=st.booleans(),
    told=st.booleans(),
    size=st.integers(1, 9),
    names=st.one_of(st.none(), st.permutations(ODD).map(lambda found: found * 3)),
)


def drawn(stages: list[Stage] | Plan, **options: object) -> OrgFigure:
    figure = sm.plot.roadmap(stages, **options)  # type: ignore[arg-type]
    assert isinstance(figure, OrgFigure)
    return figure


def boxes(figure: OrgFigure, of: str) -> list[Box]:
    return [mark for mark in figure.scene.marks if isinstance(mark, Box) and mark.of == of]


@settings(max_examples=examples(25), deadline=None)
@given(ROADS, st.sampled_from(["names", "counts", "dots"]), st.sampled_from(["en", "nl"]))
def test_every_road_is_a_sound_picture(stages: list[Stage], detail: str, language: str) -> None:
    figure = drawn(stages, detail=detail, language=language)
    assert figure.audit() == ()
    assert all(stage.name in figure.alt_text for stage in stages)


@settings(max_examples=examples(25), deadline=None)
@given(ROADS)
def test_everybody_is_somewhere_in_every_period_and_as_high_as_their_number(stages: list[Stage]) -> None:
    figure = drawn(stages)
    total = len(stages[0].org.people)
    heights = []
    for k, period in enumerate(read_road(stages).periods):
        assert period.people == total
        heights.append(sum(max(box.h for box in found) for rung in RUNGS if (found := boxes(figure, f"people:{rung}/stage:{k}"))))
    assert max(heights) - min(heights) < 0.01


@settings(max_examples=examples(25), deadline=None)
@given(ROADS)
def test_a_squad_prepares_until_its_wave_and_only_climbs(stages: list[Stage]) -> None:
    found = read_road(stages)
    for k, rows in found.waves:
        for row in rows:
            assert [bar.until for bar in row.bars[:-1]] == [bar.start for bar in row.bars[1:]]
            assert row.bars[0].rung == "prepared" and row.bars[0].until == found.periods[k].start
            rungs = [RUNGS.index(bar.rung) for bar in row.bars]
            assert rungs == sorted(set(rungs)) and row.bars[-1].until == found.end


@settings(max_examples=examples(25), deadline=None)
@given(ROADS, st.sampled_from(["names", "counts", "dots"]))
def test_no_milestone_line_runs_through_words(stages: list[Stage], detail: str) -> None:
    scene = drawn(stages, detail=detail).scene
    lines = [mark for mark in scene.marks if isinstance(mark, Line) and mark.of.startswith("milestone:")]
    heads = [t for t in scene.texts if t.of.startswith("milestone:") or (t.size == 7.5 and t.bold)]
    for line in lines:
        (x, top), (_, bottom) = line.points
        for text in heads:
            left, high, right, low = text.region
            assert not (left + 0.1 < x < right - 0.1 and min(low, bottom) - max(high, top) > 1), (text.text, line)


def test_a_bar_begins_on_the_day_of_its_stage() -> None:
    stages = road(3, 1)
    late = [*stages[:3], replace(stages[3], start=START + dt.timedelta(days=185), week=27)]
    found = read_road(late)
    assert [period.start for period in found.periods] == [0, 8, 16, pytest.approx(185 / 7)]
    figure = drawn(late)
    first, second, third = (boxes(figure, f"squad:s{k}")[0] for k in range(3))
    per_week = (second.x - first.x) / 8
    assert third.x == pytest.approx(first.x + 16 * per_week)
    assert third.w == pytest.approx((185 / 7 - 16) * per_week)


def test_people_with_a_soft_mandate_or_with_a_foot_in_the_line_are_hybrid() -> None:
    stages = road(2, 1, size=4)
    assert [(p.line, p.hybrid, p.inside) for p in read_road(stages).periods] == [(8, 0, 0), (4, 4, 0), (0, 0, 8)]
    document = stages[2].org.to_dict()
    document["units"] = [{"id": "line"}]
    document["people"][0]["unit"] = "line"
    last = replace(stages[2], org=sm.Org.from_dict(document))
    assert read_road([*stages[:2], last]).periods[-1].hybrid == 1


def test_what_a_stage_knows_stands_in_the_picture() -> None:
    words = {text.text for text in drawn(road(), language="nl").scene.texts}
    assert {"ondernemingsraad", "2 squads end-to-end", "1 afdeling opgeheven", "1,5 fte", "CH007 ×2", "jan 2027"} <= words
    assert {"48 in totaal (max.\u00a0150)", "hoogstens 16 tegelijk hybride", "hoogstens 20 stappen per golf over"} <= words


def test_what_is_seen_is_said_in_words() -> None:
    said = drawn(road(), language="nl").alt_text
    stage = (
        "golf 1, 2027-03-08: 2 squads gaan live, 16 medewerkers stappen over; 32 in de lijn, 16 hybride, 0 in squads; "
        "4 squads nog te gaan; 2 squads met een zacht mandaat; 1,5 fte vervanging; bevindingen: CH007 ×2, SQ002."
    )
    assert "1 squad gaat live" in drawn(road(2, 1), language="nl").alt_text
    assert stage in said and said.endswith("Poort ondernemingsraad, 2027-02-08.")


def test_gates_of_the_chart_are_drawn_where_the_road_has_none() -> None:
    stages = [replace(stage, gates=()) for stage in road(2, 1)]
    org = stages[-1].org.change("organisation", "organisation", gates=[{"kind": "data migrated", "date": "2027-02-01"}])
    found = read_road([*stages[:-1], replace(stages[-1], org=org)])
    assert [(m.name, m.week) for m in found.milestones if m.kind == "gate"] == [("data migrated", 3.0)]


def test_milestones_of_one_week_stand_under_each_other_on_one_line() -> None:
    stages = road(2, 1)
    crowded = [*stages[:-1], replace(stages[-1], gates=tuple(Moment("hand_over", "x", 16, None, ("p",) * n) for n in (1, 2, 3)))]
    scene = drawn(crowded, language="en").scene
    labels = [t for t in scene.texts if t.text.endswith("handed over")]
    assert len({t.x for t in labels}) == 1 and len({t.y for t in labels}) == 3
    columns = [mark.points[0][0] for mark in scene.marks if isinstance(mark, Line) and mark.of.startswith("milestone:")]
    assert max(columns.count(x) for x in columns) == 2  # above and below the weeks


def test_less_room_gives_a_bar_per_wave_and_too_little_is_refused() -> None:
    stages = road(4, 12)
    small = drawn(stages, size=(8, 8))
    assert small.audit() == () and "stage:1" in small.scene.promises
    assert "squad:s0" in drawn(stages, size=(14, 20)).scene.promises
    with pytest.raises(FigureTooSmallError):
        drawn(stages, size=(3, 3))


def test_more_than_eighty_squads_are_drawn_per_wave_unless_asked_otherwise() -> None:
    stages = road(3, 28, size=1)
    assert drawn(stages).scene.promises == ("stage:1", "stage:2", "stage:3")
    assert len(drawn(stages, detail="names").scene.promises) == 84


def test_a_wave_counts_somebody_in_two_of_its_squads_once() -> None:
    stages = road(1, 2, size=3)
    document = stages[1].org.to_dict()
    document["tribes"][0]["squads"][1]["members"].append("p0-1")
    figure = drawn([stages[0], replace(stages[1], org=sm.Org.from_dict(document))], detail="counts")
    assert "6" in [t.text for t in figure.scene.texts if t.of == "stage:1"]


def test_a_highlighted_squad_keeps_its_colour_and_an_unknown_one_is_refused() -> None:
    plain, lit = drawn(road()), drawn(road(), highlight="s2")
    assert boxes(lit, "squad:s2")[0].fill == boxes(plain, "squad:s2")[0].fill != boxes(lit, "squad:s0")[0].fill
    assert lit.audit() == ()
    with pytest.raises(UsageError, match="not in this picture"):
        drawn(road(), highlight="s99")


def test_a_proposal_is_drawn_the_same_after_it_was_saved_and_read() -> None:
    plan = sm.propose(sm.example("polderbank"))
    figure = drawn(plan, language="en")
    assert figure.audit() == ()
    assert figure.svg() == drawn(Plan.from_dict(plan.to_dict()), language="en").svg()
    assert len([text for text in figure.scene.texts if isinstance(text, Text) and text.of.startswith("stage:")]) >= len(plan.stages)


def test_a_plan_that_leads_nowhere_is_refused() -> None:
    with pytest.raises(UsageError, match="its status is infeasible"):
        sm.plot.roadmap(Plan("infeasible"))
    with pytest.raises(UsageError, match="1 given"):
        sm.plot.roadmap(road()[:1])
    with pytest.raises(UsageError, match="detail takes auto, names, counts, dots, not 'initials'"):
        sm.plot.roadmap(road(), detail="initials")  # type: ignore[arg-type]


def test_a_stage_at_which_nothing_goes_live_is_a_milestone_by_its_name() -> None:
    stages = road(2, 1)
    steady = replace(stages[-1], name="eindsituatie", week=24, start=START + dt.timedelta(weeks=24), squads=(), people=())
    found = read_road([*stages, steady])
    assert [(m.name, m.week) for m in found.milestones if m.kind == "stage"] == [("eindsituatie", 24)]
    assert "eindsituatie" in {text.text for text in drawn([*stages, steady]).scene.texts}


def test_squads_of_one_name_in_two_tribes_carry_the_name_of_their_tribe() -> None:
    stages = road(1, 2)
    document = stages[1].org.to_dict()
    first, second = document["tribes"][0]["squads"]
    document["tribes"] = [{"id": "a", "squads": [{**first, "name": "Squad 1"}]}, {"id": "b", "squads": [{**second, "name": "Squad 1"}]}]
    found = read_road([stages[0], replace(stages[1], org=sm.Org.from_dict(document))])
    assert [row.name for _, rows in found.waves for row in rows] == ["Squad 1 (a)", "Squad 1 (b)"]


def test_a_wide_sheet_is_filled_with_weeks() -> None:
    for size in ((14, 8), (8, 8)):
        figure = drawn(road(), detail="counts", size=size)
        axis = next(mark for mark in figure.scene.marks if isinstance(mark, Line) and mark.width > 0.85 and not mark.of)
        assert axis.points[1][0] - axis.points[0][0] > 0.55 * figure.scene.width
        assert figure.audit() == ()


def test_the_narrowest_roadmap_fits_a_column_of_a_page_and_names_waves_in_a_key() -> None:
    figure = drawn(road(), size=(3.5, 8.5), language="en")
    assert figure.audit() == ()
    texts = {text.text for text in figure.scene.texts}
    assert {"golf 1", "golf 2", "golf 3"} <= texts and "works council" not in texts
    assert "Gate works council" in figure.alt_text
    titles = [text.region for text in figure.scene.texts if text.text in ("People by phase", "Squads by mandate")]
    for line in (mark for mark in figure.scene.marks if isinstance(mark, Line) and len({x for x, _ in mark.points}) == 1):
        (x, top), (_, bottom) = sorted(line.points, key=lambda point: point[1])
        assert not any(left < x < right and top < low and high < bottom for left, high, right, low in titles)


def test_an_owner_who_is_not_ready_is_marked_by_what_is_known_of_it() -> None:
    stages = road(2, 3)
    states = [Readiness("p0-0", "product_owner", f"s{k}", state, ready, 8) for k, (state, ready) in enumerate(READINESS.values())]
    elsewhere = Readiness("p0-0", "chapter_lead", "s0", "open", None, 8)
    found = read_road([stages[0], replace(stages[1], readiness=(*states, elsewhere)), stages[2]])
    assert [row.ready for row in found.waves[0][1]] == [((5.0, "learning"),), ((8.0, "open"),), ((8.0, "unknown"),)]
    words = {t.text for t in drawn([stages[0], replace(stages[1], readiness=tuple(states)), stages[2]], language="en").scene.texts}
    assert set(READINESS) <= words


def test_squads_that_are_live_today_already_are_counted_and_have_no_bar() -> None:
    stages = road(3, 2)[1:]
    first = replace(stages[0], squads=(), people=())
    figure = drawn([first, *stages[1:]], language="en")
    assert figure.audit() == ()
    assert "squad:s0" not in figure.scene.promises and "4 squads in 2 waves" in figure.alt_text
    heights = [sum(max(b.h for b in found) for rung in RUNGS if (found := boxes(figure, f"mandates:{rung}/stage:{k}"))) for k in range(3)]
    assert max(heights) - min(heights) < 0.01


def test_a_moment_after_the_end_of_the_picture_is_left_out() -> None:
    stages = road(2, 1)
    late = replace(stages[-1], gates=(Moment("hand_over", "x", 400, None, ("p",)),))
    assert drawn([*stages[:-1], late]).audit() == ()
    assert all(m.week <= read_road(stages).end for m in read_road([*stages[:-1], late]).milestones)


@pytest.mark.parametrize(
    ("known", "said"),
    [
        (Road("proven", (RoadTerm("weeks", "weeks", 24, 24, True),)), "order of waves proven"),
        (Road("feasible", (RoadTerm("weeks", "weeks", 24, 18, False),)), "order of waves not proven, at most 25 % from the best"),
        (None, ""),
    ],
)
def test_a_plan_says_whether_the_order_of_its_waves_is_proven(known: Road | None, said: str) -> None:
    figure = drawn(Plan("optimal", stages=tuple(road(2, 1)), road=known), language="en")
    subtitle = next(text.text for text in figure.scene.texts if "weeks" in text.text and "squads" in text.text)
    assert subtitle == " · ".join(filter(None, ("2 squads in 2 waves", "16 people", "16 weeks", said)))


def test_stages_of_a_plan_in_one_language_are_named_in_that_of_the_picture() -> None:
    plan = sm.propose(sm.example("polderbank"), language="en")
    assert [stage.name for stage in plan.stages][1:3] == ["front runners", "wave 2"]
    shown = {text.text for text in sm.plot.roadmap(plan, language="nl").scene.texts}  # type: ignore[union-attr]
    assert {"voorlopers", "golf 2"} <= shown
    assert not {"front runners", "wave 2", "steady state"} & shown
