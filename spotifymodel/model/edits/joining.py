"""Taking a seat and giving it up."""

from __future__ import annotations

import datetime as dt
from typing import Any, Self

from ...errors import EditError
from ..chart import Chart
from ..positions import Position
from ..replacing import replaced
from ..seats import Post
from .dates import ends, interval, overlap
from .holding import entered, holder_of, parted, settled
from .resolving import either, known, listed, place, seats
from .roles import ROLES, STANDING
from .validating import allocation_of

__all__ = ["Joining"]

WHERE = ("squad", "chapter", "guild", "unit")


class Joining(Chart):
    """The edits ``join`` and ``quit``."""

    def join(
        self,
        person: str,
        squad: str,
        role: str = "member",
        allocation: float | None = None,
        start: dt.date | str | None = None,
        until: dt.date | str | None = None,
    ) -> Self:
        """Return a chart in which somebody has a seat more.

        Parameters
        ----------
        person : str
            Id of the person or vacancy.
        squad : str
            Id of the squad; ``chapter:id``, ``guild:id`` or ``unit:id`` joins one of those. A bare id that is no squad may
            mean any of them.
        role : str
            ``member``, ``product_owner``, ``agile_coach``, ``steerer`` or ``compliance`` in a squad; ``member`` elsewhere
            (leads and coordinators are appointed). An owner is not silently a member too.
        allocation : float, optional
            Share of the person's contract hours, 0 < allocation ≤ 1; undeclared: what is left.
        start, until : datetime.date or str, optional
            Half-open: `until` is the first day that no longer counts.

        Returns
        -------
        Org
            With the person last in the list. Somebody may hold the same role twice in different intervals.

        Raises
        ------
        NotFoundError
            When the person or the squad does not exist.
        EditError
            When the person holds that role there on one of these days already, the role does not exist there, or a number
            or date makes no sense.

        Examples
        --------
        >>> from spotifymodel.model import Org
        >>> org = Org(people=[{"id": "anna"}], squads=[{"id": "verhuizen"}])
        >>> org.join("anna", "verhuizen", allocation=0.5).squad("verhuizen").members
        (Seat(person='anna', allocation=0.5, start=None, until=None),)
        """
        who = known(self, "person", person)
        kind, at = place(self, "join", squad, WHERE)
        share = allocation_of("join", allocation)
        first, last = interval("join", start, until)
        record = self.record_at(kind, at)
        if kind == "unit" and role == "member":
            return self._post(who, Post(unit=record.id, allocation=share, start=first, until=last))
        field = ROLES.get(role, {}).get(kind)
        possible = [r for r in STANDING.get(kind, {}).values() if r in JOINABLE]
        if field is None or role not in JOINABLE:
            fix = f"Join a {kind} as {either(possible or ['member'])}; all other roles are given by appoint"
            raise EditError("join", f"a {kind} has no seat for the role {role!r}", fix)
        holder = holder_of(who, share, first, last)
        holders = entered(self, "join", f"{kind} {record.id!r}", role, getattr(record, field), holder)
        return settled(self, kind, {at: replaced(record, **{field: holders})}, (who,))

    def quit(self, person: str, squad: str, role: str | None = None) -> Self:
        """Return a chart in which somebody has left a squad.

        Parameters
        ----------
        person : str
            Id of the person.
        squad : str
            Id of the squad; ``chapter:id``, ``guild:id`` or ``unit:id`` leaves one of those.
        role : str, optional
            Only the seats with this role. Without it every role goes that the person holds there: member, owner, coach,
            steerer, compliance in a squad; member and lead in a chapter; member and coordinator in a guild.

        Raises
        ------
        NotFoundError
            When the person or the squad does not exist.
        EditError
            When the person holds nothing there; the message says where they sit.

        Examples
        --------
        >>> from spotifymodel.model import Org
        >>> org = Org(people=[{"id": "anna"}], squads=[{"id": "verhuizen", "members": ["anna"], "product_owner": "anna"}])
        >>> org.quit("anna", "verhuizen", role="member").squad("verhuizen").product_owner
        ('anna',)
        """
        who = known(self, "person", person)
        kind, at = place(self, "quit", squad, WHERE)
        record = self.record_at(kind, at)
        if kind == "unit" and role in {None, "member"}:
            return self._unpost(who, record.id)
        changed: dict[str, Any] = {}
        for field, its in STANDING[kind].items():
            if role is None or role == its:
                mine, others = parted(self, getattr(record, field), who)
                if mine:
                    changed[field] = tuple(others)
        if not changed:
            raise self._nothing_to_quit(who, kind, record.id, role)
        return settled(self, kind, {at: replaced(record, **changed)}, (who,))

    def _nothing_to_quit(self, who: str, kind: str, name: str, role: str | None) -> EditError:
        if role is not None and kind not in ROLES.get(role, {}):
            return EditError("quit", f"a {kind} has no role {role!r}", f"Name {either(STANDING[kind].values())}, or none to quit them all")
        there = [] if kind not in {"squad", "chapter"} else seats(self, kind).get(who) or ()
        order = sorted(there, key=lambda i: self.positions.get(kind, i) or (-1, -1))
        fix = f"{who!r} sits in {listed(order)}" if order else f"{who!r} sits in no {kind}" if kind in {"squad", "chapter"} else ""
        which = "any role" if role is None else f"the role {role!r}"
        return EditError("quit", f"{who!r} does not have {which} in {kind} {name!r}", fix)

    # -- the line ----------------------------------------------------------------------------------------------------

    def _post(self, who: str, post: Post) -> Self:
        """Give somebody a place in a unit."""
        at, posts = self._posts(who)
        if any(overlap(ends(one), ends(post)) for one in posts):
            fix = f"Use move with to='unit:{post.unit}', or give dates that follow one another"
            raise EditError("join", f"{who!r} sits in a unit already", fix)
        plain = post.allocation is None and ends(post) == (None, None)
        new: str | Post = str(post.unit) if plain else post
        return self._with_posts(at, (*posts, new))

    def _unpost(self, who: str, unit: str) -> Self:
        at, posts = self._posts(who)
        left = tuple(p for p in posts if self._unit_named(p) != unit)
        if len(left) == len(posts):
            raise EditError("quit", f"{who!r} does not sit in unit {unit!r}")
        return self._with_posts(at, left)

    def _unit_named(self, post: str | Post) -> str | None:
        name = post if isinstance(post, str) else post.unit
        return None if name is None else self.canonical("unit", name)

    def _posts(self, who: str) -> tuple[Position, tuple[str | Post, ...]]:
        at = self.positions.get("person", who)
        assert at is not None
        unit = self.record_at("person", at).unit
        return at, unit if isinstance(unit, tuple) else () if unit is None else (unit,)

    def _with_posts(self, at: Position, posts: tuple[str | Post, ...]) -> Self:
        person = replaced(self.record_at("person", at), unit=posts if len(posts) > 1 else posts[0] if posts else None)
        return settled(self, "person", {at: person}, ())


#: Roles that somebody may take by joining; all others are given by appointing.
JOINABLE = frozenset({"member", "product_owner", "agile_coach", "steerer", "compliance"})
