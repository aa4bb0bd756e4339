"""CH003: a chapter stays within one tribe."""

from __future__ import annotations

from collections.abc import Iterable

from ...graph.index import Index
from ...graph.view import View
from ..rule import Broken, Limits, Ref, Reference, Rule, Wording

__all__ = ["RULE"]


def judge(view: View, chapter: str, _limits: Limits) -> Broken | None:
    """Gather the tribes of the people: the chapter's own, and those in whose squads they work."""
    home = view.index.chapter_tribe[chapter]
    inside = view.chapter_people(chapter)
    tribes: dict[str, None] = {} if home is None or not inside else {home: None}
    for person in inside:
        tribes.update(dict.fromkeys(view.work_tribes(person)))
    if len(tribes) <= 1:
        return None
    away = tuple(p for p in inside if set(view.work_tribes(p)) - {home})
    return Broken(len(tribes), 1, away, {"tribes": tuple(Ref("tribe", t) for t in tribes)})


def suspects(index: Index, _limits: Limits) -> Iterable[str]:
    """Name the chapters whose people ever work in squads of another tribe than the chapter's, or of several."""
    if len(index.tribes) < 2:
        return ()
    found = []
    for chapter, inside in index.chapter_people.people.items():
        tribes = {index.tribe_of[s] for p in inside for s in index.squads_of.get(p, ())} | {index.chapter_tribe[chapter]}
        if len(tribes - {None}) > 1:
            found.append(chapter)
    return found


RULE = Rule(
    code="CH003",
    name="chapter-spans-tribes",
    kind="chapter",
    severity="warning",
    confidence="inferred",
    source=Reference("brunel", "pm-roles", "vormt samen met de chapter leads een ‘MT’"),
    references=(Reference("kniberg-2012", "Chapters and guilds"),),
    formal="|{tribe(p): p∈c}| ≤ 1",
    message=Wording(
        "Chapter {subject} has members in tribes {tribes}",
        "Chapter {subject} heeft leden in de tribes {tribes}",
    ),
    finds=Wording(
        "A chapter whose people belong to several tribes: its own, and those in whose squads they work.",
        "Een chapter waarvan de mensen bij meer dan één tribe horen: die van het chapter, en die van de squads waarin ze werken.",
    ),
    matters=Wording(
        "The chapter lead sits in one tribe’s management team. People elsewhere have a line manager who is not at the "
        "table where their work is decided.",
        "De chapter lead zit in het MT van één tribe. Wie elders werkt heeft een lijnmanager die niet aan de tafel zit "
        "waar over dat werk wordt beslist.",
    ),
    remedy=Wording(
        "Split the chapter per tribe, or make it a guild",
        "Splits het chapter per tribe, of maak er een gilde van",
    ),
    judge=judge,
    suspects=suspects,
    reach="people",
    points_at=("members", "id"),
    good=(
        """
        people: [{id: a}, {id: b}]
        tribes: [{id: t, chapters: [{id: c, lead: a, members: [b]}], squads: [{id: s, product_owner: b}]}, {id: u, squads: [{id: r}]}]
        """,
        """
        people: [{id: a}, {id: b}]
        tribes: [{id: t, chapters: [{id: c, lead: a, members: [{person: b, until: 2027-01-01}]}], squads: [{id: s, product_owner: a}]},
          {id: u, squads: [{id: r, product_owner: {person: b, from: 2027-01-01}}]}]
        """,
    ),
    bad=(
        """
        people: [{id: a}, {id: b}]
        tribes: [{id: t, chapters: [{id: c, lead: a, members: [b]}], squads: [{id: s, product_owner: a}]}, {id: u, squads: [{id: r,
          product_owner: b}]}]
        """,
        """
        people: [{id: a}, {id: b}]
        tribes: [{id: t, chapters: [{id: c, lead: a, members: [{person: b, until: 2027-01-02}]}], squads: [{id: s, product_owner: a}]},
          {id: u, squads: [{id: r, product_owner: {person: b, from: 2027-01-01}}]}]
        """,
    ),
)
