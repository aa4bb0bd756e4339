"""The one way in and out of the pictures: language, looks, highlight and sheet are settled once, in the same words."""

from __future__ import annotations

import pytest

import spotifymodel as sm
from spotifymodel.checking.run import check
from spotifymodel.errors import UsageError
from spotifymodel.plot.framing import frame_of
from spotifymodel.plot.theme import DEFAULT

from .charts import org, small


def test_a_frame_speaks_the_language_asked_for_or_that_of_the_chart() -> None:
    chart = org(small())
    assert frame_of(chart).language == "nl"
    assert frame_of(chart, language="en").language == "en"
    assert frame_of(chart, report=check(chart, language="en")).language == "en"
    with pytest.raises(UsageError, match="there are en and nl") as refusal:
        frame_of(chart, report=check(chart), language="fr")
    assert set(refusal.value.known) == {"en", "nl"}


def test_the_chart_is_the_one_on_the_day_of_the_report() -> None:
    document = small()
    document["tribes"][0]["squads"][0]["until"] = "2027-01-01"
    chart = org(document)
    frame = frame_of(chart, report=check(chart, as_of="2028-01-01"))
    assert [squad.id for _, squad in frame.org.all_squads()] == ["app"]


def test_a_title_is_one_line_and_falls_back_on_the_organisation_and_then_on_the_picture() -> None:
    assert frame_of(org(small()), title="Een\ttitel\n").titled("Net") == "Een titel"
    assert frame_of(org(small())).titled("Net") == "Polderbank"
    assert frame_of(org({**small(), "organisation": None})).titled("Net") == "Net"


def test_a_bare_id_highlights_everything_that_carries_it_and_a_path_only_one() -> None:
    present = ["squad:app", "person:app", "chapter:app/ios"]
    chart = org(small())
    assert frame_of(chart, highlight="app").highlighted(present) == {"squad:app", "person:app"}
    assert frame_of(chart, highlight=["person:app", "app/ios"]).highlighted(present) == {"person:app", "chapter:app/ios"}
    assert frame_of(chart).highlighted(present) == frozenset()
    with pytest.raises(UsageError, match="'web' is not in this picture"):
        frame_of(chart, highlight=["app", "web"]).highlighted(present)


def test_axes_are_the_page_and_nothing_given_is_no_page() -> None:
    from matplotlib.figure import Figure

    ax = Figure(figsize=(10, 5)).add_axes((0, 0, 1, 1))
    assert frame_of(org(small()), ax=ax).page == pytest.approx((720, 360))
    assert frame_of(org(small())).page is None
    assert frame_of(org(small())).pen().theme is DEFAULT


def test_a_theme_by_name_and_a_road_of_a_chart_are_refused_with_what_to_give() -> None:
    org = sm.example("hypotheek")
    with pytest.raises(UsageError, match=r"theme takes a Theme, not 'dark'"):
        sm.plot.matrix(org, theme="dark")
    with pytest.raises(UsageError, match=r"from a plan or from its stages; a Org is neither: propose\(org\) makes one"):
        sm.plot.roadmap(org)
