"""Paths lead to lines and columns, as slow and independent readers find them."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from spotifymodel.formats.trees.emit_yaml import write_yaml
from spotifymodel.formats.trees.paths import Path, format_path
from spotifymodel.formats.trees.positions import Positions

from .documents import CHART_JSON, CHART_YAML, charts, trees

Spots = dict[Path, tuple[tuple[int, int], tuple[int, int]]]


class SlowJson:
    """A reader of valid JSON, character by character, that notes where keys and values begin."""

    def __init__(self, text: str) -> None:
        self.text, self.at, self.line, self.column = text, 0, 1, 1
        self.spots: Spots = {}

    def step(self) -> str:
        char = self.text[self.at]
        self.at += 1
        if char == "\n" or (char == "\r" and self.text[self.at : self.at + 1] != "\n"):
            self.line, self.column = self.line + 1, 1
        else:
            self.column += 1
        return char

    def peek(self) -> str:
        while self.text[self.at] in " \t\r\n":
            self.step()
        return self.text[self.at]

    def string(self) -> str:
        start = self.at
        self.step()
        while self.text[self.at] != '"':
            if self.step() == "\\":
                self.step()
        self.step()
        return str(json.loads(self.text[start : self.at]))

    def value(self, path: Path, key_at: tuple[int, int] | None = None) -> Spots:
        first = self.peek()
        here = (self.line, self.column)
        self.spots[path] = (key_at or here, here)
        if first == '"':
            self.string()
        elif first in "[{":
            self.step()
            index = 0
            while self.peek() not in "]}":
                if first == "[":
                    self.value((*path, index))
                    index += 1
                else:
                    at = (self.line, self.column)
                    key = self.string()
                    self.peek()
                    self.step()
                    self.value((*path, key), at)
                if self.peek() == ",":
                    self.step()
            self.step()
        else:
            while self.at < len(self.text) and self.text[self.at] not in ",]} \t\r\n":
                self.step()
        return self.spots


def yaml_spots(data: bytes) -> Spots:
    """The places that PyYAML's own nodes carry."""
    spots: Spots = {}

    def walk(node: Any, path: Path, key: Any) -> None:
        spots[path] = (mark(key), mark(node))
        if isinstance(node, yaml.MappingNode):
            for name, value in node.value:
                walk(value, (*path, name.value), name)
        elif isinstance(node, yaml.SequenceNode):
            for index, item in enumerate(node.value):
                walk(item, (*path, index), item)

    def mark(node: Any) -> tuple[int, int]:
        return node.start_mark.line + 1, node.start_mark.column + 1

    root = yaml.compose(data.decode(), yaml.BaseLoader)
    walk(root, (), root)
    return spots


def agree(positions: Positions, spots: Spots) -> None:
    for path, (key_at, at) in spots.items():
        assert positions.find(path) == at, path
        assert positions.find_key(path) == key_at, path


@given(
    trees,
    st.sampled_from([None, 0, 2]),
    st.booleans(),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.sampled_from(["", " ", "\n\n  "]),
    st.booleans(),
)
def test_every_value_of_a_json_document_is_found_where_a_slow_reader_finds_it(
    tree: Any, indent: int | None, ascii_only: bool, ending: str, before: str, mark: bool
) -> None:
    text = before + json.dumps(tree, indent=indent, ensure_ascii=ascii_only).replace("\n", ending)
    data = (b"\xef\xbb\xbf" if mark else b"") + text.encode()
    agree(Positions(data, "json"), SlowJson(text).value(()))


def test_the_chart_is_found_where_slow_readers_find_it() -> None:
    agree(Positions(CHART_JSON.encode(), "json"), SlowJson(CHART_JSON).value(()))
    agree(Positions(CHART_YAML.encode(), "yaml"), yaml_spots(CHART_YAML.encode()))


@given(charts, st.booleans())
def test_every_value_of_a_yaml_document_is_found_where_its_nodes_stand(chart: Any, mark: bool) -> None:
    data = write_yaml(chart).encode()
    agree(Positions((b"\xef\xbb\xbf" if mark else b"") + data, "yaml"), yaml_spots(data))


def test_columns_count_characters_also_on_a_very_long_line() -> None:
    tree = {"names": ["Özdemir 😀"] * 20_000 + ["[}"], "last": 1}
    text = json.dumps(tree, ensure_ascii=False)
    positions = Positions(text.encode(), "json")
    assert positions.find(("last",)) == (1, len(text) - 1)
    assert positions.find(("names", 20_000)) == (1, text.index('"[}"') + 1)
    assert positions.find(("names", 3)) == (1, 12 + 3 * len('"Özdemir 😀", '))


def test_a_mapping_with_many_keys_is_found_in_every_time() -> None:
    tree = {f"k{n}": n for n in range(500)}
    positions = Positions(json.dumps(tree, indent=0).encode(), "json")
    for n in (0, 499, 63, 64, 65, 0):
        assert positions.find_key((f"k{n}",)) == (n + 2, 1)
    assert positions.find(("nobody",)) == (1, 1)


@pytest.mark.parametrize(
    ("path", "spot"),
    [
        (("people", 1, "nothing"), (5, 5)),
        (("people", 7), (3, 13)),
        (("people", -1), (3, 13)),
        (("people", "anna"), (3, 13)),
        (("people", 0, "id", "deeper", 3), (4, 12)),
        (("nowhere",), (1, 1)),
        ((0,), (1, 1)),
    ],
)
def test_a_path_that_leads_nowhere_means_its_nearest_ancestor(path: Path, spot: tuple[int, int]) -> None:
    assert Positions(CHART_JSON.encode(), "json").find(path) == spot


@pytest.mark.parametrize("kind", ["json", "yaml"])
def test_a_document_without_any_value_has_no_positions(kind: Any) -> None:
    for data in (b"", b" \n", b"\xef\xbb\xbf"):
        assert Positions(data, kind).find(("a",)) is None
        assert Positions(data, kind).find_key(()) is None


@given(st.binary(max_size=50) | st.sampled_from([CHART_JSON.encode()[:n] for n in range(0, 300, 7)]), st.sampled_from(["json", "yaml"]))
def test_positions_never_fail_on_faulty_documents(data: bytes, kind: Any) -> None:
    positions = Positions(data, kind)
    for path in ((), ("people", 0, "id"), (0, 0)):
        for found in (positions.find(path), positions.find_key(path)):
            assert found is None or (found[0] >= 1 and found[1] >= 1)
    positions.line(1)


def test_bombs_do_not_keep_anybody_waiting() -> None:
    started = time.process_time()
    for data in (b"[" * 200_000, b"- " * 200_000, b"{a: " * 100_000, b'{"a":' * 100_000, b"%TAG !a! tag:x\n" * 20_000, b"- *x\n" * 50_000):
        for kind in ("json", "yaml"):
            Positions(data, kind).find((0, "a", 0))  # type: ignore[arg-type]
    assert time.process_time() - started < 4


def test_a_cut_off_document_is_known_as_far_as_it_goes() -> None:
    positions = Positions(b'{"a": [1, {"b": 2}, [3', "json")
    assert positions.find(("a", 1, "b")) == (1, 17)
    assert positions.find(("a", 2, 0)) == (1, 22)
    positions = Positions(b"a:\n  - b: 1\n  - {c: 2, d: [", "yaml")
    assert positions.find(("a", 1, "c")) == (3, 9)


def test_lines_are_shown_without_their_breaks() -> None:
    positions = Positions("\ufeffa: é\r\nb: c\rd: e\n".encode(), "yaml")
    assert [positions.line(n) for n in range(-1, 6)] == ["", "", "a: é", "b: c", "d: e", "", ""]
    assert positions.find(("d",)) == (3, 4)


def test_lines_far_into_a_large_file_are_found() -> None:
    data = "".join(f"- item {n} é\n" for n in range(30_000)).encode()
    positions = Positions(data, "yaml")
    assert positions.line(1) == "- item 0 é"
    assert positions.line(30_000) == "- item 29999 é"
    assert positions.line(15_001) == "- item 15000 é"
    text = json.dumps(list(range(30_000)), indent=1)
    assert Positions(text.encode(), "json").find((29_999,)) == (30_001, 2)


def paths(tree: Any, path: Path = ()) -> Iterator[Path]:
    yield path
    for key, value in tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ():
        yield from paths(value, (*path, key))


@given(trees)
def test_shown_paths_stand_on_one_visible_line(tree: Any) -> None:
    for path in paths(tree):
        shown = format_path(path)
        assert shown.startswith("$")
        assert shown.isprintable()
        assert len(shown) < 10_000


def test_odd_keys_are_quoted_and_long_paths_are_cut() -> None:
    assert format_path(("a b", 'x"y', "", "0", "é", "a\nb", "\u202e")) == '$["a b"]["x\\"y"][""]["0"].é["a\\nb"]["\\u202e"]'
    assert format_path((0,) * 100) == "$" + "[0]" * 16 + "…"
