"""The picture of banks over time is clean, and says what was measured."""

from __future__ import annotations

from spotifymodel.plot.auditing import audit

from .over_time_picture import over_time_scene


def test_the_picture_of_what_was_measured_is_clean() -> None:
    assert audit(over_time_scene()) == ()


def test_a_bank_that_was_not_proven_is_said_to_be_open() -> None:
    points = [
        {"seconds": 10.0, "terms": {"unmet_needs": [200, 100], "hires": [10, 8], "other_site": [10, 0]}},
        {"seconds": 30.0, "terms": {"unmet_needs": [100, 99], "hires": [10, 10], "other_site": [10, 9]}},
    ]
    scene = over_time_scene([{"people": 500, "tribes": 4, "seconds": 40.0, "points": points}])
    assert audit(scene) == ()
    assert "last gain at 30 s" in {text.text for text in scene.texts}
    assert "promises 50.0 % to 1.0 %" in scene.description
