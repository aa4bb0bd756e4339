"""A gap report says what a second reading of the charts finds: seats, skills, people, chapters, sums."""

from __future__ import annotations

import json
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import spotifymodel as sm
from spotifymodel.errors import UsageError
from spotifymodel.transition.plan import Plan
from tests.depth import examples

from .plain_reading import Reading
from .plans import plan_of

plans = st.builds(plan_of, st.sampled_from((12, 20, 32)), st.integers(0, 7))
deep = settings(max_examples=examples(8), deadline=None)


@deep
@given(plans)
def test_every_need_and_every_skill_is_a_seat_with_what_is_asked_and_what_is_there(plan: Plan) -> None:
    reading, report = Reading(plan), plan.gap_report()
    needs = {(s.squad, s.chapter): (s.required, s.present, s.short) for s in report.seats if s.kind == "need"}
    expected = {}
    for squad, record in reading.squads.items():
        for chapter, asked in record.get("needs", {}).items():
            there = reading.seats(squad, chapter)
            expected[squad, chapter] = (asked, there, max(0, asked - there))
    assert needs == expected
    skills = {(s.squad, s.skill): s for s in report.seats if s.kind == "skill"}
    assert set(skills) == {(squad, skill) for squad, record in reading.squads.items() for skill in record.get("required_skills", {})}
    for (squad, skill), seat in skills.items():
        level = reading.squads[squad]["required_skills"][skill]
        best, people = reading.best(squad, skill)
        assert (seat.required, seat.present, seat.short) == (level, best, max(0, level - best))
        assert (list(seat.inside), seat.inside_number) == (people[:5], len(people))
        if seat.short:
            able = reading.elsewhere(squad, skill, level)
            assert (list(seat.elsewhere), seat.elsewhere_number) == (able[:5], len(able))
            assert seat.months == 3 * seat.short
        assert seat.state == ("short" if seat.short else "filled")


@deep
@given(plans)
def test_what_has_to_be_learned_or_hired_has_a_latest_start_that_is_in_time_for_its_squad(plan: Plan) -> None:
    reading = Reading(plan)
    for seat in plan.gap_report().seats:
        if seat.squad is None:
            continue
        assert seat.live == reading.live.get(seat.squad)
        hired = seat.state == "open" or (seat.kind == "need" and seat.short)
        learned = (seat.kind == "skill" or seat.state == "learning") and seat.months
        weeks = 10 if hired else reading.weeks(seat.months or 0)
        if seat.live is None or not (hired or learned):
            assert seat.latest is seat.latest_start is None
        else:
            assert seat.latest == seat.live - weeks
            assert seat.latest_start == reading.day(seat.live - weeks)


@deep
@given(plans)
def test_everybody_has_one_row_in_the_order_of_the_list_with_what_the_chart_to_be_says_of_them(plan: Plan) -> None:
    reading, report = Reading(plan), plan.gap_report()
    assert [one.person for one in report.people] == reading.real
    for one in report.people:
        owned = {s for s in reading.squads if reading.owner(s) == one.person}
        assert {of for role, of in one.roles if role == "product_owner"} == owned
        assert {of for role, of in one.roles if role == "member"} == {s for s in reading.squads if one.person in reading.members(s)} - owned
        assert one.chapter == reading.home.get(one.person)
        for lesson in one.lessons:
            if lesson.role == "member":  # a skill that their squad misses, and nobody inside is nearer
                assert one.person in reading.best(lesson.of, lesson.what)[1]
                assert lesson.needed == reading.squads[lesson.of]["required_skills"][lesson.what]
                assert lesson.found == reading.level(one.person, lesson.what)
            assert lesson.source.quote


@deep
@given(plans)
def test_the_shape_of_somebody_in_a_squad_is_the_one_that_the_rule_about_t_shapes_finds(plan: Plan) -> None:
    assert plan.org is not None
    report = sm.check(plan.org, select="MB009")
    found = {f.subject.id for f in report.findings}
    for one in plan.gap_report().people:
        if any(role in ("member", "product_owner") for role, _ in one.roles) and one.shape != "unknown":
            assert (one.shape != "T") == (one.person in found)


@deep
@given(plans)
def test_who_has_learned_has_the_shape_that_the_rule_finds_in_a_chart_with_these_levels(plan: Plan) -> None:
    assert plan.org is not None
    learned = plan.org
    for one in plan.gap_report().people:
        levels = dict(learned.person(one.person).skills)
        for lesson in one.lessons:
            if lesson.certain and lesson.what in ("java", "data", "stakeholders", "storytelling") and lesson.found is not None:
                assert lesson.needed is not None
                levels[lesson.what] = max(levels.get(lesson.what, 0), int(lesson.needed))
        if levels:
            learned = learned.change("person", one.person, skills=levels)
    found = {f.subject.id for f in sm.check(learned, select="MB009").findings}
    for one in plan.gap_report().people:
        seated = any(role in ("member", "product_owner") for role, _ in one.roles)
        other = any(lesson.what not in ("java", "data", "stakeholders", "storytelling") for lesson in one.lessons if lesson.certain)
        if seated and one.shape_after != "unknown" and not other:
            assert (one.shape_after != "T") == (one.person in found)


@deep
@given(plans)
def test_chapters_tell_their_people_contracts_seats_span_and_how_many_carry_each_skill(plan: Plan) -> None:
    reading, report = Reading(plan), plan.gap_report()
    assert [one.chapter for one in report.chapters] == list(reading.chapters)
    for one in report.chapters:
        inside = [p for p, chapter in reading.home.items() if chapter == one.chapter]
        own = [p for p in inside if p in reading.real]
        assert (one.people, one.vacancies, one.supply) == (len(own), len(inside) - len(own), reading.fte(own))
        asked = {s: r["needs"][one.chapter] for s, r in reading.squads.items() if one.chapter in r.get("needs", {})}
        filled = sum(min(n, reading.seats(s, one.chapter)) for s, n in asked.items())
        assert (one.asked, one.filled, one.short) == (sum(asked.values()), filled, sum(asked.values()) - filled)
        assert one.lead is not None
        assert one.span == len(reading.reports(one.lead))
        for skill in one.skills:
            able = [p for p in own if reading.level(p, skill.skill) >= skill.level]
            assert (skill.people, skill.supply) == (len(able), reading.fte(able))
            sits = [s for s in reading.squads if s in asked or reading.seats(s, one.chapter)]
            asks = [s for s in sits if reading.squads[s].get("required_skills", {}).get(skill.skill, 0) >= skill.level]
            assert skill.demand == len(asks) / 2
        assert one.bus_factor == min((skill.people for skill in one.skills), default=None)


@deep
@given(plans)
def test_the_sums_are_those_of_the_chart_to_be(plan: Plan) -> None:
    reading, report = Reading(plan), plan.gap_report()
    totals, terms = report.totals, {o.name: o.value for o in plan.objective}
    assert sum(totals.hires.values()) == len(reading.vacancies())
    assert totals.hires_by_chapter == Counter(h["chapter"] for h in plan.gaps["hires"] if h["role"] == "member")
    seats = totals.coverage["seats"]
    assert seats.asked - seats.after == sum(one.short for one in report.chapters) == terms["unmet_needs"] / 2
    assert totals.coverage["skills"].asked - totals.coverage["skills"].after == terms["unmet_skills"]
    assert totals.coverage["owners"].asked - totals.coverage["owners"].after == terms["open_owner_seats"]
    assert totals.trainings.get("product_owner", 0) == terms["owners_not_fit"]
    assert totals.line_managers == sum(m.before["line_manager"] != m.line_manager for m in plan.moves)
    assert sum(totals.hr_status.values()) == totals.people == len(reading.real)
    sizes = [len(record["members"]) for record in reading.squads.values()]
    assert totals.squad_size is not None
    assert (totals.squad_size.least, totals.squad_size.most) == (min(sizes), max(sizes))
    hires = Counter(h["role"] for h in plan.gaps["hires"])
    months = sum(t["months"] or 0 for t in plan.gaps["trainings"])
    assert (totals.cost or 0) == 9000 * hires["member"] + 14000 * hires["product_owner"] + 750 * months


@deep
@given(plans)
def test_whoever_is_named_at_a_seat_is_named_by_id_and_only_where_something_lacks(plan: Plan) -> None:
    roles = {p for one in plan.gap_report().people if any(r != "member" for r, _ in one.roles) for p in [one.person]}
    for seat in plan.gap_report().seats:
        assert list(seat.inside) == sorted(seat.inside)
        assert list(seat.elsewhere) == sorted(seat.elsewhere)
        assert not set(seat.inside) & set(seat.elsewhere)
        if seat.state == "filled" or seat.state == "unknown":
            assert seat.elsewhere == ()
        if seat.kind == "role":
            assert roles.isdisjoint({*seat.inside, *seat.elsewhere})


@deep
@given(plans)
def test_the_same_plan_has_the_same_report_and_json_holds_it(plan: Plan) -> None:
    first, again = plan.gap_report().to_dict(), plan.gap_report().to_dict()
    assert json.loads(json.dumps(first)) == json.loads(json.dumps(again))
    assert first["format"] == "spotifymodel-gap-report/1"
    assert [row["person"] for row in first["people"]] == [one.person for one in plan.gap_report().people]


@pytest.mark.parametrize("of", ["seats", "people", "chapters", "prices"])
def test_every_table_is_a_frame(of: str) -> None:
    report = plan_of(20, 0).gap_report()
    frame = report.to_frame(of)  # type: ignore[arg-type]
    assert len(frame) == len(getattr(report, of))
    if of == "chapters":
        assert list(frame["short"]) == [one.short for one in report.chapters]


def test_a_table_that_there_is_not_is_refused_with_those_there_are() -> None:
    with pytest.raises(UsageError, match="seats, people, chapters, prices"):
        plan_of(12, 0).gap_report().to_frame("cats")  # type: ignore[arg-type]


def test_a_plan_from_a_file_is_told_to_propose_again() -> None:
    with pytest.raises(UsageError, match="propose again"):
        Plan.from_dict(plan_of(12, 0).to_dict()).gap_report()


def test_cells_with_several_things_are_one_text_that_can_be_read() -> None:
    plan = plan_of(32, 0)
    people, chapters = (plan.gap_report().to_frame(of) for of in ("people", "chapters"))
    rows = dict(zip(people["person"], zip(people["roles"], people["lessons"], strict=True), strict=True))
    for one in plan.gap_report().people:
        roles, lessons = rows[one.person]
        assert roles == ", ".join(f"{role} of {of}" for role, of in one.roles)
        assert lessons.count("?") == sum(not lesson.certain for lesson in one.lessons)
        assert "False" not in lessons
    for text, one in zip(chapters["skills"], plan.gap_report().chapters, strict=True):
        assert text == ", ".join(f"{skill.skill} {skill.level}: {skill.people}" for skill in one.skills)


def test_squads_that_stay_empty_ask_their_skills_and_no_owner() -> None:
    people = [{"id": f"p{k}", "job_title": "developer", "skills": {"java": 3}} for k in range(4)]
    squads = [{"id": f"s{k}", "optional": k > 0, "required_skills": {"java": 2, f"skill-{k}": 2}} for k in range(3)]
    wanted = {"format": "spotifymodel-blueprint/1", "tribes": [{"id": "t", "agile_coaches": 0, "squads": squads}]}
    plan = sm.propose(sm.Org.from_dict({"format": "spotifymodel/1", "people": people}), wanted)
    assert plan.org is not None
    covered = plan.gap_report().totals.coverage
    formed = len(plan.org.tribes[0].squads)
    assert (covered["skills"].asked, covered["skills"].before) == (6, 0)
    assert 1 <= covered["skills"].after == formed
    assert covered["owners"].asked == formed
    again = sm.propose(plan.org, wanted).gap_report().totals.coverage
    assert again["skills"].before == covered["skills"].after
    assert again["owners"].before == covered["owners"].after
