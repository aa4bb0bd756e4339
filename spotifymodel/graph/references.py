"""Every reference that is not an edge to a team: declared, or a fault with its path."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import chain
from operator import attrgetter
from typing import Any

from ..model.seats import Post
from .cycles import shortest_cycle
from .index import Index
from .tabling import Faults, Names, Path, check_order, life_of

__all__ = ["check_references"]


def check_references(index: Index, people: Names, faults: Faults) -> None:
    """Check units, line managers, products, skills, needs, projects, dependencies, guilds, waivers."""
    chart = index.chart
    units, products = Names("unit", index.units), Names("product", index.products)
    squads, chapters = Names("squad", index.squads), Names("chapter", index.chapters)
    skills = _skills(index, faults)
    _people(index, people, units, skills, faults)
    anyone = {"person": people, "squad": squads, "tribe": Names("tribe", index.tribes), "unit": units, "chapter": chapters}
    squads_sound = not faults.found and _squads_sound(index, products)
    for at, unit in enumerate(chart.units):
        path: Path = ("units", at)
        _holders(unit.manager, (*path, "manager"), people, faults)
        _one(unit.parent, units, (*path, "parent"), faults)
        _many(unit.owns, products, (*path, "owns"), faults)
    for at, tribe in enumerate(chart.tribes):
        _tribe(tribe, ("tribes", at), people, products, skills, faults)
        for k, squad in enumerate(() if squads_sound else tribe.squads):
            _squad(squad, ("tribes", at, "squads", k), products, chapters, skills, anyone, faults)
        for k, chapter in enumerate(() if skills is None else tribe.chapters):
            _many(chapter.disciplines, skills, ("tribes", at, "chapters", k, "discipline"), faults)
    for k, squad in enumerate(() if squads_sound else chart.squads):
        _squad(squad, ("squads", k), products, chapters, skills, anyone, faults)
    for k, chapter in enumerate(() if skills is None else chart.chapters):
        _many(chapter.disciplines, skills, ("chapters", k, "discipline"), faults)
    for at, product in enumerate(chart.products):
        if product.review_owner:
            _holders(product.review_owner, ("products", at, "review_owner"), people, faults)
    for at, project in enumerate(chart.projects):
        life_of(project, ("projects", at), faults)
        _holders(project.manager, ("projects", at, "manager"), people, faults)
        _one(project.product, products, ("projects", at, "product"), faults)
    for at, dependency in enumerate(chart.dependencies):
        _one(dependency.source, squads, ("dependencies", at, "from"), faults)
        _one(dependency.target, squads, ("dependencies", at, "to"), faults)
    for at, guild in enumerate(chart.guilds):
        _holders(guild.coordinator, ("guilds", at, "coordinator"), people, faults)
        _holders(guild.members, ("guilds", at, "members"), people, faults)
    for at, waiver in enumerate(chart.waivers):
        _one(waiver.owner, people, ("waivers", at, "owner"), faults)
    _cycles(index, people, units, faults)


def _skills(index: Index, faults: Faults) -> Names | None:
    """Skills must be declared only where the chart declares any."""
    from .building import declare

    declared = declare("skill", index.chart.skills, ("skills",), faults)
    return Names("skill", declared) if declared else None


def _people(index: Index, people: Names, units: Names, skills: Names | None, faults: Faults) -> None:
    """Check people in bulk first; only when something is amiss, one by one."""
    records = index.chart.people
    said = set(map(attrgetter("unit", "from_unit", "reports_to", "leave", "training"), records))  # few differ in all of these
    seated, origins, managed, leaves, trainings = map(set, zip(*said, strict=True)) if said else ((),) * 5
    index.people_dated = any(leaves) or any(not isinstance(post, str) for post in {*seated, *managed} - {None})
    sound = units.exact.keys() >= {*seated, *origins} - {None} and people.exact.keys() >= {*managed} - {None}
    able = skills is None or skills.exact.keys() >= set().union(*map(attrgetter("skills"), records))
    index.skills_as_declared = skills is not None and able
    if sound and able and not any(leaves) and (skills is None or not any(trainings)):
        return
    for at, person in enumerate(records):
        if person.skills and skills is not None and not person.skills.keys() <= skills.exact.keys():
            _many(person.skills, skills, ("people", at, "skills"), faults, keyed=True)
        if person.training and skills is not None:
            for k, training in enumerate(person.training):
                _one(training.skill, skills, ("people", at, "training", k, "skill"), faults)
        for k, leave in enumerate(person.leave):
            check_order(leave.start, leave.until, ("people", at, "leave", k), faults)
        if not sound:
            _one(person.from_unit, units, ("people", at, "from_unit"), faults)
            _posts(person.unit, ("people", at, "unit"), people, units, faults, plain="unit")
            _posts(person.reports_to, ("people", at, "reports_to"), people, units, faults, plain="person")


def _posts(value: Any, path: Path, people: Names, units: Names, faults: Faults, plain: str) -> None:
    posts = value if isinstance(value, tuple) else () if value is None else (value,)
    for k, post in enumerate(posts):
        where = (*path, k) if isinstance(value, tuple) else path
        if isinstance(post, Post):
            check_order(post.start, post.until, where, faults)
            _one(post.unit, units, (*where, "unit"), faults)
            _one(post.person, people, (*where, "person"), faults)
        else:
            _one(post, units if plain == "unit" else people, where, faults)


def _tribe(tribe: Any, path: Path, people: Names, products: Names, skills: Names | None, faults: Faults) -> None:
    _many(tribe.scope, products, (*path, "scope"), faults)
    _holders(tribe.management_team, (*path, "management_team"), people, faults)
    if tribe.critical_skills:
        _many(tribe.critical_skills, skills, (*path, "critical_skills"), faults)


def _squad(
    squad: Any,
    path: Path,
    products: Names,
    chapters: Names,
    skills: Names | None,
    anyone: Mapping[str, Names],
    faults: Faults,
) -> None:
    if squad.owns:
        _many(squad.owns, products, (*path, "owns"), faults)
    if squad.needs:
        _many(squad.needs, chapters, (*path, "needs"), faults, keyed=True)
    if squad.required_skills:
        _many(squad.required_skills, skills, (*path, "required_skills"), faults, keyed=True)
    rights = squad.decision_rights
    if rights is not None:
        for right in ("priority", "scope", "budget"):
            _any_kind(getattr(rights, right), anyone, (*path, "decision_rights", right), faults)


def _squads_sound(index: Index, products: Names) -> bool:
    """Tell whether all squads together refer to declared products alone; then none has to be looked at by itself."""
    said = list(map(attrgetter("owns", "needs", "required_skills", "decision_rights"), index.squads.values()))
    if any(needs or skills or rights for _, needs, skills, rights in said):
        return False
    return products.exact.keys() >= set(chain.from_iterable(owns for owns, *_ in said))


def _any_kind(reference: str | None, anyone: Mapping[str, Names], path: Path, faults: Faults) -> None:
    if reference is None:
        return
    kinds = [kind for kind, names in anyone.items() if names.resolve(reference) is not None]
    if not kinds:
        faults.add(
            path,
            f"{reference!r} is not declared as a person, squad, tribe, unit or chapter",
            "dangling-reference",
            fix="declare it, or name its kind, such as squad:hypotheek-app",
        )
    elif len(kinds) > 1:
        fix = "write " + " or ".join(f"{k}:{reference}" for k in kinds)
        faults.add(path, f"{reference!r} could be a {' or a '.join(kinds)}", "ambiguous-reference", fix=fix)


def _holders(holders: tuple[Any, ...], path: Path, people: Names, faults: Faults) -> None:
    for k, seat in enumerate(holders):
        if isinstance(seat, str):
            _one(seat, people, (*path, k), faults)
        else:
            _one(seat.person, people, (*path, k, "person"), faults)
            check_order(seat.start, seat.until, (*path, k), faults)


def _one(reference: str | None, names: Names, path: Path, faults: Faults) -> None:
    if reference is not None and reference not in names.exact:
        names.known(reference, path, faults)


def _many(references: Iterable[str], names: Names | None, path: Path, faults: Faults, *, keyed: bool = False) -> None:
    if names is None:
        return
    for k, reference in enumerate(references):
        if reference not in names.exact:
            names.known(reference, (*path, reference if keyed else k), faults)


def _cycles(index: Index, people: Names, units: Names, faults: Faults) -> None:
    """A line that leads back to where it started is refused: most tools silently lose the people in it."""
    parents = {u.id: units.resolve(u.parent) for u in index.chart.units if u.parent is not None}
    _cycle("unit", parents, lambda one: ("units", _at(index.chart.units, one), "parent"), faults)
    managers = {p.id: people.resolve(p.reports_to) for p in index.chart.people if type(p.reports_to) is str}
    _cycle("person", managers, lambda one: ("people", _at(index.chart.people, one), "reports_to"), faults)


def _cycle(kind: str, above: Mapping[str, str | None], path: Callable[[str], Path], faults: Faults) -> None:
    found = shortest_cycle(above)
    if found:
        faults.add(
            path(found[0]),
            f"the line of this {kind} leads back to itself: {' → '.join((*found, found[0]))}",
            "cycle",
            fix="take one of these steps out",
        )


def _at(records: Iterable[Any], wanted: str) -> int:
    return next(k for k, r in enumerate(records) if r.id == wanted)
