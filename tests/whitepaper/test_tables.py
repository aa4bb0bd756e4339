"""Tables and matrices as programs, spreadsheets and notebooks see them."""

from dataclasses import dataclass
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spotifymodel import whitepaper as w
from spotifymodel.errors import NotFoundError
from spotifymodel.model.citation import Citation

SHOWN = {name: value for name in w.__all__ if isinstance(value := getattr(w, name), w.Table | w.Matrix)}


class Cells(HTMLParser):
    """Collects the texts of cells and refuses unknown tags."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.cells: list[str] = []
        self.open: list[str] = []
        self.feed(html)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: object) -> None:
        assert tag in ("table", "caption", "thead", "tbody", "tr", "th", "td")
        self.open.append(tag)
        if tag in ("th", "td"):
            self.cells.append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] in ("th", "td"):
            self.cells[-1] += data


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("name", SHOWN)
def test_a_notebook_shows_every_cell(name: str, language: w.phrase.Language) -> None:  # type: ignore[name-defined]
    shown = SHOWN[name].in_language(language)
    html = shown._repr_html_()
    cells = Cells(html).cells
    assert f'lang="{language}"' in html
    assert [text for row in shown.to_rows() for text in row.values()] == cells[len(cells) - sum(map(len, shown.to_rows())) :]


@pytest.mark.parametrize("name", SHOWN)
def test_rows_and_frames_agree(name: str) -> None:
    shown = SHOWN[name]
    rows = shown.to_rows()
    assert shown.to_frame().to_dict("records") == rows
    assert all(isinstance(cell, str) for row in rows for cell in row.values())


@pytest.mark.parametrize("name", SHOWN)
def test_the_languages_differ_and_the_keys_do_not(name: str) -> None:
    english, dutch = SHOWN[name].to_rows(), SHOWN[name].in_language("nl").to_rows()
    assert english != dutch
    assert [row["key"] for row in english] == [row["key"] for row in dutch]


def test_a_table_is_a_sequence_and_is_looked_up_by_key() -> None:
    assert w.trends[0] is w.trends["agile"] is next(iter(w.trends))
    assert w.trends[-2:] == (w.trends["technology"], w.trends["talent"])
    assert dict(w.trends)["data"] is w.trends["data"]  # type: ignore[call-overload]
    assert w.trends["agile"] in w.trends


def test_a_miss_names_the_nearest() -> None:
    with pytest.raises(NotFoundError) as caught:
        w.duties["complience"]
    assert str(caught.value) == "no entry 'complience' in Duties of the product manager 1.0; did you mean 'compliance'?"
    with pytest.raises(NotFoundError, match="no row '9' in Blocks by role"):
        w.blocks_by_role.cell("9", "technical 1.0")


@dataclass(frozen=True)
class Row:
    key: str
    text: w.Phrase
    source: Citation


@given(st.lists(st.tuples(st.text(), st.text(), st.text()), unique_by=lambda row: row[0], min_size=1, max_size=4))
def test_whatever_a_cell_says_the_notebook_shows_it_and_nothing_else(rows: list[tuple[str, str, str]]) -> None:
    table = w.Table(w.Phrase("<b>", "<script>&"), [Row(a, w.Phrase(b, c), Citation("d", b, c, "nl")) for a, b, c in rows])
    html = table._repr_html_()
    assert "<script>&" not in html
    Cells(html)
