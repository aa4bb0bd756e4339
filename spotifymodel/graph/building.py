"""From a chart to its index, checking every reference on the way."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..errors import InputRefusedError, Place, Trouble
from ..model.chart import Chart, Mode
from ..model.ids import collide, id_key
from ..model.teams import Chapter, Squad, Tribe
from .index import Index
from .references import check_references
from .relation import People, Relation
from .tabling import Faults, Names, Path, in_bulk, life_of, table

__all__ = ["build"]


def build(chart: Chart, mode: Mode) -> Index:
    """Build the index of a chart; see :func:`~spotifymodel.graph.index.index_of`."""
    index = Index(chart, mode)
    faults = Faults()
    index.people = declare("person", chart.people, ("people",), faults)
    index.tribes = declare("tribe", chart.tribes, ("tribes",), faults)
    index.units = declare("unit", chart.units, ("units",), faults)
    index.products = declare("product", chart.products, ("products",), faults)
    index.projects = declare("project", chart.projects, ("projects",), faults)
    index.guilds = declare("guild", chart.guilds, ("guilds",), faults)
    _declare_nested(index, chart, faults)
    people = Names("person", index.people)
    squads_in_bulk = not faults.found and in_bulk({"members": index.members, "product_owner": index.owners}, index.squads, people)
    chapters_in_bulk = not faults.found and in_bulk({"members": index.chapter_people, "lead": index.chapter_leads}, index.chapters, people)
    for at, tribe in enumerate(chart.tribes):
        path: Path = ("tribes", at)
        _tribe(index, tribe, people, path, faults)
        for k, chapter in enumerate(tribe.chapters if not chapters_in_bulk else ()):
            _chapter(index, chapter, people, (*path, "chapters", k), faults)
        for k, squad in enumerate(tribe.squads):
            _squad(index, squad, people, (*path, "squads", k), faults, squads_in_bulk)
    for k, chapter in enumerate(chart.chapters if not chapters_in_bulk else ()):
        _chapter(index, chapter, people, ("chapters", k), faults)
    for k, squad in enumerate(chart.squads):
        _squad(index, squad, people, ("squads", k), faults, squads_in_bulk)
    if chapters_in_bulk:
        for one, leads in index.chapter_leads.people.items():
            _join_plain_leads(index.chapter_people, one, leads)
    check_references(index, people, faults)
    if faults.found:
        raise refusal(chart, faults)
    if mode == "live":
        _leave_vacancies_out(index)
    return index


def declare(kind: str, records: Sequence[Any], path: Path, faults: Faults) -> dict[str, Any]:
    """Return id → record for one list; ids that collide are faults that name both."""
    ids = [r.id for r in records]
    found = dict(zip(ids, records, strict=True))
    if collide(ids, found):
        _name_collisions(kind, [(i, (*path, k)) for k, i in enumerate(ids)], faults)
    return found


def _declare_nested(index: Index, chart: Chart, faults: Faults) -> None:
    for kind, field, owner in (("squad", "squads", index.tribe_of), ("chapter", "chapters", index.chapter_tribe)):
        found: dict[str, Any] = {}
        ids: list[str] = []
        for tribe in chart.tribes:
            for record in getattr(tribe, field):
                ids.append(record.id)
                found[record.id] = record
                owner[record.id] = tribe.id
        for record in getattr(chart, field):
            ids.append(record.id)
            found[record.id] = record
            owner[record.id] = None
        if collide(ids, found):
            places: list[tuple[str, Path]] = []
            for t, tribe in enumerate(chart.tribes):
                places += [(r.id, ("tribes", t, field, k)) for k, r in enumerate(getattr(tribe, field))]
            places += [(r.id, (field, k)) for k, r in enumerate(getattr(chart, field))]
            _name_collisions(kind, places, faults)
        setattr(index, field, found)


def _name_collisions(kind: str, ids: Sequence[tuple[str, Path]], faults: Faults) -> None:
    first: dict[str, tuple[str, Path]] = {}
    for one, path in ids:
        key = id_key(one)
        if key in first:
            other, where = first[key]
            alike = f" (ids are compared without case, width and invisible characters: {other!r} and {one!r} are one)"
            spelled = "" if other == one else alike
            faults.add(
                (*path, "id"),
                f"{kind} {one!r} is declared twice{spelled}",
                "duplicate-id",
                fix="give one of the two another id",
                first=(*where, "id"),
            )
        else:
            first[key] = (one, path)
        if not key:
            nothing = f"the id of this {kind} has no visible character"
            faults.add((*path, "id"), nothing, "out-of-range", expected="1 to 200 visible characters")


def format_path(path: Path) -> str:
    """Return ``$.tribes[0].squads[1].id`` for a document path."""
    return "$" + "".join(f"[{p}]" if isinstance(p, int) else f".{p}" for p in path)


def _tribe(index: Index, tribe: Tribe, people: Names, path: Path, faults: Faults) -> None:
    for relation, field in ((index.tribe_leads, "lead"), (index.support, "support")):
        holders = getattr(tribe, field)
        if holders:
            table(relation, tribe.id, holders, people, None, path, field, faults)
    if tribe.agile_coaches:
        table(index.tribe_coaches, tribe.id, tribe.agile_coaches, people, None, path, "agile_coaches", faults, undeclared=1.0)


def _chapter(index: Index, chapter: Chapter, people: Names, path: Path, faults: Faults) -> None:
    life = life_of(chapter, path, faults)
    if life is not None:
        index.chapter_life[chapter.id] = life
    if chapter.members:
        table(index.chapter_people, chapter.id, chapter.members, people, life, path, "members", faults)
    if chapter.lead:
        table(index.chapter_leads, chapter.id, chapter.lead, people, life, path, "lead", faults)
        _join_leads(index.chapter_people, index.chapter_leads, chapter, people, life)


def _join_leads(members: Relation, leads: Relation, chapter: Chapter, people: Names, life: Any) -> None:
    """A chapter lead is a member of the chapter, whether listed or not."""
    who = chapter.id
    if who not in leads.spans and who not in members.spans:
        _join_plain_leads(members, who, leads.people.get(who, ()))
    else:
        table(members, who, chapter.lead, people, life, (), "lead", Faults())


def _join_plain_leads(members: Relation, chapter: str, leads: People) -> None:
    listed = members.people.get(chapter, ())
    missing = tuple([p for p in leads if p not in listed])
    if missing:
        members.people[chapter] = listed + missing


def _squad(index: Index, squad: Squad, people: Names, path: Path, faults: Faults, seated: bool) -> None:
    """Enter the people of one squad; its members and owner only where they are not seated in bulk (:func:`in_bulk`)."""
    who = squad.id
    life = None
    if not seated:
        life = life_of(squad, path, faults)
        if life is not None:
            index.life[who] = life
        if squad.members:
            table(index.members, who, squad.members, people, life, path, "members", faults)
        if squad.product_owner:
            table(index.owners, who, squad.product_owner, people, life, path, "product_owner", faults)
    if squad.agile_coaches:
        table(index.coaches, who, squad.agile_coaches, people, life, path, "agile_coaches", faults, undeclared=1.0)
    if squad.steered_by:
        table(index.steerers, who, squad.steered_by, people, life, path, "steered_by", faults)
    if squad.compliance:
        table(index.advisers, who, squad.compliance, people, life, path, "compliance", faults)
    index.squad_people[who] = together(index, who)


def together(index: Index, squad: str) -> tuple[str, ...]:
    """Return the distinct people who are ever member or owner of a squad; members first."""
    members = index.members.people.get(squad, ())
    owners = index.owners.people.get(squad, ())
    if len(owners) == 1:  # the common case
        return members if owners[0] in members else members + owners
    missing = tuple(p for p in owners if p not in members)
    return members + missing if missing else members


def _leave_vacancies_out(index: Index) -> None:
    vacant = {i for i, p in index.people.items() if p.vacancy}
    if not vacant:
        return
    for relation in vars(index).values():
        if isinstance(relation, Relation):
            for holder, people in relation.people.items():
                if not vacant.isdisjoint(people):
                    relation.people[holder] = tuple(p for p in people if p not in vacant)
            for holder, spans in relation.spans.items():
                relation.spans[holder] = {p: s for p, s in spans.items() if p not in vacant}
            for holder, shares in relation.shares.items():
                relation.shares[holder] = {p: a for p, a in shares.items() if p not in vacant}
    for squad, people in index.squad_people.items():
        if not vacant.isdisjoint(people):
            index.squad_people[squad] = tuple(p for p in people if p not in vacant)
    index.people = {i: p for i, p in index.people.items() if i not in vacant}


def refusal(chart: Chart, faults: Faults) -> InputRefusedError:
    """Return the error that carries every fault with its place, in the order of the file."""
    source = chart.source

    def place_of(path: Path) -> Place:
        return (source.place_of_path(path) if source is not None else None) or Place(path=format_path(path))

    troubles: list[Trouble] = []
    for path, trouble, first in faults.found:
        message = trouble.message
        if first is not None:
            there = place_of(first)
            message += f", first at {there.path}" if there.line is None else f", first on line {there.line} ({there.path})"
        troubles.append(Trouble(message, place_of(path), trouble.expected, trouble.fix, trouble.kind))
    troubles.sort(key=lambda t: (t.place.line or 0, t.place.column or 0))
    return InputRefusedError(troubles, source.file if source is not None else None)
