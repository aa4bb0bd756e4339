"""From the columns of a plan to edits, in an order in which each can be done."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from ...graph.index import index_of
from ...graph.view import View, exact
from ...model.edits import Edit
from ...model.edits.holding import who_stands
from ...model.edits.plain import plain
from ...model.org import Org
from ...model.replacing import replaced
from ...model.seats import Seat
from .facts import Facts
from .plan import Column, Plan

__all__ = ["edits_of_plan"]

HOLDERS = ("members", "product_owner")


def edits_of_plan(org: Org, facts: Facts, plan: Plan) -> Iterator[Edit]:
    """Yield the edits of a plan, as many as it counts: what is added, what moves, who leaves, who comes."""
    for vacancy in plan.newcomers:
        yield Edit("add", {"kind": "person", "id": vacancy, "fields": {"vacancy": True}})
    if plan.founded:
        yield Edit("add", {"kind": "tribe", "id": plan.founded})
    order = _Order(facts)
    for key in sorted((k for k in plan.done if k[0] == "moves"), key=order):
        yield Edit("change", {"kind": key[1], "id": key[2], "fields": {"tribe": key[3]}})
    yield from _leaving(facts, plan, order)
    yield from _lowering(org, facts, plan)
    for _, person, chapter in sorted((k for k in plan.done if k[0] == "joins"), key=order):
        yield Edit("join", {"person": person, "squad": f"chapter:{chapter}"})
    passed = {(key[1], key[3]) for key in plan.done if key[0] == "passes"}
    for what, role, instead, prefix in (
        ("heads", "chapter_lead", "succeeded", ""),
        ("rises", "tribe_lead", "followed", ""),
        ("takes", "product_owner", "replaced", ""),
    ):
        for _, person, where in sorted((k for k in plan.done if k[0] == what), key=order):
            if what == "takes" and (person, where) in passed:
                continue
            replace = (instead, where) in plan.done and _anybody_goes(facts, plan, what, where)
            yield Edit("appoint", {"person": person, "role": role, "of": f"{prefix}{where}", "replace": replace})


def _anybody_goes(facts: Facts, plan: Plan, what: str, where: str) -> bool:
    """Tell whether somebody who held the role has not been taken out by an edit of their own."""
    before = {"heads": "leads", "rises": "steers", "takes": "owner"}[what]
    other = {"heads": "listed", "takes": "member"}.get(what)
    for key in plan.columns:
        if key[0] == before and key[2] == where and key not in plan.done:
            left_whole = other is not None and plan.goes(other, key[1], where)
            left_whole = left_whole and not (what == "takes" and key[1] in facts.standing(where))
            if not left_whole:
                return True
    return False


def _leaving(facts: Facts, plan: Plan, order: _Order) -> Iterator[Edit]:
    passes = {(key[1], key[2]): key[3] for key in plan.done if key[0] == "passes"}
    for _, person, squad in sorted((k for k in plan.columns if k[0] == "quits"), key=order):
        as_member, as_owner = plan.goes("member", person, squad), plan.goes("owner", person, squad)
        if (person, squad) in passes:
            yield Edit("move", {"person": person, "to": passes[person, squad], "from_squad": squad})
        elif as_member and not _stays_otherwise(facts, plan, person, squad):
            yield Edit("quit", {"person": person, "squad": squad})
        else:
            if as_member:
                yield Edit("quit", {"person": person, "squad": squad, "role": "member"})
            if as_owner and ("replaced", squad) not in plan.done:
                yield Edit("relieve", {"person": person, "role": "product_owner", "of": squad})
    for _, person, chapter in sorted((k for k in plan.columns if k[0] == "departs"), key=order):
        listed, leads = plan.goes("listed", person, chapter), plan.goes("leads", person, chapter)
        if listed and leads:
            yield Edit("quit", {"person": person, "squad": f"chapter:{chapter}"})
        elif listed:
            yield Edit("quit", {"person": person, "squad": f"chapter:{chapter}", "role": "member"})
        elif leads and ("succeeded", chapter) not in plan.done:
            yield Edit("relieve", {"person": person, "role": "chapter_lead", "of": chapter})
    for _, person, tribe in sorted((k for k in plan.columns if k[0] == "steers" and k not in plan.done), key=order):
        if ("followed", tribe) not in plan.done:
            yield Edit("relieve", {"person": person, "role": "tribe_lead", "of": tribe})
    for _, role, person, where in sorted((k for k in plan.columns if k[0] == "serves" and k not in plan.done), key=str):
        yield Edit("relieve", {"person": person, "role": role, "of": where})


def _stays_otherwise(facts: Facts, plan: Plan, person: str, squad: str) -> bool:
    """Tell whether somebody who is no longer a member has another role in the squad, or will have."""
    owns = ("owner", person, squad) in plan.done or ("takes", person, squad) in plan.done
    return owns or person in facts.standing(squad)


def _lowering(org: Org, facts: Facts, plan: Plan) -> Iterator[Edit]:
    """Give the seats whose share is lowered what the others leave, in equal parts."""
    lowered: dict[str, list[str]] = {}
    for key in plan.done:
        if key[0] == "lowers":
            lowered.setdefault(key[1], []).append(key[2])
    fresh: dict[str, dict[str, float | None]] = {}
    for person in [p for p in facts.people if p in lowered]:
        view, squads = facts.view, sorted(lowered[person])
        stay = [s for s in view.squads_of(person) if s not in squads and _sits(plan, person, s)]
        rest = (
            1 - view.load_beside_squads(person) - sum((exact(a) for s in stay if (a := view.declared(person, s)) is not None), Fraction(0))
        )
        share = int(rest / len(squads) * 100) / 100
        for squad in squads:
            fresh.setdefault(squad, {})[person] = share if share > 0 else None
    for squad in [s for s in facts.index.squads if s in fresh]:
        fields: dict[str, Any] = {}
        gone = {k[1] for k in plan.columns if k[0] in {"member", "owner"} and k[2] == squad and k not in plan.done}
        for field in HOLDERS:
            old = getattr(org.squad(squad), field)
            role = "member" if field == "members" else "owner"
            left = [h for h in old if not (who_stands(org, h) in gone and plan.goes(role, who_stands(org, h), squad))]
            new = [_with_share(h, fresh[squad][p]) if (p := who_stands(org, h)) in fresh[squad] else h for h in left]
            if new != left:
                fields[field] = plain(new)
        yield Edit("change", {"kind": "squad", "id": squad, "fields": fields})


def _sits(plan: Plan, person: str, squad: str) -> bool:
    return ("member", person, squad) in plan.done or ("owner", person, squad) in plan.done


def _with_share(holder: str | Seat, share: float | None) -> str | Seat:
    if isinstance(holder, str) or holder.allocation is None or (share is not None and holder.allocation <= share):
        return holder
    return holder.person if share is None else replaced(holder, allocation=share)


class _Order:
    """Sorts columns by the order of people and teams in the chart; newcomers come last."""

    def __init__(self, facts: Facts) -> None:
        index = facts.index
        self.place = {p: k for k, p in enumerate(index.people)}
        self.teams = {name: k for k, name in enumerate((*index.tribes, *index.squads, *index.chapters))}

    def __call__(self, key: Column) -> tuple[int, int, str]:
        last = 1 << 40
        return (self.teams.get(key[2], last), self.place.get(key[1], last), str(key))


def settled_in(org: Org, facts: Facts, edits: list[Edit]) -> list[Edit]:
    """Let people who would be left without any squad move to one of their tribe with room, instead of just leaving.

    It is the same number of edits, and what a squad has too many another may need. The smallest squad comes first.
    """
    limits = facts.limits.get("SQ001")
    done: list[Edit] = []
    after = org.apply(edits)
    for edit in edits:
        changed = _moved(after, facts, edit, None if limits is None else int(limits["squad.max"]))
        if changed is not None:
            done.append(changed)
            after = after.join(changed.args["person"], changed.args["to"])
        else:
            done.append(edit)
    return done


def _moved(after: Org, facts: Facts, edit: Edit, most: int | None) -> Edit | None:
    """Return the move that an edit becomes; ``None`` where it stays what it is."""
    if edit.op != "quit" or most is None or edit.args["squad"].startswith("chapter:"):
        return None
    person, squad = str(edit.args["person"]), str(edit.args["squad"])
    view = View(index_of(after))
    further = person in facts.standing(squad) or person in facts.view.owners(squad)
    tribe = facts.index.tribe_of[squad]
    if further or tribe is None or view.squads_of(person) or view.index.tribe_of.get(squad) != tribe:
        return None
    if not (view.chapters_of(person) or not facts.binds("MB002", person)):
        return None
    if person not in facts.heads[tribe] or person not in view.tribe_people(tribe):
        return None  # who no longer counts in the tribe was perhaps meant to go
    room = [s for s in view.squads_in(tribe) if s != squad and 0 < len(view.squad_people(s)) < most]
    if not room:
        return None
    return Edit("move", {"person": person, "to": min(room, key=lambda s: len(view.squad_people(s))), "from_squad": squad})
