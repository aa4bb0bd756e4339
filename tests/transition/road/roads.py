"""A department with everything that a road has to think of: services with floors, projects, trainings, duties."""

from __future__ import annotations

import random
from functools import cache
from typing import Any

import spotifymodel as sm
from spotifymodel.model.org import Org
from tests.transition.proposing.departments import department

__all__ = ["busy_department", "mortgages", "mortgages_wanted"]

SQUADS = ("aflossen", "app", "advies", "aanvraag", "verhuizen", "rente", "verduurzamen", "adviseurs", "platform")
RUN = ("acceptatie", "beheer", "klantcontact")


@cache
def mortgages() -> Org:
    """Return the Polderbank department with services that need people, projects, types of product managers and a training."""
    document = sm.example("polderbank").to_dict()
    document["products"] = [
        {"id": "beheer", "name": "Hypotheekbeheer", "kind": "service", "floor_fte": 9},
        {"id": "acceptatie", "kind": "service", "floor_fte": 7},
        {"id": "app", "kind": "product", "review_owner": ["p004"]},
        {"id": "rente", "kind": "product"},
    ]
    for unit in document["units"]:
        for service in ("beheer", "acceptatie"):
            if unit["id"] == f"operatie-{service}":
                unit["owns"] = [service]
    document["projects"] = [
        {"id": "prj-app", "name": "App 2.0", "manager": "p061", "product": "app"},
        {"id": "prj-basel", "name": "Basel IV", "manager": "p062"},
    ]
    types = {"p011": "marketing", "p012": "marketing", "p013": "marketing", "p004": "technical", "p005": "technical"}
    for person in document["people"]:
        if person["id"] in types:
            person["pm_type"] = types[person["id"]]
        if person["id"] == "p008":
            person["training"] = [{"role": "product owner", "ready": "2027-06-01"}]
        person["agile_years"] = 2 if int(person["id"][1:]) % 4 else 1
    return Org.from_dict(document)


def mortgages_wanted(**waves: Any) -> dict[str, Any]:
    """Return a blueprint for it, with limits of the road over the usual ones."""
    squads = [{"id": s, "kind": "platform" if s == "platform" else "change"} for s in SQUADS] + [{"id": s, "kind": "run"} for s in RUN]
    for squad in squads:
        if squad["id"] in ("beheer", "acceptatie", "app", "rente"):
            squad["owns"] = [squad["id"]]  # type: ignore[assignment]
    usual: dict[str, Any] = {"start": "2027-01-04", "weeks": 8, "max_squads": 3}
    return {
        "format": "spotifymodel-blueprint/1",
        "tribes": [{"id": "hypotheek", "squads": squads}],
        "locks": [{"person": "p008", "squad": "aflossen", "role": "product_owner"}],
        "waves": {k: v for k, v in {**usual, **waves}.items() if v is not None},
    }


def busy_department(people: int, seed: int) -> Org:
    """Return a department in which units run services, people lead projects and learn, and product managers have types."""
    rng = random.Random(seed)
    document = department(people, seed).to_dict()
    units = [u["id"] for u in document["units"] if u.get("parent")]
    inside = {u: [p for p in document["people"] if p.get("unit") == u] for u in units}
    document["products"] = []
    for unit in document["units"]:
        mine = inside.get(unit["id"], [])
        if len(mine) > 3 and rng.random() < 0.7:
            there = sum(p.get("fte", 1.0) for p in mine)
            unit["owns"] = [f"dienst-{unit['id']}"]
            document["products"].append(
                {"id": f"dienst-{unit['id']}", "kind": "service", "floor_fte": round(there * rng.uniform(0.3, 0.9), 1)}
            )
    document["products"] += [{"id": f"product-{k}", "kind": "product"} for k in range(rng.randint(1, 3))]
    managers = [p["id"] for p in document["people"] if p["job_title"] == "projectleider"][:3]
    document["projects"] = [
        {"id": f"project-{k}", "manager": manager} | ({"product": "product-0"} if k == 0 else {}) for k, manager in enumerate(managers)
    ]
    names = {"technisch productmanager": "technical", "strategisch productmanager": "strategic", "product marketing manager": "marketing"}
    for person in document["people"]:
        if person["job_title"] in names and rng.random() < 0.8:
            person["pm_type"] = names[person["job_title"]]
        if rng.random() < 0.08:
            person["training"] = [{"role": rng.choice(("product owner", "chapter lead")), "ready": f"2027-{rng.randint(2, 9):02d}-15"}]
    return Org.from_dict(document)
