"""What one run of `check` came to: a report per file that could be read, and the files that were refused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ..checking.report import RANK, Report
from ..errors import InputRefusedError, Trouble

__all__ = ["Outcome", "Refused", "outcome_of"]


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that could not be read as a chart, and everything that is wrong with it."""

    file: str
    troubles: tuple[Trouble, ...]

    @classmethod
    def of(cls, file: str, error: InputRefusedError) -> Refused:
        """Return the refusal that an exception carries."""
        return cls(file, error.troubles)


@dataclass(frozen=True, slots=True)
class Outcome:
    """Reports and refusals of one run, in the order of the command line.

    Attributes
    ----------
    reports : tuple of Report
    refused : tuple of Refused
    """

    reports: tuple[Report, ...]
    refused: tuple[Refused, ...] = ()

    @property
    def exit_code(self) -> int:
        """3 where a file was refused, else 1 where findings reach the severity asked for, else 0."""
        return 3 if self.refused else max((r.exit_code for r in self.reports), default=0)

    @property
    def language(self) -> str:
        """The language of the first report."""
        return self.reports[0].language if self.reports else "en"

    @property
    def summary(self) -> dict[str, int]:
        """Counts over all files."""
        counts = dict.fromkeys((*RANK, "unknown", "waived"), 0)
        for report in self.reports:
            for name, n in report.summary.items():
                counts[name] += n
        return counts

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON report of the run."""
        first = self.reports[0].to_dict() if self.reports else Report(()).to_dict()
        return first | {
            "files": [f for r in self.reports for f in r.files],
            "refused": [{"file": r.file, "errors": [_error(t) for t in r.troubles]} for r in self.refused],
            "summary": self.summary,
            "findings": [r.finding_dict(f) for r in self.reports for f in r.findings],
            "unknown": [u for r in self.reports for u in r.to_dict()["unknown"]],
        }


def _error(trouble: Trouble) -> dict[str, Any]:
    place = trouble.place
    return {
        "kind": trouble.kind,
        "message": trouble.message,
        "expected": trouble.expected,
        "fix": trouble.fix,
        "location": {f: getattr(place, f) for f in ("file", "line", "column", "path", "sheet", "cell")},
    }


def outcome_of(reports: Report | Sequence[Report] | Outcome) -> Outcome:
    """Return reports as an outcome."""
    if isinstance(reports, Outcome):
        return reports
    return Outcome((reports,) if isinstance(reports, Report) else tuple(reports))
