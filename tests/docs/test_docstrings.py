"""The examples in docstrings run and print what they say."""

from __future__ import annotations

import doctest
import re
from importlib import import_module
from pathlib import Path

import pytest

import spotifymodel

SOURCE = Path(spotifymodel.__file__).parent
EXAMPLE = re.compile(r"^ *>>> ", re.MULTILINE)


def examples_by_module() -> dict[str, int]:
    """Return how many examples stand in each module that has any."""
    found = {}
    for path in sorted(SOURCE.rglob("*.py")):
        written = len(EXAMPLE.findall(path.read_text(encoding="utf-8")))
        if written:
            parts = path.relative_to(SOURCE.parent).with_suffix("").parts
            found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = written
    return found


@pytest.mark.parametrize(("module", "written"), examples_by_module().items(), ids=list(examples_by_module()))
def test_the_examples_of_a_module_run(
    module: str, written: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    result = doctest.testmod(import_module(module))
    assert not result.failed, capsys.readouterr().out
    assert result.attempted == written, "doctest does not look where some of them stand"
