"""Profiles that extend profiles, overlays, and profiles of users' own."""

import pickle
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spotifymodel.errors import ProfileError
from spotifymodel.profiles import Profile, load_profile, profile_names

from .severity_table import PROFILES, TABLE


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def answers(profile: Profile) -> dict[str, object]:
    return {name: profile.value(name) for name in (*profile.limits, *profile.readings)}


def test_strict_alone_stands_over_the_foundation() -> None:
    strict, spelled = load_profile("strict"), load_profile("brunel-2017+strict")
    assert {c: s.severity for c, s in strict.severities.items()} == {c: s.severity for c, s in spelled.severities.items()}
    assert answers(strict) == answers(load_profile("brunel-2017"))
    assert strict.extends == ("brunel-2017",)


@pytest.mark.parametrize("name", PROFILES)
def test_strict_turns_warnings_into_errors_except_on_guesses_and_touches_nothing_else(name: str) -> None:
    base, strict = load_profile(name), load_profile(f"{name}+strict")
    for code, choice in base.severities.items():
        hard = choice.severity == "warning" and choice.confidence != "guess"
        assert strict.severity(code, "off") == ("error" if hard else choice.severity)
    assert answers(base) == answers(strict)


def test_strict_spares_the_rules_that_compare_with_a_guess() -> None:
    spared = {code for code, choice in load_profile("strict").severities.items() if choice.severity == "warning"}
    assert spared == {"SQ012", "PO007", "CH004", "SK001"}


def test_strict_twice_is_strict_once() -> None:
    assert load_profile("ing-2015+strict+strict").severities == load_profile("ing-2015+strict").severities


def test_a_composed_profile_carries_both_names() -> None:
    profile = load_profile("ing-2015+strict")
    assert (profile.name, profile.extends) == ("ing-2015+strict", ("brunel-2017", "ing-2015", "strict"))
    assert profile.title == "ING 2015: the bank’s published form + Strict: every warning is an error"


def test_a_profile_by_itself_is_no_overlay() -> None:
    with pytest.raises(ProfileError, match="'spotify-2012' cannot be laid over 'ing-2015'"):
        load_profile("ing-2015+spotify-2012")


def test_a_bare_number_in_a_file_changes_that_number_alone_and_is_the_owners_decision(tmp_path: Path) -> None:
    path = write(tmp_path, "ours.toml", "title = 'Our handbook'\n[limits]\nsquad.max = 7\n")
    ours, base = load_profile(path), load_profile("brunel-2017")
    assert (ours.name, ours.title, ours.extends) == ("ours", "Our handbook", ("brunel-2017",))
    assert answers(ours) == {**answers(base), "squad.max": 7}
    limit = ours.limits["squad.max"]
    assert (limit.unit, limit.confidence, limit.source.document, limit.source.quote) == ("people", "stated", "Our handbook", "")
    assert ours.limits["tribe.max"] == base.limits["tribe.max"]
    assert {c: s.severity for c, s in ours.severities.items()} == {c: s.severity for c, s in base.severities.items()}


@pytest.mark.parametrize(
    "text", ["[limits]\nsquad.max = 7", "[limits.squad]\nmax = 7", "limits.squad.max = 7", "[limits]\n'squad.max' = 7"]
)
def test_the_ways_toml_has_to_write_a_name_agree(tmp_path: Path, text: str) -> None:
    assert load_profile(write(tmp_path, "ours.toml", text)).value("squad.max") == 7


def test_a_file_may_cite_and_doubt(tmp_path: Path) -> None:
    text = """
extends = 'ing-2015'
[limits]
coach.max = 3
[evidence.coach.max]
confidence = 'guess'
source = {document = 'Our handbook', section = 'Coaching', quote = 'three at most'}
note = 'to be revised'
"""
    limit = load_profile(write(tmp_path, "ours.toml", text)).limits["coach.max"]
    assert (limit.confidence, limit.source.section, limit.source.quote, limit.note, limit.unit) == (
        "guess",
        "Coaching",
        "three at most",
        "to be revised",
        "squads",
    )


def test_a_number_of_ones_own_lets_strict_tighten(tmp_path: Path) -> None:
    path = write(tmp_path, "ours.toml", "extends = ['brunel-2017']\n[limits]\nchapter.max = 10\nchapter.max_player_coach = 6\n")
    assert load_profile("strict").severity("CH004") == "warning"
    assert load_profile("ours.toml+strict", folder=path.parent).severity("CH004") == "error"


def test_what_a_profile_says_itself_wins_over_an_overlay_it_extends(tmp_path: Path) -> None:
    path = write(tmp_path, "ours.toml", "extends = ['spotify-2012', 'strict']\n[severities]\nSQ003 = 'advice'\n")
    ours = load_profile(path)
    assert (ours.severity("SQ003"), ours.severity("SQ005"), ours.value("tribe.max")) == ("advice", "error", 100)


def test_several_bases_are_laid_over_each_other_in_order(tmp_path: Path) -> None:
    one = load_profile(write(tmp_path, "one.toml", "extends = ['ing-2015', 'team-topologies-2019']\n"))
    two = load_profile(write(tmp_path, "two.toml", "extends = ['team-topologies-2019', 'ing-2015']\n"))
    assert (one.value("membership.max"), two.value("membership.max")) == (1, 2)
    assert one.extends == ("brunel-2017", "ing-2015", "team-topologies-2019")


def test_whoever_extends_nothing_still_stands_on_the_foundation(tmp_path: Path) -> None:
    profile = load_profile(write(tmp_path, "ours.toml", "extends = []\n"))
    assert answers(profile) == answers(load_profile("brunel-2017"))


def test_files_extend_files_from_their_own_folder(tmp_path: Path) -> None:
    (tmp_path / "house").mkdir()
    write(tmp_path / "house", "house.toml", "[limits]\nsquad.max = 7\n")
    path = write(tmp_path, "team.toml", "extends = 'house/house.toml'\n[limits]\ntribe.max = 120\n")
    profile = load_profile(path)
    assert (profile.value("squad.max"), profile.value("tribe.max"), profile.extends) == (7, 120, ("brunel-2017", "house"))


def test_a_table_of_the_nearest_pyproject_is_found_from_a_folder_below(tmp_path: Path) -> None:
    write(tmp_path, "pyproject.toml", "[tool.spotifymodel.profiles.ours]\nextends = 'ing-2015'\nlimits.squad.max = 8\n")
    below = tmp_path / "charts" / "2027"
    below.mkdir(parents=True)
    assert load_profile("ours", folder=below).value("squad.max") == 8
    assert load_profile("ours+strict", folder=below).severity("CL001") == "error"
    assert profile_names(below) == (*profile_names(), "ours")


def test_rules_of_others_may_be_named_and_declared(tmp_path: Path) -> None:
    text = """
[limits]
acme.max_meetings = 5
[evidence.acme.max_meetings]
declare = true
unit = 'meetings'
[severities]
ACME001 = 'warning'
SQ901 = 'advice'
[grounds.ACME001]
rests_on = ['acme.max_meetings']
source = {document = 'Our handbook'}
"""
    profile = load_profile(write(tmp_path, "ours.toml", text), codes=["SQ901"])
    assert (profile.value("acme.max_meetings"), profile.severity("ACME001"), profile.severity("SQ901")) == (5, "warning", "advice")
    assert profile.limits["acme.max_meetings"].unit == "meetings"
    assert profile.severities["ACME001"].rests_on == ("acme.max_meetings",)


def test_an_unknown_rule_has_its_own_severity_and_an_unknown_parameter_the_default() -> None:
    profile = load_profile("brunel-2017")
    assert profile.severity("ACME001", "advice") == "advice"
    assert profile.value("acme.max", 3) == 3
    assert profile.value("tribe.warn") is None


def test_windows_line_ends_and_a_byte_order_mark_are_read(tmp_path: Path) -> None:
    path = tmp_path / "ours.toml"
    path.write_bytes("\ufeff[limits]\r\nsquad.max = 6\r\n".encode())
    assert load_profile(path).value("squad.max") == 6


@pytest.mark.parametrize("name", [*profile_names(), "ing-2015+strict"])
def test_a_profile_survives_pickling(name: str) -> None:
    profile = load_profile(name)
    again = pickle.loads(pickle.dumps(profile))
    assert again == profile
    assert again.limits == profile.limits


def test_mappings_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        load_profile("brunel-2017").limits["squad.max"] = None  # type: ignore[index]


@given(seed=st.integers(0, 2**32))
def test_any_severities_but_errors_can_be_chosen_freely(tmp_path_factory: pytest.TempPathFactory, seed: int) -> None:
    rng = random.Random(seed)
    chosen = {code: rng.choice(("warning", "advice", "off")) for code in rng.sample(sorted(TABLE), 8)}
    text = "[severities]\n" + "".join(f"{code} = '{grade}'\n" for code, grade in chosen.items())
    profile = load_profile(write(tmp_path_factory.getbasetemp(), "any.toml", text))
    for code, row in TABLE.items():
        assert profile.severity(code) == chosen.get(code, row["brunel-2017"])
