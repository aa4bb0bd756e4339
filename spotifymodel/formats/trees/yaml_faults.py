"""The second look at a YAML text that was refused: every fault, where it stands, and how to mend it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from yaml.error import YAMLError
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from .encoding import note_undecodable
from .faults import Faults
from .json_faults import note_duplicate
from .lines import LineTable
from .paths import Path
from .scalar_rules import NULLS, ScalarRules, number_fault
from .yaml_events import declares_tags, open_events
from .yaml_syntax import note_syntax

__all__ = ["note_faults"]

#: What YAML lets nobody write, and the line breaks that only some readers see.
_UNPRINTABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")
_BREAKS: Final = "\u0085\u2028\u2029"
_NO_SHARING: Final = "every value written where it belongs"


def note_faults(body: bytes, rules: ScalarRules, faults: Faults) -> None:
    """Note every fault of a YAML text up to where it stops being YAML.

    Parameters
    ----------
    body : bytes
        The text, without a byte order mark.
    rules : ScalarRules
        What unquoted scalars mean.
    faults : Faults
        Grows by at least one, if the fast walk refused the text.
    """
    if note_undecodable(body, faults) or _note_unprintable(body, faults):
        return
    if _note_directives(body, faults):
        return
    walk = _Walk(rules, faults)
    try:
        get = open_events(body).get_event
        while not walk.over and (event := get()) is not None:
            walk.take(event)
    except (YAMLError, ValueError, OverflowError) as err:
        if walk.spread is None:
            note_syntax(err, body, walk.path, faults)
        else:
            _note_open_quote(walk.spread, walk.path, faults)
        return
    if walk.documents == 0:
        faults.add("syntax", "the file is empty", (1, 1), expected="a chart that begins with format: spotifymodel/1")


def _note_open_quote(text: Any, path: Path, faults: Faults) -> None:
    """Note a text between quotes that took the lines below for its own: its end is somewhere else than its writer thinks."""
    end = text.end_mark.line + 1
    message = f"the text between quotes that begins here ends only on line {end}, where something follows it"
    faults.add("syntax", message, _place(text), path, fix="Close it with the same quote that it begins with")


def _note_unprintable(body: bytes, faults: Faults) -> bool:
    """Note characters that no YAML may hold; libyaml tells only the byte offset of the first."""
    lines = LineTable(body)
    for char, at in _unprintable(body):
        code = f"U+{ord(char):04X}"
        if char in _BREAKS:
            text = f"the line break {code} stands here, which some programs see and others do not"
            fix = f'Remove it, or write "\\u{ord(char):04X}" between double quotes'
        else:
            text, fix = f"the control character {code} stands here", "Remove it"
        faults.add("syntax", text, lines.place(at), fix=fix)
        if faults.full:
            break
    return bool(faults.troubles)


def _unprintable(body: bytes) -> Iterator[tuple[str, int]]:
    text = body.decode()
    at = seen = 0
    for found in _UNPRINTABLE.finditer(text):
        at += len(text[seen : found.start()].encode())
        seen = found.start()
        yield found[0], at


def _note_directives(body: bytes, faults: Faults) -> bool:
    """Note the declaration of more tags than the parser could digest: it compares each with all before it."""
    if not declares_tags(body):
        return False
    at = LineTable(body).place(body.index(b"%TAG"))
    faults.add("tag", "tags are declared here (%TAG)", at, expected="a chart without tags", fix="Remove the lines that begin with %TAG")
    return True


class _Frame:
    """A container that is open: where its keys stand, and which value comes next."""

    __slots__ = ("is_key", "is_list", "keys", "reading", "step", "wants_key")

    def __init__(self, is_list: bool, reading: str) -> None:
        self.is_list = is_list
        self.is_key = False
        #: How unquoted scalars inside are read: "key" (by their key), "numbers", "free".
        self.reading = reading
        self.keys: dict[str, tuple[int, int]] = {}
        self.step: str | int | None = -1 if is_list else None
        self.wants_key = not is_list


class _Walk:
    """Follows events and notes what is wrong with each."""

    def __init__(self, rules: ScalarRules, faults: Faults) -> None:
        self.rules, self.faults = rules, faults
        self.frames: list[_Frame] = []
        self.documents = 0
        self.nodes = 0
        self.over = False
        #: The last event, where it is a text between quotes that runs over several lines.
        self.spread: Any = None

    @property
    def path(self) -> Path:
        """Where the walk is."""
        return tuple(frame.step for frame in self.frames if frame.step is not None and frame.step != -1)

    def take(self, event: Any) -> None:
        """Take one event in."""
        kind = event.__class__
        quoted = kind is ScalarEvent and event.style in ("'", '"')
        self.spread = event if quoted and event.end_mark.line > event.start_mark.line else None
        # Scalars are most of a document: the short way for those that carry no mark.
        if kind is ScalarEvent and event.anchor is None and event.tag is None:
            self._count(event)
            frame = self.frames[-1] if self.frames else None
            if frame is not None and frame.wants_key:
                self._take_key(frame, event)
            else:
                self._take_scalar(frame, event)
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            if not self.frames.pop().is_key:
                self._value_is_over()
        elif kind is DocumentStartEvent:
            self.documents += 1
            if self.documents > 1:
                fix = "Put every chart into a file of its own"
                self._add("syntax", "a second document begins here", event, expected="one document in a file", fix=fix)
                self.over = True
        elif isinstance(event, NodeEvent):
            self._take_node(event)

    def _count(self, event: Any) -> None:
        self.nodes += 1
        limit = self.faults.limits.nodes
        if self.nodes > limit:
            self._add("limit", f"the file holds more than {limit} values", event, fix="Use JSON for a chart this large")
            self.over = True

    def _take_node(self, event: Any) -> None:
        self._count(event)
        frame = self.frames[-1] if self.frames else None
        if frame is not None and frame.wants_key:
            self._take_key(frame, event)
        elif isinstance(event, ScalarEvent):
            self._take_scalar(frame, event)
        else:
            if frame is not None and frame.is_list:
                frame.step += 1  # type: ignore[operator]
            self._note_marks(event)
            if isinstance(event, AliasEvent):
                self._value_is_over()
            else:
                self._open(frame, event)

    def _take_scalar(self, frame: _Frame | None, event: ScalarEvent) -> None:
        if frame is not None and frame.is_list:
            frame.step += 1  # type: ignore[operator]
        self._note_marks(event)
        if event.style:
            self._note_half_characters(event)
        elif frame is not None:
            self._note_number(frame, event)
        self._value_is_over()

    def _take_key(self, frame: _Frame, event: Any) -> None:
        frame.wants_key = False
        frame.step = None
        self._note_marks(event)
        if isinstance(event, AliasEvent):
            return
        if not isinstance(event, ScalarEvent):
            self._add("wrong-type", "a key is a list or a record", event, expected="text as key", fix="Put the key between quotes")
            # Its content is walked like a value, and the value behind it follows.
            self._open(frame, event)
            self.frames[-1].is_key = True
            return
        key, at = event.value, _place(event)
        if not event.style and key in NULLS:
            what = f"the key {key} is not text" if key else "a key is missing before the colon"
            self._add("wrong-type", what, event, expected="text as key", fix="Put the key between quotes" if key else "")
        elif not event.style and key == "<<":
            self._add("merge", "a merge (<<) stands here", event, expected=_NO_SHARING, fix="Write the merged keys out")
        elif key in frame.keys:
            note_duplicate(key, at, frame.keys[key], self.path, self.faults)
            self.over |= self.faults.full
        frame.keys.setdefault(key, at)
        frame.step = key

    def _open(self, frame: _Frame | None, event: Any) -> None:
        is_list = isinstance(event, SequenceStartEvent)
        reading = "key"
        if frame is not None:
            by_key = frame.reading == "key"
            if frame.reading == "free" or (by_key and frame.step in self.rules.free):
                reading = "free"
            elif by_key and not is_list and frame.step in self.rules.number_maps:
                reading = "numbers"
        self.frames.append(_Frame(is_list, reading))
        limit = self.faults.limits.depth
        if len(self.frames) > limit:
            text = f"lists and records stand more than {limit} deep inside each other"
            self._add("limit", text, event, expected=f"at most {limit} levels", fix="A chart needs 7")
            self.over = True

    def _value_is_over(self) -> None:
        frame = self.frames[-1] if self.frames else None
        if frame is not None and not frame.is_list:
            frame.wants_key = True

    def _note_marks(self, event: Any) -> None:
        if isinstance(event, AliasEvent):
            if not (self.frames and self.frames[-1].step == "<<"):
                fix = "Write the value out, or put quotes around it if the asterisk belongs to a text"
                self._add("alias", f"an alias (*{event.anchor}) stands here", event, expected=_NO_SHARING, fix=fix)
            return
        if event.anchor is not None:
            fix = "Remove it, or put quotes around the text if the ampersand belongs to it"
            self._add("anchor", f"an anchor (&{event.anchor}) stands here", event, expected=_NO_SHARING, fix=fix)
        if event.tag is not None:
            fix = "Remove it, or put quotes around the text if the exclamation mark belongs to it"
            self._add("tag", f"a tag ({_shown_tag(event.tag)}) stands here", event, expected="a value without a tag", fix=fix)

    def _note_half_characters(self, event: ScalarEvent) -> None:
        """Note lone surrogates, which only the parser in Python lets through."""
        if not event.value.isascii() and any("\ud800" <= char <= "\udfff" for char in event.value):
            text = "half a character stands in this text: an escape from D800 to DFFF"
            self._add("encoding", text, event, fix="Write the character itself")

    def _note_number(self, frame: _Frame, event: ScalarEvent) -> None:
        by_key = frame.reading == "key" and not frame.is_list
        free = frame.reading == "free" or (by_key and frame.step in self.rules.free)
        if not free and frame.reading != "numbers" and not (by_key and frame.step in self.rules.numbers):
            return
        digits = self.faults.limits.int_digits
        fault = number_fault(event.value, digits, free=free)
        if fault == "limit":
            text = f"this whole number has more than {digits} digits"
            fix = "Put it between quotes if it is a code"
            self._add("limit", text, event, expected=f"at most {digits} digits", fix=fix)
        elif fault:
            text = "this number is not finite or too large to hold"
            self._add(fault, text, event, expected="a finite number", fix="Put it between quotes if it is text")

    def _add(self, kind: str, message: str, event: Any, *, expected: str = "", fix: str = "") -> None:
        self.faults.add(kind, message, _place(event), self.path, expected=expected, fix=fix)
        self.over |= self.faults.full


def _place(event: Any) -> tuple[int, int]:
    return event.start_mark.line + 1, event.start_mark.column + 1


def _shown_tag(tag: str) -> str:
    tag = tag.replace("tag:yaml.org,2002:", "!!")
    return tag if len(tag) <= 40 else tag[:40] + "…"
