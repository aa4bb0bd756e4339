"""Changing what a record says: its fields, its id, the tribe it stands in."""

from __future__ import annotations

from typing import Any, Self

from ...errors import EditError
from ..chart import Chart
from ..positions import FIELD_OF, LISTS, Position
from ..replacing import replaced
from .adding import NAMELESS, kind_known
from .ranking import put_before
from .resolving import known
from .rewriting import renaming, rewritten
from .roles import SEATED
from .validating import RECORD_OF, own, refusal, spelled, validated
from .vetting import ORGANISATION, vet, vet_chart, vet_id, vet_line

__all__ = ["Changing"]


class Changing(Chart):
    """The edit ``change``."""

    def change(self, kind: str, id: str, /, **fields: Any) -> Self:  # noqa: A002
        """Return a chart in which a record says something else.

        Parameters
        ----------
        kind : str
            As in :meth:`add`; also ``organisation`` for what stands at the top of a file (name, kind, mode, profile, language,
            and whole lists such as ``dependencies=[…]``, ``gates=[…]``, ``waivers=[…]``, whose records carry no id).
        id : str
            Which record; ``"organisation"`` for the top.
        **fields
            New values, as in files; an interval begins with ``start``. ``None`` clears a field. A new ``id`` renames the
            record and every reference follows, waivers included unless their subject could be something else. ``tribe``
            moves a squad or chapter to another tribe, last in its list; ``tribe=None`` moves it outside tribes. ``before`` puts
            the record right before another of its list; ``before=None`` puts it last.

        Raises
        ------
        NotFoundError
            When the record, or something that a new value refers to, does not exist.
        EditError
            When a field is unknown or has a value that no file may have, the new id is taken, or the line of a person or unit
            would lead back to itself.

        Notes
        -----
        Untouched records stay the same objects, so they keep their place in the file. Renaming costs O(n).

        Examples
        --------
        >>> from spotifymodel.model import Org
        >>> org = Org(people=[{"id": "vac-1", "vacancy": True}], squads=[{"id": "verhuizen", "members": ["vac-1"]}])
        >>> hired = org.change("person", "vac-1", id="nina", vacancy=None)
        >>> hired.squad("verhuizen").members, hired.person("nina").vacancy
        (('nina',), False)
        """
        if kind in NAMELESS:
            fix = f"Set the whole list: change('organisation', 'organisation', {NAMELESS[kind]}=[…])"
            raise EditError("change", f"a {kind} carries no id to find it by", fix)
        kind_known("change", kind, [k for k in RECORD_OF if k not in NAMELESS] + [ORGANISATION])
        if not fields:
            raise EditError("change", "it is not said what to change", "Give fields, such as name='…'; None clears one")
        if kind == ORGANISATION:
            return self._change_top(id, fields)
        name = known(self, kind, id)
        given = spelled(RECORD_OF[kind], fields)
        new = self
        if kind in {"squad", "chapter"} and "tribe" in given:
            new = new._change_tribe(kind, name, given.pop("tribe"))
        if "before" in given:
            new = new._change_place(kind, name, given.pop("before"))
        new_id = given.get("id", name)
        if new_id is None:
            raise EditError("change", "an id cannot be cleared", "Give another one")
        if kind == "tribe" and (inside := [f for f in ("squads", "chapters") if f in given]):
            raise EditError("change", f"the {inside[0]} of a tribe are records of their own", "Add, change, remove, split or merge them")
        if given:
            new = new._change_fields(kind, name, given)
        return new

    def _change_fields(self, kind: str, name: str, given: dict[str, Any]) -> Self:
        at = self.positions.get(kind, name)
        assert at is not None
        old = self.record_at(kind, at)
        values = validated("change", kind, old, given)
        new_id = values.pop("id", name)
        record = replaced(old, **values)
        keep = ["positions", *(f"_seats_{k}" for k in SEATED if k != kind or values.keys().isdisjoint(SEATED[k]))]
        new = self._with(keep=tuple(keep), **self._placing(kind, {at: record}))
        vet(new, "change", kind, record, frozenset(values))
        if not values.keys().isdisjoint({"parent", "reports_to"}):
            vet_line(new, "change", kind, name)
        return new if new_id == name else new._rename(kind, at, name, new_id)

    def _rename(self, kind: str, at: Position, old: str, new_id: str) -> Self:
        vet_id(self, "change", kind, new_id, old)
        record = replaced(self.record_at(kind, at), id=new_id)
        after = self._with(**self._placing(kind, {at: record}))
        after.__dict__["positions"] = self.positions.without(after, kind)
        followed = rewritten(after, renaming(self, after, {(kind, old): new_id}), (kind,))
        return after._with(keep=("positions",), **followed)

    def _change_tribe(self, kind: str, name: str, tribe: str | None) -> Self:
        at = self.positions.get(kind, name)
        assert at is not None
        to = -1 if tribe is None else self._tribe_place(known(self, "tribe", tribe))
        field = FIELD_OF[kind]
        record = self.record_at(kind, at)
        if to == at[0]:
            return self
        tribes = list(self.tribes)
        lists: dict[int, tuple[Any, ...]] = {}
        for t in (at[0], to):
            lists[t] = getattr(self if t < 0 else tribes[t], field)
        lists[at[0]] = lists[at[0]][: at[1]] + lists[at[0]][at[1] + 1 :]
        lists[to] = (*lists[to], record)
        fields: dict[str, Any] = {}
        for t, records in lists.items():
            if t < 0:
                fields[field] = records
            else:
                tribes[t] = replaced(tribes[t], **{field: records})
        new = self._with(keep=("_seats_squad", "_seats_chapter"), tribes=tuple(tribes), **fields)
        new.__dict__["positions"] = self.positions.without(new, kind)
        return new

    def _change_place(self, kind: str, name: str, other: str | None) -> Self:
        new = self._with(keep=("_seats_squad", "_seats_chapter"), **put_before(self, kind, name, other))
        moved = ("tribe", "squad", "chapter") if kind == "tribe" else (kind,)
        new.__dict__["positions"] = self.positions.without(new, *moved)
        return new

    def _tribe_place(self, tribe: str) -> int:
        """Return the place of a tribe in the chart."""
        at = self.positions.get("tribe", tribe)
        assert at is not None
        return at[1]

    def _change_top(self, name: str, given: dict[str, Any]) -> Self:
        """Change what stands at the top of a file; lists are checked with the whole chart."""
        if name != ORGANISATION:
            raise EditError(
                "change",
                f"there is one organisation, and {name!r} is not how to name it",
                "Write change('organisation', 'organisation', …)",
            )
        from pydantic_core import ValidationError

        try:
            probe = Chart(**{field: own("change", ORGANISATION, value, field) for field, value in given.items() if value is not None})
        except ValidationError as error:
            raise refusal("change", ORGANISATION, Chart, error) from None
        unknown = [field for field in given if field not in self.__dataclass_fields__]
        if unknown:
            raise EditError("change", f"this organisation has no field {unknown[0]!r}")
        lists = not given.keys().isdisjoint({*LISTS, *NAMELESS.values()})
        keep = () if lists else ("positions", "_seats_squad", "_seats_chapter")
        new = self._with(keep=keep, **{field: getattr(probe, field) for field in given})
        if lists:
            vet_chart(new, "change")
        return new
