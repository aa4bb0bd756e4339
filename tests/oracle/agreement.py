"""What a rule says of a chart, and what its second reading says."""

from collections.abc import Iterable, Mapping
from typing import Any

import networkx as nx

import spotifymodel as sm
from spotifymodel.checking.gathering import limits_of
from spotifymodel.graph.index import index_of
from spotifymodel.profiles import load_profile
from spotifymodel.rules.catalogue import all_rules
from spotifymodel.rules.judging import Verdict, judge_chart
from spotifymodel.rules.rule import Broken, Limits

from .reading import WHITEPAPER, Reading, days_of
from .second import enter_all

__all__ = ["SECOND", "agree", "fast", "slow", "told"]

BRUNEL = load_profile("brunel-2017")
SECOND = enter_all()
LIMITS = {code: limits_of(rule, BRUNEL) for code, rule in all_rules().items()}


def fast(code: str, org: sm.Org, limits: Mapping[str, Any] = WHITEPAPER) -> dict[str, Any]:
    """Return what the rule says."""
    own = Limits({k: limits.get(k, v) for k, v in LIMITS[code].items()})
    return told(judge_chart(all_rules()[code], index_of(org), own))


def told(verdicts: Iterable[Verdict]) -> dict[str, Any]:
    """Return what verdicts say: subject → measured, ``True`` where nothing is counted, or ``"unknown"``."""
    return {
        v.subject: "unknown" if not isinstance(v.answer, Broken) else True if v.answer.measured is None else v.answer.measured
        for v in verdicts
    }


def slow(code: str, graph: nx.MultiDiGraph, limits: Mapping[str, Any] = WHITEPAPER) -> dict[str, Any]:
    """Return what the second reading says of a graph over all time: the worst of every instant."""
    kind, judge = SECOND[code]
    days = days_of(graph)
    worst = min if all_rules()[code].worse == "low" else max
    said: dict[str, Any] = {}
    for node in Reading(graph, days[0]).nodes(kind):
        answers = []
        for day in days:
            at = Reading(graph, day, limits)
            if kind not in {"squad", "chapter"} or at.there(node):
                answers.append(judge(at, node))
        measured = [a for a in answers if a is not None and a != "unknown"]
        name = node.partition(":")[2]
        if measured:
            said[name] = worst(measured)
        elif "unknown" in answers:
            said[name] = "unknown"
    return said


def agree(org: sm.Org, codes: Iterable[str] = tuple(SECOND), limits: Mapping[str, Any] = WHITEPAPER) -> None:
    """Hold that rules and second readings say the same of the same subjects."""
    graph = org.to_networkx()
    for code in codes:
        said, second = fast(code, org, limits), slow(code, graph, limits)
        assert said == second, f"{code}: the rule says {said}, the second reading {second}"
