"""What a chart holds, and how to look things up in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Any, Literal, Self

from pydantic.dataclasses import dataclass

from .fields import NOTHING, RECORD, Extra, Name
from .ids import id_key, not_found, split_reference
from .line import Dependency, Gate, Product, Project, Unit, Waiver
from .people import Person, Skill
from .source import Source
from .teams import Chapter, Guild, Squad, Tribe

__all__ = ["Chart", "Language", "Mode", "OrganisationKind"]

OrganisationKind = Literal["traditional", "virtual_chain", "life_event_chain", "hybrid", "agile"]
Mode = Literal["design", "live"]
Language = Literal["nl", "en"]

#: The top-level lists of a chart: field -> kind of what stands in it.
LISTS: dict[str, str] = {
    "people": "person",
    "units": "unit",
    "tribes": "tribe",
    "squads": "squad",
    "chapters": "chapter",
    "products": "product",
    "projects": "project",
    "guilds": "guild",
    "skills": "skill",
}
FIELD_OF = {kind: field for field, kind in LISTS.items()}


@dataclass(frozen=True, config=RECORD)
class Chart:
    """The data of an organisation chart; :class:`~spotifymodel.model.org.Org` adds what can be done with it."""

    people: tuple[Person, ...] = ()
    organisation: Name | None = None
    kind: OrganisationKind | None = None
    mode: Mode = "design"
    profile: Name | None = None
    language: Language | None = None
    units: tuple[Unit, ...] = ()
    tribes: tuple[Tribe, ...] = ()
    squads: tuple[Squad, ...] = ()
    chapters: tuple[Chapter, ...] = ()
    products: tuple[Product, ...] = ()
    projects: tuple[Project, ...] = ()
    dependencies: tuple[Dependency, ...] = ()
    guilds: tuple[Guild, ...] = ()
    skills: tuple[Skill, ...] = ()
    gates: tuple[Gate, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    extra: Extra = NOTHING

    # -- look-ups ------------------------------------------------------------------------------------------------

    def person(self, wanted: str) -> Person:
        """Return a person by id; raises :class:`~spotifymodel.errors.NotFoundError` with "did you mean"."""
        record: Person = self._find("person", wanted)
        return record

    def tribe(self, wanted: str) -> Tribe:
        """Return a tribe by id."""
        record: Tribe = self._find("tribe", wanted)
        return record

    def squad(self, wanted: str) -> Squad:
        """Return a squad by id, in whichever tribe it stands."""
        record: Squad = self._find("squad", wanted)
        return record

    def chapter(self, wanted: str) -> Chapter:
        """Return a chapter by id, in whichever tribe it stands."""
        record: Chapter = self._find("chapter", wanted)
        return record

    def unit(self, wanted: str) -> Unit:
        """Return a unit of the line organisation by id."""
        record: Unit = self._find("unit", wanted)
        return record

    def product(self, wanted: str) -> Product:
        """Return a product, journey or service by id."""
        record: Product = self._find("product", wanted)
        return record

    def guild(self, wanted: str) -> Guild:
        """Return a guild by id."""
        record: Guild = self._find("guild", wanted)
        return record

    def all_squads(self) -> Iterator[tuple[Tribe | None, Squad]]:
        """Yield every squad with its tribe, those outside tribes last, in the order of the chart."""
        for tribe in self.tribes:
            for squad in tribe.squads:
                yield tribe, squad
        for squad in self.squads:
            yield None, squad

    def all_chapters(self) -> Iterator[tuple[Tribe | None, Chapter]]:
        """Yield every chapter with its tribe, those outside tribes last, in the order of the chart."""
        for tribe in self.tribes:
            for chapter in tribe.chapters:
                yield tribe, chapter
        for chapter in self.chapters:
            yield None, chapter

    def records(self, kind: str) -> Iterator[Any]:
        """Yield every record of a kind, in the order of the chart."""
        if kind == "squad":
            yield from (squad for _, squad in self.all_squads())
        elif kind == "chapter":
            yield from (chapter for _, chapter in self.all_chapters())
        else:
            yield from getattr(self, FIELD_OF[kind])

    def has(self, kind: str, wanted: str) -> bool:
        """Tell whether a record of this kind and id exists."""
        return self._seek(kind, wanted) is not None

    def _find(self, kind: str, wanted: str) -> Any:
        found = self._seek(kind, wanted)
        if found is None:
            raise not_found(kind, wanted, (r.id for r in self.records(kind)))
        return found

    def _seek(self, kind: str, wanted: str) -> Any:
        """Return the record or ``None``; exact ids first, then by key, then with a leading ``kind:`` taken off."""
        at = self.positions.get(kind, wanted)
        if at is None:
            named, rest = split_reference(wanted)
            at = self.positions.get(kind, rest) if named == kind else None
        return None if at is None else self.record_at(kind, at)

    def record_at(self, kind: str, at: Position) -> Any:
        """Return the record at a position: ``(tribe or -1, place)`` for squads and chapters, ``(-1, place)`` else."""
        tribe, place = at
        holder: Any = self if tribe < 0 else self.tribes[tribe]
        return getattr(holder, FIELD_OF[kind])[place]

    # -- what is derived, or remembered beside the data --------------------------------------------------------------

    @cached_property
    def positions(self) -> Positions:
        """Where every record stands; shared between charts whose structure is the same."""
        return Positions(self)

    @property
    def source(self) -> Source | None:
        """Where the chart was read from; ``None`` for one made in Python. Not part of equality."""
        source: Source | None = self.__dict__.get("_source")
        return source

    def with_source(self, source: Source | None) -> Self:
        """Return the same chart that knows its source."""
        new = self._with()
        if source is not None:
            new.__dict__["_source"] = source
            source.adopt(new)
        return new

    def _with(self, **fields: Any) -> Self:
        """Return a copy with some fields replaced by values that are known to be valid: O(1) whatever the size."""
        new = object.__new__(type(self))
        data = new.__dict__
        mine = self.__dict__
        for name in self.__dataclass_fields__:
            data[name] = mine[name]
        if "_source" in mine:
            data["_source"] = mine["_source"]
        data.update(fields)
        return new


Position = tuple[int, int]


class Positions:
    """Where the records of each kind stand, by id and by key; built per kind on first use."""

    __slots__ = ("_chart", "_exact", "_keys")

    def __init__(self, chart: Chart) -> None:
        self._chart = chart
        self._exact: dict[str, dict[str, Position]] = {}
        self._keys: dict[str, dict[str, Position]] = {}

    def of(self, kind: str) -> Mapping[str, Position]:
        """Return id -> position for one kind."""
        known = self._exact.get(kind)
        if known is None:
            known = self._exact[kind] = dict(_BUILD.get(kind, _flat(kind))(self._chart))
        return known

    def get(self, kind: str, wanted: str) -> Position | None:
        """Return the position of an id, compared exactly first and by key after; ``None`` on a miss."""
        exact = self.of(kind)
        found = exact.get(wanted)
        if found is None:
            keys = self._keys.get(kind)
            if keys is None:
                keys = self._keys[kind] = {id_key(i): at for i, at in exact.items()}
            found = keys.get(id_key(wanted))
        return found


def _nested(field: str) -> Callable[[Chart], Iterator[tuple[str, Position]]]:
    def build(chart: Chart) -> Iterator[tuple[str, Position]]:
        for t, tribe in enumerate(chart.tribes):
            for k, record in enumerate(getattr(tribe, field)):
                yield record.id, (t, k)
        for k, record in enumerate(getattr(chart, field)):
            yield record.id, (-1, k)

    return build


def _flat(kind: str) -> Callable[[Chart], Iterator[tuple[str, Position]]]:
    def build(chart: Chart) -> Iterator[tuple[str, Position]]:
        for k, record in enumerate(getattr(chart, FIELD_OF[kind])):
            yield record.id, (-1, k)

    return build


_BUILD = {"squad": _nested("squads"), "chapter": _nested("chapters")}
