"""TX001: everybody who was there keeps a place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...graph.moments import moments
from ...graph.relation import END
from ...graph.stage import Stage, Stages
from ...graph.view import View, each_post
from ...model.edits import Edit
from ..placement import has_place
from ..rule import Broken, InSequence, Limits, Phrase, Reference, Rule, Wording, only_in_sequence
from ..staging import stage_label

__all__ = ["RULE"]

WITH_JOB = Wording(" ({job})", " ({job})")
GONE = Wording("is no longer on the chart in {stage}", "staat in {stage} niet meer op het organogram")
UNPLACED = Wording("has no place in {stage}", "heeft geen plaats in {stage}")


def subjects(stages: Stages, _limits: Limits) -> Iterable[str]:
    """Name everybody who is on the chart at some stage before the last; vacancies are seats, not people."""
    return dict.fromkeys(p for stage in stages[:-1] for p, record in stage.view.index.people.items() if not record.vacancy)


def judge(stages: Stages, person: str, _limits: Limits) -> tuple[Stage, Broken] | None:
    """Return the first stage at which somebody who was on the chart before has no place, or is gone from it.

    A vacancy is nobody yet: whoever fills it is somebody from then on.
    """
    seen: View | None = None
    for stage in stages:
        now = stage.view.index.people.get(person)
        if seen is not None and not has_place(stage.view, person):
            record = seen.index.people[person]
            came_from = tuple(unit for unit, _ in seen.posts(person))
            facts = {
                "job": Phrase(WITH_JOB, {"job": record.job_title}) if record.job_title else "",
                "lost": Phrase(GONE if now is None else UNPLACED, {"stage": stage_label(stage)}),
            }
            return stage, Broken(evidence=(person, *came_from), facts=facts)
        if now is not None and not now.vacancy:
            seen = stage.view
    return None


def fixes(view: View, person: str, broken: Broken, _limits: Limits) -> Iterator[Edit]:
    """Let the person stay in the unit of before until there is a place."""
    index, day = view.index, view.day
    if person not in index.people:
        return
    posts = each_post(index.people[person].unit, "unit")
    later = min((d for d in moments(index, "person", person, "own") if day is not None and day < d < END), default=None)
    for unit in broken.evidence[1:]:
        if unit not in index.units:
            continue
        if not posts:
            yield Edit("join", {"person": person, "squad": f"unit:{unit}"})
        elif day is not None:
            yield Edit("join", {"person": person, "squad": f"unit:{unit}", "from": day, "until": later})


RULE = Rule(
    code="TX001",
    name="person-without-destination",
    kind="person",
    severity="warning",
    confidence="inferred",
    source=Reference("dutch-law", "Redeployment"),
    references=(Reference("denning-2021"),),
    formal="∀p∈as-is, ∀ later stage: ∃ destination(p) ∈ {seat, pool, second line, line, leaves by choice}",
    message=Wording("{subject}{job} {lost}", "{subject}{job} {lost}"),
    finds=Wording(
        "Somebody who is on the chart at one stage and has no place at a later one: no squad, chapter, role, unit or second line, and no "
        "leave; or who is not on the chart any more. Who leaves by choice stays on it with a leave that has no end.",
        "Iemand die in de ene fase op het organogram staat en in een latere geen plaats heeft: geen squad, chapter, rol, afdeling of "
        "tweede lijn, en geen verlof; of die er niet meer op staat. Wie uit eigen keuze vertrekt, blijft erop staan met verlof zonder "
        "einddatum.",
    ),
    matters=Wording(
        "People who fall between the boxes of a plan find out last. A place comes first, retraining and redeployment next; a chart never "
        "dismisses anybody silently.",
        "Mensen die tussen de hokjes van een plan vallen, merken het als laatsten. Eerst een plaats, dan omscholing en herplaatsing; een "
        "organogram ontslaat nooit stilzwijgend iemand.",
    ),
    remedy=Wording(
        "Place the person in a chapter or squad, retrain or redeploy, or let them stay in the line until there is a place",
        "Plaats de persoon in een chapter of squad, school om of herplaats, of laat de persoon in de lijn tot er een plaats is",
    ),
    judge=only_in_sequence,
    in_sequence=InSequence(subjects, judge),
    whole_charts=False,
    fixes=fixes,
    good=(
        """
        people: [{id: anna, unit: it}, {id: rik, second_line: true}, {id: karin, unit: it}]
        units: [{id: it, manager: karin}]
        ---
        people: [{id: anna}, {id: rik, second_line: true}, {id: karin, leave: [{}]}]
        units: [{id: it}]
        tribes: [{id: t, chapters: [{id: c, lead: anna}]}]
        """,
        """
        people: [{id: anna, unit: {unit: it, until: 2027-03-01}}, {id: v, vacancy: true}]
        units: [{id: it}]
        tribes: [{id: t, lead: {person: anna, from: 2027-03-01}}]
        ---
        people: [{id: anna}]
        tribes: [{id: t, lead: anna}]
        """,
        """
        people: [{id: karin}, {id: v, vacancy: true}]
        tribes: [{id: t, lead: karin, squads: [{id: s, product_owner: v}]}]
        ---
        people: [{id: karin}, {id: v, vacancy: true}]
        tribes: [{id: t, lead: karin}]
        ---
        people: [{id: karin}, {id: v, name: Bo}]
        tribes: [{id: t, lead: karin, squads: [{id: s, product_owner: v}]}]
        """,
    ),
    bad=(
        """
        people: [{id: anna, unit: it, job_title: tester}, {id: karin}]
        units: [{id: it, manager: karin}]
        ---
        people: [{id: anna, job_title: tester}, {id: karin}]
        units: [{id: it, manager: karin}]
        """,
        """
        people: [{id: anna, unit: it, job_title: tester}]
        units: [{id: it}]
        ---
        people: [{id: ben}]
        tribes: [{id: t, lead: ben}]
        """,
        """
        people: [{id: anna, unit: {unit: it, until: 2027-03-01}}]
        units: [{id: it}]
        tribes: [{id: t, lead: {person: anna, from: 2027-03-15}}]
        ---
        people: [{id: anna}]
        tribes: [{id: t, lead: anna}]
        """,
    ),
)
