"""A file on its way to a table: which reader, and where its bytes come from."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Literal

from ...errors import InputRefusedError, Place, Trouble, UsageError
from .cells import Table
from .csv_table import read_csv
from .headers import Overrides
from .limits import LIMITS
from .xlsx_table import read_xlsx

__all__ = ["read_table"]


def read_table(
    data: bytes | str | os.PathLike[str],
    name: str | None = None,
    *,
    kind: Literal["csv", "xlsx"],
    sheet: str | None = None,
    columns: Overrides | None = None,
) -> Table:
    r"""Return the list in a CSV or XLSX file.

    Parameters
    ----------
    data : bytes or path
        The file itself, or where it is.
    name : str, optional
        What the user calls it; stands in every place. Needed with bytes, else the path.
    kind : {"csv", "xlsx"}
        What it is.
    sheet : str, optional
        Worksheet of a spreadsheet; else the first that looks like a list.
    columns : mapping of str to str or None
        Column name -> field, where the caller knows better, such as ``{"Afdeling": "unit"}``; ``None`` leaves it out.

    Raises
    ------
    InputRefusedError
        The file cannot be read as a list.

    Examples
    --------
    >>> table = read_table(b"naam;afdeling\nAnna;IT\n", "lijst.csv", kind="csv")
    >>> table.header, table.rows, str(table.where(0))
    (('naam', 'afdeling'), (('Anna', 'IT'),), 'lijst.csv:2')
    """
    if not isinstance(data, bytes):
        name = name or os.fspath(data)
        data = _bytes_of(Path(data), name)
    name = name or "list"
    if kind == "csv":
        if sheet is not None:
            raise UsageError("a CSV file has no sheets", sheet)
        return read_csv(data, name, columns=columns)
    if kind == "xlsx":
        return read_xlsx(data, name, sheet=sheet, columns=columns)
    raise UsageError(f"cannot read a table of kind {kind!r}; known are csv and xlsx", kind, ("csv", "xlsx"))


def _bytes_of(path: Path, name: str) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(LIMITS.bytes + 1)
    except OSError as wrong:
        reason = wrong.strerror or type(wrong).__name__
        raise InputRefusedError(
            [Trouble(f"the file cannot be opened: {reason}", Place(name), "a file that can be read", "", "missing")], name
        ) from wrong
