"""Charts with dates: repaired day by day, on each day on which they are broken, until they are valid at every moment."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Any, Final

from ...checking.finding import Finding
from ...errors import EditError, LimitReachedError, UsageError
from ...graph.index import index_of
from ...graph.relation import Relation
from ...model.edits import Edit
from ...model.org import Org
from ...model.seats import Post

__all__ = ["broken_days", "day_by_day", "has_dates"]

#: A chart that is not valid after so many days is not going to be.
MOST_DAYS: Final = 24
#: On so many days the whole repair is looked for, to learn how many changes are needed at least.
TRIED: Final = 5
ONE: Final = dt.timedelta(days=1)
#: Any day will do for what is broken at all times.
ANY_DAY: Final = dt.date(2000, 1, 1)
#: What an edit mends -> the rule whose finding says from when until when that is needed.
MENDS: Final = {"product_owner": "PO001", "chapter_lead": "CH001", "tribe_lead": "TL001"}


def has_dates(org: Org) -> bool:
    """Tell whether anything that a repaired rule looks at carries dates; leaves, trainings, gates and projects do not count."""
    index = index_of(org)
    if index.life or index.chapter_life or any(r.spans for r in vars(index).values() if isinstance(r, Relation)):
        return True
    return bool(index.unit_managers.spans) or any(_dated_posts(p.unit) or _dated_posts(p.reports_to) for p in org.people)


def _dated_posts(value: object) -> bool:
    posts = value if isinstance(value, tuple) else (value,)
    return any(isinstance(one, Post) and (one.start is not None or one.until is not None) for one in posts)


def broken_days(broken: Iterable[Finding]) -> list[dt.date]:
    """Return days on which a chart is broken, those with the most findings first, the earlier of equals first."""
    spans = [(f.interval.start or dt.date.min, f.interval.until or dt.date.max) for f in broken]
    days = {start if start > dt.date.min else until - ONE if until < dt.date.max else ANY_DAY for start, until in spans}
    days |= {until - ONE for _, until in spans if until < dt.date.max}
    return sorted(days, key=lambda day: (-sum(1 for start, until in spans if start <= day < until), day))


def day_by_day(
    org: Org,
    broken_in: Callable[[Org], list[Finding]],
    mend: Callable[[Org], tuple[list[Edit], int, bool]],
) -> tuple[list[Edit], int, bool]:
    """Return edits that make a chart with dates valid, a bound on their number, and whether they are that few.

    Parameters
    ----------
    org : Org
    broken_in : callable
        From a chart to the errors that are to be repaired.
    mend : callable
        From a chart without dates to edits, bound and proof.

    Raises
    ------
    UsageError
        When the edits of one day cannot be done, or break another day over and over; it names the day.

    Notes
    -----
    Leaving a seat takes all its stretches; who is appointed is so for the stretch that the finding names. A repair of all times
    repairs what is broken on each day, so no repair has fewer changes than a day needs on which nothing is broken that is not
    broken over all time. Seen alone, a day may lack what other days have, such as an owner of a squad that is still empty:
    of such a day only that it takes a change at all is known.
    """
    edits: list[Edit] = []
    now, bound, proven = org, 0, True
    for turn in range(MOST_DAYS):
        broken = broken_in(now)
        if not broken:
            return edits, bound, proven and len(edits) == bound
        days = broken_days(broken)
        day = days[0]
        step, at_least, sure = mend(now.at(day))
        if turn == 0:
            known = _subjects(broken)
            bound, proven = 1, sure
            with suppress(LimitReachedError):  # a bound that there is no time for is only less sharp
                for other in days[:TRIED]:
                    if _subjects(broken_in(org.at(other))) <= known:
                        bound = max(bound, at_least if other == day else mend(org.at(other))[1])
        try:
            for edit in step:
                dated, now = _done(now, _for_as_long(edit, broken))
                edits.append(dated)
        except EditError:
            break
        if not step:
            break
    raise UsageError(
        f"this chart has dates, and what repairs {day} does not fit its other days. Repair one day, with repair(org.at('{day}')) "
        f"or --as-of {day}, and give the changes dates yourself",
        day.isoformat(),
    )


def _subjects(broken: list[Finding]) -> set[tuple[str, str]]:
    return {(f.code, f.subject.id) for f in broken}


def _done(org: Org, edit: Edit) -> tuple[Edit, Org]:
    """Do an edit; who holds a role on other days already has it alone from then on."""
    try:
        return edit, edit.apply(org)
    except EditError:
        if edit.op != "appoint" or edit.args.get("replace"):
            raise
        instead = Edit("appoint", {**edit.args, "replace": True})
        return instead, instead.apply(org)


def _for_as_long(edit: Edit, broken: list[Finding]) -> Edit:
    """Return the edit with the dates between which what it mends is broken."""
    args: dict[str, Any] = dict(edit.args)
    if edit.op == "appoint":
        code, subject = MENDS[args["role"]], args["of"]
    elif edit.op == "join":
        code, subject = "MB002", args["person"]
    else:
        return edit
    about = next((f for f in broken if f.code == code and f.subject.id == subject), None)
    if about is None:
        return edit
    return Edit(edit.op, args | {"from": about.interval.start, "until": about.interval.until})
