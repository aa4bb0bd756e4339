"""Small charts with dates everywhere, for the tests of edits; they shrink to fewer squads with undated members."""

from __future__ import annotations

import datetime as dt
from typing import Any

from hypothesis import strategies as st

from spotifymodel.model import Org

PEOPLE = ["anna", "ben", "carla", "dirk", "eva"]
DAYS = [dt.date(2027, 1, 1), dt.date(2027, 3, 1), dt.date(2027, 6, 1), dt.date(2028, 1, 1)]
#: Half-open intervals as the fields of a record, most often without ends. Everything is sampled whole: drawing ends,
#: shares and people one by one is ten times as slow.
LIVES: list[dict[str, Any]] = [
    *[{}, {}, {}],
    *({"from": day} for day in DAYS),
    *({"until": day} for day in DAYS),
    *({"from": a, "until": b} for a in DAYS for b in DAYS if a < b),
]
SEATS: list[Any] = [
    *PEOPLE * 8,
    *(
        {"person": person, **share, **life}
        for person in PEOPLE
        for share in ({}, {"allocation": 0.5}, {"allocation": 0.75})
        for life in LIVES
    ),
]
lives = st.sampled_from(LIVES)


def holders(most: int = 4) -> st.SearchStrategy[list[Any]]:
    """Return lists of people in a role; the same person may stand twice."""
    return st.lists(st.sampled_from(SEATS), max_size=most)


def posts(key: str, ids: list[str]) -> st.SearchStrategy[Any]:
    """Return where somebody sits in the line: nothing, an id, a post with dates, several."""
    single = [*ids, *({key: one, **life} for one in ids for life in LIVES)]
    return st.sampled_from([None, None, *single, *([a, b] for a in single[::3] for b in single[::4])])


@st.composite
def teams(draw: st.DrawFn, squads: list[str], chapters: list[str]) -> dict[str, Any]:
    """Return squads and chapters of these ids, as a tribe or the top of a chart holds them."""
    rights = st.none() | st.sampled_from(["app", "dev", "anna", "squad:web"]).map(lambda one: {"scope": one})
    return {
        "squads": [
            {
                "id": name,
                "members": draw(holders()),
                "product_owner": draw(holders(2)),
                "agile_coaches": draw(holders(1)),
                "needs": draw(st.dictionaries(st.sampled_from(["dev", "ux"]), st.sampled_from([0.5, 1.0]), max_size=2)),
                "required_skills": draw(st.dictionaries(st.sampled_from(["java", "sql"]), st.integers(0, 3), max_size=2)),
                "owns": draw(st.lists(st.sampled_from(["loan", "card"]), max_size=2, unique=True)),
                "mission": draw(st.none() | st.just(f"grow {name}")),
                "decision_rights": draw(rights),
                **draw(lives),
            }
            for name in squads
        ],
        "chapters": [{"id": name, "members": draw(holders()), "lead": draw(holders(1)), **draw(lives)} for name in chapters],
    }


@st.composite
def charts(draw: st.DrawFn) -> Org:
    """Return a chart that is valid to read, with two tribes and teams outside them."""
    waived = st.sampled_from(["app", "squad:web", "dev", "anna", "organisation", "x"])
    return Org(
        people=[
            {
                "id": name,
                "unit": draw(posts("unit", ["it", "sales"])),
                "reports_to": draw(posts("person", ["anna"])) if name != "anna" else None,
                "leave": draw(st.lists(lives, max_size=1)),
            }
            for name in PEOPLE
        ],
        units=[{"id": "it", "manager": draw(holders(1))}, {"id": "sales", "parent": "it"}],
        products=[{"id": "loan"}, {"id": "card", "review_owner": draw(holders(1))}],
        projects=[{"id": "x", "manager": draw(holders(1)), "product": "card", **draw(lives)}],
        tribes=[
            {"id": "north", "lead": draw(holders(1)), "agile_coaches": draw(holders(2)), **draw(teams(["app", "web"], ["dev"]))},
            {"id": "south", "kind": "run", "support": draw(holders(1)), **draw(teams(["data"], []))},
        ],
        **draw(teams(["ops"], ["ux"])),
        dependencies=draw(
            st.lists(
                st.fixed_dictionaries({"from": st.sampled_from(["app", "web", "data"]), "to": st.sampled_from(["data", "ops", "app"])}),
                max_size=3,
            )
        ),
        guilds=[{"id": "cooks", "members": draw(holders(2))}],
        waivers=[
            {"code": "SQ001", "subject": one, "reason": "because", "owner": "anna", "expires": "2028-01-01"}
            for one in draw(st.lists(waived, max_size=2, unique=True))
        ],
    )
