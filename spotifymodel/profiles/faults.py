"""What can be wrong with a profile document, all of it at once, each with its line and the likely mend."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterable, Mapping
from typing import Final, cast

from spotifymodel.errors import Place, ProfileError, Trouble
from spotifymodel.profiles.layer import Entry, Origin, entries, flatten
from spotifymodel.profiles.records import CONFIDENCES, SEVERITIES

__all__ = ["KEYS", "Faults", "Known", "did_you_mean", "locate"]

#: What a profile may say.
KEYS: Final = ("title", "summary", "extends", "overlay", "limits", "readings", "severities", "evidence", "grounds", "tighten")
_EVIDENCE_KEYS: Final = ("unit", "question", "choices", "confidence", "source", "note", "declare")
_GROUND_KEYS: Final = ("confidence", "source", "rests_on", "note")
_SOURCE_KEYS: Final = ("document", "section", "quote", "language")
_DIGITS: Final = re.compile(r"[0-9]{1,6}$")
_CODE: Final = re.compile(r"([A-Z]{2,8})[0-9]{3}")


class Known:
    """What the built-in profiles know, to judge others by.

    Parameters
    ----------
    limits, readings : mapping of str to object
        Values by name.
    evidence : mapping of str to Entry
        Units, questions and choices by name.
    codes : collection of str
        Rule codes.
    """

    def __init__(
        self,
        limits: Mapping[str, object],
        readings: Mapping[str, object],
        evidence: Mapping[str, Entry],
        codes: Collection[str],
    ) -> None:
        self.limits, self.readings, self.evidence, self.codes = limits, readings, evidence, frozenset(codes)


def did_you_mean(wanted: str, known: Iterable[str]) -> str:
    """Return a hint at the nearest known words, or nothing when none is near.

    Examples
    --------
    >>> did_you_mean("squad.mx", ["squad.max", "tribe.max"])
    "Did you mean 'squad.max'?"
    """
    import difflib  # only a mistake needs it: kept off the start-up path

    near = difflib.get_close_matches(wanted, sorted(known), n=2, cutoff=0.7)
    return f"Did you mean {' or '.join(map(repr, near))}?" if near else ""


def locate(origin: Origin, path: str) -> Place:
    """Return where a key of a profile stands, or the nearest thing around it that can be pointed at.

    Parameters
    ----------
    origin : Origin
        The document.
    path : str
        Dotted path inside the profile's table, such as ``limits.squad.max``.
    """
    from spotifymodel.profiles.positions import key_positions  # only an error needs lines

    positions = {".".join(keys): place for keys, place in key_positions(origin.text).items()}
    steps = ".".join([*origin.prefix, *([path] if path else [])])
    line, column = next((positions[key] for key in _shorter(steps) if key in positions), (None, None))
    return Place(origin.label, line, column)


class Faults:
    """Collects the faults of one document.

    Parameters
    ----------
    table : mapping
        The profile's parsed table.
    origin : Origin
        Where it was read. A built-in document must give evidence for everything it says.
    known : Known
        What the built-in profiles know.
    """

    def __init__(self, table: Mapping[str, object], origin: Origin, known: Known) -> None:
        self.origin = origin
        self.known = known
        self._found: list[tuple[str, str, str, str, str]] = []  # path, message, expected, fix, kind
        self._keys("", table, KEYS, "a profile")
        self._head(table)
        evidence = dict(entries(self._table("evidence", table.get("evidence", {}))))
        self._own_limits = dict(flatten(self._table("limits", table.get("limits", {}))))
        for name, value in self._own_limits.items():
            self._limit(name, value, evidence.get(name))
        for name, value in flatten(self._table("readings", table.get("readings", {}))):
            self._reading(name, value, evidence.get(name))
        for name, entry in evidence.items():
            self._evidence(f"evidence.{name}", entry, _EVIDENCE_KEYS, f"the evidence of {name}")
        grounds = self._table("grounds", table.get("grounds", {}))
        for code, grade in self._table("severities", table.get("severities", {})).items():
            self._severity(code, grade)
        for code, ground in grounds.items():
            self._ground(code, ground)
        self._tighten(self._table("tighten", table.get("tighten", {})))

    def __bool__(self) -> bool:
        return bool(self._found)

    def error(self, name: str) -> ProfileError:
        """Return the error that names them all, in the order of the document."""
        troubles = [Trouble(message, locate(self.origin, path), expected, fix, kind) for path, message, expected, fix, kind in self._found]
        troubles.sort(key=lambda trouble: (trouble.place.line or 0, trouble.place.column or 0))
        return ProfileError("\n".join(map(str, troubles)), name, troubles=troubles)

    def _add(self, path: str, message: str, expected: str = "", fix: str = "", kind: str = "invalid") -> None:
        self._found.append((path, message, expected, fix, kind))

    def _keys(self, path: str, table: Mapping[str, object], known: tuple[str, ...], what: str) -> None:
        for key in table:
            if key not in known:
                fix = did_you_mean(key, known)
                expected = "" if fix else "one of " + ", ".join(known)
                self._add(f"{path}.{key}" if path else key, f"unknown key {key!r} in {what}", expected, fix, "unknown-key")

    def _text(self, path: str, value: object, what: str) -> None:
        if not isinstance(value, str):
            self._add(path, f"{what} is {_spoken(value)}", "text", kind="wrong-type")

    def _table(self, path: str, value: object) -> Mapping[str, object]:
        if isinstance(value, dict):
            return value
        self._add(path, f"{path!r} is {_spoken(value)}", "a table", kind="wrong-type")
        return {}

    def _head(self, table: Mapping[str, object]) -> None:
        for key in ("title", "summary"):
            self._text(key, table.get(key, ""), key)
        extends = table.get("extends", [])
        names = [extends] if isinstance(extends, str) else extends
        if not isinstance(names, list) or not all(isinstance(name, str) and name for name in names):
            self._add("extends", f"extends is {_spoken(extends)}", "the name of a profile, or a list of names", kind="wrong-type")
        if not isinstance(table.get("overlay", False), bool):
            self._add("overlay", f"overlay is {_spoken(table['overlay'])}", "true or false", kind="wrong-type")

    def _limit(self, name: str, value: object, entry: object) -> None:
        path = f"limits.{name}"
        own = self._parameter("limit", path, name, entry, self.known.limits)
        if own is None:
            return
        unit = own.get("unit") or self.known.evidence.get(name, {}).get("unit")
        if not isinstance(unit, str):
            self._add(
                path, f"limit {name!r} has no unit", f"unit = '…' under [evidence.{name}], such as people, FTE or share", kind="missing"
            )
        elif expected := _limit_fault(value, unit):
            self._add(path, f"limit {name!r} is {_spoken(value)}", expected, kind="out-of-range" if _is_number(value) else "wrong-type")

    def _reading(self, name: str, value: object, entry: object) -> None:
        path = f"readings.{name}"
        own = self._parameter("reading", path, name, entry, self.known.readings)
        if own is None:
            return
        known = self.known.evidence.get(name, {})
        choices, question = own.get("choices") or known.get("choices"), own.get("question") or known.get("question")
        if not isinstance(question, str) or not isinstance(choices, list):
            self._add(
                path, f"reading {name!r} has no question", f"question = '…' and choices = ['…'] under [evidence.{name}]", kind="missing"
            )
            return
        many = isinstance(self.known.readings.get(name, value), list)
        answers = value if isinstance(value, list) else [value]
        said = [str(answer).lower() if isinstance(answer, bool) else answer for answer in answers]
        if isinstance(value, list) != many or any(answer not in choices for answer in said):
            quoted = [choice if choice in ("true", "false") else repr(choice) for choice in choices]
            odd = [answer for answer in said if answer not in choices]
            found = f"has {_spoken(odd[0])}" if many and isinstance(value, list) else f"is {_spoken(value)}"
            expected = f"a list of some of {', '.join(quoted)}" if many else _one_of(quoted)
            self._add(path, f"reading {name!r} {found}", expected, did_you_mean(str(odd[0]), choices) if odd else "")

    def _parameter(self, kind: str, path: str, name: str, entry: object, known: Mapping[str, object]) -> Entry | None:
        """Check what limits and readings share; return what is said about the parameter, or nothing when it is unknown."""
        own = cast(Entry, entry) if isinstance(entry, dict) else {}
        if self.origin.built_in:
            if "source" not in own:
                self._add(path, f"{kind} {name!r} has no source", "a source: no number stands here without one", kind="missing")
        elif name not in known and own.get("declare") is not True:
            fix = did_you_mean(name, known) or f"A parameter of your own rules is declared: declare = true under [evidence.{name}]"
            self._add(path, f"no {kind} is called {name!r}", fix=fix, kind="unknown-key")
            return None
        elif name in known:
            # Its rule knows one unit and these choices: other words here would promise what no rule does.
            for key in ("unit", "question", "choices"):
                if key in own:
                    self._add(f"evidence.{name}.{key}", f"{kind} {name!r} already has its {key}", fix="Leave it out")
        return own

    def _evidence(self, path: str, entry: object, keys: tuple[str, ...], what: str) -> None:
        table = self._table(path, entry)
        self._keys(path, table, keys, what)
        confidence = table.get("confidence", "stated")
        if confidence not in CONFIDENCES:
            fix = did_you_mean(str(confidence), CONFIDENCES)
            self._add(f"{path}.confidence", f"the confidence in {what} is {_spoken(confidence)}", "stated, inferred or guess", fix)
        for key in ("unit", "question", "note"):
            self._text(f"{path}.{key}", table.get(key, ""), f"the {key} in {what}")
        if "source" in table and (source := self._table(f"{path}.source", table["source"])):
            self._keys(f"{path}.source", source, _SOURCE_KEYS, f"the source in {what}")
            for key in _SOURCE_KEYS:
                self._text(f"{path}.source.{key}", source.get(key, ""), f"the {key} in {what}")
            if not source.get("document"):
                self._add(f"{path}.source", f"the source in {what} names no document", "document = '…'", kind="missing")

    def _severity(self, code: str, grade: object) -> None:
        path = f"severities.{code}"
        self._code(path, code)
        if grade not in SEVERITIES:
            fix = did_you_mean(str(grade).lower(), SEVERITIES)
            self._add(path, f"the severity of {code} is {_spoken(grade)}", "error, warning, advice or off", fix)

    def _code(self, path: str, code: str) -> None:
        match = _CODE.fullmatch(code)
        if code in self.known.codes or (match and match[1] not in {known[:-3] for known in self.known.codes}):
            return  # a family of its own belongs to rules that somebody else ships
        padded = _DIGITS.sub(lambda digits: f"{int(digits[0]):03}", code.upper())
        fix = f"Did you mean {padded!r}?" if padded in self.known.codes else did_you_mean(code.upper(), self.known.codes)
        self._add(path, f"no rule has the code {code!r}", "" if fix else "a code such as SQ001", fix, "unknown-key")

    def _ground(self, code: str, ground: object) -> None:
        path = f"grounds.{code}"
        self._code(path, code)
        self._evidence(path, ground, _GROUND_KEYS, f"the grounds of {code}")
        names = ground.get("rests_on", []) if isinstance(ground, dict) else []
        if names and code in self.known.codes and not self.origin.built_in:
            self._add(f"{path}.rests_on", f"what {code} compares with is fixed", fix="Leave rests_on out")
            return
        for name in names if isinstance(names, list) else [names]:
            if name not in self.known.limits and name not in self._own_limits:
                fix = did_you_mean(str(name), self.known.limits)
                self._add(f"{path}.rests_on", f"{code} rests on {_spoken(name)}, which is no limit", fix=fix)

    def _tighten(self, table: Mapping[str, object]) -> None:
        for grade, harder in table.items():
            if grade == "spare":
                if not isinstance(harder, list) or any(word not in CONFIDENCES for word in harder):
                    self._add("tighten.spare", f"spare is {_spoken(harder)}", "a list of stated, inferred, guess")
            elif grade not in SEVERITIES or harder not in SEVERITIES:
                expected = "error, warning, advice or off on both sides"
                self._add(f"tighten.{grade}", f"tighten turns {grade!r} into {_spoken(harder)}", expected)


def _limit_fault(value: object, unit: str) -> str:
    """Return what was expected of a limit in this unit, or nothing when the value is fine."""
    if unit == "switch":
        return "" if isinstance(value, bool) else "true or false"
    if not _is_number(value):
        return "a number" if unit in ("share", "allocation", "level") else f"a number of {unit}"
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
