"""Run the rules over a chart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from os import PathLike
from typing import Any

from ..errors import InputRefusedError, Place, ProfileError, Trouble, UsageError
from ..graph.index import index_of
from ..model.chart import Mode
from ..model.org import Org
from ..profiles import Profile, load_profile
from ..rules.catalogue import select_rules
from .baseline import fingerprints
from .finding import Finding
from .gathering import Charted, Terms, gather, gather_in_sequence, limits_of
from .given_day import Day, given_day
from .report import RANK, Report, Unknown
from .sequence import NamedChart, charts_of
from .settings import Settings, settings_near

__all__ = ["check", "limits_of"]

Names = str | Sequence[str] | None


def check(
    org: Org | NamedChart | Iterable[Org | NamedChart],
    profile: str | PathLike[str] | Sequence[str] | None = None,
    select: Names = None,
    ignore: Names = None,
    as_of: Day = None,
    today: Day = None,
    since: Day = None,
    mode: Mode | None = None,
    baseline: Any = None,
    fail_on: str = "error",
    language: str | None = None,
) -> Report:
    """Judge a chart by the rules of a profile.

    Parameters
    ----------
    org : Org, or a sequence of them
        Traditional, hybrid or agile. Charts in sequence are judged one by one and then together, by the rules about stages:
        whether anybody, any duty or any run service got lost on the way. Instead of an ``Org`` anything with ``org``, ``name``
        and ``start`` may stand, such as a stage of a plan. Of a chart with dates every state is a stage, also of a single one
        in a list.
    profile : str, path or sequence of these, optional
        Name of a profile, path of one, or several (``"brunel-2017,ing-2015"`` too): every finding names its own, and the
        first decides ``ok``. Without it: what the chart says, then ``[tool.spotifymodel]`` of the nearest
        ``pyproject.toml``, then ``brunel-2017``.
    select, ignore : str or sequence of str, optional
        Codes, names or prefixes of rules, such as ``"SQ,MB001"``.
    as_of : date or ISO text, optional
        Judge only that day; without it every instant is judged.
    today : date or ISO text, optional
        The day on which waivers are looked at. Without it nothing expires; the library never reads the clock.
    since : date or ISO text, optional
        Leave out findings whose interval ended before that day.
    mode : {"design", "live"}, optional
        Whether vacancies count as people; the chart's own unless given.
    baseline : Report, mapping, path or iterable of fingerprints, optional
        Findings that it already has do not decide ``ok``.
    fail_on : {"error", "warning", "advice", "never"}
        The lightest severity that makes the report fail.
    language : {"en", "nl"}, optional
        Language of the messages.

    Returns
    -------
    Report

    Raises
    ------
    UsageError
        For an unknown profile, rule, severity or language, and for charts that are none or out of order.

    Notes
    -----
    Without dates: O(people + edges). Pure: the same chart, arguments and versions give the same report.

    Examples
    --------
    >>> import spotifymodel as sm
    >>> sm.check(sm.example("hypotheek")).ok
    True
    >>> before = sm.Org(people=[{"id": "lotte", "blocks": ["3b"]}])
    >>> after = before.change("person", "lotte", blocks=None)
    >>> print(sm.check([before, after]).findings[0].message)
    In stage 1 nobody holds block 3b (introduction) any more (before: lotte)
    """
    if fail_on not in {*RANK, "never"}:
        raise UsageError(f"fail_on takes error, warning, advice or never, not {fail_on!r}", str(fail_on), (*RANK, "never"))
    near = settings_near()
    charts, sequence = charts_of(org)
    profiles = _profiles(profile) if profile is not None else _profiles_of([one.org for one in charts], near)
    speak = language or next((one.org.language for one in charts if one.org.language), None) or near.language or "en"
    if speak not in {"en", "nl"}:
        wrong = UsageError(f"no language {speak!r}; there are en and nl", str(speak), ("en", "nl"))
        raise wrong if language else near.refusal(wrong, "language")
    day, now, from_day = given_day(as_of, "as_of"), given_day(today, "today"), given_day(since, "since")
    indexed = [Charted(index_of(one.org if day is None else one.org.at(day), mode), one.name, one.start) for one in charts]
    rules = select_rules(_names(select), _names(ignore))
    findings: list[Finding] = []
    unknown: list[Unknown] = []
    for one_profile in profiles:
        terms = Terms(one_profile, speak, now)
        found, missing = gather_in_sequence(indexed, rules, terms) if sequence else gather(indexed[0].index, rules, terms)
        findings += found
        unknown += missing
    if from_day is not None:
        findings = [f for f in findings if f.interval.until is None or f.interval.until > from_day]
    findings.sort(key=lambda f: (RANK[f.severity], f.code))
    files = dict.fromkeys(s.file for one in charts if (s := one.org.source) is not None and s.file is not None)
    return Report(
        findings=tuple(findings),
        unknown=tuple(unknown),
        profiles=tuple(p.name for p in profiles),
        readings={name: reading.value for name, reading in profiles[0].readings.items()},
        limits={name: limit.value for name, limit in profiles[0].limits.items()},
        differing={one.name: _differing(one, profiles[0]) for one in profiles[1:]},
        fail_on=fail_on,
        language=speak,
        files=tuple(files),
        as_of=day,
        today=now,
        baseline=None if baseline is None else fingerprints(baseline),
    )


def _differing(profile: Profile, first: Profile) -> dict[str, Any]:
    """Return the readings of a profile that are not those of the first."""
    taken = {name: reading.value for name, reading in first.readings.items()}
    return {name: reading.value for name, reading in profile.readings.items() if name not in taken or reading.value != taken[name]}


def _profile(name: str | PathLike[str]) -> Profile:
    return load_profile(name)  # type: ignore[arg-type]


def _profiles(names: Any) -> list[Profile]:
    """Return the profiles of a list of names; an empty one, such as a variable that was never set, is no choice."""
    asked = _names(names)
    if not asked:
        raise UsageError(f"{str(names)!r} names no profile; expected a name such as brunel-2017", str(names))
    return [_profile(name) for name in asked]


def _profiles_of(orgs: Sequence[Org], near: Settings) -> list[Profile]:
    """Return the profiles that the first chart to name any names, else the project's, else the whitepaper's."""
    org = next((one for one in orgs if one.profile is not None), None)
    if org is None or org.profile is None:
        try:
            return _profiles("brunel-2017" if near.profile is None else near.profile)
        except UsageError as wrong:
            raise wrong if isinstance(wrong, ProfileError) and wrong.troubles else near.refusal(wrong, "profile") from wrong
    try:
        # A chart may come from a stranger, so it names no files.
        for name in _names(org.profile):
            if any(sign in name for sign in "/\\") or name.endswith(".toml"):
                raise UsageError(f"the chart names {name!r} as its profile; a file is named with the argument or flag profile", name)
        return _profiles(org.profile)
    except UsageError as wrong:
        if isinstance(wrong, ProfileError) and wrong.troubles:
            raise  # the profile is there and faulty: not the chart's fault
        place = org.source.place_of_path(("profile",)) if org.source is not None else None
        raise InputRefusedError([Trouble(str(wrong), place or Place(path="$.profile"), kind="unknown-profile")]) from wrong


def _names(value: Any) -> Any:
    """Split ``"A,B"``; leave sequences and paths as they are, and ``None`` for everything."""
    if value is None:
        return None
    if isinstance(value, str):
        return [part.strip() for part in value.split(",") if part.strip()]
    return [value] if isinstance(value, PathLike) else list(value)
