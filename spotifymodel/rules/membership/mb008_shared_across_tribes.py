"""MB008: nobody works in two tribes at once."""

from __future__ import annotations

from collections.abc import Iterable

from ...graph.index import Index
from ...graph.view import View
from ...model.edits import Edit
from ..rule import Broken, Limits, Ref, Reference, Rule, Wording, squads

__all__ = ["RULE"]

_NO_TRIBE = frozenset({None})


def judge(view: View, person: str, _limits: Limits) -> Broken | None:
    """Count the tribes of the squads in which somebody sits; squads outside tribes do not count."""
    tribes = view.work_tribes(person)
    if len(tribes) <= 1:
        return None
    where = view.squads_of(person)
    return Broken(len(tribes), 1, (person, *where), {"squads": squads(where), "tribes": tuple(Ref("tribe", t) for t in tribes)})


def suspects(index: Index, _limits: Limits) -> Iterable[str]:
    """Name the people who ever work in several tribes."""
    if len(index.tribes) < 2:
        return ()
    tribe_of, squads_of = index.tribe_of, index.squads_of
    shared = [person for person, squads in index.squad_counts.items() if squads > 1]
    several = {person for person in shared if len({*map(tribe_of.get, squads_of[person])} - _NO_TRIBE) > 1}
    return [person for person in index.people if person in several] if several else ()


def may_break(index: Index, person: str, _limits: Limits) -> bool:
    """Tell whether somebody ever works in several tribes."""
    squads = index.squads_of.get(person, ())
    return len(squads) > 1 and len({index.tribe_of[s] for s in squads} - {None}) > 1


def fixes(view: View, person: str, broken: Broken, limits: Limits) -> Iterable[Edit]:
    """Leave a squad outside the home tribe that the person does not own; home is the tribe of the chapter, else of most squads."""
    index = view.index
    where = view.squads_of(person)
    tribes = [index.tribe_of[s] for s in where]
    homes = [t for c in view.chapters_of(person) if (t := index.chapter_tribe[c]) in tribes]
    home = homes[0] if homes else max((t for t in tribes if t is not None), key=tribes.count)
    for squad, tribe in zip(where, tribes, strict=True):
        if tribe not in (home, None) and person not in view.owners(squad):
            yield Edit("quit", {"person": person, "squad": squad})


RULE = Rule(
    code="MB008",
    name="shared-across-tribes",
    kind="person",
    severity="warning",
    confidence="inferred",
    source=Reference("kniberg-2012", "Chapters and guilds"),
    references=(Reference("brunel", "tribe", "in maximaal twee squads tegelijk"),),
    formal="member(p,s₁,t) ∧ member(p,s₂,t) ⇒ tribe(s₁) = tribe(s₂) for every instant t; owners are members here",
    message=Wording(
        "{subject} works in squads of {measured} tribes at the same time ({squads}) and counts in each of them ({tribes})",
        "{subject} werkt in squads van {measured} tribes tegelijk ({squads}) en telt in elk daarvan mee ({tribes})",
    ),
    finds=Wording(
        "Somebody who is member or product owner of squads of different tribes at one instant. The whitepaper allows two squads and "
        "does not say that they lie in one tribe.",
        "Iemand die op één moment lid of product owner is van squads in verschillende tribes. De whitepaper staat twee squads toe en "
        "zegt niet dat die in één tribe liggen.",
    ),
    matters=Wording(
        "A tribe is small enough for people to know each other, with one lead and one rhythm. Who works in two has two of each, and "
        "a chapter lead who sees half of the work.",
        "Een tribe is klein genoeg om elkaar te kennen, met één lead en één ritme. Wie in twee tribes werkt heeft er van alles twee, "
        "en een chapter lead die het halve werk ziet.",
    ),
    remedy=Wording(
        "Keep the person within one tribe; where a skill is needed in both, teach or hire it",
        "Houd de persoon binnen één tribe; is een vaardigheid in beide nodig, leid dan op of werf",
    ),
    judge=judge,
    suspects=suspects,
    may_break=may_break,
    fixes=fixes,
    good=(
        """
        people: [{id: a}, {id: b}]
        tribes: [{id: t, squads: [{id: s, members: [a]}, {id: r, members: [a]}]}, {id: u, squads: [{id: q, members: [b]}]}]
        squads: [{id: loose, members: [b]}]
        """,
        """
        people: [{id: a}]
        tribes: [{id: t, squads: [{id: s, members: [{person: a, until: 2027-01-01}]}]},
          {id: u, squads: [{id: q, from: 2027-01-01, members: [a]}]}]
        """,
    ),
    bad=(
        """
        people: [{id: a}]
        tribes: [{id: t, squads: [{id: s, members: [a]}], chapters: [{id: dev, members: [a]}]}, {id: u, squads: [{id: q, members: [a]}]}]
        """,
        """
        people: [{id: a}]
        tribes: [{id: t, squads: [{id: s, members: [{person: a, until: 2027-01-02}]}]},
          {id: u, squads: [{id: q, from: 2027-01-01, product_owner: a}]}]
        """,
    ),
)
