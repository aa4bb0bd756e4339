"""What is told of the things in a picture when somebody points at them: name, kind, and a few lines of facts.

Things are known by what the shapes stand for (``of``). Of people, squads, chapters, tribes and units the chart is asked;
of anything else, and where there is no chart, the texts of the picture itself.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from spotifymodel.graph.index import TABLES, Index, index_of
from spotifymodel.graph.view import View
from spotifymodel.plot.names import called, clean
from spotifymodel.words.picture_page import TEXTS, phrase
from spotifymodel.words.pictures import phrase as of_pictures

if TYPE_CHECKING:
    from spotifymodel.checking.report import Report
    from spotifymodel.model.org import Org
    from spotifymodel.plot.scene import Scene

__all__ = ["Fact", "Teller", "things_along", "told_by_texts"]

#: Ids may hold slashes, so a path is cut only where a kind follows.
_STEPS: Final = re.compile(r"/(?=[a-z_]+:)")
#: More names or findings than this are counted instead of listed.
_MOST_NAMES, _MOST_FINDINGS = 8, 4


@dataclass(frozen=True, slots=True)
class Fact:
    """What is told of one thing in a picture.

    Parameters
    ----------
    kind : str
        In words of the picture's language; empty where it is nothing with a kind.
    name : str
    lines : tuple of str
    aside : tuple of str
        Who belongs to it and what the rules found about it. Shown below the lines, and not searched: who looks for somebody
        should find that person, not everything that names them.
    """

    kind: str
    name: str
    lines: tuple[str, ...] = ()
    aside: tuple[str, ...] = ()


def things_along(path: str) -> tuple[str, ...]:
    """Return the things that a path runs through, the one that it leads to last; a bridge is about the person who crosses it.

    Examples
    --------
    >>> things_along("squad:app/ios/person:anna"), things_along("bridge:ben")
    (('squad:app/ios', 'person:anna'), ('person:ben',))
    """
    return tuple("person:" + step.removeprefix("bridge:") if step.startswith("bridge:") else step for step in _STEPS.split(path))


def told_by_texts(scene: Scene) -> dict[str, Fact]:
    """Return what the texts of a picture say of each thing: its unabridged name first, then what else stands there."""
    written: dict[str, dict[str, None]] = defaultdict(dict)
    for text in scene.texts:
        if text.of and text.text.strip():
            written[things_along(text.of)[-1]][text.stands_for or text.text] = None
    kinds = TEXTS[scene.language]
    found = {}
    for subject, words in written.items():
        name, *rest = words
        kind = subject.partition(":")[0]
        found[subject] = Fact(phrase(scene.language, kind) if kind in kinds else "", name, tuple(rest))
    return found


@dataclass(frozen=True, slots=True)
class Teller:
    """Tells of people, squads, chapters, tribes and units what a chart and its report say.

    Parameters
    ----------
    org : Org
        On the day of the picture.
    report : Report
    language : str
    """

    org: Org
    report: Report
    language: str

    def tell(self, subjects: Iterable[str]) -> dict[str, Fact]:
        """Return a fact for every subject that the chart knows.

        Notes
        -----
        Says of people where they sit and what the rules found, nothing that would rank them: no skills, hours or leave.
        """
        index = index_of(self.org)
        findings = self._findings()
        found = {}
        for subject in subjects:
            kind, _, thing = subject.partition(":")
            record = getattr(index, TABLES[kind]).get(thing) if kind in _LINES else None
            if record is not None:
                name, lines = called(record.label, thing), tuple(_LINES[kind](self, index, thing))
                people = _ASIDES[kind](self, index, thing) if kind in _ASIDES else ()
                found[subject] = Fact(phrase(self.language, kind), name, lines, (*people, *findings.get(subject, ())))
        return found

    def _person(self, index: Index, person: str) -> Iterator[str]:
        record = index.people[person]
        if record.job_title:
            yield clean(record.job_title)
        if record.vacancy:
            yield phrase(self.language, "vacancy")
        if record.second_line:
            yield phrase(self.language, "second_line_person")
        owned, led = index.owned_by.get(person, ()), index.chapters_led.get(person, ())
        squads = index.squads_of.get(person, ())
        yield from self._list("in_squads" if len(squads) > 1 else "in_squad", index.squads, squads, marks=dict.fromkeys(owned, "PO"))
        yield from self._list("in_chapters", index.chapters, index.chapters_of.get(person, ()), marks=dict.fromkeys(led, "CL"))
        yield from self._list("leads_tribes", index.tribes, index.tribes_led.get(person, ()))
        yield from self._list("coaches_tribes", index.tribes, index.tribes_coached.get(person, ()))
        units = dict.fromkeys(unit for unit, _ in View(index).posts(person))
        yield from self._list("in_units", index.units, units)
        origin = None if record.from_unit is None else index.names["unit"].resolve(record.from_unit)
        if origin is not None and origin not in units:
            yield from self._list("came_from", index.units, (origin,))

    def _squad(self, index: Index, squad: str) -> Iterator[str]:
        mission, home = index.squads[squad].mission, index.tribe_of.get(squad)
        if mission:
            yield clean(mission)
        yield self._people(len(index.squad_people.get(squad, ())), int(self.report.limits.get("squad.max", 0)))
        if not index.owners.people.get(squad):
            yield phrase(self.language, "ownerless")
        yield from self._list("in_tribe", index.tribes, (home,) if home is not None else ())

    def _chapter(self, index: Index, chapter: str) -> Iterator[str]:
        home = index.chapter_tribe.get(chapter)
        yield self._people(len(index.chapter_people.people.get(chapter, ())))
        yield from self._list("in_tribe", index.tribes, (home,) if home is not None else ())

    def _tribe(self, index: Index, tribe: str) -> Iterator[str]:
        yield self._people(len(View(index).tribe_people(tribe)), int(self.report.limits.get("tribe.max", 0)))
        counts = (("squads", len(index.squads_in[tribe])), ("chapters", len(index.chapters_in[tribe])))
        yield ", ".join(of_pictures(self.language, key, n=n) for key, n in counts)

    def _unit(self, index: Index, unit: str) -> Iterator[str]:
        yield from self._list("in_units", index.units, View(index).units_above(unit)[1:2])

    def _in_squad(self, index: Index, squad: str) -> Iterator[str]:
        owners = index.owners.people.get(squad, ())
        yield from self._list("owner", index.people, owners)
        yield from self._list("with_people", index.people, (p for p in index.squad_people.get(squad, ()) if p not in owners))

    def _in_chapter(self, index: Index, chapter: str) -> Iterator[str]:
        yield from self._list("lead", index.people, index.chapter_leads.people.get(chapter, ()))

    def _in_tribe(self, index: Index, tribe: str) -> Iterator[str]:
        yield from self._list("lead", index.people, index.tribe_leads.people.get(tribe, ()))

    def _in_unit(self, index: Index, unit: str) -> Iterator[str]:
        yield from self._list("manager", index.people, index.unit_managers.people.get(unit, ()))

    def _people(self, count: int, limit: int = 0) -> str:
        words = of_pictures(self.language, "people", n=count)
        return f"{words} ({of_pictures(self.language, 'at_most', n=limit)})" if limit else words

    def _list(self, key: str, table: Mapping[str, Any], ids: Iterable[str], marks: Mapping[str, str] | None = None) -> Iterator[str]:
        """Yield a line that lists records by name, each perhaps with a mark; no line where there are none."""
        names = []
        for one in ids:
            name = called(table[one].label, one) if one in table else one
            names.append(f"{name} ({marks[one]})" if marks and one in marks else name)
        if names:
            more = len(names) - _MOST_NAMES
            words = ", ".join(names[:_MOST_NAMES]) + (f" {phrase(self.language, 'and_more', n=more)}" if more > 0 else "")
            yield phrase(self.language, key, list=words)

    def _findings(self) -> dict[str, list[str]]:
        """Return the first findings about every subject, as the report's own profile judges, and how many more there are."""
        told: dict[str, list[str]] = defaultdict(list)
        for finding in self.report.findings:
            if not finding.waived and finding.profile == self.report.profile and finding.severity != "advice":
                told[f"{finding.subject.kind}:{finding.subject.id}"].append(f"{finding.code} {finding.message}")
        return {
            subject: [
                *lines[:_MOST_FINDINGS],
                *([phrase(self.language, "more_findings", n=more)] if (more := len(lines) - _MOST_FINDINGS) > 0 else []),
            ]
            for subject, lines in told.items()
        }


_LINES: Final[dict[str, Callable[[Teller, Index, str], Iterator[str]]]] = {
    "person": Teller._person,
    "squad": Teller._squad,
    "chapter": Teller._chapter,
    "tribe": Teller._tribe,
    "unit": Teller._unit,
}
_ASIDES: Final[dict[str, Callable[[Teller, Index, str], Iterator[str]]]] = {
    "squad": Teller._in_squad,
    "chapter": Teller._in_chapter,
    "tribe": Teller._in_tribe,
    "unit": Teller._in_unit,
}
