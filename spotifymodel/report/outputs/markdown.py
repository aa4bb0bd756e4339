"""The report as Markdown, for a pull request or a wiki."""

from __future__ import annotations

from collections.abc import Iterator

from ...checking.report import RANK, Report
from ...checking.wording import number
from ...errors import Place
from ...words.reports import REPORT_WORDS, SEVERITY_NAMES, plural
from ..grounds import aside, circumstances, judged_under, missing_from, readings_of, standing, unknowns_of
from ..outcome import Outcome
from ..output import Options, Output
from ..terminal import printable

__all__ = ["OUTPUT", "render"]


def render(outcome: Outcome, _options: Options) -> str:
    """Return a heading and a table per file."""
    lines = [line for report in outcome.reports for line in _report(report)]
    for refused in outcome.refused:
        lines += [f"## {cell(refused.file)}", "", *(f"- {cell(str(t))}" for t in refused.troubles), ""]
    return "\n".join(lines).rstrip() + "\n"


def _report(report: Report) -> Iterator[str]:
    language = report.language
    words = REPORT_WORDS[language]
    yield f"## {cell(', '.join(report.files) or 'spotifymodel')}"
    yield ""
    counts = ", ".join(plural(name, n, language) for name, n in report.summary.items() if n or name in RANK)
    yield f"{counts} · {cell(judged_under(report))}"
    yield ""
    if report.findings:
        yield f"| | | | {words['measured']} | {words['limit']} | {words['fix']} |"
        yield "|---|---|---|---|---|---|"
    for finding in report.findings:
        severity = SEVERITY_NAMES[language][finding.severity] + (f" ({why})" if (why := aside(finding, report)) else "")
        numbers = f"{number(finding.measured, language)} | {number(finding.limit, language)}"
        code = f"{finding.code} ({cell(profiles)})" if (profiles := standing(finding, report)) else finding.code
        said = " · ".join((finding.message, *circumstances(finding, language), *_place(finding.location, language)))
        yield f"| {severity} | {code} | {cell(said)} | {numbers} | {cell(finding.remedy)} |"
    yield ""
    for unknown, profiles in unknowns_of(report):
        under = f" ({cell(profiles)})" if profiles else ""
        yield f"- {unknown.code} {unknown.name}{under}: {words['not_judged']} {cell(missing_from(unknown))}"
    if report.unknown:
        yield ""
    for head, readings in readings_of(report):
        yield f"{cell(head)}: {cell(readings)}"
        yield ""


def _place(place: Place | None, language: str) -> tuple[str, ...]:
    """Return the line or the cell; the file stands above the table."""
    if place is None or (place.line is None and place.cell is None):
        return ()
    return (f"{REPORT_WORDS[language]['line']} {place.line}" if place.cell is None else str(Place(sheet=place.sheet, cell=place.cell)),)


def cell(text: str) -> str:
    r"""Return text that stays inside one table cell and starts no markup.

    Examples
    --------
    >>> print(cell("a|b <i>*c*"))
    a\|b &lt;i&gt;\*c\*
    """
    escaped = printable(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return "".join(f"\\{c}" if c in "\\|*_`[]#~" else c for c in escaped)


OUTPUT = Output("markdown", (".md",), render)
