"""Pictures save, show and describe themselves; matplotlib is a guest that leaves no trace."""

from __future__ import annotations

import gc
import io
import subprocess
import sys
import warnings
from pathlib import Path
from textwrap import dedent

import matplotlib
import pytest
from PIL import Image

from spotifymodel.errors import UsageError
from spotifymodel.plot.fallback import MissingGlyphWarning, missing
from spotifymodel.plot.figure import OrgFigure
from spotifymodel.plot.grid.composing import Sheet, compose
from spotifymodel.plot.mpl import draw, figure_of
from spotifymodel.plot.scene import Box, Dot, Hatch, Line, Ribbon, Scene, Text
from spotifymodel.plot.theme import DEFAULT

from .views import tribe_view


def picture(squads: int = 3, chapters: int = 4, level: str = "names") -> OrgFigure:
    return OrgFigure(compose(tribe_view(squads, chapters), level, Sheet(DEFAULT, "nl")))  # type: ignore[arg-type]


@pytest.mark.parametrize("suffix", ["svg", "png", "pdf"])
def test_saving_twice_gives_the_same_bytes(suffix: str, tmp_path: Path) -> None:
    for name in ("a", "b"):
        picture().save(tmp_path / f"{name}.{suffix}")
    assert (tmp_path / f"a.{suffix}").read_bytes() == (tmp_path / f"b.{suffix}").read_bytes()
    assert [p.name for p in sorted(tmp_path.iterdir())] == [f"a.{suffix}", f"b.{suffix}"]


def test_the_same_bytes_in_processes_with_other_hash_seeds_and_no_pyplot_seaborn_or_warnings() -> None:
    script = dedent("""
        import hashlib, sys
        from tests.plot.test_figure import picture
        for kind in ("svg", "png", "pdf"):
            print(hashlib.sha256(picture(4, 3).encoded(kind)).hexdigest())
        assert "matplotlib.pyplot" not in sys.modules
    """)
    results = {
        subprocess.run(
            [sys.executable, "-W", "error", "-c", script],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parents[2]), "PATH": "/usr/bin:/bin", "LC_ALL": locale},
            cwd=Path(__file__).parents[2],
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed, locale in (("0", "C"), ("1", "C.UTF-8"))
    }
    assert len(results) == 1


def test_an_svg_needs_no_matplotlib() -> None:
    script = "import sys\nfrom tests.plot.views import tribe_view\nfrom spotifymodel.plot.grid.composing import Sheet, compose\n"
    script += "from spotifymodel.plot.theme import DEFAULT\nfrom spotifymodel.plot.figure import OrgFigure\n"
    script += "OrgFigure(compose(tribe_view(3, 4), 'names', Sheet(DEFAULT, 'nl'))).svg()\n"
    script += "assert not {'matplotlib', 'numpy', 'fontTools', 'networkx'} & set(sys.modules), sorted(sys.modules)"
    # The strategies beside the generator need Hypothesis, which needs nothing of the sort.
    subprocess.run(
        [sys.executable, "-c", script], cwd=Path(__file__).parents[2], env={"PYTHONPATH": str(Path(__file__).parents[2])}, check=True
    )


def test_settings_of_the_session_neither_change_nor_matter() -> None:
    plain = picture().encoded("png")
    before = dict(matplotlib.rcParams)
    odd = {
        "savefig.bbox": "tight",
        "lines.scale_dashes": False,
        "axes.grid": True,
        "font.size": 20,
        "text.usetex": False,
        "savefig.dpi": 30,
    }
    with matplotlib.rc_context(odd):
        inside = dict(matplotlib.rcParams)
        assert picture().encoded("png") == plain
        assert dict(matplotlib.rcParams) == inside
    assert dict(matplotlib.rcParams) == before


def test_the_png_has_the_natural_size_at_the_resolution_asked_for() -> None:
    figure = picture()
    for dpi in (72, 150, 200):
        image = Image.open(io.BytesIO(figure.encoded("png", dpi=dpi)))
        assert image.size == pytest.approx((figure.size[0] * dpi, figure.size[1] * dpi), abs=1)
        assert "Software" not in image.info


def test_a_raster_and_a_pdf_carry_the_title_and_the_words_for_who_does_not_see_them() -> None:
    figure = picture()
    said = Image.open(io.BytesIO(figure.encoded("png", dpi=40))).info
    assert (said["Title"], said["Description"]) == (figure.scene.title, figure.alt_text)
    odd = OrgFigure(Scene(90, 20, "Ω €", "陳大文 (1)", (Text(2, 12, "x", 7),)))
    assert Image.open(io.BytesIO(odd.encoded("png", dpi=40))).info["Description"] == "陳大文 (1)"
    data = odd.encoded("pdf")
    assert b"/Title" in data
    assert b"/Subject" in data
    assert "Ω €".encode("utf-16-be").hex().encode() in data.lower() or "Ω €".encode("utf-16-be") in data


def test_the_background_is_painted_so_that_dark_viewers_do_not_shine_through() -> None:
    image = Image.open(io.BytesIO(picture().encoded("png"))).convert("RGBA")
    assert image.getpixel((1, 1)) == (255, 255, 255, 255)


def test_the_pdf_carries_text_in_the_bundled_font_and_no_dates() -> None:
    data = picture().encoded("pdf")
    assert b"SpotifymodelInter" in data
    assert b"CreationDate" not in data


def test_a_raster_too_large_for_anybody_is_refused_with_a_way_out() -> None:
    with pytest.raises(UsageError, match=r"SVG or PDF.*dpi=\d+"):
        picture(16, 8).encoded("png", dpi=2_000)


def test_an_unknown_format_is_refused_naming_the_known_ones() -> None:
    with pytest.raises(UsageError, match=r"docx.*png") as refusal:
        picture().encoded("docx")
    assert {"png", "pdf", "svg"} <= set(refusal.value.known)


def test_habits_of_matplotlib_work(tmp_path: Path) -> None:
    figure = picture()
    figure.savefig(tmp_path / "a.png", dpi=80, bbox_inches="tight")
    figure.savefig(str(tmp_path / "b.svg"), bbox_inches="tight")
    stream, words = io.BytesIO(), io.StringIO()
    figure.savefig(stream, format="png")
    figure.savefig(words, format="svg")
    assert stream.getvalue().startswith(b"\x89PNG")
    assert words.getvalue() == (tmp_path / "b.svg").read_text(encoding="utf-8") == figure.svg()


def test_a_failed_save_leaves_the_old_file_and_no_crumbs(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(b"old")
    with pytest.raises(UsageError):
        picture().savefig(path, dpi=100_000)
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("a.png", b"old")]


def test_notebooks_show_the_svg_and_the_words() -> None:
    figure = picture()
    assert figure._repr_mimebundle_() == {"image/svg+xml": figure.svg(), "text/plain": figure.alt_text}
    assert repr(figure).startswith("<OrgFigure 'Tribe ‘Hypotheek’'")


def test_the_layout_is_plain_json() -> None:
    import json

    layout = picture().layout
    assert json.loads(json.dumps(layout)) == layout
    assert layout["format"] == "spotifymodel-scene/1"


def test_the_matplotlib_figure_is_made_once_and_is_the_users_own(tmp_path: Path) -> None:
    shown = picture()
    figure = shown.figure
    assert figure is shown.figure
    figure.axes[0].annotate("mine", (40, 40))
    figure.savefig(tmp_path / "a.svg")
    text = (tmp_path / "a.svg").read_text(encoding="utf-8")
    assert "mine" in text
    assert "<text" in text
    assert "<dc:date>" not in text
    figure.savefig(tmp_path / "b.svg")
    assert text == (tmp_path / "b.svg").read_text(encoding="utf-8")


def test_drawing_on_axes_of_the_user_keeps_true_sizes_side_by_side() -> None:
    from matplotlib.figure import Figure

    scene = picture().scene
    figure = Figure(figsize=(2 * scene.width / 72, scene.height / 72))
    for left in (0.0, 0.5):
        ax = draw(scene, figure.add_axes((left, 0, 0.5, 1)))
        unit = ax.transData.transform((1, 0)) - ax.transData.transform((0, 0))
        assert unit[0] == pytest.approx(figure.dpi / 72)
    figure.savefig(io.BytesIO(), format="png")


def test_mathematics_and_markup_in_names_are_letters_like_any_other() -> None:
    scene = Scene(200, 20, "t", "d", (Text(2, 12, r"A$AP $x$ \alpha_{1} 100%", 7),))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for kind in ("png", "pdf"):
            OrgFigure(scene).encoded(kind)


def test_characters_that_no_font_has_give_one_warning_that_names_them() -> None:
    lacking = "\U0001f9ff\U00012000"
    assert missing("Zoë עברית Ω") == ""
    if missing(lacking) != lacking:
        pytest.skip("a font on this machine has even these")
    marks = (Text(2, 12, lacking, 7), Text(40, 12, lacking[:1], 7), Text(80, 12, "Zoë", 7))
    with pytest.warns(MissingGlyphWarning, match=r"U\+1F9FF.*U\+12000.*SVG") as caught:
        OrgFigure(Scene(200, 20, "t", "d", marks)).encoded("png")
    assert len(caught) == 1
    assert caught[0].message.characters == lacking  # type: ignore[union-attr]


def test_right_to_left_and_other_scripts_are_drawn_without_noise(caplog: pytest.LogCaptureFixture) -> None:
    marks = (Text(2, 12, "محمد الأحمد", 7), Text(60, 12, "דוד כהן", 7), Text(120, 12, "Δημήτρης", 7))
    for kind in ("png", "pdf"):
        OrgFigure(Scene(200, 20, "t", "d", marks)).encoded(kind)
    assert not [record for record in caplog.records if "findfont" in record.getMessage()]


def test_every_kind_of_mark_can_be_drawn() -> None:
    marks = (
        Box(1, 1, 10, 10, "#FFFFFF", "#000000", radius=2, corners="left", dash=(2, 1)),
        Dot(20, 6, 4, "#2858CD", half=True),
        Line(((30, 1), (40, 10), (50, 1)), "#000000", dash=(1, 1)),
        Ribbon((((60, 1),), ((65, 1), (65, 9), (70, 9)), ((60, 9),)), "#2858CD"),
        Hatch(71, 1, 10, 9, "#8A5A00"),
    )
    image = Image.open(io.BytesIO(OrgFigure(Scene(90, 20, "t", "d", marks)).encoded("png", dpi=288))).convert("RGB")
    assert image.getpixel((int(18.5 * 4), 6 * 4)) == (0x28, 0x58, 0xCD)  # the left half of the dot is filled
    assert image.getpixel((int(21.5 * 4), 6 * 4)) == (255, 255, 255)


def test_a_hundred_drawings_keep_no_memory() -> None:
    picture().encoded("png", dpi=40)
    gc.collect()
    before = sum(isinstance(o, Scene) for o in gc.get_objects())
    for _ in range(20):
        figure_of(picture(1, 2, "dots").scene)
    gc.collect()
    assert sum(isinstance(o, Scene) for o in gc.get_objects()) <= before + 1
