"""Supply and demand of chapters: seats, contracts, and on how many people each skill rests."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...model.seats import holder_id
from ...model.teams import Chapter, Squad, Tribe
from ..people.candidate import Candidate
from .facts import Facts
from .records import ChapterGap, SeatGap, SkillGap

__all__ = ["chapters_of"]

#: Least share of somebody that a seat takes.
_LEAST = 0.5


def chapters_of(facts: Facts, seats: Sequence[SeatGap]) -> Iterator[ChapterGap]:
    """Yield a row for every chapter of the chart to be."""
    needs: dict[str, list[SeatGap]] = {}
    for seat in seats:
        if seat.kind == "need":
            assert seat.chapter is not None
            needs.setdefault(seat.chapter, []).append(seat)
    for tribe in facts.target.tribes:
        for chapter in tribe.chapters:
            yield _chapter(facts, tribe, chapter, needs.get(chapter.id, ()))


def _chapter(facts: Facts, tribe: Tribe, chapter: Chapter, needs: Sequence[SeatGap]) -> ChapterGap:
    everybody = facts.after.chapter_people(chapter.id)
    own = [facts.people[p] for p in everybody if p in facts.people]
    lead = next((holder_id(one) for one in chapter.lead), None)
    asked = sum(seat.required or 0 for seat in needs)
    short = sum(seat.short or 0 for seat in needs)
    skills = tuple(_skills(facts, tribe, chapter, own))
    return ChapterGap(
        chapter.id,
        tribe.id,
        lead,
        len(own),
        len(everybody) - len(own),
        _fte(own),
        asked,
        asked - short,
        short,
        0 if lead is None else len(facts.after.reports_of(lead)),
        min((skill.people for skill in skills), default=None),
        skills,
    )


def _skills(facts: Facts, tribe: Tribe, chapter: Chapter, own: Sequence[Candidate]) -> Iterator[SkillGap]:
    """Yield what squads ask in which the chapter sits, then what its people carry without anybody asking."""
    knowledge = facts.after.index.knowledge
    sits_in = [squad for squad in tribe.squads if _sits(facts, chapter, squad)]
    asks = [{knowledge.key(skill): level for skill, level in squad.required_skills.items()} for squad in sits_in]
    asked = sorted({ask for squad in asks for ask in squad.items()})
    for skill, level in asked:
        if not any(c.level(skill) for c in own):
            continue  # another chapter's skill, as far as anybody tells
        able = [c for c in own if c.level(skill) >= level]
        squads = sum(squad.get(skill, 0) >= level for squad in asks)
        yield SkillGap(skill, level, len(able), _fte(able), squads, _LEAST * squads)
    bar = int(facts.origin.limits.value("bus.level", 1))
    carried = {skill for c in own for skill, level in c.knowledge.levels(c.id).items() if level >= bar}
    for skill in sorted(carried - {skill for skill, _ in asked}):
        able = [c for c in own if c.level(skill) >= bar]
        yield SkillGap(skill, bar, len(able), _fte(able), 0, 0.0)


def _sits(facts: Facts, chapter: Chapter, squad: Squad) -> bool:
    return chapter.id in squad.needs or any(facts.chapter[p] == chapter.id for p, _ in facts.inside[squad.id])


def _fte(people: Sequence[Candidate]) -> float:
    return round(sum(1.0 if c.person.fte is None else c.person.fte for c in people), 2)
