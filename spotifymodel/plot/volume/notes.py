"""Pages with findings: of a tribe that has too many to stand beside its squads, and those that are about no tribe at all."""

from __future__ import annotations

from collections.abc import Sequence

from spotifymodel.checking.report import Report
from spotifymodel.model.org import Org
from spotifymodel.model.positions import FIELD_OF
from spotifymodel.plot.framing import headed
from spotifymodel.plot.grid.composing import Sheet
from spotifymodel.plot.grid.view import MatrixView, Note
from spotifymodel.plot.names import clean
from spotifymodel.plot.parts.findings_footer import draw_findings
from spotifymodel.plot.parts.pen import Pen
from spotifymodel.plot.scene import Scene
from spotifymodel.words.pictures import phrase

__all__ = ["notes_elsewhere", "notes_pages"]


def notes_elsewhere(org: Org, report: Report, views: Sequence[MatrixView]) -> tuple[Note, ...]:
    """Return the findings that no page of a tribe shows: about products, units, or people who are in no tribe."""
    shown = {(note.code, note.kind, note.subject) for view in views for note in view.notes}
    found = []
    names: dict[str, dict[str, str]] = {}
    for finding in report.findings:
        kind, subject = finding.subject
        if finding.profile != report.profile or (finding.code, kind, subject) in shown:
            continue
        if kind not in names:
            names[kind] = {record.id: clean(record.label) for record in org.records(kind)} if kind in FIELD_OF else {}
        found.append(
            Note(
                finding.code,
                finding.severity,
                kind,
                subject,
                names[kind].get(subject) or clean(subject) or "?",
                clean(finding.message),
                finding.measured,
                finding.limit,
                finding.waived,
                finding.name.replace("-", " "),
            )
        )
    return tuple(found)


def notes_pages(title: str, notes: Sequence[Note], sheet: Sheet) -> tuple[Scene, ...]:
    """Return findings on as many pages as they take; those of one rule stay together."""
    codes = list(dict.fromkeys(note.code for note in notes))
    found: list[Scene] = []
    while codes:
        taken = len(codes)
        scene = _page(title, notes, codes[:taken], sheet)
        while taken > 1 and sheet.page is not None and scene.height > sheet.page[1]:
            taken = max(1, taken * 2 // 3)
            scene = _page(title, notes, codes[:taken], sheet)
        found.append(scene)
        codes = codes[taken:]
    return tuple(found)


def _page(title: str, every: Sequence[Note], codes: Sequence[str], sheet: Sheet) -> Scene:
    assert sheet.page is not None
    theme, language, width = sheet.theme, sheet.language, sheet.page[0]
    notes = [note for note in every if note.code in codes]
    pen = Pen(theme, language)
    heavy = sum(note.severity != "advice" for note in notes)
    y = headed(pen, width, title, phrase(language, "findings", n=heavy))
    y += draw_findings(pen, notes, theme.margin, width - theme.margin, y + 6) + 6
    words = f"{title}. {phrase(language, 'findings', n=heavy)}."
    promises = tuple(dict.fromkeys(f"finding:{note.code}" for note in notes if note.severity != "advice"))
    return Scene(width, y + theme.margin, title, words, tuple(pen.marks), theme.paper, language, promises)
