"""PO007: a product owner fits the profile of the role."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator

from ...graph.index import Index
from ...graph.view import View
from ...model.edits import Edit
from ..eligibility import OWNER_PARAMETERS, Eligibility, Meanings, eligible_owner, plainly_eligible
from ..rule import Broken, Limits, Missing, Ref, Reference, Rule, Wording

__all__ = ["RULE"]


def judge(view: View, squad: str, limits: Limits) -> Broken | Missing | None:
    """Ask of every owner whether they fit; one who does not is enough.

    A vacancy has no profile yet: PO003 reports the open seat. That a tribe lead owns a squad is TL002's.
    """
    owners = [p for p in view.owners(squad) if not view.index.people[p].vacancy]
    found = {p: _fit(view.index, p, limits) for p in owners}
    short = {p: fit for p, fit in found.items() if fit.answer == "no"}
    if short:
        first, fit = next(iter(short.items()))
        gaps = tuple(gap.phrase for gap in fit.lacking)
        return Broken(evidence=tuple(short), facts={"owner": Ref("person", first), "gaps": gaps})
    untold = dict.fromkeys(field for fit in found.values() for field in fit.untold)
    return Missing(tuple(untold)) if untold else None


def _fit(index: Index, person: str, limits: Limits) -> Eligibility:
    concluded, question = index.knowledge.concluded, ("owner", person, *limits.values())
    fit: Eligibility | None = concluded.get(question)
    if fit is None:
        record = index.people[person]
        labels: dict[str, str] = concluded.setdefault("labels of skills", {})
        for reference in record.skills.keys() - labels.keys():
            labels[reference] = _label(index, reference)
        fit = concluded[question] = eligible_owner(record, limits, names=labels)
    return fit


def _label(index: Index, reference: str) -> str:
    """Return what the chart calls a skill besides its id."""
    skill = index.skills.get(index.knowledge.key(reference))
    return "" if skill is None else skill.label


def suspects(index: Index, limits: Limits) -> Iterable[str]:
    """Name the squads with an owner who is not known to fit; of most owners one look tells that they do."""
    people, concluded = index.people, index.knowledge.concluded
    fitting = plainly_eligible([people[p] for p in index.owned_by], limits, Meanings(lambda reference: _label(index, reference)))
    concluded["plain owners", *limits.values()] = fitting
    doubted = {p for p in index.owned_by if p not in fitting and _doubted(index, p, limits)}
    return [squad for squad, owners in index.owners.people.items() if not doubted.isdisjoint(owners)] if doubted else ()


def may_break(index: Index, squad: str, limits: Limits) -> bool:
    """Tell whether an owner of a squad is not known to fit."""
    fitting: Collection[str] = index.knowledge.concluded.get(("plain owners", *limits.values()), ())
    return any(p not in fitting and _doubted(index, p, limits) for p in index.owners.people.get(squad, ()))


def _doubted(index: Index, person: str, limits: Limits) -> bool:
    return not index.people[person].vacancy and _fit(index, person, limits).answer != "yes"


def instants(index: Index, squad: str, _limits: Limits) -> Iterable[dt.date]:
    """Return when owners come and go."""
    return (*index.owners.moments(squad), *index.life.get(squad, ()))


def fixes(view: View, squad: str, broken: Broken, limits: Limits) -> Iterator[Edit]:
    """Appoint a member instead who fits, or of whom nothing speaks against it, and who owns no other squad."""
    ranked: list[tuple[int, str]] = []
    for person in view.members(squad):
        if person in broken.evidence or view.owned_by(person) or view.index.people[person].vacancy:
            continue
        answer = _fit(view.index, person, limits).answer
        if answer != "no":
            ranked.append((0 if answer == "yes" else 1, person))
    for _, person in sorted(ranked, key=lambda one: one[0])[:2]:
        yield Edit("appoint", {"person": person, "role": "product_owner", "of": squad, "replace": True})


RULE = Rule(
    code="PO007",
    name="product-owner-not-eligible",
    kind="squad",
    severity="warning",
    confidence="inferred",
    source=Reference("brunel", "pm-roles", "door senior productmanagers of chapter leads producten"),
    references=(Reference("brunel", "pm20", "ervaring met scrum"), Reference("brunel", "roles20", "Komt snel tot Minimal Viable Product")),
    formal="eligible(p, PO) ≠ no, for every p who owns the backlog of s",
    parameters=OWNER_PARAMETERS,
    message=Wording(
        "{owner}, product owner of {subject}, does not meet the profile yet: missing {gaps}",
        "{owner}, product owner van {subject}, voldoet nog niet aan het profiel: het ontbreekt aan {gaps}",
    ),
    finds=Wording(
        "A product owner who is not senior, has too little agile experience, is known to lack most of the skills that the paper "
        "names for the role, has no time left beside other declared roles, or belongs to the independent second line. What the "
        "chart does not tell makes the answer unknown, never no.",
        "Een product owner die niet senior is, te weinig agile-ervaring heeft, aantoonbaar de meeste vaardigheden mist die de "
        "whitepaper bij de rol noemt, naast andere opgegeven rollen geen tijd over heeft, of tot de onafhankelijke tweede lijn "
        "behoort. Wat het bestand niet vertelt, maakt het antwoord onbekend, nooit nee.",
    ),
    matters=Wording(
        "The product owner answers for product, process, price and introduction from end to end. Somebody who is put there without "
        "the weight or the experience asks others for decisions, and the mandate flows back to management.",
        "De product owner is end-to-end verantwoordelijk voor product, proces, prijs en introductie. Wie daar zonder gewicht of "
        "ervaring wordt neergezet, vraagt anderen om besluiten, en het mandaat vloeit terug naar het management.",
    ),
    remedy=Wording(
        "Train the owner before the squad goes live and pair them with an agile coach, appoint a member who fits, or hire",
        "Leid de eigenaar op voordat de squad start en koppel een agile coach, benoem een lid dat wel past, of werf",
    ),
    judge=judge,
    suspects=suspects,
    may_break=may_break,
    instants=instants,
    fixes=fixes,
    needs=("person.seniority", "person.agile_years"),
    points_at=("product_owner",),
    good=(
        """
        people:
          - {id: anna, seniority: senior, agile_years: 3, skills: {stakeholdermanagement: 2, customer-journey: 3, storytelling: 2}}
        tribes: [{id: t, squads: [{id: s, product_owner: anna, members: [anna]}]}]
        """,
        """
        people:
          - {id: anna, seniority: Sr., agile_years: 2, skills: {storytelling: 2, mvp: 2, data-analyse: 3}}
          - {id: ben, seniority: junior, agile_years: 0}
        tribes: [{id: t, squads: [{id: s, product_owner: {person: anna, from: 2027-01-01}, members: [anna, ben], from: 2027-01-01}]}]
        """,
    ),
    bad=(
        """
        people:
          - {id: anna, seniority: senior, agile_years: 1}
          - {id: ben, seniority: senior, agile_years: 4}
        tribes: [{id: t, squads: [{id: s, product_owner: anna, members: [anna, ben]}]}]
        """,
        """
        people:
          - {id: anna, seniority: senior, agile_years: 3, skills: {stakeholdermanagement: 2, customer-journey: 3, storytelling: 2}}
          - {id: ben, seniority: medior, agile_years: 2}
        tribes:
          - id: t
            squads: [{id: s, members: [anna, ben], product_owner: [{person: anna, until: 2027-06-01}, {person: ben, from: 2027-06-01}]}]
        """,
    ),
)
