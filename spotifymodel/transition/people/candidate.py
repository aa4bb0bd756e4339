"""Somebody of today, seen as a candidate for the seats of tomorrow."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from ...formats.tables.titles import TitleReading, read_title
from ...graph.index import Index
from ...graph.knowledge import Knowledge
from ...graph.view import View, each_place
from ...model.people import Person
from ...profiles import Profile
from ...rules.eligibility import OWNER_PARAMETERS, Eligibility, eligible_owner

__all__ = ["Answer", "Candidate", "candidates", "owner_limits"]

Answer = Literal["yes", "no", "unknown"]
#: Titles of people who assist a tribe rather than work in a squad.
_SUPPORT = "support"
_COACHING = ("agile_coach", "scrum_master")


@dataclass(frozen=True, slots=True)
class Candidate:
    """What the list says of somebody, and what follows from it.

    Attributes
    ----------
    person : Person
    title : TitleReading
        What the job title was taken for, with a confidence.
    owner : Eligibility
        Whether they fit the profile of a product owner: *yes*, *no* or *unknown*, with every gap.
    unit : str or None
    managers : tuple of str
        Line managers today.
    manages : bool
        Whether they manage a unit or somebody by name.
    knowledge : Knowledge
        The skills of the chart.
    """

    person: Person
    title: TitleReading
    owner: Eligibility
    unit: str | None
    managers: tuple[str, ...]
    manages: bool
    knowledge: Knowledge = field(compare=False, repr=False)

    @property
    def id(self) -> str:
        """Id of the person."""
        return self.person.id

    def level(self, skill: str) -> int:
        """Return how well they master a skill, 0 to 3; 0 too where the list says nothing."""
        return self.knowledge.level(self.id, skill)

    @property
    def discipline(self) -> str:
        """The specialism that the title was read as; where it says none, the unit: people of one box do alike work."""
        return self.title.discipline or self.unit or "general"

    @property
    def leads(self) -> bool:
        """Whether they lead people today, by title or in the line."""
        return self.manages or self.title.role in ("team_manager", "product_management_lead")

    @property
    def manages_products(self) -> bool:
        """Whether the title is one from which product owners come: of a product, a product marketing or a project manager."""
        return self.title.role in ("product_manager", "product_marketing_manager", "project_manager", "product_owner")

    @property
    def directs(self) -> bool:
        """Whether the title is that of a director."""
        return self.title.role == "director"

    @property
    def coaches(self) -> bool:
        """Whether the title is that of an agile coach."""
        return self.title.role in _COACHING

    @property
    def supports(self) -> bool:
        """Whether the title is one of support."""
        return self.title.role == _SUPPORT

    @property
    def beside(self) -> bool:
        """Whether their work is beside squads and chapters: to direct, to coach, to support."""
        return self.directs or self.supports or self.coaches

    @property
    def rank(self) -> tuple[bool, float]:
        """Seniors first, then agile experience; smaller is better."""
        senior = (self.person.seniority or self.title.seniority or "").casefold().startswith("senior")
        return (not senior, -(self.person.agile_years or 0.0))


def candidates(index: Index, profile: Profile) -> tuple[Candidate, ...]:
    """Return a candidate for everybody in a chart who is no vacancy, in the order of the chart.

    Notes
    -----
    O(people). Titles are guesses; each reading says how sure it is and which words decided.
    """
    view = View(index)
    limits = owner_limits(profile)
    found = []
    for one, record in index.people.items():
        if record.vacancy:
            continue
        then = _last(view, record)
        posts = then.posts(one)
        found.append(
            Candidate(
                record,
                read_title(record.job_title or ""),
                eligible_owner(record, limits),
                posts[0][0] if posts else None,
                then.line_managers(one),
                one in index.bosses,
                index.knowledge,
            )
        )
    return tuple(found)


def owner_limits(profile: Profile) -> Mapping[str, Any]:
    """Return what a profile asks of an owner."""
    return {p.name: profile.value(p.name, p.default) for p in OWNER_PARAMETERS}


def _last(view: View, record: Person) -> View:
    """Return a chart at the time of somebody's last place in the line, where one came after another; else at all times."""
    starts = [post.start for post in each_place(record) if post.start is not None]
    return View(view.index, max(starts)) if starts else view
