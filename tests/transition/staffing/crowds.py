"""Crowds of experts and tasks as publications on coverage against load use them: many of each, few skills each, most of them repeated.

Experts publish together, so half of them are alike; some skills are asked often, most of them hardly ever.
"""

from __future__ import annotations

from random import Random

__all__ = ["crowd", "department", "wanted"]

#: Everybody's skills, and the skills that every task asks.
Crowd = tuple[list[tuple[str, ...]], list[tuple[str, ...]]]


def crowd(experts: int, tasks: int, seed: int = 0, skills: int | None = None) -> Crowd:
    """Return experts with 6 to 16 skills and tasks that ask 3 to 6; about half of the experts and two thirds of the tasks are copies."""
    dice = Random(seed)
    names = [f"k{k:03}" for k in range(skills or 5 * experts)]
    weights = [(k + 10) ** -0.6 for k in range(len(names))]

    def some(number: int) -> tuple[str, ...]:
        found: dict[str, None] = {}
        while len(found) < min(number, len(names)):
            found.setdefault(dice.choices(names, weights)[0])
        return tuple(sorted(found))

    def many(number: int, low: int, high: int, fresh: float) -> list[tuple[str, ...]]:
        found: list[tuple[str, ...]] = []
        while len(found) < number:
            found.append(some(dice.randint(low, high)) if not found or dice.random() < fresh else dice.choice(found))
        return found

    return many(experts, 6, 16, 0.5), many(tasks, 3, 6, 0.35)


def department(experts: list[tuple[str, ...]]) -> dict[str, object]:
    """Return the chart of a department of experts, with a director and somebody who leads their chapter."""
    people: list[dict[str, object]] = [{"id": "tess", "job_title": "director"}, {"id": "carl", "job_title": "manager analytics"}]
    people += [{"id": f"p{k:03}", "job_title": "analyst", "skills": dict.fromkeys(mine, 1)} for k, mine in enumerate(experts)]
    return {"format": "spotifymodel/1", "people": people}


def wanted(tasks: list[tuple[str, ...]], **coverage: object) -> dict[str, object]:
    """Return the blueprint of a tribe with a squad for every task, formed only where somebody sits in it."""
    squads = [{"id": f"s{k:03}", "optional": True, "required_skills": dict.fromkeys(asks, 1)} for k, asks in enumerate(tasks)]
    chapters = [{"id": "analytics", "jobs": ["analyst", "manager analytics"]}]
    tribe = {"id": "tasks", "lead": "tess", "agile_coaches": 0, "chapters": chapters, "squads": squads}
    locks = [{"person": "carl", "chapter": "analytics", "role": "chapter_lead"}]
    return {"format": "spotifymodel-blueprint/1", "coverage": coverage, "tribes": [tribe], "locks": locks}
