"""Where somebody sits in the line, from the rows about them: once, or one place after the other where rows carry dates."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final

from .circles import circles
from .managers import Statement
from .people import PersonDraft, Roll
from .units import UnitDraft, Units
from .values import ALWAYS, Interval, Values

__all__ = ["PostDraft", "cut_circles", "seat_people", "team_fields"]

#: A row that fills one of these is about a team, and its dates are the dates of that seat.
team_fields: Final = ("squad", "squad_id", "chapter", "chapter_id", "tribe", "tribe_id")


@dataclass(slots=True)
class PostDraft:
    """Where somebody sits and to whom they report, for a while or for good.

    Parameters
    ----------
    unit : UnitDraft or None
    managers : tuple of str or None
        Ids; empty where the list says there is none, ``None`` where it says nothing.
    intervals : list of Interval
        :data:`ALWAYS` alone for somebody who never moves.
    row : int
        Row index that said it first.
    reports_to : tuple of str
        Ids that the chart has to name because the unit does not give them.
    """

    unit: UnitDraft | None
    managers: tuple[str, ...] | None
    intervals: list[Interval]
    row: int
    reports_to: tuple[str, ...] = ()


def cut_circles(values: Values, roll: Roll, statements: dict[int, Statement]) -> None:
    """Take managers in a circle out of the statements, naming the shortest circle; the people stay."""
    intervals: dict[tuple[str, str], list[Interval]] = {}
    rows: dict[str, list[int]] = {}
    above: dict[str, list[str]] = {person.id: [] for person in roll.people}
    for row, statement in statements.items():
        person = roll.of_row[row].id
        rows.setdefault(person, []).append(row)
        for manager in statement.managers:
            if manager not in above[person]:
                above[person].append(manager)
            intervals.setdefault((person, manager), []).append(values.interval(row))
    for circle in circles(above):
        if not _ever_at_once([intervals[edge] for edge in zip(circle.members, circle.members[1:] + circle.members[:1], strict=True)]):
            continue
        shown = " → ".join((*circle.members[:8], circle.members[0] if len(circle.members) <= 8 else "…"))
        cut: dict[str, set[str]] = {}
        for person, manager in circle.cut:
            cut.setdefault(person, set()).add(manager)
        for person, managers in cut.items():
            for row in rows[person]:
                said = statements.get(row)
                if said is None or not managers & set(said.managers):
                    continue
                values.reject("manager-cycle", row, "manager", cycle=shown)
                left = tuple(m for m in said.managers if m not in managers)
                if left:
                    statements[row] = Statement(left, False, row)
                else:
                    del statements[row]


def seat_people(values: Values, roll: Roll, units: Units, statements: dict[int, Statement]) -> dict[str, list[PostDraft]]:
    """Return for each person where they sit; rows without dates that contradict an earlier one go to the reject list."""
    return {person.id: _posts(person, values, units, statements) for person in roll.people}


def _posts(person: PersonDraft, values: Values, units: Units, statements: dict[int, Statement]) -> list[PostDraft]:
    said: list[tuple[int, UnitDraft | None, tuple[str, ...] | None]] = []
    for row in person.rows:
        statement, unit = statements.get(row), units.of_row.get(row)
        if (statement is None and unit is None) or _turned_round(person, row, values):
            continue
        said.append((row, unit, statement.managers if statement else None))
    every_unit = {id(u): u for _, u, _ in said if u}
    every_manager = dict.fromkeys(m for _, _, m in said if m is not None)
    only_unit = next(iter(every_unit.values())) if len(every_unit) == 1 else None
    only_manager = next(iter(every_manager)) if len(every_manager) == 1 else None
    posts: dict[tuple[int, tuple[str, ...] | None], PostDraft] = {}
    rows: dict[int, list[int]] = {}
    for row, unit, managers in said:
        unit, managers = unit or only_unit, managers if managers is not None else only_manager
        post = posts.setdefault((id(unit), managers), PostDraft(unit, managers, [ALWAYS], row))
        rows.setdefault(id(post), []).append(row)
    found = list(posts.values())
    if len(found) == 1:
        about_it = rows[id(found[0])]
        if all(values.interval(r).dated and not any(values.text(r, f) for f in team_fields) for r in about_it):
            found[0].intervals = _joined([values.interval(r) for r in about_it])
    elif found and all(values.interval(r).dated for post in found for r in rows[id(post)]):
        for post in found:
            post.intervals = _joined([values.interval(r) for r in rows[id(post)]])
    elif found:
        _reject_others(person, found, values)
        found = found[:1]
    return [post for post in found if post.intervals]


def _turned_round(person: PersonDraft, row: int, values: Values) -> bool:
    """Tell whether the dates of a row about the line end before they start, and reject them; team rows see to it themselves."""
    if not values.interval(row).empty or any(values.text(row, f) for f in team_fields):
        return False
    values.reject("dates-turned-round", row, "from", person=person.id)
    return True


def _reject_others(person: PersonDraft, posts: list[PostDraft], values: Values) -> None:
    first = posts[0]
    for other in posts[1:]:
        if other.unit is not None and other.unit is not first.unit:
            field = next((f for f in ("unit", "unit_id", "team", "division") if values.text(other.row, f)), "unit")
        else:
            field = next((f for f in ("manager", "manager_id", "manager_email", "manager_name") if values.text(other.row, f)), "manager")
        facts = {"column": values.header(field), "person": person.id, "first": str(values.number(first.row))}
        values.reject("fact-differs", other.row, field, **facts)


def _joined(intervals: list[Interval]) -> list[Interval]:
    """Return intervals in order of time, those that touch as one, empty ones left out.

    Examples
    --------
    >>> import datetime as dt
    >>> a, b, c = dt.date(2027, 1, 1), dt.date(2027, 7, 1), dt.date(2028, 1, 1)
    >>> _joined([Interval(b, c), Interval(a, b)]) == [Interval(a, c)], _joined([Interval(None, a), Interval()])[0].dated
    (True, False)
    """
    ordered = sorted((i for i in intervals if not i.empty), key=lambda i: (i.start is not None, i.start))
    joined: list[Interval] = []
    for interval in ordered:
        last = joined[-1] if joined else None
        if last is not None and (last.until is None or interval.start is None or interval.start <= last.until):
            until = None if last.until is None or interval.until is None else max(last.until, interval.until)
            joined[-1] = Interval(last.start, until)
        else:
            joined.append(interval)
    return joined


def _ever_at_once(edges: list[list[Interval]]) -> bool:
    """Tell whether there is a day on which every one of these holds."""
    days = {i.start for edge in edges for i in edge}
    return any(all(any(_holds_on(i, day) for i in edge) for edge in edges) for day in days)


def _holds_on(interval: Interval, day: dt.date | None) -> bool:
    """Tell whether an interval holds on a day; ``None`` is before all days."""
    if interval.start is not None and (day is None or day < interval.start):
        return False
    return interval.until is None or day is None or day < interval.until
