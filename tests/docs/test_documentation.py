"""Every example of the documentation runs, every generated page is fresh, notebooks hold no outputs and run."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

import spotifymodel as sm
from tests.docs.generate import pages
from tests.docs.python_page import NAMED, python_page
from tests.docs.whitepaper_page import CHAPTERS
from tests.docs.written import PAGES, ROOT

NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
BLOCK = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)(?:#[^)]*)?\)")


@pytest.mark.parametrize("page", [p for p in PAGES if BLOCK.search(p.read_text(encoding="utf-8"))], ids=lambda p: p.name)
def test_the_python_of_a_page_runs(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    for block in BLOCK.findall(page.read_text(encoding="utf-8")):
        exec(compile(block, str(page), "exec"), names)


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    for target in LINK.findall(page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), f"{page.name} links to {target}"


def test_generated_pages_are_fresh() -> None:
    stale = [str(p) for p, text in pages().items() if not p.exists() or p.read_text(encoding="utf-8") != text]
    assert not stale, f"run `make docs-generate`: {stale}"


def test_the_python_reference_shows_every_public_name() -> None:
    page = python_page()
    rooms = {"plot", "testing", "whitepaper"}
    missing = [n for n in sm.__all__ if n != "__version__" and n not in rooms and f"sm.{n}" not in NAMED and f"\n### {n} (" not in page]
    assert not missing, f"name them in tests/docs/python_page.py: {missing}"
    assert not [n for n in sm.plot.__all__ if f"### sm.plot.{n}" not in page]


def test_the_whitepaper_reference_shows_every_table_once() -> None:
    tables = sorted(n for n in sm.whitepaper.__all__ if not isinstance(getattr(sm.whitepaper, n), type))
    assert sorted(name for _, names in CHAPTERS for name in names) == tables


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda p: p.name)
def test_notebooks_are_stored_without_outputs(notebook: Path) -> None:
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    assert all(not cell.get("outputs") and cell.get("execution_count") is None for cell in cells if cell["cell_type"] == "code")


@pytest.mark.notebook
@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda p: p.name)
def test_notebooks_run(notebook: Path, tmp_path: Path) -> None:
    code = (
        "import sys, nbformat, nbclient\n"
        "book = nbformat.read(sys.argv[1], as_version=4)\n"
        "nbclient.NotebookClient(book, timeout=120, resources={'metadata': {'path': sys.argv[2]}}).execute()\n"
    )
    done = subprocess.run([sys.executable, "-c", code, str(notebook), str(tmp_path)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
