"""The traditional side: units, products, projects, dependencies, and what governs a change."""

from __future__ import annotations

from typing import Literal

from pydantic import Field
from pydantic.dataclasses import dataclass

from .fields import NOTHING, RECORD, Date, Extra, Id, Name, Text
from .seats import Holders

__all__ = ["Complexity", "Dependency", "Gate", "Product", "ProductKind", "Project", "Severity", "Unit", "Waiver"]

ProductKind = Literal["product", "journey", "service"]
Complexity = Literal["simple", "complicated", "complex"]
Severity = Literal["blocking", "slowing"]


@dataclass(frozen=True, slots=True, config=RECORD)
class Unit:
    """A box of the traditional line organisation, with a manager, a parent unit and what it owns."""

    id: Id
    name: Name | None = None
    manager: Holders = ()
    parent: Id | None = None
    owns: tuple[Id, ...] = ()
    extra: Extra = NOTHING

    @property
    def label(self) -> str:
        """The name, or the id where none is given."""
        return self.name or self.id


@dataclass(frozen=True, slots=True, config=RECORD)
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

    id: Id
    name: Name | None = None
    kind: ProductKind | None = None
    complexity: Complexity | None = None
    review_owner: Holders = ()
    floor_fte: float | None = Field(default=None, strict=True, ge=0, le=100_000)
    channels: tuple[Name, ...] = ()
    extra: Extra = NOTHING

    @property
    def label(self) -> str:
        """The name, or the id where none is given."""
        return self.name or self.id


@dataclass(frozen=True, slots=True, config=RECORD)
class Project:
    """A project that changes a product, run by a project manager."""

    id: Id
    name: Name | None = None
    manager: Holders = ()
    product: Id | None = None
    start: Date | None = Field(default=None, validation_alias="from")
    until: Date | None = None
    extra: Extra = NOTHING

    @property
    def label(self) -> str:
        """The name, or the id where none is given."""
        return self.name or self.id


@dataclass(frozen=True, slots=True, config=RECORD)
class Dependency:
    """One squad waits for another: ``source`` (key ``from``) is blocked or slowed by ``target`` (key ``to``)."""

    source: Id = Field(validation_alias="from")
    target: Id = Field(validation_alias="to")
    severity: Severity | None = None
    what: Text | None = None
    extra: Extra = NOTHING


@dataclass(frozen=True, slots=True, config=RECORD)
class Gate:
    """A moment before which a step may not be taken: works council advice, go-live."""

    kind: Name
    date: Date | None = None
    wave: int | None = Field(default=None, strict=True, ge=0, le=10_000)
    extra: Extra = NOTHING


@dataclass(frozen=True, slots=True, config=RECORD)
class Waiver:
    """A finding accepted for a while: which rule, whose, why, who answers for it, and until when."""

    code: Name
    subject: Id
    reason: Text
    owner: Id
    expires: Date
    extra: Extra = NOTHING
