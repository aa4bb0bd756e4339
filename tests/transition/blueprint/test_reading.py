"""A blueprint is read from YAML and JSON alike; every fault is said at once, with its place."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import spotifymodel as sm
from spotifymodel.errors import InputRefusedError
from spotifymodel.transition.blueprint.reading import FORMAT, blueprint_from_tree, load_blueprint, read_blueprint
from tests.depth import examples

FULL: dict[str, Any] = {
    "format": FORMAT,
    "tribes": [
        {
            "id": "homes",
            "from_units": ["it"],
            "agile_coaches": 2,
            "chapters": [{"id": "back", "discipline": ["back-end", "testing"], "jobs": ["tester"]}],
            "squads": [{"id": "app", "kind": "change", "needs": {"back": 1.5}, "from": "2027-01-01"}],
        }
    ],
    "locks": [{"person": "p1", "squad": "app", "role": "member"}],
    "forbid": [{"person": "p2", "squad": "app"}],
    "keep_together": [["p3", "p4"]],
    "preferences": [{"person": "p5", "squads": ["app"]}],
    "stay": {"it": "never"},
    "freeze": [{"from": "2027-07-01", "until": "2027-08-15"}],
    "waves": {"start": "2027-01-04", "weeks": 6, "max_squads": 3, "max_people": 30},
}
YAML = """\
format: spotifymodel-blueprint/1
tribes:
  - id: homes
    from_units: [it]
    agile_coaches: 2
    chapters:
      - {id: back, discipline: [back-end, testing], jobs: [tester]}
    squads:
      - {id: app, kind: change, needs: {back: 1.5}, from: 2027-01-01}
locks: [{person: p1, squad: app, role: member}]
forbid: [{person: p2, squad: app}]
keep_together: [[p3, p4]]
preferences: [{person: p5, squads: [app]}]
stay: {it: never}
freeze: [{from: 2027-07-01, until: 2027-08-15}]
waves: {start: 2027-01-04, weeks: 6, max_squads: 3, max_people: 30}
"""


def refused(path: Path, text: str) -> list[str]:
    path.write_text(text, "utf-8")
    org = sm.Org.from_dict({"format": "spotifymodel/1", "people": [{"id": f"p{k}"} for k in range(1, 10)], "units": [{"id": "it"}]})
    with pytest.raises(InputRefusedError) as caught:
        sm.propose(org, path)
    return [line.replace(str(path), path.name) for line in str(caught.value).splitlines()]


def test_yaml_json_and_a_mapping_mean_the_same_blueprint(tmp_path: Path) -> None:
    (tmp_path / "b.yaml").write_text(YAML, "utf-8")
    (tmp_path / "b.json").write_text(json.dumps(FULL), "utf-8")
    assert load_blueprint(tmp_path / "b.yaml") == load_blueprint(tmp_path / "b.json") == blueprint_from_tree(FULL)


@pytest.mark.parametrize(("written", "read"), [("3", 3), ("[1001, 1002]", ("1001", "1002")), ("[p1]", ("p1",))])
def test_coaches_are_a_number_or_a_list_of_ids_even_where_ids_are_digits(tmp_path: Path, written: str, read: object) -> None:
    (tmp_path / "b.yaml").write_text(f"format: {FORMAT}\ntribes: [{{id: a, agile_coaches: {written}}}]\n", "utf-8")
    assert load_blueprint(tmp_path / "b.yaml").tribes[0].agile_coaches == read


def test_unknown_keys_are_refused_with_line_and_column_and_all_at_once(tmp_path: Path) -> None:
    said = refused(tmp_path / "b.yaml", YAML.replace("kind:", "knid:").replace("until:", "untill:"))
    assert said[0].startswith("b.yaml:9:19 ($.tribes[0].squads[0].knid): unknown key 'knid'")
    assert said[1].startswith("b.yaml:15:29 ($.freeze[0].untill): unknown key 'untill'")


def test_dangling_names_are_refused_with_their_lines_and_what_they_resemble(tmp_path: Path) -> None:
    said = refused(tmp_path / "b.yaml", YAML.replace("p2, squad: app", "p22, squad: apq").replace("[it]", "[itt]"))
    assert [line.split(" (")[0] for line in said] == ["b.yaml:4:18", "b.yaml:11:19", "b.yaml:11:31"]
    assert all("is not declared. Did you mean" in line for line in said)
    assert "'it'" in said[0] and "'p2'" in said[1] and "'app'" in said[2]


@pytest.mark.parametrize(
    ("old", "new"),
    [("p5, squads: [app]", "p5, squads: [apps]"), ("[p3, p4]", "[p3, q4]"), ("stay: {it", "stay: {at")],
)
def test_every_wish_is_held_against_the_names_that_are_declared(tmp_path: Path, old: str, new: str) -> None:
    assert len(refused(tmp_path / "b.yaml", YAML.replace(old, new))) == 1


def test_two_squads_of_one_id_are_refused_also_in_two_tribes(tmp_path: Path) -> None:
    said = refused(
        tmp_path / "b.yaml", f"format: {FORMAT}\ntribes:\n  - {{id: a, squads: [{{id: s}}]}}\n  - {{id: b, squads: [{{id: s}}]}}\n"
    )
    assert said == ["b.yaml:4:27 ($.tribes[1].squads[0].id): squad 's' stands twice. Give each an id of its own"]


@pytest.mark.parametrize("text", ["[]", "format: spotifymodel/1\npeople: []\n", "people: []\n"])
def test_what_is_no_blueprint_is_refused_with_the_command_that_writes_one(tmp_path: Path, text: str) -> None:
    assert "init --blueprint" in refused(tmp_path / "b.yaml", text)[0]


def test_a_missing_file_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(InputRefusedError, match="cannot be read"):
        load_blueprint(tmp_path / "none.yaml")


SCALARS = st.none() | st.booleans() | st.integers() | st.text(max_size=4)
KEYS = st.sampled_from(sorted(FULL)) | st.text(max_size=4)
TREES = st.recursive(SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3))


@settings(max_examples=examples(50))
@given(TREES)
def test_whatever_stands_in_a_document_is_read_or_refused(body: Any) -> None:
    tree = {"format": FORMAT, **body} if isinstance(body, dict) else body
    try:
        blueprint_from_tree(tree)
    except InputRefusedError as err:
        assert str(err)


def test_the_blueprint_of_init_is_read_and_proposed_with_every_name_as_it_stands(tmp_path: Path) -> None:
    from spotifymodel.cli import main

    path = tmp_path / "blueprint.yaml"
    assert main(["init", "--blueprint", str(path)]) == 0
    blueprint, _ = read_blueprint(path)
    plan = sm.propose(sm.example("polderbank"), path)
    assert plan.org is not None and plan.status == "optimal"
    assert [s.id for s in plan.org.tribes[0].squads] == [s.id for s in blueprint.tribes[0].squads]
    assert not any(name.startswith("squad ") for name in plan.placeholders)


def test_every_wish_shown_as_a_comment_of_init_works_when_it_is_taken_out_of_the_comment(tmp_path: Path) -> None:
    from spotifymodel.cli import main

    path = tmp_path / "blueprint.yaml"
    assert main(["init", "--blueprint", str(path)]) == 0
    lines = []
    for line in path.read_text("utf-8").splitlines():
        bare = line.replace("# ", "", 1) if line.lstrip().startswith("# ") else line.replace("#   -", "  -", 1)
        shown = line.lstrip().startswith("#") and any(
            k in bare.split("#")[0]
            for k in ("lead:", "agile_coaches:", "chapters:", "- {", "locks:", "forbid:", "together:", "preferences:", "stay:")
        )
        lines.append(bare if shown and "To say them" not in line else line)
    path.write_text("\n".join(lines), "utf-8")
    wishes, _ = read_blueprint(path)
    assert len(wishes.locks) == 2 and wishes.forbid and wishes.keep_together and wishes.preferences and wishes.stay
    plan = sm.propose(sm.example("polderbank"), path)
    assert {"id": "interest", "allocation": 1.0, "role": "product_owner"} in plan.move("p004").squads
    assert plan.move("p003").chapter == "products"
    assert "app" not in {s["id"] for s in plan.move("p005").squads}
    assert {s["id"] for s in plan.move("p006").squads} == {s["id"] for s in plan.move("p007").squads}


def test_a_name_in_another_spelling_is_the_name_that_is_declared() -> None:
    def wanted(spell: Callable[[str], str]) -> dict[str, Any]:
        return {
            "format": "spotifymodel-blueprint/1",
            "tribes": [
                {
                    "id": "t",
                    "from_units": [spell("it"), spell("pm")],
                    "lead": spell("ann"),
                    "agile_coaches": [spell("cem")],
                    "chapters": [{"id": "dev", "jobs": ["developer"]}, {"id": "prod", "jobs": ["product manager"]}],
                    "squads": [
                        {"id": "app", "owns": [spell("loan")], "needs": {spell("dev"): 1}, "required_skills": {spell("java"): 2}},
                        {"id": "web", "needs": {spell("dev"): 1}},
                    ],
                }
            ],
            "locks": [
                {"person": spell("bob"), "squad": spell("web")},
                {"person": spell("eve"), "chapter": spell("dev"), "role": "chapter_lead"},
            ],
            "forbid": [{"person": spell("dan"), "squad": spell("web")}],
            "keep_together": [[spell("fay"), spell("gus")]],
            "preferences": [{"person": spell("gus"), "squads": [spell("web"), spell("app")]}],
            "stay": {spell("ops"): "forced"},
            "waves": {"ready": {spell("bob"): 30}, "precedences": [{"first": spell("web"), "then": spell("app")}]},
        }

    titles = {"ann": "director", "cem": "agile coach", "fay": "product manager", "gus": "product manager", "ops1": "operator"}
    units = {"fay": "pm", "gus": "pm", "ops1": "ops"}
    people = [
        {"id": p, "job_title": titles.get(p, "developer"), "unit": units.get(p, "it"), "skills": {"java": 3} if p == "dan" else {}}
        for p in ("ann", "bob", "cem", "dan", "eve", "fay", "gus", "ops1")
    ]
    org = sm.Org.from_dict(
        {
            "format": "spotifymodel/1",
            "people": people,
            "units": [{"id": "it"}, {"id": "pm"}, {"id": "ops"}],
            "products": [{"id": "loan"}],
            "skills": [{"id": "java"}],
        }
    )
    exact = sm.propose(org, wanted(str))
    assert exact.status == "optimal"
    assert sm.propose(org, wanted(lambda name: f"  {name.upper()} ")).to_dict() == exact.to_dict()


def test_the_road_shown_as_a_comment_of_init_is_walked_when_it_is_taken_out_of_the_comment(tmp_path: Path) -> None:
    from spotifymodel.cli import main

    path = tmp_path / "blueprint.yaml"
    assert main(["init", "--blueprint", str(path)]) == 0
    above, road = path.read_text("utf-8").split("# waves:")
    path.write_text(above + "waves:" + "\n".join(line.removeprefix("# ").removeprefix("#") for line in road.split("\n")), "utf-8")
    wishes, _ = read_blueprint(path)
    assert wishes.waves is not None
    assert wishes.freeze and wishes.waves.precedences and wishes.waves.ready == {"p009": 20}
    plan = sm.propose(sm.example("polderbank"), path)
    assert plan.status == "optimal"
    order = [squad for stage in plan.stages for squad in stage.squads]
    assert order.index("platform") < order.index("app")


def test_a_road_without_squads_or_people_in_a_wave_is_refused(tmp_path: Path) -> None:
    text = "format: spotifymodel-blueprint/1\nwaves: {weeks: 0, max_squads: 0, max_people: 0, max_weeks: -1}\n"
    said = refused(tmp_path / "b.yaml", text)
    assert len(said) == 4
