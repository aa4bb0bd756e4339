"""Job titles as people write them, taken for a role of the product management world, a specialism and a rank.

Every reading is a guess with a confidence, never a silent mapping; whoever knows better says so.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final, Literal

from .characters import printable
from .folding import id_key, plain
from .title_words import ABBREVIATIONS, DISCIPLINES, PM_TYPES, ROLES, SENIORITIES
from .wording import Language

__all__ = ["PmType", "TitleReading", "TitleReport", "read_title", "read_titles"]

PmType = Literal["technical", "strategic", "marketing", "manager"]

_WORD = re.compile(r"[a-z0-9]+")
_PM_ROLES: Final[Mapping[str, PmType]] = {"product_marketing_manager": "marketing", "product_management_lead": "manager"}
#: "PM" is as often a project manager; what stands beside it may settle it.
_PM = re.compile(r"\bpm\b")
_AMBIGUOUS: Final = 0.5
#: Roles and types in Dutch; specialisms are ids that a blueprint names, in one language.
_DUTCH: Final[Mapping[str, str]] = {
    "product_manager": "productmanager",
    "product_marketing_manager": "product-marketingmanager",
    "product_management_lead": "manager productmanagement",
    "product_owner": "product owner",
    "project_manager": "projectleider",
    "agile_coach": "agile coach",
    "team_manager": "team- of afdelingsmanager",
    "director": "directeur",
    "support": "ondersteuning",
    "specialist": "specialist",
    "second_line": "tweede lijn",
    "technical": "technisch",
    "strategic": "strategisch",
}


@dataclass(frozen=True, slots=True)
class TitleReading:
    """What a job title was taken for.

    Parameters
    ----------
    title : str
        As written.
    role : str or None
        ``product_manager``, ``project_manager``, ``director``, ``team_manager``, ``specialist``, ``second_line`` …
    pm_type : {"technical", "strategic", "marketing", "manager"} or None
        Type of product manager 1.0; ``None`` for others and where the title does not say.
    discipline : str or None
        Specialism as an id, such as ``back-end``.
    seniority : str or None
        ``junior``, ``medior`` or ``senior``.
    confidence : float
        0 (nothing recognised) to 1 (said by the caller).
    because : tuple of str
        The words that decided, in the title's plain form.
    """

    title: str
    role: str | None = None
    pm_type: PmType | None = None
    discipline: str | None = None
    seniority: str | None = None
    confidence: float = 0.0
    because: tuple[str, ...] = ()


def read_title(title: str, overrides: Mapping[str, TitleReading] | None = None) -> TitleReading:
    """Return what a job title means.

    Parameters
    ----------
    title : str
        Dutch, English or German, abbreviations welcome.
    overrides : mapping of str to TitleReading
        Titles that the caller explains; compared as ids are.

    Returns
    -------
    TitleReading
        With confidence 0 and nothing else where no word is known.

    Examples
    --------
    >>> r = read_title("sr. productmgr hypotheken (tech)")
    >>> r.role, r.pm_type, r.discipline, r.seniority, r.confidence
    ('product_manager', 'technical', 'product', 'senior', 0.9)
    >>> read_title("Teamleider ontwikkeling").role, read_title("hypotheekacceptant").discipline, read_title("PM").confidence
    ('team_manager', 'underwriting', 0.5)
    """
    for known, reading in (overrides or {}).items():
        if id_key(known) == id_key(title):
            return replace(reading, title=title, confidence=1.0, because=("as you said",))
    return _read(title)


@lru_cache(maxsize=4096)
def _read(title: str) -> TitleReading:
    words = _plain_title(title)
    text = " ".join(words)
    ambiguous = bool(_PM.search(text))
    if ambiguous:
        text = _PM.sub("project manager" if re.search(r"project|programm", text) else "product manager", text)
    role = _first(ROLES, text)
    product = role is not None and role[0] in ("product_manager", *_PM_ROLES)
    kind = _first(PM_TYPES, text) if role is not None and role[0] == "product_manager" else None
    discipline = _first(DISCIPLINES, text)
    seniority = next((rank for rank, pattern in SENIORITIES if re.search(pattern, text)), None)
    found = [f for f in (role, kind, discipline) if f is not None]
    if not found:
        return TitleReading(title, seniority=seniority)
    if role is not None and role[0] == "specialist" and discipline is not None:
        found.remove(role)  # whoever has a specialism and leads nobody is a specialist: the specialism says how sure that is
    confidence = min([f[2] for f in found] + ([_AMBIGUOUS] if ambiguous else []) + ([_AMBIGUOUS] if role is None else []))
    return TitleReading(
        title,
        role[0] if role else None,
        (_PM_ROLES.get(role[0]) if role else None) or (_type(kind[0]) if kind and product else None),
        discipline[0] if discipline else "product" if product else None,
        seniority,
        confidence,
        tuple(dict.fromkeys(f[1] for f in found)),
    )


def _plain_title(title: str) -> list[str]:
    """Return the words of a title without accents, abbreviations written out."""
    return [written for word in _WORD.findall(plain(title)) for written in ABBREVIATIONS.get(word, word).split()]


def _first(table: Iterable[tuple[str, str, float]], text: str) -> tuple[str, str, float] | None:
    """Return the meaning, the words that matched and the confidence of the first entry that fits."""
    for meaning, pattern, confidence in table:
        found = re.search(pattern, text)
        if found:
            start, end = text.rfind(" ", 0, found.start() + 1) + 1, text.find(" ", found.end())
            return meaning, text[start : end if end >= 0 else None], confidence
    return None


def _type(name: str) -> PmType:
    assert name in ("technical", "strategic", "marketing")
    return name  # type: ignore[return-value]


@dataclass(frozen=True, slots=True)
class TitleReport:
    """How all titles of a list were read.

    Parameters
    ----------
    readings : mapping of str to TitleReading
        Title -> reading, in the order of first mention.
    counts : mapping of str to int
        How often each title stands in the list.
    language : {"en", "nl"}
    """

    readings: Mapping[str, TitleReading]
    counts: Mapping[str, int]
    language: Language = "en"

    @property
    def unknown(self) -> tuple[str, ...]:
        """Titles of which nothing was recognised."""
        return tuple(title for title, r in self.readings.items() if r.confidence == 0)

    def __str__(self) -> str:
        nl = self.language == "nl"
        lines = ["Functies, zoals gelezen (graag nakijken)" if nl else "Job titles as they were read (please check)"]
        known = sorted((r for r in self.readings.values() if r.confidence), key=lambda r: (r.confidence, r.title))
        wide = max((len(printable(r.title)) for r in known), default=0)
        for r in known:
            words = _DUTCH if nl else {}
            said = ", ".join(words.get(s, s.replace("_", " ")) for s in (r.role, r.pm_type, r.discipline, r.seniority) if s)
            lines.append(f"  {r.confidence:4.0%}  {self.counts[r.title]:>4} ×  {printable(r.title):<{wide}}  → {said}")
        if self.unknown:
            lines.append("Niet herkend" if nl else "Not recognised")
            lines += [f"        {self.counts[t]:>4} ×  {printable(t)}" for t in self.unknown]
        return "\n".join(lines)


def read_titles(titles: Iterable[str], overrides: Mapping[str, TitleReading] | None = None, *, language: Language = "en") -> TitleReport:
    """Return how every title of a list is read, least certain first in its text.

    Examples
    --------
    >>> print(read_titles(["tester", "Vogelaar", "tester"]))
    Job titles as they were read (please check)
       90%     2 ×  tester  → specialist, testing
    Not recognised
               1 ×  Vogelaar
    """
    counts = Counter(t for t in titles if t)
    return TitleReport({title: read_title(title, overrides) for title in counts}, dict(counts), language)
