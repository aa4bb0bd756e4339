"""Small dated charts as documents, in every spelling that the file format allows."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

#: The days on which things change, and days to look at: each of these, the days between, before and after.
CHANGES = ("2027-01-01", "2027-02-01", "2027-03-01", "2027-04-01")
LOOKS = ("2026-12-31", "2027-01-01", "2027-01-15", "2027-02-01", "2027-02-15", "2027-03-01", "2027-03-15", "2027-04-01")

PEOPLE = tuple(f"p{k}" for k in range(7))
TRIBES = ("north", "south")
UNITS = ("board", "risk", "desk")
PRODUCTS = ("loan", "app")


@st.composite
def dates(draw: Any, dated: bool = True) -> dict[str, str]:
    """An interval, open on either side; shrinks to no dates at all."""
    if not dated or draw(st.integers(0, 2)) == 0:
        return {}
    low, high = sorted((draw(st.integers(0, 4)), draw(st.integers(0, 4))))
    found = {}
    if low > 0:
        found["from"] = CHANGES[low - 1]
    if high < 4 and high >= low and not (low and CHANGES[high] <= CHANGES[low - 1]):
        found["until"] = CHANGES[high]
    return found


@st.composite
def holder(draw: Any, dated: bool = True) -> Any:
    """Somebody in a role: an id in some spelling, or a mapping."""
    person = draw(st.sampled_from(PEOPLE))
    spelled = draw(st.sampled_from((person, person, person, person.upper(), f"person:{person}")))
    more = draw(dates(dated))
    share = draw(st.sampled_from((None, None, None, 0.3, 0.5, 1.0)))
    if share is not None:
        more["allocation"] = share
    return {"person": spelled, **more} if more else spelled


def holders(dated: bool = True, most: int = 4) -> st.SearchStrategy[Any]:
    """Nobody, somebody, or a list in which the same person may stand twice."""
    return st.one_of(st.none(), holder(dated), st.lists(holder(dated), max_size=most))


@st.composite
def posts(draw: Any, key: str, names: tuple[str, ...], dated: bool) -> Any:
    """A place in the line: an id, a mapping, a list of both, or nothing."""

    def one() -> Any:
        name = draw(st.sampled_from(names))
        more = draw(dates(dated))
        return {key: name, **more} if more else name

    shape = draw(st.sampled_from(("none", "none", "one", "many")))
    return None if shape == "none" else one() if shape == "one" else [one() for _ in range(draw(st.integers(1, 2)))]


@st.composite
def documents(draw: Any, dated: bool | None = None) -> dict[str, Any]:
    """A whole chart; shrinks to one without dates and with few of everything."""
    dated = draw(st.booleans()) if dated is None else dated
    doc: dict[str, Any] = {"format": "spotifymodel/1", "mode": draw(st.sampled_from(("design", "live")))}
    doc["people"] = [_person(draw, k, dated) for k in range(len(PEOPLE))]
    doc["units"] = [
        {"id": u, "manager": draw(holders(dated, 2)), "parent": draw(st.sampled_from((None, *UNITS[:k])))} for k, u in enumerate(UNITS)
    ]
    names = iter(range(100))
    tribes = [_tribe(draw, t, names, dated) for t in TRIBES[: draw(st.integers(0, 2))]]
    doc["tribes"] = tribes
    doc["squads"] = [_squad(draw, next(names), dated) for _ in range(draw(st.integers(0, 1)))]
    doc["chapters"] = [_chapter(draw, next(names), dated) for _ in range(draw(st.integers(0, 1)))]
    doc["products"] = [{"id": p} for p in PRODUCTS]
    return {k: v for k, v in doc.items() if v}


def _person(draw: Any, k: int, dated: bool) -> dict[str, Any]:
    found: dict[str, Any] = {"id": PEOPLE[k]}
    for flag in ("vacancy", "second_line"):
        if draw(st.integers(0, 4)) == 4:
            found[flag] = True
    found["unit"] = draw(posts("unit", UNITS, dated))
    if k:
        found["reports_to"] = draw(posts("person", PEOPLE[:k], dated))
    if draw(st.integers(0, 4)) == 4:
        found["leave"] = [draw(dates(dated))]
    if draw(st.integers(0, 4)) == 4:
        found["seniority"] = draw(st.sampled_from(("junior", "senior")))
    return {key: v for key, v in found.items() if v is not None}


def _tribe(draw: Any, tribe: str, names: Any, dated: bool) -> dict[str, Any]:
    found: dict[str, Any] = {"id": tribe}
    for field in ("lead", "agile_coaches", "support", "management_team"):
        if draw(st.integers(0, 2)):
            found[field] = draw(holders(dated, 2))
    if draw(st.booleans()):
        found["purpose"] = draw(st.sampled_from(("homes", " ")))
    if draw(st.booleans()):
        found["kind"] = draw(st.sampled_from(("change", "run")))
    if draw(st.integers(0, 3)) == 3:
        found["mixed_on_purpose"] = True
    if draw(st.booleans()):
        found["scope"] = draw(st.lists(st.sampled_from(PRODUCTS), max_size=2))
    found["squads"] = [_squad(draw, next(names), dated) for _ in range(draw(st.integers(0, 3)))]
    found["chapters"] = [_chapter(draw, next(names), dated) for _ in range(draw(st.integers(0, 2)))]
    return found


def _squad(draw: Any, k: int, dated: bool) -> dict[str, Any]:
    found: dict[str, Any] = {"id": f"s{k}", **draw(dates(dated))}
    found["members"] = draw(holders(dated, 5))
    found["product_owner"] = draw(holders(dated, 2))
    for field in ("agile_coaches", "steered_by"):
        if draw(st.integers(0, 3)) == 3:
            found[field] = draw(holders(dated, 2))
    for field, values in (("mission", ("grow", "  ")), ("kind", ("change", "run", "platform"))):
        if draw(st.booleans()):
            found[field] = draw(st.sampled_from(values))
    if draw(st.booleans()):
        found["owns"] = draw(st.lists(st.sampled_from(PRODUCTS), max_size=2))
    return found


def _chapter(draw: Any, k: int, dated: bool) -> dict[str, Any]:
    return {"id": f"c{k}", **draw(dates(dated)), "lead": draw(holders(dated, 2)), "members": draw(holders(dated, 4))}
