"""A proposal: the organisation to be, who moves where and why, what it is worth, and what is proven of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, Literal

from ..model.org import Org
from .explaining import WhyNot
from .questions import Questions
from .road.road import Road
from .road.stage import Stage
from .road.telling import road_lines
from .staffing.instance import Instance
from .staffing.solving import Answer
from .staffing.terms import TERMS

if TYPE_CHECKING:
    from .origin import Origin

__all__ = ["FORMAT", "Move", "Objective", "Plan", "Status"]

FORMAT: Final = "spotifymodel-plan/1"
Status = Literal["optimal", "feasible", "infeasible", "no_solution_yet"]
HrStatus = Literal["follows", "changed", "new", "open"]


@dataclass(frozen=True, slots=True)
class Objective:
    """One term of what a plan is judged by.

    Parameters
    ----------
    tier : int
        0 to 4; a term counts only among the best of all before it.
    name, unit : str
    value : int
        Of this plan, in that unit; smaller is better.
    bound : int
        What no plan for this blueprint can be better than, given the terms before.
    proven : bool
        Whether the two are one.
    """

    tier: int
    name: str
    unit: str
    value: int
    bound: int
    proven: bool

    @property
    def gap(self) -> float:
        """The share of the value that is above its bound: 0 where it is proven, 1 where nothing is known.

        Examples
        --------
        >>> Objective(3, "other_site", "seats", 100, 98, False).gap
        0.02
        """
        return (self.value - self.bound) / self.value if self.value else 0.0


@dataclass(frozen=True, slots=True)
class Move:
    """Where somebody comes from and goes to; everybody has one, also who stays.

    Parameters
    ----------
    person : str
    before : mapping
        ``unit``, ``squads``, ``line_manager`` of today.
    tribe, chapter : str or None
    squads : tuple of mapping
        ``id``, ``allocation``, ``role`` each.
    line_manager : str or None
    hr_status : {"follows", "changed", "new", "open"}
        Whether the job stays (almost) the same, changes, is new, or is not settled. A flag for human judgement.
    reasons : tuple of str
    week : int
        When they leave the line, in weeks after the start; 0 for who stays.
    fit : tuple of mapping
        ``role``, ``of``, ``answer`` (``yes``, ``no`` or ``unknown``) and ``gaps`` for every role: whether they fit it, and what
        is missing or not told.
    """

    person: str
    before: Mapping[str, Any]
    tribe: str | None
    chapter: str | None
    squads: tuple[Mapping[str, Any], ...]
    line_manager: str | None
    hr_status: HrStatus
    reasons: tuple[str, ...]
    week: int = 0
    fit: tuple[Mapping[str, Any], ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the move as JSON holds it."""
        return {
            "person": self.person,
            "from": dict(self.before),
            "tribe": self.tribe,
            "chapter": self.chapter,
            "squads": [dict(s) for s in self.squads],
            "line_manager": self.line_manager,
            "hr_status": self.hr_status,
            "week": self.week,
            "reasons": list(self.reasons),
            "fit": [dict(one) for one in self.fit],
        }


@dataclass(frozen=True)
class Plan(Questions):
    """What :func:`spotifymodel.propose` proposes.

    Attributes
    ----------
    status : {"optimal", "feasible", "infeasible", "no_solution_yet"}
        ``optimal`` where tiers 0 to 3 are proven.
    objective : tuple of Objective
    as_is : tuple of Objective
        The same terms for staying as it is; a bound is not asked.
    org : Org or None
        The chart to be; ``None`` where there is none. It stands where only the way to it is infeasible.
    moves : tuple of Move
    gaps : mapping
        ``hires`` and ``trainings``: what to find or learn for which seat; ``shortages``; ``duties`` that somebody holds today
        and nobody would; ``consultation``, flags of whom to ask first.
    stages : tuple of Stage
        The way there: today, waves of squads that go live, the target; each is a chart that is valid by itself. Empty where the
        limits of the blueprint leave no road; ``conflict`` and ``relaxations`` then say why, and what would open one.
    road : Road or None
        What is known of the way as a whole: what it is worth, what is proven of that, and what waits for whom.
    conflict : tuple of mapping
        The smallest set of wishes that contradict each other.
    placeholders : tuple of str
        Names that nobody gave and the plan invented.
    staying : tuple of str
        Units that may stay as they are and do, because the plan is no better with their people.
    seed : int
        Kept with the plan; the answer does not depend on it.
    stopped_by : str or None
    """

    status: Status
    objective: tuple[Objective, ...] = ()
    as_is: tuple[Objective, ...] = ()
    org: Org | None = None
    moves: tuple[Move, ...] = ()
    gaps: Mapping[str, tuple[Mapping[str, Any], ...]] = field(default_factory=lambda: {"hires": (), "trainings": ()})
    conflict: tuple[Mapping[str, Any], ...] = ()
    relaxations: tuple[Mapping[str, Any], ...] = ()
    placeholders: tuple[str, ...] = ()
    seed: int = 0
    stopped_by: str | None = None
    language: Literal["en", "nl"] = "en"
    stages: tuple[Stage, ...] = ()
    road: Road | None = None
    staying: tuple[str, ...] = ()
    staffing: tuple[tuple[Instance, Answer], ...] = field(default=(), repr=False, compare=False)
    origin: Origin | None = field(default=None, repr=False, compare=False)

    @classmethod
    def from_dict(cls, document: Mapping[str, Any]) -> Plan:
        """Read a plan back from what :meth:`to_dict` returned, or from the JSON of it.

        Raises
        ------
        InputRefusedError
            Where the document is no plan.

        Notes
        -----
        A document holds what was found, not how: :meth:`why` answers from it, :meth:`why_not` needs the plan of the search itself.
        """
        from .recalling import plan_from_document

        return plan_from_document(document)

    def move(self, person: str) -> Move:
        """Return the move of somebody.

        Raises
        ------
        NotFoundError
            Where the plan knows nobody of that id, with the nearest ids.
        """
        found = next((m for m in self.moves if m.person == person), None)
        if found is None:
            from ..model.ids import not_found

            raise not_found("person", person, [m.person for m in self.moves])
        return found

    def why(self, person: str) -> tuple[str, ...]:
        """Return the reasons for what is proposed for somebody."""
        return self.move(person).reasons

    def why_not(self, person: str, squad: str, time_limit: float | None = None) -> WhyNot:
        """Return what it would cost to seat somebody in a squad, term by term: the staffing is solved again with that wish.

        Examples
        --------
        >>> import spotifymodel as sm
        >>> plan = sm.propose(sm.example("polderbank"))
        >>> print(plan.why_not("p004", "tribe-1-squad-9"))  # doctest: +ELLIPSIS
        p004 in tribe-1-squad-9 ...
        """
        from .explaining import why_not

        return why_not(self, person, squad, time_limit)

    def to_dict(self) -> dict[str, Any]:
        """Return the plan as JSON holds it, in the format ``spotifymodel-plan/1``."""
        return {
            "format": FORMAT,
            "status": self.status,
            "stopped_by": self.stopped_by,
            "seed": self.seed,
            "objective": [_term(o) for o in self.objective],
            "as_is": [{k: v for k, v in _term(o).items() if k not in ("bound", "proven")} for o in self.as_is],
            "org": None if self.org is None else self.org.to_dict(),
            "moves": [m.to_dict() for m in self.moves],
            "gaps": {kind: [dict(one) for one in found] for kind, found in self.gaps.items()},
            "stages": [stage.to_dict() for stage in self.stages],
            "road": None if self.road is None else self.road.to_dict(),
            "conflict": [dict(c) for c in self.conflict],
            "relaxations": [dict(r) for r in self.relaxations],
            "placeholders": list(self.placeholders),
            "staying": list(self.staying),
        }

    def __str__(self) -> str:
        return "\n".join(_lines(self)) + "\n"

    def __repr__(self) -> str:
        return f"<Plan {self.status}: {len(self.moves)} moves>"

    def _repr_html_(self) -> str:
        from html import escape

        return f"<pre>{escape(str(self))}</pre>"


def _term(one: Objective) -> dict[str, Any]:
    return {"tier": one.tier, "name": one.name, "unit": one.unit, "value": one.value, "bound": one.bound, "proven": one.proven}


_WORDS: Final = {
    "en": {
        "head": "proposal: {status}",
        "proven": "proven",
        "bound": "not proven, at least {bound}",
        "now": "today {value}",
        "shortages": "short of",
        "hires": "to hire",
        "trainings": "to train",
        "duties": "duties that nobody would hold any more",
        "consultation": "before anything binds",
        "relaxations": "what would help",
        "conflict": "these wishes contradict each other",
        "managers": "{n} of {all} people get another line manager",
        "invented": "invented names, to be replaced",
        "stopped": "the limit came before every proof",
        "staying": "stays as it is: {unit}",
    },
    "nl": {
        "head": "voorstel: {status}",
        "proven": "bewezen",
        "bound": "niet bewezen, minstens {bound}",
        "now": "nu {value}",
        "shortages": "tekort aan",
        "hires": "aan te nemen",
        "trainings": "op te leiden",
        "duties": "taken die niemand meer zou hebben",
        "consultation": "voordat iets bindend is",
        "relaxations": "wat zou helpen",
        "conflict": "deze wensen spreken elkaar tegen",
        "managers": "{n} van {all} mensen krijgen een andere leidinggevende",
        "invented": "bedachte namen, nog te vervangen",
        "stopped": "de tijd was om voor alles bewezen was",
        "staying": "blijft zoals het is: {unit}",
    },
}
_STATUS: Final = {
    "nl": {"optimal": "optimaal", "feasible": "haalbaar", "infeasible": "onmogelijk", "no_solution_yet": "nog geen oplossing"},
    "en": {"optimal": "optimal", "feasible": "feasible", "infeasible": "infeasible", "no_solution_yet": "no solution yet"},
}


def _lines(plan: Plan) -> Iterable[str]:
    words = _WORDS[plan.language]
    yield words["head"].format(status=_STATUS[plan.language][plan.status])
    if plan.stopped_by:
        yield words["stopped"]
    labels = {t.name: getattr(t, plan.language) for t in TERMS}
    today = {o.name: o.value for o in plan.as_is}
    for one in plan.objective:
        proof = words["proven"] if one.proven else words["bound"].format(bound=one.bound)
        now = f"; {words['now'].format(value=today[one.name])}" if one.name in today else ""
        yield f"  {one.tier}  {one.value:>4}  {labels[one.name]} ({proof}{now})"
    if plan.org is not None:
        for tribe in plan.org.tribes:
            yield f"  {tribe.label}: {len(tribe.squads)} squads, {len(tribe.chapters)} chapters"
    yield from (f"  {words['staying'].format(unit=unit)}" for unit in plan.staying)
    if plan.moves:
        changed = sum(m.before["line_manager"] != m.line_manager for m in plan.moves)
        yield words["managers"].format(n=changed, all=len(plan.moves))
    yield from road_lines(plan.road, plan.stages, plan.language)
    for kind in ("shortages", "hires", "trainings", "duties", "consultation"):
        if plan.gaps.get(kind):
            yield f"{words[kind]}:"
            yield from (f"  {one['text']}" for one in plan.gaps[kind])
    if plan.relaxations:
        yield f"{words['relaxations']}:"
        yield from (f"  {one['text']}" for one in plan.relaxations)
    if plan.conflict:
        yield f"{words['conflict']}:"
        yield from (f"  {one['message']}" for one in plan.conflict)
    if plan.placeholders:
        yield f"{words['invented']}: {', '.join(plan.placeholders)}"
