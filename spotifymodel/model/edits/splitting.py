"""Splitting a squad, a chapter or a tribe, with nobody lost."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Self

from ...errors import EditError
from ..chart import Chart
from ..ids import id_key
from ..positions import FIELD_OF, Position
from ..replacing import replaced
from ..seats import Seat
from ..teams import Chapter, Squad, Tribe
from .holding import who_stands
from .resolving import known, listed, place
from .rewriting import renaming, rewritten
from .validating import RECORD_OF, built
from .vetting import vet_id

__all__ = ["Splitting"]

Parts = list[tuple[str, list[str]]]

#: What the parts are made of, per kind.
FIELDS = {"squad": ("members", "product_owner"), "chapter": ("members", "lead")}


class Splitting(Chart):
    """The edit ``split``."""

    def split(self, subject: str, into: Mapping[str, Iterable[str]] | Iterable[tuple[str, Iterable[str]]]) -> Self:
        """Return a chart in which a squad, chapter or tribe has become several.

        Parameters
        ----------
        subject : str
            Id of a squad, tribe or chapter; ``kind:id`` where a bare id could mean two of them.
        into : mapping of id to ids, or list of (id, ids)
            At least two parts. A squad or chapter is divided into people: each of its members and owners (leads) stands in
            exactly one part. A tribe is divided into squads and chapters: each in exactly one part; ``chapter:id`` where a
            squad has that id too. A part may keep the old id.

        Returns
        -------
        Org
            The parts stand where the old one stood, in the order given. Seats move as they are. *The heir*, which is the part
            with the old id, or else the first, takes over everything: name, mission, what it owns and needs, a tribe's lead,
            coaches and support, and what refers to it. The other parts start with

            * squad: kind, mandate, dates, coaches and compliance (a declared allocation is divided equally over the parts);
            * chapter: discipline, dates;
            * tribe: kind, and whether run and change are mixed on purpose.

        Raises
        ------
        NotFoundError
            When the subject, or something in a part, does not exist.
        EditError
            When something is left out, named twice or not part of the subject, or an id is taken.

        Examples
        --------
        >>> from spotifymodel.model import Org
        >>> org = Org(people=[{"id": "anna"}, {"id": "ben"}], squads=[{"id": "app", "members": ["anna", "ben"]}])
        >>> parts = org.split("app", {"app": ["anna"], "web": ["ben"]})
        >>> [(s.id, s.members) for s in parts.squads]
        [('app', ('anna',)), ('web', ('ben',))]
        """
        kind, at = place(self, "split", subject, ("squad", "tribe", "chapter"), strict=True)
        old = self.record_at(kind, at)
        parts = [(name, list(inside)) for name, inside in (into.items() if isinstance(into, Mapping) else into)]
        heir = self._heir(kind, old.id, [name for name, _ in parts])
        made = self._tribe_parts(old, parts, heir) if kind == "tribe" else self._team_parts(kind, old, parts, heir)
        after = self._instead(kind, at, made)
        if parts[heir][0] != old.id:
            follow = renaming(self, after, {(kind, old.id): made[heir].id})
            after = after._with(keep=("positions",), **rewritten(after, follow, (kind,)))
        return after

    def _heir(self, kind: str, old: str, names: list[str]) -> int:
        """Return which part takes over; checks the new ids."""
        if len(names) < 2:
            raise EditError(
                "split", f"{len(names)} {'part is' if len(names) == 1 else 'parts are'} given for {kind} {old!r}", "Give at least two"
            )
        keys = [id_key(name) for name in names]
        twice = next((name for name, key in zip(names, keys, strict=True) if keys.count(key) > 1), None)
        if twice is not None:
            raise EditError("split", f"two parts are called {twice!r}", "Give one of the two another id")
        for name in names:
            vet_id(self, "split", kind, name, old)
        return names.index(old) if old in names else 0

    def _team_parts(self, kind: str, old: Squad | Chapter, parts: Parts, heir: int) -> list[Any]:
        """Divide the people of a squad or chapter."""
        fields = FIELDS[kind]
        everybody = dict.fromkeys(who_stands(self, holder) for field in fields for holder in getattr(old, field))
        asked = [(name, [known(self, "person", one) for one in inside]) for name, inside in parts]
        _exactly_once(f"{kind} {old.id!r}", list(everybody), asked)
        made = []
        for k, (name, inside) in enumerate(asked):
            seats = {field: tuple(h for h in getattr(old, field) if who_stands(self, h) in inside) for field in fields}
            if isinstance(old, Squad):
                seats |= {field: _divided(getattr(old, field), len(parts)) for field in ("agile_coaches", "compliance")}
            made.append(replaced(self._part(kind, old, name, k == heir), **seats))
        return made

    def _tribe_parts(self, old: Tribe, parts: Parts, heir: int) -> list[Any]:
        """Divide the squads and chapters of a tribe."""
        everything = [f"squad:{s.id}" for s in old.squads] + [f"chapter:{c.id}" for c in old.chapters]
        asked = []
        for name, inside in parts:
            found = [place(self, "split", one, ("squad", "chapter"), strict=True) for one in inside]
            asked.append((name, [f"{kind}:{self.record_at(kind, at).id}" for kind, at in found]))
        _exactly_once(f"tribe {old.id!r}", everything, asked)
        made = []
        for k, (name, inside) in enumerate(asked):
            squads = tuple(s for s in old.squads if f"squad:{s.id}" in inside)
            chapters = tuple(c for c in old.chapters if f"chapter:{c.id}" in inside)
            made.append(replaced(self._part("tribe", old, name, k == heir), squads=squads, chapters=chapters))
        return made

    def _part(self, kind: str, old: Any, name: str, heir: bool) -> Any:
        new = built("split", RECORD_OF[kind], kind, {"id": name})
        if heir:
            return replaced(old, id=name)
        return replaced(new, **{field: getattr(old, field) for field in SHARED[kind]})

    def _instead(self, kind: str, at: Position, made: list[Any]) -> Self:
        """Return the chart with these records where one stood."""
        field = FIELD_OF[kind]
        t, place_ = at
        old = getattr(self if t < 0 else self.tribes[t], field)
        new = (*old[:place_], *made, *old[place_ + 1 :])
        fields: dict[str, Any] = {field: new}
        if t >= 0:
            fields = {"tribes": (*self.tribes[:t], replaced(self.tribes[t], **{field: new}), *self.tribes[t + 1 :])}
        after = self._with(**fields)
        moved = ("tribe", "squad", "chapter") if kind == "tribe" else (kind,)
        after.__dict__["positions"] = self.positions.without(after, *moved)
        return after


#: What every part carries on, not just the heir.
SHARED = {
    "squad": ("kind", "mandate", "start", "until"),
    "chapter": ("discipline", "start", "until"),
    "tribe": ("kind", "mixed_on_purpose"),
}


def _divided(holders: tuple[str | Seat, ...], parts: int) -> tuple[str | Seat, ...]:
    """Share declared time equally, so that nobody is given more hours than before."""
    return tuple(
        h if isinstance(h, str) or h.allocation is None else replaced(h, allocation=round(h.allocation / parts, 9)) for h in holders
    )


def _exactly_once(what: str, everything: list[str], asked: Parts) -> None:
    """Raise EditError unless every one stands in exactly one part."""
    named = [one for _, inside in asked for one in inside]
    strange = [one for one in dict.fromkeys(named) if one not in everything]
    if strange:
        raise EditError("split", f"{listed(strange)} {_is(strange)} not in {what}", "Name only who and what is in it")
    twice = [one for one in dict.fromkeys(named) if named.count(one) > 1]
    if twice:
        raise EditError("split", f"{listed(twice)} {_is(twice)} named twice", "Name each in one part; join adds a second seat")
    missing = [one for one in everything if one not in named]
    if missing:
        raise EditError("split", f"{listed(missing)} of {what} {_is(missing)} in no part", "Name each in one part")


def _is(ids: list[str]) -> str:
    return "is" if len(ids) == 1 else "are"
