"""What is asked and what is there, where the first is more: the smallest named sets, with exact numbers, and what would help."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import ceil
from typing import Any, Final, Literal

from ..words.changing import amount
from .staffing.instance import Instance
from .staffing.terms import TERMS

__all__ = ["relaxations_of", "shortages_of"]

_SHORT: Final = {
    "en": "chapter {chapter}: {asked} asked, {there} there, {short} short",
    "nl": "chapter {chapter}: {asked} gevraagd, {there} beschikbaar, {short} tekort",
}
_OWNERS: Final = {
    "en": "product owners: {asked}, {there} who may fit, {short} short",
    "nl": "product owners: {asked}, {there} die misschien passen, {short} tekort",
}
_HELP: Final = {
    "en": {
        "hire": "hire {short} for chapter {chapter}",
        "relax": "ask {seats} less of chapter {chapter}, in {squads}",
        "owners": "hire as product owner: {short}",
        "train": "train as product owner: {short}",
        "merge": "leave out of the plan: {short} of the squads",
        "grow": "plan {squads} more: {people} without a seat",
    },
    "nl": {
        "hire": "neem {short} aan voor chapter {chapter}",
        "relax": "vraag {seats} minder van chapter {chapter}, in {squads}",
        "owners": "neem aan als product owner: {short}",
        "train": "leid op tot product owner: {short}",
        "merge": "laat uit het plan: {short} van de squads",
        "grow": "plan {squads} meer: {people} zonder plaats",
    },
}
#: What is counted, one of it and several.
_NOUNS: Final = {
    "en": {"seat": ("seat", "seats"), "person": ("person", "people"), "squad": ("squad", "squads")},
    "nl": {"seat": ("plaats", "plaatsen"), "person": ("persoon", "mensen"), "squad": ("squad", "squads")},
}


#: Kind of shortage → the term that it keeps above zero; the order of the terms ranks what helps.
_ENDS: Final = {"chapter": "unmet_needs", "owners": "owners_not_fit"}
_TERMS: Final = tuple(term.name for term in TERMS)


def shortages_of(instances: Sequence[Instance], language: Literal["en", "nl"], tribes: Sequence[str]) -> tuple[Mapping[str, Any], ...]:
    """Return every chapter of which more is asked than there is, and owners where there are fewer than squads.

    Parameters
    ----------
    instances : sequence of Instance
    language : {"en", "nl"}
    tribes : sequence of str
        One per instance; named in the texts where there are several.

    Notes
    -----
    A need is a need of one chapter and everybody has one chapter, so by Hall's theorem these sets are the smallest that prove
    a shortage. Who may fit as owner is everybody of whom nothing certain speaks against it.
    """
    found: list[Mapping[str, Any]] = []
    for instance, tribe in zip(instances, tribes, strict=True):
        where = f"{tribe}: " if len(instances) > 1 else ""
        for chapter in instance.chapters():
            asked = sum(n for (_, c), n in instance.needs.items() if c == chapter) / 2
            there = sum(len(f.people) for f in instance.folk if f.chapter == chapter)
            if asked > there:
                facts = {"chapter": chapter, "asked": asked, "there": there, "short": asked - there}
                text = _SHORT[language].format(
                    chapter=chapter,
                    asked=_counted(asked, "seat", language),
                    there=_counted(there, "person", language),
                    short=amount(asked - there, language),
                )
                found.append({"kind": "chapter", "tribe": tribe, **facts, "text": where + text})
        able = sum(len(f.people) for f in instance.folk if f.owner != "no")
        formed = len(instance.squads) - len(instance.optional)
        if able < formed:
            owners = {"chapter": None, "asked": formed, "there": able, "short": formed - able}
            text = _OWNERS[language].format(
                asked=_counted(formed, "squad", language),
                there=_counted(able, "person", language),
                short=amount(formed - able, language),
            )
            found.append({"kind": "owners", "tribe": tribe, **owners, "text": where + text})
    return tuple(found)


def _counted(number: float, what: str, language: Literal["en", "nl"]) -> str:
    """Return a number with what is counted, in the singular for one."""
    one, several = _NOUNS[language][what]
    return f"{amount(number, language)} {one if number == 1 else several}"


def relaxations_of(
    shortages: Sequence[Mapping[str, Any]],
    instances: Sequence[Instance],
    language: Literal["en", "nl"],
    unplaced: Mapping[str, int],
) -> tuple[Mapping[str, Any], ...]:
    """Return what would end each shortage, ranked: what ends a dearer term first, then the larger shortage.

    Parameters
    ----------
    shortages : sequence of mapping
        As :func:`shortages_of` returns them.
    instances : sequence of Instance
    language : {"en", "nl"}
    unplaced : mapping of str to int
        Tribe, in the order of the instances → how many of its people have no seat, because its squads hold no more.

    Notes
    -----
    For one shortage first what leaves the wanted organisation as it is (hire, train), then what changes it (plan fewer squads,
    ask less).

    ``ends`` says of which term it takes how much away at the least, whoever sits where; for owners, of those who do not fit and of
    seats without one together.
    """
    found: list[Mapping[str, Any]] = []
    several = len(instances) > 1
    for (tribe, people), instance in zip(unplaced.items(), instances, strict=True):
        if people:
            more = ceil(people / instance.squad_max)
            text = (f"{tribe}: " if several else "") + _HELP[language]["grow"].format(
                squads=_counted(more, "squad", language), people=_counted(people, "person", language)
            )
            seats = {"name": "unplaced", "unit": "people", "change": -people}
            facts = {"kind": "grow", "chapter": None, "tribe": tribe, "amount": more}
            found.append({"rank": len(found) + 1, **facts, "ends": seats, "text": text})
    order = sorted(shortages, key=lambda s: (_TERMS.index(_ENDS[s["kind"]]), -s["short"], s["chapter"] or "", s["tribe"]))
    for short in order:
        where = f"{short['tribe']}: " if several else ""
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
            said = {"short": amount(short["short"], language), "seats": _counted(short["short"], "seat", language)}
            text = where + _HELP[language][words].format(**said, chapter=short["chapter"], squads=", ".join(squads))
            facts = {"kind": kind, "chapter": short["chapter"], "tribe": short["tribe"], "amount": short["short"]}
            found.append({"rank": len(found) + 1, **facts, "ends": ends, "text": text})
    return tuple(found)
