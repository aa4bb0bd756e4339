"""One edit: on a draft with its rules judged again, and as a new chart."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator

from spotifymodel.checking.gathering import limits_of
from spotifymodel.graph.draft import Draft
from spotifymodel.graph.index import index_of
from spotifymodel.model.org import Org
from spotifymodel.profiles import load_profile
from spotifymodel.rules.catalogue import all_rules
from spotifymodel.rules.rule import Limits, Rule
from spotifymodel.rules.watching import Watch
from spotifymodel.testing import company

from .measure import Row
from .six_rules import six

__all__ = ["editing_rows"]


def editing_rows() -> Iterator[Row]:
    """Yield edits on drafts under six and under all rules, and `org.move`."""
    profile = load_profile("brunel-2017")
    everything = [(r, limits_of(r, profile)) for r in all_rules().values()]
    for people in (150, 10_000):
        for dated, six_must, all_must in ((0.0, 20, 200), (1.0, 50, 500)):
            org = company(people, seed=3, dated=dated)
            dates = "all dated" if dated else "undated"
            for name, rules, must in (("six", six(), six_must), (f"all {len(everything)}", everything, all_must)):
                micro = _per_move(org, rules)
                stretch = {20: "≤ 5 µs", 50: "≤ 15 µs"}.get(must, "")
                label = f"one move re-checked on a draft, {name} rules, {people:,}, {dates}"
                yield Row(label, f"{micro:.0f} µs", f"≤ {must} µs", stretch, micro <= must)
    for people in (150, 10_000, 100_000):
        micro = _per_new_chart(company(people, seed=3))
        yield Row(f"`org.move`, a new chart, {people:,}", f"{micro:.0f} µs", "≤ 100 µs", "≤ 40 µs", micro <= 100)


def _per_move(org: Org, rules: list[tuple[Rule, Limits]]) -> float:
    draft = Draft(index_of(org))
    watch = Watch(draft, rules)
    rng = random.Random(4)
    squads = {t: list(s) for t, s in draft.squads_in.items()}
    seats = [(p, s) for s, people in draft.members.people.items() for p in people]
    rng.shuffle(seats)
    spent: list[float] = []
    for person, squad in seats[:400]:
        to = rng.choice(squads[draft.tribe_of[squad]])  # type: ignore[index]
        if to == squad or to in draft.squads_of.get(person, ()):
            continue
        start = time.perf_counter()
        watch.update(draft.move(person, to, squad))
        spent.append(time.perf_counter() - start)
    return sorted(spent)[len(spent) // 2] * 1e6


def _per_new_chart(org: Org) -> float:
    first, second = [s.id for _, s in org.all_squads()][:2]
    person = next(p for p in reversed(index_of(org).squad_people[first]) if index_of(org).squads_of[p] == (first,))
    org = org.move(person, to=second)
    spent: list[float] = []
    for k in range(400):
        start = time.perf_counter()
        org = org.move(person, to=(first, second)[k % 2])
        spent.append(time.perf_counter() - start)
    return sorted(spent)[len(spent) // 2] * 1e6
