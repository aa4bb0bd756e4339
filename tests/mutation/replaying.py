"""Spares what is the same after every change: drawing examples, reading charts, and asking the second readings."""

from __future__ import annotations

import gc
import random
import warnings
from collections.abc import Callable, Iterable
from copy import deepcopy
from typing import Any

import pytest

__all__ = ["charts_once", "forget_conclusions", "readings_once", "record"]

Function = Callable[..., Any]


def record(items: Iterable[pytest.Item]) -> None:
    """Draw the examples of every property now, and let its test go through them from now on.

    A property that draws while it runs, or is given dice, is left as it is.
    """
    from hypothesis import strategies as st  # not before pytest has looked at it

    for item in items:
        test = getattr(item, "obj", None)
        handle = getattr(test, "hypothesis", None)
        if handle is None or not isinstance(item, pytest.Function) or test is None:
            continue
        parameters = item.callspec.params if hasattr(item, "callspec") else {}
        if set(item.fixturenames) - set(parameters):
            continue
        drawn: list[dict[str, Any]] = []
        inner = handle.inner_test
        handle.inner_test = _keeping(drawn)
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                test(**parameters)
        finally:
            handle.inner_test = inner
        if not any(isinstance(value, st.DataObject | random.Random) for one in drawn for value in one.values()):
            item.obj = _replaying(inner, drawn, fresh="test_rules_over_time" not in item.nodeid)


def _keeping(drawn: list[dict[str, Any]]) -> Function:
    def keep(**given: Any) -> None:
        drawn.append(given)

    return keep


def _replaying(inner: Function, drawn: list[dict[str, Any]], *, fresh: bool) -> Function:
    """Go through what was drawn; fresh copies of documents, which a test may write in, or themselves, by which trees are known."""

    from hypothesis.errors import UnsatisfiedAssumption

    def replay(**_parameters: Any) -> None:
        for given in drawn:
            try:
                inner(**{name: deepcopy(value) if fresh and isinstance(value, dict) else value for name, value in given.items()})
            except UnsatisfiedAssumption:
                continue

    return replay


def charts_once() -> None:
    """Read the chart of every example once; to be called before the tests are collected."""
    from spotifymodel.rules import examples

    examples.chart_of = _once(examples.chart_of)


def readings_once() -> None:
    """Ask of every chart once what does not depend on the code of one rule: its tree, its graph, and its second reading."""
    import spotifymodel as sm
    from tests.oracle import agreement, test_second_reading_of_stages
    from tests.rules import test_rules_over_time

    sm.Org.to_networkx = _once(sm.Org.to_networkx)  # type: ignore[method-assign]
    agreement.slow = _once(agreement.slow)
    test_second_reading_of_stages.slow = _once(test_second_reading_of_stages.slow)
    for name in ("org_from_tree", "on_day", "moments"):
        setattr(test_rules_over_time, name, _once(getattr(test_rules_over_time, name)))


def forget_conclusions() -> None:
    """Let rules conclude anew what they remember of people: what they concluded before a change says nothing of it."""
    from spotifymodel.graph.knowledge import Knowledge

    for one in gc.get_objects():
        if isinstance(one, Knowledge):
            one.concluded.clear()


def _once(function: Function) -> Function:
    """Remember what a function said; what it was asked is kept, so that nothing else can come to bear its id."""
    kept: dict[Any, tuple[Any, Any]] = {}

    def asked(*given: Any) -> Any:
        key = tuple(_name(one) for one in given)
        if key not in kept:
            kept[key] = given, function(*given)
        return kept[key][1]

    return asked


def _name(value: Any) -> Any:
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return tuple(id(one) for one in value)
    if isinstance(value, dict) and not any(isinstance(one, dict | list) for one in value.values()):
        return repr(sorted(value.items()))  # limits, which are put together anew each time; a document holds lists
    return id(value)
