"""The same six rules in pySHACL, the Rust package `shacl` and DuckDB, on the same companies."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from spotifymodel.formats.document import tree_from_org
from spotifymodel.formats.loading import load
from spotifymodel.graph.building import build
from spotifymodel.graph.index import Index, index_of
from spotifymodel.model.org import Org
from spotifymodel.rules.judging import judge_chart
from spotifymodel.testing import company

from .measure import Row, side_by_side
from .six_rules import SIX, six

__all__ = ["peer_rows"]

SHAPES = """
@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix o: <http://example.org/o#> .
o:Squads a sh:NodeShape ; sh:targetClass o:Squad ;
  sh:property [ sh:path o:person ; sh:maxCount 9 ] ; sh:property [ sh:path o:owner ; sh:minCount 1 ; sh:maxCount 1 ] ;
  sh:property [ sh:path ( o:person o:chapter ) ; sh:minCount 2 ] .
o:Tribes a sh:NodeShape ; sh:targetClass o:Tribe ; sh:property [ sh:path o:head ; sh:maxCount 150 ] .
o:People a sh:NodeShape ; sh:targetClass o:Person ; sh:property [ sh:path [ sh:inversePath o:person ] ; sh:maxCount 2 ] .
o:Chapters a sh:NodeShape ; sh:targetClass o:Chapter ; sh:property [ sh:path o:lead ; sh:minCount 1 ; sh:maxCount 1 ] .
"""
QUERIES = (
    "select squad from seat group by squad having count(distinct person) > 9",
    "select tribe from head group by tribe having count(distinct person) > 150",
    "select person from seat group by person having count(distinct squad) > 2",
    "select s.id from squad s left join owner o on o.squad = s.id group by s.id having count(distinct o.person) <> 1",
    "select squad from seat join inside using (person) group by squad having count(distinct chapter) < 2",
    "select c.id from chapter c left join lead l on l.chapter = c.id group by c.id having count(distinct l.person) <> 1",
)


def peer_rows() -> Iterator[Row]:
    """Yield the comparisons at 150, 10 000 and 100 000 people."""
    rules = six()
    for people, must in ((150, 50.0), (10_000, 1.5), (100_000, 0.5)):
        org = company(people, seed=2)
        index = index_of(org)
        run = _duckdb(index)
        runs = {
            "duckdb": run,
            "ready": lambda i=index: _judge(i, rules),  # type: ignore[misc]
            "fresh": lambda i=index: _judge(_fresh(i), rules),  # type: ignore[misc]
        }
        speeds = side_by_side(runs, seconds=4.0, most=1_000)
        ready, fresh = speeds["duckdb"] / speeds["ready"], speeds["duckdb"] / speeds["fresh"]
        stretch = {150: "≥ 80 ×", 10_000: "≥ 3 ×", 100_000: "≥ 1 ×"}[people]
        yield Row(
            f"six rules against DuckDB with tables loaded, {people:,}",
            f"{ready:.1f} × its speed with the index ready ({fresh:.1f} × where what it derives for them is made anew)",
            f"≥ {must} ×",
            stretch,
            ready >= must,
        )
    yield from _shacl_rows(rules)


def _fresh(index: Index) -> Index:
    """Forget what the index has derived, as after loading."""
    for name in ("squads_of", "owned_by", "chapters_of", "squad_counts", "squads_in", "chapters_in"):
        index.__dict__.pop(name, None)
    return index


def _judge(index: Index, rules: SIX) -> int:
    return sum(1 for rule, limits in rules for _ in judge_chart(rule, index, limits))


def _duckdb(index: Index) -> Any:
    import duckdb

    base = duckdb.connect()
    for name, columns in (
        ("seat", "squad text, person text"),
        ("owner", "squad text, person text"),
        ("inside", "chapter text, person text"),
        ("lead", "chapter text, person text"),
        ("head", "tribe text, person text"),
        ("squad", "id text"),
        ("chapter", "id text"),
    ):
        base.execute(f"create table {name} ({columns})")
    tables: dict[str, list[tuple[str, ...]]] = {
        "seat": [(s, p) for s, people in index.squad_people.items() for p in people],
        "owner": [(s, p) for s, people in index.owners.people.items() for p in people],
        "inside": [(c, p) for c, people in index.chapter_people.people.items() for p in people],
        "lead": [(c, p) for c, people in index.chapter_leads.people.items() for p in people],
        "head": [(t, p) for t, p in _heads(index)],
        "squad": [(s,) for s in index.squads],
        "chapter": [(c,) for c in index.chapters],
    }
    import pandas as pd

    for name, rows in tables.items():
        frame = pd.DataFrame(rows)  # noqa: F841 - read by name
        base.execute(f"insert into {name} select * from frame")
    return lambda: [base.execute(q).fetchall() for q in QUERIES]


def _heads(index: Index) -> Iterator[tuple[str, str]]:
    from spotifymodel.graph.view import View

    view = View(index)
    for tribe in index.tribes:
        for person in view.tribe_people(tribe):
            yield tribe, person


def _turtle(org: Org) -> str:
    index = index_of(org)
    lines = ["@prefix o: <http://example.org/o#> ."]
    lines += [f"o:{p} a o:Person ." for p in index.people]
    lines += [f"o:{s} a o:Squad ; o:person {', '.join('o:' + p for p in people)} ." for s, people in index.squad_people.items()]
    lines += [f"o:{s} o:owner {', '.join('o:' + p for p in people)} ." for s, people in index.owners.people.items()]
    for chapter, people in index.chapter_people.people.items():
        lines.append(f"o:{chapter} a o:Chapter ; o:lead {', '.join('o:' + p for p in index.chapter_leads.people[chapter])} .")
        lines += [f"o:{p} o:chapter o:{chapter} ." for p in people]
    for tribe in index.tribes:
        lines.append(f"o:{tribe} a o:Tribe .")
    lines += [f"o:{t} o:head o:{p} ." for t, p in _heads(index)]
    return "\n".join(lines)


def _shacl_rows(rules: SIX) -> Iterator[Row]:
    import pyshacl
    import rdflib

    org = company(10_000, seed=2)
    text = _turtle(org)
    data, shapes = rdflib.Graph().parse(data=text, format="turtle"), rdflib.Graph().parse(data=SHAPES, format="turtle")
    speeds = side_by_side(
        {"pyshacl": lambda: pyshacl.validate(data, shacl_graph=shapes), "ours": lambda: _judge(build(org, "design"), rules)},
        seconds=12.0,
        most=12,
    )
    ratio = speeds["pyshacl"] / speeds["ours"]
    yield Row("index + six rules against pySHACL on its ready graph, 10,000", f"{ratio:.0f} × faster", "≥ 50 ×", "≥ 80 ×", ratio >= 50)
    try:
        import shacl  # type: ignore[import-not-found,unused-ignore]
    except ImportError:
        yield Row("file → verdict against the Rust package `shacl`, 10,000", "not installed (pip install shacl)", "≥ 1 ×")
        return
    whole = tree_from_org(org)
    for said, chart, graph in (
        ("what the rules read", _structure(whole), text),
        ("everything the chart says", whole, text + "\n" + _rest_as_turtle(org)),
    ):
        with tempfile.TemporaryDirectory() as folder:
            turtle, shape, document = Path(folder, "c.ttl"), Path(folder, "s.ttl"), Path(folder, "c.json")
            turtle.write_text(graph, encoding="utf-8")
            shape.write_text(SHAPES, encoding="utf-8")
            document.write_text(json.dumps(chart), encoding="utf-8")
            runs = {
                "shacl": lambda t=turtle, s=shape: shacl.validate(str(t), str(s)),  # type: ignore[misc]
                "ours": lambda d=document: _judge(index_of(load(d)), rules),  # type: ignore[misc]
            }
            speeds = side_by_side(runs, seconds=5.0)
        ratio = speeds["shacl"] / speeds["ours"]
        what = f"file → verdict against the Rust package `shacl`, 10,000, both files hold {said}"
        yield Row(what, f"{ratio:.2f} × its speed", "a tie", "≥ 1.5 ×", ratio >= 0.95)


def _structure(document: dict[str, Any]) -> dict[str, Any]:
    """Return the part of a document that the six rules read: the same facts as :func:`_turtle` writes."""

    def part(record: dict[str, Any], *keys: str) -> dict[str, Any]:
        return {key: record[key] for key in keys if key in record}

    tribes = [
        {
            **part(tribe, "id", "lead", "agile_coaches", "support"),
            "chapters": [part(c, "id", "lead", "members") for c in tribe["chapters"]],
            "squads": [part(s, "id", "product_owner", "members") for s in tribe["squads"]],
        }
        for tribe in document["tribes"]
    ]
    return {"format": document["format"], "people": [part(p, "id") for p in document["people"]], "tribes": tribes}


def _rest_as_turtle(org: Org) -> str:
    """Return what a chart says beyond its structure: names, titles, skills, missions, products."""
    lines: list[str] = []
    for person in org.people:
        said = {f: getattr(person, f) for f in ("name", "job_title", "fte", "location", "seniority", "agile_years")}
        lines += [f"o:{person.id} o:{field} {json.dumps(value)} ." for field, value in said.items() if value is not None]
        lines += [f"o:{person.id} o:skill [ o:of o:{skill} ; o:level {level} ] ." for skill, level in person.skills.items()]
    for tribe, squad in org.all_squads():
        said = {f: getattr(squad, f) for f in ("name", "mission", "kind", "mandate")}
        lines += [f"o:{squad.id} o:{field} {json.dumps(value)} ." for field, value in said.items() if value is not None]
        lines += [f"o:{squad.id} o:owns o:{product} ." for product in squad.owns]
        lines += [f"o:{tribe.id} o:squad o:{squad.id} ."] if tribe else []
    return "\n".join(lines)
