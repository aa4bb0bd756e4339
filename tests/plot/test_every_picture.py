"""The contract of the pictures: whatever stands in the gallery keeps it, without being named here.

A picture may refuse a chart that it cannot show, with a reason; each must show at least one.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import matplotlib
import pytest

import spotifymodel as sm
from spotifymodel.errors import FigureTooSmallError, SpotifyModelError, UsageError
from spotifymodel.plot.figure import OrgFigure
from spotifymodel.plot.gallery import drawer, names, options, source
from spotifymodel.plot.theme import DEFAULT

from .materials import MATERIALS, material

SVG = "{http://www.w3.org/2000/svg}"
LEVELS = ("names", "initials", "dots", "counts")
#: Every picture, with everything that pictures of its kind are tried on.
TRIED = [(name, on) for name in names() for on in MATERIALS[source(name)]]


def drawn(name: str, on: str, **wishes: Any) -> Any:
    """Draw a picture; None where it refuses with a reason."""
    try:
        return drawer(name)(*material(source(name), on), **wishes)
    except UsageError as refusal:
        assert len(str(refusal)) > 20
        return None


def pages(figure: Any) -> tuple[OrgFigure, ...]:
    """Return the sheets of a picture, of which a book has many."""
    return (figure,) if isinstance(figure, OrgFigure) else figure.pages


def shown(name: str, **wishes: Any) -> Any:
    """Draw a picture on the first thing that it can show."""
    return next(figure for on in MATERIALS[source(name)] if (figure := drawn(name, on, **wishes)) is not None)


def things(figure: Any) -> list[str]:
    """Return what a picture promises to show, as paths, in its own order."""
    steps = (path.rpartition("/")[2] for page in pages(figure) for path in page.scene.promises)
    return [one for one in dict.fromkeys(steps) if re.match(r"[a-z_]+:.", one)]


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize(("name", "on"), TRIED)
def test_a_picture_is_sound_and_says_in_words_what_it_shows(name: str, on: str, language: str) -> None:
    figure = drawn(name, on, language=language)
    if figure is None:
        return
    assert figure.audit() == ()
    assert len(figure.alt_text) > 20
    for page in pages(figure):
        assert page.scene.language == language
        assert page.scene.promises


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize(("name", "on"), [(name, on) for name, on in TRIED if "detail" in options(name)])
def test_every_level_of_detail_is_sound(name: str, on: str, level: str) -> None:
    figure = drawn(name, on, detail=level)
    assert figure is None or figure.audit() == ()


@pytest.mark.parametrize("name", names())
def test_the_svg_holds_every_text_as_text_and_nothing_from_elsewhere(name: str) -> None:
    for page in pages(shown(name))[:3]:
        text = page.svg()
        root = ET.fromstring(text)
        assert sorted(t.text or "" for t in root.iter(f"{SVG}text")) == sorted(t.text for t in page.scene.texts)
        assert not list(root.iter(f"{SVG}use"))
        assert set(re.findall(r"[a-z]+://[^\s\"'<>)]+", text)) == {"http://www.w3.org/2000/svg"}
        assert root.get("aria-label") == page.scene.title


@pytest.mark.parametrize("name", names())
def test_the_page_tells_of_the_things_in_the_picture(name: str) -> None:
    figure = shown(name, language="en")
    if not isinstance(figure, OrgFigure):
        return
    data = json.loads(re.findall(r'<script type="application/json" id="facts">(.*?)</script>', figure.to_html(), re.S)[0])
    assert data["facts"]
    assert all(fact["name"] and fact["own"] for fact in data["facts"])


@pytest.mark.parametrize("name", names())
def test_title_and_theme_are_taken_over(name: str) -> None:
    if "title" in options(name):
        assert any("Een eigen titel" in text.text for text in pages(shown(name, title="Een eigen titel"))[0].scene.texts)
    if "theme" in options(name):
        dark = DEFAULT.with_(ink="#0A3D2E")
        page = pages(shown(name, theme=dark))[0]
        assert "#0A3D2E" in page.svg()
        assert DEFAULT.ink not in {text.fill for text in page.scene.texts}


@pytest.mark.parametrize("name", [name for name in names() if "highlight" in options(name)])
def test_what_is_highlighted_stands_out_and_what_is_not_there_is_refused(name: str) -> None:
    changed, figures = False, {on: drawn(name, on) for on in MATERIALS[source(name)]}
    for on, figure in figures.items():
        if figure is None or changed:
            continue
        with pytest.raises(UsageError, match="nobody-of-that-id"):
            drawer(name)(*material(source(name), on), highlight="nobody-of-that-id")
        for thing in things(figure)[:40]:
            if changed:
                break
            lit = drawn(name, on, highlight=thing)
            if lit is not None:  # not everything that is shown can be highlighted
                assert lit.audit() == ()
                changed |= [page.svg() for page in pages(lit)] != [page.svg() for page in pages(figure)]
    assert changed


@pytest.mark.parametrize("name", [name for name in names() if "size" in options(name)])
def test_a_sheet_is_filled_or_said_to_be_too_small_with_the_least_size(name: str) -> None:
    try:
        figure = shown(name, size="a3")
        assert all(page.size == pytest.approx((16.535, 11.693), abs=0.01) for page in pages(figure))
        assert figure.audit() == ()
    except FigureTooSmallError as refusal:
        assert refusal.minimum[0] > 16.5 or refusal.minimum[1] > 11.6
    with pytest.raises(FigureTooSmallError):
        shown(name, size=(1.0, 1.0))


@pytest.mark.parametrize("name", [name for name in names() if "ax" in options(name)])
def test_axes_of_the_user_are_drawn_on_and_settings_stay_as_they_are(name: str) -> None:
    from matplotlib.figure import Figure

    natural = shown(name)
    before = dict(matplotlib.rcParams)
    figure = Figure(figsize=(natural.size[0] + 1, natural.size[1] + 1))
    ax = figure.add_axes((0, 0, 1, 1))
    assert shown(name, ax=ax) is ax
    assert ax.collections or ax.artists
    figure.savefig(io.BytesIO(), format="png", dpi=30)
    assert dict(matplotlib.rcParams) == before


@pytest.mark.parametrize("name", names())
def test_a_picture_prints_and_shows_itself_in_a_notebook(name: str) -> None:
    figure = shown(name)
    assert figure.encoded("pdf").startswith(b"%PDF")
    assert pages(figure)[0].encoded("png", dpi=40).startswith(b"\x89PNG")
    assert figure._repr_mimebundle_()["text/plain"] == figure.alt_text


def fingerprints() -> str:
    """Return the hash of every picture in three formats."""
    said = []
    for name in names():
        figure = shown(name, language="nl")
        for kind in ("svg", "pdf", "html"):
            sheets = pages(figure)[:2]
            said += [hashlib.sha256(page.encoded(kind)).hexdigest() for page in sheets]
    return "\n".join(said)


def test_every_picture_has_the_same_bytes_in_processes_with_other_hash_seeds_and_loads_no_pyplot() -> None:
    root = Path(__file__).parents[2]
    script = "import sys\nfrom tests.plot.test_every_picture import fingerprints\nprint(fingerprints())\n"
    script += "assert 'matplotlib.pyplot' not in sys.modules"
    found = {
        subprocess.run(
            [sys.executable, "-W", "error", "-c", script],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(root), "PATH": "/usr/bin:/bin", "LC_ALL": locale},
            cwd=root,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed, locale in (("1", "C"), ("2", "C.UTF-8"))
    }
    assert len(found) == 1


@pytest.mark.parametrize("name", names())
def test_a_picture_is_public_and_takes_what_all_pictures_take(name: str) -> None:
    assert name in sm.plot.__all__
    assert getattr(sm.plot, name) is drawer(name)
    assert {"language", "theme", "title"} <= options(name)
    assert (drawer(name).__doc__ or "").strip()


@pytest.mark.parametrize("name", names())
def test_an_empty_chart_is_refused_or_drawn_never_a_crash(name: str) -> None:
    empty = sm.Org.from_dict({"format": "spotifymodel/1", "people": []})
    given = {"nothing": (), "chart": (empty,), "two charts": (empty, empty), "charts": (empty, empty), "plan": ()}[source(name)]
    if not given:
        return
    with pytest.raises(SpotifyModelError) as refusal:
        drawer(name)(*given)
    assert isinstance(refusal.value, UsageError)
