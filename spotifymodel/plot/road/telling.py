"""Says a roadmap in words, stage by stage."""

from __future__ import annotations

from datetime import timedelta

from spotifymodel.plot.road.milestones import said
from spotifymodel.plot.road.reading import Period, Road
from spotifymodel.words.changing import amount
from spotifymodel.words.pictures import phrase as general
from spotifymodel.words.roadmap import phrase

__all__ = ["described"]


def described(road: Road, language: str) -> str:
    """Return one sentence per stage and per gate."""
    sentences = [_stage(road, period, language) for period in road.periods]
    sentences += [
        phrase(language, "alt_gate", name=said(one, language), when=_when(road, one.week, language))
        for one in road.milestones
        if one.kind == "gate"
    ]
    return " ".join(sentences)


def _stage(road: Road, period: Period, language: str) -> str:
    found = ", ".join(f"{code} ×{count}" if count > 1 else code for code, count in sorted(period.findings.items()))
    more = [phrase(language, f"mandates_{rung}", n=count) for rung, count in period.rungs.items() if count] if road.told else []
    more += [phrase(language, "alt_backfill", n=amount(period.backfill, language))] if period.backfill else []
    facts = {
        "name": period.name,
        "when": _when(road, period.start, language),
        "line": period.line,
        "hybrid": period.hybrid,
        "inside": period.inside,
        "more": "".join(f"; {one}" for one in more),
        "findings": phrase(language, "alt_findings", list=found) if found else "",
    }
    if not period.squads:
        return phrase(language, "alt_start", **facts)
    squads, people = general(language, "squads", n=period.squads), phrase(language, "move", n=period.moved)
    return phrase(language, "alt_stage", n=period.squads, squads=squads, people=people, **facts)


def _when(road: Road, week: float, language: str) -> str:
    if road.origin is None:
        return phrase(language, "at_week", n=round(week))
    return (road.origin + timedelta(weeks=week)).isoformat()
