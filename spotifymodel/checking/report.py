"""What a check says: findings, what could not be judged, and under which readings."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final

from ..errors import FindingsError
from ..model.ports import port
from ..profiles.records import Severity
from .finding import Finding

__all__ = ["RANK", "Report", "Unknown"]

#: Severities from heavy to light.
RANK: Final[dict[str, int]] = {"error": 0, "warning": 1, "advice": 2}


@dataclass(frozen=True, slots=True)
class Unknown:
    """A rule that could not judge: what is missing, and for how many subjects.

    Attributes
    ----------
    code, name : str
    missing : tuple of str
        Fields, such as ``squad.mission``.
    subjects : int
        How many subjects could not be judged.
    profile : str
    """

    code: str
    name: str
    missing: tuple[str, ...]
    subjects: int
    profile: str


@dataclass(frozen=True)
class Report:
    """The result of :func:`spotifymodel.check`; shows itself in a notebook.

    Attributes
    ----------
    findings : tuple of Finding
        Heaviest first, then by code, then in the order of the chart. Waived ones are among them and not counted.
    unknown : tuple of Unknown
        Rules that could not judge, and why.
    profiles : tuple of str
        Names of the profiles; the first decides :attr:`exit_code`.
    readings, limits : mapping
        Every open question's answer, and every limit, under the first profile.
    differing : mapping of str to mapping
        Every further profile → the readings in which it differs from the first.
    fail_on : {"error", "warning", "advice", "never"}
    language : {"en", "nl"}
    files : tuple of str
    as_of, today : datetime.date or None
    baseline : frozenset of str or None
        Fingerprints that do not count, from an older report.
    """

    findings: tuple[Finding, ...]
    unknown: tuple[Unknown, ...] = ()
    profiles: tuple[str, ...] = ()
    readings: Mapping[str, Any] = field(default_factory=dict)
    limits: Mapping[str, Any] = field(default_factory=dict)
    differing: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    fail_on: str = "error"
    language: str = "en"
    files: tuple[str, ...] = ()
    as_of: dt.date | None = None
    today: dt.date | None = None
    baseline: frozenset[str] | None = None

    @property
    def profile(self) -> str:
        """The profile that decides the exit code."""
        return self.profiles[0] if self.profiles else ""

    def in_baseline(self, finding: Finding) -> bool:
        """Tell whether an older report already had a finding, so that it does not count."""
        return self.baseline is not None and finding.fingerprint in self.baseline

    @property
    def counted(self) -> tuple[Finding, ...]:
        """Findings that decide: of the first profile, not waived, not in the baseline."""
        return tuple(f for f in self.findings if not f.waived and f.profile == self.profile and not self.in_baseline(f))

    @property
    def exit_code(self) -> int:
        """0 where nothing reaches ``fail_on``, else 1."""
        if self.fail_on == "never":
            return 0
        return int(any(RANK[f.severity] <= RANK[self.fail_on] for f in self.counted))

    @property
    def ok(self) -> bool:
        """Whether :attr:`exit_code` is 0."""
        return self.exit_code == 0

    @property
    def summary(self) -> dict[str, int]:
        """Counts of errors, warnings, advice (waived ones left out), rules that are unknown, and waived findings.

        What is unknown in the same way under several profiles counts once, as reports tell it in one line.
        """
        counts = dict.fromkeys((*RANK, "unknown", "waived"), 0)
        for finding in self.findings:
            counts["waived" if finding.waived else finding.severity] += 1
        counts["unknown"] = len({(one.code, one.missing, one.subjects) for one in self.unknown})
        return counts

    def of(self, severity: Severity) -> tuple[Finding, ...]:
        """Return the findings of one severity that are not waived."""
        return tuple(f for f in self.findings if f.severity == severity and not f.waived)

    def about(self, kind: str, wanted: str) -> tuple[Finding, ...]:
        """Return the findings about one subject."""
        return tuple(f for f in self.findings if f.subject == (kind, wanted))

    def legal_under(self, finding: Finding) -> tuple[str, ...]:
        """Return the other profiles of this check under which the same thing is no finding."""
        finders = self._finders.get(finding.fingerprint, set())
        return tuple(name for name in self.profiles if name not in finders)

    @cached_property
    def _finders(self) -> dict[str, set[str]]:
        """Fingerprint -> the profiles that find it."""
        found: dict[str, set[str]] = {}
        for finding in self.findings:
            found.setdefault(finding.fingerprint, set()).add(finding.profile)
        return found

    def raise_for_errors(self) -> None:
        """Raise :class:`~spotifymodel.errors.FindingsError` where findings reach ``fail_on``."""
        if not self.ok:
            worst = "\n".join(map(str, self.counted[:10]))
            raise FindingsError(f"{len(self.counted)} findings, among them:\n{worst}", self)

    def to_dict(self) -> dict[str, Any]:
        """Return the report as ``check --format json`` prints it."""
        return {
            "version": 1,
            "profile": self.profile,
            "profiles": list(self.profiles),
            "readings": dict(self.readings),
            "limits": dict(self.limits),
            **({"differing_readings": {name: dict(own) for name, own in self.differing.items()}} if len(self.profiles) > 1 else {}),
            "as_of": self.as_of and self.as_of.isoformat(),
            "today": self.today and self.today.isoformat(),
            "files": list(self.files),
            "refused": [],
            "summary": self.summary,
            "findings": [self.finding_dict(f) for f in self.findings],
            "unknown": [
                {"code": u.code, "name": u.name, "missing": list(u.missing), "subjects": u.subjects, "profile": u.profile}
                for u in self.unknown
            ],
        }

    def finding_dict(self, finding: Finding) -> dict[str, Any]:
        """Return one finding as the JSON report holds it.

        With several profiles it says where it would be legal, with a baseline whether it stands there.
        """
        made = finding.to_dict(self.language)
        if self.baseline is not None:
            made["in_baseline"] = self.in_baseline(finding)
        return made | {"legal_under": list(self.legal_under(finding))} if len(self.profiles) > 1 else made

    def to_frame(self) -> Any:
        """Return the findings as a pandas data frame, else a polars one, one row per finding.

        Raises
        ------
        MissingDependencyError
            Where neither is installed: ``pip install 'spotifymodel[frames]'``.
        """
        from .frames import frame_of

        return frame_of(self.findings)

    def save(self, path: str | os.PathLike[str], **options: Any) -> None:
        """Write the report; the suffix names the format: ``.json``, ``.sarif``, ``.txt``, ``.html``, ``.md``."""
        port("report_save")(self, path, **options)

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)

    def __len__(self) -> int:
        return len(self.findings)

    def __bool__(self) -> bool:
        return True  # an empty report is a report

    def __str__(self) -> str:
        text: str = port("report_text")(self)
        return text

    def __repr__(self) -> str:
        counts = ", ".join(f"{n} {name}" for name, n in self.summary.items() if n)
        return f"<Report under {', '.join(self.profiles)}: {counts or 'nothing found'}>"

    def _repr_html_(self) -> str:
        html: str = port("report_html")(self)
        return html
