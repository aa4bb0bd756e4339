"""Where the documentation is: pages that somebody wrote or that the code made, without those that a build leaves behind."""

from __future__ import annotations

from pathlib import Path

__all__ = ["PAGES", "ROOT"]

ROOT = Path(__file__).parents[2]
_BUILT = ("_build", "notebooks")
PAGES = sorted([ROOT / "README.md", *(p for p in (ROOT / "docs").rglob("*.md") if p.relative_to(ROOT / "docs").parts[0] not in _BUILT)])
