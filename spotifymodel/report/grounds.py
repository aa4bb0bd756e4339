"""On what grounds a report judged: which profiles and readings, on which day, and which profiles disagree."""

from __future__ import annotations

from ..checking.finding import Finding
from ..checking.report import Report
from ..words.reports import REPORT_WORDS

__all__ = ["judged_under", "readings_of", "standing"]


def judged_under(report: Report) -> str:
    """Return the profiles of a report, and the days it judged on where they were named."""
    words = REPORT_WORDS[report.language]
    parts = [f"{words['profile']} {', '.join(report.profiles)}"]
    if report.as_of is not None:
        parts.append(f"{words['as_of']} {report.as_of}")
    if report.today is not None:
        parts.append(f"{words['today']} {report.today}")
    return " · ".join(parts)


def readings_of(report: Report) -> str:
    """Return the readings taken, as a profile would write them; nothing where none was.

    Examples
    --------
    >>> readings_of(Report((), readings={"count.coach": False, "count.tribe": ("members", "owners")}))
    'count.coach=false, count.tribe=members+owners'
    """
    return ", ".join(f"{name}={_plain(value)}" for name, value in report.readings.items())


def standing(finding: Finding, report: Report) -> str:
    """Return the profile of a finding, and under which others of the report the same is legal; nothing with one profile."""
    if len(report.profiles) < 2:
        return ""
    legal = ", ".join(report.legal_under(finding))
    return f"{finding.profile}; {REPORT_WORDS[report.language]['also_under']} {legal}" if legal else finding.profile


def _plain(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "+".join(map(str, value)) if isinstance(value, tuple | list) else str(value)
