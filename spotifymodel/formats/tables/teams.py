"""Rows as seats: who is in which squad and chapter of which tribe, in which role, how much and when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from .folding import Slugs
from .people import PersonDraft, Roll
from .roles import Role, roles_of
from .team_drafts import Reference, Shelf, TeamDraft, Teams, TribeDraft
from .values import ALWAYS, Interval, Values

__all__ = ["gather_teams"]

_SPOKEN: Final = {
    "product_owner": "product owner",
    "chapter_lead": "chapter lead",
    "tribe_lead": "tribe lead",
    "agile_coach": "agile coach",
    "compliance": "compliance partner",
    "support": "support",
}
#: Where a role on a squad is kept in the chart; other roles leave somebody a plain member of the row's squad.
_ON_SQUAD: Final = {"product_owner": "product_owner", "agile_coach": "agile_coaches", "compliance": "compliance"}
_ON_TRIBE: Final = {"tribe_lead": "lead", "agile_coach": "agile_coaches", "support": "support"}


@dataclass(frozen=True, slots=True)
class _Row:
    """What one row says of teams."""

    index: int
    tribe: TribeDraft | None
    squads: tuple[Reference, ...]
    chapters: tuple[Reference, ...]


def gather_teams(values: Values, roll: Roll) -> Teams:
    """Return the tribes, squads and chapters of a list with everybody's seats.

    Notes
    -----
    O(rows). A role without its team, a seat that ends before it starts, a team name that could mean two go to the reject
    list; the person stays.
    """
    return _Gathering(values, roll).teams()


class _Gathering:
    """The teams met so far."""

    def __init__(self, values: Values, roll: Roll) -> None:
        self.values, self.roll, self.ledger = values, roll, values.ledger
        self.tribes: dict[str, TribeDraft] = {}
        self.squads = Shelf("squad", values)
        self.chapters = Shelf("chapter", values)
        #: (chapter, person) -> when; joined at the end, because several rows repeat one home chapter
        self.homes: dict[tuple[int, str], tuple[TeamDraft, list[tuple[float | None, Interval, bool]]]] = {}

    def teams(self) -> Teams:
        rows = [self._read(row) for row in sorted({*self.roll.of_row, *self.roll.teams})]
        for row in rows:
            for shelf, references in ((self.squads, row.squads), (self.chapters, row.chapters)):
                for reference in references:
                    shelf.announce(reference, row.tribe)
        for row in rows:
            person = self.roll.of_row.get(row.index)
            if person is None:
                self._found_teams(row)
            elif row.tribe or row.squads or row.chapters or self.values.text(row.index, "role"):
                self._seat(row, person)
        self._seat_at_home()
        slugs = Slugs(t.id for t in self.tribes.values() if t.id)
        for tribe in self.tribes.values():
            tribe.id = tribe.id or slugs.new(tribe.name, f"tribe-{self.values.number(tribe.row)}")
        return Teams(list(self.tribes.values()), self.squads.finish(), self.chapters.finish())

    # -- reading ---------------------------------------------------------------------------------------------------------

    def _read(self, row: int) -> _Row:
        return _Row(row, self._tribe(row), self._references(row, "squad"), self._references(row, "chapter"))

    def _tribe(self, row: int) -> TribeDraft | None:
        name, code = self.values.label(row, "tribe"), self.values.label(row, "tribe_id")
        if not name and not code:
            return None
        key = Reference(name, code).key
        tribe = self.tribes.get(key)
        if tribe is None:
            tribe = self.tribes[key] = TribeDraft(name or code, row, code if len(code) <= 200 else "")
        return tribe

    def _references(self, row: int, what: str) -> tuple[Reference, ...]:
        name, code = self.values.label(row, what), self.values.label(row, f"{what}_id")
        if not name and not code:
            return ()
        if ";" in name and not code:
            parts = [part.strip() for part in name.split(";") if part.strip()]
            if len(parts) > 1:
                self.ledger.guess("several-in-cell", self.values.number(row), what=what)
            return tuple(Reference(part) for part in dict.fromkeys(parts))
        return (Reference(name, code),)

    # -- teams -----------------------------------------------------------------------------------------------------------

    def _found_teams(self, row: _Row) -> None:
        """Make the teams that a row without a person names."""
        for shelf, references in ((self.squads, row.squads), (self.chapters, row.chapters)):
            for reference in references:
                self._team(shelf, reference, row, None)

    def _team(self, shelf: Shelf, reference: Reference, row: _Row, person: PersonDraft | None) -> TeamDraft | None:
        tribe = row.tribe
        if tribe is None and not reference.id:
            known = shelf.tribes_of(reference)
            if len(known) > 1:
                beside = self._tribe_beside(shelf, row)
                tribe = beside if beside is not None and any(beside is k for k in known) else None
                if tribe is None:
                    if person is not None:
                        self.values.reject("team-of-two-tribes", row.index, shelf.what, name=reference.name, person=person.id)
                    return None
            else:
                tribe = known[0] if known else self._tribe_beside(shelf, row)
        return shelf.get(reference, tribe, row.index)

    def _tribe_beside(self, shelf: Shelf, row: _Row) -> TribeDraft | None:
        """Return the tribe of the row's other team, where that leaves no doubt."""
        other, references = (self.chapters, row.chapters) if shelf is self.squads else (self.squads, row.squads)
        tribes = [t for reference in references for t in other.tribes_of(reference)]
        return tribes[0] if len(tribes) == 1 else None

    # -- seats -----------------------------------------------------------------------------------------------------------

    def _seat(self, row: _Row, person: PersonDraft) -> None:
        interval = self.values.interval(row.index)
        if interval.empty:
            self.values.reject("dates-turned-round", row.index, "from", person=person.id)
            return
        allocation = self.values.allocation(row.index)
        roles = self._roles(row, person)
        squads = [t for reference in row.squads if (t := self._team(self.squads, reference, row, person))]
        chapters = [t for reference in row.chapters if (t := self._team(self.chapters, reference, row, person))]
        for role in roles:
            self._hold(role, row, person, squads, chapters, allocation, interval)
        if "member" in roles or not any(role in _ON_SQUAD for role in roles):
            for squad in squads:
                squad.seats.add("members", person.id, allocation, interval)
        if "chapter_lead" not in roles and "compliance" not in roles:
            for chapter in chapters:
                when = (None, interval, True) if squads else (allocation, interval, False)
                self.homes.setdefault((id(chapter), person.id), (chapter, []))[1].append(when)
        if row.tribe and not (row.squads or row.chapters) and not any(role in _ON_TRIBE for role in roles):
            row.tribe.seats.add("support", person.id, allocation, interval)
            self.ledger.guess("only-tribe", self.values.number(row.index), person=person.id, tribe=row.tribe.name)

    def _roles(self, row: _Row, person: PersonDraft) -> tuple[Role, ...]:
        text = self.values.label(row.index, "role")
        roles = roles_of(text)
        if roles is not None:
            return roles
        if "job_title" in person.facts:
            self.ledger.guess("role-unknown", self.values.number(row.index), role=text)
        else:
            person.facts["job_title"] = text
            self.ledger.guess("role-as-title", self.values.number(row.index), role=text)
        return ("member",)

    def _hold(
        self,
        role: Role,
        row: _Row,
        person: PersonDraft,
        squads: list[TeamDraft],
        chapters: list[TeamDraft],
        allocation: float | None,
        interval: Interval,
    ) -> None:
        """Seat somebody in a role that is more than membership."""
        if role == "chapter_lead":
            for chapter in chapters:
                chapter.seats.add("lead", person.id, None if squads else allocation, interval)
            if not chapters:
                self._reject_role(role, "chapter", row, person)
        elif role in _ON_SQUAD and (squads or role not in _ON_TRIBE):
            for squad in squads:
                squad.seats.add(_ON_SQUAD[role], person.id, allocation, interval)
            if not squads:
                self._reject_role(role, "squad", row, person)
        elif role in _ON_TRIBE and not (role == "support" and squads):
            tribe = row.tribe or self._only_tribe(role, row)
            if tribe is None:
                self._reject_role(role, "tribe", row, person)
            else:
                tribe.seats.add(_ON_TRIBE[role], person.id, None if squads else allocation, interval)

    def _only_tribe(self, role: Role, row: _Row) -> TribeDraft | None:
        if len(self.tribes) != 1:
            return None
        tribe = next(iter(self.tribes.values()))
        self.ledger.guess("tribe-assumed", self.values.number(row.index), role=_SPOKEN[role], tribe=tribe.name)
        return tribe

    def _reject_role(self, role: Role, team: str, row: _Row, person: PersonDraft) -> None:
        self.values.reject("role-without-team", row.index, "role", role=_SPOKEN[role], team=team, person=person.id)

    def _seat_at_home(self) -> None:
        """Put people into their chapters: always, unless they change chapter or the row is about the chapter alone."""
        several: dict[str, int] = {}
        for _, person in self.homes:
            several[person] = several.get(person, 0) + 1
        for (_, person), (chapter, whens) in self.homes.items():
            leads = any(who == person and not when.dated for who, _, when in chapter.seats.held.get("lead", ()))
            if leads:
                continue  # whoever leads a chapter is a member of it
            for allocation, interval, beside_squad in whens:
                chapter.seats.add("members", person, allocation, ALWAYS if beside_squad and several[person] == 1 else interval)
            members = chapter.seats.held["members"]
            if (person, None, ALWAYS) in members:
                for seat in [s for s in members if s[0] == person and s[1] is None and s[2].dated]:
                    del members[seat]
