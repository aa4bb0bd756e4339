"""Merging squads, chapters or tribes, with nobody lost."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Self

from ...errors import EditError
from ..chart import Chart
from ..ids import split_reference
from ..positions import FIELD_OF
from ..replacing import replaced
from ..seats import Seat
from .dates import clipped, ends
from .holding import holder_of, who_stands
from .resolving import place
from .rewriting import renaming, rewritten
from .roles import STANDING
from .validating import RECORD_OF, built
from .vetting import vet_id

__all__ = ["Merging"]

KINDS = ("squad", "tribe", "chapter")
#: Fields of which the first that says something counts.
FIRST = ("name", "purpose", "mission", "kind", "mandate", "decision_rights")
#: Lists of references, and what they refer to.
LISTED = {"owns": "product", "scope": "product", "critical_skills": "skill"}


class Merging(Chart):
    """The edit ``merge``."""

    def merge(self, subjects: Iterable[str], into: str) -> Self:
        """Return a chart in which several squads, chapters or tribes have become one.

        Parameters
        ----------
        subjects : iterable of str
            Ids of squads, of chapters or of tribes; ``kind:id`` where a bare id could mean two of them.
        into : str
            Id of the one that takes the others in, whether among the subjects or not, or a new id.

        Returns
        -------
        Org
            The one stands where `into` stood, or else the first subject. It has

            * everybody in every role, once; of somebody who had the same role in two of them for the same days, the
              declared allocations add up to at most 1, and an undeclared one stays undeclared;
            * all products, skills, squads and chapters; needs added up per chapter; of required skills the highest level;
            * of name, mission, purpose, kind, mandate and decision rights the first that is given, beginning with `into`;
            * the life from the first start to the last until; where one of them lived shorter, its seats carry its dates.

            What referred to any of them refers to it; dependencies among them are gone.

        Raises
        ------
        NotFoundError
            When a subject does not exist.
        EditError
            When there are fewer than two, they are of different kinds, or the new id is taken.

        Examples
        --------
        >>> from spotifymodel.model import Org
        >>> squads = [{"id": "app", "members": ["anna"]}, {"id": "web", "members": ["ben", "anna"]}]
        >>> org = Org(people=[{"id": "anna"}, {"id": "ben"}], squads=squads).merge(["app", "web"], into="app")
        >>> [(s.id, s.members) for s in org.squads]
        [('app', ('anna', 'ben'))]
        """
        found = [place(self, "merge", one, KINDS, strict=True) for one in subjects]
        if not found:
            raise EditError("merge", "nothing is given to merge", "Give at least two ids")
        kind = found[0][0]
        other = next((k for k, _ in found if k != kind), None)
        if other is not None:
            raise EditError("merge", f"a {kind} and a {other} cannot become one", "Give squads, or chapters, or tribes")
        ids = list(dict.fromkeys(self.record_at(kind, at).id for _, at in found))
        heir = self.canonical(kind, into)
        name = heir if heir is not None else into.removeprefix(f"{kind}:") if split_reference(into)[0] == kind else into
        first = ids[0]
        if heir is not None:
            ids = [heir, *(i for i in ids if i != heir)]
            first = heir
        else:
            vet_id(self, "merge", kind, name)
        if len(ids) < 2:
            raise EditError("merge", f"{kind} {ids[0]!r} is the only one given", "Give at least two")
        records = [self._find(kind, i) for i in ids]
        one = self._united(kind, name, records)
        after = self._in_place_of(kind, first, set(ids), one)
        follow = renaming(self, after, {(kind, i): name for i in ids})
        after = after._with(keep=("positions",), **rewritten(after, follow, (kind,)))
        return after._with_dependencies_outside(name) if kind == "squad" else after

    def _united(self, kind: str, name: str, records: Sequence[Any]) -> Any:
        """Return one record of all of them, the heir first."""
        empty = built("merge", RECORD_OF[kind], kind, {"id": name})
        fields: dict[str, Any] = {"extra": {k: v for r in reversed(records) for k, v in r.extra.items()} or empty.extra}
        life = None
        if kind != "tribe":
            starts, untils = [r.start for r in records], [r.until for r in records]
            life = (None if None in starts else min(starts), None if None in untils else max(untils))
            fields["start"], fields["until"] = life
        for field in empty.__slots__:
            values = [getattr(r, field) for r in records]
            if field in FIRST:
                fields[field] = next((v for v in values if v is not None), None)
            elif field in STANDING[kind]:
                fields[field] = self._everybody(list(zip(values, records, strict=True)), life)
            elif field in LISTED:
                fields[field] = self._distinct(LISTED[field], values)
            elif field in {"squads", "chapters"}:
                fields[field] = tuple(one for value in values for one in value)
            elif field in {"needs", "required_skills"}:
                fields[field] = self._amounts(field, values) or getattr(empty, field)
        if kind == "chapter":
            disciplines = self._distinct("skill", [r.disciplines for r in records])
            fields["discipline"] = disciplines if len(disciplines) > 1 else disciplines[0] if disciplines else None
        if kind == "tribe":
            fields["mixed_on_purpose"] = any(r.mixed_on_purpose for r in records)
        return replaced(empty, **fields)

    def _everybody(self, lists: list[tuple[tuple[str | Seat, ...], Any]], life: Any) -> tuple[str | Seat, ...]:
        """Return the seats of several lists, one per person and interval."""
        shares: dict[tuple[str, Any, Any], float | None] = {}
        for holders, record in lists:
            here: dict[tuple[str, Any, Any], float | None] = {}
            for holder in holders:
                shorter = life is not None and (record.start, record.until) != life
                seat = clipped(holder, Seat, record.start, record.until) if shorter else holder
                if seat is None:
                    continue  # it never counted: no day of it lies in the life of its squad
                key = (who_stands(self, seat), *ends(seat))
                mine = None if isinstance(seat, str) else seat.allocation
                known = here.get(key, mine)
                here[key] = mine if known is None or mine is None else max(known, mine)
            for key, mine in here.items():
                if key in shares:
                    known = shares[key]
                    mine = None if known is None or mine is None else min(1.0, round(known + mine, 9))
                shares[key] = mine
        return tuple(holder_of(person, share, start, until) for (person, start, until), share in shares.items())

    def _distinct(self, kind: str, lists: Iterable[Iterable[str]]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.canonical(kind, one) or one for one_list in lists for one in one_list))

    def _amounts(self, field: str, values: Iterable[Any]) -> dict[str, Any]:
        kind = "chapter" if field == "needs" else "skill"
        total: dict[str, Any] = {}
        for value in values:
            for key, amount in value.items():
                name = self.canonical(kind, key) or key
                known = total.get(name, 0)
                total[name] = known + amount if field == "needs" else max(known, amount)
        return total

    def _in_place_of(self, kind: str, first: str, ids: set[str], one: Any) -> Self:
        """Return the chart with one record where the first stood, and without the others."""
        field = FIELD_OF[kind]

        def put(records: tuple[Any, ...]) -> tuple[Any, ...]:
            if not any(r.id in ids for r in records):
                return records
            return tuple(one if r.id == first else r for r in records if r.id == first or r.id not in ids)

        fields: dict[str, Any] = {field: put(getattr(self, field))}
        if kind != "tribe":
            tribes = [(t, put(getattr(t, field))) for t in self.tribes]
            fields["tribes"] = tuple(t if new is getattr(t, field) else replaced(t, **{field: new}) for t, new in tribes)
        after = self._with(**fields)
        moved = ("tribe", "squad", "chapter") if kind == "tribe" else (kind,)
        after.__dict__["positions"] = self.positions.without(after, *moved)
        return after

    def _with_dependencies_outside(self, name: str) -> Self:
        """Return the chart without dependencies of a squad on itself, and without those that are now said twice."""
        left: list[Any] = []
        for one in self.dependencies:
            if name in (one.source, one.target) and (one.source == one.target or one in left):
                continue
            left.append(one)
        return self if len(left) == len(self.dependencies) else self._with(keep=("positions",), dependencies=tuple(left))
