"""Giving somebody a role of a team, a tribe, a unit or a product, and taking it back."""

from __future__ import annotations

import datetime as dt
from typing import Any, Self

from ...errors import EditError
from ..chart import Chart
from ..ids import nearest
from ..positions import Position
from ..replacing import replaced
from ..seats import Seat
from .dates import ends, interval, outside, overlap
from .holding import entered, holder_of, parted, settled, who_stands
from .resolving import either, known, listed, place
from .roles import ROLES, STANDING
from .validating import allocation_of

__all__ = ["Appointing"]


class Appointing(Chart):
    """The edits ``appoint`` and ``relieve``."""

    def appoint(
        self,
        person: str,
        role: str,
        of: str,
        replace: bool = False,
        join: bool = False,
        allocation: float | None = None,
        start: dt.date | str | None = None,
        until: dt.date | str | None = None,
    ) -> Self:
        """Return a chart in which somebody holds a role.

        Parameters
        ----------
        person : str
            Id of the person or vacancy.
        role : str
            ``product_owner``, ``agile_coach``, ``steerer``, ``compliance`` of a squad; ``chapter_lead``; ``tribe_lead``,
            ``agile_coach``, ``support``, ``management_team`` of a tribe; ``manager`` of a unit or project; ``coordinator`` of a
            guild; ``review_owner`` of a product; ``member``.
        of : str
            Id of what the role is held in; ``kind:id`` where a bare id could mean two things.
        replace : bool
            Nobody else holds the role from `start` to `until`: others stop on the day that this one starts, and come back
            on `until`. Without dates the others are gone. An earlier seat of the person in this role is replaced likewise.
        join : bool
            Also sit in the squad (or chapter) as a member, with the same allocation and dates, unless that is so already.
            An appointed owner is not silently a member.
        allocation, start, until
            As in :meth:`join`.

        Raises
        ------
        NotFoundError
            When the person, or what the role is held in, does not exist.
        EditError
            When there is no such role, the person holds it on one of these days already, or `of` could mean two things.

        Examples
        --------
        >>> from spotifymodel.model import Org
        >>> org = Org(people=[{"id": "pim"}, {"id": "anna"}], squads=[{"id": "verhuizen", "product_owner": "anna"}])
        >>> org.appoint("pim", "product_owner", of="verhuizen", replace=True).squad("verhuizen").product_owner
        ('pim',)
        """
        who = known(self, "person", person)
        kind, at, field = self._office("appoint", role, of)
        first, last = interval("appoint", start, until)
        holder = holder_of(who, allocation_of("appoint", allocation), first, last)
        record = self.record_at(kind, at)
        holders = getattr(record, field)
        where = f"{kind} {record.id!r}"
        touched = {who: None}
        if replace:
            touched |= dict.fromkeys(who_stands(self, one) for one in holders)
            new = (*(part for one in holders for part in outside(one, first, last)), holder)
            if new == holders:
                raise EditError("appoint", f"{who!r} has the role {role!r} in {where} already, and nobody else has it")
        else:
            new = entered(self, "appoint", where, role, holders, holder)
        changes: dict[str, Any] = {field: new}
        if join:
            changes |= self._membership(kind, record, who, holder)
        return settled(self, kind, {at: replaced(record, **changes)}, touched)

    def relieve(self, person: str, role: str, of: str) -> Self:
        """Return a chart in which somebody no longer holds a role; other roles and seats stay.

        Parameters
        ----------
        person, role, of
            As in :meth:`appoint`.

        Raises
        ------
        NotFoundError
            When the person, or what the role is held in, does not exist.
        EditError
            When there is no such role, or the person does not hold it; the message says who does.

        Examples
        --------
        >>> from spotifymodel.model import Org
        >>> org = Org(people=[{"id": "tom"}], tribes=[{"id": "hypotheek", "lead": "tom"}])
        >>> org.relieve("tom", "tribe_lead", of="hypotheek").tribe("hypotheek").lead
        ()
        """
        who = known(self, "person", person)
        kind, at, field = self._office("relieve", role, of)
        record = self.record_at(kind, at)
        holders = getattr(record, field)
        mine, others = parted(self, holders, who)
        if not mine:
            held_by = list(dict.fromkeys(who_stands(self, one) for one in holders))
            fix = f"{listed(held_by)} {'has' if len(held_by) == 1 else 'have'} it" if held_by else "Nobody has it"
            raise EditError("relieve", f"{who!r} does not have the role {role!r} in {kind} {record.id!r}", fix)
        return settled(self, kind, {at: replaced(record, **{field: tuple(others)})}, (who,))

    def _office(self, op: str, role: str, of: str) -> tuple[str, Position, str]:
        """Return kind, position and field of what a role is held in."""
        fields = ROLES.get(role)
        if fields is None:
            near = nearest(role, ROLES)
            fix = f"Did you mean {either(map(repr, near))}?" if near else f"Roles are {', '.join(ROLES)}"
            raise EditError(op, f"there is no role {role!r}", fix)
        kind, at = place(self, op, of, tuple(fields), strict=True)
        return kind, at, fields[kind]

    def _membership(self, kind: str, record: Any, who: str, holder: str | Seat) -> dict[str, Any]:
        if "members" not in STANDING[kind]:
            raise EditError("appoint", f"a {kind} has no members to join", "Leave join out")
        mine, _ = parted(self, record.members, who)
        if any(overlap(ends(one), ends(holder)) for one in mine):
            return {}
        return {"members": (*record.members, holder)}
