"""Names are shortened without loss of dignity: no tussenvoegsel is dropped, no two people read the same."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spotifymodel.plot.metrics import text_width
from spotifymodel.plot.names import Labels, clean, initials, ladder
from spotifymodel.plot.shortening import distinct_lines, shortened, wrapped

from .views import FIRST, LAST, NASTY

full_names = st.builds("{} {}".format, st.sampled_from(FIRST), st.sampled_from(LAST))
wild = st.text(st.characters(exclude_categories=("Cs",)), max_size=30)
any_name = st.one_of(full_names, full_names, st.sampled_from(NASTY), wild).map(lambda name: clean(name) or "?")


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("Femke van der Veen", ("Femke van der Veen", "F. van der Veen", "F. v.d. Veen")),
        ("IJsbrand van 't Hoff", ("IJsbrand van 't Hoff", "IJ. van 't Hoff", "IJ. v.'t Hoff")),
        ("Anne-Marie de la Croix", ("Anne-Marie de la Croix", "A.-M. de la Croix")),
        ("Jan Willem de Boer", ("Jan Willem de Boer", "J.W. de Boer")),
        ("Siân El Amrani", ("Siân El Amrani", "S. El Amrani")),
        ("J. Jansen", ("J. Jansen",)),
        ("Person 0012", ("Person 0012", "P. 0012")),
        ("Madonna", ("Madonna",)),
        ("陳大文", ("陳大文",)),
        ("Veen, Femke van der", ("Veen, Femke van der",)),
        ("van der Veen", ("van der Veen", "v. der Veen")),
    ],
)
def test_the_ladder_keeps_every_tussenvoegsel(name: str, forms: tuple[str, ...]) -> None:
    assert ladder(name) == forms


@given(wild)
def test_clean_names_are_one_line_without_control_or_override_characters(name: str) -> None:
    cleaned = clean(name)
    assert cleaned == clean(cleaned)
    assert not any(unicodedata.category(char) in ("Cc", "Zl", "Zp", "Cs") for char in cleaned)
    assert not set(cleaned) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\ufeff")
    assert "  " not in cleaned


def test_joiners_of_persian_and_emoji_survive_cleaning() -> None:
    assert clean("علی\u200cرضا") == "علی\u200cرضا"
    assert clean("👩\u200d💻") == "👩\u200d💻"


@settings(deadline=None)
@given(st.lists(any_name, min_size=1, max_size=14), st.floats(36, 140))
def test_labels_fit_and_stand_for_one_person(names: list[str], room: float) -> None:
    people = {f"p{i}": name for i, name in enumerate(names)}
    labels = Labels(people)
    given_out = {person: labels.fit(person, room, 7) for person in people}
    assert len(set(given_out.values())) == len(people)
    for label in given_out.values():
        assert label
        assert text_width(label, 7) <= room


@settings(deadline=None)
@given(st.lists(any_name, min_size=2, max_size=14), st.floats(30, 140), st.randoms())
def test_labels_do_not_depend_on_the_order_of_the_people(names: list[str], room: float, dice: object) -> None:
    people = [(f"p{i}", name) for i, name in enumerate(names)]
    turned = people[:]
    dice.shuffle(turned)  # type: ignore[attr-defined]
    assert {p: Labels(dict(people)).name(p) for p, _ in people} == {p: Labels(dict(turned)).name(p) for p, _ in people}
    assert {p: Labels(dict(people)).initials(p) for p, _ in people} == {p: Labels(dict(turned)).initials(p) for p, _ in people}


def test_two_people_who_would_read_the_same_both_keep_more_letters() -> None:
    labels = Labels({"1": "Anna de Boer", "2": "Arjan de Boer", "3": "Bram de Boer"})
    room = text_width("An. de Boer", 7) + 0.1
    assert [labels.fit(p, room, 7) for p in "123"] == ["An. de Boer", "Ar. de Boer", "B. de Boer"]


def test_namesakes_are_numbered_whoever_comes_first() -> None:
    labels = Labels({"b": "Jan de Boer", "a": "Jan de Boer"})
    assert (labels.name("a"), labels.name("b")) == ("Jan de Boer\u00a0(1)", "Jan de Boer\u00a0(2)")
    assert labels.fit("b", 45, 7) == "J. de Boer\u00a0(2)"


@given(st.lists(any_name, min_size=1, max_size=40))
def test_initials_stand_for_one_person(names: list[str]) -> None:
    people = {f"p{i}": name for i, name in enumerate(names)}
    labels = Labels(people)
    assert len({labels.initials(person) for person in people}) == len(people)


def test_initials_keep_the_particles() -> None:
    assert [initials(name) for name in ("Femke van der Veen", "Jan de Boer", "Cher")] == ["FvdV", "JdB", "Ch"]


@given(any_name, st.floats(10, 200), st.integers(1, 4))
def test_wrapped_lines_fit_and_lose_nothing_but_what_the_ellipsis_says(text: str, room: float, lines: int) -> None:
    broken = wrapped(text, room, 8, lines=lines)
    assert 1 <= len(broken) <= lines
    for line in broken:
        assert text_width(line, 8) <= room or len(line) <= 2
    if not broken[-1].endswith("…"):
        assert "".join(broken).replace(" ", "") == text.replace(" ", "")


@given(any_name, st.floats(10, 200))
def test_a_text_that_fits_is_not_shortened(text: str, room: float) -> None:
    assert (shortened(text, room, 8) == text) == (text_width(text, 8) <= room or shortened(text, room, 8) == text)


@given(
    st.lists(
        st.sampled_from(["sig-network-admins", "sig-network-maintainers", "sig-node", "sig-network-api-reviewers"]), unique=True, min_size=1
    )
)
def test_cut_texts_still_differ(texts: list[str]) -> None:
    assert len(set(distinct_lines(texts, 50, 8.2, True, 1))) == len(texts)
