"""JSON is read strictly, and every refusal says where."""

from __future__ import annotations

import json
import math
import time
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from spotifymodel.errors import InputRefusedError, Trouble
from spotifymodel.formats.trees.json_outline import depth_exceeds, first_deeper_than
from spotifymodel.formats.trees.json_tree import check_limits, read_json
from spotifymodel.formats.trees.limits import InputLimits

from .documents import CHART_JSON, trees


def refusal(data: bytes, **options: Any) -> tuple[Trouble, ...]:
    with pytest.raises(InputRefusedError) as caught:
        read_json(data, "chart.json", **options)
    assert caught.value.file == "chart.json"
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None
    return caught.value.troubles


def spot(trouble: Trouble) -> tuple[str, int | None, int | None, str | None]:
    return trouble.kind, trouble.place.line, trouble.place.column, trouble.place.path


# -- what is read ------------------------------------------------------------------------------------------------------


@given(trees, st.sampled_from([None, 0, 1, 4]), st.booleans(), st.booleans())
def test_every_document_reads_as_the_standard_library_reads_it(tree: Any, indent: int | None, ascii_only: bool, mark: bool) -> None:
    text = json.dumps(tree, indent=indent, ensure_ascii=ascii_only)
    data = (b"\xef\xbb\xbf" if mark else b"") + text.encode()
    assert repr(read_json(data)) == repr(json.loads(text))
    assert repr(read_json(data, limited=False)) == repr(json.loads(text))


def test_a_pair_of_escapes_is_one_character() -> None:
    assert read_json(rb'"\ud83d\ude00"') == "😀"


# -- what is refused ---------------------------------------------------------------------------------------------------

REFUSED: list[tuple[bytes, str, int | None, int | None, str | None]] = [
    (b"", "syntax", 1, 1, None),
    (b" \n ", "syntax", 2, 2, None),
    (b'{"a":', "syntax", 1, 6, "$.a"),
    (b'{"a": [1,\n2', "syntax", 2, 2, "$.a[1]"),
    (b'{"a": "b', "syntax", 1, 9, "$.a"),
    (b'[{"a": 1}, {"b": tru}]', "syntax", 1, 18, "$[1].b"),
    (b'{"a": True}', "syntax", 1, 7, "$.a"),
    (b"{'a': 1}", "syntax", 1, 2, "$"),
    (b"{\"a\": 'b'}", "syntax", 1, 7, "$.a"),
    (b"{1: 2}", "syntax", 1, 2, "$"),
    (b'{"a" 1}', "syntax", 1, 6, "$"),
    (b'{"a": 1 "b": 2}', "syntax", 1, 9, "$"),
    (b'{"a": 1,}', "syntax", 1, 9, "$"),
    (b"[1, 2,]", "syntax", 1, 7, "$"),
    (b"[,1]", "syntax", 1, 2, "$"),
    (b"{} {}", "syntax", 1, 4, "$"),
    (b"// comment\n{}", "syntax", 1, 1, "$"),
    (b"[1, # comment\n2]", "syntax", 1, 5, "$[0]"),
    (b"[01]", "syntax", 1, 2, "$[0]"),
    (b"[.5]", "syntax", 1, 2, "$[0]"),
    (b"[+1]", "syntax", 1, 2, "$[0]"),
    (b"[0x1F]", "syntax", 1, 3, "$"),
    (b'{"\xc3\xa9\xc3\xa9n": "\x01"}', "syntax", 1, 10, "$.één"),
    (b'["a\nb"]', "syntax", 1, 4, "$[0]"),
    (b'["a\tb"]', "syntax", 1, 4, "$[0]"),
    (b'["a\x00b"]', "syntax", 1, 4, "$[0]"),
    (rb'["C:\temp\x"]', "syntax", 1, 11, "$[0]"),
    (b"\x00", "syntax", 1, 1, "$"),
    (rb'["\ud800"]', "encoding", 1, 3, "$[0]"),
    (rb'["\udc00\ud800"]', "encoding", 1, 3, "$[0]"),
    (b'["Ren\xe9"]', "encoding", 1, 6, None),
    (b'["\xed\xa0\x80"]', "encoding", 1, 3, None),
    ('{"a": 1}'.encode("utf-16"), "encoding", 1, 1, None),
    ('{"a": 1}'.encode("utf-16-le"), "encoding", 1, 1, None),
    ('{"a": 1}'.encode("utf-16-be"), "encoding", 1, 1, None),
    ('{"a": 1}'.encode("utf-32"), "encoding", 1, 1, None),
    (b'{"fte": NaN}', "out-of-range", 1, 9, "$.fte"),
    (b"[1, Infinity]", "out-of-range", 1, 5, "$[1]"),
    (b"[-Infinity]", "out-of-range", 1, 2, "$[0]"),
    (b'{"fte": 1e400}', "out-of-range", 1, 9, "$.fte"),
    (b'{"fte": -1e+0400}', "out-of-range", 1, 9, "$.fte"),
    (b"[1" + b"0" * 400 + b".5]", "out-of-range", 1, 2, "$[0]"),
    (b'{"id": 1234567890123456789}', "limit", 1, 8, "$.id"),
    (b"[-" + b"1" * 5000 + b"]", "limit", 1, 2, "$[0]"),
]


@pytest.mark.parametrize(("data", "kind", "line", "column", "path"), REFUSED, ids=[str(case[0][:24]) for case in REFUSED])
def test_a_faulty_document_is_refused_with_kind_and_place(data: bytes, kind: str, line: int, column: int, path: str | None) -> None:
    (trouble,) = refusal(data)
    assert spot(trouble) == (kind, line, column, path)
    assert trouble.message


def test_all_duplicate_keys_are_named_with_both_places() -> None:
    first, second, third = refusal(b'{"a": 1, "b": {"x": 1,\n "x": [2], "x": 3},\n "\\u0061": 2}')
    assert spot(first) == ("duplicate-key", 2, 2, "$.b.x")
    assert "first at line 1, column 16" in first.message
    assert spot(second) == ("duplicate-key", 2, 12, "$.b.x")
    assert spot(third) == ("duplicate-key", 3, 2, "$.a")
    assert "first at line 1, column 2" in third.message


def test_of_many_duplicate_keys_a_hundred_are_listed() -> None:
    troubles = refusal(b"[" + b",".join([b'{"a":1,"a":2}'] * 150) + b"]")
    assert len(troubles) == 101
    assert troubles[-1].kind == "limit"


def test_duplicates_in_a_large_document_are_found_too() -> None:
    data = b'{"x": [' + b",".join([b'{"name": "[\\"]"}'] * 600_000) + b', {"a": 1, "a": 2}]}'
    (trouble,) = refusal(data)
    assert trouble.place.path == "$.x[600000].a"
    assert trouble.place.column == data.rindex(b'"a"') + 1


@pytest.mark.parametrize("data", [b"[" * 100_000, b'{"a":' * 100_000, b"[" * 65 + b"]" * 65, b'{"a":[' * 50 + b"]}" * 50])
def test_deep_nesting_is_refused_at_the_first_bracket_too_many(data: bytes) -> None:
    (trouble,) = refusal(data)
    assert trouble.kind == "limit"
    assert trouble.place.line == 1
    assert data[: (trouble.place.column or 0) - 1].count(b"[") + data[: (trouble.place.column or 0) - 1].count(b"{") == 64


def test_sixty_four_levels_are_fine() -> None:
    assert read_json(b"[" * 64 + b"]" * 64)


def test_brackets_inside_texts_are_no_levels() -> None:
    assert read_json(b'{"a": "' + b"[" * 100 + b'"}')
    assert refusal(b"[" * 65 + b'"' + b"]" * 65 + b'"' + b"]" * 65)


def test_limits_can_be_judged_after_reading() -> None:
    deep, long = b"[" * 65 + b"]" * 65, b'{"extra": 1e999}'
    for data in (deep, long):
        assert read_json(data, limited=False)
        with pytest.raises(InputRefusedError) as later:
            check_limits(data, "chart.json")
        assert later.value.troubles == refusal(data)
    check_limits(CHART_JSON.encode(), "chart.json")


def test_a_file_larger_than_allowed_is_refused_before_it_is_read() -> None:
    (trouble,) = refusal(b"[" * 11, limits=InputLimits(json_bytes=10))
    assert trouble.kind == "limit"


def test_many_texts_of_digits_are_no_numbers() -> None:
    tree = [str(10**30 + n) for n in range(2000)] + [1.5, "1e999", '"1e999']
    assert read_json(json.dumps(tree).encode()) == tree


def test_no_value_of_a_person_stands_in_a_message() -> None:
    for data in (
        b'{"name": "Anna", "name": "Geheim"}',
        b'{"name": "Geheim\x01"}',
        b'{"salary": 123456789012345678901}',
        b'{"name": Geheim}',
    ):
        text = "\n".join(map(str, refusal(data)))
        assert "Geheim" not in text
        assert "1234" not in text


# -- properties --------------------------------------------------------------------------------------------------------


class _Refused(Exception):
    pass


def oracle(data: bytes) -> Any:
    """Read strictly with the standard library, which knows nothing of ours."""

    def pairs(items: list[tuple[str, Any]]) -> dict[str, Any]:
        if len({key for key, _ in items}) != len(items):
            raise _Refused
        return dict(items)

    def refuse(_text: str) -> Any:
        raise _Refused

    def whole(text: str) -> int:
        if len(text.lstrip("-")) > 18:
            raise _Refused
        return int(text)

    def finite(text: str) -> float:
        if math.isinf(float(text)):
            raise _Refused
        return float(text)

    try:
        text = data.decode()
        tree = json.loads(text, object_pairs_hook=pairs, parse_constant=refuse, parse_int=whole, parse_float=finite)
        json.dumps(tree, ensure_ascii=False).encode()  # no lone surrogates
    except (ValueError, _Refused, RecursionError):
        raise _Refused from None
    if depth(tree) > 64:
        raise _Refused
    return tree


def depth(tree: Any) -> int:
    if isinstance(tree, dict | list):
        return 1 + max((depth(inner) for inner in (tree.values() if isinstance(tree, dict) else tree)), default=0)
    return 0


def check_against_oracle(data: bytes) -> None:
    started = time.process_time()
    try:
        expected = repr(oracle(data))
    except _Refused:
        expected = None
    try:
        seen = repr(read_json(data, "x"))
    except InputRefusedError as err:
        seen = None
        for trouble in err.troubles:
            assert trouble.place.line is not None
            assert trouble.place.column is not None
            lines = data.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
            assert 1 <= trouble.place.line <= len(lines)
            assert 1 <= trouble.place.column <= len(lines[trouble.place.line - 1]) + 2
    assert seen == expected
    assert time.process_time() - started < 2


@given(st.binary(max_size=60))
@example(b"[" * 200)
def test_random_bytes_are_read_or_refused_as_the_oracle_says(data: bytes) -> None:
    if not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")) and b"\x00" not in data[:2]:
        check_against_oracle(data)


pieces = st.sampled_from(
    [
        *(
            b"{",
            b"}",
            b"[",
            b"]",
            b",",
            b":",
            b'"',
            b"\\",
            b'\\"',
            b"\\u0061",
            b"\\ud800",
            b"\\udc00",
            b" ",
            b"\n",
            b"\r\n",
            b"\t",
            b"0",
            b"1",
            b"-",
        ),
        *(
            b".",
            b"e",
            b"E+9",
            b"e999",
            b"1234567890123456789",
            b"true",
            b"null",
            b"NaN",
            b"'",
            b"/",
            b"\xff",
            b"\xc3",
            b"\x00",
            b'"id": 1,',
        ),
        "é😀".encode(),
    ]
)


@given(st.lists(pieces, max_size=30).map(b"".join))
@example(b'{"a":0,"a":"')
@example(b'["\\\\",{"a":1}]')
def test_json_like_bytes_are_read_or_refused_as_the_oracle_says(data: bytes) -> None:
    if b"\x00" not in data[:2]:
        check_against_oracle(data)


@example([(CHART_JSON.index("0.8") + 2, 0, b"1234567890123456789")])
@given(st.lists(st.tuples(st.integers(0, len(CHART_JSON)), st.integers(0, 6), pieces), min_size=1, max_size=4))
def test_a_damaged_chart_is_read_or_refused_as_the_oracle_says(damage: list[tuple[int, int, bytes]]) -> None:
    data = CHART_JSON.encode()
    for at, length, piece in damage:
        data = data[:at] + piece + data[at + length :]
    if b"\x00" not in data[:2]:
        check_against_oracle(data)


@given(trees, st.integers(1, 5))
def test_depth_is_measured_without_a_walk(tree: Any, limit: int) -> None:
    data = json.dumps(tree, ensure_ascii=False).encode()
    assert depth_exceeds(data, limit) == (depth(tree) > limit)
    first = first_deeper_than(data, limit)
    assert (first is not None) == (depth(tree) > limit)
