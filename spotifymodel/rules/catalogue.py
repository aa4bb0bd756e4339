"""All rules: found by folder, and by entry point for rules of users' own."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path

from ..errors import RuleError, UsageError
from ..model.ids import nearest
from .rule import Rule

__all__ = ["GROUP", "all_rules", "find_rule", "select_rules"]

#: Packages announce rules of their own under this entry-point group: ``name = "package.module:RULE"`` (or a list of rules).
GROUP = "spotifymodel.rules"


@cache
def all_rules() -> Mapping[str, Rule]:
    """Return every rule by code, in the order of codes; a rule is any ``RULE`` of a module in a family's folder."""
    rules = [import_module(name).RULE for name in sorted(_modules())]
    rules += _announced()
    found: dict[str, Rule] = {}
    for rule in rules:
        if not isinstance(rule, Rule):
            raise RuleError(f"entry point of {GROUP} gives {type(rule).__name__}, expected a Rule or a list of them")
    for rule in sorted(rules, key=lambda r: r.code):
        clash = found.get(rule.code) or next((r for r in found.values() if r.name == rule.name), None)
        if clash is not None:
            raise RuleError(f"two rules are called {rule.code} {rule.name}: codes and names are never reused")
        found[rule.code] = rule
    return found


def _modules() -> list[str]:
    """List the rule modules; `sq001_squad_too_large.py` in a folder per family."""
    here = Path(__file__).parent
    return [
        f"{__package__}.{folder.name}.{file.stem}"
        for folder in here.iterdir()
        if folder.is_dir() and (folder / "__init__.py").exists()
        for file in folder.glob("[a-z][a-z][0-9][0-9][0-9]_*.py")
    ]


def _announced() -> list[Rule]:
    """Load rules of users' own; importlib.metadata is loaded only where some package announces any."""
    needle = f"[{GROUP}]"
    if not any(
        needle in file.read_text(encoding="utf-8", errors="replace")
        for folder in dict.fromkeys(sys.path)
        for file in Path(folder or ".").glob("*-info/entry_points.txt")
    ):
        return []
    from importlib.metadata import entry_points

    rules: list[Rule] = []
    for point in sorted(entry_points(group=GROUP), key=lambda p: (p.name, p.value)):
        loaded = point.load()
        rules.extend(loaded if isinstance(loaded, list | tuple) else [loaded])
    return rules


def find_rule(wanted: str) -> Rule:
    """Return a rule by code or name, in any case; raises :class:`~spotifymodel.errors.UsageError` with "did you mean"."""
    rules = all_rules()
    found = rules.get(wanted.upper()) or next((r for r in rules.values() if r.name == wanted.lower()), None)
    if found is None:
        raise _unknown(wanted, rules.values())
    return found


def select_rules(select: Iterable[str] | None, ignore: Iterable[str] | None) -> tuple[Rule, ...]:
    """Return the rules that codes, names or prefixes choose, less those ignored.

    Raises
    ------
    UsageError
        Where a code, name or prefix matches no rule.
    """
    rules = all_rules()
    chosen = set(rules) if select is None else {code for one in select for code in _matching(one, rules)}
    for one in ignore or ():
        chosen -= _matching(one, rules)
    return tuple(rule for code, rule in rules.items() if code in chosen)


def _matching(wanted: str, rules: Mapping[str, Rule]) -> set[str]:
    upper, lower = wanted.strip().upper(), wanted.strip().lower()
    # A family such as SQ is meant before all names that begin with "squad".
    found = {c for c in rules if upper and c.startswith(upper)} or {c for c, r in rules.items() if lower and r.name.startswith(lower)}
    if not found:
        raise _unknown(wanted, rules.values())
    return found


def _unknown(wanted: str, rules: Iterable[Rule]) -> UsageError:
    known = [k for r in rules for k in (r.code, r.name)]
    meant = _with_zeros(wanted.strip().upper())
    near = (meant,) if meant in known else nearest(wanted, known)
    hint = f"; did you mean {' or '.join(near)}?" if near else "; `spotifymodel rules` lists them"
    return UsageError(f"no rule has the code, name or prefix {wanted!r}{hint}", wanted, known)


def _with_zeros(wanted: str) -> str:
    """Return a code with the zeros that somebody left out: SQ1 and SQ01 are meant as SQ001."""
    letters = wanted.rstrip("0123456789")
    return f"{letters}{wanted[len(letters) :].zfill(3)}"
