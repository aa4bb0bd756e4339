"""Looks an SVG over: is it well formed, are its texts texts, does it keep to itself, does it say in words what it shows."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final, Literal

__all__ = ["faults"]

_SVG: Final = "{http://www.w3.org/2000/svg}"
#: Attributes and style rules that fetch something, with what they fetch.
_FETCHING: Final = re.compile(r"""\b(?:href|src)\s*=\s*["']([^"']*)|url\(\s*["']?([^"')]*)|@import\s+["']?([^"';]*)""", re.IGNORECASE)
#: What people wrote: no reference, whatever it says.
_WORDS: Final = re.compile(r"<(text|title|desc)\b([^>]*)>.*?</\1>|\baria-label=\"[^\"]*\"", re.DOTALL)


def faults(svg: str, texts: Iterable[str]) -> Iterator[tuple[Literal["letters", "foreign", "unspoken"], str]]:
    """Yield what is wrong with the SVG of a picture: the kind of fault, and what it is.

    Parameters
    ----------
    svg : str
    texts : iterable of str
        The texts that the picture has.

    Examples
    --------
    >>> head = '<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="t"><title>t</title><desc>d</desc>'
    >>> list(faults(head + '<text>Anna</text></svg>', ["Anna"]))
    []
    >>> list(faults(head + '<use href="#a"/><image href="https://example.org/a.png"/></svg>', []))
    [('letters', '1 glyph is drawn as a shape'), ('foreign', "it refers to 'https://example.org/a.png'")]
    """
    try:
        root = ET.fromstring(svg)  # our own text, without a DOCTYPE
    except ET.ParseError as err:
        yield "foreign", f"it is not well formed: {err}"
        return
    written = Counter(text.text or "" for text in root.iter(f"{_SVG}text"))
    for text in Counter(texts) - written:
        yield "letters", f"{text!r} is not a text in the SVG"
    glyphs = sum(1 for _ in root.iter(f"{_SVG}use"))
    if glyphs:
        yield "letters", f"{glyphs} glyphs are drawn as shapes" if glyphs > 1 else "1 glyph is drawn as a shape"
    fetched = ("".join(found.groups(default="")) for found in _FETCHING.finditer(_WORDS.sub(r"<\1\2>", svg)))
    for address in dict.fromkeys(fetched):
        if not address.startswith(("data:", "#")):
            yield "foreign", f"it refers to {address!r}"
    if any(True for _ in root.iter(f"{_SVG}script")):
        yield "foreign", "it runs a script"
    spoken = [root.find(f"{_SVG}{tag}") for tag in ("title", "desc")]
    if root.get("role") != "img" or not root.get("aria-label") or any(found is None or not found.text for found in spoken):
        yield "unspoken", "the SVG has no role, label, title or description"
