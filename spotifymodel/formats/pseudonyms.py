"""A chart with pseudonyms instead of people: for sharing a report or a picture."""

from __future__ import annotations

from typing import Any

from ..model.ids import id_key, split_reference
from ..model.org import Org
from ..model.source import Source
from .document import org_from_tree, tree_from_org

__all__ = ["pseudonym_of", "pseudonymised"]

#: Keys under which people are named.
_HELD = frozenset(
    {
        *("lead", "members", "product_owner", "agile_coaches", "support", "management_team", "manager", "coordinator"),
        *("steered_by", "compliance", "review_owner", "reports_to", "owner"),
    }
)
#: What says who somebody is, besides their name.
_TELLING = ("name", "extra", "leave", "training")


def pseudonymised(org: Org, key: bytes) -> Org:
    """Return the chart with a pseudonym for every person, as id and as name.

    Parameters
    ----------
    org : Org
    key : bytes
        Secret of the keyed hash. The same key gives the same pseudonyms, so that reports can be compared; without the key
        nobody can find out who is who by trying names.

    Returns
    -------
    Org
        The same chart: teams, units, products keep their names. Names, leave, training and ``extra`` of people are left
        out, and places point into the file without showing its lines. Free texts (missions, reasons) stay as they are.
    """
    tree = tree_from_org(org)
    known = {id_key(p["id"]): pseudonym_of(p["id"], key) for p in tree["people"]}
    for person in tree["people"]:
        for field in _TELLING:
            person.pop(field, None)
        person["id"] = known[id_key(person["id"])]
    renamed = {name: _renamed(value, name, known) for name, value in tree.items()}
    return org_from_tree(renamed, _silent(org.source))


def pseudonym_of(person: str, key: bytes) -> str:
    """Return the pseudonym of somebody's id; spellings of one id have one.

    Examples
    --------
    >>> pseudonym_of("Anna ", b"secret") == pseudonym_of("anna", b"secret")
    True
    """
    from hashlib import blake2b

    return f"person-{blake2b(id_key(person).encode(), key=key[:64], digest_size=5).hexdigest()}"


def _renamed(value: Any, under: str, known: dict[str, str]) -> Any:
    """Replace people's ids wherever the file format names people."""
    if isinstance(value, dict):
        return {k: _renamed(v, "person" if k == "person" else k, known) for k, v in value.items()}
    if isinstance(value, list):
        return [_renamed(v, under, known) for v in value]
    if isinstance(value, str):
        kind, rest = split_reference(value)
        if under in _HELD or under == "person":
            return known.get(id_key(rest if kind == "person" else value), value)
        if under in ("subject", "priority", "scope", "budget") and kind in (None, "person"):
            return known.get(id_key(rest), value)
    return value


def _silent(source: Source | None) -> Source | None:
    """Return the same places without the lines of the file, which hold names."""
    return None if source is None else Source(source.file, source.place_of_path, locate_key=source.place_of_key)
