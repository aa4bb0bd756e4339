"""What is found depends on the structure of a chart alone: not on ids, order, language or the format of the file."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import spotifymodel as sm
from spotifymodel.rules.catalogue import all_rules

from ..depth import examples
from ..oracle.rich_charts import rich_documents

slow = settings(max_examples=examples(25), deadline=None, suppress_health_check=list(HealthCheck))
Found = list[tuple[Any, ...]]


def found(org: sm.Org, rename: dict[str, str] | None = None, **options: Any) -> Found:
    """Return what is found, with evidence as a set; ids as they were before a renaming."""
    back = {new: old for old, new in (rename or {}).items()}

    def old(one: str) -> str:
        return back.get(one, one)

    report = sm.check(org, **options)
    findings = [
        (f.code, f.severity, f.subject.kind, old(f.subject.id), f.measured, f.limit, f.interval, sorted(map(old, f.evidence)))
        for f in report.findings
    ]
    unknown = [(u.code, sorted(u.missing), u.subjects) for u in report.unknown]
    return sorted(findings, key=repr) + sorted(unknown, key=repr)


def shuffled(value: Any, random: Any) -> Any:
    """Return a document with every list and every mapping in another order."""
    if isinstance(value, dict):
        items = [(k, shuffled(v, random)) for k, v in value.items()]
        random.shuffle(items)
        return dict(items)
    if isinstance(value, list):
        items = [shuffled(v, random) for v in value]
        random.shuffle(items)
        return items
    return value


def renamed(value: Any, names: dict[str, str]) -> Any:
    if isinstance(value, dict):
        return {names.get(k, k): renamed(v, names) for k, v in value.items()}
    if isinstance(value, list):
        return [renamed(v, names) for v in value]
    if isinstance(value, str):
        kind, colon, rest = value.rpartition(":")
        return names.get(value) or (kind + colon + names[rest] if colon and rest in names else value)
    return value


def ids_of(document: dict[str, Any]) -> list[str]:
    """Return the ids of people, squads, chapters and tribes."""
    teams = [*document.get("squads", ()), *document.get("chapters", ()), *document.get("tribes", ())]
    teams += [one for tribe in document.get("tribes", ()) for field in ("squads", "chapters") for one in tribe.get(field, ())]
    return [one["id"] for one in (*document["people"], *teams)]


@slow
@given(rich_documents(people=6, squads=3), st.randoms(use_true_random=False))
def test_another_order_changes_no_finding(document: dict[str, Any], random: Any) -> None:
    assert found(sm.Org.from_dict(shuffled(document, random))) == found(sm.Org.from_dict(document))


@slow
@given(rich_documents(people=6, squads=3), st.randoms(use_true_random=False))
def test_other_ids_change_no_finding(document: dict[str, Any], random: Any) -> None:
    ids = ids_of(document)
    fresh = [f"één-{n}" for n in range(len(ids))]
    random.shuffle(fresh)
    names = dict(zip(ids, fresh, strict=True))
    assert found(sm.Org.from_dict(renamed(document, names)), names) == found(sm.Org.from_dict(document))


@slow
@given(rich_documents(people=6, squads=3))
def test_another_language_changes_no_finding(document: dict[str, Any]) -> None:
    org = sm.Org.from_dict(document)
    assert found(org, language="nl") == found(org, language="en") == found(sm.Org.from_dict({**document, "language": "nl"}))


@slow
@given(rich_documents(people=6, squads=3))
def test_another_format_changes_no_finding(document: dict[str, Any]) -> None:
    org = sm.Org.from_dict(document)
    with TemporaryDirectory() as folder:
        for name in ("chart.yaml", "chart.json"):
            org.save(Path(folder, name))
            assert found(sm.Org.load(Path(folder, name))) == found(org)


@pytest.mark.parametrize("code", sorted(code for code, rule in all_rules().items() if rule.whole_charts and rule.kind != "waiver"))
def test_the_examples_of_a_rule_are_found_in_both_languages(code: str) -> None:
    from spotifymodel.rules.examples import chart_of

    for text in all_rules()[code].bad:
        org = chart_of(text)
        assert found(org, language="nl", select=code) == found(org, language="en", select=code)
