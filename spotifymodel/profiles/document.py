"""Reading one profile document: a TOML table in, a `Layer` out, every fault named with its line."""

from __future__ import annotations

import math
import re
import tomllib
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Final, cast

from spotifymodel.errors import Place, ProfileError, Trouble
from spotifymodel.profiles.layer import GROUNDS_MARK, Entry, Layer, Origin, flatten
from spotifymodel.profiles.records import CONFIDENCES, SEVERITIES

__all__ = ["BUILT_IN", "FOUNDATION", "built_in", "did_you_mean", "parse_toml", "read_layer"]

FOUNDATION: Final = "brunel-2017"
"""What a profile starts from unless it says otherwise."""

BUILT_IN: Final = ("brunel-2017", "spotify-2012", "ing-2015", "team-topologies-2019", "strict")

_KEYS: Final = ("title", "summary", "extends", "overlay", "limits", "readings", "severities", "grounds", "tighten")
_LIMIT_KEYS: Final = ("value", "unit", "confidence", "source", "note", "declare")
_READING_KEYS: Final = ("value", "choices", "question", "confidence", "source", "note", "declare")
_GROUND_KEYS: Final = ("confidence", "source", "rests_on", "note")
_SOURCE_KEYS: Final = ("document", "section", "quote", "language")
_CODE: Final = re.compile(r"([A-Z]{2,8})[0-9]{3}")
_TOML_PLACE: Final = re.compile(r"(?P<what>.*) \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)", re.DOTALL)


@lru_cache(maxsize=len(BUILT_IN))
def built_in(name: str) -> Layer:
    """Return a profile document that ships with the library; its grounds are left for later (see `grounds_of`)."""
    text = files(__package__).joinpath(f"{name}.toml").read_text(encoding="utf-8")
    head, _, _ = text.partition(GROUNDS_MARK)
    table = tomllib.loads(head)
    return _layer(name, table, Origin(f"{name}.toml", text, built_in=True), None)


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
    check = _Check(origin, codes)
    check.whole(table)
    if check.faults:
        raise check.error(name)
    grounds = {code: cast(Entry, ground) for code, ground in cast(Mapping[str, object], table.get("grounds", {})).items()}
    return _layer(name, table, origin, grounds)


def did_you_mean(wanted: str, known: Iterable[str]) -> str:
    """Return a hint at the nearest known words, or nothing when none is near.

    Examples
    --------
    >>> did_you_mean("squad.mx", ["squad.max", "tribe.max"])
    "did you mean 'squad.max'?"
    """
    import difflib  # only a mistake needs it: kept off the start-up path

    near = difflib.get_close_matches(wanted, sorted(known), n=2, cutoff=0.7)
    return f"did you mean {' or '.join(map(repr, near))}?" if near else ""


def _layer(name: str, table: Mapping[str, object], origin: Origin, grounds: Mapping[str, Entry] | None) -> Layer:
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
        limits=_entries(table, "limits"),
        readings=_entries(table, "readings"),
        severities=cast(Mapping[str, str], table.get("severities", {})),
        grounds=grounds,
        tighten=cast(Mapping[str, str], tighten),
        spare=tuple(spare),
        origin=origin,
    )


def _entries(table: Mapping[str, object], kind: str) -> dict[str, Entry]:
    found = flatten(cast(Mapping[str, object], table.get(kind, {})))
    return {name: cast(Entry, leaf) if isinstance(leaf, dict) else {"value": leaf} for name, leaf in found}


@lru_cache(maxsize=1)
def _known() -> tuple[dict[str, Entry], dict[str, Entry], frozenset[str]]:
    """The limits, readings and codes of all built-in profiles, first come first kept."""
    limits: dict[str, Entry] = {}
    readings: dict[str, Entry] = {}
    codes: set[str] = set()
    for name in BUILT_IN:
        layer = built_in(name)
        for known, own in ((limits, layer.limits), (readings, layer.readings)):
            for parameter, entry in own.items():
                known.setdefault(parameter, entry)
        codes.update(layer.severities)
    return limits, readings, frozenset(codes)


class _Check:
    """Collects the faults of one document."""

    def __init__(self, origin: Origin, codes: Collection[str]) -> None:
        self.origin = origin
        self.faults: list[tuple[str, str, str, str, str]] = []  # path, message, expected, fix, kind
        self.limits, self.readings, known = _known()
        self.codes = known | set(codes)

    def error(self, name: str) -> ProfileError:
        from spotifymodel.profiles.positions import key_positions  # only an error needs lines

        positions = {".".join(path): place for path, place in key_positions(self.origin.text).items()}
        troubles = []
        for path, message, expected, fix, kind in self.faults:
            steps = [*self.origin.prefix, *([path] if path else [])]
            place = next((positions[key] for key in _shorter(".".join(steps)) if key in positions), (None, None))
            troubles.append(Trouble(message, Place(self.origin.label, *place), expected, fix, kind))
        troubles.sort(key=lambda trouble: (trouble.place.line or 0, trouble.place.column or 0))
        return ProfileError("\n".join(map(str, troubles)), name, troubles=troubles)

    def add(self, path: str, message: str, expected: str = "", fix: str = "", kind: str = "invalid") -> None:
        self.faults.append((path, message, expected, fix, kind))

    def keys(self, path: str, table: Mapping[str, object], known: tuple[str, ...], what: str) -> None:
        for key in table:
            if key not in known:
                hint = did_you_mean(key, known)
                self.add(
                    f"{path}.{key}" if path else key,
                    f"unknown key {key!r} in {what}",
                    expected="" if hint else "one of " + ", ".join(known),
                    fix=hint[:1].upper() + hint[1:],
                    kind="unknown-key",
                )

    def text(self, path: str, value: object, what: str) -> bool:
        if isinstance(value, str):
            return True
        self.add(path, f"{what} is {_spoken(value)}", expected="text", kind="wrong-type")
        return False

    def table(self, path: str, value: object) -> Mapping[str, object]:
        if isinstance(value, dict):
            return value
        self.add(path, f"{path!r} is {_spoken(value)}", expected="a table", kind="wrong-type")
        return {}

    def whole(self, table: Mapping[str, object]) -> None:
        self.keys("", table, _KEYS, "a profile")
        for key in ("title", "summary"):
            self.text(key, table.get(key, ""), key)
        extends = table.get("extends", [])
        if not isinstance(extends, str) and not (isinstance(extends, list) and all(isinstance(x, str) for x in extends)):
            self.add("extends", f"extends is {_spoken(extends)}", expected="the name of a profile, or a list of names", kind="wrong-type")
        if not isinstance(table.get("overlay", False), bool):
            self.add("overlay", f"overlay is {_spoken(table['overlay'])}", expected="true or false", kind="wrong-type")
        for name, leaf in flatten(self.table("limits", table.get("limits", {}))):
            self.limit(name, leaf)
        for name, leaf in flatten(self.table("readings", table.get("readings", {}))):
            self.reading(name, leaf)
        for code, grade in self.table("severities", table.get("severities", {})).items():
            self.severity(code, grade)
        for code, ground in self.table("grounds", table.get("grounds", {})).items():
            self.ground(code, ground)
        self.tighten(self.table("tighten", table.get("tighten", {})))

    def entry(self, kind: str, name: str, leaf: object, keys: tuple[str, ...], known: Mapping[str, Entry]) -> Mapping[str, object] | None:
        """Check what limits and readings share; return the entry when its value can be judged."""
        path, what = f"{kind}s.{name}", f"{kind} {name!r}"
        entry = leaf if isinstance(leaf, dict) else {"value": leaf}
        self.keys(path, entry, keys, what)
        if "value" not in entry:
            self.add(path, f"{what} has no value", expected=f"a value, such as {name} = 3", kind="missing")
            return None
        self.evidence(path, entry, what)
        if self.origin.built_in:
            return entry
        if name not in known and entry.get("declare") is not True:
            hint = did_you_mean(name, known)
            fix = hint[:1].upper() + hint[1:] if hint else "A parameter of your own rules is declared with declare = true"
            self.add(path, f"no {kind} is called {name!r}", fix=fix, kind="unknown-key")
            return None
        return entry

    def evidence(self, path: str, entry: Mapping[str, object], what: str) -> None:
        confidence = entry.get("confidence", "stated")
        if confidence not in CONFIDENCES:
            hint = did_you_mean(str(confidence), CONFIDENCES)
            self.add(
                f"{path}.confidence",
                f"the confidence of {what} is {_spoken(confidence)}",
                expected="stated, inferred or guess",
                fix=hint[:1].upper() + hint[1:],
            )
        self.text(f"{path}.note", entry.get("note", ""), f"the note of {what}")
        if "source" in entry:
            source = self.table(f"{path}.source", entry["source"])
            self.keys(f"{path}.source", source, _SOURCE_KEYS, f"the source of {what}")
            for key in source:
                self.text(f"{path}.source.{key}", source[key], f"the {key} of the source of {what}")
            if not source.get("document"):
                self.add(f"{path}.source", f"the source of {what} names no document", expected="document = '…'", kind="missing")
        elif self.origin.built_in:
            self.add(path, f"{what} has no source", expected="a source: no number stands here without one", kind="missing")

    def limit(self, name: str, leaf: object) -> None:
        entry = self.entry("limit", name, leaf, _LIMIT_KEYS, self.limits)
        if entry is None:
            return
        value, path = entry["value"], f"limits.{name}"
        unit = entry.get("unit") or self.limits.get(name, {}).get("unit")
        if not isinstance(unit, str):
            self.add(path, f"limit {name!r} has no unit", expected="a unit, such as people, FTE or share", kind="missing")
            return
        expected = _limit_fault(value, unit)
        if expected:
            kind = "out-of-range" if _is_number(value) else "wrong-type"
            self.add(path, f"limit {name!r} is {_spoken(value)}", expected=expected, kind=kind)

    def reading(self, name: str, leaf: object) -> None:
        entry = self.entry("reading", name, leaf, _READING_KEYS, self.readings)
        if entry is None:
            return
        path = f"readings.{name}"
        choices = entry.get("choices") or self.readings.get(name, {}).get("choices")
        question = entry.get("question") or self.readings.get(name, {}).get("question")
        if not isinstance(question, str) or not isinstance(choices, list):
            self.add(path, f"reading {name!r} has no question with choices", expected="question = '…' and choices = ['…']", kind="missing")
            return
        value = entry["value"]
        answers = value if isinstance(value, list) else [value]
        many = isinstance(self.readings.get(name, entry)["value"], list)
        spoken = [str(answer).lower() if isinstance(answer, bool) else answer for answer in answers]
        if isinstance(value, list) != many or any(answer not in choices for answer in spoken):
            quoted = [choice if choice in ("true", "false") else repr(choice) for choice in choices]
            expected = f"a list of {', '.join(quoted)}" if many else _one_of(quoted)
            hint = did_you_mean(str(spoken[0]), choices) if spoken and not many else ""
            self.add(path, f"reading {name!r} is {_spoken(value)}", expected=expected, fix=hint[:1].upper() + hint[1:])

    def severity(self, code: str, grade: object) -> None:
        path = f"severities.{code}"
        self.code(path, code)
        if grade not in SEVERITIES:
            hint = did_you_mean(str(grade).lower(), SEVERITIES)
            self.add(
                path,
                f"the severity of {code} is {_spoken(grade)}",
                expected="error, warning, advice or off",
                fix=hint[:1].upper() + hint[1:],
            )

    def code(self, path: str, code: str) -> None:
        match = _CODE.fullmatch(code)
        families = {known[:-3] for known in self.codes}
        if code in self.codes or (match and match[1] not in families):
            return  # a family of its own belongs to rules that somebody else ships
        hint = did_you_mean(code.upper(), self.codes)
        self.add(path, f"no rule has the code {code!r}", fix=hint[:1].upper() + hint[1:], kind="unknown-key")

    def ground(self, code: str, leaf: object) -> None:
        path = f"grounds.{code}"
        self.code(path, code)
        entry = self.table(path, leaf)
        self.keys(path, entry, _GROUND_KEYS, f"the grounds of {code}")
        self.evidence(path, entry, f"the grounds of {code}")
        names = entry.get("rests_on", [])
        for name in names if isinstance(names, list) else [names]:
            if name not in self.limits:
                hint = did_you_mean(str(name), self.limits)
                self.add(f"{path}.rests_on", f"{code} rests on {_spoken(name)}, which is no limit", fix=hint[:1].upper() + hint[1:])

    def tighten(self, table: Mapping[str, object]) -> None:
        for grade, harder in table.items():
            if grade == "spare":
                if not isinstance(harder, list) or any(word not in CONFIDENCES for word in harder):
                    self.add("tighten.spare", f"spare is {_spoken(harder)}", expected="a list of stated, inferred, guess")
            elif grade not in SEVERITIES or harder not in SEVERITIES:
                self.add(
                    f"tighten.{grade}",
                    f"tighten turns {grade!r} into {_spoken(harder)}",
                    expected="error, warning, advice or off on both sides",
                )


def _limit_fault(value: object, unit: str) -> str:
    """Return what was expected of a limit in this unit, or nothing when the value is fine."""
    if unit == "switch":
        return "" if isinstance(value, bool) else "true or false"
    if not _is_number(value):
        return f"a number of {unit}" if unit not in ("share", "allocation", "level") else "a number"
    number = cast(float, value)
    if unit in ("share", "allocation"):
        return "" if 0 <= number <= 1 else f"{'an' if unit == 'allocation' else 'a'} {unit} from 0 to 1"
    if unit == "level":
        return "" if number in (0, 1, 2, 3) else "a level: 0, 1, 2 or 3"
    if unit in ("FTE", "years"):
        return "" if number >= 0 and math.isfinite(number) else f"a number of {unit}, 0 or more"
    return "" if isinstance(value, int) and number >= 0 else f"a whole number of {unit}, 0 or more"


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _one_of(words: list[str]) -> str:
    if len(words) == 1:
        return f"{words[0]}, the only answer there is"
    return f"{', '.join(words[:-1])} or {words[-1]}"


def _spoken(value: object) -> str:
    """Say what was found, short and without leaking a table's content."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return repr(value if len(value) <= 40 else value[:39] + "…")
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, dict):
        return "a table"
    return "a list" if isinstance(value, list) else f"a {type(value).__name__}"


def _shorter(path: str) -> Iterable[str]:
    """Yield a path and its beginnings, longest first: the nearest place that can be pointed at."""
    while path:
        yield path
        path, _, _ = path.rpartition(".")
