"""Which column of a list is which: by its name, by what stands in it, or because the caller said so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ...errors import InputRefusedError, Place, Trouble, UsageError
from .cells import Table, column_letters
from .characters import printable
from .flags import truth, truth_of_contract
from .folding import id_key, squeeze
from .header_words import FIELDS, LEVELS, PERHAPS, field_of, is_private, meaning
from .ledger import Ledger
from .limits import LIMITS
from .report import How, Mapped
from .roles import are_roles

__all__ = ["Columns", "Overrides", "find_header", "header_score", "match_columns", "refuse_duplicates"]

#: What the caller says of columns: name as written -> our field, or ``None`` to leave it out.
Overrides = Mapping[str, str | None]

#: One of these must be there, or nobody can be told apart.
WHO = ("id", "name", "first_name", "last_name", "email", "login")
_YEARS = re.compile(r"[0-9.,]+\s*(?:j|y|jaar|jaren|years?|yrs?|jahre?)?\.?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Columns:
    """Where each field stands, and what became of every column.

    Parameters
    ----------
    at : mapping of str to int
        Field -> column, counted from 0.
    logins : tuple of int
        Further columns by which a person can be referred to.
    mapping : tuple of Mapped
        Columns in use, from left to right.
    dropped, ignored : tuple of str
        Names of the columns left out for privacy, and of those not used.
    """

    at: Mapping[str, int]
    logins: tuple[int, ...]
    mapping: tuple[Mapped, ...]
    dropped: tuple[str, ...]
    ignored: tuple[str, ...]


def header_score(cells: Iterable[str], overrides: Overrides | None = None) -> int:
    """Return how much a row looks like column names: two for a settled name, one for a possible or a private one."""
    said = {squeeze(name) for name in overrides or ()}
    score = 0
    for cell in cells:
        if not cell or "@" in cell or cell[0].isdigit():
            continue
        field, possible = meaning(cell)
        score += 2 if field or squeeze(cell) in said else 1 if possible or is_private(cell) else 0
    return score


def find_header(rows: Sequence[Sequence[str]], overrides: Overrides | None = None) -> tuple[int, bool] | None:
    """Return the row that holds the column names and whether the next holds them again; ``None`` where there is none.

    The row that looks most like column names among the first ones wins, because people put titles above their lists.
    """
    best, most = None, 0
    for k, row in enumerate(rows[: LIMITS.header_within]):
        score = header_score(row, overrides)
        if score > most:
            best, most = k, score
    if best is None:
        return None
    filled = sum(1 for c in rows[best] if c)
    if most <= 2 and filled > 1 and any(any(c) for c in rows[:best]):
        return None  # one lucky word somewhere in the data is not a header
    return best, best + 1 < len(rows) and _says_it_again(rows[best], rows[best + 1])


def _says_it_again(header: Sequence[str], below: Sequence[str]) -> bool:
    """Tell whether a row repeats the column names in other words, each under its own, as SuccessFactors writes them."""
    filled = [k for k, cell in enumerate(below) if cell]
    same = [k for k in filled if k < len(header) and _fields(header[k]) & _fields(below[k])]
    return len(same) >= 2 and len(same) * 2 >= len(filled)


def _fields(name: str) -> set[str]:
    field, possible = meaning(name)
    return {field} if field else set(possible)


def refuse_duplicates(header: Sequence[str], places: Sequence[Place], file: str) -> None:
    """Raise where two columns have the same name, naming both places."""
    first: dict[str, int] = {}
    troubles = []
    for k, name in enumerate(header):
        if not name:
            continue
        other = first.setdefault(id_key(name), k)
        if other != k:
            troubles.append(
                Trouble(
                    f"two columns have the same name {printable(name)!r}: column {column_letters(other)} and column {column_letters(k)}",
                    places[k],
                    "names that differ",
                    "Rename or delete one of them",
                    "duplicate-key",
                )
            )
    if troubles:
        raise InputRefusedError(troubles, file)


def match_columns(table: Table, overrides: Overrides | None, ledger: Ledger) -> Columns:
    """Return which column is which.

    Parameters
    ----------
    table : Table
    overrides : mapping of str to str or None
        Column name -> field, where the caller knows better; ``None`` leaves a column out.
    ledger : Ledger
        Takes the remarks.

    Raises
    ------
    InputRefusedError
        Several columns mean the same and differ, or no column says who somebody is.
    UsageError
        An override names a column or a field that does not exist.
    """
    return _Matching(table, overrides or {}, ledger).result()


class _Matching:
    """The state of one matching: what every column could be, and what it became."""

    def __init__(self, table: Table, overrides: Overrides, ledger: Ledger) -> None:
        self.table, self.ledger = table, ledger
        self.at: dict[str, int] = {}
        self.how: dict[int, tuple[str, How]] = {}
        self.logins: list[int] = []
        self.dropped: list[int] = []
        self.claims: dict[str, list[int]] = {}
        self.perhaps: dict[int, tuple[str, ...]] = {}
        self.silent: set[int] = set()
        self._override(overrides)
        self._read_names()

    def result(self) -> Columns:
        self._settle()
        self._guess()
        self._look_inside()
        self._require_who()
        header = self.table.header
        used = sorted(self.how)
        ignored = [
            header[k] or f"({column_letters(k)})"
            for k in range(len(header))
            if k not in self.how and k not in self.dropped and (header[k] or any(row[k] for row in self.table.rows))
        ]
        return Columns(
            self.at,
            tuple(self.logins),
            tuple(Mapped(printable(header[k]), column_letters(k), *self.how[k]) for k in used),
            tuple(printable(header[k]) for k in self.dropped),
            tuple(map(printable, ignored)),
        )

    # -- by name -----------------------------------------------------------------------------------------------------

    def _override(self, overrides: Overrides) -> None:
        names = {squeeze(name): k for k, name in reversed(list(enumerate(self.table.header))) if name}
        for name, wanted in overrides.items():
            column = names.get(squeeze(name))
            if column is None:
                known = [printable(n) for n in self.table.header if n]
                raise UsageError(f"the list has no column {name!r}; it has {', '.join(known)}", name, known)
            if wanted is None:
                self.silent.add(column)
                continue
            field = field_of(wanted)
            if field is None:
                raise UsageError(f"column {name!r} cannot be taken for {wanted!r}; known are {', '.join(FIELDS)}", wanted, FIELDS)
            if field in self.at and field != "login":
                raise UsageError(f"two columns are to be taken for {field!r}; give one of them", wanted, FIELDS)
            self._take(column, field, "override")

    def _read_names(self) -> None:
        for k, name in enumerate(self.table.header):
            if k in self.how or k in self.silent:
                continue
            field, possible = meaning(name)
            if not field and not possible and is_private(name):
                self.dropped.append(k)
                continue
            if not field and self.table.labels:
                label = self.table.labels[k]
                by_label, possible_by_label = meaning(label)
                field, possible = by_label, possible or possible_by_label
                if not field and is_private(label):
                    self.dropped.append(k)
                    continue
            if field:
                self.claims.setdefault(field, []).append(k)
            elif possible:
                self.perhaps[k] = possible

    def _settle(self) -> None:
        """Give each field its column; several columns for one field must say the same."""
        troubles = []
        for field, columns in self.claims.items():
            filled = [k for k in columns if any(self._values(k))] or columns[:1]
            if field == "login":
                for k in filled:
                    self._take(k, field, "known")
            elif field in self.at:
                continue
            elif len(filled) == 1 or self._say_the_same(filled):
                self._take(filled[0], field, "known")
            elif field == "unit" and "unit_id" not in self.claims and len(filled) == 2 and self._one_is_code(filled):
                code, name = sorted(filled, key=lambda k: not self._is_code(k))
                self._take(code, "unit_id", "guess")
                self._take(name, "unit", "known")
            else:
                troubles.append(self._rivals(field, filled))
        if troubles:
            raise InputRefusedError(troubles, self.table.name)

    def _rivals(self, field: str, columns: Sequence[int]) -> Trouble:
        headers = [printable(self.table.header[k]) for k in columns]
        named = " and ".join(f"{h!r} (column {column_letters(k)})" for h, k in zip(headers, columns, strict=True))
        said = field.replace("_", " ")
        return Trouble(
            f"{named} could all be the {said}, and they differ",
            self.table.where_header(columns[1]),
            f"one column for the {said}",
            f"Say which one it is, and leave the other out: columns={{{headers[0]!r}: {field!r}, {headers[1]!r}: None}}",
            "ambiguous-header",
        )

    # -- by content --------------------------------------------------------------------------------------------------

    def _guess(self) -> None:
        """Give fields without a column the likeliest of the columns that could be it."""
        for field, words in PERHAPS.items():
            if field in self.at:
                continue
            order = {squeeze(w): n for n, w in enumerate(words.split(","))}
            wanting = [k for k, possible in self.perhaps.items() if field in possible and k not in self.how and self._fits(k, field)]
            wanting.sort(key=lambda k: (order.get(squeeze(self.table.header[k].split("(")[0]), 99), k))
            if wanting:
                self._take(wanting[0], field, "guess")

    def _look_inside(self) -> None:
        """Correct what only the content tells: teams that are squads, roles that are job titles, flags among managers."""
        if "id" not in self.at and "login" in self.at:
            self._retake("login", "id")
            if self.logins:
                self.at["login"] = self.logins.pop(0)
        if "name" in self.at and "first_name" in self.at and "last_name" not in self.at and self._holds_surnames():
            self._retake("name", "last_name")
        agile = "tribe" in self.at or "chapter" in self.at
        if "team" in self.at and "squad" not in self.at and (agile or ("role" in self.at and are_roles(self._values(self.at["role"])))):
            self._retake("team", "squad")
        roles = [v for v in self._values(self.at["role"]) if v] if "role" in self.at and not self._overridden("role") else []
        if roles and not are_roles(roles):
            if "job_title" in self.at:
                self._release("role")
            else:
                self._retake("role", "job_title")
        elif "role" not in self.at and "squad" in self.at and "job_title" in self.at and not self._overridden("job_title"):
            titles = [v for v in self._values(self.at["job_title"]) if v]
            if titles and are_roles(titles):
                self._retake("job_title", "role")
        if "manager" in self.at and not self._overridden("manager"):
            said = [v for v in self._values(self.at["manager"]) if v]
            if len(said) > 1 and all(truth(v) is not None and not v.isdigit() for v in said):
                self._release("manager")
        for level in ("division", "team"):
            if level in self.at and "unit" not in self.at and not any(other in self.at for other in LEVELS if other != level):
                self._retake(level, "unit")

    def _holds_surnames(self) -> bool:
        """Tell whether names lack the first names that stand beside them, as in German lists: they are surnames then."""
        if self._overridden("name"):
            return False
        both = [pair for pair in zip(self._values(self.at["name"]), self._values(self.at["first_name"]), strict=True) if all(pair)]
        whole = any("," in name or "." in name or squeeze(first) in squeeze(name) for name, first in both)
        return bool(both) and not whole

    def _require_who(self) -> None:
        if not any(field in self.at for field in WHO):
            known = ", ".join(repr(printable(h)) for h in self.table.header if h)
            raise InputRefusedError(
                [
                    Trouble(
                        f"no column says who somebody is; the columns are {known}",
                        self.table.where_header(),
                        "a column such as id, name, first name and last name, or e-mail",
                        "Say which one it is: columns={'…': 'name'} (on the command line --column …=name)",
                        "missing",
                    )
                ],
                self.table.name,
            )

    # -- small moves -------------------------------------------------------------------------------------------------

    def _take(self, column: int, field: str, how: How) -> None:
        if field == "login" and field in self.at:
            self.logins.append(column)
        else:
            self.at[field] = column
        self.how[column] = (field, how)

    def _retake(self, field: str, better: str) -> None:
        column = self.at.pop(field)
        self._take(column, better, "override" if self.how[column][1] == "override" else "guess")

    def _release(self, field: str) -> None:
        del self.how[self.at.pop(field)]

    def _overridden(self, field: str) -> bool:
        return self.how[self.at[field]][1] == "override"

    def _values(self, column: int) -> Iterable[str]:
        return (row[column] for row in self.table.rows)

    def _say_the_same(self, columns: Sequence[int]) -> bool:
        return all(len({row[k] for k in columns}) == 1 for row in self.table.rows)

    def _is_code(self, column: int) -> bool:
        said = [v for v in self._values(column) if v]
        return bool(said) and all(len(v) <= 12 and " " not in v and any(c.isdigit() for c in v) for v in said)

    def _one_is_code(self, columns: Sequence[int]) -> bool:
        return sum(map(self._is_code, columns)) == 1

    def _fits(self, column: int, field: str) -> bool:
        """Tell whether the content of a column agrees with what its name may mean."""
        said = [v for v in self._values(column) if v]
        if not said:
            return False
        digits = sum(any(c.isdigit() for c in v) for v in said) * 2 > len(said)
        if field == "id":
            return digits or self._is_code(column)
        if field == "name":
            return not digits
        if field in ("fte", "agile_years"):
            return digits
        if field == "squad" and "agile_years" in self.perhaps[column]:  # "scrum" above numbers counts years
            return any(_YEARS.fullmatch(v) is None for v in said)
        if field == "external":
            return all(truth_of_contract(v) is not None for v in said)
        if field == "manager":
            return not all(truth(v) is not None for v in said)
        if field == "skills":
            return any(":" in v or "=" in v for v in said)
        if field == "role":
            return are_roles(said)
        if field == "seniority":
            return not digits
        if field == "unit_id":  # a cost centre stands in for units only where nothing else names them
            return not any(level in self.claims or level in self.at for level in LEVELS)
        return True
