"""Reads from two charts what changed in every squad, chapter, tribe and unit, person by person."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from spotifymodel.graph.index import Index, index_of
from spotifymodel.graph.view import View
from spotifymodel.model.ids import id_key
from spotifymodel.model.org import Org
from spotifymodel.plot.change.comparison import Comparison, DiffColumn, DiffRow, DiffSheet, Entry, Fate, Holding, Kind, Role, Tally
from spotifymodel.plot.names import called

__all__ = ["compare"]


def compare(before: Org, after: Org, no_chapter: str, members: str, no_squad: str) -> Comparison:
    """Compare two charts; whatever has the same id is the same.

    Parameters
    ----------
    before, after : Org
    no_chapter, members, no_squad : str
        What the column without a chapter is called, beside others and alone, and the row without a squad.

    Notes
    -----
    Of charts with dates whoever is ever in a squad counts. O(people + seats).
    """
    return _Comparer(before, after, (no_chapter, members, no_squad)).comparison()


class _Comparer:
    def __init__(self, before: Org, after: Org, words: tuple[str, str, str]) -> None:
        self.old, self.new = index_of(before, "design"), index_of(after, "design")
        self.no_chapter, self.members, self.no_squad = words
        names = {id_key(p): p for p in self.old.people} | {id_key(p): p for p in self.new.people}
        self.ids = names
        self.was = {id_key(p) for p in self.old.people}
        self.will = {id_key(p) for p in self.new.people}
        records = {**{id_key(p): r for p, r in self.old.people.items()}, **{id_key(p): r for p, r in self.new.people.items()}}
        self.people = {names[key]: called(record.label, names[key]) for key, record in records.items()}

    def comparison(self) -> Comparison:
        tribes = _merged(self.old.tribes, self.new.tribes)
        sheets = [self._sheet(key, a, b) for key, (a, b) in tribes.items()]
        outside = self._sheet("", None, None)
        if outside.rows or outside.columns:
            sheets.append(outside)
        return Comparison(tuple(sheets), self._units(), self.people, self._tally())

    # -- a tribe ----------------------------------------------------------------------------------------------------------

    def _sheet(self, key: str, was: str | None, now: str | None) -> DiffSheet:
        """Compare one tribe; of a squad that changed tribes each tribe shows its own side."""
        squads = _merged(_within(self.old.tribe_of, was, key), _within(self.new.tribe_of, now, key))
        chapters = _merged(_within(self.old.chapter_tribe, was, key), _within(self.new.chapter_tribe, now, key))
        columns = [self._column(a, b) for a, b in chapters.values()]
        guests = self._guests(squads.values(), chapters)
        columns += [replace(self._column(a, b), leads=(), fate="kept") for a, b in guests.values()]
        homes = [*chapters, *guests]
        rows = [self._squad(a, b, homes) for a, b in squads.values()]
        bench = self._bench(chapters, homes)
        if bench is not None:
            rows.append(bench)
        if any(row.cells[-1] for row in rows):
            columns.append(DiffColumn("", self.no_chapter if columns else self.members))
        else:
            rows = [replace(row, cells=row.cells[:-1]) for row in rows]
        name = called(self.new.tribes[now].label, now) if now else called(self.old.tribes[was].label, was) if was else ""
        fate = _fate(was, now, key)
        if fate != "kept":  # of a new tribe everything is new; that is said once
            rows, columns = [replace(row, fate="kept") for row in rows], [replace(column, fate="kept") for column in columns]
        return DiffSheet(now or was or "", name, fate, tuple(columns), tuple(rows), self._holders(was, now, key))

    def _guests(
        self, squads: Iterable[tuple[str | None, str | None]], own: Mapping[str, object]
    ) -> dict[str, tuple[str | None, str | None]]:
        """Return the chapters of other tribes of which somebody sits in one of these squads."""
        found: dict[str, None] = {}
        for was, now in squads:
            for index, squad in ((self.new, now), (self.old, was)):
                for person in index.squad_people.get(squad or "", ()):
                    found[self._home(index, id_key(person), index.tribe_of.get(squad or ""))] = None
        old, new = ({id_key(chapter): chapter for chapter in index.chapters} for index in (self.old, self.new))
        return {key: (old.get(key), new.get(key)) for key in found if key and key not in own}

    def _column(self, was: str | None, now: str | None) -> DiffColumn:
        record = self.new.chapters[now] if now else self.old.chapters[was or ""]
        leads = _sides(self.old.chapter_leads.people.get(was or "", ()), self.new.chapter_leads.people.get(now or "", ()))
        found = tuple(Holding("CL", self.ids[key], kind, self._outside(key, kind)) for key, kind in leads)
        return DiffColumn(now or was or "", called(record.label, now or was or ""), _fate(was, now, "x"), found)

    def _squad(self, was: str | None, now: str | None, homes: Sequence[str]) -> DiffRow:
        before, after = self.old.squad_people.get(was or "", ()), self.new.squad_people.get(now or "", ())
        owned = {id_key(p) for p in self.old.owners.people.get(was or "", ())}
        owns = {id_key(p) for p in self.new.owners.people.get(now or "", ())}
        cells: list[list[Entry]] = [[] for _ in range(len(homes) + 1)]
        for key, kind in _sides(before, after):
            old_home = self._home(self.old, key, self.old.tribe_of.get(was or "")) if kind != "plus" else ""
            home = self._home(self.new, key, self.new.tribe_of.get(now or "")) if kind != "minus" else old_home
            shifted = kind == "same" and home != old_home and bool(home or old_home)
            entry = Entry(
                self.ids[key], "shift" if shifted else kind, key in (owned if kind == "minus" else owns),
                gained=kind == "same" and key in owns - owned, lost=kind == "same" and key in owned - owns,
                outside=self._outside(key, kind),
            )  # fmt: skip
            cells[homes.index(home) if home in homes else -1].append(entry)
        record = self.new.squads[now] if now else self.old.squads[was or ""]
        name = called(record.label, now or was or "")
        earlier = called(self.old.squads[was].label, was) if was and now else name
        ordered = tuple(self._ordered(cell) for cell in cells)
        return DiffRow(now or was or "", name, ordered, len(before), len(after), _fate(was, now, "x"), earlier if earlier != name else "")

    def _bench(self, chapters: Mapping[str, tuple[str | None, str | None]], homes: Sequence[str]) -> DiffRow | None:
        """Compare who is in a chapter and in no squad; None where nobody is, on either side."""
        cells: list[list[Entry]] = [[] for _ in range(len(homes) + 1)]
        seen: tuple[dict[str, None], dict[str, None]] = {}, {}
        sides = [_sides(_idle(self.old, was, seen[0]), _idle(self.new, now, seen[1])) for was, now in chapters.values()]
        stayed = set(map(id_key, seen[0])) & set(map(id_key, seen[1]))
        for place, found in enumerate(sides):
            for key, kind in found:
                if key not in stayed or kind == "same":
                    cells[place].append(Entry(self.ids[key], kind, outside=self._outside(key, kind)))
                elif kind == "plus":  # from another chapter, where the same person is not drawn again
                    cells[place].append(Entry(self.ids[key], "shift"))
        if not any(cells):
            return None
        return DiffRow("", self.no_squad, tuple(self._ordered(cell) for cell in cells), len(seen[0]), len(seen[1]))

    def _holders(self, was: str | None, now: str | None, key: str) -> tuple[Holding, ...]:
        found: list[Holding] = []
        if key:
            relations: tuple[tuple[Role, str], ...] = (("TL", "tribe_leads"), ("AC", "tribe_coaches"), ("support", "support"))
            for role, relation in relations:
                before, after = (getattr(side, relation).people.get(tribe or "", ()) for side, tribe in ((self.old, was), (self.new, now)))
                found += [Holding(role, self.ids[key], kind, self._outside(key, kind)) for key, kind in _sides(before, after)]
        return tuple(found)

    def _outside(self, key: str, kind: Kind) -> bool:
        """Tell whether somebody who comes is new in the organisation, or who goes leaves it."""
        return (kind == "plus" and key not in self.was) or (kind == "minus" and key not in self.will)

    def _home(self, index: Index, key: str, tribe: str | None) -> str:
        """Return the chapter from which somebody is in a squad, by its key: one of the same tribe where there is one."""
        person = _found(index, key)
        chapters = View(index).chapters_of(person) if person is not None else ()
        home = next((c for c in chapters if index.chapter_tribe.get(c) == tribe), chapters[0] if chapters else "")
        return id_key(home)

    def _ordered(self, cell: Iterable[Entry]) -> tuple[Entry, ...]:
        """Put owners first, then who was there, who came and who went, by name."""
        turns = {"same": 0, "shift": 1, "plus": 2, "minus": 3}

        def turn(entry: Entry) -> tuple[int, bool, str, str]:
            return turns[entry.kind], not (entry.owner or entry.lost), self.people[entry.person].casefold(), entry.person

        return tuple(sorted(cell, key=turn))

    # -- the line ---------------------------------------------------------------------------------------------------------

    def _units(self) -> tuple[DiffRow, ...]:
        """Compare who sits in every unit; units without anybody on either side are left out."""
        old, new = _staff(self.old), _staff(self.new)
        rows = []
        for was, now in _merged(self.old.units, self.new.units).values():
            before, after = old.get(was or "", ()), new.get(now or "", ())
            entries = [
                Entry(
                    self.ids[key], kind, outside=self._outside(key, kind)
                )
                for key, kind in _sides(before, after)
            ]  # fmt: skip
            record = self.new.units[now] if now else self.old.units[was or ""]
            if entries:
                name = called(record.label, now or was or "")
                rows.append(DiffRow(now or was or "", name, (self._ordered(entries),), len(before), len(after), _fate(was, now, "x")))
        return tuple(rows)

    # -- everybody --------------------------------------------------------------------------------------------------------

    def _tally(self) -> Tally:
        old, new = _places(self.old), _places(self.new)
        both = old.keys() & new.keys()
        moved = {key for key in both if old[key][0] != new[key][0]}
        roles = {key for key in both - moved if old[key][1] != new[key][1]}
        return Tally(
            len(moved), len(new.keys() - old.keys()), len(old.keys() - new.keys()), len(roles), len(both) - len(moved) - len(roles)
        )


def _merged(old: Iterable[str], new: Iterable[str]) -> dict[str, tuple[str | None, str | None]]:
    """Return key → (id before, id after): what is there afterwards in its order, then what is gone."""
    was, will = {id_key(one): one for one in old}, {id_key(one): one for one in new}
    return {key: (was.get(key), one) for key, one in will.items()} | {key: (one, None) for key, one in was.items() if key not in will}


def _within(homes: Mapping[str, str | None], tribe: str | None, key: str) -> list[str]:
    """Return what lies in a tribe; outside all tribes where no key was given; nothing of a tribe that is not there."""
    return [one for one, home in homes.items() if (home == tribe if key and tribe else not key and home is None)]


def _sides(before: Iterable[str], after: Iterable[str]) -> list[tuple[str, Kind]]:
    """Return who was and is somewhere, by key, and how that changed."""
    was, will = dict.fromkeys(map(id_key, before)), dict.fromkeys(map(id_key, after))
    found: list[tuple[str, Kind]] = [(key, "same" if key in was else "plus") for key in will]
    return found + [(key, "minus") for key in was if key not in will]


def _fate(was: str | None, now: str | None, key: str) -> Fate:
    return "kept" if not key or (was and now) else "new" if now else "gone"


def _found(index: Index, key: str) -> str | None:
    """Return the id of somebody in one chart, by key."""
    found: str | None = index.names["person"].resolve(key)
    return found if found in index.people else None


def _idle(index: Index, chapter: str | None, seen: dict[str, None]) -> list[str]:
    """Return the people of a chapter who are in no squad and were not seen yet, and note them."""
    view = View(index)
    found = [p for p in index.chapter_people.people.get(chapter or "", ()) if not view.squads_of(p) and p not in seen]
    seen.update(dict.fromkeys(found))
    return found


def _staff(index: Index) -> dict[str, list[str]]:
    """Return unit → the people who sit in it."""
    view = View(index)
    found: dict[str, list[str]] = {}
    for person in index.people:
        for unit, _ in view.posts(person):
            found.setdefault(unit, []).append(person)
    return found


def _places(index: Index) -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    """Return for everybody, by key, the places where they are, and their roles."""
    view = View(index)
    asked: tuple[tuple[str, Callable[[str], Iterable[str]]], ...] = (
        ("squad", view.squads_of), ("chapter", view.chapters_of), ("unit", lambda person: (unit for unit, _ in view.posts(person))),
    )  # fmt: skip
    supported: dict[str, list[str]] = {}
    for tribe, people in index.support.people.items():
        for person in people:
            supported.setdefault(person, []).append(tribe)
    held: tuple[tuple[str, Callable[[str], Iterable[str]]], ...] = (
        ("owns", view.owned_by), ("leads", view.chapters_led), ("heads", view.tribes_led), ("coaches", view.tribes_coached),
        ("coaches squad", view.squads_coached), ("supports", lambda person: supported.get(person, ())),
    )  # fmt: skip
    return {
        id_key(person): (
            frozenset(f"{kind}:{id_key(place)}" for kind, places in asked for place in places(person)),
            frozenset(f"{role}:{id_key(place)}" for role, places in held for place in places(person)),
        )
        for person in index.people
    }
