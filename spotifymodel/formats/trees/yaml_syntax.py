"""What a YAML parser's complaint means to somebody who edits a chart."""

from __future__ import annotations

from typing import Any, Final

from yaml.error import MarkedYAMLError

from .faults import Faults
from .lines import LineTable
from .paths import Path

__all__ = ["note_syntax"]

_QUOTES: Final = "Put quotes around the text"
_ALIGN: Final = "Align it with the lines that belong to the same list or record"
_ESCAPE: Final = r"Write \\ for a backslash, or use single quotes"
_OPEN_TEXT: Final = "a text between quotes is not closed"
_CLOSE_TEXT: Final = "Close it with the same quote that it begins with"

#: Words of the complaint, of libyaml or of PyYAML's own parser -> what is wrong, and what to do.
_COMPLAINTS: Final = (
    (
        "mapping values are not allowed",
        "a colon stands here where no key can be",
        _QUOTES + " that contains a colon; if this is a key, align it with the keys of its record",
    ),
    (
        "expected ',' or ']'",
        "a list that begins with [ is not closed, or a comma is missing",
        "Close it with ], or put a comma here",
    ),
    (
        "expected ',' or '}'",
        "a record that begins with { is not closed, or a comma is missing",
        "Close it with }, or put a comma here",
    ),
    ("find expected ':'", "a key stands here without a colon and a space after it", "Write key: value, or indent a text that goes on"),
    ("unexpected end of stream", _OPEN_TEXT, _CLOSE_TEXT),
    ("unexpected document separator", _OPEN_TEXT, _CLOSE_TEXT),
    ("unexpected document indicator", _OPEN_TEXT, _CLOSE_TEXT),
    ("unknown escape character", "a backslash stands before a character that needs none", _ESCAPE),
    ("hexdecimal", r"an escape such as \x41 or \u20ac is incomplete", _ESCAPE),
    ("hexadecimal", r"an escape such as \x41 or \u20ac is incomplete", _ESCAPE),
    ("unicode character escape", "an escape stands for half a character or none", "Write the character itself"),
    ("chr() arg", "an escape stands for no character", "Write the character itself"),
    ("sequence entries are not allowed", "a dash stands where no list can begin", "Begin the list on a line of its own"),
    ("mapping keys are not allowed", "a question mark stands where no key can be", _QUOTES),
    ("tab character", "a tab stands where the line is indented", "Indent with spaces"),
    ("expected '-' indicator", "this line is not an item of the list above it", f"Begin it with a dash, or a{_ALIGN[1:]}"),
    ("expected <block end>", "this line does not belong to the list or record above it", _ALIGN),
    ("expected key", "this line is not a key of the record above it", _ALIGN),
    ("expected alphabetic or numeric", "a text begins with & or *, which have a meaning of their own in YAML", _QUOTES),
    ("node content", "a value is missing here", "Write the value, or null"),
    ("<document start>", "something follows after the end of the document", "Remove what follows, or indent it"),
    ("incompatible yaml document", "this version of YAML is not known", "Remove the line that begins with %YAML"),
    ("undefined tag handle", "a text begins with !, which has a meaning of its own in YAML", _QUOTES),
    ("indentation indicator", "the digit behind | or > must be from 1 to 9", "Remove the digit"),
    ("or a line break", "a text stands behind | or > on the same line", "Begin the text on the next line"),
    ("comment or line break", "a text stands behind | or > on the same line", "Begin the text on the next line"),
)
_UNKNOWN: Final = ("this is no YAML", "Check quotes, colons and indentation here and on the line above")


def note_syntax(err: Exception, body: bytes, path: Path, faults: Faults) -> None:
    """Note why a text is no YAML.

    Parameters
    ----------
    err : Exception
        The parser's complaint.
    body : bytes
        The text.
    path : tuple
        The last value that was understood.
    faults : Faults
        Grows by one.
    """
    problem = str(getattr(err, "problem", None) or err).lower()
    mark: Any = getattr(err, "problem_mark", None)
    opened: Any = getattr(err, "context_mark", None)
    # A key without a colon is noticed on the next line; it stands where it began.
    place = _place(opened if opened is not None and "find expected ':'" in problem else mark or opened)
    if "cannot start any token" in problem:
        text, fix = _about_character(body, place)
    else:
        text, fix = next(((text, fix) for words, text, fix in _COMPLAINTS if words in problem), _UNKNOWN)
    begun = _place(opened)
    if text == _OPEN_TEXT and begun:  # noticed at the end of the file, which helps nobody
        place = begun
    if isinstance(err, MarkedYAMLError) and begun and place and begun < place and "not closed" in text:
        text += f"; it begins at line {begun[0]}, column {begun[1]}"
    faults.add("syntax", text, place, path, fix=fix)


def _place(mark: Any) -> tuple[int, int] | None:
    return (mark.line + 1, mark.column + 1) if mark is not None else None


def _about_character(body: bytes, place: tuple[int, int] | None) -> tuple[str, str]:
    char = ""
    if place is not None:
        char = LineTable(body).line(place[0])[place[1] - 1 : place[1]]
    if char == "\t":
        return "a tab stands where the line is indented", "Indent with spaces"
    shown = char if char and char.isprintable() else "this character"
    return f"no value may begin with {shown}", _QUOTES
