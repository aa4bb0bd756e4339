"""Legends explain the signs of a picture with the signs themselves, all of them and no others, within the width there is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import spotifymodel as sm
from spotifymodel.plot.auditing import audit
from spotifymodel.plot.grid.reading import read_tribe
from spotifymodel.plot.parts.legend import Drawn, Sign, draw_legend
from spotifymodel.plot.parts.pen import Pen
from spotifymodel.plot.scene import Box, Scene
from spotifymodel.plot.theme import DEFAULT
from spotifymodel.plot.wall.key import signs_of
from spotifymodel.plot.wall.reading import TribeCard
from spotifymodel.words.pictures import phrase

from .materials import crowded_document


def square(pen: Pen, x: float, middle: float) -> None:
    pen.box(x, middle - 4, 8, 8, DEFAULT.capacity)


SIGNS = st.lists(
    st.one_of(
        st.builds(Drawn, st.text("abc de", min_size=1, max_size=90).map(lambda t: f"x{t.strip()}"), st.just(8.0), st.just(square)),
        st.builds(
            Sign, st.sampled_from(["badge", "framed", "text", "half_dot", "dashed_pill", "dashed_dot"]), st.just("PO"), st.just("word")
        ),
    ),
    max_size=8,
)


@given(SIGNS, st.floats(120, 600))
def test_a_legend_keeps_to_its_width_and_says_how_high_it_is(signs: list[Sign | Drawn], width: float) -> None:
    pen = Pen(DEFAULT, "en")
    height = draw_legend(pen, signs, 4, width - 4, 2)
    assert audit(Scene(width, height + 4, "a legend", "A legend in words.", tuple(pen.marks))) == ()
    assert (height > 0) == bool(signs)


@pytest.mark.parametrize("language", ["en", "nl"])
def test_every_fraction_in_a_matrix_is_explained_and_no_other(language: str) -> None:
    troubled = [text.text for text in sm.plot.matrix(sm.example("hypotheek-broken"), language=language).scene.texts]
    assert [text for text in troubled if text in ("½", "⅓")].count("½") >= 2
    assert phrase(language, "shares", n=2) in troubled
    assert phrase(language, "shares", n=3) in troubled
    texts = [text.text for text in sm.plot.matrix(sm.Org.from_dict(crowded_document()), language=language).scene.texts]
    assert "½" in texts
    assert "1/4 – 1/17" in texts
    assert phrase(language, "shares_among", least=4, most=17) in texts
    quiet = [text.text for text in sm.plot.matrix(sm.example("hypotheek"), language=language, detail="dots").scene.texts]
    assert phrase(language, "shares", n=3) not in quiet


def card(*squads: int, findings: int = 0, errors: int = 0) -> TribeCard:
    return TribeCard("t", "T", (), sum(squads), tuple((f"s{i}", n) for i, n in enumerate(squads)), 0, findings, errors)


def test_a_wall_explains_what_its_cards_carry() -> None:
    def meanings(*cards: TribeCard, cut: int = 0) -> list[str]:
        return [sign.meaning for sign in signs_of(cards, 9, 150, cut, "en")]

    bars, tribe = "a squad, the line is at 9 people", "people in the tribe, of at most 150"
    assert meanings(card(5, 9)) == [bars, tribe]
    assert meanings(card()) == [tribe]
    assert meanings(card(5, 10)) == [bars, tribe, "over a limit"]
    assert meanings(card(5), card(40, findings=2), cut=18) == [
        bars,
        "more than 18 people, cut off",
        tribe,
        "over a limit",
        "errors and warnings",
    ]
    assert [sign.meaning for sign in signs_of([card(200)], 0, 0, 0, "nl")] == ["een squad"]


def test_the_number_in_the_legend_of_a_wall_is_filled_red_only_where_there_are_errors() -> None:
    def ink(one: TribeCard) -> str | None:
        pen = Pen(DEFAULT, "en")
        draw_legend(pen, list(signs_of([one], 9, 150, 0, "en"))[-1:], 0, 300, 0)
        return next(mark.fill for mark in pen.marks if isinstance(mark, Box))

    assert ink(card(3, findings=1)) == DEFAULT.warn_tint
    assert ink(card(3, findings=2, errors=1)) == DEFAULT.bad


@pytest.mark.parametrize("language", ["en", "nl"])
def test_errors_and_warnings_differ_in_more_than_colour_and_are_counted_with_their_signs(language: str) -> None:
    scene = sm.plot.matrix(sm.example("hypotheek-broken"), language=language).scene
    report = sm.check(sm.example("hypotheek-broken"))
    pills = {mark.of: mark for mark in scene.marks if isinstance(mark, Box) and mark.of.startswith("finding:")}
    for finding in report.findings:
        pill = pills.get(f"finding:{finding.code}")
        if pill is not None:
            assert (pill.fill, pill.stroke) == ((DEFAULT.bad, None) if finding.severity == "error" else (DEFAULT.warn_tint, DEFAULT.warn))
    texts = [text.text for text in scene.texts]
    notes = read_tribe(sm.example("hypotheek-broken"), "hypotheek", report, language).notes
    for severity in ("error", "warning"):
        count = sum(note.severity == severity for note in notes)
        assert count > 1
        words = phrase(language, f"{severity}s", n=count)
        assert texts[texts.index(words) - 1] == str(count)
