"""Splitting and merging lose nobody, on no day, and nothing that refers to what was split or merged."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spotifymodel.graph.index import Index, index_of
from spotifymodel.model import Chapter, Org, Seat, Squad
from spotifymodel.model.edits.roles import STANDING

from .charts import DAYS, charts

MOMENTS = [DAYS[0] - dt.timedelta(days=1), *DAYS]


def everybody(index: Index, kind: str, name: str, day: dt.date) -> dict[str, set[str]]:
    """Return who stands there on a day, per role."""
    relations = {
        "squad": {"members": index.members, "owners": index.owners, "coaches": index.coaches, "advisers": index.advisers},
        "chapter": {"members": index.chapter_people, "leads": index.chapter_leads},
        "tribe": {"leads": index.tribe_leads, "coaches": index.tribe_coaches, "support": index.support},
    }[kind]
    return {role: set(relation.at(name, day)) for role, relation in relations.items()}


def union(parts: list[dict[str, set[str]]]) -> dict[str, set[str]]:
    return {role: set().union(*(part[role] for part in parts)) for role in parts[0]}


def people_in(record: Squad | Chapter) -> list[str]:
    fields = ("members", "product_owner") if isinstance(record, Squad) else ("members", "lead")
    return list(dict.fromkeys(h if isinstance(h, str) else h.person for field in fields for h in getattr(record, field)))


@settings(deadline=None, max_examples=25)
@given(charts(), st.sampled_from(["squad:app", "squad:data", "squad:ops", "chapter:dev", "chapter:ux"]), st.data())
def test_every_member_and_owner_stands_in_one_part_on_every_day(org: Org, subject: str, data: st.DataObject) -> None:
    kind, _, name = subject.partition(":")
    old = org._find(kind, name)
    parts: dict[str, list[str]] = {data.draw(st.sampled_from([name, "new-1"])): [], "new-2": [], "new-3": []}
    for person in people_in(old):
        parts[data.draw(st.sampled_from(sorted(parts)))].append(person)
    after = org.split(subject, parts)
    before, now = index_of(org), index_of(after)
    for day in MOMENTS:
        made = [everybody(now, kind, part, day) for part in parts]
        assert union(made) == everybody(before, kind, name, day)
        assert sum(len(part["members"]) for part in made) == len(union(made)["members"])
    for part, inside in parts.items():
        assert set(people_in(after._find(kind, part))) == set(inside)
    assert after.has(kind, name) == (name in parts)
    assert [t.id for t in after.tribes] == [t.id for t in org.tribes]
    heir = after._find(kind, name if name in parts else next(iter(parts)))
    assert heir.extra == old.extra
    assert kind == "chapter" or (heir.mission, heir.owns, heir.needs) == (old.mission, old.owns, old.needs)


@settings(deadline=None, max_examples=25)
@given(charts(), st.sampled_from(["squad:app", "squad:web"]), st.data())
def test_merging_the_parts_again_gives_back_the_squad(org: Org, subject: str, data: st.DataObject) -> None:
    old = org.squad(subject)
    parts: dict[str, list[str]] = {"new": [], old.id: []}
    for person in people_in(old):
        parts[data.draw(st.sampled_from(sorted(parts)))].append(person)
    split = org.split(subject, parts)
    again = split.merge(["new"], into=old.id)
    before, now = index_of(org), index_of(again)
    for day in MOMENTS:
        assert everybody(now, "squad", old.id, day) == everybody(before, "squad", old.id, day)
    new = again.squad(old.id)
    assert (new.needs, new.owns, new.mission, new.kind, new.start, new.until) == (
        old.needs,
        old.owns,
        old.mission,
        old.kind,
        old.start,
        old.until,
    )
    assert (again.people, again.waivers) == (org.people, org.waivers)
    assert [d for d in again.dependencies if old.id not in (d.source, d.target)] == [
        d for d in org.dependencies if old.id not in (d.source, d.target)
    ]


@settings(deadline=None, max_examples=25)
@given(charts(), st.permutations(["app", "web", "data", "ops"]), st.integers(2, 4), st.sampled_from(["app", "data", "brand-new"]))
def test_a_merged_squad_has_everybody_on_every_day(org: Org, order: list[str], count: int, into: str) -> None:
    subjects = list(dict.fromkeys([*order[:count], *([into] if org.has("squad", into) else [])]))
    after = org.merge([f"squad:{s}" for s in subjects], into=into)
    before, now = index_of(org), index_of(after)
    for day in MOMENTS:
        assert everybody(now, "squad", into, day) == union([everybody(before, "squad", s, day) for s in subjects])
    assert {s.id for _, s in after.all_squads()} == ({s.id for _, s in org.all_squads()} - set(subjects)) | {into}
    merged = after.squad(into)
    olds = [org.squad(s) for s in subjects]
    for chapter in ("dev", "ux"):
        assert merged.needs.get(chapter, 0) == sum(s.needs.get(chapter, 0) for s in olds)
    for skill in ("java", "sql"):
        assert merged.required_skills.get(skill) == max(
            (s.required_skills[skill] for s in olds if skill in s.required_skills), default=None
        )
    assert set(merged.owns) == {product for s in olds for product in s.owns}
    assert all(d.source != d.target for d in after.dependencies if into in (d.source, d.target))


@settings(deadline=None, max_examples=25)
@given(charts(), st.booleans())
def test_a_merged_chapter_has_everybody_and_every_need(org: Org, keep: bool) -> None:
    into = "ux" if keep else "makers"
    after = org.merge(["chapter:dev", "chapter:ux"], into=into)
    before, now = index_of(org), index_of(after)
    for day in MOMENTS:
        assert everybody(now, "chapter", into, day) == union([everybody(before, "chapter", c, day) for c in ("dev", "ux")])
    for _, squad in org.all_squads():
        assert sum(after.squad(squad.id).needs.values()) == sum(squad.needs.values())


@settings(deadline=None, max_examples=25)
@given(charts())
def test_merged_tribes_hold_everything(org: Org) -> None:
    after = org.merge(["north", "south"], into="south")
    before, now = index_of(org), index_of(after)
    for day in MOMENTS:
        assert everybody(now, "tribe", "south", day) == union([everybody(before, "tribe", t, day) for t in ("north", "south")])
    assert [s.id for s in after.tribe("south").squads] == ["data", "app", "web"]
    assert all(after.squad(s.id) is s for _, s in org.all_squads())


@settings(deadline=None, max_examples=25)
@given(charts(), st.sampled_from(["north", "east"]))
def test_a_split_tribe_is_whole_again_when_merged(org: Org, heir: str) -> None:
    after = org.split("north", [(heir, ["app", "chapter:dev"]), ("new", ["web"])])
    assert [t.id for t in after.tribes] == [heir, "new", "south"]
    assert after.tribe(heir).lead == org.tribe("north").lead
    assert after.tribe("new").lead == ()
    index_of(after)
    again = after.merge([heir, "new"], into="north")
    assert again.tribe("north").squads == org.tribe("north").squads
    assert again.tribe("north").chapters == org.tribe("north").chapters


def company(**fields: Any) -> Org:
    return Org(people=[{"id": p} for p in ("anna", "ben", "carla")], **fields)


def test_declared_time_adds_up_and_stays_a_share() -> None:
    org = company(
        squads=[
            {"id": "a", "members": [{"person": "anna", "allocation": 0.5}, {"person": "ben", "allocation": 0.75}, "carla"]},
            {
                "id": "b",
                "members": [
                    {"person": "anna", "allocation": 0.25},
                    {"person": "ben", "allocation": 0.5},
                    {"person": "carla", "allocation": 0.5},
                ],
            },
        ]
    )
    assert org.merge(["a", "b"], into="a").squad("a").members == (
        Seat(person="anna", allocation=0.75),
        Seat(person="ben", allocation=1.0),
        "carla",
    )


def test_a_coach_has_no_more_hours_after_a_split() -> None:
    org = company(squads=[{"id": "a", "members": ["ben", "carla"], "agile_coaches": [{"person": "anna", "allocation": 0.5}]}])
    parts = org.split("a", {"b": ["ben"], "c": ["carla"]})
    assert [s.agile_coaches[0].allocation for s in parts.squads] == [0.25, 0.25]  # type: ignore[union-attr]


def test_a_seat_in_a_squad_that_lived_shorter_carries_its_dates() -> None:
    org = company(squads=[{"id": "a", "members": ["anna"], "until": "2027-06-01"}, {"id": "b", "members": ["ben"]}])
    merged = org.merge(["a", "b"], into="b").squad("b")
    assert merged.members == ("ben", Seat(person="anna", until="2027-06-01"))
    assert merged.until is None


def test_what_referred_to_the_parts_refers_to_the_whole() -> None:
    org = company(
        squads=[{"id": "a"}, {"id": "b"}, {"id": "c", "decision_rights": {"scope": "a", "budget": "squad:b"}}],
        dependencies=[
            {"from": "a", "to": "b"},
            {"from": "c", "to": "a"},
            {"from": "c", "to": "b"},
            {"from": "c", "to": "b", "what": "data"},
        ],
        waivers=[{"code": "SQ001", "subject": "b", "reason": "x", "owner": "anna", "expires": "2028-01-01"}],
    )
    after = org.merge(["a", "b"], into="new")
    assert [(d.source, d.target, d.what) for d in after.dependencies] == [("c", "new", None), ("c", "new", "data")]
    assert after.waivers[0].subject == "new"
    assert after.squad("c").decision_rights is not None
    assert (after.squad("c").decision_rights.scope, after.squad("c").decision_rights.budget) == ("new", "squad:new")
    split = org.split("a", {"a-1": [], "a-2": []})
    assert [(d.source, d.target) for d in split.dependencies] == [("a-1", "b"), ("c", "a-1"), ("c", "b"), ("c", "b")]


@pytest.mark.parametrize("kind", ["squad", "chapter", "tribe"])
def test_every_role_of_a_team_is_thought_of_when_merging(kind: str) -> None:
    fields = STANDING[kind]
    org = Org(
        people=[{"id": p} for p in ("anna", "ben")],
        **{f"{kind}s": [{"id": one, **dict.fromkeys(fields, who)} for one, who in (("a", "anna"), ("b", "ben"))]},
    )
    merged = org.merge([f"{kind}:a", f"{kind}:b"], into="c")._find(kind, "c")
    assert {field: getattr(merged, field) for field in fields} == dict.fromkeys(fields, ("anna", "ben"))
