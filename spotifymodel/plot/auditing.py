"""Checks a finished picture by measure: what a careful reader would complain about, as a list of typed problems.

The audit looks at the scene, so it holds for every format. It knows nothing of organisations but the promises that the
scene makes: who and what must be seen.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, combinations
from typing import Final

from spotifymodel.plot.conservation import leaks
from spotifymodel.plot.nearness import letters, lookup, meet, neighbours
from spotifymodel.plot.problems import CHECKS, MENDING, Problem
from spotifymodel.plot.scene import Box, Dot, Mark, Ribbon, Scene, Text
from spotifymodel.plot.sight import SIGHTS, apart
from spotifymodel.plot.svg import render
from spotifymodel.plot.svg_faults import faults
from spotifymodel.plot.theme import contrast

__all__ = ["CHECKS", "MENDING", "Problem", "audit"]

_SMALLEST, _TEXT_CONTRAST, _MARK_CONTRAST, _APART = 6.0, 4.5, 3.0, 10.0
_ACROSS, _DOWN = 0.5, 1.2
#: A bar of almost nothing may be drawn a point long, so that it is seen.
_LENGTH: Final = 1.0


def audit(scene: Scene) -> tuple[Problem, ...]:
    """Return everything that is wrong with a picture; empty when it is sound.

    Parameters
    ----------
    scene : Scene

    Notes
    -----
    About 20 ms for a tribe of 150 people. Texts that lie on shapes on purpose (``on_shapes``) are exempt from ``edge``.
    ``letters`` and ``foreign`` are measured on the SVG that the scene gives.

    Examples
    --------
    >>> sound = Scene(50, 20, "Hi", "A greeting", (Text(5, 12, "Hello", 7),))
    >>> audit(sound)
    ()
    >>> [p.check for p in audit(Scene(20, 20, "Hi", "A greeting", (Text(5, 12, "Hello world", 5),)))]
    ['outside', 'small']
    """
    return tuple(chain.from_iterable(check(scene) for check in _ALL))


def _overlap(scene: Scene) -> Iterator[Problem]:
    texts = [(text, text.region) for text in scene.texts]
    for one, other in neighbours([region for _, region in texts]):
        a, b = texts[one][1], texts[other][1]
        across, down = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
        if across > _ACROSS and down > _DOWN:
            first, second = texts[one][0], texts[other][0]
            yield Problem(
                "overlap", f"{first.text!r} and {second.text!r} lie on each other", _subjects(first, second), a, min(across, down)
            )


def _edge(scene: Scene) -> Iterator[Problem]:
    filled = [(i, mark) for i, mark in enumerate(scene.marks) if isinstance(mark, Box) and mark.fill]
    near = lookup([mark.region for _, mark in filled])
    for i, mark in enumerate(scene.marks):
        if not isinstance(mark, Text) or mark.on_shapes:
            continue
        core = letters(mark)
        area = (core[2] - core[0]) * (core[3] - core[1])
        for k in near(core):
            at, box = filled[k]
            if at > i:
                continue
            left, top, right, bottom = box.region
            across, down = min(core[2], right) - max(core[0], left), min(core[3], bottom) - max(core[1], top)
            share = max(across, 0) * max(down, 0) / area if area else 0.0
            if 0.04 < share < 0.90:
                yield Problem("edge", f"{mark.text!r} lies across the edge of a filled shape", _subjects(mark, box), core, round(share, 2))


def _covered(scene: Scene) -> Iterator[Problem]:
    solid = [(i, mark) for i, mark in enumerate(scene.marks) if isinstance(mark, Box | Dot | Ribbon) and mark.fill]
    near = lookup([mark.region for _, mark in solid])
    for i, mark in enumerate(scene.marks):
        if isinstance(mark, Text):
            core = letters(mark)
            for k in near(core):
                at, shape = solid[k]
                if at > i and meet(core, shape.region):
                    yield Problem(
                        "covered", f"a {type(shape).__name__.lower()} is painted over {mark.text!r}", _subjects(mark, shape), core
                    )


def _outside(scene: Scene) -> Iterator[Problem]:
    for mark in scene.marks:
        left, top, right, bottom = mark.region
        by = max(-left, -top, right - scene.width, bottom - scene.height)
        if by > 0.5:
            what = repr(mark.text) if isinstance(mark, Text) else f"a {type(mark).__name__.lower()}"
            yield Problem("outside", f"{what} sticks out by {by:.1f} pt", _subjects(mark), mark.region, by)


def _texts(scene: Scene) -> Iterator[Problem]:
    for text in scene.texts:
        if not text.text.strip():
            yield Problem("empty", "a text has no visible character", _subjects(text), text.region)
        if text.size < _SMALLEST - 1e-6:
            yield Problem("small", f"{text.text!r} is {text.size:.1f} pt", _subjects(text), text.region, text.size)
        ratio = contrast(text.fill, text.backdrop)
        if ratio < _TEXT_CONTRAST:
            yield Problem("contrast", f"{text.text!r} has {ratio:.2f}:1 on {text.backdrop}", _subjects(text), text.region, ratio)


def _backdrop(scene: Scene) -> Iterator[Problem]:
    """Compare what a text says it lies on with the last filled shape painted under its middle."""
    solid = [(i, mark) for i, mark in enumerate(scene.marks) if isinstance(mark, Box | Dot) and mark.fill]
    near = lookup([mark.region for _, mark in solid])
    for i, mark in enumerate(scene.marks):
        if not isinstance(mark, Text) or mark.on_shapes:
            continue
        core = letters(mark)
        x, y = (core[0] + core[2]) / 2, (core[1] + core[3]) / 2
        ground, last = scene.background, -1
        for k in near(core):
            at, shape = solid[k]
            left, top, right, bottom = shape.region
            if last < at < i and left <= x <= right and top <= y <= bottom:
                ground, last = shape.fill or ground, at
        if ground != mark.backdrop:
            yield Problem("backdrop", f"{mark.text!r} lies on {ground}, not on {mark.backdrop}", _subjects(mark), mark.region)


def _faint(scene: Scene) -> Iterator[Problem]:
    for mark in scene.marks:
        if isinstance(mark, Dot) and (mark.fill not in (None, scene.background) or mark.stroke):
            ratio = max(contrast(colour, scene.background) for colour in (mark.fill, mark.stroke) if colour)
            if ratio < _MARK_CONTRAST:
                yield Problem("faint", f"a dot has {ratio:.2f}:1 on the sheet", _subjects(mark), mark.region, ratio)


def _bars(scene: Scene) -> Iterator[Problem]:
    """Compare the bars of every scale with the one that stands for most."""
    scales: dict[str, list[Box]] = defaultdict(list)
    for mark in scene.marks:
        if isinstance(mark, Box) and mark.scale and mark.amount:
            scales[mark.scale].append(mark)
    for scale, bars in scales.items():
        most = max(bars, key=lambda bar: bar.amount)
        unit = _long(most) / most.amount
        for bar in bars:
            by = _long(bar) - bar.amount * unit
            if abs(by) > _LENGTH:
                message = f"the bar for {bar.amount:g} is {_long(bar):.1f} pt long, {bar.amount * unit:.1f} pt by the scale {scale!r}"
                yield Problem("length", message, _subjects(bar), bar.region, by)


def _long(bar: Box) -> float:
    return bar.w if bar.scale.startswith("w:") else bar.h


def _alike(scene: Scene) -> Iterator[Problem]:
    for one, other in combinations(dict.fromkeys(scene.hues), 2):
        sight = min(SIGHTS, key=lambda kind: apart(one, other, kind))
        distance = apart(one, other, sight)
        if distance < _APART:
            message = f"{one} and {other} are {distance:.1f} apart for {sight} sight, at least {_APART:.0f} is needed"
            yield Problem("alike", message, measured=distance)


def _unspoken(scene: Scene) -> Iterator[Problem]:
    if not scene.title.strip():
        yield Problem("unspoken", "the picture has no title")
    if not scene.description.strip() or scene.description.strip(" .") == scene.title.strip(" ."):
        yield Problem("unspoken", "nothing says in words what the picture shows")


def _svg(scene: Scene) -> Iterator[Problem]:
    yield from (Problem(check, message) for check, message in faults(render(scene), [text.text for text in scene.texts]))


def _labels(scene: Scene) -> Iterator[Problem]:
    """Look for labels that stand for two people, and people who are named or drawn twice in one place."""
    bearers: dict[str, set[str]] = defaultdict(set)
    places: Counter[str] = Counter()
    for text in scene.texts:
        _, _, person = text.of.rpartition("person:")
        if text.stands_for and person and "person:" in text.of:
            bearers[text.text].add(person)
            places[text.of] += text.of.startswith(("squad:", "bench"))
    dots: dict[str, set[tuple[float, float]]] = defaultdict(set)
    for mark in scene.marks:
        if isinstance(mark, Dot) and mark.of.startswith(("squad:", "bench")) and "person:" in mark.of:
            dots[mark.of].add((round(mark.x, 1), round(mark.y, 1)))
    for label, people in sorted(bearers.items()):
        if len(people) > 1:
            yield Problem("ambiguous", f"{label!r} stands for {len(people)} people", tuple(f"person:{p}" for p in sorted(people)))
    for place, times in sorted(places.items()):
        if times > 1:
            yield Problem("repeated", f"{place} is named {times} times", (place,))
    for place, spots in sorted(dots.items()):
        if len(spots) > 1:
            yield Problem("repeated", f"{place} has {len(spots)} dots", (place,))


def _promises(scene: Scene) -> Iterator[Problem]:
    shown = {mark.of for mark in scene.marks}
    for promise in scene.promises:
        if promise not in shown:
            yield Problem("missing", f"{promise} is not in the picture", (promise,))


def _streams(scene: Scene) -> Iterator[Problem]:
    for what, where, by in leaks(scene):
        yield Problem("leak", f"{what}: {where}, by {by:.1f} pt", (where,), measured=by)


_ALL: Final[Sequence[Callable[[Scene], Iterator[Problem]]]] = (
    _overlap, _edge, _covered, _outside, _texts, _backdrop, _faint, _alike, _labels, _promises, _streams, _bars, _unspoken, _svg,
)  # fmt: skip


def _subjects(*marks: Mark) -> tuple[str, ...]:
    return tuple(dict.fromkeys(mark.of for mark in marks if mark.of))
