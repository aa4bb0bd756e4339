"""The table that charts hand on behaves as a dict that is copied at every change."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from spotifymodel.model.persistent import Persistent

keys = st.text(max_size=3)


@given(st.dictionaries(keys, st.integers()), st.lists(st.lists(st.tuples(keys, st.integers()), max_size=3), max_size=10), st.lists(keys))
def test_every_version_stays_what_it_was(start: dict[str, int], changes: list[list[tuple[str, int]]], asked: list[str]) -> None:
    versions = [(start, Persistent(start))]
    for change in changes:
        plain, table = versions[-1]
        versions.append((plain | dict(change), table.put(change)))
    for plain, table in versions:
        for key in [*asked, *plain]:
            assert table.get(key) == plain.get(key)
            assert (key in table) == (key in plain)


def test_it_may_grow_from_nothing_to_thousands() -> None:
    table: Persistent[int] = Persistent({})
    for k in range(5000):
        table = table.put([(f"p{k}", k)])
    assert all(table.get(f"p{k}") == k for k in range(5000))
    assert table.get("p5000") is None
