"""Properties of the matrix's layout: for any tribe, at any level of detail, nothing is wrong with the picture."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from spotifymodel.errors import FigureTooSmallError
from spotifymodel.plot.auditing import audit
from spotifymodel.plot.grid.composing import Sheet, compose
from spotifymodel.plot.grid.view import MatrixView
from spotifymodel.plot.scene import Box, Dot, Scene, Text
from spotifymodel.plot.theme import DEFAULT

from .views import tribe_view, views

LEVELS = ("names", "initials", "dots", "counts")
relaxed = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def drawn(view: MatrixView, level: str = "names", language: str = "nl", page: tuple[float, float] | None = None) -> Scene:
    return compose(view, level, Sheet(DEFAULT, language, None, page))  # type: ignore[arg-type]


@relaxed
@given(views(), st.sampled_from(LEVELS), st.sampled_from(["nl", "en"]))
def test_no_tribe_makes_a_faulty_picture(view: MatrixView, level: str, language: str) -> None:
    assert [str(problem) for problem in audit(drawn(view, level, language))] == []


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize(("squads", "chapters"), [(1, 1), (3, 4), (8, 6), (16, 8), (5, 20), (40, 3)])
def test_generated_tribes_of_every_size_pass_the_audit(squads: int, chapters: int, level: str) -> None:
    assert audit(drawn(tribe_view(squads, chapters), level)) == ()


def test_everybody_is_named_exactly_once_in_each_of_their_squads() -> None:
    view = tribe_view(16, 8)
    named = Counter(mark.of for mark in drawn(view).texts if mark.stands_for and mark.of.startswith("squad:") and "/person:" in mark.of)
    wanted = Counter(f"squad:{row.squad}/person:{seat.person}" for row in view.rows for cell in row.cells for seat in cell)
    assert named == wanted


def test_capacity_cells_are_filled_as_far_as_the_squad() -> None:
    view = tribe_view(16, 8)
    scene = drawn(view)
    for row in view.rows:
        filled = [
            m for m in scene.marks if isinstance(m, Box) and m.of == f"squad:{row.squad}" and m.fill in (DEFAULT.capacity, DEFAULT.bad)
        ]
        assert len(filled) == row.count


def test_the_bar_of_the_tribe_is_as_long_as_its_share_of_the_limit() -> None:
    view = tribe_view(8, 6)
    bars = [m for m in drawn(view).marks if isinstance(m, Box) and m.of == "tribe:hypotheek" and m.h == 6.0]
    track, bar = bars
    assert bar.w / track.w == pytest.approx(view.count / view.limit)


def test_rows_and_columns_line_up_with_what_stands_in_them() -> None:
    """Every pill lies inside the band of its squad and inside the column of its chapter."""
    view = tribe_view(8, 6)
    scene = drawn(view)
    bands = {m.of: m.region for m in scene.marks if isinstance(m, Box) and m.of.startswith("squad:") and m.fill is None and m.radius == 5}
    grounds = {m.of: m.region for m in scene.marks if isinstance(m, Box) and m.of.startswith("chapter:") and m.radius == 4}
    column_of = {
        s.person: f"chapter:{c.chapter}" for row in view.rows for c, cell in zip(view.columns, row.cells, strict=True) for s in cell
    }
    for mark in scene.marks:
        squad, _, person = mark.of.partition("/person:")
        if isinstance(mark, Box) and person and squad in bands:
            left, top, right, bottom = mark.region
            assert bands[squad][1] < top < bottom < bands[squad][3]
            assert grounds[column_of[person]][0] < left < right < grounds[column_of[person]][2]


def test_a_smaller_page_gives_less_detail_and_never_smaller_text() -> None:
    view = tribe_view(8, 6)
    seen = []
    for level in LEVELS:
        natural = drawn(view, level)
        width, height = natural.width + 1, natural.height + 1
        scene = drawn(view, "auto", page=(width, height))
        assert scene.width <= width
        assert scene.height <= height
        assert min(text.size for text in scene.texts) >= 6
        people = [m for m in scene.marks if "/person:" in m.of and m.of.startswith("squad:")]
        seen.append("counts" if not people else "dots" if any(isinstance(m, Dot) for m in people) else "pills")
    assert seen == ["pills", "pills", "dots", "counts"]


def test_a_page_that_is_too_small_is_refused_with_the_size_that_would_do() -> None:
    view = tribe_view(8, 6)
    with pytest.raises(FigureTooSmallError) as refusal:
        drawn(view, "auto", page=(150, 100))
    width, height = refusal.value.minimum
    assert drawn(view, "auto", page=(width * 72, height * 72)).texts


def test_counts_of_sixteen_squads_and_eight_chapters_fit_nine_centimetres() -> None:
    scene = drawn(tribe_view(16, 8), "counts")
    assert scene.width <= 252
    numbers = [t for t in scene.texts if isinstance(t, Text) and t.text.isdigit() and t.of.startswith("squad:")]
    filled = sum(bool(cell) for row in tribe_view(16, 8).rows for cell in row.cells)
    assert len(numbers) == filled + 16


def test_the_order_of_the_people_in_the_view_does_not_matter() -> None:
    view = tribe_view(5, 3)
    turned = MatrixView(**{f: getattr(view, f) for f in view.__slots__} | {"people": dict(reversed(view.people.items()))})  # type: ignore[attr-defined]
    assert drawn(view) == drawn(turned)


def test_description_says_what_the_picture_shows_and_names_nobody_where_the_picture_does_not() -> None:
    view = tribe_view(4, 3)
    named, unnamed = drawn(view, "names"), drawn(view, "counts")
    owner = next(view.people[s.person] for row in view.rows for cell in row.cells for s in cell if "PO" in s.roles)
    assert owner in named.description
    assert owner not in unnamed.description
    assert "Squad vervroegd aflossen" in unnamed.description
