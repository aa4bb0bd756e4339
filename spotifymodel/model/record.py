"""What a record is: a frozen, slotted dataclass whose fields carry a schema for pydantic's core.

Pydantic's own dataclasses do the same, at the price of importing pydantic (about 90 ms, nine times a bare interpreter)
and of deriving schemas at start-up. Here the schema of a field is plain data, and only the validator that is needed is
built, when it is needed. Values are checked by the same compiled code, in files and in Python alike.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, Final, TypeVar, dataclass_transform

if TYPE_CHECKING:
    from pydantic_core import SchemaValidator

__all__ = ["Schema", "keys_of", "record", "schema_of", "validator_of", "value"]

#: A core schema, as data.
Schema = dict[str, Any]
T = TypeVar("T")

#: What every record promises: unknown keys refused, no NaN or infinity.
_CONFIG: Final = {"extra_fields_behavior": "forbid", "allow_inf_nan": False, "validate_by_name": True, "validate_by_alias": True}


def value(schema: Schema, *, default: Any = dataclasses.MISSING, key: str | None = None) -> Any:
    """Declare a field: its schema, its default, and its key in files where that differs from its name."""
    return dataclasses.field(default=default, metadata={"schema": schema, "key": key})


@dataclass_transform(frozen_default=True, field_specifiers=(value,))
def record(cls: type[T] | None = None, *, slots: bool = True, eq: bool = True, repr: bool = True) -> Any:  # noqa: A002
    """Make a class a record: immutable, compared by value, checked when it is made.

    Parameters
    ----------
    slots : bool
        Whether instances have slots only; charts keep what is derived from them and have none.
    eq, repr : bool
        Whether the record compares and shows itself by its fields; ``False`` where the class does so in its own way.

    Notes
    -----
    One set of methods serves all records. The dataclass machinery would write seven functions for each, which takes more
    than a millisecond a class at every start.
    """

    def make(plain: type[T]) -> type[T]:
        made = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots)(plain)
        methods: dict[str, Any] = {"__init__": _checked, "__setattr__": _refuse_setting, "__delattr__": _refuse_deleting}
        if eq:
            methods |= {"__eq__": _equal, "__hash__": _hashed}
        if repr:
            methods["__repr__"] = _shown
        if slots:
            methods |= {"__getstate__": _state, "__setstate__": _restore}
        for name, method in methods.items():
            setattr(made, name, method)
        return made

    return make if cls is None else make(cls)


def _checked(self: object, *args: Any, **kwargs: Any) -> None:
    """Make a record of values; raises ``pydantic_core.ValidationError`` where one does not fit its field."""
    from pydantic_core import ArgsKwargs

    validator_of(type(self)).validate_python(ArgsKwargs(args, kwargs), self_instance=self)


def _values(self: Any) -> tuple[Any, ...]:
    return tuple(getattr(self, name) for name in self.__dataclass_fields__)


def _equal(self: Any, other: object) -> Any:
    if self is other:
        return True
    return _values(self) == _values(other) if type(other) is type(self) else NotImplemented


def _hashed(self: Any) -> int:
    # A mapping counts by its keys: equal records hash alike, whatever stands under `extra`.
    return hash(tuple(frozenset(v) if isinstance(v, dict) else v for v in _values(self)))


def _shown(self: Any) -> str:
    inside = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__dataclass_fields__)
    return f"{type(self).__qualname__}({inside})"


def _refuse_setting(self: object, name: str, _value: object) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot assign to {name!r}: records are immutable, an edit returns a new chart")


def _refuse_deleting(self: object, name: str) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot delete {name!r}: records are immutable, an edit returns a new chart")


def _state(self: object) -> tuple[Any, ...]:
    return _values(self)


def _restore(self: Any, state: tuple[Any, ...]) -> None:
    for name, one in zip(self.__dataclass_fields__, state, strict=True):
        object.__setattr__(self, name, one)


@cache
def keys_of(cls: Any) -> dict[str, str]:
    """Return field name -> key in files, in the order of the fields."""
    return {f.name: f.metadata["key"] or f.name for f in dataclasses.fields(cls)}


def validator_of(cls: type, plain: bool = False) -> SchemaValidator:
    """Return the validator of a record class; built on first use, kept from then on.

    Parameters
    ----------
    cls : type
    plain : bool
        For values whose texts are known to hold no forbidden character: patterns of characters are left out, which is a fifth
        of the time.
    """
    found = _validators.get((cls, plain))
    if found is None:
        from pydantic_core import SchemaValidator

        schema = schema_of(cls)
        found = _validators[cls, plain] = SchemaValidator(_of_plain_texts(schema) if plain else schema)
    return found


_validators: dict[tuple[type, bool], SchemaValidator] = {}


def _of_plain_texts(schema: Any) -> Any:
    """Return a schema without the patterns that say which characters a text may hold."""
    if isinstance(schema, list):
        return [_of_plain_texts(inner) for inner in schema]
    if not isinstance(schema, dict):
        return schema
    if schema.get("metadata", {}).get("characters"):
        return {key: inner for key, inner in schema.items() if key != "pattern"}
    return {key: inner if key in ("default", "metadata") else _of_plain_texts(inner) for key, inner in schema.items()}


def schema_of(cls: type) -> Schema:
    """Return the core schema of a record class: every record inside it once, by reference."""
    inside: dict[type, Schema] = {}
    for one in _inside(cls, set()):
        inside[one] = _dataclass_schema(one)
    return {"type": "definitions", "schema": _reference(cls), "definitions": list(inside.values())}


def nested(cls: type) -> Schema:
    """Return the schema of a field that holds a record."""
    return {"type": "definition-ref", "schema_ref": cls.__name__, "metadata": {"record": cls}}


def _reference(cls: type) -> Schema:
    return {"type": "definition-ref", "schema_ref": cls.__name__}


def _inside(cls: Any, seen: set[type]) -> Iterator[type]:
    """Yield a record class and every record class that its fields can hold."""
    if cls in seen:
        return
    seen.add(cls)
    for field in dataclasses.fields(cls):
        for other in _named(field.metadata["schema"]):
            yield from _inside(other, seen)
    yield cls


def _named(schema: Any) -> Iterator[type]:
    if isinstance(schema, dict):
        named = schema.get("metadata", {}).get("record") if schema.get("type") == "definition-ref" else None
        if named is not None:
            yield named
        for inner in schema.values():
            yield from _named(inner)
    elif isinstance(schema, list | tuple):
        for inner in schema:
            yield from _named(inner)


def _dataclass_schema(cls: Any) -> Schema:
    fields = dataclasses.fields(cls)
    post_init: Callable[[Any], None] | None = getattr(cls, "__post_init__", None)
    return {
        "type": "dataclass",
        "cls": cls,
        "ref": cls.__name__,
        "schema": {"type": "dataclass-args", "dataclass_name": cls.__name__, "fields": [_field_schema(f) for f in fields]},
        "fields": [f.name for f in fields],
        "post_init": post_init is not None,
        "frozen": True,
        "slots": "__slots__" in cls.__dict__,
        "config": {**_CONFIG, "title": cls.__name__},
    }


def _field_schema(field: dataclasses.Field[Any]) -> Schema:
    schema: Schema = field.metadata["schema"]
    if field.default is not dataclasses.MISSING:
        schema = {"type": "default", "schema": schema, "default": field.default}
    made: Schema = {"type": "dataclass-field", "name": field.name, "schema": schema, "kw_only": False}
    if field.metadata["key"]:
        made["validation_alias"] = field.metadata["key"]
    return made
