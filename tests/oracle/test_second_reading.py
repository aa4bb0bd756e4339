"""The rules on the index say what a slow, plain second reading of the networkx graph says: of whom, how much, and over all time."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import spotifymodel as sm
from spotifymodel.rules.catalogue import all_rules
from spotifymodel.rules.examples import chart_of

from ..depth import examples
from .agreement import SECOND, agree
from .naive_stages import STAGED
from .reading import WHITEPAPER
from .rich_charts import rich_charts

#: Limits so low, and readings so different, that small charts reach them.
TIGHT: dict[str, tuple[Any, ...]] = {
    "squad.max": (1, 2, 3),
    "squad.min": (1, 4),
    "squad.min_chapters": (1, 3),
    "squad.core": (0.25, 0.75, 1.0),
    "squad.po_vacancy_ok": (False,),
    "count.po": ("member", "exclude"),
    "membership.max": (0, 1),
    "po.max_squads": (0, 2),
    "po.line": ("tribe_lead",),
    "allow.cl_as_po": (False,),
    "bench.exempt": ("leads", "leave", "nobody"),
    "tribe.max": (2, 4),
    "tribe.warn": (1,),
    "tribe.shared_share": (0, 0.5),
    "chapter.max": (0, 1, 2),
    "chapter.max_player_coach": (0, 1, 2),
    "mt.includes_po": (True,),
    "coach.max": (0, 1, 2),
    "coach.shared_below": (0.25, 1.0),
    "count.tribe": (("members",), ("owners", "chapter_leads"), ("chapter_members", "lead", "support"), ("coaches",), ("lead", "owners")),
}
tight = st.fixed_dictionaries({}, optional={name: st.sampled_from(values) for name, values in TIGHT.items()})
slow = {"deadline": None, "suppress_health_check": list(HealthCheck)}


def test_no_rule_of_the_catalogue_is_without_a_second_reading() -> None:
    about_charts = {code for code, rule in all_rules().items() if rule.whole_charts and rule.kind != "waiver"}
    assert set(SECOND) == about_charts
    assert set(STAGED) == {code for code, rule in all_rules().items() if not rule.whole_charts}


@settings(max_examples=examples(40), **slow)
@given(rich_charts(dated=False, people=7))
def test_all_rules_agree_on_charts_without_dates(org: sm.Org) -> None:
    agree(org)


@settings(max_examples=examples(25), **slow)
@given(rich_charts(people=5, squads=3))
def test_all_rules_agree_over_all_time(org: sm.Org) -> None:
    agree(org)


@settings(max_examples=examples(40), **slow)
@given(rich_charts(dated=False, people=7), tight)
def test_all_rules_agree_under_limits_that_small_charts_reach(org: sm.Org, limits: dict[str, Any]) -> None:
    agree(org, limits={**WHITEPAPER, **limits})


@settings(max_examples=examples(25), **slow)
@given(rich_charts(people=5, squads=3), tight)
def test_they_agree_under_such_limits_over_all_time(org: sm.Org, limits: dict[str, Any]) -> None:
    agree(org, limits={**WHITEPAPER, **limits})


@pytest.mark.parametrize("code", sorted(SECOND))
def test_all_rules_agree_on_the_examples_of_every_rule(code: str) -> None:
    rule = all_rules()[code]
    for text in (*rule.good, *rule.bad):
        agree(chart_of(text))
