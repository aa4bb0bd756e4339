"""A repair in words, Dutch and English."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ...errors import UsageError

if TYPE_CHECKING:
    from .repair import Repair

__all__ = ["headline", "told"]

_WORDS: Final = {
    "en": {
        "none": "nothing to repair: the chart is valid",
        "nothing": "nothing here that a repair could change",
        "one": "1 change makes the chart valid",
        "many": "{n} changes make the chart valid",
        "some": "{n} changes; not everything is repaired",
        "proven": "; no repair needs fewer",
        "bound": "; perhaps fewer would do, at least {bound}",
        "left": "left as it is, because people have to decide:",
    },
    "nl": {
        "none": "niets te herstellen: de chart is geldig",
        "nothing": "niets wat een herstel kan veranderen",
        "one": "1 wijziging maakt de chart geldig",
        "many": "{n} wijzigingen maken de chart geldig",
        "some": "{n} wijzigingen; niet alles is hersteld",
        "proven": "; met minder kan het niet",
        "bound": "; misschien kan het met minder, maar met minstens {bound}",
        "left": "ongewijzigd, omdat mensen hierover moeten beslissen:",
    },
}


def headline(fix: Repair, language: str) -> str:
    """Return how many changes were made, and whether fewer could do."""
    words = _WORDS[language]
    n = len(fix.changes)
    if not n:
        return words["nothing"] if fix.remaining else words["none"]
    said = words["some"] if fix.remaining else words["one"] if n == 1 else words["many"]
    return (said + (words["proven"] if fix.proven else words["bound"])).format(n=n, bound=fix.bound)


def told(fix: Repair, language: str) -> str:
    """Return the headline, the changes, and what remains."""
    if language not in _WORDS:
        raise UsageError(f"there is no wording in {language!r}; choose en or nl", language, ("en", "nl"))
    lines = [headline(fix, language), *(f"  {edit.text(language)}" for edit in fix.changes)]
    if fix.remaining:
        lines.append(_WORDS[language]["left"])
        lines += [f"  {f.code} {f.subject}" for f in fix.remaining]
    return "\n".join(lines)
