"""The one chart class, for yesterday, today and tomorrow."""

from __future__ import annotations

import os
from typing import Any, Self

from .chart import Chart
from .edits.adding import Adding
from .edits.applying import Applying
from .edits.appointing import Appointing
from .edits.changing import Changing
from .edits.instant import Instant
from .edits.joining import Joining
from .edits.merging import Merging
from .edits.moving import Moving
from .edits.removing import Removing
from .edits.splitting import Splitting
from .edits.waiving import Waiving
from .ports import port
from .record import record

__all__ = ["Org"]


@record(slots=False, repr=False, eq=False)
class Org(Adding, Changing, Removing, Joining, Moving, Appointing, Splitting, Merging, Waiving, Instant, Applying, Chart):
    """An organisation chart: traditional, hybrid or agile; immutable.

    People sit in line ``units``, in ``tribes`` with ``squads`` and ``chapters``, or in both. Every edit returns a new
    ``Org``. Reading never refuses what only rules should judge: use :func:`spotifymodel.check`.

    Examples
    --------
    >>> import spotifymodel as sm
    >>> org = sm.Org.new("Polderbank")
    >>> org.people
    ()
    """

    @classmethod
    def new(cls, organisation: str | None = None) -> Self:
        """Return an empty chart to build on with edits."""
        return cls(organisation=organisation)

    @classmethod
    def load(cls, path: str | os.PathLike[str], **options: Any) -> Self:
        """Read a chart from a file: ``.yaml``, ``.yml``, ``.json``, ``.csv``, ``.tsv``, ``.xlsx``.

        Parameters
        ----------
        path : path
            The suffix names the format.
        format : str, optional
            Name of the format (``yaml``, ``json``, ``csv``, ``xlsx``), where the suffix does not say it.
        sheet : str, optional
            Worksheet of a spreadsheet; else the first that looks like a list of people.
        columns : mapping of str to str or None, optional
            For lists: what a column is, where its name does not say it, such as ``{"Afdeling": "unit"}``; ``None`` leaves it out.
        language : {"en", "nl"}, optional
            For lists: language of :attr:`reading`.

        Raises
        ------
        InputRefusedError
            With every fault of the file, each with its place.
        """
        org: Self = port("load")(path, **options)
        return org

    @classmethod
    def from_frame(cls, frame: Any, **options: Any) -> Self:
        """Read a chart from a pandas or polars data frame with one row per person, or per person and squad.

        Parameters
        ----------
        frame : data frame
        columns, language
            As for :meth:`load`.
        name : str, optional
            What places call it; ``frame`` unless given.

        Raises
        ------
        InputRefusedError
            Where the frame cannot be read as a list of people.
        """
        org: Self = port("from_frame")(frame, **options)
        return org

    @classmethod
    def from_dict(cls, document: dict[str, Any]) -> Self:
        """Read a chart from a document in the file format, as plain dicts and lists."""
        org: Self = port("from_tree")(document)
        return org

    def to_dict(self) -> dict[str, Any]:
        """Return the chart as a document in the file format; ``Org.from_dict`` reads it back unchanged."""
        tree: dict[str, Any] = port("to_tree")(self)
        return tree

    def save(self, path: str | os.PathLike[str], **options: Any) -> tuple[str, ...]:
        """Write the chart; the suffix names the format. Never leaves a torn file.

        Returns
        -------
        tuple of str
            What the format could not hold; empty for YAML and JSON, which hold everything.
        """
        dropped: tuple[str, ...] = port("save")(self, path, **options)
        return dropped

    @property
    def reading(self) -> Any:
        """What was guessed, dropped, ignored or rejected when the chart was read from a table; ``None`` otherwise."""
        return None if self.source is None else self.source.reading

    def to_networkx(self) -> Any:
        """Return a ``networkx.MultiDiGraph``: nodes such as ``squad:hypotheek-app``, edge key = relation."""
        return port("to_networkx")(self)

    @classmethod
    def from_networkx(cls, graph: Any) -> Self:
        """Return the chart that :meth:`to_networkx` made the graph of."""
        org: Self = port("from_networkx")(graph)
        return org

    def robustness(self, **options: Any) -> Any:
        """Return what the chart can bear: who cannot leave without something breaking, bus factors, and the room left.

        Parameters
        ----------
        profile : str or path, optional
            Whose rules and limits; chosen as by :func:`spotifymodel.check` without it.
        people : iterable of str, optional
            Ids to look at; everybody without it.
        language : {"en", "nl"}, optional
        time_limit : float, optional
            Seconds; who holds a role is looked at first.
        progress : callable, optional
        executor : concurrent.futures.Executor, optional
            Looks at tribes side by side; the answer is the same.

        Returns
        -------
        Robustness
            ``losses`` in the order of the chart, ``bus_factor``, ``room``; a table in a notebook. It ranks nobody.

        Raises
        ------
        NotFoundError
            For an id that the chart does not have.

        Notes
        -----
        Everybody is taken out once and the rules run again: O(people²). Charts of more than 400 people are judged by tribe
        or unit, so that it is O(people × people of a tribe); rules about the organisation as a whole are left out there.

        Examples
        --------
        >>> import spotifymodel as sm
        >>> found = sm.example("hypotheek").robustness(people=["umut"])
        >>> [(one.code, one.subject.id) for one in found.of("umut").errors]
        [('PO001', 'vervroegd-aflossen')]
        """
        return port("robustness")(self, **options)

    def __repr__(self) -> str:
        squads = sum(1 for _ in self.all_squads())
        return f"<Org {self.organisation or 'without a name'}: {len(self.people)} people, {len(self.tribes)} tribes, {squads} squads>"

    def _repr_html_(self) -> str:
        html: str = port("org_html")(self)
        return html
