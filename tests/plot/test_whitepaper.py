"""The whitepaper's own figures: they show its data and nothing else, in both languages, at every size, soundly."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from matplotlib.figure import Figure

import spotifymodel as sm
from spotifymodel import whitepaper
from spotifymodel.errors import FigureTooSmallError, UsageError
from spotifymodel.plot import OrgFigure
from spotifymodel.plot.gallery import drawer, source
from spotifymodel.plot.scene import Box, Dot, Line
from spotifymodel.plot.theme import DEFAULT

FIGURES = ("whitepaper_tribe", "whitepaper_roles", "whitepaper_differences")
SIZES = [None, "a4", "a3", "slide", (12.0, 9.0), (6.0, 9.0), (5.0, 9.0), (4.0, 11.5), (3.5, 12.5)]

figures = pytest.mark.parametrize("name", FIGURES)
languages = pytest.mark.parametrize("language", ["en", "nl"])


def draw(name: str, **options: object) -> OrgFigure:
    picture = drawer(name)(**options)
    assert isinstance(picture, OrgFigure)
    return picture


def texts(picture: OrgFigure, of: str) -> str:
    return " ".join(text.text for text in picture.scene.texts if text.of == of)


@figures
@languages
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_every_figure_is_sound_at_every_size(name: str, language: str, size: object) -> None:
    assert draw(name, language=language, size=size).audit() == ()


@figures
def test_a_figure_is_drawn_from_nothing_of_the_users_and_the_same_every_time(name: str) -> None:
    assert source(name) == "nothing"
    assert draw(name).encoded("svg") == draw(name).encoded("svg")
    assert name in sm.plot.__all__


@figures
@languages
def test_a_figure_says_what_it_shows_and_where_it_stands_in_the_paper(name: str, language: str) -> None:
    picture = draw(name, language=language)
    assert len(picture.alt_text) > 100
    assert any("De rol van de nieuwe productmanager" in text.text for text in picture.scene.texts)


@figures
def test_a_page_that_not_even_the_narrowest_figure_fits_is_refused(name: str) -> None:
    with pytest.raises(FigureTooSmallError):
        draw(name, size=(2.0, 2.0))


@figures
def test_an_unknown_language_or_subject_is_refused(name: str) -> None:
    with pytest.raises(UsageError, match="no language 'fr'"):
        draw(name, language="fr")
    with pytest.raises(UsageError, match="'nobody' is not in this picture"):
        draw(name, highlight="nobody")


@figures
@pytest.mark.parametrize("title", ["Ons plan", "W" * 60, "<b>& $x$</b>"])
def test_a_title_of_ones_own_takes_the_place_of_the_papers(name: str, title: str) -> None:
    picture = draw(name, title=title)
    assert picture.scene.title == title
    assert picture.audit() == ()


@figures
def test_a_figure_can_be_drawn_on_axes(name: str) -> None:
    axes = Figure(figsize=(12, 9)).add_axes((0, 0, 1, 1))
    assert drawer(name)(ax=axes) is axes
    assert axes.collections


# -- the table ----------------------------------------------------------------------------------------------------------------


@languages
def test_the_table_holds_every_difference_word_for_word(language: str) -> None:
    picture = draw("whitepaper_differences", language=language)
    for row in whitepaper.differences:
        shown = texts(picture, f"difference:{row.key}").casefold().replace("/ ", "/")
        for part in (row.aspect, row.before, row.after):
            words = part.nl if language == "nl" else part.en
            assert words.casefold() in shown


def test_the_highlighted_row_keeps_its_ground_and_the_others_lose_it() -> None:
    lit = draw("whitepaper_differences", highlight="mandate")

    def grounds(key: str) -> list[str | None]:
        return [mark.fill for mark in lit.scene.marks if isinstance(mark, Box) and mark.of == f"difference:{key}"]

    assert grounds("mandate")[1] != grounds("people")[1] == DEFAULT.paper


def test_every_row_has_an_arrow_from_before_to_after() -> None:
    picture = draw("whitepaper_differences")
    arrows = [mark for mark in picture.scene.marks if isinstance(mark, Line) and mark.of.startswith("difference:")]
    assert len(arrows) == 2 * len(whitepaper.differences)


# -- the roles ----------------------------------------------------------------------------------------------------------------


def bars(picture: OrgFigure, role: str) -> list[Box]:
    return [mark for mark in picture.scene.marks if isinstance(mark, Box) and mark.of == f"role:{role}"]


@languages
@pytest.mark.parametrize("size", [None, (4.0, 11.5), (3.5, 12.5)], ids=str)
def test_the_bars_of_a_role_cover_its_blocks_and_are_dashed_where_the_tie_is_inferred(language: str, size: object) -> None:
    picture = draw("whitepaper_roles", language=language, size=size)
    centres = {}
    for block in whitepaper.blocks:
        badge = next(mark for mark in picture.scene.marks if isinstance(mark, Box) and mark.of == f"block:{block.key}")
        centres[block.key] = badge.x + badge.w / 2
    for column in whitepaper.blocks_by_role.columns:
        found: dict[str, str] = {}
        for bar in bars(picture, column.replace(" ", "-")):
            for key, x in centres.items():
                if bar.x <= x <= bar.x + bar.w:
                    found[key] = "inferred" if bar.dash else "stated"
        wanted = {row: whitepaper.blocks_by_role.cell(row, column) for row in whitepaper.blocks_by_role.rows}
        assert found == {row: known for row, known in wanted.items() if known}


def test_a_block_that_one_role_holds_alone_is_ringed() -> None:
    picture = draw("whitepaper_roles")
    rings = [mark for mark in picture.scene.marks if isinstance(mark, Dot)]
    alone = sum(
        len(whitepaper.blocks_by_role.holders(key, version=v)) == 1 for key in whitepaper.blocks_by_role.rows for v in ("1.0", "2.0")
    )
    assert len(rings) == alone + 1, "one more explains the sign"


def test_a_highlighted_role_keeps_its_hue_and_the_others_turn_grey() -> None:
    picture = draw("whitepaper_roles", highlight="strategic-1.0")
    assert {bar.fill for bar in bars(picture, "strategic-1.0")} == {DEFAULT.palette[0]}
    assert {bar.fill for bar in bars(picture, "technical-1.0")} == {DEFAULT.outline}


def test_a_highlighted_block_keeps_the_bars_that_cover_it() -> None:
    picture = draw("whitepaper_roles", highlight="4")
    hues = {bar.fill for bar in bars(picture, "technical-1.0")}
    assert DEFAULT.palette[1] in hues
    assert {bar.fill for bar in bars(picture, "marketing-1.0")} == {DEFAULT.outline}


# -- the tribe ----------------------------------------------------------------------------------------------------------------


@languages
def test_the_tribe_has_the_rows_columns_and_labels_of_the_figure(language: str) -> None:
    picture, figure = draw("whitepaper_tribe", language=language), whitepaper.reference_figure
    for squad in figure.squads[:-1]:
        assert texts(picture, f"squad:{squad}").replace("- ", "-") == f"{squad} PO"
    for chapter in figure.chapters[:-1]:
        assert texts(picture, f"chapter:{chapter}") == f"{chapter} CL"
    written = [text.text for text in picture.scene.texts]
    assert written.count("CL") == figure.chapter_leads + 1, "one more is the legend's"
    assert written.count("PO") == figure.product_owners + 1
    assert written.count("TL") == figure.tribe_leads + 1
    assert written.count("AC") == figure.agile_coaches + 1
    assert {role for _, role in figure.legend} <= set(written)


def test_a_narrow_tribe_names_its_chapters_by_letter_and_no_word_is_broken() -> None:
    picture = draw("whitepaper_tribe", size=(4.0, 11.5))
    written = [text.text for text in picture.scene.texts]
    assert {"A", "B", "C", "D", *whitepaper.reference_figure.chapters} <= set(written)


def test_nine_seats_are_drawn_for_every_squad() -> None:
    picture = draw("whitepaper_tribe")
    seats = [mark for mark in picture.scene.marks if isinstance(mark, Box) and mark.w == pytest.approx(6.2)]
    assert len(seats) == 9 * len(whitepaper.reference_figure.squads)


def _hues(picture: OrgFigure, of: Callable[[str], bool]) -> set[str | None]:
    return {mark.fill for mark in picture.scene.marks if isinstance(mark, Box) and of(mark.of)}


def test_a_highlighted_chapter_keeps_its_hue() -> None:
    picture = draw("whitepaper_tribe", highlight="Producten")
    assert DEFAULT.palette[3] in _hues(picture, lambda of: of == "chapter:Producten")
    assert DEFAULT.palette[0] not in _hues(picture, lambda of: of.startswith("chapter:"))


# -- the page -----------------------------------------------------------------------------------------------------------------


def told(picture: OrgFigure) -> dict[str, dict[str, Any]]:
    data = json.loads(re.findall(r'<script type="application/json" id="facts">(.*?)</script>', picture.to_html(), re.S)[0])
    return {fact["name"]: fact for fact in data["facts"]}


@languages
def test_pointing_at_a_role_tells_what_the_paper_says_of_it_and_where(language: str) -> None:
    facts = told(draw("whitepaper_roles", language=language))
    for role in (*whitepaper.roles_1, *whitepaper.roles_2):
        name = (role.name.nl if language == "nl" else role.name.en).removesuffix(" 2.0")
        shown = str(facts[f"{name} {role.version}"])
        assert all((s.text.nl if language == "nl" else s.text.en) in shown.replace("\\'", "'") for s in role.statements)
        assert role.statements[0].source.section in shown


def test_pointing_at_a_block_tells_who_holds_it_and_at_a_difference_where_it_stands() -> None:
    assert "1.0: technical product manager" in str(told(draw("whitepaper_roles"))["4 performance and life cycle management"])
    assert whitepaper.differences["mandate"].source.section in str(told(draw("whitepaper_differences"))["mandate"])
