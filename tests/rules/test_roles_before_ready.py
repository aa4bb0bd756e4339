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
