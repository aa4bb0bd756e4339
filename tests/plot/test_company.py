"""The company wall: every tribe is a card, its numbers are those of the rules, the audit finds nothing."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import spotifymodel as sm
from spotifymodel.checking.run import check
from spotifymodel.errors import FigureTooSmallError, UsageError
from spotifymodel.model.org import Org
from spotifymodel.plot.wall.reading import read_cards
from spotifymodel.testing import company as generated
from tests.depth import examples

from .charts import Document, large, org, small

NAMES = (
    "W" * 60,
    "Jan-Willem van der Grootenhuis-van Oldenbarnevelt",
    "<b>& $x$</b>",
    "i",
    "Ægir Ðórðarson",
    "kubernetes-sigs/provider-azure-disk-and-more",
)


def several(sizes: list[list[int]], names: tuple[str, ...] = NAMES) -> Document:
    """Tribes of squads of these sizes; the first of every tribe leads it, from outside the squads."""
    people: list[dict[str, str]] = []
    tribes = []
    for t, squads in enumerate(sizes):
        people.append({"id": f"l{t}", "name": names[-1 - t % len(names)]})
        teams = []
        for s, size in enumerate(squads):
            ids = [f"p{t}-{s}-{i}" for i in range(size)]
            people += [{"id": one, "name": names[t % len(names)]} for one in ids]
            teams.append({"id": f"s{t}-{s}", "name": names[s % len(names)], "members": ids})
        tribes.append({"id": f"t{t}", "name": names[t % len(names)], "lead": f"l{t}", "squads": teams})
    return {"format": "spotifymodel/1", "people": people, "tribes": tribes}


@settings(max_examples=examples(15), deadline=None)
@given(st.lists(st.lists(st.integers(0, 24), max_size=30), min_size=1, max_size=9), st.sampled_from(["en", "nl"]))
def test_every_tribe_and_squad_is_on_a_sound_wall(sizes: list[list[int]], language: str) -> None:
    chart = Org.from_dict(several(sizes))
    figure = sm.plot.company(chart, language=language)
    assert figure.audit() == ()
    seen = {mark.of for mark in figure.scene.marks}
    assert {f"tribe:t{t}" for t in range(len(sizes))} <= seen
    assert {f"squad:s{t}-{s}" for t, squads in enumerate(sizes) for s in range(len(squads))} <= seen


@settings(max_examples=examples(15), deadline=None)
@given(st.lists(st.lists(st.integers(0, 24), max_size=8), min_size=1, max_size=5))
def test_the_numbers_of_a_card_are_those_that_were_put_in(sizes: list[list[int]]) -> None:
    chart = Org.from_dict(several(sizes))
    for card, squads in zip(read_cards(chart, check(chart)), sizes, strict=True):
        assert [count for _, count in card.squads] == squads
        assert card.count == sum(squads) + 1


def test_a_squad_over_the_limit_is_red_and_its_neighbour_is_not() -> None:
    chart = Org.from_dict(several([[9, 10]]))
    report = check(chart)
    assert report.limits["squad.max"] == 9
    figure = sm.plot.company(chart, report=report)
    inks = {mark.of: mark.fill for mark in figure.scene.marks if mark.of.startswith("squad:")}
    theme = sm.plot.Theme()
    assert inks == {"squad:s0-0": theme.capacity, "squad:s0-1": theme.bad}


def test_the_number_in_the_corner_counts_what_the_report_says_of_one_tribe() -> None:
    chart = org(small())
    report = check(chart)
    (card,) = read_cards(chart, report)
    about = ("tribe", "squad", "chapter")
    told = [f for f in report.findings if f.severity != "advice" and not f.waived and f.profile == report.profile]
    people = {"pim", "ben", "anna", "dirk", "vac"}
    assert card.findings == sum(f.subject.kind in about or (f.subject.kind == "person" and f.subject.id in people) for f in told)
    assert card.errors == sum(
        f.severity == "error" and (f.subject.kind in about or (f.subject.kind == "person" and f.subject.id in people)) for f in told
    )


def test_a_card_names_the_lead_or_says_that_there_is_none() -> None:
    document = small()
    assert "Tom Visser" in [text.text for text in sm.plot.company(org(document)).scene.texts]
    del document["tribes"][0]["lead"]
    assert "geen TL" in [text.text for text in sm.plot.company(org(document), language="nl").scene.texts]


def test_the_same_chart_gives_the_same_bytes() -> None:
    assert sm.plot.company(org(large(8, 4))).svg() == sm.plot.company(org(large(8, 4))).svg()


def test_the_alternative_text_says_every_tribe_with_its_numbers() -> None:
    words = sm.plot.company(Org.from_dict(several([[3], [4, 5]], ("Noord", "Zuid"))), language="en").alt_text
    assert "Noord: 4 people, 1 squad" in words
    assert "Zuid: 10 people, 2 squads" in words


def test_a_chart_without_tribes_is_refused_with_what_suits_it() -> None:
    with pytest.raises(UsageError, match="network or units"):
        sm.plot.company(Org.from_dict({"format": "spotifymodel/1", "people": []}))


def test_fifteen_thousand_people_take_no_more_than_five_seconds() -> None:
    chart = generated(15_000)
    start = time.process_time()
    figure = sm.plot.company(chart, language="en")
    figure.svg()
    assert time.process_time() - start <= 5
    assert figure.audit() == ()
    assert len({mark.of for mark in figure.scene.marks if mark.of.startswith("tribe:")}) == len(chart.tribes) > 100


# -- sizes ------------------------------------------------------------------------------------------------------------------


def test_a_smaller_sheet_takes_smaller_cards_and_then_more_pages() -> None:
    chart = Org.from_dict(several([[3, 4]] * 40))
    small, many = sm.plot.company(chart, size="a3"), sm.plot.company(chart, size=(6, 5), language="en")
    assert small.audit() == many.audit() == ()
    assert any(" · page 1 of " in text.text for text in many.scene.texts)
    pages, seen = 0, []
    while True:
        try:
            page = sm.plot.company(chart, size=(6, 5), page=pages + 1)
        except UsageError:
            break
        pages += 1
        assert page.audit() == ()
        seen += [promise for promise in page.scene.promises if promise.startswith("tribe:")]
    assert pages > 2
    assert seen == [f"tribe:t{t}" for t in range(40)]


def test_small_cards_leave_the_lead_out_and_keep_the_numbers() -> None:
    chart = Org.from_dict(several([[3, 4], [5]]))
    large_texts = [text.text for text in sm.plot.company(chart, detail="names", language="en").scene.texts]
    small_texts = [text.text for text in sm.plot.company(chart, detail="counts", language="en").scene.texts]
    assert "2 squads · 0 chapters" in large_texts
    assert "2 squads · 0 chapters" not in small_texts
    assert [text for text in large_texts if "/" in text and "150" in text] == [t for t in small_texts if "/" in t and "150" in t]
    with pytest.raises(UsageError, match="detail takes auto, names, counts, not 'dots'"):
        sm.plot.company(chart, detail="dots")


def test_a_sheet_that_not_even_one_card_fits_is_refused() -> None:
    with pytest.raises(FigureTooSmallError):
        sm.plot.company(Org.from_dict(several([[3], [4]])), size=(1, 1))
