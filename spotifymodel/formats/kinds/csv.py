"""CSV: the list of who sits where that people have. The tables room is loaded when it is used: `check` of YAML does not pay."""

from __future__ import annotations

from typing import Any

from ...model.org import Org
from ..document import tree_from_org
from ..format import Format, option_names

__all__ = ["FORMAT"]


def read(data: bytes, name: str, **options: Any) -> Org:
    """Return the chart of a CSV list; options: ``columns``, ``language``."""
    option_names(options, ("columns", "language", "sheet"), "csv")
    from ..table_source import org_from_table
    from ..tables.reading import read_table

    table = read_table(data, name, kind="csv", sheet=options.get("sheet"), columns=options.get("columns"))
    return org_from_table(table, columns=options.get("columns"), language=options.get("language"))


def write(org: Org, **options: Any) -> tuple[bytes, tuple[str, ...]]:
    """Return one row per person × squad, and what a table cannot hold."""
    option_names(options, (), "csv")
    from ..tables.write_csv import write_csv

    return write_csv(tree_from_org(org))


FORMAT = Format("csv", (".csv", ".tsv"), "CSV, one row per person × squad", read, write)
