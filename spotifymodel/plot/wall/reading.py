"""Reads what the card of a tribe says: who leads it, how full it is, how full its squads are, what the rules found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from spotifymodel.checking.report import Report
from spotifymodel.graph.index import Index, index_of
from spotifymodel.graph.view import View
from spotifymodel.model.org import Org
from spotifymodel.plot.fullest import fullest
from spotifymodel.plot.names import called

__all__ = ["TribeCard", "read_cards"]


@dataclass(frozen=True, slots=True)
class TribeCard:
    """One tribe as its card shows it.

    Parameters
    ----------
    leads : tuple of str
        Names of who leads it.
    count : int
        People, as the rules count them, at the tribe's fullest instant.
    squads : tuple of (str, int)
        Id and head count of every squad, each at its fullest instant, in the order of the chart.
    chapters : int
    findings : int
        Errors and warnings about the tribe, its squads and chapters and the people in its squads; waived ones left out.
    errors : int
        How many of these are errors.
    """

    id: str
    name: str
    leads: tuple[str, ...]
    count: int
    squads: tuple[tuple[str, int], ...]
    chapters: int
    findings: int
    errors: int


def read_cards(org: Org, report: Report) -> tuple[TribeCard, ...]:
    """Return a card for every tribe, in the order of the chart."""
    index = index_of(org)
    look = View(index)
    squads: dict[str | None, list[str]] = {}
    for squad, tribe in index.tribe_of.items():
        squads.setdefault(tribe, []).append(squad)
    chapters = Counter(index.chapter_tribe.values())
    found, errors = _findings(index, report)
    return tuple(
        TribeCard(
            id=tribe,
            name=called(record.label, tribe),
            leads=tuple(called(index.people[p].label, p) for p in index.tribe_leads.people.get(tribe, ())),
            count=fullest(look, "tribe", tribe, partial(_in_tribe, tribe)),
            squads=tuple((squad, fullest(look, "squad", squad, partial(_in_squad, squad))) for squad in squads.get(tribe, ())),
            chapters=chapters[tribe],
            findings=found[tribe],
            errors=errors[tribe],
        )
        for tribe, record in index.tribes.items()
    )


def _in_tribe(tribe: str, view: View) -> int:
    return len(view.tribe_people(tribe))


def _in_squad(squad: str, view: View) -> int:
    return len(view.squad_people(squad))


def _findings(index: Index, report: Report) -> tuple[Counter[str], Counter[str]]:
    """Count the findings of the report's own profile per tribe: all that is no advice, and the errors among them."""
    found: Counter[str] = Counter()
    errors: Counter[str] = Counter()
    for finding in report.findings:
        if finding.waived or finding.severity == "advice" or finding.profile != report.profile:
            continue
        for tribe in _tribes(index, finding.subject.kind, finding.subject.id):
            found[tribe] += 1
            errors[tribe] += finding.severity == "error"
    return found, errors


def _tribes(index: Index, kind: str, subject: str) -> Iterator[str]:
    """Yield the tribes on whose cards a finding counts: somebody in squads of two tribes counts on both."""
    if kind == "tribe":
        yield subject
    elif kind == "person":
        homes = dict.fromkeys(index.tribe_of.get(squad) for squad in index.squads_of.get(subject, ()))
        yield from (home for home in homes if home is not None)
    elif kind in ("squad", "chapter"):
        home = (index.tribe_of if kind == "squad" else index.chapter_tribe).get(subject)
        if home is not None:
            yield home
