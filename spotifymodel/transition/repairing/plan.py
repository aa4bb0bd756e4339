"""Solve the programme of a repair: the fewest changes, then one plan among the equally good ones."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from ...checking.finding import Finding
from ...errors import ConflictError
from ...rules.succession import free_id, possible_owners
from ..solver.highs import Solved
from .borders import draw_borders
from .candidates import Candidates
from .columns import Columns
from .effort import Effort
from .facts import Facts

__all__ = ["Plan", "plan_of"]

Column = tuple[Any, ...]

#: So many broken places are named in a refusal.
_NAMED: Final = 5


@dataclass(frozen=True)
class Plan:
    """What a repair does, as columns of its programme.

    Attributes
    ----------
    done : frozenset of tuple
        The columns that are one.
    columns : frozenset of tuple
        All columns: a kept edge that is not among the done ones goes.
    newcomers : tuple of str
        Vacancies that are added.
    founded : str or None
        A tribe that is added.
    bound : int
        No repair needs fewer edits with as few additions.
    proven : bool
    """

    done: frozenset[Column]
    columns: frozenset[Column]
    newcomers: tuple[str, ...]
    founded: str | None
    bound: int
    proven: bool

    def goes(self, *column: Any) -> bool:
        """Tell whether an edge of before is no longer there."""
        return column in self.columns and column not in self.done


def plan_of(facts: Facts, demand: int, broken: Iterable[Finding], effort: Effort) -> Plan:
    """Return the plan with the fewest changes; vacancies and tribes are added only when nobody fits.

    Parameters
    ----------
    facts : Facts
    demand : int
        How many vacancies could be of use.
    broken : iterable of Finding
        What is broken, for the message.
    effort : Effort
        When the search ends; all its parts together.

    Raises
    ------
    ConflictError
        When nothing makes all rules hold.
    LimitReachedError
        When it is to end before any repair is found.
    """
    broken = list(broken)
    codes = sorted({f.code for f in broken})
    effort.tell("the fewest changes")
    first = _solve(facts, 0, None, effort)
    if isinstance(first, Plan):
        return first
    founded = free_id({*facts.index.tribes, "tribe"}, "tribe") if {"SQ009", "TR001"} & set(codes) else None
    vacancies = 0 if facts.index.mode == "live" else demand
    if vacancies or founded:
        effort.tell("the fewest changes, with vacancies")
    second = _solve(facts, vacancies, founded, effort) if vacancies or founded else first
    if isinstance(second, Plan):
        return second
    if second.status == "limit":
        raise effort.ended()
    raise ConflictError(_refusal(facts, broken, codes), codes)


def _refusal(facts: Facts, broken: Sequence[Finding], codes: Sequence[str]) -> str:
    """Return which rules cannot hold together, where they are broken, by how much, and what would help."""
    worst = sorted(broken, key=lambda f: (f.limit is None, -((f.measured or 0) - (f.limit or 0)), f.code, f.subject))
    where = [
        f"{f.code} at {f.subject}" + (f" (measured {f.measured:g}, limit {f.limit:g})" if f.measured and f.limit else "")
        for f in worst[:_NAMED]
    ]
    more = f" and {len(worst) - _NAMED} more" if len(worst) > _NAMED else ""
    ways = []
    if facts.index.mode == "live":
        ways.append("a live chart takes no vacancies: mode='design' does")
    if "TR001" in codes:
        ways.append("a repair founds one tribe at most: move squads and chapters to new tribes yourself until one more is enough")
    if "SQ001" in codes:
        ways.append("a repair splits no squads: split the largest yourself")
    if not ways:
        ways.append("mend one of these by hand, or choose a profile with other limits (profile=, on the command line --profile)")
    told = "; ".join(ways)
    return (
        f"nothing that a repair may change makes {', '.join(codes)} hold together. "
        f"Broken are: {', '.join(where)}{more}. {told[0].upper()}{told[1:]}."
    )


def _solve(facts: Facts, vacancies: int, founded: str | None, effort: Effort) -> Plan | Solved:
    taken, newcomers = set(facts.index.people), []
    for _ in range(vacancies):
        newcomers.append(free_id({*taken, "vacancy"}, "vacancy") if "vacancy-1" in taken else "vacancy-1")
        taken.add(newcomers[-1])
    candidates = Candidates(facts, tuple(newcomers))
    edges = sum(map(len, facts.index.squad_people.values())) + sum(map(len, facts.index.chapter_people.people.values()))
    invention = float(1 + 3 * (edges + candidates.places + len(facts.index.tribes)))
    columns = Columns(facts, candidates, invention)
    draw_borders(columns, founded, invention)
    programme = columns.programme
    solved = programme.solve(time_limit=effort.left(), stop=effort.for_the_fewest())
    if solved.status in {"infeasible", "limit"}:
        return solved
    costs = dict(zip(programme.columns, programme.costs, strict=True))
    # The number of changes is kept, and of all plans with so many one is chosen: the same on every machine.
    programme.row([(cost, key) for key, cost in costs.items() if cost], high=round(solved.objective) + 0.5)
    wishes = Wishes(facts)
    effort.tell("one of the repairs with as many changes")
    preferred = {key: wishes.weight(key) for key in costs}  # type: ignore[arg-type]
    chosen = programme.solve(preferred, effort.left(), solved.values, effort.for_the_choice(len(costs)))
    values = chosen.values if chosen.values else solved.values
    done = frozenset(key for key, value in values.items() if value > 0.5)
    inventions = [key for key in done if key[0] in {"hired", "founded"}]  # type: ignore[index]
    kept = tuple(v for v in newcomers if ("hired", v) in done)
    return Plan(
        done=done,  # type: ignore[arg-type]
        columns=frozenset(costs),  # type: ignore[arg-type]
        newcomers=kept,
        founded=founded if ("founded", founded) in done else None,
        bound=max(0, _ceiling(solved.bound) - round(len(inventions) * invention)),
        proven=solved.status == "optimal",
    )


def _ceiling(value: float) -> int:
    return -int(-(value - 1e-4) // 1)


class Wishes:
    """What is preferred among plans with equally many changes; never how well anybody works."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts

    def weight(self, key: Column) -> float:
        """Return what a column costs: whole steps of what is preferred."""
        return float(self._wish(key) or 0)

    def _wish(self, key: Column) -> int | None:
        facts, view, what = self.facts, self.facts.view, key[0]
        if what == "quits":
            person, squad = key[1:]
            alone = len(view.squads_of(person)) == 1
            return 4 * alone + 3 * (person in view.owners(squad)) + (not facts.is_vacancy(person)) + bool(view.chapters_led(person))
        if what == "takes":
            return self._owner(*key[1:])
        if what in {"heads", "rises"}:
            person, where = key[1:]
            inside = (
                person in facts.view.chapter_people(where) if what == "heads" else where in facts.heads and person in facts.heads[where]
            )
            busy = 2 * len(view.chapters_led(person)) + 2 * len(view.tribes_led(person)) + len(view.owned_by(person))
            record = facts.index.people.get(person)
            senior = record is not None and record.seniority == "senior"
            return 6 * (not inside) + 8 * facts.is_vacancy(person) + busy + (not senior)
        if what == "joins":
            person, chapter = key[1:]
            near = facts.index.chapter_tribe[chapter] in view.work_tribes(person)
            return 1 + facts.mismatch(person, chapter) + 5 * (not near)
        if what == "departs":
            person, chapter = key[1:]
            return 1 + 4 * (person in view.chapter_leads(chapter))
        if what == "moves" and key[1] == "squad":
            ties = sum(1 for p in view.squad_people(key[2]) if p in facts.heads.get(key[3], ()))
            return max(0, 9 - ties)
        return 1 if what in {"moves", "lowers", "resigns", "relieved", "ends", "hired", "founded"} else None

    def _owner(self, person: str, squad: str) -> int:
        facts, view = self.facts, self.facts.view
        fitting = possible_owners(view, squad)
        if person in fitting:
            return min(fitting.index(person), 3)
        tribe = facts.index.tribe_of.get(squad)
        near = tribe is None or person in facts.heads.get(tribe, ())
        record = facts.index.people.get(person)
        apart = record is not None and record.second_line
        busy = len(view.squads_of(person)) + len(view.owned_by(person)) + 2 * len(view.tribes_led(person))
        return 4 + 4 * (not near) + 8 * facts.is_vacancy(person) + 6 * apart + busy
