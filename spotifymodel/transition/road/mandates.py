"""The ladder of mandates: none until a squad is live, soft at first, end to end when nothing stands in the way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, Literal

from ...model.teams import Mandate
from .preparing import Role

__all__ = ["Rungs", "mandates_at"]

#: Mandates of one stage, and why those of live squads are no more than soft.
Rungs = tuple[dict[str, Mandate], dict[str, str]]
_WHY: Final = {
    "en": {
        "new": "live since this stage: its decisions move to it before the next",
        "open": "the seat of its owner is still open",
        "learning": "its owner, {person}, is ready only from week {week}",
        "unknown": "its owner, {person}, still has something to learn, and nobody said how long that takes",
        "wanted": "the blueprint wants it so",
    },
    "nl": {
        "new": "live sinds deze fase: de beslissingen gaan vóór de volgende over",
        "open": "de plaats van de eigenaar is nog open",
        "learning": "de eigenaar, {person}, is pas vanaf week {week} zover",
        "unknown": "de eigenaar, {person}, moet nog iets leren, en niemand zei hoe lang dat duurt",
        "wanted": "de blauwdruk wil het zo",
    },
}


def mandates_at(
    week: int,
    went_live: Mapping[str, int],
    owners: Mapping[str, Sequence[Role]],
    lacking: set[str],
    wanted: Mapping[str, Mandate],
    last: bool,
    language: Literal["en", "nl"],
) -> Rungs:
    """Return the mandate of every squad at a stage.

    Parameters
    ----------
    week : int
        Of the stage.
    went_live : mapping of str to int
        Squad → week of its wave.
    owners : mapping of str to sequence of Role
    lacking : set of str
        Owners who surely lack something of the profile, however long learning it takes.
    wanted : mapping of str to {"none", "soft", "end_to_end"}
        What the chart to be says; nothing goes beyond it.
    last : bool
        Whether this is the steady state, in which squads have what is wanted.
    """
    found: dict[str, Mandate] = {}
    soft: dict[str, str] = {}
    say = _WHY[language]
    for squad, live in went_live.items():
        most = wanted.get(squad, "end_to_end")
        if live > week:
            found[squad] = "none"
        elif most != "end_to_end":
            found[squad], soft[squad] = most, say["wanted"]
        elif last:
            found[squad] = most
        elif (why := _hindrance(week, live, owners.get(squad, ()), lacking)) is not None:
            found[squad], soft[squad] = "soft", say[why[0]].format(**why[1])
        else:
            found[squad] = most
    return found, soft


def _hindrance(week: int, live: int, owners: Sequence[Role], lacking: set[str]) -> tuple[str, dict[str, object]] | None:
    if live == week:
        return "new", {}
    for role in owners:
        facts: dict[str, object] = {"person": role.person, "week": role.ready}
        if role.state == "open" and (role.ready is None or role.ready > week):
            return "open", {}
        if role.ready is not None and role.ready > week:
            return "learning", facts
        if role.state == "unknown" and role.person in lacking:
            return "unknown", facts
    return None
