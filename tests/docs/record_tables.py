"""The tables of the file format: keys and what they take come from the records, what they mean is written by hand.

A table stands between ``<!-- record: Person -->`` and ``<!-- end -->``; its third column is kept.
"""

from __future__ import annotations

import dataclasses
import re
from typing import Any

from spotifymodel import model
from spotifymodel.model import fields, seats
from spotifymodel.model.chart import Chart
from spotifymodel.model.record import keys_of
from tests.docs.tables import table

__all__ = ["MISSING", "records_shown", "with_record_tables"]

MISSING = "?"
_TABLE = re.compile(r"(<!-- record: (\w+) -->\n)(.*?)(<!-- end -->)", re.DOTALL)
_KNOWN = (
    (fields.ID, "id"),
    (fields.NAME, "text on one line"),
    (fields.TEXT, "text"),
    (fields.DATE, "date"),
    (fields.EXTRA, "mapping"),
    (fields.FLAG, "`true` or `false`"),
    (seats.HOLDERS, "[holders](#holders)"),
    (seats.LINE_HOLDERS, "[place in the line](#places-in-the-line)"),
)


def record_named(name: str) -> Any:
    """Return a record class; ``Chart`` is the top level."""
    return Chart if name == "Chart" else getattr(model, name)


def takes(schema: dict[str, Any]) -> str:
    """Return what a field takes, in words."""
    for known, words in _KNOWN:
        if schema is known or schema == known:
            return words
    kind = schema["type"]
    if kind == "nullable":
        return takes(schema["schema"])
    if kind == "literal":
        return ", ".join(f"`{word}`" for word in schema["expected"])
    if kind == "tuple":
        return f"list of {takes(schema['items_schema'][0])}"
    if kind == "dict":
        return f"mapping of {takes(schema['keys_schema'])} to {takes(schema['values_schema'])}"
    if kind == "union":
        return " or ".join(takes(choice) for choice in schema["choices"])
    if kind == "definition-ref":
        name = schema["metadata"]["record"].__name__
        return f"[{_words(name)}](#{_words(name).replace(' ', '-')})"
    return f"{'whole number' if kind == 'int' else 'number'} {_range(schema)}"


def _range(schema: dict[str, Any]) -> str:
    low = f"above {schema['gt']:g}" if "gt" in schema else f"{schema['ge']:g}"
    step = f" in steps of {schema['multiple_of']:g}" if "multiple_of" in schema else ""
    return f"{low} to {schema['le']:,}{step}".replace(",", " ")


def _words(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()


def records_shown(page: str) -> list[str]:
    """Return the names of the records that a page has a table of."""
    return [found[2] for found in _TABLE.finditer(page)]


def with_record_tables(page: str) -> str:
    """Return the page with its tables written anew; a key without a meaning gets a question mark."""
    return _TABLE.sub(lambda found: f"{found[1]}{_table(found[2], _meanings(found[3]))}{found[4]}", page)


def _meanings(text: str) -> dict[str, str]:
    rows = [re.split(r"(?<!\\)\|", line.strip().strip("|")) for line in text.splitlines()[2:]]
    return {row[0].strip().strip("`*"): row[-1].strip().replace("\\|", "|") for row in rows if len(row) == 3}


def _table(name: str, meanings: dict[str, str]) -> str:
    record = record_named(name)
    keys = keys_of(record)
    rows = []
    for field in dataclasses.fields(record):
        key = keys[field.name]
        shown = f"**`{key}`**" if field.default is dataclasses.MISSING or (name, key) == ("Chart", "people") else f"`{key}`"
        rows.append((shown, takes(field.metadata["schema"]), meanings.get(key, MISSING)))
    return table(("key", "takes", "means"), rows)
