"""Everything that is said to users is said in English and in Dutch, with the same facts in it."""

from __future__ import annotations

import string

import pytest

from spotifymodel.rules.catalogue import all_rules
from spotifymodel.words import changing, coverage, pictures, reports, roadmap

TABLES = {
    "severities": reports.SEVERITY_NAMES,
    "confidences": reports.CONFIDENCE_NAMES,
    "kinds": reports.KIND_NAMES,
    "roles": reports.ROLE_NAMES,
    "words": reports.REPORT_WORDS,
    "plurals": reports._PLURALS,
    "pictures": pictures.TEXTS,
    "changing": changing.TEXTS,
    "coverage": coverage.TEXTS,
    "roadmap": roadmap.TEXTS,
}


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("name", TABLES)
def test_both_languages_have_the_same_words(name: str) -> None:
    english, dutch = TABLES[name]["en"], TABLES[name]["nl"]
    assert set(english) == set(dutch)
    for key, text in english.items():
        other = dutch[key]
        assert isinstance(text, tuple) == isinstance(other, tuple), key
        pairs = zip(text, other, strict=True) if isinstance(text, tuple) else [(text, other)]
        for one, two in pairs:
            assert fields(str(one)) == fields(str(two)), key
            assert str(two).strip()


@pytest.mark.parametrize("code", all_rules())
def test_every_rule_speaks_both_languages_with_the_same_facts(code: str) -> None:
    rule = all_rules()[code]
    for wording in (rule.message, rule.finds, rule.matters, rule.remedy):
        assert list(wording) == [wording["en"], wording["nl"]]
        assert all(text.strip() for text in wording)
    assert fields(rule.message["en"]) == fields(rule.message["nl"])
    assert rule.kind in reports.KIND_NAMES["en"]


def test_counts_and_months_follow_the_language() -> None:
    assert [reports.plural("warning", n, "nl") for n in (0, 1, 2)] == ["0 waarschuwingen", "1 waarschuwing", "2 waarschuwingen"]
    assert pictures.phrase("en", "CH001", n=0, name="c") == "chapter ‘c’ has no chapter lead"
    assert pictures.phrase("nl", "CH001", n=1, name="c") == "chapter ‘c’ heeft 1 chapter lead"
    assert pictures.phrase("nl", "SQ001", n=1234, name="s", limit=9) == "squad ‘s’ heeft 1.234 leden (max. 9)"
    assert [pictures.month(k, "nl") for k in (1, 3, 5, 10)] == ["jan", "mrt", "mei", "okt"]
