"""The events of a YAML text, from libyaml where PyYAML has it, else from PyYAML's own parser."""

from __future__ import annotations

from typing import Final, Protocol

from yaml.events import Event
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner

__all__ = ["EventSource", "declares_tags", "has_libyaml", "open_events"]

try:
    from yaml._yaml import CParser
except ImportError:  # PyYAML was built without libyaml
    CParser = None  # type: ignore[assignment,misc]


def has_libyaml() -> bool:
    """Say whether the fast parser is there."""
    return CParser is not None


#: A text about YAML may speak of %TAG now and then.
_MOST_TAG_DIRECTIVES: Final = 50


class EventSource(Protocol):
    """What both parsers offer."""

    def get_event(self) -> Event | None:
        """Return the next event; ``None`` after the last."""


class _PythonParser(Reader, Scanner, Parser):
    """PyYAML's parser without its composer and constructor, which recurse and know tags."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)


def declares_tags(body: bytes) -> bool:
    """Say whether a text declares so many tags that no parser should see it.

    libyaml compares each declaration with all before it: 10 s for 1 MB of them. Nobody needs any, since tags are refused.
    """
    return body.count(b"%TAG") > _MOST_TAG_DIRECTIVES


def open_events(body: bytes) -> EventSource:
    """Open a parser on UTF-8 bytes without a byte order mark; the one in Python is some fifteen times as slow.

    Raises
    ------
    yaml.YAMLError
        From ``get_event`` too: the text is no YAML.
    UnicodeDecodeError, ValueError, OverflowError
        From the parser in Python only, for faults that libyaml reports as the former.
    """
    if CParser is not None:
        source: EventSource = CParser(body)
        return source
    return _PythonParser(body.decode())
