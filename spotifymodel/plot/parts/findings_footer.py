"""The findings under a picture: the rule's code in a pill, one sentence each, grouped per rule where there are many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple, Protocol

from spotifymodel.plot.metrics import MIDDLE, text_width
from spotifymodel.plot.parts.pen import BADGE_HEIGHT, Pen
from spotifymodel.plot.shortening import wrapped
from spotifymodel.words.pictures import TEXTS, digits, phrase

__all__ = ["FooterNote", "draw_findings", "sentence"]

#: More findings than this are grouped per rule.
_SINGLY = 6
_LINE, _BETWEEN, _COLUMN_GAP = 10.2, 3.6, 24.0
#: Lines per entry at most, and how many of a group are named: as many of these as fit.
_LINES, _NAMED = 3, (12, 8, 5, 3, 2, 1)


class _Entry(NamedTuple):
    """One entry of the footer: ways to say it, the fullest first."""

    code: str
    error: bool
    waived: bool
    words: tuple[str, ...]


class FooterNote(Protocol):
    """What the footer reads of a finding."""

    @property
    def code(self) -> str:
        """Code of the rule."""
        ...

    @property
    def severity(self) -> str:
        """``error``, ``warning`` or ``advice``."""
        ...

    @property
    def name(self) -> str:
        """Name of the subject."""
        ...

    @property
    def sentence(self) -> str:
        """The rule's message, for rules that the pictures have no shorter words for."""
        ...

    @property
    def measured(self) -> float | None:
        """What was counted."""
        ...

    @property
    def limit(self) -> float | None:
        """What the profile allows."""
        ...

    @property
    def waived(self) -> bool:
        """Whether a waiver covers it."""
        ...

    @property
    def title(self) -> str:
        """The rule's name in words."""
        ...


def draw_findings(pen: Pen, notes: Sequence[FooterNote], left: float, right: float, top: float) -> float:
    """Draw errors and warnings under each other, in two columns where there is room; return the height.

    Advice is counted, not listed: a picture shows what is wrong, the report says everything.
    """
    theme = pen.theme
    entries = _entries(notes, pen.language)
    advice = sum(note.severity == "advice" for note in notes)
    columns = 2 if right - left >= 520 and len(entries) > 1 else 1
    width = (right - left - (columns - 1) * _COLUMN_GAP) / columns
    pill = max((text_width(code, theme.badge, True) + 8 for code in {entry.code for entry in entries}), default=0.0)
    heights = [top] * columns
    for entry in entries:
        code, waived = entry.code, entry.waived
        column = heights.index(min(heights))
        x, y = left + column * (width + _COLUMN_GAP), heights[column]
        ink = theme.muted if waived else theme.bad if entry.error else theme.warn
        pen.box(
            x,
            y,
            pill,
            BADGE_HEIGHT,
            theme.paper if waived else ink,
            ink if waived else None,
            radius=1.8,
            dash=(2.6, 1.6) if waived else (),
            of=f"finding:{code}",
        )
        backdrop = theme.paper if waived else ink
        pen.centred(
            x + pill / 2,
            y + BADGE_HEIGHT / 2,
            code,
            theme.badge,
            bold=True,
            fill=theme.muted if waived else theme.paper,
            backdrop=backdrop,
            of=f"finding:{code}",
        )
        baseline = y + BADGE_HEIGHT / 2 + MIDDLE * theme.legend
        room = width - pill - 6
        words = next((text for text in entry.words if len(wrapped(text, room, theme.legend, lines=_LINES + 1)) <= _LINES), entry.words[-1])
        for line in wrapped(words, room, theme.legend, lines=_LINES):
            pen.text(x + pill + 6, baseline, line, theme.legend, fill=theme.muted if waived else theme.ink, of=f"finding:{code}")
            baseline += _LINE
        heights[column] = baseline - MIDDLE * theme.legend + BADGE_HEIGHT / 2 - _LINE + _BETWEEN
    bottom = max(heights)
    if advice:
        pen.text(left, bottom + 7, phrase(pen.language, "advice", n=advice), theme.legend, fill=theme.muted)
        bottom += 12
    return bottom - top


def sentence(note: FooterNote, language: str) -> str:
    """Return one finding in a short sentence: the picture's own, else the rule's message."""
    if note.code not in TEXTS[language]:
        return note.sentence
    measured = note.measured if note.measured is not None else 0
    return phrase(language, note.code, name=note.name, n=_whole(measured), limit=_whole(note.limit or 0))


def _entries(notes: Sequence[FooterNote], language: str) -> list[_Entry]:
    """Return what the footer lists: errors first, rules in the order of the report, of each rule the worst first, then by name."""
    heavy = [note for note in notes if note.severity in ("error", "warning")]
    order = {code: i for i, code in enumerate(dict.fromkeys(note.code for note in notes))}
    heavy.sort(key=lambda note: (note.waived, note.severity != "error", order[note.code], -_counted(note), note.name.casefold(), note.name))
    found: list[_Entry] = []
    alone = sum(note.severity == "error" and not note.waived for note in heavy) <= _SINGLY
    for (waived, mild, code), same in groupby(heavy, key=lambda note: (note.waived, note.severity != "error", note.code)):
        group = list(same)
        tail = f" ({phrase(language, 'waived')})" if waived else ""
        if len(group) == 1 or (alone and not mild):
            found.extend(_Entry(code, not mild, waived, (sentence(note, language) + tail,)) for note in group)
        else:
            found.append(_Entry(code, not mild, waived, tuple(words + tail for words in _together(group, language))))
    return found


def _together(group: Sequence[FooterNote], language: str) -> Iterator[str]:
    """Put the findings of one rule into one sentence; with a dozen names, then with fewer and fewer."""
    names = [f"{note.name} ({digits(_counted(note), language)})" if _counted(note) > 1 else note.name for note in group]
    key = f"{group[0].code}+"
    for most in sorted({min(len(names), most) for most in _NAMED}, reverse=True):
        rest = [phrase(language, "and_more", n=len(names) - most)] if most < len(names) else []
        yield phrase(
            language,
            key if key in TEXTS[language] else "other+",
            k=len(group),
            limit=_whole(group[0].limit or 0),
            title=group[0].title,
            list=", ".join([*names[:most], *rest]),
        )


def _counted(note: FooterNote) -> int:
    """Return what a finding counted where that says something beside a name, else 0."""
    return int(note.measured or 0) if note.code in ("SQ001", "MB001", "TR001", "MB003") else 0


def _whole(value: float) -> float:
    """Return whole numbers as ``int``, so that they are written without a decimal point."""
    return int(value) if float(value).is_integer() else value
