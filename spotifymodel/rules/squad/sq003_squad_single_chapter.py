"""SQ003: a squad draws on different chapters."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from ...graph.index import Index
from ...graph.moments import chapter_moments
from ...graph.relation import BEGIN, END, People
from ...graph.stepping import Interval, Stretch, counts, side_by_side, steps, together
from ...graph.view import View
from ...model.edits import Edit
from ..counting import COUNT_OWNER, head_stretches, heads
from ..dating import bounds, until_next_seat
from ..rule import Broken, Limits, Missing, Parameter, Phrase, Ref, Reference, Rule, Wording, Worst

__all__ = ["RULE"]

FEWEST = "squad.min_chapters"
SIZE = "squad.max"
_ALL_TIME = ((BEGIN, END, None),)

SOME = Wording("{placed} of {size}; the others are in no chapter", "{placed} van de {size}; de anderen zitten in geen chapter")


def judge(view: View, squad: str, limits: Limits) -> Broken | Missing | None:
    """Count the chapters of the people in a squad; where none of them has a chapter nothing can be said."""
    inside = heads(view, squad, limits)
    chapters = dict.fromkeys(c for p in inside for c in view.chapters_of(p))
    fewest = limits[FEWEST]
    if not inside or len(chapters) >= fewest:
        return None
    if not chapters:
        return Missing(("chapter.members",))
    named = tuple(Ref("chapter", c) for c in chapters)
    placed = sum(1 for p in inside if view.chapters_of(p))
    size = len(inside) if placed == len(inside) else Phrase(SOME, {"placed": placed, "size": len(inside)})
    return Broken(len(chapters), fewest, (*inside, *chapters), {"chapters": named, "size": size})


def suspects(index: Index, limits: Limits) -> Iterable[str]:
    """Name the squads whose people come from too few chapters at some instant.

    Exact where nobody's chapters carry dates, and in dated squads where everybody has one chapter; what is left is a suspect.
    """
    fewest, chapters_of = limits[FEWEST], index.chapters_of.get
    if limits[COUNT_OWNER.name] != "union":
        return list(index.squad_people)
    unsteady = {p for c in index.chapter_people.spans for p in index.chapter_people.people[c]}
    dated = index.members.spans.keys() | index.owners.spans.keys()
    found: list[str] = []
    for squad, people in index.squad_people.items():
        if unsteady and not unsteady.isdisjoint(people):
            found.append(squad)
        elif squad not in dated:
            if fewest == 2 and len(people) > 1 and None is not chapters_of(people[0]) != chapters_of(people[1]) is not None:
                continue  # the first two settle it nearly everywhere
            if len({chapter for person in people for chapter in chapters_of(person, ())}) < fewest:
                found.append(squad)
        elif not (fewest == 2 and _never_alone(index, squad)):
            home = _homes(index, people)
            if home is None or _ever_fewer(head_stretches(index, squad, limits), home, fewest):
                found.append(squad)
    return found


def _homes(index: Index, people: People) -> dict[str, str] | None:
    """Return the chapter of everybody who has one; ``None`` where somebody has several."""
    chapters_of = index.chapters_of
    home: dict[str, str] = {}
    for person in people:
        of = chapters_of.get(person)
        if of is not None:
            if len(of) > 1:
                return None
            home[person] = of[0]
    return home


def _never_alone(index: Index, squad: str) -> bool:
    """Tell whether people of two chapters are there whenever anybody is; ``False`` where that is not plain.

    One pass over the stretches by their start: it keeps how long the longest of them lasts, and how long the longest of the
    other chapters. The answer of :func:`_ever_fewer`, at a tenth of its price, for the usual limit and people of one chapter each.
    """
    chapters_of = index.chapters_of
    stretches: list[tuple[dt.date, dt.date, str]] = []
    for relation in (index.members, index.owners):
        dated = relation.spans.get(squad)
        spans = dict.fromkeys(relation.people.get(squad, ()), _ALL_TIME) if dated is None else dated
        for person, mine in spans.items():
            of = chapters_of.get(person)
            if of is None or len(of) > 1:
                return False
            for start, until, _ in mine:
                stretches.append((start, until, of[0]))
    stretches.sort()
    longest = other = BEGIN
    first = None
    for start, until, chapter in stretches:
        if start >= longest:
            if other < longest:
                return False
            first, longest, other = chapter, until, start
        elif other < start:
            return False
        elif chapter == first:
            longest = max(longest, until)
        elif until > longest:
            first, longest, other = chapter, until, longest
        else:
            other = max(other, until)
    return other == longest


def _ever_fewer(stretches: Iterable[Stretch], home: Mapping[str, str], fewest: int) -> bool:
    """Tell whether people of fewer chapters than asked for are there at some instant at which anybody is."""
    there = list(stretches)
    chapters = steps((home[p], start, until) for p, start, until in there if p in home)
    anybody = steps(("somebody", start, until) for _, start, until in there)
    return any(present and mixed < fewest for _, present, mixed in side_by_side(anybody, chapters))


def may_break(index: Index, squad: str, limits: Limits) -> bool:
    """Tell whether people of too few chapters may be there: not where it is plain that people of two chapters always are."""
    people = index.squad_people.get(squad, ())
    if limits[FEWEST] != 2 or limits[COUNT_OWNER.name] != "union" or index.chapter_people.spans:
        return bool(people)
    if squad in index.members.spans or squad in index.owners.spans:
        return not _never_alone(index, squad)
    different = {index.chapters_of.get(person, ()) for person in people}
    return any(len(of) != 1 for of in different) or len(different) == 1


def stretch(index: Index, squad: str, limits: Limits) -> Worst:
    """Return the first stretch with the fewest chapters, where everybody has one at all times; else the instants tell."""
    stays, groups = index.attendance.stays(squad), dict[str, list[Interval]]()
    if limits[COUNT_OWNER.name] != "union" or index.chapter_people.spans:
        return None
    for person, spans in stays.items():
        of = index.chapters_of.get(person, ())
        if len(of) != 1:
            return None
        groups.setdefault(of[0], []).extend(spans)
    chapters = counts(map(together, groups.values()))
    least = min([number for _, _, number in chapters if number], default=limits[FEWEST])
    if least >= limits[FEWEST]:
        return ()
    return next((start, until) for start, until, number in chapters if number == least)


def instants(index: Index, squad: str, _limits: Limits) -> Iterable[dt.date]:
    """Return when somebody of the squad comes or goes, in it or in a chapter."""
    return chapter_moments(index, squad)


def fixes(view: View, squad: str, broken: Broken, limits: Limits) -> Iterable[Edit]:
    """Let somebody join who is in another chapter of the tribe and works in no squad yet."""
    tribe = view.index.tribe_of.get(squad)
    if tribe is None or len(view.squad_people(squad)) >= limits[SIZE]:
        return
    present = set(broken.evidence)
    others = [p for c in view.chapters_in(tribe) if c not in present for p in view.chapter_people(c) if p not in view.chapter_leads(c)]
    ever = view.index.squad_people[squad]
    free = [p for p in others if p not in ever and not view.squads_of(p)]
    for person in free[:1]:
        yield Edit("join", {"person": person, "squad": squad, **bounds(until_next_seat(view, person))})


RULE = Rule(
    code="SQ003",
    name="squad-single-chapter",
    kind="squad",
    severity="warning",
    confidence="stated",
    source=Reference("brunel", "tribe", "afkomstig uit verschillende chapters"),
    references=(Reference("kniberg-2012", "Squads"),),
    formal="|{chapter(p) : p ∈ members(s,t) ∪ owners(s,t)}| ≥ squad.min_chapters for every instant t at which s is in use",
    parameters=(
        COUNT_OWNER,
        Parameter(
            FEWEST,
            "chapters",
            Wording(
                "From how many chapters the people of a squad come, at least", "Uit hoeveel chapters de mensen van een squad minstens komen"
            ),
        ),
        Parameter(
            SIZE,
            "people",
            Wording(
                "The most people in a squad, for somebody who is proposed to join",
                "Het maximum in een squad, voor wie erbij wordt voorgesteld",
            ),
        ),
    ),
    message=Wording(
        "The people of squad {subject} ({size}) all come from {chapters}; at least {limit} different chapters are expected",
        "De mensen van squad {subject} ({size}) komen allemaal uit {chapters}; verwacht worden minstens {limit} verschillende chapters",
    ),
    finds=Wording(
        "A squad whose people come from fewer chapters than the profile asks for. Where none of them has a chapter the answer is "
        "unknown: the missing chapters are found by MB002.",
        "Een squad waarvan de mensen uit minder chapters komen dan het profiel vraagt. Heeft niemand van hen een chapter, dan is het "
        "antwoord onbekend: MB002 vindt de ontbrekende chapters.",
    ),
    matters=Wording(
        "A squad is responsible end to end because it brings different experts together. People of one specialism hand over to "
        "other squads what they cannot do: a department with a new name.",
        "Een squad is end-to-end verantwoordelijk doordat verschillende experts samenwerken. Mensen uit één vak dragen over wat ze "
        "niet kunnen: een afdeling met een nieuwe naam.",
    ),
    remedy=Wording(
        "Swap a member with a squad of another mix, or let somebody of another chapter join",
        "Ruil een lid met een squad met een andere samenstelling, of laat iemand uit een ander chapter aansluiten",
    ),
    judge=judge,
    suspects=suspects,
    may_break=may_break,
    instants=instants,
    stretch=stretch,
    fixes=fixes,
    needs=("chapter.id",),
    reach="people",
    moved_by_seats="own",
    worse="low",
    points_at=("members", "product_owner", "id"),
    good=(
        """
        people: [{id: a}, {id: b}, {id: c}]
        tribes: [{id: t, chapters: [{id: data, members: [a]}, {id: dev, members: [b, c]}],
          squads: [{id: s, product_owner: b, members: [a, b, c]}]}]
        """,
        """
        people: [{id: a}, {id: b}]
        tribes: [{id: t, chapters: [{id: data, members: [a]}, {id: dev, members: [b]}],
          squads: [{id: s, product_owner: b, members: [a, b], from: 2027-01-01}, {id: empty}]}]
        """,
    ),
    bad=(
        """
        people: [{id: a}, {id: b}, {id: c}, {id: d}]
        tribes: [{id: t, chapters: [{id: data, members: [d]}, {id: dev, lead: a, members: [b, c]}],
          squads: [{id: s, product_owner: a, members: [b, c]}]}]
        """,
        """
        people: [{id: a}, {id: b}]
        tribes: [{id: t, chapters: [{id: data, members: [a]}, {id: dev, members: [b]}],
          squads: [{id: s, product_owner: b, members: [{person: a, until: 2027-06-01}, b]}]}]
        """,
    ),
)
