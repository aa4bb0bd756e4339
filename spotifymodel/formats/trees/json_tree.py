"""From JSON bytes to a tree, refusing what other parsers let through."""

from __future__ import annotations

import re
from typing import Final, Literal

import jiter

from .collector import collector_paused
from .encoding import utf8_body
from .faults import Faults
from .json_outline import depth_exceeds, without_escapes
from .limits import DEFAULT_LIMITS, InputLimits
from .paths import Tree

__all__ = ["check_limits", "read_json"]

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
    limited: bool = True,
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
    limited : bool
        Whether depth and length of numbers are judged. Without it they are left to :func:`check_limits`, for a caller whose schema
        fixes everything and who asks only where something came of a place in which anything may stand.

    Returns
    -------
    dict, list, str, int, float, bool or None
        Floats are finite, texts are free of lone surrogates, keys of an object differ. Depth never exceeds what ``jiter``
        itself allows (about 200), and ``limits.depth`` where that is judged.

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
    if limited:
        _check(body, faults)
    return tree


def check_limits(data: bytes, name: str | None = None, *, limits: InputLimits = DEFAULT_LIMITS) -> None:
    """Refuse a document, already read, in which something is too deep or a number too long; see :func:`read_json`."""
    faults = Faults(name, limits)
    _check(utf8_body(data, faults, limits.json_bytes), faults)


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


def _passes_limits(body: bytes, limits: InputLimits) -> bool:
    """Say, quickly and never too mildly, whether something in a valid document may be too deep or too long."""
    digits = body.translate(_DIGITS)
    if b"0" * (limits.int_digits + 1) in digits or b"e000" in digits:
        return True
    return depth_exceeds(body, limits.depth)


def _check(body: bytes, faults: Faults) -> None:
    if not _passes_limits(body, faults.limits):
        return
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
