"""How a text is written in YAML so that every reader reads the same text back."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["block_text", "inline_text"]

#: Texts that some reader of YAML 1.1 or 1.2 takes for null, a truth value, a merge or a default.
_WORDS: Final = frozenset(
    variant for word in ("null", "true", "false", "yes", "no", "on", "off", "y", "n") for variant in (word, word.capitalize(), word.upper())
) | {"", "~", "=", "<<", ".nan", ".NaN", ".NAN"}

#: Texts that some reader takes for a number, a time or a date: the rules of YAML 1.1 and 1.2 together, leading zeros,
#: underscores and base 60 included.
_NUMBER: Final = re.compile(
    r"""[-+]?(?:
        0b[01_]+ | 0o[0-7_]+ | 0x[0-9a-fA-F_]+
      | [0-9][0-9_]*(?::[0-9]+)*(?:\.[0-9_]*)?(?:[eE][-+]?[0-9]+)?
      | \.[0-9_]*(?:[eE][-+]?[0-9]+)?
      | \.(?:inf|Inf|INF)
      )\Z""",
    re.VERBOSE,
)
_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt \t]|\Z)")
#: Nearly every text of a chart: a letter, then letters, digits, hyphens and single steps of space.
_ORDINARY: Final = re.compile(r"[^\W\d_](?:[\w -]*[\w-])?\Z")
_INDICATORS: Final = frozenset("-?:,[]{}#&*!|>'\"%@`")
#: What ends an unquoted text or makes it something else.
_BREAKING: Final = re.compile(r":(?:\s|\Z)|\s#")
#: Between brackets also a question mark, since PyYAML's own parser stops at it.
_FLOW_BREAKING: Final = re.compile(r"[][{},?]|:(?:\s|\Z)|\s#")

_ESCAPES: Final = {'"': '\\"', "\\": "\\\\", "\0": "\\0", "\a": "\\a", "\b": "\\b", "\t": "\\t", "\n": "\\n", "\v": "\\v"}
_ESCAPES_MORE: Final = {"\f": "\\f", "\r": "\\r", "\x1b": "\\e", "\x85": "\\N", "\u2028": "\\L", "\u2029": "\\P"}
#: Invisible characters that belong to words and emoji: joiners, and the tags that spell flags.
_JOINERS: Final = frozenset("\u200c\u200d")


def inline_text(text: str, *, flow: bool) -> str:
    """Return a text as it stands on one line: plain where every reader reads that back, else between double quotes.

    Parameters
    ----------
    text : str
        Any text without lone surrogates.
    flow : bool
        Whether it stands between brackets or braces, where commas and brackets mean something.

    Examples
    --------
    >>> inline_text("Iedere klant, altijd", flow=False), inline_text("Iedere klant, altijd", flow=True)
    ('Iedere klant, altijd', '"Iedere klant, altijd"')
    >>> [inline_text(text, flow=False) for text in ("NO", "0042", "12:30", "2a", "één", "2027-01-01", "a: b")]
    ['"NO"', '"0042"', '"12:30"', '2a', 'één', '"2027-01-01"', '"a: b"']
    """
    return text if _stands_plain(text, flow) else quoted(text)


def _stands_plain(text: str, flow: bool) -> bool:
    if text in _WORDS:
        return False
    if _ORDINARY.match(text):
        return True
    if text[0] in _INDICATORS or text != text.strip() or not _is_seen(text):
        return False
    if (_FLOW_BREAKING if flow else _BREAKING).search(text):
        return False
    return not (_NUMBER.match(text) or _DATE.match(text) or text.startswith("..."))


def _is_seen(text: str) -> bool:
    """Say whether every character shows, so that what is on the screen is what is in the file."""
    return text.isprintable() or all(map(_shows, text))


def _shows(char: str) -> bool:
    return char.isprintable() or char in _JOINERS


def quoted(text: str) -> str:
    """Return a text between double quotes; what nobody would see is escaped, accents and emoji are not."""
    if text.isprintable() and '"' not in text and "\\" not in text:
        return f'"{text}"'
    return '"' + "".join(map(_escaped, text)) + '"'


def _escaped(char: str) -> str:
    known = _ESCAPES.get(char) or _ESCAPES_MORE.get(char)
    if known is not None:
        return known
    if _shows(char):
        return char
    code = ord(char)
    return f"\\x{code:02X}" if code < 0x100 else f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}"


def block_text(text: str, indent: int) -> str | None:
    r"""Return a text of several lines as a literal block, or ``None`` where only quotes keep it exactly.

    Parameters
    ----------
    text : str
        The text.
    indent : int
        Columns by which its lines are indented.

    Examples
    --------
    >>> print("purpose: " + block_text("Snel en goed.\nElke dag.", 2))
    purpose: |-
      Snel en goed.
      Elke dag.
    """
    body = text.removesuffix("\n")
    lines = body.split("\n")
    # Leading blanks need an indentation digit, trailing ones and lines of blanks are lost by editors.
    if len(lines) < 2 or not lines[0] or not lines[-1] or lines[0] != lines[0].lstrip():
        return None
    if any(line != line.rstrip() or not _is_seen(line) for line in lines) or any(line.startswith("\t") for line in lines):
        return None
    margin = " " * indent
    return "\n".join(["|" if body != text else "|-", *(margin + line if line else "" for line in lines)])
