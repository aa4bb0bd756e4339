"""What a stage of the way knows besides its chart: moments, capacity, who is ready when, who keeps the old line running."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Literal

__all__ = ["Backfill", "Capacity", "HandOver", "Moment", "MomentKind", "Readiness", "Ready", "written"]

MomentKind = Literal["works_council", "go_live", "end_to_end", "hand_over"]
Ready = Literal["ready", "learning", "open", "unknown"]


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment before which a step may not be taken, or at which one is.

    Attributes
    ----------
    kind : {"works_council", "go_live", "end_to_end", "hand_over"}
        Advice of the works council, squads going live, squads getting the whole mandate, projects ending in squads.
    name : str
        What a reader calls it.
    week : int
        Weeks after the start; of the works council the last week in which the advice is in time.
    date : datetime.date or None
        The day of that week, where the blueprint names a start.
    subjects : tuple of str
        Squads, or projects where they are handed over; nothing for the works council.
    """

    kind: MomentKind
    name: str
    week: int
    date: dt.date | None = None
    subjects: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Capacity:
    """How much of what a wave may take is taken.

    Attributes
    ----------
    squads, people : int
        That go live and that move here.
    max_squads, max_people : int or None
        At most; ``None`` where nothing limits it.
    moved, left : int
        People who have left the line up to here, and who are still in it. The second line is in neither.
    """

    squads: int = 0
    people: int = 0
    max_squads: int | None = None
    max_people: int | None = None
    moved: int = 0
    left: int = 0


@dataclass(frozen=True, slots=True)
class Readiness:
    """When somebody whose role begins here is ready for it.

    Attributes
    ----------
    person : str
    role : {"product_owner", "chapter_lead", "tribe_lead", "agile_coach"}
    of : str
        The squad, chapter or tribe.
    state : {"ready", "learning", "open", "unknown"}
        ``learning``: ready only after weeks of training; ``open``: a vacancy; ``unknown``: something is to be learned and nobody
        knows how long it takes.
    ready : int or None
        Week from which they are ready; ``None`` where that is not known.
    week : int
        Week in which the role begins.
    """

    person: str
    role: str
    of: str
    state: Ready
    ready: int | None
    week: int


@dataclass(frozen=True, slots=True)
class Backfill:
    """Temporary people who keep a service above its floor until a squad that owns it is live.

    Attributes
    ----------
    service : str
        A product with a declared floor.
    unit : str
        Where they sit: the unit that owns it.
    floor, there : float
        Full-time equivalents that it needs and that squads and units give it at this stage without them.
    people : tuple of str
        The vacancies that fill the difference, as the chart of the stage names them.
    weeks : int
        Until the next stage; for the last stage one wave.
    price : float
        Full-time equivalents × weeks.
    cost : float or None
        What that costs, where the blueprint gives a price.
    """

    service: str
    unit: str
    floor: float
    there: float
    people: tuple[str, ...]
    weeks: int
    price: float
    cost: float | None = None


@dataclass(frozen=True, slots=True)
class HandOver:
    """A project that goes on elsewhere from here.

    Attributes
    ----------
    project : str
    squad : str or None
        The squad that owns its product and takes it over; the project ends. ``None``: no squad owns what it changes, so it goes
        on as a project under its manager.
    manager : str or None
        Who runs it today.
    """

    project: str
    squad: str | None
    manager: str | None = None


def written(fact: Moment | Capacity | Readiness | Backfill | HandOver) -> dict[str, Any]:
    """Return a fact as JSON holds it."""
    found: Mapping[str, Any] = asdict(fact)
    return {k: v.isoformat() if isinstance(v, dt.date) else list(v) if isinstance(v, tuple) else v for k, v in found.items()}
