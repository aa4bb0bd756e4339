"""Large companies from a seed: for benchmarks, soak tests and demonstrations."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

from ..model.org import Org

__all__ = ["company", "company_document"]

_DISCIPLINES = (
    *("product", "development", "data", "communication", "customer", "risk", "operations"),
    *("test", "design", "pricing", "mobile", "platform", "analysis"),
)
#: What owners are good at besides.
_OWNING = ("stakeholders", "customer-journey", "storytelling")
#: Share of people whose profile is T-shaped: deep in the specialism of their chapter, helping out in two others.
_T_SHAPED = 0.95
_FIRST = (
    "Anna",
    "Ben",
    "Carla",
    "Daan",
    "Eva",
    "Femke",
    "Gijs",
    "Hanna",
    "Ivo",
    "Jasmijn",
    "Koen",
    "Lotte",
    "Mehmet",
    "Noor",
    "Olga",
    "Priya",
)
_LAST = ("Bakker", "Bos", "de Boer", "Dekker", "Jansen", "Kok", "Mulder", "Nguyễn", "Özdemir", "Smit", "van den Berg", "Visser", "de Wit")


def company(people: int, *, seed: int = 0, dated: float = 0.0, shared: float = 0.1) -> Org:
    """Return a company that keeps the four hard limits.

    Parameters
    ----------
    people : int
        How many, 1 or more.
    seed : int
        The same seed gives the same company, on every machine.
    dated : float
        Share of seats that carry dates, 0 to 1.
    shared : float
        Share of people with a second squad, 0 to 0.5.

    Returns
    -------
    Org
        Tribes of 140 to 150 people, squads of five to eight, thirteen chapters a tribe. People master the specialism of
        their chapter, nineteen in twenty are T-shaped, product owners are senior and used to working agile, and skilled: what rules
        find is the exception, as in a company that means it.

    Examples
    --------
    >>> company(20, seed=3) == company(20, seed=3)
    True
    """
    return Org.from_dict(company_document(people, seed=seed, dated=dated, shared=shared))


def company_document(people: int, *, seed: int = 0, dated: float = 0.0, shared: float = 0.1) -> dict[str, Any]:
    """Return the document of :func:`company`, full width: job titles, contracts, skills, missions, products."""
    rng = random.Random(seed)
    ids = [f"p{n:06d}" for n in range(people)]
    records = {one: _person(rng, one) for one in ids}
    tribes: list[dict[str, Any]] = []
    products: list[dict[str, Any]] = []
    start = 0
    while start < people:
        size = min(rng.randint(140, 150), people - start)
        tribes.append(_tribe(rng, len(tribes), ids[start : start + size], dated, shared, products))
        _fit(rng, tribes[-1], records)
        start += size
    return {
        "format": "spotifymodel/1",
        "organisation": f"Company of {people}",
        "kind": "agile",
        "people": list(records.values()),
        "tribes": tribes,
        "products": products,
        "skills": [{"id": d} for d in (*_DISCIPLINES, *_OWNING)],
    }


def _person(rng: random.Random, one: str) -> dict[str, Any]:
    return {
        "id": one,
        "name": f"{rng.choice(_FIRST)} {rng.choice(_LAST)}",
        "job_title": rng.choice(("Developer", "Product manager", "Analyst", "Tester", "Designer")),
        "fte": rng.choice((0.6, 0.8, 0.9, 1.0, 1.0, 1.0)),
        "location": rng.choice(("Utrecht", "Leeuwarden", "Amsterdam")),
        "seniority": rng.choice(("junior", "medior", "senior")),
        "agile_years": rng.randint(0, 6),
    }


def _fit(rng: random.Random, tribe: dict[str, Any], records: dict[str, dict[str, Any]]) -> None:
    """Give people the skills of their chapter, and owners the experience that goes with it."""
    for chapter in tribe["chapters"]:
        others = [d for d in _DISCIPLINES if d != chapter["discipline"]]
        for person in chapter["members"]:
            breadth = rng.sample(others, 2) if rng.random() < _T_SHAPED else []
            records[person]["skills"] = {chapter["discipline"]: 3} | dict.fromkeys(breadth, 1)
    for squad in tribe["squads"]:
        seat = squad["product_owner"]
        owner = records[seat if isinstance(seat, str) else seat["person"]]
        owner |= {"seniority": "senior", "agile_years": rng.randint(2, 6), "skills": owner["skills"] | dict.fromkeys(_OWNING, 2)}


def _tribe(
    rng: random.Random,
    number: int,
    people: list[str],
    dated: float,
    shared: float,
    products: list[dict[str, Any]],
) -> dict[str, Any]:
    lead, coach, *rest = people if len(people) > 2 else (people * 3)[:3]
    chapters = [rest[k :: len(_DISCIPLINES)] for k in range(min(len(_DISCIPLINES), len(rest)))]
    squads: list[dict[str, Any]] = []
    free: list[str] = []
    for group in _groups(rng, rest):
        seats = list(group)
        if free and rng.random() < shared * 7:
            seats.append(free.pop(rng.randrange(len(free))))
        free += group[1:3]
        name = f"t{number}-s{len(squads)}"
        products.append({"id": f"{name}-product", "kind": "journey"})
        squads.append(
            {
                "id": name,
                "name": f"Squad {number}.{len(squads)}",
                "mission": "Do something useful for customers",
                "kind": "change",
                "mandate": "end_to_end",
                "product_owner": _seat(rng, seats[0], dated),
                "members": [_seat(rng, one, dated) for one in seats],
                "owns": [f"{name}-product"],
            }
        )
        if dated and not isinstance(squads[-1]["product_owner"], str):
            squads[-1]["product_owner"] = squads[-1]["members"][0] = _seat(rng, seats[0], 1.0)
            squads[-1] |= {"from": squads[-1]["product_owner"]["from"], "until": squads[-1]["product_owner"]["until"]}
    return {
        "id": f"t{number}",
        "name": f"Tribe {number}",
        "purpose": "A purpose of its own",
        "lead": lead,
        "agile_coaches": [coach],
        "chapters": [
            {"id": f"t{number}-c{k}", "name": f"Chapter {k}", "discipline": _DISCIPLINES[k], "lead": inside[0], "members": inside}
            for k, inside in enumerate(chapters)
        ],
        "squads": squads,
    }


def _groups(rng: random.Random, people: list[str]) -> Iterator[list[str]]:
    at = 0
    while at < len(people):
        size = rng.randint(5, 8)
        yield people[at : at + size]
        at += size


def _seat(rng: random.Random, person: str, dated: float) -> Any:
    if dated <= 0 or rng.random() >= dated:
        return person
    return {"person": person, "from": f"2027-{rng.randint(1, 6):02d}-01", "until": f"2027-{rng.randint(7, 12):02d}-01"}
