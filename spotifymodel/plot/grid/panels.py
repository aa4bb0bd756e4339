"""Lays the grid out in one piece, or in panels beside each other where many squads would make a strip of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spotifymodel.plot.grid.columns import A_SERIES, page_cost
from spotifymodel.plot.grid.plan import ROW_GAP, GridPlan, plan
from spotifymodel.plot.grid.tokens import Tokens
from spotifymodel.plot.grid.view import MatrixView
from spotifymodel.plot.names import Labels
from spotifymodel.plot.theme import Theme

__all__ = ["Panels", "arrangements"]

#: How many panels at most, for how many rows each at least, the white between them, and the price of one more.
_MOST, _ROWS, BETWEEN, _PRICE = 4, 9, 22.0, 0.12
#: On a page that it must fit, a panel may be shorter: beside each other is better than on another page.
_ROWS_ON_PAGE = 4
_LEAST_WIDTH = 340.0


@dataclass(frozen=True, slots=True)
class Panels:
    """Panels beside each other, with the same columns."""

    plans: tuple[GridPlan, ...]

    @property
    def width(self) -> float:
        """Width of all panels with the white between them."""
        return sum(each.width for each in self.plans) + BETWEEN * (len(self.plans) - 1)

    @property
    def height(self) -> float:
        """Height of the tallest panel."""
        return max(each.height for each in self.plans)

    @property
    def rows_height(self) -> float:
        """Height of the rows of the tallest panel, which the number of people side by side decides."""
        return max(sum(row.h + ROW_GAP for row in each.rows) for each in self.plans)


def arrangements(
    view: MatrixView,
    tokens: Tokens,
    labels: Labels,
    theme: Theme,
    language: str,
    page: tuple[float, float] | None = None,
    around: float | None = None,
) -> Sequence[Panels]:
    """Return the ways to set the grid, the one that suits the page best first.

    Parameters
    ----------
    page : tuple of float, optional
        Width and height in points of the page that it must fit; otherwise a page of the usual shape is to be filled.
    around : float, optional
        Height that everything but the rows takes, where it is known; an estimate otherwise.
    """
    sheet = page or A_SERIES
    above = around if around is not None else 2 * theme.margin + 145 + 11.0 * min(len(view.notes), 8)
    fit = page is not None
    found: list[tuple[float, Panels]] = []
    for count in range(1, _MOST + 1):
        if count > 1 and len(view.rows) < (_ROWS_ON_PAGE if fit else _ROWS) * count:
            break
        shape = (sheet[0] / count, sheet[1] * count)
        least = (_LEAST_WIDTH - 2 * theme.margin) / count
        beside = (2 * theme.margin + BETWEEN * (count - 1)) / count
        whole = plan(view, tokens, labels, theme, language, page=shape, must_fit=fit, beside=beside, above=above * count, least=least)
        panels = Panels(whole.panels(count) if count > 1 else (whole,))
        cost = page_cost(panels.width + 2 * theme.margin, panels.rows_height + above, sheet, must_fit=fit)
        found.append((cost * (1 + _PRICE * (count - 1)), panels))
    return [panels for _, panels in sorted(found, key=lambda entry: entry[0])]
