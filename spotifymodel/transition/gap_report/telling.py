"""A gap report in words: sections with a table each, for a terminal, a page or a notebook. People go by their ids."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...checking.wording import number
from ...measuring.showing import as_text
from ..costs import ROLE_NAMES
from ..learning import NO_SKILLS, Lesson
from ..staffing.terms import TERMS
from .records import PersonGap, SeatGap
from .words import HEADS, SAY, TITLES

if TYPE_CHECKING:
    from .report import GapReport

__all__ = ["Section", "lines_of", "sections_of"]


@dataclass(frozen=True)
class Section:
    """A part of a report.

    Attributes
    ----------
    title : str
    rows : tuple of tuple of str
        The head of a table and its rows; empty where there is none.
    lines : tuple of str
        What stands below the table.
    numbers : frozenset of int
        Columns of numbers.
    """

    title: str
    rows: tuple[tuple[str, ...], ...] = ()
    lines: tuple[str, ...] = ()
    numbers: frozenset[int] = frozenset()


def sections_of(report: GapReport, everybody: bool = False) -> tuple[Section, ...]:
    """Return the sections of a report that have something to say.

    Parameters
    ----------
    report : GapReport
    everybody : bool
        Also the people for whom neither job nor line manager changes and who have nothing to learn.
    """
    return tuple(section for section in _Teller(report).sections(everybody) if section.rows or section.lines)


def lines_of(sections: Iterable[Section]) -> Iterator[str]:
    """Yield sections for a terminal."""
    for k, section in enumerate(sections):
        if k:
            yield ""
        yield section.title
        if section.rows:
            yield from (f"  {line}" for line in as_text(section.rows, section.numbers).splitlines())
        yield from (f"  {line}" for line in section.lines)


class _Teller:
    def __init__(self, report: GapReport) -> None:
        self.report = report
        self.language = report.language
        self.say = SAY[self.language]

    def sections(self, everybody: bool) -> Iterator[Section]:
        report, titles = self.report, TITLES[self.language]
        shown = [one for one in report.people if everybody or _changes(one)]
        left = len(report.people) - len(shown)
        yield self._table("totals", self._totals(), {1, 2, 3})
        yield Section(titles["costs"], lines=tuple(line["text"] for line in report.costs))
        yield self._table("seats", map(self._seat, report.open_seats), {2, 3, 7})
        yield self._table("people", map(self._person, shown), {7}, (self.say["others"].format(n=left),) if left else ())
        yield self._table("learning", self._learning(), {1, 2})
        yield self._table("chapters", self._chapters(), set(range(2, 10)))
        yield self._table("skills", self._skills(), set(range(2, 7)))
        yield self._table("prices", self._prices(), set())
        yield Section(titles["flags"], lines=tuple(flag["text"] for flag in report.flags))

    def _table(self, section: str, rows: Iterable[tuple[str, ...]], numbers: set[int], lines: tuple[str, ...] = ()) -> Section:
        """Return a section with a table, without the columns in which no row says anything."""
        found, head = list(rows), HEADS[self.language][section]
        kept = [k for k in range(len(head)) if any(row[k] for row in found)]
        table = tuple(tuple(row[k] for k in kept) for row in (head, *found)) if found else ()
        return Section(TITLES[self.language][section], table, lines, frozenset(at for at, k in enumerate(kept) if k in numbers))

    def _number(self, value: float | None) -> str:
        return "" if value is None else number(value, self.language)

    def _totals(self) -> Iterator[tuple[str, str, str, str]]:
        totals, say, names, n = self.report.totals, self.say, ROLE_NAMES[self.language], self._number
        all_ = n(totals.people)
        yield from ((say["hires.role"].format(role=names[role]), "", n(many), "") for role, many in totals.hires.items())
        yield from ((say["hires.chapter"].format(chapter=c), "", n(many), "") for c, many in totals.hires_by_chapter.items())
        if totals.hires:
            yield say["hired_fte"], "", n(totals.hired_fte), ""
        yield from ((say["trainings.role"].format(role=names[role]), "", n(many), "") for role, many in totals.trainings.items())
        if totals.lessons:
            yield say["training_months"], "", n(totals.training_months), ""
        if totals.untimed_lessons:
            yield say["untimed"], "", n(totals.untimed_lessons), ""
        yield say["line_managers"], "", n(totals.line_managers), all_
        for status in ("follows", "changed", "new", "open"):
            if totals.hr_status.get(status):
                yield say[f"status.{status}"], "", n(totals.hr_status[status]), all_
        if totals.t_shaped.asked:
            yield say["t_shaped"], n(totals.t_shaped.before), n(totals.t_shaped.after), n(totals.t_shaped.asked)
        for what, covered in totals.coverage.items():
            if covered.asked:
                yield say[f"coverage.{what}"], n(covered.before), n(covered.after), n(covered.asked)
        for name, spread in (("squad_size", totals.squad_size), ("chapters_per_squad", totals.chapters_per_squad)):
            if spread is not None:
                yield say[name].format(least=n(spread.least), most=n(spread.most)), "", n(spread.mean), ""

    def _seat(self, seat: SeatGap) -> tuple[str, ...]:
        say = self.say
        if seat.role is not None:
            what = ROLE_NAMES[self.language][seat.role]
        elif seat.kind == "skill":
            what = say["skill"].format(skill=seat.skill)
        else:
            what = say["need"].format(chapter=seat.chapter)
        held = say["vacancy"] if seat.state == "open" else seat.holder or ""
        lacking = ", ".join(seat.lacking)
        lacking = say["untold"].format(lacking=lacking) if seat.state == "unknown" else lacking
        latest = "" if seat.latest is None else str(seat.latest_start or self._week(seat.latest))
        inside, elsewhere = self._names(seat.inside, seat.inside_number), self._names(seat.elsewhere, seat.elsewhere_number)
        return (seat.of, what, self._number(seat.required), self._number(seat.present), held, inside, elsewhere,
                self._number(seat.months), latest, lacking)  # fmt: skip

    def _week(self, week: int) -> str:
        return self.say["now"] if week <= 0 else self.say["week"].format(week=week)

    def _names(self, names: Sequence[str], number_of_all: int) -> str:
        said, more = ", ".join(names), number_of_all - len(names)
        return self.say["more"].format(names=said, n=more) if more else said

    def _person(self, one: PersonGap) -> tuple[str, ...]:
        say, names = self.say, ROLE_NAMES[self.language]
        roles = ", ".join(say["of"].format(role=say["support"] if role == "support" else names[role], of=of) for role, of in one.roles)
        after = roles or (say["stays"].format(unit=one.unit or "–") if one.tribe is None else say["no_seat"])
        manager = f"{one.line_manager_today or '–'} → {one.line_manager or '–'}" if one.other_line_manager else say["same"]
        shape = say[one.shape] if one.shape == one.shape_after else f"{say[one.shape]} → {say[one.shape_after]}"
        asked = ", ".join(dict.fromkeys(self._what(lesson) for lesson in one.lessons if not lesson.certain))
        learn = "; ".join([*(self._lesson(lesson) for lesson in one.lessons if lesson.certain),
                           *([say["lesson.ask"].format(what=asked)] if asked else [])])  # fmt: skip
        return one.person, one.before, after, say[one.hr_status], manager, shape, learn, str(one.week) if one.week else ""

    def _lesson(self, lesson: Lesson) -> str:
        what = self._what(lesson)
        if lesson.needed is None or lesson.found is None:
            return what
        return self.say["lesson"].format(what=what, needed=self._number(lesson.needed), found=self._number(lesson.found))

    def _what(self, lesson: Lesson) -> str:
        return self.say[lesson.what] if lesson.what in NO_SKILLS else lesson.what

    def _learning(self) -> Iterator[tuple[str, ...]]:
        lessons = [lesson for one in self.report.people for lesson in one.lessons]
        keys = {(self._what(lesson), lesson.source.section, lesson.source.quote) for lesson in lessons}
        counts = Counter((self._what(lesson), lesson.source.quote, lesson.certain) for lesson in lessons)
        for what, section, quote in sorted(keys):
            sure, asked = counts[what, quote, True], counts[what, quote, False]
            yield what, str(sure or ""), str(asked or ""), section, f"“{quote}”"

    def _chapters(self) -> Iterator[tuple[str, ...]]:
        for one in self.report.chapters:
            numbers = (one.people, one.vacancies, one.supply, one.asked, one.filled, one.short, one.span, one.bus_factor)
            yield one.chapter, one.lead or "–", *map(self._number, numbers)

    def _skills(self) -> Iterator[tuple[str, ...]]:
        for one in self.report.chapters:
            for skill in one.skills:
                numbers = (skill.level, skill.people, skill.supply, skill.squads or None, skill.demand or None)
                yield one.chapter, skill.skill, *map(self._number, numbers)

    def _prices(self) -> Iterator[tuple[str, str]]:
        """Yield what one more would save; chapters that would save the same stand together."""
        labels = {term.name: getattr(term, self.language) for term in TERMS}
        alike: dict[tuple[str, str], list[str]] = {}
        several = len({one.tribe for one in self.report.chapters}) > 1
        for price in self.report.prices:
            what = ", ".join(f"{change:+d} {labels[name]}" for name, change in price.saves.items())
            saved = what if price.proven else self.say["unproven"].format(what=what)
            alike.setdefault((price.kind, saved), []).append(f"{price.chapter} ({price.tribe})" if several else price.chapter)
        for (kind, saved), chapters in alike.items():
            yield self.say[kind].format(chapters=self.say["or"].join(chapters)), saved


def _changes(one: PersonGap) -> bool:
    return one.hr_status != "follows" or one.other_line_manager or bool(one.lessons)
