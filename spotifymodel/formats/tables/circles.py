"""Circles among references: who reports, in the end, to themselves."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

__all__ = ["Circle", "circles"]

#: Starting points tried per knot of references; beyond it the circle found is a short one, perhaps not the shortest.
_STARTS = 50
#: Circles untied one by one in a knot; whoever ties more gets all references inside the knot cut.
_PATIENCE = 10


@dataclass(frozen=True, slots=True)
class Circle:
    """A circle of references, and the references to drop so that it is gone.

    Parameters
    ----------
    members : tuple of str
        Each points to the next and the last to the first.
    cut : tuple of (str, str)
        From whom to whom; those of the circle, or all of a knot that holds too many circles to untie.
    """

    members: tuple[str, ...]
    cut: tuple[tuple[str, str], ...]


def circles(above: Mapping[str, Sequence[str]]) -> list[Circle]:
    """Return circles, the shortest of each knot first; without the references they cut none is left.

    Parameters
    ----------
    above : mapping of str to sequence of str
        For each member those it points to.

    Returns
    -------
    list of Circle
        Each starts with the member that comes first in ``above``.

    Notes
    -----
    O(members) where everybody points to one, which is how lists of people mostly are. Iterative: no depth to overflow.

    Examples
    --------
    >>> [c.members for c in circles({"a": ["b"], "b": ["c"], "c": ["a", "b"], "d": ["a"]})]
    [('b', 'c')]
    >>> circles({"a": ["b"], "b": []})
    []
    """
    left = {one: list(others) for one, others in above.items()}
    order = {one: k for k, one in enumerate(left)}
    found: list[Circle] = []
    rounds = 0
    while knots := _knots(left):
        rounds += 1
        for knot in knots:
            members = _shortest(left, knot)
            start = min(range(len(members)), key=lambda k: order[members[k]])
            members = members[start:] + members[:start]
            if rounds < _PATIENCE:
                cut = tuple(zip(members, members[1:] + members[:1], strict=True))
            else:
                inside = set(knot)
                cut = tuple((one, other) for one in knot for other in left[one] if other in inside)
            found.append(Circle(members, cut))
            for one, other in cut:
                left[one] = [o for o in left[one] if o != other]
    return found


def _knots(above: Mapping[str, Sequence[str]]) -> list[list[str]]:
    """Return groups in which everybody reaches everybody (Tarjan 1972), without recursion."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    on_stack: set[str] = set()
    knots: list[list[str]] = []
    for root in above:
        if root in index:
            continue
        work = [(root, iter(above[root]))]
        index[root] = low[root] = len(index)
        stack.append(root)
        on_stack.add(root)
        while work:
            one, others = work[-1]
            for other in others:
                if other not in above:
                    continue
                if other not in index:
                    index[other] = low[other] = len(index)
                    stack.append(other)
                    on_stack.add(other)
                    work.append((other, iter(above[other])))
                    break
                if other in on_stack:
                    low[one] = min(low[one], index[other])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[one])
                if low[one] == index[one]:
                    cut = stack.index(one) if stack[-1] != one else len(stack) - 1
                    knot = stack[cut:]
                    del stack[cut:]
                    on_stack.difference_update(knot)
                    if len(knot) > 1 or one in above[one]:
                        knots.append(sorted(knot, key=index.__getitem__))
    return knots


def _shortest(above: Mapping[str, Sequence[str]], knot: Sequence[str]) -> tuple[str, ...]:
    """Return a shortest circle within a knot."""
    inside = set(knot)
    if all(sum(other in inside for other in above[one]) == 1 for one in knot):
        return _follow(above, knot[0], inside)
    best: tuple[str, ...] = ()
    for start in knot[:_STARTS]:
        circle = _circle_through(above, start, inside, len(best))
        if circle:
            best = circle
            if len(best) <= 2:
                break
    return best or _follow(above, knot[0], inside)


def _follow(above: Mapping[str, Sequence[str]], start: str, inside: set[str]) -> tuple[str, ...]:
    path: dict[str, None] = {}
    one = start
    while one not in path:
        path[one] = None
        one = next(other for other in above[one] if other in inside)
    members = list(path)
    return tuple(members[members.index(one) :])


def _circle_through(above: Mapping[str, Sequence[str]], start: str, inside: set[str], shorter_than: int) -> tuple[str, ...]:
    came_from: dict[str, str] = {}
    depth = {start: 1}
    queue = deque([start])
    while queue:
        one = queue.popleft()
        if shorter_than and depth[one] >= shorter_than:
            return ()
        for other in above[one]:
            if other == start:
                path = [one]
                while path[-1] != start:
                    path.append(came_from[path[-1]])
                return tuple(reversed(path))
            if other in inside and other not in depth:
                depth[other] = depth[one] + 1
                came_from[other] = one
                queue.append(other)
    return ()
