"""A gap report as HTML, Markdown, text or JSON. Everything from a chart is escaped."""

from __future__ import annotations

import os
from typing import Final

from ..formats.saving import save_bytes
from ..formats.trees.emit_json import write_json
from ..measuring.showing import as_html
from ..transition.gap_report.report import GapReport
from ..transition.gap_report.telling import Section, sections_of
from ..transition.gap_report.words import TITLES
from .escaping import escaped
from .outputs.markdown import cell
from .saving import gap_suffix
from .style import STYLE
from .terminal import printable

__all__ = ["gap_html", "gap_markdown", "gap_page", "save_gap_report"]

#: A page of its own has more room than a cell of a notebook.
_WIDE: Final = "<style>body{font:15px system-ui,sans-serif;margin:2em}body .spotifymodel{max-width:96em}</style>"


def gap_html(report: GapReport) -> str:
    """Return a report as an HTML fragment, with the people for whom something changes."""
    return _fragment(report, everybody=False)


def gap_page(report: GapReport) -> str:
    """Return a report as a page of its own: no script, nothing loaded from elsewhere."""
    title = TITLES[report.language]["report"]
    return (
        f'<!doctype html><html lang="{report.language}"><head><meta charset="utf-8"><title>{title}</title>'
        '<meta name="color-scheme" content="light dark">'
        f"{_WIDE}</head><body><h1>{title}</h1>{_fragment(report, everybody=True)}</body></html>\n"
    )


def gap_markdown(report: GapReport) -> str:
    """Return a report as Markdown."""
    lines = [f"# {TITLES[report.language]['report']}", ""]
    for section in sections_of(report, everybody=True):
        lines += [f"## {section.title}", ""]
        if section.rows:
            head, *rows = section.rows
            rule = "|".join("--:" if k in section.numbers else "---" for k in range(len(head)))
            lines += [_row(head), f"|{rule}|", *map(_row, rows), ""]
        if section.lines:
            lines += [*(f"- {cell(line)}" for line in section.lines), ""]
    return "\n".join(lines).rstrip() + "\n"


def save_gap_report(report: GapReport, path: str | os.PathLike[str]) -> None:
    """Write a report in one piece; the suffix names the form."""
    name = os.fspath(path)
    suffix = gap_suffix(name)
    if suffix == ".json":
        text = write_json(report.to_dict())
    elif suffix == ".txt":
        text = "\n".join(map(printable, str(report).splitlines())) + "\n"
    else:
        text = gap_markdown(report) if suffix == ".md" else gap_page(report)
    save_bytes(name, text.encode("utf-8"))


def _row(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(map(cell, cells))} |"


def _fragment(report: GapReport, everybody: bool) -> str:
    body = "".join(map(_section, sections_of(report, everybody)))
    return f"{STYLE}<div class='spotifymodel' lang='{report.language}'>{body}</div>"


def _section(section: Section) -> str:
    table = as_html([tuple(map(printable, row)) for row in section.rows], section.numbers) if section.rows else ""
    lines = "".join(f"<li>{escaped(line)}</li>" for line in section.lines)
    return f"<h2>{escaped(section.title)}</h2>{table}" + (f"<ul>{lines}</ul>" if lines else "")
