"""After edits of seats on a draft, what was judged again and what was left alone together say what a look at everything says."""

from __future__ import annotations

import datetime as dt
from random import Random
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import spotifymodel as sm
from spotifymodel.checking.gathering import limits_of
from spotifymodel.graph.draft import Draft, Touched
from spotifymodel.graph.index import index_of
from spotifymodel.profiles import load_profile
from spotifymodel.rules.catalogue import all_rules, find_rule
from spotifymodel.rules.rule import Limits
from spotifymodel.rules.watching import Watch

from ..depth import examples
from .rich_charts import rich_charts
from .test_second_reading import tight

BRUNEL = load_profile("brunel-2017")


def _rules(limits: dict[str, Any]) -> list[tuple[Any, Limits]]:
    return [(r, Limits({k: limits.get(k, v) for k, v in limits_of(r, BRUNEL).items()})) for r in all_rules().values()]


def _edit(draft: Draft, dice: Random) -> Touched | None:
    squads, role = list(draft.squads), dice.choice(["member", "member", "product_owner"])
    person = dice.choice(list(draft.people))
    inside = [s for s in squads if person in draft.squad_people.get(s, ())]
    kind = dice.choice(["join", "quit", "move", "move"])
    if kind == "join" or not inside:
        start, until = dice.choice([(None, None), (dt.date(2027, 3, 1), None), (None, dt.date(2027, 9, 1))])
        return draft.join(person, dice.choice(squads), role, start, until, dice.choice([None, None, 0.5]))  # type: ignore[arg-type]
    if kind == "quit":
        return draft.quit(person, dice.choice(inside))
    to = dice.choice(squads)
    return None if to in inside else draft.move(person, to, dice.choice(inside))


def _said(watch: Watch) -> dict[tuple[str, str], Any]:
    return {k: (v.answer.measured, v.answer.limit, v.start, v.until) for k, v in watch.broken.items()}  # type: ignore[union-attr]


@settings(max_examples=examples(60), deadline=None, suppress_health_check=list(HealthCheck))
@given(rich_charts(people=6, squads=4), tight, st.integers(0, 2**32 - 1))
def test_edits_leave_no_verdict_behind_that_they_change(org: sm.Org, limits: dict[str, Any], seed: int) -> None:
    draft, dice = Draft(index_of(org)), Random(seed)
    if not draft.squads or not draft.people:
        return
    rules = _rules(limits)
    watch = Watch(draft, rules)
    for _ in range(4):
        touched = _edit(draft, dice)
        if touched is not None:
            watch.update(touched)
            assert _said(watch) == _said(Watch(draft, rules))


def test_who_leaves_a_circle_of_tribe_leads_frees_the_others() -> None:
    org = sm.Org.from_dict(
        {
            "format": "spotifymodel/1",
            "people": [{"id": "anna"}, {"id": "ben"}],
            "tribes": [
                {"id": "t", "lead": "anna", "squads": [{"id": "s", "product_owner": "ben"}]},
                {"id": "u", "lead": "ben", "squads": [{"id": "r", "product_owner": "anna"}]},
            ],
        }
    )
    rule = find_rule("TL002")
    draft = Draft(index_of(org))
    watch = Watch(draft, [(rule, limits_of(rule, BRUNEL))])
    assert {subject for _, subject in watch.broken} == {"anna", "ben"}
    watch.update(draft.quit("ben", "s"))
    assert not watch.broken
