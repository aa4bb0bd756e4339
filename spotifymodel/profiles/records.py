"""The records of a profile: limits, readings, severities, each with its source and how sure we are of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from spotifymodel.model.citation import Citation, Confidence

__all__ = ["CONFIDENCES", "SEVERITIES", "Citation", "Confidence", "Limit", "Reading", "Severity", "SeverityChoice", "Value", "weakest"]

Severity: TypeAlias = Literal["error", "warning", "advice", "off"]
Value: TypeAlias = float | int | str | bool | tuple[str, ...]

CONFIDENCES: Final[tuple[Confidence, ...]] = ("stated", "inferred", "guess")
SEVERITIES: Final[tuple[Severity, ...]] = ("error", "warning", "advice", "off")


def weakest(*confidences: Confidence) -> Confidence:
    """Return the least certain of some confidences (``stated`` when there are none).

    Examples
    --------
    >>> weakest("stated", "guess", "inferred")
    'guess'
    """
    return max(confidences, key=CONFIDENCES.index, default="stated")


@dataclass(frozen=True, slots=True)
class Limit:
    """A number (or switch) that a rule compares with.

    Parameters
    ----------
    name : str
        Dotted name, such as ``squad.max``.
    value : float, int, str or bool
        The limit itself.
    unit : str
        What it counts: ``people``, ``squads``, ``FTE``, ``share`` (0 to 1), ``level`` (0 to 3) …
    confidence : {'stated', 'inferred', 'guess'}
        How it is known.
    source : Citation
        Who says so.
    note : str
        What a reader should know before believing it; may be empty.
    """

    name: str
    value: float | int | str | bool
    unit: str
    confidence: Confidence
    source: Citation
    note: str


@dataclass(frozen=True, slots=True)
class Reading:
    """How an open question about a source is answered.

    Parameters
    ----------
    name : str
        Dotted name, such as ``count.po``.
    value : str, bool or tuple of str
        The answer in force.
    question : str
        The question, in one sentence.
    confidence : {'stated', 'inferred', 'guess'}
        How the answer is known.
    source : Citation
        What the answer rests on.
    choices : tuple of str
        The answers that a profile may give (``true`` and ``false`` for a switch); a single one means that it is fixed.
    note : str
        What the source says, or that it is silent.
    """

    name: str
    value: str | bool | tuple[str, ...]
    question: str
    confidence: Confidence
    source: Citation
    choices: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True)
class SeverityChoice:
    """How heavily a profile takes a rule, and what that rests on.

    Parameters
    ----------
    severity : {'error', 'warning', 'advice', 'off'}
        The grade. Sources state norms; the grade is the profile's.
    confidence : {'stated', 'inferred', 'guess'}
        The weaker of how the norm is known and how the limits it rests on are known.
    source : Citation or None
        Where the norm comes from.
    rests_on : tuple of str
        Names of the limits that the rule compares with.
    note : str
        What a reader should know; may be empty.
    """

    severity: Severity
    confidence: Confidence
    source: Citation | None = None
    rests_on: tuple[str, ...] = ()
    note: str = ""
