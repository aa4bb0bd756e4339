"""One relation against the list of its edges."""

from __future__ import annotations

import datetime as dt
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from spotifymodel.graph.relation import BEGIN, END, Relation

DAYS = [BEGIN, *(dt.date(2027, 1, d) for d in range(1, 6)), END]
SHARES = (None, 0.25, 0.5, 1.0)

dates = st.tuples(st.integers(0, 6), st.integers(0, 6)).filter(lambda x: x[0] < x[1]).map(lambda x: (DAYS[x[0]], DAYS[x[1]]))
dated = st.dictionaries(
    st.sampled_from("abc"), st.lists(st.tuples(dates, st.sampled_from(SHARES)).map(lambda x: (*x[0], x[1])), min_size=1, max_size=3)
)
plain = st.dictionaries(st.sampled_from("abc"), st.sampled_from(SHARES))

#: What `Relation` holds: a holder with dates, one without, and one that nobody knows.
HOLDERS = ("dated", "plain", "unknown")
Edges = dict[str, list[tuple[str, dt.date, dt.date, float | None]]]


@st.composite
def relations(draw: Any) -> tuple[Relation, Edges]:
    """A relation and its edges per holder, in the order of people."""
    relation, edges = Relation(), Edges()
    spans, shares = draw(dated), draw(plain)
    relation.people = {"dated": tuple(spans), "plain": tuple(shares)}
    relation.spans = {"dated": {p: tuple(s) for p, s in spans.items()}}
    declared = {p: share for p, share in shares.items() if share is not None}
    if declared:
        relation.shares = {"plain": declared}
    edges["dated"] = [(p, *span) for p, of in spans.items() for span in of]
    edges["plain"] = [(p, BEGIN, END, share) for p, share in shares.items()]
    edges["unknown"] = []
    return relation, edges


def people(edges: Any) -> tuple[str, ...]:
    return tuple(dict.fromkeys(p for p, *_ in edges))


@given(relations())
def test_who_stands_there_on_a_day_is_who_has_an_edge_on_it(given_relation: tuple[Relation, Edges]) -> None:
    relation, edges = given_relation
    for holder in HOLDERS:
        assert relation.at(holder, None) == people(edges[holder])
        for day in DAYS[:-1]:
            there = [e for e in edges[holder] if e[1] <= day < e[2]]
            assert relation.at(holder, day) == people(there)
            for person in "abcd":
                assert relation.holds(holder, person, day) == (person in people(there))
        for person in "abcd":
            assert relation.holds(holder, person, None) == (person in people(edges[holder]))


@given(relations())
def test_a_share_is_the_largest_that_is_declared_on_the_day(given_relation: tuple[Relation, Edges]) -> None:
    relation, edges = given_relation
    for holder in HOLDERS:
        for day in DAYS[:-1]:
            for person in "abcd":
                said = [e[3] for e in edges[holder] if e[0] == person and e[1] <= day < e[2] and e[3] is not None]
                assert relation.share(holder, person, day) == max(said, default=None)
    for person in "abcd":
        assert relation.share("plain", person, None) == next((e[3] for e in edges["plain"] if e[0] == person), None)
        assert relation.share("dated", person, None) is None, "of a holder with dates nothing is declared for all time"


@given(relations(), st.sampled_from((0.25, 0.5, 0.75)))
def test_who_gives_at_least_a_share_gives_it_or_declares_none(given_relation: tuple[Relation, Edges], share: float) -> None:
    relation, edges = given_relation
    for holder in HOLDERS:
        enough = [e for e in edges[holder] if e[3] is None or e[3] >= share]
        for day in DAYS[:-1]:
            assert relation.at_least(holder, day, share) == people(e for e in enough if e[1] <= day < e[2])
        assert list(relation.stretches(holder, share)) == [e[:3] for e in enough]
        assert list(relation.stretches(holder)) == [e[:3] for e in edges[holder]]
    assert relation.at_least("dated", None, share) == people(edges["dated"])
    assert relation.at_least("plain", None, share) == people(e for e in edges["plain"] if e[3] is None or e[3] >= share)


@given(relations())
def test_everybodys_time_is_that_of_their_edges(given_relation: tuple[Relation, Edges]) -> None:
    relation, edges = given_relation
    everywhere: dict[str, list[Any]] = {}
    for holder in HOLDERS:
        for person in "abcd":
            own = [e[1:3] for e in edges[holder] if e[0] == person]
            assert relation.stints(holder, person) == own
            if own:
                everywhere.setdefault(person, []).extend(own)
    assert relation.by_person() == everywhere
    assert list(relation.moments("dated")) == [day for e in edges["dated"] for day in e[1:3]]
    assert list(relation.moments("plain")) == list(relation.moments("unknown")) == []


@given(relations(), st.sampled_from(HOLDERS))
def test_a_holder_that_is_forgotten_has_no_edges_and_others_keep_theirs(given_relation: tuple[Relation, Edges], gone: str) -> None:
    relation, edges = given_relation
    relation.forget(gone)
    for table in (relation.people, relation.spans, relation.shares):
        assert gone not in table
    for holder in HOLDERS:
        assert relation.at(holder, None) == (() if holder == gone else people(edges[holder]))
        assert list(relation.stretches(holder)) == ([] if holder == gone else [e[:3] for e in edges[holder]])
