"""From chart to matrix: who stands where, which findings are marked, what is refused and how."""

from __future__ import annotations

import random
import xml.etree.ElementTree as ET
from collections.abc import Callable

import pytest

import spotifymodel as sm
from spotifymodel.checking.run import check
from spotifymodel.errors import FigureTooSmallError, NotFoundError, UsageError
from spotifymodel.plot.grid.reading import read_tribe
from spotifymodel.plot.grid.view import MatrixView, Seat
from spotifymodel.plot.pictures.matrix import matrix
from spotifymodel.plot.scene import Box
from spotifymodel.plot.theme import DEFAULT

from .charts import Document, large, org, small
from .views import FIRST, NASTY


def view(document: Document, tribe: str = "hypotheek", language: str = "nl") -> MatrixView:
    chart = org(document)
    return read_tribe(chart, tribe, check(chart, language=language), language)


def changed(change: Callable[[Document], object]) -> Document:
    document = small()
    change(document)
    return document


def seats(picture: MatrixView) -> dict[tuple[str, str], Seat]:
    return {(row.squad, seat.person): seat for row in picture.rows for cell in row.cells for seat in cell}


def words(picture: sm.plot.OrgFigure) -> list[str]:
    return [text.text for text in picture.scene.texts]


# -- who stands where -----------------------------------------------------------------------------------------------------


def test_everybody_of_the_tribe_is_in_the_picture() -> None:
    picture = matrix(org(small()))
    assert picture.audit() == ()
    names = {text.stands_for.replace("\u00a0", " ") for text in picture.scene.texts if text.stands_for and "person:" in text.of}
    assert names == {person["name"] for person in small()["people"]}


def test_seats_know_roles_sharing_and_vacancies() -> None:
    found = seats(view(small()))
    assert found["aflossen", "pim"].roles == ("PO",)
    assert found["app", "dirk"].roles == ("CL",)
    assert found["app", "ben"].squads == found["aflossen", "ben"].squads == 2
    assert found["app", "vac"].vacancy
    assert [seat.person for cell in view(small()).rows[1].cells for seat in cell] == ["anna", "dirk", "ben", "vac"]


def test_people_of_a_chapter_in_no_squad_sit_on_the_bench_and_leads_do_not() -> None:
    bench = [row for row in view(small()).rows if row.bench]
    assert [(row.name, [s.person for cell in row.cells for s in cell]) for row in bench] == [("geen squad", ["zoe"])]


def test_second_line_stands_outside_the_grid_and_outside_the_count() -> None:
    picture = view(small())
    assert [(o.person, o.squads) for o in picture.outsiders] == [("rik", ("Vervroegd aflossen",))]
    assert picture.count == 10


def test_an_owner_who_is_no_member_still_sits_in_the_squad_and_counts() -> None:
    picture = view(changed(lambda d: d["tribes"][0]["squads"][0].update(members=["ben"])))
    assert picture.rows[0].count == 2
    assert seats(picture)["aflossen", "pim"].roles == ("PO",)


def test_somebody_without_a_chapter_gets_the_last_column() -> None:
    picture = view(changed(lambda d: d["tribes"][0]["squads"][0]["members"].append("kees")))
    assert [(c.name, c.kind) for c in picture.columns][-1] == ("geen chapter", "none")
    assert seats(picture)["aflossen", "kees"]


def test_a_guest_from_another_tribes_chapter_gets_that_chapters_column() -> None:
    document = changed(lambda d: d["people"].append({"id": "gast", "name": "Gast Bakker"}))
    document["tribes"].append({"id": "betalen", "chapters": [{"id": "data", "name": "Data", "members": ["gast"]}]})
    document["tribes"][0]["squads"][0]["members"].append("gast")
    picture = view(document)
    assert [c.name for c in picture.columns] == ["Producten", "Ontwikkeling", "Data"]
    assert not picture.columns[-1].leadless
    other = view(document, "betalen")
    assert [row.name for row in other.rows] == ["in een andere tribe"]


def test_a_tribe_without_chapters_has_one_neutral_column_with_everybody() -> None:
    picture = view(changed(lambda d: d["tribes"][0].pop("chapters")))
    assert [(c.kind, c.hue, c.count) for c in picture.columns] == [("everybody", -1, 5)]
    assert matrix(org(changed(lambda d: d["tribes"][0].pop("chapters")))).audit() == ()


def test_an_empty_squad_and_an_empty_chapter_are_shown() -> None:
    def empty(d: Document) -> None:
        d["tribes"][0]["squads"].append({"id": "leeg", "name": "Verhuizen"})
        d["tribes"][0]["chapters"].append({"id": "niks", "name": "Communicatie"})

    picture = matrix(org(changed(empty)))
    assert picture.audit() == ()
    assert {"Verhuizen", "Communicatie", "0"} <= set(words(picture))


def test_squads_outside_tribes_are_drawn_with_the_only_tribe_or_by_themselves() -> None:
    document = changed(lambda d: d.update(squads=[{"id": "los", "name": "Los team", "product_owner": "kees"}]))
    assert "Los team" in words(matrix(org(document)))
    assert words(matrix(org(document), tribe="outside"))[0] == "Squads buiten een tribe"
    document.pop("tribes")
    alone = matrix(org(document))
    assert alone.audit() == ()
    assert {"Los team", "Kees Bos"} <= set(words(alone))


def test_the_order_of_people_and_members_in_the_file_does_not_matter() -> None:
    straight, shuffled = small(), small()
    dice = random.Random(3)
    dice.shuffle(shuffled["people"])
    for team in (*shuffled["tribes"][0]["squads"], *shuffled["tribes"][0]["chapters"]):
        dice.shuffle(team["members"])
    assert matrix(org(straight)).svg() == matrix(org(shuffled)).svg()


# -- time -----------------------------------------------------------------------------------------------------------------


def test_the_number_of_a_squad_is_that_of_its_fullest_instant() -> None:
    def hand_over(d: Document) -> None:
        d["tribes"][0]["squads"][0]["members"] = [
            "pim",
            {"person": "ben", "until": "2027-03-01"},
            {"person": "zoe", "from": "2027-03-01"},
        ]

    picture = view(changed(hand_over))
    assert picture.rows[0].count == 2
    assert seats(picture)["aflossen", "ben"].period == "→ mrt 27"
    assert seats(picture)["aflossen", "zoe"].period == "mrt 27 →"
    assert picture.remark == "alle perioden samen"
    drawn = matrix(org(changed(hand_over)))
    assert drawn.audit() == ()
    assert "→ mrt 27" in words(drawn)


def test_a_report_of_a_day_draws_that_day() -> None:
    def hand_over(d: Document) -> None:
        d["tribes"][0]["squads"][0]["members"] = ["pim", {"person": "ben", "until": "2027-03-01"}]

    chart = org(changed(hand_over))
    shown = words(matrix(chart, report=check(chart, as_of="2027-06-01")))
    assert any("stand op 2027-06-01" in text for text in shown)
    assert shown.count("Ben Özdemir") == 1


# -- findings -------------------------------------------------------------------------------------------------------------


def crowded() -> Document:
    def fill(d: Document) -> None:
        d["people"] += [{"id": f"x{i}", "name": f"{n} Jansen"} for i, n in enumerate(FIRST[:8])]
        d["tribes"][0]["squads"][0]["members"] += [f"x{i}" for i in range(8)]
        d["tribes"][0]["chapters"][1]["members"] += [f"x{i}" for i in range(8)]

    return changed(fill)


def test_a_squad_over_the_limit_is_marked_in_place_and_in_the_footer() -> None:
    picture = matrix(org(crowded()))
    assert picture.audit() == ()
    row = view(crowded()).rows[0]
    assert (row.over, row.bad, row.count) == (True, True, 10)
    red = [m for m in picture.scene.marks if isinstance(m, Box) and m.of == "squad:aflossen" and m.fill == DEFAULT.bad]
    assert len(red) == 1
    assert {"SQ001", "squad ‘Vervroegd aflossen’ heeft 10 leden (max. 9)"} <= set(words(picture))


def test_the_limit_is_that_of_the_profile() -> None:
    document = crowded() | {"profile": "spotify-2012"}
    assert view(document).squad_limit == 8
    assert "max. 8 per squad" in words(matrix(org(document)))


def test_somebody_in_three_squads_is_marked_in_each_of_them() -> None:
    def third(d: Document) -> None:
        d["tribes"][0]["squads"].append({"id": "drie", "name": "Drie", "product_owner": "kees", "members": ["kees", "ben"]})

    found = seats(view(changed(third)))
    assert all(found[squad, "ben"].bad and found[squad, "ben"].squads == 3 for squad in ("aflossen", "app", "drie"))
    assert "Ben Özdemir zit in 3 squads (max. 2)" in words(matrix(org(changed(third))))


def test_a_waived_finding_is_shown_as_waived_and_colours_nothing() -> None:
    document = crowded()
    document["waivers"] = [{"code": "SQ001", "subject": "aflossen", "reason": "proef", "owner": "tom", "expires": "2030-01-01"}]
    picture = matrix(org(document))
    assert not view(document).rows[0].bad
    assert any("(vrijgesteld)" in text for text in words(picture))


# -- arguments ------------------------------------------------------------------------------------------------------------


def test_several_tribes_ask_for_one_by_name() -> None:
    document = changed(lambda d: d["tribes"].append({"id": "betalen", "squads": [{"id": "ideal"}]}))
    with pytest.raises(UsageError, match=r"2 tribes.*hypotheek, betalen") as refusal:
        matrix(org(document))
    assert refusal.value.known == ("hypotheek", "betalen")
    assert "ideal" in words(matrix(org(document), tribe="betalen"))
    with pytest.raises(NotFoundError, match="did you mean 'betalen'"):
        matrix(org(document), tribe="betaaln")


def test_a_chart_without_squads_is_refused_with_what_to_do() -> None:
    with pytest.raises(UsageError, match=r"no squads.*Add squads"):
        matrix(org({"format": "spotifymodel/1", "people": [{"id": "a"}]}))


@pytest.mark.parametrize(
    "arguments", [{"detail": "everything"}, {"language": "fr"}, {"highlight": "nobody"}, {"size": "a9"}, {"size": (0, 3)}, {"size": "big"}]
)
def test_a_senseless_argument_is_refused(arguments: dict[str, object]) -> None:
    with pytest.raises(UsageError):
        matrix(org(small()), **arguments)  # type: ignore[call-overload]


def test_language_title_and_theme_are_taken() -> None:
    picture = matrix(org(small()), language="en", title="Board of 24 November", theme=DEFAULT.with_(ink="#000000"))
    assert {"Board of 24 November", "max. 9 per squad", "Chapter lead"} <= set(words(picture))
    assert picture.scene.language == "en"
    assert "#000000" in {text.fill for text in picture.scene.texts}


def test_a_title_is_one_line_of_visible_characters_and_may_be_empty() -> None:
    picture = matrix(org(small()), title="Board\x00 of\n<b>Monday</b>\u202e")
    assert picture.scene.title == "Board of <b>Monday</b>"
    ET.fromstring(picture.svg())
    for level in ("names", "counts"):
        assert matrix(org(small()), title="", detail=level).audit() == ()  # type: ignore[call-overload]


def test_names_and_ids_without_a_visible_character_still_have_a_label() -> None:
    def blank(d: Document) -> None:
        d["people"][4]["name"] = "\u200b"
        d["tribes"][0]["squads"][0]["name"] = "\u200b\ufeff"

    picture = matrix(org(changed(blank)))
    assert picture.audit() == ()
    assert {"pim", "aflossen"} <= set(words(picture))


def test_highlighting_leaves_one_in_colour() -> None:
    picture = matrix(org(small()), highlight="ben")
    assert picture.audit() == ()
    frames = {m.of: m.stroke for m in picture.scene.marks if isinstance(m, Box) and "/person:" in m.of and m.h == 12.5}
    hues = {DEFAULT.hue(0).ink, DEFAULT.hue(1).ink}
    assert {of for of, stroke in frames.items() if stroke in hues} == {"squad:aflossen/person:ben", "squad:app/person:ben"}


@pytest.mark.parametrize("size", ["a4", "a3", "slide", (16, 9)])
def test_a_sheet_is_filled_without_shrinking_text(size: object) -> None:
    picture = matrix(org(large(12, 6)), size=size, language="nl")  # type: ignore[call-overload]
    assert picture.audit() == ()
    wanted = {"a4": (11.693, 8.268), "a3": (16.535, 11.693), "slide": (13.333, 7.5)}.get(str(size), size)
    assert picture.size == pytest.approx(wanted, abs=0.01)
    assert min(text.size for text in picture.scene.texts) >= 6


def test_a_sheet_too_small_for_anything_names_the_least_size() -> None:
    with pytest.raises(FigureTooSmallError) as refusal:
        matrix(org(large(12, 6)), size=(2, 1))
    assert matrix(org(large(12, 6)), size=refusal.value.minimum).scene.marks


def test_axes_decide_the_level_of_detail() -> None:
    from matplotlib.figure import Figure

    figure = Figure(figsize=(14, 6))
    left, right = figure.add_axes((0, 0, 0.75, 1)), figure.add_axes((0.75, 0, 0.25, 1))
    chart = org(large(6, 4))
    assert matrix(chart, ax=left) is left
    matrix(chart, ax=right)
    assert left.get_xlim() == pytest.approx((0, 14 * 72 * 0.75))
    with pytest.raises(FigureTooSmallError):
        matrix(chart, ax=figure.add_axes((0, 0, 0.1, 0.1)))


@pytest.mark.parametrize("level", ["names", "initials", "dots", "counts"])
def test_nasty_names_everywhere_make_a_sound_picture(level: str) -> None:
    document = large(6, 4)
    usable = [name for name in NASTY if not set(name) & set("\t\n\u202e")]
    for i, person in enumerate(document["people"]):
        person["name"] = usable[i % len(usable)]
    for i, team in enumerate((*document["tribes"][0]["squads"], *document["tribes"][0]["chapters"])):
        team["name"] = usable[(3 * i) % len(usable)]
    assert matrix(org(document), detail=level).audit() == ()  # type: ignore[call-overload]


def test_sixteen_by_eight_takes_at_most_eight_times_the_time_of_the_seed_figure() -> None:
    from time import process_time

    def seconds(squads: int, chapters: int) -> float:
        chart = org(large(squads, chapters))
        report = check(chart)
        best = 9.0
        for _ in range(3):
            start = process_time()
            picture = matrix(chart, report=report)
            picture.svg()
            picture.encoded("png")
            best = min(best, process_time() - start)
        return best

    seconds(3, 4)
    assert seconds(16, 8) <= 8 * seconds(3, 4)


def test_public_names_load_lazily_and_stay_functions_when_their_modules_are_imported() -> None:
    assert callable(sm.plot.matrix)
    assert sm.plot.audit(sm.plot.matrix(org(small())).scene) == ()
    assert all(getattr(sm.plot, name) for name in sm.plot.__all__)
    assert set(sm.plot.__all__) <= set(dir(sm.plot))
    with pytest.raises(AttributeError, match="no attribute 'pie'"):
        sm.plot.pie  # noqa: B018
