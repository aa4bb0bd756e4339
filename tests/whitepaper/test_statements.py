"""What the whitepaper says, counted and cross-checked by hand."""

import dataclasses
from collections import Counter
from collections.abc import Iterator

import pytest

from spotifymodel import whitepaper as w
from spotifymodel.model.citation import WHITEPAPER, WHITEPAPER_SECTIONS, Citation
from spotifymodel.profiles import load_profile

#: What a statement shows in that is no measure: relations of a chart.
CHART_WORDS = ("line_manager", "steers_what")
TABLES = {name: value for name in w.__all__ if isinstance(value := getattr(w, name), w.Table)}


def inside(value: object, kind: type) -> Iterator[object]:
    """Yield everything of a kind inside a record, a tuple or a table."""
    if isinstance(value, kind):
        yield value
    elif isinstance(value, w.Table | tuple):
        for item in value:
            yield from inside(item, kind)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            yield from inside(getattr(value, field.name), kind)


def _words(shows_in: object) -> tuple[str, ...]:
    return (shows_in,) if isinstance(shows_in, str) else tuple(shows_in)  # type: ignore[arg-type]


def test_there_are_as_many_of_each_as_the_paper_has() -> None:
    assert {name: len(table) for name, table in TABLES.items()} == {
        "blocks": 7,
        "building_blocks": 5,
        "differences": 11,
        "drivers": 6,
        "duties": 15,
        "findings": 11,
        "labels": 3,
        "management_roles": 4,
        "opinions": 14,
        "organisation_kinds": 5,
        "portrait": 12,
        "provenance": 6,
        "recommendations": 15,
        "role_mapping": 10,
        "roles_1": 3,
        "roles_2": 3,
        "skills": 19,
        "trends": 6,
        "tribe_roles": 4,
        "working_rules": 12,
    }


@pytest.mark.parametrize("name", TABLES)
def test_everything_is_said_in_both_languages(name: str) -> None:
    phrases = [phrase for phrase in inside(TABLES[name], w.Phrase) if isinstance(phrase, w.Phrase)]
    assert phrases
    assert all(phrase.nl.strip() and phrase.en.strip() for phrase in phrases)
    assert all(len(phrase.nl.split()) <= 15 and len(phrase.en.split()) <= 15 for phrase in phrases)


@pytest.mark.parametrize("name", TABLES)
def test_everything_cites_a_section_with_a_short_dutch_quote(name: str) -> None:
    for record in TABLES[name]:
        citations = [citation for citation in inside(record, Citation) if isinstance(citation, Citation)]
        assert citations
        for citation in citations:
            assert citation.document == WHITEPAPER
            assert citation.section in WHITEPAPER_SECTIONS.values()
            assert citation.language == "nl"
            assert 1 <= len(citation.quote.split()) <= 15


def test_sixteen_lines_are_fifteen_duties_because_stakeholder_management_stands_twice() -> None:
    assert len(w.duty_mentions) == 16
    count = Counter(key for _, key in w.duty_mentions)
    assert set(count) == set(w.duties.keys())
    assert [key for key, times in count.items() if times > 1] == ["stakeholders"]
    assert [heading for heading, key in w.duty_mentions if key == "stakeholders"] == ["Product", "Ontwikkeling/innovatie"]
    assert Counter(heading for heading, _ in w.duty_mentions) == {"Product": 3, "Ontwikkeling/innovatie": 3, "Prijs": 5, "Proces": 5}


def test_the_side_of_a_duty_is_certain_only_where_the_layout_survived() -> None:
    assert {duty.key for duty in w.duties if duty.confidence == "stated"} == {
        "assortment", "approval-review", "stakeholders", "proposition", "project-management",
    }  # fmt: skip
    assert all(duty.activities for duty in w.duties)
    assert w.duties["stakeholders"].activities == ("service", "development")


def test_seven_blocks_lie_in_four_zones_in_the_order_of_a_products_life() -> None:
    assert w.blocks.keys() == ("1", "2a", "2b", "2c", "3a", "3b", "4")
    assert list(dict.fromkeys(block.zone.en for block in w.blocks)) == [
        "discovery and innovation",
        "new product planning",
        "new product introduction",
        "post-launch product management",
    ]


def test_the_coverage_of_the_blocks_follows_from_the_roles() -> None:
    held = {block: w.blocks_by_role.holders(block, "stated", version="1.0") for block in w.blocks_by_role.rows}
    assert held == {
        "1": ("strategic 1.0",),
        "2a": ("strategic 1.0",),
        "2b": ("technical 1.0", "strategic 1.0", "marketing 1.0"),
        "2c": ("technical 1.0", "marketing 1.0"),
        "3a": ("technical 1.0", "marketing 1.0"),
        "3b": ("marketing 1.0",),
        "4": ("technical 1.0",),
    }


@pytest.mark.parametrize("matrix", [w.blocks_by_role, w.duties_by_role], ids=["blocks", "duties"])
@pytest.mark.parametrize("version", ["1.0", "2.0"])
def test_no_block_and_no_duty_is_without_a_holder(matrix: w.Matrix, version: str) -> None:
    assert all(matrix.holders(row, version=version) for row in matrix.rows)


def test_the_introduction_passes_from_the_marketing_manager_to_the_product_owner() -> None:
    assert w.blocks_by_role.holders("3b") == ("marketing 1.0", "product_owner 2.0")


def test_a_matrix_counts_what_it_shows() -> None:
    for matrix in (w.blocks_by_role, w.duties_by_role):
        numbers = matrix.numbers()
        assert (len(numbers), len(numbers[0])) == (len(matrix.rows), len(matrix.columns))
        for row, line in zip(matrix.rows, numbers, strict=True):
            for column, number in zip(matrix.columns, line, strict=True):
                assert number == {None: 0, "inferred": 1, "guess": 1, "stated": 2}[matrix.cell(row, column)]


def test_roles_name_blocks_and_duties_that_exist() -> None:
    for role in (*w.roles_1, *w.roles_2):
        assert set(role.blocks) <= set(w.blocks.keys())
        assert set(role.duties) <= set(w.duties.keys())
    assert [role.key for role in w.roles_1] == ["technical", "strategic", "marketing"]
    assert [role.key for role in w.roles_2] == ["technical", "strategic", "product_owner"]
    assert [role.kind for role in w.roles_2] == ["run", "change", None]


def test_the_kinds_of_organisation_are_those_of_a_chart_with_a_family() -> None:
    from typing import get_args

    from spotifymodel.model.chart import OrganisationKind

    assert set(w.organisation_kinds.keys()) == set(get_args(OrganisationKind))
    assert {kind.key: (kind.family, kind.usual_mandate) for kind in w.organisation_kinds} == {
        "traditional": ("traditional", "none"),
        "virtual_chain": ("traditional", "none"),
        "life_event_chain": ("traditional", "none"),
        "hybrid": ("hybrid", "soft"),
        "agile": ("agile", "end_to_end"),
    }


def test_the_figure_has_a_lead_per_column_and_an_owner_per_row() -> None:
    figure = w.reference_figure
    assert (figure.chapter_leads, figure.product_owners) == (len(figure.chapters), len(figure.squads)) == (5, 3)
    assert (figure.tribe_leads, figure.agile_coaches) == (1, 1)
    profile = load_profile("brunel-2017")
    assert str(profile.value("squad.max")) in figure.squad_caption.nl
    assert str(profile.value("tribe.max")) in figure.tribe_caption.nl


def test_management_roles_bear_the_abbreviations_of_the_figure() -> None:
    assert [role.abbreviation for role in w.management_roles] == ["TL", "PO", "CL", "AC"]
    assert {role.abbreviation for role in w.management_roles} == {short for short, _ in w.reference_figure.legend}


def test_rules_that_are_named_exist() -> None:
    known = set(load_profile("brunel-2017").severities)
    named = {code for driver in w.drivers for code in driver.rules}
    for table in (w.opinions, w.findings, w.recommendations):
        named |= {word for record in table for word in record.shows_in if word[:2].isupper() and word[2:].isdigit()}
    assert named
    assert named <= known


def test_measures_that_are_named_exist() -> None:
    from spotifymodel.measuring.labels import LABELS

    shown = {
        word for table in (w.opinions, w.findings, w.recommendations, w.differences) for record in table for word in _words(record.shows_in)
    }
    weighed = {word for driver in w.drivers for word in driver.weighs}
    assert {"alignment", "betweenness", "hand_offs"} <= shown
    assert {"alignment", "hand_offs"} <= weighed
    assert {"alignment", "betweenness", "hand_offs"} <= LABELS["en"].keys()
    assert not {word for word in shown | weighed if "_" in word and "." not in word} - LABELS["en"].keys() - set(CHART_WORDS)


def test_only_an_agile_organisation_is_under_no_strain() -> None:
    assert [kind.key for kind in w.organisation_kinds if not kind.strains] == ["agile"]
    assert w.organisation_kinds["life_event_chain"].product_management.en == "mostly sits in the commercial silo"
    assert "project manager and product owner" in w.organisation_kinds["hybrid"].strains[0].en


def test_every_pm_type_of_a_chart_has_somewhere_to_go() -> None:
    assert {"technical", "strategic", "marketing", "manager"} <= set(w.role_mapping.keys())
    assert all(mapping.becomes for mapping in w.role_mapping)
    assert w.role_mapping["manager"].becomes[0].en == "chapter lead of products"
    assert {mapping.key for mapping in w.role_mapping if mapping.confidence == "guess"} == {"project_manager", "director", "line_manager"}
