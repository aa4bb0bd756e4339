"""The flat index of a chart: plain dicts that rules read, derived once per chart."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Any

from ..model.chart import Chart, Mode
from ..model.line import Product, Project, Unit
from ..model.people import Person, Skill
from ..model.teams import Chapter, Guild, Squad, Tribe
from .knowledge import Knowledge
from .relation import Relation

if TYPE_CHECKING:
    from .attendance import Attendance
    from .kept_ties import KeptTies
    from .work_tables import WorkTables

__all__ = ["Index", "index_of"]


class Index:
    """Who stands where, as plain dicts; what every rule reads.

    Ids in the tables are the declared ones, however a reference spells them. In live mode vacancies stand nowhere.

    Attributes
    ----------
    chart : Chart
        The chart it was derived from (for a draft: the chart it started from).
    people, tribes, squads, chapters, units, products, projects, guilds : dict of str to record
    tribe_of, chapter_tribe : dict of str to (str or None)
        Tribe of a squad, of a chapter; ``None`` outside tribes.
    life : dict of str to (date, date)
        Life of squads that carry dates; ``chapter_life`` likewise for chapters.
    members, owners, coaches, steerers, advisers : Relation
        Squad → people.
    chapter_people, chapter_leads : Relation
        Chapter → people; leads are members too.
    tribe_leads, tribe_coaches, support : Relation
        Tribe → people.
    squad_people : dict of str to tuple of str
        Squad → the distinct people who are ever member or owner.
    people_dated : bool
        Whether somebody's units, line managers or absences carry dates, or may.
    skills_as_declared : bool
        Whether skills are declared and people name them by these very ids.

    Notes
    -----
    Building costs O(people + edges); about a third of the time it takes to parse the JSON.
    """

    chart: Chart
    mode: Mode
    people: dict[str, Person]
    tribes: dict[str, Tribe]
    squads: dict[str, Squad]
    chapters: dict[str, Chapter]
    units: dict[str, Unit]
    products: dict[str, Product]
    projects: dict[str, Project]
    guilds: dict[str, Guild]
    #: Ties to tribes that are kept up to date; only a draft keeps any.
    kept_ties: KeptTies | None = None

    def __init__(self, chart: Chart, mode: Mode) -> None:
        self.chart = chart
        self.mode = mode
        self.tribe_of: dict[str, str | None] = {}
        self.chapter_tribe: dict[str, str | None] = {}
        self.life: dict[str, tuple[dt.date, dt.date]] = {}
        self.chapter_life: dict[str, tuple[dt.date, dt.date]] = {}
        self.members = Relation()
        self.owners = Relation()
        self.coaches = Relation()
        self.steerers = Relation()
        self.advisers = Relation()
        self.chapter_people = Relation()
        self.chapter_leads = Relation()
        self.tribe_leads = Relation()
        self.tribe_coaches = Relation()
        self.support = Relation()
        self.squad_people: dict[str, tuple[str, ...]] = {}
        self.people_dated = False
        self.skills_as_declared = False

    # -- people → holders -------------------------------------------------------------------------------------------

    @cached_property
    def squads_of(self) -> dict[str, tuple[str, ...]]:
        """Person → squads in which they are ever member or owner, in the order of the chart."""
        return inverse_of_shared(self.squad_people)

    @cached_property
    def owned_by(self) -> dict[str, tuple[str, ...]]:
        """Person → squads they ever own."""
        return inverse(self.owners.people)

    @cached_property
    def chapters_of(self) -> dict[str, tuple[str, ...]]:
        """Person → chapters in which they are ever member or lead."""
        return inverse(self.chapter_people.people)

    @cached_property
    def chapters_led(self) -> dict[str, tuple[str, ...]]:
        """Person → chapters they ever lead."""
        return inverse(self.chapter_leads.people)

    @cached_property
    def tribes_led(self) -> dict[str, tuple[str, ...]]:
        """Person → tribes they ever lead."""
        return inverse(self.tribe_leads.people)

    @cached_property
    def squads_coached(self) -> dict[str, tuple[str, ...]]:
        """Person → squads that name them as coach."""
        return inverse(self.coaches.people)

    @cached_property
    def tribes_coached(self) -> dict[str, tuple[str, ...]]:
        """Person → tribes that name them as coach."""
        return inverse(self.tribe_coaches.people)

    @cached_property
    def squad_counts(self) -> Counter[str]:
        """Person → number of squads in which they are ever member or owner; one pass in C."""
        return Counter(chain.from_iterable(self.squad_people.values()))

    @cached_property
    def second_line(self) -> tuple[str, ...]:
        """People marked as independent risk or compliance."""
        return tuple(i for i, p in self.people.items() if p.second_line)

    @cached_property
    def unit_managers(self) -> Relation:
        """Unit → its managers."""
        from .line_tables import unit_managers

        return unit_managers(self)

    @cached_property
    def management_teams(self) -> Relation:
        """Tribe → its management team, where one is declared."""
        from .line_tables import management_teams

        return management_teams(self)

    @cached_property
    def bosses(self) -> frozenset[str]:
        """Everybody who ever manages a unit or is named in ``reports_to``."""
        from .line_tables import bosses

        return bosses(self)

    @cached_property
    def below(self) -> dict[str, tuple[str, ...]]:
        """Person → everybody who may report to them at some instant; a superset, to be asked at an instant."""
        from .line_tables import people_below

        return people_below(self)

    # -- holders → holders ------------------------------------------------------------------------------------------

    @cached_property
    def squads_in(self) -> dict[str, tuple[str, ...]]:
        """Tribe → its squads."""
        found: dict[str, list[str]] = {t: [] for t in self.tribes}
        for squad, tribe in self.tribe_of.items():
            if tribe is not None:
                found[tribe].append(squad)
        return {t: tuple(s) for t, s in found.items()}

    @cached_property
    def chapters_in(self) -> dict[str, tuple[str, ...]]:
        """Tribe → its chapters."""
        found: dict[str, list[str]] = {t: [] for t in self.tribes}
        for chapter, tribe in self.chapter_tribe.items():
            if tribe is not None:
                found[tribe].append(chapter)
        return {t: tuple(c) for t, c in found.items()}

    @cached_property
    def owning_squads(self) -> dict[str, tuple[str, ...]]:
        """Product → squads that own it."""
        return inverse(self.work.owned)

    @cached_property
    def work(self) -> WorkTables:
        """Who owns which product, which squads wait for which, what is asked of a chapter."""
        from .work_tables import WorkTables

        return WorkTables(self)

    @cached_property
    def knowledge(self) -> Knowledge:
        """The skills of people."""
        return Knowledge(self)

    @cached_property
    def skills(self) -> dict[str, Skill]:
        """The declared skills; a chart may speak of skills and declare none."""
        return {s.id: s for s in self.chart.skills}

    @cached_property
    def names(self) -> dict[str, Any]:
        """Kind → the declared names, for resolving a reference in a record."""
        from .tabling import Names

        return {
            kind: Names(kind, getattr(self, field))
            for field, kind in (
                *(("people", "person"), ("tribes", "tribe"), ("squads", "squad"), ("chapters", "chapter")),
                *(("units", "unit"), ("products", "product"), ("projects", "project"), ("guilds", "guild")),
            )
        } | {"skill": Names("skill", self.skills)}

    @cached_property
    def dated(self) -> bool:
        """Whether anything in the chart that rules look at carries dates."""
        if self.people_dated or self.life or self.chapter_life:
            return True
        if any(relation.spans for relation in vars(self).values() if isinstance(relation, Relation)):
            return True
        chart = self.chart
        if any(p.start or p.until for p in chart.projects):
            return True
        lists = chain(
            *((u.manager for u in chart.units), (t.management_team for t in chart.tribes)),
            *((p.review_owner for p in chart.products), (p.manager for p in chart.projects)),
        )
        return any(not isinstance(one, str) and (one.start or one.until) for holders in lists for one in holders)

    # -- seats over time ---------------------------------------------------------------------------------------------

    @cached_property
    def attendance(self) -> Attendance:
        """Who sits in which squad over time, as member or owner."""
        from .attendance import Attendance

        return Attendance(self)

    @cached_property
    def declaring(self) -> set[str]:
        """Everybody who ever declares what share of their hours a seat in a squad takes; perhaps more on a draft. O(seats with dates)."""
        found = {p for r in (self.members, self.owners) for shares in r.shares.values() for p in shares}
        dated = [one for r in (self.members, self.owners) for spans in r.spans.values() for one in spans.items()]
        found.update([person for person, spans in dated for _, _, share in spans if share is not None])
        return found

    # -- what the chart says at all ---------------------------------------------------------------------------------

    def carries(self, field: str) -> bool:
        """Tell whether any record of its kind carries a field; answers are remembered.

        Parameters
        ----------
        field : str
            Such as ``squad.mission``, ``dependency.severity``, or ``squad.members.allocation`` for what is said of a seat.
        """
        known: dict[str, bool] = self.__dict__.setdefault("_carried", {})
        found = known.get(field)
        if found is None:
            from .carrying import carried_with

            known.update(carried_with(self, field))
            found = known[field]
        return found

    def subjects(self, kind: str) -> Iterable[str]:
        """Return the ids of all subjects of a kind, in the order of the chart."""
        if kind == "organisation":
            return (ORGANISATION,)
        table: Mapping[str, Any] = getattr(self, TABLES[kind])
        return table


#: The one subject of rules about the whole chart.
ORGANISATION = "organisation"
TABLES = {
    "person": "people",
    "squad": "squads",
    "tribe": "tribes",
    "chapter": "chapters",
    "product": "products",
    "unit": "units",
    "project": "projects",
    "guild": "guilds",
}


def inverse(table: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Turn holder → distinct people into person → holders, keeping the order of holders.

    Nearly everybody has one holder: that is entered for all at once, and only where somebody has several all is done again.
    """
    found: dict[str, tuple[str, ...]] = {p: only for holder, people in table.items() for only in ((holder,),) for p in people}
    return found if len(found) == sum(map(len, table.values())) else inverse_of_shared(table)


def inverse_of_shared(table: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Return the same as :func:`inverse`, for a table in which some people surely have several holders."""
    found: dict[str, tuple[str, ...]] = {}
    for holder, people in table.items():
        only = (holder,)
        if found.keys().isdisjoint(people):
            found.update(dict.fromkeys(people, only))
        else:
            for person in people:
                found[person] = found[person] + only if person in found else only
    return found


def index_of(chart: Chart, mode: Mode | None = None) -> Index:
    """Return the index of a chart; built on first use and kept with the chart.

    Parameters
    ----------
    chart : Chart
    mode : {"design", "live"}, optional
        The chart's own unless given.

    Raises
    ------
    InputRefusedError
        When the chart refers to ids that it does not declare, declares one twice, or has intervals that end before they
        begin: every such fault, with its place.
    """
    wanted: Mode = mode or chart.mode
    kept: dict[str, Index] = chart.__dict__.setdefault("_indexes", {})
    found = kept.get(wanted)
    if found is None:
        from .building import build

        found = kept[wanted] = build(chart, wanted)
    return found
