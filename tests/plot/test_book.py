"""The book: everybody is in it by name, every page is sound and of one size, the PDF can be leafed through by its bookmarks."""

from __future__ import annotations

import json
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import spotifymodel as sm
from spotifymodel.errors import FigureTooSmallError, UsageError
from spotifymodel.model.org import Org
from spotifymodel.plot.scene import Dot, Text
from spotifymodel.plot.volume.binding import Bookmark, Link, bound
from spotifymodel.testing import company
from tests.depth import examples

from .charts import Document, large, org, small
from .test_company import several

# -- what is in it ----------------------------------------------------------------------------------------------------------


def seats(document: Document) -> Counter[str]:
    """Squads and their people, each once."""
    return Counter(
        f"squad:{squad['id']}/person:{person}"
        for tribe in document["tribes"]
        for squad in tribe["squads"]
        for person in {*squad.get("members", ())} | ({squad["product_owner"]} if "product_owner" in squad else set())
    )


def shown(book: sm.plot.OrgBook) -> Counter[str]:
    """Names and dots of people in squads, over all pages."""
    found: Counter[str] = Counter()
    for page in book.pages:
        found.update({mark.of for mark in page.scene.marks if mark.of.startswith("squad:") and "/person:" in mark.of})
    return found


SIZES = st.lists(st.lists(st.integers(0, 24), max_size=40), min_size=2, max_size=5)


@settings(max_examples=examples(6), deadline=None)
@given(SIZES, st.sampled_from(["en", "nl"]), st.sampled_from(["a3", "a4", "slide", (9.0, 12.0)]))
def test_everybody_is_on_exactly_one_page_for_each_squad_and_every_page_is_sound(sizes: list[list[int]], language: str, size: Any) -> None:
    document = several(sizes)
    if not any(sizes):
        with pytest.raises(UsageError, match="no squads"):
            sm.plot.book(org(document))
        return
    book = sm.plot.book(org(document), language=language, size=size)
    assert book.audit() == ()
    assert shown(book) == seats(document)
    assert len({page.size for page in book.pages}) == 1


@pytest.mark.parametrize("language", ["en", "nl"])
def test_nine_hundred_people_are_all_named(language: str) -> None:
    chart = company(900, seed=2)
    book = sm.plot.book(chart, language=language)
    assert book.audit() == ()
    named = {text.of.rpartition("/")[2] for page in book.pages for text in page.scene.texts if text.stands_for and "/person:" in text.of}
    assert named == {f"person:{person.id}" for person in chart.people}
    assert min(text.size for page in book.pages for text in page.scene.texts) >= 6


def test_two_hundred_and_fifty_squads_of_one_tribe_go_on_from_page_to_page() -> None:
    document = several([[5, 3, 9] * 84])
    book = sm.plot.book(org(document), language="en")
    assert book.audit() == ()
    assert shown(book) == seats(document)
    subtitles = [text.text for page in book.pages for text in page.scene.texts if "squads" in text.text and " of 252" in text.text]
    assert len(subtitles) == len(book.pages) > 3
    ranges = [tuple(map(int, re.findall(r"squads (\d+)–(\d+) of", words)[0])) for words in subtitles]
    assert ranges[0][0] == 1
    assert ranges[-1][1] == 252
    assert all(end + 1 == start for (_, end), (start, _) in pairwise(ranges))


def test_chapters_that_do_not_fit_beside_each_other_go_on_on_the_next_page_with_the_same_squads() -> None:
    chart = org(large(6, 3) | {})
    wide = Org.from_dict(_with_chapters(20))
    book = sm.plot.book(wide, language="en")
    assert book.audit() == ()
    heads = [{m.of for m in page.scene.marks if m.of.startswith("chapter:") and "/" not in m.of} for page in book.pages]
    assert set().union(*heads) == {f"chapter:c{i}" for i in range(20)}
    squads = [[m.of for m in page.scene.marks if isinstance(m, Text) and m.of == "squad:s0"] for page in book.pages]
    assert len(book.pages) > 1
    assert all(squads)
    assert len(sm.plot.book(chart).pages) == 1


def _with_chapters(count: int) -> Document:
    people = [{"id": f"p{i}", "name": f"Jan van der Grootenhuis {i}"} for i in range(count)]
    tribe = {
        "id": "t",
        "chapters": [{"id": f"c{i}", "name": f"Ontwikkeling {i}", "lead": f"p{i}", "members": [f"p{i}"]} for i in range(count)],
        "squads": [{"id": "s0", "members": [f"p{i}" for i in range(count)], "product_owner": "p0"}],
    }
    return {"format": "spotifymodel/1", "people": people, "tribes": [tribe]}


def test_findings_stand_on_the_page_of_what_they_are_about() -> None:
    document = several([[5] * 30 + [14] + [5] * 30, [3]])
    book = sm.plot.book(org(document), language="en")
    pages = [page for page in book.pages if any(mark.of == "squad:s0-30" for mark in page.scene.marks)]
    told = [page for page in book.pages if any(mark.of == "finding:SQ001" for mark in page.scene.marks)]
    assert [page.scene for page in told] == [page.scene for page in pages if "Tribe" in page.scene.title]


def test_every_finding_but_advice_is_somewhere_in_the_book_and_those_about_no_tribe_at_its_end() -> None:
    chart = sm.example("hypotheek-broken")
    book, report = sm.plot.book(chart, language="en"), sm.check(chart, language="en")
    told = {mark.of for page in book.pages for mark in page.scene.marks if mark.of.startswith("finding:")}
    assert told == {f"finding:{f.code}" for f in report.findings if f.severity != "advice"}
    assert book.outline[-1].title == "Findings about no tribe"
    last = {mark.of for mark in book.pages[-1].scene.marks if mark.of.startswith("finding:")}
    assert last == {f"finding:{f.code}" for f in report.findings if f.severity != "advice" and f.subject.kind == "product"}


def test_squads_outside_tribes_close_the_book() -> None:
    document = several([[3], [4]]) | {"squads": [{"id": "los", "name": "Los", "members": ["l0"]}]}
    book = sm.plot.book(org(document), language="en")
    assert [entry.title for entry in book.outline][-1] == "Squads outside a tribe"
    assert "squads outside a tribe: p. 4" in {part for text in book.pages[0].scene.texts for part in text.text.split(" · ")}


def test_who_is_highlighted_keeps_the_colour_and_other_pages_turn_grey() -> None:
    document = several([[3, 2], [4]])
    book = sm.plot.book(org(document), language="en", detail="dots", highlight="s0-0")

    def fills(page: int) -> set[str | None]:
        return {m.fill for m in book.pages[page].scene.marks if isinstance(m, Dot) and "/person:" in m.of}

    assert book.audit() == ()
    assert len(fills(1)) == 2
    assert fills(2) < fills(1)
    with pytest.raises(UsageError, match="nothing to highlight: 'nobody'"):
        sm.plot.book(org(document), highlight="nobody")


# -- the PDF ----------------------------------------------------------------------------------------------------------------


def objects(data: bytes) -> dict[int, bytes]:
    """Read a PDF by its tables, from the last to the first, and check that every entry leads to its object."""
    found: dict[int, bytes] = {}
    at = int(re.findall(rb"startxref\s+(\d+)", data)[-1])
    while True:
        assert data[at : at + 4] == b"xref"
        table, _, rest = data[at:].partition(b"trailer")
        lines = table.split(b"\n")[1:]
        while lines and lines[0]:
            first, count = map(int, lines.pop(0).split())
            for number in range(first, first + count):
                entry = lines.pop(0)
                if entry.split()[2] == b"n" and number not in found:
                    place = int(entry[:10])
                    assert data[place:].startswith(b"%d 0 obj" % number)
                    found[number] = data[place : data.index(b"endobj", place)]
        before = re.search(rb"/Prev (\d+)", rest.partition(b"startxref")[0])
        if before is None:
            return found
        at = int(before[1])


def titles(found: dict[int, bytes]) -> list[tuple[str, int]]:
    """Follow the outline from its first entry; return titles with the number of the page's object."""
    [root] = [body for body in found.values() if b"/Type /Outlines" in body]
    entry, told = int(re.findall(rb"/First (\d+)", root)[0]), []
    while True:
        body = found[entry]
        words = bytes.fromhex(re.findall(rb"/Title <FEFF([0-9A-F]*)>", body)[0].decode()).decode("utf-16-be")
        told.append((words, int(re.findall(rb"/Dest \[ (\d+) 0 R /Fit", body)[0])))
        following = re.search(rb"/Next (\d+)", body)
        if following is None:
            return told
        entry = int(following[1])


def test_the_pdf_has_a_bookmark_for_every_tribe_and_its_card_leads_to_its_page() -> None:
    document = several([[3, 9], [4], [12] * 60], names=("Ægir & Co", "<b>x</b>", "i", "W" * 60, "Noord", "Zuid"))
    book = sm.plot.book(org(document), language="nl")
    found = objects(book.encoded("pdf"))
    kids = [int(n) for n in re.findall(rb"/Kids \[([^\]]*)\]", b"".join(found.values()))[0].split()[::3]]
    assert len(kids) == len(book.pages)
    assert [(title, kids.index(page)) for title, page in titles(found)] == [(entry.title, entry.page) for entry in book.outline]
    assert [title for title, _ in titles(found)][:3] == ["Alle tribes", "Ægir & Co", "<b>x</b>"]
    first = int(re.findall(rb"/Annots (\d+)", found[kids[0]])[0])
    targets = [kids.index(int(n)) for n in re.findall(rb"/Dest \[ (\d+) 0 R", found[first])]
    assert targets == [entry.page for entry in book.outline[1:]]
    root = next(body for body in found.values() if b"/Type /Catalog" in body and b"/Outlines" in body)
    assert b"/Lang <FEFF006E006C>" in root


def test_text_of_the_pdf_can_be_selected_and_the_same_book_gives_the_same_bytes() -> None:
    made = [sm.plot.book(org(several([[3], [4]])), language="en").encoded("pdf") for _ in range(2)]
    assert made[0] == made[1]
    assert b"/Subtype /Type3" not in made[0]
    assert b"CreationDate" not in made[0]


def test_binding_adds_to_a_file_and_changes_nothing_in_it() -> None:
    plain = sm.plot.matrix(org(small())).encoded("pdf")
    done = bound(plain, [Bookmark("Ω", 0)], [Link(0, (1, 2, 3, 4), 0)], "en")
    assert done.startswith(plain)
    assert titles(objects(done))[0][0] == "Ω"
    assert objects(bound(plain, []))


def test_a_book_is_saved_as_pdf_and_any_other_format_is_told_what_to_do(tmp_path: Path) -> None:
    book = sm.plot.book(org(several([[3], [4]])), language="en")
    book.save(tmp_path / "x.pdf")
    assert (tmp_path / "x.pdf").read_bytes() == book.encoded()
    with pytest.raises(UsageError, match=r"only PDF and HTML hold pages, not 'svg': give a name that ends in \.pdf"):
        book.save(tmp_path / "x.svg")
    with (tmp_path / "y.pdf").open("wb") as file:
        book.savefig(file)
    assert (tmp_path / "y.pdf").read_bytes() == book.encoded()
    paths = book.save_pages(tmp_path / "pages", "svg")
    assert [path.name for path in paths] == ["page-01.svg", "page-02.svg", "page-03.svg"]
    assert paths[0].read_text(encoding="utf-8") == book.pages[0].svg()


def test_the_web_page_of_a_book_holds_all_pages_and_tells_of_everybody_once() -> None:
    chart = company(300, seed=1)
    book = sm.plot.book(chart, language="en")
    html = book.to_html()
    assert book.encoded("html").decode() == html
    assert html.count("<text") >= sum(len(page.scene.texts) for page in book.pages)
    data = json.loads(re.findall(r'<script type="application/json" id="facts">(.*?)</script>', html, re.S)[0])
    named = Counter(fact["name"] for fact in data["facts"] if fact["kind"] == "person")
    assert sum(named.values()) == 300


def test_a_notebook_shows_the_first_page_and_says_what_is_in_the_book() -> None:
    book = sm.plot.book(org(several([[3], [4]])), language="en")
    shown_as = book._repr_mimebundle_()
    assert shown_as["image/svg+xml"] == book.pages[0].svg()
    assert shown_as["text/plain"].startswith("A book of 3 pages: All tribes, ")
    assert len(book) == len(book.layout) == 3


# -- what cannot be drawn ---------------------------------------------------------------------------------------------------


def test_a_chart_of_departments_is_told_which_picture_suits_it() -> None:
    with pytest.raises(UsageError, match="suits the picture units"):
        sm.plot.book(Org.from_dict({"format": "spotifymodel/1", "people": []}))


def test_a_page_too_small_for_a_single_squad_is_refused_with_the_size_it_takes() -> None:
    with pytest.raises(FigureTooSmallError):
        sm.plot.book(org(small()), size=(1.0, 1.0))


def test_a_problem_of_a_page_names_the_page() -> None:
    from dataclasses import replace

    book = sm.plot.book(org(several([[3], [4]])), language="en")
    scene = book.pages[1].scene
    worse = replace(scene, marks=(*scene.marks, Text(50, 50, "far", 5.0)))
    from spotifymodel.plot import OrgBook

    told = OrgBook([book.pages[0].scene, worse], "x", [Bookmark("x", 0)]).audit()
    assert any(problem.check == "small" and problem.message.startswith("page 2: ") for problem in told)


def test_the_command_line_writes_a_book_and_refuses_a_suffix_that_holds_no_pages(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from spotifymodel.cli import main

    chart = tmp_path / "chart.json"
    chart.write_text(json.dumps(several([[3, 9], [4]])), encoding="utf-8")
    target = tmp_path / "book.pdf"
    assert main(["draw", str(chart), "--picture", "book", "--lang", "nl", "--size", "a4", "--output", str(target)]) == 0
    assert titles(objects(target.read_bytes()))[0][0] == "Alle tribes"
    assert main(["draw", str(chart), "--picture", "book", "--output", str(tmp_path / "book.png")]) == 2
    assert "give a name that ends in .pdf or .html" in capsys.readouterr().err
    assert not (tmp_path / "book.png").exists()
