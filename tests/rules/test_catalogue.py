"""Rules are found by folder and by entry point, and named by code, name or prefix."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from spotifymodel.errors import RuleError, UsageError
from spotifymodel.rules import catalogue
from spotifymodel.rules.catalogue import all_rules, find_rule, select_rules

OWN = """\
from dataclasses import replace
from spotifymodel.rules.squad.sq001_squad_too_large import RULE as BASE
RULE = replace(BASE, code={code!r}, name={name!r})
BOTH = [RULE, replace(RULE, code="ZZ002", name="our-second-rule")]
NONE = 3
"""


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder on the path for a package that announces rules."""
    monkeypatch.syspath_prepend(str(tmp_path))
    all_rules.cache_clear()
    yield tmp_path
    all_rules.cache_clear()
    sys.modules.pop("our_rules", None)


def announce(folder: Path, attribute: str, code: str = "ZZ001", name: str = "our-own-rule") -> None:
    (folder / "our_rules.py").write_text(OWN.format(code=code, name=name), encoding="utf-8")
    info = folder / "ours-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: ours\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text(f"[{catalogue.GROUP}]\nours = our_rules:{attribute}\n", encoding="utf-8")


@pytest.mark.parametrize(("attribute", "codes"), [("RULE", ["ZZ001"]), ("BOTH", ["ZZ001", "ZZ002"])])
def test_a_package_may_announce_rules_of_its_own(package: Path, attribute: str, codes: list[str]) -> None:
    before = set(all_rules())
    all_rules.cache_clear()
    announce(package, attribute)
    assert sorted(set(all_rules()) - before) == codes
    assert find_rule("our-own-rule").code == "ZZ001"


@pytest.mark.parametrize(
    ("attribute", "code", "name", "words"),
    [
        ("NONE", "ZZ001", "our-own-rule", "gives int, expected a Rule"),
        ("RULE", "SQ001", "our-own-rule", "two rules are called SQ001"),
        ("RULE", "ZZ001", "squad-too-large", "never reused"),
    ],
)
def test_a_rule_that_breaks_the_promises_is_refused(package: Path, attribute: str, code: str, name: str, words: str) -> None:
    announce(package, attribute, code, name)
    with pytest.raises(RuleError, match=words):
        all_rules()


def test_rules_are_chosen_by_code_name_or_prefix_in_any_case() -> None:
    assert find_rule("sq001") is find_rule("SQUAD-too-large") is all_rules()["SQ001"]
    assert [r.code for r in select_rules(["SQ001", "squad-too-l"], None)] == ["SQ001"]
    assert {r.code for r in select_rules(["sq"], ["SQ001"])} == {c for c in all_rules() if c.startswith("SQ")} - {"SQ001"}
    assert select_rules(None, None) == tuple(all_rules().values())
    for wanted in ("", " ", "SQ999", "nothing-like-it"):
        with pytest.raises(UsageError, match="no rule has the code, name or prefix"):
            select_rules([wanted], None)


@pytest.mark.parametrize(("wanted", "meant"), [("SQ1", "SQ001"), ("sq01", "SQ001"), ("TR4", "TR004"), ("SQ12", "SQ012")])
def test_a_code_without_its_zeros_is_told_which_one_was_meant(wanted: str, meant: str) -> None:
    with pytest.raises(UsageError, match=f"did you mean {meant}\\?$"):
        find_rule(wanted)


def test_every_rule_is_a_value() -> None:
    rule = find_rule("SQ001")
    with pytest.raises(AttributeError):
        rule.code = "X"  # type: ignore[misc]
