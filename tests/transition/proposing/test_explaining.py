"""The price of a wish, and shortages that are named with exact numbers."""

from __future__ import annotations

from typing import Any

import pytest

import spotifymodel as sm
from spotifymodel.errors import NotFoundError, UsageError
from spotifymodel.transition.explaining import str_of
from spotifymodel.transition.staffing.instance import Wish

from .departments import department
from .test_proposing import blueprint, places


def test_the_price_of_a_wish_is_what_a_plan_with_that_wish_as_a_lock_loses() -> None:
    org = department(36, 1)
    plan = sm.propose(org, blueprint())
    seated = places(plan.org)  # type: ignore[arg-type]
    for person, squads in sorted(seated.items())[:12]:
        other = next(s for s in "dcba" if s not in squads)
        asked = plan.why_not(person, other)
        locked = sm.propose(org, blueprint(locks=[{"person": person, "squad": other}]))
        before, after = ({o.name: o.value for o in p.objective} for p in (plan, locked))
        assert {p.name: p.change for p in asked.prices} == {n: after[n] - before[n] for n in after if after[n] != before[n]}
        assert str(asked)


def test_a_wish_for_the_seat_one_has_costs_nothing() -> None:
    plan = sm.propose(department(36, 1), blueprint())
    person, squads = next(iter(sorted(places(plan.org).items())))  # type: ignore[arg-type]
    assert plan.why_not(person, squads[0]).prices == ()
    assert str(plan.why_not(person, squads[0])) == f"{person} is in {squads[0]} already: it costs nothing"
    assert plan.why_not(person.upper(), squads[0].upper()).there, "ids are found in whatever letters"
    assert plan.why(person.upper()) == plan.why(person)


def test_a_wish_against_a_binding_one_is_not_possible_and_says_which() -> None:
    org = department(36, 1)
    person = next(p for p, s in sorted(places(sm.propose(org, blueprint()).org).items()) if s == ["a"])  # type: ignore[arg-type]
    plan = sm.propose(org, blueprint(forbid=[{"person": person, "squad": "b"}]))
    asked = plan.why_not(person, "b")
    assert not asked.possible
    assert asked.conflict == (f"{person} not in b",)
    assert "not possible" in str(asked)


def test_a_contradiction_of_wishes_is_said_in_the_language_of_the_plan() -> None:
    wanted = blueprint(locks=[{"person": p, "squad": "a", "role": "product_owner"} for p in ("p20", "p21")], keep_together=[["p20", "p22"]])
    said = [[c["message"] for c in sm.propose(department(36, 1), wanted, language=one).conflict] for one in ("en", "nl")]
    assert said == [["p20 owner of a", "p21 owner of a"], ["p20 eigenaar van a", "p21 eigenaar van a"]]
    plan = sm.propose(department(36, 1), wanted, language="nl")
    assert str(plan).splitlines()[1:5] == [
        *("deze wensen spreken elkaar tegen:", "  p20 eigenaar van a", "  p21 eigenaar van a"),
        "  want een plan geeft een squad één eigenaar",
    ]
    kept = Wish("together", ("anna", "bob"))
    assert [str_of(kept), str_of(kept, "nl")] == ["anna and bob in one squad", "anna en bob in één squad"]
    assert str_of(Wish("forbid", ("anna",), "a"), "nl") == "anna niet in a"


@pytest.mark.parametrize(
    ("locks", "because"),
    [
        ([{"person": f"p{k}", "squad": "a"} for k in range(20, 30)], "a squad holds at most 9 people"),
        ([{"person": "p20", "squad": s} for s in "abc"], "nobody is in more than 2 squads"),
        ([{"person": "p20", "squad": s, "role": "product_owner"} for s in "ab"], "an owner works in no other squad"),
        ([{"person": "p20", "squad": "a", "role": r} for r in ("member", "product_owner")] + [{"person": "p20", "squad": "b"}], "an owner"),
    ],
)
def test_locks_that_run_into_a_limit_say_which(locks: list[dict[str, str]], because: str) -> None:
    plan = sm.propose(department(40, 1), blueprint(locks=locks))
    assert plan.status == "infeasible"
    assert {c["because"][: len(because)] for c in plan.conflict} == {because}
    assert str(plan).count(f"because {because}") == 1


def test_questions_that_make_no_sense_are_wrong_usage() -> None:
    plan = sm.propose(department(36, 1), blueprint())
    with pytest.raises(NotFoundError, match="no squad 'z'"):
        plan.why_not("p20", "z")
    with pytest.raises(UsageError, match=r"p0 holds a role outside squads, lead of tribe t; with_lock\('p0', 'a'\) tells"):
        plan.why_not("p0", "a")
    for nonsense in (None, 3, [], sm.example("polderbank")):
        with pytest.raises(UsageError, match="the id of a person is text"):
            plan.why(nonsense)  # type: ignore[arg-type]
        with pytest.raises(UsageError, match="the id of a squad is text"):
            plan.why_not("p20", nonsense)  # type: ignore[arg-type]


def test_each_role_outside_squads_is_called_by_its_name_and_who_stays_outside_has_no_price() -> None:
    plan = sm.propose(department(60, 1))
    assert plan.org is not None
    tribe, squad = plan.org.tribes[0], plan.org.tribes[0].squads[0].id
    lead = tribe.chapters[0].lead[0]
    with pytest.raises(UsageError, match=f"lead of chapter {tribe.chapters[0].id};"):
        plan.why_not(str(lead), squad)
    outside = next(m.person for m in plan.moves if m.tribe is None)
    with pytest.raises(UsageError, match="stays outside the tribes"):
        plan.why_not(outside, squad)


def short(**needs: float) -> dict[str, Any]:
    chapters = [{"id": "dev", "discipline": ["back-end", "front-end", "testing", "devops"]}, {"id": "rest", "discipline": ["product"]}]
    squads = [{"id": s, "needs": needs} for s in "ab"]
    return {"format": "spotifymodel-blueprint/1", "tribes": [{"id": "t", "chapters": chapters, "squads": squads}]}


def test_a_shortage_is_named_with_exact_numbers_and_filled_with_vacancies() -> None:
    plan = sm.propose(department(25, 1), short(dev=4.5, rest=1))
    found = {s["chapter"]: s for s in plan.gaps["shortages"] if s["kind"] == "chapter"}
    assert found["dev"]["asked"] == 9
    assert found["dev"]["short"] == 9 - found["dev"]["there"] > 0
    value = {o.name: o.value for o in plan.objective}
    assert value["unmet_needs"] >= 2 * found["dev"]["short"]
    members = [h for h in plan.gaps["hires"] if h["role"] == "member"]
    assert len(members) == value["hires"]
    assert plan.relaxations[0]["text"] == f"hire {found['dev']['short']:g} for chapter dev"
    assert "dev" in str(plan)


def test_what_would_help_is_ranked_by_the_term_that_it_ends_and_ends_as_much_as_it_says() -> None:
    plan = sm.propose(department(25, 1), short(dev=4.5, rest=1))
    ranked = plan.relaxations
    assert [r["rank"] for r in ranked] == list(range(1, len(ranked) + 1))
    order = [o.name for o in plan.objective]
    assert [order.index(r["ends"]["name"]) for r in ranked] == sorted(order.index(r["ends"]["name"]) for r in ranked)
    assert [r["kind"] for r in ranked if r["chapter"] == "dev"] == ["hire", "relax"]
    value = {o.name: o.value for o in plan.objective}
    for one in ranked:
        assert value[one["ends"]["name"]] + one["ends"]["change"] >= 0
    # Asking so much less takes at least that away.
    asked = next(r for r in ranked if r["kind"] == "relax" and r["chapter"] == "dev")
    eased = sm.propose(department(25, 1), short(dev=4.5 - asked["amount"] / 2, rest=1))
    assert {o.name: o.value for o in eased.objective}["unmet_needs"] <= value["unmet_needs"] + asked["ends"]["change"]


def test_of_several_tribes_a_shortage_says_which_is_short() -> None:
    plan = sm.propose(department(160, 3))
    owners = [s for s in plan.gaps["shortages"] if s["kind"] == "owners"]
    assert len(plan.staffing) == 2
    assert owners
    assert all(s["text"].startswith(f"{s['tribe']}: product owners") for s in owners)
    assert any(r["text"].startswith(f"{owners[0]['tribe']}: hire as product owner") for r in plan.relaxations)


def test_a_question_that_finds_no_answer_in_time_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    from spotifymodel.errors import LimitReachedError
    from spotifymodel.transition import explaining
    from spotifymodel.transition.staffing.solving import Answer

    plan = sm.propose(department(36, 1), blueprint())
    person, squads = next(iter(sorted(places(plan.org).items())))  # type: ignore[arg-type]
    monkeypatch.setattr(explaining, "solve", lambda *_: Answer((), stopped_by="time"))
    with pytest.raises(LimitReachedError, match="more time"):
        plan.why_not(person, next(s for s in "abcd" if s not in squads), time_limit=0.1)
