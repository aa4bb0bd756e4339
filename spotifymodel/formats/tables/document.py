"""A table as a chart: the plain document that a YAML or JSON file of the same chart would hold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from ...errors import InputRefusedError, Place, Trouble
from ..trees.collector import collector_paused
from .cells import Table
from .flags import second_line_name
from .headers import Columns, Overrides, match_columns
from .ledger import Ledger
from .line import Line, draw_line
from .managers import Directory, line_statements
from .people import PersonDraft, Roll, gather_people
from .posts import PostDraft
from .report import ReadingReport
from .team_drafts import SeatRecord, Seats, TeamDraft, Teams
from .teams import gather_teams
from .units import UnitDraft, gather_units
from .values import Interval, Values

__all__ = ["Path", "TableReading", "document_from_table"]

Path = tuple[str | int, ...]
Record = dict[str, Any]

_FORMAT: Final = "spotifymodel/1"
#: The order of a person's fields in the document.
_FACTS: Final = ("fte", "location", "skills", "vacancy", "second_line", "external", "seniority", "agile_years")
_SHOWN_FAULTS: Final = 50


@dataclass(frozen=True, slots=True)
class TableReading:
    """A chart read from a table.

    Parameters
    ----------
    document : dict
        The chart in the file format, ready to be validated.
    places : mapping of tuple to Place
        Document path, such as ``("people", 3)`` or ``("tribes", 0, "squads", 2)``, to the cell or row it came from. Every
        person, unit, tribe, squad and chapter has one.
    report : ReadingReport
        Everything that was guessed, dropped, ignored or rejected.
    """

    document: Record
    places: Mapping[Path, Place]
    report: ReadingReport


def document_from_table(table: Table, *, columns: Overrides | None = None, language: Literal["en", "nl"] | None = None) -> TableReading:
    r"""Return the chart that a table describes: one row per person, or per person and squad.

    Parameters
    ----------
    table : Table
    columns : mapping of str to str or None
        Column name -> field, where the caller knows better, such as ``{"Afdeling": "unit"}``; ``None`` leaves a column out.
    language : {"en", "nl"}, optional
        Language of the report's text; English unless given.

    Returns
    -------
    TableReading
        A plain HR list gives people, units and line managers; columns for tribes, squads and chapters give those.

    Raises
    ------
    InputRefusedError
        No column says who somebody is, two columns claim to be the same, or no row is usable.
    UsageError
        ``columns`` names a column or field that does not exist.

    Notes
    -----
    O(rows). The same table gives the same document, byte for byte.

    Examples
    --------
    >>> from spotifymodel.formats.tables import read_table
    >>> table = read_table(b"id;naam;afdeling;leidinggevende\n1;Anna;IT;2\n2;Ben;IT;\n", "lijst.csv", kind="csv")
    >>> reading = document_from_table(table)
    >>> reading.document["people"]
    [{'id': '1', 'name': 'Anna', 'unit': 'it'}, {'id': '2', 'name': 'Ben', 'unit': 'it'}]
    >>> reading.document["units"]
    [{'id': 'it', 'name': 'IT', 'manager': '2'}]
    """
    with collector_paused():
        return _read(table, columns, language or "en")


def _read(table: Table, columns: Overrides | None, language: Literal["en", "nl"]) -> TableReading:
    """Put the steps of the road one after the other; each knows only what the ones before it found."""
    ledger = Ledger()
    ledger.adopt(table.guesses, table.remarks, table.rejects)
    matched = match_columns(table, columns, ledger)
    values = Values(table, matched, ledger)
    roll = gather_people(values)
    if not roll.people:
        raise _nobody(table, ledger)
    units = gather_units(values, roll)
    directory = Directory(roll, values)
    line = draw_line(values, roll, units, directory, line_statements(roll, values, directory))
    teams = gather_teams(values, roll)
    _mark_second_line(roll, line, ledger)
    document, places = _Writing(table).write(roll, line, teams)
    return TableReading(document, places, _report(table, matched, ledger, document, line, language))


def _mark_second_line(roll: Roll, line: Line, ledger: Ledger) -> None:
    """Mark people of units whose name says second line, unless the list itself says who is."""
    because_of: dict[int, UnitDraft | None] = {}
    for unit in line.units:
        if second_line_name(unit.name) is None:
            ledger.remark("second-line-desk", unit=unit.label)
    marked: dict[str, int] = {}
    for person in roll.people:
        posts = line.posts[person.id]
        here = posts[-1].unit if posts else None
        above = _second_line_above(here, because_of, line.parents_are_said) if here is not None else None
        if above is not None and "second_line" not in person.facts:
            person.facts["second_line"] = True
            marked[above.label] = marked.get(above.label, 0) + 1
    for name, n in marked.items():
        ledger.guess("second-line-unit", unit=name, n=str(n))


def _second_line_above(unit: UnitDraft, known: dict[int, UnitDraft | None], upwards: bool) -> UnitDraft | None:
    """Return the unit whose name makes this one second line: itself, or one above where the list says what stands above."""
    path, above = [], unit
    while id(above) not in known:
        path.append(above)
        if second_line_name(above.name) is True or above.parent is None or not upwards:
            known[id(above)] = above if second_line_name(above.name) is True else None
            break
        above = above.parent
    for lower in path:
        known[id(lower)] = known[id(above)]
    return known[id(unit)]


class _Writing:
    """The document being written, with the place of every record."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.places: dict[Path, Place] = {}

    def write(self, roll: Roll, line: Line, teams: Teams) -> tuple[Record, dict[Path, Place]]:
        document: Record = {"format": _FORMAT, "people": []}
        for person in roll.people:
            self._place(("people", len(document["people"])), person.rows[0])
            document["people"].append(_person(person, line.posts[person.id]))
        skills = sorted({skill for p in roll.people if isinstance(s := p.facts.get("skills"), dict) for skill in s})
        for unit in line.units:
            document.setdefault("units", [])
            self._place(("units", len(document["units"])), unit.row)
            document["units"].append(_unit(unit))
        if skills:
            document["skills"] = [{"id": skill} for skill in skills]
        chapters, squads = _by_tribe(teams.chapters), _by_tribe(teams.squads)
        for k, tribe in enumerate(teams.tribes):
            self._place(("tribes", k), tribe.row)
            record = _named(tribe.id, tribe.name)
            _hold(record, "lead", tribe.seats, "lead")
            _hold(record, "agile_coaches", tribe.seats, "agile_coaches")
            _hold(record, "support", tribe.seats, "support")
            self._teams(record, chapters.get(id(tribe), ()), squads.get(id(tribe), ()), ("tribes", k))
            document.setdefault("tribes", []).append(record)
        self._teams(document, chapters.get(id(None), ()), squads.get(id(None), ()), ())
        return document, self.places

    def _teams(self, holder: Record, chapters: Sequence[TeamDraft], squads: Sequence[TeamDraft], path: Path) -> None:
        for k, chapter in enumerate(chapters):
            self._place((*path, "chapters", k), chapter.row)
            record = _named(chapter.id, chapter.name)
            _hold(record, "lead", chapter.seats, "lead")
            _hold(record, "members", chapter.seats, "members")
            holder.setdefault("chapters", []).append(record)
        for k, squad in enumerate(squads):
            self._place((*path, "squads", k), squad.row)
            record = _named(squad.id, squad.name)
            for role in ("product_owner", "members", "agile_coaches", "compliance"):
                _hold(record, role, squad.seats, role)
            holder.setdefault("squads", []).append(record)

    def _place(self, path: Path, row: int) -> None:
        self.places[path] = self.table.where(row)


def _by_tribe(teams: Iterable[TeamDraft]) -> dict[int, list[TeamDraft]]:
    found: dict[int, list[TeamDraft]] = {}
    for team in teams:
        found.setdefault(id(team.tribe), []).append(team)
    return found


def _named(identity: str, name: str) -> Record:
    return {"id": identity, "name": name} if name and name != identity else {"id": identity}


def _person(person: PersonDraft, posts: Sequence[PostDraft]) -> Record:
    record = _named(person.id, person.name)
    facts = person.facts
    if "job_title" in facts:
        record["job_title"] = facts["job_title"]
    units = [(p.unit.id, i) for p in posts if p.unit is not None for i in p.intervals]
    if units:
        record["unit"] = _dated("unit", units)
    above = [(manager, i) for p in posts for manager in p.reports_to for i in p.intervals]
    if above:
        record["reports_to"] = _dated("person", above)
    for what in _FACTS:
        value = facts.get(what)
        if value is None or value is False:
            continue
        record[what] = dict(sorted(value.items())) if isinstance(value, dict) else value
    return record


def _dated(what: str, holders: Iterable[tuple[str, Interval]]) -> SeatRecord | list[SeatRecord]:
    """Return places in the line as a chart writes them: a plain id unless dates or several of them need more."""
    records: list[SeatRecord] = []
    for identity, interval in dict.fromkeys(holders):
        record: dict[str, str | float] = {what: identity}
        if interval.start is not None:
            record["from"] = interval.start.isoformat()
        if interval.until is not None:
            record["until"] = interval.until.isoformat()
        records.append(record if interval.dated else identity)
    return records[0] if len(records) == 1 else records


def _unit(unit: UnitDraft) -> Record:
    record = _named(unit.id, unit.name)
    if unit.manager:
        record["manager"] = unit.manager
    if unit.parent is not None:
        record["parent"] = unit.parent.id
    return record


def _hold(record: Record, key: str, seats: Seats, role: str) -> None:
    """Write the holders of a role; a single lead or owner stands alone."""
    holders = seats.records(role)
    if holders:
        record[key] = holders[0] if len(holders) == 1 and key in ("lead", "product_owner") else holders


def _report(table: Table, columns: Columns, ledger: Ledger, document: Record, line: Line, language: Literal["en", "nl"]) -> ReadingReport:
    tribes = document.get("tribes", ())
    counts = (
        ("people", len(document["people"])),
        ("units", len(document.get("units", ()))),
        ("managed", line.managed),
        ("tribes", len(tribes)),
        ("chapters", sum(len(t.get("chapters", ())) for t in tribes) + len(document.get("chapters", ()))),
        ("squads", sum(len(t.get("squads", ())) for t in tribes) + len(document.get("squads", ()))),
    )
    return ReadingReport(
        table.name,
        table.sheet,
        table.encoding,
        table.separator,
        table.header_number,
        len(table.rows) + len(table.rejects),
        counts,
        mapping=columns.mapping,
        guesses=ledger.guesses,
        remarks=ledger.remarks,
        dropped=columns.dropped,
        ignored=columns.ignored,
        rejects=ledger.rejects,
        language=language,
    )


def _nobody(table: Table, ledger: Ledger) -> InputRefusedError:
    """Return the error for a list of which no row could be used, with the reasons of the first rows."""
    expected = "rows with a name or an id below the column names"
    troubles = [Trouble("no row of the list names a person", table.where_header(), expected, "", "missing")]
    troubles += [Trouble(n.text(), n.place or table.where_header(), kind="invalid") for n in ledger.rejects[:_SHOWN_FAULTS]]
    return InputRefusedError(troubles, table.name)
