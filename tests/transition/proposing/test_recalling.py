"""A plan comes back from its document."""

from __future__ import annotations

import json
from typing import Any

import pytest

import spotifymodel as sm
from spotifymodel.errors import InputRefusedError
from spotifymodel.transition.plan import Plan

from .departments import department


def test_a_plan_that_was_written_is_read_back_unchanged() -> None:
    for plan in (sm.propose(department(30, 1)), Plan("no_solution_yet", stopped_by="time")):
        document = plan.to_dict()
        assert Plan.from_dict(json.loads(json.dumps(document))).to_dict() == document


def test_a_plan_that_was_read_back_still_knows_why() -> None:
    plan = sm.propose(department(30, 1))
    person = plan.moves[3].person
    assert Plan.from_dict(plan.to_dict()).why(person) == plan.why(person)


@pytest.mark.parametrize("document", [{}, {"format": "spotifymodel/1"}, {"format": "spotifymodel-plan/1"}, []])
def test_what_is_no_plan_is_refused(document: Any) -> None:
    with pytest.raises(InputRefusedError):
        Plan.from_dict(document)


def test_a_plan_with_a_part_of_another_shape_is_refused() -> None:
    document = sm.propose(department(30, 1)).to_dict()
    with pytest.raises(InputRefusedError):
        Plan.from_dict({**document, "moves": [1]})
