"""Doing edits that are given as values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Self

from ..chart import Chart
from .edit import Edit

__all__ = ["Applying"]


class Applying(Chart):
    """The method ``apply``."""

    def apply(self, edits: Edit | Mapping[str, Any] | Iterable[Edit | Mapping[str, Any]]) -> Self:
        """Return the chart with an edit done, or several, one after the other.

        Parameters
        ----------
        edits : Edit, mapping or iterable of these
            An edit, its ``{"op", "args"}`` as a report or plan holds it, or a sequence.

        Raises
        ------
        NotFoundError, EditError
            From the first edit that cannot be done; this chart is as it was.

        Examples
        --------
        >>> from spotifymodel.model import Org
        >>> org = Org.new().apply([
        ...     {"op": "add", "args": {"kind": "person", "id": "anna"}},
        ...     {"op": "add", "args": {"kind": "squad", "id": "app"}},
        ...     {"op": "join", "args": {"person": "anna", "squad": "app"}},
        ... ])
        >>> org.squad("app").members
        ('anna',)
        """
        chart: Any = self
        for one in (edits,) if isinstance(edits, Edit | Mapping) else edits:
            edit = one if isinstance(one, Edit) else Edit.from_dict(one)
            chart = edit.apply(chart)
        new: Self = chart
        return new
