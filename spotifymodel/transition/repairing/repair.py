"""Make an invalid chart valid with the fewest changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic
from typing import Any, Final

from ...checking.finding import Finding
from ...checking.report import Report
from ...checking.run import check
from ...checking.settings import settings_near
from ...checking.wording import said_in
from ...errors import UsageError
from ...graph.index import index_of
from ...model.edits import Edit
from ...model.org import Org
from ...model.ports import port
from ...profiles import Profile, load_profile
from ..solver.interrupting import interruptible
from .dating import day_by_day, has_dates
from .decoding import edits_of_plan, settled_in
from .effort import Effort
from .facts import REPAIRED, facts_of
from .plan import plan_of

__all__ = ["Repair", "repair"]

#: Two line managers at once: mended last, person by person, when everybody has the chapter that they keep.
LINE: Final = "HY003"


def repair(
    org: Org,
    profile: str | Path | None = None,
    *,
    time_limit: float | None = None,
    progress: Callable[[str], None] | None = None,
) -> Repair:
    """Return the fewest changes that make an invalid chart valid.

    Parameters
    ----------
    org : Org
        A chart with dates is repaired at every moment: leaving a seat takes all its stretches, and who is appointed is so for
        as long as the role would be empty.
    profile : str or path, optional
        As for :func:`spotifymodel.check`; a single one.
    time_limit : float, optional
        Seconds for all its searches together. Without it the search ends when the answer is proven, or in charts in which next
        to nothing holds after a counted number of steps: then ``proven`` is false, and the same repair comes out every time.
    progress : callable, optional
        Called with what is being looked for.

    Returns
    -------
    Repair
        ``.org``, ``.changes``, ``.bound``, ``.proven`` and ``.remaining``. A valid chart comes back as it is.

    Raises
    ------
    UsageError
        For a chart with dates in which what repairs one day does not fit another: it names the day, and ``repair(org.at(day))``
        repairs that one.
    ConflictError
        When nothing that a repair may change makes the rules hold; it carries their codes.
    LimitReachedError
        When `time_limit`, the last of these steps or Ctrl-C came before any repair; after one, it is returned.

    Notes
    -----
    Repaired are the errors of SQ001, SQ009, MB001, MB002, MB003, MB005, PO001, PO002, PO005, CH001, TR001, TL001 and HY003, as far as
    the profile makes them errors; others are left, and named in ``remaining``. Findings that are waived are left alone.

    A change is one edit: somebody leaves or joins, is appointed (instead of others) or relieved, a share is lowered, the line of
    somebody ends, a squad or chapter goes to another tribe. Squads are never split or merged: that is for people to decide.
    Vacancies and tribes are added only when no repair does without, and then as few as possible. Of several repairs with equally
    few changes always the same one is returned; it rather lets those go who also work elsewhere, and lets the others move to
    a squad of their tribe that has room. It never looks at how well anybody works.

    Found by integer programming (HiGHS), and proven minimal among the changes above; not where the line organisation had to be
    changed too (HY003), several days of a chart with dates needed different changes, or `time_limit` struck. In charts with more
    than a few dozen people a tribe that is too large gives up squads and chapters only where letting people go takes more edits.

    Examples
    --------
    >>> import spotifymodel as sm
    >>> org = sm.Org(
    ...     people=[{"id": "anna"}, {"id": "ben"}],
    ...     tribes=[{"id": "t", "lead": "ben", "squads": [{"id": "app", "members": ["anna"]}]}],
    ... )
    >>> fix = sm.repair(org)
    >>> print(fix)
    1 change makes the chart valid; no repair needs fewer
      Appoint “anna” as product owner of “app”
    >>> sm.check(fix.org).ok
    True
    """
    if not isinstance(org, Org):
        raise UsageError(f"repair takes a chart; a {type(org).__name__} is none: read a file with Org.load(…)")
    report = check(org, profile)
    if len(report.profiles) > 1:
        raise UsageError("repair takes one profile: what is legal under two may be no chart at all", ",".join(report.profiles))
    broken = _errors(report)
    mendable = [f for f in broken if f.code in REPAIRED]
    if not mendable:
        return Repair(org, org, (), 0, True, broken, report.language)
    chosen = load_profile(profile or org.profile or settings_near().profile or report.profile)

    until = None if time_limit is None else monotonic() + time_limit

    def broken_in(chart: Org) -> list[Finding]:
        return [f for f in _errors(check(chart, profile)) if f.code in REPAIRED and f.code != LINE]

    with interruptible() as wished:
        effort = Effort(until, wished, progress)

        def mend(chart: Org) -> tuple[list[Edit], int, bool]:
            return _mended(chart, chosen, check(chart, profile), effort)

        edits, bound, proven = day_by_day(org, broken_in, mend) if has_dates(org) else mend(org)
    new = org.apply(edits)
    line = list(_line_ends(new, profile))
    new = new.apply(line)
    changes = (*edits, *line)
    return Repair(org, new, changes, bound, proven and len(changes) == bound, _errors(check(new, profile)), report.language)


def _mended(org: Org, profile: Profile, report: Report, effort: Effort) -> tuple[list[Edit], int, bool]:
    """Return the edits for a chart without dates, the least that any repair needs, and whether that is proven."""
    broken = [f for f in _errors(report) if f.code in REPAIRED and f.code != LINE]
    if not broken:
        return [], 0, True
    facts = facts_of(index_of(org), profile, report)
    demand = min(60, sum(max(1, int(f.measured or 1)) for f in broken))
    plan = plan_of(facts, demand, broken, effort)
    return settled_in(org, facts, list(edits_of_plan(org, facts, plan))), plan.bound, plan.proven


def _line_ends(org: Org, profile: Any) -> Iterator[Edit]:
    """Yield an edit for everybody above whom the line and a chapter set two managers: the line ends where the chapter begins."""
    for finding in check(org, profile, select=LINE).of("error"):
        if not finding.waived and finding.fixes:
            yield finding.fixes[0]


def _errors(report: Report) -> list[Finding]:
    return [f for f in report.of("error") if not f.waived]


@dataclass(frozen=True)
class Repair:
    """A repaired chart, and what was done.

    Attributes
    ----------
    before, org : Org
        The chart as it was and as it is.
    changes : tuple of Edit
        ``fix.before.apply(fix.changes) == fix.org``.
    bound : int
        No repair with as few additions has fewer changes.
    proven : bool
        Whether the number of changes is the bound.
    remaining : list of Finding
        Errors of rules that a repair does not know; as a rule empty.
    language : str
    """

    before: Org = field(repr=False)
    org: Org
    changes: tuple[Edit, ...]
    bound: int
    proven: bool
    remaining: list[Finding] = field(default_factory=list, repr=False)
    language: str = "en"

    @property
    def ok(self) -> bool:
        """Whether no error remains."""
        return not self.remaining

    def text(self, language: str | None = None) -> str:
        """Return what was done, in ``en`` or ``nl``; ids only, never names of people."""
        from .telling import told

        return told(self, self.language if language is None else language)

    def to_dict(self, language: str | None = None) -> dict[str, Any]:
        """Return ``{"version", "changes", "bound", "proven", "remaining", "org"}``, ready for JSON."""
        speak = language or self.language
        return {
            "version": 1,
            "bound": self.bound,
            "proven": self.proven,
            "changes": [edit.to_dict(speak) for edit in self.changes],
            "remaining": [
                {"code": f.code, "subject": {"kind": f.subject.kind, "id": f.subject.id}, "message": said_in(f, speak)}
                for f in self.remaining
            ],
            "org": self.org.to_dict(),
        }

    def __iter__(self) -> Iterator[Edit]:
        return iter(self.changes)

    def __len__(self) -> int:
        return len(self.changes)

    def __bool__(self) -> bool:
        """Tell whether anything had to be changed."""
        return bool(self.changes)

    def __str__(self) -> str:
        return self.text()

    def _repr_html_(self) -> str:
        html: str = port("repair_html")(self)
        return html
