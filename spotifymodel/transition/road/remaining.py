"""What is left of the tribes of today while some of their people sit in those to be already."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ...formats.tables.folding import Slugs

__all__ = ["Remainder", "holders_of"]

Doc = dict[str, Any]


def holders_of(value: Any) -> list[str]:
    """Return the people of a role as it stands in a document."""
    if value is None:
        return []
    seats = value if isinstance(value, list) else [value]
    return [s if isinstance(s, str) else s["person"] for s in seats]


class Remainder:
    """Tribes, squads and chapters of today without the people who have moved.

    Attributes
    ----------
    tribes, squads, chapters : list of mapping
        Records; squads and chapters that stood outside tribes still do.
    people : list of mapping
        Vacancies that hold the seats of owners and leads who have moved before their team is empty.
    interim : mapping of str to str
        Vacancy → the team whose seat it holds, as the chart calls it.

    Notes
    -----
    A team is there as long as somebody of it has not moved. The lead of a tribe looks after who is left, as managers of units do;
    the seats of owners and chapter leads are held by vacancies, as nobody owns three squads or is of two chapters. Where the chart
    to be uses an id of today for another team, the one of today gets another id until it is gone.
    """

    def __init__(self, start: Mapping[str, Any], end: Mapping[str, Any], moved: set[str]) -> None:
        self._moved = moved
        self._people = Slugs(p["id"] for p in (*start["people"], *end["people"]))
        self._ids = {kind: Slugs((*_ids(start, kind), *_ids(end, kind))) for kind in ("tribe", "squad", "chapter")}
        self._taken = {kind: set(_ids(end, kind)) for kind in ("tribe", "squad", "chapter")}
        self.people: list[Doc] = []
        self.interim: dict[str, str] = {}
        self._homeless: list[tuple[str, list[str]]] = []
        self.squads = self._squads(start.get("squads", ()))
        self.chapters = self._housed(self._chapters(start.get("chapters", ())))
        self.tribes = [t for tribe in start.get("tribes", ()) if (t := self._tribe(tribe)) is not None]
        self._housed([chapter for tribe in self.tribes for chapter in tribe["chapters"]])  # whose own tribe has no chapters left

    def _tribe(self, tribe: Mapping[str, Any]) -> Doc | None:
        made = self._without(tribe, ("agile_coaches", "support"))
        made["squads"] = self._squads(tribe.get("squads", ()))
        made["chapters"] = self._housed(self._chapters(tribe.get("chapters", ())))
        own = {p for role in ("lead", "agile_coaches", "support") for p in holders_of(tribe.get(role))}
        if not (made["squads"] or made["chapters"] or own - self._moved):
            return None
        made.pop("management_team", None)  # derived from who is left
        return self._named("tribe", made)

    def _squads(self, squads: Iterable[Mapping[str, Any]]) -> list[Doc]:
        found = []
        for squad in squads:
            inside = {p for role in ("members", "product_owner") for p in holders_of(squad.get(role))}
            if not inside - self._moved:
                continue
            made = self._without(squad, ("members", "product_owner", "agile_coaches", "steered_by"))
            made.pop("needs", None)  # of chapters that may have gone or changed their ids
            made.pop("decision_rights", None)
            made = self._named("squad", made)
            if holders_of(squad.get("product_owner")) and not holders_of(made.get("product_owner")):
                made["product_owner"] = self._stand_in("product owner", made["id"])
                self._homeless.append((made["product_owner"], holders_of(made.get("members"))))
            found.append(made)
        return found

    def _chapters(self, chapters: Iterable[Mapping[str, Any]]) -> list[Doc]:
        found = []
        for chapter in chapters:
            inside = {p for role in ("members", "lead") for p in holders_of(chapter.get(role))}
            if inside - self._moved:
                made = self._named("chapter", self._without(chapter, ("members", "lead")))
                if holders_of(chapter.get("lead")) and not holders_of(made.get("lead")):
                    made["lead"] = self._stand_in("chapter lead", made["id"])
                found.append(made)
        return found

    def _stand_in(self, role: str, team: str) -> str:
        """Return a vacancy that holds the seat of somebody who has moved."""
        interim = self._people.new(f"interim {role} {team}")
        self.people.append({"id": interim, "name": f"Interim {role}", "vacancy": True, "external": True})
        self.interim[interim] = team
        return interim

    def _housed(self, chapters: list[Doc]) -> list[Doc]:
        """Give who holds an owner's seat the chapter of somebody of the squad, else the first: there is no member without one."""
        homes = {p: chapter for chapter in chapters for role in ("lead", "members") for p in holders_of(chapter.get(role))}
        for interim, others in self._homeless if chapters else ():
            home = next((homes[p] for p in others if p in homes), chapters[0])
            seats = home.get("members", [])
            home["members"] = [*(seats if isinstance(seats, list) else [seats]), interim]
        self._homeless = [] if chapters else self._homeless
        return chapters

    def _without(self, team: Mapping[str, Any], roles: Iterable[str]) -> Doc:
        """Return a team without who has moved, in some of its roles."""
        made = dict(team)
        for role in roles:
            if role in made:
                seats = made[role] if isinstance(made[role], list) else [made[role]]
                made[role] = [s for s in seats if s is not None and not self._moved.intersection(holders_of(s))]
                if not made[role]:
                    del made[role]
        return made

    def _named(self, kind: str, team: Doc) -> Doc:
        if team["id"] not in self._taken[kind]:
            return team
        return {**team, "name": team.get("name") or team["id"], "id": self._ids[kind].new(f"{team['id']} today")}


def _ids(document: Mapping[str, Any], kind: str) -> list[str]:
    if kind == "tribe":
        return [t["id"] for t in document.get("tribes", ())]
    key = f"{kind}s"
    inside = [one["id"] for t in document.get("tribes", ()) for one in t.get(key, ())]
    return [*inside, *(one["id"] for one in document.get(key, ()))]
