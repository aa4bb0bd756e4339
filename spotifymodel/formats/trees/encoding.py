"""From the bytes of a file to UTF-8 that a parser may see."""

from __future__ import annotations

import codecs
from typing import Final

from .faults import Faults
from .lines import LineTable

__all__ = ["utf8_body"]

_SAVE_AS: Final = "Save the file again with the encoding UTF-8"

_FOREIGN_BOMS: Final = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)


def utf8_body(data: bytes, faults: Faults, limit: int) -> bytes:
    """Return the bytes without their byte order mark; refuse what is too large or in another encoding.

    Bytes that are not UTF-8 further on are the parsers' to find, which look at every byte anyway: see
    :func:`note_undecodable`.

    Raises
    ------
    InputRefusedError
        When the input is larger than ``limit`` bytes, or begins like UTF-16 or UTF-32.
    """
    if len(data) > limit:
        faults.add(
            "limit",
            f"the file is {len(data) / 1e6:,.0f} MB large",
            expected=f"at most {limit / 1e6:,.0f} MB",
            fix="Split the chart, or use JSON, which may be larger than YAML",
        )
        raise faults.refusal()
    for mark, encoding in _FOREIGN_BOMS:
        if data.startswith(mark):
            _refuse_encoding(faults, encoding)
    # Text files begin with a printable character, so a NUL among the first two bytes is a wide encoding without a mark.
    if b"\x00" in data[:2] and len(data) >= 2:
        _refuse_encoding(faults, "UTF-16 or UTF-32")
    return data.removeprefix(codecs.BOM_UTF8)


def note_undecodable(data: bytes, faults: Faults) -> bool:
    """Note the first byte that is not UTF-8, if there is one, and say whether there was."""
    try:
        data.decode()
    except UnicodeDecodeError as err:
        faults.add(
            "encoding",
            f"the byte {data[err.start]:#04x} is not UTF-8 text",
            LineTable(data).place(err.start),
            expected="text in the encoding UTF-8",
            fix=f"{_SAVE_AS}; it was probably saved as Windows-1252 (ANSI)",
        )
        return True
    return False


def _refuse_encoding(faults: Faults, encoding: str) -> None:
    faults.add("encoding", f"the file is in {encoding}", (1, 1), expected="UTF-8", fix=_SAVE_AS)
    raise faults.refusal()
