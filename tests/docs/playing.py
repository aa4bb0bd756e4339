"""Play a page: write its files, run its Python and its commands in an empty folder, and say what they really print.

* A block after ``<!-- file: NAME -->`` is written to that file.
* Every ``python`` block runs, all of a page in one namespace; a ``text`` block right behind it is what it prints.
* Every ``console`` block runs: lines with ``$`` are commands, the lines below them are what they print. A block of commands
  alone shows no output and only promises that they work.

The commands of ours run inside this process, others in a shell. The day of the run is shown as ``DAY``.
"""

from __future__ import annotations

import datetime as dt
import io
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path

from spotifymodel.cli import main
from tests.docs.blocks import Block, blocks_of
from tests.docs.ellipsis import shortened

__all__ = ["DAY", "Played", "play"]

DAY = "2026-09-01"
_SHELL = re.compile(r"[|<>;&`]|\$[^ ]|^[A-Z_]+=")


@dataclass(frozen=True, slots=True)
class Played:
    """A block that shows output, and what it should show."""

    block: Block
    text: str

    @property
    def true(self) -> bool:
        return self.block.text == self.text


@dataclass(slots=True)
class _Stage:
    names: dict[str, object] = field(default_factory=lambda: {"__name__": "__main__"})
    code: int = 0
    said: list[str] | None = None


def play(page: str, name: str = "page") -> Iterator[Played]:
    """Yield every block of a page that shows output, with what it really prints; plays in the current folder."""
    stage = _Stage()
    for block in blocks_of(page):
        if block.file is not None:
            Path(block.file).parent.mkdir(parents=True, exist_ok=True)
            Path(block.file).write_text(block.text, encoding="utf-8")
        if block.language == "python":
            stage.said = _python(block, stage, name)
        elif block.language == "text" and not block.gap and stage.said is not None:
            yield Played(block, "".join(f"{line}\n" for line in shortened(block.lines, stage.said)))
            stage.said = None
        elif block.language == "console":
            yield Played(block, "".join(f"{line}\n" for line in _session(block, stage)))
        else:
            stage.said = None


def _python(block: Block, stage: _Stage, name: str) -> list[str]:
    said = io.StringIO()
    code = compile("\n" * block.first + block.text, name, "exec")
    with redirect_stdout(said):
        exec(code, stage.names)
    return said.getvalue().splitlines()


def _session(block: Block, stage: _Stage) -> Iterator[str]:
    """Yield the block as it should be."""
    steps = _steps(block.lines)
    silent = len(steps) > 1 and not any(shown for _, shown in steps)
    for command, shown in steps:
        printed = _run(command, stage)
        yield from (f"$ {command}" if n == 0 else command for n, command in enumerate(command.split("\n")))
        if silent:
            assert stage.code in (0, 1), f"{command} ends with {stage.code}: {printed}"
        else:
            yield from shortened(shown, printed)


def _steps(lines: tuple[str, ...]) -> list[tuple[str, list[str]]]:
    """Take a session apart: commands, continued by a backslash, and what is shown below them."""
    steps: list[tuple[str, list[str]]] = []
    for line in lines:
        if line.startswith("$ "):
            steps.append((line[2:], []))
        elif steps and steps[-1][0].endswith("\\") and not steps[-1][1]:
            steps[-1] = (f"{steps[-1][0]}\n{line}", [])
        else:
            assert steps, f"a console block begins with a command, not with {line!r}"
            steps[-1][1].append(line)
    return steps


def _run(command: str, stage: _Stage) -> list[str]:
    """Run a command; return what it prints on both streams, in order."""
    if command.strip() == "echo $?":
        return [str(stage.code)]
    words = [] if _SHELL.search(command) else shlex.split(command, comments=True)
    said = _ours(words[1:], stage) if words[:1] == ["spotifymodel"] else _shell(command, stage)
    today = dt.date.today().isoformat()
    return [line.replace(f"today {today}", f"today {DAY}").replace(f"vandaag {today}", f"vandaag {DAY}") for line in said.splitlines()]


def _ours(arguments: list[str], stage: _Stage) -> str:
    said = io.BytesIO()
    stream = io.TextIOWrapper(said, encoding="utf-8", write_through=True)
    with redirect_stdout(stream), redirect_stderr(stream):
        stage.code = main(arguments)
    stream.flush()
    return said.getvalue().decode("utf-8")


def _shell(command: str, stage: _Stage) -> str:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"
    done = subprocess.run(
        ["sh", "-c", command],
        env={**os.environ, "PATH": path, "COLUMNS": "100", "PYTHONIOENCODING": "utf-8", "LC_ALL": "C.UTF-8"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    stage.code = done.returncode
    return done.stdout.decode("utf-8")
