"""What is asked and what is there, where the first is more: the smallest named sets, with exact numbers, and what would help."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, Literal

from .staffing.instance import Instance
from .staffing.terms import TERMS

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
        "owners": "hire as product owner: {short:g}",
        "train": "train as product owner: {short:g}",
        "merge": "leave out of the plan: {short:g} of the squads",
    },
    "nl": {
        "hire": "neem {short:g} aan voor chapter {chapter}",
        "relax": "vraag {short:g} plekken minder van chapter {chapter}, in {squads}",
        "owners": "neem aan als product owner: {short:g}",
        "train": "leid op tot product owner: {short:g}",
        "merge": "laat uit het plan: {short:g} van de squads",
    },
}


#: Kind of shortage → the term that it keeps above zero; the order of the terms ranks what helps.
_ENDS: Final = {"chapter": "unmet_needs", "owners": "owners_not_fit"}
_TERMS: Final = tuple(term.name for term in TERMS)


def shortages_of(
    instances: Sequence[Instance], language: Literal["en", "nl"], tribes: Sequence[str] | None = None
) -> tuple[Mapping[str, Any], ...]:
    """Return every chapter of which more is asked than there is, and owners where there are fewer than squads.

    Parameters
    ----------
    instances : sequence of Instance
    language : {"en", "nl"}
    tribes : sequence of str, optional
        One per instance; named in the texts where there are several.

    Notes
    -----
    A need is a need of one chapter and everybody has one chapter, so by Hall's theorem these sets are the smallest that prove
    a shortage. Who may fit as owner is everybody of whom nothing certain speaks against it.
    """
    found: list[Mapping[str, Any]] = []
    named: Sequence[str | None] = [None] * len(instances) if tribes is None else tribes
    for instance, tribe in zip(instances, named, strict=True):
        where = f"{tribe}: " if tribe is not None and len(instances) > 1 else ""
        for chapter in instance.chapters():
            asked = sum(n for (_, c), n in instance.needs.items() if c == chapter) / 2
            there = sum(len(f.people) for f in instance.folk if f.chapter == chapter)
            if asked > there:
                facts = {"chapter": chapter, "asked": asked, "there": there, "short": asked - there}
                found.append({"kind": "chapter", "tribe": tribe, **facts, "text": where + _SHORT[language].format(**facts)})
        able = sum(len(f.people) for f in instance.folk if f.owner != "no")
        if able < len(instance.squads):
            owners = {"chapter": None, "asked": len(instance.squads), "there": able, "short": len(instance.squads) - able}
            found.append({"kind": "owners", "tribe": tribe, **owners, "text": where + _OWNERS[language].format(**owners)})
    return tuple(found)


def relaxations_of(
    shortages: Sequence[Mapping[str, Any]], instances: Sequence[Instance], language: Literal["en", "nl"]
) -> tuple[Mapping[str, Any], ...]:
    """Return what would end each shortage, ranked: what ends a dearer term first, then the larger shortage.

    For one shortage first what leaves the wanted organisation as it is (hire, train), then what changes it (plan fewer squads,
    ask less).

    Notes
    -----
    ``ends`` says of which term it takes how much away at the least, whoever sits where; for owners, of those who do not fit and of
    seats without one together.
    """
    found: list[Mapping[str, Any]] = []
    several = len(instances) > 1
    order = sorted(shortages, key=lambda s: (_TERMS.index(_ENDS[s["kind"]]), -s["short"], s["chapter"] or "", s["tribe"] or ""))
    for short in order:
        where = f"{short['tribe']}: " if several and short["tribe"] is not None else ""
        squads: list[str] = []
        kinds: tuple[tuple[str, str], ...]
        if short["kind"] == "owners":
            kinds = (("hire", "owners"), ("train", "train"), ("merge", "merge"))
            ends = {"name": "owners_not_fit", "unit": "people", "change": -short["short"]}
        else:
            kinds = (("hire", "hire"), ("relax", "relax"))
            needs = [need for i in instances for need in i.needs.items() if need[0][1] == short["chapter"]]
            squads = [squad for (squad, _), _ in sorted(needs, key=lambda need: (-need[1], need[0]))[:3]]
            ends = {"name": "unmet_needs", "unit": "half seats", "change": -round(2 * short["short"])}
        for kind, words in kinds:
            text = where + _HELP[language][words].format(short=short["short"], chapter=short["chapter"], squads=", ".join(squads))
            facts = {"kind": kind, "chapter": short["chapter"], "tribe": short["tribe"], "amount": short["short"]}
            found.append({"rank": len(found) + 1, **facts, "ends": ends, "text": text})
    return tuple(found)
