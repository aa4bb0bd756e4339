"""From a file, bytes or a document to a blueprint; every fault is said with its place."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from pydantic_core import ValidationError

from ...errors import InputRefusedError, Place, Trouble
from ...formats.loading import bytes_of
from ...formats.scalars import CHART_SCALARS
from ...formats.tree_source import tree_source
from ...formats.trees.json_tree import read_json
from ...formats.trees.yaml_tree import read_yaml
from ...model.ids import id_key, nearest
from ...model.org import Org
from ...model.record import validator_of
from ...model.source import Source
from .records import Blueprint, Waves
from .resolving import declared_in, resolved

__all__ = ["FORMAT", "blueprint_from_tree", "check_names", "load_blueprint", "read_blueprint"]

FORMAT: Final = "spotifymodel-blueprint/1"
NUMBERS: Final = frozenset(
    {
        *("weeks", "max_squads", "max_people", "max_weeks", "consultation_weeks", "hire_weeks", "backfill_price"),
        *("training_month", "level_months", "squads_per_person"),
    }
)
#: How plain YAML scalars of a blueprint are read.
SCALARS: Final = replace(CHART_SCALARS, numbers=CHART_SCALARS.numbers | NUMBERS, number_maps=CHART_SCALARS.number_maps | {"ready", "hires"})
Path_ = tuple[str | int, ...]


def load_blueprint(path: str | os.PathLike[str]) -> Blueprint:
    """Read a blueprint from a YAML or JSON file.

    Raises
    ------
    InputRefusedError
        Where the file is missing or no blueprint: every fault with its place.
    """
    return read_blueprint(path)[0]


def read_blueprint(path: str | os.PathLike[str]) -> tuple[Blueprint, Source]:
    """Read a blueprint as :func:`load_blueprint` does; return it with what knows the place of everything in the file."""
    name = os.fspath(path)
    data = bytes_of(name)
    if Path(name).suffix.lower() == ".json":
        tree, source = read_json(data, name), tree_source(data, name, "json")
    else:
        tree, source = _counting_coaches(read_yaml(data, name, SCALARS)), tree_source(data, name, "yaml")
    return blueprint_from_tree(tree, source), source


def _counting_coaches(tree: Any) -> Any:
    """Read digits under ``agile_coaches`` as how many; in a list they are personnel numbers, so no rule by key can tell."""
    tribes = tree.get("tribes") if isinstance(tree, dict) else None
    for tribe in tribes if isinstance(tribes, list) else ():
        if isinstance(tribe, dict) and isinstance(given := tribe.get("agile_coaches"), str) and given.isascii() and given.isdigit():
            tribe["agile_coaches"] = int(given[:9])
    return tree


def blueprint_from_tree(tree: Any, source: Source | None = None) -> Blueprint:
    """Return the blueprint that a document holds.

    Raises
    ------
    InputRefusedError
        For another format, unknown keys, wrong types, values out of range; all at once.
    """
    if not isinstance(tree, dict) or tree.get("format") != FORMAT:
        path: Path_ = ("format",) if isinstance(tree, dict) and "format" in tree else ()
        what = "this is no blueprint" if isinstance(tree, dict) else "the document is no mapping"
        raise InputRefusedError([_trouble(source, path, what, "format", f"format: {FORMAT}", "`spotifymodel init --blueprint` writes one")])
    body = {k: v for k, v in tree.items() if k != "format"}
    try:
        made: Blueprint = validator_of(Blueprint).validate_python(body, by_alias=True, by_name=False)
    except ValidationError as err:
        raise InputRefusedError(list(_faults(err, body, source))) from None
    return made


def _faults(err: ValidationError, body: Any, source: Source | None) -> Iterator[Trouble]:
    seen: set[Path_] = set()
    for one in err.errors(include_url=False, include_input=False, include_context=False):
        path = _path_in(body, one["loc"])
        if path in seen:
            continue
        seen.add(path)
        if one["type"] in ("unexpected_keyword_argument", "extra_forbidden"):
            yield _trouble(
                source, path, f"unknown key {path[-1]!r}", "unknown-key", "a key of the blueprint", "take it out, or put it under extra"
            )
        elif one["type"] in ("missing", "missing_argument"):
            yield _trouble(source, path[:-1], f"{one['loc'][-1]} is missing", "missing", f"{one['loc'][-1]}: …", "add it")
        else:
            yield _trouble(source, path, one["msg"][0].lower() + one["msg"][1:], "wrong-type", "", "")


def _path_in(body: Any, loc: tuple[str | int, ...]) -> Path_:
    """Return the part of a validator's location that is a path of the document; choices of unions are no steps."""
    path: list[str | int] = []
    at = body
    for step in loc:
        inside = (isinstance(at, dict) and step in at) or (isinstance(at, list) and isinstance(step, int) and step < len(at))
        if inside:
            at = at[step]
            path.append(step)
        elif isinstance(at, dict) and step == loc[-1]:
            path.append(step)
    return tuple(path)


def _trouble(source: Source | None, path: Path_, message: str, kind: str, expected: str, fix: str) -> Trouble:
    find = None if source is None else source.place_of_key if kind == "unknown-key" else source.place_of_path
    place = find(path) if find is not None else None
    shown = "$" + "".join(f"[{p}]" if isinstance(p, int) else f".{p}" for p in path)
    return Trouble(message, place or Place(path=shown), expected, fix, kind)


def check_names(blueprint: Blueprint, org: Org, source: Source | None = None) -> Blueprint:
    """Return a blueprint with every name in the spelling of its declaration.

    Raises
    ------
    InputRefusedError
        For people, units, products, skills, squads or chapters that nobody knows, and ids that are declared twice: each with
        its place and what it resembles.
    """
    known = declared_in(org)
    found = []
    for kind, name, path in _declared(blueprint):
        if id_key(name) in known[kind]:
            found.append(_trouble(source, path, f"{kind} {name!r} stands twice", "duplicate-id", "", "give each an id of its own"))
        known[kind][id_key(name)] = name
    for kind, name, path in _names(blueprint, {kind for kind in known if known[kind]}):
        if id_key(name) not in known[kind]:
            near = nearest(name, set(known[kind].values()))
            fix = f"did you mean {' or '.join(map(repr, near))}?" if near else f"declare the {kind} or take it out"
            found.append(_trouble(source, path, f"{kind} {name!r} is not declared", "dangling-reference", "", fix))
    if found:
        raise InputRefusedError(found)
    return resolved(blueprint, known)


def _declared(blueprint: Blueprint) -> Iterator[tuple[str, str, Path_]]:
    for t, tribe in enumerate(blueprint.tribes):
        yield "tribe", tribe.id, ("tribes", t, "id")
        yield from (("chapter", c.id, ("tribes", t, "chapters", k, "id")) for k, c in enumerate(tribe.chapters))
        yield from (("squad", s.id, ("tribes", t, "squads", k, "id")) for k, s in enumerate(tribe.squads))


def _names(blueprint: Blueprint, declared: set[str]) -> Iterator[tuple[str, str, Path_]]:
    """Yield every name that must be known; squads and chapters only where the blueprint declares some, else they are invented later."""
    for t, tribe in enumerate(blueprint.tribes):
        here: Path_ = ("tribes", t)
        yield from (("unit", u, (*here, "from_units", k)) for k, u in enumerate(tribe.from_units))
        if tribe.lead is not None:
            yield "person", tribe.lead, (*here, "lead")
        if isinstance(tribe.agile_coaches, tuple):
            yield from (("person", c, (*here, "agile_coaches", k)) for k, c in enumerate(tribe.agile_coaches))
        for s, squad in enumerate(tribe.squads):
            yield from (("product", p, (*here, "squads", s, "owns", k)) for k, p in enumerate(squad.owns))
            if "skill" in declared:  # a chart that declares no skills may name any
                yield from (("skill", k, (*here, "squads", s, "required_skills", k)) for k in squad.required_skills)
            if tribe.chapters:
                yield from (("chapter", c, (*here, "squads", s, "needs", c)) for c in squad.needs)
    yield from _wishes(blueprint, declared)


def _wishes(blueprint: Blueprint, declared: set[str]) -> Iterator[tuple[str, str, Path_]]:
    for k, lock in enumerate(blueprint.locks):
        yield "person", lock.person, ("locks", k, "person")
        for kind, name in (("squad", lock.squad), ("chapter", lock.chapter), ("tribe", lock.tribe)):
            if name is not None and kind in declared:
                yield kind, name, ("locks", k, kind)
    for k, forbidden in enumerate(blueprint.forbid):
        yield "person", forbidden.person, ("forbid", k, "person")
        if "squad" in declared:
            yield "squad", forbidden.squad, ("forbid", k, "squad")
    for k, wish in enumerate(blueprint.preferences):
        yield "person", wish.person, ("preferences", k, "person")
        if "squad" in declared:
            yield from (("squad", s, ("preferences", k, "squads", i)) for i, s in enumerate(wish.squads))
    waves = blueprint.waves or Waves()
    yield from (("person", p, ("waves", "ready", p)) for p in waves.ready)
    for k, order in enumerate(waves.precedences if "squad" in declared else ()):
        yield "squad", order.first, ("waves", "precedences", k, "first")
        yield "squad", order.then, ("waves", "precedences", k, "then")
    for k, group in enumerate(blueprint.keep_together):
        yield from (("person", p, ("keep_together", k, i)) for i, p in enumerate(group))
    yield from (("unit", unit, ("stay", unit)) for unit in blueprint.stay)
