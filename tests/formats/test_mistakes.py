"""A file with one mistake is refused with the line of that mistake, in YAML and in JSON, and says what to do."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from typing import Any

import pytest
import yaml

from spotifymodel.errors import InputRefusedError, Trouble
from spotifymodel.formats.loading import load_bytes

CHART: dict[str, Any] = {
    "format": "spotifymodel/1",
    "organisation": "Polderbank",
    "kind": "agile",
    "mode": "design",
    "language": "nl",
    "people": [
        {"id": "an", "name": "An Bos", "fte": 0.8, "skills": {"data": 2}, "seniority": "senior", "unit": "sales"},
        {"id": "bo", "name": "Bo Smit", "vacancy": False, "leave": [{"from": "2027-01-01", "until": "2027-02-01"}]},
        {"id": "cy", "pm_type": "technical", "training": [{"skill": "data", "ready": "2027-01-01"}], "role_load": {"chapter_lead": 0.4}},
    ],
    "units": [{"id": "sales", "manager": "bo"}, {"id": "desk", "parent": "sales"}],
    "tribes": [
        {
            "id": "t",
            "lead": "cy",
            "kind": "change",
            "chapters": [{"id": "c", "discipline": "data", "lead": "an", "members": ["bo"]}],
            "squads": [
                {
                    "id": "s",
                    "mission": "Iets",
                    "mandate": "soft",
                    "product_owner": "an",
                    "members": ["an", {"person": "bo", "allocation": 0.5, "from": "2027-01-01", "until": "2027-06-01"}],
                    "owns": ["p"],
                    "needs": {"c": 1.5},
                    "required_skills": {"data": 2},
                    "decision_rights": {"scope": "an"},
                },
                {"id": "r", "product_owner": "bo", "members": ["bo"]},
            ],
        }
    ],
    "products": [{"id": "p", "complexity": "simple", "review_owner": "an"}],
    "dependencies": [{"from": "s", "to": "r", "severity": "blocking"}],
    "skills": [{"id": "data"}],
    "gates": [{"kind": "go_live", "date": "2027-04-01", "wave": 1}],
    "waivers": [{"code": "SQ002", "subject": "r", "reason": "Start", "owner": "an", "expires": "2027-06-01"}],
}
SEAT = ("tribes", 0, "squads", 0, "members", 1)
SQUAD = ("tribes", 0, "squads", 0)

#: Where, the wrong value, and words that the message must hold.
MISTAKES: list[tuple[tuple[str | int, ...], Any, str]] = [
    (("format",), "spotifymodel/2", "A newer file needs a newer spotifymodel"),
    (("format",), "spotifymodel-blueprint/1", "A blueprint belongs in --blueprint"),
    (("format",), 1, "the format is no text"),
    (("kind",), "agil", "Did you mean agile?"),
    (("mode",), "desing", "Did you mean design?"),
    (("language",), "fr", "expected one of"),
    (("peeple",), [], "unknown key 'peeple' in this chart"),
    (("people", 0, "fte"), 1.6, "fte is 1.6; expected a number from 0 to 1.5"),
    (("people", 0, "fte"), "0,8", "Write the decimal with a point"),
    (("people", 0, "fte"), True, "fte is true or false"),
    (("people", 0, "fte"), -0.1, "expected a number from 0 to 1.5"),
    (("people", 0, "seniorty"), "senior", "Did you mean seniority?"),
    (("people", 0, "hobby"), "judo", "Put what the model does not know under extra"),
    (("people", 0, "name"), ["An"], "name is a list"),
    (("people", 0, "name"), {"first": "An"}, "name is a mapping"),
    (("people", 0, "id"), "", "id is empty"),
    (("people", 0, "id"), "a" * 201, "id is 201 characters long; expected at most 200 characters"),
    (("people", 0, "name"), "a" * 501, "name is 501 characters long; expected at most 500 characters"),
    ((*SQUAD, "mission"), "a" * 20_001, "mission is 20001 characters long; expected at most 20000 characters"),
    (("people", 0, "id"), None, "id is empty (null)"),
    (("people", 1, "id"), "an", "person 'an' is declared twice"),
    (("people", 1, "id"), "AN", "person 'AN' is declared twice"),
    (("people", 0, "unit"), "salse", "Did you mean 'sales'?"),
    (("people", 0, "reports_to"), "an", "report"),
    (("people", 0, "skills", "data"), 4, "skills.data is 4; expected a whole level from 0 to 3"),
    (("people", 0, "skills", "data"), 1.5, "expected a whole level from 0 to 3"),
    (("people", 0, "skills", "dta"), 1, "Did you mean 'data'?"),
    (("people", 1, "vacancy"), "ja", "Write true or false"),
    (("people", 1, "vacancy"), "maybe", "expected true or false"),
    (("people", 1, "leave", 0, "until"), "2027-01-01", "2027-01-01"),
    (("people", 1, "leave", 0, "from"), "2027-02-30", "is no day of the calendar"),
    (("people", 1, "leave", 0, "from"), "1 januari", "expected a date such as 2027-03-01"),
    (("people", 2, "pm_type"), "technicall", "Did you mean technical?"),
    (("people", 2, "role_load", "chapter_lead"), 1.4, "expected a share from 0 to 1"),
    (("people", 2), "cy", "expected a mapping with at least an id (person)"),
    (("units", 1, "parent"), "desk", "desk"),
    (("units", 0, "manager"), "zed", "person 'zed' is not declared"),
    (("tribes", 0, "kind"), "changes", "Did you mean change?"),
    (("tribes", 0, "lead"), "cyy", "Did you mean 'cy'?"),
    (("tribes", 0, "lead"), 3, "lead"),
    (("tribes", 0, "chapters", 0, "discipline"), "dato", "Did you mean 'data'?"),
    (("tribes", 0, "chapters", 0, "members", 0), "bob", "Did you mean 'bo'?"),
    ((*SQUAD, "mandate"), "hard", "expected one of none, soft, end_to_end"),
    ((*SQUAD, "owns", 0), "q", "product 'q' is not declared"),
    ((*SQUAD, "owns"), "p", "expected a list of ids"),
    ((*SQUAD, "needs", "c"), 1.3, "expected full seats in steps of 0.5"),
    ((*SQUAD, "needs", "cc"), 1, "Did you mean 'c'?"),
    ((*SQUAD, "required_skills", "dat"), 1, "Did you mean 'data'?"),
    ((*SQUAD, "decision_rights", "scoop"), "an", "Did you mean scope?"),
    ((*SEAT, "allocation"), 0, "expected a number above 0 and up to 1"),
    ((*SEAT, "allocation"), 1.1, "expected a number above 0 and up to 1"),
    ((*SEAT, "person"), "boo", "Did you mean 'bo'?"),
    ((*SEAT, "until"), "2027-01-01", "2027-01-01"),
    ((*SEAT, "untill"), "2027-01-01", "Did you mean until?"),
    (("tribes", 0, "squads", 1, "id"), "s", "squad 's' is declared twice"),
    (("products", 0, "complexity"), "hard", "expected one of simple, complicated, complex"),
    (("dependencies", 0, "to"), "rr", "Did you mean 'r'?"),
    (("dependencies", 0, "severity"), "slow", "expected one of blocking, slowing"),
    (("gates", 0, "date"), 2027, "expected a date such as 2027-03-01"),
    (("gates", 0, "wave"), -1, "expected a whole number, 0 or more"),
    (("waivers", 0, "expires"), "soon", "expected a date such as 2027-03-01"),
    (("waivers", 0, "owner"), "zed", "person 'zed' is not declared"),
]


def with_mistake(path: tuple[str | int, ...], value: Any) -> dict[str, Any]:
    chart = copy.deepcopy(CHART)
    at: Any = chart
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = value
    return chart


def as_json(chart: Any) -> str:
    return json.dumps(chart, ensure_ascii=False, indent=1)


def as_yaml(chart: Any) -> str:
    return yaml.safe_dump(chart, sort_keys=False, allow_unicode=True, width=1000)


def refusal(text: str, name: str) -> tuple[Trouble, ...]:
    with pytest.raises(InputRefusedError) as caught:
        load_bytes(text.encode(), name)
    return caught.value.troubles


def test_the_chart_without_a_mistake_reads() -> None:
    assert load_bytes(as_json(CHART).encode(), "chart.json") == load_bytes(as_yaml(CHART).encode(), "chart.yaml")


@pytest.mark.parametrize(("name", "write"), [("chart.json", as_json), ("chart.yaml", as_yaml)])
@pytest.mark.parametrize(("path", "value", "words"), MISTAKES, ids=lambda v: "-".join(map(str, v)) if isinstance(v, tuple) else None)
def test_a_mistake_is_named_with_its_line(
    name: str, write: Callable[[Any], str], path: tuple[str | int, ...], value: Any, words: str
) -> None:
    marked = write(with_mistake(path, "@@@")).splitlines()
    line = 1 + next(k for k, text in enumerate(marked) if "@@@" in text)
    troubles = refusal(write(with_mistake(path, value)), name)
    last = line + len(write({"k": value}).splitlines()) if isinstance(value, dict | list) else line
    if name == "chart.yaml":  # what stands unquoted is what its key wants it to be
        words = words.replace("the format is no text", "the format is '1'").replace("is true or false", "is text")
    assert any(line <= (t.place.line or 0) <= last and words in str(t) for t in troubles), [str(t) for t in troubles]
    assert not any(person in str(t) for t in troubles for person in ("An Bos", "Bo Smit"))


@pytest.mark.parametrize(("name", "write"), [("chart.json", as_json), ("chart.yaml", as_yaml)])
@pytest.mark.parametrize(
    ("path", "words"),
    [
        (("format",), "the format line is missing"),
        (("people",), "the list of people is missing"),
        (("people", 0, "id"), "the id of this person is missing"),
        (("tribes", 0, "squads", 1, "id"), "the id of this squad is missing"),
        (("dependencies", 0, "to"), "the to of this dependency is missing"),
        (("waivers", 0, "expires"), "the expires of this waiver is missing; expected a date"),
        ((*SEAT, "person"), "person"),
    ],
)
def test_what_is_missing_is_named_with_the_line_of_its_record(
    name: str, write: Callable[[Any], str], path: tuple[str | int, ...], words: str
) -> None:
    chart = with_mistake(path, None)
    at: Any = chart
    for step in path[:-1]:
        at = at[step]
    del at[path[-1]]
    troubles = refusal(write(chart), name)
    assert words in str(troubles[0])
    assert troubles[0].place.line is not None


@pytest.mark.parametrize(
    ("near", "words"),
    [
        ({"fromat": "spotifymodel/1", "people": []}, "Did you write 'fromat' for it?"),
        ({"format": "spotifymodel/1", "peopel": []}, "Did you write 'peopel' for it?"),
        ({"format": "spotifymodel/1"}, "Add people: [] if there are none yet"),
        ([], "the document holds a list"),
        ("chart", "the document holds a single value"),
        (None, "the document holds nothing"),
    ],
)
def test_a_document_of_another_kind_says_what_was_expected(near: Any, words: str) -> None:
    assert words in str(refusal(json.dumps(near), "chart.json")[0])


@pytest.mark.parametrize(("name", "write"), [("chart.json", as_json), ("chart.yaml", as_yaml)])
@pytest.mark.parametrize("path", [("peeple",), ("people", 0, "hobbies"), (*SQUAD, "mission_"), ("waivers", 0, "why")])
@pytest.mark.parametrize("value", [["a", "b"], {"a": {"b": 1}}, "a"])
def test_an_unknown_key_is_named_where_it_stands_and_not_where_its_value_begins(
    name: str, write: Callable[[Any], str], path: tuple[str | int, ...], value: Any
) -> None:
    text = write(with_mistake(path, value))
    lines = text.splitlines()
    line = 1 + next(k for k, row in enumerate(lines) if str(path[-1]) in row)
    column = 1 + min(k for k in (lines[line - 1].find(f'"{path[-1]}"'), lines[line - 1].find(str(path[-1]))) if k >= 0)
    (trouble,) = refusal(text, name)
    assert (trouble.place.line, trouble.place.column) == (line, column), str(trouble)


def test_a_text_between_quotes_that_is_never_closed_is_named_where_it_begins() -> None:
    text = "format: spotifymodel/1\npeople:\n  - id: an\n    name: 'An Bos\n  - id: bo\n"
    (trouble,) = refusal(text, "chart.yaml")
    assert (trouble.place.line, trouble.place.column) == (4, 11), str(trouble)


def test_an_id_declared_twice_is_named_with_the_line_of_the_first() -> None:
    text = "format: spotifymodel/1\npeople:\n  - id: an\n  - id: bo\n  - {name: An, id: AN}\n"
    (trouble,) = refusal(text, "chart.yaml")
    assert (trouble.place.line, trouble.place.column) == (5, 20)
    assert trouble.message.endswith("'an' and 'AN' are one), first on line 3 ($.people[0].id)")


BREAKS_YAML = [
    ("- id: bo", "- id: bo\n  name Bo", 2, "a key stands here without a colon"),
    ("  name: An Bos", "\tname: An Bos", 1, "a tab stands where the line is indented"),
    ("  name: An Bos", "  name: An: Bos", 1, "a colon stands here where no key can be"),
    ("  name: An Bos", "  name: 'An Bos", 1, "Close it with the same quote that it begins with"),
    ("  name: An Bos", "   name: An Bos", 1, "align it with the keys of its record"),
    ("  name: An Bos", "  name: &an An Bos", 1, "an anchor (&an)"),
    ("  name: An Bos", "  name: !!str An Bos", 1, "a tag (!!str)"),
    ("  name: An Bos", "  name: *an", 1, "an alias (*an)"),
    ("  name: An Bos", "  name: @an", 1, "no value may begin with @"),
    ("  name: An Bos", "  name: An Bos\n  name: An", 2, "stands twice in one record"),
    ("  name: An Bos", '  name: "An \\Bos"', 1, "a backslash stands before a character that needs none"),
    ("  seniority: senior", "  extra: {a: [1, 2}", 1, "a list that begins with [ is not closed"),
    ("  seniority: senior", "  <<: {a: 1}", 1, "a merge (<<)"),
    ("- id: bo", "id: bo", 2, "align it with the keys of its record"),
]


@pytest.mark.parametrize(("old", "new", "on", "words"), BREAKS_YAML)
def test_what_is_no_yaml_is_named_with_its_line(old: str, new: str, on: int, words: str) -> None:
    text = as_yaml(CHART)
    assert text.count(old + "\n") >= 1
    before, _, after = text.partition(old + "\n")
    line = before.count("\n") + on
    trouble = refusal(f"{before}{new}\n{after}", "chart.yaml")[0]
    named = {trouble.place.line} | {int(w) for w in str(trouble).replace(",", " ").split() if w.isdigit()}
    assert line in named, str(trouble)
    assert words in str(trouble)


BREAKS_JSON = [
    ('"name": "An Bos",', '"name": "An Bos"', "comma"),
    ('"name": "An Bos",', '"name" "An Bos",', "colon"),
    ('"name": "An Bos",', "name: 1,", "quotes"),
    ('"name": "An Bos",', "'name': 1,", "quotes"),
    ('"name": "An Bos",', '"name": "An Bos,', "Close the text with"),
    ('"name": "An Bos",', '"name": An Bos,', "a text stands without quotes"),
    ('"name": "An Bos",', '"name": "An Bos",,', "a key does not begin with a double quote"),
    ('"name": "An Bos",', '"name": "An Bos", // hier\n', "comment"),
    ('"name": "An Bos",', '"name": "An Bos", "name": "An",', "stands twice in one record"),
    ('"fte": 0.8,', '"fte": 0,8,', "a key does not begin with a double quote"),
    ('"fte": 0.8,', '"fte": NaN,', "NaN and Infinity are no numbers"),
    ('"fte": 0.8,', '"fte": True,', "Write true"),
]


@pytest.mark.parametrize(("old", "new", "words"), BREAKS_JSON)
def test_what_is_no_json_is_named_with_its_line(old: str, new: str, words: str) -> None:
    before, found, after = as_json(CHART).partition(old)
    assert found
    line = before.count("\n") + 1
    trouble = refusal(f"{before}{new}{after}", "chart.json")[0]
    assert trouble.place.line in (line, line + 1), str(trouble)
    assert words in str(trouble)


def test_a_number_as_name_is_text_in_yaml_and_asks_for_quotes_in_json() -> None:
    chart = with_mistake(("people", 0, "name"), 7)
    assert load_bytes(as_yaml(chart).encode(), "chart.yaml").person("an").name == "7"
    assert "name is a number; expected text on one line. Put it in quotes" in str(refusal(as_json(chart), "chart.json")[0])


def test_all_mistakes_are_told_at_once_in_the_order_of_the_file() -> None:
    chart = with_mistake(("people", 0, "fte"), 3)
    chart["tribes"][0]["squads"][0]["owns"] = ["nothing"]
    chart["people"][1]["vacancy"] = "x"
    troubles = refusal(as_yaml(chart), "chart.yaml")
    assert [t.place.path for t in troubles] == ["$.people[0].fte", "$.people[1].vacancy", "$.tribes[0].squads[0].owns[0]"]


def test_very_many_mistakes_are_cut_short() -> None:
    chart = {"format": "spotifymodel/1", "people": [{"id": f"p{k}", "fte": 9} for k in range(250)]}
    troubles = refusal(as_json(chart), "chart.json")
    assert len(troubles) == 201
    assert str(troubles[-1]) == "chart.json: and 50 more faults"


@pytest.mark.parametrize("hidden", ["\u202e", "\x07", "\x9b", "\ud800"])
def test_invisible_characters_in_an_id_are_named(hidden: str) -> None:
    data = json.dumps({"format": "spotifymodel/1", "people": [{"id": f"a{hidden}b"}]})
    trouble = refusal(data, "chart.json")[0]
    assert f"{ord(hidden):04X}" in str(trouble).upper() or "half a character" in str(trouble)
    assert hidden not in str(trouble)
