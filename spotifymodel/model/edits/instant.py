"""The chart on one day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import partial
from typing import Any, Self

from ...errors import EditError
from ..chart import Chart
from ..people import Leave, Person
from ..replacing import replaced
from ..seats import Post, Seat
from ..teams import Tribe
from .dates import alive, day
from .rewriting import gone, rewritten
from .roles import STANDING
from .validating import KIND_OF

__all__ = ["Instant"]


class Instant(Chart):
    """The reading ``at``."""

    def at(self, date: dt.date | str) -> Self:
        """Return the chart on one day, without dates: what is alive then stays, and its ``start`` and ``until`` are dropped.

        Parameters
        ----------
        date : datetime.date or str
            Every interval is half-open, so on its `until` something is gone already.

        Returns
        -------
        Org
            * Squads, chapters and projects that live on the day; tribes, units, people, products, guilds all stay.
            * Seats, posts in the line and leaves that hold on the day. A seat without allocation becomes a plain id.
            * What referred to a squad or chapter that is gone goes too: dependencies, needs, decision rights, waivers about
              it. Gates, trainings and other waivers stay: their dates are days, not intervals.

            The chart itself when it carries no dates. What changed only by losing its dates keeps its place in the file.

        Examples
        --------
        >>> from spotifymodel.model import Org
        >>> seats = ["ben", {"person": "anna", "from": "2027-01-01"}, {"person": "dirk", "until": "2027-01-01"}]
        >>> org = Org(people=[{"id": "anna"}, {"id": "ben"}, {"id": "dirk"}], squads=[{"id": "app", "members": seats}])
        >>> org.at("2027-01-01").squad("app").members
        ('ben', 'anna')
        """
        on = day("look at that day", date, "it")
        if on is None:
            raise EditError("look at that day", "it is not given", "Give a datetime.date or text such as '2027-03-01'")
        slice_ = _Slice(on)
        fields: dict[str, Any] = {}
        for field in ("people", "units", "tribes", "squads", "chapters", "products", "projects", "guilds"):
            old = getattr(self, field)
            if (records := slice_.each(old)) is not old:
                fields[field] = records
        if not fields:
            return self
        new = self._with(**fields)
        lost = {(kind, r.id) for kind in ("squad", "chapter", "project") for r in self.records(kind) if not alive(r.start, r.until, on)}
        if lost:
            new = new._with(**rewritten(new, gone(self, lost), {kind for kind, _ in lost}))
        if self.source is not None:
            new.__dict__["_source"] = self.source.followed(self, new)
        return new


class _Slice:
    """Records as they are on one day."""

    def __init__(self, on: dt.date) -> None:
        self.on = on

    def each(self, records: tuple[Any, ...]) -> tuple[Any, ...]:
        """Return the records that are alive, themselves where nothing in them is dated."""
        return self._through(records, self.one)

    def one(self, record: Any) -> Any:
        """Return a record without dates, or ``None``."""
        changed: dict[str, Any] = {}
        if hasattr(record, "until"):
            if not alive(record.start, record.until, self.on):
                return None
            if record.start is not None or record.until is not None:
                changed = {"start": None, "until": None}
        for field in STANDING.get(KIND_OF[type(record)], {}):
            old = getattr(record, field)
            if old and (new := self._through(old, self._edge)) is not old:
                changed[field] = new
        if isinstance(record, Person):
            changed |= self._person(record)
        if isinstance(record, Tribe):
            for field in ("squads", "chapters"):
                old = getattr(record, field)
                if (new := self.each(old)) is not old:
                    changed[field] = new
        return replaced(record, **changed) if changed else record

    def _person(self, person: Person) -> dict[str, Any]:
        changed: dict[str, Any] = {}
        for field, plain in (("unit", "unit"), ("reports_to", "person")):
            old = getattr(person, field)
            if old is None or isinstance(old, str):
                continue
            posts = old if isinstance(old, tuple) else (old,)
            new = self._through(posts, partial(self._post, plain=plain))
            if new is not posts:
                changed[field] = new if len(new) > 1 else new[0] if new else None
        if person.leave and (leave := self._through(person.leave, self._leave)) is not person.leave:
            changed["leave"] = leave
        return changed

    def _edge(self, holder: str | Seat) -> str | Seat | None:
        if isinstance(holder, str) or (holder.start is None and holder.until is None):
            return holder
        if not alive(holder.start, holder.until, self.on):
            return None
        return holder.person if holder.allocation is None else replaced(holder, start=None, until=None)

    def _post(self, post: str | Post, plain: str) -> str | Post | None:
        """Like a seat; `plain` is what a bare id means in this field."""
        if isinstance(post, str) or (post.start is None and post.until is None):
            return post
        if not alive(post.start, post.until, self.on):
            return None
        bare: str | None = getattr(post, plain)
        return bare if bare is not None and post.allocation is None else replaced(post, start=None, until=None)

    def _leave(self, leave: Leave) -> Leave | None:
        if leave.start is None and leave.until is None:
            return leave
        return Leave() if alive(leave.start, leave.until, self.on) else None

    @staticmethod
    def _through(old: tuple[Any, ...], each: Callable[[Any], Any]) -> tuple[Any, ...]:
        new = [after for before in old if (after := each(before)) is not None]
        return old if len(new) == len(old) and all(a is b for a, b in zip(old, new, strict=True)) else tuple(new)
