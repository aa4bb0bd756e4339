"""The difference between two charts, as a value."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from ...errors import UsageError
from ...model.edits import Edit
from ...model.org import Org
from ...model.ports import port
from .comparing import edits_between
from .person import PersonChange, people_changed
from .table import frame_of
from .telling import told

__all__ = ["Difference", "diff"]


def diff(before: Org, after: Org) -> Difference:
    """Return what changed between two charts: edits that can be done again, and a row per person.

    Parameters
    ----------
    before, after : Org
        Any two charts. Of charts with dates everything is compared, dates included; to compare one day, give
        ``before.at(day)`` and ``after.at(day)``.

    Returns
    -------
    Difference
        ``diff(a, b).apply(a) == b``, always; empty when the two are equal.

    Raises
    ------
    EditError, InputRefusedError
        Where a chart made in Python refers to what it does not declare.

    Notes
    -----
    Every difference is there, also of fields that no rule reads and of the order of lists, because equal charts have the same
    order. People, squads and all else are found again by id: a new id is somebody new. An edit costs microseconds; removing,
    renaming and reordering cost O(n) each.

    Examples
    --------
    >>> import spotifymodel as sm
    >>> before = sm.Org(people=[{"id": "anna"}], squads=[{"id": "app", "members": ["anna"]}, {"id": "verhuizen"}])
    >>> after = before.move("anna", to="verhuizen").appoint("anna", "product_owner", of="verhuizen")
    >>> change = sm.diff(before, after)
    >>> print(change.text())
    1 person: 1 changed
      anna
        squads: app → verhuizen
        roles: – → product_owner verhuizen
    2 edits
      Move “anna” from “app” to “verhuizen”
      Appoint “anna” as product owner of “verhuizen”
    >>> change.apply(before) == after
    True
    """
    for given in (before, after):
        if not isinstance(given, Org):
            raise UsageError(f"diff compares two charts; a {type(given).__name__} is none: read a file with Org.load(…)")
    return Difference(before, after, edits_between(before, after))


@dataclass(frozen=True)
class Difference:
    """What changed between two charts.

    Attributes
    ----------
    before, after : Org
    changes : tuple of Edit
        What has to be done, in an order in which it can be done.
    """

    before: Org = field(repr=False)
    after: Org = field(repr=False)
    changes: tuple[Edit, ...]

    @cached_property
    def people(self) -> tuple[PersonChange, ...]:
        """What changed for whom: squads, roles, chapter, line manager, allocation; found when asked for."""
        return people_changed(self.before, self.after)

    def apply(self, org: Org) -> Org:
        """Return the chart with all changes done; of the chart before, the chart after.

        Raises
        ------
        NotFoundError, EditError
            From the first change that another chart than the one before does not allow.
        """
        return org.apply(self.changes)

    def text(self, language: str | None = None) -> str:
        """Return the difference in words, in ``en`` or ``nl``; ids only, never names of people."""
        return told(self, self.language if language is None else language)

    @property
    def language(self) -> str:
        """The language of the later chart, else of the earlier, else English."""
        return self.after.language or self.before.language or "en"

    def to_dict(self, language: str | None = None) -> dict[str, Any]:
        """Return ``{"version", "summary", "people", "changes"}``, ready for JSON."""
        from .table import document_of

        return document_of(self, language or self.language)

    def to_frame(self) -> Any:
        """Return one row per person and field that changed, as a pandas data frame, else polars.

        Raises
        ------
        MissingDependencyError
            When neither is installed; it names ``spotifymodel[frames]``.
        """
        return frame_of(self.people)

    def __iter__(self) -> Iterator[Edit]:
        return iter(self.changes)

    def __len__(self) -> int:
        return len(self.changes)

    def __bool__(self) -> bool:
        """Tell whether anything changed."""
        return bool(self.changes)

    def __str__(self) -> str:
        return self.text()

    def _repr_html_(self) -> str:
        html: str = port("difference_html")(self)
        return html
