"""People are cut into tribes along the tree of units: nobody is lost, and what is near stays together."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from spotifymodel.graph.index import index_of
from spotifymodel.model.org import Org
from spotifymodel.profiles import load_profile
from spotifymodel.transition.blueprint.dividing import cut_along_units, divided, tribes_open_to
from spotifymodel.transition.blueprint.records import Blueprint, WantedSquad, WantedTribe
from spotifymodel.transition.people.candidate import Candidate, candidates
from tests.depth import examples


@st.composite
def lines(draw: st.DrawFn) -> Org:
    """Draw a tree of units with people at every height; shrinks to fewer units."""
    number = draw(st.integers(1, 7))
    units: list[dict[str, Any]] = []
    people: list[dict[str, Any]] = []
    for k in range(number):
        parent = draw(st.integers(-1, k - 1))
        units.append({"id": f"u{k}"} | ({"parent": f"u{parent}"} if parent >= 0 else {}))
        for n in range(draw(st.integers(0, 12))):
            title = draw(st.sampled_from(["tester", "back-end developer"]))
            people.append({"id": f"p{k}-{n}", "unit": f"u{k}", "job_title": title})
    people += [{"id": f"loose{n}"} for n in range(draw(st.integers(0, 5)))]
    return Org.from_dict({"format": "spotifymodel/1", "people": people or [{"id": "one"}], "units": units})


def own(org: Org) -> tuple[Candidate, ...]:
    return candidates(index_of(org), load_profile("brunel-2017"))


@given(lines(), st.integers(3, 40))
@settings(max_examples=examples(60), deadline=None)
def test_everybody_is_in_one_group_and_no_group_is_larger_than_allowed_by_more_than_a_few(org: Org, most: int) -> None:
    people = own(org)
    groups = cut_along_units(index_of(org), people, most)
    assert sorted(c.id for g in groups for c in g) == sorted(c.id for c in people)
    assert all(groups)
    assert all(len(group) <= most + most // 30 for group in groups)


def test_units_of_one_department_stay_together_and_groups_are_alike_large() -> None:
    units = [{"id": d} for d in "xy"] + [{"id": f"{d}{k}", "parent": d} for k in (1, 2, 3) for d in "xy"]
    people = [{"id": f"{d}{k}-{n}", "unit": f"{d}{k}"} for d in "xy" for k in (1, 2, 3) for n in range(20)]
    org = Org.from_dict({"format": "spotifymodel/1", "people": people, "units": units})
    groups = cut_along_units(index_of(org), own(org), 70)
    assert [{c.id[0] for c in group} for group in groups] == [{"x"}, {"y"}]


def squads(tribe: str, seats: float) -> tuple[WantedSquad, ...]:
    return (WantedSquad(id=f"s-{tribe}", needs={f"c-{tribe}": seats}),)


def test_the_nearest_unit_that_is_named_decides_which_tribes_may_have_somebody() -> None:
    units = [{"id": "top"}, {"id": "it", "parent": "top"}, {"id": "data", "parent": "it"}, {"id": "else"}]
    org = Org.from_dict({"format": "spotifymodel/1", "people": [{"id": "p"}], "units": units})
    tribes = [WantedTribe(id="a", from_units=("top",)), WantedTribe(id="b", from_units=("it", "top")), WantedTribe(id="c")]
    index = index_of(org)
    assert [tribes_open_to(u, tribes, index) for u in ("top", "it", "data", "else", None)] == [(0, 1), (1,), (1,), (2,), (2,)]
    assert tribes_open_to("else", tribes[:2], index) == (1,)


def test_people_whom_several_tribes_may_have_are_dealt_in_proportion_to_what_is_asked() -> None:
    people = [{"id": f"p{k:02}", "unit": "it", "job_title": ("tester", "back-end developer")[k % 2]} for k in range(60)]
    org = Org.from_dict({"format": "spotifymodel/1", "people": people, "units": [{"id": "it"}]})
    tribes = (
        WantedTribe(id="a", from_units=("it",), squads=squads("a", 20)),
        WantedTribe(id="b", from_units=("it",), squads=squads("b", 40)),
    )
    found = divided(Blueprint(tribes=tribes), index_of(org), own(org))
    assert [len(inside) for inside in found] == [20, 40]
    assert [sum(c.discipline == "testing" for c in inside) for inside in found] == [10, 20]
