"""What is to be scheduled: squads, the parties of people who move with them, and what binds their order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from .calendar import Slot

__all__ = ["WAITING", "Course", "Party", "Schedule", "Service", "Worth", "worth_of"]

#: What a week that a squad waits is held to cost, in hundredths of a full-time equivalent of temporary staff. Without it a road that
#: leaves everybody where they are for as long as it can would be the cheapest. A guess.
WAITING: Final = 100
#: Squad → number of the slot in which it goes live.
Schedule = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Party:
    """People who leave the line together: with the first of these squads, and in no week before `not_before`."""

    squads: tuple[str, ...]
    people: tuple[str, ...]
    not_before: int = 0


@dataclass(frozen=True, slots=True)
class Service:
    """A run service with a floor, in hundredths of a full-time equivalent.

    Attributes
    ----------
    short : int
        How far today is above (negative) or below the floor, or what the squads to be give where that is less: what is short for good
        is no matter of the order.
    lost : mapping of int to int
        Party → what the line loses when it leaves.
    gained : mapping of str to int
        Squad → what it brings when it goes live.
    """

    product: str
    short: int
    lost: Mapping[int, int]
    gained: Mapping[str, int]


@dataclass(frozen=True)
class Course:
    """The order of squads as a question.

    Attributes
    ----------
    squads : tuple of str
        The one that should go first first.
    slots : tuple of Slot
        In which squads may go live, and one more: the steady state.
    earliest : mapping of str to int
        Squad → week from which it can go live; 0 where it says nothing.
    parties : tuple of Party
    strict : tuple of (str, str)
        The first goes live in an earlier wave than the second.
    waiting : tuple of (str, str)
        The first is live when the second goes live, at the latest in the same wave.
    slowing : tuple of (str, str)
        The same as a wish.
    max_squads, max_people : int or None
        In one wave.
    heads : mapping of str to int
        Squad → people inside.
    front_squads, front_people : int
        In the first wave, and inside its squads; one squad may always go.
    services : tuple of Service
    """

    squads: tuple[str, ...]
    slots: tuple[Slot, ...]
    earliest: Mapping[str, int]
    parties: tuple[Party, ...]
    strict: tuple[tuple[str, str], ...] = ()
    waiting: tuple[tuple[str, str], ...] = ()
    slowing: tuple[tuple[str, str], ...] = ()
    max_squads: int | None = None
    max_people: int | None = None
    front_squads: int = 2
    front_people: int = 0
    heads: Mapping[str, int] = field(default_factory=dict)
    services: tuple[Service, ...] = ()
    by_squad: Mapping[str, tuple[int, ...]] = field(default_factory=dict, compare=False)

    def __post_init__(self) -> None:
        found: dict[str, list[int]] = {squad: [] for squad in self.squads}
        for k, party in enumerate(self.parties):
            for squad in party.squads:
                found[squad].append(k)
        object.__setattr__(self, "by_squad", {squad: tuple(ks) for squad, ks in found.items()})

    def slot_from(self, week: int) -> int:
        """Return the number of the first slot in or after a week; beyond the last where there is none."""
        return next((k for k, slot in enumerate(self.slots) if slot.week >= week), len(self.slots))

    def open_from(self, squad: str) -> int:
        """Return the number of the first slot in which a squad is ready."""
        return self.slot_from(self.earliest.get(squad, 0))

    @property
    def front(self) -> int:
        """Number of the slot of the front runners: the first in which any squad may go live."""
        second = {then for _, then in self.strict}
        return min((self.open_from(s) for s in self.squads if s not in second), default=0)


@dataclass(frozen=True, slots=True)
class Worth:
    """What a schedule is worth, term by term; smaller is better, and an earlier term comes first.

    Attributes
    ----------
    last : int
        Number of the slot of the last wave.
    price : int
        Hundredths of full-time equivalents × weeks below floors, with :data:`WAITING` for every week that a squad waits; 0 where no
        service has a floor.
    slowed : int
        Dependencies of which the other side is not live in time.
    order : int
        Waves of waiting, weighted.
    """

    last: int
    price: int
    slowed: int
    order: int


def worth_of(course: Course, schedule: Schedule) -> Worth:
    """Return what a schedule is worth, counted from it alone."""
    last = max(schedule.values(), default=-1)
    slowed = sum(schedule[first] > schedule[then] for first, then in course.slowing)
    size = len(course.squads)
    order = sum((size - k) * schedule[squad] for k, squad in enumerate(course.squads))
    price = sum(_short(course, one, schedule, last) for one in course.services)
    if course.services:
        price += WAITING * sum(course.slots[w].week - course.slots[0].week for w in schedule.values())
    return Worth(last, price, slowed, order)


def _short(course: Course, service: Service, schedule: Schedule, last: int) -> int:
    found = 0
    arrivals = [arrival(course, party, schedule) for party in course.parties]
    for k in range(last + 1):
        short = service.short + sum(lost for party, lost in service.lost.items() if arrivals[party] <= k)
        short -= sum(gained for squad, gained in service.gained.items() if schedule[squad] <= k)
        found += max(0, short) * (course.slots[k + 1].week - course.slots[k].week)
    return found


def arrival(course: Course, party: Party, schedule: Schedule) -> int:
    """Return the number of the slot in which a party has left the line."""
    return max(min(schedule[squad] for squad in party.squads), course.slot_from(party.not_before))


def moving(course: Course, schedule: Schedule) -> Sequence[int]:
    """Return the number of people who move, slot by slot."""
    found = [0] * (len(course.slots) + 1)
    for party in course.parties:
        found[arrival(course, party, schedule)] += len(party.people)
    return found
