"""A gap report in words, on a page and in Markdown: both languages, ids and no names, nothing of a chart as markup."""

from __future__ import annotations

import json
import re
from pathlib import Path
from string import Formatter

import pytest

import spotifymodel as sm
from spotifymodel.errors import UsageError
from spotifymodel.transition.gap_report.telling import sections_of
from spotifymodel.transition.gap_report.words import HEADS, SAY, TITLES
from spotifymodel.transition.plan import Plan

GOLDEN = Path(__file__).parent / "golden"
NAMES = ("Zwaantje Quist", "Xerxes Ypma")


def plan(language: str, name: str = NAMES[0]) -> Plan:
    people = [
        {"id": "zq", "name": name, "job_title": "product owner", "unit": "u", "seniority": "medior", "agile_years": 1.5,
         "skills": {"stakeholders": 2, "storytelling": 1, "mvp": 1, "data": 1, "customer-journey": 0}},
        {"id": "xy", "name": NAMES[1], "job_title": "teammanager IT", "unit": "u", "skills": {"java": 3, "data": 1, "sql": 1}},
        {"id": "d1", "job_title": "developer", "unit": "u", "fte": 0.8, "skills": {"java": 2}},
        {"id": "d2", "job_title": "developer", "unit": "u", "skills": {"java": 3, "sql": 1}},
        {"id": "d3", "job_title": "developer", "unit": "u"},
    ]  # fmt: skip
    wanted = {
        "format": "spotifymodel-blueprint/1",
        "tribes": [
            {
                "id": "t",
                "agile_coaches": 1,
                "chapters": [{"id": "dev", "jobs": ["developer", "teammanager IT"]}, {"id": "po", "jobs": ["product owner"]}],
                "squads": [{"id": "app", "needs": {"dev": 4, "po": 1}, "required_skills": {"java": 3, "sql": 2}}],
            }
        ],
        "locks": [{"person": "zq", "squad": "app", "role": "product_owner"}, {"person": "xy", "chapter": "dev", "role": "chapter_lead"}],
        "waves": {"start": "2027-01-04", "weeks": 8, "hire_weeks": 12},
        "rates": {"hires": {"member": 9000.0}, "training_month": 750.0, "level_months": 2.0, "currency": "EUR"},
    }
    org = sm.Org.from_dict({"format": "spotifymodel/1", "people": people, "units": [{"id": "u", "manager": "xy"}]})
    return sm.propose(org, wanted, language=language)  # type: ignore[arg-type]


@pytest.mark.parametrize("language", ["en", "nl"])
def test_a_report_reads_as_it_did(language: str) -> None:
    told = str(plan(language).gap_report(prices=True))
    assert told == (GOLDEN / f"{language}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("suffix", ["txt", "md", "html", "json"])
@pytest.mark.parametrize("language", ["en", "nl"])
def test_a_saved_report_tells_everybody_by_id_and_nobody_by_name(language: str, suffix: str, tmp_path: Path) -> None:
    plan(language).gap_report().save(tmp_path / f"gaps.{suffix}")
    text = (tmp_path / f"gaps.{suffix}").read_text(encoding="utf-8")
    assert [name for name in NAMES if name in text] == []
    assert [person for person in ("zq", "xy", "d2") if person not in text] == []
    if suffix == "json":
        assert json.loads(text) == json.loads(json.dumps(plan(language).gap_report().to_dict()))


def test_a_page_is_complete_without_scripts_and_shows_its_language() -> None:
    report = plan("nl").gap_report()
    shown = report._repr_html_()
    assert "lang='nl'" in shown
    assert "<script" not in shown
    for section in ("Totalen", "Plaatsen waaraan iets ontbreekt", "Mensen", "Chapters", "Voordat iets bindend is"):
        assert f"<h2>{section}</h2>" in shown


def test_nothing_of_a_chart_is_read_as_markup(tmp_path: Path) -> None:
    squad, job = "<b>|*app*", "<i>developer</i>|x"
    org = sm.Org.from_dict({"format": "spotifymodel/1", "people": [{"id": f"<u>d{k}|", "job_title": job} for k in range(4)]})
    tribe = {"id": "t", "chapters": [{"id": "c|<s>", "jobs": [job]}], "squads": [{"id": squad, "needs": {"c|<s>": 5}}]}
    report = sm.propose(org, {"format": "spotifymodel-blueprint/1", "tribes": [tribe]}).gap_report()
    for suffix in ("html", "md"):
        report.save(tmp_path / f"gaps.{suffix}")
        text = (tmp_path / f"gaps.{suffix}").read_text(encoding="utf-8")
        assert not re.search(r"<(b|i|u|s)>", text)
    table = [line for line in (tmp_path / "gaps.md").read_text(encoding="utf-8").splitlines() if "developer" in line]
    assert table
    assert len({len(re.findall(r"(?<!\\)\|", line)) for line in table}) == 1


def test_a_suffix_that_is_no_report_is_refused_with_those_that_are(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"\.txt, \.md, \.html or \.json"):
        plan("en").gap_report().save(tmp_path / "gaps.pdf")


def test_both_languages_say_the_same_things_about_the_same_facts() -> None:
    for words in (TITLES, HEADS, SAY):
        assert set(words["en"]) == set(words["nl"])
    for section, heads in HEADS["en"].items():
        assert len(heads) == len(HEADS["nl"][section])
    for key, said in SAY["en"].items():
        fields = [{field for _, field, _, _ in Formatter().parse(text) if field} for text in (said, SAY["nl"][key])]
        assert fields[0] == fields[1], key


def test_a_dutch_report_flags_the_law_and_advises_nothing_and_an_english_one_knows_no_dutch_law() -> None:
    dutch, english = (plan(language).gap_report() for language in ("nl", "en"))
    assert [f["kind"] for f in dutch.flags] == ["works_council", "places", "interchangeable", "collective_redundancy", "no_advice"]
    assert [f["kind"] for f in english.flags] == ["places", "interchangeable", "no_advice"]
    assert "20 of meer mensen" in str(dutch)
    assert "WMCO" in str(dutch)
    assert "WOR" not in str(english)
    assert "no legal advice" in str(english)


def test_no_table_has_a_column_in_which_nothing_stands() -> None:
    for language in ("en", "nl"):
        for section in sections_of(plan(language).gap_report(), everybody=True):
            for column in zip(*section.rows[1:], strict=True):
                assert any(column), (language, section.title)
            for column_number in section.numbers:  # what is flush right is a number
                assert all(re.fullmatch(r"[\d.,]*", row[column_number]) for row in section.rows[1:])
