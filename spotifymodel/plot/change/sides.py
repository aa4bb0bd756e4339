"""Reads one side of a before and after: its tribes as matrices, and everybody who is in none as silos of the line."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from spotifymodel.checking.report import Report
from spotifymodel.graph.index import Index, index_of
from spotifymodel.graph.view import View
from spotifymodel.model.org import Org
from spotifymodel.plot.change.futures import Futures
from spotifymodel.plot.change.line import Silo
from spotifymodel.plot.grid.reading import read_tribe
from spotifymodel.plot.grid.view import MatrixView, Seat
from spotifymodel.plot.names import called
from spotifymodel.plot.silos.reading import UnitCard, read_units
from spotifymodel.words.changing import phrase
from spotifymodel.words.pictures import phrase as of_pictures

__all__ = ["Side", "read_side"]


@dataclass(frozen=True, slots=True)
class Side:
    """A chart as one half of a picture.

    Parameters
    ----------
    silos : tuple of Silo
        Units with the people who are in no tribe; then other tribes, and last those who are nowhere.
    views : tuple of MatrixView
        A matrix per tribe, without findings in words.
    people : mapping of str to str
        Everybody, with the name to write.
    """

    silos: tuple[Silo, ...]
    views: tuple[MatrixView, ...]
    people: dict[str, str]


def read_side(
    org: Org, report: Report, language: str, futures: Futures, hues: dict[str, int], tribe: str | None = None,
    only: Collection[str] | None = None,
) -> Side:  # fmt: skip
    """Read a chart.

    Parameters
    ----------
    org : Org
    report : Report
        Findings of this chart; they are marked, not written.
    language : str
    futures : Futures
        Who is not in it any more is marked as leaving.
    hues : mapping of str to int
        Chapter → its place in the palette, the same on both sides.
    tribe : str, optional
        Only this tribe as a matrix.
    only : collection of str, optional
        Whom to draw outside that matrix; who of them is in another tribe stands in a silo of its name.
    """
    index = index_of(org, "design")
    tribes = _tribes(org) if tribe is None else [found] if (found := index.names["tribe"].resolve(tribe)) is not None else []
    views = tuple(_hued(view, hues) for one in tribes if _shows(view := read_tribe(org, one, report, language)))
    placed = {person for view in views for person in view.people}
    people = {person: called(record.label, person) for person, record in index.people.items()}
    cards = read_units(org)
    leaving = {person for person in people if not futures.stays(person)}
    drawn = [person for person in people if person not in placed and (only is None or person in only)]
    others = _elsewhere(index, drawn) if tribe is not None else {}
    away = {person for those in others.values() for person in those}
    staff = [
        tuple(Seat(p.id, vacancy=p.vacancy or p.id in leaving) for p in card.people if p.id in drawn and p.id not in away) for card in cards
    ]
    silos = tuple(replace(silo, seats=futures.grouped(silo.seats, people)) for silo in _kept(cards, staff))
    for home, those in others.items():
        name = of_pictures(language, "tribe", name=called(index.tribes[home].label, home))
        silos = (*silos, Silo(f"tribe:{home}", name, 0, "", futures.grouped([Seat(p, vacancy=p in leaving) for p in those], people)))
    seated = placed | {seat.person for silo in silos for seat in silo.seats}
    live = org.mode == "live"  # where vacancies stand nowhere
    rest = [person for person in drawn if person not in seated and not (live and index.people[person].vacancy)]
    if rest:
        nowhere = tuple(Seat(p, vacancy=index.people[p].vacancy or p in leaving) for p in rest)
        silos = (*silos, Silo("bench", phrase(language, "fate_origin" if not views else "fate_nowhere"), 0, "", nowhere))
    return Side(silos, views, people)


def _tribes(org: Org) -> list[str]:
    """Return the tribes, and an empty id where squads or chapters stand outside them that no tribe's matrix shows."""
    tribes = [tribe.id for tribe in org.tribes]
    outside = bool(org.squads or org.chapters)
    return [*tribes, ""] if outside and len(tribes) != 1 else tribes


def _shows(view: MatrixView) -> bool:
    return bool(view.squads) or bool(view.people)


def _hued(view: MatrixView, hues: dict[str, int]) -> MatrixView:
    """Give chapters the same colours on both sides, and leave the findings to pictures of one chart."""
    columns = tuple(replace(c, hue=hues.get(c.chapter, c.hue)) if c.kind == "chapter" else c for c in view.columns)
    return replace(view, columns=columns, notes=())


def _elsewhere(index: Index, people: Iterable[str]) -> dict[str, list[str]]:
    """Return tribe → who of some people is in one of its squads or chapters, everybody once."""
    view = View(index)
    found: dict[str, list[str]] = {}
    for person in people:
        homes = [index.tribe_of.get(s) for s in view.squads_of(person)] + [index.chapter_tribe.get(c) for c in view.chapters_of(person)]
        home = next((one for one in homes if one is not None), None)
        if home is not None:
            found.setdefault(home, []).append(person)
    return found


def _kept(cards: tuple[UnitCard, ...], staff: Sequence[tuple[Seat, ...]]) -> tuple[Silo, ...]:
    """Return the units that have somebody to draw, or that stand above such a unit."""
    wanted: set[int] = set()
    for at in reversed(range(len(cards))):
        below = at + 1
        inner = False
        while below < len(cards) and cards[below].depth > cards[at].depth:
            inner |= below in wanted
            below += 1
        if staff[at] or inner:
            wanted.add(at)
    return tuple(
        Silo(f"unit:{card.id}", card.name, card.depth, ", ".join(card.managers), seats)
        for at, (card, seats) in enumerate(zip(cards, staff, strict=True))
        if at in wanted
    )
