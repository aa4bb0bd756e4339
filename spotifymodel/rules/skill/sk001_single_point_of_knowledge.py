"""SK001: what a tribe cannot do without, more than one person masters."""

from __future__ import annotations

from collections.abc import Iterable

from ...graph.index import Index
from ...graph.view import View
from ..rule import Broken, Limits, Missing, Parameter, Phrase, Ref, Reference, Rule, Wording, people

__all__ = ["RULE"]

LEAST, LEVEL = "bus.min", "bus.level"

ONLY = Wording("{skill} is mastered by {who} only", "{skill} wordt alleen beheerst door {who}")
NOBODY = Wording("nobody masters {skill}", "niemand beheerst {skill}")


def judge(view: View, tribe: str, limits: Limits) -> Broken | Missing | None:
    """Count who masters each critical skill; somebody of whom no skill is told masters none.

    Where the chart tells no skill of anybody in the tribe, the answer is unknown.
    """
    knowledge = view.index.knowledge
    critical = knowledge.keys(view.index.tribes[tribe].critical_skills)
    inside = tuple(view.tribe_people(tribe)) if critical else ()
    if not inside:
        return None
    if not any(knowledge.tells(p) for p in inside):
        return Missing(("person.skills",))
    least, level = limits[LEAST], limits[LEVEL]
    masters = {skill: tuple(p for p in inside if knowledge.level(p, skill) >= level) for skill in critical}
    short = {skill: who for skill, who in masters.items() if len(who) < least}
    if not short:
        return None
    risks = tuple(
        Phrase(ONLY, {"skill": Ref("skill", s), "who": people(who)}) if who else Phrase(NOBODY, {"skill": Ref("skill", s)})
        for s, who in short.items()
    )
    involved = dict.fromkeys(p for who in short.values() for p in who)
    return Broken(min(map(len, short.values())), least, (*short, *involved), {"risks": risks})


def suspects(index: Index, _limits: Limits) -> Iterable[str]:
    """Name the tribes that say which skills are critical."""
    return [tribe for tribe, record in index.tribes.items() if record.critical_skills]


RULE = Rule(
    code="SK001",
    name="single-point-of-knowledge",
    kind="tribe",
    severity="warning",
    confidence="inferred",
    source=Reference("brunel", "drivers", "oude systemen + verdwijnen kennis"),
    references=(Reference("team-topologies-2019"),),
    formal="∀k∈critical(t): |{p∈t: level(p,k) ≥ bus.level}| ≥ bus.min",
    parameters=(
        Parameter(
            LEAST,
            "people",
            Wording("How many people master a critical skill, at least", "Hoeveel mensen een kritieke vaardigheid minstens beheersen"),
        ),
        Parameter(
            LEVEL, "level", Wording("The level from which somebody masters a skill", "Vanaf welk niveau iemand een vaardigheid beheerst")
        ),
    ),
    message=Wording("Knowledge at risk in tribe {subject}: {risks}", "Kennis loopt risico in tribe {subject}: {risks}"),
    finds=Wording(
        "A skill that a tribe calls critical and that too few of its people master. Second-line people stay outside the tribe and do not "
        "count.",
        "Een vaardigheid die een tribe kritiek noemt en die te weinig mensen in de tribe beheersen. De tweede lijn staat buiten de tribe "
        "en telt niet mee.",
    ),
    matters=Wording(
        "The paper names old systems and knowledge that disappears as a driver of change. One resignation, one long illness, and a "
        "product cannot be changed any more.",
        "De whitepaper noemt oude systemen en verdwijnende kennis als aanjager van verandering. Eén opzegging of lange ziekte, en een "
        "product kan niet meer worden veranderd.",
    ),
    remedy=Wording(
        "Let somebody learn it from the one who knows, work in pairs, or hire before it is needed",
        "Laat iemand het leren van wie het kan, werk in tweetallen, of werf voordat het nodig is",
    ),
    judge=judge,
    suspects=suspects,
    needs=("tribe.critical_skills", "person.skills"),
    worse="low",
    points_at=("critical_skills",),
    good=(
        """
        people: [{id: anna, skills: {cobol: 3}}, {id: ben, skills: {Cobol: 2}}, {id: kees}]
        tribes: [{id: t, critical_skills: [cobol], support: kees, squads: [{id: s, product_owner: anna, members: [ben]}]}]
        """,
        """
        people: [{id: anna, skills: {cobol: 3}}, {id: ben, skills: {cobol: 2}}, {id: eva, skills: {cobol: 2}}]
        tribes:
          - id: t
            critical_skills: [cobol]
            squads: [{id: s, product_owner: anna, members: [{person: ben, until: 2027-06-01}, {person: eva, from: 2027-06-01}]}]
        """,
    ),
    bad=(
        """
        people: [{id: anna, skills: {cobol: 3}}, {id: ben, skills: {cobol: 1}}]
        tribes: [{id: t, critical_skills: [cobol, mainframe], squads: [{id: s, product_owner: anna, members: [ben]}]}]
        """,
        """
        people: [{id: anna, skills: {cobol: 3}}, {id: ben, skills: {cobol: 2}}]
        tribes: [{id: t, critical_skills: [cobol], squads: [{id: s, product_owner: anna, members: [{person: ben, until: 2027-06-01}]}]}]
        """,
    ),
)
