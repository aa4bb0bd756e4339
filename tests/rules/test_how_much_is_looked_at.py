"""A rule looks at no more subjects and days than it did: what it names by a quick count is judged in full, which takes time.

To renew the golden file where a rule has to look at more, or now looks at less:
``SPOTIFYMODEL_GOLDEN=write python -m pytest tests/rules/test_how_much_is_looked_at.py``, then read the difference.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from spotifymodel.graph.index import Index, index_of
from spotifymodel.rules.examples import chart_of
from spotifymodel.rules.judging import applies
from spotifymodel.rules.rule import Limits, Rule

from .asking import ABOUT_CHARTS, asked
from .test_at_the_limit import FINE
from .test_rules_over_time import TIGHT

GOLDEN = Path(__file__).parent / "golden" / "looked_at.txt"
QUICK = [rule for rule in ABOUT_CHARTS if rule.suspects or rule.may_break or rule.instants or rule.stretch]
#: One limit or reading of each that is tried on small charts.
LOW = {name: values[0] for name, values in TIGHT.items()}


@cache
def charts() -> tuple[Index, ...]:
    """Return the example charts of all rules, and those that stand at a limit."""
    texts = dict.fromkeys(text for rule in ABOUT_CHARTS for text in (*rule.good, *rule.bad))
    return tuple(index_of(chart_of(text)) for text in (*texts, *(text for pairs in FINE.values() for pair in pairs for text in pair)))


def own_and_low(rule: Rule) -> tuple[Limits, Limits]:
    """Return the limits of the profile, and so low that small charts reach them."""
    own = asked(rule)
    return own, Limits({**own, **{name: LOW[name] for name in own.keys() & LOW.keys()}})


def looked_at(rule: Rule) -> Iterator[int]:
    """Yield the subjects that are named, those that a quick look leaves in doubt, and the days looked at, at two kinds of limits."""
    for limits in own_and_low(rule):
        named = doubted = days = 0
        for index in charts():
            if applies(rule, index):
                continue
            named += 0 if rule.suspects is None else len(set(rule.suspects(index, limits)))
            for subject in index.subjects(rule.kind):
                doubtful = rule.may_break is None or rule.may_break(index, subject, limits)
                doubted += doubtful
                if doubtful and index.dated:
                    days += days_looked_at(rule, index, subject, limits)
        yield from (named, doubted, days)


def days_looked_at(rule: Rule, index: Index, subject: str, limits: Limits) -> int:
    """Count the days on which a subject is judged: one where dates alone tell the worst stretch, none where there is no such stretch."""
    worst = None if rule.stretch is None else rule.stretch(index, subject, limits)
    if worst is not None:
        return 1 if worst else 0
    return 0 if rule.instants is None else len(set(rule.instants(index, subject, limits)))


@cache
def golden() -> dict[str, list[int]]:
    lines = GOLDEN.read_text(encoding="utf-8").splitlines()[1:]
    return {code: list(map(int, numbers)) for code, *numbers in map(str.split, lines)}


@pytest.mark.parametrize("rule", QUICK, ids=lambda rule: rule.code)
def test_a_rule_looks_at_no_more_than_it_did(rule: Rule) -> None:
    if os.environ.get("SPOTIFYMODEL_GOLDEN") == "write":
        pytest.skip("the golden file is being written")
    now, then = list(looked_at(rule)), golden()[rule.code]
    assert all(a <= b for a, b in zip(now, then, strict=True)), f"{now}, was {then}"


def test_every_rule_with_a_quick_look_is_counted() -> None:
    if os.environ.get("SPOTIFYMODEL_GOLDEN") == "write":
        lines = [f"{rule.code} {' '.join(f'{number:5}' for number in looked_at(rule))}\n" for rule in QUICK]
        GOLDEN.write_text(f"rule  named doubted days, and so under low limits\n{''.join(lines)}", encoding="utf-8")
        golden.cache_clear()
    assert list(golden()) == [rule.code for rule in QUICK]
