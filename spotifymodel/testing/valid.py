"""Hypothesis strategies of charts without errors."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from ..model.org import Org
from .strategies import names

__all__ = ["valid_charts", "valid_documents"]


@st.composite
def valid_documents(draw: st.DrawFn, *, squads: int = 4, chapters: int = 3) -> dict[str, Any]:
    """Draw the document of one tribe that breaks no error-level rule of ``brunel-2017``.

    Parameters
    ----------
    squads, chapters : int
        The most of each; at least one squad and two chapters are drawn.

    Notes
    -----
    Built seat by seat, never filtered: each seat is somebody new, or somebody of the tribe with one squad so far who is not
    in this one. Every squad has an owner among its members, every chapter one lead, everybody one chapter. Now and then a
    seat changes hands on a day. Shrinks to one squad of two people in two chapters.
    """
    chapter_count = draw(st.integers(2, max(2, chapters)))
    groups: list[list[str]] = [[] for _ in range(chapter_count)]
    load: dict[str, int] = {}
    teams: list[dict[str, Any]] = []

    def newcomer(chapter: int) -> str:
        one = f"p{len(load)}"
        load[one] = 0
        groups[chapter].append(one)
        return one

    for number in range(draw(st.integers(1, squads))):
        inside: list[str] = []
        seats: list[Any] = []
        for place in range(draw(st.integers(2, 9))):
            free = [p for p, n in load.items() if n == 1 and p not in inside]
            again = bool(free) and place > 1 and draw(st.integers(0, 4)) == 4
            one = (
                draw(st.sampled_from(free))
                if again
                else newcomer(place % chapter_count if place < 2 else draw(st.integers(0, chapter_count - 1)))
            )
            load[one] += 1
            inside.append(one)
            if not again and place > 1 and draw(st.integers(0, 5)) == 5:
                after = newcomer(draw(st.integers(0, chapter_count - 1)))
                load[after] += 2
                load[one] += 1
                seats += [{"person": one, "until": "2027-03-01"}, {"person": after, "from": "2027-03-01"}]
            else:
                seats.append({"person": one, "allocation": 0.5} if draw(st.integers(0, 5)) == 5 else one)
        teams.append({"id": f"s{number}", "name": draw(names()), "product_owner": inside[0], "members": seats, "mission": "A mission"})
    everybody = [{"id": one, "name": draw(names())} for one in load]
    lead, coach = {"id": "lead"}, {"id": "coach"}
    tribe = {
        "id": "t",
        "purpose": "A purpose",
        "lead": "lead",
        "agile_coaches": ["coach"],
        "squads": teams,
        "chapters": [{"id": f"c{k}", "lead": group[0], "members": group} for k, group in enumerate(groups) if group],
    }
    return {"format": "spotifymodel/1", "people": [*everybody, lead, coach], "tribes": [tribe]}


def valid_charts(**options: Any) -> st.SearchStrategy[Org]:
    """Draw a chart that breaks no error-level rule of ``brunel-2017``; the options of :func:`valid_documents`."""
    return valid_documents(**options).map(Org.from_dict)
