"""From JSON bytes to a tree, refusing what other parsers let through."""

from __future__ import annotations

import re
from functools import cache
from typing import Final, Literal

import jiter

from .collector import collector_paused
from .encoding import utf8_body
from .faults import Faults
from .json_outline import depth_exceeds, without_escapes
from .limits import DEFAULT_LIMITS, InputLimits
from .paths import Tree

__all__ = ["read_json"]

#: Digits become 0, and what begins an exponent becomes e (also the sign: ``1E+400`` reads ``0ee000``), so that long
#: numbers and large exponents are found by searching for a text.
_DIGITS: Final = bytes.maketrans(b"123456789E+", b"000000000ee")
#: Above so many bytes equal texts become one object: a quarter less memory for a sixth more time. Keys always do.
_LARGE: Final = 100_000_000
_DUPLICATE: Final = "Detected duplicate key"
_POSITION: Final = re.compile(r" at line (\d+) column (\d+)$")


def read_json(
    data: bytes,
    name: str | None = None,
    *,
    limits: InputLimits = DEFAULT_LIMITS,
    open_keys: frozenset[str] | None = None,
) -> Tree:
    r"""Read a JSON document, strictly.

    Parameters
    ----------
    data : bytes
        UTF-8, with or without a byte order mark.
    name : str, optional
        The file's name, for messages.
    limits : InputLimits
        How large, deep and long the input may be.
    open_keys : frozenset of str, optional
        Keys under which anything may stand, where a schema that fixes everything else is going to judge the tree. Without
        it, depth and length of numbers are judged here for every document; with it, only for documents in which one of
        these keys occurs, so that a chart without ``extra`` pays nothing.

    Returns
    -------
    dict, list, str, int, float, bool or None
        Floats are finite, texts are free of lone surrogates, keys of an object differ. Depth never exceeds what ``jiter``
        itself allows (about 200), and ``limits.depth`` as said under `open_keys`.

    Raises
    ------
    InputRefusedError
        For anything that is no JSON (RFC 8259), for duplicate keys, NaN and Infinity, numbers that overflow, and whatever
        passes the limits; every fault carries line, column and path.

    Notes
    -----
    Reading costs 1.2 times ``pydantic_core.from_json`` at 10 000 people, the checks of depth and numbers 0.3 more.
    Where a fault stands is found by a second look, which only faulty input pays.

    Examples
    --------
    >>> read_json(b'{"people": [{"id": "anna", "fte": 0.8}]}')
    {'people': [{'id': 'anna', 'fte': 0.8}]}
    >>> read_json(b'{"id": "anna", "fte": NaN}', "chart.json")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    spotifymodel.errors.InputRefusedError: chart.json:1:23 ($.fte): NaN and Infinity are no numbers; ...
    """
    faults = Faults(name, limits)
    body = utf8_body(data, faults, limits.json_bytes)
    tree = _parse(body, faults)
    if _anything_may_stand(body, open_keys) and _passes_limits(body, limits):
        _note_beyond_limits(body, faults)
    return tree


def _parse(body: bytes, faults: Faults) -> Tree:
    remembered: Literal["all", "keys"] = "all" if len(body) > _LARGE else "keys"
    try:
        with collector_paused():
            tree: Tree = jiter.from_json(body, catch_duplicate_keys=True, allow_inf_nan=False, cache_mode=remembered)
            return tree
    except ValueError as err:
        trouble = str(err)
    # Outside the handler, so that the parser's own words, which quote the input, are not chained to ours.
    _explain(body, trouble, faults)
    raise faults.refusal()


def _anything_may_stand(body: bytes, open_keys: frozenset[str] | None) -> bool:
    """Say whether a key occurs under which the schema judges nothing, plainly or with a letter of it written as an escape."""
    if open_keys is None:
        return True
    # Looking for one byte first is twenty times as fast as looking for two.
    if b"\\" in body and b"\\u00" in body and any(start in body for start in _escapes(open_keys)):
        return True
    return any(f'"{key}"'.encode() in body for key in open_keys)


@cache
def _escapes(keys: frozenset[str]) -> tuple[bytes, ...]:
    """Return how escapes of the letters of some (ASCII) keys begin: names with accents are escaped too, and begin otherwise."""
    return tuple(sorted({f"\\u{ord(letter):04x}"[:5].encode() for key in keys for letter in key}))


def _passes_limits(body: bytes, limits: InputLimits) -> bool:
    """Say, quickly and never too mildly, whether something in a valid document may be too deep or too long."""
    digits = body.translate(_DIGITS)
    if b"0" * (limits.int_digits + 1) in digits or b"e000" in digits:
        return True
    return depth_exceeds(body, limits.depth)


def _note_beyond_limits(body: bytes, faults: Faults) -> None:
    from .json_faults import note_deep, note_numbers

    note_deep(body, faults)
    note_numbers(without_escapes(body), body, faults)
    if faults.troubles:
        raise faults.refusal()


def _explain(body: bytes, trouble: str, faults: Faults) -> None:
    from .json_faults import note_duplicates
    from .json_syntax import note_syntax

    found = _POSITION.search(trouble)
    line, column = (int(found[1]), int(found[2])) if found else (1, 1)
    if trouble.startswith(_DUPLICATE):
        note_duplicates(body, line, column, faults)
    else:
        note_syntax(body, trouble[: found.start()] if found else trouble, line, column, faults)
