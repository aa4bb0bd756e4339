"""Every role that somebody trains for is looked at, wherever it is held."""

from __future__ import annotations

import pytest

import spotifymodel as sm
from spotifymodel.rules.examples import charts_of

ROLES = [
    ("product_owner", "tribes: [{id: t, squads: [{id: s, product_owner: SEAT}]}]"),
    ("chapter_lead", "tribes: [{id: t, chapters: [{id: c, lead: SEAT}]}]"),
    ("tribe_lead", "tribes: [{id: t, lead: SEAT}]"),
    ("agile_coach", "tribes: [{id: t, agile_coaches: SEAT}]"),
    ("agile_coach", "tribes: [{id: t, squads: [{id: s, agile_coaches: SEAT}]}]"),
]


@pytest.mark.parametrize(("role", "tribes"), ROLES, ids=[f"{role}-{k}" for k, (role, _) in enumerate(ROLES)])
def test_whoever_starts_in_a_role_before_the_training_for_it_ends_is_found(role: str, tribes: str) -> None:
    person = f"people: [{{id: a, training: [{{role: {role}, ready: 2027-03-01}}]}}]"
    for start, found in (("2027-02-01", ["a"]), ("2027-03-01", []), ("2027-04-01", [])):
        charts = charts_of(f"{person}\n{tribes.replace('SEAT', f'[{{person: a, from: {start}}}]')}\n---\npeople: [{{id: a}}]\n")
        assert [finding.subject.id for finding in sm.check(charts, select="TX004").findings] == found


def told(*leads: str) -> tuple[list[str], list[tuple[str, ...]]]:
    """Check charts in sequence, of each of which the lead of a tribe is given, with a training that ends on the first of March."""
    person = "people: [{id: a, training: [{role: tribe_lead, ready: 2027-03-01}]}]"
    charts = charts_of("\n---\n".join(f"{person}\ntribes: [{{id: t, lead: [{lead}]}}]" for lead in leads))
    report = sm.check(charts, select="TX004")
    return [finding.message for finding in report.findings], [tuple(one.missing) for one in report.unknown]


def test_who_lays_a_role_down_and_takes_it_up_again_too_early_is_found() -> None:
    (message,), unknown = told("a", "", "{person: a, from: 2027-02-01}")
    assert "2027-02-01" in message
    assert not unknown


def test_a_role_that_ends_on_the_day_of_readiness_began_too_early_and_one_day_more_leaves_it_open() -> None:
    found, unknown = told("", "{person: a, until: 2027-03-01}")
    assert (len(found), unknown) == (1, [])
    assert told("", "{person: a, until: 2027-03-02}") == ([], [("stage.start",)])


def test_a_stage_that_leaves_a_beginning_open_is_not_forgotten_for_a_later_one() -> None:
    assert told("", "a", "{person: a, from: 2027-04-01}") == ([], [("stage.start",)])
