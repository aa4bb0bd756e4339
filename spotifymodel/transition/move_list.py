"""Everybody's move as a row of a table: what an HR department goes through line by line."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from .move import Move

__all__ = ["COLUMNS", "columns_of"]

COLUMNS: Final = (
    "person", "unit_today", "tribe", "chapter", "squads", "roles", "line_manager_today", "line_manager", "other_line_manager",
    "hr_status", "week", "reasons",
)  # fmt: skip


def columns_of(moves: Iterable[Move]) -> dict[str, list[Any]]:
    """Return the moves by column, in the order of :data:`COLUMNS`; what is empty is an empty text, several things are one text."""
    rows = [_row(move) for move in moves]
    return {name: [row[k] for row in rows] for k, name in enumerate(COLUMNS)}


def _row(move: Move) -> tuple[Any, ...]:
    squads = ", ".join(s["id"] if s["allocation"] == 1 else f"{s['id']} {s['allocation']:g}" for s in move.squads)
    owned = [f"product_owner of {s['id']}" for s in move.squads if s["role"] == "product_owner"]
    beside = [f"{one['role']} of {one['of']}" for one in move.fit if one["role"] != "product_owner"]
    return (
        move.person,
        move.before["unit"] or "",
        move.tribe or "",
        move.chapter or "",
        squads,
        ", ".join([*beside, *owned]),
        move.before["line_manager"] or "",
        move.line_manager or "",
        move.before["line_manager"] != move.line_manager,
        move.hr_status,
        move.week,
        "; ".join(move.reasons),
    )
