"""Composes a difference on a sheet: everybody by name, only who changed, or counts, as the page allows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from spotifymodel.plot.change.comparison import Comparison, DiffRow
from spotifymodel.plot.change.diff_block import SheetBlock
from spotifymodel.plot.change.diff_counts import CountsBlock, UnitCounts
from spotifymodel.plot.change.diff_key import draw_key
from spotifymodel.plot.change.diff_look import DiffLook
from spotifymodel.plot.change.entries import EntryPills
from spotifymodel.plot.change.unit_block import UnitBlock
from spotifymodel.plot.names import Labels
from spotifymodel.plot.parts.pen import Pen
from spotifymodel.plot.parts.shelves import Block, Shelves, height_of, paint_shelves, shared_out, width_of
from spotifymodel.plot.scene import Scene
from spotifymodel.plot.sheets import first_fitting
from spotifymodel.plot.shortening import wrapped
from spotifymodel.plot.theme import Theme
from spotifymodel.words.changing import phrase
from spotifymodel.words.pictures import phrase as of_pictures

__all__ = ["DiffSheetAsk", "compose"]

#: With more people than this only who changed is named, unless asked for otherwise.
_MOST_NAMED: Final = 220
#: With more changes than this they are counted, unless asked for otherwise.
_MOST_CHANGES: Final = 400
_PAGE: Final = 1.41
_LINE_WIDTH: Final = 560.0


@dataclass(frozen=True, slots=True)
class DiffSheetAsk:
    """A comparison, and how its picture is asked for."""

    comparison: Comparison
    theme: Theme
    language: str
    title: str
    subtitle: str
    described: str
    over: frozenset[str] = frozenset()
    highlight: frozenset[str] = frozenset()
    page: tuple[float, float] | None = None


def compose(ask: DiffSheetAsk, detail: str) -> Scene:
    """Return the picture at a level of detail, or at the highest that fits the page.

    Raises
    ------
    FigureTooSmallError
        Where not even the lowest level that was allowed fits.
    """
    return first_fitting(_attempts(ask, detail), ask.page)


def _attempts(ask: DiffSheetAsk, detail: str) -> Iterator[Scene]:
    """Yield the picture with ever less detail, as far as that was allowed."""
    labels = Labels(ask.comparison.people)
    if detail == "initials":
        yield _named(ask, EntryPills(labels, initials=True), changes_only=False)
        return
    changes = sum(not entry.quiet for sheet in ask.comparison.sheets for row in sheet.rows for cell in row.cells for entry in cell)
    if detail == "names" or (detail == "auto" and changes <= _MOST_CHANGES):
        few = len(ask.comparison.people) <= _MOST_NAMED
        for changes_only in (False,) if detail == "names" else (False, True) if few else (True,):
            for widest in (118.0, 92.0, 74.0) if ask.page else (118.0,):
                yield _named(ask, EntryPills(labels, widest), changes_only=changes_only)
        if detail == "auto" and ask.page:
            yield _named(ask, EntryPills(labels, initials=True), changes_only=True)
    if detail in ("auto", "counts"):
        yield _counted(ask)


def _named(ask: DiffSheetAsk, pills: EntryPills, *, changes_only: bool) -> Scene:
    look = DiffLook(ask.theme, ask.language, pills, changes_only, ask.over, ask.highlight)
    sheets = [sheet for sheet in ask.comparison.sheets if not (changes_only and sheet.quiet)]
    blocks: list[Block] = [SheetBlock(sheet, look) for sheet in sheets]
    promises: list[str] = []
    if any(not row.quiet for row in ask.comparison.units):
        widest = max((block.width for block in blocks), default=_LINE_WIDTH)
        line = UnitBlock(ask.comparison.units, look, max(widest, 320.0))
        blocks.append(line)
        promises += [f"unit:{row.id}" for row in line.rows]
        if line.named:
            promises += [f"unit:{row.id}/person:{entry.person}" for row in line.rows for entry in row.cells[0] if not entry.quiet]
    for sheet in sheets:
        for row in sheet.rows:
            if not (changes_only and row.quiet and row.id):
                promises.append(f"squad:{row.id}" if row.id else f"bench:{sheet.tribe}")
                place = sheet.place(row)
                promises += [f"{place}/person:{entry.person}" for cell in row.cells for entry in look.named(cell)]
    still = [sheet.name or of_pictures(ask.language, "outside") for sheet in ask.comparison.sheets if sheet not in sheets]
    note = phrase(ask.language, "tribes_unchanged", list=", ".join(still)) if still else ""
    return _set(ask, blocks, ask.theme.margin, promises, note, keyed=True)


def _counted(ask: DiffSheetAsk) -> Scene:
    blocks: list[Block] = [CountsBlock(sheet, ask.over, ask.theme, ask.language) for sheet in ask.comparison.sheets]
    changed: tuple[DiffRow, ...] = tuple(row for row in ask.comparison.units if not row.quiet)
    if changed:
        blocks.append(UnitCounts(changed, ask.theme, ask.language))
    promises = [f"squad:{row.id}" for sheet in ask.comparison.sheets for row in sheet.rows if row.id]
    return _set(ask, blocks, 9.0, [*promises, *(f"unit:{row.id}" for row in changed)], "", keyed=False)


def _set(ask: DiffSheetAsk, blocks: list[Block], margin: float, promises: list[str], note: str, *, keyed: bool) -> Scene:
    """Set blocks on a sheet below the heading, in the number of columns that suits the page best."""
    theme = ask.theme
    shape = ask.page[0] / ask.page[1] if ask.page else _PAGE

    def cost(shelves: Shelves) -> float:
        width, height = width_of(shelves) + 2 * margin, height_of(shelves) + 60
        if ask.page and (width > ask.page[0] or height > ask.page[1]):
            return 1e6 * max(width / ask.page[0], height / ask.page[1])
        return max(width / shape, height)

    shelves = min((shared_out(blocks, columns) for columns in range(1, max(len(blocks), 1) + 1)), key=cost)
    pen = Pen(theme, ask.language)
    width = max(width_of(shelves) + 2 * margin, 234.0 + 2 * margin)
    title, subtitle = (theme.title, theme.subtitle) if keyed else (10.5, theme.name)
    y = margin + title * 0.74
    for line in wrapped(ask.title, width - 2 * margin, title, True, 2):
        pen.text(margin, y, line, title, bold=True, stands_for=ask.title)
        y += title * 1.15
    for line in wrapped(ask.subtitle, width - 2 * margin, subtitle, lines=3):
        pen.text(margin, y - 2, line, subtitle, fill=theme.muted)
        y += subtitle * 1.3
    y = paint_shelves(pen, shelves, margin, y + 8) if blocks else y
    for line in wrapped(note, width - 2 * margin, theme.name, lines=6) if note else ():
        y += 10
        pen.text(margin, y + 4, line, theme.name, fill=theme.muted)
    if keyed:
        y += 6 + draw_key(pen, ask.comparison, margin, width - margin, y + 6)
    words = f"{ask.title}. {ask.subtitle}. {ask.described}".strip()
    return Scene(width, y + margin - 2, ask.title, words, tuple(pen.marks), theme.paper, ask.language, tuple(dict.fromkeys(promises)))
