"""Pairs of charts, before and after: departments that become tribes, designs of which a few people move."""

from __future__ import annotations

import random
from typing import Any

from spotifymodel.model.org import Org

from .charts import Document
from .views import CHAPTERS, FIRST, LAST, SQUADS

DEPARTMENTS = (
    "Productmanagement", "IT-ontwikkeling", "Marketing & communicatie", "Business intelligence", "Operatie hypotheken", "Projectbureau",
    "Testcentrum", "Risk", "IT front-end", "Klantenservice",
)  # fmt: skip


def named(count: int, seed: int = 1) -> list[Document]:
    """People with ordinary names, all different."""
    dice = random.Random(seed)
    pool = [f"{a} {b}" for a in FIRST for b in LAST]
    names = dice.sample(pool, min(count, len(pool)))
    return [{"id": f"p{i:03}", "name": names[i % len(names)] + ("" if i < len(names) else f" {i}")} for i in range(count)]


def departments(people: list[Document], count: int) -> Document:
    """The line: people shared out over departments below one director."""
    units = [{"id": "top", "name": "Directie", "manager": people[0]["id"]}]
    units += [{"id": f"u{u}", "name": DEPARTMENTS[u % len(DEPARTMENTS)], "parent": "top"} for u in range(count)]
    staff = [person | {"unit": "top" if not i else f"u{_skewed(i, count)}"} for i, person in enumerate(people)]
    for u in range(count):
        units[u + 1]["manager"] = next((p["id"] for p in staff if p["unit"] == f"u{u}"), people[0]["id"])
    return {"format": "spotifymodel/1", "organisation": "Polderbank", "units": units, "people": staff}


def _skewed(i: int, count: int) -> int:
    """Give the first departments more people than the last."""
    return min(i * 7 % count, i * 5 % count)


def tribes(
    people: list[Document], squads: int, chapters: int, *, hires: int = 0, leavers: int = 0, count: int = 1, seed: int = 1
) -> Document:
    """The same people in tribes; the first leads, some are shared, some sit in no squad, some have left."""
    dice = random.Random(seed)
    there = people[leavers:] + [{"id": f"new{i}", "name": "Ontwikkelaar", "vacancy": True} for i in range(hires)]
    ids = [person["id"] for person in there]
    found = []
    rest = ids[1:]
    for t in range(count):
        own = rest[t::count]
        home = {person: min(i * 7 % chapters, i * 3 % chapters) for i, person in enumerate(own)}
        members: list[list[str]] = [[] for _ in range(squads)]
        for i, person in enumerate(own[: squads * 9]):
            members[(i + home[person] * (i % 3)) % squads].append(person)
        if squads > 1 and len(own) > 4:
            shared = dice.choice(members[0] or own)
            members[1] = list(dict.fromkeys([*members[1], shared]))
        found.append(
            {
                "id": f"t{t}",
                "name": "Hypotheek" if not t else f"Tribe {t + 1}",
                **({"lead": ids[0]} if not t else {}),
                "chapters": [
                    {"id": f"t{t}c{c}", "name": CHAPTERS[c % 8], "members": m, **({"lead": m[0]} if m else {})}
                    for c in range(chapters)
                    for m in [[p for p in own if home[p] == c]]
                ],
                "squads": [
                    {"id": f"t{t}s{s}", "name": SQUADS[s % len(SQUADS)], "members": m, **({"product_owner": m[0]} if m else {})}
                    for s, m in enumerate(members)
                ],
            }
        )
    return {"format": "spotifymodel/1", "organisation": "Polderbank", "people": there, "tribes": found}


def reorganised(people: int = 52, *, units: int = 6, squads: int = 6, chapters: int = 4, **more: Any) -> tuple[Org, Org]:
    """Departments, and the tribe that they become."""
    everybody = named(people)
    return Org.from_dict(departments(everybody, units)), Org.from_dict(tribes(everybody, squads, chapters, **more))


def redesigned(squads: int = 6, chapters: int = 4, moves: int = 3) -> tuple[Org, Org]:
    """A tribe, and the same tribe after some people moved, one came, one left and one became owner of another squad."""
    everybody = named(squads * 8 + 1)
    before = Org.from_dict(tribes(everybody, squads, chapters))
    after = before
    for i in range(moves):
        source, goal = f"t0s{i % squads}", f"t0s{(i + 2) % squads}"
        mover = next((p for p in _members(after, source)[1:] if p not in _members(after, goal)), None)
        if mover is not None:
            after = after.move(mover, to=goal, from_squad=source)
    after = after.add("person", id="nieuw", name="Nora Nieuw").join("nieuw", "t0s1").join("nieuw", "chapter:t0c0")
    after = after.remove("person", _members(after, _manned(after, squads)[0])[-1])
    promoted = _manned(after, squads)[-1]  # few chapters leave some squads empty
    return before, after.appoint(_members(after, promoted)[-1], "product_owner", of=promoted)


def _manned(org: Org, squads: int) -> list[str]:
    return [squad for squad in (f"t0s{k}" for k in range(squads)) if _members(org, squad)]


def _members(org: Org, squad: str) -> list[str]:
    return [member if isinstance(member, str) else member.person for member in org.squad(squad).members]
