"""Checks a finished picture by measure: what a careful reader would complain about, as a list of typed problems.

The audit looks at the scene, so it holds for every format. It knows nothing of organisations but the promises that the
scene makes: who and what must be seen.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final, Literal

from spotifymodel.plot.conservation import leaks
from spotifymodel.plot.metrics import CAP_HEIGHT
from spotifymodel.plot.scene import Box, Dot, Mark, Region, Ribbon, Scene, Text
from spotifymodel.plot.theme import contrast

__all__ = ["CHECKS", "Problem", "audit"]

Check = Literal[
    "overlap", "edge", "covered", "outside", "small", "contrast", "backdrop", "faint", "ambiguous", "missing", "repeated", "empty", "leak"
]

#: What each check finds.
CHECKS: Final[dict[Check, str]] = {
    "overlap": "two texts lie on each other",
    "edge": "a text lies partly across the edge of a filled shape",
    "covered": "a shape is painted over a text",
    "outside": "something sticks out of the sheet",
    "small": "a text is smaller than 6 pt",
    "contrast": "a text has less than 4.5:1 contrast with its backdrop",
    "backdrop": "a text declares another backdrop than the one it lies on",
    "faint": "a dot has less than 3:1 contrast with the sheet",
    "ambiguous": "two people carry the same label",
    "missing": "somebody or something that the picture promises is not in it",
    "repeated": "somebody is named twice in one place",
    "empty": "a text has no visible character",
    "leak": "a stream is not as wide as what flows in it, or a place lets out another mass than it takes in",
}
_SMALLEST, _TEXT_CONTRAST, _MARK_CONTRAST = 6.0, 4.5, 3.0
_ACROSS, _DOWN = 0.5, 1.2
_BAND = 24.0


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that is wrong with a picture.

    Parameters
    ----------
    check : str
        Which check found it; a key of :data:`CHECKS`.
    message : str
        What is wrong, with the texts concerned.
    subjects : tuple of str
        Whom or what the marks stand for, where they say so.
    region : tuple of float, optional
        Where, in points.
    measured : float, optional
        By how much: overlap in points, share inside, contrast, size.
    """

    check: Check
    message: str
    subjects: tuple[str, ...] = ()
    region: Region | None = None
    measured: float | None = None

    def __str__(self) -> str:
        return f"{self.check}: {self.message}"


def audit(scene: Scene) -> tuple[Problem, ...]:
    """Return everything that is wrong with a picture; empty when it is sound.

    Parameters
    ----------
    scene : Scene

    Notes
    -----
    About 40 ms for a tribe of 150 people. Texts that lie on shapes on purpose (``on_shapes``) are exempt from ``edge``.

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
    for one, other in _neighbours([region for _, region in texts]):
        a, b = texts[one][1], texts[other][1]
        across, down = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
        if across > _ACROSS and down > _DOWN:
            first, second = texts[one][0], texts[other][0]
            yield Problem(
                "overlap", f"{first.text!r} and {second.text!r} lie on each other", _subjects(first, second), a, min(across, down)
            )


def _edge(scene: Scene) -> Iterator[Problem]:
    filled = [(i, mark) for i, mark in enumerate(scene.marks) if isinstance(mark, Box) and mark.fill]
    near = _lookup([mark.region for _, mark in filled])
    for i, mark in enumerate(scene.marks):
        if not isinstance(mark, Text) or mark.on_shapes:
            continue
        core = _core(mark)
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
    near = _lookup([mark.region for _, mark in solid])
    for i, mark in enumerate(scene.marks):
        if isinstance(mark, Text):
            core = _core(mark)
            for k in near(core):
                at, shape = solid[k]
                if at > i and _meet(core, shape.region):
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
    near = _lookup([mark.region for _, mark in solid])
    for i, mark in enumerate(scene.marks):
        if not isinstance(mark, Text) or mark.on_shapes:
            continue
        core = _core(mark)
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


def _labels(scene: Scene) -> Iterator[Problem]:
    """Look for labels that stand for two people, and people who are named twice in one place."""
    bearers: dict[str, set[str]] = defaultdict(set)
    places: Counter[str] = Counter()
    for text in scene.texts:
        _, _, person = text.of.rpartition("person:")
        if text.stands_for and person and "person:" in text.of:
            bearers[text.text].add(person)
            places[text.of] += text.of.startswith(("squad:", "bench"))
    for label, people in sorted(bearers.items()):
        if len(people) > 1:
            yield Problem("ambiguous", f"{label!r} stands for {len(people)} people", tuple(f"person:{p}" for p in sorted(people)))
    for place, times in sorted(places.items()):
        if times > 1:
            yield Problem("repeated", f"{place} is named {times} times", (place,))


def _promises(scene: Scene) -> Iterator[Problem]:
    shown = {mark.of for mark in scene.marks}
    for promise in scene.promises:
        if promise not in shown:
            yield Problem("missing", f"{promise} is not in the picture", (promise,))


def _streams(scene: Scene) -> Iterator[Problem]:
    for what, where, by in leaks(scene):
        yield Problem("leak", f"{what}: {where}, by {by:.1f} pt", (where,), measured=by)


_ALL: Final[Sequence[Callable[[Scene], Iterator[Problem]]]] = (
    _overlap, _edge, _covered, _outside, _texts, _backdrop, _faint, _labels, _promises, _streams,
)  # fmt: skip


# --- geometry --------------------------------------------------------------------------------------------------------


def _core(text: Text) -> Region:
    """Return the rectangle of the letters without accents and descenders."""
    left = text.left
    return left, text.y - CAP_HEIGHT * text.size, left + text.length, text.y


def _meet(a: Region, b: Region) -> bool:
    return min(a[2], b[2]) - max(a[0], b[0]) > _ACROSS and min(a[3], b[3]) - max(a[1], b[1]) > _ACROSS


def _lookup(regions: Sequence[Region]) -> Callable[[Region], list[int]]:
    """Return a function that names the regions whose heights come near a region: O(1) per hit after O(n) once."""
    bands: dict[int, list[int]] = defaultdict(list)
    tall: list[int] = []
    for i, (_, top, _, bottom) in enumerate(regions):
        if bottom - top > 20 * _BAND:
            tall.append(i)
        else:
            for band in range(int(top // _BAND), int(bottom // _BAND) + 1):
                bands[band].append(i)

    def near(region: Region) -> list[int]:
        hits = dict.fromkeys(tall)
        for band in range(int(region[1] // _BAND), int(region[3] // _BAND) + 1):
            hits.update(dict.fromkeys(bands.get(band, ())))
        return [i for i in hits if regions[i][0] < region[2] and regions[i][2] > region[0]]

    return near


def _neighbours(regions: Sequence[Region]) -> Iterator[tuple[int, int]]:
    """Yield pairs of regions that may overlap, each once."""
    near = _lookup(regions)
    for i, region in enumerate(regions):
        yield from ((i, k) for k in sorted(near(region)) if k > i)


def _subjects(*marks: Mark) -> tuple[str, ...]:
    return tuple(dict.fromkeys(mark.of for mark in marks if mark.of))
