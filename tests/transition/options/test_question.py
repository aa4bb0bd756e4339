"""A question to the solver is answered as trying every staffing answers it."""

from __future__ import annotations

from collections import Counter
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from spotifymodel.transition.options.handing import hand_out, seats_of
from spotifymodel.transition.options.question import Question, Reply, ask
from spotifymodel.transition.staffing.decoding import decode, score
from spotifymodel.transition.staffing.instance import Instance
from spotifymodel.transition.staffing.solving import Answer, solve
from spotifymodel.transition.staffing.terms import TERMS
from tests.depth import examples
from tests.transition.staffing.tiny import Place, every_by_trial, tiny_instances

#: Terms of the trial; what only whole organisations have is always nothing in one tribe.
NAMES = tuple(t.name for t in TERMS)
Seated = dict[str, tuple[Place, ...]]


def answered(question: Question) -> Reply:
    return ask(question, lambda: False)


def trials(instance: Instance) -> list[tuple[dict[str, int], Seated]]:
    return [({name: terms.get(name, 0) for name in NAMES}, seated) for terms, seated in every_by_trial(instance)]


def within(terms: dict[str, int], most: tuple[tuple[tuple[str, ...], int], ...]) -> bool:
    return all(sum(terms[name] for name in names) <= limit for names, limit in most)


def leaving(instance: Instance, answer: Answer, seated: Seated) -> int:
    """Count how many people of each class must sit elsewhere than in an answer, whoever of them is handed which seat."""
    before, _ = decode(instance, answer.seats)
    lost = 0
    for folk in instance.folk:
        had = Counter(_place([(s.squad, s.owner, 1 if s.half else 2) for s in before[p]]) for p in folk.people)
        has = Counter(_place(list(seated[p])) for p in folk.people)
        lost += sum((had - has).values())
    return lost


def _place(seats: list[Place]) -> str:
    return "out" if not seats else "half" if seats[0][2] == 1 else f"{seats[0][0]} {seats[0][1]}"


@given(tiny_instances(people=4), st.integers(0, 2**32 - 1))
@settings(max_examples=examples(40), deadline=None)
def test_the_best_under_limits_that_differs_enough_is_found_and_nothing_beats_it(instance: Instance, seed: int) -> None:
    answer = solve(instance)
    if not answer.levels:
        return
    dice = Random(seed)
    first = dice.choice(NAMES[1:])
    least = dice.randint(0, 3)
    slack = dice.randint(0, 2)
    most = tuple(((level.name,), level.value + (slack if level.name != "unplaced" else 0)) for level in answer.levels)
    reply = answered(Question((instance,), ((first,),), most, (((answer.seats,), least),)))
    allowed = [(terms, seated) for terms, seated in trials(instance) if within(terms, most)]
    wanted = [terms for terms, seated in allowed if leaving(instance, answer, seated) >= least]
    assert (reply.status == "found") == bool(wanted)
    if not wanted:
        return
    seating, vacancies = decode(instance, reply.seats[0])
    assert score(instance, seating, vacancies) == reply.values
    # What replaces a beaten answer need not differ any more, and is never worse in what came first.
    assert reply.values[first] <= min(terms[first] for terms in wanted)
    assert any(terms == reply.values for terms, _ in allowed)
    assert not any(terms != reply.values and all(terms[n] <= reply.values[n] for n in NAMES) for terms, _ in allowed)
    assert reply.proven


@given(tiny_instances(people=4))
@settings(max_examples=examples(40), deadline=None)
def test_without_limits_a_question_is_answered_as_a_proposal_is(instance: Instance) -> None:
    answer, reply = solve(instance), answered(Question((instance,)))
    assert (reply.status == "found") == bool(answer.levels)
    if answer.levels:
        assert reply.values == {level.name: level.value for level in answer.levels} == reply.bounds


@given(tiny_instances(people=6))
@settings(max_examples=examples(60), deadline=None)
def test_close_to_what_is_already_the_best_is_the_same(instance: Instance) -> None:
    answer = solve(instance)
    if not answer.levels:
        return
    seating, _ = decode(instance, answer.seats)
    reply = answered(Question((instance,), near=(seats_of(instance, seating),)))
    assert hand_out(instance, reply.seats[0], seating)[0] == seating


@given(tiny_instances(people=6), st.randoms(use_true_random=False))
@settings(max_examples=examples(60), deadline=None)
def test_handing_out_keeps_the_numbers_whatever_people_had_before(instance: Instance, dice: Random) -> None:
    answer = solve(instance)
    if not answer.levels:
        return
    seating, vacancies = decode(instance, answer.seats)
    shuffled = list(seating.values())
    dice.shuffle(shuffled)
    before = dict(zip(seating, shuffled, strict=True))
    handed = hand_out(instance, answer.seats, before)
    assert score(instance, *handed) == score(instance, seating, vacancies)
    assert all(len({s.squad for s in mine}) == len(mine) for mine in handed[0].values())
    columns = {key: n for key, n in answer.seats.items() if key[0] in ("full", "owner", "half", "split", "idle", "out")}  # type: ignore[index]
    assert seats_of(instance, handed[0]) == columns
    if not any(seat.half for mine in seating.values() for seat in mine):
        for folk in instance.folk:
            most = (Counter(before[p] for p in folk.people) & Counter(seating[p] for p in folk.people)).total()
            assert sum(before[p] == handed[0][p] for p in folk.people) == most


def test_a_question_that_is_stopped_before_it_begins_has_no_answer_and_says_so() -> None:
    instance = Instance((), (), {}, {}, 9, 2, 8)
    assert ask(Question((instance,)), lambda: True) == Reply("stopped", stopped="interrupt")


@given(tiny_instances(people=4))
@settings(max_examples=examples(20), deadline=None)
def test_little_effort_gives_a_staffing_with_bounds_that_hold_and_the_same_every_time(instance: Instance) -> None:
    question = Question((instance,), effort=1)
    reply, best = answered(question), answered(Question((instance,)))
    assert reply == answered(question)
    if reply.status == "found":
        seating, vacancies = decode(instance, reply.seats[0])
        assert score(instance, seating, vacancies)["unplaced"] == reply.values["unplaced"]
        assert all(reply.bounds[name] <= reply.values[name] for name in reply.bounds)
        assert reply.proven == (reply.stopped is None)
        assert not reply.proven or reply.values == best.values
