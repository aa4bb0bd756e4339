"""MB009: the people of a squad are T-shaped."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain, compress

from ...graph.index import Index
from ...graph.view import View
from ..rule import Broken, Limits, Missing, Phrase, Reference, Rule, Wording
from ..t_shape import BREADTH, DEPTH, EXPERT, PARAMETERS, STEPS_IN, Form, at_least, shape_of

__all__ = ["RULE"]

NARROW = Wording(
    "I-shaped: deep, but can step in on {found} other {skills} ({needed} asked)",
    "I-vormig: diep, maar springt bij op {found} andere {skills} (gevraagd: {needed})",
)
SKILL, SKILLS = Wording("skill", "vaardigheid"), Wording("skills", "vaardigheden")
SHALLOW = Wording("broad, but deep in nothing", "breed, maar nergens diep")
NEITHER = Wording("neither deep nor broad", "diep noch breed")


def judge(view: View, person: str, limits: Limits) -> Broken | Missing | None:
    """Count the skills of somebody in a squad at the level of an expert, and the further ones at which they can step in.

    A vacancy of which no skill is told has no shape yet.
    """
    if not view.squads_of(person):
        return None
    levels = view.index.knowledge.levels(person).values()
    if not levels:
        return None if view.index.people[person].vacancy else Missing(("person.skills",))
    shape = shape_of(levels, limits)
    return None if shape.form == "T" else Broken(evidence=(person,), facts={"shape": _said(shape.form, shape.further, limits[BREADTH])})


@lru_cache(maxsize=64)
def _said(form: Form, further: int, needed: int) -> Phrase:
    """Return what a message says of a shape; the same for thousands of people."""
    if form == "I":
        return Phrase(NARROW, {"found": further, "needed": needed, "skills": Phrase(SKILL if further == 1 else SKILLS)})
    return Phrase(SHALLOW if form == "broad" else NEITHER)


def suspects(index: Index, limits: Limits) -> Iterable[str]:
    """Name everybody who ever sits in a squad and has too few skills; people with the same levels are looked at once."""
    levels = index.knowledge.all_levels()
    short = {one for one in set(levels) if _short(one, limits)}
    return [person for person in compress(index.people, map(short.__contains__, levels)) if person in index.squad_counts]


def may_break(index: Index, person: str, limits: Limits) -> bool:
    """Tell whether somebody who ever sits in a squad is not known to have enough skills; remembered, for skills do not move."""
    if person not in index.squad_counts:
        return False
    concluded, question = index.knowledge.concluded, ("t-shape", person, *limits.values())
    short: bool | None = concluded.get(question)
    if short is None:
        short = concluded[question] = _short(index.knowledge.levels(person).values(), limits)
    return short


def _short(levels: Iterable[int], limits: Limits) -> bool:
    """Tell whether levels, one per skill, are too few for a T."""
    told = tuple(levels)
    deep, steps_in = at_least(told, limits[EXPERT]), at_least(told, limits[STEPS_IN])
    return bool(deep < limits[DEPTH] or steps_in < limits[DEPTH] + limits[BREADTH])


def instants(index: Index, person: str, _limits: Limits) -> Iterable[dt.date]:
    """Return when somebody takes or leaves a seat."""
    return chain.from_iterable(index.attendance.seats_of(person))


RULE = Rule(
    code="MB009",
    name="no-t-shape",
    kind="person",
    severity="advice",
    confidence="stated",
    source=Reference("brunel", "tribe", "De squadleden zijn T-shaped"),
    references=(Reference("brunel", "pm-roles", "Squad leden zijn T-shaped en zijn specialist op productgebied"), Reference("t-shape")),
    formal="depth(p) ≥ tshape.depth ∧ breadth(p) ≥ tshape.breadth for every p in a squad",
    parameters=PARAMETERS,
    message=Wording(
        "{subject} is {shape}; people in a squad are T-shaped",
        "{subject} is {shape}; mensen in een squad zijn T-shaped",
    ),
    finds=Wording(
        "Somebody in a squad who is an expert in nothing, or who masters one thing and can step in on too few others. Where the chart "
        "tells no skill of somebody the answer is unknown.",
        "Iemand in een squad die nergens expert in is, of die één ding beheerst en op te weinig andere gebieden kan bijspringen. Staat "
        "van iemand geen vaardigheid vermeld, dan is het antwoord onbekend.",
    ),
    matters=Wording(
        "In a team of nine the work of the day seldom fits the job descriptions. Who can step in keeps it flowing; who knows something "
        "deeply keeps it good. A T-shape can be learned: this is advice for a development plan, not a mark.",
        "In een team van negen past het werk van de dag zelden op de functiebeschrijvingen. Wie kan bijspringen houdt het gaande, wie "
        "iets diep kent houdt het goed. T-shaped word je: dit is advies voor een ontwikkelplan, geen beoordeling.",
    ),
    remedy=Wording(
        "Agree on a development plan: pair with an expert of a neighbouring skill, or go deeper into one",
        "Spreek een ontwikkelplan af: werk samen met een expert op een aangrenzend gebied, of ga ergens dieper op in",
    ),
    judge=judge,
    suspects=suspects,
    may_break=may_break,
    instants=instants,
    needs=("person.skills",),
    points_at=("skills",),
    good=(
        """
        people: [{id: anna, skills: {product: 3, data: 1, communicatie: 2}}]
        tribes: [{id: t, squads: [{id: s, product_owner: anna, members: [anna]}]}]
        """,
        """
        people: [{id: anna, skills: {product: 3, data: 3, communicatie: 1}}, {id: ben, skills: {java: 3}}, {id: v, vacancy: true}]
        tribes: [{id: t, support: ben, squads: [{id: s, product_owner: {person: anna, from: 2027-01-01}, members: [v], from: 2027-01-01}]}]
        """,
    ),
    bad=(
        """
        people: [{id: anna, skills: {product: 3, data: 1}}]
        tribes: [{id: t, squads: [{id: s, product_owner: anna, members: [anna]}]}]
        """,
        """
        people: [{id: anna, skills: {product: 3, data: 1, java: 1}}, {id: ben, skills: {java: 2, data: 2, product: 2}}]
        tribes: [{id: t, squads: [{id: s, product_owner: anna, members: [anna, {person: ben, from: 2027-03-01, until: 2027-06-01}]}]}]
        """,
    ),
)
