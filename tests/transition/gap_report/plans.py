"""Plans with something lacking everywhere: needs, skills, owners, chapter leads."""

from __future__ import annotations

import random
from functools import cache
from typing import Any

import spotifymodel as sm
from spotifymodel.transition.plan import Plan
from tests.transition.proposing.departments import department

__all__ = ["CHAPTERS", "SKILLS", "chart", "plan_of", "wanted"]

SKILLS = ("java", "data", "stakeholders", "storytelling", "product")
CHAPTERS = {
    "product": ("technisch productmanager", "strategisch productmanager", "product marketing manager", "projectleider"),
    "it": ("back-end developer", "front-end developer", "tester", "devops engineer", "business-analist"),
    "rest": ("data-analist", "data scientist", "contentspecialist", "campaign manager", "CX/UX designer", "hypotheekacceptant",
             "medewerker beheer"),
}  # fmt: skip


def chart(people: int, seed: int) -> sm.Org:
    """Return a department of which some skills are told of most people."""
    rng, document = random.Random(seed), department(people, seed).to_dict()
    for person in document["people"]:
        told = rng.sample(SKILLS, rng.randint(0, 4))
        if told:
            person["skills"] = {skill: rng.choice((0, 1, 1, 2, 2, 3)) for skill in told}
    return sm.Org.from_dict(document)


def wanted(seed: int, squads: int) -> dict[str, Any]:
    """Return a blueprint of one tribe whose squads ask more than there is, with dates and rates."""
    rng = random.Random(seed)
    made = []
    for k in range(squads):
        needs = {chapter: rng.choice((0.5, 1, 1.5, 2)) for chapter in rng.sample(sorted(CHAPTERS), 2)}
        asks = {skill: rng.randint(2, 3) for skill in rng.sample(("java", "data"), rng.randint(1, 2))}
        made.append({"id": f"s{k}", "needs": needs, "required_skills": asks})
    chapters = [{"id": chapter, "jobs": list(jobs)} for chapter, jobs in CHAPTERS.items()]
    return {
        "format": "spotifymodel-blueprint/1",
        "tribes": [{"id": "t", "agile_coaches": 1, "chapters": chapters, "squads": made}],
        "waves": {"start": "2027-01-04", "weeks": 4, "hire_weeks": 10},
        "rates": {"hires": {"member": 9000.0, "product_owner": 14000.0}, "training_month": 750.0, "level_months": 3.0, "currency": "EUR"},
    }


@cache
def plan_of(people: int, seed: int) -> Plan:
    """Return the plan of a department; of the same one always the same."""
    return sm.propose(chart(people, seed), wanted(seed, max(2, people // 8)))
