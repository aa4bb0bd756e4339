"""Reading one profile document: a TOML table in, a `Layer` out."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from pkgutil import get_data
from typing import Final, cast

from spotifymodel.errors import Place, ProfileError, Trouble
from spotifymodel.profiles.layer import TAIL_MARK, Entry, Evidence, Layer, Origin, evidence_in, evidence_of, flatten

__all__ = ["BUILT_IN", "FOUNDATION", "built_in", "parse_toml", "read_layer"]

FOUNDATION: Final = "brunel-2017"
"""What a profile starts from unless it says otherwise."""

BUILT_IN: Final = ("brunel-2017", "spotify-2012", "ing-2015", "team-topologies-2019", "strict")

_TOML_PLACE: Final = re.compile(r"(?P<what>.*) \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)", re.DOTALL)


@lru_cache(maxsize=len(BUILT_IN))
def built_in(name: str) -> Layer:
    """Return a profile document that ships with the library; its evidence is left for later (see `evidence_of`)."""
    raw = get_data(__package__, f"{name}.toml")  # importlib.resources takes six times as long
    assert raw is not None
    text = raw.decode("utf-8")
    head, _, _ = text.partition(TAIL_MARK)
    return _layer(name, tomllib.loads(head), Origin(f"{name}.toml", text, built_in=True), None)


def parse_toml(text: str, label: str) -> dict[str, object]:
    """Parse TOML.

    Raises
    ------
    ProfileError
        With file, line and column, when the text is not TOML.
    """
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as err:
        match = _TOML_PLACE.fullmatch(str(err))
        what = match["what"] if match else str(err)
        line = int(match["line"]) if match and match["line"] else len(text.splitlines()) or 1
        column = int(match["column"]) if match and match["column"] else None
        trouble = Trouble(f"this is not TOML: {what[:1].lower()}{what[1:]}", Place(label, line, column), kind="syntax")
        raise ProfileError(str(trouble), label, troubles=[trouble]) from err
    except RecursionError as err:
        trouble = Trouble("this is nested too deeply to be a profile", Place(label), kind="limit")
        raise ProfileError(str(trouble), label, troubles=[trouble]) from err


def read_layer(name: str, table: Mapping[str, object], origin: Origin, codes: Collection[str] = ()) -> Layer:
    """Check a profile's table and return it as a layer.

    Parameters
    ----------
    name : str
        Name of the profile.
    table : mapping
        The parsed table.
    origin : Origin
        Where it was read.
    codes : collection of str
        Rule codes known beyond those of the built-in profiles.

    Raises
    ------
    ProfileError
        With every fault of the table, in the order of the document.
    """
    from spotifymodel.profiles.faults import Faults, Known  # built-in profiles are judged by the tests, not at start-up

    limits, readings, evidence, known_codes = _known()
    faults = Faults(table, origin, Known(limits, readings, evidence, known_codes | set(codes)))
    if faults:
        raise faults.error(name)
    return _layer(name, table, origin, evidence_in(table))


def _layer(name: str, table: Mapping[str, object], origin: Origin, evidence: Evidence | None) -> Layer:
    overlay = bool(table.get("overlay", False))
    extends = table.get("extends", () if overlay else (FOUNDATION,))
    tighten = dict(cast(Mapping[str, object], table.get("tighten", {})))
    spare = cast(list[str], tighten.pop("spare", []))
    return Layer(
        name=name,
        title=str(table.get("title", name)),
        summary=" ".join(str(table.get("summary", "")).split()),
        extends=(extends,) if isinstance(extends, str) else tuple(cast(Iterable[str], extends)),
        overlay=overlay,
        limits=dict(flatten(cast(Mapping[str, object], table.get("limits", {})))),
        readings=dict(flatten(cast(Mapping[str, object], table.get("readings", {})))),
        severities=cast(Mapping[str, str], table.get("severities", {})),
        tighten=cast(Mapping[str, str], tighten),
        spare=tuple(spare),
        evidence=evidence,
        origin=origin,
    )


@lru_cache(maxsize=1)
def _known() -> tuple[dict[str, object], dict[str, object], dict[str, Entry], frozenset[str]]:
    """Return limits, readings, evidence and rule codes of all built-in profiles, first come first kept."""
    limits: dict[str, object] = {}
    readings: dict[str, object] = {}
    evidence: dict[str, Entry] = {}
    codes: set[str] = set()
    for name in BUILT_IN:
        layer = built_in(name)
        codes.update(layer.severities)
        limits = {**layer.limits, **limits}
        readings = {**layer.readings, **readings}
        evidence = {**evidence_of(layer).parameters, **evidence}
    return limits, readings, evidence, frozenset(codes)
