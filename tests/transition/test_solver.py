"""What the solver says of a programme is what its values are worth."""

from __future__ import annotations

from spotifymodel.transition.solver.highs import Programme


def small() -> Programme:
    """Return a programme that presolve alone decides: a need of one that ``a`` or ``b`` fills."""
    made = Programme()
    made.column("a", 1.0, most=3.0)
    made.column("b", 2.0, most=3.0)
    made.row([(1.0, "a"), (1.0, "b")], low=1.0)
    return made


def test_a_start_that_is_not_the_best_is_not_handed_back_as_the_best() -> None:
    solved = small().solve(known={"a": 2.0, "b": 2.0})
    assert (solved.status, solved.objective, dict(solved.values)) == ("optimal", 1.0, {"a": 1.0})


def test_rows_that_contradict_each_other_are_infeasible() -> None:
    made = small()
    made.row([(1.0, "a"), (1.0, "b")], high=0.0)
    assert made.solve().status == "infeasible"


def test_a_search_that_is_stopped_at_once_says_so_or_is_done() -> None:
    assert small().solve(stop=lambda: True).status in ("optimal", "limit")


def test_nothing_is_printed(capfd: object) -> None:
    small().solve()
    assert capfd.readouterr() == ("", "")  # type: ignore[attr-defined]
