"""Parts of a week: 0.8, 0,8, 80%, 36 uur, 32/40, or a column of 80s and 100s that never says what it counts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

__all__ = ["Scale", "read_number", "read_share", "scale_of"]

_NUMBER = re.compile(r"^[+]?(\d{1,6}(?:[.,]\d{1,18})?|[.,]\d{1,18})$")
_SHARE = re.compile(
    r"^([\d.,]+)\s*(%|procent|percent|prozent|fte|vzä|vzae|u|uur|uren|h|hrs?|hours?|std|stunden?)?\.?(?:\s*(?:per week|p/?w|/w(?:eek)?))?$"
)
#: Hours of a full week behind a slash.
_OF_WEEK = re.compile(r"^([\d.,]+)\s*/\s*([\d.,]+)(?:\s*(?:u|uur|uren|h|hrs?|hours?|std|stunden?)\.?)?$")
_WHOLE: Final = ("fte", "vzä", "vzae")
_HOURS: Final = ("u", "uur", "uren", "h", "hr", "hrs", "hour", "hours", "std", "stunde", "stunden")

#: Weeks that count as full time somewhere in these three languages; of others the next of the usual three is taken.
_FULL_WEEKS: Final = (35.0, 36.0, 37.5, 38.0, 38.5, 39.0, 40.0)
_USUAL_WEEKS: Final = (36.0, 38.0, 40.0)

#: More than this is no share of a week any more.
_LARGEST_SHARE: Final = 1.5
_LONGEST_WEEK: Final = 60


@dataclass(frozen=True, slots=True)
class Scale:
    """What the bare numbers of a column count.

    Parameters
    ----------
    counts : {"share", "percent", "hours"}
    full : float
        Hours of a full week.
    hours : bool
        Some cell holds hours, so that ``full`` matters.
    """

    counts: Literal["share", "percent", "hours"] = "share"
    full: float = 36.0
    hours: bool = False


def read_number(text: str) -> float | None:
    """Return a number written with a point or a comma.

    Examples
    --------
    >>> read_number("0,8"), read_number("1.0"), read_number(".20"), read_number("1.000,5"), read_number("two")
    (0.8, 1.0, 0.2, None, None)
    """
    found = _NUMBER.match(text.strip())
    return float(found[1].replace(",", ".")) if found else None


def scale_of(values: Iterable[str], *, hours: bool = False, allocation: bool = False) -> Scale:
    """Return what the bare numbers of a column count, from all of them together.

    Parameters
    ----------
    values : iterable of str
        The column.
    hours : bool
        The column's name says hours.
    allocation : bool
        Bare numbers above 1 are percentages rather than hours.

    Examples
    --------
    >>> scale_of(["1", "0,8", "2"]).counts, scale_of(["100", "80"]).counts, scale_of(["36", "28,5"])
    ('share', 'percent', Scale(counts='hours', full=36.0, hours=True))
    """
    bare, in_hours = [], []
    for text in values:
        number, unit = _parts(text)
        if number is None:
            continue
        if unit in _HOURS or (hours and not unit):
            in_hours.append(number)
        elif not unit:
            bare.append(number)
    counts: Literal["share", "percent", "hours"] = "hours" if hours else "share"
    large = [n for n in bare if n > _LARGEST_SHARE]
    if len(large) * 2 > len(bare):
        counts = "percent" if allocation or max(large) > _LONGEST_WEEK else "hours"
        if counts == "hours":
            in_hours += large
    return Scale(counts, _full_week(in_hours), bool(in_hours))


def read_share(text: str, scale: Scale) -> float | None:
    """Return a cell as a share of a full week; ``None`` where it is no number.

    Examples
    --------
    >>> [read_share(t, Scale()) for t in ("0,8", "80%", "36 uur", "28.8u", "32/40", "0,8 VZÄ", "full")]
    [0.8, 0.8, 1.0, 0.8, 0.8, 0.8, None]
    """
    number, unit = _parts(text)
    if number is None:
        return None
    if unit in _HOURS:
        return round(number / scale.full, 4)
    if unit in _WHOLE:
        return number
    if unit:
        return round(number / 100, 6)
    if scale.counts == "hours":
        return round(number / scale.full, 4)
    return round(number / 100, 6) if scale.counts == "percent" else number


def _parts(text: str) -> tuple[float | None, str]:
    said = text.strip().lower()
    of_week = _OF_WEEK.match(said)
    if of_week:
        worked, full = read_number(of_week[1]), read_number(of_week[2])
        return (round(worked / full, 4), "fte") if worked is not None and full and full <= _LONGEST_WEEK else (None, "")
    found = _SHARE.match(said)
    if not found:
        return None, ""
    return read_number(found[1]), found[2] or ""


def _full_week(hours: list[float]) -> float:
    most = max(hours, default=0.0)
    if most in _FULL_WEEKS:
        return most
    return next((week for week in _USUAL_WEEKS if week >= most), _USUAL_WEEKS[-1])
