"""Small charts that commands are tried on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

#: One squad without an owner: one error, PO001.
OWNERLESS = """\
format: spotifymodel/1
people:
  - {id: an, name: An Bos}
tribes:
  - id: t
    lead: an
    squads:
      - id: s
        members: [an]
"""
SOUND = OWNERLESS.replace("members: [an]", "members: [an]\n        product_owner: an")
REFUSED = OWNERLESS.replace("members: [an]", "members: [ann]")


def document(people: int = 1, **more: Any) -> dict[str, Any]:
    """Return a document with a squad of so many people, the first of whom owns it."""
    ids = [f"p{k}" for k in range(people)]
    squad = {"id": "s", "product_owner": ids[0], "members": ids}
    return {"format": "spotifymodel/1", "people": [{"id": i} for i in ids], "tribes": [{"id": "t", "squads": [squad]}]} | more


def written(folder: Path, name: str, content: str | dict[str, Any]) -> Path:
    """Write a chart and return its path."""
    path = folder / name
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return path
