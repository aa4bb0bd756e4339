"""Reads from two charts where everybody comes from and goes to, as shares of people that add up."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from spotifymodel.graph.index import Index, index_of
from spotifymodel.graph.view import View, exact
from spotifymodel.model.ids import id_key
from spotifymodel.model.org import Org
from spotifymodel.model.people import Person
from spotifymodel.plot.names import called

__all__ = ["Journey", "Path", "read_journey"]

Shares = dict[str, Fraction]
_NONE = Fraction(0)


@dataclass(frozen=True, slots=True)
class Path:
    """A share of somebody's work, from a place of today by way of a chapter to a place of tomorrow."""

    person: str
    origin: str
    chapter: str
    goal: str
    share: Fraction
    new: bool = False
    gone: bool = False


@dataclass(frozen=True, slots=True)
class Journey:
    """All paths between two charts.

    Parameters
    ----------
    paths : tuple of Path
        The shares of one person add up to 1, or to the contract where FTE are measured, unless a tribe was chosen.
    names : mapping of str to str
        Place or person → its name as it can be drawn.
    chapters : tuple of str
        Chapters in the order of the chart; empty where nobody is in any: then ways lead straight from left to right.
    tribes : tuple of str
    tribe_of : mapping of str to (str or None)
        Chapter, squad → its tribe.
    earlier : mapping of str to str
        Place of today → the name that it has today.
    coarse : bool
        Whether places were taken together, because there are too many to follow.
    """

    paths: tuple[Path, ...]
    names: dict[str, str]
    chapters: tuple[str, ...]
    tribes: tuple[str, ...]
    tribe_of: dict[str, str | None]
    earlier: dict[str, str]
    coarse: bool = False

    @property
    def people(self) -> int:
        """How many people are on the way."""
        return len({path.person for path in self.paths})


def read_journey(before: Org | None, after: Org, *, tribe: str | None = None, fte: bool = False) -> Journey:
    """Return where everybody comes from and goes to.

    Parameters
    ----------
    before : Org or None
        Of today. None: people come from the ``from_unit`` that the chart to be remembers.
    after : Org
        To be; people are found again by id.
    tribe : str, optional
        Only the ways into this tribe.
    fte : bool
        Measure contracts instead of people.

    Notes
    -----
    Somebody comes from their squads of today, else from their units; goes to their squads, else to the tribe that they
    lead, coach or support, else to the bench of their chapter, else stays in the line. Vacancies count as people to hire.
    O(people + seats).
    """
    new = _Side(after)
    old = new if before is None else _Side(before)
    came = _remembered(new) if before is None else lambda person: old.origins(person, new)
    known = {id_key(person): person for person in old.index.people}
    teams = any(new.index.squad_people.values())
    paths: list[Path] = []
    for person, record in new.index.people.items():
        was = known.pop(id_key(person), None)
        starts = came(was) if was is not None else {"fate:hire" if record.vacancy else "fate:new": Fraction(1)}
        size = _size(record, fte)
        for origin, chapter, goal, share in _ways(starts, new.goals(person, teams)):
            if tribe is None or new.tribe_at(chapter, goal) == tribe:
                paths.append(Path(person, origin, chapter, goal, share * size, origin in ("fate:hire", "fate:new")))
    for person in known.values() if tribe is None else ():
        size = _size(old.index.people[person], fte)
        paths += [Path(person, o, "fate:none", "fate:gone", share * size, gone=True) for o, share in old.origins(person, new).items()]
    paths = [path for path in paths if path.share]
    used = {path.chapter for path in paths}
    chapters = tuple(c for c in (f"chapter:{c}" for c in new.index.chapters) if c in used)
    tribes = tuple(t for t in new.index.tribes if tribe in (None, t))
    earlier = {old.as_in(new, place): name for place, name in old.names().items()}
    names, homes = {**old.names(), **new.names()}, {**old.tribes(), **new.tribes()}
    return Journey(tuple(paths), names, chapters, tribes, homes, earlier)


def _ways(starts: Shares, goals: dict[tuple[str, str], Fraction]) -> list[tuple[str, str, str, Fraction]]:
    """Connect shares at the left with shares at the right: whatever can stay in its place does, the rest is spread evenly."""
    found, left, right = [], dict(starts), dict(goals)
    for (chapter, goal), share in goals.items():
        stays = min(share, starts.get(goal, Fraction(0)))
        if stays:
            found.append((goal, chapter, goal, stays))
            left[goal] -= stays
            right[chapter, goal] -= stays
    total = sum(left.values(), Fraction(0))
    for origin, first in left.items():
        if first:
            found += [(origin, chapter, goal, first * second / total) for (chapter, goal), second in right.items() if second]
    return found


def _size(person: Person, fte: bool) -> Fraction:
    return exact(person.fte) if fte and person.fte is not None else Fraction(1)


class _Side:
    """One of the two charts; vacancies stand where they stand, whatever the mode."""

    def __init__(self, org: Org) -> None:
        self.index: Index = index_of(org, "design")
        self.view = View(self.index)

    def names(self) -> dict[str, str]:
        """Return the name of every place and person of the chart."""
        index = self.index
        labels = {f"unit:{key}": one.label for key, one in index.units.items()}
        labels |= {f"squad:{key}": one.label for key, one in index.squads.items()}
        labels |= {f"chapter:{key}": one.label for key, one in index.chapters.items()}
        labels |= {f"tribe:{key}": one.label for key, one in index.tribes.items()}
        labels |= {f"person:{key}": one.name or key for key, one in index.people.items()}
        return {place: called(label, place.partition(":")[2]) for place, label in labels.items()}

    def tribes(self) -> dict[str, str | None]:
        """Return the tribe of every chapter and squad."""
        found = {f"chapter:{chapter}": tribe for chapter, tribe in self.index.chapter_tribe.items()}
        return found | {f"squad:{squad}": tribe for squad, tribe in self.index.tribe_of.items()}

    def origins(self, person: str, later: _Side) -> Shares:
        """Return where somebody works, as shares of 1; places spelled as the later chart does."""
        posts = self.view.posts(person)
        found = (
            self._squads(person)
            or _shared({f"unit:{unit}": None if share is None else exact(share) for unit, share in posts})
            or self._role(person)
            or self._bench(person)
        )
        return {self.as_in(later, place): share for place, share in found.items()} or {"fate:nowhere": Fraction(1)}

    def as_in(self, later: _Side, place: str) -> str:
        """Return a place as another chart spells it, where it is there too."""
        kind, _, key = place.partition(":")
        found = later.index.names[kind].resolve(key) if kind in later.index.names else None
        return place if found is None else f"{kind}:{found}"

    def goals(self, person: str, teams: bool) -> dict[tuple[str, str], Fraction]:
        """Return chapter and place in which somebody will work, as shares of 1; units by name where there are no teams."""
        chapters = self.view.chapters_of(person)
        squads = self._squads(person)
        if squads:
            return {(self._home(chapters, squad), squad): share for squad, share in squads.items()}
        home = f"chapter:{chapters[0]}" if chapters else "fate:none"
        role = self._role(person)
        if role or chapters:
            return {(home, place): share for place, share in (role or {"fate:bench": Fraction(1)}).items()}
        units = _shared({f"unit:{u}": None if share is None else exact(share) for u, share in self.view.posts(person)})
        if units and teams:
            return {(home, "fate:line"): Fraction(1)}
        return {(home, unit): share for unit, share in (units or {"fate:nowhere": Fraction(1)}).items()}

    def tribe_at(self, chapter: str, goal: str) -> str | None:
        """Return the tribe to which a way leads."""
        kind, _, key = goal.partition(":")
        if kind == "squad":
            return self.index.tribe_of.get(key)
        if kind == "tribe":
            return key
        return self.index.chapter_tribe.get(chapter.partition(":")[2])

    def _squads(self, person: str) -> Shares:
        squads = self.view.squads_of(person)
        if len(squads) == 1:
            return {f"squad:{squads[0]}": Fraction(1)}
        shares = [(s, self.view.declared(person, s)) for s in squads]
        beside = self.view.load_beside_squads(person)
        return _shared({f"squad:{s}": None if share is None else exact(share) for s, share in shares}, beside)

    def _role(self, person: str) -> Shares:
        """Return the tribes that somebody leads, coaches or supports."""
        index, view = self.index, self.view
        tribes = dict.fromkeys((*view.tribes_led(person), *view.tribes_coached(person)))
        tribes.update(dict.fromkeys(t for t, people in index.support.people.items() if person in people))
        tribes.update(dict.fromkeys(t for s in view.squads_coached(person) if (t := index.tribe_of.get(s)) is not None))
        return _shared({f"tribe:{tribe}": None for tribe in tribes})

    def _bench(self, person: str) -> Shares:
        return {"fate:bench": Fraction(1)} if self.view.chapters_of(person) else {}

    def _home(self, chapters: Sequence[str], squad: str) -> str:
        """Return the chapter from which somebody is in a squad: one of the same tribe where there is one."""
        if not chapters:
            return "fate:none"
        tribe = self.index.tribe_of.get(squad.partition(":")[2])
        return "chapter:" + next((c for c in chapters if self.index.chapter_tribe.get(c) == tribe), chapters[0])


def _remembered(side: _Side) -> Callable[[str], Shares]:
    """Return a function that tells from which unit somebody came, of a chart that remembers it."""
    resolve = side.index.names["unit"].resolve

    def came(person: str) -> Shares:
        record = side.index.people[person]
        if record.from_unit is not None:
            known = resolve(record.from_unit)
            return {f"unit:{known or record.from_unit}": Fraction(1)}
        if record.vacancy:
            return {"fate:hire": Fraction(1)}
        posts = side.view.posts(person)
        return _shared({f"unit:{unit}": None for unit, _ in posts}) or {"fate:nowhere": Fraction(1)}

    return came


def _shared(declared: dict[str, Fraction | None], beside: Fraction = _NONE) -> Shares:
    """Return shares of 1: as declared, what is not declared sharing equally what that and roles beside it leave."""
    if not declared:
        return {}
    open_ended = sum(share is None for share in declared.values())
    known = sum((share for share in declared.values() if share is not None), Fraction(0))
    rest = max(1 - known - beside, _NONE) / open_ended if open_ended else Fraction(0)
    shares = {place: rest if share is None else share for place, share in declared.items()}
    total = sum(shares.values(), Fraction(0))
    return {place: share / total if total else Fraction(1, len(shares)) for place, share in shares.items()}
