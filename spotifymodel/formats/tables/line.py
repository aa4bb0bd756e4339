"""Who reports to whom, said the way a chart says it: units have managers and parents, and whoever reports elsewhere says so.

A list says for each person who their line manager is. A chart says it once per unit. The manager of a unit is therefore the
person to whom most of its people report; the unit above is where that manager reports; everybody for whom this does not
give the line manager of the list carries their own ``reports_to``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from .circles import circles
from .flags import is_no_manager
from .managers import Directory, Statement, reference_shown
from .people import Roll
from .posts import PostDraft, cut_circles, seat_people
from .units import UnitDraft, Units
from .values import Values

__all__ = ["Line", "draw_line"]

#: Levels of managers looked at for somebody whom all people of a unit have above them.
_LEVELS: Final = 60


@dataclass(frozen=True, slots=True)
class Line:
    """The line organisation of a list.

    Parameters
    ----------
    posts : dict of str to list of PostDraft
        Person id -> where they sit.
    units : list of UnitDraft
    managed : int
        People with a line manager.
    parents_are_said : bool
        The list itself says which unit stands under which; else that was inferred.
    """

    posts: dict[str, list[PostDraft]]
    units: list[UnitDraft]
    managed: int
    parents_are_said: bool


def draw_line(values: Values, roll: Roll, units: Units, directory: Directory, statements: dict[int, Statement]) -> Line:
    """Return the line organisation, such that everybody's line manager is the one of the list.

    Notes
    -----
    O(rows + people × depth). Managers in a circle go to the reject list; the people stay. What is inferred (managers and
    parents of units) is reported unit by unit.
    """
    cut_circles(values, roll, statements)
    posts = seat_people(values, roll, units, statements)
    drawing = _Drawing(values, roll, units.all, posts)
    drawing.appoint(directory)
    said = values.has("parent_unit") or any(u.parent is not None for u in units.all)
    if not said:
        drawing.stack()
    return Line(posts, units.all, drawing.settle(), said)


class _Drawing:
    """Who sits where and reports to whom, while managers of units are being found."""

    def __init__(self, values: Values, roll: Roll, units: list[UnitDraft], posts: dict[str, list[PostDraft]]) -> None:
        self.values, self.ledger = values, values.ledger
        self.units, self.posts = units, posts
        self.order = {person.id: k for k, person in enumerate(roll.people)}
        self.row = {person.id: person.rows[0] for person in roll.people}
        self.boss = {who: next((p.managers[0] for p in reversed(ps) if p.managers), None) for who, ps in posts.items()}
        self.leads = {boss for boss in self.boss.values() if boss}
        self.inside: dict[int, dict[str, PostDraft]] = {}
        for who, ps in posts.items():
            for post in ps:
                if post.unit is not None:
                    self.inside.setdefault(id(post.unit), {})[who] = post

    # -- managers of units -----------------------------------------------------------------------------------------------

    def appoint(self, directory: Directory) -> None:
        """Give every unit the manager whom the list names, else the one to whom its people report; lower units first."""
        below: dict[int, list[UnitDraft]] = {}
        for unit in self.units:
            if unit.parent is not None:
                below.setdefault(id(unit.parent), []).append(unit)
        depths = _depths(self.units)
        for unit in sorted(self.units, key=lambda u: -depths[id(u)]):
            if unit.manager_cell is not None:
                self._appoint_named(unit, directory)
            else:
                self._appoint_likely(unit, below.get(id(unit), []))

    def _appoint_named(self, unit: UnitDraft, directory: Directory) -> None:
        assert unit.manager_cell is not None
        row, text = unit.manager_cell
        found = directory.find(text)
        if found.person:
            unit.manager = found.person.id
        elif not is_no_manager(text):
            self.values.reject("unit-manager-unknown", row, "unit_manager", unit=unit.label, reference=reference_shown(text))

    def _appoint_likely(self, unit: UnitDraft, below: Sequence[UnitDraft]) -> None:
        members = dict(self.inside.get(id(unit), {}))
        if len(members) == 1 and self.leads & members.keys():
            self._appoint_only_lead(unit, members)
            return
        for lower in below:  # those who lead a unit below it report within it, wherever they sit
            if lower.manager and self.posts.get(lower.manager):
                members.setdefault(lower.manager, self.posts[lower.manager][-1])
        reports: dict[str, int] = {}
        for who, post in members.items():
            for manager in post.managers[:1] if post.managers else ():
                if manager != who:
                    reports[manager] = reports.get(manager, 0) + 1
        if not reports:
            self._appoint_only_lead(unit, members)
            return
        likely = max(reports, key=lambda c: (reports[c], c in members, -self.order[c]))
        others = len(members) - (likely in members)
        kind, chosen = "unit-manager", likely
        if reports[likely] * 2 <= others:
            common = self._common_manager(members)
            kind, chosen = ("unit-manager-common", common) if common in reports else ("unit-manager-unclear", "")
        tops = [who for who, post in members.items() if self._is_top(who, post)]
        if tops and tops != [chosen]:
            # the unit's manager would become the manager of somebody who has none: so that somebody leads the unit, or nobody does
            kind, chosen = ("unit-manager-top", tops[0]) if len(tops) == 1 else ("unit-manager-unclear", "")
        unit.manager = chosen
        facts = {"unit": unit.label}
        if chosen:
            facts["manager"] = chosen
        if kind == "unit-manager":
            facts |= {"n": str(reports[likely]), "all": str(others)}
        self.ledger.guess(kind, **facts)

    def _appoint_only_lead(self, unit: UnitDraft, members: dict[str, PostDraft]) -> None:
        """Let the one person in a unit to whom others report lead it, where nobody in it reports to anybody."""
        leads = [who for who in members if who in self.leads]
        if len(leads) == 1 and not any(self._is_top(who, post) for who, post in members.items() if who != leads[0]):
            unit.manager = leads[0]
            self.ledger.guess("unit-manager-top", unit=unit.label, manager=leads[0])

    def _is_top(self, who: str, post: PostDraft) -> bool:
        """Tell whether somebody has no manager on purpose: the list says so, or people report to them."""
        return post.managers == () or (post.managers is None and who in self.leads)

    def _common_manager(self, members: dict[str, PostDraft]) -> str:
        """Return the lowest person to whom all members report, directly or through others; empty where there is none."""
        common: dict[str, None] | None = None
        for who in members:
            chain = dict.fromkeys((*([who] if who in self.leads else []), *islice(self._above(who), _LEVELS)))
            common = chain if common is None else {c: None for c in common if c in chain}
            if not common:
                return ""
        return next(iter(common or {}), "")

    def _above(self, who: str) -> Iterator[str]:
        seen = {who}
        boss = self.boss.get(who)
        while boss and boss not in seen:
            seen.add(boss)
            yield boss
            boss = self.boss.get(boss)

    # -- units above units -----------------------------------------------------------------------------------------------

    def stack(self) -> None:
        """Put units under the unit where their manager reports."""
        above = {u.id: parent for u in self.units if u.manager and (parent := self._above_unit(u)) is not None}
        for circle in circles({u.id: [above[u.id].id] if u.id in above else [] for u in self.units}):
            del above[circle.members[0]]
        under: dict[int, tuple[UnitDraft, list[str]]] = {}
        for unit in self.units:
            unit.parent = parent = above.get(unit.id)
            if parent is not None:
                under.setdefault(id(parent), (parent, []))[1].append(unit.label)
        for parent, names in under.values():
            shown = ", ".join(names[:20]) + (" …" if len(names) > 20 else "")
            self.ledger.guess("unit-parent" if len(names) == 1 else "unit-parents", units=shown, parent=parent.label)

    def _above_unit(self, unit: UnitDraft) -> UnitDraft | None:
        home = self._home(unit.manager)
        if home is not None and home is not unit:
            return home  # somebody who sits elsewhere leads it from there
        boss = self.boss.get(unit.manager)
        above = self._home(boss) if boss else None
        return above if above is not unit else None

    def _home(self, who: str) -> UnitDraft | None:
        posts = self.posts.get(who)
        return posts[-1].unit if posts else None

    # -- what remains to be said -----------------------------------------------------------------------------------------

    def settle(self) -> int:
        """Let everybody whose unit does not give their line manager name them; return how many have one."""
        asked = self.values.has("manager", "manager_id", "manager_name", "manager_email")
        managed, roots = 0, []
        for who, posts in self.posts.items():
            reached = False
            for post in posts:
                by_unit = manager_by_unit(who, post.unit)
                if post.managers:
                    if post.managers != (by_unit,):
                        post.reports_to = post.managers
                elif by_unit and asked and post.unit is not None:
                    number = self.values.number(post.row)
                    self.ledger.guess("no-manager-given", number, person=who, unit=post.unit.label, manager=by_unit)
                reached = reached or bool(post.managers or by_unit)
            managed += reached
            if not reached:
                roots.append(who)
        if asked and len(roots) > 1 and not self.values.has("chapter", "chapter_id"):
            shown = ", ".join(roots[:8]) + (" …" if len(roots) > 8 else "")
            self.ledger.remark("roots", n=str(len(roots)), people=shown)
        return managed


def manager_by_unit(who: str, unit: UnitDraft | None) -> str:
    """Return the line manager whom a chart derives from somebody's unit; empty for none."""
    while unit is not None and unit.manager == who:
        unit = unit.parent
    return unit.manager if unit is not None else ""


def _depths(units: Iterable[UnitDraft]) -> dict[int, int]:
    """Return how many units stand above each."""
    depths: dict[int, int] = {}
    for unit in units:
        path: list[UnitDraft] = []
        above: UnitDraft | None = unit
        while above is not None and id(above) not in depths:
            path.append(above)
            above = above.parent
        depth = -1 if above is None else depths[id(above)]
        for lower in reversed(path):
            depth += 1
            depths[id(lower)] = depth
    return depths
