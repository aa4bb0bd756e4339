"""Reads how far every squad covers the expertise that it needs: seats by chapter, and levels of skills."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from spotifymodel.graph.index import index_of
from spotifymodel.graph.view import View
from spotifymodel.model.ids import id_key
from spotifymodel.model.org import Org
from spotifymodel.plot.heat.heat import Cell, Heat, Lane
from spotifymodel.plot.names import called
from spotifymodel.plot.skills import named_skills
from spotifymodel.rules.counting import heads
from spotifymodel.rules.rule import Limits
from spotifymodel.words.coverage import phrase

__all__ = ["Coverage", "read_coverage", "seats_said"]

_PARTS: Final = {Fraction(1, 2): "½", Fraction(1, 3): "⅓", Fraction(2, 3): "⅔", Fraction(1, 4): "¼", Fraction(3, 4): "¾"}


@dataclass(frozen=True, slots=True)
class Coverage:
    """The squads of a picture and what they have and need.

    Parameters
    ----------
    heat : Heat
    needs : tuple of tuple of bool
        Whether a cell is asked for.
    silent : int
        People inside of whom the chart tells no skills.
    levels : bool
        Whether the chart tells levels at all.
    """

    heat: Heat
    needs: tuple[tuple[bool, ...], ...]
    silent: int
    levels: bool


@dataclass(frozen=True, slots=True)
class _Reader:
    view: View
    limits: Limits
    language: str

    def inside(self, squad: str) -> tuple[str, ...]:
        return tuple(heads(self.view, squad, self.limits))

    def required(self, squad: str) -> dict[str, int]:
        """Return the level that somebody inside must have, per skill, as the rule SQ004 reads it."""
        key = self.view.index.knowledge.key
        found: dict[str, int] = {}
        for reference, level in self.view.index.squads[squad].required_skills.items():
            if level > 0:
                found[key(reference)] = max(level, found.get(key(reference), 0))
        return found

    def needed(self, squad: str) -> dict[str, Fraction]:
        """Return the seats that a squad asks for, per chapter column."""
        resolve = self.view.index.names["chapter"].resolve
        found: dict[str, Fraction] = {}
        for reference, seats in self.view.index.squads[squad].needs.items():
            chapter = resolve(reference)
            if chapter is not None and seats > 0:
                column = self.column(chapter)
                found[column] = found.get(column, Fraction(0)) + Fraction(seats).limit_denominator(2)
        return found

    def column(self, chapter: str) -> str:
        """Return the column of a chapter: chapters of one name in several tribes are one expertise."""
        return id_key(self.view.index.chapters[chapter].label)

    def skill(self, person: str, skill: str) -> int:
        return self.view.index.knowledge.level(person, skill)

    # -- cells ------------------------------------------------------------------------------------------------------------

    def seats(self, squad: str, column: str, need: Fraction) -> Cell:
        """Return the seats of one chapter in a squad; somebody in two squads is half a seat in each."""
        index, view = self.view.index, self.view
        have, level, silent = Fraction(0), 0, False
        for person in self.inside(squad):
            mine = [c for c in view.chapters_of(person) if self.column(c) == column]
            if not mine:
                continue
            have += Fraction(1, len(view.squads_of(person)) or 1)
            deepest = max((self.skill(person, s) for c in mine for s in index.knowledge.keys(index.chapters[c].disciplines)), default=0)
            level, silent = max(level, deepest), silent or not deepest
        short = seats_said(have, self.language)
        depth = level or (-1 if silent else 0)
        if need:
            return Cell(depth, f"{short} / {seats_said(need, self.language)}", short, have < need)
        return Cell(depth, short if have else "·", short if have else "·")

    def expertise(self, squad: str, skill: str, asked: int) -> Cell:
        """Return how many people of a squad have a skill at the level that is asked for, else at any."""
        inside = self.inside(squad)
        best = max((self.skill(p, skill) for p in inside), default=0)
        count = sum(self.skill(p, skill) >= max(self.enough(asked), 1) for p in inside)
        if not asked:
            return Cell(best, str(count) if count else "·", str(count) if count else "·")
        if inside and not any(self.view.index.knowledge.tells(p) for p in inside):
            return Cell(-1, "? / 1", "?", asked=asked)
        return Cell(best, f"{count} / 1", str(count), not count, asked)

    def enough(self, asked: int) -> int:
        """Return the level that covers a need: under the T-shaped reading also that of who can step in."""
        stepping_in = self.limits.get("coverage.mode") == "t-shaped"
        return min(asked, int(self.limits["tshape.breadth_level"])) if stepping_in else asked


def read_coverage(org: Org, limits: Limits, squads: Sequence[tuple[str, str]], language: str) -> Coverage:
    """Return what squads have and need.

    Parameters
    ----------
    org : Org
    limits : mapping of str to number or text
        Limits and readings of the profile.
    squads : list of (str, str)
        Heading and id of every squad to show.
    language : {"en", "nl"}

    Notes
    -----
    Columns are the chapters of whom a squad asks seats, where any does, and the skills that a squad requires or somebody
    inside has; a chart without both shows which chapters sit in which squad. O(seats × columns).
    """
    index = index_of(org)
    read = _Reader(View(index), limits, language)
    needed = [read.needed(squad) for _, squad in squads]
    required = [read.required(squad) for _, squad in squads]
    people = dict.fromkeys(p for _, squad in squads for p in read.inside(squad))
    held = {skill for p in people for skill, level in index.knowledge.levels(p).items() if level > 0}
    named = named_skills(index, held | {skill for one in required for skill in one})
    skills = [skill for skill, _ in named]
    present = dict.fromkeys(read.column(c) for p in people for c in read.view.chapters_of(p))
    asked = dict.fromkeys(column for one in needed for column in one)
    chapters = [c for c in dict.fromkeys(read.column(c) for c in index.chapters) if c in asked or c in present]
    chapters = chapters if asked or not skills else []
    headed = bool(chapters and skills)
    groups = (phrase(language, "seats"), phrase(language, "expertise")) if headed else ("", "")
    first = {read.column(c): c for c in reversed(index.chapters)}
    columns = [Lane(called(index.chapters[first[c]].label, c), f"chapter:{first[c]}", groups[0]) for c in chapters]
    columns += [Lane(name, f"skill:{skill}", groups[1]) for skill, name in named]
    rows, cells, needs = [], [], []
    for k, (heading, squad) in enumerate(squads):
        rows.append(Lane(called(index.squads[squad].label, squad), f"squad:{squad}", heading))
        seats = [read.seats(squad, c, needed[k].get(c, Fraction(0))) for c in chapters]
        cells.append((*seats, *(read.expertise(squad, s, required[k].get(s, 0)) for s in skills)))
        needs.append((*(c in needed[k] for c in chapters), *(s in required[k] for s in skills)))
    levels = bool(held)
    if not levels:  # then -1 says no more than that somebody is there
        cells = [
            tuple(Cell(2 if c.level < 0 and c.full[0] != "?" else c.level, c.full, c.short, c.gap, c.asked) for c in row) for row in cells
        ]
    silent = sum(not index.knowledge.tells(p) for p in people) if levels or any(required) else 0
    return Coverage(Heat(tuple(rows), tuple(columns), tuple(cells)), tuple(needs), silent, levels)


def seats_said(seats: Fraction, language: str) -> str:
    """Write a number of seats.

    Examples
    --------
    >>> [seats_said(Fraction(n, 6), "nl") for n in (0, 3, 4, 9, 5)]
    ['0', '½', '⅔', '1½', '0,8']
    """
    whole, rest = divmod(seats, 1)
    if rest and rest not in _PARTS:
        return f"{float(seats):.1f}".replace(".", "," if language == "nl" else ".")
    return (str(whole) if whole or not rest else "") + _PARTS.get(rest, "")
