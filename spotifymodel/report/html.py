"""Reports and findings as HTML: for notebooks, and as a page of its own. Everything from a chart is escaped."""

from __future__ import annotations

from html import escape

from ..checking.finding import Finding
from ..checking.report import RANK, Report
from ..checking.wording import number
from ..words.reports import REPORT_WORDS, SEVERITY_NAMES, plural
from .escaping import escaped
from .grounds import aside, circumstances, judged_under, missing_from, readings_of, standing, unknowns_of
from .style import STYLE

__all__ = ["finding_html", "report_html", "report_page"]

#: A notebook should not drown; the rest is one line, and `report.findings` has them all.
MOST_ROWS = 200


def report_html(report: Report) -> str:
    """Return a report as an HTML fragment: counts, a table of findings, what could not be judged, the readings."""
    language = report.language
    words = REPORT_WORDS[language]
    counts = ", ".join(plural(name, n, language) for name, n in report.summary.items() if n or name in RANK)
    head = f"<p><b>{escape(counts)}</b> · {escaped(judged_under(report))}</p>"
    rows = "".join(_row(f, report) for f in report.findings[:MOST_ROWS])
    table = f"<table><tbody>{rows}</tbody></table>" if rows else f"<p>{words['nothing']}</p>"
    more = len(report.findings) - MOST_ROWS
    tail = f"<p class='quiet'>+ {more}</p>" if more > 0 else ""
    unknown = "".join(
        f"<li>{escape(u.code)} {escape(u.name)}{f' ({escaped(profiles)})' if profiles else ''}: "
        f"{words['not_judged']} {escape(missing_from(u))}</li>"
        for u, profiles in unknowns_of(report)
    )
    unknown = f"<ul class='quiet'>{unknown}</ul>" if unknown else ""
    foot = "".join(f"<p class='quiet'>{escaped(head)}: {escaped(readings)}</p>" for head, readings in readings_of(report))
    return f"{STYLE}<div class='spotifymodel' lang='{language}'>{head}{table}{tail}{unknown}{foot}</div>"


def _row(finding: Finding, report: Report) -> str:
    language = report.language
    severity = SEVERITY_NAMES[language][finding.severity]
    uncounted = f" <span class='quiet'>({escaped(why)})</span>" if (why := aside(finding, report)) else ""
    place = f"<br><span class='quiet'>{escaped(str(finding.location))}</span>" if finding.location else ""
    profiles = standing(finding, report)
    profile = f"<br><span class='quiet'>{escaped(profiles)}</span>" if profiles else ""
    return (
        f"<tr><td class='sev {finding.severity}'>{severity}{uncounted}</td>"
        f"<td><b>{escaped(finding.code)}</b><br><span class='quiet'>{escaped(finding.name)}</span>{profile}</td>"
        f"<td>{escaped(finding.message)}{place}<br><span class='quiet'>{_facts(finding, language)}</span></td>"
        f"<td>{escaped(finding.remedy)}</td></tr>"
    )


def _facts(finding: Finding, language: str) -> str:
    words = REPORT_WORDS[language]
    parts = []
    if finding.measured is not None:
        parts.append(f"{words['measured']} {number(finding.measured, language)}")
    if finding.limit is not None:
        parts.append(f"{words['limit']} {number(finding.limit, language)}")
    parts += [escaped(part) for part in circumstances(finding, language)]
    quote = f"<q>{escaped(finding.source.quote)}</q>, " if finding.source.quote else ""
    parts.append(f"{words['source']}: {quote}{escaped(finding.source.document)}")
    return " · ".join(parts)


def finding_html(finding: Finding, language: str = "en") -> str:
    """Return one finding as an HTML fragment."""
    report = Report((finding,), profiles=(finding.profile,), language=language)
    return f"{STYLE}<div class='spotifymodel'><table><tbody>{_row(finding, report)}</tbody></table></div>"


def report_page(reports: list[Report], title: str, language: str) -> str:
    """Return a page of its own: no script, nothing loaded from elsewhere."""
    body = "".join(f"<h2>{escaped(', '.join(r.files))}</h2>{report_html(r)}" for r in reports)
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{escaped(title)}</title>'
        '<meta name="color-scheme" content="light dark">'
        f"</head><body><h1>{escaped(title)}</h1>{body}</body></html>\n"
    )
