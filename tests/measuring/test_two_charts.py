"""What changes between a department and a tribe: hand-offs, alignment, betweenness of product managers, side by side."""

from __future__ import annotations

import json
import re
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import given, settings

import spotifymodel as sm
from spotifymodel.graph.index import index_of
from spotifymodel.graph.view import View
from spotifymodel.measuring.network import ties
from spotifymodel.measuring.product_managers import connectors, product_managers
from spotifymodel.testing import charts
from spotifymodel.words.printing import columns
from tests.depth import examples

#: The last column of a table: its heading, and the units.
LAST_COLUMN = ("unit", "people", "fte", "share", "pairs", "squads", "people and squads")
PEOPLE = [
    {"id": "dirk", "job_title": "directeur"},
    {"id": "paula", "job_title": "productmanager hypotheken"},
    {"id": "piet", "pm_type": "technical"},
    {"id": "pm", "job_title": "PM"},
    {"id": "lotte", "job_title": "tester"},
    {"id": "bram", "job_title": "projectleider"},
]
UNITS = [
    {"id": "top", "manager": "dirk"},
    {"id": "product", "parent": "top", "owns": ["lening"]},
    {"id": "it", "parent": "top", "owns": ["lening"], "manager": "lotte"},
]
HOMES = {"dirk": "top", "paula": "product", "piet": "product", "pm": "it", "lotte": "it", "bram": "top"}
PRODUCT = [{"id": "lening", "review_owner": "piet"}]


def department() -> sm.Org:
    return sm.Org(
        people=[one | {"unit": HOMES[str(one["id"])]} for one in PEOPLE],
        units=UNITS,
        products=PRODUCT,
        projects=[{"id": "app", "manager": "bram", "product": "lening"}],
    )


def tribe() -> sm.Org:
    return sm.Org(
        people=[one | {"from_unit": HOMES[str(one["id"])]} for one in PEOPLE],
        units=[{"id": unit["id"]} for unit in UNITS],
        products=PRODUCT,
        squads=[
            {"id": "kopen", "product_owner": "paula", "members": ["paula", "lotte", "piet"], "owns": ["lening"]},
            {"id": "beheer", "product_owner": "pm", "members": ["pm", "bram", "paula"]},
        ],
        dependencies=[
            {"from": "kopen", "to": "beheer", "severity": "blocking"},
            {"from": "kopen", "to": "beheer", "severity": "slowing", "what": "rente"},
        ],
    )


def test_product_managers_are_read_from_their_type_or_their_title_and_a_bare_abbreviation_is_nobody() -> None:
    assert product_managers(View(index_of(department()))) == ("paula", "piet")
    assert connectors(View(index_of(tribe()))) == ("paula", "piet", "pm")


def test_the_department_is_counted_as_by_hand() -> None:
    found = sm.metrics(department())
    assert found.value("hand_offs", "lening") == 1  # two departments own it
    assert found.value("hand_offs") == 1
    # Nobody manages product, so nobody is above paula; the project leader changes a product of her unit.
    assert found.value("alignment", "paula") == 1
    assert found.value("alignment", "piet") == 1
    assert found.value("alignment_mean") == 1
    assert found.value("layers") == 2  # dirk, lotte, pm
    assert found.value("betweenness_mean") == 0  # in the line a product manager hangs below one department
    assert not [row for row in found.rows if row.measure == "units_joined"]


def test_the_tribe_is_counted_as_by_hand() -> None:
    found = sm.metrics(tribe())
    assert found.value("hand_offs", "kopen") == 1  # two reasons to wait for one squad
    assert found.value("hand_offs", "lening") == 0
    assert found.value("hand_offs") == 1
    assert found.value("units_joined", "kopen") == 2
    assert found.value("units_joined", "beheer") == 3
    assert found.value("alignment", "paula") == 1  # the owner of her other squad, for which hers waits
    assert found.value("alignment", "piet") == 2  # that squad, and his product owner
    # Of the 21 pairs of other points, paula alone connects her two squads: kopen, lening, lotte, piet with beheer, pm, bram.
    assert found.value("betweenness", "paula") == pytest.approx(12 / 21)
    assert found.value("betweenness_mean") == pytest.approx(6 / 21)


def test_a_chart_that_says_nothing_of_work_is_not_called_free_of_hand_offs() -> None:
    found = sm.metrics(sm.Org(people=[{"id": "a"}], squads=[{"id": "s", "members": ["a"]}]))
    assert {row.measure for row in found.rows}.isdisjoint({"hand_offs", "units_joined", "betweenness", "alignment", "layers"})
    assert found.sample is None
    assert "etweenness" not in str(found)


def test_people_who_manage_each_other_in_a_circle_are_counted_once() -> None:
    people = [{"id": one} for one in "abcd"]
    chapters = [{"id": f"of-{lead}", "lead": lead, "members": [lead, *below]} for lead, below in (("a", "bd"), ("b", "c"), ("c", "a"))]
    assert sm.metrics(sm.Org(people=people, chapters=chapters)).value("layers") == 3


@settings(max_examples=examples(25), deadline=None)
@given(charts())
def test_betweenness_of_any_chart_is_that_of_its_network_in_networkx(org: sm.Org) -> None:
    found = sm.metrics(org)
    graph = nx.Graph([pair for pair in ties(View(index_of(org))) if pair[0] != pair[1]])
    expected = nx.betweenness_centrality(graph)
    rows = [row for row in found.rows if row.measure == "betweenness"]
    assert [row.value for row in rows] == pytest.approx([expected.get(("person", row.subject), 0.0) for row in rows])
    assert (found.sample is None) == (not rows)


def test_a_comparison_prints_before_after_and_the_difference_with_the_whole_first() -> None:
    compared = sm.metrics(department()).compare(sm.metrics(tribe()))
    lines = str(compared).splitlines()
    assert lines[0].split() == ["measure", "subject", "before", "after", "difference", "unit"]
    whole = [k for k, line in enumerate(lines) if " organisation " in line]
    assert whole == list(range(1, len(whole) + 1))
    assert any(line.split() == ["hand-offs", "product", "lening", "1", "0", "-1", "hand-offs"] for line in lines)
    assert any(line.split()[-5:] == ["kopen", "–", "3", "–", "people"] for line in lines)
    nl = str(sm.metrics(department(), language="nl").compare(sm.metrics(tribe())))
    assert "tussenpositie, gemiddelde van productmanagers" in nl
    assert nl.splitlines()[0].split()[2:5] == ["voor", "na", "verschil"]
    html = compared._repr_html_()
    assert html.count("<tr>") == html.count("</tr>") == len(compared) + 1
    assert html.count("<th ") == html.count("</th>") == 6
    assert html.count("text-align:right") == 3 * (len(compared) + 1)
    assert len(compared.to_frame()) == len(compared) == len(compared.to_dict()["changes"])
    assert list(compared) == [compared[k] for k in range(len(compared))]
    assert compared[:1] == (compared[0],)


def test_equal_charts_differ_in_nothing_and_say_so() -> None:
    same = sm.metrics(tribe()).compare(sm.metrics(tribe()))
    assert not same
    assert (repr(same), repr(sm.metrics(sm.Org()))) == ("<Comparison: 0 rows differ>", "<Metrics: 5 rows>")
    assert str(same) == "no measure differs"
    assert "geen maat verschilt" in sm.metrics(tribe(), language="nl").compare(sm.metrics(tribe()))._repr_html_()


def test_the_table_says_whether_betweenness_is_exact() -> None:
    found = sm.metrics(tribe())
    assert str(found).endswith("Betweenness is exact: shortest paths from all 8 points of the network.")
    assert json.loads(json.dumps(found.to_dict()))["betweenness"] == {"exact": True, "sources": 8, "points": 8}


def test_a_bus_factor_counts_from_the_level_of_the_profile_or_the_one_asked_for() -> None:
    people = [
        {"id": "a", "skills": {"cobol": 3, "sql": 1}},
        {"id": "b", "skills": {"cobol": 1}},
        {"id": "v", "vacancy": True, "skills": {"sql": 3}},
    ]
    org = sm.Org(people=people, tribes=[{"id": "t", "critical_skills": ["cobol", "rente"]}], mode="live")

    def factors(level: int | None = None) -> dict[str, float]:
        return {row.subject: row.value for row in sm.metrics(org, skill_level=level).rows if row.measure == "bus_factor"}

    assert factors() == {"cobol": 1, "rente": 0, "sql": 0}
    assert factors(1) == {"cobol": 2, "rente": 0, "sql": 1}
    assert factors(3) == {"cobol": 1, "rente": 0, "sql": 0}
    for wrong in (0, 4):
        with pytest.raises(sm.UsageError, match="from 1 to 3"):
            sm.metrics(org, skill_level=wrong)


def test_the_page_about_measures_names_every_one() -> None:
    page = (Path(__file__).parents[2] / "docs" / "how-to" / "measure.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`(\w+)`", page.split("## What is measured")[1].split("\n## ")[0]))
    measured = {row.measure for org in (department(), tribe(), sm.example("hypotheek")) for row in sm.metrics(org).rows}
    assert measured == named


def test_the_printed_table_calls_subjects_by_name_and_stays_in_columns_whatever_the_script() -> None:
    people = [{"id": "a", "name": "株式会社"}, {"id": "b", "name": "Łukasz"}, {"id": "c"}]
    org = sm.Org(people=people, squads=[{"id": "s", "name": "Kopen", "product_owner": "a", "members": ["a", "b", "c"]}])
    lines = str(sm.metrics(org)).splitlines()
    assert any("person 株式会社 (a)" in line for line in lines)
    assert any("squad Kopen (s)" in line for line in lines)
    assert any("person c  " in line for line in lines)
    table = lines[: lines.index("")]
    ends = {columns(line.removesuffix(unit)) for line in table for unit in LAST_COLUMN if line.endswith(f"  {unit}")}
    assert len(ends) == 1
    # The name is for readers: rows, frames and comparisons go by id.
    assert sm.metrics(org) == sm.metrics(org.change("squad", "s", name="Bouwen"))
    assert "Kopen" not in json.dumps(sm.metrics(org).to_dict())
