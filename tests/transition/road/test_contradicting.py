"""A road that is refused has none, for a search through every order; each remedy opens one, and nothing milder of its kind does."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from spotifymodel.transition.blueprint.records import Waves
from spotifymodel.transition.road.binding import Binding, Ground, course_of
from spotifymodel.transition.road.contradicting import contradiction
from spotifymodel.transition.road.course import Party
from spotifymodel.transition.road.scheduling import passable
from tests.depth import examples

from .courses import answers


def question(seed: int) -> tuple[Ground, Binding]:
    """Return a few squads and limits that often leave no road."""
    rng = random.Random(seed)
    squads = tuple("abcd"[: rng.randint(2, 4)])
    parties = [Party((s,), tuple(f"{s}{k}" for k in range(rng.randint(1, 4)))) for s in squads]
    parties.append(Party(squads, ("lead", "coach")))
    pairs = [(a, b) for a in squads for b in squads if a != b]
    waves = Waves(
        weeks=8,
        max_squads=rng.choice((None, 1, 1, 2)),
        max_people=rng.choice((None, None, 2, 4)),
        max_weeks=rng.choice((None, 8, 16, 24)),
    )
    earliest = {s: rng.choice((16, 24)) for s in squads if rng.random() < 0.3}
    strict = tuple(rng.sample(pairs, rng.choice((0, 0, 1, 2))))
    waiting = tuple(rng.sample(pairs, rng.choice((0, 0, 1))))
    heads = {s: len(p.people) for s, p in zip(squads, parties, strict=False)}
    return Ground(squads, tuple(parties), heads), Binding(waves, earliest=earliest, strict=strict, waiting=waiting, bold=True)


def open_(ground: Ground, binding: Binding) -> bool:
    return next(answers(course_of(ground, binding)), None) is not None


def loosened(binding: Binding, remedy: Mapping[str, Any], amount: int) -> Binding:
    """Return the limits with one of them as a remedy says."""
    kind, subject = remedy["kind"], remedy["subject"]
    if kind in ("max_weeks", "max_squads", "max_people"):
        given: dict[str, Any] = {kind: amount}
        return replace(binding, waves=replace(binding.waves, **given))
    assert kind == "ready"
    return replace(binding, earliest={**binding.earliest, subject: amount})


@settings(max_examples=examples(40), deadline=None)
@given(st.integers(0, 10_000_000))
def test_a_refused_road_has_none_and_the_mildest_remedies_open_one(seed: int) -> None:
    ground, binding = question(seed)
    assert passable(course_of(ground, binding)) is open_(ground, binding)
    assume(not open_(ground, binding))
    why = contradiction(ground, binding, {}, "en")
    assert why.proven and why.conflict
    assert why.remedies
    for remedy in why.remedies:
        if remedy["kind"] == "together":
            assert len(why.remedies) == 1 and remedy["amount"] > 1
            continue
        if remedy["kind"] in ("precedence", "dependency"):
            field = "strict" if remedy["kind"] == "precedence" else "waiting"
            kept = [pair for pair in getattr(binding, field) if not all(f" {s} " in f" {remedy['text']} " for s in pair)]
            changes: dict[str, Any] = {field: tuple(kept)}
            assert open_(ground, replace(binding, **changes))
            continue
        milder = {"max_weeks": -8, "ready": 1}.get(remedy["kind"], -1)
        assert open_(ground, loosened(binding, remedy, remedy["amount"]))
        assert not open_(ground, loosened(binding, remedy, remedy["amount"] + milder))
