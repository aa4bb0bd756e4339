"""Who left by a day is not planned on it; who only moved, comes later or still holds a seat has not left."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

import spotifymodel as sm
from spotifymodel.cli import main
from spotifymodel.errors import UsageError
from spotifymodel.model.org import Org
from spotifymodel.transition.people.departed import departed, without_departed

PEOPLE = [
    {"id": "here", "unit": "it"},
    {"id": "gone", "unit": {"unit": "it", "until": "2026-01-01"}},
    {"id": "moved", "unit": [{"unit": "it", "until": "2026-01-01"}, {"unit": "hr", "from": "2026-01-01"}]},
    {"id": "later", "unit": {"unit": "it", "from": "2027-01-01"}},
    {"id": "back", "unit": [{"unit": "it", "until": "2025-01-01"}, {"unit": "it", "from": "2027-01-01"}]},
    {"id": "loose"},
    {"id": "seated", "unit": {"unit": "it", "until": "2026-01-01"}},
]
ORG = Org.from_dict(
    {
        "format": "spotifymodel/1",
        "people": PEOPLE,
        "units": [{"id": "it", "manager": "gone"}, {"id": "hr"}],
        "squads": [{"id": "s", "product_owner": "seated"}],
    }
)


@pytest.mark.parametrize(("day", "left"), [("2025-12-31", ()), ("2026-01-01", ("gone",)), ("2040-01-01", ("gone",))])
def test_who_left_has_no_place_in_the_line_any_more_and_no_seat(day: str, left: tuple[str, ...]) -> None:
    assert departed(ORG, dt.date.fromisoformat(day)) == left
    rest, gone = without_departed(ORG, dt.date.fromisoformat(day))
    assert gone == left
    assert {p.id for p in rest.people} == {str(p["id"]) for p in PEOPLE} - set(left)
    assert sm.check(rest).findings is not None


def test_a_proposal_plans_who_left_only_where_no_day_is_given() -> None:
    assert "gone" in {m.person for m in sm.propose(ORG).moves}
    assert {m.person for m in sm.propose(ORG, today="2026-06-01").moves} == {str(p["id"]) for p in PEOPLE} - {"gone"}
    assert sm.propose(ORG, today=dt.date(2026, 6, 1)).to_dict() == sm.propose(ORG, today="2026-06-01").to_dict()
    with pytest.raises(UsageError, match="today takes a date such as 2027-03-01, not 'soon'"):
        sm.propose(ORG, today="soon")


def test_somebody_who_moved_comes_from_where_they_are_now() -> None:
    assert sm.propose(ORG).move("moved").before["unit"] == "hr"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "1 person left before 2026-06-01 and is not planned: 2; --today D plans as on another day"),
        ("nl", "1 persoon is vóór 2026-06-01 vertrokken en staat niet in het plan: 2; --today D plant op een andere dag"),
    ],
)
def test_the_command_line_says_who_left(tmp_path: Path, capsys: pytest.CaptureFixture[str], language: str, said: str) -> None:
    path = tmp_path / "list.csv"
    path.write_text("id,naam,afdeling,functie,datum uit dienst\n1,An,IT,tester,\n2,Bo,IT,tester,31-12-2025\n", "utf-8")
    assert main(["propose", str(path), "--today", "2026-06-01", "--lang", language]) == 0
    assert said in capsys.readouterr().err
    assert main(["propose", str(path), "--today", "2025-06-01", "--lang", language]) == 0
    assert "--today" not in capsys.readouterr().err
