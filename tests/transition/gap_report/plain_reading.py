"""A second reading of what a plan lacks: plain dictionaries of the chart to be, and nothing of the library's own counting."""

from __future__ import annotations

import datetime as dt
from math import ceil
from typing import Any

from spotifymodel.transition.plan import Plan

__all__ = ["Reading"]


def _holders(value: Any) -> list[dict[str, Any]]:
    listed = value if isinstance(value, list) else [] if value is None else [value]
    return [one if isinstance(one, dict) else {"person": one} for one in listed]


class Reading:
    """The documents of today and of the chart to be."""

    def __init__(self, plan: Plan) -> None:
        assert plan.org is not None
        assert plan.origin is not None
        self.plan = plan
        self.today = plan.origin.org.to_dict()
        self.target = plan.org.to_dict()
        self.people = {p["id"]: p for p in self.target["people"]}
        self.real = [p["id"] for p in self.today["people"]]
        (self.tribe,) = self.target["tribes"]
        self.squads = {s["id"]: s for s in self.tribe["squads"]}
        self.chapters = {c["id"]: c for c in self.tribe["chapters"]}
        self.home: dict[str, str] = {}
        for chapter in self.tribe["chapters"]:
            for one in [*_holders(chapter.get("members")), *_holders(chapter["lead"])]:
                self.home[one["person"]] = chapter["id"]
        self.live = {squad: stage.week for stage in plan.stages for squad in stage.squads}

    def level(self, person: str, skill: str) -> int:
        return int(self.people[person].get("skills", {}).get(skill, 0))

    def members(self, squad: str) -> dict[str, float]:
        """Everybody of today in a squad, with their share."""
        seats = _holders(self.squads[squad]["members"])
        return {one["person"]: one.get("allocation", 1.0) for one in seats if one["person"] in self.real}

    def seats(self, squad: str, chapter: str) -> float:
        return sum(share for person, share in self.members(squad).items() if self.home[person] == chapter)

    def best(self, squad: str, skill: str) -> tuple[int, list[str]]:
        levels = {person: self.level(person, skill) for person in self.members(squad)}
        top = max(levels.values(), default=0)
        return top, sorted(p for p, one in levels.items() if one == top and top)

    def elsewhere(self, squad: str, skill: str, level: int) -> list[str]:
        inside = self.members(squad)
        tribe = {m.person for m in self.plan.moves if m.tribe}
        return sorted(p for p in tribe if p not in inside and self.level(p, skill) >= level)

    def owner(self, squad: str) -> str:
        (one,) = _holders(self.squads[squad]["product_owner"])
        return str(one["person"])

    def vacancies(self) -> list[str]:
        return [p["id"] for p in self.target["people"] if p.get("vacancy") and p["id"] not in self.real]

    def reports(self, lead: str) -> list[str]:
        """Whose line manager somebody is: the members of their chapter, and who reports to them by name."""
        own = [p for p, chapter in self.home.items() if p != lead and any(
            one["person"] == lead for one in _holders(self.chapters[chapter]["lead"]))]  # fmt: skip
        named = [p["id"] for p in self.target["people"] if p.get("reports_to") == lead]
        return sorted({*own, *named})

    def fte(self, people: list[str]) -> float:
        return round(sum(self.people[p].get("fte", 1.0) for p in people), 2)

    def day(self, week: int) -> dt.date:
        return dt.date(2027, 1, 4) + dt.timedelta(weeks=week)

    def weeks(self, months: float) -> int:
        return ceil(months * 52 / 12)
