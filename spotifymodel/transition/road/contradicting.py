"""Why there is no road: a smallest set of limits that contradict each other, and the smallest step that would open one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from .binding import Binding, Ground, course_of
from .limits import Limit, limits_of
from .preparing import Role
from .scheduling import passable

__all__ = ["Contradiction", "contradiction"]

Language = Literal["en", "nl"]
_SAY: Final[Mapping[Language, Mapping[str, str]]] = {
    "en": {
        "max_weeks": "every squad is to be live within {n} weeks",
        "max_squads": "no more than {n} of {all} squads go live in one wave",
        "max_people": "no more than {n} of {all} people move in one wave",
        "consultation": "nothing binds before week {n}",
        "freeze": "nothing goes live from {start} until {until}",
        "endless": "nothing goes live from {start} on, and no end is given",
        "precedence": "{first} goes live in an earlier wave than {then}",
        "dependency": "{then} waits for {first}, which blocks it",
        "ready": "{squad} is ready only in week {n}",
        "role": "{squad} is ready only in week {n}: its {role} {person} is not before",
        "wanted": "{squad} is wanted only from week {n} on",
        "weeks": "a wave can begin in week {weeks}",
    },
    "nl": {
        "max_weeks": "alle squads moeten binnen {n} weken live zijn",
        "max_squads": "per golf gaan niet meer dan {n} van de {all} squads live",
        "max_people": "per golf stappen niet meer dan {n} van de {all} mensen over",
        "consultation": "niets bindt vóór week {n}",
        "freeze": "er gaat niets live van {start} tot {until}",
        "endless": "er gaat niets live vanaf {start}, en een einde is niet gegeven",
        "precedence": "{first} gaat in een eerdere golf live dan {then}",
        "dependency": "{then} wacht op {first}, die haar blokkeert",
        "ready": "{squad} is pas in week {n} zover",
        "role": "{squad} is pas in week {n} zover: haar {role} {person} is het niet eerder",
        "wanted": "{squad} is pas vanaf week {n} gewenst",
        "weeks": "een golf kan beginnen in week {weeks}",
    },
}
_HELP: Final[Mapping[Language, Mapping[str, str]]] = {
    "en": {
        "max_weeks": "take {n} weeks instead of {was}",
        "max_squads": "let {n} squads go live in one wave instead of {was}",
        "max_people": "let {n} people move in one wave instead of {was}",
        "consultation": "let the first wave bind from week {n} on instead of {was}",
        "freeze": "take the freeze from {start} until {until} out",
        "endless": "give the freeze from {start} an end",
        "together": "together: {steps}",
        "precedence": "do not ask that {first} goes before {then}",
        "dependency": "undo that {first} blocks {then}",
        "ready": "have {squad} ready in week {n} instead of {was}: another person, or a shorter training",
        "wanted": "let {squad} go live from week {n} on instead of {was}",
    },
    "nl": {
        "max_weeks": "neem {n} weken in plaats van {was}",
        "max_squads": "laat {n} squads per golf live gaan in plaats van {was}",
        "max_people": "laat {n} mensen per golf overstappen in plaats van {was}",
        "consultation": "laat de eerste golf binden vanaf week {n} in plaats van {was}",
        "freeze": "haal de stilte van {start} tot {until} weg",
        "endless": "geef de stilte vanaf {start} een einde",
        "together": "samen: {steps}",
        "precedence": "vraag niet dat {first} vóór {then} gaat",
        "dependency": "hef op dat {first} {then} blokkeert",
        "ready": "zorg dat {squad} in week {n} zover is in plaats van {was}: iemand anders, of een kortere opleiding",
        "wanted": "laat {squad} vanaf week {n} live gaan in plaats van {was}",
    },
}


@dataclass(frozen=True)
class Contradiction:
    """Why there is no road.

    Attributes
    ----------
    conflict : tuple of mapping
        ``code``, ``subject``, ``message``: limits that cannot hold together; the others of them can without any one.
    remedies : tuple of mapping
        ``kind``, ``subject``, ``amount``, ``text``: each opens a road by itself, and nothing smaller of its kind does. Where no single
        step opens one, a single remedy of the kind ``together`` names steps that do together.
    proven : bool
        ``False`` where the search found none and could not prove that there is none.
    """

    conflict: tuple[Mapping[str, Any], ...]
    remedies: tuple[Mapping[str, Any], ...]
    proven: bool


def contradiction(ground: Ground, binding: Binding, waits: Mapping[str, Role | None], language: Language) -> Contradiction:
    """Return why no schedule keeps these limits.

    Notes
    -----
    Limits are taken out one after the other; one that is not needed for the contradiction stays out. Which of several smallest sets
    is named is fixed: what people are asked for stays in rather than what they are.
    """
    proven = passable(course_of(ground, binding)) is False
    limits = limits_of(ground, binding, waits)
    kept, bare = _needed(ground, binding, limits)
    if not kept:  # no limit that somebody gave is needed: the waves themselves leave no room
        kept = [one for one in limits if one.code == "max_weeks"]
    say = _SAY[language]
    conflict = [{"code": one.code, "subject": one.subject, "message": say[one.facts["say"]].format(**one.facts)} for one in reversed(kept)]
    weeks = course_of(ground, bare).slots
    if weeks and any(one.code == "max_weeks" for one in kept):
        shown = ", ".join(str(slot.week) for slot in weeks[:-1] or weeks)
        conflict.append({"code": "weeks", "subject": "waves", "message": say["weeks"].format(weeks=shown)})
    remedies = []
    for one in reversed(kept):
        found = _mildest(ground, binding, one)
        if found is not None:
            remedies.append({"kind": one.code, "subject": one.subject, "amount": found, "text": _advice(one, found, language)})
    return Contradiction(tuple(conflict), tuple(remedies) or _together(ground, binding, limits, language), proven)


def _needed(ground: Ground, binding: Binding, limits: Sequence[Limit]) -> tuple[list[Limit], Binding]:
    """Return limits that leave no road together, none of them to spare, and the binding of these alone."""
    kept: list[Limit] = []
    for limit in limits:
        tried = limit.without(binding)
        if passable(course_of(ground, tried)) is True:
            kept.append(limit)
        else:
            binding = tried
    return kept, binding


def _together(ground: Ground, binding: Binding, limits: Sequence[Limit], language: Language) -> tuple[Mapping[str, Any], ...]:
    """Return steps that open a road together, each the mildest given the others; nothing where there are none."""
    chosen: list[Limit] = []
    open_ = binding
    while passable(course_of(ground, open_)) is not True:
        kept, _ = _needed(ground, open_, [one for one in limits if one not in chosen])
        if not kept:
            return ()
        chosen.append(kept[-1])
        open_ = kept[-1].without(open_)
    steps = []
    for k, limit in enumerate(chosen):
        rest = binding
        for other in chosen[k + 1 :]:
            rest = other.without(rest)
        found = _mildest(ground, rest, limit)
        if found is None:
            return ()
        steps.append(_advice(limit, found, language))
        binding = limit.without(binding) if limit.loosened is None else limit.loosened(binding, found)
    text = _HELP[language]["together"].format(steps="; ".join(steps))
    return ({"kind": "together", "subject": "waves", "amount": len(steps), "text": text},)


def _advice(limit: Limit, amount: int, language: Language) -> str:
    words = _HELP[language][limit.facts.get("help", limit.code)]
    return words.format(**{**limit.facts, "was": limit.facts.get("n"), "n": amount})


def _mildest(ground: Ground, binding: Binding, limit: Limit) -> int | None:
    """Return the mildest step that opens a road with everything else as it is; ``None`` where none does."""
    if limit.loosened is None:
        return 0 if passable(course_of(ground, limit.without(binding))) is True else None
    low, high = 0, len(limit.steps) - 1
    if high < 0 or passable(course_of(ground, limit.loosened(binding, limit.steps[high]))) is not True:
        return None
    while low < high:
        middle = (low + high) // 2
        if passable(course_of(ground, limit.loosened(binding, limit.steps[middle]))) is True:
            high = middle
        else:
            low = middle + 1
    return limit.steps[high]
