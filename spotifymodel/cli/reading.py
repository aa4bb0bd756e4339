"""Read the charts that the command line names; ``-`` is standard input."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import UsageError
from ..formats.loading import load, load_bytes
from ..model.org import Org
from .speaking import complain

if TYPE_CHECKING:
    from ..transition.blueprint.records import Blueprint
    from ..transition.plan import Plan

__all__ = ["KEY", "add_pseudonym_argument", "add_reading_arguments", "people_named", "read_chart", "read_chart_or_plan", "read_wishes"]

#: Environment variable with the secret of the pseudonyms.
KEY = "SPOTIFYMODEL_PSEUDONYM_KEY"
#: How a file says that it is a plan, which stands for its target where a chart is expected.
_PLAN = b'"spotifymodel-plan/1"'
#: Suffixes of lists of people, of whose reading something is said.
LISTS = (".csv", ".tsv", ".xlsx")


def add_reading_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what concerns lists of people in spreadsheets."""
    parser.add_argument("--sheet", metavar="NAME", help="worksheet of an .xlsx file")
    parser.add_argument(
        "--column",
        metavar="NAME=FIELD",
        action="append",
        help="what a column of a list is, such as Afdeling=unit; Afdeling= leaves it out; may be repeated",
    )


def add_pseudonym_argument(parser: argparse.ArgumentParser) -> None:
    """Add the flag that hides who people are."""
    parser.add_argument(
        "--pseudonymise",
        action="store_true",
        help=f"pseudonyms instead of people; the same ones every time where {KEY} holds a secret",
    )


def read_chart(name: str, parsed: argparse.Namespace | None = None) -> Org:
    """Return the chart of a file, or of standard input for ``-``; of a plan, the chart that it leads to."""
    data = _bytes(name)
    if data is None or _PLAN not in data[:200]:
        return _chart(name, data, parsed)
    target = _target(data, "<stdin>" if name == "-" else name)
    return _hidden(target) if _pseudonyms(parsed) else target


def read_chart_or_plan(name: str, parsed: argparse.Namespace | None = None) -> Org | Plan:
    """Return the plan of a file, or of standard input for ``-``, and the chart of one that is no plan.

    With pseudonyms the charts of the plan hide who people are; its moves and gaps, whose texts name people, are left out.
    """
    data = _bytes(name)
    if data is None or _PLAN not in data[:200]:
        return _chart(name, data, parsed)
    from ..formats.trees.json_tree import read_json
    from ..transition.plan import Plan

    tree = read_json(data, "<stdin>" if name == "-" else name)
    plan = Plan.from_dict(tree if isinstance(tree, dict) else {})
    if not _pseudonyms(parsed):
        return plan
    stages = tuple(replace(stage, org=_hidden(stage.org), people=()) for stage in plan.stages)
    return replace(plan, org=None if plan.org is None else _hidden(plan.org), stages=stages, moves=(), gaps={})


def read_wishes(name: str | None, parsed: argparse.Namespace, org: Org) -> str | Blueprint | None:
    """Return the blueprint for a chart that was read: its path, or where pseudonyms are asked for, itself with those of the chart."""
    if name is None or not _pseudonyms(parsed):
        return name
    from ..formats.pseudonyms import pseudonym_of
    from ..transition.blueprint.hiding import with_people_renamed
    from ..transition.blueprint.reading import load_blueprint

    hidden = {person.id for person in org.people}
    # Whoever the chart does not know keeps the name that was given, so that what is said about it can be understood.
    return with_people_renamed(load_blueprint(name), lambda one: known if (known := pseudonym_of(one, _secret())) in hidden else one)


def people_named(names: Iterable[str], parsed: argparse.Namespace, org: Org) -> list[str]:
    """Return ids of people as the chart that was read has them: as they are given, or their pseudonyms where those are asked for."""
    if not _pseudonyms(parsed):
        return list(names)
    from ..formats.pseudonyms import pseudonym_of

    hidden = {person.id for person in org.people}
    return [known if (known := pseudonym_of(one, _secret())) in hidden else one for one in names]


def _chart(name: str, data: bytes | None, parsed: argparse.Namespace | None) -> Org:
    options = _options(name, parsed)
    org = load_bytes(data, "<stdin>", **options) if name == "-" and data is not None else load(name, **options)
    if org.reading is not None and not _pseudonyms(parsed):
        complain(str(org.reading))
    return _hidden(org) if _pseudonyms(parsed) else org


def _pseudonyms(parsed: argparse.Namespace | None) -> bool:
    return bool(getattr(parsed, "pseudonymise", False))


def _bytes(name: str) -> bytes | None:
    """Return all of standard input, or the bytes of a file that may be a plan."""
    return sys.stdin.buffer.read() if name == "-" else _plan_bytes(name)


def _plan_bytes(name: str) -> bytes | None:
    """Return the bytes of a JSON file, which may be a plan; whatever is wrong with the file is said by who reads charts."""
    if Path(name).suffix.lower() != ".json":
        return None
    try:
        return Path(name).read_bytes()
    except OSError:
        return None


def _target(data: bytes, name: str) -> Org:
    """Return the chart that a plan leads to.

    Raises
    ------
    UsageError
        Where the plan has none.
    """
    from ..formats.trees.json_tree import read_json

    tree = read_json(data, name)
    chart = tree.get("org") if isinstance(tree, dict) else None
    if not isinstance(chart, dict):
        status = tree.get("status") if isinstance(tree, dict) else None
        said = f"its status is {status!r}" if isinstance(status, str) and status.isidentifier() else "it tells no status"
        raise UsageError(f"{name}: this plan has no chart ({said}); `spotifymodel propose` makes plans that have one", name)
    return Org.from_dict(chart)


def _options(name: str, parsed: argparse.Namespace | None) -> dict[str, Any]:
    """Return what the flags say about reading; the language of what is said about it only where a list is read."""
    given: dict[str, Any] = {"sheet": getattr(parsed, "sheet", None), "columns": _columns(getattr(parsed, "column", None))}
    if Path(name).suffix.lower() in LISTS:
        given["language"] = getattr(parsed, "lang", None)
    return {option: value for option, value in given.items() if value is not None}


def _columns(pairs: list[str] | None) -> dict[str, str | None] | None:
    """Return column name -> field; nothing behind the sign leaves the column out.

    Raises
    ------
    UsageError
        For a pair without ``=``.
    """
    found: dict[str, str | None] = {}
    for pair in pairs or ():
        name, sign, field = pair.rpartition("=")
        if not sign or not name.strip():
            raise UsageError(f"--column takes NAME=FIELD, such as Afdeling=unit, not {pair!r}", pair)
        found[name.strip()] = field.strip() or None
    return found or None


def _hidden(org: Org) -> Org:
    """Return the chart with pseudonyms, from the secret in the environment, else from one of this run alone."""
    from ..formats.pseudonyms import pseudonymised

    return pseudonymised(org, _secret())


def _secret() -> bytes:
    secret = os.environ.get(KEY)
    return secret.encode() if secret else _secret_of_this_run()


@cache
def _secret_of_this_run() -> bytes:
    """Return a secret that nobody keeps; one for all charts of a run, so that people in two of them are still the same."""
    from secrets import token_bytes

    return token_bytes(32)
