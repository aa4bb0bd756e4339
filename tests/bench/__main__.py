"""``python -m tests.bench``: measure everything and write the table."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from .editing import editing_rows
from .measure import Row
from .mending import mending_rows
from .peers import peer_rows
from .proposing import bank_rows, proposing_rows
from .reading import reading_rows
from .whole import million_row, picture_rows, process_rows

PARTS: dict[str, Callable[[], Iterator[Row]]] = {
    "reading": reading_rows,
    "peers": peer_rows,
    "editing": editing_rows,
    "mending": mending_rows,
    "proposing": proposing_rows,
    "banks": bank_rows,
    "process": process_rows,
    "picture": picture_rows,
    "million": million_row,
}
PAGE = Path(__file__).parents[2] / "docs" / "reference" / "speed.md"
HEAD = """# Speed

Ratios within one run on two cores (`make bench` measures them again and rewrites this page); absolute times drift with the
machine. *Must* and *stretch* are our own targets. DuckDB reading its own Parquet files at 100 000 people and above is faster
than we are: a database is the tool for that.

| what | measured | must | stretch | |
|---|---|---|---|---|
"""


def main(wanted: list[str]) -> int:
    """Measure the parts named, or all; only a full run rewrites the page."""
    rows: list[Row] = []
    for name, part in PARTS.items():
        if wanted and name not in wanted:
            continue
        for row in part():
            rows.append(row)
            sign = {True: "✓", False: "✗", None: ""}[row.holds]
            print(f"{sign:1} {row.what}: {row.measured} (must {row.must}{', stretch ' + row.stretch if row.stretch else ''})", flush=True)
    if not wanted:
        lines = [f"| {r.what} | {r.measured} | {r.must} | {r.stretch} | {({True: '✓', False: '✗', None: ''})[r.holds]} |" for r in rows]
        PAGE.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
