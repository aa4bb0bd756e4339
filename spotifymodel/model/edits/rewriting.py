"""References of a whole chart, rewritten when something got another id, became part of something else, or is gone."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from ..chart import Chart
from ..ids import split_reference
from .references import DECIDERS, Visit, follow
from .resolving import meanings

__all__ = ["describe", "gone", "qualifying", "renaming", "rewritten"]

Named = tuple[str, str]
"""Kind and id."""

FIELDS = (
    *("people", "units", "tribes", "squads", "chapters", "products", "projects"),
    *("dependencies", "guilds", "waivers"),
)


def rewritten(chart: Chart, visit: Visit, about: Iterable[str]) -> dict[str, Any]:
    """Return the lists of a chart in which a visitor changed references; lists that stay the same are left out.

    Records that lose a reference they cannot be without are gone. Records that did not change are the same objects.
    """
    changed: dict[str, Any] = {}
    kinds = frozenset(about)
    for field in FIELDS:
        old = getattr(chart, field)
        new = [after for record in old if (after := follow(record, visit, kinds)) is not None]
        if len(new) != len(old) or any(a is not b for a, b in zip(old, new, strict=True)):
            changed[field] = tuple(new)
    return changed


def renaming(before: Chart, after: Chart, names: Mapping[Named, str]) -> Visit:
    """Return the visitor that lets references follow when records of one kind have other ids.

    Parameters
    ----------
    before : Chart
        In which references mean what they mean.
    after : Chart
        In which the records carry their new ids: there a bare id must not become ambiguous.
    names : mapping of (kind, id) to id
    """
    kinds_renamed = {kind for kind, _ in names}

    def visit(kinds: tuple[str, ...], reference: str, field: str) -> str:
        if kinds_renamed.isdisjoint(kinds) and len(kinds) == 1:
            return reference
        found = meanings(before, kinds, reference)
        if len(found) != 1:
            return reference  # not ours, or not to be told apart: a waiver for an id that two kinds share
        kind, old = found[0]
        new = names.get((kind, old))
        if len(kinds) == 1:
            return reference if new is None else new
        target = old if new is None else new
        named, _ = split_reference(reference)
        # An ambiguous decider is refused by readers; an ambiguous waiver is not, so one that did not change is left alone.
        if named is None and (new is not None or kinds == DECIDERS) and len(meanings(after, kinds, target)) > 1:
            return f"{kind}:{target}"
        return reference if new is None else f"{kind}:{target}" if named is not None else target

    return visit


def qualifying(before: Chart, after: Chart) -> dict[str, Any]:
    """Return the lists in which references that a new id makes ambiguous have their kind written out."""
    return rewritten(after, renaming(before, after, {}), DECIDERS)


def describe(kind: str, record: Any) -> str:
    """Name a record in a message."""
    if kind == "dependency":
        return f"the dependency of {record.source!r} on {record.target!r}"
    if kind == "waiver":
        return f"the waiver of {record.code} for {record.subject!r}"
    return f"a {kind}" if kind == "gate" else f"{kind} {record.id!r}"


def gone(before: Chart, lost: Collection[Named]) -> Visit:
    """Return the visitor that takes out references to what is gone; a reference that may mean something else stays."""
    kinds_lost = {kind for kind, _ in lost}

    def visit(kinds: tuple[str, ...], reference: str, field: str) -> str | None:
        if kinds_lost.isdisjoint(kinds):
            return reference
        found = meanings(before, kinds, reference)
        return None if found and all(one in lost for one in found) else reference

    return visit
