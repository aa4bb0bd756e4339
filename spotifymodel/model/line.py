"""The traditional side: units, products, projects, dependencies, and what governs a change."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from .fields import DATE, EXTRA, FLOOR, ID, NAME, NOTHING, REASON, TEXT, WAVE, Extra, choice, listed, optional
from .record import record, value
from .seats import HOLDERS, Holders

__all__ = ["Complexity", "Dependency", "Gate", "Product", "ProductKind", "Project", "Severity", "Unit", "Waiver"]

ProductKind = Literal["product", "journey", "service"]
Complexity = Literal["simple", "complicated", "complex"]
Severity = Literal["blocking", "slowing"]


@record
class Unit:
    """A box of the traditional line organisation, with a manager, a parent unit and what it owns."""

    id: str = value(ID)
    name: str | None = value(optional(NAME), default=None)
    manager: Holders = value(HOLDERS, default=())
    parent: str | None = value(optional(ID), default=None)
    owns: tuple[str, ...] = value(listed(ID), default=())
    extra: Extra = value(EXTRA, default=NOTHING)

    @property
    def label(self) -> str:
        """The name, or the id where none is given."""
        return self.name or self.id


@record
class Product:
    """A product, customer journey or service that somebody answers for.

    Parameters
    ----------
    review_owner : tuple of (str or Seat)
        Who answers for product approval and review (PAP/PARP).
    floor_fte : float, optional
        FTE that a run service needs at every moment.
    channels : tuple of str
        Channels through which customers are served.
    """

    id: str = value(ID)
    name: str | None = value(optional(NAME), default=None)
    kind: ProductKind | None = value(optional(choice(ProductKind)), default=None)
    complexity: Complexity | None = value(optional(choice(Complexity)), default=None)
    review_owner: Holders = value(HOLDERS, default=())
    floor_fte: float | None = value(optional(FLOOR), default=None)
    channels: tuple[str, ...] = value(listed(NAME), default=())
    extra: Extra = value(EXTRA, default=NOTHING)

    @property
    def label(self) -> str:
        """The name, or the id where none is given."""
        return self.name or self.id


@record
class Project:
    """A project that changes a product, run by a project manager."""

    id: str = value(ID)
    name: str | None = value(optional(NAME), default=None)
    manager: Holders = value(HOLDERS, default=())
    product: str | None = value(optional(ID), default=None)
    start: dt.date | None = value(optional(DATE), default=None, key="from")
    until: dt.date | None = value(optional(DATE), default=None)
    extra: Extra = value(EXTRA, default=NOTHING)

    @property
    def label(self) -> str:
        """The name, or the id where none is given."""
        return self.name or self.id


@record
class Dependency:
    """One squad waits for another: ``source`` (key ``from``) is blocked or slowed by ``target`` (key ``to``)."""

    source: str = value(ID, key="from")
    target: str = value(ID, key="to")
    severity: Severity | None = value(optional(choice(Severity)), default=None)
    what: str | None = value(optional(TEXT), default=None)
    extra: Extra = value(EXTRA, default=NOTHING)


@record
class Gate:
    """A moment before which a step may not be taken: works council advice, go-live."""

    kind: str = value(NAME)
    date: dt.date | None = value(optional(DATE), default=None)
    wave: int | None = value(optional(WAVE), default=None)
    extra: Extra = value(EXTRA, default=NOTHING)


@record
class Waiver:
    """A finding accepted for a while: which rule, whose, why, who answers for it, and until when."""

    code: str = value(ID)
    subject: str = value(ID)
    reason: str = value(REASON)
    owner: str = value(ID)
    expires: dt.date = value(DATE)
    extra: Extra = value(EXTRA, default=NOTHING)
