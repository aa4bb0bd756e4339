"""What one more of something would save: the staffing of a tribe is solved again with it, and the terms are compared."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from time import monotonic
from typing import TYPE_CHECKING, Final

from ..origin import origin_of
from ..staffing.instance import Folk, Instance
from ..staffing.solving import Answer, solve
from ..staffing.terms import TERMS
from .records import PriceKind, ShadowPrice

if TYPE_CHECKING:
    from ..plan import Plan

__all__ = ["prices_of"]

#: Whoever is not there yet: no id of a chart holds a control character.
_SOMEBODY: Final = "\x00"
#: What one more person, and one more owner, can lower at all.
_MAY_FALL: Final = {
    "hire": tuple(term.name for term in TERMS if term.name not in ("unplaced", "other_tribe", "preferences")),
    "train": ("open_owner_seats", "owners_not_fit", "owners_unknown"),
}


def prices_of(plan: Plan, time_limit: float | None = None, progress: Callable[[str], None] | None = None) -> tuple[ShadowPrice, ...]:
    """Return what one more person in each chapter, and one more of its people who fits to own a squad, would save.

    Parameters
    ----------
    plan : Plan
    time_limit : float, optional
        Seconds for all of them; what is not asked by then is left out.
    progress : callable, optional
        Called with the tribe and chapter that is being asked.

    Returns
    -------
    tuple of ShadowPrice
        Only what makes the plan better: the dearest term that gets better first, then the larger step, then by name.

    Raises
    ------
    UsageError
        Where the plan was read from a file.

    Notes
    -----
    One more person sits where most of their chapter sit, has none of the skills that squads ask, and does not fit to own: what an
    owner would save is asked by itself. Everybody of the plan may get another seat. A chapter is asked only where a term that is
    above zero could fall. O(chapters) solves of a tribe.
    """
    until = None if time_limit is None else monotonic() + time_limit
    tribes = [tribe.id for tribe in origin_of(plan).completed.blueprint.tribes]
    found: list[ShadowPrice] = []
    for tribe, (instance, answer) in zip(tribes, plan.staffing, strict=True):
        found += _of(tribe, instance, answer, until, progress)
    order = {term.name: k for k, term in enumerate(TERMS)}
    return tuple(sorted(found, key=lambda p: (order[next(iter(p.saves))], next(iter(p.saves.values())), p.kind, p.tribe, p.chapter)))


def _of(
    tribe: str, instance: Instance, answer: Answer, until: float | None, progress: Callable[[str], None] | None
) -> Iterator[ShadowPrice]:
    before = {level.name: level.value for level in answer.levels}
    for chapter in instance.chapters():
        asked_for: tuple[tuple[PriceKind, Instance | None], ...]
        asked_for = (("hire", _hired(instance, chapter)), ("train", _trained(instance, chapter)))
        for kind, changed in asked_for:
            if changed is None or not any(before[name] for name in _MAY_FALL[kind]):
                continue
            left = None if until is None else until - monotonic()
            if left is not None and left <= 0:
                return
            if progress is not None:
                progress(f"{tribe}, {chapter}")
            asked = solve(changed, left)
            after = {level.name: level.value for level in asked.levels}
            changes = {t.name: after[t.name] - before[t.name] for t in TERMS if asked.levels and after[t.name] != before[t.name]}
            # One more person may only make something worse that is cheaper than what gets better: the first change decides.
            if changes and next(iter(changes.values())) < 0:
                proven = all(level.proven for level in (*asked.levels, *answer.levels))
                yield ShadowPrice(kind, tribe, chapter, changes, proven)


def _hired(instance: Instance, chapter: str) -> Instance | None:
    """Return the instance with one more person in a chapter; ``None`` where the tribe has no room for anybody."""
    if instance.room < 1:
        return None
    own = [folk for folk in instance.folk if folk.chapter == chapter]
    sites = {site: sum(len(f.people) for f in own if f.site == site) for site in sorted({f.site for f in own})}
    site = max(sites, key=lambda s: sites[s]) if sites else ""
    new = Folk((chapter, site, "no", _SOMEBODY), chapter, site, "no", (_SOMEBODY,), trade=False)
    return _with(replace(instance, room=instance.room - 1), new)


def _trained(instance: Instance, chapter: str) -> Instance | None:
    """Return the instance with one of a chapter who fits to own a squad after all; ``None`` where all do, or nobody is in it."""
    able = [folk for folk in instance.folk if folk.chapter == chapter and folk.owner != "yes"]
    if not able:
        return None
    # Who manages a product today comes first: it is from them that owners come.
    one = min(able, key=lambda folk: (not folk.trade, folk.owner == "no", folk.key))
    person = one.people[-1]
    left = replace(one, people=one.people[:-1])
    others = [folk for folk in instance.folk if folk is not one] + ([left] if left.people else [])
    new = replace(one, key=(*one.key, _SOMEBODY), owner="yes", people=(person,))
    return _with(replace(instance, folk=tuple(others)), new)


def _with(instance: Instance, new: Folk) -> Instance:
    return replace(instance, folk=tuple(sorted((*instance.folk, new), key=lambda f: f.key)))
