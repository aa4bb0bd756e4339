"""Charts as documents of the file format, for the tests that go from chart to picture."""

from __future__ import annotations

import random
from typing import Any

from spotifymodel.model.org import Org

from .views import CHAPTERS, FIRST, LAST, SQUADS

Document = dict[str, Any]


def small() -> Document:
    """Two squads, two chapters, a lead, a coach, support, a second-line partner, somebody shared, somebody on the bench."""
    people = [
        *({"id": i, "name": n} for i, n in (("tom", "Tom Visser"), ("ayse", "Ayşe Kaya"), ("kees", "Kees Bos"), ("carla", "Carla Smit"))),
        *({"id": i, "name": n} for i, n in (("pim", "Pim van den Heuvel"), ("anna", "Anna de Vries"), ("ben", "Ben Özdemir"))),
        *({"id": i, "name": n} for i, n in (("dirk", "Dirk Mulder"), ("zoe", "Zoë Bakker"))),
        {"id": "vac", "name": "Ontwikkelaar", "vacancy": True},
        {"id": "rik", "name": "Rik Post", "second_line": True},
    ]
    tribe = {
        "id": "hypotheek",
        "name": "Hypotheek",
        "lead": "tom",
        "agile_coaches": ["ayse"],
        "support": ["kees"],
        "chapters": [
            {"id": "producten", "name": "Producten", "lead": "carla", "members": ["pim", "anna"]},
            {"id": "ontwikkeling", "name": "Ontwikkeling", "lead": "dirk", "members": ["ben", "vac", "zoe"]},
        ],
        "squads": [
            {"id": "aflossen", "name": "Vervroegd aflossen", "product_owner": "pim", "members": ["pim", "ben"], "compliance": ["rik"]},
            {"id": "app", "name": "Hypotheek-app", "product_owner": "anna", "members": ["anna", "dirk", "ben", "vac"]},
        ],
    }
    return {"format": "spotifymodel/1", "organisation": "Polderbank", "language": "nl", "people": people, "tribes": [tribe]}


def large(squads: int, chapters: int, seed: int = 1) -> Document:
    """A tribe with squads of eight or nine from the generator."""
    dice = random.Random(seed)
    names = dice.sample([f"{a} {b}" for a in FIRST for b in LAST], 9 * squads + 2)
    people = [{"id": f"p{i:03}", "name": name} for i, name in enumerate(names)]
    ids = [p["id"] for p in people]
    members = {c: [p for i, p in enumerate(ids[2:]) if i * 7 % chapters == c] for c in range(chapters)}
    teams = [
        {"id": f"s{s}", "name": SQUADS[s % len(SQUADS)], "product_owner": ids[2 + 9 * s], "members": ids[2 + 9 * s : 2 + 9 * s + 8 + s % 2]}
        for s in range(squads)
    ]
    tribe = {
        "id": "t",
        "name": "Hypotheek",
        "lead": ids[0],
        "agile_coaches": [ids[1]],
        "chapters": [{"id": f"c{c}", "name": CHAPTERS[c % 8], "lead": m[0], "members": m} for c, m in members.items()],
        "squads": teams,
    }
    return {"format": "spotifymodel/1", "people": people, "tribes": [tribe]}


def org(document: Document) -> Org:
    """Read a document."""
    return Org.from_dict(document)
