"""MB002: who works in a squad has a home chapter, and so a line manager."""

from __future__ import annotations

from collections.abc import Iterable

from ...graph.index import Index
from ...graph.stepping import without
from ...graph.view import View
from ...model.edits import Edit
from ..dating import bounds, free_stretch
from ..rule import Broken, Limits, Parameter, Reference, Rule, Wording, Worst, squads

__all__ = ["RULE"]

LINE = "po.line"


def judge(view: View, person: str, limits: Limits) -> Broken | None:
    """Look for a chapter wherever somebody has a seat in a squad.

    Where the profile makes the tribe lead the line manager of product owners, who owns a squad needs no chapter.
    """
    where = view.squads_of(person)
    if not where or view.chapters_of(person) or (limits[LINE] == "tribe_lead" and view.owned_by(person)):
        return None
    return Broken(evidence=(person, *where), facts={"squads": squads(where)})


def suspects(index: Index, _limits: Limits) -> Iterable[str]:
    """Name the people with a seat in a squad while they are in no chapter."""
    chapters = index.chapter_people
    if not chapters.spans:
        if index.squad_counts.keys() <= index.chapters_of.keys():
            return ()
        return [person for person in index.people if person in index.squad_counts and person not in index.chapters_of]
    steady = set().union(*(people for chapter, people in chapters.people.items() if chapter not in chapters.spans))
    loose = index.squad_counts.keys() - steady
    if loose:
        home, members, owners = chapters.by_person(), index.members.by_person(), index.owners.by_person()
        loose = {p for p in loose if without((*members.get(p, ()), *owners.get(p, ())), home.get(p, ()))}
    return [person for person in index.people if person in loose] if loose else ()


def may_break(index: Index, person: str, _limits: Limits) -> bool:
    """Tell whether somebody who ever has a seat is not in a chapter at all times."""
    homes, dated = index.chapters_of.get(person, ()), index.chapter_people.spans
    return person in index.squad_counts and (not homes or (bool(dated) and all(c in dated for c in homes)))


def stretch(index: Index, person: str, limits: Limits) -> Worst:
    """Return the first stretch in which somebody has a seat and no chapter."""
    home = [stint for c in index.chapters_of.get(person, ()) for stint in index.chapter_people.stints(c, person)]
    if limits[LINE] == "tribe_lead":
        home += [stint for s in index.owned_by.get(person, ()) for stint in index.owners.stints(s, person)]
    return next(iter(without(index.attendance.seats_of(person), home)), ())


def fixes(view: View, person: str, broken: Broken, limits: Limits) -> Iterable[Edit]:
    """Give somebody the chapter of the tribe whose discipline they know best; else the only chapter there is."""
    index = view.index
    tribes = view.work_tribes(person)
    chapters = [c for t in tribes for c in view.chapters_in(t)] or ([] if tribes else list(index.chapters))
    open_ = [c for c in chapters if not index.chapter_people.stints(c, person)]
    skills = index.people[person].skills
    level = {c: max((skills.get(d, 0) for d in index.chapters[c].disciplines), default=0) for c in open_}
    best = max(level.values(), default=0)
    fitting = [c for c in open_ if level[c] == best] if best else open_ if len(chapters) == 1 else []
    home = [stint for c in index.chapters_of.get(person, ()) for stint in index.chapter_people.stints(c, person)]
    for chapter in fitting:
        yield Edit("join", {"person": person, "squad": f"chapter:{chapter}", **bounds(free_stretch(view, home))})


RULE = Rule(
    code="MB002",
    name="member-without-chapter",
    kind="person",
    severity="error",
    confidence="stated",
    source=Reference("brunel", "blocks", "Chapter leads zijn de ‘lijnmanagers’ voor de chapterleden"),
    references=(Reference("brunel", "tribe", "afkomstig uit verschillende chapters"), Reference("kniberg-2012", "Chapters and guilds")),
    formal="member(p,s,t) ∨ owns_backlog(p,s,t) ⇒ |{c : in_chapter(p,c,t)}| ≥ 1 for every instant t",
    parameters=(
        Parameter(
            LINE,
            "reading",
            Wording(
                "Who is the line manager of a product owner: the lead of their chapter, or the tribe lead (tribe_lead)",
                "Wie de lijnmanager van een product owner is: de lead van het eigen chapter, of de tribe lead (tribe_lead)",
            ),
        ),
    ),
    message=Wording(
        "{subject} works in {squads} but is in no chapter, so no chapter lead is line manager",
        "{subject} werkt in {squads} maar zit in geen chapter, en heeft dus geen chapter lead als lijnmanager",
    ),
    finds=Wording(
        "Somebody who is member or product owner of a squad at an instant at which they are in no chapter. A chapter lead is in the "
        "chapter that they lead.",
        "Iemand die lid of product owner van een squad is op een moment dat hij of zij in geen chapter zit. Een chapter lead zit in "
        "het eigen chapter.",
    ),
    matters=Wording(
        "The chapter lead is who reviews, develops and defends somebody. Without a chapter nobody does, and capacity is planned "
        "without this person.",
        "De chapter lead is degene die iemand beoordeelt, ontwikkelt en opkomt voor diens vak. Zonder chapter doet niemand dat, en "
        "wordt de capaciteit zonder deze persoon gepland.",
    ),
    remedy=Wording(
        "Give the person a home chapter: that of their own specialism",
        "Geef de persoon een thuischapter: dat van het eigen vak",
    ),
    judge=judge,
    suspects=suspects,
    may_break=may_break,
    stretch=stretch,
    fixes=fixes,
    needs=("chapter.id",),
    good=(
        """
        people: [{id: a}, {id: b}, {id: c}]
        tribes: [{id: t, chapters: [{id: dev, lead: a, members: [b]}], squads: [{id: s, product_owner: a, members: [b]}]}]
        """,
        """
        people: [{id: a}, {id: b}]
        tribes: [{id: t, chapters: [{id: dev, lead: a, members: [{person: b, from: 2027-01-01}]}],
          squads: [{id: s, product_owner: a, members: [{person: b, from: 2027-02-01}]}]}]
        """,
    ),
    bad=(
        """
        people: [{id: a}, {id: b, skills: {dev: 1, data: 3}}, {id: c}]
        tribes: [{id: t, chapters: [{id: dev, discipline: dev, lead: a}, {id: data, discipline: [data], lead: c}],
          squads: [{id: s, product_owner: a, members: [b]}]}]
        """,
        """
        people: [{id: a}, {id: b}]
        tribes: [{id: t, chapters: [{id: dev, lead: a, members: [{person: b, from: 2027-02-01}]}],
          squads: [{id: s, product_owner: a, members: [{person: b, from: 2027-01-01}]}]}]
        """,
    ),
)
