"""Who is meant by a manager cell: an id, an e-mail address, a name, initials, or a job title that one person has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from .flags import is_no_manager
from .folding import id_key, name_key, plain
from .people import PersonDraft, Roll
from .values import Values

__all__ = ["Directory", "Found", "Statement", "line_statements"]

_BRACKETED = re.compile(r"^(.*?)\s*[(\[<]([^)\]>]+)[)\]>]\s*$")
_JOINED = re.compile(r"\s+[-–|/]\s+")
_ZEROS = re.compile(r"^0*(\d+)(?:\.0+)?$")

#: The columns that may name a manager, surest first.
_COLUMNS: Final = ("manager_id", "manager_email", "manager", "manager_name")


@dataclass(frozen=True, slots=True)
class Found:
    """Who a reference leads to.

    Parameters
    ----------
    person : PersonDraft or None
        ``None`` where nobody or more than one fits.
    how : str
        ``""`` where it was plain, else the kind of the guess.
    candidates : tuple of str
        Ids of all who fit, where more than one does.
    """

    person: PersonDraft | None
    how: str = ""
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """What a row says of somebody's line manager.

    Parameters
    ----------
    managers : tuple of str
        Ids; empty for nobody.
    none : bool
        The row says that there is none, in so many words.
    row : int
        Row index.
    """

    managers: tuple[str, ...]
    none: bool
    row: int


class Directory:
    """Everybody by everything that a reference may use."""

    def __init__(self, roll: Roll, values: Values) -> None:
        self._exact: dict[str, PersonDraft] = {}
        self._numbers: dict[str, list[PersonDraft]] = {}
        self._names: dict[str, list[PersonDraft]] = {}
        self._initials: dict[str, list[PersonDraft]] = {}
        self._titles: dict[str, list[PersonDraft]] = {}
        for person in roll.people:
            self._exact.setdefault(id_key(person.id), person)
            number = _ZEROS.match(person.id)
            if number:
                self._numbers.setdefault(number[1], []).append(person)
            key = name_key(person.name)
            if key:
                self._names.setdefault(key, []).append(person)
                first, _, rest = key.partition(" ")
                if rest:
                    self._initials.setdefault(f"{first[0]} {rest}", []).append(person)
            title = person.facts.get("job_title")
            if isinstance(title, str):
                self._titles.setdefault(plain(title), []).append(person)
        for person in roll.people:
            if person.email:
                self._exact.setdefault(id_key(person.email), person)
            for row in person.rows:
                for login in (*values.logins(row), values.text(row, "login")):
                    if login:
                        self._exact.setdefault(id_key(login), person)
        for person in roll.people:
            # "SKING" for sking@bank.example, unless somebody's id says otherwise
            self._exact.setdefault(id_key(person.email.partition("@")[0]) or id_key(person.id), person)

    def find(self, reference: str) -> Found:
        """Return who a reference means, and how sure that is.

        Notes
        -----
        O(1) after O(people) to build.
        """
        found = self._plain(reference)
        if found:
            return found
        bracketed = _BRACKETED.match(reference)
        parts = [bracketed[2], bracketed[1]] if bracketed else _JOINED.split(reference)
        if len(parts) > 1:
            for part in parts:
                found = self._plain(part.strip())
                if found and found.person:
                    return found
        number = _ZEROS.match(reference)
        if number and (people := self._numbers.get(number[1])):
            return _only(people, "manager-by-number")
        initial, _, rest = name_key(reference).partition(" ")
        while rest and len(rest.partition(" ")[0]) == 1:  # J.P. Jansen
            rest = rest.partition(" ")[2]
        if len(initial) == 1 and (people := self._initials.get(f"{initial} {rest}")):
            return _only(people, "manager-by-initials")
        if people := self._titles.get(plain(reference)):
            return _only(people, "manager-by-title")
        return Found(None)

    def _plain(self, reference: str) -> Found | None:
        exact = self._exact.get(id_key(reference))
        if exact:
            return Found(exact)
        people = self._names.get(name_key(reference)) if reference else None
        return _only(people, "") if people else None


def line_statements(roll: Roll, values: Values, directory: Directory) -> dict[int, Statement]:
    """Return for each row what it says of the line manager of its person; rows that say nothing are absent.

    A manager who is not in the list or cannot be told from others is put on the reject list; the person stays.
    """
    columns = [c for c in _COLUMNS if values.has(c)]
    said: dict[int, Statement] = {}
    for row, person in roll.of_row.items():
        cells = [(c, text) for c in columns if (text := values.text(row, c))]
        if not cells:
            continue
        statement = _statement(row, person, cells, values, directory)
        if statement:
            said[row] = statement
    return said


def _statement(row: int, person: PersonDraft, cells: Sequence[tuple[str, str]], values: Values, directory: Directory) -> Statement | None:
    results = [(column, _resolve(text, directory)) for column, text in cells if not is_no_manager(text) or directory.find(text).person]
    if not results:
        return Statement((), True, row)
    solved = [(column, [f for f in found if f.person]) for column, found in results if any(f.person for f in found)]
    if not solved:
        column, found = results[0]
        _reject(row, person, column, found[0], cells, values)
        return None
    column, chosen = solved[0]
    for unsolved in next(found for c, found in results if c == column):
        if not unsolved.person:
            _reject(row, person, column, unsolved, cells, values)
    people = [f.person for f in chosen if f.person]
    if any({id(f.person) for f in other} != {id(p) for p in people} for _, other in solved[1:]):
        values.ledger.guess("manager-differs", values.number(row), person=person.id, manager=people[0].id)
    for found_one in chosen:
        if found_one.how and found_one.person:
            _note_guess(found_one, person, row, values)
    managers = tuple(dict.fromkeys(p.id for p in people if p is not person))
    return Statement(managers, not managers, row)


def _resolve(text: str, directory: Directory) -> list[Found]:
    """Return whom a cell means; several stand apart by semicolons."""
    whole = directory.find(text)
    if whole.person or ";" not in text:
        return [whole]
    return [directory.find(part.strip()) for part in text.split(";") if part.strip() and not is_no_manager(part)] or [whole]


def _note_guess(found: Found, person: PersonDraft, row: int, values: Values) -> None:
    assert found.person is not None
    if found.how == "manager-by-initials":
        values.ledger.guess(found.how, values.number(row), person=person.id, manager=found.person.id)
    else:
        values.ledger.guess(found.how, values.number(row), manager=found.person.id)


def _reject(row: int, person: PersonDraft, column: str, found: Found, cells: Sequence[tuple[str, str]], values: Values) -> None:
    if found.candidates:
        values.reject("manager-ambiguous", row, column, person=person.id, candidates=_either(found.candidates))
    else:
        values.reject("manager-unknown", row, column, person=person.id, reference=reference_shown(dict(cells)[column]))


def reference_shown(text: str) -> str:
    """Return how a report may quote a reference: numbers and codes, never a name or an address.

    Examples
    --------
    >>> reference_shown("4711"), reference_shown("Anna de Vries"), reference_shown("anna@bank.example")
    (' (4711)', '', '')
    """
    is_code = any(c.isdigit() for c in text) and "@" not in text and " " not in text and len(text) <= 20
    return f" ({text})" if is_code else ""


def _only(people: Sequence[PersonDraft], how: str) -> Found:
    return Found(people[0], how) if len(people) == 1 else Found(None, "", tuple(p.id for p in people))


def _either(ids: Iterable[str]) -> str:
    shown = list(ids)
    return ", ".join(shown[:4]) + (" …" if len(shown) > 4 else "")
