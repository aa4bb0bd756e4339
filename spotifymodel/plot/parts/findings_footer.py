"""The findings under a picture: the rule's code in a pill, one sentence each, grouped per rule where there are many."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Protocol

from spotifymodel.plot.metrics import MIDDLE, text_width
from spotifymodel.plot.parts.pen import BADGE_HEIGHT, Pen
from spotifymodel.plot.shortening import wrapped
from spotifymodel.words.pictures import TEXTS, digits, phrase

__all__ = ["FooterNote", "draw_findings", "sentence"]

#: More findings than this are grouped per rule.
_SINGLY = 6
_LINE, _BETWEEN, _COLUMN_GAP = 10.2, 3.6, 24.0


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


def draw_findings(pen: Pen, notes: Sequence[FooterNote], left: float, right: float, top: float) -> float:
    """Draw errors and warnings under each other, in two columns where there is room; return the height.

    Advice is counted, not listed: a picture shows what is wrong, the report says everything.
    """
    theme = pen.theme
    entries = _entries(notes, pen.language)
    advice = sum(note.severity == "advice" for note in notes)
    columns = 2 if right - left >= 520 and len(entries) > 1 else 1
    width = (right - left - (columns - 1) * _COLUMN_GAP) / columns
    pill = max((text_width(code, theme.badge, True) + 8 for code, *_ in entries), default=0.0)
    heights = [top] * columns
    for code, severity, waived, words in entries:
        column = heights.index(min(heights))
        x, y = left + column * (width + _COLUMN_GAP), heights[column]
        ink = theme.muted if waived else theme.bad if severity == "error" else theme.warn
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
        for line in wrapped(words, width - pill - 6, theme.legend, lines=3):
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


def _entries(notes: Sequence[FooterNote], language: str) -> list[tuple[str, str, bool, str]]:
    """Return code, severity, waived and words per line of the footer, errors first."""
    heavy = [note for note in notes if note.severity in ("error", "warning")]
    heavy.sort(key=lambda note: (note.waived, note.severity != "error", note.code))
    found: list[tuple[str, str, bool, str]] = []
    alone = sum(note.severity == "error" and not note.waived for note in heavy) <= _SINGLY
    for (waived, _, code), same in groupby(heavy, key=lambda note: (note.waived, note.severity != "error", note.code)):
        group = list(same)
        severity = group[0].severity
        tail = f" ({phrase(language, 'waived')})" if waived else ""
        if len(group) == 1 or (alone and severity == "error"):
            found.extend((code, severity, waived, sentence(note, language) + tail) for note in group)
        else:
            found.append((code, severity, waived, _together(group, language) + tail))
    return found


def _together(group: Sequence[FooterNote], language: str) -> str:
    """Put the findings of one rule into one sentence, at most a dozen by name."""
    shown = [f"{note.name} ({digits(_counted(note), language)})" if _counted(note) > 1 else note.name for note in group[:12]]
    if len(group) > 12:
        shown.append(phrase(language, "and_more", n=len(group) - 12))
    key = f"{group[0].code}+"
    return phrase(
        language, key if key in TEXTS[language] else "other+", k=len(group), limit=_whole(group[0].limit or 0), list=", ".join(shown)
    )


def _counted(note: FooterNote) -> int:
    """Return what a finding counted where that says something beside a name, else 0."""
    return int(note.measured or 0) if note.code in ("SQ001", "MB001", "TR001", "MB003") else 0


def _whole(value: float) -> float:
    """Return whole numbers as ``int``, so that they are written without a decimal point."""
    return int(value) if float(value).is_integer() else value
