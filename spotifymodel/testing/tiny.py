"""All tiny charts: every structure up to renaming, for tests that leave nothing to chance."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, product
from typing import Any

__all__ = ["tiny_documents"]


def tiny_documents(people: int = 2, squads: int = 2, chapters: int = 1) -> Iterator[dict[str, Any]]:
    """Yield every chart of one tribe with so many people, squads and chapters, structure only.

    Parameters
    ----------
    people, squads, chapters : int
        Exactly so many of each. 2 × 2 × 1 are some three thousand charts; 3 × 2 × 2 some three million.

    Yields
    ------
    dict
        A document. Who is member and owner of which squad, member and lead of which chapter, and whether there is a tribe
        lead, takes every combination; charts that differ only in the order of people, squads or chapters come once.

    Examples
    --------
    >>> sum(1 for _ in tiny_documents(1, 1, 0))
    8
    """
    subsets = [s for n in range(people + 1) for s in combinations(range(people), n)]
    squad_forms = list(product(subsets, subsets))
    chapter_forms = list(product(subsets, subsets))
    seen: set[Any] = set()
    for teams in _multisets(squad_forms, squads):
        for groups in _multisets(chapter_forms, chapters):
            for lead in (None, 0) if people else (None,):
                form = _canonical(teams, groups, lead, people)
                if form in seen:
                    continue
                seen.add(form)
                yield _document(teams, groups, lead, people)


def _multisets(forms: list[Any], size: int) -> Iterator[tuple[Any, ...]]:
    def grow(start: int, chosen: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
        if len(chosen) == size:
            yield chosen
            return
        for k in range(start, len(forms)):
            yield from grow(k, (*chosen, forms[k]))

    yield from grow(0, ())


def _canonical(teams: Any, groups: Any, lead: int | None, people: int) -> Any:
    """Return what two charts share that differ in names only: the smallest of all renamings."""
    from itertools import permutations

    def renamed(names: tuple[int, ...]) -> Any:
        def of(form: Any) -> Any:
            return tuple(tuple(sorted(names[p] for p in part)) for part in form)

        return (tuple(sorted(map(of, teams))), tuple(sorted(map(of, groups))), None if lead is None else names[lead])

    return min((renamed(n) for n in permutations(range(people))), key=repr)


def _document(teams: Any, groups: Any, lead: int | None, people: int) -> dict[str, Any]:
    name = [f"p{k}" for k in range(people)]
    tribe: dict[str, Any] = {
        "id": "t",
        "squads": [
            {"id": f"s{k}", "members": [name[p] for p in members], "product_owner": [name[p] for p in owners]}
            for k, (members, owners) in enumerate(teams)
        ],
        "chapters": [
            {"id": f"c{k}", "members": [name[p] for p in members], "lead": [name[p] for p in leads]}
            for k, (members, leads) in enumerate(groups)
        ],
    }
    if lead is not None:
        tribe["lead"] = name[lead]
    return {"format": "spotifymodel/1", "people": [{"id": n} for n in name], "tribes": [tribe]}
