"""Wishes that contradict each other, in words: each of them, and the limit between them where one is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, Final, Literal

from ..profiles import Profile
from .explaining import str_of
from .staffing.instance import Wish

__all__ = ["contradictions"]

_BECAUSE: Final = {
    "en": {
        "size": "a squad holds at most {most} people",
        "seats": "nobody is in more than {most} squads",
        "owner": "an owner works in no other squad",
        "owners": "a plan gives a squad one owner",
    },
    "nl": {
        "size": "een squad telt hoogstens {most} mensen",
        "seats": "niemand zit in meer dan {most} squads",
        "owner": "een eigenaar werkt in geen andere squad",
        "owners": "een plan geeft een squad één eigenaar",
    },
}


def contradictions(conflict: Sequence[Wish], limits: Profile, language: Literal["en", "nl"]) -> tuple[Mapping[str, Any], ...]:
    """Return an entry per wish of a smallest conflict; with ``because`` where a limit, not another wish, makes it one.

    Parameters
    ----------
    conflict : sequence of Wish
        None of them can be left out without ending the contradiction.
    limits : Profile
    language : {"en", "nl"}
    """
    because = _because(conflict, limits)
    more = {} if because is None else {"because": _BECAUSE[language][because[0]].format(most=because[1])}
    return tuple({"code": "wish", "subject": w.people[0], "message": str_of(w, language)} | more for w in conflict)


def _because(conflict: Sequence[Wish], limits: Profile) -> tuple[str, int] | None:
    """Return the limit that locks alone run into, with its number; ``None`` where other wishes take part."""
    if any(wish.kind != "lock" for wish in conflict):
        return None
    people, squads = (Counter(one) for one in ([w.people[0] for w in conflict], [w.squad for w in conflict]))
    owners = [wish for wish in conflict if wish.role == "product_owner"]
    size, seats = int(limits.value("squad.max")), int(limits.value("membership.max"))
    if len(squads) == 1:
        return ("owners", 1) if len(owners) > 1 else ("size", size) if len(people) > size else None
    if len(people) == 1:
        return ("seats", seats) if len(squads) > seats else ("owner", 1) if owners else None
    return None
