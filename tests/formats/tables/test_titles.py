"""Job titles in three languages and in abbreviations are taken for roles with a confidence, never silently."""

from __future__ import annotations

import pytest

from spotifymodel.formats.tables.titles import TitleReading, read_title, read_titles


@pytest.mark.parametrize(
    ("title", "role", "kind", "discipline", "seniority"),
    [
        ("Senior Product Manager", "product_manager", None, "product", "senior"),
        ("sr. productmgr (tech)", "product_manager", "technical", "product", "senior"),
        ("TPM", "product_manager", "technical", "product", None),
        ("SPM", "product_manager", "strategic", "product", None),
        ("Produktmanager", "product_manager", None, "product", None),
        ("PMM", "product_marketing_manager", "marketing", "product", None),
        ("Hoofd Productmanagement", "product_management_lead", "manager", "product", "senior"),
        ("Leiter Produktmanagement", "product_management_lead", "manager", "product", None),
        ("PO", "product_owner", None, "product", None),
        ("Scrummaster", "agile_coach", None, "agile-coaching", None),
        ("Projektleiter", "project_manager", None, "project-management", None),
        ("Secretaresse", "support", None, "management-support", None),
        ("Geschäftsführer", "director", None, None, None),
        ("Abteilungsleiter", "team_manager", None, None, None),
        ("jr. dev", "specialist", None, "development", "junior"),
        ("Medior Java ontwikkelaar", "specialist", None, "back-end", "medior"),
        ("UX Designer", "specialist", None, "design", None),
        ("Compliance Officer", "second_line", None, "compliance", None),
        ("Jurist", "specialist", None, "legal", None),
        ("Buchhalter", "specialist", None, "finance", None),
        ("Medewerker inkoop", "specialist", None, "purchasing", None),
        ("Inkoper", None, None, "purchasing", None),
        ("Leiterin Produktmanagement", "product_management_lead", "manager", "product", None),
        ("Referent:in Produkt", "product_manager", None, "product", None),
        ("Vertriebsleiterin", "team_manager", None, "sales", None),
        ("Teamleidster Schade", "team_manager", None, "claims", None),
        ("Vorstandsvorsitzende", "director", None, None, None),
        ("CTO", "director", None, None, None),
        ("Datenschutzbeauftragte", "specialist", None, "compliance", None),
        ("Produktverantwortliche", "product_owner", None, "product", None),
        ("Teamltr.", "team_manager", None, None, None),
        ("Sachbearb. Einlagen", "specialist", None, "servicing", None),
        ("SWE II", "specialist", None, "development", None),
        ("HR adviseur", "specialist", None, "human-resources", None),
        ("Senior vogelaar", None, None, None, "senior"),
    ],
)
def test_a_title_says_role_type_discipline_and_rank(
    title: str, role: str | None, kind: str | None, discipline: str | None, seniority: str | None
) -> None:
    found = read_title(title)
    assert (found.role, found.pm_type, found.discipline, found.seniority) == (role, kind, discipline, seniority)
    assert found.title == title
    assert (found.confidence > 0) is bool(found.because) is (role is not None or discipline is not None)
    assert read_title(title.upper()).role == role, "capitals do not matter"


@pytest.mark.parametrize(
    "title", ["Management-assistent", "Directiesecretaresse", "Assistentin der Geschäftsführung", "Tribe-assistent", "AD_ASST"]
)
def test_who_assists_a_board_or_an_office_supports(title: str) -> None:
    assert read_title(title).role == "support"


@pytest.mark.parametrize(
    "title", ["Doktersassistente", "Operatieassistent", "Medisch secretaresse", "Physician Assistant", "Assistent-controller"]
)
def test_who_assists_in_a_trade_works_in_it_and_does_not_support_a_tribe(title: str) -> None:
    assert read_title(title).role == "specialist"
    assert read_title(title).discipline != "management-support"


def test_a_town_secretary_directs_and_does_not_support() -> None:
    assert read_title("Gemeentesecretaris").role == "director"


def test_pm_alone_is_less_certain_than_written_out_and_project_beside_it_settles_it() -> None:
    assert read_title("PM").role == "product_manager"
    assert read_title("PM").confidence < read_title("Product Manager").confidence
    assert read_title("PM programma's").role == "project_manager"


def test_a_caller_who_explains_a_title_is_believed() -> None:
    said = {"Bergbeklimmer": TitleReading("", role="specialist", discipline="testing")}
    found = read_title("BERGBEKLIMMER", said)
    assert (found.title, found.role, found.confidence, found.because) == ("BERGBEKLIMMER", "specialist", 1.0, ("as you said",))
    assert read_title("Dijkgraaf", said).confidence == 0


@pytest.mark.parametrize(
    ("language", "top", "unknown"), [("en", "please check", "Not recognised"), ("nl", "graag nakijken", "Niet herkend")]
)
def test_the_report_counts_titles_least_certain_first(language: str, top: str, unknown: str) -> None:
    report = read_titles(["tester", "Vogelaar", "PM", "tester", ""], language=language)  # type: ignore[arg-type]
    lines = str(report).splitlines()
    assert top in lines[0]
    assert lines[1].split("→")[0].split() == ["50%", "1", "×", "PM"]
    assert lines[2].split("→")[0].split() == ["90%", "2", "×", "tester"]
    assert lines[3] == unknown
    assert report.unknown == ("Vogelaar",)
    assert unknown not in str(read_titles(["tester"], language=language))  # type: ignore[arg-type]
    assert str(report).count("projectleider") == 0
    assert ("directeur" in str(read_titles(["CEO"], language=language))) is (language == "nl")  # type: ignore[arg-type]


def test_every_role_and_type_has_a_dutch_name() -> None:
    titles = [
        "Technisch productmanager",
        "Strategisch PM",
        "PMM",
        "Hoofd productmanagement",
        "PO",
        "Projectleider",
        "Scrum master",
        "Hoofd IT",
    ]
    said = str(read_titles([*titles, "CEO", "Secretaresse", "Tester", "Risk manager"], language="nl"))
    for english in (
        "_",
        "product manager",
        "project manager",
        "team manager",
        "director",
        "support,",
        "second line",
        "technical",
        "strategic",
    ):
        assert english not in said, english
