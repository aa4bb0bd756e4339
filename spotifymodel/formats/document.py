"""Between a chart and its document: the plain tree of dicts and lists that YAML and JSON files hold."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from itertools import chain
from operator import attrgetter
from typing import Any, Final, NamedTuple

from pydantic_core import ValidationError

from ..errors import InputRefusedError, Place, Trouble
from ..graph.index import index_of
from ..model.ids import nearest
from ..model.org import Org
from ..model.record import keys_of, validator_of
from ..model.source import Path, Source

__all__ = ["FORMAT", "holds_extra", "org_from_tree", "tree_from_org"]

FORMAT: Final = "spotifymodel/1"
#: Roles that one person usually holds: written as an id, not as a list of one.
SINGLE: Final = frozenset({"product_owner", "lead", "manager", "coordinator", "review_owner"})


def org_from_tree(tree: Any, source: Source | None = None, *, plain: bool = False) -> Org:
    """Return the chart that a document holds.

    Parameters
    ----------
    tree : object
        What a reader made of a file: dicts, lists, text, numbers, booleans, ``None``.
    source : Source, optional
        Where it came from; the chart keeps it for the places of findings.
    plain : bool
        That no text in it can hold a forbidden character, which is then not looked for again text by text.

    Raises
    ------
    InputRefusedError
        With every fault: unknown keys, wrong types, values out of range, undeclared or ambiguous references, ids declared
        twice, reversed intervals, circles in the line.
    """
    body = _head(tree, source)
    try:
        org: Org = validator_of(Org, plain).validate_python(body, by_alias=True, by_name=False)
    except ValidationError as err:
        from .refusing import troubles_of  # only faulty input pays for it

        raise InputRefusedError([*troubles_of(err, body, source), *_further(err, body, source)], _file(source)) from None
    org = org.with_source(source)
    index_of(org)
    return org


def _further(err: ValidationError, body: dict[str, Any], source: Source | None) -> tuple[Trouble, ...]:
    """Return what else is wrong with the references of a document that already has faults of its own.

    The faulty values are left out and the rest is read again; not where a faulty record would leave other records dangling.
    """
    from .refusing import without_faults

    rest = without_faults(err, body)
    if rest is None:
        return ()
    try:
        index_of(validator_of(Org).validate_python(rest, by_alias=True, by_name=False).with_source(source))
    except ValidationError:
        return ()
    except InputRefusedError as more:
        return more.troubles
    return ()


def _head(tree: Any, source: Source | None) -> dict[str, Any]:
    """Check the format line and what a document cannot do without; return the rest."""
    if not isinstance(tree, dict):
        what = "nothing" if tree is None else "a list" if isinstance(tree, list) else "a single value"
        raise _refused(
            source,
            (),
            f"the document holds {what}",
            "wrong-type",
            f"a mapping with format: {FORMAT} and people",
            "`spotifymodel init` writes one",
        )
    found: list[Trouble] = []
    version = tree.get("format")
    if "format" not in tree:
        near = nearest("format", (k for k in tree if isinstance(k, str)))
        fix = f"did you write {near[0]!r} for it?" if near else f"add the line format: {FORMAT}"
        found.append(_trouble(source, (), "the format line is missing", "missing", f"format: {FORMAT}", fix))
    elif version != FORMAT:
        given = f"the format is {version!r}" if isinstance(version, str) else "the format is no text"
        kind = "blueprint" if isinstance(version, str) and "blueprint" in version else "format"
        fix = "A blueprint belongs in --blueprint of propose" if kind == "blueprint" else "A newer file needs a newer spotifymodel"
        found.append(_trouble(source, ("format",), given, "format", FORMAT, fix))
    if "people" not in tree and (version == FORMAT or "format" not in tree):
        near = nearest("people", (k for k in tree if isinstance(k, str)))
        fix = f"did you write {near[0]!r} for it?" if near else "add people: [] if there are none yet"
        found.append(_trouble(source, (), "the list of people is missing", "missing", "people: [...]", fix))
    if found and version == FORMAT:
        body = {"people": [], **{k: v for k, v in tree.items() if k != "format"}}
        try:
            validator_of(Org).validate_python(body, by_alias=True, by_name=False)
        except ValidationError as err:
            from .refusing import troubles_of

            found += troubles_of(err, body, source)
    if found:
        raise InputRefusedError(found, _file(source))
    return {k: v for k, v in tree.items() if k != "format"}


def _file(source: Source | None) -> str | None:
    return None if source is None else source.file


def _trouble(source: Source | None, path: Path, message: str, kind: str, expected: str, fix: str) -> Trouble:
    place = source.place_of_path(path) if source is not None else None
    return Trouble(message, place or Place(), expected, fix, kind)


def _refused(source: Source | None, path: Path, message: str, kind: str, expected: str, fix: str) -> InputRefusedError:
    return InputRefusedError([_trouble(source, path, message, kind, expected, fix)], _file(source))


def holds_extra(org: Org) -> bool:
    """Tell whether a chart holds anything under ``extra``, the one place in which anything may stand."""
    tops = (org.people, org.units, org.tribes, org.squads, org.chapters, org.products, org.projects)
    rest = (org.dependencies, org.guilds, org.gates, org.waivers, *(t.squads for t in org.tribes), *(t.chapters for t in org.tribes))
    return bool(org.extra) or any(map(attrgetter("extra"), chain.from_iterable((*tops, *rest))))


class _Field(NamedTuple):
    attribute: str
    key: str
    default: Any


@cache
def _fields_of(record: Any) -> tuple[_Field, ...]:
    keys = keys_of(record)
    return tuple(_Field(f.name, keys[f.name], f.default) for f in fields(record))


def tree_from_org(org: Org) -> dict[str, Any]:
    """Return the document of a chart: ``org_from_tree(tree_from_org(org)) == org``, always.

    Keys stand in a fixed order, values that say nothing (defaults) are left out, whole numbers are written whole.
    """
    return {"format": FORMAT, **_record(org, always=("people",))}


def _record(record: Any, always: tuple[str, ...] = ()) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for attribute, key, default in _fields_of(record.__class__):
        value = getattr(record, attribute)
        if key not in always and (value is default or value == default):
            continue
        found[key] = _value(value, single=key in SINGLE)
    return found


def _value(value: Any, single: bool = False) -> Any:
    if isinstance(value, tuple | list):
        items = [_value(v) for v in value]
        return items[0] if single and len(items) == 1 else items
    if isinstance(value, float):
        return int(value) if value.is_integer() else value
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {k: _value(v) for k, v in value.items()}
    if is_dataclass(value):
        return _record(value)
    return value
