"""Rules about stages: what charts in sequence may not lose, break or skip on the way."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ..graph.relation import BEGIN, END
from ..graph.stage import Stage, Stages
from .judging import Verdict, applies
from .rule import Limits, Missing, Phrase, Rule, Wording

__all__ = ["judge_stages", "lacking_everywhere", "stage_label"]

_NAMED: Final = Wording("{name}", "{name}")
_NUMBERED: Final = Wording("stage {number}", "fase {number}")
_NUMBERED_FROM: Final = Wording("stage {number} (from {day})", "fase {number} (vanaf {day})")
_NAMED_FROM: Final = Wording("{name} (from {day})", "{name} (vanaf {day})")


def judge_stages(rule: Rule, stages: Stages, limits: Limits) -> Iterator[Verdict]:
    """Yield the verdicts of one rule about stages over charts in sequence; nothing where there is but one state.

    Notes
    -----
    O(subjects × stages), each at the cost of a look at one state.
    """
    if rule.in_sequence is None or len(stages) < 2:
        return
    for subject in rule.in_sequence.subjects(stages, limits):
        found = rule.in_sequence.judge(stages, subject, limits)
        if isinstance(found, Missing):
            yield Verdict(rule, subject, found)
        elif found is not None:
            stage, broken = found
            yield Verdict(rule, subject, broken, stage.start or BEGIN, stage.until or END, stage)


def lacking_everywhere(rule: Rule, stages: Stages) -> tuple[str, ...]:
    """Return the fields that a rule needs and no chart of the sequence carries."""
    indexes = list({id(stage.view.index): stage.view.index for stage in stages}.values())
    lacking = [applies(rule, index) for index in indexes]
    return tuple(need for need in rule.needs if all(need in one for one in lacking))


def stage_label(stage: Stage) -> Phrase:
    """Return what a message calls a stage: its name or number, and its first day where known."""
    if stage.start is None:
        return Phrase(_NAMED, {"name": stage.name}) if stage.name else Phrase(_NUMBERED, {"number": stage.number})
    day = stage.start.isoformat()
    if stage.name:
        return Phrase(_NAMED_FROM, {"name": stage.name, "day": day})
    return Phrase(_NUMBERED_FROM, {"number": stage.number, "day": day})
