"""What is written as YAML is read back the same, by us and by others, and reads well."""

from __future__ import annotations

import io
import math
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from ruamel.yaml import YAML

from spotifymodel.errors import UsageError
from spotifymodel.formats.trees.emit_yaml import write_yaml
from spotifymodel.formats.trees.yaml_tree import read_yaml

from .documents import CHART_RULES, CHART_YAML, FREE_RULES, NASTY_TEXTS, charts, texts, trees


def read_by_others(text: str) -> dict[str, Any]:
    """What PyYAML (YAML 1.1, both parsers) and ruamel (YAML 1.2 and 1.1) make of a document."""
    found = {
        "PyYAML in Python": yaml.load(text, yaml.SafeLoader),
        "PyYAML on libyaml": yaml.load(text.encode(), yaml.CSafeLoader),
    }
    for version in ("1.2", "1.1"):
        ruamel = YAML(typ="safe", pure=True)
        ruamel.version = version
        found[f"ruamel {version}"] = ruamel.load(io.StringIO(text))
    return found


@given(trees)
def test_every_tree_is_read_back_as_it_was(tree: Any) -> None:
    text = write_yaml({"extra": tree})
    assert repr(read_yaml(text.encode(), None, FREE_RULES)) == repr({"extra": tree})


@given(charts)
def test_every_chart_is_read_back_as_it_was(chart: Any) -> None:
    text = write_yaml(chart)
    assert repr(read_yaml(text.encode(), None, CHART_RULES)) == repr(chart)


@given(trees)
def test_other_readers_read_the_same(tree: Any) -> None:
    for reader, seen in read_by_others(write_yaml({"x": tree})).items():
        assert seen == {"x": tree}, reader


@pytest.mark.parametrize("text", NASTY_TEXTS, ids=ascii)
def test_a_nasty_text_is_text_to_every_reader_wherever_it_stands(text: str) -> None:
    tree = {"a": text, text: "b", "c": [text, [text]], "d": {text: text}, "e": [{"id": text, "f": [1, text]}]}
    written = write_yaml(tree)
    for reader, seen in read_by_others(written).items():
        assert seen == tree, reader
    assert read_yaml(written.encode()) == {**tree, "e": [{"id": text, "f": ["1", text]}]}


@given(texts)
@example("\U000e0001")
def test_what_is_written_shows_on_the_screen(text: str) -> None:
    written = write_yaml([text])
    assert all(char.isprintable() or char in "\n\u200c\u200d" for char in written)


@given(trees)
def test_only_long_texts_make_lines_wide(tree: Any) -> None:
    for line in write_yaml(tree).split("\n"):
        if len(line) > 120:
            assert not line.lstrip(" -?").startswith(("[", "{"))


def test_a_chart_is_written_as_people_write_it() -> None:
    assert (
        write_yaml(read_yaml(CHART_YAML.encode(), None, CHART_RULES))
        == """\
format: spotifymodel/1
organisation: "Polderbank: één"
people:
  - {id: anna, name: Anna de Vries, fte: 0.8, skills: {product: 3, data: 1}}
  - id: ben
    name: Ben Özdemir 😀
    vacancy: true
    extra:
      kostenplaats: "0042"
      nested:
        - 1
        - 2.5
        - {deep: [null, null, true]}
tribes:
  - id: hypotheek
    purpose: |
      Iedere klant
        een passende hypotheek
    note: gevouwen tekst
    squads:
      - id: app
        members:
          - anna
          - {person: ben, allocation: 0.5, from: "2027-01-01"}
        lead: null
"""
    )


def test_small_things_have_one_way_to_be_written() -> None:
    tree = {"none": None, "yes": True, "no": [], "map": {}, "big": 1e16, "small": 1e-7, "one": 1.0, "zero": -0.0, "long": "a" * 200}
    assert write_yaml(tree) == (
        'none: null\n"yes": true\n"no": []\nmap: {}\nbig: 1.0e+16\nsmall: 1.0e-07\none: 1.0\nzero: -0.0\nlong: ' + "a" * 200 + "\n"
    )
    assert write_yaml([[1, [2]], ["a"]]) == "- - 1\n  - [2]\n- [a]\n"
    assert write_yaml("NO") == '"NO"\n'
    assert write_yaml(None) == "null\n"
    assert write_yaml({}) == "{}\n"


def test_a_list_too_wide_for_one_line_takes_a_line_per_item() -> None:
    ids = [f"person-{n}" for n in range(12)]
    assert write_yaml({"members": ids}) == "members:\n" + "".join(f"  - {name}\n" for name in ids)
    assert write_yaml({"members": ids[:9]}) == f"members: [{', '.join(ids[:9])}]\n"


def test_emoji_and_accents_stand_as_they_are() -> None:
    assert write_yaml({"a": ["👩‍👩‍👧 Nguyễn", "نمی‌دانم", "日本"]}) == "a: [👩‍👩‍👧 Nguyễn, نمی‌دانم, 日本]\n"


def nested(levels: int) -> Any:
    tree: Any = "x"
    for _ in range(levels):
        tree = [tree]
    return tree


@pytest.mark.parametrize(
    ("tree", "words"),
    [
        ({"a": [1, math.nan]}, r"cannot write \$\.a\[1\]: it is not a finite number"),
        ({"a": math.inf}, r"\$\.a: it is not a finite number"),
        ({"a": 10**18}, r"\$\.a: it is a whole number of more than 18 digits"),
        ({"a": {"b": "\ud800"}}, r"\$\.a\.b: it holds half a character"),
        ({"a": {"\udfff": 1}}, r"\$\.a: it holds a key with half a character"),
        ({"a": {1: 2}}, r"\$\.a: it holds a key that is not text"),
        ({"a": {None: 2}}, r"\$\.a: it holds a key that is not text"),
        ([{1, 2}], r"\$\[0\]: it is a set, which no document holds"),
        (nested(65), "more than 64 levels deep"),
    ],
)
def test_what_could_not_be_read_back_is_not_written(tree: Any, words: str) -> None:
    with pytest.raises(UsageError, match=words):
        write_yaml(tree)


def test_sixty_four_levels_are_written_and_read_back() -> None:
    assert read_yaml(write_yaml(nested(64)).encode()) == nested(64)
