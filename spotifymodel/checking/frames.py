"""Findings as a table, in whichever data frame library is there."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from ..errors import MissingDependencyError
from .finding import Finding

__all__ = ["frame_of", "frame_of_columns"]

COLUMNS = (
    "code",
    "name",
    "severity",
    "profile",
    "kind",
    "subject",
    "message",
    "measured",
    "limit",
    "evidence",
    "start",
    "until",
    "file",
    "line",
    "waived",
)


def frame_of(findings: Sequence[Finding]) -> Any:
    """Return one row per finding, with the columns of :data:`COLUMNS`; pandas if installed, else polars."""
    rows = [_row(f) for f in findings]
    return frame_of_columns({name: [row[k] for row in rows] for k, name in enumerate(COLUMNS)}, "a table of findings")


def frame_of_columns(columns: dict[str, list[Any]], what: str) -> Any:
    """Return columns as a frame; pandas if installed, else polars."""
    for package in ("pandas", "polars"):
        if find_spec(package) is not None:
            return import_module(package).DataFrame(columns)
    raise MissingDependencyError("pandas or polars", "frames", what)


def _row(finding: Finding) -> tuple[Any, ...]:
    place = finding.location
    return (
        *(finding.code, finding.name, finding.severity, finding.profile, *finding.subject, finding.message),
        *(finding.measured, finding.limit, ", ".join(finding.evidence), *finding.interval),
        *(place and place.file, place and place.line, finding.waived),
    )
