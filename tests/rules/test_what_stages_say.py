"""What rules about stages say of charts in sequence, where their examples leave a word, a day or a field open."""

from __future__ import annotations

from typing import Any

import spotifymodel as sm
from spotifymodel.rules.examples import charts_of


def said(code: str, text: str, **options: Any) -> list[str]:
    return [finding.message for finding in sm.check(charts_of(text), select=code, **options).findings]


def untold(code: str, text: str) -> list[tuple[str, ...]]:
    return [tuple(one.missing) for one in sm.check(charts_of(text), select=code).unknown]


def test_how_many_people_get_another_place_is_said() -> None:
    text = """
        people: [{id: a}, {id: b}]
        gates: [{kind: go_live, wave: 1}]
        tribes: [{id: t, squads: [{id: s}]}]
        ---
        people: [{id: a}, {id: b}]
        tribes: [{id: t, squads: [{id: s, members: [MEMBERS]}]}]
    """
    for members, number in (("a", "one person gets"), ("a, b", "2 people get")):
        (message,) = said("TX006", text.replace("MEMBERS", members))
        assert number in message


def test_a_squad_and_a_chapter_of_one_name_are_two_places() -> None:
    text = """
        people: [{id: a}]
        gates: [{kind: go_live, wave: 1}]
        chapters: [{id: data, members: [a]}]
        squads: [{id: data}]
        ---
        people: [{id: a}]
        chapters: [{id: data}]
        squads: [{id: data, members: [a]}]
    """
    assert len(said("TX006", text)) == 1


def test_of_two_stages_equally_far_below_a_floor_the_first_is_told() -> None:
    stage = "people: [{id: a}]\nproducts: [{id: x, floor_fte: 3}]\nsquads: [{id: s, owns: [x], members: [a]}]"
    text = f"{stage}\n---\n{stage}\n---\n{stage}"
    (finding,) = sm.check(charts_of(text), select="TX003").findings
    assert finding.stage is not None
    assert finding.stage.number == sm.check(charts_of(stage + "\n---\n" + stage), select="TX003").findings[0].stage.number  # type: ignore[union-attr]
    worse = stage.replace("floor_fte: 3", "floor_fte: 4")
    (finding,) = sm.check(charts_of(f"{stage}\n---\n{worse}\n---\n{worse}"), select="TX003").findings
    assert finding.stage is not None
    assert (finding.stage.number, finding.limit) == (1, 4)


def test_a_service_that_nobody_owns_lacks_its_owner_and_a_role_without_days_lacks_the_day_of_its_stage() -> None:
    owned = "people: []\nproducts: [{id: x, floor_fte: 3}, {id: y}]\nsquads: [{id: s, owns: [y]}]"
    assert untold("TX003", f"{owned}\n---\n{owned}") == [("squad.owns", "unit.owns")]
    before = "people: [{id: a, training: [{role: chapter_lead, ready: 2027-06-01}]}]\nchapters: [{id: c}]"
    after = before.replace("{id: c}", "{id: c, lead: a}")
    assert untold("TX004", f"{before}\n---\n{after}") == [("stage.start",)]
    assert untold("TX004", f"{before}\n---\n{after}\n---\n{before}") == [("stage.start",)]
