"""The limits of a road one by one: how to do without each, and how far it can be loosened."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ..blueprint.records import Freeze
from .binding import Binding, Ground, course_of
from .naming import ROLES
from .preparing import Role

__all__ = ["Limit", "limits_of"]


@dataclass(frozen=True)
class Limit:
    """One limit.

    Attributes
    ----------
    code, subject : str
    facts : mapping
        What a message says of it; ``say`` and ``help`` are the keys of its words.
    without : callable
        Binding → the same without it.
    steps : sequence of int
        Values from the mildest step to the largest.
    loosened : callable or None
        Binding and value → the same with it loosened; ``None`` where it can only be taken out.
    """

    code: str
    subject: str
    facts: Mapping[str, Any]
    without: Callable[[Binding], Binding]
    steps: Sequence[int] = ()
    loosened: Callable[[Binding, int], Binding] | None = None


def limits_of(ground: Ground, binding: Binding, waits: Mapping[str, Role | None]) -> list[Limit]:
    """Return the limits; the ones that should rather be named stand last."""
    waves = binding.waves
    found = [_readiness(squad, week, waits.get(squad), squad in waits) for squad, week in binding.earliest.items() if week]
    for code, pairs in (("dependency", binding.waiting), ("precedence", binding.strict)):
        for pair in pairs:
            facts = {"say": code, "first": pair[0], "then": pair[1]}
            found.append(Limit(code, pair[1], facts, lambda b, c=code, p=pair: _unordered(b, c, p)))  # type: ignore[misc]
    for cold in binding.freeze:
        word = "freeze" if cold.until else "endless"
        thaw: dict[str, Any] = {"say": word, "help": word, "start": cold.start or "…", "until": cold.until}
        found.append(Limit("freeze", str(cold.start), thaw, lambda b, c=cold: _thawed(b, c)))  # type: ignore[misc]
    if waves.consultation_weeks or binding.not_before:
        week = course_of(ground, binding).slots[0].week if course_of(ground, binding).slots else 0
        found.append(
            Limit(
                "consultation", "works_council", {"say": "consultation", "n": week},
                lambda b: replace(b, not_before=None, waves=replace(b.waves, consultation_weeks=None)),
                range(max(0, week - 1), -1, -1),
                lambda b, n: replace(b, not_before=None, waves=replace(b.waves, consultation_weeks=n)),
            )
        )  # fmt: skip
    everybody = sum(len(p.people) for p in ground.parties)
    if waves.max_squads:
        found.append(_number("max_squads", waves.max_squads, len(ground.squads), range(waves.max_squads + 1, len(ground.squads) + 1)))
    if waves.max_people:
        found.append(_number("max_people", waves.max_people, everybody, range(waves.max_people + 1, everybody + 1)))
    if waves.max_weeks is not None:
        later = course_of(ground, replace(binding, waves=replace(waves, max_weeks=None))).slots[:-1]
        found.append(_number("max_weeks", waves.max_weeks, 0, [s.week for s in later if s.week > waves.max_weeks]))
    return found


def _number(code: str, now: int, of: int, steps: Sequence[int]) -> Limit:
    return Limit(
        code, "waves", {"say": code, "n": now, "all": of},
        lambda b: _limited(b, code, None),
        steps,
        lambda b, n: _limited(b, code, n),
    )  # fmt: skip


def _readiness(squad: str, week: int, role: Role | None, told: bool) -> Limit:
    word = "wanted" if told and role is None else "ready"
    facts: dict[str, Any] = {"say": word, "help": word, "squad": squad, "n": week}
    if role is not None:
        facts |= {"say": "role", "role": ROLES[role.role], "person": role.person}
    return Limit(
        "ready", squad, facts,
        lambda b: replace(b, earliest={**b.earliest, squad: 0}),
        range(week - 1, -1, -1),
        lambda b, n: replace(b, earliest={**b.earliest, squad: n}),
    )  # fmt: skip


def _limited(binding: Binding, code: str, most: int | None) -> Binding:
    given: dict[str, Any] = {code: most}
    return replace(binding, waves=replace(binding.waves, **given))


def _unordered(binding: Binding, code: str, pair: tuple[str, str]) -> Binding:
    if code == "precedence":
        return replace(binding, strict=tuple(p for p in binding.strict if p != pair))
    return replace(binding, waiting=tuple(p for p in binding.waiting if p != pair))


def _thawed(binding: Binding, cold: Freeze) -> Binding:
    return replace(binding, freeze=tuple(f for f in binding.freeze if f is not cold))
