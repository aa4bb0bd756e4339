"""Pictures of a whole organisation: everybody is in them, the audit finds nothing, the same chart gives the same bytes."""

from __future__ import annotations

import pytest

import spotifymodel as sm
from spotifymodel.errors import UsageError
from spotifymodel.model.org import Org
from spotifymodel.plot.gallery import drawer, names, suited

from .charts import Document, large, org, small

#: Names that the reader lets in and that are hard to draw.
ODD = ("W" * 60, "Jan-Willem van der Grootenhuis-van Oldenbarnevelt", "<b>& $x$</b>", "i", "Ægir Ðórðarson")


def line(count: int = 3) -> Document:
    units = [{"id": "top", "name": "Hypotheken"}, *({"id": f"u{i}", "name": ODD[i % len(ODD)], "parent": "top"} for i in range(count))]
    people = [{"id": f"p{i}", "name": ODD[i % len(ODD)], "unit": f"u{i % count}"} for i in range(40)]
    return {"format": "spotifymodel/1", "units": units, "people": people}


def nasty() -> Document:
    document = large(8, 4)
    document["tribes"][0]["name"] = ODD[0]
    for i, squad in enumerate(document["tribes"][0]["squads"]):
        squad["name"] = ODD[i % len(ODD)]
    return document


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("picture", ["company", "network"])
@pytest.mark.parametrize("document", [small(), large(16, 8), nasty()], ids=["small", "large", "nasty"])
def test_a_chart_with_squads_is_drawn_soundly(picture: str, document: Document, language: str) -> None:
    figure = drawer(picture)(org(document), language=language)
    assert figure.audit() == ()
    assert figure.alt_text
    assert figure.svg() == drawer(picture)(org(document), language=language).svg()


@pytest.mark.parametrize("count", [1, 3, 12])
def test_units_show_everybody_once_per_unit(count: int) -> None:
    figure = drawer("units")(org(line(count)), language="nl")
    assert figure.audit() == ()
    dots = [mark.of for mark in figure.scene.marks if "/person:" in mark.of]
    assert len(dots) == len(set(dots)) == 40


def test_somebody_in_two_squads_is_one_bridge() -> None:
    figure = drawer("network")(org(small()))
    assert [mark.of for mark in figure.scene.marks if mark.of.startswith("bridge:")] == ["bridge:ben"]


def test_a_wall_of_more_than_a_page_is_paged() -> None:
    wide = Org.from_dict({"format": "spotifymodel/1", "people": [], "tribes": [{"id": f"t{i}"} for i in range(251)]})
    last = drawer("company")(wide, page=2, language="en")
    assert last.scene.promises == ("tribe:t250",)
    with pytest.raises(UsageError, match="pages 1 to 2"):
        drawer("company")(wide, page=3)


def test_every_picture_is_public_and_a_chart_without_squads_suits_units() -> None:
    assert set(names()) <= set(sm.plot.__all__)
    assert suited(org(line())) == "units"
    assert suited(org(small())) == "matrix"
