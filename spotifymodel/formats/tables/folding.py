"""When two texts of a list mean the same: column names, names of people, and ids made from names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from ...model.ids import id_key

__all__ = ["Slugs", "id_key", "name_key", "plain", "slug", "squeeze", "words_of"]

#: Letters that Unicode does not take apart into a base letter and a mark.
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ŧ": "t", "ħ": "h"})
_NOT_WORD = re.compile(r"[\W_]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")

#: Ids made from names stay short enough to type.
_SLUG_LENGTH = 80


def plain(text: str) -> str:
    """Return a text in small letters without accents and invisible characters.

    Examples
    --------
    >>> plain("Özdemir, AYŞE"), plain("Nguyễn"), plain("Straße")
    ('ozdemir, ayse', 'nguyen', 'strasse')
    """
    if text.isascii():
        return text.lower()
    text = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    return "".join(c for c in text if unicodedata.category(c) not in ("Mn", "Cf")).translate(_LETTERS)


def squeeze(text: str) -> str:
    """Return only the letters and digits of a column name, so that spelling does not matter.

    Examples
    --------
    >>> squeeze("Pers.nr."), squeeze("first_name"), squeeze("E-mailadres"), squeeze("Straße 1")
    ('persnr', 'firstname', 'emailadres', 'strasse1')
    """
    return _NOT_WORD.sub("", plain(text))


def words_of(text: str) -> list[str]:
    """Return the words of a column name, also where they are joined by capitals or underscores.

    Examples
    --------
    >>> words_of("BirthDate"), words_of("salaris_bruto (EUR)")
    (['birth', 'date'], ['salaris', 'bruto', 'eur'])
    """
    return [w for w in _NOT_WORD.split(plain(_CAMEL.sub(" ", text))) if w]


def name_key(name: str) -> str:
    """Return the form in which names of people are compared: no accents, no case, "Vries, Anna de" turned round.

    Examples
    --------
    >>> name_key("Vries, Anna de") == name_key("Anna de  Vriés")
    True
    """
    last, comma, first = name.partition(",")
    if comma and "," not in first and first.strip():
        given = first.split()
        # the small words after a first name belong before the surname: "Vries, Anna de"
        split = next((k for k, word in enumerate(given) if k and word.islower()), len(given))
        name = " ".join([*given[:split], *given[split:], last])
    return " ".join(_NOT_WORD.sub(" ", plain(name)).split())


def slug(name: str) -> str:
    """Return an id made from a name; empty where nothing of the name can stand in an id.

    Examples
    --------
    >>> slug("Rente & rentemiddeling"), slug("Ayşe Kaya"), slug("ﺳﺎﺭﺓ"), slug("🙂")
    ('rente-rentemiddeling', 'ayse-kaya', 'سارة', '')
    """
    return _NOT_WORD.sub("-", plain(name)).strip("-")[:_SLUG_LENGTH].rstrip("-")


class Slugs:
    """Ids of one kind, each handed out once.

    Parameters
    ----------
    taken : iterable of str
        Ids that stand in the list and therefore cannot be given to others.

    Examples
    --------
    >>> ids = Slugs(["anna"])
    >>> ids.new("Anna"), ids.new("Anna"), ids.new("🙂", "row-7")
    ('anna-2', 'anna-3', 'row-7')
    """

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = {id_key(i) for i in taken}
        self._next: dict[str, int] = {}

    def take(self, wanted: str) -> bool:
        """Reserve an id as it is; tell whether it was free."""
        free = id_key(wanted) not in self._taken
        self._taken.add(id_key(wanted))
        return free

    def new(self, name: str, otherwise: str = "x") -> str:
        """Return a free id made from a name, numbered from 2 where the plain one is taken."""
        base = slug(name) or otherwise
        if self.take(base):
            return base
        n = self._next.get(base, 2)
        while not self.take(f"{base}-{n}"):
            n += 1
        self._next[base] = n + 1
        return f"{base}-{n}"
