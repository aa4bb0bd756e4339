"""From a verdict to the sentence that a reader gets."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from ..graph.index import Index
from ..rules.judging import Verdict
from ..rules.rule import Broken, Phrase, Ref

if TYPE_CHECKING:
    from .finding import Finding

__all__ = ["Labels", "message_of", "number", "said_in", "show"]

#: From kind and id to what a reader sees: a name, or a pseudonym.
Labels = Callable[[Ref], str]

_TABLES = {"person": "people", "unit": "units"}
MOST_NAMES = 12


def labels_of(index: Index) -> Labels:
    """Return the labels of a chart: names, ids where no name is given."""

    def label(ref: Ref) -> str:
        table: Mapping[str, Any] = getattr(index, _TABLES.get(ref.kind, ref.kind + "s"), {})
        record = table.get(ref.id)
        return ref.id if record is None else record.label

    return label


def message_of(verdict: Verdict, language: str, labels: Labels) -> str:
    """Return the message of a verdict in a language."""
    answer = verdict.answer
    assert isinstance(answer, Broken)
    facts = {name: show(value, language, labels) for name, value in answer.facts.items()}
    facts.setdefault("who", show(tuple(Ref("person", i) for i in answer.evidence), language, labels))
    return verdict.rule.message[language].format(
        subject=labels(Ref(verdict.rule.kind, verdict.subject)),
        measured=number(answer.measured, language),
        limit=number(answer.limit, language),
        **facts,
    )


def said_in(finding: Finding, language: str) -> str:
    """Return the message of a finding of one chart in a language of choice; as it stands where what it was made from is not known."""
    made = finding.origin
    return finding.message if made is None else message_of(made.verdict, language, labels_of(made.index))


def show(value: object, language: str, labels: Labels) -> str:
    """Return a fact as text: numbers in the language, references by their label, many of them shortened."""
    if isinstance(value, Ref):
        return labels(value)
    if isinstance(value, Phrase):
        return value.wording[language].format(**{name: show(one, language, labels) for name, one in value.facts.items()})
    if isinstance(value, tuple | list):
        names = [show(v, language, labels) for v in value[:MOST_NAMES]]
        more = len(value) - MOST_NAMES
        if more > 0:
            names.append(f"en {more} anderen" if language == "nl" else f"and {more} more")
        return ", ".join(names)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return number(value, language)
    return str(value)


def number(value: float | int | None, language: str) -> str:
    """Return a number as people of a language write it, with at most two decimals.

    Examples
    --------
    >>> number(3.9, "nl"), number(3.0, "en"), number(None, "en"), number(13334, "nl")
    ('3,9', '3', '–', '13.334')
    """
    if value is None:
        return "–"
    text = f"{value:,.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else f"{value:,}"
    return text.translate(_DUTCH) if language == "nl" else text


_DUTCH = str.maketrans({",": ".", ".": ","})
