"""A notebook becomes a page that shows what the notebook shows, the same every time."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.docs.notebook_pages import NOTEBOOKS, executed, page_of


def code(source: str, *outputs: dict[str, Any]) -> dict[str, Any]:
    return {"cell_type": "code", "source": source, "outputs": list(outputs)}


def shown(**data: str) -> dict[str, Any]:
    return {"output_type": "execute_result", "data": {name.replace("_", "/", 1).replace("_", "+"): text for name, text in data.items()}}


TITLE = {"cell_type": "markdown", "source": "# A story\n\nIt begins."}


def test_the_title_comes_first_then_where_the_notebook_is_then_the_story() -> None:
    page = page_of("story", [TITLE, code("1 + 1", shown(text_plain="2"))])["story.md"]
    assert page.startswith("# A story\n\n*A notebook that was run")
    assert page.index("<../../notebooks/story.ipynb>") < page.index("It begins.") < page.index("```python\n1 + 1\n```\n\n```text\n2\n```")


def test_the_richest_form_of_an_output_is_shown_and_pictures_become_files() -> None:
    svg = {"output_type": "display_data", "data": {"image/svg+xml": "<svg/>", "text/plain": "Tribe [1]:\n  9 people", "text/html": "no"}}
    made = page_of(
        "story", [TITLE, code("draw()", svg), code("report", shown(text_html="<b>3</b>", text_plain="no")), code("again()", svg)]
    )
    assert made["story-1.svg"] == made["story-2.svg"] == "<svg/>"
    assert "![Tribe \\[1\\]: 9 people](story-1.svg)" in made["story.md"]
    assert "```{raw} html\n<b>3</b>\n```" in made["story.md"]
    assert "no" not in made["story.md"].replace("notebook", "")


def test_what_a_cell_prints_cannot_break_out_of_its_block() -> None:
    page = page_of("story", [TITLE, code("print()", {"output_type": "stream", "text": "a\n```\n# no heading\n"})])["story.md"]
    assert "````text\na\n```\n# no heading\n````" in page


def test_what_is_printed_in_pieces_is_one_text() -> None:
    pieces = [{"output_type": "stream", "text": text} for text in ("one\n", "two\n")]
    whole = {"output_type": "stream", "text": "one\ntwo\n"}
    assert page_of("story", [TITLE, code("print()", *pieces)]) == page_of("story", [TITLE, code("print()", whole)])


def test_a_cell_that_becomes_a_file_is_shown_as_that_file() -> None:
    said = {"output_type": "stream", "text": "Writing rules.py\n"}
    page = page_of("story", [TITLE, code("%%writefile rules.py\nx = 1", said)])["story.md"]
    assert "```{code-block} python\n:caption: rules.py\n\nx = 1\n```" in page
    assert "Writing" not in page


@pytest.mark.notebook
@pytest.mark.filterwarnings("ignore")
def test_a_page_is_the_same_every_time_and_shows_its_pictures() -> None:
    notebook = NOTEBOOKS / "02_design_a_mortgage_tribe.ipynb"
    once, again = (page_of(notebook.stem, executed(notebook)) for _ in range(2))
    assert once == again
    assert sorted(once) == [f"{notebook.stem}-1.svg", f"{notebook.stem}-2.svg", f"{notebook.stem}.md"]
    assert str(Path.home()) not in once[f"{notebook.stem}.md"]
