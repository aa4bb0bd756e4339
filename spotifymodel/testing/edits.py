"""Random edits of a chart."""

from __future__ import annotations

from hypothesis import strategies as st

from ..model.edits import Edit
from ..model.org import Org

__all__ = ["edits_of"]


def edits_of(org: Org) -> st.SearchStrategy[Edit]:
    """Draw an edit of seats that makes sense on a chart: join, quit or move.

    Parameters
    ----------
    org : Org
        With at least one person and one squad; else nothing can be drawn.

    Notes
    -----
    Every edit drawn can be applied. Shrinks to the first person joining the first squad.
    """
    people = [p.id for p in org.people]
    squads = [s.id for _, s in org.all_squads()]
    if not people or not squads:
        return st.nothing()
    seats = [(holder if isinstance(holder, str) else holder.person, s.id) for _, s in org.all_squads() for holder in s.members]
    owners = [(holder if isinstance(holder, str) else holder.person, s.id) for _, s in org.all_squads() for holder in s.product_owner]
    taken = {*seats, *owners}
    choices = [Edit("join", {"person": p, "squad": s}) for p in people for s in squads if (p, s) not in taken]
    choices += [Edit("quit", {"person": p, "squad": s, "role": "member"}) for p, s in dict.fromkeys(seats)]
    choices += [
        Edit("move", {"person": p, "to": to, "from_squad": s})
        for p, s in dict.fromkeys(seats)
        for to in squads
        if to != s and (p, to) not in taken
    ]
    return st.sampled_from(choices) if choices else st.nothing()
