"""CH006: a chapter is of one specialism."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from ...graph.index import Index
from ...graph.view import View
from ...model.edits import Edit
from ...model.fields import LEVEL
from ..rule import Broken, Limits, Missing, Ref, Reference, Rule, Wording

__all__ = ["RULE"]

#: The highest level there is: whoever has it in a skill is better at nothing else.
TOP: Final = LEVEL["le"]


def judge(view: View, person: str, _limits: Limits) -> Broken | Missing | None:
    """Compare what somebody is best at with the discipline of their chapter; one of several equals is enough.

    Unknown where the chart tells none of their skills, or not the discipline; a vacancy without skills is not judged.
    """
    chapters, index = view.chapters_of(person), view.index
    if not chapters:
        return None
    best = _best(index, person)
    if not best:
        return None if index.people[person].vacancy else Missing(("person.skills",))
    disciplines = {c: index.knowledge.keys(index.chapters[c].disciplines) for c in chapters}
    foreign = tuple(c for c, shared in disciplines.items() if shared and not set(best) & set(shared))
    if foreign:
        facts = {"skills": tuple(Ref("skill", s) for s in best), "chapters": tuple(Ref("chapter", c) for c in foreign)}
        return Broken(evidence=(person, *foreign, *best), facts=facts)
    return None if all(disciplines.values()) else Missing(("chapter.discipline",))


def _best(index: Index, person: str) -> tuple[str, ...]:
    """Return the skills at somebody's highest level; none where that is zero."""
    levels = index.knowledge.levels(person)
    highest = max(levels.values(), default=0)
    return tuple(skill for skill, level in levels.items() if level == highest > 0)


def suspects(index: Index, _limits: Limits) -> Iterable[str]:
    """Name the people of chapters whose best skill is not plainly a discipline of every chapter they are ever in."""
    doubtful = [p for p in _not_at_the_top(index) if p in index.chapters_of and not _plainly_at_home(index, p)]
    if not doubtful:
        return ()
    found = set(doubtful)
    return [person for person in index.chapters_of if person in found]


def _not_at_the_top(index: Index) -> list[str]:
    """Return everybody but those who are in one chapter, of one discipline, and have the highest level in it."""
    one = {(chapter,): record.disciplines[0] for chapter, record in index.chapters.items() if len(record.disciplines) == 1}
    trades = map(one.get, map(index.chapters_of.get, index.people))  # type: ignore[arg-type]
    return [p for (p, record), trade in zip(index.people.items(), trades, strict=True) if record.skills.get(trade) != TOP]  # type: ignore[arg-type]


def _plainly_at_home(index: Index, person: str) -> bool:
    """Tell whether a discipline of every chapter somebody is ever in is spelled as one of their best skills."""
    skills, chapters = index.people[person].skills, index.chapters
    best = max(skills.values(), default=0)
    return best > 0 and all(any(skills.get(one) == best for one in chapters[c].disciplines) for c in index.chapters_of[person])


def fixes(view: View, person: str, broken: Broken, _limits: Limits) -> Iterator[Edit]:
    """Give the person the chapter of the same tribe whose discipline they master as home."""
    chapter, index = broken.facts["chapters"][0].id, view.index
    best = {skill.id for skill in broken.facts["skills"]}
    if person in index.chapter_leads.people.get(chapter, ()):
        return
    for other, record in index.chapters.items():
        elsewhere = index.chapter_tribe[other] != index.chapter_tribe[chapter] or person in index.chapter_people.people.get(other, ())
        if not elsewhere and view.chapter_alive(other) and best & set(index.knowledge.keys(record.disciplines)):
            yield Edit("move", {"person": person, "to": f"chapter:{other}", "from_squad": f"chapter:{chapter}"})


RULE = Rule(
    code="CH006",
    name="mixed-chapter",
    kind="person",
    severity="advice",
    confidence="stated",
    source=Reference("brunel", "blocks", "in een bepaald specialisme"),
    references=(Reference("kniberg-2012", "Chapters and guilds"),),
    formal="∀p∈c: primary_skill(p) ∈ discipline(c)",
    message=Wording(
        "{subject} ({skills}) does not share the specialism of chapter {chapters}",
        "{subject} ({skills}) deelt het specialisme van chapter {chapters} niet",
    ),
    finds=Wording(
        "Somebody whose best skill is none of the disciplines of their chapter. With several skills at the highest level one of them is "
        "enough.",
        "Iemand van wie de beste vaardigheid geen discipline van het eigen chapter is. Bij meer vaardigheden op het hoogste niveau "
        "volstaat één ervan.",
    ),
    matters=Wording(
        "The chapter lead steers the how of one specialism and looks after expertise and development. Of somebody from another trade "
        "they can do neither.",
        "De chapter lead stuurt op het hoe van één specialisme en borgt expertise en ontwikkeling. Bij iemand uit een ander vak lukt "
        "geen van beide.",
    ),
    remedy=Wording(
        "Give the person the chapter of their own trade as home; a second interest belongs in a guild",
        "Geef de persoon het chapter van het eigen vak als thuisbasis; een tweede interesse hoort in een gilde",
    ),
    judge=judge,
    suspects=suspects,
    fixes=fixes,
    needs=("person.skills", "chapter.discipline"),
    points_at=("skills",),
    moved_by_seats="no",
    good=(
        """
        people: [{id: anna, skills: {product: 3, data: 2}}, {id: ben, skills: {data: 2, Product: 2}}, {id: v, vacancy: true}]
        tribes: [{id: t, chapters: [{id: c, discipline: [product], lead: anna, members: [ben, v]}]}]
        """,
        """
        people: [{id: anna, skills: {product: 3}}, {id: eva, skills: {data: 3}}]
        tribes:
          - id: t
            chapters:
              - {id: c, discipline: product, lead: anna}
              - {id: d, discipline: data, lead: {person: eva, from: 2027-01-01}, from: 2027-01-01}
        """,
    ),
    bad=(
        """
        people: [{id: anna, skills: {product: 3}}, {id: eva, skills: {data: 3, product: 1}}, {id: dirk, skills: {data: 3}}]
        tribes: [{id: t, chapters: [{id: c, discipline: product, lead: anna, members: [eva]}, {id: d, discipline: data, lead: dirk}]}]
        """,
        """
        people: [{id: anna, skills: {product: 3}}, {id: eva, skills: {data: 3}}]
        tribes: [{id: t, chapters: [{id: c, discipline: product, lead: anna, members: [{person: eva, from: 2027-01-01}]}]}]
        """,
    ),
)
