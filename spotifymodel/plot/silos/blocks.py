"""Sorts units into departments with their silos, and departments onto pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from spotifymodel.plot.silos.reading import UnitCard

__all__ = ["Block", "blocks_of", "onto_pages", "part_below"]


@dataclass(frozen=True, slots=True)
class Block:
    """A department with its silos: each a part directly below it, followed by everything below that.

    Parameters
    ----------
    head : UnitCard or None
        None for the units that stand alone, which share one block.
    silos : tuple of tuple of UnitCard
    """

    head: UnitCard | None
    silos: tuple[tuple[UnitCard, ...], ...]

    @property
    def cards(self) -> tuple[UnitCard, ...]:
        """All boxes of the block."""
        return (*([self.head] if self.head else []), *(card for silo in self.silos for card in silo))


def blocks_of(cards: Iterable[UnitCard]) -> list[Block]:
    """Return every department with its silos, in the order of the chart; units that stand alone come last, together."""
    tops: list[list[UnitCard]] = []
    for card in cards:
        if card.depth == 0:
            tops.append([])
        tops[-1].append(card)
    blocks = []
    for head, *rest in tops:
        silos: list[list[UnitCard]] = []
        for card in rest:
            if card.depth == 1:
                silos.append([])
            silos[-1].append(card)
        if silos:
            blocks.append(Block(head, tuple(map(tuple, silos))))
    alone = tuple((top[0],) for top in tops if len(top) == 1)
    return blocks + ([Block(None, alone)] if alone else [])


def onto_pages(blocks: Sequence[Block], most: int) -> list[list[Block]]:
    """Spread blocks over pages of at most so many boxes; a department that runs on stands at the head of every page.

    A single silo that is larger than a page is cut; its parts keep their places in it.
    """
    pages: list[list[Block]] = [[]]
    room = most
    for block in blocks:
        pieces = [silo[i : i + most] for silo in block.silos for i in range(0, len(silo), most)]
        taken: list[tuple[UnitCard, ...]] = []
        for silo in pieces:
            if len(silo) + (0 if taken else 1) > room and (taken or pages[-1]):
                if taken:
                    pages[-1].append(Block(block.head, tuple(taken)))
                pages.append([])
                taken, room = [], most
            room -= len(silo) + (0 if taken else 1)
            taken.append(silo)
        pages[-1].append(Block(block.head, tuple(taken)))
    return pages


def part_below(cards: Sequence[UnitCard], unit: str) -> tuple[UnitCard, ...]:
    """Return a unit and everything below it, as if it stood at the top.

    Parameters
    ----------
    cards : sequence of UnitCard
        Every parent before its parts.
    unit : str
        Id of one of them.
    """
    at = next(i for i, card in enumerate(cards) if card.id == unit)
    depth = cards[at].depth
    end = next((i for i in range(at + 1, len(cards)) if cards[i].depth <= depth), len(cards))
    return tuple(replace(card, depth=card.depth - depth) for card in cards[at:end])
