"""Why not there: the staffing is solved again with the wish as a binding one, and the difference is the price."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal

from ..errors import LimitReachedError, UsageError
from ..model.ids import id_key, not_found, not_text
from ..model.seats import holder_id
from .staffing.instance import Folk, Instance, Wish
from .staffing.solving import Answer, solve
from .staffing.terms import TERMS

if TYPE_CHECKING:
    from .plan import Plan

__all__ = ["Price", "WhyNot", "why_not"]


@dataclass(frozen=True, slots=True)
class Price:
    """What a wish costs in one term of the objective, in its own unit."""

    tier: int
    name: str
    unit: str
    change: int


@dataclass(frozen=True)
class WhyNot:
    """The price of a wish.

    Attributes
    ----------
    person, squad : str
    possible : bool
        ``False`` where binding wishes or limits leave no room for it.
    prices : tuple of Price
        Terms that change, the dearest first; empty where the wish costs nothing.
    conflict : tuple of str
        Where it is not possible: the wishes that contradict it.
    proven : bool
        Whether every term of the new staffing is proven.
    there : bool
        Whether the plan seats them there anyhow.
    """

    person: str
    squad: str
    possible: bool
    prices: tuple[Price, ...] = ()
    conflict: tuple[str, ...] = ()
    proven: bool = True
    language: Literal["en", "nl"] = "en"
    there: bool = False

    def __str__(self) -> str:
        say = _SAY[self.language]
        if not self.possible:
            return say["impossible"].format(person=self.person, squad=self.squad, why="; ".join(self.conflict))
        if self.there:
            return say["there"].format(person=self.person, squad=self.squad)
        if not self.prices:
            return say["free"].format(person=self.person, squad=self.squad)
        labels = {t.name: getattr(t, self.language) for t in TERMS}
        parts = [f"{p.change:+d} {labels[p.name]}" for p in self.prices]
        return say["price"].format(person=self.person, squad=self.squad, price=", ".join(parts))


_SAY: Final = {
    "en": {
        "impossible": "{person} in {squad} is not possible: {why}",
        "there": "{person} is in {squad} already: it costs nothing",
        "free": "{person} in {squad} costs nothing: another plan that is as good",
        "price": "{person} in {squad} would cost: {price}",
        "full": "the limits leave no room",
    },
    "nl": {
        "impossible": "{person} in {squad} kan niet: {why}",
        "there": "{person} zit in dit plan al in {squad}: het kost niets",
        "free": "{person} in {squad} kost niets: een ander plan dat even goed is",
        "price": "{person} in {squad} zou kosten: {price}",
        "full": "de grenzen laten geen plaats over",
    },
}


def why_not(plan: Plan, person: str, squad: str, time_limit: float | None = None) -> WhyNot:
    """Return what it would cost to seat somebody in a squad where the plan does not.

    Raises
    ------
    NotFoundError
        Where the plan knows no such person or squad.
    UsageError
        Where the person holds a role outside squads, sits in another tribe, or the plan was read from a file.
    LimitReachedError
        Where the time limit came before a first staffing with the wish.
    """
    move = plan.move(person)
    person = move.person
    if not isinstance(squad, str):
        raise not_text("squad", squad)
    if not plan.staffing:
        raise UsageError("this plan was not made here: propose again to ask it questions")
    squads = [s for instance, _ in plan.staffing for s in instance.squads]
    named = {id_key(one): one for one in squads}
    if id_key(squad) not in named:
        raise not_found("squad", squad, squads)
    squad = named[id_key(squad)]
    if any(seat["id"] == squad for seat in move.squads):
        return WhyNot(person, squad, True, language=plan.language, there=True)
    found = next((pair for pair in plan.staffing if any(person in folk.people for folk in pair[0].folk)), None)
    if found is None:
        if move.tribe is None:
            raise UsageError(f"{person} stays outside the tribes, so no squad has a price for them", person)
        raise UsageError(
            f"{person} holds a role outside squads, {_role_of(plan, person)}; "
            f"with_lock({person!r}, {squad!r}) tells what a plan without them in that role is worth",
            person,
        )
    if squad not in found[0].squads:
        raise UsageError(
            f"{person} is planned in tribe {move.tribe}, and squad {squad} is in another one; "
            f"with_lock({person!r}, {squad!r}) tells what a plan with them there is worth",
            squad,
        )
    return _priced(found, person, squad, time_limit, plan.language)


def _role_of(plan: Plan, person: str) -> str:
    """Say which role beside the squads somebody holds in a plan."""
    for tribe in plan.org.tribes if plan.org is not None else ():
        if person in map(holder_id, tribe.lead):
            return f"lead of tribe {tribe.id}"
        for chapter in tribe.chapters:
            if person in map(holder_id, chapter.lead):
                return f"lead of chapter {chapter.id}"
        if person in map(holder_id, tribe.agile_coaches):
            return f"agile coach of tribe {tribe.id}"
    return "support of the tribe"


def _priced(found: tuple[Instance, Answer], person: str, squad: str, time_limit: float | None, language: Literal["en", "nl"]) -> WhyNot:
    instance, answer = found
    asked = solve(_alone(instance, person, Wish("lock", (person,), squad)), time_limit)
    if asked.conflict:
        others = tuple(str_of(w, language) for w in asked.conflict if w.people != (person,) or w.squad != squad or w.kind != "lock")
        return WhyNot(person, squad, False, conflict=others or (_SAY[language]["full"],), language=language)
    if not asked.levels:
        raise LimitReachedError(f"a limit of {time_limit:g} s is too short to seat {person} in {squad}; give it more time", "time")
    before: Mapping[str, int] = {level.name: level.value for level in answer.levels}
    after = {level.name: level.value for level in asked.levels}
    prices = tuple(Price(t.tier, t.name, t.unit, after[t.name] - before[t.name]) for t in TERMS if after[t.name] != before[t.name])
    return WhyNot(person, squad, True, prices, proven=all(level.proven for level in asked.levels), language=language)


def _alone(instance: Instance, person: str, wish: Wish) -> Instance:
    """Return the instance with somebody in a class of their own, and one wish more."""
    folk: list[Folk] = []
    for one in instance.folk:
        if person in one.people and len(one.people) > 1:
            folk.append(replace(one, people=tuple(p for p in one.people if p != person)))
            folk.append(replace(one, key=(*one.key, person), people=(person,)))
        else:
            folk.append(one)
    return replace(instance, folk=tuple(sorted(folk, key=lambda f: f.key)), wishes=(*instance.wishes, wish))


_WISH: Final = {
    "en": {
        "together": ("{people} in one squad", " and "),
        "forbid": "{person} not in {squad}",
        "lock": "{person} in {squad}",
        "owner": "{person} owner of {squad}",
    },
    "nl": {
        "together": ("{people} in één squad", " en "),
        "forbid": "{person} niet in {squad}",
        "lock": "{person} in {squad}",
        "owner": "{person} eigenaar van {squad}",
    },
}


def str_of(wish: Wish, language: Literal["en", "nl"] = "en") -> str:
    """Say a wish by the ids in it."""
    say = _WISH[language]
    if wish.kind == "together":
        phrase, word = say["together"]
        return phrase.format(people=word.join(wish.people))
    kind = "owner" if wish.role == "product_owner" and wish.kind == "lock" else wish.kind
    return str(say[kind]).format(person=wish.people[0], squad=wish.squad)
