"""What a message names, it names by the kind that it is of, so that a reader gets its name and not its id."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from spotifymodel.checking.gathering import limits_of
from spotifymodel.graph.index import index_of
from spotifymodel.profiles import load_profile
from spotifymodel.rules.catalogue import all_rules
from spotifymodel.rules.examples import chart_of
from spotifymodel.rules.judging import judge_chart
from spotifymodel.rules.rule import Broken, Phrase, Ref, Rule

BRUNEL = load_profile("brunel-2017")
RULES = [rule for rule in all_rules().values() if rule.whole_charts and rule.kind != "waiver"]


def references(value: object) -> Iterator[Ref]:
    """Yield whatever a fact names, in phrases and lists too."""
    if isinstance(value, Ref):
        yield value
    elif isinstance(value, Phrase):
        yield from references(tuple(value.facts.values()))
    elif isinstance(value, tuple):
        for one in value:
            yield from references(one)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_whatever_a_message_names_is_declared_as_what_it_is_called(rule: Rule) -> None:
    for text in rule.bad:
        index = index_of(chart_of(text))
        broken = [verdict.answer for verdict in judge_chart(rule, index, limits_of(rule, BRUNEL)) if isinstance(verdict.answer, Broken)]
        assert broken
        for ref in (ref for answer in broken for ref in references(tuple(answer.facts.values()))):
            if ref.kind == "skill":
                continue  # a chart may speak of skills and declare none
            assert ref.id in index.subjects(ref.kind), ref
