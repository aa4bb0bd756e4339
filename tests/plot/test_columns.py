"""The search for people side by side: never worse than any other choice, on grids small enough to try all."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spotifymodel.plot.grid import columns
from spotifymodel.plot.grid.columns import A_SERIES, side_by_side

grids = st.integers(1, 4).flatmap(lambda rows: st.lists(st.lists(st.integers(0, 9), min_size=rows, max_size=rows), min_size=1, max_size=4))


def width(column: int, across: int) -> float:
    return 20.0 + (60 + 7 * column) * across


def height(row: int, lines: int) -> float:
    return 24.0 + row + 15 * lines


def cost(heads: list[list[int]], choice: tuple[int, ...]) -> float:
    wide = 100 + sum(width(c, k) for c, k in enumerate(choice))
    high = 80 + sum(height(r, max(-(-column[r] // k) for column, k in zip(heads, choice, strict=True))) for r in range(len(heads[0])))
    return max(wide / A_SERIES[0], high / A_SERIES[1]) + 0.6 * wide * high / (A_SERIES[0] * A_SERIES[1])


def chosen(heads: list[list[int]]) -> tuple[int, ...]:
    return side_by_side(heads, width, height, beside=100, above=80)


@settings(max_examples=60, deadline=None)
@given(grids)
def test_no_other_choice_fills_the_page_better(heads: list[list[int]]) -> None:
    best = min(cost(heads, choice) for choice in product(*(range(1, max(1, *column, 1) + 1) for column in heads)))
    assert cost(heads, chosen(heads)) == pytest.approx(best)


@settings(max_examples=40, deadline=None)
@given(grids)
def test_step_by_step_improvement_comes_close_to_the_best(heads: list[list[int]]) -> None:
    exact = cost(heads, chosen(heads))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(columns, "_ALL", 0)
        assert cost(heads, chosen(heads)) <= 1.1 * exact


def test_a_tribe_without_columns_needs_no_choice() -> None:
    assert side_by_side([], width, height, beside=0, above=0) == ()


def test_a_crowd_in_one_column_is_spread_over_a_page() -> None:
    (across,) = side_by_side([[75] * 4], lambda _, k: 70.0 * k, lambda _, n: 15.0 * n, beside=250, above=120)
    assert 6 <= across <= 12
