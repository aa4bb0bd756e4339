"""Data frames of pandas, polars and whatever narwhals knows, as a table of text.

No frame library is imported here: a frame that arrives has brought its own.
"""

from __future__ import annotations

import datetime as dt
import importlib
from collections.abc import Iterable, Sequence
from typing import Any, Protocol, cast

from ...errors import InputRefusedError, Place, Trouble, UsageError
from .cells import Table
from .characters import clean
from .headers import refuse_duplicates
from .ledger import Ledger
from .limits import LIMITS
from .xlsx_cells import shown

__all__ = ["frame_table"]


class _Frame(Protocol):
    columns: Iterable[object]


def frame_table(frame: object, name: str = "frame") -> Table:
    """Return a data frame as a table; its index counts as a column where it has a name.

    Parameters
    ----------
    frame : data frame
        Of pandas or polars; with narwhals installed also pyarrow, modin, …
    name : str
        What places call it.

    Raises
    ------
    UsageError
        This is no data frame.
    InputRefusedError
        No rows, or two columns with one name.

    Notes
    -----
    Rows are numbered from 1 in the order of the frame. Missing values (``None``, NaN, NaT, NA) are empty cells; whole
    numbers lose the point that a missing value elsewhere in their column gave them.
    """
    ledger = Ledger()
    names, rows = _take_apart(frame, ledger)
    header = tuple(clean(n)[0] for n in names)
    if len(header) > LIMITS.columns:
        raise _refused(f"the frame has {len(header)} columns", f"at most {LIMITS.columns}", name)
    refuse_duplicates(header, [Place(name)] * len(header), name)
    texts: list[tuple[str, ...]] = []
    numbers: list[int] = []
    for number, row in enumerate(rows, 1):
        if number > LIMITS.rows:
            raise _refused(f"the frame has more than {LIMITS.rows:,} rows", f"at most {LIMITS.rows:,}", name)
        cells = [clean(_text(value)) for value in row]
        if any(text for text, _ in cells):
            texts.append(tuple(text for text, _ in cells))
            numbers.append(number)
        if any(broken for _, broken in cells):
            ledger.remark("break-in-cell", number)
    if not texts:
        raise _refused("the frame has no rows", "a row per person", name)
    return Table(name, "frame", header, tuple(texts), tuple(numbers), header_number=0, guesses=ledger.guesses, remarks=ledger.remarks)


def _take_apart(frame: object, ledger: Ledger) -> tuple[list[str], Iterable[Sequence[object]]]:
    """Return column names and rows of whatever kind of frame this is."""
    if hasattr(frame, "itertuples") and hasattr(frame, "columns"):
        return _pandas(frame, ledger)
    if hasattr(frame, "collect") and hasattr(frame, "collect_schema"):
        frame = cast("Any", frame).collect()
    if hasattr(frame, "iter_rows") and hasattr(frame, "columns"):
        return [str(c) for c in cast("_Frame", frame).columns], cast("Any", frame).iter_rows()
    try:
        narwhals: Any = importlib.import_module("narwhals")
        taken = narwhals.from_native(frame, eager_only=True)
    except (ImportError, TypeError) as wrong:
        kind = type(frame).__name__
        raise UsageError(
            f"expected a data frame of pandas or polars, not {kind}", kind, ("pandas.DataFrame", "polars.DataFrame")
        ) from wrong
    return [str(c) for c in taken.columns], taken.iter_rows()


def _pandas(frame: Any, ledger: Ledger) -> tuple[list[str], Iterable[Sequence[object]]]:
    names = [" ".join(str(part) for part in c if str(part)) if isinstance(c, tuple) else str(c) for c in frame.columns]
    named = [n for n in frame.index.names if n is not None]
    if not named:
        return names, frame.itertuples(index=False, name=None)
    for index in named:
        ledger.guess("index-as-column", index=str(index))
    levels = [frame.index.get_level_values(n) for n in named]
    rows = ((*key, *row) for *key, row in zip(*levels, frame.itertuples(index=False, name=None), strict=True))
    return [*map(str, named), *names], rows


def _text(value: object) -> str:
    """Return one value as text; missing ones as the empty text."""
    if value is None or type(value).__name__ in ("NAType", "NaTType"):
        return ""
    if isinstance(value, str | bool | int | dt.date):
        return shown(value)
    if isinstance(value, list | tuple | set | frozenset):
        return ";".join(_text(v) for v in value)
    if hasattr(value, "item") and not isinstance(value, float):  # a scalar of numpy
        return _text(value.item())
    if isinstance(value, float):
        return shown(float(value))
    return str(value)


def _refused(message: str, expected: str, name: str) -> InputRefusedError:
    return InputRefusedError([Trouble(message, Place(name), expected, "", "limit" if "most" in expected else "missing")], name)
