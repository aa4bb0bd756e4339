"""What is offered to mend each finding, on the charts of all rules and under limits that these reach: each offer as ever.

To renew the golden files after a change that is meant: ``SPOTIFYMODEL_GOLDEN=write python -m pytest
tests/rules/test_what_is_offered.py``, then read the difference.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from functools import cache
from itertools import islice
from pathlib import Path

import pytest

from spotifymodel.graph.index import Index, index_of
from spotifymodel.graph.view import View
from spotifymodel.model.edits import Edit
from spotifymodel.rules.examples import chart_of
from spotifymodel.rules.judging import applies, judge_chart
from spotifymodel.rules.rule import Broken, Rule, no_fixes

from .asking import ABOUT_CHARTS
from .charts_with_choices import CHOICES
from .test_how_much_is_looked_at import own_and_low

GOLDEN = Path(__file__).parent / "golden" / "offers"
MENDING = [rule for rule in ABOUT_CHARTS if rule.fixes is not no_fixes]


@cache
def charts() -> list[tuple[str, Index]]:
    """Return the example charts of all rules, each with the rule that it is of, and those on which there is much to choose."""
    found = [(f"{r.code} {kind} {k}", text) for r in ABOUT_CHARTS for kind in ("good", "bad") for k, text in enumerate(getattr(r, kind))]
    return [(name, index_of(chart_of(text))) for name, text in (*found, *CHOICES.items())]


def told(edit: Edit) -> str:
    return f"{edit.op} {json.dumps(dict(edit.args), ensure_ascii=False, default=str)}"


def offers(rule: Rule) -> Iterator[str]:
    """Yield every finding with what is offered, once for each chart and limits."""
    for chart, index in charts():
        for name, limits in zip(("", " low"), own_and_low(rule), strict=True):
            if applies(rule, index):
                continue
            for verdict in islice(judge_chart(rule, index, limits), 3):
                if isinstance(verdict.answer, Broken):
                    view = View(index, verdict.start) if index.dated else View(index)
                    for edit in rule.fixes(view, verdict.subject, verdict.answer, limits):
                        yield f"{chart}{name} {verdict.subject}: {told(edit)}"


@pytest.mark.parametrize("rule", MENDING, ids=lambda rule: rule.code)
def test_what_is_offered_is_offered_as_ever(rule: Rule) -> None:
    text = "".join(f"{line}\n" for line in dict.fromkeys(offers(rule)))
    path = GOLDEN / f"{rule.code.lower()}.txt"
    if os.environ.get("SPOTIFYMODEL_GOLDEN") == "write":
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")
