"""A document is called plain only where no text of it can hold what texts must not hold."""

from __future__ import annotations

import json
import re

from hypothesis import given
from hypothesis import strategies as st

from spotifymodel.formats.trees.json_texts import is_plain
from spotifymodel.model.fields import FORBIDDEN

FORBIDDEN_HERE = re.compile(f"[{FORBIDDEN}]")
EVERY = [chr(n) for n in range(0x10000) if FORBIDDEN_HERE.match(chr(n))]


def spelled(text: str) -> list[bytes]:
    """Return the ways in which JSON may spell a text that holds one character."""
    escape = f'"\\u{ord(text):04x}"'
    ways = [json.dumps(text), json.dumps(text, ensure_ascii=False), escape, escape.upper().replace("U", "u")]
    return [way.encode() for way in ways]


def test_no_forbidden_character_passes_however_it_is_spelled() -> None:
    assert len(EVERY) == 32 + 33 + 5 + 4
    for one in EVERY:
        for way in spelled(one):
            raw_control = ord(one) < 0x20 and b"\\" not in way  # no JSON: the parser refuses it
            assert raw_control or not is_plain(way), way


def test_letters_of_any_script_and_plain_escapes_pass() -> None:
    for text in ("René", "Nguyễn", "王小明", "مريم", "👩‍👩‍👧", "Łódź", 'say "hi"', "a/b", "back\\slash"):
        for ascii_only in (True, False):
            assert is_plain(json.dumps({"name": text}, ensure_ascii=ascii_only).encode()), text


@given(st.dictionaries(st.text(max_size=5), st.text(max_size=8), max_size=4), st.booleans())
def test_what_is_plain_holds_nothing_forbidden(tree: dict[str, str], ascii_only: bool) -> None:
    data = json.dumps(tree, ensure_ascii=ascii_only).encode("utf-8", "replace")
    if is_plain(data):
        assert not any(FORBIDDEN_HERE.search(text) for pair in json.loads(data).items() for text in pair)
