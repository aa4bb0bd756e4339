"""What a chart can bear is what the rules say of it without each of its people."""

from __future__ import annotations

import json
import signal
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from hypothesis import given, settings

import spotifymodel as sm
from spotifymodel.errors import NotFoundError, UsageError
from spotifymodel.model.edits.parting import part_of, people_of
from spotifymodel.model.org import Org
from spotifymodel.testing import charts, valid_charts
from spotifymodel.testing.companies import company
from spotifymodel.transition.whatif import robustness as looking
from spotifymodel.transition.whatif.losses import Robustness
from tests.depth import examples


def broken(found: Robustness) -> set[tuple[str, str, Any]]:
    return {(one.person, f.code, f.subject) for one in found.losses for f in one.breaks}


@given(valid_charts())
@settings(max_examples=examples(25), deadline=None)
def test_a_squad_loses_its_owner_with_whoever_owns_it_alone(org: Org) -> None:
    owners: dict[str, set[str]] = {}
    document = org.to_dict()
    for squad in [s for t in document.get("tribes", []) for s in t.get("squads", [])]:
        seats = squad.get("product_owner", [])
        owners[squad["id"]] = {s if isinstance(s, str) else s["person"] for s in (seats if isinstance(seats, list) else [seats])}
    vacant = {p["id"] for p in document["people"] if p.get("vacancy")}
    found = org.robustness()
    alone = {(next(iter(who)), squad) for squad, who in owners.items() if len(who) == 1} - {(p, s) for p in vacant for s in owners}
    assert {(p, s.id) for p, code, s in broken(found) if code == "PO001"} == alone


@given(charts())
@settings(max_examples=examples(25), deadline=None)
def test_everything_that_breaks_is_what_a_check_without_them_newly_finds(org: Org) -> None:
    found = org.robustness()
    before = {(f.code, f.subject) for f in sm.check(org).findings}
    wanted = {
        (person.id, f.code, f.subject)
        for person in org.people
        if not person.vacancy
        for f in sm.check(org.remove("person", person.id, cascade=True)).findings
        if (f.code, f.subject) not in before
    }
    assert broken(found) == wanted
    assert found.whole
    assert found.looked_at == sum(not p.vacancy for p in org.people)
    order = [p.id for p in org.people]
    assert [one.person for one in found.losses] == sorted((one.person for one in found.losses), key=order.index)


def test_large_charts_are_judged_by_tribe_with_the_same_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    org = company(190, seed=3, dated=0.2)
    whole = org.robustness()
    monkeypatch.setattr(looking, "_WHOLE", 0)
    parts = org.robustness()
    assert whole.whole
    assert not parts.whole
    assert broken(parts) == broken(whole)
    assert parts.losses == whole.losses
    assert "within their tribe" in str(parts)


def test_people_outside_tribes_are_judged_by_unit(monkeypatch: pytest.MonkeyPatch) -> None:
    org = sm.example("polderbank")
    whole = org.robustness()
    monkeypatch.setattr(looking, "_WHOLE", 0)
    assert org.robustness().losses == whole.losses


def test_bus_factors_and_room_are_those_that_are_measured() -> None:
    org = sm.example("hypotheek")
    found, measured = org.robustness(), sm.metrics(org)
    assert found.bus_factor
    for skill, people in found.bus_factor.items():
        assert measured.value("bus_factor", skill) == people
    for row in found.room:
        assert measured.value("room_left", row.subject, row.kind) == row.value
    assert [r.value for r in found.room] == sorted(r.value for r in found.room)


def test_what_one_person_alone_knows_leaves_with_them() -> None:
    people = [{"id": "anna", "skills": {"cobol": 3, "java": 2}}, {"id": "bob", "skills": {"java": 3, "rust": 0}}]
    found = Org.from_dict({"format": "spotifymodel/1", "people": people}).robustness()
    assert found.of("anna").skills == ("cobol",)
    assert found.of("bob").skills == ()
    assert dict(found.bus_factor) == {"cobol": 1, "java": 2, "rust": 0}
    assert "skills that one person carries: 1 of 3" in str(found)


def test_the_bus_factor_is_that_of_the_measures_for_skills_that_nobody_has_too() -> None:
    people = [
        {"id": "anna", "skills": {"cobol": 3, "sql": 1}},
        {"id": "bob", "skills": {"rust": 0}},
        {"id": "v", "vacancy": True, "skills": {"java": 3, "sql": 3}},
    ]
    org = sm.Org(people=people, tribes=[{"id": "t", "critical_skills": ["rente"]}], mode="live")
    measured = {row.subject: row.value for row in sm.metrics(org).rows if row.measure == "bus_factor"}
    assert dict(org.robustness().bus_factor) == measured == {"cobol": 1, "rente": 0, "rust": 0, "sql": 0}


def test_side_by_side_gives_the_same_answer_and_limits_say_how_many_were_looked_at() -> None:
    org = company(60, seed=1)
    with ThreadPoolExecutor(2) as threads:
        assert json.dumps(org.robustness(executor=threads).to_dict()) == json.dumps(org.robustness().to_dict())
    short = org.robustness(time_limit=1e-6)
    assert short.stopped_by == "time"
    assert short.looked_at < short.people
    stopped = org.robustness(progress=lambda _: signal.raise_signal(signal.SIGINT))
    assert stopped.stopped_by == "interrupt"
    assert "stopped before all 60 people" in str(stopped)


def test_only_whom_one_asks_for_are_looked_at() -> None:
    org = sm.example("hypotheek")
    found = org.robustness(people=["umut", "umut"], language="en")
    assert found.looked_at == 1
    assert [one.person for one in found.losses] == ["umut"]
    assert found.of("anna").breaks == ()
    with pytest.raises(NotFoundError):
        org.robustness(people=["nobody"])
    with pytest.raises(UsageError, match="several ids"):
        org.robustness(people="umut")


def test_text_page_frame_and_data_hold_the_same_in_both_languages() -> None:
    org = sm.example("hypotheek")
    english, dutch = org.robustness(language="en"), org.robustness(language="nl")
    assert "owner of squad vervroegd-aflossen" in str(english)
    assert "eigenaar van squad vervroegd-aflossen" in str(dutch)
    assert english.to_dict()["losses"] == dutch.to_dict()["losses"]
    assert list(english.to_frame()["person"]) == [one["person"] for one in english.to_dict()["losses"]]
    assert english._repr_html_().count("<tr>") == len(english.losses) + 1


def test_a_part_of_a_chart_keeps_what_is_in_it_and_refers_to_nothing_else() -> None:
    org = company(160, seed=1)
    tribe = org.tribes[0]
    inside = people_of(org, tribe)
    part = part_of(org, {tribe.id}, set(inside), set(), {org.tribes[1].id})
    assert Org.from_dict(part.to_dict()) == part
    assert part.tribes[0] == tribe
    assert part.tribes[1].squads == ()
    assert {p.id for p in part.people} == set(inside)
    members = {s if isinstance(s, str) else s.person for squad in tribe.squads for s in squad.members}
    assert members <= set(inside)
