"""XLSX: the Excel list of who sits where that people have."""

from __future__ import annotations

from typing import Any

from ...model.org import Org
from ..document import tree_from_org
from ..format import Format, option_names

__all__ = ["FORMAT"]


def read(data: bytes, name: str, **options: Any) -> Org:
    """Return the chart of a worksheet; options: ``sheet``, ``columns``, ``language``."""
    option_names(options, ("sheet", "columns", "language"), "xlsx")
    from ..table_source import org_from_table
    from ..tables.reading import read_table

    table = read_table(data, name, kind="xlsx", sheet=options.get("sheet"), columns=options.get("columns"))
    return org_from_table(table, columns=options.get("columns"), language=options.get("language"))


def write(org: Org, **options: Any) -> tuple[bytes, tuple[str, ...]]:
    """Return a workbook with one row per person × squad, and what a table cannot hold."""
    option_names(options, (), "xlsx")
    from ..tables.write_xlsx import write_xlsx

    return write_xlsx(tree_from_org(org))


FORMAT = Format("xlsx", (".xlsx",), "XLSX, one row per person × squad", read, write)
