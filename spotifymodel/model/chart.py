"""What a chart holds, and how to look things up in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, Literal, Self

from .fields import EXTRA, NAME, NOTHING, Extra, choice, listed, optional
from .ids import not_found, not_text
from .line import Dependency, Gate, Product, Project, Unit, Waiver
from .people import Person, Skill
from .positions import FIELD_OF, Position, Positions
from .record import nested, record, value
from .replacing import replaced
from .source import Source
from .teams import Chapter, Guild, Squad, Tribe

__all__ = ["Chart", "Language", "Mode", "OrganisationKind"]

OrganisationKind = Literal["traditional", "virtual_chain", "life_event_chain", "hybrid", "agile"]
Mode = Literal["design", "live"]
Language = Literal["nl", "en"]


@record(slots=False)
class Chart:
    """The data of an organisation chart; :class:`~spotifymodel.model.org.Org` adds what can be done with it."""

    people: tuple[Person, ...] = value(listed(nested(Person)), default=())
    organisation: str | None = value(optional(NAME), default=None)
    kind: OrganisationKind | None = value(optional(choice(OrganisationKind)), default=None)
    mode: Mode = value(choice(Mode), default="design")
    profile: str | None = value(optional(NAME), default=None)
    language: Language | None = value(optional(choice(Language)), default=None)
    units: tuple[Unit, ...] = value(listed(nested(Unit)), default=())
    tribes: tuple[Tribe, ...] = value(listed(nested(Tribe)), default=())
    squads: tuple[Squad, ...] = value(listed(nested(Squad)), default=())
    chapters: tuple[Chapter, ...] = value(listed(nested(Chapter)), default=())
    products: tuple[Product, ...] = value(listed(nested(Product)), default=())
    projects: tuple[Project, ...] = value(listed(nested(Project)), default=())
    dependencies: tuple[Dependency, ...] = value(listed(nested(Dependency)), default=())
    guilds: tuple[Guild, ...] = value(listed(nested(Guild)), default=())
    skills: tuple[Skill, ...] = value(listed(nested(Skill)), default=())
    gates: tuple[Gate, ...] = value(listed(nested(Gate)), default=())
    waivers: tuple[Waiver, ...] = value(listed(nested(Waiver)), default=())
    extra: Extra = value(EXTRA, default=NOTHING)

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
        if not isinstance(wanted, str):
            raise not_text(kind, wanted)
        at = self.positions.seek(kind, wanted)
        return None if at is None else self.record_at(kind, at)

    def canonical(self, kind: str, reference: str) -> str | None:
        """Return the declared id that a reference to this kind means, however it is spelled; ``None`` on a miss.

        Examples
        --------
        >>> chart = Chart(squads=[{"id": "hypotheek-app"}])
        >>> chart.canonical("squad", "squad:Hypotheek-App")
        'hypotheek-app'
        """
        if isinstance(reference, str) and reference in self.positions.exact(kind):
            return reference
        found = self._seek(kind, reference)
        return None if found is None else found.id

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

    def _with(self, keep: tuple[str, ...] = (), **fields: Any) -> Self:
        """Return a copy with some fields replaced by values that are known to be valid: O(1) whatever the size.

        Parameters
        ----------
        keep : tuple of str
            Names of remembered tables that stay true for the new chart, such as ``"positions"``.
        **fields
            New values; nothing is validated.
        """
        new = object.__new__(type(self))
        data, mine = new.__dict__, self.__dict__
        for name in self.__dataclass_fields__:
            data[name] = mine[name]
        for name in (*keep, "_source"):
            if name in mine:
                data[name] = mine[name]
        data.update(fields)
        return new

    def _placing(self, kind: str, changed: Mapping[Position, Any]) -> dict[str, Any]:
        """Return the fields of a chart in which other records stand at these positions; everything else is shared."""
        field = FIELD_OF[kind]
        by_tribe: dict[int, dict[int, Any]] = {}
        for (tribe, place), fresh in changed.items():
            by_tribe.setdefault(tribe, {})[place] = fresh
        fields: dict[str, Any] = {}
        if -1 in by_tribe:
            fields[field] = _with_items(getattr(self, field), by_tribe.pop(-1))
        if by_tribe:
            tribes = list(self.tribes)
            for t, items in by_tribe.items():
                tribes[t] = replaced(tribes[t], **{field: _with_items(getattr(tribes[t], field), items)})
            fields["tribes"] = tuple(tribes)
        return fields

    # -- as a value --------------------------------------------------------------------------------------------------

    def __hash__(self) -> int:
        """Hash over ids and seats: charts that are equal agree, and two steps of a transition differ. O(n), remembered."""
        known: int | None = self.__dict__.get("_hash")
        if known is None:
            squads = tuple((s.id, s.product_owner, s.members) for _, s in self.all_squads())
            chapters = tuple((c.id, c.lead, c.members) for _, c in self.all_chapters())
            known = self.__dict__["_hash"] = hash((self.organisation, tuple(p.id for p in self.people), squads, chapters))
        return known

    def __getstate__(self) -> dict[str, Any]:
        """Give copies and pickles the data alone: tables are derived again, and the way back to a file stays behind."""
        return {name: self.__dict__[name] for name in self.__dataclass_fields__}

    def __copy__(self) -> Self:
        return self._with(keep=("positions",))


def _with_items(records: tuple[Any, ...], items: Mapping[int, Any]) -> tuple[Any, ...]:
    new = list(records)
    for place, fresh in items.items():
        new[place] = fresh
    return tuple(new)
