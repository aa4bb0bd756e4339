"""How many people of which kind go to which tribe: the staffing of all tribes, with squads of one site added up.

What holds for every squad holds for their sum, so this programme is a relaxation of the staffing of every squad of every tribe:
nothing is better than its optimum. It is some hundred columns a tribe, and its linear relaxation is nearly always whole.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from ..solver.highs import Key, Programme
from ..staffing.instance import Ask, Folk, Instance
from ..staffing.terms import TERMS
from .flows import COME, Flows, flows
from .kinds import Bank, empty_class

__all__ = ["Quota", "quota"]

#: Site of squads that have none: nobody is away there.
_ANYWHERE = None
Terms = list[tuple[float, Key]]


class Quota:
    """A programme and what each term of the objective costs in it."""

    def __init__(self, bank: Bank) -> None:
        self.made = Programme()
        self.costs: dict[str, dict[Key, float]] = {term.name: {} for term in TERMS}
        flow = flows(self.made, bank)
        for key in self.made.columns:
            if key[0] == COME:  # type: ignore[index]
                self.costs["other_tribe"][key] = 1.0
        traits = bank.traits()
        for number in bank.tribes:
            bare = bank.bare(number)
            there = {folk.key: folk for folk in bare.folk}
            for (tribe, class_), (chapter, trait) in flow.sample.items():
                if tribe == number and class_ not in there:
                    there[class_] = empty_class(bare, chapter, traits[trait])
            _Tribe(self, number, bare, [there[key] for key in sorted(there)], flow)


def quota(bank: Bank) -> Quota:
    """Return the programme that says who of which kind goes to which tribe."""
    return Quota(bank)


class _Tribe:
    """The columns and rows of one tribe; a full seat is two halves, of which a person has two."""

    def __init__(self, quota: Quota, number: int, bare: Instance, folk: Sequence[Folk], flow: Flows) -> None:
        self.quota, self.number, self.bare = quota, number, bare
        self.made = quota.made
        self.squads: dict[str | None, list[str]] = defaultdict(list)
        for squad in bare.squads:
            self.squads[bare.site.get(squad, _ANYWHERE)].append(squad)
        self.groups: dict[tuple[str, str], list[Folk]] = defaultdict(list)
        for one in folk:
            self.groups[one.chapter, one.site].append(one)
        self.odd = {chapter for (_, chapter), need in bare.needs.items() if need % 2} if bare.seats_max > 1 else set()
        self.coming = {one.key: flow.into.get((number, one.key), []) for one in folk}
        self.vacant: Terms = []
        self.heads: dict[str | None, Terms] = defaultdict(list)
        self.owned: dict[str | None, Terms] = defaultdict(list)
        self.seated: dict[tuple[str | None, str], Terms] = defaultdict(list)
        for group, inside in self.groups.items():
            self._people(group, inside)
        for site, squads in self.squads.items():
            self._squads(site, squads)
        self._skills(folk)
        self.made.row([*self.vacant, *((1.0, key) for key in flow.tribe.get(number, ()))], high=float(max(0, bare.room)))

    def _column(self, term: str | None, *key: object, price: float = 1.0, whole: bool = False, most: float = 0.0) -> Key:
        made = self.made.column((self.number, *key), whole=whole, most=most)
        if term is not None:
            self.quota.costs[term][made] = price
        return made

    def _people(self, group: tuple[str, str], inside: Sequence[Folk]) -> None:
        chapter, site = group
        there = sum(len(one.people) for one in inside)
        coming = [key for one in inside for key in self.coming[one.key]]
        most = float(self.bare.squad_max * len(self.bare.squads))
        out = self._column("unplaced", "out", group, most=most + there)
        seats: Terms = [(1.0, out)]
        halves: Terms = []
        if chapter in self.odd:  # elsewhere two half seats are worth one full seat, of which a fraction is allowed here
            split = self._column("two_squads", "split", group, most=most)
            idle = self._column("half_idle", "idle", group, most=most)
            seats += [(1.0, split), (1.0, idle)]
            halves += [(-2.0, split), (-1.0, idle)]
        owners: Terms = []
        for at in self.squads:
            away = "other_site" if at is not _ANYWHERE and at != site else None
            full = self._column(away, "full", group, at, most=most)
            owner = self._column(None, "owner", group, at, most=float(len(self.squads[at])))
            self.made.row([(1.0, owner), (-1.0, full)], high=0.0)
            seats.append((1.0, full))
            owners.append((-1.0, owner))
            self.owned[at].append((1.0, owner))
            self.heads[at].append((1.0, full))
            self.seated[at, chapter].append((2.0, full))
            if halves:
                half = self._column(away, "half", group, at, most=most)
                halves.append((1.0, half))
                self.heads[at].append((1.0, half))
                self.seated[at, chapter].append((1.0, half))
        self.made.row([*seats, *((-1.0, key) for key in coming)], low=there, high=there)
        if halves:
            self.made.row(halves, low=0.0, high=0.0)
        for one in inside:
            key = self._column(None, "owners", one.key, whole=True, most=float(len(self.bare.squads)))
            for term, counts in (
                ("owners_not_fit", one.owner == "no"),
                ("owners_unknown", one.owner == "unknown"),
                ("owners_of_another_trade", not one.trade),
            ):
                if counts:
                    self.quota.costs[term][key] = 1.0
            self.made.row([(1.0, key), *((-1.0, come) for come in self.coming[one.key])], high=float(len(one.people)))
            owners.append((1.0, key))
        self.made.row(owners, low=0.0, high=0.0)

    def _squads(self, site: str | None, squads: Sequence[str]) -> None:
        limit = self.bare.squad_max
        vacant = self._column("open_owner_seats", "open", site, most=float(len(squads)))
        formed = sum(squad not in self.bare.optional for squad in squads)
        self.made.row([(1.0, vacant), *self.owned[site]], low=float(formed), high=float(len(squads)))
        heads: Terms = [*self.heads[site], (1.0, vacant)]
        self.vacant.append((1.0, vacant))
        dropping: Terms = []
        for chapter in sorted({c for c, _ in self.groups} | {c for _, c in self.bare.needs}):
            needs = [need for squad in squads if (need := self.bare.needs.get((squad, chapter), 0))]
            seated = self.seated[site, chapter]
            most = 2.0 * limit * len(squads)
            beyond = self._column("beyond_need", "beyond", site, chapter, most=most)
            if not needs:
                self.made.row([*seated, (-1.0, beyond)], high=0.0)
                continue
            hire = self._column("hires", "hire", site, chapter, whole=True, most=float(sum(need // 2 for need in needs)))
            part = self._column("hires", "part", site, chapter, whole=True, most=float(sum(need % 2 for need in needs)))
            dropped = self._column("dropped_needs", "dropped", site, chapter, whole=True, most=float(sum(needs)))
            self.quota.costs["unmet_needs"] |= {hire: 2.0, part: 1.0, dropped: 1.0}
            filled: Terms = [*seated, (2.0, hire), (1.0, part), (1.0, dropped)]
            asked = float(sum(needs))
            self.made.row(filled, low=asked)
            self.made.row([*filled, (-1.0, beyond)], high=asked)
            if chapter in self.odd:  # a seat fills at most two halves of one squad: an odd need takes a head more than its half
                heads_of: Terms = [*((1.0, key) for _, key in seated), (1.0, hire), (1.0, part), (1.0, dropped)]
                self.made.row(heads_of, low=float(sum((need + 1) // 2 for need in needs)))
            heads += [(1.0, hire), (1.0, part)]
            self.vacant += [(1.0, hire), (1.0, part)]
            dropping.append((1.0, dropped))
        self.made.row(heads, high=float(limit * len(squads)))
        asked_of = {squad: sum(need for (one, _), need in self._needs(squad)) for squad in squads}
        beyond_room = sum(max(0, asked - 2 * limit) for asked in asked_of.values())
        if beyond_room:
            self.made.row(dropping, low=float(beyond_room))

    def _needs(self, squad: str) -> list[tuple[tuple[str, str], int]]:
        return [(key, need) for key, need in self.bare.needs.items() if key[0] == squad]

    def _skills(self, folk: Sequence[Folk]) -> None:
        """Who meets an ask meets it for as many squads as they sit in."""
        asked: dict[Ask, dict[int, int]] = defaultdict(lambda: defaultdict(int))
        for squad, asks in self.bare.asks.items():
            for ask in asks:
                asked[ask][self.bare.price(squad)] += 1
        for ask, prices in asked.items():
            able = [one for one in folk if ask in one.skills]
            number = sum(prices.values())
            lacking: Terms = [
                (1.0, self._column("unmet_skills", "lacking", ask, price, price=float(price), most=float(count)))
                for price, count in prices.items()
            ]
            seats = float(self.bare.seats_max)
            coming: Mapping[Key, float] = {key: seats for one in able for key in self.coming[one.key]}
            there = seats * sum(len(one.people) for one in able)
            self.made.row([*lacking, *((factor, key) for key, factor in coming.items())], low=float(number) - there)
