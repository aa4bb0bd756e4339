"""Changes reach functions wherever they are held, and what is counted as noticed was changed."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

from spotifymodel.rules.catalogue import all_rules

from .changes import changes_of, judging
from .explained import Explained, Reason
from .limits import answers_of
from .narrowing import of_another_rule, rule_of
from .patching import compiled, loaded, patch
from .sampling import at_least

MODULE = """
from functools import cached_property

class Squad:
    def __init__(self, size):
        self.size = size

    @cached_property
    def full(self):
        return self.size > 8

def room(size):
    return [k for k in range(size, 9)]

HELD = {"room": room, "more": lambda size: size + 1}
"""


def written(folder: Path) -> tuple[Path, ModuleType]:
    path = folder / "changed_here.py"
    path.write_text(MODULE, encoding="utf-8")
    spec = importlib.util.spec_from_file_location("changed_here", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return path, module


def changed(path: Path, source: str) -> int:
    return patch(loaded([str(path)])[str(path)], compiled(str(path), MODULE), compiled(str(path), source))


def test_functions_methods_cached_properties_and_lambdas_are_changed_where_they_are_held(tmp_path: Path) -> None:
    path, module = written(tmp_path)
    room = module.HELD["room"]
    assert changed(path, MODULE.replace("> 8", ">= 8").replace("size, 9", "size, 8").replace("size + 1", "size - 1")) == 3
    assert module.Squad(8).full is True
    assert room(6) == [6, 7]
    assert module.HELD["more"](6) == 5
    assert path.read_text(encoding="utf-8") == MODULE


def test_a_change_that_changes_no_function_is_told_from_one_that_does(tmp_path: Path) -> None:
    path, _ = written(tmp_path)
    assert changed(path, MODULE) == 0


def test_decorated_functions_are_changed_as_well(tmp_path: Path) -> None:
    path, _ = written(tmp_path)
    found = {(change.function, change.before, change.after) for change in changes_of(str(path))}
    assert ("full", "> 8", ">= 8") in found or ("full", "self.size > 8", "self.size >= 8") in found
    assert {function for function, _, _ in found} == {"__init__", "full", "room"}
    for change in changes_of(str(path)):
        assert change.source() != MODULE


def test_what_judges_is_told_from_what_mends(tmp_path: Path) -> None:
    path = tmp_path / "rule.py"
    path.write_text(
        "def judge(): return hours(1)\n"
        "def hours(n): return n\n"
        "def suspects(): return [bound(2)]\n"
        "def bound(n): return hours(n)\n"
        "def fixes(): return best(3)\n"
        "def best(n): return hours(n)\n",
        encoding="utf-8",
    )
    assert judging(str(path)) == {"judge", "suspects", "hours", "bound"}


def test_a_change_that_survives_for_a_reason_is_known_by_what_it_changes(tmp_path: Path) -> None:
    path, _ = written(tmp_path)
    changes = list(changes_of(str(path)))
    explained = Explained()
    assert all(reason.why for reason in explained.reasons)
    assert [explained.why(change) for change in changes] == [None] * len(changes)
    one = changes[-1]
    explained.reasons = [
        Reason(str(path), one.function, one.before, one.after, "it is slower"),
        Reason(str(path), "room", "9", "11", "long gone"),
        Reason(f"{tmp_path}/*", "*", one.before, one.after, "everywhere"),
        Reason("graph/relation.py", "*", "9", "11", "of a file that is not looked at"),
        Reason("graph/removed.py", "*", "9", "11", "of a file that is gone"),
    ]
    assert [change.number for change in changes if explained.why(change)] == [one.number]
    assert explained.why(one) == "it is slower"
    assert [reason.why for reason in explained.stale(changes)] == ["long gone", "of a file that is gone"]


def test_every_limit_reading_and_severity_of_a_profile_is_changed() -> None:
    found = {answer.name for answer in answers_of("brunel-2017")}
    assert {"squad.max", "count.po", "count.tribe"} <= found
    assert {code for code, rule in all_rules().items() if rule.kind != "waiver"} <= found
    bounds = [answer.changed for answer in answers_of("brunel-2017") if answer.name == "squad.max"]
    assert bounds == ["squad.max = 10", "squad.max = 8"]


def test_a_test_is_of_another_rule_where_its_parameters_or_its_file_say_so() -> None:
    assert rule_of("spotifymodel/rules/squad/sq001_squad_too_large.py") == "SQ001"
    assert rule_of("spotifymodel/rules/judging.py") is None
    assert of_another_rule("tests/rules/test_at_the_limit.py::test_a_number[TR001-tribe.max-151]", "SQ001")
    assert not of_another_rule("tests/rules/test_at_the_limit.py::test_a_number[SQ001-squad.max-10]", "SQ001")
    assert not of_another_rule("tests/rules/test_choosing_fixes.py::test_a_chapter_is_split", "SQ001")
    assert of_another_rule("tests/rules/test_hard_rules.py::test_a_valid_chart_has_no_errors", "SQ002")
    assert not of_another_rule("tests/rules/test_hard_rules.py::test_a_valid_chart_has_no_errors", "SQ001")
    assert of_another_rule("tests/rules/test_findings_do_not_change.py::test_other_ids_change_no_finding", "SQ001")


def test_the_bound_of_a_sample_is_that_of_wilson_and_comes_closer_the_more_are_tried() -> None:
    assert round(at_least(95, 100), 4) == 0.8882
    assert round(at_least(100, 100), 4) == 0.9630
    assert at_least(0, 10) == 0
    assert at_least(95, 100) < at_least(950, 1000) < at_least(9500, 10000) < 0.95
