"""Shortens names to the room there is, without ever dropping a tussenvoegsel, and keeps them unique in a picture.

The ladder is *Femke van der Veen* → *F. van der Veen* → *F. v.d. Veen* → *F. v.d. Ve…*. Where two people would read the
same, both keep more letters of their first names (*An. de Boer*, *Ar. de Boer*); namesakes are numbered.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Final

from .metrics import text_width
from .shortening import shortened

__all__ = ["Labels", "called", "clean", "initials", "ladder"]

#: Small words between first name and surname; lower case.
PARTICLES: Final = frozenset({
    "van", "von", "der", "den", "de", "des", "het", "'t", "’t", "t", "ter", "ten", "te", "tot", "thoe", "op", "in", "aan", "bij",
    "over", "onder", "uit", "voor", "'s", "’s", "la", "le", "les", "du", "da", "do", "dos", "das", "di", "del", "della", "af", "av",
    "zu", "zum", "zur", "und", "e", "y", "el", "al", "bin", "bint", "ibn", "abu", "ben", "st.", "v.d.", "v/d", "vd", "d'",
})  # fmt: skip
#: Particles that are written with a full stop when shortened; the others stay as they are ("de Boer" is short already).
_ABRIDGED: Final = frozenset(["van", "von", "op", "in", "aan", "bij", "over", "onder", "uit", "voor", "tot"])
_QUOTES: Final = "\"'‘’“”„«»(["
_JOINERS: Final = "\u200c\u200d"


def clean(name: str) -> str:
    r"""Return a name on one line without characters that control or reorder text.

    Control characters and line breaks become a space, bidirectional overrides and other invisible format characters
    vanish; the joiners of Persian and of emoji stay. Composed form, so that an accent never floats beside its letter.

    Examples
    --------
    >>> clean("Eva\tde\u202e  Vries\n")
    'Eva de Vries'
    """
    if name.isascii() and name.isprintable() and "  " not in name and name == name.strip():
        return name
    kept = []
    for char in unicodedata.normalize("NFC", name):
        kind = unicodedata.category(char)
        if kind in ("Cc", "Zl", "Zp", "Zs"):
            kept.append(" ")
        elif kind not in ("Cf", "Cs", "Co", "Cn") or char in _JOINERS:
            kept.append(char)
    return " ".join("".join(kept).split())


def called(name: str, otherwise: str) -> str:
    r"""Return a name as it can be drawn, or the id that is given where nothing of the name can be.

    Examples
    --------
    >>> called("Team\tKaas", "kaas"), called("\u202e", "kaas"), called("", "")
    ('Team Kaas', 'kaas', '?')
    """
    return clean(name) or clean(otherwise) or "?"


def _parts(name: str) -> tuple[list[str], list[str], str]:
    """Split a name into given names, particles and the rest of the surname."""
    words = name.split(" ")
    if len(words) < 2 or "," in name:
        return [], [], name
    first = next((i for i, word in enumerate(words[1:-1], 1) if word.lower() in PARTICLES), len(words) - 1)
    last = first
    while last < len(words) - 1 and words[last].lower() in PARTICLES:
        last += 1
    return words[:first], words[first:last], " ".join(words[last:])


def _initial(given: str, letters: int = 1) -> str:
    """Shorten one given name: ``F.``, ``IJ.``, ``A.-M.``; with more letters ``Fe.``."""
    if letters == 1 and "-" in given.strip("-"):
        return "-".join(_initial(part) for part in given.split("-") if part)
    given = given.lstrip(_QUOTES) or given
    if given.endswith(".") and len(given) <= letters + 1:
        return given
    head = "IJ" if letters == 1 and given[:2].upper() == "IJ" else given[:letters]
    return head if len(given) <= len(head) else head + "."


def _abridged(particles: list[str]) -> str:
    """Write particles as short as they are still read: ``van der`` → ``v.d.``, ``in 't`` → ``i.'t``, ``de`` stays."""
    if not particles or particles[0].lower() not in _ABRIDGED:
        return " ".join(particles)
    return "".join(p if p[0] in "'’" else p[0].lower() + "." for p in particles)


def ladder(name: str, letters: int = 1) -> tuple[str, ...]:
    """Return the ways to write a name, longest first.

    Parameters
    ----------
    name : str
        A clean name.
    letters : int
        Letters kept of the first given name.

    Examples
    --------
    >>> ladder("Femke van der Veen")
    ('Femke van der Veen', 'F. van der Veen', 'F. v.d. Veen')
    >>> ladder("Jan Willem de Boer", letters=2)
    ('Jan Willem de Boer', 'Ja.W. de Boer')
    >>> ladder("Cher")
    ('Cher',)
    """
    given, particles, surname = _parts(name)
    if not given:
        return (name,)
    short = _initial(given[0], letters) + "".join(_initial(word) for word in given[1:])
    forms = [name, " ".join([short, *particles, surname]), " ".join(filter(None, [short, _abridged(particles), surname]))]
    return tuple(dict.fromkeys(forms))


def initials(name: str, letters: int = 1) -> str:
    """Return the initials of a name, particles in lower case.

    Examples
    --------
    >>> initials("Femke van der Veen"), initials("Femke van der Veen", 2), initials("Person 0012"), initials("陳大文")
    ('FvdV', 'FevdV', 'P0012', '陳大')
    """
    given, particles, surname = _parts(name)
    if not given:
        return name[: letters + 1]
    tail = surname if surname[:1].isdigit() else surname[:1].upper()
    return given[0][:letters].capitalize() + "".join(p.strip("'’")[:1].lower() for p in particles) + tail


class Labels:
    """Hands out labels that fit and that stand for one person only.

    Parameters
    ----------
    people : mapping of str to str
        Clean name per person id: everybody in the picture.

    Notes
    -----
    Deterministic: a label depends on who is in the picture and on the rooms asked for, never on the order of the people.
    """

    def __init__(self, people: Mapping[str, str]) -> None:
        self._names = dict(people)
        owners: dict[str, set[str]] = defaultdict(set)
        for person, name in self._names.items():
            owners[name].add(person)
        for name, same in owners.items():
            if len(same) > 1:
                for i, person in enumerate(sorted(same), 1):
                    self._names[person] = f"{name}\u00a0({i})"
        self._forms: dict[str, set[str]] = defaultdict(set)
        for person, name in self._names.items():
            for letters in (1, 2, 3):
                for form in ladder(name, letters):
                    self._forms[form].add(person)
        self._cut: dict[str, str] = {}
        self._initials: dict[str, str] = {}

    def name(self, person: str) -> str:
        """Return the full label of a person, numbered where namesakes are in the picture."""
        return self._names[person]

    def candidates(self, person: str) -> Iterator[str]:
        """Yield the unambiguous ways to write somebody, best first."""
        name = self._names[person]
        for letters in (1, 2, 3):
            for form in ladder(name, letters):
                if len(self._forms[form]) == 1:
                    yield form

    def fit(self, person: str, room: float, size: float, bold: bool = False) -> str:
        """Return the longest label of a person that fits ``room`` points."""
        best = ""
        for form in self.candidates(person):
            if text_width(form, size, bold) <= room:
                return form
            best = form if not best or len(form) < len(best) else best
        return self._ellipsis(person, best or self._names[person], room, size, bold)

    def initials(self, person: str) -> str:
        """Return the initials of a person, with as many letters as it takes to be the only one in the picture."""
        if not self._initials:
            self._initials = _distinct_initials(self._names)
        return self._initials[person]

    def _ellipsis(self, person: str, form: str, room: float, size: float, bold: bool) -> str:
        """Cut a form to the room; where the cut is taken by somebody else, number it."""
        form, mark, own = form.partition("\u00a0(")
        tail = mark + own  # the number of a namesake stays
        number = 1
        while True:
            cut = shortened(form, room - (text_width(tail, size, bold) if tail else 0), size, bold) + tail
            if self._cut.setdefault(cut, person) == person and (cut not in self._forms or self._forms[cut] == {person}):
                return cut
            number += 1
            tail = f"{mark}{own} {number}"


def _distinct_initials(names: Mapping[str, str]) -> dict[str, str]:
    """Give everybody initials that nobody else has: more letters of the first name first, then numbers."""
    found: dict[str, str] = {}
    waiting = dict(names)
    for letters in (1, 2, 3):
        groups: dict[str, list[str]] = defaultdict(list)
        for person, name in waiting.items():
            groups[initials(name, letters)].append(person)
        for label, people in groups.items():
            if len(people) == 1 and label not in found.values():
                found[people[0]] = label
                del waiting[people[0]]
    taken = set(found.values())
    for person in sorted(waiting):
        label, number = initials(waiting[person]), 2
        while f"{label}{number}" in taken:
            number += 1
        found[person] = f"{label}{number}"
        taken.add(found[person])
    return found
