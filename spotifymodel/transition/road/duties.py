"""No duty is dropped on the way: who had it keeps it until somebody has it by role."""

from __future__ import annotations

from ...graph.index import index_of
from ...graph.view import View
from ...model.org import Org
from ...rules.duties import duty_keys, holders, holdings, is_block

__all__ = ["DutyKeeper"]


class DutyKeeper:
    """Remembers who surely held each duty last, chart after chart, and lets them keep what nobody holds any more.

    Notes
    -----
    Only what a chart declares counts: types of product manager that are read from job titles are guesses, and a guess is written
    into nobody's record.
    """

    def __init__(self, before: Org) -> None:
        self._told = any(p.pm_type or p.blocks or p.duties for p in before.people)
        self._last: dict[str, tuple[str, ...]] = {}
        if self._told or any(product.review_owner for product in before.products):
            self._told = True
            view = View(index_of(before))
            own = {d: None for p in before.people if p.blocks or p.duties for d in holdings(view, p.id)}
            self._duties = tuple(dict.fromkeys((*duty_keys(), *own)))
            self._remember(before)

    def keep(self, org: Org) -> tuple[Org, dict[str, str]]:
        """Return the chart in which no duty lacks a holder, and duty → who keeps it though their role does not give it to them."""
        kept: dict[str, str] = {}
        if not self._told:
            return org, kept
        view = View(index_of(org))
        for duty in self._duties:
            were = [p for p in self._last.get(duty, ()) if p in view.index.people]
            if were and not holders(view, duty):
                kept[duty] = were[0]
                field = "blocks" if is_block(duty) else "duties"
                held = [one for one in holdings(view, were[0]) if is_block(one) == is_block(duty)]
                org = org.change("person", were[0], **{field: [*held, duty]})
                view = View(index_of(org))
        self._remember(org)
        return org, kept

    def _remember(self, org: Org) -> None:
        view = View(index_of(org))
        for duty in self._duties:
            sure = tuple(p for p, surely in holders(view, duty).items() if surely)
            if sure:
                self._last[duty] = sure
