"""A plan in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from .road.telling import road_lines
from .staffing.terms import TERMS

if TYPE_CHECKING:
    from .plan import Plan

__all__ = ["further_lines", "head_line", "plan_lines", "term_cells"]

_WORDS: Final = {
    "en": {
        "head": "proposal: {status}",
        "proven": "proven",
        "bound": "not proven, at least {bound}",
        "now": "today {value}",
        "shortages": "short of",
        "shares": "squads, by the share of their skills that nobody in them has at that level",
        "coverage": "skills",
        "hires": "to hire",
        "trainings": "to train",
        "costs": "what that costs",
        "duties": "duties that nobody would hold any more",
        "consultation": "before anything binds",
        "relaxations": "what would help",
        "conflict": "these wishes contradict each other",
        "because": "because {because}",
        "managers": "{n} of {all} people get another line manager",
        "manager": "1 of {all} people gets another line manager",
        "invented": "invented names, to be replaced",
        "time": "the time limit came before every proof",
        "interrupt": "interrupted before every proof",
        "staying": "stays as it is: {unit}",
    },
    "nl": {
        "head": "voorstel: {status}",
        "proven": "bewezen",
        "bound": "niet bewezen, minstens {bound}",
        "now": "nu {value}",
        "shortages": "tekort aan",
        "shares": "squads, naar het deel van hun vaardigheden dat niemand erin op dat niveau heeft",
        "coverage": "vaardigheden",
        "hires": "aan te nemen",
        "trainings": "op te leiden",
        "costs": "wat dat kost",
        "duties": "taken die niemand meer zou hebben",
        "consultation": "voordat iets bindend is",
        "relaxations": "wat zou helpen",
        "conflict": "deze wensen spreken elkaar tegen",
        "because": "want {because}",
        "managers": "{n} van {all} mensen krijgen een andere leidinggevende",
        "manager": "1 van {all} mensen krijgt een andere leidinggevende",
        "invented": "bedachte namen, nog te vervangen",
        "time": "de tijd was om voor alles bewezen was",
        "interrupt": "onderbroken voor alles bewezen was",
        "staying": "blijft zoals het is: {unit}",
    },
}
_STATUS: Final = {
    "nl": {"optimal": "optimaal", "feasible": "haalbaar", "infeasible": "onmogelijk", "no_solution_yet": "nog geen oplossing"},
    "en": {"optimal": "optimal", "feasible": "feasible", "infeasible": "infeasible", "no_solution_yet": "no solution yet"},
}


def plan_lines(plan: Plan) -> Iterable[str]:
    """Yield what a plan proposes, line by line: its terms, its road, what is lacking and what would help."""
    words = _WORDS[plan.language]
    yield head_line(plan)
    if plan.stopped_by:
        yield words["interrupt" if plan.stopped_by == "interrupt" else "time"]
    for tier, label, today, value, proof in term_cells(plan):
        yield f"  {tier}  {value:>4}  {label} ({proof}" + (f"; {words['now'].format(value=today)})" if today else ")")
    yield from further_lines(plan)


def head_line(plan: Plan) -> str:
    """Return the status of a plan in words."""
    return _WORDS[plan.language]["head"].format(status=_STATUS[plan.language][plan.status])


def term_cells(plan: Plan) -> Iterable[tuple[str, str, str, str, str]]:
    """Yield tier, what is counted, its value today (empty where it is not counted), its value in the plan, and the proof."""
    words = _WORDS[plan.language]
    labels = {t.name: getattr(t, plan.language) for t in TERMS}
    today = {o.name: _counted(o.value, o.parts) for o in plan.as_is}
    for one in plan.objective:
        proof = words["proven"] if one.proven else words["bound"].format(bound=_counted(one.bound, one.parts))
        label = labels[one.name] if one.parts == 1 else words["shares"]
        yield str(one.tier), label, today.get(one.name, ""), _counted(one.value, one.parts), proof


def _counted(value: int, parts: int) -> str:
    """Write a number in whole units; shares of squads with what a thousandth of one says."""
    return str(value) if parts == 1 else f"{value / parts:.3f}"


def further_lines(plan: Plan) -> Iterable[str]:
    """Yield what stands below the terms: the tribes, the road, what is lacking and what would help."""
    words = _WORDS[plan.language]
    if plan.org is not None:
        for tribe in plan.org.tribes:
            squads, chapters = len(tribe.squads), len(tribe.chapters)
            yield f"  {tribe.label}: {squads} squad{'s' * (squads != 1)}, {chapters} chapter{'s' * (chapters != 1)}"
    yield from (f"  {words['staying'].format(unit=unit)}" for unit in plan.staying)
    if plan.moves:
        changed = sum(m.before["line_manager"] != m.line_manager for m in plan.moves)
        yield words["manager" if changed == 1 else "managers"].format(n=changed, all=len(plan.moves))
    yield from road_lines(plan.road, plan.stages, plan.language)
    for kind in ("coverage", "shortages", "hires", "trainings", "costs", "duties", "consultation"):
        if plan.gaps.get(kind):
            yield f"{words[kind]}:"
            for text, number in Counter(one["text"] for one in plan.gaps[kind]).items():
                yield f"  {text}" + (f" (×{number})" if number > 1 else "")
    if plan.relaxations:
        yield f"{words['relaxations']}:"
        yield from (f"  {one['text']}" for one in plan.relaxations)
    if plan.conflict:
        yield f"{words['conflict']}:"
        yield from (f"  {one['message']}" for one in plan.conflict)
        yield from (
            f"  {words['because'].format(because=why)}" for why in dict.fromkeys(c["because"] for c in plan.conflict if "because" in c)
        )
    if plan.placeholders:
        yield f"{words['invented']}: {', '.join(plan.placeholders)}"
