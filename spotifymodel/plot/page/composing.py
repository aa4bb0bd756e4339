"""Writes a picture as one HTML file: the SVG inline, what is told of every thing in it, a search box, keys to walk through it.

The page loads nothing and says so in its own security policy, by the hashes of its one style and its one script; data are in a
block that is never run, with ``<`` escaped. It works from a file, in an e-mail and under a strict host.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from hashlib import sha256
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from spotifymodel.plot.page.facts import Fact, things_along, told_by_texts
from spotifymodel.plot.svg import numbers_of, render_inline
from spotifymodel.words.picture_page import phrase

if TYPE_CHECKING:
    from spotifymodel.plot.scene import Scene

__all__ = ["Telling", "page"]

Telling = Callable[[Iterable[str]], Mapping[str, Fact]]

_FOLDER: Final = Path(__file__).parent


def page(scene: Scene, telling: Telling | None = None) -> str:
    """Return the picture as the text of an HTML document.

    Parameters
    ----------
    scene : Scene
    telling : callable, optional
        Tells of things (``person:anna``) more than their texts in the picture do; things that it does not know are left out.

    Returns
    -------
    str
        The same for the same picture and facts, in every process.

    Examples
    --------
    >>> from spotifymodel.plot.scene import Scene, Text
    >>> html = page(Scene(72, 36, "Hello", "A greeting.", (Text(10, 20, "Anna", 7, of="person:anna"),)))
    >>> html.startswith("<!doctype html>"), "default-src 'none'" in html
    (True, True)
    """
    language = scene.language
    letters, svg = render_inline(scene)
    style, script = _read("page.css") + letters, _read("page.js")
    data = {
        "facts": _facts(scene, telling),
        "words": {"found": phrase(language, "found", n="{n}"), "none": phrase(language, "found", n=0)},
    }
    policy = (
        f"default-src 'none'; script-src '{_hash(script)}'; style-src '{_hash(style)}'; font-src data:; base-uri 'none'; form-action 'none'"
    )
    title = escape(scene.title)
    said = {key: escape(phrase(language, key)) for key in ("search", "search_hint", "wide", "how", "picture", "described")}
    return (
        f'<!doctype html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="color-scheme" content="light dark">\n'
        f"<title>{title}</title>\n<style>{style}</style>\n</head>\n<body>\n"
        f'<header id="tools" role="search" hidden>\n<label>{said["search"]} '
        f'<input type="search" id="seek" placeholder="{said["search_hint"]}" autocomplete="off" aria-controls="list"></label>\n'
        f'<output id="count" for="seek"></output>\n<label><input type="checkbox" id="wide"> {said["wide"]}</label>\n'
        f'<p>{said["how"]}</p>\n<ol id="list" hidden></ol>\n</header>\n'
        f'<main><figure id="picture" tabindex="0" role="group" aria-label="{said["picture"]}">\n{svg}\n</figure></main>\n'
        '<div id="card" hidden></div>\n<div id="said" aria-live="polite"></div>\n'
        f"<details><summary>{said['described']}</summary>\n<p>{escape(scene.description, quote=False)}</p></details>\n"
        f'<script type="application/json" id="facts">{_json(data)}</script>\n<script>{script}</script>\n</body>\n</html>\n'
    )


def _facts(scene: Scene, telling: Telling | None) -> list[dict[str, Any]]:
    """Return every thing in the picture once: what is told of it, its shapes, and the shapes of all that lies within it."""
    numbers = numbers_of(scene)
    own: dict[str, list[int]] = {}
    lit: dict[str, list[int]] = {}
    for path, number in numbers.items():
        steps = things_along(path)
        own.setdefault(steps[-1], []).append(number)
        for step in dict.fromkeys(steps):
            lit.setdefault(step, []).append(number)
    told = {**told_by_texts(scene), **(telling(own) if telling else {})}
    return [
        {"name": fact.name, "kind": fact.kind, "lines": fact.lines, "aside": fact.aside, "own": at, "lit": lit[subject]}
        for subject, at in own.items()
        if (fact := told.get(subject))
    ]


@cache
def _read(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8").strip()


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _json(value: object) -> str:
    """Write JSON that cannot end the element it stands in."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
