"""Why there is no road: a smallest set of limits that contradict each other, and the smallest step that would open one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, Literal

from ..blueprint.records import Freeze
from .binding import Binding, Ground, course_of
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
        "precedence": "vraag niet dat {first} vóór {then} gaat",
        "dependency": "hef op dat {first} {then} blokkeert",
        "ready": "zorg dat {squad} in week {n} zover is in plaats van {was}: iemand anders, of een kortere opleiding",
        "wanted": "laat {squad} vanaf week {n} live gaan in plaats van {was}",
    },
}
_ROLES: Final = {"product_owner": "product owner", "chapter_lead": "chapter lead", "tribe_lead": "tribe lead", "agile_coach": "agile coach"}


@dataclass(frozen=True)
class Contradiction:
    """Why there is no road.

    Attributes
    ----------
    conflict : tuple of mapping
        ``code``, ``subject``, ``message``: limits that cannot hold together; the others of them can without any one.
    remedies : tuple of mapping
        ``kind``, ``subject``, ``amount``, ``text``: each opens a road by itself, and nothing smaller of its kind does.
    proven : bool
        ``False`` where the search found none and could not prove that there is none.
    """

    conflict: tuple[Mapping[str, Any], ...]
    remedies: tuple[Mapping[str, Any], ...]
    proven: bool


@dataclass(frozen=True)
class _Limit:
    """One limit: how to do without it, and how far to loosen it: values from the mildest step to the largest."""

    code: str
    subject: str
    facts: Mapping[str, Any]
    without: Callable[[Binding], Binding]
    steps: Sequence[int] = ()
    loosened: Callable[[Binding, int], Binding] | None = None


def contradiction(ground: Ground, binding: Binding, waits: Mapping[str, Role | None], language: Language) -> Contradiction:
    """Return why no schedule keeps these limits.

    Notes
    -----
    Limits are taken out one after the other; one that is not needed for the contradiction stays out. Which of several smallest sets
    is named is fixed: what people are asked for stays in rather than what they are.
    """
    proven = passable(course_of(ground, binding)) is False
    limits = _limits(ground, binding, waits)
    kept: list[_Limit] = []
    bare = binding
    for limit in limits:
        tried = limit.without(bare)
        if passable(course_of(ground, tried)) is True:
            kept.append(limit)
        else:
            bare = tried
    if not kept:  # no limit that somebody gave is needed: the waves themselves leave no room
        kept = [one for one in limits if one.code == "max_weeks"]
    say, advice = _SAY[language], _HELP[language]
    conflict = [{"code": one.code, "subject": one.subject, "message": say[one.facts["say"]].format(**one.facts)} for one in reversed(kept)]
    if any(one.code == "max_weeks" for one in kept):
        weeks = [slot.week for slot in course_of(ground, bare).slots[:-1]]
        shown = ", ".join(map(str, weeks)) if weeks else str(course_of(ground, bare).slots[0].week)
        conflict.append({"code": "weeks", "subject": "waves", "message": say["weeks"].format(weeks=shown)})
    remedies = []
    for one in reversed(kept):
        found = _remedy(ground, binding, one)
        if found is not None:
            text = advice[one.facts.get("help", one.code)].format(**{**one.facts, "was": one.facts.get("n"), "n": found})
            remedies.append({"kind": one.code, "subject": one.subject, "amount": found, "text": text})
    return Contradiction(tuple(conflict), tuple(remedies), proven)


def _remedy(ground: Ground, binding: Binding, limit: _Limit) -> int | None:
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


def _limits(ground: Ground, binding: Binding, waits: Mapping[str, Role | None]) -> list[_Limit]:
    """Return the limits; the ones that should rather be named stand last."""
    waves = binding.waves
    found = [_readiness(binding, squad, week, waits.get(squad), squad in waits) for squad, week in binding.earliest.items() if week]
    for code, pairs in (("dependency", binding.waiting), ("precedence", binding.strict)):
        for pair in pairs:
            facts = {"say": code, "first": pair[0], "then": pair[1]}
            found.append(_Limit(code, pair[1], facts, lambda b, c=code, p=pair: _unordered(b, c, p)))  # type: ignore[misc]
    for cold in binding.freeze:
        word = "freeze" if cold.until else "endless"
        thaw: dict[str, Any] = {"say": word, "help": word, "start": cold.start or "…", "until": cold.until}
        found.append(_Limit("freeze", str(cold.start), thaw, lambda b, c=cold: _thawed(b, c)))  # type: ignore[misc]
    if waves.consultation_weeks or binding.not_before:
        week = course_of(ground, binding).slots[0].week if course_of(ground, binding).slots else 0
        found.append(
            _Limit(
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


def _number(code: str, now: int, of: int, steps: Sequence[int]) -> _Limit:
    return _Limit(
        code, "waves", {"say": code, "n": now, "all": of},
        lambda b: _limited(b, code, None),
        steps,
        lambda b, n: _limited(b, code, n),
    )  # fmt: skip


def _readiness(binding: Binding, squad: str, week: int, role: Role | None, told: bool) -> _Limit:
    word = "wanted" if told and role is None else "ready"
    facts: dict[str, Any] = {"say": word, "help": word, "squad": squad, "n": week}
    if role is not None:
        facts |= {"say": "role", "role": _ROLES[role.role], "person": role.person}
    return _Limit(
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
