"""Reads from a chart and its findings what a matrix shows of one tribe."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final, Literal

from spotifymodel.checking.finding import Finding
from spotifymodel.checking.report import Report
from spotifymodel.graph.index import Index, index_of
from spotifymodel.graph.relation import BEGIN, END
from spotifymodel.graph.view import View
from spotifymodel.model.org import Org
from spotifymodel.plot.fullest import fullest
from spotifymodel.plot.grid.view import Column, MatrixView, Note, Outsider, Row, Seat
from spotifymodel.plot.names import called, clean
from spotifymodel.words.pictures import TEXTS, month, phrase

__all__ = ["OUTSIDE", "read_tribe"]

#: Stands for the squads outside all tribes where a tribe's id is asked for.
OUTSIDE: Final = "outside"


def read_tribe(org: Org, tribe: str, report: Report, language: str) -> MatrixView:
    """Return what the matrix of one tribe shows.

    Parameters
    ----------
    org : Org
    tribe : str
        Id of the tribe; empty for the squads and chapters outside tribes.
    report : Report
        Findings of the same chart.
    language : str

    Notes
    -----
    Everybody who ever stands on the tribe is in it exactly once per squad; counts are those of the fullest instant, as
    the rules judge them. O(people and edges of the tribe + findings).
    """
    return _Reader(org, tribe, report, language).view()


class _Reader:
    """Everything that the parts of one view look up."""

    def __init__(self, org: Org, tribe: str, report: Report, language: str) -> None:
        self.index: Index = index_of(org)
        self.tribe, self.report, self.language = tribe, report, language
        self.look = View(self.index)
        index = self.index
        self.squads = [s for s, t in index.tribe_of.items() if t == (tribe or None)]
        if tribe and len(index.tribes) == 1:
            self.squads += [s for s, t in index.tribe_of.items() if t is None]
        self.own_chapters = [c for c, t in index.chapter_tribe.items() if t == (tribe or None)]
        self.errors = {
            (f.subject.kind, f.subject.id)
            for f in report.findings
            if f.severity == "error" and not f.waived and f.profile == report.profile
        }
        self.broken = {(f.code, f.subject.id) for f in report.findings if not f.waived and f.profile == report.profile}
        self.home = self._homes()

    def _homes(self) -> dict[str, str]:
        """Return the chapter in whose column somebody stands: one of this tribe where there is one."""
        own = set(self.own_chapters)
        return {
            person: next((c for c in chapters if c in own), chapters[0]) for person, chapters in self.index.chapters_of.items() if chapters
        }

    def view(self) -> MatrixView:
        """Put the view together."""
        index, tribe = self.index, self.tribe
        chapters = self._chapters()
        rows = [self._row(squad, chapters) for squad in self.squads]
        rows += self._benches(chapters)
        leads = index.tribe_leads.people.get(tribe, ())
        coaches = dict.fromkeys(index.tribe_coaches.people.get(tribe, ()))
        for squad in self.squads:
            coaches.update(dict.fromkeys(index.coaches.people.get(squad, ())))
        support = index.support.people.get(tribe, ())
        outsiders = self._outsiders()
        columns = self._columns(chapters, rows)
        shown = dict.fromkeys([*leads, *coaches, *support, *(o.person for o in outsiders)])
        for column in columns:
            shown.update(dict.fromkeys(column.leads))
        shown.update(dict.fromkeys(seat.person for row in rows for cell in row.cells for seat in cell))
        names = {person: called(index.people[person].label, person) for person in shown}
        sort = {person: (name.casefold(), person) for person, name in names.items()}
        record = index.tribes.get(tribe)
        return MatrixView(
            tribe=tribe,
            name=called(record.label, tribe) if record else "",
            rows=tuple(_sorted(row, sort, len(columns)) for row in rows),
            columns=columns,
            people=names,
            count=self._head_count(shown),
            limit=int(self.report.limits.get("tribe.max", 0)) if tribe else 0,
            squad_limit=int(self.report.limits.get("squad.max", 0)),
            leads=tuple(leads),
            coaches=tuple(coaches),
            support=tuple(support),
            outsiders=outsiders,
            leadless=("TL001", tribe) in self.broken and not leads,
            over=("TR001", tribe) in self.broken,
            vacancies=frozenset(person for person in shown if index.people[person].vacancy),
            notes=tuple(self._notes(shown, chapters)),
            remark=self._remark(),
        )

    # -- columns ----------------------------------------------------------------------------------------------------------

    def _chapters(self) -> list[str]:
        """Return the chapters that get a column: the tribe's own, then others of which somebody sits in its squads."""
        found = dict.fromkeys(self.own_chapters)
        for squad in self.squads:
            for person in self.index.squad_people.get(squad, ()):
                if person in self.home:
                    found[self.home[person]] = None
        return list(found)

    def _columns(self, chapters: Sequence[str], rows: Sequence[Row]) -> tuple[Column, ...]:
        index = self.index
        columns = []
        for hue, chapter in enumerate(chapters):
            own = chapter in self.own_chapters
            people = index.chapter_people.people.get(chapter, ())
            seated = {seat.person for row in rows for seat in row.cells[hue]}
            leads = tuple(index.chapter_leads.people.get(chapter, ())) if own else ()
            columns.append(
                Column(
                    chapter,
                    called(index.chapters[chapter].label, chapter),
                    hue,
                    len(people) if own else len(seated),
                    leads,
                    leadless=own and not leads and ("CH001", chapter) in self.broken,
                    bad=("chapter", chapter) in self.errors and bool(leads),
                )
            )
        rest = {seat.person for row in rows for seat in row.cells[len(chapters)]}
        if rest and chapters:
            columns.append(Column("", phrase(self.language, "no_chapter"), -1, len(rest), kind="none"))
        elif not chapters:
            columns.append(Column("", phrase(self.language, "members"), -1, len(rest), kind="everybody"))
        return tuple(columns)

    # -- rows -------------------------------------------------------------------------------------------------------------

    def _row(self, squad: str, chapters: Sequence[str]) -> Row:
        index = self.index
        owners = set(index.owners.people.get(squad, ()))
        people = index.squad_people.get(squad, ())
        cells: dict[str, list[Seat]] = {chapter: [] for chapter in (*chapters, "")}
        for person in people:
            home = self.home.get(person, "")
            cells[home].append(self._seat(person, person in owners, home, squad))
        return Row(
            squad,
            called(index.squads[squad].label, squad),
            tuple(map(tuple, cells.values())),
            fullest(self.look, "squad", squad, lambda view: len(view.squad_people(squad))),
            over=("SQ001", squad) in self.broken,
            ownerless=("PO001", squad) in self.broken,
            bad=("squad", squad) in self.errors,
        )

    def _seat(self, person: str, owner: bool, home: str, squad: str) -> Seat:
        record = self.index.people[person]
        roles: tuple[Literal["PO", "CL"], ...] = ("PO",) if owner else ()
        if home and home in self.index.chapters_led.get(person, ()):
            roles = (*roles, "CL")
        return Seat(
            person,
            roles,
            fullest(self.look, "person", person, lambda view: len(view.squads_of(person))),
            ("person", person) in self.errors,
            record.vacancy,
            record.second_line,
            self._period(person, squad),
        )

    def _benches(self, chapters: Sequence[str]) -> list[Row]:
        """Return rows for people of the tribe's chapters who are in no squad, or in squads of other tribes only."""
        here = {person for squad in self.squads for person in self.index.squad_people.get(squad, ())}
        away: dict[bool, dict[str, list[Seat]]] = {elsewhere: {c: [] for c in (*chapters, "")} for elsewhere in (False, True)}
        for chapter in self.own_chapters:
            leads = self.index.chapter_leads.people.get(chapter, ())
            for person in self.index.chapter_people.people.get(chapter, ()):
                if person not in here and person not in leads and self.home.get(person) == chapter:
                    away[bool(self.index.squads_of.get(person))][chapter].append(self._seat(person, False, chapter, ""))
        return [
            Row(
                "",
                phrase(self.language, "other_tribe" if elsewhere else "no_squad"),
                tuple(map(tuple, cells.values())),
                sum(map(len, cells.values())),
                bench=True,
            )
            for elsewhere, cells in away.items()
            if any(cells.values())
        ]

    # -- time -------------------------------------------------------------------------------------------------------------

    def _head_count(self, shown: Iterable[str]) -> int:
        if not self.tribe:
            return len(list(shown))
        return fullest(self.look, "tribe", self.tribe, lambda view: len(view.tribe_people(self.tribe)))

    def _period(self, person: str, squad: str) -> str:
        """Return from when until when somebody sits in a squad, where that is less than the squad's life."""
        spans = [span for relation in (self.index.members, self.index.owners) for span in relation.spans.get(squad, {}).get(person, ())]
        life = self.index.life.get(squad, (BEGIN, END))
        if not spans:
            return ""
        start, until = min(span[0] for span in spans), max(span[1] for span in spans)
        first = "" if start <= life[0] else _month(start, self.language)
        last = "" if until >= life[1] else _month(until, self.language)
        return f"{first}–{last}" if first and last else f"{first} →" if first else f"→ {last}" if last else ""

    def _remark(self) -> str:
        if self.report.as_of is not None:
            return phrase(self.language, "as_of", day=self.report.as_of.isoformat())
        return phrase(self.language, "all_days") if self.index.dated else ""

    # -- the rest ---------------------------------------------------------------------------------------------------------

    def _outsiders(self) -> tuple[Outsider, ...]:
        found: dict[str, list[str]] = {}
        for squad in self.squads:
            for person in self.index.advisers.people.get(squad, ()):
                found.setdefault(person, []).append(called(self.index.squads[squad].label, squad))
        return tuple(Outsider(person, tuple(squads)) for person, squads in found.items())

    def _notes(self, shown: Iterable[str], chapters: Sequence[str]) -> Iterable[Note]:
        """Yield the findings about what this picture shows, in the order of the report."""
        subjects = {("tribe", self.tribe), *(("squad", s) for s in self.squads), *(("chapter", c) for c in chapters)}
        subjects |= {("person", p) for p in shown}
        for finding in self.report.findings:
            kind, subject = finding.subject
            if (kind, subject) in subjects and finding.profile == self.report.profile:
                yield _note(finding, self.index)


def _note(finding: Finding, index: Index) -> Note:
    kind, subject = finding.subject
    tables = {"tribe": index.tribes, "squad": index.squads, "chapter": index.chapters, "person": index.people}
    record = tables[kind].get(subject)  # type: ignore[attr-defined]
    name = called(record.label if record is not None else "", subject)
    sentence = "" if finding.code in TEXTS["en"] else clean(finding.message)
    title = finding.name.replace("-", " ")
    return Note(
        finding.code, finding.severity, kind, subject, name, sentence, finding.measured, finding.limit, finding.waived, title
    )  # fmt: skip


def _sorted(row: Row, order: dict[str, tuple[str, str]], columns: int) -> Row:
    """Put owners first, then chapter leads, then everybody by name; drop the last cell where it has no column."""
    cells = tuple(
        tuple(sorted(cell, key=lambda s: ("PO" not in s.roles, "CL" not in s.roles, order[s.person]))) for cell in row.cells[:columns]
    )
    return replace(row, cells=cells)


def _month(day: dt.date, language: str) -> str:
    """Write a date as short as it can be read: ``jul 27``, with the day where it is not the first."""
    words = f"{month(day.month, language)} {day.year % 100:02d}"
    return words if day.day == 1 else f"{day.day} {words}"
