"""The SARIF log keeps to what SARIF 2.1.0 asks of a log."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

import spotifymodel as sm
from spotifymodel.errors import Place, Trouble
from spotifymodel.report.outcome import Outcome, Refused
from spotifymodel.report.output import Options
from spotifymodel.report.outputs.sarif import render as render_log
from spotifymodel.report.saving import render

from .nasty import NAMES, nasty_chart

#: The parts of the 2.1.0 schema that a log of ours uses, with its own names, types, choices and what is required.
TEXT: dict[str, Any] = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string", "minLength": 1}}}
URI: dict[str, Any] = {"type": "object", "required": ["uri"], "properties": {"uri": {"type": "string", "pattern": "^[!-~]+$"}}}
SUPPRESSION: dict[str, Any] = {"type": "object", "required": ["kind"], "properties": {"kind": {"enum": ["inSource", "external"]}}}
LOCATION: dict[str, Any] = {
    "type": "object",
    "additionalProperties": False,
    "properties": {
        "physicalLocation": {
            "type": "object",
            "required": ["artifactLocation"],
            "additionalProperties": False,
            "properties": {
                "artifactLocation": {
                    "type": "object",
                    "required": ["uri"],
                    "properties": {"uri": {"type": "string", "pattern": "^[!-~]+$"}},
                },
                "region": {
                    "type": "object",
                    "required": ["startLine"],
                    "properties": {n: {"type": "integer", "minimum": 1} for n in ("startLine", "startColumn", "endLine", "endColumn")},
                },
            },
        },
        "logicalLocations": {
            "type": "array",
            "items": {"type": "object", "properties": {n: {"type": "string"} for n in ("name", "fullyQualifiedName", "kind")}},
        },
    },
}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
LOG: dict[str, Any] = {
    "type": "object",
    "required": ["version", "runs"],
    "properties": {
        "version": {"const": "2.1.0"},
        "$schema": {"type": "string", "format": "uri"},
        "runs": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "required": ["tool"],
                "properties": {
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "tool": {
                        "type": "object",
                        "required": ["driver"],
                        "properties": {
                            "driver": {
                                "type": "object",
                                "required": ["name"],
                                "properties": {
                                    "semanticVersion": {"type": "string", "pattern": r"^\d+\.\d+\.\d+"},
                                    "rules": {
                                        "type": "array",
                                        "uniqueItems": True,
                                        "items": {
                                            "type": "object",
                                            "required": ["id"],
                                            "properties": {
                                                "shortDescription": TEXT,
                                                "fullDescription": TEXT,
                                                "help": TEXT,
                                                "defaultConfiguration": {"type": "object", "properties": {"level": LEVEL}},
                                            },
                                        },
                                    },
                                },
                            }
                        },
                    },
                    "invocations": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "required": ["executionSuccessful"],
                            "properties": {
                                "executionSuccessful": {"type": "boolean"},
                                "toolExecutionNotifications": {
                                    "type": "array",
                                    "items": {
                                        "type": "object",
                                        "required": ["message"],
                                        "properties": {"message": TEXT, "level": LEVEL, "locations": {"type": "array", "items": LOCATION}},
                                    },
                                },
                            },
                        },
                    },
                    "results": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "required": ["message", "ruleId", "ruleIndex", "level"],
                            "properties": {
                                "message": TEXT,
                                "level": LEVEL,
                                "baselineState": {"enum": ["new", "unchanged", "updated", "absent"]},
                                "ruleIndex": {"type": "integer", "minimum": 0},
                                "locations": {"type": "array", "items": LOCATION},
                                "partialFingerprints": {"type": "object", "additionalProperties": {"type": "string"}},
                                "suppressions": {
                                    "type": "array",
                                    "items": {
                                        "type": "object",
                                        "required": ["kind"],
                                        "properties": {"kind": {"enum": ["inSource", "external"]}},
                                    },
                                },
                            },
                        },
                    },
                },
            },
        },
    },
}


def log_of(report: sm.Report) -> dict[str, Any]:
    import jsonschema

    log: dict[str, Any] = json.loads(render(report, "sarif"))
    jsonschema.Draft202012Validator(LOG).validate(log)
    run = log["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    assert len({rule["id"] for rule in rules}) == len(rules)
    return run


@pytest.mark.parametrize("language", ["en", "nl"])
def test_the_broken_example_is_a_valid_log_with_lines(tmp_path: Path, language: str) -> None:
    path = tmp_path / "a b,ü.yaml"
    path.write_bytes((Path(sm.__file__).parent / "examples" / "hypotheek-broken.yaml").read_bytes())
    report = sm.check(sm.Org.load(path), language=language)
    run = log_of(report)
    assert len(run["results"]) == len(report.findings)
    lines = path.read_text("utf-8").splitlines()
    for result, finding in zip(run["results"], report.findings, strict=True):
        assert result["level"] == {"error": "error", "warning": "warning", "advice": "note"}[finding.severity]
        assert result["message"]["text"].startswith(finding.message)
        place = result["locations"][0]["physicalLocation"]
        assert unquote(place["artifactLocation"]["uri"]) == f"file://{path}"
        assert place["region"]["startColumn"] <= len(lines[place["region"]["startLine"] - 1]) + 1
    assert len({r["partialFingerprints"]["ruleAndSubject/v1"] for r in run["results"]}) == len(run["results"])


def test_nasty_names_stay_text() -> None:
    run = log_of(sm.check(nasty_chart(), select="PO001"))
    assert [r["locations"][0]["logicalLocations"][0]["name"] for r in run["results"]] == list(NAMES)
    assert all("physicalLocation" not in r["locations"][0] for r in run["results"])


def test_no_name_makes_a_link_in_a_message() -> None:
    name = "[me](javascript:alert)"
    org = sm.Org(people=[{"id": "a"}], tribes=[{"id": "t", "squads": [{"id": "s", "name": name, "members": ["a"]}]}])
    (result,) = log_of(sm.check(org, select="PO001"))["results"]
    assert r"\[me](javascript:alert)" in result["message"]["text"]
    assert result["message"]["text"].replace("\\[", "[").startswith("Squad " + name)


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        ("charts/a b.yaml", "charts/a%20b.yaml"),
        ("../x.yaml", "../x.yaml"),
        ("a:b#c?.yaml", "a%3Ab%23c%3F.yaml"),
        ("/srv/één.yaml", "file:///srv/%C3%A9%C3%A9n.yaml"),
        ("C:\\charts\\a b.yaml", "file:///C:/charts/a%20b.yaml"),
    ],
)
def test_a_path_is_written_as_the_uri_that_it_is(file: str, uri: str) -> None:
    refused = Refused(file, (Trouble("wrong", Place(file, 2, 3)),))
    log = json.loads(render_log(Outcome((), (refused,)), Options()))
    place = log["runs"][0]["invocations"][0]["toolExecutionNotifications"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == uri
    assert place["region"] == {"startLine": 2, "startColumn": 3}


def test_waived_findings_are_suppressed() -> None:
    org = sm.Org(people=[{"id": "a"}], tribes=[{"id": "t", "squads": [{"id": "s", "members": ["a"]}]}])
    waived = org.waive("PO001", "s", reason="Start", owner="a", expires="2027-01-01")
    run = log_of(sm.check(waived, select="PO001", today="2026-01-01"))
    assert [r["suppressions"][0]["status"] for r in run["results"]] == ["accepted"]
    assert "suppressions" not in log_of(sm.check(org, select="PO001"))["results"][0]
