"""A repair that nobody limits still ends, in the same way every time; and says on the way what it looks for."""

from __future__ import annotations

import random

import pytest

import spotifymodel as sm
from spotifymodel.errors import LimitReachedError
from spotifymodel.transition.repairing import effort


def hopeless(people: int, squads: int) -> sm.Org:
    """Return a chart in which next to nothing holds."""
    rng = random.Random(1)
    ids = [f"p{k}" for k in range(people)]
    made = [{"id": f"s{k}", "members": rng.choices(ids, k=rng.randint(4, 14)), "product_owner": rng.choice(ids)} for k in range(squads)]
    chapters = [{"id": f"c{k}", "lead": rng.choice(ids), "members": rng.choices(ids, k=10)} for k in range(squads // 2)]
    tribe = {"id": "t", "lead": ids[0], "chapters": chapters, "squads": made}
    return sm.Org(people=[{"id": one} for one in ids], tribes=[tribe])


def test_a_choice_that_is_ended_has_as_few_changes_and_is_the_same_every_time(monkeypatch: pytest.MonkeyPatch) -> None:
    org = hopeless(24, 8)
    best = sm.repair(org)
    monkeypatch.setattr(effort, "_CHOICE", 0)
    ended = sm.repair(org)
    assert best.proven
    assert ended.proven
    assert len(ended) == len(best)
    assert sm.check(ended.org).ok
    assert ended.changes == sm.repair(org).changes


def test_a_search_that_is_ended_before_it_found_anything_says_what_helps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(effort.Effort, "for_the_fewest", lambda self: lambda: True)
    org = hopeless(40, 14)
    try:
        fix = sm.repair(org)
    except LimitReachedError as ended:
        assert "with a time limit it goes on" in str(ended)
    else:  # found before the solver asked
        assert fix.bound <= len(fix)
        assert sm.check(fix.org).ok


def test_with_a_time_limit_no_steps_are_counted() -> None:
    import time

    timed = effort.Effort(until=time.monotonic() + 60)
    stop = timed.for_the_fewest()
    assert not any(stop() for _ in range(5_000))
    plain = effort.Effort().for_the_fewest()
    assert sum(plain() for _ in range(5_000)) == 4_000


@pytest.mark.parametrize(
    ("made", "words", "limit"),
    [
        (effort.Effort(until=0.0), "give it more time", "time"),
        (effort.Effort(), "with a time limit it goes on", "steps"),
        (effort.Effort(wished=lambda: True), "interrupted", "interrupt"),
    ],
)
def test_what_ended_a_search_is_named(made: effort.Effort, words: str, limit: str) -> None:
    ended = made.ended()
    assert (words in str(ended), ended.limit) == (True, limit)


def test_who_waits_is_told_what_is_looked_for() -> None:
    told: list[str] = []
    assert sm.repair(sm.example("hypotheek-broken"), progress=told.append).ok
    assert told[0] == "the fewest changes"
    assert told[-1] == "one of the repairs with as many changes"
