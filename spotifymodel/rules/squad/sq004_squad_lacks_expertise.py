"""SQ004: a squad has every expertise that it needs to be responsible from end to end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from ...graph.index import Index
from ...graph.view import View
from ...model.edits import Edit
from ..counting import COUNT_OWNER, heads
from ..rule import Broken, Limits, Missing, Parameter, Phrase, Ref, Reference, Rule, Wording
from ..staffing import ROOM, bring_in, tribe_mates

__all__ = ["RULE"]

MODE = "coverage.mode"
STEPS_IN = "tshape.breadth_level"

AT_LEVEL = Wording("{skill} at level {needed} (best inside: {best})", "{skill} op niveau {needed} (hoogste binnen de squad: {best})")
OF_CHAPTER = Wording("somebody of chapter {chapter}", "iemand uit chapter {chapter}")
SILENT = Wording("; the chart tells no skills of {people} inside", "; van {people} binnen de squad zijn geen vaardigheden vermeld")


def judge(view: View, squad: str, limits: Limits) -> Broken | Missing | None:
    """Compare what the squad requires with the best that anybody inside has.

    Levels that the chart tells decide; somebody of whom it tells no skill at all does not cover anything and is mentioned.
    Where it tells nothing of anybody inside, the levels are unknown. A chapter that the squad needs is covered by anybody of
    it.
    """
    required, chapters = _required(view, squad), _chapters(view, squad)
    if not (required or chapters) or not view.squad_in_use(squad):
        return None
    inside = heads(view, squad, limits)
    knowledge = view.index.knowledge
    silent = [p for p in inside if not knowledge.tells(p)]
    missing_chapters = [c for c in chapters if not any(c in view.chapters_of(p) for p in inside)]
    short: list[tuple[str, int, int]] = []
    if len(silent) < len(inside) or not inside:
        for skill, needed in required.items():
            best = max((knowledge.level(p, skill) for p in inside), default=0)
            if best < _enough(needed, limits):
                short.append((skill, needed, best))
    elif required and not missing_chapters:
        return Missing(("person.skills",))
    if not short and not missing_chapters:
        return None
    gaps = [Phrase(AT_LEVEL, {"skill": Ref("skill", skill), "needed": needed, "best": best}) for skill, needed, best in short]
    gaps += [Phrase(OF_CHAPTER, {"chapter": Ref("chapter", c)}) for c in missing_chapters]
    note: Phrase | str = Phrase(SILENT, {"people": len(silent)}) if short and silent else ""
    return Broken(len(gaps), 0, (*(skill for skill, _, _ in short), *missing_chapters), {"gaps": tuple(gaps), "note": note})


def _required(view: View, squad: str) -> dict[str, int]:
    """Return the level that somebody inside must have, per skill."""
    levels: dict[str, int] = {}
    for reference, level in view.index.squads[squad].required_skills.items():
        skill = view.index.knowledge.key(reference)
        levels[skill] = max(level, levels.get(skill, 0))
    return {skill: level for skill, level in levels.items() if level > 0}


def _chapters(view: View, squad: str) -> list[str]:
    """Return the chapters of which the squad needs at least a part of a seat."""
    resolve = view.index.names["chapter"].resolve
    asked = [resolve(reference) for reference, seats in view.index.squads[squad].needs.items() if seats > 0]
    return [c for c in dict.fromkeys(asked) if c is not None and view.chapter_alive(c)]


def _enough(needed: int, limits: Limits) -> int:
    """Return the level that covers a need: the one asked for, or under the T-shaped reading the one of who can step in."""
    return min(needed, int(limits[STEPS_IN])) if limits[MODE] == "t-shaped" else needed


def suspects(index: Index, _limits: Limits) -> Iterable[str]:
    """Name the squads that say what they need."""
    return [squad for squad, record in index.squads.items() if record.required_skills or record.needs]


def fixes(view: View, squad: str, broken: Broken, limits: Limits) -> Iterator[Edit]:
    """Bring in somebody of the tribe who has what is missing, the least busy first."""
    mates, required = tribe_mates(view, squad), _required(view, squad)
    for gap in broken.evidence:
        if gap in required:
            enough = _enough(required[gap], limits)
            able = [p for p in mates if view.index.knowledge.level(p, gap) >= enough]
        else:
            able = [p for p in mates if gap in view.chapters_of(p)]
        yield from islice(bring_in(view, squad, able, limits), 2)


RULE = Rule(
    code="SQ004",
    name="squad-lacks-expertise",
    kind="squad",
    severity="warning",
    confidence="stated",
    source=Reference("brunel", "tribe", "Een squad is end-to-end verantwoordelijk"),
    references=(Reference("kniberg-2012", "Squads"), Reference("brunel", "tribe", "met verschillende domeinexperts")),
    formal="∀k∈needs(s): max_{p∈M(s)} level(p,k) ≥ req(s,k)",
    parameters=(
        COUNT_OWNER,
        *ROOM,
        Parameter(
            MODE,
            "reading",
            Wording(
                "Who covers an expertise: an expert at the level asked for, or (t-shaped) also who can step in",
                "Wie een expertise dekt: een expert op het gevraagde niveau, of (t-shaped) ook wie kan bijspringen",
            ),
        ),
        Parameter(STEPS_IN, "level", Wording("The level from which somebody can step in", "Vanaf welk niveau iemand kan bijspringen")),
    ),
    message=Wording("Squad {subject} needs {gaps}{note}", "Squad {subject} mist {gaps}{note}"),
    finds=Wording(
        "A squad in which nobody has a skill at the level that the squad requires, or nobody comes from a chapter that it says "
        "it needs. People of whom the chart tells no skills cover nothing; where it tells none of anybody inside, the rule "
        "answers unknown.",
        "Een squad waarin niemand een vaardigheid heeft op het niveau dat de squad vraagt, of waarin niemand komt uit een chapter "
        "dat de squad nodig zegt te hebben. Staat van niemand in de squad een vaardigheid vermeld, dan is het antwoord onbekend.",
    ),
    matters=Wording(
        "A squad can answer for its result from end to end only if it can do the whole job itself. What it lacks, it must ask of "
        "others, and then it waits in their queue.",
        "Een squad kan alleen end-to-end verantwoordelijk zijn als zij het hele werk zelf kan doen. Wat ontbreekt moet bij anderen "
        "worden gevraagd, en dan wacht de squad in hun rij.",
    ),
    remedy=Wording(
        "Bring in somebody of the tribe who has the skill, share an expert with one other squad, train a member, or hire",
        "Haal iemand uit de tribe die het kan, deel een expert met één andere squad, leid een lid op, of werf",
    ),
    judge=judge,
    suspects=suspects,
    fixes=fixes,
    needs=("squad.required_skills|squad.needs", "person.skills"),
    reach="people",
    moved_by_seats="own",
    points_at=("required_skills", "needs"),
    good=(
        """
        people: [{id: anna, skills: {data: 3}}, {id: ben, skills: {java: 2, data: 1}}]
        tribes: [{id: t, squads: [{id: s, product_owner: anna, members: [anna, ben], required_skills: {data: 2, Java: 2}}]}]
        """,
        """
        people: [{id: anna, skills: {data: 3}}, {id: ben, skills: {data: 2}}]
        tribes: [{id: t, squads: [{id: s, product_owner: [{person: anna, until: 2027-03-01}, {person: ben, from: 2027-03-01}],
          required_skills: {data: 2}}]}]
        """,
    ),
    bad=(
        """
        people: [{id: anna, skills: {java: 3}}, {id: ben, skills: {data: 1}}, {id: eva, skills: {data: 3}}]
        tribes:
          - id: t
            support: eva
            squads: [{id: s, product_owner: anna, members: [anna, ben], required_skills: {data: 2}}]
        """,
        """
        people: [{id: anna, skills: {data: 3}}, {id: ben, skills: {java: 2}}]
        tribes: [{id: t, squads: [{id: s, product_owner: ben, members: [{person: anna, until: 2027-03-01}, ben],
          required_skills: {data: 2}}]}]
        """,
        """
        people: [{id: anna, skills: {java: 2}}, {id: ben}]
        tribes:
          - id: t
            chapters: [{id: bouw, lead: anna}, {id: data, lead: ben}]
            squads: [{id: s, product_owner: anna, members: [anna], needs: {bouw: 1, data: 0.5}}]
        """,
    ),
)
