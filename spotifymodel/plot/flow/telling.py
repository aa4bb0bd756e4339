"""Tells of a flow in a page what its numbers hide: who is in a stream, and where a place gets its people from."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from spotifymodel.plot.flow.painting import mark_of, stream_of
from spotifymodel.plot.flow.paths import Path
from spotifymodel.plot.flow.wording import Wording
from spotifymodel.plot.page.facts import Fact
from spotifymodel.words.changing import phrase
from spotifymodel.words.picture_page import phrase as of_pages

__all__ = ["FlowTelling"]

#: More names than this are counted instead of listed.
_MOST: Final = 9


@dataclass(frozen=True, slots=True)
class FlowTelling:
    """Adds to what a chart tells of its things where people come from and go to.

    Parameters
    ----------
    wording : Wording
    chart : callable
        Tells what the chart to be says.
    """

    wording: Wording
    chart: Callable[[Iterable[str]], Mapping[str, Fact]]

    def __call__(self, things: Iterable[str]) -> dict[str, Fact]:
        """Return a fact for every thing that is known."""
        known = list(things)
        found = dict(self.chart(known))
        own = self._own()
        for thing in known:
            if thing in own:
                told, fact = own[thing], found.get(thing)
                found[thing] = told if fact is None else replace(fact, lines=tuple(dict.fromkeys((*fact.lines, *told.lines))))
        return found

    def _own(self) -> dict[str, Fact]:
        """Return what the paths tell of places and streams; O(paths)."""
        wording = self.wording
        steps: list[Callable[[Path], str]] = [lambda path: path.origin, lambda path: path.goal]
        if wording.journey.chapters:
            steps.insert(1, lambda path: path.chapter)
        places: dict[str, tuple[str, list[Path], int]] = {}
        streams: dict[tuple[str, str], list[Path]] = {}
        for path in wording.journey.paths:
            way = [step(path) for step in steps]
            for i, place in enumerate(way):
                places.setdefault(mark_of(place, i, len(steps)), (place, [], i))[1].append(path)
            for left, right in itertools.pairwise(way):
                streams.setdefault((left, right), []).append(path)
        facts = {}
        for (left, right), those in streams.items():
            name = f"{wording.origin(left)} → {wording.name(right)}"
            facts[stream_of(left, right)] = Fact(phrase(wording.language, "stream"), name, (wording.total(those), self._who(those)))
        for mark, (place, those, i) in places.items():
            lines = [wording.total(those)] if i < len(steps) - 1 else []
            lines += self._ways("come_from", those, steps[i - 1], first=i == 1) if i else []
            lines += self._ways("go_to", those, steps[i + 1]) if i < len(steps) - 1 else []
            facts[mark] = Fact(phrase(wording.language, "place"), wording.name(place) if i else wording.origin(place), tuple(lines))
        return facts | self._people()

    def _people(self) -> dict[str, Fact]:
        """Return where everybody comes from and goes to."""
        wording = self.wording
        ways: dict[str, tuple[dict[str, None], dict[str, None]]] = {}
        for path in wording.journey.paths:
            origins, goals = ways.setdefault(path.person, ({}, {}))
            origins[wording.origin(path.origin)] = None
            goals[wording.name(path.goal)] = None
        return {
            f"person:{person}": Fact(
                of_pages(wording.language, "person"),
                wording.journey.names[f"person:{person}"],
                (
                    phrase(wording.language, "come_from", list=self._listed(list(origins))),
                    phrase(wording.language, "go_to", list=self._listed(list(goals))),
                ),
            )
            for person, (origins, goals) in ways.items()
        }

    def _who(self, paths: Sequence[Path]) -> str:
        """Return the names of people in one line."""
        names = self.wording.journey.names
        people = sorted({(names[f"person:{path.person}"], path.person) for path in paths})
        return self._listed([name for name, _ in people])

    def _ways(self, key: str, paths: Sequence[Path], step: Callable[[Path], str], *, first: bool = False) -> list[str]:
        """Return in one line with what places a place is connected, the largest stream first."""
        there: dict[str, set[str]] = {}
        for path in paths:
            there.setdefault(step(path), set()).add(path.person)
        name = self.wording.origin if first else self.wording.name
        ranked = sorted(there.items(), key=lambda item: (-len(item[1]), name(item[0]), item[0]))
        told = self._listed([f"{name(place)} {len(people)}" for place, people in ranked])
        return [phrase(self.wording.language, key, list=told)]

    def _listed(self, words: Sequence[str]) -> str:
        more = len(words) - _MOST
        return ", ".join(words[:_MOST]) + (f" {phrase(self.wording.language, 'and_more', n=more)}" if more > 0 else "")
