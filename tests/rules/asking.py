"""What tests of rules ask: the rules about one chart, and their limits under a shipped profile."""

from __future__ import annotations

from typing import Any

from spotifymodel.checking.gathering import limits_of
from spotifymodel.profiles import load_profile
from spotifymodel.rules.catalogue import all_rules
from spotifymodel.rules.rule import Limits, Rule

__all__ = ["ABOUT_CHARTS", "asked"]

BRUNEL = load_profile("brunel-2017")
ABOUT_CHARTS = [rule for rule in all_rules().values() if rule.whole_charts and rule.kind != "waiver"]


def asked(rule: Rule, **limits: Any) -> Limits:
    """Return what a rule is asked: ``squad__min=3`` sets the limit ``squad.min``, the others are as in the profile."""
    return Limits({**limits_of(rule, BRUNEL), **{name.replace("__", "."): value for name, value in limits.items()}})
