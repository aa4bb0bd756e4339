"""A profile: the limits, readings and severities in force, merged from the documents it extends."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Any, cast, final

from spotifymodel.model.citation import Citation
from spotifymodel.profiles.layer import Entry, Layer, grounds_of
from spotifymodel.profiles.literature import cite
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
            for entries in (layer.limits, layer.readings):
                for parameter, entry in entries.items():
                    value = entry["value"]
                    self._values[parameter] = tuple(value) if isinstance(value, list) else cast(Value, value)
            if layer.tighten:
                self._tighten(layer, layers[:position])
            self._grades.update(cast(Mapping[str, Severity], layer.severities))

    def _tighten(self, overlay: Layer, below: tuple[Layer, ...]) -> None:
        confidence = _merge_confidences(below)
        limits = _merge(below, "limits")
        for code, grade in self._grades.items():
            grounds = confidence.get(code)
            if grade in overlay.tighten and _how_sure(grounds, limits) not in overlay.spare:
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
        grounds = _merge_confidences(self._layers)
        limits = _merge(self._layers, "limits")
        found = []
        for code, grade in self._grades.items():
            if grade == "error" and _how_sure(grounds.get(code), limits) == "guess":
                names = cast(list[str], grounds[code].get("rests_on", ()))
                found.append((code, next((n for n in names if n in limits and limits[n].get("confidence") == "guess"), "")))
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
        return {
            name: Limit(
                name=name,
                value=cast(float, entry["value"]),
                unit=str(entry["unit"]),
                confidence=cast(Confidence, entry["confidence"]),
                source=_citation(entry),
                note=str(entry.get("note", "")),
            )
            for name, entry in _merge(self._layers, "limits").items()
        }

    @cached_property
    def _readings(self) -> dict[str, Reading]:
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
            for name, entry in _merge(self._layers, "readings").items()
        }

    @cached_property
    def _severities(self) -> dict[str, SeverityChoice]:
        grounds = _merge_confidences(self._layers)
        limits = _merge(self._layers, "limits")
        choices = {}
        for code, grade in self._grades.items():
            ground = grounds.get(code)
            choices[code] = SeverityChoice(
                severity=grade,
                confidence=_how_sure(ground, limits),
                source=_citation(ground) if ground and "source" in ground else None,
                rests_on=tuple(cast(list[str], ground.get("rests_on", ()))) if ground else (),
                note=str(ground.get("note", "")) if ground else "",
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


def _merge(layers: tuple[Layer, ...], kind: str) -> dict[str, Entry]:
    """Merge entries by name: what a later layer leaves open (unit, question, choices) an earlier one answers."""
    merged: dict[str, Entry] = {}
    for layer in layers:
        entries: Mapping[str, Entry] = getattr(layer, kind)
        for name, entry in entries.items():
            earlier = merged.get(name)
            kept = {key: earlier[key] for key in ("unit", "question", "choices") if key in earlier} if earlier else {}
            # A bare number in somebody's own profile is their decision: they are its source, and they state it.
            own = {"confidence": "stated", "source": {"document": layer.title}}
            merged[name] = {**kept, **own, **entry}
    return merged


def _merge_confidences(layers: tuple[Layer, ...]) -> dict[str, Entry]:
    grounds: dict[str, Entry] = {}
    for layer in layers:
        grounds.update(grounds_of(layer))
    return grounds


def _how_sure(ground: Entry | None, limits: Mapping[str, Entry]) -> Confidence:
    if ground is None:
        return "stated"
    names = cast(list[str], ground.get("rests_on", ()))
    return weakest(
        cast(Confidence, ground.get("confidence", "stated")),
        *(cast(Confidence, limits[name].get("confidence", "stated")) for name in names if name in limits),
    )


def _citation(entry: Entry) -> Citation:
    return cite(**cast(dict[str, str], entry["source"]))
