"""Where the keys of a TOML document stand.

The standard library's parser forgets positions. This walk runs only when an error must name a line, over a text that
the parser has already accepted, so it may take valid TOML for granted.
"""

from __future__ import annotations

import re
from typing import Final, TypeAlias

__all__ = ["KeyPath", "key_positions"]

KeyPath: TypeAlias = tuple[str, ...]

_BLANK: Final = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_BARE: Final = re.compile(r"[A-Za-z0-9_-]+")
_STRING: Final = re.compile(r'"""(?:\\.|[^\\])*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\'', re.DOTALL)


def key_positions(text: str) -> dict[KeyPath, tuple[int, int]]:
    r"""Return the 1-based line and column at which every key path of a document first stands.

    Parameters
    ----------
    text : str
        A valid TOML document.

    Returns
    -------
    dict
        From key path, dotted keys taken apart, to (line, column).

    Notes
    -----
    One pass, O(length). Escapes inside quoted keys are left as written.

    Examples
    --------
    >>> key_positions("[limits]\nsquad.max = {value = 9}\n")[("limits", "squad", "max", "value")]
    (2, 14)
    """
    return _Walk(text).positions


class _Walk:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.positions: dict[KeyPath, tuple[int, int]] = {}
        prefix: KeyPath = ()
        while self._skip_blank() < len(text):
            if text[self.at] == "[":
                self._skip_over("[")
                prefix = self._keys(())
                self._skip_over("]")
            else:
                self._pair(prefix)

    def _skip_blank(self) -> int:
        match = _BLANK.match(self.text, self.at)
        assert match is not None  # the pattern matches the empty text
        self.at = match.end()
        return self.at

    def _skip_over(self, characters: str) -> None:
        while self.at < len(self.text) and self.text[self.at] in characters:
            self.at += 1

    def _keys(self, prefix: KeyPath) -> KeyPath:
        """Read a dotted key; record where each of its steps stands, and for the whole where it begins."""
        path = prefix
        begin = self._skip_blank()
        while True:
            self._skip_blank()
            match = _STRING.match(self.text, self.at) or _BARE.match(self.text, self.at)
            assert match is not None, "only valid TOML is walked"
            word = match.group()
            path = (*path, word[1:-1] if word[0] in "\"'" else word)
            here = self.at
            self.at = match.end()
            self._skip_blank()
            last = self.text[self.at : self.at + 1] != "."
            self.positions.setdefault(path, self._line_and_column(begin if last else here))
            if last:
                return path
            self.at += 1

    def _line_and_column(self, at: int) -> tuple[int, int]:
        return self.text.count("\n", 0, at) + 1, at - self.text.rfind("\n", 0, at)

    def _pair(self, prefix: KeyPath) -> None:
        path = self._keys(prefix)
        self._skip_over("=")
        self._value(path)

    def _value(self, path: KeyPath) -> None:
        self._skip_blank()
        text = self.text
        if match := _STRING.match(text, self.at):
            self.at = match.end()
        elif text[self.at] == "{":
            self.at += 1
            while self._skip_blank() < len(text) and text[self.at] != "}":
                if text[self.at] == ",":
                    self.at += 1
                else:
                    self._pair(path)
            self.at += 1
        elif text[self.at] == "[":
            self.at += 1
            while self._skip_blank() < len(text) and text[self.at] != "]":
                if text[self.at] == ",":
                    self.at += 1
                else:
                    self._value(path)
            self.at += 1
        else:
            while self.at < len(text) and text[self.at] not in ",]}#\n":
                self.at += 1
