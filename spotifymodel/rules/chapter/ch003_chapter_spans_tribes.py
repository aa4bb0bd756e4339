"""CH003: a chapter lies within one tribe."""

from __future__ import annotations

from collections.abc import Iterable

from ...graph.crossing import work_tribes
from ...graph.index import Index
from ...graph.view import View
from ...model.edits import Edit
from ..rule import Broken, Limits, Ref, Reference, Rule, Wording
from ..succession import free_id

__all__ = ["RULE"]


def judge(view: View, chapter: str, _limits: Limits) -> Broken | None:
    """Count the tribes in which people of a chapter work, the tribe that the chapter stands in included."""
    home = view.index.chapter_tribe.get(chapter)
    at_work = {p: view.work_tribes(p) for p in view.chapter_people(chapter)}
    tribes = dict.fromkeys([*([] if home is None else [home]), *(t for where in at_work.values() for t in where)])
    if len(tribes) <= 1:
        return None
    first = next(iter(tribes))
    away = tuple(p for p, where in at_work.items() if any(t != first for t in where))
    return Broken(
        len(tribes), 1, (*away, *tribes), {"tribes": tuple(Ref("tribe", t) for t in tribes), "away": tuple(Ref("person", p) for p in away)}
    )


def suspects(index: Index, limits: Limits) -> Iterable[str]:
    """Name the chapters whose people ever work in several tribes, or in another one than their chapter stands in."""
    if len(index.tribes) < 2:
        return ()
    there, several = work_tribes(index)
    found: list[str] = []
    for chapter, people in index.chapter_people.people.items():
        home = index.chapter_tribe[chapter]
        if home is not None and there[home].issuperset(people) and several.isdisjoint(people):
            continue  # the rule: all of them work where their chapter stands
        if may_break(index, chapter, limits):
            found.append(chapter)
    return found


def may_break(index: Index, chapter: str, _limits: Limits) -> bool:
    """Tell whether people of a chapter ever work in several tribes, or in another one than it stands in."""
    if len(index.tribes) < 2:
        return False
    elsewhere, tribe_of = index.squads_of, index.tribe_of
    tribes = {tribe_of[s] for p in index.chapter_people.people.get(chapter, ()) for s in elsewhere.get(p, ())}
    return len(tribes.union((index.chapter_tribe[chapter],)) - {None}) > 1


def fixes(view: View, chapter: str, broken: Broken, limits: Limits) -> Iterable[Edit]:
    """Move the chapter to the tribe where all its people work; else let those who work elsewhere have a chapter of their own.

    People of whom the tribe changes over time stay: they want another chapter from a day on, which one cannot tell.
    """
    index = view.index
    home, ever = index.chapter_tribe.get(chapter), index.chapter_people.people[chapter]
    at_work = {p: [t for s in index.squads_of.get(p, ()) if (t := index.tribe_of[s]) is not None] for p in ever}
    tribes = list(dict.fromkeys(t for where in at_work.values() for t in where))
    if len(tribes) == 1 and tribes[0] != home:
        yield Edit("change", {"kind": "chapter", "id": chapter, "fields": {"tribe": tribes[0]}})
        return
    stays = home if home in tribes else tribes[0]
    gone = [p for p, where in at_work.items() if where and stays not in where]
    here = [p for p in ever if p not in gone]
    if here and gone:
        yield Edit("split", {"subject": f"chapter:{chapter}", "into": [[chapter, here], [free_id(index.chapters, chapter), gone]]})


RULE = Rule(
    code="CH003",
    name="chapter-spans-tribes",
    kind="chapter",
    severity="warning",
    confidence="inferred",
    source=Reference("brunel", "pm-roles", "De tribe lead vormt samen met de chapter leads een ‘MT’"),
    references=(Reference("kniberg-2012", "Chapters and guilds"),),
    formal="|{tribe(c)} ∪ {tribe(s) : p ∈ c, s ∈ squads(p,t)}| ≤ 1 for every instant t",
    message=Wording(
        "Chapter {subject} has people at work in {measured} tribes ({tribes}): {away}",
        "Chapter {subject} heeft mensen aan het werk in {measured} tribes ({tribes}): {away}",
    ),
    finds=Wording(
        "A chapter whose people work in squads of several tribes, or of another tribe than the chapter stands in. Squads outside "
        "tribes do not count.",
        "Een chapter waarvan mensen in squads van meer tribes werken, of in een andere tribe dan waarin het chapter staat. Squads "
        "buiten tribes tellen niet.",
    ),
    matters=Wording(
        "The chapter leads form the management team of one tribe. A lead with people in two tribes sits in two teams, or decides on "
        "people of a tribe whose table they are not at.",
        "De chapter leads vormen het managementteam van één tribe. Een lead met mensen in twee tribes zit in twee teams, of beslist "
        "over mensen van een tribe waar hij of zij niet aan tafel zit.",
    ),
    remedy=Wording(
        "Split the chapter by tribe; keep the exchange of knowledge between both as a guild",
        "Splits het chapter per tribe; houd de kennisuitwisseling tussen beide in stand als gilde",
    ),
    judge=judge,
    suspects=suspects,
    may_break=may_break,
    fixes=fixes,
    reach="people",
    points_at=("members", "id"),
    good=(
        """
        people: [{id: a}, {id: b}]
        tribes: [{id: t, chapters: [{id: dev, members: [a]}], squads: [{id: s, members: [a]}]},
          {id: u, chapters: [{id: dev-u, members: [b]}], squads: [{id: r, members: [b]}]}]
        """,
        """
        people: [{id: a}]
        tribes: [{id: t, chapters: [{id: dev, members: [{person: a, until: 2027-01-01}]}],
          squads: [{id: s, members: [{person: a, until: 2027-01-01}]}]},
          {id: u, chapters: [{id: dev-u, members: [{person: a, from: 2027-01-01}]}],
          squads: [{id: r, members: [{person: a, from: 2027-01-01}]}]}]
        """,
    ),
    bad=(
        """
        people: [{id: a}, {id: b}]
        tribes: [{id: t, squads: [{id: s, members: [a]}]}, {id: u, squads: [{id: r, members: [b]}]}]
        chapters: [{id: dev, members: [a, b]}]
        """,
        """
        people: [{id: a}]
        tribes: [{id: t, chapters: [{id: dev, members: [a]}], squads: [{id: s, members: [{person: a, until: 2027-01-01}]}]},
          {id: u, squads: [{id: r, members: [{person: a, from: 2027-01-01}]}]}]
        """,
    ),
)
