"""What becomes of everybody: the chapter of tomorrow, which colours their dot of today."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from spotifymodel.graph.index import Index, index_of
from spotifymodel.graph.view import View
from spotifymodel.model.ids import id_key
from spotifymodel.model.org import Org
from spotifymodel.plot.grid.view import Seat
from spotifymodel.plot.theme import Hue, Theme

__all__ = ["Futures", "hues_of"]


def hues_of(org: Org) -> dict[str, int]:
    """Return the place in the palette of every chapter: its place in its own tribe, as in the matrix."""
    index = index_of(org, "design")
    own: dict[str | None, int] = {}
    found = {}
    for chapter, tribe in index.chapter_tribe.items():
        found[chapter] = own.get(tribe, 0)
        own[tribe] = found[chapter] + 1
    return found


@dataclass(frozen=True, slots=True)
class Futures:
    """Looks people of one chart up in the one that follows.

    Parameters
    ----------
    after : Index
        Vacancies stand where they stand.
    ids : mapping of str to str
        Key of an id → the id in the chart to be.
    hues : mapping of str to int
        Chapter → its place in the palette.
    """

    after: Index
    ids: dict[str, str]
    hues: dict[str, int]

    @classmethod
    def of(cls, after: Org) -> Futures:
        """Read the chart to be."""
        index = index_of(after, "design")
        return cls(index, {id_key(person): person for person in index.people}, hues_of(after))

    def stays(self, person: str) -> bool:
        """Tell whether somebody is in the chart to be."""
        return id_key(person) in self.ids

    def hue(self, person: str, theme: Theme) -> Hue:
        """Return the colours of somebody's dot: of their chapter, ink without one, open without a place in a tribe."""
        view, found = View(self.after), self.ids.get(id_key(person))
        if found is not None:
            chapters = view.chapters_of(found)
            if chapters:
                return theme.hue(self.hues[chapters[0]])
            if view.squads_of(found) or view.tribes_led(found) or view.tribes_coached(found) or self._supports(found):
                return theme.hue(-1)
        return Hue(theme.node, theme.paper, theme.frame, hollow=True)

    def grouped(self, seats: Sequence[Seat], names: Mapping[str, str]) -> tuple[Seat, ...]:
        """Return seats with the people of one chapter to come together, by name; who gets none last."""
        chapters, view = {chapter: n for n, chapter in enumerate(self.after.chapters)}, View(self.after)

        def turn(seat: Seat) -> tuple[int, bool, str, str]:
            found = self.ids.get(id_key(seat.person))
            own = view.chapters_of(found) if found is not None else ()
            return chapters[own[0]] if own else len(chapters), seat.vacancy, names[seat.person].casefold(), seat.person

        return tuple(sorted(seats, key=turn))

    def places(self, person: str) -> frozenset[str]:
        """Return the squads and chapters to which somebody goes, as paths."""
        found = self.ids.get(id_key(person))
        if found is None:
            return frozenset()
        view = View(self.after)
        return frozenset([*(f"squad:{s}" for s in view.squads_of(found)), *(f"chapter:{c}" for c in view.chapters_of(found))])

    def _supports(self, person: str) -> bool:
        return any(person in people for people in self.after.support.people.values())
