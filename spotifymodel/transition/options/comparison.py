"""Plans side by side, today among them, in the units of what they are judged by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from ...checking.frames import frame_of_columns
from ...errors import UsageError
from ...measuring.showing import as_html, as_text
from ..staffing.terms import TERMS
from .difference import changed
from .handing import places_of
from .words import SAY

if TYPE_CHECKING:
    from ..plan import Plan

__all__ = ["Comparison", "Line", "compare_plans"]


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that is counted of every plan.

    Attributes
    ----------
    name : str
    tier : int or None
        ``None`` for what no plan is judged by.
    unit : str
    values : tuple of (int, str or None)
        One per column; ``None`` where it is not counted, as hires of today.
    """

    name: str
    tier: int | None
    unit: str
    values: tuple[int | str | None, ...]


@dataclass(frozen=True)
class Comparison:
    """A table of plans; a notebook shows it as one.

    Attributes
    ----------
    columns : tuple of str
        Today, and the plans by name.
    lines : tuple of Line
    language : {"en", "nl"}
    """

    columns: tuple[str, ...]
    lines: tuple[Line, ...]
    language: Literal["en", "nl"] = "en"

    def to_dict(self) -> dict[str, Any]:
        """Return the table as plain data."""
        lines = [{"name": one.name, "tier": one.tier, "unit": one.unit, "values": list(one.values)} for one in self.lines]
        return {"version": 1, "columns": list(self.columns), "lines": lines}

    def to_frame(self) -> Any:
        """Return one row per line and one column per plan; pandas if installed, else polars."""
        columns: dict[str, list[Any]] = {"name": [], "tier": [], "unit": []}
        numbered = [one for one in self.lines if not any(isinstance(v, str) for v in one.values)]
        for one in numbered:
            columns["name"].append(one.name)
            columns["tier"].append(one.tier)
            columns["unit"].append(one.unit)
        for k, name in enumerate(self.columns):
            columns[name if name not in ("name", "tier", "unit") else f"plan {name}"] = [one.values[k] for one in numbered]
        return frame_of_columns(columns, "a table of plans")

    def _cells(self) -> list[tuple[str, ...]]:
        say = SAY[self.language]
        labels = {t.name: getattr(t, self.language) for t in TERMS}
        first = self.columns[1] if len(self.columns) > 1 else ""
        rows = [("", say["term"], *self.columns)]
        for one in self.lines:
            if one.tier is not None and not any(one.values):
                continue  # nothing of it anywhere: said in `lines`, and no news in a table
            label = labels.get(one.name) or say[one.name].format(first=first)
            shown = tuple("–" if v is None else say.get(v, v) if isinstance(v, str) else str(v) for v in one.values)
            rows.append(("" if one.tier is None else str(one.tier), label, *shown))
        return rows

    def __str__(self) -> str:
        return as_text(self._cells(), self._numbers()) + "\n"

    def _repr_html_(self) -> str:
        return as_html(self._cells(), self._numbers())

    def _numbers(self) -> range:
        """Return which cells of a row hold numbers: those behind the tier and what is counted."""
        return range(2, 2 + len(self.columns))


def compare_plans(*plans: Plan, names: Sequence[str] | None = None, language: Literal["en", "nl"] | None = None) -> Comparison:
    """Put plans side by side, with the organisation of today before them.

    Parameters
    ----------
    *plans : Plan
        Today is counted as the first of them counts it.
    names : sequence of str, optional
        One per plan; else they are numbered.
    language : {"en", "nl"}, optional
        Else that of the first plan.

    Raises
    ------
    UsageError
        Where there is no plan, one has no chart, or names are missing or double.

    Examples
    --------
    >>> import spotifymodel as sm
    >>> plan = sm.propose(sm.example("polderbank"))
    >>> table = sm.compare_plans(plan, plan.with_lock("p004", "tribe-1-squad-9"), names=["plan", "p004 in 9"])
    >>> table.columns
    ('today', 'plan', 'p004 in 9')
    >>> [line.values for line in table.lines if line.name == "unmet_needs"]
    [(168, 0, 0)]
    """
    if not plans or any(plan.org is None for plan in plans):
        raise UsageError("a comparison takes plans that have a chart; an infeasible one has none")
    said: Literal["en", "nl"] = language or plans[0].language
    say = SAY[said]
    called = tuple(names) if names is not None else tuple(f"{say['plan']} {k + 1}" for k in range(len(plans)))
    if len(called) != len(plans) or len({say["as_is"], *called}) != len(plans) + 1:
        raise UsageError(f"there are {len(plans)} plans and the names {', '.join(called)}; each takes one of its own, not {say['as_is']!r}")
    today = {o.name: o.value for o in plans[0].as_is}
    each = [{o.name: o.value for o in plan.objective} for plan in plans]
    seated = places_of(plans[0])
    lines = [Line("status", None, "", ("", *(plan.status for plan in plans)))]
    lines += [Line(t.name, t.tier, t.unit, (today.get(t.name), *(one.get(t.name) for one in each))) for t in TERMS]
    lines += [
        Line("line_managers", None, "people", (0, *(sum(m.before["line_manager"] != m.line_manager for m in p.moves) for p in plans))),
        Line("elsewhere", None, "people", (None, *(len(changed(seated, places_of(p))) for p in plans))),
        Line("vacancies", None, "people", (None, *(len(p.gaps["hires"]) for p in plans))),
        Line("weeks", None, "weeks", (0, *(max((s.week for s in p.stages), default=0) for p in plans))),
    ]
    return Comparison((say["as_is"], *called), tuple(lines), said)
