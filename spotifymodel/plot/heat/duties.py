"""Reads who holds which duty of product management, stage by stage, and which duties get lost on the way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from spotifymodel.formats.tables.titles import read_title
from spotifymodel.graph.index import index_of
from spotifymodel.graph.view import View
from spotifymodel.model.org import Org
from spotifymodel.plot.heat.heat import Cell, Heat, Lane
from spotifymodel.plot.names import called
from spotifymodel.rules.duties import duty_keys, holders, holdings, is_block
from spotifymodel.whitepaper import blocks, duties
from spotifymodel.words.coverage import phrase
from spotifymodel.words.pictures import digits

__all__ = ["ROLES", "Held", "read_duties"]

#: Columns of a stage after the first, which counts everybody: the owner before the type, for that is what 2.0 changes.
ROLES: Final = ("technical", "strategic", "marketing", "manager", "owner", "other")
#: A bare “PM” is as often a project manager; such a guess counts for nobody.
_SURE: Final = 0.6


@dataclass(frozen=True, slots=True)
class Held:
    """Duties × roles, for every stage.

    Parameters
    ----------
    heat : Heat
        A group of columns per stage; the first column of a group counts everybody, and a gap in it is a duty dropped.
    stages : tuple of str
        What the groups are called.
    dropped : tuple of str
        Duties that somebody surely held and nobody holds at a later stage.
    guessed : bool
        Whether types of product manager were read from job titles, because no chart tells any.
    """

    heat: Heat
    stages: tuple[str, ...]
    dropped: tuple[str, ...]
    guessed: bool = False


def read_duties(stages: Sequence[tuple[str, Org]], language: str) -> Held:
    """Return who holds what at every stage, of which there is a name and a chart each.

    Notes
    -----
    A duty is dropped where the rule TX002 finds it so: at a stage nobody holds it, not even possibly, and before somebody
    surely did. It stays so marked until somebody holds it again. Charts that tell no type, block or duty of anybody are read by
    job title. O(stages × duties × product managers).
    """
    told = any(p.pm_type or p.blocks or p.duties for _, org in stages for p in org.people)
    charts = [org if told else _typed(org) for _, org in stages]
    views = [View(index_of(org)) for org in charts]
    own = {
        duty
        for view in views
        for person, record in view.index.people.items()
        if record.blocks or record.duties
        for duty in holdings(view, person)
    }
    rows = [*duty_keys(), *sorted(own - set(duty_keys()))]
    held = {duty: [holders(view, duty) for view in views] for duty in rows}
    used = {_role(view, person) for k, view in enumerate(views) for duty in rows for person in held[duty][k]}
    roles = [role for role in ROLES if role in used]
    columns = [
        Lane(phrase(language, "everybody" if role == "all" else f"role_{role}"), f"stage:{k}/role:{role}", name)
        for k, (name, _) in enumerate(stages)
        for role in ("all", *roles)
    ]
    cells, dropped = [], []
    for duty in rows:
        lost, line, sure_before = False, [], False
        for view, found in zip(views, held[duty], strict=True):
            lost = not found and (lost or sure_before)
            dropped += [duty] if lost and duty not in dropped else []
            sure_before = sure_before or any(found.values())
            line.append(_cell(list(found.values()), language, lost))
            line += [_cell([sure for person, sure in found.items() if _role(view, person) == role], language) for role in roles]
        cells.append(tuple(line))
    lanes = tuple(Lane(_said(duty, language), f"duty:{duty}", _group(duty, language)) for duty in rows)
    return Held(
        Heat(lanes, tuple(columns), tuple(cells), by_row=True),
        tuple(name for name, _ in stages),
        tuple(dropped),
        any(a is not b for a, (_, b) in zip(charts, stages, strict=True)),
    )


def _typed(org: Org) -> Org:
    """Return the chart with the types of product manager that job titles tell; the same chart where none does."""
    for person in org.people:
        title = read_title(person.job_title) if person.job_title else None
        if title is not None and title.pm_type is not None and title.confidence >= _SURE:
            org = org.change("person", person.id, pm_type=title.pm_type)
    return org


def _cell(found: list[bool], language: str, lost: bool = False) -> Cell:
    """Return a cell that counts holders; deep where one of them holds the duty surely."""
    if not found:
        return Cell(0, "0" if lost else "·", "0" if lost else "·", lost)
    count = digits(len(found), language)
    return Cell(3 if any(found) else 1, count, count)


def _role(view: View, person: str) -> str:
    return "owner" if view.owned_by(person) else view.index.people[person].pm_type or "other"


def _said(duty: str, language: str) -> str:
    for block in blocks:
        if block.key == duty:
            return f"{duty} {block.name.nl if language == 'nl' else block.name.en}"
    for one in duties:
        if one.key == duty:
            return one.name.nl if language == "nl" else one.name.en
    return called(duty, "")


def _group(duty: str, language: str) -> str:
    known = duty in duties.keys()  # noqa: SIM118 - a table, not a dictionary
    return phrase(language, "blocks" if is_block(duty) else "duties_pm" if known else "own")
