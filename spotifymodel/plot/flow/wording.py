"""Says a flow in words: names of places, counts, title, subtitle, key, and the alternative text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from spotifymodel.plot.flow.layout import Label, Labels
from spotifymodel.plot.flow.paths import Journey, Path
from spotifymodel.plot.flow.streams import Stop, Stream, Streams
from spotifymodel.plot.names import clean
from spotifymodel.words.changing import amount, phrase
from spotifymodel.words.pictures import digits

__all__ = ["Wording"]


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one picture of streams.

    Parameters
    ----------
    journey : Journey
    language : str
    fte : bool
    limit : int
        Most people in a squad; 0: there is no limit.
    """

    journey: Journey
    language: str
    fte: bool = False
    limit: int = 0

    def name(self, place: str) -> str:
        """Return what a place is called."""
        kind, _, key = place.partition(":")
        if kind == "fate":
            return phrase(self.language, f"fate_{key}")
        if kind == "tribe" and not self.journey.coarse:
            one = len(self.journey.tribes) < 2
            return phrase(self.language, "fate_tribe") if one else phrase(self.language, "fate_of_tribe", name=self._known(place))
        return self._known(place)

    def origin(self, place: str) -> str:
        """Return what a place of today is called."""
        if place == "fate:nowhere":
            return phrase(self.language, "fate_origin")
        return self.journey.earlier.get(place, self.name(place)) if place.startswith(("squad:", "unit:")) else self.name(place)

    def _known(self, place: str) -> str:
        return self.journey.names.get(place, place.partition(":")[2])

    def labels(self, streams: Streams) -> Labels:
        """Return what is written at every place of every stage; who comes from nowhere is in no department."""
        found = tuple(
            {stop.id: Label(self.name(stop.id) if i else self.origin(stop.id), self.counted(stop)) for stop in stage}
            for i, stage in enumerate(streams.stages)
        )
        for stage in found:
            self._tell_apart(stage)
        return found

    def _tell_apart(self, stage: dict[str, Label]) -> None:
        """Add the tribe to what would read the same, or the id where there is none."""
        seen = Counter(label.name for label in stage.values())
        for place, label in stage.items():
            if seen[label.name] > 1 and not place.startswith("fate:"):
                tribe = self.journey.tribe_of.get(place)
                more = place.partition(":")[2] if tribe is None else self._known(f"tribe:{tribe}")
                stage[place] = label._replace(name=f"{label.name} ({clean(more) or '?'})")

    def counted(self, stop: Stop) -> str:
        """Return how many people a place has, or how much FTE."""
        return self._said(float(stop.mass), stop.people)

    def _said(self, mass: float, people: int) -> str:
        return amount(mass, self.language) if self.fte else digits(people, self.language)

    def total(self, paths: Sequence[Path]) -> str:
        """Return how many people some paths are, in words."""
        if self.fte:
            return phrase(self.language, "fte", amount=amount(float(sum(path.share for path in paths)), self.language))
        return phrase(self.language, "people", n=len({path.person for path in paths}))

    def title(self, lit: Sequence[str]) -> str:
        """Return what the picture is called when nobody gave it a name."""
        if len(lit) == 1 and lit[0].partition(":")[0] in ("chapter", "unit", "squad", "person"):
            return phrase(self.language, f"where_{lit[0].partition(':')[0]}", name=self._known(lit[0]))
        from_line = any(path.origin.startswith("unit:") for path in self.journey.paths)
        tribes = self.journey.tribes
        if not from_line or not tribes:
            return phrase(self.language, "to_place")
        if len(tribes) == 1:
            return phrase(self.language, "to_tribe", name=self._known(f"tribe:{tribes[0]}"))
        return phrase(self.language, "to_tribes", n=len(tribes))

    def subtitle(self, shown: Sequence[Path], lit: Sequence[str], remark: str = "") -> str:
        """Return who is in the picture, and through how many places they go."""
        people = self.total(shown)
        if lit:
            people = phrase(self.language, "part", part=self._bare(shown), all=self.total(self.journey.paths))
        origins = {path.origin for path in shown}
        kinds = [("unit", "departments"), ("squad", "squads"), *([("tribe", "tribes")] if self.journey.coarse else [])]
        starts = [self._tally(origins, kind, key, lit) for kind, key in kinds]
        way = [", ".join(filter(None, starts))]
        way += [self._tally({path.chapter for path in shown}, "chapter", "chapters", lit)] if self.journey.chapters else []
        goals = {path.goal for path in shown}
        way.append(", ".join(filter(None, [self._tally(goals, kind, key, lit) for kind, key in kinds[1:]])))
        return " · ".join(filter(None, [people, " → ".join(filter(None, way)), remark]))

    def _bare(self, shown: Sequence[Path]) -> str:
        return self._said(float(sum(path.share for path in shown)), len({path.person for path in shown}))

    def _tally(self, places: set[str], kind: str, key: str, lit: Sequence[str]) -> str:
        """Count the places of a kind; one that was asked for is named."""
        those = [place for place in sorted(places) if place.startswith(f"{kind}:")]
        if len(those) == 1 and those[0] in lit:
            return phrase(self.language, {"unit": "one_department"}.get(kind, f"one_{kind}"), name=self._known(those[0]))
        return phrase(self.language, key, n=len(those)) if those else ""

    def heads(self, streams: Streams) -> list[str]:
        """Return what stands above the stages."""
        before = self._kinds(streams.stages[0])
        after = self._kinds(streams.stages[-1])
        first = f"now_{next(iter(before))}" if len(before) == 1 else "now"
        last = "then" if after not in ({"squad"}, {"tribe"}) else "then_tribe" if after == {"tribe"} else "then_squad"
        if last == "then_squad" and self.limit:
            last = "then_squad_max"
        middle = [phrase(self.language, "through")] if len(streams.stages) == 3 else []
        return [phrase(self.language, first), *middle, phrase(self.language, last, limit=self.limit)]

    def _kinds(self, stage: Sequence[Stop]) -> set[str]:
        """Return what kinds of places a stage has; who leads or coaches a tribe does not count."""
        kinds = {stop.id.partition(":")[0] for stop in stage} - {"fate"}
        return kinds if self.journey.coarse else kinds - {"tribe"}

    def key(self, streams: Streams, *, over: bool, hollow: bool) -> str:
        """Say what the signs mean, and only those that are drawn."""
        keys = ["width_fte" if self.fte else "width_people", "colour_chapter" if self.journey.chapters else "colour_place"]
        links = [link for between in streams.between for link in between]
        keys += ["hollow"] if hollow else []
        keys += ["dashed"] if any(link.open for link in links) else []
        gathered = any(stop.id == "fate:others" for stage in streams.stages for stop in stage)
        lit = all(link.lit for link in links)
        keys += [] if lit else ["grey_there"] if gathered else ["grey"]
        keys += ["others"] if gathered and lit else []
        keys += ["red"] if over else []
        return "; ".join(phrase(self.language, key) for key in keys)

    def described(self, streams: Streams, stages: Sequence[Sequence[Stop]]) -> str:
        """Say every place, how many are there, and where they go."""
        said, labels = [], self.labels(streams)
        for i, stage in enumerate(stages[:-1]):
            going: dict[str, dict[str, list[Stream]]] = {}
            for link in streams.between[i]:
                going.setdefault(link.left, {}).setdefault(link.right, []).append(link)
            for stop in stage:
                parts = [
                    phrase(self.language, "alt_to", name=labels[i + 1][goal.id].name, count=self._flowing(going[stop.id][goal.id]))
                    for goal in stages[i + 1]
                    if goal.id in going[stop.id]
                ]
                name, count = labels[i][stop.id]
                said.append(phrase(self.language, "alt_goes", name=name, count=count, list=", ".join(parts)))
        return " ".join(said)

    def _flowing(self, links: Sequence[Stream]) -> str:
        return self._said(float(sum(link.mass for link in links)), sum(link.people for link in links))
