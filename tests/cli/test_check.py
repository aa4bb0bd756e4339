"""`check`: exit codes, several files, dates, modes, baselines, and where the report goes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .charts import OWNERLESS, REFUSED, SOUND, document, written
from .playing import play

HARD = ("--select", "SQ001,MB001,PO001,TR001")


def codes(*arguments: object, stdin: bytes = b"") -> list[str]:
    said = play("check", *arguments, "--format", "json", stdin=stdin)
    assert said.code in (0, 1), said.err
    return [f["code"] for f in json.loads(said.out)["findings"]]


def test_a_sound_chart_exits_0(tmp_path: Path) -> None:
    said = play("check", written(tmp_path, "a.yaml", SOUND), *HARD, "--today", "2027-01-01")
    assert said.code == 0
    assert said.out.startswith("0 errors, 0 warnings, 0 advice · profile brunel-2017 · today 2027-01-01\n")
    assert said.err == ""


def test_a_broken_chart_exits_1_and_names_the_line(tmp_path: Path) -> None:
    path = written(tmp_path, "a.yaml", OWNERLESS)
    said = play("check", path, *HARD)
    assert said.code == 1
    assert f"{path}:9:18: error PO001" in said.out
    assert "     9 |         members: [an]\n       |                  ^\n" in said.out


@pytest.mark.parametrize(
    "arguments",
    [
        ("--select", "SQ999"),
        ("--ignore", "nonsense"),
        ("--select", ""),
        ("--select", ", ,"),
        ("--profile", "brunel-2018"),
        ("--profile", ""),
        ("--profile", " , "),
        ("--as-of", ""),
        ("--today", ""),
        ("--as-of", "tomorrow"),
        ("--since", "2027-02-30"),
        ("--today", "1-1-2027"),
        ("--mode", "dream"),
        ("--fail-on", "anger"),
        ("--lang", "fr"),
        ("--format", "csv"),
        ("--baseline", "no-such-file.json"),
        ("--column", "Afdeling"),
        ("--output", "."),
        ("--output", "no/such/folder/report.txt"),
        ("--nonsense",),
    ],
)
def test_wrong_usage_exits_2_and_says_what_is_wrong(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    said = play("check", written(tmp_path, "a.yaml", SOUND), *arguments)
    assert said.code == 2
    assert arguments[-1].removeprefix("--") in said.err
    assert "Traceback" not in said.err


def test_no_command_and_no_file_exit_2() -> None:
    assert play().code == 2
    assert play("check").code == 2
    assert play("chek").code == 2


def test_a_refused_file_exits_3_and_does_not_stop_the_others(tmp_path: Path) -> None:
    broken, refused = written(tmp_path, "broken.yaml", OWNERLESS), written(tmp_path, "refused.yaml", REFUSED)
    missing = tmp_path / "missing.yaml"
    said = play("check", refused, missing, broken, *HARD)
    assert said.code == 3
    assert f"{broken}:9:18: error PO001" in said.out
    assert said.err.splitlines() == [
        f"{refused}:9:19 ($.tribes[0].squads[0].members[0]): person 'ann' is not declared in this chart. Did you mean 'an'?",
        f"{missing}: cannot be read: No such file or directory. Check the name and that you may read it",
    ]


def test_a_refused_file_is_in_every_report_for_programs(tmp_path: Path) -> None:
    refused = written(tmp_path, "refused.yaml", REFUSED)
    report = json.loads(play("check", refused, "--format", "json").out)
    assert report["files"] == report["findings"] == []
    assert report["refused"][0]["errors"][0]["location"]["line"] == 9
    assert report["refused"][0]["errors"][0]["kind"] == "dangling-reference"
    for name in ("github", "markdown", "html", "sarif"):
        said = play("check", refused, "--format", name)
        assert said.code == 3
        assert "is not declared" in said.out


def test_a_chart_that_names_an_unknown_profile_is_refused_at_that_line(tmp_path: Path) -> None:
    wrong = written(tmp_path, "wrong.yaml", SOUND + "profile: brunel-2018\n")
    said = play("check", wrong, written(tmp_path, "sound.yaml", SOUND), *HARD)
    assert said.code == 3
    assert said.err.startswith(f"{wrong}:11:10 ($.profile): there is no profile 'brunel-2018'; did you mean 'brunel-2017'?")
    assert said.out.startswith("0 errors")
    assert play("check", wrong, *HARD, "--profile", "ing-2015").code == 0


@pytest.mark.parametrize("named", ["ours.toml", "brunel-2017,ours.toml", "../ours"])
def test_a_chart_cannot_make_the_check_read_a_file(tmp_path: Path, named: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    written(tmp_path, "ours.toml", 'extends = "brunel-2017"\n')
    said = play("check", written(tmp_path, "a.json", document(profile=named)), *HARD)
    assert said.code == 3
    assert "a file is named with the argument or flag profile" in said.err


def test_a_bug_of_ours_exits_4_without_values_of_the_chart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("An Bos")

    monkeypatch.setattr("spotifymodel.cli.commands.check.check", fail)
    monkeypatch.delenv("SPOTIFYMODEL_DEBUG", raising=False)
    path = written(tmp_path, "a.yaml", SOUND)
    said = play("check", path)
    assert said.code == 4
    assert "this is a bug of ours: RuntimeError at test_check.py:" in said.err
    assert "An Bos" not in said.err
    monkeypatch.setenv("SPOTIFYMODEL_DEBUG", "1")
    assert "RuntimeError: An Bos" in play("check", path).err


def test_an_interruption_exits_130(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("spotifymodel.cli.commands.check.check", fail)
    said = play("check", written(tmp_path, "a.yaml", SOUND))
    assert (said.code, said.err) == (130, "interrupted\n")


@pytest.mark.parametrize(("error", "code"), [("ConflictError", 5), ("LimitReachedError", 6), ("NotFoundError", 2)])
def test_conflicts_and_limits_have_exit_codes_of_their_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: str, code: int) -> None:
    from spotifymodel import errors

    wrong = getattr(errors, error)("tribe", "x") if error == "NotFoundError" else getattr(errors, error)("no way")

    def fail(*_: object, **__: object) -> None:
        raise wrong

    monkeypatch.setattr("spotifymodel.cli.commands.check.check", fail)
    said = play("check", written(tmp_path, "a.yaml", SOUND))
    assert said.code == code
    assert str(wrong) in said.err


def test_standard_input_is_json_or_yaml() -> None:
    assert codes("-", *HARD, stdin=OWNERLESS.encode()) == ["PO001"]
    assert codes("-", *HARD, stdin=b"\n " + json.dumps(document(10)).encode()) == ["SQ001"]
    said = play("check", "-", stdin=REFUSED.encode())
    assert said.code == 3
    assert said.err.startswith("<stdin>:9:19 ")


def test_select_and_ignore_take_codes_names_prefixes_and_commas(tmp_path: Path) -> None:
    path = written(tmp_path, "a.json", document(10) | {"chapters": []})
    assert codes(path, "--select", "squad-too-large") == ["SQ001"]
    assert codes(path, "--select", "SQ001", "--select", "PO,MB001") == ["SQ001"]
    assert set(codes(path)) - set(codes(path, "--ignore", "SQ")) >= {"SQ001"}
    assert codes(path, "--select", "SQ001", "--ignore", "squad-too-large") == []


def test_a_day_is_judged_by_itself_and_since_leaves_out_what_is_over(tmp_path: Path) -> None:
    chart = document(9)
    chart["people"].append({"id": "late"})
    chart["tribes"][0]["squads"][0]["members"].append({"person": "late", "from": "2027-01-01", "until": "2027-02-01"})
    path = written(tmp_path, "a.json", chart)
    assert codes(path, *HARD) == ["SQ001"]
    assert codes(path, *HARD, "--as-of", "2026-12-31") == codes(path, *HARD, "--as-of", "2027-02-01") == []
    assert codes(path, *HARD, "--as-of", "2027-01-01") == ["SQ001"]
    assert codes(path, *HARD, "--since", "2027-01-31") == ["SQ001"]
    assert codes(path, *HARD, "--since", "2027-02-01") == []
    assert "judged on 2027-01-01" in play("check", path, *HARD, "--as-of", "2027-01-01").out
    assert "from 2027-01-01, until 2027-02-01" in play("check", path, *HARD).out


def test_vacancies_count_in_a_design_and_not_in_a_live_chart(tmp_path: Path) -> None:
    chart = document(10)
    chart["people"][9]["vacancy"] = True
    path = written(tmp_path, "a.json", chart)
    assert codes(path, *HARD) == codes(path, *HARD, "--mode", "design") == ["SQ001"]
    assert codes(path, *HARD, "--mode", "live") == []


def test_fail_on_moves_the_severity_that_fails(tmp_path: Path) -> None:
    path = written(tmp_path, "a.yaml", OWNERLESS)
    assert play("check", path, "--select", "PO001", "--fail-on", "never").code == 0
    assert play("check", path, "--select", "SQ002", "--fail-on", "error").code == 0
    assert play("check", path, "--select", "SQ002", "--fail-on", "advice").code == 1


def test_what_stands_in_a_baseline_does_not_count(tmp_path: Path) -> None:
    path, old = written(tmp_path, "a.yaml", OWNERLESS), tmp_path / "old.json"
    assert play("check", path, *HARD, "--format", "json", "--output", old).code == 1
    said = play("check", path, *HARD, "--baseline", old)
    assert said.code == 0
    assert "error PO001 squad-without-product-owner [in the baseline]" in said.out
    report = json.loads(play("check", path, *HARD, "--baseline", old, "--format", "json").out)
    assert [f["in_baseline"] for f in report["findings"]] == [True]
    states = json.loads(play("check", path, *HARD, "--baseline", old, "--format", "sarif").out)["runs"][0]["results"]
    assert [r["baselineState"] for r in states] == ["unchanged"]
    for name in ("markdown", "html"):
        assert "in the baseline" in play("check", path, *HARD, "--baseline", old, "--format", name).out
    assert play("check", path, *HARD, "--baseline", old, "--format", "github").out == ""
    ten = written(tmp_path, "ten.json", document(10))
    assert play("check", ten, *HARD, "--baseline", old).code == 1
    for nonsense in ("[]", "{}", '{"findings": [{}]}', "chart: yaml", '{"findings": 3}'):
        said = play("check", path, "--baseline", written(tmp_path, "nonsense.json", nonsense))
        assert said.code == 2
        assert "make one with check --format json" in said.err


def test_messages_are_dutch_when_asked(tmp_path: Path) -> None:
    said = play("check", written(tmp_path, "a.yaml", OWNERLESS), *HARD, "--lang", "nl")
    assert "fout PO001" in said.out
    assert "heeft geen product owner" in said.out


def test_the_report_goes_to_a_file_and_nothing_to_the_screen(tmp_path: Path) -> None:
    path, target = written(tmp_path, "a.yaml", OWNERLESS), tmp_path / "report.sarif"
    said = play("check", path, *HARD, "--format", "sarif", "--output", target)
    assert (said.code, said.out) == (1, "")
    assert json.loads(target.read_text("utf-8"))["runs"][0]["results"][0]["ruleId"] == "PO001"


def test_colours_appear_where_they_are_wanted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path, "a.yaml", OWNERLESS)
    assert "\x1b[" not in play("check", path).out
    monkeypatch.setattr("spotifymodel.cli.commands.check.colour_wanted", lambda: True)
    assert "\x1b[31;1merror\x1b[0m" in play("check", path).out


@pytest.mark.parametrize(("names", "wanted"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)])
def test_a_terminal_is_painted_unless_it_says_no(monkeypatch: pytest.MonkeyPatch, names: dict[str, str], wanted: bool) -> None:
    import sys

    from spotifymodel.cli.speaking import colour_wanted, width_of_terminal

    class Terminal:
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(sys, "stdout", Terminal())
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in names.items():
        monkeypatch.setenv(name, value)
    assert colour_wanted() is wanted
    for given, shown in (("20", 40), ("80", 80), ("500", 120)):
        monkeypatch.setenv("COLUMNS", given)
        assert width_of_terminal() == shown


def test_pseudonyms_hide_names_and_ids_and_stay_the_same_under_one_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(
        tmp_path, "a.yaml", OWNERLESS.replace("id: an,", "id: an-bos,").replace("[an]", "[an-bos]").replace("lead: an", "lead: an-bos")
    )
    monkeypatch.setenv("SPOTIFYMODEL_PSEUDONYM_KEY", "geheim")
    first, second = (play("check", path, "--pseudonymise", "--today", "2027-01-01") for _ in range(2))
    assert first == second
    assert first.code == 1
    assert "an-bos" not in first.out
    assert "An Bos" not in first.out
    monkeypatch.delenv("SPOTIFYMODEL_PSEUDONYM_KEY")
    assert play("check", path, "--pseudonymise").code == 1


def test_several_profiles_name_themselves_and_the_first_decides(tmp_path: Path) -> None:
    path = written(tmp_path, "a.json", document(10))
    first = play("check", path, "--select", "SQ001", "--profile", "brunel-2017,strict")
    assert first.code == 1
    report = json.loads(play("check", path, "--select", "SQ001", "--profile", "brunel-2017,ing-2015", "--format", "json").out)
    assert report["profile"] == "brunel-2017"
    assert {f["profile"] for f in report["findings"]} <= {"brunel-2017", "ing-2015"}
    assert all("legal_under" in f for f in report["findings"])


def test_several_files_are_counted_together(tmp_path: Path) -> None:
    a, b = written(tmp_path, "a.yaml", OWNERLESS), written(tmp_path, "b.json", document(10))
    said = play("check", a, b, *HARD)
    assert said.out.splitlines()[-1] == "2 errors, 0 warnings, 0 advice"
    assert str(a) in said.out
    assert str(b) in said.out
    report = json.loads(play("check", a, b, *HARD, "--format", "json").out)
    assert report["files"] == [str(a), str(b)]
    assert report["summary"]["error"] == 2
