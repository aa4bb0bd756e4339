"""Departments that nobody drew by hand: lists of people in units, with titles of a bank."""

from __future__ import annotations

import random
from typing import Any

from spotifymodel.model.org import Org

__all__ = ["department"]

UNITS = {
    "Productmanagement": ("technisch productmanager", "strategisch productmanager", "product marketing manager"),
    "IT": ("back-end developer", "front-end developer", "tester", "devops engineer", "business-analist"),
    "Data": ("data-analist", "data scientist"),
    "Marketing": ("contentspecialist", "campaign manager", "CX/UX designer"),
    "Operatie": ("hypotheekacceptant", "medewerker beheer"),
    "Projecten": ("projectleider",),
}


def department(people: int, seed: int = 0) -> Org:
    """Return a department with a director, managers of units, and a second line of one in twenty."""
    rng = random.Random(seed)
    units: list[dict[str, Any]] = [{"id": "directie", "name": "Directie", "manager": "p0"}]
    records: list[dict[str, Any]] = [{"id": "p0", "job_title": "directeur", "unit": "directie", "seniority": "senior", "agile_years": 2}]
    names = list(UNITS)[: max(1, min(len(UNITS), people // 4))]
    units += [{"id": name.lower(), "name": name, "parent": "directie"} for name in names]
    while len(records) < people:
        k = len(records)
        name = names[k % len(names)]
        record: dict[str, Any] = {
            "id": f"p{k}",
            "job_title": rng.choice(UNITS[name]),
            "unit": name.lower(),
            "location": rng.choice(("Utrecht", "Utrecht", "Leeuwarden")),
            "seniority": rng.choice(("junior", "medior", "senior")),
            "agile_years": rng.choice((0, 1, 2, 3)),
            "fte": rng.choice((0.6, 0.8, 1.0)),
        }
        if k <= len(names):
            record |= {"job_title": f"teammanager {name}", "seniority": "senior"}
            units[1 + (k % len(names))]["manager"] = f"p{k}"
        elif k % 20 == 19:
            record |= {"job_title": "compliance officer", "second_line": True, "unit": "directie"}
        records.append(record)
    return Org.from_dict({"format": "spotifymodel/1", "organisation": "Proefbank", "people": records, "units": units})
