"""A change in one rule is looked for by tests of that rule alone: the others say the same as before."""

from __future__ import annotations

import re
from pathlib import Path

__all__ = ["narrow", "of_another_rule", "rule_of"]

RULE_FILE = re.compile(r"[a-z]{2}\d{3}_")
NAMED = re.compile(r"[A-Z]{2}\d{3}(?!\d)")
#: Tests of some rules alone, and those that no change in one rule is looked for by.
ABOUT: dict[str, tuple[str, ...]] = {
    "test_hard_rules.py": ("SQ001", "MB001", "PO001", "TR001"),
    "test_second_reading_of_stages.py": ("TX",),
    "test_mixed_at_all_times.py": ("SQ003",),
    "test_findings_do_not_change.py::test_another": (),
    "test_findings_do_not_change.py::test_other": (),
}


def rule_of(path: str) -> str | None:
    """Return the code of the rule that a file holds; ``None`` for other files."""
    name = Path(path).name
    return name[:5].upper() if RULE_FILE.match(name) else None


def of_another_rule(test: str, code: str) -> bool:
    """Tell whether a test is about other rules, by its parameters or its file, or compares a rule with itself, which takes long."""
    if any(part in test and not code.startswith(codes) for part, codes in ABOUT.items()):
        return True
    named = NAMED.findall(test.partition("[")[2])
    return bool(named) and code not in named


def narrow(code: str) -> None:
    """Let the tests that go through all rules, in this process, go through one."""
    from tests.contracts import test_every_rule
    from tests.oracle import agreement, test_edits_of_seats
    from tests.rules import test_quick_looks, test_rules_over_time

    if code in agreement.SECOND:
        agreement.agree.__defaults__ = ((code,), agreement.WHITEPAPER)
    test_every_rule.SINGLE[:] = [rule for rule in test_every_rule.SINGLE if rule.code == code]
    assert test_quick_looks.RULES is test_rules_over_time.RULES
    test_rules_over_time.RULES[:] = [(rule, limits) for rule, limits in test_rules_over_time.RULES if rule.code == code]
    rules = {known: rule for known, rule in test_edits_of_seats.all_rules().items() if known == code}
    test_edits_of_seats.all_rules = lambda: rules
