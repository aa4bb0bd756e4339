"""Pages with the findings of a tribe, for a tribe that has too many to stand beside its squads."""

from __future__ import annotations

from collections.abc import Sequence

from spotifymodel.plot.framing import headed
from spotifymodel.plot.grid.composing import Sheet
from spotifymodel.plot.grid.view import MatrixView, Note
from spotifymodel.plot.parts.findings_footer import draw_findings
from spotifymodel.plot.parts.pen import Pen
from spotifymodel.plot.scene import Scene
from spotifymodel.words.pictures import phrase

__all__ = ["notes_pages"]


def notes_pages(view: MatrixView, sheet: Sheet) -> tuple[Scene, ...]:
    """Return the findings about a tribe on as many pages as they take; those of one rule stay together."""
    codes = list(dict.fromkeys(note.code for note in view.notes))
    found: list[Scene] = []
    while codes:
        taken = len(codes)
        scene = _page(view, codes[:taken], sheet)
        while taken > 1 and sheet.page is not None and scene.height > sheet.page[1]:
            taken = max(1, taken * 2 // 3)
            scene = _page(view, codes[:taken], sheet)
        found.append(scene)
        codes = codes[taken:]
    return tuple(found)


def _page(view: MatrixView, codes: Sequence[str], sheet: Sheet) -> Scene:
    assert sheet.page is not None
    theme, language, width = sheet.theme, sheet.language, sheet.page[0]
    notes: list[Note] = [note for note in view.notes if note.code in codes]
    pen = Pen(theme, language)
    title = phrase(language, "tribe", name=view.name) if view.tribe else phrase(language, "outside")
    heavy = sum(note.severity != "advice" for note in notes)
    y = headed(pen, width, title, phrase(language, "findings", n=heavy))
    y += draw_findings(pen, notes, theme.margin, width - theme.margin, y + 6) + 6
    words = f"{title}. {phrase(language, 'findings', n=heavy)}."
    promises = tuple(dict.fromkeys(f"finding:{note.code}" for note in notes if note.severity != "advice"))
    return Scene(width, y + theme.margin, title, words, tuple(pen.marks), theme.paper, language, promises)
