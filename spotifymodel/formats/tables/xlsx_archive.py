"""What a spreadsheet file is before anybody unpacks it: a zip of bounded size without surprises."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from ...errors import InputRefusedError, Place, Trouble
from .limits import LIMITS

__all__ = ["inspect_archive", "merged_ranges", "refused"]

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#: Small parts may pack very well; a ratio says something from this size on.
_SMALL = 100_000
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?ref=\"([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})\"")
_SAVE_AS = "Save it in Excel as 'Excel workbook (.xlsx)'"


def refused(message: str, name: str, expected: str = "", fix: str = "", kind: str = "syntax") -> InputRefusedError:
    """Return the error for a spreadsheet as a whole."""
    return InputRefusedError([Trouble(message, Place(name), expected, fix, kind)], name)


def inspect_archive(data: bytes, name: str) -> None:
    """Raise unless the bytes are an unencrypted .xlsx of bounded size.

    Raises
    ------
    InputRefusedError
        Another kind of file, a password, a broken or oversized zip, a document type declaration.

    Notes
    -----
    Nothing is unpacked but the first bytes of each part; the sizes are those the archive declares, and unpacking stops there.
    """
    if len(data) > LIMITS.bytes:
        raise refused(f"the file has {len(data):,} bytes", name, f"at most {LIMITS.bytes:,}", "", "limit")
    _refuse_other_kinds(data, name)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, OverflowError):
        raise refused("the file is damaged: it starts like a spreadsheet and cannot be unpacked", name, "an .xlsx file", _SAVE_AS) from None
    with archive:
        parts = archive.infolist()
        if len(parts) > LIMITS.zip_entries:
            raise refused(f"the spreadsheet consists of {len(parts):,} files", name, f"at most {LIMITS.zip_entries:,}", "", "limit")
        unpacked = sum(p.file_size for p in parts)
        if unpacked > LIMITS.bytes:
            raise refused(
                f"the spreadsheet unpacks to {unpacked:,} bytes", name, f"at most {LIMITS.bytes:,}", "Keep only the list in it", "limit"
            )
        for part in parts:
            if part.file_size > max(_SMALL, LIMITS.zip_ratio * part.compress_size):
                ratio = part.file_size // max(part.compress_size, 1)
                raise refused(
                    f"a part of the spreadsheet becomes {ratio:,} times larger when unpacked",
                    name,
                    f"at most {LIMITS.zip_ratio}",
                    "",
                    "limit",
                )
            if part.flag_bits & 1:
                raise refused(
                    "the spreadsheet is protected with a password",
                    name,
                    "an open file",
                    "Remove the password and save it again",
                    "encrypted",
                )
        names = {p.filename for p in parts}
        if "xl/workbook.bin" in names:
            raise refused("this is a binary workbook (.xlsb)", name, "an .xlsx file", _SAVE_AS, "encoding")
        if "mimetype" in names or "content.xml" in names:
            raise refused("this is an OpenDocument file (.ods)", name, "an .xlsx file", "Save it as 'Excel 2007-365 (.xlsx)'", "encoding")
        if "[Content_Types].xml" not in names:
            raise refused("this zip file is no spreadsheet", name, "an .xlsx file", _SAVE_AS)
        _refuse_declarations(archive, parts, name)


def merged_ranges(archive: zipfile.ZipFile, part: str) -> list[tuple[str, int, str, int]]:
    """Return the merged ranges of a sheet as first column, first row, last column, last row."""
    with archive.open(part) as stream:
        found, tail = [], b""
        while chunk := stream.read(1 << 20):
            window = tail + chunk
            cut = window.rfind(b"<") if len(chunk) == 1 << 20 else len(window)
            found += _MERGED.findall(window[:cut])
            tail = window[cut:]
    return [(a.decode(), int(b), c.decode(), int(d)) for a, b, c, d in found]


def _refuse_other_kinds(data: bytes, name: str) -> None:
    if not data:
        raise refused("the file is empty", name, "an .xlsx file", "", "missing")
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise refused(
                "the spreadsheet is protected with a password", name, "an open file", "Remove the password and save it again", "encrypted"
            )
        raise refused("this is an Excel file of before 2007 (.xls)", name, "an .xlsx file", _SAVE_AS, "encoding")
    if not data.startswith(b"PK"):
        raise refused(
            "this is not an Excel workbook", name, "an .xlsx file", "Save it in Excel as .xlsx, or name it .csv if it is text", "encoding"
        )


def _refuse_declarations(archive: zipfile.ZipFile, parts: list[zipfile.ZipInfo], name: str) -> None:
    """No part of a spreadsheet declares a document type; whoever does wants its entities expanded."""
    for part in parts:
        if not part.filename.endswith((".xml", ".rels")):
            continue
        try:
            with archive.open(part) as stream:
                start = stream.read(4096).replace(b"\0", b"").upper()
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError):
            raise refused("the file is damaged: a part of it cannot be unpacked", name, "an .xlsx file", _SAVE_AS) from None
        if b"<!DOCTYPE" in start or b"<!ENTITY" in start:
            raise refused("a part of the spreadsheet declares a document type", name, "a file as Excel writes it", _SAVE_AS, "limit")
