"""A difference in words, Dutch and English."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, Final

from ...errors import UsageError
from .table import joined

if TYPE_CHECKING:
    from .difference import Difference

__all__ = ["FIELD_WORDS", "STATUS_WORDS", "WORDS", "summary", "told"]

FIELD_WORDS: Final[dict[str, dict[str, Any]]] = {
    "en": {
        "unit": "unit",
        "tribes": "tribes",
        "squads": "squads",
        "roles": "roles",
        "chapters": "chapter",
        "line_managers": "line manager",
        "allocation": "allocation",
    },
    "nl": {
        "unit": "afdeling",
        "tribes": "tribes",
        "squads": "squads",
        "roles": "rollen",
        "chapters": "chapter",
        "line_managers": "lijnmanager",
        "allocation": "inzet",
    },
}
STATUS_WORDS: Final[dict[str, dict[str, Any]]] = {
    "en": {"new": "new", "gone": "gone", "changed": "changed"},
    "nl": {"new": "nieuw", "gone": "weg", "changed": "veranderd"},
}
WORDS: Final[dict[str, dict[str, Any]]] = {
    "en": {"none": "nothing changed", "person": ("person", "people"), "edit": ("edit", "edits")},
    "nl": {"none": "niets veranderd", "person": ("persoon", "personen"), "edit": ("bewerking", "bewerkingen")},
}
INDENT: Final = "  "


def told(difference: Difference, language: str) -> str:
    """Return who changed how, then what has to be done."""
    if language not in WORDS:
        raise UsageError(f"there is no wording in {language!r}; choose en or nl", language, ("en", "nl"))
    if not difference:
        return str(WORDS[language]["none"])
    lines = []
    if difference.people:
        lines.append(summary(difference, language))
    for one in difference.people:
        status = "" if one.status == "changed" else f" ({STATUS_WORDS[language][one.status]})"
        lines.append(f"{INDENT}{one.person}{status}")
        for name in one.fields:
            was, now = (joined(getattr(place, name)) or "–" for place in (one.before, one.after))
            shown = now if one.status == "new" else was if one.status == "gone" else f"{was} → {now}"
            lines.append(f"{INDENT * 2}{FIELD_WORDS[language][name]}: {shown}")
    lines.append(_counted(len(difference.changes), "edit", language))
    lines += [f"{INDENT}{edit.text(language)}" for edit in difference.changes]
    return "\n".join(lines)


def summary(difference: Difference, language: str) -> str:
    """Return how many people changed, and how: ``3 people: 1 new, 2 changed``."""
    count: Counter[str] = Counter(one.status for one in difference.people)
    parts = [f"{count[status]} {word}" for status, word in STATUS_WORDS[language].items() if count[status]]
    return f"{_counted(len(difference.people), 'person', language)}: {', '.join(parts)}"


def _counted(n: int, word: str, language: str) -> str:
    one, many = WORDS[language][word]
    return f"{n} {one if n == 1 else many}"
