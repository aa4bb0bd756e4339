"""Every message about a faulty profile, word by word.

A faulty profile ``faulty/X.toml`` has its message in ``faulty/X.txt``.
"""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spotifymodel.errors import ProfileError
from spotifymodel.profiles import Profile, load_profile

FAULTY = Path(__file__).parent / "faulty"


def message(name: str | Path, folder: Path) -> str:
    with pytest.raises(ProfileError) as caught:
        load_profile(name, folder=folder)
    return str(caught.value)


@pytest.mark.parametrize("path", sorted(FAULTY.glob("*.toml")), ids=lambda path: path.stem)
def test_a_faulty_profile_is_refused_in_these_words(path: Path) -> None:
    assert message(path.name, FAULTY) == path.with_suffix(".txt").read_text(encoding="utf-8").rstrip("\n")


def test_every_fault_carries_its_facts() -> None:
    with pytest.raises(ProfileError) as caught:
        load_profile("everything-at-once.toml", folder=FAULTY)
    troubles = caught.value.troubles
    assert [(t.place.file, t.place.line, t.kind) for t in troubles] == [
        ("everything-at-once.toml", 2, "wrong-type"),
        ("everything-at-once.toml", 5, "wrong-type"),
        ("everything-at-once.toml", 6, "unknown-key"),
        ("everything-at-once.toml", 9, "invalid"),
        ("everything-at-once.toml", 12, "invalid"),
    ]


def test_an_unknown_name_lists_the_near_and_the_known(tmp_path: Path) -> None:
    assert message("brunel", tmp_path) == (
        "there is no profile 'brunel'; did you mean 'brunel-2017'? Known here: brunel-2017, spotify-2012, ing-2015, "
        "team-topologies-2019, strict; or give the path of a .toml file"
    )
    with pytest.raises(ProfileError) as caught:
        load_profile("agile-2030", folder=tmp_path)
    assert caught.value.wanted == "agile-2030"
    assert caught.value.known == ("brunel-2017", "spotify-2012", "ing-2015", "team-topologies-2019", "strict")


@pytest.mark.parametrize("name", ["", "+", "strict+", "+strict", "brunel-2017++strict", "ing-2015 + strict"])
def test_odd_names_are_refused_as_unknown(name: str, tmp_path: Path) -> None:
    assert "there is no profile" in message(name, tmp_path)


def test_a_missing_file_a_folder_and_a_project_file_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "folder.toml").mkdir()
    (tmp_path / "pyproject.toml").write_text("")
    assert message("ours.toml", tmp_path) == "there is no profile file 'ours.toml'"
    assert message("folder.toml", tmp_path) == "there is no profile file 'folder.toml'"
    assert message("pyproject.toml", tmp_path) == (
        "pyproject.toml holds profiles by name: give the name of one of its [tool.spotifymodel.profiles] tables instead of the file"
    )


def test_faults_of_a_pyproject_table_name_the_line_in_pyproject(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[project]\nname = 'x'\n\n[tool.spotifymodel.profiles.ours.limits]\nsquad.max = 0.5\n")
    assert message("ours", tmp_path) == (
        "pyproject.toml:5:1: limit 'squad.max' is 0.5; expected a whole number of people, 0 or more"
    )  # fmt: skip


def test_a_pyproject_cannot_take_a_built_in_name(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.spotifymodel.profiles.brunel-2017]\nlimits.squad.max = 12\n")
    assert message("ours", tmp_path) == (
        "pyproject.toml: the name 'brunel-2017' is taken by a built-in profile; choose another and let it extend 'brunel-2017'"
    )


@pytest.mark.parametrize("text", ["tool.spotifymodel.profiles = 3", "[tool.spotifymodel.profiles]\nours = 'brunel-2017'"])
def test_a_pyproject_whose_profiles_are_no_tables_says_what_they_should_be(text: str, tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(text)
    assert message("ours", tmp_path) == (
        "pyproject.toml: [tool.spotifymodel.profiles] holds one table per profile, such as [tool.spotifymodel.profiles.ours]"
    )


def test_a_file_that_is_not_utf8_names_the_line(tmp_path: Path) -> None:
    (tmp_path / "ours.toml").write_bytes(b"# fine\n# caf\xe9\n")
    assert message("ours.toml", tmp_path) == "ours.toml:2: this is not UTF-8. Save the file as UTF-8"


def test_a_file_that_is_too_large_or_too_deep_is_refused(tmp_path: Path) -> None:
    (tmp_path / "large.toml").write_text("#" * 1_000_001)
    (tmp_path / "deep.toml").write_text("x = " + "[" * 100_000)
    (tmp_path / "nested.toml").write_text("limits" + ".a" * 400 + " = 1")
    assert message("large.toml", tmp_path) == "large.toml: 1,000,001 bytes are too many for a profile, which has at most 1,000,000"
    assert message("deep.toml", tmp_path) == "deep.toml: this is nested too deeply to be a profile"
    assert message("nested.toml", tmp_path).startswith("nested.toml:1:")


def test_no_message_shows_the_content_of_a_table(tmp_path: Path) -> None:
    (tmp_path / "ours.toml").write_text("[limits]\nsquad.max = ['Anna de Vries']\n[severities]\nSQ001 = {salary = 'Anna de Vries'}\n")
    assert "Anna" not in message("ours.toml", tmp_path)


WORDS = st.sampled_from(
    [
        "limits",
        "readings",
        "severities",
        "evidence",
        "grounds",
        "tighten",
        "title",
        "extends",
        "overlay",
        "squad",
        "max",
        "squad.max",
        "count.po",
        "SQ001",
        "source",
        "document",
        "value",
        "spare",
    ]
)
VALUES = st.recursive(
    st.one_of(st.integers(), st.booleans(), st.floats(), st.sampled_from(["union", "error", "guess", "strict", "", "brunel", "\x7f"])),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=6,
)


def toml(value: object) -> str:
    """Write a value as inline TOML."""
    if isinstance(value, dict):
        return "{" + ", ".join(f'"{key}" = {toml(below)}' for key, below in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(toml, value)) + "]"
    if isinstance(value, bool):
        return str(value).lower()
    return repr(value) if isinstance(value, int | float) else f"'{value}'"


@given(st.dictionaries(WORDS, VALUES, max_size=5))
def test_whatever_a_file_says_it_is_a_profile_or_a_profile_error(
    tmp_path_factory: pytest.TempPathFactory, table: dict[str, object]
) -> None:
    folder = tmp_path_factory.getbasetemp()
    (folder / "any.toml").write_text("".join(f'"{key}" = {toml(value)}\n' for key, value in table.items()), encoding="utf-8")
    try:
        profile = load_profile("any.toml", folder=folder)
    except ProfileError as err:
        assert "any.toml" in str(err) or "profile" in str(err)
    else:
        assert isinstance(profile, Profile)
        assert len(profile.limits) + len(profile.readings) > 0
        assert profile.severities
