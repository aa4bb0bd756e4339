"""Of several fixes the best stands first."""

from typing import Any

import spotifymodel as sm
from spotifymodel.rules.examples import chart_of


def fixes(code: str, text: str) -> list[tuple[str, dict[str, Any]]]:
    """Return operation and arguments of every fix of the only finding."""
    (finding,) = sm.check(chart_of(text), select=code).findings
    return [(fix.op, dict(fix.args)) for fix in finding.fixes]


BENCH = """
    people: [{{id: l}}, {{id: b}}, {{id: o}}, {{id: q}}, {{id: x}}, {{id: y}}, {{id: z}}]
    tribes:
      - id: t
        chapters: [{{id: dev, lead: l, members: [b, x, y]}}, {{id: ux, lead: l, members: [z]}}]
        squads:
          - {{id: small, product_owner: o}}
          - {{id: half, product_owner: q, members: [x, z], needs: {half}}}
          - {{id: full, product_owner: q, members: [y, z, o], needs: {full}}}
"""


def test_a_benched_member_goes_where_the_chapter_is_asked_for_most() -> None:
    asked = BENCH.format(half="{dev: 1}", full="{dev: 3}")
    assert fixes("MB004", asked) == [("join", {"person": "b", "squad": "full"})]
    asked = BENCH.format(half="{dev: 3}", full="{dev: 3, ux: 9}")
    assert fixes("MB004", asked) == [("join", {"person": "b", "squad": "half"})]


def test_a_benched_member_goes_to_the_smallest_squad_where_nobody_asks_for_the_chapter() -> None:
    for half, full in (("{}", "{}"), ("{ux: 9}", "{}"), ("{dev: 1}", "{dev: 1}")):
        assert fixes("MB004", BENCH.format(half=half, full=full)) == [("join", {"person": "b", "squad": "small"})]


GAP = """
    people: [{id: o}, {id: p}, {id: a}, {id: b}]
    squads:
      - id: s
        product_owner: [{person: o, until: 2027-01-01}, {person: p, from: 2027-09-01}]
        members: [{person: a, until: 2027-06-01}, b]
"""


def test_who_is_a_member_until_the_next_owner_comes_is_appointed_first() -> None:
    assert fixes("PO001", GAP) == [
        ("appoint", {"person": who, "role": "product_owner", "of": "s", "from": "2027-01-01", "until": until})
        for who, until in (("b", "2027-09-01"), ("a", "2027-06-01"))
    ]


def test_who_is_no_longer_a_member_at_the_gap_is_not_appointed() -> None:
    text = GAP.replace("2027-06-01", "2027-01-01")
    assert [args["person"] for _, args in fixes("PO001", text)] == ["b"]


def test_a_chapter_is_split_only_where_two_halves_are_left() -> None:
    line = ", ".join(f"{{id: u{k}, unit: it}}" for k in range(13))
    text = f"""
        people: [{line}, {{id: l}}, {{id: a}}, {{id: b}}]
        units: [{{id: it, manager: l}}]
        tribes: [{{id: t, chapters: [{{id: dev, lead: l, members: MEMBERS}}]}}]
    """
    assert fixes("CH004", text.replace("MEMBERS", "[a]")) == []
    assert fixes("CH004", text.replace("MEMBERS", "[a, b]")) == [
        ("split", {"subject": "chapter:dev", "into": [["dev", ["l", "a"]], ["dev-2", ["b"]]]})
    ]


def test_a_full_tribe_hands_its_smallest_squad_to_the_tribe_with_most_room() -> None:
    crowd = ", ".join(f"{{id: s{k}}}" for k in range(149))
    rest = ", ".join(f"{{id: r{k}}}" for k in range(148))
    text = f"""
        people: [{{id: a}}, {{id: b}}, {{id: c}}, {{id: d}}, {{id: e}}, {crowd}, {rest}]
        tribes:
          - {{id: t, support: [{", ".join(f"s{k}" for k in range(149))}],
             squads: [{{id: big, members: [a, b]}}, {{id: few, members: [c]}}]}}
          - {{id: full, support: [{", ".join(f"r{k}" for k in range(148))}, d, e]}}
          - {{id: near, support: [{", ".join(f"r{k}" for k in range(148))}, e]}}
          - {{id: room, support: SUPPORT}}
    """
    move = {"kind": "squad", "id": "few"}
    assert fixes("TR001", text.replace("SUPPORT", "[d, e]"))[1:] == [("change", {**move, "fields": {"tribe": "room"}})]
    near = text.replace("SUPPORT", f"[{', '.join(f'r{k}' for k in range(148))}, d, e]")
    assert fixes("TR001", near)[1:] == [("change", {**move, "fields": {"tribe": "near"}})]
    assert [op for op, _ in fixes("TR001", text.replace("SUPPORT", "[d]"))].count("change") == 1


def test_somebody_free_of_another_chapter_joins_a_squad_of_one_chapter() -> None:
    text = """
        people: [{id: a}, {id: lead}, {id: busy}, {id: free}, {id: other}]
        tribes: [{id: t, chapters: [{id: dev, members: [a]}, {id: ux, lead: lead, members: [busy, free, other]}],
          squads: [{id: s, members: [a]}, {id: r, members: [busy, lead, a]}]}]
    """
    assert fixes("SQ003", text) == [("join", {"person": "free", "squad": "s"})]
    lives = text.replace("{id: r, members: [busy", "{id: r, members: [{person: free, from: 2027-01-01}, busy")
    assert fixes("SQ003", lives) == [("join", {"person": "free", "squad": "s", "until": "2027-01-01"})]


def test_a_squad_that_is_full_or_in_no_tribe_gets_nobody_from_another_chapter() -> None:
    nine = ", ".join(f"a{k}" for k in range(9))
    people = ", ".join(f"{{id: a{k}}}" for k in range(9))
    chapters = f"[{{id: dev, members: [{nine}]}}, {{id: ux, members: [free]}}]"
    full = f"""
        people: [{people}, {{id: free}}]
        tribes: [{{id: t, chapters: {chapters}, squads: [{{id: s, members: [{nine}]}}]}}]
    """
    outside = f"""
        people: [{people}, {{id: free}}]
        chapters: {chapters}
        squads: [{{id: s, members: [a0]}}]
    """
    assert fixes("SQ003", full) == fixes("SQ003", outside) == []


STAY = """
    people: [{id: anna, unit: UNITS}, {id: ben}]
    units: [{id: it}, {id: hr}]
    ---
    people: [{id: anna}, {id: ben}]
    units: [{id: hr}]
    tribes: [{id: t, lead: ben}]
"""


def test_who_loses_their_unit_stays_in_the_one_that_is_left() -> None:
    from spotifymodel.rules.examples import charts_of

    for units, offered in (("[it, hr]", ["unit:hr"]), ("[hr, it]", ["unit:hr"]), ("it", [])):
        findings = sm.check(charts_of(STAY.replace("UNITS", units)), select="TX001").findings
        assert [fix.args["squad"] for finding in findings if finding.subject.id == "anna" for fix in finding.fixes] == offered
