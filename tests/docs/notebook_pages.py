"""The notebooks as pages of the documentation: run from top to bottom, each cell with what it shows.

The documentation makes them whenever it is built, so a page never says what a notebook no longer does; nothing of it is kept
in the repository. A cell that fails fails the build.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

__all__ = ["executed", "page_of", "write_pages"]

NOTEBOOKS = Path(__file__).parents[2] / "notebooks"

#: How a cell begins that becomes a file, and what the notebook says when it did.
_FILE = "%%writefile "
_WRITING = ("Writing ", "Overwriting ")

Cell = Mapping[str, Any]


def executed(notebook: Path) -> Sequence[Cell]:
    """Return the cells of a notebook with their outputs, run in an empty folder."""
    import nbclient
    import nbformat

    book = nbformat.read(notebook, as_version=4)
    with TemporaryDirectory() as folder:
        nbclient.NotebookClient(book, timeout=300, resources={"metadata": {"path": folder}}).execute()
    return list(book.cells)


def page_of(name: str, cells: Sequence[Cell]) -> dict[str, str]:
    """Return the files of a page by name: the Markdown, and the pictures that it shows."""
    pictures: dict[str, str] = {}
    parts = [part for cell in cells for part in _cell(cell, name, pictures)]
    title, *rest = parts
    notice = f"*A notebook that was run when this page was made: {{download}}`get it <../../notebooks/{name}.ipynb>`.*"
    head, _, body = title.partition("\n")
    return {f"{name}.md": "\n\n".join([head, notice, *([body.strip()] if body.strip() else []), *rest]) + "\n"} | pictures


def _cell(cell: Cell, name: str, pictures: dict[str, str]) -> Iterator[str]:
    if cell["cell_type"] == "markdown":
        yield cell["source"].strip()
        return
    yield _code(cell["source"])
    for output in _joined(cell.get("outputs", ())):
        yield from _output(output, name, pictures)


def _joined(outputs: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """Yield outputs; what is printed is one text, in however many pieces the kernel sends it."""
    for streams, some in groupby(outputs, key=lambda output: output["output_type"] == "stream"):
        if streams:
            yield {"output_type": "stream", "text": "".join(output["text"] for output in some)}
        else:
            yield from some


def _code(source: str) -> str:
    """Return the code of a cell; one that becomes a file is shown as that file."""
    first, _, rest = source.partition("\n")
    if not first.startswith(_FILE):
        return _fenced("python", source)
    return _fenced("{code-block} python", f":caption: {first.removeprefix(_FILE).strip()}\n\n{rest}")


def _output(output: Mapping[str, Any], name: str, pictures: dict[str, str]) -> Iterator[str]:
    """Yield what a reader of the notebook sees: the richest form that an output has."""
    if output["output_type"] == "stream":
        if output["text"].startswith(_WRITING):
            return
        yield _fenced("text", output["text"])
        return
    data = output.get("data", {})
    if (svg := data.get("image/svg+xml")) is not None:
        file = f"{name}-{len(pictures) + 1}.svg"
        pictures[file] = svg
        yield f"![{_alternative(data)}]({file})"
    elif (html := data.get("text/html")) is not None:
        yield _fenced("{raw} html", html)
    elif (text := data.get("text/plain")) is not None:
        yield _fenced("text", text)


def _alternative(data: Mapping[str, Any]) -> str:
    """Return the text in place of a picture, which is how a figure prints itself."""
    said = " ".join(str(data.get("text/plain", "")).split())
    return said.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")


def _fenced(language: str, text: str) -> str:
    """Return text between fences that it cannot close."""
    fence = "```"
    while fence in text:
        fence += "`"
    return f"{fence}{language}\n{text.rstrip()}\n{fence}"


def write_pages(folder: Path) -> tuple[str, ...]:
    """Run every notebook and write its page; return the names. Pages of notebooks that are gone go too."""
    folder.mkdir(exist_ok=True)
    made = {}
    for notebook in sorted(NOTEBOOKS.glob("*.ipynb")):
        made |= page_of(notebook.stem, executed(notebook))
    for old in folder.iterdir():
        if old.name not in made:
            old.unlink()
    for name, text in made.items():
        path = folder / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:  # what did not change is not built again
            path.write_text(text, encoding="utf-8")
    return tuple(name for name in made if name.endswith(".md"))
