"""Who left before a day: every place they had in the line has ended."""

from __future__ import annotations

import datetime as dt

from ...graph.index import index_of
from ...graph.view import View, each_place
from ...model.org import Org

__all__ = ["departed", "without_departed"]


def departed(org: Org, day: dt.date) -> tuple[str, ...]:
    """Return the people of a chart who left by a day, in its order.

    Parameters
    ----------
    org : Org
    day : datetime.date

    Returns
    -------
    tuple of str
        Ids of those whose every place in the line ended on that day or before, and who hold no seat of a squad or chapter on it.
        Who has no dates, or comes back later, has not left.

    Notes
    -----
    O(people).
    """
    index = index_of(org)
    view = View(index, day)
    found = []
    for one, record in index.people.items():
        posts = each_place(record)
        ended = all(post.until is not None and post.until <= day for post in posts)
        if posts and ended and not view.squads_of(one) and not view.chapters_of(one):
            found.append(one)
    return tuple(found)


def without_departed(org: Org, day: dt.date) -> tuple[Org, tuple[str, ...]]:
    """Return a chart without the people who left by a day, and who they are."""
    gone = departed(org, day)
    for one in gone:
        org = org.remove("person", one, cascade=True)
    return org, gone
