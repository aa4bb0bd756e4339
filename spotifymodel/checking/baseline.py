"""Baselines: findings that an older report already had."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from ..errors import UsageError
from .report import Report

__all__ = ["fingerprints"]


def fingerprints(baseline: Any) -> frozenset[str]:
    """Return the fingerprints of a baseline: a report, its JSON form, a path to that, or the fingerprints themselves.

    Raises
    ------
    UsageError
        Where the file cannot be read or is no report of ours.
    """
    if isinstance(baseline, Report):
        return frozenset(f.fingerprint for f in baseline.findings)
    if isinstance(baseline, str | os.PathLike):
        baseline = _read(Path(baseline))
    if isinstance(baseline, Mapping):
        return frozenset(_of(baseline))
    return frozenset(str(one) for one in baseline)


def _read(path: Path) -> Mapping[str, Any]:
    try:
        read = json.loads(path.read_bytes())  # bytes: some shells write a mark or UTF-16 where output is redirected
    except OSError as err:
        raise UsageError(f"cannot read the baseline {path}: {err.strerror}", str(path)) from err
    except (ValueError, RecursionError) as err:
        raise UsageError(f"the baseline {path} is no JSON report: make one with check --format json", str(path)) from err
    if not isinstance(read, dict):
        raise UsageError(f"the baseline {path} is no JSON report: make one with check --format json", str(path))
    return read


def _of(report: Mapping[str, Any]) -> Iterable[str]:
    findings = report.get("findings")
    for finding in findings if isinstance(findings, list) else (None,):
        match finding:
            case {"code": str(code), "subject": {"kind": str(kind), "id": str(one)}}:
                yield f"{code}/{kind}:{one}"
            case _:
                raise UsageError("the baseline is no report of ours: make one with check --format json")
