"""The findings under a picture: the rule's code in a pill, one sentence each, grouped per rule where there are many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final, Literal, NamedTuple, Protocol, TypeAlias

from spotifymodel.plot.metrics import MIDDLE, text_width
from spotifymodel.plot.parts.pen import BADGE_HEIGHT, Pen
from spotifymodel.plot.shortening import wrapped
from spotifymodel.words.pictures import TEXTS, digits, phrase

__all__ = ["FooterNote", "draw_findings", "draw_pill", "sentence"]

Pill: TypeAlias = Literal["error", "warning", "waived"]

#: More findings than this are grouped per rule.
_SINGLY = 6
_LINE, _BETWEEN, _COLUMN_GAP = 10.2, 3.6, 24.0
#: Lines per entry at most, and how many of a group are named: as many of these as fit.
_COUNTED: Final[tuple[Pill, ...]] = ("error", "warning")
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
        draw_pill(
            pen, x, y + BADGE_HEIGHT / 2, pill, code, "waived" if waived else "error" if entry.error else "warning", f"finding:{code}"
        )
        baseline = y + BADGE_HEIGHT / 2 + MIDDLE * theme.legend
        room = width - pill - 6
        words = next((text for text in entry.words if len(wrapped(text, room, theme.legend, lines=_LINES + 1)) <= _LINES), entry.words[-1])
        for line in wrapped(words, room, theme.legend, lines=_LINES):
            pen.text(x + pill + 6, baseline, line, theme.legend, fill=theme.muted if waived else theme.ink, of=f"finding:{code}")
            baseline += _LINE
        heights[column] = baseline - MIDDLE * theme.legend + BADGE_HEIGHT / 2 - _LINE + _BETWEEN
    return max(heights) + _draw_counts(pen, notes, advice, left, right, max(heights)) - top


def draw_pill(pen: Pen, x: float, middle: float, width: float, letters: str, kind: Pill, of: str = "") -> None:
    """Draw the pill of a finding: filled for an error, framed for a warning, dashed for a waived one; so colour is not all there is."""
    theme = pen.theme
    ground, ink, edge = {
        "error": (theme.bad, theme.paper, None),
        "warning": (theme.warn_tint, theme.warn, theme.warn),
        "waived": (theme.paper, theme.muted, theme.muted),
    }[kind]
    dash = (2.6, 1.6) if kind == "waived" else ()
    pen.box(x, middle - BADGE_HEIGHT / 2, width, BADGE_HEIGHT, ground, edge, radius=1.8, dash=dash, of=of)
    pen.centred(x + width / 2, middle, letters, theme.badge, bold=True, fill=ink, backdrop=ground, of=of)


def _draw_counts(pen: Pen, notes: Sequence[FooterNote], advice: int, left: float, right: float, top: float) -> float:
    """Say how many errors and warnings there are, with the pill of each, and how much advice; return the height."""
    theme, x, y = pen.theme, left, top + 3
    parts: list[tuple[Pill | None, str, str]] = []
    for kind in _COUNTED:
        count = sum(note.severity == kind and not note.waived for note in notes)
        if count:
            parts.append((kind, digits(count, pen.language), phrase(pen.language, f"{kind}s", n=count)))
    if advice:
        parts.append((None, "", phrase(pen.language, "advice", n=advice)))
    for sign, number, words in parts:
        pill = text_width(number, theme.badge, True) + 8
        length = (pill + 4 if sign else 0.0) + text_width(words, theme.legend)
        if x > left and x + length > right:
            x, y = left, y + 12
        if sign:
            draw_pill(pen, x, y + 4.4, pill, number, sign)
            x += pill + 4
        x += pen.text(x, y + 4.4 + MIDDLE * theme.legend, words, theme.legend, fill=theme.muted) + 12
    return y + 12 - top if parts else 0.0


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
