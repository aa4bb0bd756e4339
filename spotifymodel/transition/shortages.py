"""What is asked and what is there, where the first is more: the smallest named sets, with exact numbers, and what would help."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, Literal

from .staffing.instance import Instance

__all__ = ["relaxations_of", "shortages_of"]

_SHORT: Final = {
    "en": "chapter {chapter}: {asked:g} seats asked, {there:g} people there, {short:g} short",
    "nl": "chapter {chapter}: {asked:g} plekken gevraagd, {there:g} mensen beschikbaar, {short:g} tekort",
}
_OWNERS: Final = {
    "en": "product owners: {asked:g} squads, {there:g} people who may fit, {short:g} short",
    "nl": "product owners: {asked:g} squads, {there:g} mensen die misschien passen, {short:g} tekort",
}
_HELP: Final = {
    "en": {
        "hire": "hire {short:g} for chapter {chapter}",
        "relax": "ask {short:g} seats less of chapter {chapter}, in {squads}",
        "train": "train as product owner: {short:g}",
        "merge": "leave out of the plan: {short:g} of the squads",
    },
    "nl": {
        "hire": "neem {short:g} aan voor chapter {chapter}",
        "relax": "vraag {short:g} plekken minder van chapter {chapter}, in {squads}",
        "train": "leid op tot product owner: {short:g}",
        "merge": "laat uit het plan: {short:g} van de squads",
    },
}


def shortages_of(instances: Sequence[Instance], language: Literal["en", "nl"]) -> tuple[Mapping[str, Any], ...]:
    """Return every chapter of which more is asked than there is, and owners where there are fewer than squads.

    Notes
    -----
    A need is a need of one chapter and everybody has one chapter, so by Hall's theorem these sets are the smallest that prove
    a shortage. Who may fit as owner is everybody of whom nothing certain speaks against it.
    """
    found: list[Mapping[str, Any]] = []
    for instance in instances:
        for chapter in instance.chapters():
            asked = sum(n for (_, c), n in instance.needs.items() if c == chapter) / 2
            there = sum(len(f.people) for f in instance.folk if f.chapter == chapter)
            if asked > there:
                facts = {"chapter": chapter, "asked": asked, "there": there, "short": asked - there}
                found.append({"kind": "chapter", **facts, "text": _SHORT[language].format(**facts)})
        able = sum(len(f.people) for f in instance.folk if f.owner != "no")
        if able < len(instance.squads):
            owners = {"chapter": None, "asked": len(instance.squads), "there": able, "short": len(instance.squads) - able}
            found.append({"kind": "owners", **owners, "text": _OWNERS[language].format(**owners)})
    return tuple(found)


def relaxations_of(
    shortages: Sequence[Mapping[str, Any]], instances: Sequence[Instance], language: Literal["en", "nl"]
) -> tuple[Mapping[str, Any], ...]:
    """Return what would end each shortage, the largest first: hire, train, ask less, plan fewer squads."""
    found: list[Mapping[str, Any]] = []
    for short in sorted(shortages, key=lambda s: (-s["short"], s["kind"], s["chapter"] or "")):
        if short["kind"] == "owners":
            kinds = ("train", "merge")
            squads: list[str] = []
        else:
            kinds = ("hire", "relax")
            needs = [need for i in instances for need in i.needs.items() if need[0][1] == short["chapter"]]
            squads = [squad for (squad, _), _ in sorted(needs, key=lambda need: (-need[1], need[0]))[:3]]
        for kind in kinds:
            text = _HELP[language][kind].format(short=short["short"], chapter=short["chapter"], squads=", ".join(squads))
            found.append({"kind": kind, "chapter": short["chapter"], "amount": short["short"], "text": text})
    return tuple(found)
