"""SARIF 2.1.0: findings for code-scanning tools."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from ...checking.finding import Finding
from ...checking.report import Report
from ...errors import Place, Trouble
from ...rules.catalogue import all_rules
from ...rules.rule import Rule
from ..outcome import Outcome, Refused
from ..output import Options, Output
from ..rule_page import rule_markdown

__all__ = ["OUTPUT", "render"]

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LINK = re.compile(r"\[(?=[^\]]*\]\()")
LEVELS = {"error": "error", "warning": "warning", "advice": "note", "off": "none"}


def render(outcome: Outcome, _options: Options) -> str:
    """Return a SARIF log with one run; waived findings are suppressed, refused files are notifications."""
    language = outcome.language
    rules = [r for r in all_rules().values() if any(f.code == r.code for report in outcome.reports for f in report.findings)]
    index = {rule.code: k for k, rule in enumerate(rules)}
    run: dict[str, Any] = {
        "tool": {
            "driver": {
                "name": "spotifymodel",
                "semanticVersion": _version(),
                "rules": [_rule(rule, language) for rule in rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": not outcome.refused,
                "toolExecutionNotifications": [_notification(r, t) for r in outcome.refused for t in r.troubles],
            }
        ],
        "results": [_result(f, index, report) for report in outcome.reports for f in report.findings],
        "properties": {
            "profiles": [p for r in outcome.reports[:1] for p in r.profiles],
            "readings": _plain(outcome.reports[0].readings) if outcome.reports else {},
        },
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def _version() -> str:
    from ... import __version__

    return __version__


def _rule(rule: Rule, language: str) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": "".join(part.title() for part in rule.name.split("-")),
        "shortDescription": {"text": rule.name.replace("-", " ")},
        "fullDescription": {"text": rule.finds[language]},
        "help": {"text": f"{rule.matters[language]} {rule.remedy[language]}", "markdown": rule_markdown(rule, language)},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {"subject": rule.kind, "confidence": rule.confidence, "source": str(rule.source.citation())},
    }


def _result(finding: Finding, index: Mapping[str, int], report: Report) -> dict[str, Any]:
    place = finding.location
    location: dict[str, Any] = {
        "logicalLocations": [{"name": finding.subject.id, "fullyQualifiedName": str(finding.subject), "kind": finding.subject.kind}]
    }
    if place is not None and place.file is not None:
        location["physicalLocation"] = _physical(place)
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": index[finding.code],
        "level": LEVELS[finding.severity],
        "message": {"text": _unlinked(f"{finding.message}.")},
        "locations": [location],
        "partialFingerprints": {"ruleAndSubject/v1": hashlib.sha256(f"{finding.profile}/{finding.fingerprint}".encode()).hexdigest()[:32]},
        "properties": {
            "profile": finding.profile,
            "measured": finding.measured,
            "limit": finding.limit,
            "evidence": list(finding.evidence),
            "quote": finding.source.quote,
            "remedy": finding.remedy,
        },
    }
    if len(report.profiles) > 1:
        result["properties"]["legalUnder"] = list(report.legal_under(finding))
    if finding.waived:
        result["suppressions"] = [{"kind": "external", "status": "accepted", "justification": "waived in the chart"}]
    if report.baseline is not None:
        result["baselineState"] = "unchanged" if report.in_baseline(finding) else "new"
    return result


def _physical(place: Place) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(place.file or "")}}
    if place.line is not None:
        physical["region"] = {"startLine": place.line, "startColumn": place.column or 1}
    return physical


def _uri(file: str) -> str:
    """Return a path as a URI: an absolute one with its scheme, as a lone leading slash means the root of somebody's server."""
    path = file.replace("\\", "/")
    if re.match("[A-Za-z]:/", path):
        return f"file:///{path[:2]}{quote(path[2:])}"
    return f"file://{quote(path)}" if path.startswith("/") else quote(path)


def _unlinked(text: str) -> str:
    """Return a message in which no name makes a link: messages may hold ``[text](target)``, and a backslash ends that."""
    return _LINK.sub(r"\\[", text)


def _notification(refused: Refused, trouble: Trouble) -> dict[str, Any]:
    place = trouble.place if trouble.place.file else Place(refused.file)
    return {"level": "error", "message": {"text": _unlinked(str(trouble))}, "locations": [{"physicalLocation": _physical(place)}]}


def _plain(values: Mapping[str, Any]) -> dict[str, Any]:
    return {k: list(v) if isinstance(v, tuple) else v for k, v in values.items()}


OUTPUT = Output("sarif", (".sarif",), render)
