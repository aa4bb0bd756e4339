"""Pictures of charts that nobody thought of: with dates, vacancies, second lines, odd names, empty squads and people everywhere."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from spotifymodel.errors import UsageError
from spotifymodel.model.org import Org
from spotifymodel.plot.gallery import drawer, names, source
from spotifymodel.testing import charts
from tests.depth import examples

PLAIN = settings(max_examples=examples(12), deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.mark.parametrize("name", [name for name in names() if source(name) == "chart"])
@PLAIN
@given(charts(people=12), st.sampled_from(["en", "nl"]))
def test_a_picture_of_any_chart_is_sound_or_refused(name: str, org: Org, language: str) -> None:
    try:
        figure = drawer(name)(org, language=language)
    except UsageError:
        return
    assert figure.audit() == ()


@pytest.mark.parametrize("name", [name for name in names() if source(name) in ("two charts", "charts")])
@PLAIN
@given(charts(people=8), charts(people=8), st.sampled_from(["en", "nl"]))
def test_a_picture_of_any_two_charts_is_sound_or_refused(name: str, before: Org, after: Org, language: str) -> None:
    try:
        figure = drawer(name)(before, after, language=language)
    except UsageError:
        return
    assert figure.audit() == ()


def test_who_went_to_another_chapter_without_a_squad_is_drawn_once_as_shifted() -> None:
    def chart(*members: str) -> Org:
        chapters = [{"id": chapter, "members": ["an"] if chapter in members else []} for chapter in ("data", "code")]
        return Org.from_dict(
            {"format": "spotifymodel/1", "people": [{"id": "an"}], "tribes": [{"id": "t", "squads": [{"id": "s"}], "chapters": chapters}]}
        )

    figure = drawer("diff")(chart("data"), chart("code"), language="en")
    assert figure.audit() == ()
    assert [text.text for text in figure.scene.texts if text.of == "bench:t/person:an"] == ["→", "an"]
