"""Moving somebody: the seat goes along as it is."""

from __future__ import annotations

from typing import Any, Self

from ...errors import EditError
from ..chart import Chart
from ..positions import Position
from ..replacing import replaced
from ..seats import Post
from .holding import parted, settled, sits
from .resolving import known, listed, place, seats
from .roles import SITTING

__all__ = ["Moving"]

WHERE = ("squad", "chapter", "unit")


class Moving(Chart):
    """The edit ``move``."""

    def move(self, person: str, to: str, from_squad: str | None = None) -> Self:
        """Return a chart in which somebody has left one squad for another; role, allocation and dates go along.

        Parameters
        ----------
        person : str
            Id of the person.
        to : str
            Id of the squad; ``chapter:id`` gives another home chapter, ``unit:id`` another place in the line. A bare id
            that is no squad may mean a chapter or a unit.
        from_squad : str, optional
            Which seat moves; needed when the person sits in several squads (chapters, units).

        Returns
        -------
        Org
            In a squad the seats of member and product owner move, all stretches of them; coaching, steering and advising
            stay behind. They are put last in the lists of the new squad.

        Raises
        ------
        NotFoundError
            When the person, or where to or from, does not exist.
        EditError
            When it is not clear which seat moves, when there is none, when the person sits in `to` already (moving would
            merge two seats: ``quit`` the other one instead), or leads the chapter that is to be left.

        Notes
        -----
        Some 20 µs whatever the number of people. The first edit of a chart that was read builds tables of ids, and, where
        `from_squad` is left out, of seats: O(people), some microseconds each. Charts made by edits inherit them.

        Examples
        --------
        >>> from spotifymodel.model import Org
        >>> org = Org(people=[{"id": "anna"}], squads=[{"id": "app", "members": ["anna"]}, {"id": "verhuizen"}])
        >>> org.move("anna", to="verhuizen").squad("verhuizen").members
        ('anna',)
        """
        who = known(self, "person", person)
        kind, at = place(self, "move", to, WHERE)
        if kind == "unit":
            return self._transfer(who, self.record_at(kind, at).id, from_squad)
        target = self.record_at(kind, at)
        if sits(self, kind, target, who):
            raise EditError("move", f"{who!r} sits in {kind} {target.id!r} already", "To give up another seat, use quit")
        origin_at = self._leaving(who, kind, from_squad)
        origin = self.record_at(kind, origin_at)
        if kind == "chapter" and parted(self, origin.lead, who)[0]:
            raise EditError("move", f"{who!r} leads chapter {origin.id!r}", "Relieve them as chapter_lead first")
        left: dict[str, Any] = {}
        taken: dict[str, Any] = {}
        for field in SITTING[kind]:
            mine, others = parted(self, getattr(origin, field), who)
            if mine:
                left[field] = tuple(others)
                taken[field] = (*getattr(target, field), *mine)
        return settled(self, kind, {origin_at: replaced(origin, **left), at: replaced(target, **taken)}, (who,))

    def _leaving(self, who: str, kind: str, origin: str | None) -> Position:
        """Return the position of the squad or chapter that is left."""
        if origin is not None:
            _, at = place(self, "move", origin, (kind,))
            if sits(self, kind, self.record_at(kind, at), who):
                return at  # found without the table of everybody's seats
        held = seats(self, kind).get(who) or ()
        if origin is None and len(held) == 1:
            only = self.positions.get(kind, held[0])
            assert only is not None
            return only
        if origin is not None:
            fix = f"{who!r} sits in {listed(self._in_order(kind, held))}" if held else "Use join to give them a seat"
            raise EditError("move", f"{who!r} does not sit in {kind} {self.record_at(kind, at).id!r}", fix)
        if not held:
            raise EditError("move", f"{who!r} sits in no {kind}", "Use join to give them a seat")
        order = self._in_order(kind, held)
        reason = f"{who!r} sits in {listed(order)}, and it is not said which seat moves"
        raise EditError("move", reason, f"Name it, such as from_squad={order[0]!r}")

    def _in_order(self, kind: str, ids: tuple[str, ...]) -> list[str]:
        return sorted(ids, key=lambda one: self.positions.get(kind, one) or (-1, -1))

    def _transfer(self, who: str, unit: str, origin: str | None) -> Self:
        """Move somebody in the line: the post that names the old unit names the new one."""
        at = self.positions.get("person", who)
        assert at is not None
        person = self.record_at("person", at)
        posts = person.unit if isinstance(person.unit, tuple) else () if person.unit is None else (person.unit,)
        units = [None if name is None else known(self, "unit", name) for name in map(_unit_of, posts)]
        named = list(dict.fromkeys(u for u in units if u is not None))
        if unit in named:
            raise EditError("move", f"{who!r} sits in unit {unit!r} already", "To give up another post, use quit")
        old = None if origin is None else self.record_at("unit", place(self, "move", origin, ("unit",))[1]).id
        if not named:
            raise EditError("move", f"{who!r} sits in no unit", f"Use join with 'unit:{unit}'")
        if old is None and len(named) > 1:
            reason = f"{who!r} sits in {listed(named)}, and it is not said which post moves"
            raise EditError("move", reason, f"Name it, such as from_squad='unit:{named[0]}'")
        if old is not None and old not in named:
            raise EditError("move", f"{who!r} does not sit in unit {old!r}", f"{who!r} sits in {listed(named)}")
        leaving = named[0] if old is None else old
        new = tuple(
            post if its != leaving else replaced(post, unit=unit) if isinstance(post, Post) else unit
            for post, its in zip(posts, units, strict=True)
        )
        changed = replaced(person, unit=new if isinstance(person.unit, tuple) else new[0])
        return settled(self, "person", {at: changed}, ())


def _unit_of(post: str | Post) -> str | None:
    return post if isinstance(post, str) else post.unit
