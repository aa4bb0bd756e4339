"""The charts that are shipped are what they say they are."""

from __future__ import annotations

import pytest

import spotifymodel as sm
from spotifymodel.examples import example_file, example_names
from spotifymodel.formats.document import org_from_tree, tree_from_org


def test_the_names_are_those_of_the_files() -> None:
    assert {"hypotheek", "hypotheek-broken", "polderbank"} <= set(example_names())
    assert all(example_file(name).is_file() for name in example_names())
    with pytest.raises(sm.errors.UsageError, match="did you mean 'hypotheek'"):
        sm.example("hypoteek")
    with pytest.raises(sm.errors.UsageError, match="there are hypotheek"):
        sm.example("zzzzzzzz")


@pytest.mark.parametrize("name", example_names())
def test_every_example_round_trips_and_is_read_once(name: str) -> None:
    org = sm.example(name)
    assert org_from_tree(tree_from_org(org)) == org
    assert sm.example(name) is org


def test_the_tribe_of_the_figure_has_three_squads_five_chapters_and_no_error() -> None:
    tribe = sm.example("hypotheek").tribe("hypotheek")
    assert [len(tribe.squads), len(tribe.chapters)] == [3, 5]
    assert sm.check(sm.example("hypotheek")).of("error") == ()


def test_the_broken_tribe_breaks_each_hard_rule_that_a_tribe_of_its_size_can_break() -> None:
    errors = {f.code for f in sm.check(sm.example("hypotheek-broken")).of("error")}
    assert errors == {"SQ001", "MB001", "PO001", "CH001", "MB002"}


def test_every_fix_of_the_broken_tribe_can_be_applied_and_mends_or_helps() -> None:
    org = sm.example("hypotheek-broken")
    for finding in sm.check(org).of("error"):
        for fix in finding.fixes:
            after = sm.check(fix.apply(org))
            left = {f.fingerprint: f.measured for f in after}
            assert finding.fingerprint not in left or (left[finding.fingerprint] or 0) < (finding.measured or 0), (finding, fix)


def test_the_department_has_a_line_and_no_tribes() -> None:
    org = sm.example("polderbank")
    assert len(org.people) == 106
    assert org.tribes == ()
    assert org.units
    assert {f.code[:2] for f in sm.check(org).of("error")} == set()
