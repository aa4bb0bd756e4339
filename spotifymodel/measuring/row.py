"""One measured number."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Row"]


class Row(NamedTuple):
    """One measure of one subject; the organisation is the subject ``organisation``."""

    measure: str
    kind: str
    subject: str
    value: float
    unit: str
