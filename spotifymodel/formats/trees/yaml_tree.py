"""From YAML bytes to a tree, by way of events: nothing is ever constructed that the file did not spell out."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, Final, NamedTuple

from yaml.error import YAMLError
from yaml.events import (
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from .collector import collector_paused
from .encoding import utf8_body
from .faults import Faults
from .limits import DEFAULT_LIMITS, InputLimits
from .paths import Tree
from .scalar_rules import NULLS, ScalarRules, boolean_value, core_value, number_fault, number_value, text_value
from .yaml_events import declares_tags, has_libyaml, open_events

__all__ = ["read_yaml"]

#: A character that may begin an anchor or a tag, unless a letter or digit stands before it. Without one, events need no
#: look for them. Wide on purpose: libyaml skips a byte order mark even in the middle of a file.
_MARKED: Final = re.compile(rb"&(?<![0-9A-Za-z]&)\S|!(?<![0-9A-Za-z]!)")
#: Line breaks to YAML 1.1 and text to YAML 1.2: what means different things to different readers is refused.
_DISPUTED_BREAKS: Final = tuple(map(str.encode, ("\u0085", "\u2028", "\u2029")))
#: Unquoted keys that are null or a merge.
_REFUSED_KEYS: Final = NULLS | {"<<"}


class _SuspiciousError(Exception):
    """Something is wrong somewhere: the careful walk finds out what, where, and what else."""


def read_yaml(
    data: bytes,
    name: str | None = None,
    scalars: ScalarRules | None = None,
    *,
    limits: InputLimits = DEFAULT_LIMITS,
) -> Tree:
    r"""Read a YAML document, strictly.

    Parameters
    ----------
    data : bytes
        UTF-8, with or without a byte order mark.
    name : str, optional
        The file's name, for messages.
    scalars : ScalarRules, optional
        What unquoted scalars mean; without rules everything is text or null.
    limits : InputLimits
        How large and deep the input may be.

    Returns
    -------
    dict, list, str, int, float, bool or None
        Keys are text and differ within a mapping; depth and numbers keep the limits; nothing is shared or cyclic.

    Raises
    ------
    InputRefusedError
        For anything that is no YAML, for anchors, aliases, tags, merges, several documents, keys that are no text,
        duplicate keys, numbers that overflow, and whatever passes the limits. All such faults up to the first place where
        the text stops being YAML are reported at once, each with line, column and path.

    Notes
    -----
    Two walks: a fast one that builds, and, only when that finds anything wrong, a careful one that explains. The time is
    that of libyaml's events plus about a third. Depth is bounded while reading and nothing recurses.

    Examples
    --------
    >>> rules = ScalarRules(numbers=frozenset({"fte"}))
    >>> read_yaml(b"people: [{id: 00012, name: NO, fte: 0.8}]", scalars=rules)
    {'people': [{'id': '00012', 'name': 'NO', 'fte': 0.8}]}
    >>> read_yaml(b"a: &x 1\nb: *x", "chart.yaml")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    spotifymodel.errors.InputRefusedError: chart.yaml:1:4 ($.a): an anchor (&x) stands here...
    """
    rules = scalars if scalars is not None else ScalarRules()
    faults = Faults(name, limits)
    body = utf8_body(data, faults, limits.yaml_bytes)
    if not any(sign in body for sign in _DISPUTED_BREAKS) and not declares_tags(body):
        try:
            with collector_paused():
                return _build(body, rules, limits)
        except (_SuspiciousError, YAMLError, ValueError, OverflowError):
            pass
    from .yaml_faults import note_faults

    note_faults(body, rules, faults)
    raise faults.refusal()


class _Meanings(dict[str, Any]):
    """What unquoted texts mean, remembered per text: the numbers of a chart are few and come thousands of times."""

    def __init__(self, convert: Callable[[str], Any], limits: InputLimits, *, free: bool = False) -> None:
        super().__init__()
        self._convert, self._digits, self._free = convert, limits.int_digits, free

    def __missing__(self, text: str) -> Any:
        if number_fault(text, self._digits, free=self._free):
            raise _SuspiciousError
        value = self[text] = self._convert(text)
        return value


class _Readings(NamedTuple):
    """How unquoted scalars are read: under a key, and inside a container under a key."""

    by_key: Mapping[str, Mapping[str, Any]]
    free: Mapping[str, Any]
    inside: Mapping[str, Mapping[str, Any]]


def _readings(rules: ScalarRules, limits: InputLimits) -> _Readings:
    numbers = _Meanings(number_value, limits)
    free = _Meanings(core_value, limits, free=True)
    booleans = _Meanings(boolean_value, limits)
    texts = _Meanings(text_value, limits)
    by_key: dict[str, Mapping[str, Any]] = dict.fromkeys(rules.number_maps, texts)
    by_key |= dict.fromkeys(rules.free, free) | dict.fromkeys(rules.booleans, booleans) | dict.fromkeys(rules.numbers, numbers)
    inside: dict[str, Mapping[str, Any]] = dict.fromkeys(rules.number_maps, numbers)
    return _Readings(by_key, free, inside | dict.fromkeys(rules.free, free))


def _build(body: bytes, rules: ScalarRules, limits: InputLimits) -> Tree:
    get = open_events(body).get_event
    watched = not has_libyaml() or _MARKED.search(body) is not None
    get()  # the stream starts
    if get().__class__ is not DocumentStartEvent:
        raise _SuspiciousError
    # One list around the document spares a special case for its root.
    around: list[Tree] = []
    _fill(around, _watched(get) if watched else get, _readings(rules, limits), limits)
    if get().__class__ is not StreamEndEvent:
        raise _SuspiciousError
    return around[0]


def _watched(get: Callable[[], Any]) -> Callable[[], Any]:
    """Return ``get`` with a look at every event, for anchors and tags, and for half characters, which libyaml refuses."""

    def get_unmarked() -> Any:
        event = get()
        if getattr(event, "anchor", None) is not None or getattr(event, "tag", None) is not None:
            raise _SuspiciousError
        if event.__class__ is ScalarEvent and event.style == '"':
            event.value.encode()
        return event

    return get_unmarked


def _fill(around: list[Tree], get: Callable[[], Any], readings: _Readings, limits: InputLimits) -> None:
    """Append the document to a list, event by event.

    This loop is most of the time of reading YAML, hence its shape: a mapping pulls key and value in one turn, no function
    is called per scalar, and ``current`` says by its type which half of the loop is at work.
    """
    by_key, free, inside = readings
    nulls, refused = NULLS, _REFUSED_KEYS
    scalar, mapping, sequence = ScalarEvent, MappingStartEvent, SequenceStartEvent
    deepest = limits.depth
    stack: list[tuple[Any, Mapping[str, Any] | None]] = []
    nodes = 0
    current: Any = around
    table: Mapping[str, Any] | None = None
    while True:
        if current.__class__ is dict:
            while True:
                event = get()
                if event.__class__ is scalar:
                    key = event.value
                    if key in current or (key in refused and not event.style):
                        raise _SuspiciousError
                    event = get()
                    kind = event.__class__
                    if kind is scalar:
                        value = event.value
                        if event.style:
                            current[key] = value
                        elif table is not None:
                            current[key] = table[value]
                        elif key in by_key:
                            current[key] = by_key[key][value]
                        else:
                            current[key] = None if value in nulls else value
                        continue
                    stack.append((current, table))
                    if len(stack) > deepest:
                        raise _SuspiciousError
                    if table is None:
                        table = inside.get(key)
                    elif table is not free:
                        table = None
                    if kind is mapping:
                        child: Any = {}
                        current[key] = child
                        current = child
                        continue
                    if kind is not sequence:
                        raise _SuspiciousError
                    if table is not free:
                        table = None
                    child = []
                    current[key] = child
                    current = child
                    break
                if event.__class__ is not MappingEndEvent:
                    raise _SuspiciousError
                nodes += len(current)
                current, table = stack.pop()
                if current.__class__ is list:
                    break
        else:
            append = current.append
            while True:
                event = get()
                kind = event.__class__
                if kind is scalar:
                    value = event.value
                    if event.style:
                        append(value)
                    elif table is not None:
                        append(table[value])
                    else:
                        append(None if value in nulls else value)
                    continue
                if kind is SequenceEndEvent or kind is DocumentEndEvent:
                    nodes += len(current)
                    if nodes > limits.nodes:
                        raise _SuspiciousError
                    if not stack:
                        return
                    current, table = stack.pop()
                    break
                stack.append((current, table))
                if len(stack) > deepest:
                    raise _SuspiciousError
                if kind is mapping:
                    child = {}
                elif kind is sequence:
                    child = []
                else:
                    raise _SuspiciousError
                append(child)
                current = child
                break
