"""HY003: everybody has one line manager at every moment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from ...graph.index import Index
from ...graph.relation import BEGIN, END
from ...graph.stepping import without
from ...graph.view import View, each_post
from ...model.edits import Edit
from ...model.people import Person
from ..dating import bounds
from ..rule import Broken, Limits, Reference, Rule, Wording, people

__all__ = ["RULE"]

#: One manager: what a line is.
ONE = 1


def judge(view: View, person: str, _limits: Limits) -> Broken | None:
    """Count the different line managers of somebody: by the line, and by their chapters."""
    managers = view.line_managers(person)
    return Broken(len(managers), ONE, (person, *managers), {"managers": people(managers)}) if len(managers) > ONE else None


def suspects(index: Index, _limits: Limits) -> Iterable[str]:
    """Name the people above whom several ever stand: in several chapters, in one with several leads, or in a chapter and the line."""
    inside, chapters_of = index.chapter_people.people, index.chapters_of
    found = set[str]()
    if sum(map(len, inside.values())) > len(chapters_of):
        found.update(p for p, chapters in chapters_of.items() if len(chapters) > 1)
    for chapter, its in index.chapter_leads.people.items():
        if len(its) > 1:
            found.update(inside[chapter])
    crowded = any(len(managers) > 1 for managers in index.unit_managers.people.values())
    in_line = [p for p, record in index.people.items() if record.unit is not None or record.reports_to is not None]
    found.update(p for p in in_line if crowded or p in chapters_of or not _plain(index.people[p]))
    return [person for person in index.people if person in found] if found else ()


def _plain(person: Person) -> bool:
    """Tell whether the line has at most one unit and one manager for somebody, at all times."""
    return not any(place is not None and not isinstance(place, str) for place in (person.unit, person.reports_to))


def fixes(view: View, person: str, broken: Broken, _limits: Limits) -> Iterator[Edit]:
    """Let the line end where the chapter begins; else leave one of two chapters, or relieve one of two leads or managers."""
    index, line = view.index, view.line_above(person)
    chapters = [c for c in view.chapters_of(person) if set(view.chapter_leads(c)) - {person}]
    if line and chapters:
        yield Edit("change", {"kind": "person", "id": person, "fields": _line_handed_over(view, person, chapters[0])})
    for chapter in chapters[1:]:
        if person not in index.chapter_leads.people.get(chapter, ()):
            yield Edit("quit", {"person": person, "squad": f"chapter:{chapter}"})
    for chapter in chapters:
        for lead in view.chapter_leads(chapter)[1:]:
            yield Edit("relieve", {"person": lead, "role": "chapter_lead", "of": chapter})
    if len(line) > 1:
        yield Edit("change", {"kind": "person", "id": person, "fields": {"reports_to": line[0]}})


def _line_handed_over(view: View, person: str, chapter: str) -> dict[str, Any]:
    """Return the fields of somebody whose posts in the line end on the day that their chapter begins.

    Posts at other times stay. Where the chapter has no first day, the unit becomes where the person came from.
    """
    stints = view.index.chapter_people.stints(chapter, person)
    record = view.index.people[person]
    fields: dict[str, Any] = {}
    for field, plain in (("unit", "unit"), ("reports_to", "person")):
        value = getattr(record, field)
        if value is not None:
            fields[field] = _outside(value, plain, stints)
    if stints and min(start for start, _ in stints) == BEGIN and record.from_unit is None:
        came_from = _first_unit(record)
        if came_from is not None:
            fields["from_unit"] = came_from
    return fields


def _outside(value: Any, plain: str, stints: list[tuple[Any, Any]]) -> list[dict[str, Any]] | None:
    """Return posts less the days of some stints, as files write them; ``None`` where no day is left."""
    left: list[dict[str, Any]] = []
    for post in each_post(value, plain):
        name = {"unit": post.unit} if post.unit is not None else {"person": post.person}
        share = {} if post.allocation is None else {"allocation": post.allocation}
        spans = without([(post.start or BEGIN, post.until or END)], stints)
        left += [{**name, **share, **bounds(span)} for span in spans]
    return left or None


def _first_unit(record: Person) -> str | None:
    return next((post.unit for post in each_post(record.unit, "unit") if post.unit is not None), None)


RULE = Rule(
    code="HY003",
    name="two-line-managers",
    kind="person",
    severity="error",
    confidence="inferred",
    source=Reference("brunel", "blocks", "Chapter leads zijn de ‘lijnmanagers’ voor de chapterleden"),
    references=(Reference("brunel", "layers", "Chapter Leads zijn de ‘lijnmanagers’ voor de Chapter Leden"),),
    formal="∀p,t: |{m: line_manages(m,p,t)}| ≤ 1",
    message=Wording(
        "{subject} reports to {managers} at once",
        "{subject} heeft tegelijk {managers} als lijnmanager",
    ),
    finds=Wording(
        "Somebody above whom two different line managers stand at one moment: the one that the person or their unit names, and the lead "
        "of their chapter. Nobody is their own manager, and one person in both places is one manager.",
        "Iemand met op één moment twee verschillende lijnmanagers: die van de persoon of de afdeling, en de lead van het chapter. "
        "Niemand is de eigen manager, en één persoon op beide plaatsen is één manager.",
    ),
    matters=Wording(
        "Leave, pay and review need one address. In a transition the old line and the new one overlap easily, and the works council asks "
        "first who manages whom from which day.",
        "Verlof, beloning en beoordeling hebben één adres nodig. In een transitie overlappen de oude en de nieuwe lijn makkelijk, en de "
        "ondernemingsraad vraagt als eerste wie vanaf welke dag wie aanstuurt.",
    ),
    remedy=Wording(
        "Set one hand-over date: the old line ends on the day that the chapter begins",
        "Stel één overdrachtsdatum vast: de oude lijn eindigt op de dag dat het chapter begint",
    ),
    judge=judge,
    suspects=suspects,
    fixes=fixes,
    reach="people",
    points_at=("reports_to", "unit"),
    moved_by_seats="no",
    good=(
        """
        people: [{id: anna, unit: it, reports_to: eva}, {id: karin}, {id: eva, unit: it}]
        units: [{id: it, manager: karin}]
        tribes: [{id: t, chapters: [{id: c, lead: karin, members: [eva]}, {id: d, lead: eva, members: [anna]}]}]
        """,
        """
        people: [{id: anna, unit: {unit: it, until: 2027-03-01}}, {id: karin}, {id: eva}]
        units: [{id: it, manager: karin}]
        tribes: [{id: t, chapters: [{id: c, lead: eva, members: [{person: anna, from: 2027-03-01}]}]}]
        """,
    ),
    bad=(
        """
        people: [{id: anna, unit: it}, {id: karin}, {id: eva}]
        units: [{id: it, manager: karin}]
        tribes: [{id: t, chapters: [{id: c, lead: eva, members: [anna]}]}]
        """,
        """
        people: [{id: anna, unit: {unit: it, until: 2027-04-01}}, {id: karin}, {id: eva}]
        units: [{id: it, manager: karin}]
        tribes: [{id: t, chapters: [{id: c, lead: eva, members: [{person: anna, from: 2027-03-01}]}]}]
        """,
        """
        people: [{id: anna}, {id: karin}, {id: eva}]
        tribes: [{id: t, chapters: [{id: c, lead: eva, members: [anna]}, {id: d, lead: karin, members: [{person: anna,
          from: 2027-03-01}]}]}]
        """,
    ),
)
