"""What if somebody must sit somewhere: the best plan with one wish more, close to the one there was."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ...errors import UsageError
from ...model.ids import not_found
from ...model.replacing import replaced
from ..admitting import admit
from ..blueprint.defaults import Completed
from ..blueprint.records import Lock
from ..concluding import arranged
from ..origin import origin_of
from ..plan import Plan
from .replanning import planned_again

if TYPE_CHECKING:
    from ..origin import Origin

__all__ = ["with_lock"]


def with_lock(
    plan: Plan,
    person: str,
    squad: str | None = None,
    role: str | None = None,
    chapter: str | None = None,
    tribe: str | None = None,
    time_limit: float | None = None,
) -> Plan:
    """Return the best plan with a lock more; see :meth:`Plan.with_lock`."""
    origin = origin_of(plan)
    plan.move(person)
    named = [(kind, name) for kind, name in (("squad", squad), ("chapter", chapter), ("tribe", tribe)) if name is not None]
    if len(named) != 1:
        raise UsageError("a lock names one squad, one chapter or one tribe")
    kind, place = named[0]
    home = _tribes_by(origin, kind)
    if place not in home:
        raise not_found(kind, place, list(home))
    lock = Lock(person=person, squad=squad, chapter=chapter, tribe=tribe, role=role or _usual(kind))
    blueprint = origin.completed.blueprint
    completed = replace(origin.completed, blueprint=replaced(blueprint, locks=(*blueprint.locks, lock)))
    if kind != "squad":
        completed = _moved(completed, person, home[place], chapter)
    moving = [c for c in origin.people if any(c.id in inside for inside in completed.people.values())]
    completed = admit(completed, moving)
    made = arranged(replace(origin, completed=completed))
    return made if isinstance(made, Plan) else planned_again(plan, made, time_limit)


def _usual(kind: str) -> str | None:
    return {"chapter": "chapter_lead", "tribe": "tribe_lead"}.get(kind)


def _tribes_by(origin: Origin, kind: str) -> dict[str, str]:
    """Return the tribe of every squad, chapter or tribe."""
    tribes = origin.completed.blueprint.tribes
    if kind == "tribe":
        return {tribe.id: tribe.id for tribe in tribes}
    return {one.id: tribe.id for tribe in tribes for one in (tribe.squads if kind == "squad" else tribe.chapters)}


def _moved(completed: Completed, person: str, tribe: str, chapter: str | None) -> Completed:
    """Return the same with somebody in a tribe, and in a chapter where one is named."""
    if not any(person in inside for inside in completed.people.values()):
        return completed  # who stays outside the tribes is told so by what cannot be
    people = {t: tuple(p for p in inside if p != person or t == tribe) for t, inside in completed.people.items()}
    if person not in people[tribe]:
        people[tribe] = (*people[tribe], person)
    here = {c.id for t in completed.blueprint.tribes if t.id == tribe for c in t.chapters}
    home = {p: c for p, c in completed.home.items() if p != person or c in here}
    return replace(completed, people=people, home=home | ({person: chapter} if chapter is not None else {}))
