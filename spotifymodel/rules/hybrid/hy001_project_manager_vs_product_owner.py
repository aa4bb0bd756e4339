"""HY001: a product is changed by a project or by a squad, never by both at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...graph.index import Index
from ...graph.relation import BEGIN, END
from ...graph.view import View
from ...model.edits import Edit
from ..rule import Broken, Limits, Phrase, Ref, Reference, Rule, Wording, people, squads

__all__ = ["RULE"]

MANAGED = Wording("{project} (project manager {managers})", "{project} (projectleider {managers})")


def judge(view: View, product: str, _limits: Limits) -> Broken | None:
    """Count the running projects on a product that a living squad owns; who manages them is named where it is told."""
    projects, owners = view.running_projects(product), view.owning_squads(product)
    if not projects or not owners:
        return None
    managers = {p: view.project_managers(p) for p in projects}
    named = tuple(
        Phrase(MANAGED, {"project": Ref("project", p), "managers": people(who)}) if who else Ref("project", p)
        for p, who in managers.items()
    )
    involved = dict.fromkeys(one for who in managers.values() for one in who)
    return Broken(len(projects), 0, (*projects, *involved, *owners), {"projects": named, "squads": squads(owners)})


def suspects(index: Index, _limits: Limits) -> Iterable[str]:
    """Name the products that a project ever changes and a squad ever owns."""
    return [p for p in index.products if p in index.work.projects_on and p in index.owning_squads]


def fixes(view: View, product: str, broken: Broken, _limits: Limits) -> Iterator[Edit]:
    """Set one hand-over date where the dates give one: the project ends when the squad starts, else it is closed."""
    squad_starts = max((view.index.life.get(s, (BEGIN, END))[0] for s in view.owning_squads(product)), default=BEGIN)
    for project in view.running_projects(product):
        start, until = view.index.work.project_life.get(project, (BEGIN, END))
        if start < squad_starts < END:
            yield Edit("change", {"kind": "project", "id": project, "fields": {"until": squad_starts}})
            return
        if until < END:
            for squad in view.owning_squads(product):
                if until < view.index.life.get(squad, (BEGIN, END))[1]:
                    yield Edit("change", {"kind": "squad", "id": squad, "fields": {"from": until}})
        yield Edit("remove", {"kind": "project", "id": project})


RULE = Rule(
    code="HY001",
    name="project-manager-vs-product-owner",
    kind="product",
    severity="warning",
    confidence="stated",
    source=Reference("brunel", "to-management", "Voorkom hierbij de strijd tussen projectmanagement en agile projecten"),
    references=(
        Reference("brunel", "organisation", "spanningen ontstaan tussen projectleider en product owner"),
        Reference("brunel", "process", "niet in staat om te beoordelen of er sprake is van een marktfit"),
    ),
    formal="∄x: runs_project(p,x,t) ∧ owns(s,x,t)",
    message=Wording(
        "{subject} is changed by project {projects} and by squad {squads} at once",
        "{subject} wordt tegelijk veranderd door project {projects} en door squad {squads}",
    ),
    finds=Wording(
        "A product, journey or service on which a project runs while a squad owns it.",
        "Een product, klantreis of dienst waarop een project loopt terwijl een squad er eigenaar van is.",
    ),
    matters=Wording(
        "In hybrid organisations the paper sees tension between project manager and product owner: one answers for time and budget, the "
        "other for what customers get. On one product only one of them can decide what comes first.",
        "In hybride organisaties ziet de whitepaper spanningen tussen projectleider en product owner: de een staat voor tijd en budget, "
        "de ander voor wat de klant krijgt. Op één product kan maar één van beiden beslissen wat voorgaat.",
    ),
    remedy=Wording(
        "Agree on one hand-over date, close the project into the backlog of the squad, or let the squad start when the project ends",
        "Spreek één overdrachtsdatum af, sluit het project in de backlog van de squad, of laat de squad starten als het project klaar is",
    ),
    judge=judge,
    suspects=suspects,
    fixes=fixes,
    needs=("project.product", "squad.owns"),
    moved_by_seats="no",
    good=(
        """
        people: [{id: anna}, {id: piet}]
        products: [{id: sparen}, {id: lenen}]
        projects: [{id: migratie, manager: piet, product: lenen}]
        tribes: [{id: t, squads: [{id: s, product_owner: anna, owns: [sparen]}]}]
        """,
        """
        people: [{id: anna}, {id: piet}]
        products: [{id: sparen}]
        projects: [{id: app-2, manager: piet, product: sparen, until: 2027-06-01}]
        tribes: [{id: t, squads: [{id: s, product_owner: anna, owns: [sparen], from: 2027-06-01}]}]
        """,
    ),
    bad=(
        """
        people: [{id: anna}, {id: piet}]
        products: [{id: sparen}]
        projects: [{id: app-2, manager: piet, product: sparen}]
        tribes: [{id: t, squads: [{id: s, product_owner: anna, owns: [sparen]}]}]
        """,
        """
        people: [{id: anna}, {id: piet}]
        products: [{id: sparen}]
        projects: [{id: app-2, manager: piet, product: sparen, until: 2027-09-01}]
        tribes: [{id: t, squads: [{id: s, product_owner: anna, owns: [sparen], from: 2027-06-01}]}]
        """,
    ),
)
