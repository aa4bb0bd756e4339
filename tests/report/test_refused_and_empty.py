"""Files that were refused stand in every output, and what has nothing to show says so instead of failing."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

import spotifymodel as sm
from spotifymodel.errors import Place, Trouble
from spotifymodel.report.org_html import MOST_TRIBES
from spotifymodel.report.outcome import Outcome, Refused
from spotifymodel.report.output import Options, output_named
from spotifymodel.transition.differing.telling import WORDS

REFUSED = Refused("a|b <c>.yaml", (Trouble("wrong <here>", Place("a|b <c>.yaml", 2, 3, "$.people")), Trouble("and there\x1b[31m")))


def shown(name: str, *reports: sm.Report) -> str:
    return output_named(name).render(Outcome(reports, (REFUSED,)), Options())


@pytest.mark.parametrize("name", ["text", "json", "sarif", "github", "markdown", "html"])
@pytest.mark.parametrize("others", [0, 1, 2])
def test_a_refused_file_is_told_with_every_fault_beside_whatever_was_judged(name: str, others: int) -> None:
    text = shown(name, *(sm.check(sm.example("hypotheek"), select="SQ001") for _ in range(others)))
    assert "wrong" in text
    assert "and there" in text
    assert "\x1b" not in text
    if name in ("json", "sarif"):
        json.loads(text)
    if name == "html":
        assert "<here>" not in text
        assert "<c>" not in text


def test_a_fault_without_a_place_is_told_with_the_name_of_its_file() -> None:
    assert shown("text").splitlines() == ["a|b <c>.yaml:2:3 ($.people): wrong <here>", "a|b <c>.yaml: and there<U+001B>[31m"]
    assert shown("github").splitlines() == [
        "::error title=refused,file=a|b <c>.yaml,line=2,col=3::wrong <here>",
        "::error title=refused,file=a|b <c>.yaml::and there<U+001B>[31m",
    ]


def test_an_annotation_says_what_was_expected_and_names_the_cell_of_a_workbook() -> None:
    trouble = Trouble("fte is 2", Place("a.xlsx", sheet="Team: 1", cell="B2"), "a number\nfrom 0 to 1.5", "write 1")
    text = output_named("github").render(Outcome((), (Refused("a.xlsx", (trouble,)),)), Options())
    assert text == "::error title=refused,file=a.xlsx::Team: 1!B2: fte is 2; expected a number%0Afrom 0 to 1.5. Write 1\n"


def test_a_chart_that_refers_to_what_it_does_not_declare_shows_itself_without_a_table_of_tribes() -> None:
    broken = sm.Org(people=[{"id": "an"}], tribes=[{"id": "t", "lead": "nobody"}])
    whole = sm.Org(people=[{"id": "an"}], tribes=[{"id": "t", "lead": "an"}])
    assert "<td>t</td>" in whole._repr_html_()
    assert "<td>t</td>" not in broken._repr_html_()


@pytest.mark.parametrize("tribes", [12, 60])
def test_a_company_of_many_tribes_shows_the_first_of_them(tribes: int) -> None:
    org = sm.Org(people=[{"id": "an"}], tribes=[{"id": f"t{k}", "purpose": "<b>"} for k in range(tribes)])
    page = org._repr_html_()
    assert page.count("<tr>") == page.count("</tr>") == min(tribes, MOST_TRIBES) + 1
    assert page.count("&lt;b&gt;") == min(tribes, MOST_TRIBES)
    assert (f"and {tribes - MOST_TRIBES} more tribes" in page) is (tribes > MOST_TRIBES)


@pytest.mark.parametrize("language", ["en", "nl"])
def test_charts_that_do_not_differ_say_so_in_their_language(language: str) -> None:
    org = replace(sm.example("hypotheek"), language=language)
    page = sm.diff(org, org)._repr_html_()
    assert f"lang='{language}'><p>{WORDS[language]['none']}</p>" in page
    assert "<table" not in page
