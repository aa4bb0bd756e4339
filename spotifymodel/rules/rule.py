"""What a rule is: one idea, everything about it in one record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

from ..graph.index import Index
from ..graph.moments import Reach
from ..graph.stage import Stage, Stages
from ..graph.view import View
from ..model.citation import Citation, cite_whitepaper
from ..model.edits import Edit
from ..profiles.literature import cite
from ..profiles.records import Confidence, Severity

__all__ = [
    "Broken",
    "InSequence",
    "Limits",
    "Missing",
    "Parameter",
    "Phrase",
    "Ref",
    "Reference",
    "Rule",
    "Subject",
    "Wording",
    "Worst",
    "only_in_sequence",
    "people",
    "squads",
]


class Reference(NamedTuple):
    """Where a norm or an argument stands: a key of the literature, a section, a short quote.

    Light on purpose: the literature is read only when a citation is shown.
    """

    document: str
    section: str = ""
    quote: str = ""

    def citation(self) -> Citation:
        """Return the full citation."""
        if self.document == "brunel":
            return cite_whitepaper(self.section, self.quote)
        return cite(self.document, self.section, self.quote)


Subject = Literal["person", "squad", "tribe", "chapter", "product", "unit", "duty", "organisation", "waiver"]


class Ref(NamedTuple):
    """Something that a message names: shown by its label, or by a pseudonym."""

    kind: str
    id: str


def people(ids: Iterable[str]) -> tuple[Ref, ...]:
    """Return references to people, for a message."""
    make = tuple.__new__  # half the price of the constructor: findings name people by the thousand
    return tuple([make(Ref, ("person", i)) for i in ids])


def squads(ids: Iterable[str]) -> tuple[Ref, ...]:
    """Return references to squads, for a message."""
    return tuple(Ref("squad", i) for i in ids)


@dataclass(frozen=True, slots=True)
class Wording:
    """One text in the languages of the product."""

    en: str
    nl: str

    def __getitem__(self, language: str) -> str:
        return self.nl if language == "nl" else self.en

    def __iter__(self) -> Iterator[str]:
        return iter((self.en, self.nl))  # without this, Python would ask for item 0, 1, 2 … and never stop


@dataclass(frozen=True, slots=True)
class Phrase:
    """A part of a message that is worded per language and names things itself.

    Parameters
    ----------
    wording : Wording
        With fields, as a message.
    facts : mapping
        What it names, as in :class:`Broken`.
    """

    wording: Wording
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Parameter:
    """A limit or reading that a rule takes from the profile.

    Parameters
    ----------
    name : str
        Dotted name in a profile, such as ``squad.max``.
    unit : str
        What it counts.
    meaning : Wording
        What it says, in one sentence.
    default : number, str or bool, optional
        For rules of users' own: the value under a profile that does not know the parameter.
    """

    name: str
    unit: str
    meaning: Wording
    default: float | int | str | bool | None = None


@dataclass(slots=True)
class Broken:
    """A rule is broken: what was measured, the limit, who is involved, and what the message says besides.

    Light on purpose: the finding is built from it only where it leaves the house.

    Parameters
    ----------
    measured, limit : number or None
        ``None`` where the rule counts nothing.
    evidence : tuple of str
        Ids of everybody (or everything) involved.
    facts : mapping
        What the message names: numbers, texts, :class:`Ref`, :class:`Phrase`, and tuples of them.
    """

    measured: float | int | None = None
    limit: float | int | None = None
    evidence: tuple[str, ...] = ()
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Missing:
    """The third answer: the rule cannot judge this subject, and this is what is missing."""

    fields: tuple[str, ...]


class Limits(dict[str, Any]):
    """The values of a rule's parameters under one profile: ``limits["squad.max"]``."""

    __slots__ = ()


Judge = Callable[[View, str, Limits], "Broken | Missing | None"]
Suspects = Callable[[Index, Limits], Iterable[str]]
MayBreak = Callable[[Index, str, Limits], bool]
Instants = Callable[[Index, str, Limits], Iterable[dt.date]]
#: One stretch of time, ``()`` for none, ``None`` where it cannot be told without a look at the instants.
Worst = tuple[dt.date, dt.date] | tuple[()] | None
StretchOf = Callable[[Index, str, Limits], Worst]
Fixes = Callable[[View, str, Broken, Limits], Iterable[Edit]]


#: Whose verdicts an edit of a seat can change.
Moved = Literal["no", "own", "led", "leading", "steering", "reach"]

StageSubjects = Callable[[Stages, Limits], Iterable[str]]
StageJudge = Callable[[Stages, str, Limits], "tuple[Stage, Broken] | Missing | None"]


@dataclass(frozen=True, slots=True)
class InSequence:
    """How a rule about stages judges charts in sequence.

    Parameters
    ----------
    subjects : callable
        ``subjects(stages, limits)``: the ids of everything to judge, in a fixed order.
    judge : callable
        ``judge(stages, subject, limits)``: the stage at which the subject is worst with what is broken there, a
        :class:`Missing`, or ``None`` where all is well. Pure, like the judge of a chart.
    """

    subjects: StageSubjects
    judge: StageJudge


def only_in_sequence(_view: View, _subject: str, _limits: Limits) -> None:
    """Say nothing of a single chart: the judge of a rule about stages."""
    return


def no_fixes(_view: View, _subject: str, _broken: Broken, _limits: Limits) -> Iterable[Edit]:
    """Offer no typed edit."""
    return ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Rule:
    """A rule: a pure function of (what is true at an instant, subject), with everything that is said about it.

    Tests, reference pages, ``explain`` and SARIF metadata are made from this record.

    Parameters
    ----------
    code, name : str
        ``SQ001`` and ``squad-too-large``; codes are never reused.
    kind : str
        Kind of its subject: person, squad, tribe, chapter, product, organisation.
    severity : {"error", "warning", "advice", "off"}
        Under profiles that do not say otherwise.
    confidence : {"stated", "inferred", "guess"}
        How the norm is known.
    source : Reference
        Who states the norm, with a short quote.
    formal : str
        The definition, in mathematics.
    message : Wording
        What a finding says; fields are ``{subject}``, ``{measured}``, ``{limit}``, ``{who}`` and the facts of the verdict.
    finds, matters, remedy : Wording
        What it finds, why it matters, what to do.
    judge : callable
        ``judge(view, subject, limits)``: a :class:`Broken`, a :class:`Missing`, or ``None`` where all is well.
    suspects : callable, optional
        ``suspects(index, limits)``: every subject that could be broken at some instant, found quickly; never too few.
    may_break : callable, optional
        ``may_break(index, subject, limits)``: whether one subject could be broken at some instant; the same promise as
        ``suspects``, for a subject that an edit touched. Spares the sweep over its dates.
    instants : callable, optional
        ``instants(index, subject, limits)``: the dates between which nothing changes that this rule looks at, where that is
        fewer than the reach would give; for a count over time, the bounds of its worst stretch are enough. Keeps the time
        for a tribe of thousands with dates everywhere from growing with its square.
    stretch : callable, optional
        ``stretch(index, subject, limits)``: the stretch over which the rule is broken worst, the first of equals, where dates
        tell it without a judge: ``()`` where the rule is broken at no instant, ``None`` where only the instants can tell. The
        judge is then asked once.
    fixes : callable
        ``fixes(view, subject, broken, limits)``: typed edits, the best one first.
    parameters : tuple of Parameter
    needs : tuple of str
        Fields without which the rule is *unknown* for the whole chart, such as ``squad.mission``; alternatives joined by
        ``|``.
    reach : {"own", "people"}
        Whether the verdict depends only on the edges of the subject itself, or also on other edges of its people.
    worse : {"high", "low"}
        Which measured value is worse.
    moved_by_seats : {"no", "own", "led", "leading", "steering", "reach"}
        Whose verdict can change when somebody joins, leaves or changes a squad as member or owner: of nobody, of the
        subjects whose own edges change, of the chapters that the people on the move lead, of them and the leads of their
        chapters, of every tribe lead where a tribe lead moves, or of all that the reach takes in.
    points_at : tuple of str
        Fields of the subject's record that a finding points at, the first that is present.
    whole_charts : bool
        ``False`` for rules about stages, which do not apply to a single chart.
    in_sequence : InSequence, optional
        How a rule about stages judges charts in sequence.
    good, bad : tuple of str
        Small charts (YAML, without the ``format`` line) on which the rule is silent, and on which it finds something. Of a
        rule about stages: several charts, a line ``---`` between them.
    references : tuple of Reference
        Further sources.
    """

    code: str
    name: str
    kind: Subject
    severity: Severity
    confidence: Confidence
    source: Reference
    formal: str
    message: Wording
    finds: Wording
    matters: Wording
    remedy: Wording
    judge: Judge
    suspects: Suspects | None = None
    may_break: MayBreak | None = None
    instants: Instants | None = None
    stretch: StretchOf | None = None
    fixes: Fixes = no_fixes
    parameters: tuple[Parameter, ...] = ()
    needs: tuple[str, ...] = ()
    reach: Reach = "own"
    worse: Literal["high", "low"] = "high"
    moved_by_seats: Moved = "reach"
    points_at: tuple[str, ...] = ("id",)
    whole_charts: bool = True
    in_sequence: InSequence | None = None
    good: tuple[str, ...]
    bad: tuple[str, ...]
    references: tuple[Reference, ...] = ()

    def __repr__(self) -> str:
        return f"<Rule {self.code} {self.name}>"

    @property
    def family(self) -> str:
        """The two letters in front of the number."""
        return self.code.rstrip("0123456789")
