"""CH004: a chapter lead can look after only so many people."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from ...graph.index import Index
from ...graph.moments import moments
from ...graph.relation import BEGIN, END
from ...graph.stepping import Stretch, common, steps
from ...graph.view import View
from ...model.edits import Edit
from ..dating import ALWAYS
from ..rule import Broken, Limits, Parameter, Ref, Reference, Rule, Wording, Worst
from ..succession import free_id

__all__ = ["RULE"]

MOST = "chapter.max"
PLAYING = "chapter.max_player_coach"


def judge(view: View, chapter: str, limits: Limits) -> Broken | None:
    """Count everybody whose line manager the lead is; who also works in a squad has less time for them."""
    worst: Broken | None = None
    for lead in view.chapter_leads(chapter):
        reports = view.reports_of(lead)
        most = limits[PLAYING if view.squads_of(lead) else MOST]
        excess = len(reports) - most
        if excess > 0 and (worst is None or excess > (worst.measured or 0) - (worst.limit or 0)):
            worst = Broken(len(reports), most, (lead, *reports), {"lead": Ref("person", lead)})
    return worst


def suspects(index: Index, limits: Limits) -> Iterable[str]:
    """Name the chapters whose lead has many people in the chapters led, or is a manager in the line as well."""
    return [chapter for chapter in index.chapter_leads.people if may_break(index, chapter, limits)]


def may_break(index: Index, chapter: str, limits: Limits) -> bool:
    """Tell whether a lead of a chapter has many people in the chapters led, or is a manager in the line as well."""
    inside, least = index.chapter_people.people, min(limits[PLAYING], limits[MOST])
    for lead in index.chapter_leads.people.get(chapter, ()):
        led = index.chapters_led[lead]
        if lead in index.bosses or sum(len(inside[c]) for c in led) - len(led) > (least if lead in index.squads_of else limits[MOST]):
            return True
    return False


def stretch(index: Index, chapter: str, limits: Limits) -> Worst:
    """Return the first stretch in which the lead has most people too many.

    Of a chapter with several leads over time, or one who manages people in the line as well, the instants tell.
    """
    leads = index.chapter_leads.people.get(chapter, ())
    if len(leads) != 1 or leads[0] in index.bosses:
        return None
    (lead,) = leads
    playing = dict(steps(("", start, until) for start, until in index.attendance.seats_of(lead)))
    reports, leading = {BEGIN: 0}, {BEGIN: 1}
    if index.chapter_people.spans or index.chapter_leads.spans:
        reports = dict(steps(_reports(index, lead)))
        leading = dict(steps(("", *stint) for stint in index.chapter_leads.stints(chapter, lead)))
    else:  # chapters without dates: only seats of the lead come and go
        reports[BEGIN] = len(set().union(*(index.chapter_people.people[c] for c in index.chapters_led[lead])) - {lead})
    best, found, inside = 0, list[dt.date](), False
    number = plays = leads_it = 0
    worst = (0, 0)
    for day in sorted(playing.keys() | reports.keys() | leading.keys()):
        number, plays, leads_it = reports.get(day, number), playing.get(day, plays), leading.get(day, leads_it)
        most = limits[PLAYING if plays else MOST]
        excess = number - most if leads_it else 0
        if excess > best:
            best, worst, found, inside = excess, (number, most), [day, END], True
        elif inside and (not leads_it or (number, most) != worst):
            found[1], inside = day, False
    return (found[0], found[1]) if found else ()


def instants(index: Index, chapter: str, _limits: Limits) -> Iterable[dt.date]:
    """Return all that happens around the chapter and its leads."""
    return moments(index, "chapter", chapter, "people")


def _reports(index: Index, lead: str) -> Iterator[Stretch]:
    """Yield who is in a chapter that the lead leads, and from when until when both is so."""
    for chapter in index.chapters_led[lead]:
        terms = index.chapter_leads.stints(chapter, lead)
        always = terms == [ALWAYS]
        for person, start, until in index.chapter_people.stretches(chapter):
            if person != lead:
                yield from ((person, a, b) for a, b in ([(start, until)] if always else common([(start, until)], terms)))


def fixes(view: View, chapter: str, broken: Broken, limits: Limits) -> Iterable[Edit]:
    """Split the chapter in two halves; the lead stays with the first, the other needs one."""
    lead = broken.evidence[0]
    ever = sorted(view.index.chapter_people.people[chapter], key=lambda p: p != lead)
    half = (len(ever) + 1) // 2
    if len(ever) > 2:
        parts = [[chapter, ever[:half]], [free_id(view.index.chapters, chapter), ever[half:]]]
        yield Edit("split", {"subject": f"chapter:{chapter}", "into": parts})


RULE = Rule(
    code="CH004",
    name="chapter-span-too-wide",
    kind="chapter",
    severity="warning",
    confidence="inferred",
    source=Reference("mckinsey-spans-2017"),
    references=(Reference("brunel", "blocks", "Borgt persoonlijke ontwikkeling en expertise en coördineert de prestaties"),),
    formal="|{p : line_manages(l,p,t)}| ≤ chapter.max for every lead l of c; ≤ chapter.max_player_coach where l sits in a squad",
    parameters=(
        Parameter(
            MOST,
            "people",
            Wording("The most people whose line manager a chapter lead is", "Van hoeveel mensen een chapter lead de lijnmanager is"),
        ),
        Parameter(
            PLAYING,
            "people",
            Wording("The same for a lead who also works in a squad", "Hetzelfde voor een lead die ook in een squad werkt"),
        ),
    ),
    message=Wording(
        "{lead}, lead of chapter {subject}, is line manager of {measured} people; at most {limit} is advised",
        "{lead}, lead van chapter {subject}, is lijnmanager van {measured} mensen; geadviseerd wordt maximaal {limit}",
    ),
    finds=Wording(
        "A chapter lead with more direct reports than the profile advises: the people of all chapters led, and of a unit in the old "
        "line. Who also works in a squad gets a lower limit. Both numbers are our choice within published spans.",
        "Een chapter lead met meer medewerkers dan het profiel aanraadt: de mensen van alle geleide chapters, en van een afdeling in "
        "de oude lijn. Wie ook in een squad werkt krijgt een lagere grens. Beide getallen zijn onze keuze binnen gepubliceerde spans.",
    ),
    matters=Wording(
        "A chapter lead guards growth, expertise and performance of every single member. Beyond a dozen that becomes signing forms.",
        "Een chapter lead bewaakt de groei, expertise en prestaties van ieder lid. Boven een dozijn mensen wordt dat formulieren tekenen.",
    ),
    remedy=Wording(
        "Split the chapter by specialism, or give it a second lead for a part of it as a chapter of its own",
        "Splits het chapter naar specialisme, of geef een deel een eigen lead als eigen chapter",
    ),
    judge=judge,
    suspects=suspects,
    may_break=may_break,
    instants=instants,
    stretch=stretch,
    fixes=fixes,
    reach="people",
    moved_by_seats="led",
    points_at=("lead", "members"),
    good=(
        """
        people: [{id: l}, {id: a}, {id: b}, {id: c}, {id: d}, {id: e}, {id: f}, {id: g}, {id: h}, {id: i}, {id: j}, {id: k}, {id: m}]
        tribes: [{id: t, chapters: [{id: dev, lead: l, members: [l, a, b, c, d, e, f, g, h, i, j, k, m]}]}]
        """,
        """
        people: [{id: l}, {id: a}, {id: b}, {id: c}, {id: d}, {id: e}, {id: f}, {id: g}, {id: h}]
        tribes: [{id: t, chapters: [{id: dev, lead: l, members: [a, b, c, d, e, f, {person: g, until: 2027-01-01},
          {person: h, from: 2027-01-01}]}], squads: [{id: s, product_owner: l}]}]
        """,
    ),
    bad=(
        """
        people: [{id: l}, {id: a}, {id: b}, {id: c}, {id: d}, {id: e}, {id: f}, {id: g}, {id: h}, {id: i}, {id: j}, {id: k},
          {id: m}, {id: n}]
        tribes: [{id: t, chapters: [{id: dev, lead: l, members: [a, b, c, d, e, f, g, h, i, j, k, m, n]}]}]
        """,
        """
        people: [{id: l}, {id: a}, {id: b}, {id: c}, {id: d}, {id: e}, {id: f}, {id: g}, {id: h}]
        tribes: [{id: t, chapters: [{id: dev, lead: l, members: [a, b, c, d, e, f, g, h]}],
          squads: [{id: s, product_owner: {person: l, from: 2027-01-01}}]}]
        """,
    ),
)
