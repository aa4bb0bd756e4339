"""The six rules of the comparison: squad ≤ 9, tribe ≤ 150, ≤ 2 squads, exactly one owner, ≥ 2 chapters, one lead per chapter."""

from __future__ import annotations

from spotifymodel.checking.run import limits_of
from spotifymodel.profiles import load_profile
from spotifymodel.rules.catalogue import find_rule
from spotifymodel.rules.rule import Limits, Rule

__all__ = ["CODES", "SIX", "six"]

CODES = ("SQ001", "TR001", "MB001", "PO001", "PO002", "SQ003", "CH001")
SIX = list[tuple[Rule, Limits]]


def six() -> SIX:
    """Return the rules with the limits of brunel-2017; "exactly one owner" is two rules of ours."""
    profile = load_profile("brunel-2017")
    return [(find_rule(code), limits_of(find_rule(code), profile)) for code in CODES]
