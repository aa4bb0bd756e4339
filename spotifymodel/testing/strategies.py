"""Hypothesis strategies of charts that can be read, broken or not."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from ..model.org import Org

__all__ = ["charts", "documents", "ids", "names"]

NASTY = (
    "A$AP $x$ budget_$100",
    "<b>&amp;</b>",
    'O"Brien',
    "d'Arc, Jeanne",
    "山田 太郎",
    "محمد العربي",
    "שרה כהן",
    "👩‍💻 Dev",
    "Nguyễn Thị Ánh",
    "van den Heuvel",
    "=cmd|'/C calc'!A0",
    "NO",
    "0042",
    "null",
    "a: b #c",
)
DAYS = ("2026-07-01", "2027-01-01", "2027-01-02", "2027-03-01", "2027-06-15", "2027-07-01", "2028-01-01")


def ids(prefix: str = "p") -> st.SearchStrategy[str]:
    """Draw an id: short ones mostly, odd ones now and then; shrinks to ``prefix + "0"``."""
    odd = st.sampled_from(("squad/x", "één id", "A b", "x:y", "日本", "#1", "- x"))
    return st.one_of(st.integers(0, 999).map(lambda n: f"{prefix}{n}"), odd.map(lambda o: f"{prefix} {o}"))


def names() -> st.SearchStrategy[str]:
    """Draw a name: plain, foreign, or made to break a format; shrinks to ``Person 0``."""
    return st.one_of(st.integers(0, 99).map(lambda n: f"Person {n}"), st.sampled_from(NASTY))


@st.composite
def documents(draw: st.DrawFn, *, people: int = 8, squads: int = 4, dated: bool = True) -> dict[str, Any]:
    """Draw the document of a chart in which limits may be broken, but nothing is unreadable.

    Parameters
    ----------
    people, squads : int
        The most of each.
    dated : bool
        Whether seats, squads and chapters may carry dates.

    Notes
    -----
    Constructive: nothing is filtered. Shrinks towards an empty chart, then towards few people, no dates and plain names.
    """
    yes = st.booleans()
    who = [f"p{k}" for k in range(draw(st.integers(0, people)))]
    seat = _seats(who, dated)
    some = _few(seat)
    teams = [_team(draw, f"s{k}", some, who, dated) for k in range(draw(st.integers(0, squads)))]
    groups = [_group(draw, f"c{k}", some, dated) for k in range(draw(st.integers(0, 3)))]
    tribes = [_tribe(draw, f"t{k}", some) for k in range(draw(st.integers(0, 2)))]
    document: dict[str, Any] = {"format": "spotifymodel/1", "people": [_person(draw, one, who) for one in who]}
    for field, records in (("squads", teams), ("chapters", groups)):
        for record in records:
            home = draw(st.integers(-1, len(tribes) - 1))
            target = document if home < 0 else tribes[home]
            target.setdefault(field, []).append(record)
    if tribes:
        document["tribes"] = tribes
    document["products"] = [{"id": "x", "kind": "journey"}, {"id": "y", "review_owner": who[:1]}]
    document["units"] = [{"id": "u", "manager": who[:1]}, {"id": "v", "parent": "u", "manager": who[1:2]}]
    if draw(yes) and teams:
        first, second = teams[0]["id"], teams[-1]["id"]
        document["dependencies"] = [{"from": first, "to": second, "severity": draw(st.sampled_from(("blocking", "slowing")))}]
    if draw(yes):
        document["mode"] = "live"
    return document


def charts(**options: Any) -> st.SearchStrategy[Org]:
    """Draw a chart that can be read; the options of :func:`documents`."""
    return documents(**options).map(Org.from_dict)


def _seats(who: list[str], dated: bool) -> st.SearchStrategy[Any]:
    if not who:
        return st.nothing()
    plain = st.sampled_from(who)
    shared = st.builds(lambda p, a: {"person": p, "allocation": a}, plain, st.sampled_from((0.2, 0.4, 0.5, 1.0)))
    if not dated:
        return st.one_of(plain, shared)
    interval = st.sampled_from([(a, b) for a in (None, *DAYS[:-1]) for b in (*DAYS[1:], None) if a is None or b is None or a < b])
    spell = st.builds(lambda p, i: {"person": p} | _ends(i), plain, interval)
    return st.one_of(plain, plain, shared, spell)


def _ends(interval: tuple[str | None, str | None]) -> dict[str, str]:
    return {k: v for k, v in zip(("from", "until"), interval, strict=True) if v is not None}


def _few(seat: st.SearchStrategy[Any]) -> st.SearchStrategy[list[Any]]:
    return st.just([]) if seat.is_empty else st.lists(seat, max_size=5)


def _person(draw: st.DrawFn, one: str, who: list[str]) -> dict[str, Any]:
    record: dict[str, Any] = {"id": one}
    extras = st.fixed_dictionaries(
        {},
        optional={
            "name": names(),
            "fte": st.sampled_from((0.5, 0.8, 1, 1.2)),
            "vacancy": st.booleans(),
            "second_line": st.booleans(),
            "skills": st.dictionaries(st.sampled_from(("data", "product", "code")), st.integers(0, 3), max_size=2),
            "seniority": st.sampled_from(("junior", "medior", "senior")),
            "agile_years": st.integers(0, 5),
            "unit": st.sampled_from(("u", "v")),
            "from_unit": st.sampled_from(("u", "v")),
            "extra": st.dictionaries(st.sampled_from(("kostenplaats", "a b")), st.sampled_from((1, "0042", None, [True])), max_size=1),
        },
    )
    record |= draw(extras)
    below = who.index(one)
    if below and draw(st.booleans()):
        record["reports_to"] = who[draw(st.integers(0, below - 1))]
    return record


def _life(draw: st.DrawFn, dated: bool) -> dict[str, str]:
    if not dated or draw(st.integers(0, 3)) != 3:
        return {}
    return draw(st.sampled_from(({"from": "2027-01-02"}, {"until": "2027-06-15"}, {"from": "2027-01-02", "until": "2027-06-15"})))


def _team(draw: st.DrawFn, one: str, some: st.SearchStrategy[list[Any]], who: list[str], dated: bool) -> dict[str, Any]:
    record = {"id": one, "members": draw(some), "product_owner": draw(some)[:2]} | _life(draw, dated)
    optional = st.fixed_dictionaries(
        {},
        optional={
            "name": names(),
            "mission": st.just("A mission"),
            "kind": st.sampled_from(("change", "run", "platform")),
            "mandate": st.sampled_from(("none", "soft", "end_to_end")),
            "owns": st.sampled_from((["x"], ["y"], ["x", "y"])),
            "agile_coaches": some,
            "steered_by": some,
            "compliance": some,
            "required_skills": st.sampled_from(({"data": 2}, {"code": 1})),
        },
    )
    return record | draw(optional)


def _group(draw: st.DrawFn, one: str, some: st.SearchStrategy[list[Any]], dated: bool) -> dict[str, Any]:
    record = {"id": one, "members": draw(some), "lead": draw(some)[:2]} | _life(draw, dated)
    return record | draw(st.fixed_dictionaries({}, optional={"discipline": st.sampled_from(("data", "code"))}))


def _tribe(draw: st.DrawFn, one: str, some: st.SearchStrategy[list[Any]]) -> dict[str, Any]:
    optional = st.fixed_dictionaries(
        {},
        optional={
            "purpose": st.just("A purpose"),
            "lead": some.map(lambda s: s[:2]),
            "agile_coaches": some,
            "support": some,
            "scope": st.sampled_from((["x"], ["x", "y"])),
            "critical_skills": st.sampled_from((["data"], ["code", "data"])),
            "mixed_on_purpose": st.booleans(),
            "management_team": some,
        },
    )
    return {"id": one} | draw(optional)
