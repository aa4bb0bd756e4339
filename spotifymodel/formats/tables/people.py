"""Rows as people: which rows are about the same person, and what is known of them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Final

from .flags import is_inactive, is_total, is_vacancy_name
from .folding import Slugs, id_key, name_key
from .values import Values

__all__ = ["Fact", "PersonDraft", "Roll", "gather_people"]

Fact = str | float | bool | dict[str, int]

#: Two rows with one name and no id are about two people where both say one of these, differently.
_TELLING: Final = (
    "unit",
    "unit_id",
    "job_title",
    "location",
    "seniority",
    "manager",
    "manager_id",
    "manager_name",
    "manager_email",
    "fte",
    "hours",
)
#: Fields that describe a place rather than a person; a row may hold nothing else.
_PLACES: Final = ("tribe", "tribe_id", "squad", "squad_id", "chapter", "chapter_id", "unit", "unit_id", "division", "team")
_LONGEST_ID: Final = 200
#: Earlier people of one name that a row without an id is compared with.
_NAMESAKES: Final = 25
_PARTICLES: Final = (
    *("van", "der", "den", "het", "von", "dem", "des", "del", "della", "dos", "bin", "ibn", "ten", "ter", "tot", "abu", "mac"),
)


@dataclass(slots=True)
class PersonDraft:
    """Somebody as far as the rows so far tell.

    Parameters
    ----------
    id, name : str
    rows : list of int
        Row indices, the first of which made the person.
    email : str
        To find managers by; never written anywhere.
    facts : dict
        Field -> value, as in the chart.
    origin : dict
        Field -> row index that said it.
    """

    id: str
    name: str
    rows: list[int]
    email: str = ""
    facts: dict[str, Fact] = field(default_factory=dict)
    origin: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Roll:
    """Everybody in a list.

    Parameters
    ----------
    people : list of PersonDraft
        In the order of their first rows.
    of_row : dict of int to PersonDraft
        Who a row is about; rows that name no person but a team are in ``teams``.
    teams : list of int
        Rows that name a unit or team and no person.
    """

    people: list[PersonDraft]
    of_row: dict[int, PersonDraft]
    teams: list[int]


def gather_people(values: Values) -> Roll:
    """Return everybody in the list; rows about nobody go to the reject list.

    Notes
    -----
    O(rows). The id decides who is who. Without one the e-mail address does, then the name: rows with one name are one
    person unless both say a unit, title, place, manager or contract that differ, which is a reported guess.
    """
    return _Gathering(values).roll()


class _Gathering:
    """The people met so far, by id, address and name."""

    def __init__(self, values: Values) -> None:
        self.values = values
        self.ledger = values.ledger
        self.people: list[PersonDraft] = []
        self.of_row: dict[int, PersonDraft] = {}
        self.teams: list[int] = []
        self.by_id: dict[str, PersonDraft] = {}
        self.by_email: dict[str, PersonDraft] = {}
        self.by_name: dict[str, list[PersonDraft]] = {}
        self.has_ids = values.has("id")
        every = range(len(values.table.rows))
        self.slugs = Slugs(who for row in every if (who := values.text(row, "id")))

    def roll(self) -> Roll:
        values = self.values
        for row in range(len(values.table.rows)):
            if self._is_usable(row):
                self._read(row)
        if not self.has_ids and self.people:
            self.ledger.guess("id-from-name")
        for same in self.by_name.values():
            if len(same) > 1 and not any("vacancy" in p.facts for p in same) and self.has_ids:
                self.ledger.remark("same-name", *(values.number(p.rows[0]) for p in same))
        if self.teams:
            self.ledger.remark("team-row", *map(values.number, self.teams))
        return Roll(self.people, self.of_row, self.teams)

    def _is_usable(self, row: int) -> bool:
        """Reject a row that cannot be about anybody."""
        values = self.values
        bad = values.refused_character(row)
        if bad:
            values.reject("bad-character", row, column=bad[0], character=bad[1])
        elif values.has("status") and is_inactive(values.text(row, "status")):
            values.reject("inactive", row)
        elif len(self._id(row)) > _LONGEST_ID:
            values.reject("id-too-long", row)
        elif len(self._name(row)) > 500:
            values.reject("name-too-long", row)
        else:
            return True
        return False

    def _read(self, row: int) -> None:
        values = self.values
        who, name, email = self._id(row), self._name(row), values.text(row, "email").casefold()
        if not who and not name and not email:
            self._read_nobody(row)
            return
        if (is_total(who) and not name) or (is_total(name) and not who):
            values.reject("total-row", row)
            return
        person = self._known(row, who, name, email)
        if person is None:
            return
        self.of_row[row] = person
        if row not in person.rows:
            person.rows.append(row)
        self._learn(person, row, name)

    def _read_nobody(self, row: int) -> None:
        values = self.values
        if values.flag(row, "vacancy"):
            title = values.label(row, "job_title") or "Vacancy"
            self._learn(self._new(row, self.slugs.new(f"vacancy {title}"), title, ""), row, title)
        elif any(values.text(row, place) for place in _PLACES) and not any(
            values.text(row, f) for f in ("role", "job_title", "fte", "hours")
        ):
            self.teams.append(row)
        elif any(is_total(cell) for cell in values.table.rows[row]):
            values.reject("total-row", row)
        else:
            values.reject("nobody", row)

    # -- who is it -----------------------------------------------------------------------------------------------------

    def _id(self, row: int) -> str:
        return self.values.text(row, "id")

    def _name(self, row: int) -> str:
        values = self.values
        whole = values.text(row, "name")
        if whole:
            return whole
        return " ".join(part for part in (values.text(row, f) for f in ("first_name", "infix", "last_name")) if part)

    def _known(self, row: int, who: str, name: str, email: str) -> PersonDraft | None:
        """Return whom the row is about, somebody new where need be; ``None`` where the row contradicts itself."""
        if who:
            person = self.by_id.get(id_key(who))
            if person is None:
                person = self._new(row, who, name, email)
                self.by_id[id_key(who)] = person
            elif name and person.name and not _could_be_one(name, person.name):
                self.values.reject("id-of-another", row, None, person=person.id, first=str(self.values.number(person.rows[0])))
                return None
            return person
        if email and email in self.by_email:
            return self.by_email[email]
        if is_vacancy_name(name):
            return self._new(row, self.slugs.new(name, "vacancy"), name, email)
        return self._by_name(row, name, email)

    def _by_name(self, row: int, name: str, email: str) -> PersonDraft:
        number = self.values.number(row)
        namesakes = self.by_name.get(name_key(name), []) if name else []
        for person in namesakes[-_NAMESAKES:]:
            if not (email and person.email) and self._agrees(row, person):
                self.ledger.guess("same-name-same-person", number, person=person.id)
                return person
        if self.has_ids:
            self.ledger.guess("id-missing", number)
        new = self._new(row, self.slugs.new(name or email.partition("@")[0], f"row-{number}"), name, email)
        if namesakes:
            self.ledger.guess("same-name-two-people", number, person=new.id)
        return new

    def _agrees(self, row: int, person: PersonDraft) -> bool:
        """Tell whether a row may be about a namesake: it says nothing else, or of another time."""
        interval = self.values.interval(row)
        for other in person.rows:
            if interval.dated and not interval.meets(self.values.interval(other)):
                continue
            for telling in _TELLING:
                here, there = self.values.text(row, telling), self.values.text(other, telling)
                if here and there and id_key(here) != id_key(there):
                    return False
        return True

    def _new(self, row: int, who: str, name: str, email: str) -> PersonDraft:
        person = PersonDraft(who, name, [row], email)
        self.people.append(person)
        self.of_row[row] = person
        if email:
            self.by_email.setdefault(email, person)
        if name:
            self.by_name.setdefault(name_key(name), []).append(person)
        return person

    # -- what is known ---------------------------------------------------------------------------------------------------

    def _learn(self, person: PersonDraft, row: int, name: str) -> None:
        """Add what a row says; the first row that says something counts, of rows after each other in time the last."""
        values = self.values
        if name and not person.name:
            person.name = name
        self._fact(person, row, "name", name)
        for label in ("job_title", "location", "seniority"):
            self._fact(person, row, label, values.label(row, label))
        self._fact(person, row, "fte", values.fte(row))
        self._fact(person, row, "agile_years", values.agile_years(row))
        for flag in ("second_line", "external"):
            self._fact(person, row, flag, values.flag(row, flag))
        self._fact(person, row, "vacancy", self._is_vacancy(person, row))
        skills = values.skills(row)
        known = person.facts.setdefault("skills", {}) if skills else {}
        if isinstance(known, dict):
            for skill, level in skills.items():
                known.setdefault(skill, level)

    def _is_vacancy(self, person: PersonDraft, row: int) -> bool | None:
        said = self.values.flag(row, "vacancy")
        if said is None and is_vacancy_name(person.name):
            self.ledger.guess("vacancy-by-name", self.values.number(row), person=person.id)
            return True
        return said

    def _fact(self, person: PersonDraft, row: int, what: str, value: Fact | None) -> None:
        if value is None or value == "":
            return
        if what not in person.facts:
            person.facts[what] = value
            person.origin[what] = row
            return
        known = person.facts[what]
        same = known == value or (isinstance(known, str) and isinstance(value, str) and id_key(known) == id_key(value))
        later = self._is_later(row, person.origin[what])
        if later:  # rows of one person after each other are a history, of which what holds last counts
            person.facts[what] = known if same else value
            person.origin[what] = row
        if same:
            return
        where = what if what != "name" or self.values.has("name") else "last_name"
        where = "hours" if what == "fte" and not self.values.has("fte") else where
        if later is not None:
            self.ledger.guess("latest-row", self.values.number(person.origin[what]), column=self.values.header(where))
            return
        kind = "fte-differs" if what == "fte" and self.values.has("squad") and not self.values.has("allocation") else "fact-differs"
        first = str(self.values.number(person.origin[what]))
        self.values.reject(kind, row, where, column=self.values.header(where), person=person.id, first=first)

    def _is_later(self, row: int, other: int) -> bool | None:
        """Tell whether a row holds from a later day than another; ``None`` where they do not say when, or say the same."""
        here, there = self.values.interval(row), self.values.interval(other)
        if not (here.dated and there.dated) or here.start == there.start or here.meets(there):
            return None
        return (here.start or dt.date.min) > (there.start or dt.date.min)


def _could_be_one(name: str, other: str) -> bool:
    """Tell whether two names may belong to one person: they share a word that is more than a particle.

    Examples
    --------
    >>> _could_be_one("A. de Vries", "Anna de Vries"), _could_be_one("Anna van Dijk", "Ben van der Veen")
    (True, False)
    """
    one, two = set(name_key(name).split()), set(name_key(other).split())
    return one == two or any(len(word) > 2 and word not in _PARTICLES for word in one & two)
