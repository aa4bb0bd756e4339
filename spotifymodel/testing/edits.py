"""Random edits of a chart."""

from __future__ import annotations

from hypothesis import strategies as st

from ..model.edits import Edit
from ..model.org import Org
from ..model.seats import Seat
from ..model.teams import Squad

__all__ = ["edits_of"]


def _person(holder: str | Seat) -> str:
    return holder if isinstance(holder, str) else holder.person


def _clipped(holder: str | Seat, squad: Squad) -> bool:
    """Tell whether a seat has dates of its own besides those of its squad: an index keeps only what the two share."""
    dated = not isinstance(holder, str) and (holder.start is not None or holder.until is not None)
    return dated and (squad.start is not None or squad.until is not None)


def edits_of(org: Org) -> st.SearchStrategy[Edit]:
    """Draw an edit of seats that makes sense on a chart: join, quit or move.

    Parameters
    ----------
    org : Org
        With at least one person and one squad; else nothing can be drawn.

    Notes
    -----
    Every edit drawn can be applied, to the chart and to a draft of it alike: of a dated seat in a dated squad a draft
    knows only the time that the two share, and such a seat is left where it is. Shrinks to the first person joining the
    first squad.
    """
    people = [p.id for p in org.people]
    squads = [s.id for _, s in org.all_squads()]
    if not people or not squads:
        return st.nothing()
    seats = [(_person(holder), s.id) for _, s in org.all_squads() for holder in s.members]
    owners = [(_person(holder), s.id) for _, s in org.all_squads() for holder in s.product_owner]
    taken = {*seats, *owners}
    clipped = {(_person(h), s.id) for _, s in org.all_squads() for h in (*s.members, *s.product_owner) if _clipped(h, s)}
    seats = [seat for seat in seats if seat not in clipped]
    choices = [Edit("join", {"person": p, "squad": s}) for p in people for s in squads if (p, s) not in taken]
    choices += [Edit("quit", {"person": p, "squad": s, "role": "member"}) for p, s in dict.fromkeys(seats)]
    choices += [
        Edit("move", {"person": p, "to": to, "from_squad": s})
        for p, s in dict.fromkeys(seats)
        for to in squads
        if to != s and (p, to) not in taken
    ]
    return st.sampled_from(choices) if choices else st.nothing()
