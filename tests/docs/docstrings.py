"""Docstrings in the numpy convention as Markdown."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator

__all__ = ["markdown_of", "sections_of", "signature_of"]

#: Sections whose entries are ``name : type`` with an indented text.
LISTED = {"Parameters", "Attributes", "Returns", "Yields", "Raises", "Warns"}
_DIRECTIVE = re.compile(r" +# doctest: .*$")
_ROLE = re.compile(r":[a-z]+:`~?(?:[\w]+\.)*([\w]+)`")


def sections_of(text: str) -> Iterator[tuple[str, list[str]]]:
    """Yield heading and lines of every section; the opening has an empty heading."""
    lines = inspect.cleandoc(text).splitlines()
    heading, found = "", []
    for n, line in enumerate(lines):
        following = lines[n + 1] if n + 1 < len(lines) else ""
        if line and not line.startswith(" ") and re.fullmatch(r"-{3,}", following) and len(following) == len(line):
            yield heading, _trimmed(found)
            heading, found = line, []
        elif not (re.fullmatch(r"-{3,}", line) and not found and heading and len(line) == len(heading)):
            found.append(line)
    yield heading, _trimmed(found)


def _trimmed(lines: list[str]) -> list[str]:
    while lines and not lines[-1].strip():
        lines.pop()
    while lines and not lines[0].strip():
        lines.pop(0)
    return lines


def inline(text: str) -> str:
    """Return a line with double backticks and roles as Markdown writes them."""
    text = _ROLE.sub(r"`\1`", text)
    return re.sub(r"``([^`]+)``", r"`\1`", text)


def markdown_of(thing: object) -> str:
    """Return the docstring of something as Markdown, without headings."""
    return "\n".join(_blocks(inspect.getdoc(thing) or "")).strip() + "\n"


def _blocks(text: str) -> Iterator[str]:
    for heading, lines in sections_of(text):
        if not lines:
            continue
        if heading:
            yield f"**{heading}**\n"
        if heading in LISTED:
            yield from _entries(lines)
            yield ""
        elif heading == "Examples":
            yield from _examples(lines)
        else:
            yield "\n".join(inline(line) for line in lines) + "\n"


def _entries(lines: list[str]) -> Iterator[str]:
    """Yield a list item per entry; what stands below it is a text, and perhaps a list of its own."""
    entries: list[tuple[str, list[str]]] = []
    for line in lines:
        if line.strip() and not line.startswith(" "):
            entries.append((line.strip(), []))
        elif entries:
            entries[-1][1].append(line.strip())
    for head, body in entries:
        name, colon, kind = head.partition(" : ")
        label = f"`{name}`" + (f" ({inline(kind)})" if colon else "")
        first, *items = _items(body)
        yield f"* {label}" + (f": {first}" if first else "")
        yield from (f"  {item}" for item in items)


def _items(body: list[str]) -> list[str]:
    """Return a text and the items of the list in it, each on one line; what follows a list goes with the text."""
    found, after = [""], ""
    at = 0
    for line in body:
        if line.startswith("* "):
            found.append(inline(line))
            at = len(found) - 1
        elif not line:
            at = 0
        elif at == 0 and len(found) > 1:
            after = f"{after} {inline(line)}".strip()
        else:
            found[at] = f"{found[at]} {inline(line)}".strip()
    return [f"{found[0]} {after}".strip(), *found[1:]]


def _examples(lines: list[str]) -> Iterator[str]:
    """Yield interactive examples as fenced blocks, what stands between them as text."""
    group: list[str] = []
    fenced = False
    for line in [*lines, ""]:
        starts = line.startswith(">>>")
        if not fenced and starts:
            if any(x.strip() for x in group):
                yield "\n".join(map(inline, _trimmed(group))) + "\n"
            group, fenced = [], True
        elif fenced and not line.strip():
            yield "```pycon\n" + "\n".join(group) + "\n```\n"
            group, fenced = [], False
            continue
        group.append(_DIRECTIVE.sub("", line))
    if any(x.strip() for x in group):
        yield "\n".join(map(inline, _trimmed(group))) + "\n"


def signature_of(thing: object) -> str:
    """Return the parameters as they are written, without ``self``; types are left to the text below."""
    signature = inspect.signature(thing)  # type: ignore[arg-type]
    kept = [p.replace(annotation=inspect.Parameter.empty) for n, p in signature.parameters.items() if n not in ("self", "cls")]
    return str(signature.replace(parameters=kept, return_annotation=inspect.Signature.empty))
