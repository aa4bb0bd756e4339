"""A proposal: the organisation to be, who moves where and why, what it is worth, and what is proven of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, Literal, cast

from ..checking.frames import frame_of_columns
from ..model.ids import id_key, not_found, not_text
from ..model.org import Org
from ..model.ports import port
from .explaining import WhyNot, why_not
from .move import Move
from .move_list import columns_of
from .objective import Objective
from .questions import Questions
from .road.road import Road
from .road.stage import Stage
from .showing import plan_html
from .staffing.instance import Instance
from .staffing.solving import Answer
from .telling import plan_lines

if TYPE_CHECKING:
    from .gap_report.report import GapReport
    from .origin import Origin

__all__ = ["FORMAT", "Plan", "Status"]

FORMAT: Final = "spotifymodel-plan/1"
Status = Literal["optimal", "feasible", "infeasible", "no_solution_yet"]


@dataclass(frozen=True)
class Plan(Questions):
    """What :func:`spotifymodel.propose` proposes.

    Attributes
    ----------
    status : {"optimal", "feasible", "infeasible", "no_solution_yet"}
        ``optimal`` where tiers 0 to 3 are proven.
    objective : tuple of Objective
    as_is : tuple of Objective
        The same terms for staying as it is; a bound is not asked.
    org : Org or None
        The chart to be; ``None`` where there is none. It stands where only the way to it is infeasible.
    moves : tuple of Move
    gaps : mapping
        ``hires`` and ``trainings``: what to find or learn for which seat; ``shortages``; ``duties`` that somebody holds today
        and nobody would; ``consultation``, flags of whom to ask first; ``costs`` at the rates of the blueprint.
    stages : tuple of Stage
        The way there: today, waves of squads that go live, the target; each is a chart that is valid by itself. Empty where the
        limits of the blueprint leave no road; ``conflict`` and ``relaxations`` then say why, and what would open one.
    road : Road or None
        What is known of the way as a whole: what it is worth, what is proven of that, and what waits for whom.
    conflict : tuple of mapping
        The smallest set of wishes that contradict each other.
    placeholders : tuple of str
        Names that nobody gave and the plan invented.
    staying : tuple of str
        Units that may stay as they are and do, because the plan is no better with their people.
    seed : int
        Kept with the plan; the answer does not depend on it.
    stopped_by : str or None
    """

    status: Status
    objective: tuple[Objective, ...] = ()
    as_is: tuple[Objective, ...] = ()
    org: Org | None = None
    moves: tuple[Move, ...] = ()
    gaps: Mapping[str, tuple[Mapping[str, Any], ...]] = field(default_factory=lambda: {"hires": (), "trainings": ()})
    conflict: tuple[Mapping[str, Any], ...] = ()
    relaxations: tuple[Mapping[str, Any], ...] = ()
    placeholders: tuple[str, ...] = ()
    seed: int = 0
    stopped_by: str | None = None
    language: Literal["en", "nl"] = "en"
    stages: tuple[Stage, ...] = ()
    road: Road | None = None
    staying: tuple[str, ...] = ()
    staffing: tuple[tuple[Instance, Answer], ...] = field(default=(), repr=False, compare=False)
    origin: Origin | None = field(default=None, repr=False, compare=False)

    @classmethod
    def from_dict(cls, document: Mapping[str, Any]) -> Plan:
        """Read a plan back from what :meth:`to_dict` returned, or from the JSON of it.

        Raises
        ------
        InputRefusedError
            Where the document is no plan.

        Notes
        -----
        A document holds what was found, not how: :meth:`why` answers from it, :meth:`why_not` needs the plan of the search itself.
        """
        return cast(Plan, port("plan_from_document")(document))

    def move(self, person: str) -> Move:
        """Return the move of somebody.

        Raises
        ------
        NotFoundError
            Where the plan knows nobody of that id, with the nearest ids.
        UsageError
            Where the id is no text.
        """
        if not isinstance(person, str):
            raise not_text("person", person)
        key = id_key(person)
        found = next((m for m in self.moves if m.person == person or id_key(m.person) == key), None)
        if found is None:
            raise not_found("person", person, [m.person for m in self.moves])
        return found

    def why(self, person: str) -> tuple[str, ...]:
        """Return the reasons for what is proposed for somebody."""
        return self.move(person).reasons

    def why_not(self, person: str, squad: str, time_limit: float | None = None) -> WhyNot:
        """Return what it would cost to seat somebody in a squad, term by term: the staffing is solved again with that wish.

        Examples
        --------
        >>> import spotifymodel as sm
        >>> plan = sm.propose(sm.example("polderbank"))
        >>> print(plan.why_not("p004", "tribe-1-squad-9"))  # doctest: +ELLIPSIS
        p004 in tribe-1-squad-9 ...
        """
        return why_not(self, person, squad, time_limit)

    def gap_report(self, prices: bool = False, time_limit: float | None = None, progress: Callable[[str], None] | None = None) -> GapReport:
        """Return what the plan lacks and changes: seat by seat, person by person, chapter by chapter, and the sums.

        Parameters
        ----------
        prices : bool
            Whether to ask too what one more person in each chapter, and one more owner, would save: a search for each.
        time_limit : float, optional
            Seconds for these searches.
        progress : callable, optional
            Called with what is being asked.

        Raises
        ------
        UsageError
            Where the plan was read from a file, or has no chart.

        Examples
        --------
        >>> import spotifymodel as sm
        >>> report = sm.propose(sm.example("polderbank")).gap_report()
        >>> report.totals.hires, report.totals.line_managers
        ({'agile_coach': 3}, 32)
        """
        return cast("GapReport", port("gap_report")(self, prices, time_limit, progress))

    def to_frame(self) -> Any:
        """Return a row per person, with where they come from and go to, and why; pandas if installed, else polars.

        Returns
        -------
        DataFrame
            ``person``, ``unit_today``, ``tribe``, ``chapter``, ``squads`` (with the share where it is not all), ``roles``,
            ``line_manager_today``, ``line_manager``, ``other_line_manager`` (whether it is another), ``hr_status``, ``week`` and
            ``reasons``.

        Raises
        ------
        MissingDependencyError
            Where neither is installed.
        """
        return frame_of_columns(columns_of(self.moves), "a table of moves")

    def to_dict(self) -> dict[str, Any]:
        """Return the plan as JSON holds it, in the format ``spotifymodel-plan/1``."""
        return {
            "format": FORMAT,
            "status": self.status,
            "stopped_by": self.stopped_by,
            "seed": self.seed,
            "objective": [o.to_dict() for o in self.objective],
            "as_is": [{k: v for k, v in o.to_dict().items() if k not in ("bound", "proven")} for o in self.as_is],
            "org": None if self.org is None else self.org.to_dict(),
            "moves": [m.to_dict() for m in self.moves],
            "gaps": {kind: [dict(one) for one in found] for kind, found in self.gaps.items()},
            "stages": [stage.to_dict() for stage in self.stages],
            "road": None if self.road is None else self.road.to_dict(),
            "conflict": [dict(c) for c in self.conflict],
            "relaxations": [dict(r) for r in self.relaxations],
            "placeholders": list(self.placeholders),
            "staying": list(self.staying),
        }

    def __str__(self) -> str:
        return "\n".join(plan_lines(self)) + "\n"

    def __repr__(self) -> str:
        return f"<Plan {self.status}: {len(self.moves)} moves>"

    def _repr_html_(self) -> str:
        return plan_html(self)
