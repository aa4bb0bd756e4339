"""What if somebody leaves: the rules that break, who takes over in the best plan without them, and the price."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ...checking.finding import Finding
from ...checking.run import check
from ...errors import LimitReachedError, UsageError
from ...graph.index import index_of
from ...model.org import Org
from ...model.replacing import replaced
from ..blueprint.records import Blueprint, WantedTribe
from ..concluding import arranged
from ..explaining import Price
from ..options.difference import changed
from ..options.handing import places_of
from ..origin import origin_of
from ..people.candidate import candidates
from ..plan import Plan
from ..staffing.terms import TERMS
from .replanning import planned_again
from .roles import Role, roles_of
from .words import ROLES, SAY

if TYPE_CHECKING:
    from ..blueprint.defaults import Completed

__all__ = ["Successor", "Without", "newly_broken", "without"]


@dataclass(frozen=True, slots=True)
class Successor:
    """Who takes a role or seat over.

    Attributes
    ----------
    role : Role
    people : tuple of str
        Empty where nobody does.
    vacant : bool
        Whether it waits for somebody to be hired.
    """

    role: Role
    people: tuple[str, ...]
    vacant: bool


@dataclass(frozen=True)
class Without:
    """A plan without some people.

    Attributes
    ----------
    people : tuple of str
    breaks : tuple of Finding
        What the rules newly find in the chart of the plan as soon as they are gone and nobody has taken over.
    takes_over : tuple of Successor
        For each of their roles and seats, in the best plan without them.
    prices : tuple of Price
        What that plan loses (above zero) or wins, in each term.
    elsewhere : tuple of str
        Who else sits in other squads or on other seats then.
    plan : Plan
        ``infeasible`` where there is none.
    """

    people: tuple[str, ...]
    breaks: tuple[Finding, ...]
    takes_over: tuple[Successor, ...]
    prices: tuple[Price, ...]
    elsewhere: tuple[str, ...]
    plan: Plan

    def to_dict(self) -> dict[str, Any]:
        """Return the answer as plain data, without the chart of the new plan."""
        return {
            "people": list(self.people),
            "breaks": [{"code": f.code, "severity": f.severity, "subject": f.subject._asdict(), "message": f.message} for f in self.breaks],
            "takes_over": [
                {"role": s.role.name, "of": {"kind": s.role.kind, "id": s.role.of}, "people": list(s.people), "vacant": s.vacant}
                for s in self.takes_over
            ],
            "prices": [asdict(p) for p in self.prices],
            "elsewhere": list(self.elsewhere),
            "status": self.plan.status,
            "conflict": [dict(c) for c in self.plan.conflict],
        }

    def _lines(self) -> list[str]:
        language = self.plan.language
        say, roles = SAY[language], ROLES[language]
        lines = [say["without"].format(people=say["and"].join(self.people))]
        lines.append(f"  {say['breaks'] if self.breaks else say['nothing']}" + (":" if self.breaks else ""))
        lines += [f"    {f.code} {f.message}" for f in self.breaks]
        if self.plan.org is None:
            why = "; ".join(c["message"] for c in self.plan.conflict)
            return [*lines, f"  {say['impossible'].format(why=why)}"]
        lines += [f"  {say['over']}:"] if self.takes_over else []
        for one in self.takes_over:
            who = ", ".join(one.people) or say["vacancy" if one.vacant else "nobody"]
            lines.append(f"    {say['role'].format(role=roles[one.role.name].format(of=one.role.of), who=who)}")
        labels = {t.name: getattr(t, language) for t in TERMS}
        price = ", ".join(f"{p.change:+d} {labels[p.name]}" for p in self.prices)
        lines.append(f"  {say['price'].format(price=price) if price else say['free']}")
        if self.elsewhere:
            lines.append(f"  {say['elsewhere'].format(who=', '.join(self.elsewhere))}")
        if self.plan.stopped_by:
            lines.append(f"  {say['unproven']}")
        return lines

    def __str__(self) -> str:
        return "\n".join(self._lines()) + "\n"

    def _repr_html_(self) -> str:
        return f"<pre>{escape(str(self))}</pre>"


def without(plan: Plan, people: Sequence[str], time_limit: float | None = None) -> Without:
    """Return what happens to a plan when people leave; see :meth:`Plan.without`."""
    origin = origin_of(plan)
    if not people:
        raise UsageError("name at least one person who leaves")
    gone = tuple(dict.fromkeys(plan.move(p).person for p in people))
    if len(gone) >= len(plan.moves):
        raise UsageError("nobody would be left to plan for")
    assert plan.org is not None  # or it would have no origin
    org = leaving(origin.org, gone)
    completed = _completed(origin.completed, frozenset(gone))
    left = candidates(index_of(org), origin.limits)
    made = arranged(replace(origin, org=org, completed=completed, people=left))
    again = made if isinstance(made, Plan) else planned_again(plan, made, time_limit)
    if again.status == "no_solution_yet":
        raise LimitReachedError(
            f"no plan without {', '.join(gone)} was found before the limit; give it more time", again.stopped_by or "time"
        )
    after = {o.name: o.value for o in again.objective}
    prices = tuple(Price(o.tier, o.name, o.unit, after[o.name] - o.value) for o in plan.objective if after.get(o.name, o.value) != o.value)
    breaks = newly_broken(plan.org, gone, origin.asked, origin.language)
    return Without(gone, breaks, _successors(plan.org, again, frozenset(gone)), prices, changed(places_of(plan), places_of(again)), again)


def leaving(org: Org, gone: Sequence[str]) -> Org:
    """Return a chart without some people."""
    for person in gone:
        org = org.remove("person", person, cascade=True)
    return org


def newly_broken(org: Org, gone: Sequence[str], profile: str | Path | None, language: str | None) -> tuple[Finding, ...]:
    """Return what the rules find in a chart without some people, and not with them."""
    before = {(f.code, f.subject) for f in check(org, profile=profile, language=language).findings}
    after = check(leaving(org, gone), profile=profile, language=language)
    return tuple(f for f in after.findings if (f.code, f.subject) not in before)


def _completed(completed: Completed, gone: frozenset[str]) -> Completed:
    """Return a completed blueprint that names nobody of those who are gone."""
    wanted = completed.blueprint
    blueprint: Blueprint = replaced(
        wanted,
        tribes=tuple(_tribe(tribe, gone) for tribe in wanted.tribes),
        locks=tuple(lock for lock in wanted.locks if lock.person not in gone),
        forbid=tuple(one for one in wanted.forbid if one.person not in gone),
        preferences=tuple(one for one in wanted.preferences if one.person not in gone),
        keep_together=tuple(tuple(p for p in group if p not in gone) for group in wanted.keep_together),
    )
    people = {tribe: tuple(p for p in inside if p not in gone) for tribe, inside in completed.people.items()}
    home = {p: c for p, c in completed.home.items() if p not in gone}
    elsewhere = {p: to for p, to in completed.elsewhere.items() if p not in gone}
    return replace(completed, blueprint=blueprint, people=people, home=home, elsewhere=elsewhere)


def _tribe(tribe: WantedTribe, gone: frozenset[str]) -> WantedTribe:
    coaches = tribe.agile_coaches
    named = tuple(p for p in coaches if p not in gone) if isinstance(coaches, tuple) else coaches
    made: WantedTribe = replaced(tribe, lead=None if tribe.lead in gone else tribe.lead, agile_coaches=named)
    return made


def _successors(org: Org, again: Plan, gone: frozenset[str]) -> tuple[Successor, ...]:
    if again.org is None:
        return ()
    after = roles_of(again.org)
    vacant = {p.id for chart in (org, again.org) for p in chart.people if p.vacancy}
    found: list[Successor] = []
    for role, holders in roles_of(org).items():
        if gone.intersection(holders):
            now = after.get(role, ())
            people = tuple(p for p in now if p not in holders and p not in vacant)
            # The same vacancy may have another id in another plan: only their number tells.
            more = len(vacant.intersection(now)) > len(vacant.intersection(holders))
            found.append(Successor(role, people, more and not people))
    return tuple(found)
