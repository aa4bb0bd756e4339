"""A search may be ended by how often it asks, by a wish, or by both; which of them it was is told."""

from __future__ import annotations

from spotifymodel.transition.solver.patience import Patience


def test_a_search_may_ask_so_often_and_is_told_to_stop_from_then_on() -> None:
    stop = Patience(3)
    assert [stop() for _ in range(5)] == [False, False, False, True, True]
    assert stop.exhausted


def test_a_wish_ends_a_search_that_has_not_asked_often() -> None:
    wished = iter((False, True))
    stop = Patience(100, lambda: next(wished))
    assert [stop(), stop()] == [False, True]
    assert not stop.exhausted


def test_without_a_number_only_the_wish_ends_a_search() -> None:
    stop = Patience(None, lambda: False)
    assert not any(stop() for _ in range(1000))
    assert not stop.exhausted
