"""The console blocks of a page: the files they stand on, the commands, what is shown below each, and how each ends.

A page says what its commands need in comments that no reader sees:

* ``<!-- file: NAME -->`` before a code block: the block is that file;
* ``<!-- example: NAME as PATH -->``: the shipped example lies there;
* ``<!-- made: EXPRESSION as PATH -->``: what this Python makes, with ``sm`` at hand, is saved there;
* ``<!-- ends: 1, 0 -->`` before a console block: the exit codes of its commands; all 0 without it.

Of what a command prints, nothing need be shown; what is shown must be printed. A line ``…`` stands for any lines, and dots in
a line for any text in it.
"""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import spotifymodel as sm
from spotifymodel.examples import example_file

__all__ = ["Command", "Given", "arguments", "console_of", "shows"]

_FENCE = re.compile(r"```(\w*)\n(.*?)```", re.DOTALL)
_PARTS = re.compile(r"<!-- (file|example|made|ends): (.*?) -->|^" + _FENCE.pattern, re.MULTILINE | re.DOTALL)
_PROMPT = "$ "


@dataclass(frozen=True, slots=True)
class Given:
    """A file that commands further down read: its text, the shipped example that it is, or the Python that makes it."""

    path: str
    text: str | None = None
    example: str = ""
    made: str = ""

    def lay(self, folder: Path) -> None:
        """Put the file into a folder."""
        path = folder / self.path
        path.parent.mkdir(parents=True, exist_ok=True)
        if self.example:
            shutil.copyfile(example_file(self.example), path)
        elif self.made:
            eval(self.made, {"sm": sm}).save(path)
        else:
            path.write_text(self.text or "", encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Command:
    """One command as it stands on the page, the lines that it is shown to print, and its exit code."""

    line: str
    shown: tuple[str, ...]
    code: int


def console_of(page: str) -> list[Given | Command]:
    """Return the files and commands of a page from top to bottom; nothing where it shows no console.

    Examples
    --------
    >>> console_of("```console\\n$ spotifymodel schema\\n```")
    [Command(line='spotifymodel schema', shown=(), code=0)]
    """
    steps = list(_steps(page))
    return steps if any(isinstance(step, Command) for step in steps) else []


def _steps(page: str) -> Iterator[Given | Command]:
    name, ends = "", ""
    for what, said, language, body in (match.groups() for match in _PARTS.finditer(page)):
        if what in ("example", "made"):
            origin, path = said.rsplit(" as ", 1)
            yield Given(path, **{what: origin})
        elif what == "file":
            name = said
        elif what == "ends":
            ends = said
        elif language == "console":
            yield from _commands(body, ends)
            ends = ""
        elif name:
            yield Given(name, body)
            name = ""
    assert not (name or ends), f"a comment {name or ends!r} stands before no block"


def _commands(body: str, ends: str) -> Iterator[Command]:
    first, *blocks = re.split(rf"^{re.escape(_PROMPT)}", body, flags=re.MULTILINE)
    assert not first.strip(), f"a console block begins with a command, not with {first!r}"
    codes = [int(code) for code in ends.split(",")] if ends else [0] * len(blocks)
    for block, code in zip(blocks, codes, strict=True):
        line, *shown = block.rstrip().split("\n")
        yield Command(line, tuple(shown), code)


def arguments(command: Command, folder: Path) -> list[str]:
    """Return the arguments as a shell would give them: comments gone, patterns filled in."""
    program, *words = shlex.split(command.line, comments=True)
    assert program == "spotifymodel", f"only the library's own commands can be tried, not {program!r}"
    return [found for word in words for found in (_matches(word, folder) if "*" in word else [word])]


def _matches(pattern: str, folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.glob(pattern))


def shows(shown: tuple[str, ...], printed: str) -> bool:
    r"""Return whether a page shows what was printed; dots stand for any lines, or for any text in theirs.

    Examples
    --------
    >>> shows(("one", "…", "fo…"), "one\ntwo\nthree\nfour\n"), shows(("one",), "one\ntwo\n")
    (True, False)
    """
    lines = (r"(?:.*\n)*?" if line.strip() == "…" else re.escape(line).replace("…", ".*") + "\n" for line in shown)
    pattern = "".join(lines)
    return not shown or re.fullmatch(pattern, printed) is not None
