"""Keep the verdicts of rules up to date while seats change."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping

from ..graph.draft import Draft, Touched
from .judging import Verdict, applies, judge_chart, judge_subject
from .rule import Broken, Limits, Rule

__all__ = ["Watch"]

#: Kinds whose own edges an edit of a seat changes.
_OWN = ("squad", "person", "tribe")


def _nearness(rule: Rule) -> Callable[[Touched, str], Collection[str]]:
    if rule.moved_by_seats == "led":
        return Touched.led
    if rule.moved_by_seats == "leading":
        return Touched.leading
    if rule.moved_by_seats == "steering":
        return Touched.steering
    own = rule.moved_by_seats == "own" or rule.reach == "own"
    return Touched.near if own and rule.kind in _OWN else Touched.far


class Watch:
    """The verdicts of some rules on a draft.

    Parameters
    ----------
    draft : Draft
    rules : mapping of Rule to Limits
        What to watch, and under which limits. Rules that the chart carries no fields for are left out.

    Attributes
    ----------
    broken : dict of (code, subject) to Verdict
        What is broken now. Always what a full check would find.

    Notes
    -----
    The first look costs a full check; after an edit only subjects around it are judged again.

    Examples
    --------
    >>> from spotifymodel.examples import example
    >>> from spotifymodel.graph.index import index_of
    >>> from spotifymodel.rules.catalogue import find_rule
    >>> draft = Draft(index_of(example("hypotheek")))
    >>> watch = Watch(draft, {find_rule("PO001"): Limits({"squad.po_vacancy_ok": True})})
    >>> watch.update(draft.quit("umut", "vervroegd-aflossen"))
    >>> sorted(watch.broken)
    [('PO001', 'vervroegd-aflossen')]
    """

    def __init__(self, draft: Draft, rules: Mapping[Rule, Limits] | Iterable[tuple[Rule, Limits]]) -> None:
        pairs = rules.items() if isinstance(rules, Mapping) else rules
        self.draft = draft
        self.broken: dict[tuple[str, str], Verdict] = {}
        self._rules = [(r, limits) for r, limits in pairs if r.whole_charts and r.kind != "waiver" and not applies(r, draft)]
        self._moved = [(r, limits, _nearness(r)) for r, limits in self._rules if r.moved_by_seats != "no"]
        for rule, limits in self._rules:
            for verdict in judge_chart(rule, draft, limits):
                if isinstance(verdict.answer, Broken):
                    self.broken[rule.code, verdict.subject] = verdict

    def update(self, touched: Touched) -> None:
        """Judge again what an edit touched."""
        broken, draft = self.broken, self.draft
        for rule, limits, subjects in self._moved:
            for subject in subjects(touched, rule.kind):
                verdict = judge_subject(rule, draft, subject, limits)
                if verdict is not None and isinstance(verdict.answer, Broken):
                    broken[rule.code, subject] = verdict
                else:
                    broken.pop((rule.code, subject), None)
