"""Every output says the same findings, and no name of a chart can break out of it."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest

import spotifymodel as sm
from spotifymodel.checking.report import Report
from spotifymodel.errors import UsageError
from spotifymodel.report.outcome import Outcome
from spotifymodel.report.output import all_outputs, output_named
from spotifymodel.report.outputs.github import command
from spotifymodel.report.saving import render, save_report
from spotifymodel.report.terminal import columns, crop, printable

from .nasty import NAMES, nasty_chart


@pytest.fixture(scope="module")
def nasty() -> Report:
    return sm.check(nasty_chart(), select=["PO001", "SQ005", "TR001", "MB002"], fail_on="error")


class Tags(HTMLParser):
    """Collects tags, attributes and text, and that everything opened is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()
        self.attributes: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag not in ("br", "meta", "img"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def parsed(html: str) -> Tags:
    tags = Tags()
    tags.feed(html)
    tags.close()
    assert tags.open == []
    return tags


@pytest.mark.parametrize(
    "html",
    [
        lambda report: render(report, "html"),
        lambda report: report._repr_html_(),
        lambda report: "".join(f._repr_html_() for f in report),
        lambda _: nasty_chart()._repr_html_(),
    ],
    ids=["page", "report", "finding", "org"],
)
def test_no_name_becomes_markup(nasty: Report, html: Callable[[Report], str]) -> None:
    tags = parsed(html(nasty))
    assert tags.seen <= {*("html", "head", "meta", "title", "body", "h1", "h2", "p", "b", "br", "span", "table", "thead", "tbody")} | {
        *("tr", "th", "td", "q", "ul", "li", "div", "style")
    }
    assert tags.attributes <= {"lang", "charset", "class", "name", "content"}


def test_a_page_shows_every_name_as_it_is(nasty: Report) -> None:
    text = parsed(render(nasty, "html")).text
    assert all(name in text for name in NAMES)


def test_text_shows_every_name_and_no_control_character(nasty: Report) -> None:
    text = " ".join(render(nasty, "text").split())
    assert all(" ".join(name.split()) in text for name in NAMES)
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", render(nasty, "text"))


def test_json_holds_every_finding_and_name(nasty: Report) -> None:
    report = json.loads(render(nasty, "json"))
    assert len(report["findings"]) == len(nasty.findings)
    assert {f["subject"]["id"] for f in report["findings"] if f["code"] == "PO001"} == set(NAMES)
    assert report["summary"] == nasty.summary
    assert list(report)[:3] == ["version", "profile", "profiles"]


def test_github_gets_one_command_per_finding_and_no_more(nasty: Report) -> None:
    lines = render(nasty, "github").splitlines()
    assert len(lines) == len(nasty.findings)
    for line in lines:
        assert re.fullmatch(r"::(error|warning|notice) title=[^,:]+::.*", line)
    assert command("error", "a,b:c", sm.errors.Place("C:\\x\\y,z.yaml", 3), "1\r\n2%") == (
        "::error title=a%2Cb%3Ac,file=C%3A/x/y%2Cz.yaml,line=3::1%0D%0A2%25"
    )


def test_markdown_keeps_every_finding_in_one_row_of_six_cells(nasty: Report) -> None:
    text = render(nasty, "markdown")
    rows = [line for line in text.splitlines() if line.startswith("| ") and "PO001" in line]
    assert len(rows) == len(NAMES)
    for row in rows:
        assert len(re.findall(r"(?<!\\)\|", row.replace("\\\\", ""))) == 7
    assert "<" not in text
    assert not re.search(r"(?<!\\)[\[`]", text.replace("\\\\", ""))


def test_a_frame_holds_a_row_per_finding(nasty: Report) -> None:
    frame = nasty.to_frame()
    assert type(frame).__module__.startswith("pandas")
    assert list(frame["code"]) == [f.code for f in nasty]
    assert set(frame[frame["code"] == "PO001"]["subject"]) == set(NAMES)
    back = list(csv.DictReader(io.StringIO(frame.to_csv(index=False))))
    assert [row["message"] for row in back] == [f.message for f in nasty]


@pytest.mark.parametrize(("missing", "expected"), [({"pandas"}, "polars"), ({"pandas", "polars"}, None)])
def test_a_frame_is_made_with_what_is_installed(
    nasty: Report, monkeypatch: pytest.MonkeyPatch, missing: set[str], expected: str | None
) -> None:
    from importlib.util import find_spec

    monkeypatch.setattr("spotifymodel.checking.frames.find_spec", lambda name: None if name in missing else find_spec(name))
    if expected is None:
        with pytest.raises(sm.errors.MissingDependencyError, match=r"pip install 'spotifymodel\[frames\]'"):
            nasty.to_frame()
    else:
        frame = nasty.to_frame()
        assert type(frame).__module__.startswith(expected)
        assert frame["code"].to_list() == [f.code for f in nasty]


@pytest.mark.parametrize(
    ("suffix", "begins"), [(".json", "{"), (".sarif", "{"), (".txt", "error"), (".html", "<!doctype html>"), (".md", "## ")]
)
def test_the_suffix_names_the_output(nasty: Report, tmp_path: Path, suffix: str, begins: str) -> None:
    path = tmp_path / f"report{suffix}"
    nasty.save(path)
    assert path.read_text("utf-8").startswith(begins)
    nasty.save(tmp_path / "report", format="json")
    assert json.loads((tmp_path / "report").read_text("utf-8"))["version"] == 1


def test_an_unknown_output_names_those_there_are(nasty: Report, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"the suffix names no report format; there are .*\.sarif"):
        nasty.save(tmp_path / "report.docx")
    for name in ("docx", "__init__", "../text"):
        with pytest.raises(UsageError) as caught:
            render(nasty, name)
        assert set(caught.value.known) == set(all_outputs())
    assert output_named("text") is all_outputs()["text"]
    save_report(Outcome((nasty, nasty)), tmp_path / "both.json")
    assert len(json.loads((tmp_path / "both.json").read_text("utf-8"))["findings"]) == 2 * len(nasty.findings)


def test_a_report_is_short_in_one_line_and_stops_a_program_when_asked(nasty: Report) -> None:
    assert repr(nasty).startswith(f"<Report under brunel-2017: {nasty.summary['error']} error")
    assert str(nasty) == render(nasty, "text").rstrip("\n")
    with pytest.raises(sm.errors.FindingsError) as caught:
        nasty.raise_for_errors()
    assert caught.value.report is nasty
    assert str(caught.value).startswith(f"{len(nasty.counted)} findings, among them:\n")
    sound = sm.check(sm.example("hypotheek"), select="SQ001", language="en")
    sound.raise_for_errors()
    assert repr(sound) == "<Report under brunel-2017: nothing found>"
    assert bool(sound)
    assert len(sound) == 0
    assert sound.of("error") == ()
    assert "nothing found" in sound._repr_html_()


def test_a_notebook_does_not_drown_in_findings_or_tribes() -> None:
    many = sm.Org(people=[], tribes=[{"id": f"t{k}", "squads": [{"id": f"s{k}-{j}"} for j in range(9)]} for k in range(40)])
    report = sm.check(many, select="PO001")
    assert len(report) == 360
    html = report._repr_html_()
    assert html.count("<tr>") == 200
    assert "+ 160" in html
    shown = many._repr_html_()
    assert "and 10 more tribes" in shown
    assert shown.count("<tr>") == 31


def test_a_chart_shows_what_it_has_even_when_it_is_unfinished() -> None:
    assert "empty" in sm.Org(people=[])._repr_html_()
    shown = sm.Org(people=[{"id": "a"}], units=[{"id": "u"}], kind="life_event_chain")._repr_html_()
    assert "1 person · 1 unit" in shown
    assert "(life event chain)" in shown


@pytest.mark.parametrize(
    ("text", "safe"),
    [("a\x1b]0;x\x07b", "a<U+001B>]0;x<U+0007>b"), ("a\u202eb", "a<U+202E>b"), ("a\tb", "a b"), ("a\u2028b", "a<U+2028>b"), ("é", "é")],
)
def test_nothing_moves_the_cursor(text: str, safe: str) -> None:
    assert printable(text) == safe


def test_columns_and_cropping_keep_the_caret_under_its_character() -> None:
    assert [columns(t) for t in ("abc", "百分", "e\u0301", "👩")] == [3, 4, 1, 2]
    line = "".join(chr(97 + k % 26) for k in range(300))
    for at in range(300):
        shown, where = crop(line, at, 60)
        assert len(shown) == 60
        assert shown[where] == line[at] or shown[where] == "…"
    assert crop("short", 3, 60) == ("short", 3)


def test_the_caret_stands_under_the_value_also_behind_wide_names(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(
        "format: spotifymodel/1\npeople: [{id: a}]\ntribes:\n  - {id: t, squads: [{id: s, name: 百分百, members: [a]}]}\n", encoding="utf-8"
    )
    text = render(sm.check(sm.Org.load(path), select="PO001"), "text").splitlines()
    at = next(k for k, line in enumerate(text) if "| " in line)
    above, below = text[at], text[at + 1]
    caret = columns(below[: below.index("^")])
    assert caret == columns(above[: above.index("[a]")])
