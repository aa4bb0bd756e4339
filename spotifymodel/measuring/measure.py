"""Measure a chart."""

from __future__ import annotations

import datetime as dt
from itertools import chain

from ..checking.run import check
from ..graph.index import index_of
from ..graph.view import View
from ..model.org import Org
from .between import betweenness
from .heads_and_fte import heads_and_fte
from .knowledge import bus_factors
from .links import links
from .result import Metrics
from .room_left import room_left
from .sharing import sharing
from .spans import spans

__all__ = ["metrics"]


def metrics(org: Org, profile: str | None = None, as_of: dt.date | str | None = None, language: str | None = None) -> Metrics:
    """Measure a chart: heads, spans, sharing, links, bus factors, betweenness, and the room under the limits.

    Parameters
    ----------
    org : Org
        Of a chart with dates all periods count together, unless ``as_of`` names a day.
    profile : str, optional
        Whose limits the room is measured under; chosen as by :func:`check` without it.
    as_of : date or ISO text, optional
    language : {"en", "nl"}, optional

    Examples
    --------
    >>> import spotifymodel as sm
    >>> org = sm.Org(people=[{"id": "lotte"}], squads=[{"id": "kopen", "members": ["lotte"]}])
    >>> sm.metrics(org).value("room_left", "kopen")
    8
    """
    # One rule is enough to learn which profile and language hold here; a day that is none is refused there.
    terms = check(org, profile=profile, select="SQ001", as_of=as_of, language=language)
    view = View(index_of(org if terms.as_of is None else org.at(terms.as_of)))
    plain = chain(heads_and_fte(view), spans(view), sharing(view), links(view), bus_factors(view), betweenness(view))
    return Metrics((*plain, *room_left(view, terms.limits)), terms.language)
