"""The curve of disruption against coverage: how many needed seats are filled, for how much that changes for people."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from time import monotonic
from typing import TYPE_CHECKING, Any, Final, Literal

from ...checking.frames import frame_of_columns
from ...errors import UsageError
from ...measuring.showing import as_html, as_text
from ..origin import origin_of
from ..questions import DISRUPTION
from ..solver.sweeping import counting, sweep
from ..staffing.decoding import decode, score
from ..staffing.instance import Instance
from ..staffing.model import costs_of, fixed_of
from ..staffing.terms import TERMS
from .difference import Seats
from .question import Question, Reply, ask
from .words import SAY

if TYPE_CHECKING:
    from ..plan import Plan

__all__ = ["Front", "Point", "curve_of", "front"]

UNMET: Final = ("unmet_needs",)
#: What is as small as it can be after that.
_REST: Final = ("dropped_needs", "hires")
#: What every point keeps at least as good as the plan does: nobody is lost, and promises about skills and owners.
_KEPT: Final = ("unplaced", "unmet_skills", "open_owner_seats", "owners_not_fit", "owners_unknown")


@dataclass(frozen=True)
class Point:
    """One staffing of the curve.

    Attributes
    ----------
    disruption : int
        The least there is at this coverage.
    unmet : int
        Needed half seats that nobody of today fills, the fewest there are at this disruption.
    values : mapping of str to int
        Every term of one staffing at this point, counted from its people; the others are as small as that only by chance.
    proven : bool
        Whether no staffing has less of one and no more of the other.
    bound : int
        What no disruption is below, at this coverage.
    """

    disruption: int
    unmet: int
    values: Mapping[str, int]
    proven: bool
    bound: int


@dataclass(frozen=True)
class Front(Sequence[Point]):
    """Points of the curve, the fullest coverage first.

    Attributes
    ----------
    points : tuple of Point
    terms : tuple of str
        What was counted as disruption.
    needed : int
        Half seats needed in all.
    complete : bool
        Whether these are all points there are.
    stopped_by : str or None
    """

    points: tuple[Point, ...]
    terms: tuple[str, ...]
    needed: int
    complete: bool
    stopped_by: str | None = None
    language: Literal["en", "nl"] = "en"

    def __len__(self) -> int:
        return len(self.points)

    def __getitem__(self, at: Any) -> Any:
        return self.points[at]

    def to_dict(self) -> dict[str, Any]:
        """Return the curve as plain data."""
        points = [
            {"disruption": p.disruption, "unmet": p.unmet, "proven": p.proven, "bound": p.bound, "values": dict(p.values)}
            for p in self.points
        ]
        facts = {"terms": list(self.terms), "needed": self.needed, "complete": self.complete, "stopped_by": self.stopped_by}
        return {"version": 1, **facts, "points": points}

    def to_frame(self) -> Any:
        """Return one row per point, with every term; pandas if installed, else polars."""
        columns: dict[str, list[Any]] = {name: [getattr(p, name) for p in self.points] for name in ("disruption", "unmet", "proven")}
        columns |= {t.name: [p.values[t.name] for p in self.points] for t in TERMS}
        return frame_of_columns(columns, "a curve of plans")

    def _cells(self) -> list[tuple[str, ...]]:
        say = SAY[self.language]
        labels = {t.name: say.get(f"short.{t.name}") or getattr(t, self.language) for t in TERMS}
        shown = [t.name for t in TERMS if t.name in self.terms and any(p.values[t.name] for p in self.points)]
        others = ["hires"] if any(p.values["hires"] for p in self.points) else []
        rows: list[tuple[str, ...]] = [(say["coverage"], say["disruption"], *(labels[n] for n in (*shown, *others)), "")]
        for p in self.points:
            proof = say["proven"] if p.proven else say["unproven"].format(bound=p.bound)
            filled = say["of"].format(value=self.needed - p.unmet, all=self.needed)
            rows.append((filled, str(p.disruption), *(str(p.values[n]) for n in (*shown, *others)), proof))
        return rows

    def _foot(self) -> str:
        say = SAY[self.language]
        labels = {t.name: getattr(t, self.language) for t in TERMS}
        foot = say["complete"] if self.complete else f"{len(self.points)} {say['sampled']}"
        return f"{foot}; {say['from']}: {', '.join(labels[n] for n in self.terms)}" + (f"; {say['stopped']}" if self.stopped_by else "")

    def __str__(self) -> str:
        cells = self._cells()
        return f"{as_text(cells, range(len(cells[0]) - 1))}\n{self._foot()}\n"

    def _repr_html_(self) -> str:
        cells = self._cells()
        return as_html(cells, range(len(cells[0]) - 1), self._foot())


def front(
    plan: Plan,
    points: int = 9,
    disruption: Sequence[str] = DISRUPTION,
    time_limit: float | None = None,
    progress: Callable[[str], None] | None = None,
    executor: Executor | None = None,
) -> Front:
    """Return the curve of a plan; see :meth:`Plan.pareto`."""
    origin = origin_of(plan)
    names = tuple(t.name for t in TERMS)
    chosen = tuple(name for name in names if name in disruption)
    unknown = [name for name in disruption if name not in names or name == "unmet_needs"]
    if points < 2 or unknown or not chosen:
        what = f"no term that can be a disruption is {unknown[0]!r}" if unknown else f"{points} points of {len(chosen)} terms are no curve"
        raise UsageError(f"{what}; there are {', '.join(n for n in names if n != 'unmet_needs')}, and a curve has two points or more")
    instances = tuple(instance for _, _, instance in origin.jobs)
    values = {o.name: o.value for o in plan.objective}
    end = None if time_limit is None else monotonic() + time_limit
    # One tribe is searched in a moment; of several together there may be no other staffing before the time is over.
    start = tuple(answer.seats for _, answer in plan.staffing) if len(instances) > 1 else None
    return replace(curve_of(instances, values, points, chosen, end, progress, executor, start), language=plan.language)


def curve_of(
    instances: tuple[Instance, ...],
    values: Mapping[str, int],
    points: int,
    chosen: tuple[str, ...] = DISRUPTION,
    end: float | None = None,
    progress: Callable[[str], None] | None = None,
    executor: Executor | None = None,
    start: tuple[Seats, ...] | None = None,
) -> Front:
    """Return the curve of some tribes together, under the values that a staffing of them has; it may be given, to go on from."""
    held = tuple(((name,), values[name]) for name in _KEPT if name not in chosen)
    known = None
    if start is not None and all(_counted(instances, start, names) <= most for names, most in held):
        known = (_counted(instances, start, UNMET), start)
    curve = _Curve(instances, chosen, held, end, progress, executor, known)
    found, complete = curve.points(points)
    needed = sum(n for instance in instances for n in instance.needs.values())
    return Front(found, chosen, needed, complete, curve.stopped)


class _Curve:
    def __init__(
        self,
        instances: tuple[Instance, ...],
        chosen: tuple[str, ...],
        held: tuple[tuple[tuple[str, ...], int], ...],
        end: float | None,
        progress: Callable[[str], None] | None,
        executor: Executor | None,
        known: tuple[int, tuple[Seats, ...]] | None,
    ) -> None:
        self.instances, self.chosen, self.held, self.end, self.known = instances, chosen, held, end, known
        self.progress, self.executor = progress, executor
        self.stopped: str | None = None

    def points(self, wanted: int) -> tuple[tuple[Point, ...], bool]:
        """Return the ends of the curve, then points at equal steps of coverage between them; and whether these are all."""
        fullest = self._ask([self._question(UNMET, self.chosen)])
        calmest = self._ask([self._question(self.chosen, UNMET)]) if fullest and not self.stopped else []
        if not calmest:
            return tuple(fullest), False
        low, high = fullest[0].unmet, calmest[0].unmet
        between = sorted({low + round((high - low) * k / (wanted - 1)) for k in range(1, wanted - 1)} - {low, high})
        # At most so much unmet: the least disruption, then the fewest unmet at that.
        found = [*fullest, *self._ask([self._question(self.chosen, UNMET, most) for most in between]), *calmest]
        unique = {(p.unmet, p.disruption): p for p in reversed(found)}
        kept = tuple(unique[at] for at in sorted(unique) if not any(_beats(p, unique[at]) for p in found))
        return kept, not self.stopped and between == list(range(low + 1, high))

    def _question(self, first: tuple[str, ...], then: tuple[str, ...], most_unmet: int | None = None) -> Question:
        most = () if most_unmet is None else ((UNMET, most_unmet),)
        start = self.known[1] if self.known is not None and (most_unmet is None or self.known[0] <= most_unmet) else None
        return Question(self.instances, (first, then), (*self.held, *most), then=_REST, start=start)

    def _ask(self, questions: Sequence[Question]) -> list[Point]:
        if not questions:
            return []
        left = None if self.end is None else max(0.05, (self.end - monotonic()) / len(questions))
        told = counting(self.progress, len(questions))
        replies = sweep(ask, [replace(q, seconds=left) for q in questions], self.executor, told)
        found: list[Point] = []
        for question, reply in zip(questions, replies, strict=True):
            if reply is None or reply.stopped:
                self.stopped = self.stopped or ("interrupt" if reply is None else reply.stopped)
            if reply is not None and reply.status == "found":
                found.append(self._point(question, reply))
        return found

    def _point(self, question: Question, reply: Reply) -> Point:
        value, bound = reply.first[question.first.index(self.chosen)]
        proven = all(value == bound for value, bound in reply.first)
        each = [score(i, *decode(i, s)) for i, s in zip(self.instances, reply.seats, strict=True)]
        return Point(value, reply.values["unmet_needs"], {t.name: sum(one[t.name] for one in each) for t in TERMS}, proven, bound)


def _counted(instances: tuple[Instance, ...], seats: tuple[Seats, ...], names: tuple[str, ...]) -> int:
    """Return what the columns of a staffing come to: those of a search that was stopped may say more than its people do."""
    found = 0.0
    for one, here in zip(instances, seats, strict=True):
        for name in names:
            found += fixed_of(one, name) + sum(price * here.get(key, 0) for key, price in costs_of(one, name).items())
    return round(found)


def _beats(one: Point, other: Point) -> bool:
    return (
        (one.unmet, one.disruption) != (other.unmet, other.disruption) and one.unmet <= other.unmet and one.disruption <= other.disruption
    )
