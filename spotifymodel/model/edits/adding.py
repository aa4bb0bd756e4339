"""Adding a record."""

from __future__ import annotations

from typing import Any, Self

from ...errors import EditError
from ..chart import Chart
from ..ids import id_key, nearest
from ..positions import FIELD_OF, Position, Positions
from ..replacing import replaced
from ..teams import Tribe
from .references import DECIDERS
from .resolving import known, meanings
from .rewriting import qualifying
from .roles import SEATED
from .validating import RECORD_OF, built, spelled
from .vetting import vet, vet_id, vet_line, vet_skills

__all__ = ["NAMELESS", "Adding", "kind_known"]

#: Kinds without an id -> the list they stand in.
NAMELESS = {"dependency": "dependencies", "gate": "gates", "waiver": "waivers"}


class Adding(Chart):
    """The edit ``add``."""

    def add(self, kind: str, /, id: str | None = None, *, tribe: str | None = None, **fields: Any) -> Self:  # noqa: A002
        """Return a chart with one record more, last in its list.

        Parameters
        ----------
        kind : str
            ``person``, ``unit``, ``tribe``, ``squad``, ``chapter``, ``product``, ``project``, ``guild``, ``skill``; or
            ``dependency``, ``gate``, ``waiver``, which carry no id.
        id : str
            Unique among its kind.
        tribe : str, optional
            For a squad or chapter: the tribe it stands in; without one it stands outside tribes.
        **fields
            As in files; an interval begins with ``start``. A tribe may bring its squads and chapters along.

        Raises
        ------
        NotFoundError
            When a field refers to something that the chart does not declare.
        EditError
            When the id is taken, or a field is unknown or has a value that no file may have.

        Notes
        -----
        Where the new id makes the holder of a decision right ambiguous (``app`` was a squad and is now also a chapter), the
        old reference gets its kind written out.

        Examples
        --------
        >>> from spotifymodel.model import Org
        >>> org = Org.new("Polderbank").add("tribe", id="hypotheek").add("squad", id="verhuizen", tribe="hypotheek")
        >>> org.tribe("hypotheek").squads[0].id
        'verhuizen'
        """
        kind_known("add", kind, RECORD_OF)
        given = {name: value for name, value in spelled(RECORD_OF[kind], fields).items() if value is not None}
        if kind not in NAMELESS:
            if id is None:
                raise EditError("add", f"this {kind} has no id", f"Name it, such as add({kind!r}, id='…')")
            given["id"] = id
        elif id is not None:
            raise EditError("add", f"a {kind} carries no id", "Leave the id out")
        record = built("add", RECORD_OF[kind], kind, given)
        if tribe is not None and kind not in {"squad", "chapter"}:
            raise EditError("add", f"a {kind} does not stand in a tribe", "Leave tribe out")
        if kind in NAMELESS:
            field = NAMELESS[kind]
            new = self._with(keep=("positions", "_seats_squad", "_seats_chapter"), **{field: (*getattr(self, field), record)})
            vet(new, "add", kind, record)
            return new
        vet_id(self, "add", kind, record.id)
        new = self._appending(kind, record, None if tribe is None else known(self, "tribe", tribe))
        if kind == "tribe":
            self._vet_inside(record)
        vet(new, "add", kind, record)
        if kind in {"unit", "person"}:
            vet_line(new, "add", kind, record.id)
        if kind == "skill" and not self.skills:
            vet_skills(new, "add")
        names = [(kind, record.id)]
        if kind == "tribe":
            names += [("squad", one.id) for one in record.squads] + [("chapter", one.id) for one in record.chapters]
        if any(k in DECIDERS and len(meanings(new, DECIDERS, name)) > 1 for k, name in names):
            new = new._with(keep=("positions",), **qualifying(self, new))
        return new

    def _vet_inside(self, tribe: Tribe) -> None:
        """Check the ids of the squads and chapters that a tribe brings along."""
        for kind in ("squad", "chapter"):
            seen: set[str] = set()
            for one in getattr(tribe, FIELD_OF[kind]):
                vet_id(self, "add", kind, one.id)
                key = id_key(one.id)
                if key in seen:
                    raise EditError("add", f"{kind} {one.id!r} is declared twice", "Give one of the two another id")
                seen.add(key)

    def _appending(self, kind: str, record: Any, tribe: str | None) -> Self:
        """Return the chart with a record behind the others of its list; tables follow as far as they stay true."""
        field = FIELD_OF[kind]
        if tribe is None:
            old = getattr(self, field)
            at: Position = (-1, len(old))
            fields = {field: (*old, record)}
        else:
            t = _must(self.positions.get("tribe", tribe))[1]
            holder = self.tribes[t]
            old = getattr(holder, field)
            at = (t, len(old))
            changed = replaced(holder, **{field: (*old, record)})
            fields = {"tribes": (*self.tribes[:t], changed, *self.tribes[t + 1 :])}
        keep = [f"_seats_{k}" for k in SEATED if not (kind == "tribe" or (k == kind and any(getattr(record, f) for f in SEATED[k])))]
        new = self._with(keep=tuple(keep), **fields)
        positions: Positions = self.positions.appended(new, kind, record.id, at)
        if kind == "tribe" and (record.squads or record.chapters):
            positions = positions.without(new, "squad", "chapter")
        new.__dict__["positions"] = positions
        return new


def kind_known(op: str, kind: str, kinds: Any) -> None:
    """Raise EditError for a kind that this edit does not know."""
    if kind not in kinds:
        near = nearest(str(kind), kinds, most=1)
        fix = f"Did you mean {near[0]!r}?" if near else f"Kinds are {', '.join(kinds)}"
        raise EditError(op, f"there is no kind {kind!r}", fix)


def _must(position: Position | None) -> Position:
    assert position is not None
    return position
