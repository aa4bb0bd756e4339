"""Fixes for charts that the examples of the rules do not show: each offered edit takes its finding away."""

from __future__ import annotations

import pytest

import spotifymodel as sm
from spotifymodel.graph.index import index_of
from spotifymodel.graph.view import View
from spotifymodel.rules.examples import chart_of
from spotifymodel.rules.halving import halves

CASES = {
    "a project that ends, and a squad that owns the product from the start": (
        "HY001",
        """
        people: [{id: a}]
        products: [{id: x}]
        projects: [{id: j, manager: a, product: x, until: 2027-06-01}]
        tribes: [{id: t, squads: [{id: s, members: [a], owns: [x]}]}]
        """,
        "change squad s",
    ),
    "a project without an end is closed": (
        "HY001",
        """
        people: [{id: a}]
        products: [{id: x}]
        projects: [{id: j, manager: a, product: x}]
        tribes: [{id: t, squads: [{id: s, members: [a], owns: [x]}]}]
        """,
        "remove project j",
    ),
    "somebody of the second line who owns the backlog": (
        "RG003",
        """
        people: [{id: a}, {id: q, second_line: true}]
        tribes: [{id: t, squads: [{id: s, members: [a], product_owner: q}]}]
        """,
        "relieve q s",
    ),
    "somebody of the second line who owns the backlog and also works in the squad": (
        "RG003",
        """
        people: [{id: a}, {id: q, second_line: true}]
        tribes: [{id: t, squads: [{id: s, members: [a, q], product_owner: q}]}]
        """,
        "quit q s",
    ),
    "a chapter of which everybody works in another tribe": (
        "CH003",
        """
        people: [{id: a}, {id: b}]
        tribes:
          - {id: t, chapters: [{id: c, lead: a, members: [b]}]}
          - {id: u, squads: [{id: s, members: [a, b]}]}
        """,
        "change chapter c",
    ),
    "two leads of one chapter": (
        "HY003",
        """
        people: [{id: a}, {id: b}, {id: m}]
        tribes: [{id: t, chapters: [{id: c, lead: [a, b], members: [m]}]}]
        """,
        "relieve b c",
    ),
    "two line managers without a chapter": (
        "HY003",
        """
        people: [{id: a}, {id: b}, {id: m, reports_to: [a, b]}]
        """,
        "change person m",
    ),
    "two chapters of one person": (
        "HY003",
        """
        people: [{id: a}, {id: b}, {id: m}]
        tribes: [{id: t, chapters: [{id: c, lead: a, members: [m]}, {id: d, lead: b, members: [m]}]}]
        """,
        "quit m chapter:d",
    ),
}


@pytest.mark.parametrize(("code", "text", "offered"), CASES.values(), ids=CASES)
def test_a_fix_is_offered_and_its_finding_goes(code: str, text: str, offered: str) -> None:
    org = chart_of(text)
    finding = sm.check(org, select=code).findings[0]
    said = ("kind", "id", "person", "of", "squad")
    fixes = {" ".join([fix.op, *(str(v) for k, v in fix.args.items() if k in said)]): fix for fix in finding.fixes}
    assert offered in fixes, list(fixes)
    left = sm.check(fixes[offered].apply(org), select=code)
    assert finding.subject not in [f.subject for f in left if f.code == code]


def test_a_tribe_is_halved_between_squads_that_share_nobody() -> None:
    org = chart_of(
        """
        people: [{id: a}, {id: b}, {id: c}, {id: d}, {id: e}, {id: f}, {id: g}, {id: h}]
        tribes:
          - id: t
            squads:
              - {id: s1, members: [a, b, c]}
              - {id: s2, members: [e, f, g]}
              - {id: s3, members: [c, d]}
              - {id: s4, members: [g, h]}
            chapters: [{id: c1, members: [a, b, e]}, {id: c2, members: [e, f, d]}]
        """
    )
    parts = halves(View(index_of(org), None), "t")
    assert parts == (["squad:s1", "squad:s3", "chapter:c1"], ["squad:s2", "squad:s4", "chapter:c2"])
    assert halves(View(index_of(chart_of("people: [{id: a}]\ntribes: [{id: t, squads: [{id: s, members: [a]}]}]")), None), "t") is None


def test_squads_that_share_most_people_stay_together_until_a_part_would_grow_too_large() -> None:
    org = chart_of(
        """
        people: [{id: a}, {id: b}, {id: c}, {id: d}]
        tribes: [{id: t, squads: [{id: s1, members: [a, b, c]}, {id: s2, members: [b, c, d]}]}]
        """
    )
    assert halves(View(index_of(org), None), "t") == (["squad:s1"], ["squad:s2"])


@pytest.mark.parametrize(
    ("right", "words"),
    [
        ("nobody", "'nobody' is not declared as a person, squad, tribe, unit or chapter. Declare it, or name its kind"),
        ("both", "'both' could be a person or a squad. Write person:both or squad:both"),
        ("squad:both", ""),
        ("both ", "could be a person or a squad"),
    ],
)
def test_who_decides_is_somebody_that_the_chart_knows_and_only_one(right: str, words: str) -> None:
    text = f"""
        people: [{{id: both}}]
        tribes: [{{id: t, squads: [{{id: both, members: [both], decision_rights: {{scope: "{right}"}}}}]}}]
        """
    if not words:
        assert not sm.check(chart_of(text), select="HY002").findings  # the squad itself, not the person of that name
        return
    with pytest.raises(sm.errors.InputRefusedError) as caught:
        sm.check(chart_of(text), select="HY002")
    assert words in str(caught.value)
