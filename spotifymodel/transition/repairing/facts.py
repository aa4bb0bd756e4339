"""What is true in a chart, and which rules a repair must make hold there."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Final

from ...checking.report import Report
from ...graph.index import Index
from ...graph.relation import People
from ...graph.view import View
from ...model.seats import each_seat
from ...profiles import Profile
from ...rules.catalogue import all_rules
from ...rules.judging import applies
from ...rules.rule import Limits

__all__ = ["REPAIRED", "Facts", "facts_of"]

#: The rules whose errors are repaired, as far as the profile makes them errors.
REPAIRED: Final = ("SQ001", "MB001", "PO001", "TR001", "CH001", "TL001", "SQ009", "MB002", "MB003", "MB005", "PO002", "PO005", "HY003")


@dataclass(frozen=True)
class Facts:
    """A chart without dates, seen by the rules that are errors in a profile.

    Attributes
    ----------
    index : Index
    limits : dict of str to Limits
        Rules that bind -> what the profile says about them.
    exempt : frozenset of (str, str)
        Rules and subjects whose finding is waived.
    troubled : frozenset of str
        People in whom a rule about people finds an error.
    """

    index: Index
    limits: dict[str, Limits]
    exempt: frozenset[tuple[str, str]]
    troubled: frozenset[str]

    def binds(self, code: str, subject: str) -> bool:
        """Tell whether a rule must hold for a subject."""
        return code in self.limits and (code, subject) not in self.exempt

    @cached_property
    def view(self) -> View:
        """The chart at its one instant."""
        return View(self.index)

    @cached_property
    def people(self) -> tuple[str, ...]:
        """Everybody who can hold a seat: in a live chart no vacancies."""
        live = self.index.mode == "live"
        return tuple(p for p, record in self.index.people.items() if not (live and record.vacancy))

    def listed(self, chapter: str) -> People:
        """Return the members that a chapter lists; a lead only where listed too."""
        resolve, standing = self.index.names["person"].resolve, set(self.people)
        found = (str(resolve(seat.person)) for seat in each_seat(self.index.chapters[chapter].members))
        return tuple(dict.fromkeys(p for p in found if p in standing))

    def standing(self, squad: str) -> frozenset[str]:
        """Return who has another role in a squad than member and owner: leaving it altogether would end that too."""
        resolve, record = self.index.names["person"].resolve, self.index.squads[squad]
        others = (*record.agile_coaches, *record.steered_by, *record.compliance)
        return frozenset(str(resolve(seat.person)) for seat in each_seat(others))

    def owners_that_count(self, people: tuple[str, ...]) -> tuple[str, ...]:
        """Return those who hold the seat of an owner as the profile reads it: a vacancy does, or not."""
        if self.limits["PO001"]["squad.po_vacancy_ok"]:
            return people
        return tuple(p for p in people if not self.is_vacancy(p))

    def is_vacancy(self, person: str) -> bool:
        """Tell whether this is a seat still to be filled."""
        record = self.index.people.get(person)
        return record is None or record.vacancy

    @property
    def tribe_most(self) -> int:
        """The most people of a tribe: the limit, or an earlier warning that the profile makes an error."""
        limits = self.limits["TR001"]
        return int(limits["tribe.warn"]) or int(limits["tribe.max"])

    @cached_property
    def heads(self) -> dict[str, dict[str, None]]:
        """Tribe -> who counts in it."""
        limits = self.limits.get("TR001")
        if limits is None:
            return {tribe: self.view.tribe_people(tribe) for tribe in self.index.tribes}
        return {t: self.view.tribe_people(t, limits["coach.shared_below"], limits["count.tribe"]) for t in self.index.tribes}

    def mismatch(self, person: str, chapter: str) -> int:
        """Return how far somebody is from the discipline of a chapter: 0 at the highest level, 3 where nothing is known."""
        record = self.index.people.get(person)
        skills = {} if record is None else record.skills
        return 3 - max((skills.get(d, 0) for d in self.index.chapters[chapter].disciplines), default=0)


def facts_of(index: Index, profile: Profile, report: Report) -> Facts:
    """Return what binds in a chart, and where."""
    from ...checking.gathering import limits_of

    rules = all_rules()
    limits = {
        code: limits_of(rules[code], profile)
        for code in REPAIRED
        if profile.severity(code, rules[code].severity) == "error" and not applies(rules[code], index)
    }
    waived = frozenset((f.code, f.subject.id) for f in report.findings if f.waived)
    troubled = frozenset(f.subject.id for f in report.of("error") if f.subject.kind == "person" and not f.waived)
    return Facts(index, limits, waived, troubled)
