"""Load a chart from a file, save one to a file: the suffix names the format."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from ..errors import InputRefusedError, Place, Trouble
from ..model.org import Org
from .format import format_for, option_names

__all__ = ["bytes_of", "from_frame", "load", "load_bytes", "save"]


def load(path: str | os.PathLike[str], *, format: str | None = None, **options: Any) -> Org:  # noqa: A002
    """Read a chart from a file.

    Parameters
    ----------
    path : path
        ``.yaml``, ``.yml``, ``.json``, ``.csv``, ``.tsv``, ``.xlsx``.
    format : str, optional
        Name of the format, where the suffix does not say it.
    **options
        Of the format: ``sheet`` and ``columns`` for tables.

    Raises
    ------
    InputRefusedError
        Where the file is missing or cannot be read as a chart: every fault with its place.
    UsageError
        Where the suffix says no format.
    """
    name = os.fspath(path)
    kind = format_for(name, given=format)
    data = bytes_of(name)
    assert kind.read is not None
    return kind.read(data, name, **options)


def bytes_of(name: str) -> bytes:
    """Return what a file holds.

    Raises
    ------
    InputRefusedError
        Where it is missing or may not be read.
    """
    try:
        return Path(name).read_bytes()
    except OSError as err:
        reason = err.strerror or type(err).__name__
        trouble = Trouble(f"cannot be read: {reason}", Place(name), fix="Check the name and that you may read it", kind="unreadable")
        raise InputRefusedError([trouble], name) from err


def load_bytes(data: bytes, name: str, *, format: str | None = None, **options: Any) -> Org:  # noqa: A002
    """Read a chart from bytes; JSON where they begin with a brace or bracket, else YAML, unless the format is given."""
    if format is None and not Path(name).suffix:
        format = "json" if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[") else "yaml"  # noqa: A001
    kind = format_for(name, given=format)
    assert kind.read is not None
    return kind.read(data, name, **options)


def from_frame(frame: Any, **options: Any) -> Org:
    """Read a chart from a pandas or polars data frame; options: ``columns``, ``language``, ``name``."""
    from .table_source import org_from_table
    from .tables.frame_table import frame_table

    option_names(options, ("columns", "language", "name"), "frame")
    table = frame_table(frame, options.pop("name", "frame"))
    return org_from_table(table, **options)


def save(org: Org, path: str | os.PathLike[str], *, format: str | None = None, **options: Any) -> tuple[str, ...]:  # noqa: A002
    """Write a chart to a file, in one piece or not at all.

    Returns
    -------
    tuple of str
        What the format could not hold; empty for YAML and JSON.
    """
    name = os.fspath(path)
    kind = format_for(name, writing=True, given=format)
    assert kind.write is not None
    data, dropped = kind.write(org, **options)
    from .saving import save_bytes

    save_bytes(name, data)
    return dropped
