"""A profile: the limits, readings and severities in force, merged from the documents it extends."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Any, cast, final

from spotifymodel.model.citation import Citation
from spotifymodel.profiles.layer import Entry, Layer, evidence_of
from spotifymodel.profiles.records import Confidence, Limit, Reading, Severity, SeverityChoice, Value, weakest

__all__ = ["Profile"]


@final
class Profile:
    """A named set of limits, readings and severities, each with its source.

    Made by `load_profile`. Two profiles are equal when they give the same answers under the same name.

    Attributes
    ----------
    name : str
        Name to load it by, such as ``ing-2015+strict``.
    title, summary : str
        One line for people, and its provenance.
    extends : tuple of str
        Names of the profiles it was made from, the outermost first; empty for one that stands by itself.

    Notes
    -----
    `value` and `severity` are dictionary look-ups. Citations are put together when `limits`, `readings` or
    `severities` is first asked for (a few milliseconds), because a check without findings needs none.

    Examples
    --------
    >>> from spotifymodel.profiles import load_profile
    >>> profile = load_profile("brunel-2017")
    >>> profile.value("squad.max"), profile.severity("SQ001", "warning")
    (9, 'error')
    >>> print(profile.limits["squad.max"].source.quote)
    maximaal negen leden
    """

    def __init__(self, name: str, layers: tuple[Layer, ...], title: str | None = None) -> None:
        last = layers[-1]
        self.name = name
        self.title = title if title is not None else last.title
        self.summary = last.summary
        self.extends = tuple(layer.name for layer in layers[:-1]) if layers[-1].name == name else tuple(x.name for x in layers)
        self._layers = layers
        self._values: dict[str, Value] = {}
        self._grades: dict[str, Severity] = {}
        for position, layer in enumerate(layers):
            for answers in (layer.limits, layer.readings):
                for parameter, value in answers.items():
                    self._values[parameter] = tuple(value) if isinstance(value, list) else cast(Value, value)
            if layer.tighten:
                self._tighten(layer, layers[:position])
            self._grades.update(cast(Mapping[str, Severity], layer.severities))

    def _tighten(self, overlay: Layer, below: tuple[Layer, ...]) -> None:
        grounds, evidence = _grounds(below), _evidence(below)
        for code, grade in self._grades.items():
            if grade in overlay.tighten and _how_sure(grounds.get(code), evidence) not in overlay.spare:
                self._grades[code] = cast(Severity, overlay.tighten[grade])

    def value(self, name: str, default: Any = None) -> Any:
        """Return the value of a limit or the answer of a reading.

        Parameters
        ----------
        name : str
            Dotted name, such as ``squad.max`` or ``count.po``.
        default : object
            Returned when the profile has no such parameter.
        """
        return self._values.get(name, default)

    def severity(self, code: str, default: str = "warning") -> Severity:
        """Return how heavily a rule is taken.

        Parameters
        ----------
        code : str
            Rule code, such as ``SQ001``.
        default : {'error', 'warning', 'advice', 'off'}
            The rule's own severity, for a rule the profile does not know.
        """
        return self._grades.get(code, cast(Severity, default))

    def errors_on_guesses(self) -> list[tuple[str, str]]:
        """Return the rules that are errors and rest on a guess, each with the limit that is one (or nothing).

        A profile that has any is refused by `load_profile`.
        """
        grounds, evidence = _grounds(self._layers), _evidence(self._layers)
        found = []
        for code, grade in self._grades.items():
            if grade == "error" and _how_sure(grounds.get(code), evidence) == "guess":
                names = _rests_on(grounds.get(code))
                found.append((code, next((n for n in names if evidence.get(n, {}).get("confidence") == "guess"), "")))
        return found

    @property
    def limits(self) -> Mapping[str, Limit]:
        """The limits with their units and sources, by name."""
        return MappingProxyType(self._limits)

    @property
    def readings(self) -> Mapping[str, Reading]:
        """The answers to open questions with the questions and sources, by name."""
        return MappingProxyType(self._readings)

    @property
    def severities(self) -> Mapping[str, SeverityChoice]:
        """How heavily each rule is taken and what that rests on, by rule code."""
        return MappingProxyType(self._severities)

    @cached_property
    def _limits(self) -> dict[str, Limit]:
        evidence = _evidence(self._layers)
        return {
            name: Limit(
                name=name,
                value=cast(float, self._values[name]),
                unit=str(entry["unit"]),
                confidence=cast(Confidence, entry["confidence"]),
                source=_citation(entry),
                note=str(entry.get("note", "")),
            )
            for name, entry in ((name, evidence[name]) for name in _names(self._layers, "limits"))
        }

    @cached_property
    def _readings(self) -> dict[str, Reading]:
        evidence = _evidence(self._layers)
        return {
            name: Reading(
                name=name,
                value=cast(str, self._values[name]),
                question=str(entry["question"]),
                confidence=cast(Confidence, entry["confidence"]),
                source=_citation(entry),
                choices=tuple(cast(list[str], entry["choices"])),
                note=str(entry.get("note", "")),
            )
            for name, entry in ((name, evidence[name]) for name in _names(self._layers, "readings"))
        }

    @cached_property
    def _severities(self) -> dict[str, SeverityChoice]:
        grounds, evidence = _grounds(self._layers), _evidence(self._layers)
        choices = {}
        for code, grade in self._grades.items():
            ground = grounds.get(code, {})
            choices[code] = SeverityChoice(
                severity=grade,
                confidence=_how_sure(ground, evidence),
                source=_citation(ground) if "source" in ground else None,
                rests_on=_rests_on(ground),
                note=str(ground.get("note", "")),
            )
        return choices

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Profile):
            return NotImplemented
        return (self.name, self._values, self._grades) == (other.name, other._values, other._grades)

    def __hash__(self) -> int:
        return hash((self.name, tuple(self._grades.items())))

    def __repr__(self) -> str:
        return f"<Profile {self.name}: {len(self._values)} parameters, {len(self._grades)} severities>"


def _names(layers: tuple[Layer, ...], kind: str) -> list[str]:
    return list(dict.fromkeys(name for layer in layers for name in getattr(layer, kind)))


def _evidence(layers: tuple[Layer, ...]) -> dict[str, Entry]:
    """Merge evidence by name: what a later layer leaves open (unit, question, choices) an earlier one answers."""
    merged: dict[str, Entry] = {}
    for layer in layers:
        own = evidence_of(layer).parameters
        # A bare number in somebody's own profile is their decision: they are its source, and they state it.
        decision: Entry = {"confidence": "stated", "source": {"document": layer.title}}
        for name in dict.fromkeys((*layer.limits, *layer.readings, *own)):
            earlier = merged.get(name, {})
            kept = {key: earlier[key] for key in ("unit", "question", "choices") if key in earlier}
            merged[name] = {**kept, **decision, **own.get(name, {})}
    return merged


def _grounds(layers: tuple[Layer, ...]) -> dict[str, Entry]:
    """Merge grounds by rule code; what a rule compares with does not change with who argues for it."""
    merged: dict[str, Entry] = {}
    for layer in layers:
        for code, ground in evidence_of(layer).grounds.items():
            kept = {key: value for key, value in merged.get(code, {}).items() if key == "rests_on"}
            merged[code] = {**kept, **ground}
    return merged


def _rests_on(ground: Entry | None) -> tuple[str, ...]:
    return tuple(cast(list[str], ground.get("rests_on", ()))) if ground else ()


def _how_sure(ground: Entry | None, evidence: Mapping[str, Entry]) -> Confidence:
    limits = [evidence[name] for name in _rests_on(ground) if name in evidence]
    return weakest(*(cast(Confidence, entry.get("confidence", "stated")) for entry in (ground or {}, *limits)))


def _citation(entry: Entry) -> Citation:
    from spotifymodel.profiles.literature import cite  # only findings and tables cite: kept off the start-up path

    return cite(**cast(dict[str, str], entry["source"]))
