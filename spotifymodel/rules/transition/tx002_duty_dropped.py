"""TX002: on the way nobody drops a duty that somebody held."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...graph.stage import Stage, Stages
from ...graph.view import View
from ...model.edits import Edit
from ..duties import duty_keys, duty_name, holders, holdings, is_block
from ..rule import Broken, InSequence, Limits, Phrase, Reference, Rule, Wording, only_in_sequence, people
from ..staging import stage_label

__all__ = ["RULE"]


def subjects(stages: Stages, _limits: Limits) -> Iterable[str]:
    """Name the blocks and duties of the whitepaper, then those of the charts' own."""
    own = {
        duty: None
        for stage in stages
        for person, record in stage.view.index.people.items()
        if record.blocks or record.duties
        for duty in holdings(stage.view, person)
    }
    return dict.fromkeys((*duty_keys(), *own))


def judge(stages: Stages, duty: str, _limits: Limits) -> tuple[Stage, Broken] | None:
    """Return the first stage at which a duty with a sure holder before has not even a possible one."""
    before: tuple[str, ...] = ()
    for stage in stages:
        found = holders(stage.view, duty)
        if not found and before:
            facts = {"stage": stage_label(stage), "duty": Phrase(duty_name(duty)), "were": people(before)}
            return stage, Broken(0, 1, before, facts)
        before = tuple(p for p, sure in found.items() if sure) or before
    return None


def fixes(view: View, duty: str, broken: Broken, _limits: Limits) -> Iterator[Edit]:
    """Write the duty to somebody: a former holder who is still there, else the owner of a squad; what else they hold stays."""
    index = view.index
    still = [p for p in broken.evidence if p in index.people]
    owners = [p for squad in index.squads for p in view.owners(squad) if not index.people[p].vacancy]
    for person in dict.fromkeys((*still, *owners)):
        field = "blocks" if is_block(duty) else "duties"
        held = [one for one in holdings(view, person) if is_block(one) == is_block(duty)]
        yield Edit("change", {"kind": "person", "id": person, "fields": {field: [*held, duty]}})
        return


RULE = Rule(
    code="TX002",
    name="duty-dropped",
    kind="duty",
    severity="error",
    confidence="inferred",
    source=Reference("brunel", "roles10", "de verantwoordelijkheden per type rol"),
    references=(
        Reference("brunel", "duties", "De formele taken van productmanagement"),
        Reference("brunel", "roles20", "product, proces, prijs en introductie"),
    ),
    formal="∀d∈duties(1.0) ∪ blocks, ∀ stage after one with a holder of d: |holders(d)| ≥ 1",
    message=Wording(
        "In {stage} nobody holds {duty} any more (before: {were})",
        "In {stage} heeft niemand {duty} nog (eerder: {were})",
    ),
    finds=Wording(
        "A block of the product life cycle or a duty of the product manager 1.0 that somebody held at one stage and nobody holds at a "
        "later one. People hold what they write out, what the paper gives their type while they do product management, as product owner "
        "with an end-to-end mandate the introduction and the rest of product, process and price, and as review owner the approval and "
        "review.",
        "Een blok van de productlevenscyclus of een taak van de productmanager 1.0 die in de ene fase iemand had en in een latere niemand "
        "meer. Mensen hebben wat zij opgeven, wat de whitepaper hun type geeft zolang zij productmanagement doen, als product owner met "
        "end-to-end mandaat de introductie en de rest van product, proces en prijs, en als review-eigenaar de approval en review.",
    ),
    matters=Wording(
        "The product marketing manager has no namesake in 2.0, and nobody else held the introduction; the technical one alone looked "
        "after a product once it was sold. A duty that a reorganisation forgets is found by customers or by the supervisor.",
        "De product marketing manager heeft geen naamgenoot in 2.0, en niemand anders had de introductie; alleen de technisch "
        "productmanager keek naar een product nadat het verkocht was. Een taak die een reorganisatie vergeet, vinden klanten of de "
        "toezichthouder.",
    ),
    remedy=Wording(
        "Write down who takes the duty over from which stage on, or let its holder move later",
        "Leg vast wie de taak vanaf welke fase overneemt, of laat wie haar heeft later overstappen",
    ),
    judge=only_in_sequence,
    in_sequence=InSequence(subjects, judge),
    whole_charts=False,
    fixes=fixes,
    needs=("person.duties|person.blocks|person.pm_type",),
    worse="low",
    good=(
        """
        people: [{id: lotte, unit: pm, pm_type: marketing}, {id: anna, unit: pm, pm_type: technical}]
        units: [{id: pm}]
        ---
        people: [{id: lotte, pm_type: marketing}, {id: anna, pm_type: technical}]
        tribes:
          - id: t
            chapters: [{id: producten, lead: anna}, {id: communicatie, lead: lotte}]
            squads: [{id: s, product_owner: lotte, mandate: end_to_end}]
        """,
        """
        people: [{id: anna}, {id: lotte, duties: [PAP/PARP], blocks: ["3b"]}]
        products: [{id: sparen, review_owner: {person: anna, from: 2027-03-01}}]
        ---
        people: [{id: lotte}, {id: anna, blocks: ["2c", "3b"]}]
        products: [{id: sparen, review_owner: anna}]
        """,
    ),
    bad=(
        """
        people: [{id: lotte, unit: pm, pm_type: marketing}, {id: anna, unit: pm, pm_type: technical}]
        units: [{id: pm}]
        ---
        people: [{id: lotte, pm_type: marketing}, {id: anna, pm_type: technical}]
        tribes:
          - id: t
            chapters: [{id: producten, lead: anna}, {id: communicatie, lead: lotte}]
            squads: [{id: s, product_owner: anna, mandate: soft}]
        """,
        """
        people: [{id: lotte, unit: pm, duties: [jaarverslag klachten], blocks: ["4"]}]
        units: [{id: pm}]
        ---
        people: [{id: lotte, unit: pm, blocks: ["4"]}]
        units: [{id: pm}]
        """,
        """
        people: [{id: anna}]
        products: [{id: sparen, review_owner: {person: anna, until: 2027-03-01}}]
        ---
        people: [{id: anna, blocks: ["1"]}]
        products: [{id: sparen, review_owner: anna}]
        """,
    ),
)
