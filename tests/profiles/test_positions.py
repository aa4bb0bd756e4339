"""The walk that finds lines, against documents whose positions are known because the test wrote them."""

import tomllib

from hypothesis import given
from hypothesis import strategies as st

from spotifymodel.profiles.document import BUILT_IN, built_in
from spotifymodel.profiles.positions import key_positions

VALUES = st.sampled_from(
    [
        "1",
        "'a # b = [x]'",
        '"quote \\" ] } # no"',
        "[1, 2, # why = {\n  3]",
        "'''\n[not.a.header]\nx = 1\n'''",
        '"""two\n""\\"\n"""',
        "true",
        "2027-01-01",
        "[[1], ['a']]",
    ]
)
KEYS = st.lists(st.text("abcdefgh", min_size=1, max_size=4), min_size=1, max_size=3, unique=True)


@given(st.lists(st.tuples(st.text("ABCDEF", min_size=1, max_size=3), KEYS, VALUES), min_size=1, max_size=6, unique_by=lambda row: row[0]))
def test_every_key_is_found_where_it_was_written(tables: list[tuple[str, list[str], str]]) -> None:
    text, expected = "# a comment with [brackets] and key = value\n", {}
    for header, keys, value in tables:
        expected[(header,)] = (text.count("\n") + 1, 2)
        text += f"[{header}]\n"
        for key in keys:
            expected[(header, key)] = (text.count("\n") + 1, 3)
            text += f"  {key} = {value} # end\n"
    tomllib.loads(text)
    assert key_positions(text) == expected


def test_inline_tables_dotted_and_quoted_keys_are_taken_apart() -> None:
    text = "a.'b c'.d = {x = 1, y = {z = [ {q = 2} ]}}\n[[e]]\nf = 1\n"
    assert key_positions(text) == {
        ("a",): (1, 1),
        ("a", "b c"): (1, 3),
        ("a", "b c", "d"): (1, 1),
        ("a", "b c", "d", "x"): (1, 14),
        ("a", "b c", "d", "y"): (1, 21),
        ("a", "b c", "d", "y", "z"): (1, 26),
        ("a", "b c", "d", "y", "z", "q"): (1, 33),
        ("e",): (2, 3),
        ("e", "f"): (3, 1),
    }


def test_every_key_of_the_shipped_documents_is_found() -> None:
    def paths(table: dict[str, object], prefix: tuple[str, ...] = ()) -> set[tuple[str, ...]]:
        found = set()
        for key, value in table.items():
            found |= {(*prefix, key)} | (paths(value, (*prefix, key)) if isinstance(value, dict) else set())
        return found

    for name in BUILT_IN:
        text = built_in(name).origin.text
        positions = key_positions(text)
        assert set(positions) == paths(tomllib.loads(text))
        lines = text.split("\n")
        for path, (line, column) in positions.items():
            assert lines[line - 1][column - 1 :].startswith(tuple(path))
