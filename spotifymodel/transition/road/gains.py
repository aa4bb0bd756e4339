"""In which order squads should go live where nothing binds: what gains most with the least risk first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from ...model.org import Org
from ...model.teams import Squad
from ..people.candidate import Candidate

__all__ = ["by_gains"]

_RANKS: Final = {"yes": 0, "unknown": 1, "no": 2}


def by_gains(target: Org, people: Sequence[Candidate]) -> tuple[str, ...]:
    """Return the squads of a chart, the one that should go first first.

    Notes
    -----
    A squad goes the sooner its owner fits the profile and the fewer vacancies it has; squads that run the shop go last, as the
    organisation keeps running meanwhile. Equals go in the order of the chart.
    """
    fit = {c.id: c.owner.answer for c in people}
    vacant = {p.id for p in target.people if p.vacancy}
    ordered = sorted((s for _, s in target.all_squads()), key=lambda s: _key(s, fit, vacant))
    return tuple(s.id for s in ordered)


def _key(squad: Squad, fit: Mapping[str, str], vacant: set[str]) -> tuple[int, int, int]:
    owners = [p if isinstance(p, str) else p.person for p in squad.product_owner]
    members = [p if isinstance(p, str) else p.person for p in squad.members]
    owner = min((_RANKS.get(fit.get(p, ""), 3) for p in owners), default=3)
    return (int(squad.kind == "run"), owner, sum(p in vacant for p in members))
