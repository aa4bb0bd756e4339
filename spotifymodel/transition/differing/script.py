"""The edits that lead from one chart to another, found step by step on the chart as it is by then."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from ...errors import EditError
from ...model.edits import Edit
from ...model.edits.plain import plain
from ...model.edits.validating import RECORD_OF
from ...model.ids import id_key
from ...model.org import Org
from ...model.record import keys_of

__all__ = ["INSIDE", "TOP", "Script", "cleared", "differing", "homes_of", "ids_of", "keys", "references_first"]

#: Kinds of records with an id, such that what is referred to mostly stands before what refers to it.
references_first: Final = ("skill", "unit", "person", "product", "project", "tribe", "chapter", "squad", "guild")
#: Fields of a tribe that hold records of their own.
INSIDE: Final = frozenset({"squads", "chapters"})
#: What stands at the top of a file beside the lists of records.
TOP: Final = ("organisation", "kind", "mode", "profile", "language", "extra")


class Script:
    """A chart on its way, and what was done to it so far.

    Parameters
    ----------
    before, after : Org
        Where the way begins and ends.
    """

    def __init__(self, before: Org, after: Org) -> None:
        self.now = before
        self.after = after
        self.edits: list[Edit] = []

    def do(self, op: str, **args: Any) -> None:
        """Do an edit, and write it down; raises EditError when it cannot be done, and then nothing is written."""
        edit = Edit(op, args)
        self.now = edit.apply(self.now)
        self.edits.append(edit)

    def tries(self, op: str, **args: Any) -> bool:
        """Do an edit if that is possible on the chart as it is now, and tell whether it was."""
        try:
            self.do(op, **args)
        except EditError:
            return False
        return True

    def change(self, kind: str, name: str, fields: dict[str, Any]) -> bool:
        """Give fields of a record the values that they have in the end, if that is possible by now."""
        return self.tries("change", kind=kind, id=name, fields=fields)


def cleared(record: Any, field: str) -> Any:
    """Return the value of a field as an edit says it: ``None`` for what the field holds when nothing is said."""
    value = getattr(record, field)
    return None if value == type(record).__dataclass_fields__[field].default else plain(value)


def differing(old: Any, new: Any) -> dict[str, Any]:
    """Return the fields, under their names in files, in which two records of a kind differ; values as edits hold them."""
    return {
        key: cleared(new, name)
        for name, key in keys(new).items()
        if name not in INSIDE and name != "id" and getattr(old, name) != getattr(new, name)
    }


def keys(record: Any) -> dict[str, str]:
    """Return field name -> key in files of a record."""
    cls: Any = type(record)
    return keys_of(cls)


def homes_of(org: Org, kind: str) -> Iterator[tuple[str | None, Any]]:
    """Yield every record of a kind with the id of its tribe; ``None`` where it stands in none, or could not."""
    if kind == "squad":
        yield from ((None if tribe is None else tribe.id, squad) for tribe, squad in org.all_squads())
    elif kind == "chapter":
        yield from ((None if tribe is None else tribe.id, chapter) for tribe, chapter in org.all_chapters())
    else:
        yield from ((None, record) for record in org.records(kind))


def ids_of(org: Org, kind: str) -> dict[str, str]:
    """Return key -> id of the records of a kind: ids that differ in case or width only are one id."""
    return {id_key(record.id): record.id for record in org.records(kind)}


assert set(references_first) < set(RECORD_OF)
