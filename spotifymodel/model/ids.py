"""Ids: how they are compared, and how a reference names its kind."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Sequence

from ..errors import NotFoundError, UsageError

__all__ = ["KINDS", "collide", "id_key", "nearest", "not_found", "not_text", "split_reference"]

#: Kinds of things that carry an id. A chart may use one id for things of different kinds.
KINDS = ("person", "unit", "tribe", "squad", "chapter", "product", "project", "guild", "skill")


def id_key(text: str) -> str:
    r"""Return the form in which ids are compared: NFKC, casefolded, without format characters, spaces collapsed.

    Examples
    --------
    >>> id_key("  Hypotheek\u200b-App ") == id_key("hypotheek-app")
    True
    """
    if not text.isascii():
        text = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
        text = "".join(c for c in text if unicodedata.category(c) != "Cf")
    return " ".join(text.lower().split())


def collide(ids: Sequence[str], distinct: Collection[str]) -> bool:
    """Tell whether two of some ids are one, as ids are compared, or one has no visible character.

    One pass over one text where all ids are their own keys.

    Parameters
    ----------
    ids : sequence of str
    distinct : collection of str
        The ids without repetitions, whose length tells whether any is spelled alike.

    Examples
    --------
    >>> collide(["anna", "Anna"], {"anna", "Anna"}), collide(["anna", "ben"], {"anna", "ben"})
    (True, False)
    """
    if len(distinct) != len(ids):
        return True
    joined = "\n".join(ids)
    spaced = "  " in joined or " \n" in joined or "\n " in joined or joined.strip(" ") != joined
    if joined.isascii() and joined.lower() == joined and not spaced:
        return False
    keys = set(map(id_key, ids))
    return len(keys) != len(ids) or "" in keys


def split_reference(text: str) -> tuple[str | None, str]:
    """Split ``squad:hypotheek-app`` into kind and id; the kind is ``None`` where none is named.

    Examples
    --------
    >>> split_reference("squad:hypotheek-app"), split_reference("anna")
    (('squad', 'hypotheek-app'), (None, 'anna'))
    """
    kind, colon, rest = text.partition(":")
    return (kind, rest) if colon and kind in KINDS and rest else (None, text)


def nearest(wanted: str, known: Iterable[str], most: int = 3) -> tuple[str, ...]:
    """Return up to ``most`` known ids that resemble the one wanted, best first; looks at the first 20 000."""
    by_key: dict[str, str] = {}
    for one in known:
        by_key.setdefault(id_key(one), one)
        if len(by_key) >= 20_000:
            break
    from difflib import get_close_matches  # only misses pay for it

    close = get_close_matches(id_key(wanted), by_key, n=most, cutoff=0.6)
    return tuple(by_key[k] for k in close)


def not_found(kind: str, wanted: str, known: Iterable[str]) -> NotFoundError:
    """Return the error for a miss, with "did you mean"."""
    return NotFoundError(kind, wanted, nearest(wanted, known))


def not_text(kind: str, wanted: object) -> UsageError:
    """Return the error for an id that is no text; most often a record was given where its id belongs."""
    its = getattr(wanted, "id", None)
    hint = f"; give its id: {its!r}" if isinstance(its, str) else ""
    return UsageError(f"the id of a {kind} is text, not {type(wanted).__name__}{hint}")
