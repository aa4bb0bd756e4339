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

PARTS: dict[str, tuple[str, Callable[[], Iterator[Row]]]] = {
    "reading": ("Reading and judging a file", reading_rows),
    "peers": ("Against others", peer_rows),
    "editing": ("One edit", editing_rows),
    "mending": ("Repair", mending_rows),
    "proposing": ("A proposal", proposing_rows),
    "banks": ("A whole bank", bank_rows),
    "process": ("Starting", process_rows),
    "picture": ("A picture", picture_rows),
    "million": ("A million people", million_row),
}
PAGE = Path(__file__).parents[2] / "docs" / "reference" / "speed.md"
HEAD = """# Speed

Ratios within one run on two cores (`make bench` measures them again and rewrites this page); absolute times drift with the
machine. *Must* and *stretch* are our own targets. DuckDB reading its own Parquet files at 100 000 people and above is faster
than we are: a database is the tool for that.
"""
TABLE = "| what | measured | must | stretch | |\n|---|---|---|---|---|\n"


def main(wanted: list[str]) -> int:
    """Measure the parts named, or all, and put their tables into the page; other tables stay as they were measured."""
    tables = _tables(PAGE.read_text(encoding="utf-8"))
    for name, (title, part) in PARTS.items():
        if wanted and name not in wanted:
            continue
        lines = []
        for row in part():
            sign = {True: "✓", False: "✗", None: ""}[row.holds]
            print(f"{sign:1} {row.what}: {row.measured} (must {row.must}{', stretch ' + row.stretch if row.stretch else ''})", flush=True)
            lines.append(f"| {row.what} | {row.measured} | {row.must} | {row.stretch} | {sign} |\n")
        tables[title] = TABLE + "".join(lines)
    known = [title for title, _ in PARTS.values() if title in tables]
    PAGE.write_text(HEAD + "".join(f"\n## {title}\n\n{tables[title]}" for title in known), encoding="utf-8")
    return 0


def _tables(page: str) -> dict[str, str]:
    """Return the tables of a page by their heading."""
    parts = (part.partition("\n\n") for part in page.split("\n## ")[1:])
    return {title: table.rstrip("\n") + "\n" for title, _, table in parts}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
