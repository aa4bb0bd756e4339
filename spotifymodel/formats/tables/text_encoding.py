"""Bytes of a text file as text, with what was assumed."""

from __future__ import annotations

import codecs
import re

from ...errors import InputRefusedError, Place, Trouble

__all__ = ["decode"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
#: A letter written as UTF-8 takes two to four bytes of this form; in Windows text such pairs hardly ever occur.
_UTF8_LETTER = re.compile(rb"[\xc3-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_SAVE_AS = "Save it as 'CSV UTF-8'"


def decode(data: bytes, name: str) -> tuple[str, str, bool]:
    """Return the text, the name of its encoding, and whether that was a guess.

    A byte order mark decides; then UTF-8, which refuses nearly everything that is not UTF-8; then Windows-1252, which is
    what Excel writes in western Europe.

    Raises
    ------
    InputRefusedError
        The bytes fit none of them, or the file mixes two.
    """
    for mark, codec, label in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(codec), label, False
            except UnicodeDecodeError as wrong:
                raise _refused(
                    f"the file says that it is {label} and is not, from byte {wrong.start + 1} on", data, wrong.start, name
                ) from None
    nul = data.find(b"\0", 0, 4096)
    if nul >= 0:
        raise _refused(
            "the file holds NUL characters, so it is no plain text: UTF-16 without its mark, or not a text file", data, nul, name
        )
    try:
        return data.decode("utf-8"), "UTF-8", False
    except UnicodeDecodeError as wrong:
        at = wrong.start
    if _UTF8_LETTER.search(data):
        raise _refused("letters with accents are written in two ways in this file: UTF-8 in some lines and not in this one", data, at, name)
    try:
        return data.decode("cp1252"), "Windows-1252", True
    except UnicodeDecodeError as wrong:
        raise _refused("the text is neither UTF-8 nor Windows-1252", data, wrong.start, name) from None


def _refused(message: str, data: bytes, at: int, name: str) -> InputRefusedError:
    line = data.count(b"\n", 0, at) + 1
    return InputRefusedError([Trouble(message, Place(name, line), "text in one encoding", _SAVE_AS, "encoding")], name)
