"""Small broken charts from a seed, and limits so tight that they reach them."""

from __future__ import annotations

import random
from typing import Any

import spotifymodel as sm

TIGHT = """
title = 'Tight limits for tests'
extends = ['brunel-2017']

[limits]
squad.max = 2
squad.min = 1
membership.max = 1
tribe.max = 3

[severities]
PO002 = 'error'
"""


def small_chart(seed: int) -> sm.Org:
    """Return a chart of at most four people, three squads, two chapters and two tribes, with mistakes of every kind."""
    rng = random.Random(seed)
    who = [f"p{k}" for k in range(rng.randint(1, 4))]
    tribes = [{"id": f"t{k}", "lead": _some(rng, who, 1), "support": _some(rng, who, rng.choice((0, 2)))} for k in range(rng.randint(0, 2))]
    document: dict[str, Any] = {"format": "spotifymodel/1", "people": [_person(rng, one) for one in who], "tribes": tribes}

    def put(field: str, record: dict[str, Any]) -> None:
        home = rng.randint(-1 if rng.random() < 0.3 else 0, len(tribes) - 1) if tribes else -1
        target: Any = document if home < 0 else tribes[home]
        target.setdefault(field, []).append(record)

    for k in range(rng.randint(0, 3)):
        members, owners = _seats(rng, _some(rng, who, 4)), _seats(rng, _some(rng, who, 2))
        coaches = _some(rng, who, rng.choice((0, 0, 1)))
        put("squads", {"id": f"s{k}", "members": members, "product_owner": owners, "agile_coaches": coaches})
    for k in range(rng.randint(0, 2)):
        put("chapters", {"id": f"c{k}", "members": _some(rng, who, 3), "lead": _some(rng, who, 2)})
    if rng.random() < 0.2:
        document["mode"] = "live"
    return sm.Org.from_dict(document)


def _some(rng: random.Random, who: list[str], most: int) -> list[str]:
    return rng.sample(who, rng.randint(0, min(most, len(who))))


def _seats(rng: random.Random, who: list[str]) -> list[Any]:
    return [{"person": one, "allocation": rng.choice((0.4, 0.6, 1.0))} if rng.random() < 0.3 else one for one in who]


def _person(rng: random.Random, one: str) -> dict[str, Any]:
    return {"id": one, "vacancy": rng.random() < 0.1, "second_line": rng.random() < 0.1}


def broken_company(people: int, seed: int) -> sm.Org:
    """Return a company in which squads are overfull or lost their owner, chapters their lead and people their chapter."""
    from spotifymodel.testing import company

    org, rng = company(people, seed=seed), random.Random(seed)
    squads, everybody, chapters = [[r.id for r in org.records(kind)] for kind in ("squad", "person", "chapter")]
    several = max(1, people // 50)
    for squad in rng.sample(squads, several):
        for person in rng.sample(everybody, 4):
            if person not in {str(getattr(h, "person", h)) for h in org.squad(squad).members}:
                org = org.join(person, squad)
    for squad in rng.sample(squads, several):
        for owner in org.squad(squad).product_owner:
            org = org.relieve(str(owner), "product_owner", squad)
    for chapter in rng.sample(chapters, max(1, several // 4)):
        for lead in org.chapter(chapter).lead:
            org = org.relieve(str(lead), "chapter_lead", chapter)
    for person in rng.sample(everybody, several):
        for chapter in chapters:
            if person in org.chapter(chapter).members and person not in org.chapter(chapter).lead:
                org = org.quit(person, f"chapter:{chapter}")
    return sm.Org.from_dict(org.to_dict())
