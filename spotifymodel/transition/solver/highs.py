"""Integer programmes, solved by HiGHS: the only importer of the solver."""

from __future__ import annotations

import os
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from math import ceil, isfinite
from threading import Lock
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Programme", "Solved", "least"]

Key = Hashable
_quiet = Lock()


@dataclass(frozen=True, slots=True)
class Solved:
    """What came out.

    Attributes
    ----------
    status : {"optimal", "feasible", "infeasible", "limit"}
        ``limit`` where the time ran out before a first solution.
    values : mapping
        Column key → value, for columns that are not zero.
    objective, bound : float
        Of the solution, and of what no solution can be better than.
    """

    status: str
    values: Mapping[Key, float]
    objective: float
    bound: float


def least(bound: float) -> int:
    """Return the whole number that nothing is below; a search that was stopped before it knew a bound says infinity."""
    return max(0, ceil(bound - 1e-6)) if isfinite(bound) else 0


class Programme:
    """Columns between 0 and a most (1 unless said) with a cost, and rows between two bounds.

    Built in plain Python, solved as often as wanted.
    """

    def __init__(self) -> None:
        self.columns: dict[Key, int] = {}
        self.costs: list[float] = []
        self.whole: list[bool] = []
        self.most: list[float] = []
        self._starts: list[int] = [0]
        self._index: list[int] = []
        self._value: list[float] = []
        self._low: list[float] = []
        self._high: list[float] = []

    def column(self, key: Key, cost: float = 0.0, whole: bool = True, most: float = 1.0) -> Key:
        """Add a column between 0 and `most`; one that is not whole follows from whole ones and need not be branched on."""
        assert key not in self.columns, key
        self.columns[key] = len(self.costs)
        self.costs.append(cost)
        self.whole.append(whole)
        self.most.append(most)
        return key

    @classmethod
    def beside(cls, parts: Sequence[Programme]) -> Programme:
        """Return one programme of several that share nothing; a column of the n-th is found as ``(n, key)``."""
        made = cls()
        for n, part in enumerate(parts):
            shift, base = len(made.costs), len(made._index)
            made.columns.update({(n, key): shift + at for key, at in part.columns.items()})
            made.costs += part.costs
            made.whole += part.whole
            made.most += part.most
            made._index += [shift + at for at in part._index]
            made._value += part._value
            made._starts += [base + at for at in part._starts[1:]]
            made._low += part._low
            made._high += part._high
        return made

    def __contains__(self, key: Key) -> bool:
        return key in self.columns

    def row(self, terms: Iterable[tuple[float, Key]], low: float = float("-inf"), high: float = float("inf")) -> None:
        """Add ``low ≤ Σ factor · column ≤ high``; terms with the same column add up."""
        summed: dict[int, float] = {}
        for factor, key in terms:
            at = self.columns[key]
            summed[at] = summed.get(at, 0.0) + factor
        self._index += summed.keys()
        self._value += summed.values()
        self._starts.append(len(self._index))
        self._low.append(low)
        self._high.append(high)

    def solve(
        self,
        costs: Mapping[Key, float] | None = None,
        time_limit: float | None = None,
        known: Mapping[Key, float] | None = None,
        stop: Callable[[], bool] | None = None,
        fractions: bool = False,
    ) -> Solved:
        """Minimise the costs of the columns, or others.

        Parameters
        ----------
        costs : mapping, optional
            Cost per column key instead of those that the columns came with; zero where it says nothing.
        time_limit : float, optional
            Seconds. Without it the search goes on until the optimum is proven, and its result is always the same.
        known : mapping, optional
            Values of a solution to start from.
        stop : callable, optional
            Asked now and then; the search ends with what it has when it says yes.
        fractions : bool
            Whether columns need not be whole: much faster, and the objective is a bound of that of the programme itself.

        Notes
        -----
        Costs are whole numbers: a search ends when nothing can be better by one.
        """
        if not self.columns:  # nothing to choose: the solver has no word for that
            holds = all(low <= 0 <= high for low, high in zip(self._low, self._high, strict=True))
            return Solved("optimal", {}, 0.0, 0.0) if holds else Solved("infeasible", {}, float("inf"), float("inf"))
        import highspy
        import numpy as np

        lp = highspy.HighsLp()
        lp.num_col_, lp.num_row_ = len(self.costs), len(self._low)
        used = self.costs if costs is None else [costs.get(key, 0.0) for key in self.columns]
        lp.col_cost_ = np.array(used, dtype=float)
        lp.col_lower_, lp.col_upper_ = np.zeros(len(used)), np.array(self.most, dtype=float)
        lp.row_lower_, lp.row_upper_ = np.array(self._low, dtype=float), np.array(self._high, dtype=float)
        lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        lp.a_matrix_.start_ = np.array(self._starts, dtype=np.int32)
        lp.a_matrix_.index_ = np.array(self._index, dtype=np.int32)
        lp.a_matrix_.value_ = np.array(self._value, dtype=float)
        kinds = (highspy.HighsVarType.kContinuous, highspy.HighsVarType.kInteger)
        if not fractions:
            lp.integrality_ = [kinds[whole] for whole in self.whole]
        with _without_banner():
            highs: Any = highspy.Highs()  # type: ignore[no-untyped-call]
        highs.setOptionValue("output_flag", False)
        highs.setOptionValue("threads", 1)
        highs.setOptionValue("mip_rel_gap", 0.0)
        highs.setOptionValue("mip_abs_gap", 0.999)
        if time_limit is not None:
            highs.setOptionValue("time_limit", float(time_limit))
        highs.passModel(lp)
        if known is not None:
            start = highspy.HighsSolution()
            start.col_value = [known.get(key, 0.0) for key in self.columns]
            highs.setSolution(start)
        if stop is not None:
            asked = highs.cbSimplexInterrupt if fractions else highs.cbMipInterrupt
            asked.subscribe(lambda event: event.interrupt() if stop() else None)
        highs.run()
        if highs.getModelStatus() in _failures(highspy):
            # The presolve of HiGHS 1.16 fails on a few programmes that it solves without.
            highs.setOptionValue("presolve", "off")
            highs.clearSolver()
            highs.run()
        solved = self._read(highspy, highs, fractions)
        worth = sum(used[self.columns[key]] * value for key, value in solved.values.items())
        if known is not None and solved.values and abs(worth - solved.objective) > 0.5:
            # Where presolve alone finds the optimum, HiGHS 1.16 tells its objective and hands back the solution it started from.
            return self.solve(costs, time_limit, None, stop, fractions)
        return solved

    def _read(self, highspy: Any, highs: Any, fractions: bool) -> Solved:
        status, info = highs.getModelStatus(), highs.getInfo()
        if status in {highspy.HighsModelStatus.kInfeasible, highspy.HighsModelStatus.kUnboundedOrInfeasible}:
            return Solved("infeasible", {}, float("inf"), float("inf"))
        optimal = status == highspy.HighsModelStatus.kOptimal
        if fractions and not optimal:  # a search among fractions that was stopped proves nothing
            return Solved("limit", {}, float("inf"), float("-inf"))
        feasible = info.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
        if not feasible:
            return Solved("limit", {}, float("inf"), float(info.mip_dual_bound))
        given = list(highs.getSolution().col_value)
        values = {key: given[at] for key, at in self.columns.items() if abs(given[at]) > 1e-6}
        bound = info.mip_dual_bound if any(self.whole) and not fractions else info.objective_function_value
        return Solved("optimal" if optimal else "feasible", values, float(info.objective_function_value), float(bound))


def _failures(highspy: Any) -> tuple[Any, ...]:
    """Return the answers that say nothing of the programme: the solver itself went wrong."""
    status = highspy.HighsModelStatus
    return status.kSolveError, status.kPresolveError, status.kPostsolveError


@contextmanager
def _without_banner() -> Iterator[None]:
    """Keep the solver's greeting out of standard output: it prints one when it is made, whatever its options say.

    The descriptor is exchanged for a moment, one thread at a time; where there is none, nothing can be printed either.
    """
    with _quiet:
        try:
            kept = os.dup(1)
        except OSError:
            yield
            return
        nowhere = os.open(os.devnull, os.O_WRONLY)
        try:
            os.dup2(nowhere, 1)
            yield
        finally:
            os.dup2(kept, 1)
            os.close(kept)
            os.close(nowhere)
