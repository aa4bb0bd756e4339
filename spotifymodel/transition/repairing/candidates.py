"""Who could take a seat or a role over, few enough to choose among, and never so few that the best repair is missed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable
from functools import cached_property

from .facts import Facts

__all__ = ["Candidates"]

#: Up to so many pairs of person and squad everybody may do everything.
FEW = 3000


class Candidates:
    """People who may be appointed, by what for.

    People who differ in nothing that a rule counts are interchangeable: no repair needs more of them than there are places to
    fill, so of each kind only so many are looked at.

    Parameters
    ----------
    facts : Facts
    newcomers : tuple of str
        Ids of vacancies that could be added.
    """

    def __init__(self, facts: Facts, newcomers: tuple[str, ...]) -> None:
        self.facts = facts
        self.newcomers = newcomers
        index = facts.index
        teams = len(index.squads) + len(index.chapters) + len(index.tribes)
        self.tiny = len(facts.people) * max(teams, 1) <= FEW

    @cached_property
    def empty_squads(self) -> tuple[str, ...]:
        """Squads whose owner is missing, or may have to stop."""
        facts, view = self.facts, self.facts.view
        found = []
        for squad in facts.index.squads:
            owners = view.owners(squad)
            if self.tiny or not owners or any(p in facts.troubled or not facts.owners_that_count((p,)) for p in owners):
                found.append(squad)
        return tuple(found)

    @cached_property
    def headless_chapters(self) -> tuple[str, ...]:
        """Chapters that have not one lead, or whose lead may have to stop."""
        facts, view = self.facts, self.facts.view
        leads = {c: view.chapter_leads(c) for c in facts.index.chapters}
        return tuple(c for c, its in leads.items() if self.tiny or len(its) != 1 or facts.troubled.intersection(its))

    @cached_property
    def headless_tribes(self) -> tuple[str, ...]:
        """Tribes that have not one lead."""
        view = self.facts.view
        return tuple(t for t in self.facts.index.tribes if self.tiny or len(view.tribe_leads(t)) != 1)

    @property
    def places(self) -> int:
        """How many places there may be to fill."""
        return len(self.empty_squads) + len(self.headless_chapters) + len(self.headless_tribes)

    @cached_property
    def anybody(self) -> tuple[str, ...]:
        """Enough people of every kind, in the order of the chart, and all newcomers."""
        facts = self.facts
        if self.tiny:
            return (*facts.people, *self.newcomers)
        most, kinds = self.places, defaultdict[Hashable, int](int)
        found: list[str] = []
        for person in facts.people:
            kind = self._kind(person)
            kinds[kind] += 1
            if kinds[kind] <= most:
                found.append(person)
        return (*found, *self.newcomers)

    def _kind(self, person: str) -> Hashable:
        """Return all that rules count of somebody; who is in trouble is a kind of their own."""
        view, record = self.facts.view, self.facts.index.people[person]
        if person in self.facts.troubled:
            return person
        squads, chapters = view.squads_of(person), view.chapters_of(person)
        tribes = tuple(t for t, heads in self.facts.heads.items() if person in heads)
        roles = (len(view.owned_by(person)), len(view.chapters_led(person)), len(view.tribes_led(person)))
        return (len(squads), len(chapters), tribes, roles, record.vacancy, record.second_line)

    def owners(self, squad: str) -> tuple[str, ...]:
        """Return who could become owner of a squad: its members, and anybody else."""
        if squad not in self.empty_squads:
            return ()
        already = set(self.facts.view.owners(squad))
        free = self._free_members(squad)
        if free and not self.tiny:
            return tuple(p for p in (*free, *self._homeless_owners(squad)) if p not in already)
        return tuple(p for p in dict.fromkeys((*self.facts.view.members(squad), *self.anybody)) if p not in already)

    def _free_members(self, squad: str) -> tuple[str, ...]:
        """Return members of a squad of whom one can become owner whatever else changes; nobody where that is not sure.

        Whoever sits there already takes no seat more, and needs no chapter: nobody from elsewhere could do with fewer changes.
        """
        facts, view = self.facts, self.facts.view
        single = "PO005" in facts.limits
        free = [p for p in facts.owners_that_count(view.members(squad)) if p not in facts.troubled]
        if single:
            empty = set(self.empty_squads)
            free = [p for p in free if not view.owned_by(p) and len(empty.intersection(view.squads_of(p))) == 1]
        excess = len(view.squad_people(squad)) - int(facts.limits["SQ001"]["squad.max"]) if "SQ001" in facts.limits else 0
        tribe = facts.index.tribe_of.get(squad)
        if tribe is not None and tribe in self.crowded:
            excess = max(excess, 0) + len(facts.heads[tribe]) - facts.tribe_most
        return tuple(free) if len(free) > max(excess, 0) else ()

    def _homeless_owners(self, squad: str) -> tuple[str, ...]:
        """Return whom owning a squad would spare a chapter, where the profile says that owners need none."""
        limits = self.facts.limits.get("MB002")
        if limits is None or limits["po.line"] != "tribe_lead":
            return ()
        inside = set(self._free_members(squad))
        return tuple(p for p in self.facts.people if p in self.facts.troubled and not self.facts.view.chapters_of(p) and p not in inside)

    @cached_property
    def crowded(self) -> frozenset[str | None]:
        """Tribes with more people than they may have."""
        facts = self.facts
        return frozenset(t for t in facts.index.tribes if facts.binds("TR001", t) and len(facts.heads[t]) > facts.tribe_most)

    def chapter_leads(self, chapter: str) -> tuple[str, ...]:
        """Return who could lead a chapter: its people, and anybody else."""
        if chapter not in self.headless_chapters:
            return ()
        facts, view = self.facts, self.facts.view
        already, tribe = set(view.chapter_leads(chapter)), facts.index.chapter_tribe[chapter]
        at_home = [p for p in facts.listed(chapter) if view.chapters_of(p) == (chapter,) and p not in facts.troubled]
        excess = len(facts.heads[tribe]) - facts.tribe_most if tribe is not None and tribe in self.crowded else 0
        if not self.tiny and len(at_home) > excess:
            # Who lacks a chapter finds one by leading it: two errors with one edit.
            homeless = [p for p in facts.people if p in facts.troubled and not view.chapters_of(p)]
            return tuple(p for p in (*at_home, *homeless) if p not in already)
        return tuple(p for p in dict.fromkeys((*facts.listed(chapter), *self.anybody)) if p not in already)

    def tribe_leads(self, tribe: str) -> tuple[str, ...]:
        """Return who could lead a tribe."""
        if tribe not in self.headless_tribes:
            return ()
        already = set(self.facts.view.tribe_leads(tribe))
        inside = [p for p in self.anybody if p in self.facts.heads[tribe]]
        if not self.tiny and inside and tribe not in self.crowded:
            return tuple(p for p in inside if p not in already)
        return tuple(p for p in self.anybody if p not in already)

    def homes(self, person: str) -> tuple[str, ...]:
        """Return the chapters that somebody could join: in each tribe the one that fits best, for who has none.

        A lead who is not listed in the chapter, and may lose the role, could stay there by joining it.
        """
        facts, view = self.facts, self.facts.view
        if self.tiny:
            return tuple(c for c in facts.index.chapters if person not in facts.listed(c))
        led = view.chapters_led(person)
        if led or view.chapters_of(person):
            return tuple(c for c in led if c in self.headless_chapters and person not in facts.listed(c))
        best: dict[str | None, tuple[tuple[int, int], str]] = {}
        for place, chapter in enumerate(facts.index.chapters):
            rank = (facts.mismatch(person, chapter), place)
            tribe = facts.index.chapter_tribe[chapter]
            if tribe not in best or rank < best[tribe][0]:
                best[tribe] = (rank, chapter)
        return tuple(chapter for _, chapter in best.values())
