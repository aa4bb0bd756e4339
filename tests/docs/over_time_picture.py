"""How far banks are from their bound while they are searched, drawn from what was measured."""

from __future__ import annotations

import json
from typing import Any

from spotifymodel.plot.parts.pen import Pen
from spotifymodel.plot.parts.swatches import Swatch, draw_swatches
from spotifymodel.plot.scene import Line, Scene
from spotifymodel.plot.theme import DEFAULT
from tests.bench.over_time import DATA, gap_of

__all__ = ["over_time_scene"]

WIDTH, PANEL, HEIGHT, GAP = 490.0, 178.0, 120.0, 48.0
#: Tiers that are drawn, and how: the first is at its bound from the start, the last is balance only.
TIERS = {1: ("promises", 0, ()), 2: ("hires", 1, (5.0, 2.0)), 3: ("what it asks of people", 3, (1.5, 1.5))}


def over_time_scene(measured: list[dict[str, Any]] | None = None) -> Scene:
    """Return the picture of everything that was measured, a panel per bank."""
    banks = json.loads(DATA.read_text(encoding="utf-8")) if measured is None else measured
    pen, theme = Pen(DEFAULT, "en"), DEFAULT
    pen.text(theme.margin, 30, "How far a bank is from its bound, the longer it is searched", 12.0, bold=True)
    pen.text(
        theme.margin, 43, "what is above its bound, as a share of all that the tier counts; seconds of one core",
        theme.subtitle, fill=theme.muted,
    )  # fmt: skip
    for k, bank in enumerate(banks):
        _panel(pen, bank, theme.margin + 30 + k * (PANEL + GAP), 78.0)
    signs = [Swatch(name, "line", theme.palette[hue], width=1.6, dash=dash) for name, hue, dash in TIERS.values()]
    draw_swatches(pen, signs, theme.margin, WIDTH - theme.margin, 78.0 + HEIGHT + 34)
    told = "; ".join(_told(bank) for bank in banks)
    hues = tuple(theme.palette[hue] for _, hue, _ in TIERS.values())
    return Scene(WIDTH, 78.0 + HEIGHT + 60, "How far a bank is from its bound", told, tuple(pen.marks), language="en", hues=hues)


def _told(bank: dict[str, Any]) -> str:
    first, last = bank["points"][0], bank["points"][-1]
    ends = {tier: [100 * gap_of(tier, point["terms"]) for point in (first, last)] for tier in TIERS}
    gaps = [f"{name} {ends[tier][0]:.1f} % to {ends[tier][1]:.1f} %" for tier, (name, _, _) in TIERS.items()]
    return f"{bank['people']:,} people: first plan after {first['seconds']:.0f} s, last gain at {last['seconds']:.0f} s: {', '.join(gaps)}"


def _panel(pen: Pen, bank: dict[str, Any], left: float, top: float) -> None:
    theme, points = pen.theme, bank["points"]
    until = _round_up(max(points[-1]["seconds"] * 1.08, 10.0))
    most = _round_up(max(max(gap_of(tier, point["terms"]) for tier in TIERS) for point in points) * 100)
    pen.text(left, top - 8, f"{bank['people']:,} people in {bank['tribes']} tribes", theme.head, bold=True)
    for share in (0.0, 0.5, 1.0):
        y = top + HEIGHT * (1 - share)
        pen.add(Line(((left, y), (left + PANEL, y)), theme.grid, 0.6))
        pen.text(left - 4, y + 2.4, f"{most * share:g} %", theme.name, anchor="end", fill=theme.muted)
    for share in (0.0, 0.5, 1.0):
        pen.text(left + PANEL * share, top + HEIGHT + 12, f"{until * share:g} s", theme.name, anchor="middle", fill=theme.muted)
    first, last = points[0]["seconds"], points[-1]["seconds"]
    pen.text(left + 4, top + HEIGHT * 0.25 + 2.4, f"first plan at {first:.0f} s", theme.name, fill=theme.muted)
    proven = not any(gap_of(tier, points[-1]["terms"]) for tier in range(5))
    end = f"{'all proven' if proven else 'last gain'} at {last:.0f} s"
    pen.text(left + 4, top + HEIGHT * 0.25 + 12.4, end, theme.name, fill=theme.muted)
    # Drawn from the last tier to the first, so that the dearest lies on top.
    for tier, (_, hue, dash) in reversed(TIERS.items()):
        row: list[tuple[float, float]] = []
        for point in points:
            x = left + PANEL * point["seconds"] / until
            y = top + HEIGHT * (1 - 100 * gap_of(tier, point["terms"]) / most)
            if row:
                row.append((x, row[-1][1]))
            row.append((x, y))
        row.append((left + PANEL * bank["seconds"] / until if bank["seconds"] <= until else left + PANEL, row[-1][1]))
        pen.add(Line(tuple(row), theme.palette[hue], 1.6, dash))


def _round_up(value: float) -> float:
    """Return the next number of 1, 2, 4, 6 or 8 and zeros."""
    step = 0.1
    while True:
        for digit in (1, 2, 4, 6, 8):
            if value <= digit * step:
                return digit * step
        step *= 10
