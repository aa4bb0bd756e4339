"""With ``--pseudonymise`` no command says who anybody is: not by name, not by id, not in a text about them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

import spotifymodel as sm
from spotifymodel.examples import example_file
from spotifymodel.formats.pseudonyms import pseudonym_of

from .charts import written
from .playing import play

#: Everything that tells who somebody is, in words that no team, unit or title has.
SECRET = ("Zwaantje Quist", "zq-77", "Xerxes Ypma", "xy-78", "moeder van Bo", "zorgverlof", "2027-05-05", "2027-08-08")


def chart(owner: str) -> dict[str, object]:
    return {
        "format": "spotifymodel/1",
        "people": [
            {
                "id": "zq-77",
                "name": "Zwaantje Quist",
                "job_title": "productmanager",
                "agile_years": 0,
                "skills": {"product": 2},
                "training": [{"role": "product_owner", "ready": "2027-05-05"}],
                "leave": [{"from": "2027-05-05", "until": "2027-08-08"}],
                "extra": {"let op": "zorgverlof, moeder van Bo"},
            },
            {"id": "xy-78", "name": "Xerxes Ypma", "job_title": "tester", "reports_to": "zq-77"},
        ],
        "tribes": [
            {"id": "t", "name": "Hypotheek", "lead": "xy-78", "squads": [{"id": "s", "product_owner": owner, "members": ["xy-78"]}]}
        ],
    }


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SPOTIFYMODEL_PSEUDONYM_KEY", raising=False)
    written(tmp_path, "before.json", chart("zq-77"))
    written(tmp_path, "after.json", chart("xy-78"))
    return tmp_path


COMMANDS = [
    *(("check", "before.json", "--format", form) for form in ("text", "json", "sarif", "github", "markdown", "html")),
    *(("diff", "before.json", "after.json", "--format", form) for form in ("text", "json")),
    *(("stats", "before.json", "after.json", "--format", form) for form in ("text", "json")),
    *(("stats", "before.json", "--format", form) for form in ("text", "json")),
    *(("repair", "before.json", "--format", form) for form in ("json", "yaml")),
]


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_no_report_says_who_anybody_is(folder: Path, command: tuple[str, ...], language: str) -> None:
    told = play(*command, "--lang", language)
    assert any(one in told.out for one in SECRET), "nothing to hide"
    said = play(*command, "--lang", language, "--pseudonymise")
    assert said.code == told.code
    assert said.out
    assert [one for one in SECRET if one in said.out + said.err] == []


def test_two_charts_of_one_run_have_the_same_pseudonyms(folder: Path) -> None:
    said = play("diff", "before.json", "after.json", "--format", "json", "--pseudonymise")
    told = play("diff", "before.json", "after.json", "--format", "json")
    assert [one["status"] for one in json.loads(said.out)["people"]] == [one["status"] for one in json.loads(told.out)["people"]]
    assert play("diff", "before.json", "before.json", "--pseudonymise").out == "nothing changed\n"


def test_a_secret_gives_the_same_pseudonyms_in_another_run(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPOTIFYMODEL_PSEUDONYM_KEY", "een geheim")
    once, again = (play("diff", "before.json", "after.json", "--pseudonymise").out for _ in range(2))
    assert once == again
    monkeypatch.setenv("SPOTIFYMODEL_PSEUDONYM_KEY", "een ander geheim")
    assert play("diff", "before.json", "after.json", "--pseudonymise").out != once


@pytest.mark.parametrize("form", ["text", "json", "yaml"])
def test_a_proposal_with_pseudonyms_names_nobody(form: str) -> None:
    org = sm.example("polderbank")
    said = play("propose", example_file("polderbank"), "--format", form, "--pseudonymise", "--lang", "nl")
    assert said.code == 0, said.err
    assert [p.id for p in org.people if re.search(rf"\b{p.id}\b", said.out)] == []
    assert [p.name for p in org.people if p.name and p.name in said.out] == []


@pytest.mark.parametrize("language", ["en", "nl"])
def test_what_an_owner_has_to_learn_is_told_of_a_pseudonym(folder: Path, language: str) -> None:
    jobs = ("productmanager", "productmanager", "tester", "tester", "back-end developer", "back-end developer")
    people = [{"id": f"zq-{k}", "name": f"Zwaantje{k} Quist{k}", "job_title": job, "agile_years": 0} for k, job in enumerate(jobs)]
    written(folder, "department.json", {"format": "spotifymodel/1", "people": people, "units": [{"id": "u", "manager": "zq-0"}]})
    for form in ("text", "json"):
        said = play("propose", "department.json", "--format", form, "--pseudonymise", "--lang", language)
        assert said.code == 0, said.err
        assert not re.search("zq-|Zwaantje|Quist", said.out)
    trainings = json.loads(said.out)["gaps"]["trainings"]
    assert trainings
    assert all(one["person"].startswith("person-") and one["text"].startswith(one["person"]) for one in trainings)


WISHES = """\
format: spotifymodel-blueprint/1
tribes:
  - id: t
    lead: zq-0
    agile_coaches: [zq-3]
    squads: [{id: s, needs: {}}]
locks: [{person: zq-1, squad: s, role: product_owner}]
forbid: [{person: zq-4, squad: s}]
preferences: [{person: zq-5, squads: [s]}]
keep_together: [[zq-2, zq-5]]
"""


def test_the_wishes_of_a_blueprint_hold_for_the_same_people_under_their_pseudonyms(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPOTIFYMODEL_PSEUDONYM_KEY", "een geheim")
    jobs = ("manager", "productmanager", "tester", "agile coach", "back-end developer", "back-end developer")
    people = [{"id": f"zq-{k}", "name": f"Zwaantje{k} Quist{k}", "job_title": job, "agile_years": 3} for k, job in enumerate(jobs)]
    written(folder, "department.json", {"format": "spotifymodel/1", "people": people, "units": [{"id": "u", "manager": "zq-0"}]})
    written(folder, "wanted.yaml", WISHES)
    told, said = (
        play("propose", "department.json", "--blueprint", "wanted.yaml", "--format", "json", *more) for more in ((), ("--pseudonymise",))
    )
    assert (told.code, said.code) == (0, 0), said.err
    assert not re.search("zq-|Zwaantje|Quist", said.out)
    hidden = {f"zq-{k}": pseudonym_of(f"zq-{k}", b"een geheim") for k in range(6)}
    open_, closed = (json.loads(one.out)["org"]["tribes"][0] for one in (told, said))
    assert open_["squads"][0]["product_owner"] == "zq-1"
    assert closed["squads"][0]["product_owner"] == hidden["zq-1"]
    assert closed["lead"] == hidden[open_["lead"]]
    assert [one["value"] for one in json.loads(said.out)["objective"]] == [one["value"] for one in json.loads(told.out)["objective"]]


def test_a_wish_about_somebody_unknown_names_them_as_the_blueprint_does(folder: Path) -> None:
    written(folder, "wanted.yaml", "format: spotifymodel-blueprint/1\nlocks: [{person: nobody, squad: s}]\n")
    said = play("propose", "before.json", "--blueprint", "wanted.yaml", "--pseudonymise")
    assert said.code == 3
    assert "'nobody' is not declared" in said.err
    assert [one for one in SECRET if one in said.err] == []


@pytest.mark.parametrize("suffix", ["yaml", "json", "csv"])
def test_a_converted_chart_says_who_nobody_is_and_is_the_same_otherwise(folder: Path, suffix: str) -> None:
    assert play("convert", "before.json", f"told.{suffix}").code == 0
    assert play("convert", "before.json", f"hidden.{suffix}", "--pseudonymise").code == 0
    told, hidden = (Path(f"{name}.{suffix}").read_text(encoding="utf-8") for name in ("told", "hidden"))
    assert any(one in told for one in SECRET)
    assert [one for one in SECRET if one in hidden] == []
    findings = [[f.code for f in sm.check(sm.Org.load(f"{name}.{suffix}")).findings] for name in ("told", "hidden")]
    assert findings[0] == findings[1]


@pytest.mark.parametrize("command", [("convert", "before.json", "before.json"), ("repair", "before.json", "--output", "before.json")])
def test_pseudonyms_are_never_written_over_the_names_they_stand_for(folder: Path, command: tuple[str, ...]) -> None:
    before = Path("before.json").read_bytes()
    said = play(*command, "--force", "--pseudonymise")
    assert said.code == 2 and "not even with --force" in said.err
    assert Path("before.json").read_bytes() == before
    assert play(*command, "--force").code == 0


@pytest.mark.parametrize("suffix", ["txt", "md", "html", "json"])
def test_a_gap_report_with_pseudonyms_has_no_id_either(folder: Path, suffix: str) -> None:
    assert play("propose", "before.json", "--gap-report", f"told.{suffix}").code == 0
    assert play("propose", "before.json", "--gap-report", f"hidden.{suffix}", "--pseudonymise").code == 0
    told, hidden = (Path(f"{name}.{suffix}").read_text(encoding="utf-8") for name in ("told", "hidden"))
    assert "zq-77" in told
    assert [one for one in SECRET if one in hidden] == []
