"""The audit catches every kind of fault: each is planted in a sound picture and must be found, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

import spotifymodel as sm
from spotifymodel.plot import auditing
from spotifymodel.plot.auditing import CHECKS, MENDING, Problem, audit
from spotifymodel.plot.grid import plan as plan_module
from spotifymodel.plot.grid.composing import Sheet, compose
from spotifymodel.plot.grid.view import MatrixView
from spotifymodel.plot.metrics import text_width
from spotifymodel.plot.parts.capacity import CapacityStrip
from spotifymodel.plot.problems import Check
from spotifymodel.plot.scene import Box, Dot, Ribbon, Scene, Text
from spotifymodel.plot.svg import render
from spotifymodel.plot.theme import DEFAULT

from .materials import nasty_document
from .views import tribe_view

SOUND = compose(tribe_view(4, 3), "names", Sheet(DEFAULT, "nl"))
DOTTED = compose(tribe_view(4, 3), "dots", Sheet(DEFAULT, "nl"))


def with_mark(*marks: Text | Box | Dot | Ribbon) -> Scene:
    return replace(SOUND, marks=(*SOUND.marks, *marks))


def named_twice() -> Scene:
    """Put one person's label on another, as a careless abbreviation would."""
    names = [m for m in SOUND.texts if m.stands_for and "squad:" in m.of and "person:" in m.of]
    return replace(SOUND, marks=tuple(replace(m, text=names[0].text) if m is names[1] else m for m in SOUND.marks))


def forgotten() -> Scene:
    lost = next(m.of for m in SOUND.marks if "squad:" in m.of and "person:" in m.of)
    return replace(SOUND, marks=tuple(m for m in SOUND.marks if m.of != lost))


def repeated() -> Scene:
    name = next(m for m in SOUND.texts if m.stands_for and m.of.startswith("squad:") and "person:" in m.of)
    free = Text(2, SOUND.height - 3, name.text, name.size, of=name.of, stands_for=name.stands_for)
    return with_mark(free)


def one_bar_too_long() -> Scene:
    bar = [m for m in SOUND.marks if isinstance(m, Box) and m.scale][-1]
    return replace(SOUND, marks=tuple(replace(m, w=m.w * 1.2) if m is bar else m for m in SOUND.marks))


FAULTS: dict[str, Callable[[], Scene]] = {
    "overlap": lambda: with_mark(Text(24, 36, "over the title", 8)),
    "edge": lambda: with_mark(Box(2, SOUND.height - 12, 12, 12, DEFAULT.band), Text(8, SOUND.height - 3, "half on a box", 7)),
    "covered": lambda: with_mark(Box(20, 20, 30, 30, DEFAULT.paper)),
    "outside": lambda: with_mark(Text(SOUND.width - 5, SOUND.height - 4, "beyond", 7)),
    "small": lambda: with_mark(Text(2, SOUND.height - 3, "small", 5.5)),
    "contrast": lambda: with_mark(Text(2, SOUND.height - 3, "pale", 7, fill="#8793A0")),
    "backdrop": lambda: with_mark(Text(2, SOUND.height - 3, "elsewhere", 7, backdrop="#EDF1F4")),
    "faint": lambda: with_mark(Dot(8, SOUND.height - 8, 4, "#FFE45C")),
    "ambiguous": named_twice,
    "missing": forgotten,
    "repeated": repeated,
    "leak": lambda: flow(15),
    "empty": lambda: with_mark(Text(2, SOUND.height - 3, " ", 7)),
    "length": one_bar_too_long,
    "alike": lambda: replace(SOUND, hues=("#B3261E", "#2858CD", "#2B592B")),  # red and green
    "unspoken": lambda: replace(SOUND, description=f"{SOUND.title}."),
}
#: Faults of the file, not of the picture: what a careless writer of SVG would do to it.
SPOILT: dict[str, tuple[Check, Callable[[str], str]]] = {
    "a name drawn as shapes": ("letters", lambda svg: re.sub(r"<text[^>]*>Tribe[^<]*</text>", '<use href="#glyph"/>', svg, count=1)),
    "a text that is cut": ("letters", lambda svg: svg.replace("Tribe ‘Hypotheek’</text>", "Tribe</text>")),
    "a font from elsewhere": ("foreign", lambda svg: re.sub(r"url\(data:[^)]*\)", "url(https://fonts.example/a.woff)", svg, count=1)),
    "a style sheet from elsewhere": ("foreign", lambda svg: svg.replace("<style>", "<style>@import '//styles.example/a.css';")),
    "a picture from elsewhere": ("foreign", lambda svg: svg.replace("</svg>", '<image href="http://example.org/logo.png"/></svg>')),
    "a script": ("foreign", lambda svg: svg.replace("</svg>", "<script>alert(1)</script></svg>")),
    "a tag left open": ("foreign", lambda svg: svg.replace("</svg>", "<g></svg>")),
    "no description": ("unspoken", lambda svg: re.sub(r"<desc>.*?</desc>", "", svg, flags=re.DOTALL)),
    "no role": ("unspoken", lambda svg: svg.replace(' role="img"', "")),
}


def flow(thick: float) -> Scene:
    """Two people flow from one place to the next, drawn so many points wide at the end."""
    places = (Box(10, 10, 5, 20, "#3E4C59", of="it"), Box(90, 10, 5, 20, "#3E4C59", of="app"))
    path = (((15.0, 10.0),), ((50.0, 10.0), (50.0, 10.0), (90.0, 10.0)), ((90.0, 10 + thick),), ((50.0, 30.0), (50.0, 30.0), (15.0, 30.0)))
    return Scene(100, 40, "flow", "A stream.", (*places, Ribbon(path, "#AABBCC", mass=2, leaves="it", enters="app", of="stream")))


def test_a_stream_that_keeps_its_mass_is_sound_and_one_that_loses_some_leaks() -> None:
    assert audit(flow(20)) == ()
    found = {problem.message for problem in audit(flow(15))}
    assert found == {
        "a stream is not as wide as what flows in it: stream, by -5.0 pt",
        "a place is not as high as what flows through it: app, by 5.0 pt",
    }


def test_sound_pictures_have_no_problems() -> None:
    assert audit(SOUND) == audit(DOTTED) == ()


def test_every_check_has_a_planted_fault() -> None:
    assert set(FAULTS) | {check for check, _ in SPOILT.values()} == set(CHECKS) == set(MENDING)


@pytest.mark.parametrize("check", FAULTS)
def test_a_planted_fault_is_found(check: str) -> None:
    assert check in {problem.check for problem in audit(FAULTS[check]())}


@pytest.mark.parametrize("fault", SPOILT)
def test_a_spoilt_file_is_found(fault: str, monkeypatch: pytest.MonkeyPatch) -> None:
    check, spoil = SPOILT[fault]
    assert spoil(render(SOUND)) != render(SOUND)
    monkeypatch.setattr(auditing, "render", lambda scene: spoil(render(scene)))
    assert {problem.check for problem in audit(SOUND)} == {check}


def test_words_that_look_like_an_address_are_only_words() -> None:
    name = "href=\"http://example.org\" url(http://example.org) @import 'x' <script>"
    assert audit(Scene(400, 20, name, f"{name} in words", (Text(2, 12, name, 7),))) == ()


def test_somebody_who_is_drawn_in_two_spots_of_one_squad_is_found_and_a_half_dot_is_one() -> None:
    dot = next(m for m in DOTTED.marks if isinstance(m, Dot) and m.half)
    assert audit(DOTTED) == ()
    twice = replace(DOTTED, marks=(*DOTTED.marks, replace(dot, x=8.0, y=DOTTED.height - 8)))
    assert [p.message for p in audit(twice)] == [f"{dot.of} has 2 dots"]


def test_the_palette_of_the_theme_is_told_apart_by_everybody_and_a_bad_one_is_not() -> None:
    chart = sm.example("hypotheek")
    assert sm.plot.matrix(chart).scene.hues == DEFAULT.palette[:5]
    careless = DEFAULT.with_(palette=("#B3261E", "#2B592B", "#2858CD"))
    (problem,) = [p for p in sm.plot.matrix(chart, theme=careless).audit() if p.check == "alike"]
    assert problem.message == "#B3261E and #2B592B are 2.9 apart for protan sight, at least 10 is needed"


def test_bars_are_compared_with_those_of_their_scale_and_a_bar_for_almost_nothing_may_be_seen() -> None:
    wall = sm.plot.company(sm.Org.from_dict(nasty_document(3))).scene
    bars = [mark for mark in wall.marks if isinstance(mark, Box) and mark.scale]
    assert {bar.scale for bar in bars} == {"h:squads", "w:tribe:t0", "w:tribe:t1", "w:tribe:t2"}
    assert audit(wall) == ()
    low = next(bar for bar in bars if bar.scale == "h:squads")
    spoilt = replace(wall, marks=tuple(replace(m, y=m.y + 3, h=m.h - 3) if m is low else m for m in wall.marks))
    assert {p.check for p in audit(spoilt)} == {"length"}
    track, one = Box(10, 10, 200, 6, "#E3E9EF", amount=900, scale="w:t"), Box(10, 10, 1, 6, "#3E5C76", amount=1, scale="w:t")
    assert audit(Scene(220, 30, "t", "a bar", (track, one))) == ()


def test_a_text_on_shapes_by_design_is_exempt_from_the_edge() -> None:
    ribbon = Text(300, SOUND.height - 6, "label", 7, on_shapes=True, backdrop="#D9E0E7")
    box = Box(305, SOUND.height - 14, 60, 12, "#D9E0E7")
    assert audit(with_mark(box, ribbon)) == ()
    assert "edge" in {p.check for p in audit(with_mark(box, replace(ribbon, on_shapes=False)))}


def test_a_capacity_strip_that_is_too_narrow_for_its_red_cells_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """One constant wrong: the number lies under the red cells. Overlap of texts alone would not see it."""
    view: MatrixView = tribe_view(4, 3)
    assert any(row.over for row in view.rows)

    def narrow(counts: object, limit: int, theme: object, language: str) -> CapacityStrip:
        return CapacityStrip(limit, 9 * 7.15 + 20, 0.0)

    monkeypatch.setattr(plan_module.CapacityStrip, "for_counts", narrow)
    problems = audit(compose(view, "names", Sheet(DEFAULT, "nl")))
    assert not {p.check for p in problems} & {"small", "contrast", "missing"}
    assert "edge" in {p.check for p in problems}


def test_a_problem_says_who_is_concerned_where_and_by_how_much() -> None:
    (problem,) = [p for p in audit(FAULTS["small"]()) if p.check == "small"]
    assert isinstance(problem, Problem)
    assert problem.measured == 5.5
    assert problem.region is not None
    assert str(problem) == (
        f"small: 'small' is 5.5 pt, at 2, {problem.region[1]:.0f} pt. "
        "Use a lower level of detail instead of smaller letters; no size of the theme may be under 6"
    )
    (gone,) = [p for p in audit(FAULTS["missing"]()) if p.check == "missing"]
    assert gone.subjects[0].startswith("squad:")


def test_label_widths_are_the_ones_that_the_audit_measures() -> None:
    assert all(text.length == text_width(text.text, text.size, text.bold) for text in SOUND.texts)


def test_the_page_about_pictures_explains_every_check() -> None:
    page = (Path(__file__).parents[2] / "docs/how-to/pictures.md").read_text(encoding="utf-8")
    told = {name for row in page.splitlines() if row.startswith("| `") for name in re.findall(r"`(\w+)`", row.split("|")[1])}
    assert told == set(CHECKS)
