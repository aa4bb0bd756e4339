"""A plan from the document that it was written to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..errors import InputRefusedError, Place, Trouble
from ..model.org import Org
from .move import Move
from .objective import Objective
from .plan import FORMAT, Plan
from .road.road import Road
from .road.stage import Stage

__all__ = ["plan_from_document"]


def plan_from_document(document: Mapping[str, Any]) -> Plan:
    """Return the plan of a document in the format ``spotifymodel-plan/1``; see :meth:`Plan.from_dict`."""
    if not isinstance(document, Mapping) or document.get("format") != FORMAT:
        trouble = Trouble(
            "this is no plan", Place(path="$.format"), f"format: {FORMAT}", "`spotifymodel propose --format json` writes one", "format"
        )
        raise InputRefusedError([trouble])
    try:
        return _plan(document)
    except (KeyError, TypeError, AttributeError) as err:
        what = f"{err.args[0]!r} is missing" if isinstance(err, KeyError) else "a part of the plan has another shape than plans have"
        raise InputRefusedError([Trouble(what, Place(path="$"), fix="write the plan again", kind="wrong-type")]) from err


def _plan(document: Mapping[str, Any]) -> Plan:
    org = document["org"]
    return Plan(
        status=document["status"],
        objective=tuple(_term(o, o["bound"], o["proven"]) for o in document["objective"]),
        as_is=tuple(_term(o, 0, False) for o in document["as_is"]),
        org=None if org is None else Org.from_dict(dict(org)),
        moves=tuple(_move(m) for m in document["moves"]),
        gaps={kind: tuple(dict(one) for one in found) for kind, found in document["gaps"].items()},
        conflict=tuple(dict(c) for c in document["conflict"]),
        relaxations=tuple(dict(r) for r in document["relaxations"]),
        placeholders=tuple(document.get("placeholders", ())),
        staying=tuple(document.get("staying", ())),
        seed=document["seed"],
        stopped_by=document["stopped_by"],
        stages=tuple(Stage.from_dict(s) for s in document.get("stages", ())),
        road=None if document.get("road") is None else Road.from_dict(document["road"]),
    )


def _term(document: Mapping[str, Any], bound: int, proven: bool) -> Objective:
    return Objective(document["tier"], document["name"], document["unit"], document["value"], bound, proven, document.get("parts", 1))


def _move(document: Mapping[str, Any]) -> Move:
    return Move(
        document["person"],
        dict(document["from"]),
        document["tribe"],
        document["chapter"],
        tuple(dict(s) for s in document["squads"]),
        document["line_manager"],
        document["hr_status"],
        tuple(document["reasons"]),
        document["week"],
        tuple(dict(one) for one in document.get("fit", ())),
    )
