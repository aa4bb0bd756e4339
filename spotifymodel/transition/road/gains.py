"""In which order squads should go live where nothing binds: what gains most with the least risk first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from ...model.org import Org
from ...model.seats import holder_id
from ...model.teams import Squad
from .facts import Ready
from .preparing import Role

__all__ = ["by_gains"]

#: How sure an owner is; who learns until a known week is as sure as somebody of whom too little is known, as the squad waits for that week.
_RANKS: Final[Mapping[Ready, int]] = {"ready": 0, "learning": 1, "unknown": 1, "open": 3}
_LACKING: Final = 2


def by_gains(target: Org, owners: Mapping[str, Sequence[Role]], lacking: set[str]) -> tuple[str, ...]:
    """Return the squads of a chart, the one that should go first first.

    Parameters
    ----------
    owners : mapping of str to sequence of Role
        Squad → its owners, with whether they are ready.
    lacking : set of str
        Who surely lacks something of the profile of an owner.

    Notes
    -----
    A squad goes the sooner its owner fits the profile and the fewer vacancies it has; squads that run the shop go last, as the
    organisation keeps running meanwhile. Equals go in the order of the chart.
    """
    vacant = {p.id for p in target.people if p.vacancy}
    ordered = sorted((s for _, s in target.all_squads()), key=lambda s: _key(s, owners.get(s.id, ()), lacking, vacant))
    return tuple(s.id for s in ordered)


def _key(squad: Squad, owners: Sequence[Role], lacking: set[str], vacant: set[str]) -> tuple[int, int, int]:
    members = [holder_id(holder) for holder in squad.members]
    ranks = [_LACKING if role.state == "unknown" and role.person in lacking else _RANKS[role.state] for role in owners]
    return (int(squad.kind == "run"), min(ranks, default=3), sum(p in vacant for p in members))
