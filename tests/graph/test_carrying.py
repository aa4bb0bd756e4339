"""What a chart carries, what people know and who holds what, read in bulk, is what a look at every record says."""

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import spotifymodel as sm
from spotifymodel.graph.building import build
from spotifymodel.graph.index import Index, inverse, inverse_of_shared
from spotifymodel.model.org import Org
from spotifymodel.rules.catalogue import all_rules
from spotifymodel.rules.eligibility import Meanings, eligible_owner, plainly_eligible
from tests.depth import examples
from tests.oracle.rich_charts import rich_charts

wide = settings(max_examples=examples(60), deadline=None, suppress_health_check=list(HealthCheck))
FIELDS = sorted({field for rule in all_rules().values() for need in rule.needs for field in need.split("|")})
MORE = ("person.vacancy", "person.leave", "person.role_load", "person.unit", "tribe.lead", "project.manager", "chapter.lead.allocation")
LISTS = {"dependency": "dependencies", "gate": "gates"}


def naive(org: Org, field: str) -> bool:
    kind, name, *of_seat = field.split(".")
    records: list[Any] = list(getattr(org, LISTS[kind]) if kind in LISTS else org.records(kind))
    said = [getattr(record, name) for record in records]
    if of_seat:
        said = [getattr(one, of_seat[0]) for held in said for one in held if not isinstance(one, str)]
    return any(one not in (None, (), {}, "") if type(one) is not bool else one for one in said)


@wide
@given(rich_charts(), st.permutations([*FIELDS, *MORE]))
def test_a_chart_carries_what_some_record_says_in_whatever_order_it_is_asked(org: Org, fields: list[str]) -> None:
    for mode in ("design", "live"):
        index = build(org, mode)
        assert {field: index.carries(field) for field in fields} == {field: naive(org, field) for field in fields}


def test_a_zero_says_something() -> None:
    org = sm.Org.from_dict({"format": "spotifymodel/1", "people": [{"id": "a", "agile_years": 0}, {"id": "b"}]})
    index = build(org, "design")
    assert index.carries("person.agile_years") and not index.carries("person.fte")


SKILLS = ("data", "product", "code", "storytelling", "mvp", "stakeholders")


@wide
@given(rich_charts(), st.booleans())
def test_the_levels_of_everybody_are_those_of_each(org: Org, declared: bool) -> None:
    document = org.to_dict()
    if declared:
        document["skills"] = [{"id": one} for one in SKILLS]
    index: Index = build(sm.Org.from_dict(document), "live")
    folded = [sorted(_folded(record.skills).values()) for record in index.people.values()]
    assert [sorted(levels) for levels in index.knowledge.all_levels()] == folded
    assert [dict(index.knowledge.levels(person)) for person in index.people] == [_folded(r.skills) for r in index.people.values()]


def _folded(skills: Any) -> dict[str, int]:
    found: dict[str, int] = {}
    for one, level in skills.items():
        found[one.casefold()] = max(level, found.get(one.casefold(), 0))
    return found


@wide
@given(rich_charts(), st.integers(0, 3), st.integers(0, 3), st.floats(0, 1.2), st.floats(0, 6))
def test_a_quick_look_takes_nobody_for_an_owner_who_does_not_fit(org: Org, skills: int, level: int, free: float, years: float) -> None:
    limits = {"owner.min_agile_years": years, "owner.min_skills": skills, "owner.skill_level": level, "owner.min_free": free}
    plain = plainly_eligible(org.people, limits, Meanings(lambda _: ""))
    assert plain <= {one.id for one in org.people if eligible_owner(one, limits).answer == "yes"}


def test_a_quick_look_knows_an_owner_who_plainly_fits() -> None:
    anna = {"id": "anna", "seniority": "senior", "agile_years": 3, "skills": {"stakeholders": 2, "klantreis": 3, "x7": 2}}
    org = sm.Org.from_dict({"format": "spotifymodel/1", "people": [anna]})
    limits = {"owner.min_agile_years": 2, "owner.min_skills": 3, "owner.skill_level": 2, "owner.min_free": 0.5}
    assert plainly_eligible(org.people, limits, Meanings(lambda one: "Storytelling" if one == "x7" else "")) == {"anna"}


@settings(max_examples=examples(100), deadline=None)
@given(st.dictionaries(st.sampled_from("stuvw"), st.lists(st.sampled_from("abcdef"), unique=True).map(tuple)))
def test_who_holds_what_is_turned_round_in_the_order_of_the_holders(table: dict[str, tuple[str, ...]]) -> None:
    people = dict.fromkeys(p for held in table.values() for p in held)
    turned = {p: tuple(holder for holder, held in table.items() if p in held) for p in people}
    for found in (inverse(table), inverse_of_shared(table)):
        assert list(found.items()) == list(turned.items())
