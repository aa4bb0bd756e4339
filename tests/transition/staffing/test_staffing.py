"""The solver finds what trying everything finds, and people get what the numbers say."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings

from spotifymodel.transition.staffing.decoding import decode, score
from spotifymodel.transition.staffing.instance import Folk, Instance
from spotifymodel.transition.staffing.solving import Answer, solve
from spotifymodel.transition.staffing.terms import TERMS
from tests.depth import DEPTH, examples

from .at_once import best_at_once
from .tiny import best_by_trial, tiny_instances


def _values(answer: Answer) -> dict[str, int]:
    return {level.name: level.value for level in answer.levels}


@given(tiny_instances(people=4))
@settings(max_examples=examples(60), deadline=None)
def test_no_staffing_is_better_than_the_one_that_is_found(instance: Instance) -> None:
    answer = solve(instance)
    wanted = best_by_trial(instance)
    if wanted is None:
        assert not answer.levels
        return
    assert _values(answer) == {term.name: wanted[term.name] for term in TERMS}
    assert all(level.proven for level in answer.levels)


@given(tiny_instances(people=6))
@settings(max_examples=examples(60), deadline=None)
def test_the_people_count_to_what_the_model_says(instance: Instance) -> None:
    answer = solve(instance)
    if answer.levels:
        seating, vacancies = decode(instance, answer.seats)
        assert score(instance, seating, vacancies) == _values(answer)
        assert sorted(seating) == sorted(p for f in instance.folk for p in f.people)


@given(tiny_instances(people=6))
@settings(max_examples=examples(60), deadline=None)
def test_squads_people_and_owners_keep_their_limits(instance: Instance) -> None:
    answer = solve(instance)
    if not answer.levels:
        return
    seating, vacancies = decode(instance, answer.seats)
    for squad in instance.squads:
        inside = [s for mine in seating.values() for s in mine if s.squad == squad]
        waiting = [v for v in vacancies if v.squad == squad]
        assert len(inside) + len(waiting) <= instance.squad_max
        assert sum(s.owner for s in inside) + sum(v.chapter is None for v in waiting) == 1
    for mine in seating.values():
        assert len({s.squad for s in mine}) == len(mine) <= instance.seats_max
    assert len(vacancies) <= instance.room


@given(tiny_instances(people=5))
@settings(max_examples=examples(60), deadline=None)
def test_a_conflict_is_as_small_as_can_be(instance: Instance) -> None:
    answer = solve(instance)
    if answer.levels or not answer.conflict:
        return
    assert not solve(replace(instance, wishes=answer.conflict)).levels
    for wish in answer.conflict:
        assert solve(replace(instance, wishes=tuple(w for w in answer.conflict if w is not wish))).levels


def test_the_same_staffing_comes_out_twice() -> None:
    folk = tuple(
        Folk((c, o), c, "u", o, tuple(f"{c}{o}{k}" for k in range(5))) for c in ("back", "front") for o in ("no", "unknown", "yes")
    )
    squads = tuple(f"s{k}" for k in range(4))
    needs = {(s, c): 3 + k % 3 for k, s in enumerate(squads) for c in ("back", "front")}
    instance = Instance(folk, squads, needs, dict.fromkeys(squads, "u"), 9, 2, 100)
    assert solve(instance).seats == solve(instance).seats


@given(tiny_instances(people=4))
@settings(max_examples=examples(40), deadline=None)
def test_trying_one_after_the_other_and_all_at_once_come_to_the_same(instance: Instance) -> None:
    assert best_at_once(instance) == best_by_trial(instance)


@given(tiny_instances(people=6))
@settings(max_examples=80 if DEPTH == 1 else examples(250), deadline=None)
def test_no_staffing_of_six_people_is_better(instance: Instance) -> None:
    answer, wanted = solve(instance), best_at_once(instance)
    assert _values(answer) == ({} if wanted is None else {term.name: wanted[term.name] for term in TERMS})


def test_a_programme_on_which_presolve_fails_is_solved_without_it() -> None:
    """HiGHS 1.16 ends the search for the sixth term of this tribe in a solve error."""
    folk = (
        Folk(("b", "l", "yes", "product"), "b", "l", "yes", ("p2",), True, frozenset({("code", 3), ("data", 2)})),
        Folk(("b", "u", "unknown", "other"), "b", "u", "unknown", ("p1",), False),
        Folk(("c", "l", "unknown", "product", "p3"), "c", "l", "unknown", ("p3",), True),
        Folk(("c", "l", "yes", "other"), "c", "l", "yes", ("p0",), False, frozenset({("code", 1)})),
    )
    asks = {"s": (("code", 1), ("code", 3))}
    instance = Instance(folk, ("s",), {("s", "c"): 3}, {"s": "u"}, 3, 2, 2, preferences={"p3": ("s",)}, asks=asks)
    answer = solve(instance)
    assert answer.stopped_by is None
    assert _values(answer) == best_at_once(instance)
