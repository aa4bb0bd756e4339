"""Save a report: the suffix names the output."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from ..checking.report import Report
from ..errors import UsageError
from ..formats.saving import save_bytes
from .outcome import Outcome, outcome_of
from .output import Options, all_outputs, output_named

__all__ = ["gap_suffix", "render", "save_report"]

#: Suffixes of gap reports.
_GAP_REPORTS: Final = (".txt", ".md", ".html", ".json")


def render(reports: Report | Outcome, name: str, options: Options | None = None) -> str:
    """Return a report or a whole outcome in the output named."""
    return output_named(name).render(outcome_of(reports), options or Options())


def gap_suffix(name: str) -> str:
    """Return the suffix that names the form of a gap report.

    Raises
    ------
    UsageError
        For one that names none.
    """
    suffix = Path(name).suffix.lower()
    if suffix not in _GAP_REPORTS:
        raise UsageError(f"{name}: a gap report is {', '.join(_GAP_REPORTS[:-1])} or {_GAP_REPORTS[-1]}", name, _GAP_REPORTS)
    return suffix


def save_report(report: Report | Outcome, path: str | os.PathLike[str], *, format: str | None = None) -> None:  # noqa: A002
    """Write a report in one piece; the suffix names the output unless ``format`` does.

    Raises
    ------
    UsageError
        Where neither names an output.
    """
    name = os.fspath(path)
    if format is None:
        suffix = Path(name).suffix.lower()
        fitting = [o.name for o in all_outputs().values() if suffix in o.suffixes]
        if not fitting:
            known = [s for o in all_outputs().values() for s in o.suffixes]
            raise UsageError(f"{name}: the suffix names no report format; there are {', '.join(known)}", name, known)
        format = fitting[0]  # noqa: A001
    save_bytes(name, render(report, format).encode("utf-8"))
