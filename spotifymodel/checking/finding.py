"""A finding: a broken constraint, with its measure, its evidence, its place, its source and its fixes."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

from ..errors import Place
from ..graph.index import ORGANISATION, TABLES, Index
from ..graph.relation import BEGIN, END
from ..graph.view import View
from ..model.edits import Edit
from ..profiles.records import Citation, Severity
from ..rules.judging import Verdict
from ..rules.rule import Broken, Limits, Rule

__all__ = ["Finding", "Interval", "Origin", "StageId", "SubjectId"]


class SubjectId(NamedTuple):
    """What a finding is about: kind and id."""

    kind: str
    id: str

    def __str__(self) -> str:
        return f"{self.kind}:{self.id}"


class Interval(NamedTuple):
    """From when until when, half-open; ``None`` is an open end."""

    start: dt.date | None
    until: dt.date | None


class StageId(NamedTuple):
    """Which chart of a sequence a finding is about: its place from 0, and what a plan calls it."""

    number: int
    name: str = ""


@dataclass(frozen=True, slots=True)
class Origin:
    """What a finding was made from; place and fixes are found when somebody asks."""

    index: Index
    verdict: Verdict
    limits: Limits

    def fixes(self) -> tuple[Edit, ...]:
        """Return the typed edits that the rule offers."""
        answer = self.verdict.answer
        if not isinstance(answer, Broken):
            return ()
        day = None if self.verdict.start == BEGIN and self.verdict.until == END and not self.index.dated else self.verdict.start
        return tuple(self.verdict.rule.fixes(View(self.index, day), self.verdict.subject, answer, self.limits))

    def place(self) -> Place | None:
        """Return where the subject stands in the file: the first field that the rule points at, else the record."""
        source = self.index.chart.source
        if source is None:
            return None
        kind, rule = self.verdict.rule.kind, self.verdict.rule
        if kind in TABLES:
            record = getattr(self.index, TABLES[kind]).get(self.verdict.subject)
        elif kind == ORGANISATION:
            record = self.index.chart
        elif kind == "waiver":
            wanted = self.verdict.subject
            record = next((w for w in self.index.chart.waivers if f"{w.code}:{w.subject}" == wanted), None)
        else:
            record = None
        if record is None:
            return None
        for name in rule.points_at:
            if getattr(record, name, None) not in (None, (), ""):
                return source.place(record, "from" if name == "start" else name)
        return source.place(record)


@dataclass(frozen=True)
class Finding:
    """A broken constraint; never an exception.

    Attributes
    ----------
    code, name : str
        The rule, such as ``SQ001`` and ``squad-too-large``.
    severity : {"error", "warning", "advice"}
        As the profile grades it.
    profile : str
        The profile that judges so.
    subject : SubjectId
        ``.kind`` and ``.id``.
    message : str
        What is wrong, in the language of the report.
    measured, limit : number or None
        The value at the worst instant, and what the profile allows.
    evidence : tuple of str
        Ids of everybody involved.
    interval : Interval
        The first interval that measures the worst value; open ends are ``None``.
    source : Citation
        Who states the norm, with a quote.
    remedy : str
        What to do, in words.
    waived : bool
        Accepted for a while by a waiver of the chart.
    stage : StageId or None
        Of charts in sequence, the one it is about.
    location : Place or None
        Where the subject stands in the file; ``None`` for records made or changed in Python.
    fixes : tuple of Edit
        Typed edits, the best one first: ``finding.fixes[0].apply(org)``.
    """

    code: str
    name: str
    severity: Severity
    profile: str
    subject: SubjectId
    message: str
    measured: float | int | None
    limit: float | int | None
    evidence: tuple[str, ...]
    interval: Interval
    source: Citation
    remedy: str
    waived: bool = False
    stage: StageId | None = None
    origin: Origin | None = field(default=None, repr=False, compare=False)

    @cached_property
    def location(self) -> Place | None:
        """Where the subject stands in the file."""
        return None if self.origin is None else self.origin.place()

    @cached_property
    def fixes(self) -> tuple[Edit, ...]:
        """Typed edits that mend it, or help; the best one first."""
        return () if self.origin is None else self.origin.fixes()

    @property
    def rule(self) -> Rule | None:
        """The rule's record, with formal definition and references."""
        return None if self.origin is None else self.origin.verdict.rule

    @property
    def fingerprint(self) -> str:
        """Rule and subject: the same finding keeps it when lines move or people are renamed."""
        return f"{self.code}/{self.subject}"

    def __str__(self) -> str:
        where = f"{self.location}: " if self.location else ""
        return f"{where}{self.severity} {self.code} {self.name}: {self.message}"

    def _repr_html_(self) -> str:
        from ..model.ports import port

        html: str = port("finding_html")(self)
        return html

    def to_dict(self, language: str = "en") -> dict[str, Any]:
        """Return the finding as the JSON report holds it."""
        place = self.location
        start, until = self.interval
        stage = {} if self.stage is None else {"stage": {"number": self.stage.number, "name": self.stage.name}}
        return {
            "code": self.code,
            "name": self.name,
            "severity": self.severity,
            "profile": self.profile,
            "subject": {"kind": self.subject.kind, "id": self.subject.id},
            "message": self.message,
            "measured": self.measured,
            "limit": self.limit,
            "evidence": list(self.evidence),
            "interval": {"from": start and start.isoformat(), "until": until and until.isoformat()},
            "location": None if place is None else {f: getattr(place, f) for f in ("file", "line", "column", "path", "sheet", "cell")},
            "source": {"document": self.source.document, "section": self.source.section, "quote": self.source.quote},
            "fixes": [{"op": e.op, "args": e.to_dict()["args"], "text": e.text(language)} for e in self.fixes],
            "waived": self.waived,
            **stage,
        }
