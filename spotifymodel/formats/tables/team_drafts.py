"""Tribes, squads and chapters as far as the rows so far tell, found again by name or by id."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, Literal

from .folding import Slugs, id_key
from .values import Interval, Values

__all__ = ["Reference", "SeatRecord", "Seats", "Shelf", "TeamDraft", "Teams", "TribeDraft"]

What = Literal["squad", "chapter"]
SeatRecord = str | dict[str, str | float]

_LONGEST_ID: Final = 200


@dataclass(frozen=True, slots=True)
class Reference:
    """What a row calls a team: a name, an id, or both."""

    name: str
    id: str = ""

    @property
    def key(self) -> str:
        """What tells teams apart: the id where there is one."""
        return f"#{id_key(self.id)}" if self.id else id_key(self.name)


@dataclass(slots=True)
class Seats:
    """Who holds the roles of one team: role -> seats in the order of the rows, each once."""

    held: dict[str, dict[tuple[str, float | None, Interval], None]] = field(default_factory=dict)

    def add(self, role: str, person: str, allocation: float | None, interval: Interval) -> bool:
        """Seat somebody; tell whether that was new."""
        seats = self.held.setdefault(role, {})
        seat = (person, allocation, interval)
        new = seat not in seats
        seats[seat] = None
        return new

    def records(self, role: str) -> list[SeatRecord]:
        """Return the seats of a role as a chart writes them: a plain id unless more is said."""
        return [_record(*seat) for seat in self.held.get(role, ())]


@dataclass(slots=True)
class TeamDraft:
    """A squad or chapter; ``row`` is the row index that named it first."""

    name: str
    row: int
    tribe: TribeDraft | None
    id: str = ""
    seats: Seats = field(default_factory=Seats)


@dataclass(slots=True)
class TribeDraft:
    """A tribe; ``row`` is the row index that named it first."""

    name: str
    row: int
    id: str = ""
    seats: Seats = field(default_factory=Seats)


@dataclass(frozen=True, slots=True)
class Teams:
    """All teams of a list, each in the order of first mention."""

    tribes: list[TribeDraft]
    squads: list[TeamDraft]
    chapters: list[TeamDraft]


class Shelf:
    """The squads, or the chapters, of a list.

    A team is known by its id, else by its name within its tribe: two tribes may each have a squad of one name. Where a row
    names no tribe, the team is the one of that name if there is only one.
    """

    def __init__(self, what: What, values: Values) -> None:
        self.what, self.values = what, values
        self._teams: dict[tuple[int, str], TeamDraft] = {}
        self._tribes: dict[str, dict[int, TribeDraft]] = {}

    def announce(self, reference: Reference, tribe: TribeDraft | None) -> None:
        """Learn that a team of this name stands in this tribe, before teams are looked up."""
        tribes = self._tribes.setdefault(reference.key, {})
        if tribe is not None and not (reference.id and tribes):
            tribes.setdefault(id(tribe), tribe)

    def tribes_of(self, reference: Reference) -> list[TribeDraft]:
        """Return the tribes that have a team of this name."""
        return list(self._tribes.get(reference.key, {}).values())

    def get(self, reference: Reference, tribe: TribeDraft | None, row: int) -> TeamDraft:
        """Return the team, made on first mention."""
        if reference.id:  # an id stands once in the whole list, whatever a row says of its tribe
            tribe = next(iter(self.tribes_of(reference)), None)
        key = (id(tribe), reference.key)
        team = self._teams.get(key)
        if team is None:
            given = reference.id if len(reference.id) <= _LONGEST_ID else ""
            team = self._teams[key] = TeamDraft(reference.name or reference.id, row, tribe, given)
        elif team.name == team.id and reference.name:
            team.name = reference.name
        return team

    def finish(self) -> list[TeamDraft]:
        """Return all teams with ids; where a name stands in several tribes, the ids carry the tribe."""
        teams = list(self._teams.values())
        slugs = Slugs(t.id for t in teams if t.id)
        often: dict[str, int] = {}
        for team in teams:
            if not team.id:
                often[id_key(team.name)] = often.get(id_key(team.name), 0) + 1
        for team in teams:
            if team.id:
                continue
            repeated = often[id_key(team.name)] > 1
            if repeated:
                self.values.ledger.guess("same-team-name", what=self.what, name=team.name)
            name = f"{team.tribe.name} {team.name}" if repeated and team.tribe else team.name
            team.id = slugs.new(name, f"{self.what}-{self.values.number(team.row)}")
        return teams


def _record(person: str, allocation: float | None, interval: Interval) -> SeatRecord:
    seat: dict[str, str | float] = {"person": person}
    if allocation is not None:
        seat["allocation"] = allocation
    if interval.start is not None:
        seat["from"] = interval.start.isoformat()
    if interval.until is not None:
        seat["until"] = interval.until.isoformat()
    return seat if len(seat) > 1 else person
