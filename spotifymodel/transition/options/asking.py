"""``plan.alternatives``: a sequence that is searched for when it is first looked at, and that can be asked for others."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Executor
from functools import cached_property
from typing import TYPE_CHECKING, overload

from .alternatives import alternatives
from .records import Alternative, Alternatives

if TYPE_CHECKING:
    from ..plan import Plan

__all__ = ["AlternativesOf"]


class AlternativesOf(Sequence[Alternative]):
    """The alternatives of a plan: as a sequence those that are usually asked, when called those that the caller wants."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan

    def __call__(
        self,
        n: int = 4,
        within: float | Mapping[str, int] = 0.05,
        differ: float = 0.2,
        time_limit: float | None = None,
        progress: Callable[[str], None] | None = None,
        executor: Executor | None = None,
    ) -> Alternatives:
        """Return other plans for the same blueprint that are almost as good.

        Parameters
        ----------
        n : int
            How many at most.
        within : float, or mapping of term to int
            How much worse a term may be, in each tribe: as a share of the tribe's people, rounded up, in the unit of the term;
            or in numbers per term, where the terms that are not named may not be worse at all. Nobody is left without a seat for it.
        differ : float
            Share of all people who must sit elsewhere than in the plan, and than in each other alternative. Squads that are
            alike and have no name of their own may be exchanged without anybody sitting elsewhere.
        time_limit : float, optional
            Seconds for everything; ``stopped_by`` says whether it struck.
        progress : callable, optional
        executor : concurrent.futures.Executor, optional
            Does the searches side by side; what is found is the same.

        Raises
        ------
        UsageError
            Where the plan was read from a file, or has no chart; and for a term that there is none of.

        Notes
        -----
        One search per term of which the plan has any, which makes it as small as the limits let it be, and one for plans that
        are as good in everything. None of what is returned, where it is proven, is beaten in every term by any staffing within the
        limits. Several tribes are searched one by one, with everybody in the tribe of the plan, for one term after the other until
        there are enough, and tier by tier after that; what is proven holds whoever goes to another tribe.
        """
        return alternatives(self._plan, n, within, differ, time_limit, progress, executor)

    @cached_property
    def usual(self) -> Alternatives:
        """What a call without arguments returns, searched for once."""
        return self()

    def __len__(self) -> int:
        return len(self.usual)

    @overload
    def __getitem__(self, at: int) -> Alternative: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[Alternative, ...]: ...

    def __getitem__(self, at: int | slice) -> Alternative | tuple[Alternative, ...]:
        return self.usual[at]

    def __str__(self) -> str:
        return str(self.usual)

    def _repr_html_(self) -> str:
        return self.usual._repr_html_()
