"""The palette is measured, not believed: contrast, and distance under three colour-vision deficiencies."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from numpy.typing import NDArray

from spotifymodel.errors import UsageError
from spotifymodel.plot.theme import DEFAULT, contrast, mixed

#: Machado, Oliveira and Fernandes, "A physiologically-based model for simulation of color vision deficiency", 2009, severity 1.0.
MACHADO = {
    "normal": np.eye(3),
    "protan": np.array([[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]),
    "deutan": np.array([[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]),
    "tritan": np.array([[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]),
}


def linear(colour: str) -> NDArray[np.float64]:
    channels = np.array([int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)])
    return np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)


def oklab(rgb: NDArray[np.float64]) -> NDArray[np.float64]:
    """Björn Ottosson, "A perceptual color space for image processing", 2020."""
    cones = np.array(
        [[0.4122214708, 0.5363325363, 0.0514459929], [0.2119034982, 0.6806995451, 0.1073969566], [0.0883024619, 0.2817188376, 0.6299787005]]
    )
    lab = np.array(
        [
            [0.2104542553, 0.7936177850, -0.0040720468],
            [1.9779984951, -2.4285922050, 0.4505937099],
            [0.0259040371, 0.7827717662, -0.8086757660],
        ]
    )
    return lab @ np.cbrt(cones @ np.clip(rgb, 0, 1))


def distance(one: str, other: str, sight: str) -> float:
    a, b = (oklab(MACHADO[sight] @ linear(colour)) for colour in (one, other))
    return 100 * float(np.linalg.norm(a - b))


@pytest.mark.parametrize("sight", MACHADO)
def test_chapters_can_be_told_apart_under_every_kind_of_sight(sight: str) -> None:
    assert min(distance(a, b, sight) for a, b in combinations(DEFAULT.palette, 2)) >= 10


@pytest.mark.parametrize("hue", DEFAULT.palette)
def test_chapters_stand_out_on_paper_and_are_neither_error_nor_ink(hue: str) -> None:
    assert contrast(hue, DEFAULT.paper) >= 3
    assert distance(hue, DEFAULT.bad, "normal") >= 10


@pytest.mark.parametrize("sight", MACHADO)
def test_rungs_of_the_mandate_and_levels_of_skill_can_be_told_apart(sight: str) -> None:
    assert min(distance(a, b, sight) for a, b in combinations((DEFAULT.prepared, DEFAULT.hybrid, DEFAULT.agile), 2)) >= 10
    assert min(distance(a, b, sight) for a, b in combinations(DEFAULT.levels, 2)) >= 10


def test_deeper_levels_are_darker_and_words_on_all_of_them_readable() -> None:
    shades = [contrast(level, DEFAULT.paper) for level in DEFAULT.levels]
    assert shades == sorted(shades)
    for ground in (*DEFAULT.levels, DEFAULT.prepared, DEFAULT.agile, DEFAULT.warn_tint):
        assert max(contrast(ink, ground) for ink in (DEFAULT.ink, DEFAULT.paper)) >= 4.5


@pytest.mark.parametrize("index", range(-1, 16))
def test_texts_on_the_ground_of_a_column_are_readable(index: int) -> None:
    ground = DEFAULT.hue(index).tint
    assert min(contrast(ink, ground) for ink in (DEFAULT.ink, DEFAULT.muted)) >= 4.5


@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        ("ink", "paper"),
        ("muted", "paper"),
        ("muted", "band"),
        ("ink", "row_head"),
        ("ink", "bad_tint"),
        ("bad", "paper"),
        ("bad", "bad_tint"),
        ("paper", "bad"),
        ("paper", "warn"),
        ("paper", "ink"),
        ("warn", "warn_tint"),
        ("added", "paper"),
        ("removed", "paper"),
    ],
)
def test_inks_are_readable_on_their_grounds(ink: str, ground: str) -> None:
    assert contrast(getattr(DEFAULT, ink), getattr(DEFAULT, ground)) >= 4.5


def test_marks_without_text_keep_three_to_one() -> None:
    assert min(contrast(colour, DEFAULT.paper) for colour in (DEFAULT.capacity, DEFAULT.outline, DEFAULT.node)) >= 3


def test_the_ninth_chapter_gets_a_second_cue_and_not_a_ninth_hue() -> None:
    first, ninth = DEFAULT.hue(0), DEFAULT.hue(8)
    assert (ninth.ink, ninth.hollow, first.hollow) == (first.ink, True, False)


def test_mixing_is_opaque_and_ends_where_it_should() -> None:
    assert mixed("#123456", "#FFFFFF", 1) == "#123456"
    assert mixed("#123456", "#FFFFFF", 0) == "#FFFFFF"


def test_a_theme_is_changed_by_making_another() -> None:
    assert DEFAULT.with_(title=20.0).title == 20.0
    assert DEFAULT.title == 16.0


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"ink": "red"}, "a colour such as #1B2733 for ink, not 'red'"),
        ({"paper": "#fff"}, "for paper, not '#fff'"),
        ({"palette": ("#2858CD", "blue")}, "colours such as #2858CD for palette, not 'blue'"),
        ({"palette": ()}, "for palette, not ()"),
        ({"levels": ("#F4F6F8", "#08519C")}, "4 colours such as #F4F6F8 for levels, not ('#F4F6F8', '#08519C')"),
        ({"title": "16"}, "points for title, such as 16, not '16'"),
        ({"margin": -1}, "points for margin, such as 22, not -1"),
        ({"name": True}, "points for name"),
        ({"colour": "#000000"}, "themes have no 'colour'; they have paper, ink"),
    ],
)
def test_a_look_that_no_picture_can_have_is_refused_with_what_it_takes(change: dict[str, object], words: str) -> None:
    with pytest.raises(UsageError) as refusal:
        DEFAULT.with_(**change)
    assert words in str(refusal.value)


def test_a_palette_may_be_a_list_or_one_colour() -> None:
    assert DEFAULT.with_(palette=["#2858CD", "#DE6129"]).palette == ("#2858CD", "#DE6129")
    assert DEFAULT.with_(palette="#2858CD").palette == ("#2858CD",)
