"""Values that an edit was given, validated as a file would be; refusals carry field names and never values."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import fields
from math import isfinite
from typing import TYPE_CHECKING, Any, Final

from ...errors import EditError
from ..ids import nearest
from ..line import Dependency, Gate, Product, Project, Unit, Waiver
from ..people import Leave, Person, Skill, Training
from ..record import keys_of
from ..seats import Post, Seat
from ..teams import Chapter, DecisionRights, Guild, Squad, Tribe
from .roles import STANDING

if TYPE_CHECKING:
    from pydantic_core import ValidationError

__all__ = ["KIND_OF", "RECORD_OF", "allocation_of", "built", "own", "refusal", "spelled", "validated"]

#: Kind -> class of its records.
RECORD_OF: Final[dict[str, type]] = {
    "person": Person,
    "unit": Unit,
    "tribe": Tribe,
    "squad": Squad,
    "chapter": Chapter,
    "product": Product,
    "project": Project,
    "guild": Guild,
    "skill": Skill,
    "dependency": Dependency,
    "gate": Gate,
    "waiver": Waiver,
}
KIND_OF: Final[dict[type, str]] = {cls: kind for kind, cls in RECORD_OF.items()}
#: Words that may stand in a path of an error: names of fields, never keys that somebody wrote.
_WORDS: Final = frozenset(
    field.name for cls in (*RECORD_OF.values(), Seat, Post, Leave, Training, DecisionRights) for field in fields(cls)
) | {"from", "to"}
_DATES: Final = frozenset({"start", "until", "from", "ready", "expires", "date"})
#: Fields that name people or units: an id, a mapping, or a list of either.
_HELD: Final = frozenset(field for where in STANDING.values() for field in where) | {"unit", "reports_to"}


def built(op: str, cls: type, kind: str, given: Mapping[str, Any]) -> Any:
    """Return a record of these fields; raises EditError for every fault at once."""
    from pydantic_core import ValidationError  # loaded with the first record anyway, not at import

    try:
        return cls(**{name: own(op, kind, value, name) for name, value in given.items()})
    except ValidationError as error:
        raise refusal(op, kind, cls, error) from None


def validated(op: str, kind: str, record: Any, given: Mapping[str, Any]) -> dict[str, Any]:
    """Return validated values of some fields of a record; ``None`` is the value that the field has when nothing is said."""
    cls = type(record)
    known = {field.name for field in fields(cls)}
    required = {"id": record.id} if "id" in known else {}
    fresh = {name: value for name, value in given.items() if value is not None}
    probe = built(op, cls, kind, {**required, **fresh})
    unknown = [name for name in given if name not in known]
    if unknown:
        built(op, cls, kind, {**required, unknown[0]: 0})
    return {name: getattr(probe, name) for name in given}


def spelled(cls: type, given: Mapping[str, Any]) -> dict[str, Any]:
    """Return fields under the names they have in Python: ``from`` is ``start``, or the ``source`` of a dependency."""
    names = {key: name for name, key in keys_of(cls).items()}
    return {names.get(name, name): value for name, value in given.items()}


def own(op: str, kind: str, value: Any, field: str, depth: int = 0) -> Any:
    """Return a copy of what was given, so that changing it later changes no chart; in ``extra`` only what JSON holds."""
    if depth > 64:
        raise EditError(op, f"{field} of this {kind} is nested more than 64 deep")
    if isinstance(value, Mapping):
        return {
            key: own(op, kind, one, "extra" if "extra" in (field, key) else field, depth + 1) if isinstance(key, str) else one
            for key, one in value.items()
        }
    if isinstance(value, list | tuple):
        return [own(op, kind, one, field, depth + 1) for one in value]
    if field == "extra" and not (value is None or isinstance(value, str | bool | int) or (isinstance(value, float) and isfinite(value))):
        raise EditError(op, f"extra of this {kind} holds what JSON cannot", "Give text, numbers, true, false, null, lists or mappings")
    return value


def allocation_of(op: str, value: float | None) -> float | None:
    """Return an allocation; raises EditError outside 0 < allocation ≤ 1."""
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value <= 1:
        raise EditError(op, "the allocation is not a share", "Give a number above 0 and up to 1: the share of the contract hours")
    return float(value)


def refusal(op: str, kind: str, cls: type, error: ValidationError) -> EditError:
    """Return the error for values that are not valid: every faulty field once, and never what was given."""
    own = [field.name for field in fields(cls)]
    best: dict[str, tuple[tuple[int, bool], list[str]]] = {}
    for one in error.errors(include_input=False, include_url=False):
        where, code = one["loc"], one["type"]
        if code == "unexpected_keyword_argument" and len(where) == 1:
            near = nearest(str(where[0]), own, most=1)
            hint = f" (did you mean {near[0]!r}?)" if near else ""
            best[str(where[0])] = ((9, True), [f"there is no field {str(where[0])!r}{hint}"])
            continue
        path = _path(where, own)
        # A union complains once per alternative: the one that came deepest, and said most, is the one that was meant.
        rank = (len(path) + (code == "unexpected_keyword_argument"), code not in _VAGUE)
        text = f"{_written(path)} {_expected(code, one['msg'], path)}"
        known = best.get(str(path[0]))
        if known is None or rank > known[0]:
            best[str(path[0])] = (rank, [text])
        elif rank == known[0] and text not in known[1]:
            known[1].append(text)
    faults = [text for _, texts in best.values() for text in texts]
    return EditError(op, f"this is no valid {kind}: {'; '.join(faults)}")


#: What an alternative of a union says when it was not the one that was meant.
_VAGUE: Final = frozenset({"string_type", "tuple_type", "dataclass_type", "date_type"})


def _path(where: tuple[str | int, ...], own: Collection[str]) -> list[str | int]:
    """Return the part of an error's location that names fields and places, without the names of alternatives."""
    path: list[str | int] = [where[0]] if where[0] in own or where[0] in _WORDS else []
    for part in where[1:]:
        tag = part == "date" and path and path[-1] in _DATES
        if isinstance(part, int) or (part in _WORDS and not tag):
            path.append(part)
    return path or ["a field"]


def _expected(code: str, message: str, path: list[str | int]) -> str:
    """Say what was expected, without the value that was given."""
    if path[-1] in _DATES:
        return "should be a date such as '2027-03-01'"
    if path[0] in _HELD and len(path) <= 2 and code in _VAGUE:
        return "should be an id, a mapping with person (or unit), allocation, from and until, or a list of these"
    if code == "missing":
        return "is missing"
    if code == "unexpected_keyword_argument":
        return "has an unknown key"
    if code == "string_pattern_mismatch":
        return "should carry no control characters and no characters that turn the direction of text"
    if code == "value_error":
        return f"should name {message.removeprefix('Value error, ')}"
    for start in ("Input ", "String ", "Tuple ", "Value "):
        message = message.removeprefix(start)
    return message.removeprefix("input ").replace("dictionary", "mapping").replace("should be a valid string", "should be text")


def _written(path: list[str | int]) -> str:
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path).lstrip(".")
