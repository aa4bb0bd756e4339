"""YAML is read strictly, says of every fault where it stands, and keeps what was written."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from spotifymodel.errors import InputRefusedError, Trouble
from spotifymodel.formats.trees.limits import InputLimits
from spotifymodel.formats.trees.scalar_rules import ScalarRules
from spotifymodel.formats.trees.yaml_tree import read_yaml

from .documents import CHART_RULES, CHART_YAML, FREE_RULES


def refusal(data: bytes, rules: ScalarRules = CHART_RULES, **options: Any) -> tuple[Trouble, ...]:
    with pytest.raises(InputRefusedError) as caught:
        read_yaml(data, "chart.yaml", rules, **options)
    assert caught.value.file == "chart.yaml"
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None
    return caught.value.troubles


def spot(trouble: Trouble) -> tuple[str, int | None, int | None, str | None]:
    return trouble.kind, trouble.place.line, trouble.place.column, trouble.place.path


# -- what is read ------------------------------------------------------------------------------------------------------


def test_a_chart_reads_as_it_was_meant() -> None:
    assert read_yaml(CHART_YAML.encode(), "chart.yaml", CHART_RULES) == {
        "format": "spotifymodel/1",
        "organisation": "Polderbank: één",
        "people": [
            {"id": "anna", "name": "Anna de Vries", "fte": 0.8, "skills": {"product": 3, "data": 1}},
            {
                "id": "ben",
                "name": "Ben Özdemir 😀",
                "vacancy": True,
                "extra": {"kostenplaats": "0042", "nested": [1, 2.5, {"deep": [None, None, True]}]},
            },
        ],
        "tribes": [
            {
                "id": "hypotheek",
                "purpose": "Iedere klant\n  een passende hypotheek\n",
                "note": "gevouwen tekst",
                "squads": [{"id": "app", "members": ["anna", {"person": "ben", "allocation": 0.5, "from": "2027-01-01"}], "lead": None}],
            }
        ],
    }


@pytest.mark.parametrize("change", [lambda d: b"\xef\xbb\xbf" + d, lambda d: d.replace(b"\n", b"\r\n"), lambda d: d.replace(b"\n", b"\r")])
def test_byte_order_marks_and_line_ends_change_nothing(change: Any) -> None:
    plain = CHART_YAML.encode()
    assert read_yaml(change(plain), None, CHART_RULES) == read_yaml(plain, None, CHART_RULES)


def test_unquoted_text_stays_what_was_written() -> None:
    words = ["NO", "yes", "on", "00012", "12:30", "1_000", "0x1F", "1e3", "2027-01-01", ".inf", "True", "NULL", "1.10", "=", "0o7"]
    assert read_yaml(("[" + ", ".join(words) + "]").encode(), None, CHART_RULES) == words


@pytest.mark.parametrize(
    ("text", "value"),
    [("1", 1), ("0.8", 0.8), ("-2", -2), ("+3", 3), (".5", 0.5), ("1.", 1.0), ("1e2", 100.0), ("-1.5E-3", -0.0015), ("0", 0)]
    + [(word, word) for word in ("0,8", "1_000", ".inf", ".nan", "08", "007", "0x1F", "0o7", "12:30", "true", "1 000", "1e400", "e")]
    + [('"1"', "1"), ("'0.8'", "0.8"), ("~", None), ("null", None), ("", None), ("Null", "Null")],
)
def test_under_a_number_key_numbers_are_numbers_and_the_rest_is_left_to_the_schema(text: str, value: Any) -> None:
    for document in (f"fte: {text}", f"people: [{{id: a, fte: {text}}}]" if text not in ("0,8", "") else f"fte: {text}"):
        tree: Any = read_yaml(document.encode(), None, CHART_RULES)
        seen = tree["fte"] if "fte" in tree else tree["people"][0]["fte"]
        assert repr(seen) == repr(value)


def test_only_true_and_false_are_truth_values() -> None:
    data = b"[{vacancy: true}, {vacancy: false}, {vacancy: yes}, {vacancy: True}, {vacancy: 'true'}, {vacancy: 1}, {vacancy: ~}]"
    tree: Any = read_yaml(data, None, CHART_RULES)
    assert [item["vacancy"] for item in tree] == [True, False, "yes", "True", "true", "1", None]


def test_mappings_of_numbers_hold_numbers_one_level_deep_whatever_their_keys() -> None:
    data = b"skills: {data: 2, extra: 3, vacancy: true, x: {fte: 1, y: 1}, z: [1]}\nneeds: [1, {fte: 2}]\n"
    assert read_yaml(data, None, CHART_RULES) == {
        "skills": {"data": 2, "extra": 3, "vacancy": "true", "x": {"fte": 1, "y": "1"}, "z": ["1"]},
        "needs": ["1", {"fte": 2}],
    }


def test_under_a_free_key_the_core_schema_rules_at_any_depth() -> None:
    data = b"extra: {a: [1, 0x1F, 0o17, .5, -1e3, TRUE, false, Null, yes, 1:30, 2027-01-01, 007, '1'], b: {c: {fte: 'x', skills: 2}}}\nx: 1"
    assert read_yaml(data, None, CHART_RULES) == {
        "extra": {
            "a": [1, 31, 15, 0.5, -1000.0, True, False, None, "yes", "1:30", "2027-01-01", "007", "1"],
            "b": {"c": {"fte": "x", "skills": 2}},
        },
        "x": "1",
    }
    assert read_yaml(b"extra: 5", None, CHART_RULES) == {"extra": 5}


def test_quoted_keys_are_text_whatever_they_look_like() -> None:
    assert read_yaml(b'"<<": a\n"": b\n"null": c\n"~": d\n1: e\ntrue: f\n') == {
        "<<": "a",
        "": "b",
        "null": "c",
        "~": "d",
        "1": "e",
        "true": "f",
    }


def test_ampersands_exclamation_marks_and_asterisks_inside_texts_are_text() -> None:
    data = b"name: Risk & Compliance!\nx: R&D\ny: [a&b, c!, d*]\nz: '&a !b *c'\n"
    assert read_yaml(data) == {"name": "Risk & Compliance!", "x": "R&D", "y": ["a&b", "c!", "d*"], "z": "&a !b *c"}


# -- what is refused ---------------------------------------------------------------------------------------------------

REFUSED: list[tuple[bytes, list[tuple[str, int | None, int | None, str | None]]]] = [
    (b"", [("syntax", 1, 1, None)]),
    (b"# nothing\n", [("syntax", 1, 1, None)]),
    (b"a: &x 1\nb: *x\n", [("anchor", 1, 4, "$.a"), ("alias", 2, 4, "$.b")]),
    (b"a: &x [*x]", [("anchor", 1, 4, "$.a"), ("alias", 1, 8, "$.a[0]")]),
    (b"&x a: 1", [("anchor", 1, 1, "$")]),
    (b"- &x {a: 1}\n- <<: *x\n", [("anchor", 1, 3, "$[0]"), ("merge", 2, 3, "$[1]")]),
    (b"*x : 1", [("alias", 1, 1, "$")]),
    (b"a: !!str 1\nb: ! c\n", [("tag", 1, 4, "$.a"), ("tag", 2, 4, "$.b")]),
    (b"c: !x {d: !!python/name:os.system e}", [("tag", 1, 4, "$.c"), ("tag", 1, 11, "$.c.d")]),
    (b"a: 1\n'a': 3\nb: {c: 1, c: 2}", [("duplicate-key", 2, 1, "$.a"), ("duplicate-key", 3, 11, "$.b.c")]),
    (b"a: 1\n---\nb: 1\n", [("syntax", 2, 1, "$")]),
    (b"a: 1\n...\nb: 1\n", [("syntax", 3, 1, "$")]),
    (b"? [a, b]\n: c\nd: e\nd: f", [("wrong-type", 1, 3, "$"), ("duplicate-key", 4, 1, "$.d")]),
    (b"? {a: 1, a: 2}\n: c", [("wrong-type", 1, 3, "$"), ("duplicate-key", 1, 10, "$.a")]),
    (b"x:\n  ~: a\n  null: b\n  ? \n  : c", [("wrong-type", 2, 3, "$.x"), ("wrong-type", 3, 3, "$.x"), ("wrong-type", 4, 4, "$.x")]),
    (b"a: \x01\nb: \x7f\xc2\x9f", [("syntax", 1, 4, None), ("syntax", 2, 4, None), ("syntax", 2, 5, None)]),
    ("a: é\x85b: c\u2028d: e\u2029".encode(), [("syntax", 1, 5, None), ("syntax", 1, 10, None), ("syntax", 1, 15, None)]),
    (b"a: Ren\xe9", [("encoding", 1, 7, None)]),
    (b"a: \xed\xa0\x80", [("encoding", 1, 4, None)]),
    ("a: b".encode("utf-16"), [("encoding", 1, 1, None)]),
    ("a: b".encode("utf-16-le"), [("encoding", 1, 1, None)]),
    ("a: b".encode("utf-16-be"), [("encoding", 1, 1, None)]),
    ("a: b".encode("utf-32-be"), [("encoding", 1, 1, None)]),
    (b"a: b\x00", [("syntax", 1, 5, None)]),
    (b'a: "\\uD800"', [("syntax", 1, 7, "$.a")]),
    (b"\ta: b", [("syntax", 1, 1, "$")]),
    (b"a:\n\t- b", [("syntax", 2, 1, "$.a")]),
    (b"name: Team: rood", [("syntax", 1, 11, "$.name")]),
    (b"a: b\n c: d", [("syntax", 2, 3, "$.a")]),
    (b"a:\n  b: 1\n c: 2", [("syntax", 3, 2, "$.a")]),
    (b"- a\nb: c", [("syntax", 2, 1, "$[0]")]),
    (b"a: [b, c\nd: e", [("syntax", 2, 2, "$.a[1]")]),
    (b"a: {b: c\nd: e", [("syntax", 2, 2, "$.a.b")]),
    (b'a: "b\n', [("syntax", 1, 4, "$.a")]),
    (b"- @anna", [("syntax", 1, 3, "$")]),
    (b"a: `b`", [("syntax", 1, 4, "$.a")]),
    (b'a: "C:\\new\\q"', [("syntax", 1, 11, "$.a")]),
    (b"a: - b", [("syntax", 1, 4, "$.a")]),
    (b"%YAML 9.0\n---\na: b", [("syntax", 1, 1, "$")]),
    (b"people: [{fte: 12345678901234567890}]", [("limit", 1, 16, "$.people[0].fte")]),
    (b"skills: {a: 1234567890123456789}", [("limit", 1, 13, "$.skills.a")]),
    (b"extra: [.inf, -.INF]", [("out-of-range", 1, 9, "$.extra[0]"), ("out-of-range", 1, 15, "$.extra[1]")]),
    (b"extra: {a: .NaN, b: 1e999}", [("out-of-range", 1, 12, "$.extra.a"), ("out-of-range", 1, 21, "$.extra.b")]),
    (b"extra: {a: {b: 0xFFFFFFFFFFFFFFFF}}", [("limit", 1, 16, "$.extra.a.b")]),
    (b"extra: " + b"9" * 5000, [("limit", 1, 8, "$.extra")]),
]  # fmt: skip


@pytest.mark.parametrize(("data", "expected"), REFUSED, ids=[str(case[0][:30]) for case in REFUSED])
def test_a_faulty_document_is_refused_with_every_fault_and_place(data: bytes, expected: list[tuple[str, int, int, str]]) -> None:
    troubles = refusal(data)
    assert [spot(trouble) for trouble in troubles] == expected
    assert all(trouble.message and (trouble.fix or trouble.expected) for trouble in troubles)


def test_faults_before_the_place_where_it_stops_being_yaml_are_told_too() -> None:
    assert [t.kind for t in refusal(b"a: &x 1\na: 2\nb: !t c\nd: [e\n")] == ["anchor", "duplicate-key", "tag", "syntax"]


def test_duplicates_name_both_places() -> None:
    (trouble,) = refusal(b"people:\n  - id: anna\n    name: x\n    id: ben\n")
    assert str(trouble) == (
        "chart.yaml:4:5 ($.people[0].id): the key 'id' stands twice in one record, first at line 2, column 5. Remove or rename one of them"
    )


BOMB = b"a: &a [x,x,x,x,x,x,x,x,x]\n" + b"".join(
    b"%c: &%c [*%c,*%c,*%c,*%c,*%c,*%c,*%c,*%c,*%c]\n" % (*b"bcdefghi"[n : n + 1], *b"bcdefghi"[n : n + 1], *(b"abcdefgh"[n : n + 1] * 9))
    for n in range(8)
)


@pytest.mark.parametrize(
    "data",
    [
        BOMB,
        b"[" * 30_000,
        b"{a: " * 30_000,
        b"- " * 30_000,
        b"? " * 30_000,
        b"".join(b" " * n + b"a:\n" for n in range(200)),
        b"a: [" + b"[],[" * 30_000,
        b"- *x\n" * 100_000,
        b'"' + b"\\x41" * 200_000,
        b"x: |\n" + b"\n" * 500_000 + b" \t",
        b"a" * 1_000_000 + b": b: c",
        b"{" + b"a: b, " * 50_000,
        b"".join(b"%%TAG !a%d! tag:x\n" % n for n in range(50_000)),
    ],
    ids=lambda data: str(data[:12]),
)
def test_bombs_are_refused_quickly(data: bytes) -> None:
    started = time.process_time()
    troubles = refusal(data)
    assert time.process_time() - started < 2
    assert 1 <= len(troubles) <= 101


def test_deep_nesting_is_refused_at_the_first_level_too_many() -> None:
    assert read_yaml(b"[" * 64 + b"]" * 64)
    (trouble,) = refusal(b"a:\n  " + b"[" * 64 + b"]" * 64)
    assert (trouble.kind, trouble.place.line, trouble.place.column) == ("limit", 2, 66)


def test_the_number_of_values_is_limited() -> None:
    few = InputLimits(nodes=20)
    assert read_yaml(b"[1, 2, 3]", limits=few)
    (trouble,) = refusal(b"[" + b"[x], " * 11 + b"]", limits=few)
    assert trouble.kind == "limit"


def test_a_file_larger_than_allowed_is_refused_before_it_is_read() -> None:
    (trouble,) = refusal(b"[" * 11, limits=InputLimits(yaml_bytes=10))
    assert trouble.kind == "limit"


def test_no_value_of_a_person_stands_in_a_message() -> None:
    for data in (
        b"name: Geheim\nname: Geheim",
        b"name: Geheim: x",
        b"name: !t Geheim",
        b"extra: 123456789012345678901",
        b'name: "Geheim\\q"',
    ):
        text = "\n".join(map(str, refusal(data)))
        assert "Geheim" not in text
        assert "1234" not in text


# -- independent readers -----------------------------------------------------------------------------------------------


def as_text(tree: Any) -> Any:
    """What PyYAML's base loader makes of a tree: text everywhere."""
    if isinstance(tree, dict):
        return {key: as_text(value) for key, value in tree.items()}
    if isinstance(tree, list):
        return [as_text(item) for item in tree]
    return tree


def oracle(data: bytes) -> Any:
    """Read with PyYAML's node trees: texts where plain nulls become ``None``; raises where we must refuse."""
    nodes = list(yaml.compose_all(data, yaml.CBaseLoader))
    if len(nodes) != 1:
        raise ValueError
    return from_node(nodes[0])


def from_node(node: Any) -> Any:
    if isinstance(node, yaml.ScalarNode):
        return None if not node.style and node.value in ("", "~", "null") else node.value
    if isinstance(node, yaml.SequenceNode):
        return [from_node(item) for item in node.value]
    tree: dict[str, Any] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode) or (not key.style and key.value in ("", "~", "null", "<<")) or key.value in tree:
            raise ValueError
        tree[key.value] = from_node(value)
    return tree


def has_marks(data: bytes) -> bool:
    return any(
        getattr(event, "anchor", None) is not None or getattr(event, "tag", None) is not None
        for event in yaml.parse(data, yaml.CBaseLoader)
    )


def check_against_oracle(data: bytes) -> None:
    started = time.process_time()
    try:
        seen = repr(read_yaml(data, "x"))
    except InputRefusedError as err:
        seen = None
        lines = data.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
        for trouble in err.troubles:
            assert trouble.place.line is not None
            assert trouble.place.column is not None
            assert 1 <= trouble.place.line <= len(lines) + 1
    assert time.process_time() - started < 2
    try:
        expected = None if has_marks(data) or any(c in data.decode() for c in "\x85\u2028\u2029") else repr(oracle(data))
    except (yaml.YAMLError, ValueError):
        expected = None
    assert seen == expected


pieces = st.sampled_from(
    [
        *(
            b"{",
            b"}",
            b"[",
            b"]",
            b", ",
            b": ",
            b":",
            b"- ",
            b"-",
            b"? ",
            b'"',
            b"'",
            b"\\",
            b"\\n",
            b" ",
            b"  ",
            b"\n",
            b"\r\n",
            b"\r",
            b"\t",
        ),
        *(
            b"#",
            b" # c\n",
            b"&a ",
            b"*a ",
            b"!t ",
            b"!!str ",
            b"! ",
            b"<<: ",
            b"---\n",
            b"...\n",
            b"%YAML 1.1\n",
            b"|\n ",
            b">-\n  ",
            b"@",
            b"`",
        ),
        *(
            b"a",
            b"b: ",
            b"null",
            b"~",
            b"0042",
            b"1.5",
            b".inf",
            b"\xff",
            b"\xc3",
            b"\x00",
            b"\x07",
            b"\xc2\x85",
            b"\xe2\x80\xa8",
            b"id: x\n",
        ),
        *("é😀".encode(), "\ufeff".encode(), b"extra: ", b"fte: 1\n", b"\n  ", b"\n    - "),
    ]
)


def wide(data: bytes) -> bool:
    """Say whether the oracle reads another encoding than UTF-8, or counts byte order marks in its own way."""
    return data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf\xef\xbb\xbf")) or b"\x00" in data[:2]


@given(st.binary(max_size=60))
def test_random_bytes_are_read_or_refused_as_the_oracle_says(data: bytes) -> None:
    if not wide(data):
        check_against_oracle(data)


@given(st.lists(pieces, max_size=25).map(b"".join))
@example(b"\n\xef\xbb\xbf&a b")
@example(b"{a, b: }")
@example(b"? a\n? b\n")
@example(b"- - a\n  - b\n-\n")
def test_yaml_like_bytes_are_read_or_refused_as_the_oracle_says(data: bytes) -> None:
    if not wide(data):
        check_against_oracle(data)


@given(st.lists(st.tuples(st.integers(0, len(CHART_YAML)), st.integers(0, 6), pieces), min_size=1, max_size=4))
def test_a_damaged_chart_is_read_or_refused_as_the_oracle_says(damage: list[tuple[int, int, bytes]]) -> None:
    data = CHART_YAML.encode()
    for at, length, piece in damage:
        data = data[:at] + piece + data[at + length :]
    if not wide(data):
        check_against_oracle(data)


# -- without libyaml ---------------------------------------------------------------------------------------------------


def test_without_libyaml_the_same_is_read_and_the_same_is_refused() -> None:
    corpus = [CHART_YAML.encode(), b"extra: [1, 0x1F, ~, 'a', .5]", b"a: R&D", b"- - a", "é: 😀\r\nb: c".encode()]
    corpus += [data for data, _ in REFUSED if len(data) < 10_000]
    code = """
import json, sys
sys.modules["yaml._yaml"] = None
from spotifymodel.errors import InputRefusedError
from spotifymodel.formats.trees.yaml_events import has_libyaml
from spotifymodel.formats.trees.yaml_tree import read_yaml
from tests.formats.trees.documents import CHART_RULES
assert not has_libyaml()
for text in json.load(sys.stdin):
    try:
        print(json.dumps(read_yaml(bytes.fromhex(text), "x", CHART_RULES)))
    except InputRefusedError as err:
        print(json.dumps(sorted({t.kind for t in err.troubles})))
"""
    ended = subprocess.run(
        [sys.executable, "-c", code], input=json.dumps([data.hex() for data in corpus]), capture_output=True, text=True, timeout=60
    )
    assert ended.returncode == 0, ended.stderr
    for data, line in zip(corpus, ended.stdout.splitlines(), strict=True):
        try:
            expected: Any = read_yaml(data, "x", CHART_RULES)
        except InputRefusedError as err:
            expected = sorted({t.kind for t in err.troubles})
            if data == b'a: "\\uD800"':
                expected = ["encoding"]
        assert json.loads(line) == expected, data


def test_rules_say_nothing_about_other_documents() -> None:
    assert read_yaml(b"extra: 1") == {"extra": "1"}
    assert read_yaml(b"extra: 1", None, FREE_RULES) == {"extra": 1}
