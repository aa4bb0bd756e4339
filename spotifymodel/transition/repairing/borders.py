"""The part of a repair's programme that is about tribes: how many people they have, and which squads and chapters."""

from __future__ import annotations

from collections import Counter, defaultdict

from ..solver.highs import Key
from .columns import Columns, Terms

__all__ = ["draw_borders"]

#: To how many tribes squads and chapters may go in a chart that is not tiny.
MOST_TARGETS = 1
#: Role in or around a tribe -> the word of `count.tribe` that counts it, where it is held.
TIES = (("support", "support", "tribe"), ("agile_coach", "coaches", "tribe"), ("agile_coach", "coaches", "squad"))


def draw_borders(columns: Columns, founded: str | None, invention: float) -> None:
    """Add the rows about tribes.

    Parameters
    ----------
    columns : Columns
        Squads, chapters and leads stand in it already.
    founded : str, optional
        Id of a tribe that could be added.
    invention : float
        What that costs on top of its edits.
    """
    facts, programme = columns.facts, columns.programme
    index = facts.index
    tribes = [*index.tribes, *([founded] if founded else [])]
    if founded:
        programme.column(("founded", founded), invention + 1)
        rising: Terms = []
        for person in columns.candidates.anybody:
            key = programme.column(("rises", person, founded), 1)
            columns.only_if_hired(person, key)
            columns.ties[person, founded].append(key)
            rising.append((1, key))
        programme.row([*rising, (-1, ("founded", founded))], low=0, high=0)
    crowded = {t for t in index.tribes if facts.binds("TR001", t) and len(facts.heads[t]) > facts.tribe_most}
    # Where enough people have a single tie, each of them leaves with one edit, and no squad has to go for it.
    packed = {t for t in crowded if columns.candidates.tiny or _with_one_tie(columns, t) < len(facts.heads[t]) - facts.tribe_most}
    homes: dict[tuple[str, str], dict[str, Key]] = {}
    loose = False
    # Many squads times many tribes are too much to choose among: in large charts what moves goes where most room is.
    roomy = tribes
    if not columns.candidates.tiny:
        roomy = sorted((t for t in index.tribes if t not in crowded), key=lambda t: len(facts.heads[t]))[:MOST_TARGETS]
        roomy += [founded] if founded else []
    for kind, home in (("squad", index.tribe_of), ("chapter", index.chapter_tribe)):
        for name, tribe in home.items():
            outside = tribe is None and kind == "squad" and facts.binds("SQ009", name)
            if outside or tribe in packed:
                loose = loose or outside
                goes = {t: programme.column(("moves", kind, name, t), 1) for t in (tribes if outside else roomy) if t != tribe}
                homes[kind, name] = goes
                programme.row([(1, key) for key in goes.values()], low=1 if outside else 0, high=1)
                if founded:
                    programme.row([(1, goes[founded]), (-1, ("founded", founded))], high=0)
    if "TR001" in facts.limits:
        for tribe in tribes:
            if (tribe == founded) or (
                facts.binds("TR001", tribe) and _may_overflow(columns, tribe, loose or (bool(homes) and tribe in roomy) or tribe in crowded)
            ):
                _count(columns, tribe, homes)


def _with_one_tie(columns: Columns, tribe: str) -> int:
    """Return how many people would no longer count in a tribe after leaving one squad or chapter."""
    facts, view = columns.facts, columns.facts.view
    ties: Counter[str] = Counter()
    for squad in view.squads_in(tribe):
        ties.update(p if p not in view.owners(squad) else f"{p}\0" for p in view.squad_people(squad))
    for chapter in view.chapters_in(tribe):
        ties.update(view.chapter_people(chapter))
    kept = {p for held in (facts.index.tribe_leads, facts.index.support, facts.index.tribe_coaches) for p in held.people.get(tribe, ())}
    return sum(1 for p in facts.heads[tribe] if ties[p] == 1 and f"{p}\0" not in ties and p not in kept)


def _may_overflow(columns: Columns, tribe: str, moving: bool) -> bool:
    return moving or len(columns.facts.heads[tribe]) + columns.candidates.places > columns.facts.tribe_most


def _count(columns: Columns, tribe: str, homes: dict[tuple[str, str], dict[str, Key]]) -> None:
    """Limit the people of a tribe: everybody with a tie that stays, or that comes, counts once."""
    facts, programme = columns.facts, columns.programme
    counted = facts.limits["TR001"]["count.tribe"]
    ties: dict[str, list[tuple[Key, Key | None]]] = defaultdict(list)
    for person in (*facts.people, *columns.candidates.newcomers):
        if "lead" in counted:
            ties[person] += [(key, None) for key in columns.ties.get((person, tribe), ())]
        for kind, edges in (("squad", columns.seats), ("chapter", columns.homes)):
            for name, said in edges.get(person, {}).items():
                there, when = _stands(columns, kind, name, tribe, homes)
                if there:
                    ties[person] += [(key, when) for _, key in said if _counts(key, counted)]
    _further_ties(columns, tribe, homes, ties)
    heads: Terms = []
    outside = set(facts.index.second_line)
    for person, its in ties.items():
        if person in outside or not its:
            continue
        head = programme.column(("counts", person, tribe), whole=False)
        heads.append((1, head))
        for key, when in its:
            terms: Terms = [(1, head), (-1, key)]
            low = 0.0
            if isinstance(when, tuple) and when[0] == "away":  # it is here unless it moves
                terms += [(1, gone) for gone in homes[when[1], when[2]].values()]
            elif when is not None:  # it comes here only if it moves
                terms.append((-1, when))
                low = -1.0
            programme.row(terms, low=low)
    programme.row(heads, high=facts.tribe_most)
    _owners_fit(columns, tribe, homes, counted)


def _owners_fit(columns: Columns, tribe: str, homes: dict[tuple[str, str], dict[str, Key]], counted: tuple[str, ...]) -> None:
    """Limit the squads of a tribe to what its people can own: the rest implies it, but searching for it takes minutes."""
    facts = columns.facts
    everybody = (*facts.people, *columns.candidates.newcomers)
    each = [facts.limits["PO005"]["po.max_squads"]] if all(facts.binds("PO005", p) for p in everybody) else []
    if all(facts.binds("MB001", p) for p in everybody) and "owner" in facts.limits["MB001"]["membership.binds"]:
        each.append(facts.limits["MB001"]["membership.max"])
    if not each or not everybody or "owners" not in counted or facts.index.second_line:
        return
    moving: Terms = []
    fixed = 0
    for squad in facts.index.squads:
        there, when = _stands(columns, "squad", squad, tribe, homes)
        if not there or not facts.binds("PO001", squad):
            continue
        if when is None:
            fixed += 1
        elif isinstance(when, tuple) and when[0] == "away":
            fixed += 1
            moving += [(-1, gone) for gone in homes["squad", squad].values()]
        else:
            moving.append((1, when))
    if moving:
        columns.programme.row(moving, high=facts.tribe_most * min(each) - fixed)


def _stands(columns: Columns, kind: str, name: str, tribe: str, homes: dict[tuple[str, str], dict[str, Key]]) -> tuple[bool, Key | None]:
    """Return whether a squad or chapter may stand in a tribe, and on what that depends; ``None`` where it always does."""
    index = columns.facts.index
    now = (index.tribe_of if kind == "squad" else index.chapter_tribe)[name]
    goes = homes.get((kind, name))
    if now == tribe:
        return True, ("away", kind, name) if goes else None
    if goes and tribe in goes:
        return True, goes[tribe]
    return False, None


def _counts(key: Key, counted: tuple[str, ...]) -> bool:
    """Tell whether an edge makes somebody count, as the profile reads it."""
    assert isinstance(key, tuple)
    words = {"member": "members", "owner": "owners", "takes": "owners"}
    if key[0] in words:
        return words[key[0]] in counted
    if key[0] in {"leads", "heads"}:
        return "chapter_leads" in counted or "chapter_members" in counted
    return "chapter_members" in counted


def _further_ties(
    columns: Columns,
    tribe: str,
    homes: dict[tuple[str, str], dict[str, Key]],
    ties: dict[str, list[tuple[Key, Key | None]]],
) -> None:
    """Add support and coaches, who can be relieved too; coaches who are shared with other tribes do not count."""
    facts, programme, index = columns.facts, columns.programme, columns.facts.index
    limits = facts.limits["TR001"]
    for role, word, kind in TIES:
        if word not in limits["count.tribe"]:
            continue
        for name in [tribe] if kind == "tribe" else index.squads:
            there, when = (name in index.tribes, None) if kind == "tribe" else _stands(columns, "squad", name, tribe, homes)
            if not there:
                continue
            relation = index.support if role == "support" else index.tribe_coaches if kind == "tribe" else index.coaches
            people = relation.people.get(name, ()) if role == "support" else relation.at_least(name, None, limits["coach.shared_below"])
            for person in people:
                key = ("serves", role, person, f"{kind}:{name}")
                if key not in programme:
                    programme.column(key)
                    programme.column(("ends", role, person, f"{kind}:{name}"), 1, whole=False)
                    programme.row([(1, key), (1, ("ends", role, person, f"{kind}:{name}"))], low=1)
                ties[person].append((key, when))
