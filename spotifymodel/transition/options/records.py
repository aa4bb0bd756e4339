"""What is handed back to who asks for alternatives."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from html import escape
from typing import TYPE_CHECKING, Any, overload

from ..explaining import Price
from ..staffing.terms import TERMS
from .comparison import Comparison, compare_plans
from .words import SAY

if TYPE_CHECKING:
    from ..plan import Plan

__all__ = ["Alternative", "Alternatives"]


@dataclass(frozen=True)
class Alternative:
    """Another plan for the same blueprint.

    Attributes
    ----------
    plan : Plan
    emphasis : str or None
        The term that is as small as it can be within the limits; ``None`` where the plan is as good in every term.
    elsewhere : tuple of str
        Who sits in another squad, or on another seat, than in the plan.
    prices : tuple of Price
        What differs in the terms, each in its unit: above zero is given up, below zero is won.
    proven : bool
        Whether nothing within the limits is better in the emphasis, and nothing is as good in every term and better in one.
    people : int
        Of how many.
    """

    plan: Plan
    emphasis: str | None
    elsewhere: tuple[str, ...]
    prices: tuple[Price, ...]
    proven: bool
    people: int

    @property
    def share(self) -> float:
        """Share of all people who sit elsewhere than in the plan."""
        return len(self.elsewhere) / self.people if self.people else 0.0

    def to_dict(self) -> dict[str, Any]:
        """Return what the alternative is about, and its plan."""
        return {
            "emphasis": self.emphasis,
            "elsewhere": list(self.elsewhere),
            "share": round(self.share, 4),
            "prices": [asdict(p) for p in self.prices],
            "proven": self.proven,
            "plan": self.plan.to_dict(),
        }

    def __str__(self) -> str:
        say = SAY[self.plan.language]
        labels = {t.name: getattr(t, self.plan.language) for t in TERMS}
        lost = [f"{p.change:+d} {labels[p.name]}" for p in self.prices if p.change > 0]
        won = [f"{p.change:+d} {labels[p.name]}" for p in self.prices if p.change < 0]
        parts = [say["wins"].format(what=", ".join(won))] if won else []
        parts += [say["gives"].format(what=", ".join(lost))] if lost else []
        parts = parts or [say["equal"]]
        parts.append(say["apart"].format(n=len(self.elsewhere), all=self.people))
        return "; ".join(parts + ([] if self.proven else [say["not_proven"]]))


@dataclass(frozen=True)
class Alternatives(Sequence[Alternative]):
    """Plans that differ from a plan, and from each other, in at least a share of the people; none beats another in every term.

    Attributes
    ----------
    of : Plan
        The plan that was asked.
    found : tuple of Alternative
    differ : float
        The share.
    stopped_by : str or None
        ``time`` or ``interrupt``, where that came before everything was tried.
    """

    of: Plan
    found: tuple[Alternative, ...]
    differ: float
    stopped_by: str | None = None

    def __len__(self) -> int:
        return len(self.found)

    def __iter__(self) -> Iterator[Alternative]:
        return iter(self.found)

    @overload
    def __getitem__(self, at: int) -> Alternative: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[Alternative, ...]: ...

    def __getitem__(self, at: int | slice) -> Alternative | tuple[Alternative, ...]:
        return self.found[at]

    @property
    def table(self) -> Comparison:
        """Today, the plan and its alternatives side by side."""
        say = SAY[self.of.language]
        names = [say["plan"], *(say["alternative"].format(n=k + 1) for k in range(len(self)))]
        return compare_plans(self.of, *(one.plan for one in self.found), names=names)

    def to_dict(self) -> dict[str, Any]:
        """Return the alternatives, and the table of all."""
        return {
            "differ": self.differ,
            "stopped_by": self.stopped_by,
            "alternatives": [one.to_dict() for one in self.found],
            "table": self.table.to_dict(),
        }

    def to_frame(self) -> Any:
        """Return the table as a data frame."""
        return self.table.to_frame()

    def _lines(self) -> list[str]:
        say = SAY[self.of.language]
        lines = [f"{say['alternative'].format(n=k + 1)}: {one}" for k, one in enumerate(self.found)] or [say["none"]]
        return lines + ([say["stopped"]] if self.stopped_by else [])

    def __str__(self) -> str:
        return "\n".join(self._lines()) + "\n" + (f"\n{self.table}" if self.found else "")

    def _repr_html_(self) -> str:
        listed = "".join(f"<li>{escape(line)}</li>" for line in self._lines())
        return f"<ul>{listed}</ul>{self.table._repr_html_() if self.found else ''}"
