"""The small changes that are tried on a file: those of mutmut, in every function, decorated or not."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import libcst as cst
from libcst.metadata import MetadataWrapper, PositionProvider
from mutmut.mutation.file_mutation import NEVER_MUTATE_FUNCTION_NAMES, Mutation, MutationVisitor
from mutmut.mutation.mutators import mutation_operators
from mutmut.mutation.pragma_handling import IgnoredCode

__all__ = ["Change", "changes_of", "judging"]

#: What the engine asks of a rule; fixes are proposed afterwards.
ASKED = ("judge", "suspects", "may_break", "instants", "stretch", "subjects")
NOTHING_IGNORED = IgnoredCode(set(), set(), set())


@dataclass(frozen=True)
class Change:
    """One change of one file, and the file after it."""

    path: str
    number: int
    function: str
    lines: range
    before: str
    after: str
    module: cst.Module
    mutation: Mutation

    def source(self) -> str:
        """Return the text of the file after the change."""
        changed = self.module.deep_replace(self.mutation.original_node, self.mutation.mutated_node)
        assert isinstance(changed, cst.Module)
        return changed.code

    def __str__(self) -> str:
        return f"{self.path}:{self.lines.start} #{self.number} {self.function}: {self.before}  ->  {self.after}"


class _EveryFunction(MutationVisitor):
    """mutmut passes over decorated functions, for its way of running them; most of the index is cached properties."""

    def _skip_node_and_children(self, node: cst.CSTNode) -> bool:
        if isinstance(node, cst.FunctionDef) and node.decorators:
            return node.name.value in NEVER_MUTATE_FUNCTION_NAMES
        return super()._skip_node_and_children(node)


def changes_of(path: str) -> Iterator[Change]:
    """Yield every change of a file, in the order of its lines."""
    text = Path(path).read_text(encoding="utf-8")
    wrapper = MetadataWrapper(cst.parse_module(text))
    visitor = _EveryFunction(mutation_operators, NOTHING_IGNORED, None)
    module = wrapper.visit(visitor)
    places = wrapper.resolve(PositionProvider)
    for number, one in enumerate(visitor.mutations):
        if not isinstance(one.contained_by_top_level_function, cst.FunctionDef):
            continue  # constants of a module are read once, before any test
        place = places[one.original_node]
        before, after = (" ".join(module.code_for_node(node).split()) for node in (one.original_node, one.mutated_node))
        name = one.contained_by_top_level_function.name.value
        yield Change(path, number, name, range(place.start.line, place.end.line + 1), before, after, module, one)


def judging(path: str) -> set[str]:
    """Name the functions of a rule's file that judge, or name suspects and instants, and those that they call there."""
    tree = ast.parse(Path(path).read_text(encoding="utf-8"))
    bodies = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}
    found: set[str] = set()
    waiting = [name for name in ASKED if name in bodies]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += [n.id for n in ast.walk(bodies[name]) if isinstance(n, ast.Name) and n.id in bodies]
    return found
