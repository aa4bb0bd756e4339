"""Waivers: findings accepted for a while, and waivers that expired or wait for nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ..model.chart import Chart
from ..model.ids import id_key, split_reference
from ..model.line import Waiver
from ..rules.catalogue import all_rules
from ..rules.judging import Verdict
from ..rules.rule import Broken, Rule
from .finding import Finding

__all__ = ["apply_waivers", "waiver_verdicts"]


def apply_waivers(findings: Iterable[Finding], chart: Chart, today: dt.date | None) -> list[Finding]:
    """Return the findings, those with a waiver in force marked as waived; without ``today`` nothing expires."""
    running = [w for w in chart.waivers if not expired(w, today)]
    if not running:
        return list(findings)
    return [replace(f, waived=True) if any(covers(w, f) for w in running) else f for f in findings]


def expired(waiver: Waiver, today: dt.date | None) -> bool:
    """Tell whether a waiver no longer counts; ``expires`` is the first day that it does not."""
    return today is not None and waiver.expires <= today


def covers(waiver: Waiver, finding: Finding) -> bool:
    """Tell whether a waiver is about a finding: its rule by code or name, its subject by id."""
    if waiver.code.upper() != finding.code and waiver.code.lower() != finding.name:
        return False
    kind, subject = split_reference(waiver.subject)
    if id_key(waiver.subject) == id_key(finding.subject.id):
        return True
    return kind == finding.subject.kind and id_key(subject) == id_key(finding.subject.id)


def waiver_verdicts(
    expiry: Rule | None,
    unused: Rule | None,
    chart: Chart,
    findings: Sequence[Finding],
    judged: Iterable[Rule],
    today: dt.date | None,
) -> Iterator[Verdict]:
    """Yield what the two rules about waivers say: WV001 for an expired one, WV002 for one that covers nothing.

    A waiver of a rule that was not judged is left alone: nobody can tell whether it is used. One of a rule that does not exist
    covers nothing for certain.
    """
    asked = {r.code for r in judged}
    rules = {name: r.code for r in all_rules().values() for name in (r.code, r.name)}
    for waiver in chart.waivers:
        subject = f"{waiver.code}:{waiver.subject}"
        facts = {"code": waiver.code, "about": waiver.subject, "owner": waiver.owner, "expires": waiver.expires.isoformat()}
        rule = rules.get(waiver.code.upper()) or rules.get(waiver.code.lower())
        if expired(waiver, today):
            if expiry is not None:
                yield Verdict(expiry, subject, Broken(evidence=(waiver.owner,), facts=facts))
        elif unused is not None and (rule is None or rule in asked) and not any(covers(waiver, f) for f in findings):
            yield Verdict(unused, subject, Broken(evidence=(waiver.owner,), facts=facts))
