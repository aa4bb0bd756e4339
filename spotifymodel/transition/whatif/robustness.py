"""What an organisation can bear: who cannot leave without something breaking, what one person alone knows, what room is left."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from os import PathLike
from time import monotonic
from typing import Any, Literal

from ...checking.finding import Finding
from ...checking.run import check
from ...errors import UsageError
from ...graph.index import Index, index_of
from ...graph.view import View
from ...measuring.knowledge import carriers
from ...measuring.room_left import room_left
from ...model.edits.parting import part_of, people_of
from ...model.ids import not_found
from ...model.org import Org
from ..solver.sweeping import counting, sweep
from .losses import Loss, Robustness
from .roles import Role, roles_of

__all__ = ["robustness"]

Profile = str | PathLike[str] | None
#: People up to which a chart is judged as a whole, without each of them; above it within their tribe or unit.
_WHOLE = 400
#: People whom one job looks at.
_BATCH = 25


def robustness(
    org: Org,
    profile: Profile = None,
    people: Iterable[str] | None = None,
    language: Literal["en", "nl"] | None = None,
    time_limit: float | None = None,
    progress: Callable[[str], None] | None = None,
    executor: Executor | None = None,
) -> Robustness:
    """Return what would break in a chart if somebody left; see :meth:`Org.robustness`."""
    terms = check(org, profile=profile, select="SQ001", language=language)
    index = index_of(org)
    known = [i for i, p in index.people.items() if not (p.vacancy and index.mode == "live")]
    asked = _asked(org, index, people, [i for i in known if not index.people[i].vacancy])
    roles, factor = roles_of(org), carriers(index, terms.limits.get("bus.level") or 1)
    jobs = list(_jobs(org, index, asked, roles))
    end = None if time_limit is None else monotonic() + time_limit
    told = counting(progress, len(jobs))
    named = terms.language if terms.language in ("en", "nl") else "en"
    batches = [
        _Batch(part, who, profile, named, None if time_limit is None else time_limit / len(jobs), len(jobs) > 1) for part, who in jobs
    ]
    replies = sweep(_look, batches, executor, told)
    broken: dict[str, dict[tuple[str, Any], Finding]] = {}
    for found in replies:
        for person, findings in (found or {}).items():
            broken.setdefault(person, {}).update(((f.code, f.subject), f) for f in findings)
    done = [p for p in asked if p in broken]
    stopped = None if len(done) == len(asked) else "time" if end is not None else "interrupt"
    # In the order of the chart: this says what an organisation rests on, and ranks nobody.
    losses = [_loss(p, tuple(broken[p].values()), roles, factor) for p in done]
    room = sorted((r for r in room_left(View(index), terms.limits) if r.kind in ("squad", "tribe")), key=lambda r: r.value)
    return Robustness(
        tuple(one for one in losses if one.breaks or one.roles or one.skills),
        len(done),
        len(known),
        {skill: len(who) for skill, who in factor.items()},
        tuple(room),
        _judged_whole(org),
        stopped,
        "nl" if named == "nl" else "en",
    )


def _judged_whole(org: Org) -> bool:
    return len(org.people) <= _WHOLE


def _asked(org: Org, index: Index, people: Iterable[str] | None, known: Sequence[str]) -> list[str]:
    if people is None:
        return list(known)
    if isinstance(people, str):
        raise UsageError(f"people takes several ids, such as [{people!r}]", people)
    asked: list[str] = []
    for one in people:
        found = org.canonical("person", one)
        if found is None:
            raise not_found("person", one, list(index.people))
        asked.append(found)
    return list(dict.fromkeys(asked))


def _loss(person: str, breaks: tuple[Finding, ...], roles: Mapping[Role, Sequence[str]], factor: Mapping[str, tuple[str, ...]]) -> Loss:
    alone = tuple(role for role, holders in roles.items() if role.name != "member" and tuple(holders) == (person,))
    return Loss(person, breaks, alone, tuple(skill for skill, who in factor.items() if who == (person,)))


# -- looking ------------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Batch:
    """Some people of a chart, or of a part of one, who are taken out one by one."""

    org: Org
    people: tuple[str, ...]
    profile: Profile
    language: str
    seconds: float | None
    part: bool


def _look(batch: _Batch, stop: Callable[[], bool]) -> dict[str, tuple[Finding, ...]]:
    """Return what breaks without each of the people; those for whom there was no time are left out."""
    end = None if batch.seconds is None else monotonic() + batch.seconds
    terms: dict[str, Any] = {"profile": batch.profile, "language": batch.language}
    before = {(f.code, f.subject) for f in check(batch.org, **terms).findings}
    found: dict[str, tuple[Finding, ...]] = {}
    for person in batch.people:
        if stop() or (end is not None and monotonic() > end):
            break
        after = check(batch.org.remove("person", person, cascade=True), **terms).findings
        # In a part there is no saying what holds for the whole.
        after = tuple(f for f in after if not (batch.part and f.subject.kind == "organisation"))
        found[person] = tuple(f for f in after if (f.code, f.subject) not in before)
    return found


def _jobs(org: Org, index: Index, asked: Sequence[str], roles: Mapping[Role, Sequence[str]]) -> Iterator[tuple[Org, tuple[str, ...]]]:
    """Yield charts and whom to take out of them; who holds a role comes first, so that a limit strikes the others."""
    holding = {p for role, holders in roles.items() if role.name != "member" for p in holders}
    wanted = sorted(asked, key=lambda p: p not in holding)
    if _judged_whole(org):
        yield from ((org, tuple(wanted[at : at + _BATCH])) for at in range(0, len(wanted), _BATCH))
        return
    view, left = View(index), set(wanted)
    for tribe in org.tribes:
        inside = people_of(org, tribe)
        here = set(inside)
        if mine := tuple(p for p in wanted if p in here):
            yield _part(org, index, view, (tribe.id,), inside), mine
            left.difference_update(mine)
    units: dict[str, list[str]] = {}
    for person in (p for p in wanted if p in left):
        posts = view.posts(person)
        units.setdefault(posts[0][0] if posts else "", []).append(person)
    for together in units.values():
        yield _part(org, index, view, (), tuple(together)), tuple(together)


def _part(org: Org, index: Index, view: View, tribes: tuple[str, ...], inside: Sequence[str]) -> Org:
    """Return the chart of people with who reports to them and whom they report to, and their units up to the top."""
    people = dict.fromkeys(inside)
    for person in inside:
        people.update(dict.fromkeys((*view.line_managers(person), *view.reports_of(person))))
    units: set[str] = set()
    for person in people:
        for unit, *_ in view.posts(person):
            if unit not in units:
                units.update(view.units_above(unit))
    # A rule that nobody gives anything to judge by is unknown: where others have coaches, the last one who leaves must be missed.
    other = next((t for t in index.tribes if t not in tribes and view.tribe_coaches(t)), None) if tribes else None
    if other is not None:
        people.update(dict.fromkeys(view.tribe_coaches(other)))
    return part_of(org, frozenset(tribes), people.keys(), units, () if other is None else (other,))
