"""How far apart two colours look, also to people with a colour-vision deficiency."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, TypeAlias

from spotifymodel.plot.theme import linear

__all__ = ["SIGHTS", "apart"]

_Rows: TypeAlias = tuple[tuple[float, float, float], ...]

#: Kinds of sight; the deficiencies at full severity.
SIGHTS: Final[dict[str, _Rows]] = {
    "normal": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
_CONES: Final[_Rows] = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
_OKLAB: Final[_Rows] = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)


def apart(one: str, other: str, sight: str = "normal") -> float:
    """Return the distance of two colours under a kind of sight, in hundredths of OKLab; 10 is told apart at a glance.

    Parameters
    ----------
    one, other : str
        Hexadecimal colours.
    sight : {"normal", "protan", "deutan", "tritan"}

    References
    ----------
    Machado, Oliveira and Fernandes, "A physiologically-based model for simulation of color vision deficiency", 2009.
    Björn Ottosson, "A perceptual color space for image processing", 2020.

    Examples
    --------
    >>> [round(apart("#B3261E", "#2B592B", sight)) for sight in ("normal", "protan")]
    [25, 3]
    """
    a, b = _seen(one, sight), _seen(other, sight)
    return float(100 * sum((x - y) ** 2 for x, y in zip(a, b, strict=True)) ** 0.5)


@lru_cache(maxsize=1_024)
def _seen(colour: str, sight: str) -> tuple[float, ...]:
    """Return where a colour lies in OKLab as somebody sees it."""
    visible = tuple(min(max(c, 0.0), 1.0) for c in _times(SIGHTS[sight], linear(colour)))
    return _times(_OKLAB, tuple(c ** (1 / 3) for c in _times(_CONES, visible)))


def _times(rows: _Rows, vector: tuple[float, ...]) -> tuple[float, ...]:
    return tuple(sum(factor * part for factor, part in zip(row, vector, strict=True)) for row in rows)
