"""Annotations of GitHub Actions: one workflow command per finding."""

from __future__ import annotations

from dataclasses import replace

from ...checking.finding import Finding
from ...checking.report import Report
from ...errors import Place
from ..grounds import standing
from ..outcome import Outcome
from ..output import Options, Output
from ..terminal import printable

__all__ = ["OUTPUT", "render"]

LEVELS = {"error": "error", "warning": "warning", "advice": "notice"}


def render(outcome: Outcome, _options: Options) -> str:
    """Return a line per finding that is neither waived nor in the baseline, and per fault of a refused file."""
    lines = [
        command(LEVELS[f.severity], _title(f, report), f.location, f"{f.message}. {f.remedy}")
        for report in outcome.reports
        for f in report.findings
        if not f.waived and not report.in_baseline(f)
    ]
    for refused in outcome.refused:
        for trouble in refused.troubles:
            place = trouble.place if trouble.place.file is not None else Place(refused.file)
            lines.append(command("error", "refused", place, str(replace(trouble, place=Place()))))
    return "".join(f"{line}\n" for line in lines)


def _title(finding: Finding, report: Report) -> str:
    profiles = standing(finding, report)
    return f"{finding.code} {finding.name} ({profiles})" if profiles else f"{finding.code} {finding.name}"


def command(level: str, title: str, place: Place | None, message: str) -> str:
    """Return one workflow command, everything that could end it early encoded.

    Examples
    --------
    >>> command("error", "SQ001", Place("a,b.yaml", 3, 7), "100% full")
    '::error title=SQ001,file=a%2Cb.yaml,line=3,col=7::100%25 full'
    >>> command("error", "SQ001", Place("a.xlsx", sheet="Team", cell="A2"), "full")  # a workbook has no lines
    '::error title=SQ001,file=a.xlsx::Team!A2: full'
    """
    properties = {"title": title}
    if place is not None and place.cell is not None:
        message = f"{Place(sheet=place.sheet, cell=place.cell)}: {message}"
    if place is not None and place.file is not None:
        properties["file"] = place.file.replace("\\", "/")
        if place.line is not None:
            properties["line"] = str(place.line)
        if place.column is not None:
            properties["col"] = str(place.column)
    inside = ",".join(f"{name}={property_text(value)}" for name, value in properties.items())
    return f"::{level} {inside}::{data_text(message)}"


def data_text(text: str) -> str:
    """Encode what would end the line, and show what would steer a terminal."""
    return printable(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def property_text(text: str) -> str:
    """Encode what would end the line or the property."""
    return data_text(text).replace(":", "%3A").replace(",", "%2C")


OUTPUT = Output("github", (), render)
