"""The search over all tribes: who goes where, everybody's seat, bounds of the whole, and what can still be made better."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random

from ..staffing.decoding import decode, score
from ..staffing.instance import Instance
from ..staffing.solving import Answer
from ..staffing.terms import TERMS
from .bounding import Bounding, Proof, beaten, bounded, bounds_by
from .crew import Crew
from .deciding import Decided, Deciding, Standing, decide
from .districts import districts, linked, pairs
from .kinds import Away, Bank

__all__ = ["Together", "staff_together"]

#: Tribes that are looked at squad by squad at once.
_EXACT = 4
#: Tribes that fractions of people are moved between at once.
_WIDE = 60
#: Rounds of neighbourhoods that are tried without an end that somebody sets.
_ROUNDS = 6
#: Tribes that are looked at with another one each, where one unit of a term is above its bound.
_HANDFUL = 8
#: Share of the time for deciding who goes where before anybody is seated; what it does not need is left for the rest.
_DECIDING = 0.55
#: Share of what is left for looking at bounds again without anybody sent elsewhere, and for a few tribes at once.
_BOUNDING, _TOGETHER = 0.3, 0.6
#: Share of what is left after that for seating everybody.
_SEATING = 0.75
NAMES = tuple(term.name for term in TERMS)
#: Terms that somebody may be sent to another tribe for.
_BEFORE = NAMES[: NAMES.index("other_tribe")]
_UP_TO_PEOPLE = tuple(term.name for term in TERMS if term.tier <= 3)
Watch = Callable[[Mapping[str, int], Mapping[str, int]], None]


@dataclass(frozen=True)
class Together:
    """All tribes, staffed.

    Attributes
    ----------
    away : mapping
        Who is not in the tribe of their unit.
    instances : mapping of int to Instance
    answers : mapping of int to Answer
    bounds : mapping of str to int
        Term → what no staffing of all tribes is below, given the terms before.
    stopped_by : str or None
        ``time`` or ``interrupt``, where that ended the search.
    """

    away: Away
    instances: Mapping[int, Instance]
    answers: Mapping[int, Answer]
    bounds: Mapping[str, int]
    stopped_by: str | None


def staff_together(bank: Bank, names: Mapping[int, str], crew: Crew, seed: int = 0, watch: Watch | None = None) -> Together:
    """Return the staffing of all tribes of a bank.

    Parameters
    ----------
    bank : Bank
    names : mapping of int to str
        Tribe → its id, for what is told.
    crew : Crew
    seed : int
        Chooses which tribes are looked at together where there are many.
    watch : callable, optional
        Hears values and bounds whenever they are better than before.

    Notes
    -----
    What is found is only ever exchanged for something better, term by term. Without an end everything is a matter of seed and
    bank alone: rounds are counted, not timed.
    """
    search = _Search(bank, names, crew, watch)
    search.decide()
    search.staff()
    search.bound()
    search.improve(Random(seed))
    return search.found()


class _Search:
    def __init__(self, bank: Bank, names: Mapping[int, str], crew: Crew, watch: Watch | None) -> None:
        self.bank, self.names, self.crew, self.watch = bank, names, crew, watch
        self.linked = linked(bank)
        self.away: dict[str, tuple[int, str]] = {}
        self.instances: dict[int, Instance] = dict(bank.tribes)
        self.answers: dict[int, Answer] = {}
        self.values: dict[int, Mapping[str, int]] = {}
        self.proofs: dict[tuple[int, ...], list[Proof]] = {tribes: [] for tribes in self.linked}

    # -- who goes where -----------------------------------------------------------------------------------------------------

    def decide(self) -> None:
        """Decide who goes to which tribe, with squads added up."""
        parts = [part for tribes in self.linked if len(tribes) > 1 for part in districts(tribes, _WIDE)]
        wide = [tribes for tribes in self.linked if len(tribes) > _WIDE]
        self._decided(parts, _DECIDING if not wide else _DECIDING / 2)
        # Those that were in different districts, and are linked, meet in a second look.
        self._decided([part for tribes in wide for part in districts(tribes, _WIDE, apart=True)], _DECIDING / 2)
        self.instances = self.bank.staffed(self.away)

    def _decided(self, parts: Sequence[tuple[int, ...]], share: float) -> None:
        if not parts or self.crew.over():
            return
        asked = [Deciding(self.bank.part(part, self.away), None, self.crew.share(len(parts), share)) for part in parts]
        for part, question, found in zip(parts, asked, self.crew.do(decide, asked, "between tribes"), strict=True):
            if found is None:
                continue
            returned = {person for kind in question.bank.kinds if kind.home is not None for person in kind.people}
            away = {person: to for person, to in self.away.items() if person not in returned} | dict(found.away)
            # Whole people that were made of fractions may be too many for a tribe.
            staffed = self.bank.staffed(away)
            if all(staffed[tribe].room >= 0 for tribe in part):
                self.away = away
            if part in self.proofs:
                self.proofs[part].append(Proof(found.worth, found.bounds))

    # -- everybody's seat ---------------------------------------------------------------------------------------------------

    def staff(self) -> None:
        """Staff every tribe; where nobody can be seated so, or it comes to less, people stay in the tribe of their unit."""
        self._take(self._staffed(self.instances))
        # Without one tribe there is no plan at all: what was kept for later goes to those for which their share was too short.
        while not self.crew.over() and (missing := self._missing()):
            self._take(self._staffed(missing, 1.0))
        for tribes in self.linked:
            changed = [tribe for tribe in tribes if self.instances[tribe] is not self.bank.tribes[tribe]]
            if not changed or self._worth_it(tribes, changed):
                continue
            home = self._staffed({tribe: self.bank.tribes[tribe] for tribe in changed})
            if self._better(home, changed):
                inside = set(tribes)
                self.away = {person: to for person, to in self.away.items() if to[0] not in inside}
                self._take(home)

    def _worth_it(self, tribes: tuple[int, ...], changed: Sequence[int]) -> bool:
        """Tell whether it is certain that sending people elsewhere is better than sending nobody.

        Notes
        -----
        Where nothing is better up to the people who are sent, sending nobody comes to more in a term before.
        """
        if any(tribe not in self.values for tribe in tribes):
            return False
        came = self._sum(tribes)
        known, _ = bounds_by(self.proofs[tribes], came)
        if all(came[name] == known[name] for name in (*_BEFORE, "other_tribe")):
            return True
        stayed = Bank({tribe: self.bank.tribes[tribe] for tribe in changed}, ())
        asked = Bounding(stayed, _BEFORE, self._sum(changed), self.crew.share(1, _BOUNDING))
        return bool(self.crew.do(beaten, [asked], "tribes without guests")[0])

    def _missing(self) -> dict[int, Instance]:
        """Return the tribes whose search ended before a first staffing."""
        ended = (tribe for tribe, answer in self.answers.items() if not answer.levels and answer.stopped_by == "time")
        return {tribe: self.instances[tribe] for tribe in ended}

    def _staffed(self, instances: Mapping[int, Instance], part: float | None = None) -> dict[int, tuple[Instance, Answer]]:
        # Where people may go between tribes some time is kept for bounds and for what is better together.
        if part is None:
            part = _SEATING if len(self.linked) < len(self.bank.tribes) else 1.0
        answers = self.crew.staff([(self.names[tribe], instance) for tribe, instance in instances.items()], part)
        return {tribe: (instances[tribe], answer) for tribe, answer in zip(instances, answers, strict=True)}

    def _better(self, other: Mapping[int, tuple[Instance, Answer]], tribes: Iterable[int]) -> bool:
        """Tell whether another staffing of some tribes is better, the dearest term that differs deciding."""
        if not all(answer.levels for _, answer in other.values()):
            return False
        if any(tribe not in self.values for tribe in tribes):
            return True
        theirs = [_counted(instance, answer) for instance, answer in other.values()]
        return _row(_added(theirs)) < _row(self._sum(tribes))

    def _take(self, found: Mapping[int, tuple[Instance, Answer]]) -> None:
        for tribe, (instance, answer) in found.items():
            self.instances[tribe], self.answers[tribe] = instance, answer
            if answer.levels:
                self.values[tribe] = _counted(instance, answer)
            else:
                self.values.pop(tribe, None)
        self._tell()

    def _sum(self, tribes: Iterable[int]) -> dict[str, int]:
        return _added(self.values[tribe] for tribe in tribes)

    # -- what nothing is below ----------------------------------------------------------------------------------------------

    def bound(self) -> None:
        """Look for the bounds that no proof says yet."""
        asked: list[tuple[tuple[int, ...], tuple[str, ...]]] = []
        for tribes in self.linked:
            if len(tribes) > 1 and self._seated():
                unknown = bounds_by(self.proofs[tribes], self._sum(tribes))[1]
                each = [(term,) for term in unknown] if len(tribes) > _WIDE else [unknown]
                asked += [(tribes, terms) for terms in each] if unknown else []
        if asked and not self.crew.over():
            share = self.crew.share(len(asked))
            jobs = [Bounding(self.bank.part(tribes, {}), unknown, self._sum(tribes), share) for tribes, unknown in asked]
            for (tribes, _), proof in zip(asked, self.crew.do(bounded, jobs, "bounds"), strict=True):
                self.proofs[tribes] += [proof] if proof is not None else []
        self._tell()

    def _seated(self) -> bool:
        return len(self.values) == len(self.bank.tribes)

    def _known(self, tribes: tuple[int, ...]) -> dict[str, int]:
        """Return the bounds of a set of linked tribes; a tribe by itself is bounded by its own search."""
        if len(tribes) == 1:
            return {level.name: level.bound for level in self.answers[tribes[0]].levels}
        return bounds_by(self.proofs[tribes], self._sum(tribes))[0]

    def _gap(self, tribes: tuple[int, ...], names: Sequence[str] = NAMES) -> bool:
        came, known = self._sum(tribes), self._known(tribes)
        return any(came[name] > known[name] for name in names)

    # -- better -------------------------------------------------------------------------------------------------------------

    def improve(self, dice: Random) -> None:
        """Look at few tribes at once, squad by squad, as long as that is better for them and somebody is not at their bound.

        Notes
        -----
        With an end every step has a share of the time. What is left after the last is given to all of them once more, as long as
        there is some and the last time brought anything.
        """
        if not self._seated():
            return
        while True:
            before = self._sum(self.bank.tribes), self._whole_bounds()
            self._improve(dice)
            came = self._sum(self.bank.tribes), self._whole_bounds()
            if self.crew.end is None or self.crew.over() or came == before or came[0] == came[1]:
                return

    def _improve(self, dice: Random) -> None:
        few = [tribes for tribes in self.linked if 1 < len(tribes) <= _EXACT and self._gap(tribes)]
        many = [tribes for tribes in self.linked if len(tribes) > _EXACT]
        while few and not self.crew.over():  # some at a time, so that what is found is kept when time runs out
            self._neighbourhoods(few[: self.crew.batch()], len(few))
            few = few[self.crew.batch() :]
        tried: set[tuple[int, int]] = set()
        rounds = 0
        while not self.crew.over() and (self.crew.end is not None or rounds < _ROUNDS):
            rounds += 1
            open_ = [tribes for tribes in many if self._gap(tribes, _UP_TO_PEOPLE)]
            chosen = pairs(self._worst(open_), open_, dice, tried)
            if not chosen:
                break
            tried |= set(chosen)
            for pair in self._neighbourhoods(chosen, len(chosen)):
                tried = {one for one in tried if not set(one) & set(pair)}
        self._again()
        self.bound()

    def _neighbourhoods(self, chosen: Sequence[tuple[int, ...]], waiting: int) -> list[tuple[int, ...]]:
        """Decide exactly for some tribes at a time, staff them, and keep what is better; return where it was."""
        share = self.crew.share(waiting, _TOGETHER)
        asked = [Deciding(self.bank.part(tribes, self.away), self._standing(tribes), share) for tribes in chosen]
        decided: dict[tuple[int, ...], tuple[Bank, Decided]] = {}
        for tribes, question, found in zip(chosen, asked, self.crew.do(decide, asked, "together"), strict=True):
            if found is None:
                continue
            if tribes in self.proofs:  # all that are linked: what nothing here is below, nothing at all is
                self.proofs[tribes].append(Proof(found.worth, found.bounds))
            fits = all(one.room >= 0 for one in question.bank.staffed(found.away).values())
            if fits and _row(found.worth) < _row(self._sum(tribes)):
                decided[tribes] = (question.bank, found)
        if not decided or self.crew.interrupted:
            return []
        instances = {tribe: one for part, found in decided.values() for tribe, one in part.staffed(found.away).items()}
        staffed = self._staffed(instances)
        better: list[tuple[int, ...]] = []
        for tribes, (part, found) in decided.items():
            here = {tribe: staffed[tribe] for tribe in tribes}
            if self._better(here, tribes):
                better.append(tribes)
                moved = {person for kind in part.kinds for person in kind.people}
                self.away = {person: to for person, to in self.away.items() if person not in moved} | dict(found.away)
                self._take(here)
        self._tell()
        return better

    def _standing(self, tribes: tuple[int, ...]) -> Standing:
        """Return how some tribes are staffed now; terms that are at the bound of all who are linked cannot be better."""
        linked_ = next(one for one in self.linked if tribes[0] in one)
        came, known, here = self._sum(linked_), self._known(linked_), self._sum(tribes)
        first = next((at for at, name in enumerate(NAMES) if came[name] > known[name]), len(NAMES))
        staffed = {tribe: (self.instances[tribe], self.answers[tribe].seats) for tribe in tribes}
        away = {person: to for person, to in self.away.items() if to[0] in tribes}
        return Standing(away, staffed, {name: here[name] for name in NAMES[:first]})

    def _worst(self, open_: Sequence[tuple[int, ...]]) -> dict[int, int]:
        """Return how much of the dearest term that is above its bound is in a tribe, for those that have most of it.

        Notes
        -----
        Whatever is too much is in few tribes: a handful is looked at, and more only where more is too much.
        """
        found: dict[int, int] = {}
        for tribes in open_:
            came, known = self._sum(tribes), self._known(tribes)
            dearest = next(name for name in NAMES if came[name] > known[name])
            worst = sorted(tribes, key=lambda tribe: (-self.values[tribe][dearest], tribe))
            few = _HANDFUL + 2 * (came[dearest] - known[dearest])
            found |= {tribe: self.values[tribe][dearest] + 1 for tribe in worst[:few]}
        return found

    def _again(self) -> None:
        """Give the time that is left to tribes whose search was stopped by its end."""
        stopped = {tribe: self.instances[tribe] for tribe, answer in self.answers.items() if answer.stopped_by == "time"}
        if not stopped or self.crew.end is None or self.crew.over():
            return
        for tribe, (instance, answer) in self._staffed(stopped).items():
            known = {level.name: level.bound for level in self.answers[tribe].levels}
            if self._better({tribe: (instance, answer)}, [tribe]):
                self._take({tribe: (instance, answer)})
            elif answer.levels and _row(_counted(instance, answer)) == _row(self.values[tribe]):
                levels = tuple(replace(one, bound=max(one.bound, known[one.name])) for one in answer.levels)
                self._take({tribe: (instance, replace(answer, levels=levels))})

    # -- the whole ----------------------------------------------------------------------------------------------------------

    def _whole_bounds(self) -> dict[str, int]:
        return _added(self._known(tribes) for tribes in self.linked) if self._seated() else {}

    def _tell(self) -> None:
        if self.watch is not None and self._seated():
            self.watch(self._sum(self.bank.tribes), self._whole_bounds())

    def found(self) -> Together:
        """Return what was found."""
        bounds, stopped = self._whole_bounds(), next((one.stopped_by for one in self.answers.values() if one.stopped_by), None)
        if self.crew.interrupted:
            stopped = "interrupt"
        elif self._seated() and self.crew.end is not None and any(self._gap(tribes) for tribes in self.linked):
            stopped = stopped or "time"  # also where some is left: every step was given a part of it
        instances = {tribe: self.instances[tribe] for tribe in self.bank.tribes}
        return Together(self.away, instances, {tribe: self.answers[tribe] for tribe in self.bank.tribes}, bounds, stopped)


def _counted(instance: Instance, answer: Answer) -> Mapping[str, int]:
    """Return the terms of a staffing, counted from its people: the slacks of a search that was stopped may say more."""
    return score(instance, *decode(instance, answer.seats))


def _added(values: Iterable[Mapping[str, int]]) -> dict[str, int]:
    rows = list(values)
    return {name: sum(row[name] for row in rows) for name in NAMES}


def _row(values: Mapping[str, int]) -> tuple[int, ...]:
    return tuple(values[name] for name in NAMES)
