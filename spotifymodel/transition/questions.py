"""What a plan can be asked beside itself: other plans, their prices, and what if."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from typing import TYPE_CHECKING, Final, cast

from ..model.ports import port

if TYPE_CHECKING:
    from .options.asking import AlternativesOf
    from .options.front import Front
    from .plan import Plan
    from .whatif.leaving import Without

__all__ = ["DISRUPTION", "Questions"]

#: What changes for people beyond their chapter: each counts a person, or a seat of one.
DISRUPTION: Final = ("owners_of_another_trade", "two_squads", "other_site")


class Questions:
    """The questions of a plan; each is answered by searching again."""

    @property
    def alternatives(self) -> AlternativesOf:
        """Other plans that are almost as good; searched for when looked at, or as asked: ``plan.alternatives(n=3, within=0.1)``.

        Examples
        --------
        >>> import spotifymodel as sm
        >>> plan = sm.propose(sm.example("polderbank"))
        >>> other = plan.alternatives(n=1)[0]
        >>> other.share >= 0.2
        True
        """
        # Kept, so that a second look does not search again.
        kept = self.__dict__.setdefault("_alternatives", port("plan_alternatives")(self))
        return cast("AlternativesOf", kept)

    def pareto(
        self,
        points: int = 9,
        disruption: Sequence[str] = DISRUPTION,
        time_limit: float | None = None,
        progress: Callable[[str], None] | None = None,
        executor: Executor | None = None,
    ) -> Front:
        """Return the curve of disruption against coverage: what each needed seat costs the people who change for it.

        Parameters
        ----------
        points : int
            How many at most, at equal steps of coverage; fewer where there are no more.
        disruption : sequence of str
            Terms whose sum counts as such: owners of another trade, people in two squads and seats on another site.
        time_limit : float, optional
            Seconds for everything.
        progress : callable, optional
        executor : concurrent.futures.Executor, optional
            Searches the points side by side; the curve is the same.

        Raises
        ------
        UsageError
            Where the plan was read from a file or has no chart, and for a term that is none.

        Notes
        -----
        Every point leaves nobody without a seat whom the plan gives one, and keeps promises about skills and owners as well
        as the plan. A point that is proven has the least disruption of all staffings that cover as much, and the fullest
        coverage of all that disrupt as little; the tribes are searched together, which is meant for some hundreds of people.

        Examples
        --------
        >>> import spotifymodel as sm
        >>> plan = sm.propose(sm.example("polderbank"))
        >>> curve = plan.pareto(points=3)
        >>> curve[0].unmet, curve[-1].disruption
        (0, 7)
        """
        return cast("Front", port("plan_front")(self, points, disruption, time_limit, progress, executor))

    def without(self, *people: str, time_limit: float | None = None) -> Without:
        """Return what happens to the plan when people leave: what breaks, who takes over, and the price in each term.

        Parameters
        ----------
        *people : str
            Ids; several leave together.
        time_limit : float, optional
            Seconds for the search.

        Raises
        ------
        NotFoundError
            Where the plan knows nobody of that id.
        UsageError
            Where the plan was read from a file, or nobody would be left.
        LimitReachedError
            Where the time limit came before a first staffing.

        Notes
        -----
        The blueprint stays as it is, needs included. Among the best plans without them the one is taken in which the fewest
        seats change; only tribes that they are in are searched again, and the others stay in their tribes. Where there are
        several, the bounds are those of every staffing of all of them, whoever goes to another tribe for it.

        Examples
        --------
        >>> import spotifymodel as sm
        >>> plan = sm.propose(sm.example("polderbank"))
        >>> asked = plan.without("p004")
        >>> [f.code for f in asked.breaks], asked.plan.status
        (['PO001', 'CH007'], 'optimal')
        """
        return cast("Without", port("plan_without")(self, people, time_limit))

    def with_lock(
        self,
        person: str,
        squad: str | None = None,
        role: str | None = None,
        chapter: str | None = None,
        tribe: str | None = None,
        time_limit: float | None = None,
    ) -> Plan:
        """Return the best plan in which somebody has a stated seat or role, close to this one.

        Parameters
        ----------
        person : str
        squad, chapter, tribe : str, optional
            Where; one of them.
        role : str, optional
            ``member`` or ``product_owner`` of a squad, ``chapter_lead`` of a chapter, ``tribe_lead`` of a tribe.
        time_limit : float, optional
            Seconds for the search.

        Returns
        -------
        Plan
            ``infeasible`` with the conflict where the lock contradicts other wishes.

        Raises
        ------
        NotFoundError
            Where the plan knows no such person, squad, chapter or tribe.
        UsageError
            Where the plan was read from a file, or not exactly one place is named.

        Examples
        --------
        >>> import spotifymodel as sm
        >>> plan = sm.propose(sm.example("polderbank"))
        >>> locked = plan.with_lock("p004", "tribe-1-squad-9")
        >>> [seat["id"] for seat in locked.move("p004").squads]
        ['tribe-1-squad-9']
        """
        return cast("Plan", port("plan_with_lock")(self, person, squad, role, chapter, tribe, time_limit))
