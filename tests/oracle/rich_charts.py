"""Charts that say everything that a chart can say, drawn by Hypothesis."""

from typing import Any

from hypothesis import strategies as st

import spotifymodel as sm
from spotifymodel.testing.strategies import DAYS, documents

SKILLS = ("data", "Data", "product", "code", "storytelling", "mvp", "stakeholders")
ROLES = ("product owner", "CL", "tribe lead", "agile coach", "dancer")
BLOCKS = ("1", "2a", "3b", "4", "Blok 3b")
DUTIES = ("PAP/PARP", "compliance", "klachten")
PRODUCTS = ("x", "y", "z")


@st.composite
def rich_documents(draw: st.DrawFn, *, dated: bool = True, people: int = 7, squads: int = 4) -> dict[str, Any]:
    """Draw a document; shrinks towards one that says little."""
    document = draw(documents(people=people, squads=squads, dated=dated))
    who = [p["id"] for p in document["people"]]
    teams = [*document.get("squads", ()), *(s for t in document.get("tribes", ()) for s in t.get("squads", ()))]
    groups = [*document.get("chapters", ()), *(c for t in document.get("tribes", ()) for c in t.get("chapters", ()))]
    for person in document["people"]:
        person |= draw(_more_of_a_person(dated))
    if groups and draw(st.booleans()):
        draw(st.sampled_from(groups))["name"] = "Producten"
    deciders = [*who[:2], *(f"squad:{s['id']}" for s in teams[:2]), *(f"chapter:{c['id']}" for c in groups[:1]), "unit:u"]
    for team in teams:
        team |= draw(_more_of_a_squad([c["id"] for c in groups], deciders))
    holders = st.lists(_seat(who, dated), max_size=2) if who else st.just([])
    document["products"] = [{"id": one} | draw(_product(holders)) for one in PRODUCTS]
    document["projects"] = draw(st.lists(_project(holders, dated), max_size=2, unique_by=lambda p: p["id"]))
    document["units"][0] |= draw(st.sampled_from(({}, {"owns": ["x"]}, {"owns": ["y", "z"]})))
    if teams:
        ends = st.sampled_from([s["id"] for s in teams])
        severities = st.sampled_from(({"severity": "blocking"}, {"severity": "slowing"}, {}))
        dependency = st.builds(lambda a, b, s: {"from": a, "to": b} | s, ends, ends, severities)
        document["dependencies"] = draw(st.lists(dependency, min_size=len(teams) - 1, max_size=len(teams) + 1))
    document["gates"] = draw(st.lists(_GATES, max_size=1))
    return document


def rich_charts(**options: Any) -> st.SearchStrategy[sm.Org]:
    """Draw a chart; the options of :func:`rich_documents`."""
    return rich_documents(**options).map(sm.Org.from_dict)


def _few(optional: dict[str, st.SearchStrategy[Any]]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional=optional)


def _intervals(dated: bool) -> st.SearchStrategy[dict[str, str]]:
    if not dated:
        return st.just({})
    both = [{"from": a, "until": b} for a in DAYS[:-1] for b in DAYS[1:] if a < b]
    return st.sampled_from([{}, *({"from": d} for d in DAYS), *({"until": d} for d in DAYS), *both])


def _seat(who: list[str], dated: bool) -> st.SearchStrategy[Any]:
    return st.builds(lambda p, i: {"person": p} | i if i else p, st.sampled_from(who), _intervals(dated))


def _more_of_a_person(dated: bool) -> st.SearchStrategy[dict[str, Any]]:
    post = st.builds(
        lambda u, a, i: {"unit": u} | a | i, st.sampled_from(("u", "v")), st.sampled_from(({}, {"allocation": 0.5})), _intervals(dated)
    )
    return _few(
        {
            "skills": st.dictionaries(st.sampled_from(SKILLS), st.integers(0, 3), max_size=5),
            "external": st.booleans(),
            "seniority": st.sampled_from(("junior", "Medior", "Sr.", "Lead engineer", "schaal 9")),
            "agile_years": st.sampled_from((0, 1, 2, 3.5)),
            "role_load": st.sampled_from(({"chapter_lead": 0.4}, {"chapter_lead": 0.6}, {"po": 0.3, "x": 0.1})),
            "unit": st.one_of(post, st.lists(post, min_size=1, max_size=2)),
            "leave": st.lists(_intervals(dated), min_size=1, max_size=1),
            "pm_type": st.sampled_from(("technical", "strategic", "marketing", "manager")),
            "blocks": st.lists(st.sampled_from(BLOCKS), max_size=2),
            "duties": st.lists(st.sampled_from(DUTIES), max_size=2),
            "training": st.lists(
                st.builds(lambda r, d: {"role": r, "ready": d}, st.sampled_from(ROLES), st.sampled_from(DAYS)), min_size=1, max_size=2
            ),
        }
    )


def _more_of_a_squad(groups: list[str], deciders: list[str]) -> st.SearchStrategy[dict[str, Any]]:
    optional: dict[str, st.SearchStrategy[Any]] = {
        "decision_rights": _few({right: st.sampled_from(deciders) for right in ("priority", "scope", "budget")}),
        "required_skills": st.dictionaries(st.sampled_from(SKILLS), st.integers(0, 3), max_size=2),
        "owns": st.lists(st.sampled_from(PRODUCTS), max_size=3, unique=True),
    }
    if groups:
        optional["needs"] = st.dictionaries(st.sampled_from(groups), st.sampled_from((0, 0.5, 1, 1.5, 3)), max_size=2)
    return _few(optional)


def _product(holders: st.SearchStrategy[list[Any]]) -> st.SearchStrategy[dict[str, Any]]:
    return _few(
        {
            "kind": st.sampled_from(("product", "journey", "service")),
            "complexity": st.sampled_from(("simple", "complicated", "complex")),
            "review_owner": holders,
            "floor_fte": st.sampled_from((0, 0.5, 1, 2.5)),
        }
    )


def _project(holders: st.SearchStrategy[list[Any]], dated: bool) -> st.SearchStrategy[dict[str, Any]]:
    return st.builds(
        lambda i, p, m, w: {"id": i, "product": p, "manager": m} | w,
        st.sampled_from(("k", "l")),
        st.sampled_from(PRODUCTS),
        holders,
        _intervals(dated),
    )


_GATES = st.builds(
    lambda k, w: {"kind": k} | w,
    st.sampled_from(("works_council", "OR-advies", "go_live")),
    st.sampled_from(({}, {"wave": 1}, {"wave": 3}, {"date": "2027-02-01"})),
)
