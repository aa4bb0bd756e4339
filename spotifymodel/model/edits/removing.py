"""Removing a record, and what refers to it."""

from __future__ import annotations

from typing import Any, Self

from ...errors import EditError
from ..chart import Chart
from ..positions import FIELD_OF
from ..replacing import replaced
from .adding import NAMELESS, kind_known
from .references import follow
from .resolving import known, listed
from .rewriting import FIELDS, describe, gone, rewritten
from .roles import STANDING
from .validating import RECORD_OF

__all__ = ["Removing"]


class Removing(Chart):
    """The edit ``remove``."""

    def remove(self, kind: str, id: str, cascade: bool = False) -> Self:  # noqa: A002
        """Return a chart without a record.

        Parameters
        ----------
        kind, id : str
            Which record. A squad or chapter goes with the seats in it; a person with every seat and role they hold in
            squads, chapters, tribes, units, projects, products and guilds.
        cascade : bool
            Also take out what refers to the record: products from what a squad owns, a chapter from what it needs,
            dependencies from and to a squad, the unit of a person, waivers that a person answers for; of a tribe also its
            squads and chapters. Without it such references are an error that names them.

        Returns
        -------
        Org
            Waivers about what is gone are gone too, unless their subject could be something else.

        Raises
        ------
        NotFoundError
            When there is no such record.
        EditError
            When something refers to it (or a tribe has squads or chapters) and `cascade` is not set.

        Notes
        -----
        O(n): every reference is looked at.

        Examples
        --------
        >>> from spotifymodel.model import Org
        >>> org = Org(people=[{"id": "anna"}], squads=[{"id": "app", "members": ["anna"]}])
        >>> org.remove("person", "anna").squad("app").members
        ()
        """
        kind_known("remove", kind, RECORD_OF)
        if kind in NAMELESS:
            fix = f"Set the whole list: change('organisation', 'organisation', {NAMELESS[kind]}=[…])"
            raise EditError("remove", f"a {kind} carries no id to find it by", fix)
        name = known(self, kind, id)
        record = self._find(kind, name)
        lost = {(kind, name)}
        if kind == "tribe":
            inside = [("squad", s.id) for s in record.squads] + [("chapter", c.id) for c in record.chapters]
            if inside and not cascade:
                fix = "Move them with change(…, tribe=…), or set cascade=True to remove them too"
                raise EditError("remove", f"tribe {name!r} holds {listed(f'{k}:{i}' for k, i in inside)}", fix)
            lost.update(inside)
        new = self._lifting_out(kind, name)
        if not cascade:
            new._refuse_referred(self, kind, name, lost)
        about = {k for k, _ in lost}
        keep = ("positions",) if kind == "person" else ("positions", "_seats_squad", "_seats_chapter")
        return new._with(keep=keep, **rewritten(new, gone(self, lost), about))

    def _lifting_out(self, kind: str, name: str) -> Self:
        """Return the chart without the record itself."""
        at = self.positions.get(kind, name)
        assert at is not None
        field = FIELD_OF[kind]
        t, place = at
        old = getattr(self if t < 0 else self.tribes[t], field)
        left = (*old[:place], *old[place + 1 :])
        fields: dict[str, Any] = {field: left}
        if t >= 0:
            fields = {"tribes": (*self.tribes[:t], replaced(self.tribes[t], **{field: left}), *self.tribes[t + 1 :])}
        moved = ("tribe", "squad", "chapter") if kind == "tribe" else (kind,)
        new = self._with(keep=tuple(f"_seats_{k}" for k in ("squad", "chapter") if k not in moved), **fields)
        new.__dict__["positions"] = self.positions.without(new, *moved)
        return new

    def _refuse_referred(self, before: Chart, kind: str, name: str, lost: set[tuple[str, str]]) -> None:
        """Raise EditError when something other than a seat refers to what is lost."""
        drop = gone(before, lost)
        about = frozenset(k for k, _ in lost)
        blocking: list[str] = []
        for of_kind, record in _referring(self):
            hit: dict[str, None] = {}

            def visit(kinds: tuple[str, ...], reference: str, field: str, of_kind: str = of_kind, hit: dict[str, None] = hit) -> str:
                soft = field == "subject" or field in STANDING.get(of_kind, {})
                if not soft and drop(kinds, reference, field) is None:
                    hit[field] = None
                return reference

            follow(record, visit, about)
            if hit:
                blocking.append(f"{describe(of_kind, record)} ({', '.join(hit)})")
        if blocking:
            shown = "; ".join(blocking[:5]) + (f"; and {len(blocking) - 5} more" if len(blocking) > 5 else "")
            raise EditError(
                "remove", f"{kind} {name!r} is referred to by {shown}", "Change those first, or set cascade=True to take the references out"
            )


def _referring(chart: Chart) -> Any:
    """Yield kind and record of everything that may refer to something, records inside tribes by themselves."""
    singular = {field: kind for kind, field in {**FIELD_OF, **NAMELESS}.items()}
    for field in FIELDS:
        for record in getattr(chart, field):
            yield singular[field], replaced(record, squads=(), chapters=()) if field == "tribes" else record
    for tribe in chart.tribes:
        yield from (("chapter", chapter) for chapter in tribe.chapters)
        yield from (("squad", squad) for squad in tribe.squads)
