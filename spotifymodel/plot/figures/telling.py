"""Tells what the whitepaper says of the things in its figures, with where it says so, for who points at them in a page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from spotifymodel.plot.page.facts import Fact
from spotifymodel.whitepaper.blocks import blocks
from spotifymodel.whitepaper.coverage import blocks_by_role
from spotifymodel.whitepaper.differences import differences
from spotifymodel.whitepaper.phrase import Language
from spotifymodel.whitepaper.roles import Role, roles_1, roles_2
from spotifymodel.words.paper_figures import phrase
from spotifymodel.words.picture_page import phrase as general

__all__ = ["told_by_paper"]


def told_by_paper(things: Iterable[str], language: Language) -> Mapping[str, Fact]:
    """Return what the paper says of roles, blocks and differences, by their path; other things are left out.

    Examples
    --------
    >>> fact = told_by_paper(["block:3b"], "en")["block:3b"]
    >>> fact.name, fact.lines
    ('3b introduction', ('new product introduction', '1.0: product marketing manager', '2.0: product owner'))
    """
    every = {
        **{f"role:{role.key}-{role.version}": _role(role, language) for role in (*roles_1, *roles_2)},
        **{f"block:{block.key}": _block(block.key, language) for block in blocks},
        **{f"difference:{row.key}": _difference(row.key, language) for row in differences},
    }
    return {thing: every[thing] for thing in things if thing in every}


def _role(role: Role, language: Language) -> Fact:
    section = role.statements[0].source.section
    lines = tuple(statement.text.said(language) for statement in role.statements)
    return Fact(general(language, "role"), f"{role.name.said(language).removesuffix(' 2.0')} {role.version}", lines, (section,))


def _block(key: str, language: Language) -> Fact:
    block = blocks[key]
    names = dict(zip(blocks_by_role.columns, blocks_by_role.in_language(language).column_labels, strict=True))
    holders = []
    for version in ("1.0", "2.0"):
        held = [names[column].removesuffix(f" {version}") for column in blocks_by_role.holders(key, version=version)]
        holders.append(f"{version}: {', '.join(held)}")
    return Fact(phrase(language, "block"), f"{key} {block.name.said(language)}", (block.zone.said(language), *holders))


def _difference(key: str, language: Language) -> Fact:
    row = differences[key]
    lines = (f"1.0: {row.before.said(language)}", f"2.0: {row.after.said(language)}")
    return Fact(phrase(language, "difference"), row.aspect.said(language), lines, (row.source.section,))
