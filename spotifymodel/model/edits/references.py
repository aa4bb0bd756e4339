"""Which fields of which records refer to what, and one walk that visits, rewrites or takes out every reference."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from ..line import Dependency, Gate, Product, Project, Unit, Waiver
from ..people import Person, Skill
from ..replacing import replaced
from ..seats import Post
from ..teams import Chapter, Guild, Squad, Tribe

__all__ = ["ANYTHING", "DECIDERS", "REFERRING", "Visit", "follow"]

Kinds = tuple[str, ...]

Visit = Callable[[Kinds, str, str], str | None]
"""From the kinds that a reference may mean, the reference and the field it stands in, to the reference as it shall be;
``None`` takes it out."""

#: What may decide on the priority, scope or budget of a squad.
DECIDERS: Final[Kinds] = ("person", "squad", "tribe", "unit", "chapter")
#: What a waiver may be about.
ANYTHING: Final[Kinds] = ("person", "squad", "tribe", "unit", "chapter", "product", "project", "guild", "skill")


def follow(record: Any, visit: Visit, about: frozenset[str] = frozenset(ANYTHING)) -> Any:
    """Return the record with every reference in it as the visitor says.

    Records inside a tribe are followed too. The record itself comes back when nothing changes, so identity survives;
    ``None`` comes back when a reference is taken out that the record cannot be without (an end of a dependency, the owner
    or subject of a waiver).

    Parameters
    ----------
    record : record of any kind
    visit : callable
    about : frozenset of str
        Fields that cannot refer to any of these kinds are passed over.
    """
    changed: dict[str, Any] = {}
    for field, shape, kinds in REFERRING[type(record)]:
        if about.isdisjoint(kinds):
            continue
        old = getattr(record, field)
        if old is None or (not old and old != ""):
            continue
        new = _inside(old, visit, about) if shape is _records else shape(old, kinds, field, visit)
        if new is None and shape is _must:
            return None
        if new is not old:
            changed[field] = new
    return replaced(record, **changed) if changed else record


# -- the shapes in which references stand --------------------------------------------------------------------------------


def _one(value: str, kinds: Kinds, field: str, visit: Visit) -> str | None:
    new = visit(kinds, value, field)
    return value if new == value else new


def _must(value: str, kinds: Kinds, field: str, visit: Visit) -> str | None:
    """Visit a reference that the record cannot be without."""
    return _one(value, kinds, field, visit)


def _many(value: tuple[str, ...], kinds: Kinds, field: str, visit: Visit) -> tuple[str, ...]:
    return _same(value, [new for one in value if (new := visit(kinds, one, field)) is not None])


def _one_or_many(value: str | tuple[str, ...], kinds: Kinds, field: str, visit: Visit) -> str | tuple[str, ...] | None:
    return _one(value, kinds, field, visit) if isinstance(value, str) else _many(value, kinds, field, visit) or None


def _keys(value: Mapping[str, Any], kinds: Kinds, field: str, visit: Visit) -> Mapping[str, Any]:
    kept = [(new, amount) for key, amount in value.items() if (new := visit(kinds, key, field)) is not None]
    if len(kept) == len(value) and all(new == key for (new, _), key in zip(kept, value, strict=True)):
        return value
    new_value: dict[str, Any] = {}
    for key, amount in kept:  # two chapters became one: their seats add up; of two levels the higher one is needed
        if key in new_value:
            amount = new_value[key] + amount if field == "needs" else max(new_value[key], amount)
        new_value[key] = amount
    return new_value


def _people(value: tuple[Any, ...], kinds: Kinds, field: str, visit: Visit) -> tuple[Any, ...]:
    return _same(value, [new for one in value if (new := _holder(one, kinds, field, visit)) is not None])


def _holder(one: Any, kinds: Kinds, field: str, visit: Visit) -> Any:
    if isinstance(one, str):
        return visit(kinds[:1], one, field)
    part = "unit" if isinstance(one, Post) and one.unit is not None else "person"
    old = getattr(one, part)
    new = visit((part,), old, field)
    return one if new == old else None if new is None else replaced(one, **{part: new})


def _posts(value: Any, kinds: Kinds, field: str, visit: Visit) -> Any:
    if not isinstance(value, tuple):
        return _holder(value, kinds, field, visit)
    return _people(value, kinds, field, visit) or None


def _trainings(value: tuple[Any, ...], kinds: Kinds, field: str, visit: Visit) -> tuple[Any, ...]:
    new = []
    for one in value:
        skill = None if one.skill is None else visit(kinds, one.skill, field)
        new.append(one if skill == one.skill else replaced(one, skill=skill))
    return _same(value, new)


def _rights(value: Any, kinds: Kinds, field: str, visit: Visit) -> Any:
    changed = {}
    for right in ("priority", "scope", "budget"):
        old = getattr(value, right)
        if old is not None and (new := visit(kinds, old, f"{field}.{right}")) != old:
            changed[right] = new
    return replaced(value, **changed) if changed else value


def _records(value: tuple[Any, ...], kinds: Kinds, field: str, visit: Visit) -> tuple[Any, ...]:
    """Records inside a record, which are followed themselves."""
    raise AssertionError("followed, not visited")


def _inside(value: tuple[Any, ...], visit: Visit, about: frozenset[str]) -> tuple[Any, ...]:
    return _same(value, [follow(one, visit, about) for one in value])


def _same(old: tuple[Any, ...], new: list[Any]) -> tuple[Any, ...]:
    """Return the old tuple where nothing changed: the same things, or equal text."""
    if len(old) == len(new) and all(a is b or (isinstance(a, str) and a == b) for a, b in zip(old, new, strict=True)):
        return old
    return tuple(new)


Shape = Callable[[Any, Kinds, str, Visit], Any]
_PERSON: Final = ("person",)
_UNIT: Final = ("unit",)
_SQUAD: Final = ("squad",)
_CHAPTER: Final = ("chapter",)
_PRODUCT: Final = ("product",)
_SKILL: Final = ("skill",)

#: Record class -> (field, shape, kinds that it may mean; of a post the first is what a bare id means).
REFERRING: Final[dict[type, tuple[tuple[str, Shape, Kinds], ...]]] = {
    Person: (
        ("unit", _posts, ("unit", "person")),
        ("from_unit", _one, _UNIT),
        ("reports_to", _posts, ("person", "unit")),
        ("skills", _keys, _SKILL),
        ("training", _trainings, _SKILL),
    ),
    Unit: (("manager", _people, _PERSON), ("parent", _one, _UNIT), ("owns", _many, _PRODUCT)),
    Tribe: (
        ("lead", _people, _PERSON),
        ("agile_coaches", _people, _PERSON),
        ("support", _people, _PERSON),
        ("management_team", _people, _PERSON),
        ("scope", _many, _PRODUCT),
        ("critical_skills", _many, _SKILL),
        ("chapters", _records, ANYTHING),
        ("squads", _records, ANYTHING),
    ),
    Squad: (
        ("product_owner", _people, _PERSON),
        ("members", _people, _PERSON),
        ("agile_coaches", _people, _PERSON),
        ("steered_by", _people, _PERSON),
        ("compliance", _people, _PERSON),
        ("owns", _many, _PRODUCT),
        ("needs", _keys, _CHAPTER),
        ("required_skills", _keys, _SKILL),
        ("decision_rights", _rights, DECIDERS),
    ),
    Chapter: (("discipline", _one_or_many, _SKILL), ("lead", _people, _PERSON), ("members", _people, _PERSON)),
    Product: (("review_owner", _people, _PERSON),),
    Project: (("manager", _people, _PERSON), ("product", _one, _PRODUCT)),
    Dependency: (("source", _must, _SQUAD), ("target", _must, _SQUAD)),
    Guild: (("coordinator", _people, _PERSON), ("members", _people, _PERSON)),
    Skill: (),
    Gate: (),
    Waiver: (("owner", _must, _PERSON), ("subject", _must, ANYTHING)),
}
