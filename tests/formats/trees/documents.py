"""Documents to read and write: nasty texts, small trees, and a chart that uses everything."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from spotifymodel.formats.trees.scalar_rules import ScalarRules

#: What a chart says about its keys.
CHART_RULES = ScalarRules(
    numbers=frozenset({"fte", "allocation", "agile_years"}),
    booleans=frozenset({"vacancy", "second_line"}),
    number_maps=frozenset({"skills", "needs"}),
    free=frozenset({"extra"}),
)
#: Everything under the one key of a document is read by the core schema.
FREE_RULES = ScalarRules(free=frozenset({"extra"}))

NASTY_TEXTS = [
    *("", " ", "  two", "two  ", "\t", "a\tb", "\n", "a\nb", "a\n", "a\n\n", "\na", " a\nb", "a\n b", "a\n\nb\n", "a \nb", "a\r\nb", "\r"),
    *(
        "#",
        "# c",
        "a #b",
        "a# b",
        "a: b",
        "a:",
        ":a",
        "a:b",
        ": ",
        ":",
        "-",
        "- a",
        "-a",
        "--- a",
        "---",
        "...",
        "... a",
        "? a",
        "?",
        "|",
        ">",
    ),
    *("|-\n a", "!", "!!str a", "&a", "*a", "@a", "`a`", "%a", "%YAML 1.1", "'", '"', "it's", 'say "no"', "'a'", '"a"', "\\", "\\n", "a\\"),
    *("[", "]", "{", "}", ",", "[a]", "{a: b}", "a, b", "a]b", "<<", "=", "~", "null", "Null", "NULL", "true", "True", "yes", "Yes", "NO"),
    *("no", "on", "Off", "y", "N", "nULL", "0", "00", "0042", "08", "1", "-1", "+1", "1_000", "0x1F", "0o17", "017", "0b11", "1e3", "1E3"),
    *("1.5", ".5", "5.", ".", "-.5", "1.e3", "1e", "e1", "12:30", "12:30:45", "190:20:30.15", "1:2", ".inf", "-.INF", ".nan", "NaN", "inf"),
    *("2027-01-01", "2027-1-1", "2027-01-01T10:00:00Z", "2027-01-01 10:00", "2027-01", "2a", "1a", "0,8", "1,000", "1 000", "12-34"),
    *(
        "é",
        "Özdemir",
        "Nguyễn",
        "日本",
        "😀",
        "👩‍👩‍👧",
        "🏴\U000e0067\U000e007f",
        "a\u200bb",
        "\u200b",
        "\ufeff",
        "a\ufeffb",
        "\u2028",
        "a\u2029b",
    ),
    *(
        "\x85",
        "a\x85b",
        "\xa0a",
        "a\xa0",
        "\xad",
        "\u202eabc",
        "\x00",
        "\x07\x1b",
        "\x7f",
        "\x9f",
        "\ufffe",
        "\uffff",
        "\U0010ffff",
        "\ue000",
    ),
    *("squad:hypotheek-app", "http://x.nl/?a=b#c", "Risk & Compliance", "R&D", "a" * 200, "a b " * 60, "C:\\temp", "50%", "a!", "$x_1$"),
]

texts = st.one_of(
    st.sampled_from(NASTY_TEXTS),
    st.lists(st.sampled_from(NASTY_TEXTS), max_size=4).map("".join),
    st.text(max_size=20),
    st.text(alphabet=" \t\n\r:#-?|>[]{},&*!%@`'\"\\~0129.eEx_+a\u00e9\u200d\u2028\ufeff\U0001f600", max_size=12),
)
numbers = st.one_of(
    st.integers(-(10**18) + 1, 10**18 - 1),
    st.floats(allow_nan=False, allow_infinity=False),
    st.sampled_from([0, 1, -1, 0.0, 1.0, 0.5, 1e16, 1e-7, 1e308, 5e-324, 123456789.125, 10**18 - 1]),
)
scalars = st.one_of(texts, numbers, st.booleans(), st.none())
keys = st.one_of(texts, st.sampled_from(["id", "name", "skills", "extra", "a" * 1000, "é" * 600, "\n" * 1100]))
trees: st.SearchStrategy[Any] = st.recursive(
    scalars, lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(keys, inner, max_size=4)), max_leaves=25
)
records: st.SearchStrategy[Any] = st.fixed_dictionaries(
    {"id": texts},
    optional={
        "name": texts,
        "fte": numbers,
        "vacancy": st.booleans(),
        "skills": st.dictionaries(texts, st.integers(0, 3), max_size=3),
        "members": st.lists(st.one_of(texts, st.fixed_dictionaries({"person": texts, "allocation": numbers, "from": texts})), max_size=4),
        "lead": st.one_of(texts, st.none()),
        "extra": trees,
    },
)
charts: st.SearchStrategy[Any] = st.fixed_dictionaries(
    {"format": texts, "people": st.lists(records, max_size=4)}, optional={"tribes": st.lists(records, max_size=2), "extra": trees}
)

CHART_YAML = """\
# A chart with one of everything
format: spotifymodel/1
organisation: "Polderbank: \\u00e9\\u00e9n"
people:
  - {id: anna, name: Anna de Vries, fte: 0.8, skills: {product: 3, data: 1}}
  - id: 'ben'
    name: Ben Özdemir 😀
    vacancy: true
    extra: {kostenplaats: 0042, nested: [1, 2.5, {deep: [null, ~, true]}]}
tribes:
  - id: hypotheek
    purpose: |
      Iedere klant
        een passende hypotheek
    note: >-
      gevouwen
      tekst
    squads:
    - id: app
      members: [anna, {person: ben, allocation: 0.5, from: 2027-01-01}]
      lead:
"""
CHART_JSON = """\
{
  "format": "spotifymodel/1", "organisation": "Polderbank: \\u00e9\\u00e9n {[",
  "people": [
    {"id": "anna", "name": "Anna \\"de\\" Vries", "fte": 0.8, "skills": {"product": 3}},
    {"id": "ben", "name": "Ben Özdemir 😀", "vacancy": true, "extra": {"codes": ["0042", 1, -2.5e3, null, [], {}]}}
  ],
  "tribes": [ ]
}
"""
