"""Measure a chart."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from itertools import chain
from typing import Any

from ..checking.run import check
from ..errors import UsageError
from ..graph.index import Index, index_of
from ..graph.view import View
from ..model.org import Org
from .alignment import alignment, layers
from .between import betweenness
from .hand_offs import hand_offs, units_joined
from .heads_and_fte import heads_and_fte
from .knowledge import bus_factors
from .links import links
from .result import Metrics
from .room_left import room_left
from .sharing import sharing
from .spans import spans

__all__ = ["metrics"]

#: Level 0 is no skill at all.
_LEVELS = (1, 2, 3)


def metrics(
    org: Org,
    profile: str | None = None,
    as_of: dt.date | str | None = None,
    language: str | None = None,
    skill_level: int | None = None,
) -> Metrics:
    """Measure a chart: heads, spans, layers, sharing, links, hand-offs, alignment, bus factors, betweenness, room left.

    Parameters
    ----------
    org : Org
        Of a chart with dates all periods count together, unless ``as_of`` names a day.
    profile : str, optional
        Whose limits the room is measured under; chosen as by :func:`check` without it.
    as_of : date or ISO text, optional
    language : {"en", "nl"}, optional
    skill_level : int, optional
        From which level, 1 to 3, somebody carries a skill and counts for its bus factor; otherwise as the profile says.

    Raises
    ------
    UsageError
        For a level that there is not.

    Notes
    -----
    Linear in people and seats, save betweenness: exact up to some 5 000 people and groups, from a sample of sources beyond,
    so that 100 000 people take seconds. The table says which.

    Examples
    --------
    >>> import spotifymodel as sm
    >>> org = sm.Org(people=[{"id": "lotte"}], squads=[{"id": "kopen", "members": ["lotte"]}])
    >>> sm.metrics(org).value("room_left", "kopen")
    8
    """
    if skill_level is not None and skill_level not in _LEVELS:
        raise UsageError(f"skill_level takes a level from 1 to 3, not {skill_level!r}", str(skill_level), map(str, _LEVELS))
    # One rule is enough to learn which profile and language hold here; a day that is none is refused there.
    terms = check(org, profile=profile, select="SQ001", as_of=as_of, language=language)
    view = View(index_of(org if terms.as_of is None else org.at(terms.as_of)))
    level = skill_level if skill_level is not None else terms.limits.get("bus.level") or 1
    between, sample = betweenness(view)
    rows = chain(
        heads_and_fte(view),
        spans(view),
        layers(view),
        sharing(view),
        links(view),
        hand_offs(view),
        units_joined(view),
        alignment(view),
        bus_factors(view, level),
        between,
        room_left(view, terms.limits),
    )
    return Metrics(tuple(rows), terms.language, sample, _names(view.index))


def _names(index: Index) -> dict[tuple[str, str], str]:
    """Return what the subjects of measures are called."""
    tables: dict[str, Mapping[str, Any]] = {
        "person": index.people,
        "squad": index.squads,
        "tribe": index.tribes,
        "product": index.products,
        "skill": index.skills,
    }
    return {(kind, one): record.label for kind, table in tables.items() for one, record in table.items()}
