"""A change in one rule is looked for by tests of that rule alone: the others say the same as before."""

from __future__ import annotations

import re
from pathlib import Path

__all__ = ["narrow"]

RULE_FILE = re.compile(r"[a-z]{2}\d{3}_")


def narrow(path: str) -> None:
    """Let the tests that go through all rules, in this process, go through the one of a file; other files narrow nothing."""
    name = Path(path).name
    if not RULE_FILE.match(name):
        return
    from tests.contracts import test_every_rule
    from tests.oracle import agreement, test_edits_of_seats
    from tests.rules import test_rules_over_time

    code = name[:5].upper()
    if code in agreement.SECOND:
        agreement.agree.__defaults__ = ((code,), agreement.WHITEPAPER)
    test_every_rule.SINGLE[:] = [rule for rule in test_every_rule.SINGLE if rule.code == code]
    test_rules_over_time.RULES[:] = [(rule, limits) for rule, limits in test_rules_over_time.RULES if rule.code == code]
    rules = {known: rule for known, rule in test_edits_of_seats.all_rules().items() if known == code}
    test_edits_of_seats.all_rules = lambda: rules
