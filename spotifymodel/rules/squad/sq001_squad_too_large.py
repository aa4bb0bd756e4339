"""SQ001: a squad has at most nine people, its product owner counted among them."""

from __future__ import annotations

from collections.abc import Iterable

from ...graph.index import Index
from ...graph.view import View
from ...model.edits import Edit
from ..counting import COUNT_OWNER, head_counts, heads
from ..rule import Broken, Limits, Parameter, Reference, Rule, Wording, Worst
from ..succession import free_id, squads_with_room

__all__ = ["RULE"]

SIZE = "squad.max"


def judge(view: View, squad: str, limits: Limits) -> Broken | None:
    """Count the distinct people who are members or owners."""
    inside = heads(view, squad, limits)
    most = limits[SIZE]
    return Broken(len(inside), most, inside) if len(inside) > most else None


def suspects(index: Index, limits: Limits) -> Iterable[str]:
    """Name the squads in which, over all time, more people appear than are allowed at once."""
    most = limits[SIZE]
    return [squad for squad, inside in index.squad_people.items() if len(inside) > most]


def may_break(index: Index, squad: str, limits: Limits) -> bool:
    """Tell whether more people than allowed ever appear in a squad."""
    return bool(len(index.squad_people.get(squad, ())) > limits[SIZE])


def stretch(index: Index, squad: str, limits: Limits) -> Worst:
    """Return the first stretch with the most people."""
    counts = head_counts(index, squad, limits)
    most = max(number for _, _, number in counts)
    return next((start, until) for start, until, number in counts if number == most) if most > limits[SIZE] else ()


def fixes(view: View, squad: str, broken: Broken, limits: Limits) -> Iterable[Edit]:
    """Take somebody out who also works elsewhere; else move somebody to the smallest squad of the tribe; else split in two."""
    owners = view.owners(squad)
    movable = [p for p in broken.evidence if p not in owners]
    for person in [p for p in movable if len(view.squads_of(p)) > 1][:1]:
        yield Edit("quit", {"person": person, "squad": squad})
    for person in reversed(movable):
        room = squads_with_room(view, view.index.tribe_of.get(squad), limits[SIZE], person)
        if room and len(view.squads_of(person)) == 1:
            yield Edit("move", {"person": person, "to": room[0], "from_squad": squad})
            break
    ever = sorted(view.index.squad_people[squad], key=lambda p: p not in owners)
    half = (len(ever) + 1) // 2
    if len(ever) > 1:
        yield Edit("split", {"subject": f"squad:{squad}", "into": [[squad, ever[:half]], [free_id(view.index.squads, squad), ever[half:]]]})


RULE = Rule(
    code="SQ001",
    name="squad-too-large",
    kind="squad",
    severity="error",
    confidence="stated",
    source=Reference("brunel", "tribe", "maximaal negen leden"),
    references=(Reference("agile-alliance-poclac"), Reference("team-topologies-2019"), Reference("team-size")),
    formal="|members(s,t) ∪ owners(s,t)| ≤ squad.max for every instant t",
    parameters=(
        COUNT_OWNER,
        Parameter(
            SIZE,
            "people",
            Wording(
                "The most people who may be member or owner of a squad at once",
                "Hoeveel mensen tegelijk lid of eigenaar van een squad mogen zijn",
            ),
        ),
    ),
    message=Wording(
        "Squad {subject} has {measured} members, at most {limit} allowed ({who})",
        "Squad {subject} heeft {measured} leden; maximaal {limit} ({who})",
    ),
    finds=Wording(
        "A squad in which, at some instant, more people are members or product owner than the profile allows. "
        "The owner counts once, whether listed as a member or not; somebody who is listed twice counts once.",
        "Een squad waarin op enig moment meer mensen lid of product owner zijn dan het profiel toestaat. "
        "De eigenaar telt één keer mee, wel of niet als lid genoemd.",
    ),
    matters=Wording(
        "The number of links between people grows with the square of their number: 36 among nine. Beyond that a team splits "
        "in practice, or somebody must coordinate it.",
        "Het aantal onderlinge lijnen groeit kwadratisch: 36 bij negen mensen. Daarboven valt een team in de praktijk uiteen, "
        "of moet iemand het coördineren.",
    ),
    remedy=Wording(
        "Split the squad, move a member to a smaller squad, or end a second membership",
        "Splits de squad, verplaats een lid naar een kleinere squad, of beëindig een tweede lidmaatschap",
    ),
    judge=judge,
    suspects=suspects,
    may_break=may_break,
    stretch=stretch,
    fixes=fixes,
    points_at=("members", "product_owner"),
    good=(
        """
        people: [{id: a}, {id: b}, {id: c}, {id: d}, {id: e}, {id: f}, {id: g}, {id: h}, {id: i}]
        tribes: [{id: t, squads: [{id: s, product_owner: a, members: [a, b, c, d, e, f, g, h, i, i]}]}]
        """,
        """
        people: [{id: a}, {id: b}, {id: c}, {id: d}, {id: e}, {id: f}, {id: g}, {id: h}, {id: i}, {id: j}]
        tribes: [{id: t, squads: [{id: s, product_owner: a, members: [a, b, c, d, e, f, g, h,
          {person: i, until: 2027-03-01}, {person: j, from: 2027-03-01}]}]}]
        """,
    ),
    bad=(
        """
        people: [{id: a}, {id: b}, {id: c}, {id: d}, {id: e}, {id: f}, {id: g}, {id: h}, {id: i}, {id: po}]
        tribes: [{id: t, squads: [{id: s, product_owner: po, members: [a, b, c, d, e, f, g, h, i]}, {id: r, product_owner: a}]}]
        """,
        """
        people: [{id: a}, {id: b}, {id: c}, {id: d}, {id: e}, {id: f}, {id: g}, {id: h}, {id: i}, {id: j}]
        tribes: [{id: t, squads: [{id: s, product_owner: a, members: [a, b, c, d, e, f, g, h,
          {person: i, until: 2027-03-02}, {person: j, from: 2027-03-01}]}]}]
        """,
    ),
)
