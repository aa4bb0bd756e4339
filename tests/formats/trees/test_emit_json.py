"""What is written as JSON is read back the same, by us and by others."""

from __future__ import annotations

import json
import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spotifymodel.errors import UsageError
from spotifymodel.formats.trees.emit_json import write_json
from spotifymodel.formats.trees.json_tree import read_json

from .documents import trees


@given(trees, st.sampled_from([None, 1, 2]))
def test_every_tree_is_read_back_as_it_was(tree: Any, indent: int | None) -> None:
    text = write_json(tree, indent=indent)
    assert text.endswith("\n")
    assert repr(read_json(text.encode())) == repr(tree)
    assert repr(json.loads(text)) == repr(tree)


def test_the_layout_is_fixed() -> None:
    assert write_json({"b": [1, {}], "a": "é😀\n\u2028"}) == '{\n "b": [\n  1,\n  {}\n ],\n "a": "é😀\\n\u2028"\n}\n'
    assert write_json([1.0, True, None], indent=None) == "[1.0,true,null]\n"


@pytest.mark.parametrize(
    ("tree", "words"),
    [
        ([math.nan], r"\$\[0\]: it is not a finite number"),
        ({"a": -(10**18)}, r"\$\.a: it is a whole number of more than 18 digits"),
        (["\ud83d"], "half a character"),
        ({1: 2}, "a key that is not text"),
        ([(1, 2)], "it is a tuple"),
    ],
)
def test_what_could_not_be_read_back_is_not_written(tree: Any, words: str) -> None:
    with pytest.raises(UsageError, match=words):
        write_json(tree)
