"""``python -m tests.docs.generate [--check]``: write the pages and pictures that come from the code, or say which are stale."""

from __future__ import annotations

import sys
from pathlib import Path

import spotifymodel as sm
from spotifymodel.plot.svg import render
from tests.docs.command_page import command_page
from tests.docs.gallery_page import FOLDER, gallery_page, gallery_pictures
from tests.docs.over_time_picture import over_time_scene
from tests.docs.profiles_page import profiles_page
from tests.docs.python_page import python_page
from tests.docs.rule_pages import built_in, own_page, rules_page
from tests.docs.whitepaper_page import whitepaper_page

DOCS = Path(__file__).parents[2] / "docs"
REFERENCE = DOCS / "reference"
PICTURES = ("hypotheek", "hypotheek-broken")


def pages() -> dict[Path, str]:
    """Return every generated page by its path."""
    made = {REFERENCE / "rules" / f"{rule.code}.md": own_page(rule) for rule in built_in()}
    made[REFERENCE / "rules.md"] = rules_page()
    made[REFERENCE / "profiles.md"] = profiles_page()
    made[REFERENCE / "command-line.md"] = command_page()
    made[REFERENCE / "python.md"] = python_page()
    made[REFERENCE / "whitepaper.md"] = whitepaper_page()
    made[REFERENCE / "gallery.md"] = gallery_page()
    made |= {DOCS / FOLDER / name: svg for name, svg in gallery_pictures(plans=False).items()}
    made[DOCS / "pictures" / "gap-over-time.svg"] = render(over_time_scene())
    for name in PICTURES:
        made[DOCS / "pictures" / f"{name}.svg"] = sm.plot.matrix(sm.example(name), language="en").svg()
    return made


def main(check: bool) -> int:
    """Write everything, or list what is stale."""
    stale = []
    for path, text in pages().items():
        if check:
            if not path.exists() or path.read_text(encoding="utf-8") != text:
                stale.append(path)
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    if not check:
        for name in PICTURES:
            sm.plot.matrix(sm.example(name), language="en").save(DOCS / "pictures" / f"{name}.png")
        for name, svg in gallery_pictures(plans=True).items():
            (DOCS / FOLDER / name).write_text(svg, encoding="utf-8")
    for path in stale:
        print(f"stale: {path.relative_to(DOCS.parent)} (make docs-generate)")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv[1:]))
