"""The report for people: each finding with its line of the file, its measure, its quote and its fix."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator

from ...checking.finding import Finding
from ...checking.report import RANK, Report
from ...checking.wording import number
from ...words.reports import REPORT_WORDS, SEVERITY_NAMES, plural
from ..grounds import aside, judged_under, missing_from, readings_of, standing, unknowns_of
from ..outcome import Outcome, Refused
from ..output import Options, Output
from ..terminal import columns, crop, painted, printable

__all__ = ["OUTPUT", "render"]


def render(outcome: Outcome, options: Options) -> str:
    """Return the whole report as text."""
    lines: list[str] = []
    for report in outcome.reports:
        lines += _report(report, options, several=len(outcome.reports) > 1)
    for refused in outcome.refused:
        lines += refusal_lines(refused)
    if len(outcome.reports) > 1:
        lines.append(_counts(outcome.summary, outcome.language))
    return "".join(f"{line}\n" for line in lines)


def refusal_lines(refused: Refused) -> list[str]:
    """Return the faults of a refused file, one per line."""
    return [printable(str(t) if t.place.file else f"{refused.file}: {t}") for t in refused.troubles]


def _report(report: Report, options: Options, several: bool) -> Iterator[str]:
    words = REPORT_WORDS[report.language]
    if several:
        yield painted(", ".join(report.files) or "–", "bold", options.colour)
    for finding in report.findings:
        yield from _finding(finding, report, options)
        yield ""
    for unknown, profiles in unknowns_of(report):
        under = f" ({profiles})" if profiles else ""
        count = plural("subject", unknown.subjects, report.language)
        named = f"{unknown.code} {unknown.name}{under}: {words['not_judged']} {missing_from(unknown)} ({count})"
        yield f"{painted(SEVERITY_NAMES[report.language]['unknown'], 'quiet', options.colour)} {named}"
    if report.unknown:
        yield ""
    yield f"{_counts(report.summary, report.language)} · {judged_under(report)}"
    for head, readings in readings_of(report):
        yield from _wrapped(f"{head}: ", readings, options.width)


def _counts(summary: dict[str, int], language: str) -> str:
    shown = [plural(name, n, language) for name, n in summary.items() if n or name in RANK]
    return ", ".join(shown)


def _finding(finding: Finding, report: Report, options: Options) -> Iterator[str]:
    language = report.language
    words = REPORT_WORDS[language]
    place = finding.location
    severity = painted(SEVERITY_NAMES[language][finding.severity], finding.severity, options.colour)
    uncounted = f" [{why}]" if (why := aside(finding, report)) else ""
    under = f" ({profiles})" if (profiles := standing(finding, report)) else ""
    head = f"{severity} {painted(finding.code, 'bold', options.colour)} {finding.name}{uncounted}{under}"
    where = str(place).split(" (")[0] + ": " if place is not None and str(place) else ""
    yield f"{printable(where)}{head}"
    yield from _wrapped("  ", printable(finding.message), options.width)
    if place is not None and place.line is not None:
        yield from _caret(_line_of(finding), place.line, place.column or 1, options)
    facts = []
    if finding.stage is not None:
        facts.append(f"{words['stage']} {printable(finding.stage.name) or finding.stage.number}")
    if finding.measured is not None:
        facts.append(f"{words['measured']} {number(finding.measured, language)}")
    if finding.limit is not None:
        facts.append(f"{words['limit']} {number(finding.limit, language)}")
    if finding.interval.start or finding.interval.until:
        if finding.interval.start:
            facts.append(f"{words['from']} {finding.interval.start}")
        if finding.interval.until:
            facts.append(f"{words['until']} {finding.interval.until}")
    if facts:
        yield from _wrapped("  ", ", ".join(facts), options.width)
    quote = f"“{finding.source.quote}”, " if finding.source.quote else ""
    section = f", {finding.source.section}" if finding.source.section else ""
    yield from _wrapped(f"  {words['source']}: ", f"{quote}{finding.source.document}{section}", options.width)
    yield from _wrapped(f"  {words['fix']}: ", finding.remedy, options.width)
    for edit in finding.fixes[:2]:
        yield from _wrapped(f"    {words['edit']}: ", printable(edit.text(language)), options.width)


def _line_of(finding: Finding) -> Callable[[int], str] | None:
    origin = finding.origin
    source = origin.index.chart.source if origin is not None else None
    return None if source is None else source.line_of


def _caret(line_of: Callable[[int], str] | None, line: int, column: int, options: Options) -> Iterator[str]:
    text = line_of(line) if line_of is not None else ""
    if not text.strip():
        return
    shown, at = crop(text.rstrip("\r\n").replace("\t", " "), column - 1, max(options.width - 10, 40))
    gutter = f"{line:>6} | "
    before = printable(shown[:at])
    yield gutter + printable(shown)
    yield f"{'':>6} | {'':>{columns(before)}}^"


def _wrapped(head: str, text: str, width: int) -> Iterator[str]:
    indent = " " * len(head)
    yield from textwrap.wrap(
        text, max(width, 40), initial_indent=head, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    ) or [head.rstrip()]


OUTPUT = Output("text", (".txt",), render)
