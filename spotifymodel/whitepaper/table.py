"""A table of records: a sequence to programs, rows to a spreadsheet, a table to a notebook."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields
from html import escape
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar, overload

from spotifymodel.errors import MissingDependencyError, NotFoundError
from spotifymodel.model.citation import Citation
from spotifymodel.whitepaper.headings import heading
from spotifymodel.whitepaper.phrase import Language, Phrase, Statement

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    class Keyed(DataclassInstance, Protocol):
        """A record that is known by its key."""

        @property
        def key(self) -> str: ...


__all__ = ["Table", "frame_of", "spoken"]

R_co = TypeVar("R_co", bound="Keyed", covariant=True)


class Table(Sequence[R_co], Generic[R_co]):
    """Records of one kind, in the order of the whitepaper.

    Parameters
    ----------
    title : Phrase
        What the table holds.
    records : sequence of dataclass
        Frozen records, each with a unique ``key``.
    language : {'en', 'nl'}
        Language of `to_rows`, `to_frame` and the notebook view; the records hold both.

    Examples
    --------
    >>> from spotifymodel.whitepaper import drivers
    >>> len(drivers), drivers["time-to-market"].text.nl
    (6, 'Time-to-market is te lang')
    >>> drivers.in_language("nl").to_rows()[0]["text"]
    'Kosten moeten omlaag (continuïteit)'
    """

    def __init__(self, title: Phrase, records: Sequence[R_co], language: Language = "en") -> None:
        self.title = title
        self.language: Language = language
        self._records = tuple(records)
        self._by_key = {record.key: record for record in self._records}
        assert len(self._by_key) == len(self._records), f"two records of {title.en!r} share a key"

    def __len__(self) -> int:
        return len(self._records)

    def __iter__(self) -> Iterator[R_co]:
        return iter(self._records)

    @overload
    def __getitem__(self, which: int | str) -> R_co: ...
    @overload
    def __getitem__(self, which: slice) -> tuple[R_co, ...]: ...
    def __getitem__(self, which: int | str | slice) -> R_co | tuple[R_co, ...]:
        """Return a record by key or position, or several by slice.

        Raises
        ------
        NotFoundError
            With the nearest keys, when there is no such key.
        """
        if not isinstance(which, str):
            return self._records[which]
        try:
            return self._by_key[which]
        except KeyError:
            import difflib

            near = difflib.get_close_matches(which, self._by_key, n=3)
            raise NotFoundError("entry", which, near, within=self.title.en) from None

    def keys(self) -> tuple[str, ...]:
        """Return the keys of the records, in order, so that ``dict(table)`` looks records up by key."""
        return tuple(self._by_key)

    def in_language(self, language: Language) -> Table[R_co]:
        """Return the same table, shown in Dutch (``nl``) or English (``en``)."""
        return Table(self.title, self._records, language)

    def to_rows(self) -> list[dict[str, str]]:
        """Return one dictionary of text per record, ready for csv or a data frame."""
        return [{field.name: spoken(getattr(record, field.name), self.language) for field in fields(record)} for record in self._records]

    def to_frame(self) -> Any:
        """Return the rows as a data frame of pandas, else of polars.

        Raises
        ------
        MissingDependencyError
            When neither is installed.
        """
        return frame_of(self.to_rows())

    def __repr__(self) -> str:
        return f"<Table {self.title.en}: {len(self)} rows>"

    def _repr_html_(self) -> str:
        rows = self.to_rows()
        head = "".join(f"<th>{escape(heading(name).said(self.language))}</th>" for name in (rows[0] if rows else ()))
        body = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row.values()) + "</tr>" for row in rows)
        caption = escape(self.title.said(self.language))
        return f'<table lang="{self.language}"><caption>{caption}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


def spoken(value: object, language: Language) -> str:
    """Return a field of a record as text in one language.

    Examples
    --------
    >>> spoken((Phrase("prijs", "price"), Phrase("proces", "process")), "nl")
    'prijs; proces'
    """
    match value:
        case Phrase():
            return value.said(language)
        case Citation():
            return f"{value.section}: “{value.quote}”" if value.quote else value.section
        case bool():
            return {"en": ("no", "yes"), "nl": ("nee", "ja")}[language][value]
        case tuple():
            return "; ".join(spoken(item, language) for item in value)
        case None:
            return ""
        case _:
            # A statement inside a record shows its text; its source stays one attribute away.
            return spoken(value.text, language) if isinstance(value, Statement) else str(value)


def frame_of(rows: list[dict[str, Any]]) -> Any:
    """Return rows as a data frame of pandas, else of polars.

    Raises
    ------
    MissingDependencyError
        When neither is installed.
    """
    try:
        import pandas

        return pandas.DataFrame(rows)
    except ImportError:
        pass
    try:
        import polars

        return polars.DataFrame(rows)
    except ImportError:
        raise MissingDependencyError("pandas or polars", "frames", "a data frame") from None
