"""The second look at a text that is no JSON: what is wrong, where, and how to mend it."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from .encoding import note_undecodable
from .faults import Faults
from .json_faults import byte_offset, note_deep
from .json_outline import JsonOutline
from .lines import LineTable

__all__ = ["note_syntax"]

_WORD: Final = re.compile(rb"[-+]?[A-Za-z_]+")
_NO_NUMBER: Final = frozenset({b"nan", b"-nan", b"infinity", b"-infinity", b"+infinity", b"inf", b"-inf", b"+inf"})
_PYTHON_WORDS: Final = {b"True": "true", b"False": "false", b"None": "null", b"TRUE": "true", b"FALSE": "false", b"NULL": "null"}

_FINITE: Final = "a finite number"
_QUOTE_IT: Final = "Put it between double quotes if it is text"


def note_syntax(body: bytes, message: str, line: int, column: int, faults: Faults) -> None:
    """Note why a text is no JSON.

    Parameters
    ----------
    body : bytes
        The text.
    message : str
        What the parser says, without the position.
    line, column : int
        Where it says so, counted in bytes.
    faults : Faults
        Grows by one.
    """
    if note_undecodable(body, faults):
        return
    lines = LineTable(body)
    if message.startswith("recursion limit"):
        note_deep(body, faults)
    elif message.startswith("EOF"):
        _note_end(body, message, lines, faults)
    else:
        described = _describe(message, body, byte_offset(body, line, column))
        path = JsonOutline(body[: described.path_at]).path_to_end()[0]
        faults.add(
            described.kind,
            described.text,
            lines.place(described.at),
            path[:-1] if described.around else path,
            expected=described.expected,
            fix=described.fix,
        )


def _note_end(body: bytes, message: str, lines: LineTable, faults: Faults) -> None:
    end = lines.place(len(body))
    outline = JsonOutline(body)
    path, node = outline.path_to_end()
    if not body.strip():
        faults.add("syntax", "the file is empty", end, expected="a chart that begins with {")
        return
    if "string" in message:
        text, fix = "the file ends in the middle of a text", 'Close the text with ", or fetch the file again if it was cut off'
    elif node >= 0:
        line, column = lines.place(outline.starts[node])
        what, closing = ("list", "]") if outline.is_list(node) else ("record", "}")
        text = f"the file ends before the {what} that begins at line {line}, column {column} is closed"
        fix = f"Close it with {closing}, or fetch the file again if it was cut off"
    else:
        text, fix = "the file ends in the middle of a value", "Fetch the file again if it was cut off"
    faults.add("syntax", text, end, path, fix=fix)


class _Described(NamedTuple):
    """A syntax fault in words.

    ``at`` is the offset to show, ``path_at`` the length of text that tells the path, ``around`` whether the fault concerns
    the container rather than the value before it.
    """

    text: str
    at: int
    path_at: int
    kind: str = "syntax"
    expected: str = ""
    fix: str = ""
    around: bool = False


_LONG_NUMBER: Final = "number out of range"
_HALF: Final = r"half a character stands in this text: a \uD800 to \uDFFF without its partner"


def _describe(message: str, body: bytes, at: int) -> _Described:
    """Put the parser's words, and the character that it stopped at, into ours."""
    char = body[at : at + 4].decode(errors="ignore")[:1]
    if (char == "#" or body[at : at + 2] in (b"//", b"/*")) and not message.startswith(("trailing", "control", "invalid escape")):
        text = "a comment stands here, and JSON knows none"
        return _Described(text, at, at, fix="Remove the comment, or write the chart as YAML")
    if message.startswith(("expected value", "expected ident", "invalid number", _LONG_NUMBER)):
        return _describe_value(message, body, at, char)
    if message.startswith("control character"):
        return _describe_control(at, char)
    if message.startswith(("lone leading surrogate", "unexpected end of hex escape")):
        escape = body.rfind(rb"\u", 0, at + 1)
        return _Described(_HALF, escape, escape, "encoding", fix="Write the character itself")
    if message.startswith("key must be a string"):
        fix = "Use double quotes instead of single ones" if char == "'" else "Put the key between double quotes"
        return _Described("a key does not begin with a double quote", at, at, fix=fix)
    if message.startswith("expected `,`"):
        text = "a comma or a closing bracket is missing before this"
        return _Described(text, at, at, fix="Put a comma between the values", around=True)
    if message.startswith("trailing comma"):
        return _Described("a comma stands before the closing bracket", at, at, fix="Remove the comma", around=True)
    if message.startswith("trailing characters"):
        text = "something follows after the end of the document"
        return _Described(text, at, 0, expected="one document in a file", fix="Remove what follows")
    if message.startswith("expected `:`"):
        return _Described("a colon is missing between key and value", at, at, fix="Put a colon after the key")
    if message.startswith("invalid escape"):
        text = "a backslash stands before a character that needs none"
        return _Described(text, at, at, fix=r"Write \\ for a backslash")
    return _Described(f"this is no JSON: {message}", at, at)


def _describe_control(at: int, char: str) -> _Described:
    if char in ("\n", "\r"):
        fix = r'Close the text with ", or write \n for a line break inside it'
        return _Described("a text runs over the end of its line", at, at, fix=fix)
    if char == "\t":
        return _Described("a tab stands inside a text", at, at, fix=r"Write \t, or a space")
    return _Described(f"the control character U+{ord(char):04X} stands inside a text", at, at, fix="Remove it")


def _describe_value(message: str, body: bytes, at: int, char: str) -> _Described:
    # The parser stops inside or behind a word or number that it began to understand: look at all of it.
    start = at
    while start and (body[start - 1 : start].isalnum() or body[start - 1 : start] in (b"-", b"+", b".")):
        start -= 1
    word = _WORD.match(body, start)
    here = max(at, start + 1)
    if message.startswith(_LONG_NUMBER):
        text, fix = "this whole number has too many digits", "Put it between double quotes if it is a code"
        return _Described(text, start, start + 1, "limit", "at most 18 digits", fix)
    if word is not None:
        found = word.group()
        if found.lower() in _NO_NUMBER:
            fix = "Use null where the value is not known"
            return _Described("NaN and Infinity are no numbers", start, here, "out-of-range", _FINITE, fix)
        if found in _PYTHON_WORDS:
            text = "true, false and null are written in small letters"
            return _Described(text, start, here, fix=f"Write {_PYTHON_WORDS[found]}")
        return _Described("a text stands without quotes", start, here, fix="Put text between double quotes")
    if body[start : start + 1].isdigit() or body[start : start + 1] in (b"-", b"+", b"."):
        text = "this is no number as JSON writes them"
        return _Described(text, start, here, expected="a number such as 0.8 or 12", fix=_QUOTE_IT)
    if char == "'":
        return _Described("a text stands between single quotes", at, at + 1, fix="Use double quotes")
    if char in ("]", "}", ","):
        return _Described("a value is missing before this", at, at)
    if char and not char.isprintable():
        return _Described(f"the character U+{ord(char):04X} stands here", at, at, expected="a value", fix="Remove it")
    return _Described("no value begins like this", at, at + 1, expected="a value")
