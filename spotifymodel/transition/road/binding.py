"""What binds a road, limit by limit, so that each can be loosened by itself; and the question that follows from it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from math import ceil
from typing import Final

from ..blueprint.records import Freeze, Waves
from .calendar import Slot, slots
from .course import Course, Party, Service

__all__ = ["Binding", "Ground", "course_of"]

#: Waves after the front runners where the blueprint limits nothing, and squads among the front runners. Guesses.
_LATER: Final = 3
_FRONT: Final = 2
#: Share of the people that the front runners take at most: the paper's sources say 15 to 20 %.
_FRONT_SHARE: Final = 0.2


@dataclass(frozen=True)
class Ground:
    """What no wish changes: squads in the order of their gains, who moves with which, what the floors ask."""

    squads: tuple[str, ...]
    parties: tuple[Party, ...]
    heads: Mapping[str, int] = field(default_factory=dict)
    services: tuple[Service, ...] = ()
    slowing: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Binding:
    """The limits of a road.

    Attributes
    ----------
    waves : Waves
        Start, weeks of a wave, consultation, squads and people in a wave, weeks within which all must be live.
    freeze : tuple of Freeze
    not_before : datetime.date or None
        The day of a works council's advice.
    earliest : mapping of str to int
        Squad → week from which it is ready.
    strict, waiting : tuple of (str, str)
        Pairs of squads: in an earlier wave; at the latest in the same.
    bold : bool
        Whether the careful defaults (few front runners, no more than a third a wave) are given up: only where nobody asked for
        them and there is no road with them.
    """

    waves: Waves
    freeze: tuple[Freeze, ...] = ()
    not_before: dt.date | None = None
    earliest: Mapping[str, int] = field(default_factory=dict)
    strict: tuple[tuple[str, str], ...] = ()
    waiting: tuple[tuple[str, str], ...] = ()
    bold: bool = False


def course_of(ground: Ground, binding: Binding) -> Course:
    """Return the question that some limits ask of the squads."""
    count, said = len(ground.squads), binding.waves
    in_all = sum(ground.heads.values())
    most = said.max_squads or (None if binding.bold else max(1, ceil(max(0, count - _FRONT) / _LATER)))
    return Course(
        squads=ground.squads,
        slots=_slots(binding, count, max([0, *binding.earliest.values(), *(p.not_before for p in ground.parties)])),
        earliest=binding.earliest,
        parties=ground.parties,
        strict=binding.strict,
        waiting=binding.waiting,
        slowing=ground.slowing,
        max_squads=most,
        max_people=said.max_people,
        front_squads=count if binding.bold else min(_FRONT, most or _FRONT),
        front_people=in_all if binding.bold else int(_FRONT_SHARE * in_all),
        heads=ground.heads,
        services=ground.services,
    )


def _slots(binding: Binding, count: int, ready: int) -> tuple[Slot, ...]:
    """Return the slots that a road of so many squads can need: one squad a slot once all are ready, and the steady state.

    The steady state follows the last wave and may lie beyond the weeks within which squads must be live.
    """
    within = binding.waves.max_weeks
    found: list[Slot] = []
    beyond = count
    for slot in slots(binding.waves, binding.freeze, binding.not_before):
        found.append(slot)
        if within is not None and slot.week > within:
            return tuple(found)
        if slot.week >= ready:
            beyond -= 1
            if beyond < 0:
                return tuple(found)
    return tuple(found)
