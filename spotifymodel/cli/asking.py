"""What a proposal is asked beside itself on the command line: alternatives, the curve, and what if somebody leaves."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from .reading import people_named

if TYPE_CHECKING:
    from ..model.org import Org
    from ..transition.plan import Plan

__all__ = ["add_question_arguments", "answers_to", "refuse_unknown"]


def add_question_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the questions that a plan answers."""
    parser.add_argument("--alternatives", metavar="N", type=_most, help="also up to N other plans: what each wins and gives up")
    parser.add_argument("--pareto", metavar="N", type=_points, help="also the curve of disruption against coverage, in N points")
    parser.add_argument("--without", metavar="ID", action="append", help="also what happens if this person leaves; may be repeated")


def refuse_unknown(parsed: argparse.Namespace, org: Org) -> None:
    """Raise for people who are asked about and not in the chart, before anything is searched for."""
    for person in people_named(parsed.without or (), parsed, org):
        org.person(person)


def answers_to(parsed: argparse.Namespace, plan: Plan, org: Org, progress: Callable[[str], None] | None) -> dict[str, Any]:
    """Return the answers by the key under which the JSON of a plan has them; a time limit counts for each question."""
    found: dict[str, Any] = {}
    limit = parsed.time_limit
    if parsed.alternatives is not None:
        found["alternatives"] = plan.alternatives(n=parsed.alternatives, time_limit=limit, progress=progress)
    if parsed.pareto is not None:
        found["pareto"] = plan.pareto(points=parsed.pareto, time_limit=limit, progress=progress)
    people = people_named(parsed.without or (), parsed, org)
    if people:
        found["without"] = [plan.without(person, time_limit=limit) for person in people]
    return found


def _most(text: str) -> int:
    return _whole(text, 1)


def _points(text: str) -> int:
    return _whole(text, 2)


def _whole(text: str, least: int) -> int:
    if not text.isascii() or not text.isdigit() or not least <= int(text) <= 100:
        raise argparse.ArgumentTypeError(f"{text!r} is no number from {least} to 100")
    return int(text)
