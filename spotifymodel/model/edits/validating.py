"""Values that an edit was given, validated as a file would be; refusals carry field names and never values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any, Final

from pydantic import ValidationError

from ...errors import EditError
from ..ids import nearest
from ..line import Dependency, Gate, Product, Project, Unit, Waiver
from ..people import Leave, Person, Skill, Training
from ..seats import Post, Seat
from ..teams import Chapter, DecisionRights, Guild, Squad, Tribe

__all__ = ["KIND_OF", "RECORD_OF", "allocation_of", "built", "refusal", "spelled", "validated"]

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


def built(op: str, cls: type, kind: str, given: Mapping[str, Any]) -> Any:
    """Return a record of these fields; raises EditError for every fault at once."""
    try:
        return cls(**given)
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
    names = {"from": "source", "to": "target"} if cls is Dependency else {"from": "start"}
    return {names.get(name, name): value for name, value in given.items()}


def allocation_of(op: str, value: float | None) -> float | None:
    """Return an allocation; raises EditError outside 0 < allocation ≤ 1."""
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value <= 1:
        raise EditError(op, "the allocation is not a share", "Give a number above 0 and up to 1: the share of the contract hours")
    return float(value)


def refusal(op: str, kind: str, cls: type, error: ValidationError) -> EditError:
    """Return the error for values that are not valid: every faulty field once, and never what was given."""
    found: dict[str, tuple[int, str]] = {}
    for one in error.errors(include_input=False, include_url=False):
        path = [part for part in one["loc"] if isinstance(part, int) or part in _WORDS]
        if one["type"] == "unexpected_keyword_argument":
            name = str(one["loc"][-1])
            near = nearest(name, [field.name for field in fields(cls)], most=1) if len(one["loc"]) == 1 else ()
            hint = f" (did you mean {near[0]!r}?)" if near else ""
            text = f"has no field {name!r}{hint}" if len(one["loc"]) == 1 else "has an unknown key"
            path = path if len(one["loc"]) > 1 else []
        else:
            text = _expected(one["type"], one["msg"], path)
        head = str(path[0]) if path else text
        # A union complains once per alternative: the one that came deepest is the one that was meant.
        if head not in found or len(path) > found[head][0]:
            found[head] = (len(path), f"{_written(path)} {text}".strip() if path else text)
    return EditError(op, f"this {kind} {'; '.join(text for _, text in found.values())}")


def _expected(code: str, message: str, path: list[Any]) -> str:
    """Say what was expected, without the value that was given."""
    if path and path[-1] in _DATES:
        return "should be a date such as '2027-03-01'"
    if code == "missing":
        return "is missing"
    if code == "string_pattern_mismatch":
        return "should carry no control characters and no characters that turn the direction of text"
    if code == "value_error":
        return f"should name {message.removeprefix('Value error, ')}"
    for start in ("Input ", "String ", "Tuple ", "Value "):
        message = message.removeprefix(start)
    return message.replace("dictionary", "mapping")


def _written(path: list[Any]) -> str:
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path).lstrip(".")
