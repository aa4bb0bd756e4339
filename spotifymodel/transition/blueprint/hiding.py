"""A blueprint whose people go by other ids, as those of a chart with pseudonyms do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from .records import Blueprint

__all__ = ["with_people_renamed"]


def with_people_renamed(blueprint: Blueprint, name: Callable[[str], str]) -> Blueprint:
    """Return the blueprint with another id wherever it names somebody; squads, chapters and units keep theirs.

    Examples
    --------
    >>> from spotifymodel.transition.blueprint.reading import blueprint_from_tree
    >>> wish = {"format": "spotifymodel-blueprint/1", "locks": [{"person": "anna", "squad": "app"}]}
    >>> with_people_renamed(blueprint_from_tree(wish), str.upper).locks[0].person
    'ANNA'
    """
    waves = blueprint.waves
    return replace(
        blueprint,
        tribes=tuple(
            replace(
                tribe,
                lead=None if tribe.lead is None else name(tribe.lead),
                agile_coaches=tuple(map(name, tribe.agile_coaches)) if isinstance(tribe.agile_coaches, tuple) else tribe.agile_coaches,
            )
            for tribe in blueprint.tribes
        ),
        locks=tuple(replace(lock, person=name(lock.person)) for lock in blueprint.locks),
        forbid=tuple(replace(one, person=name(one.person)) for one in blueprint.forbid),
        preferences=tuple(replace(wish, person=name(wish.person)) for wish in blueprint.preferences),
        keep_together=tuple(tuple(map(name, group)) for group in blueprint.keep_together),
        waves=None if waves is None else replace(waves, ready={name(one): day for one, day in waves.ready.items()}),
    )
