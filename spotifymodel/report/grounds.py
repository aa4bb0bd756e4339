"""On what grounds a report judged: which profiles and readings, on which day, and which profiles disagree."""

from __future__ import annotations

from ..checking.finding import Finding
from ..checking.report import Report, Unknown
from ..words.reports import REPORT_WORDS

__all__ = ["aside", "circumstances", "judged_under", "missing_from", "readings_of", "standing", "unknowns_of"]


def judged_under(report: Report) -> str:
    """Return the profiles of a report, and the days it judged on where they were named."""
    words = REPORT_WORDS[report.language]
    parts = [f"{words['profile']} {', '.join(report.profiles)}"]
    if report.as_of is not None:
        parts.append(f"{words['as_of']} {report.as_of}")
    if report.today is not None:
        parts.append(f"{words['today']} {report.today}")
    return " · ".join(parts)


def readings_of(report: Report) -> tuple[tuple[str, str], ...]:
    """Return what is said of the readings taken: a heading and the readings, as a profile would write them.

    First all those of the first profile, then for each further one those that differ; nothing where none was taken.

    Examples
    --------
    >>> readings_of(Report((), readings={"count.coach": False, "count.tribe": ("members", "owners")}))
    (('read as', 'count.coach=false, count.tribe=members+owners'),)
    """
    word = REPORT_WORDS[report.language]["readings"]
    taken = ((word, report.readings), *((f"{word} ({name})", own) for name, own in report.differing.items()))
    return tuple((head, ", ".join(f"{name}={_plain(value)}" for name, value in own.items())) for head, own in taken if own)


def unknowns_of(report: Report) -> tuple[tuple[Unknown, str], ...]:
    """Return what could not be judged, once for all profiles, each with the profiles where it was not so under all."""
    under: dict[tuple[str, tuple[str, ...], int], list[Unknown]] = {}
    for one in report.unknown:
        under.setdefault((one.code, one.missing, one.subjects), []).append(one)
    everywhere = len(report.profiles)
    return tuple((same[0], "" if len(same) >= everywhere else ", ".join(one.profile for one in same)) for same in under.values())


def standing(finding: Finding, report: Report) -> str:
    """Return the profile of a finding, and under which others of the report the same is legal; nothing with one profile."""
    if len(report.profiles) < 2:
        return ""
    legal = ", ".join(report.legal_under(finding))
    return f"{finding.profile}; {REPORT_WORDS[report.language]['also_under']} {legal}" if legal else finding.profile


def aside(finding: Finding, report: Report) -> str:
    """Return in a word why a finding does not count; nothing where it does."""
    why = "waived" if finding.waived else "in_baseline" if report.in_baseline(finding) else ""
    return REPORT_WORDS[report.language][why] if why else ""


def missing_from(unknown: Unknown) -> str:
    """Return the fields that the chart does not say; a stroke between those of which one would do.

    Examples
    --------
    >>> missing_from(Unknown("SQ004", "squad-lacks-expertise", ("squad.needs|squad.required_skills", "person.skills"), 1, ""))
    'squad.needs / squad.required_skills, person.skills'
    """
    return ", ".join(unknown.missing).replace("|", " / ")


def circumstances(finding: Finding, language: str) -> tuple[str, ...]:
    """Return at which stage and over which interval something is found; nothing where it is so always."""
    words = REPORT_WORDS[language]
    found = []
    if finding.stage is not None:
        found.append(f"{words['stage']} {finding.stage.name or finding.stage.number}")
    if finding.interval.start:
        found.append(f"{words['from']} {finding.interval.start}")
    if finding.interval.until:
        found.append(f"{words['until']} {finding.interval.until}")
    return tuple(found)


def _plain(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "+".join(map(str, value)) if isinstance(value, tuple | list) else str(value)
