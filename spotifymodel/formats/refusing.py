"""From a validator's complaints to faults that a reader understands: where, what, what was expected, the likely fix.

No text of the validator leaves this file: it would carry values of people.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, Final, get_args

from pydantic_core import ValidationError

from ..errors import Place, Trouble
from ..model import chart, line, people, seats, teams
from ..model.ids import nearest
from ..model.org import Org
from ..model.record import keys_of
from ..model.source import LISTS, Path, Source

__all__ = ["troubles_of", "without_faults"]

MOST_TROUBLES: Final = 200

_CHOICES: Final[Mapping[str, Any]] = {
    "mode": chart.Mode,
    "language": chart.Language,
    "mandate": teams.Mandate,
    "pm_type": people.PmType,
    "complexity": line.Complexity,
    "severity": line.Severity,
}
_EXPECTED: Final[Mapping[str, str]] = {
    "id": "text of 1 to 200 characters",
    "code": "the code of a rule, such as CL002",
    "subject": "the id of what the finding is about",
    "reason": "text",
    "owner": "the id of a person",
    "person": "the id of a person",
    "parent": "the id of a unit",
    "from_unit": "the id of a unit",
    "product": "the id of a product",
    "to": "the id of a squad",
    "discipline": "the id of a skill, or a list of them",
    "fte": "a number from 0 to 1.5",
    "allocation": "a number above 0 and up to 1, such as 0.5",
    "agile_years": "a number of years from 0 to 80",
    "floor_fte": "a number of FTE, 0 or more",
    "wave": "a whole number, 0 or more",
    "from": "a date such as 2027-03-01",
    "until": "a date such as 2027-03-01",
    "ready": "a date such as 2027-03-01",
    "date": "a date such as 2027-03-01",
    "expires": "a date such as 2027-03-01",
    "vacancy": "true or false",
    "second_line": "true or false",
    "external": "true or false",
    "mixed_on_purpose": "true or false",
    "extra": "a mapping of whatever you like",
    "skills": "a mapping of skill to a whole level from 0 to 3, such as {data: 2}",
    "required_skills": "a mapping of skill to a whole level from 0 to 3, such as {data: 2}",
    "needs": "a mapping of chapter to full seats in steps of 0.5, such as {data: 1.5}",
    "role_load": "a mapping of role to a share from 0 to 1, such as {chapter_lead: 0.4}",
    "decision_rights": "a mapping with priority, scope and budget",
}
_HOLDERS: Final = frozenset(
    {
        *("lead", "members", "product_owner", "agile_coaches", "support", "management_team", "manager", "coordinator"),
        *("steered_by", "compliance", "review_owner"),
    }
)
_LISTS: Final = frozenset({*LISTS, "leave", "training"})
_LISTS_OF_TEXT: Final = frozenset({"owns", "scope", "critical_skills", "duties", "blocks", "channels"})
_BIDI_OVERRIDES: Final = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_MAPS: Final = frozenset({"skills", "required_skills", "needs", "role_load"})


def troubles_of(err: ValidationError, tree: Any, source: Source | None) -> list[Trouble]:
    """Return one fault per place, in the order of the file."""
    complaints: dict[Path, str] = {}
    longest: dict[Path, int] = {}
    for error in err.errors(include_url=False, include_input=False):
        kind = error["type"]
        path = _path(tree, error["loc"], kind)
        if kind == "string_too_long":
            longest[path] = error["ctx"]["max_length"]
        if complaints.get(path) not in ("extra_forbidden", "unexpected_keyword_argument"):
            complaints[path] = kind
    kept = _deepest(complaints, tree)
    troubles = [_trouble(path, complaints[path], longest.get(path), tree, source) for path in kept]
    troubles.sort(key=lambda t: (t.place.line or 0, t.place.column or 0))
    if len(troubles) > MOST_TROUBLES:
        more = len(troubles) - MOST_TROUBLES
        troubles = [
            *troubles[:MOST_TROUBLES],
            Trouble(f"and {more} more faults", Place(None if source is None else source.file), kind="more"),
        ]
    return troubles


def without_faults(err: ValidationError, tree: Any) -> Any:
    """Return the document without its faulty values; ``None`` where a whole record or list is at fault."""
    errors = err.errors(include_url=False, include_context=False, include_input=False)
    complaints = {_path(tree, e["loc"], e["type"]): e["type"] for e in errors}
    rest = tree
    for path in _deepest(complaints, tree):
        if not path or isinstance(path[-1], int) or path[-1] in (*LISTS, "id") or complaints[path].startswith("missing"):
            return None
        rest = _without(rest, path)
    return rest


def _without(tree: Any, path: Path) -> Any:
    """Return a copy of the tree, shared but for the branch that changes."""
    step, rest = path[0], path[1:]
    if isinstance(tree, dict):
        copy = dict(tree)
        if rest:
            copy[step] = _without(tree[step], rest)
        else:
            copy.pop(step, None)
        return copy
    items = list(tree)
    items[step] = _without(tree[step], rest)  # type: ignore[index]
    return items


def _path(tree: Any, loc: tuple[str | int, ...], kind: str) -> Path:
    """Keep the steps of a location that exist in the document; the validator adds names of its own branches."""
    path: list[str | int] = []
    at = tree
    for k, step in enumerate(loc):
        last = k == len(loc) - 1
        inside = step in at if isinstance(at, dict) else isinstance(at, list) and isinstance(step, int) and step < len(at)
        if inside:
            path.append(step)
            at = at[step]
        elif last and kind.startswith("missing") and isinstance(at, dict) and isinstance(step, str):
            path.append(step)
    return tuple(path)


def _deepest(complaints: Mapping[Path, str], tree: Any) -> list[Path]:
    """Drop a complaint about a mapping or list where something inside it is the fault."""
    inside = {path[:n] for path in complaints for n in range(len(path))}
    return [p for p in complaints if p not in inside or _unknown_key(complaints[p])]


def _unknown_key(kind: str) -> bool:
    return kind in ("extra_forbidden", "unexpected_keyword_argument")


def _at(tree: Any, path: Path) -> Any:
    for step in path:
        if isinstance(tree, dict):
            tree = tree.get(step)
        elif isinstance(tree, list) and isinstance(step, int) and step < len(tree):
            tree = tree[step]
        else:
            return None
    return tree


def _trouble(path: Path, kind: str, longest: int | None, tree: Any, source: Source | None) -> Trouble:
    place = _place(path, kind, source) or Place(path=_spell(path))
    if kind.startswith("missing"):
        key = str(path[-1])
        return Trouble(f"the {key} of this {_record_name(path[:-1])} is missing", place, _expected(path), kind="missing")
    if _unknown_key(kind):
        return _unknown(path, place)
    value = _at(tree, path)
    expected = _expected(path) if longest is None else f"at most {longest} characters"
    return Trouble(f"{_what(path)} {_complaint(kind, value, path)}", place, expected, _fix(path, value), _kind(kind))


def _place(path: Path, kind: str, source: Source | None) -> Place | None:
    if source is None:
        return None
    return source.place_of_key(path) if _unknown_key(kind) else source.place_of_path(path)


def _unknown(path: Path, place: Place) -> Trouble:
    key, record = str(path[-1]), _record_of(path[:-1])
    known = _keys(record) if record is not None else ()
    near = nearest(key, known)
    fix = f"did you mean {' or '.join(near)}?" if near else "put what the model does not know under extra: {…}"
    return Trouble(
        f"unknown key {key!r} in this {_record_name(path[:-1])}", place, f"one of {', '.join(known)}" if known else "", fix, "unknown-key"
    )


def _complaint(kind: str, value: Any, path: Path) -> str:
    if isinstance(value, str):
        if odd := _odd_characters(value):
            return f"holds {odd}"
        if kind == "string_too_long":
            return f"is {len(value)} characters long"
        if kind == "string_too_short" or not value:
            return "is empty"
        if kind.startswith("date") and len(value) == 10:
            return "is no day of the calendar"
        return "is text" if not kind.startswith("literal") and not kind.startswith("string") else "is not one of the known words"
    if isinstance(value, bool):
        return "is true or false"
    if isinstance(value, int | float):
        if kind.startswith(("greater", "less", "multiple")):
            return f"is {value:g}"
        return "is a number"
    if value is None:
        return "is empty (null)"
    if isinstance(value, list):
        return "is a list"
    return "is a mapping" if kind != "value_error" else "names neither or both of unit and person"


def _odd_characters(text: str) -> str:
    """Name control, surrogate and bidi-override characters; line breaks too, where one line is wanted."""
    # The set first: a text of ten million characters holds few different ones.
    odd = sorted(c for c in set(text) if unicodedata.category(c) in ("Cc", "Cs") or c in _BIDI_OVERRIDES)
    if not odd:
        return ""
    names = ", ".join(f"U+{ord(c):04X}" for c in odd[:4])
    return f"the invisible character{'s' if len(odd) > 1 else ''} {names}"


def _kind(kind: str) -> str:
    if kind.startswith(("greater", "less", "multiple", "string_too", "string_pattern", "finite", "date")):
        return "out-of-range"
    return "wrong-type"


def _expected(path: Path) -> str:
    """Say what belongs at a path."""
    key = path[-1] if path else ""
    if isinstance(key, int):
        field = str(path[-2]) if len(path) > 1 else ""
        if field in _HOLDERS:
            return "a person's id, or {person, allocation, from, until}"
        if field in ("unit", "reports_to"):
            return f"the id of a {'unit' if field == 'unit' else 'person'}, or a mapping with from and until"
        return "an id" if field in _LISTS_OF_TEXT or field == "discipline" else f"a mapping with at least an id ({_record_name(path)})"
    if len(path) > 1 and path[-2] in _MAPS:
        return {"needs": "full seats in steps of 0.5, such as 1.5", "role_load": "a share from 0 to 1"}.get(
            str(path[-2]), "a whole level from 0 to 3"
        )
    if key in _HOLDERS:
        return "a person's id, a mapping {person, allocation, from, until}, or a list of these"
    if key in ("unit", "reports_to"):
        return f"the id of a {'unit' if key == 'unit' else 'person'}, or a mapping with from and until"
    if key == "from" and _record_of(path[:-1]) is line.Dependency:
        return "the id of a squad"
    if key == "kind":
        return _one_of(_kind_choices(path))
    if key in _CHOICES:
        return _one_of(get_args(_CHOICES[key]))
    if key in _LISTS and not (key == "skills" and path[0] == "people"):
        return f"a list of {key}"
    if key in _LISTS_OF_TEXT:
        return "a list of ids" if key not in ("duties", "blocks", "channels") else "a list of texts"
    return _EXPECTED.get(str(key), "text on one line")


def _kind_choices(path: Path) -> tuple[str, ...]:
    owner = _record_of(path[:-1])
    if owner is Org:
        return get_args(chart.OrganisationKind)
    if owner is line.Product:
        return get_args(line.ProductKind)
    return get_args(teams.Kind) if owner in (teams.Squad, teams.Tribe) else ("works_council", "go_live", "…")


def _one_of(words: Iterable[str]) -> str:
    return "one of " + ", ".join(words)


def _fix(path: Path, value: Any) -> str:
    key = path[-1] if path else ""
    if isinstance(value, str):
        if key in ("fte", "allocation") and value.replace(",", ".", 1) != value:
            return "Write the decimal with a point"
        if key in ("vacancy", "second_line", "external", "mixed_on_purpose") and value.lower() in {"yes", "no", "ja", "nee", "on", "off"}:
            return "Write true or false"
        if key in _CHOICES or key == "kind":
            words = _kind_choices(path) if key == "kind" else get_args(_CHOICES[str(key)])
            near = nearest(value, words)
            return f"did you mean {near[0]}?" if near else ""
        return ""
    if isinstance(value, int | float) and not isinstance(value, bool) and _expected(path).startswith(("text", "an id", "the id")):
        return "Put it in quotes"
    return ""


_RECORDS: Final[Mapping[str, type]] = {
    "people": people.Person,
    "units": line.Unit,
    "tribes": teams.Tribe,
    "squads": teams.Squad,
    "chapters": teams.Chapter,
    "products": line.Product,
    "projects": line.Project,
    "dependencies": line.Dependency,
    "guilds": teams.Guild,
    "skills": people.Skill,
    "gates": line.Gate,
    "waivers": line.Waiver,
    "leave": people.Leave,
    "training": people.Training,
    "decision_rights": teams.DecisionRights,
    "unit": seats.Post,
    "reports_to": seats.Post,
    **dict.fromkeys(_HOLDERS, seats.Seat),
}
_NAMES: Final[Mapping[type, str]] = {seats.Seat: "seat", seats.Post: "place in the line", teams.DecisionRights: "record of decision rights"}


def _record_of(path: Path) -> type | None:
    """Return the record class that stands at a path."""
    named = [step for step in path if isinstance(step, str)]
    return _RECORDS.get(named[-1]) if named else Org


def _record_name(path: Path) -> str:
    record = _record_of(path)
    if record is Org:
        return "chart"
    return "record" if record is None else _NAMES.get(record, record.__name__.lower())


@cache
def _keys(record: type) -> tuple[str, ...]:
    keys = tuple(keys_of(record).values())
    return ("format", *keys) if record is Org else keys


def _what(path: Path) -> str:
    if not path:
        return "the document"
    key = path[-1]
    if isinstance(key, int):
        return f"item {key + 1} of {path[-2]}" if len(path) > 1 else f"item {key + 1}"
    return f"{path[-2]}.{key}" if len(path) > 1 and path[-2] in _MAPS else f"{key}"


def _spell(path: Path) -> str:
    return "$" + "".join(f"[{p}]" if isinstance(p, int) else f".{p}" for p in path)
