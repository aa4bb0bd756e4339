"""Large banks of today from a seed, and what they want to become: for measuring proposals."""

from __future__ import annotations

import random
from math import ceil
from typing import Any, Final

from ..model.org import Org

__all__ = ["bank", "bank_blueprint"]

#: People of a business line, its share of the development departments included.
_LINE: Final = 120
#: Lines that share one development department.
_DOMAIN: Final = 4
_LINES: Final = ("Mortgages", "Savings", "Payments", "Lending", "Insurance", "Investments", "Pensions", "Business", "Cards", "Wealth")
_SITES: Final = ("Utrecht", "Amsterdam", "Leeuwarden", "Eindhoven")
#: Team → share of a line, and titles with weights.
_TEAMS: Final[dict[str, tuple[float, tuple[tuple[str, int], ...]]]] = {
    "Products": (0.15, (("technical product manager", 3), ("strategic product manager", 3), ("product marketing manager", 2))),
    "Projects": (0.05, (("project manager", 1),)),
    "Data": (0.10, (("data analyst", 3), ("data scientist", 1))),
    "Marketing": (0.12, (("content specialist", 1), ("campaign manager", 1), ("ux designer", 1))),
    "Operations": (0.22, (("customer service agent", 2), ("servicing employee", 2))),
}
_DEVELOPMENT: Final = (
    ("back-end developer", 4),
    ("front-end developer", 3),
    ("tester", 2),
    ("devops engineer", 1),
    ("business analyst", 1),
)
#: Chapter → the specialisms in it, its share of the seats, and whether squads ask half seats of it.
_CHAPTERS: Final[dict[str, tuple[tuple[str, ...], float, bool]]] = {
    "products": (("product", "project-management"), 0.19, False),
    "back-end": (("back-end", "development"), 0.16, False),
    "front-end": (("front-end",), 0.12, False),
    "quality": (("testing", "devops"), 0.11, True),
    "analysis": (("business-analysis",), 0.04, True),
    "data": (("data-analytics", "data-science", "data"), 0.10, True),
    "communication": (("content", "marketing", "design", "communication"), 0.11, True),
    "service": (("customer-contact", "servicing", "operations"), 0.21, False),
}


def bank(people: int, *, seed: int = 0) -> Org:
    """Return a bank of today: business lines with teams, and development departments that several lines share.

    Parameters
    ----------
    people : int
        How many, 100 or more.
    seed : int
        The same seed gives the same bank, on every machine.

    Returns
    -------
    Org
        A line organisation without tribes. Lines differ in size, in sites, and in how many of their people could own a product.

    Examples
    --------
    >>> len(bank(300, seed=1).people), bank(300, seed=1) == bank(300, seed=1)
    (300, True)
    """
    rng = random.Random(seed)
    units: list[dict[str, Any]] = [{"id": "board", "name": "Board", "manager": "p00000"}, {"id": "risk", "name": "Risk", "parent": "board"}]
    records = [{"id": "p00000", "job_title": "chief executive", "unit": "board", "location": _SITES[0]}]

    def add(title: str, unit: str, sites: tuple[str, ...], ripe: float, **more: Any) -> str:
        person = f"p{len(records):05d}"
        senior = rng.random() < ripe
        record: dict[str, Any] = {"id": person, "job_title": title, "unit": unit, "location": rng.choice(sites)}
        record |= {"seniority": "senior" if senior else rng.choice(("junior", "medior"))}
        record |= {"agile_years": rng.randint(2, 6) if senior else rng.randint(0, 2)}
        records.append(record | more)
        return person

    lines = max(1, ceil(people / _LINE))
    for _ in range(max(1, people // 60)):
        add("compliance officer", "risk", _SITES[:2], 0.5, second_line=True)
    ends = [round((people - len(records)) * (k + 1) / lines) + len(records) for k in range(lines)]
    for k, end in enumerate(ends):
        line, domain = _line(k), k // _DOMAIN
        one = _id(line)
        sites = tuple(rng.sample(_SITES, 2)) * 2 + (_SITES[0],)
        ripe = rng.choice((0.15, 0.3, 0.5))
        if k % _DOMAIN == 0:
            units.append({"id": f"development-{domain + 1}", "name": f"Development {domain + 1}", "parent": "board"})
            units[-1]["manager"] = add("team manager development", units[-1]["id"], sites, 1.0)
        units.append({"id": one, "name": line, "parent": "board", "manager": add("director", one, sites, 1.0)})
        size = end - len(records)
        for team, (share, titles) in _TEAMS.items():
            unit = f"{one}-{team.lower()}"
            units.append({"id": unit, "name": f"{line} {team}", "parent": one})
            units[-1]["manager"] = add(f"team manager {team.lower()}", unit, sites, 0.8)
            for _ in range(max(0, round(size * share * rng.uniform(0.8, 1.15)) - 1)):
                add(_drawn(rng, titles), unit, sites, ripe)
        while len(records) < end:
            add(_drawn(rng, _DEVELOPMENT), f"development-{domain + 1}", sites, ripe)
    return Org.from_dict({"format": "spotifymodel/1", "organisation": f"Bank of {people}", "people": records[:people], "units": units})


def bank_blueprint(people: int, *, seed: int = 0) -> dict[str, Any]:
    """Return what the bank of the same size wants: a tribe per business line, which takes its people and shares the developers.

    Notes
    -----
    Tribes ask for other mixes than their own people are, and squads ask half seats of some chapters: that is what makes the
    distribution of people over tribes a question.
    """
    rng = random.Random(seed + 1)
    tribes: list[dict[str, Any]] = []
    for k in range(max(1, ceil(people / _LINE))):
        line = _id(_line(k))
        mix = {chapter: share * rng.uniform(0.75, 1.25) for chapter, (_, share, _) in _CHAPTERS.items()}
        seats = _LINE * 0.84 * rng.uniform(0.9, 1.02)
        squads = [{"id": f"{line}-squad-{s + 1}", "needs": needs} for s, needs in enumerate(_needs(rng, mix, seats))]
        chapters = [
            {"id": f"{line}-{chapter}", "name": f"{_line(k)} {chapter}", "discipline": list(disciplines)}
            for chapter, (disciplines, _, _) in _CHAPTERS.items()
        ]
        for squad in squads:
            squad["needs"] = {f"{line}-{chapter}": n for chapter, n in squad["needs"].items()}  # type: ignore[attr-defined]
        from_units = [line, f"development-{k // _DOMAIN + 1}"]
        tribes.append({"id": f"tribe-{line}", "name": _line(k), "from_units": from_units, "chapters": chapters, "squads": squads})
    return {"format": "spotifymodel-blueprint/1", "tribes": tribes}


def _line(number: int) -> str:
    name, turn = _LINES[number % len(_LINES)], number // len(_LINES)
    return f"{name} {turn + 1}" if turn else name


def _id(name: str) -> str:
    return name.lower().replace(" ", "-")


def _drawn(rng: random.Random, titles: tuple[tuple[str, int], ...]) -> str:
    return rng.choices([title for title, _ in titles], [weight for _, weight in titles])[0]


def _needs(rng: random.Random, mix: dict[str, float], seats: float) -> list[dict[str, float]]:
    """Deal the seats of every chapter over squads of six to eight, each squad once before one gets a second."""
    squads: list[dict[str, float]] = [{} for _ in range(round(seats / 6.6))]
    for chapter, share in mix.items():
        step = 0.5 if _CHAPTERS[chapter][2] else 1.0
        left = round(seats * share / sum(mix.values()) / step)
        while left:
            fewest = min(sum(squad.values()) for squad in squads)
            squad = rng.choice([one for one in squads if sum(one.values()) <= fewest + 1])
            squad[chapter] = squad.get(chapter, 0.0) + step
            left -= 1
    return squads
