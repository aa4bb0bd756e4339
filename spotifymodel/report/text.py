"""A single report as text."""

from __future__ import annotations

from ..checking.report import Report
from .saving import render

__all__ = ["report_text"]


def report_text(report: Report) -> str:
    """Return what `spotifymodel check` prints, without colours."""
    return render(report, "text").rstrip("\n")
