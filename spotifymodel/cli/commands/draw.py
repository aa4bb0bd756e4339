"""``spotifymodel draw``: a chart, two charts or a plan as a picture."""

from __future__ import annotations

import argparse
import sys
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from ...errors import UsageError
from ...plot.change.pair import ONE_OF_TWO
from ...plot.gallery import drawer, names, needs_both, options, source, suited, suited_pair
from ...plot.sheets import SHEETS, Size
from ..command import Command
from ..reading import add_pseudonym_argument, add_reading_arguments, read_chart, read_chart_or_plan
from ..speaking import complain

if TYPE_CHECKING:
    from typing_extensions import TypeIs

    from ...model.org import Org
    from ...transition.plan import Plan

__all__ = ["COMMAND"]

SUFFIXES: Final = (".svg", ".png", ".pdf", ".html")
DETAILS: Final = ("auto", "names", "initials", "dots", "counts")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the contract."""
    parser.add_argument("file", metavar="FILE", nargs="?", help="chart or plan: .yaml, .json, .csv, .xlsx; - is standard input")
    parser.add_argument("after", metavar="FILE2", nargs="?", help="the chart to come, for a picture of two charts")
    parser.add_argument(
        "--picture",
        metavar="NAME",
        choices=[_said(name) for name in names()],
        type=_said,
        help=f"which picture: {', '.join(map(_said, names()))} (default: matrix, squads × chapters; units without squads)",
    )
    parser.add_argument("--tribe", metavar="ID", help="which tribe, where there are several")
    parser.add_argument("--unit", metavar="ID", help="which unit of the line to draw with all below it, instead of all")
    parser.add_argument("--page", metavar="N", type=int, help="which page of a picture of several pages")
    parser.add_argument("--lang", choices=("en", "nl"), help="language of the labels")
    parser.add_argument("--detail", choices=DETAILS, default="auto", help="how much of each person to show (default: what fits)")
    parser.add_argument("--as-of", metavar="D", help="the chart on that day")
    parser.add_argument("--profile", metavar="P", help="limits to mark findings by")
    parser.add_argument("--title", metavar="T", help="title instead of the picture's own")
    parser.add_argument("--highlight", metavar="ID", action="append", help="whom or what to let stand out; may be repeated")
    parser.add_argument("--size", metavar="S", type=_size, help=f"sheet: {', '.join(SHEETS)} (landscape), or WIDTHxHEIGHT in inches")
    parser.add_argument("--output", metavar="PATH", required=True, help=f"file to write: {_listed(SUFFIXES)}")
    parser.add_argument(
        "--format", choices=[suffix[1:] for suffix in SUFFIXES], help="format of the file, where its suffix does not say it"
    )
    add_pseudonym_argument(parser)
    add_reading_arguments(parser)


def run(parsed: argparse.Namespace) -> int:
    """Draw and save."""
    target = Path(parsed.output)
    kind = f".{parsed.format}" if parsed.format else target.suffix.lower()
    if kind not in SUFFIXES:
        raise UsageError(f"{target}: pictures are written as {', '.join(SUFFIXES)}", target.suffix, SUFFIXES)
    picture, material = _material(parsed)
    own = _options(parsed, picture)
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        if "report" in options(picture) and (charts := [one for one in material if not _is_plan(one)]):
            from ...checking.run import check

            own["report"] = check(charts[-1], profile=parsed.profile, language=parsed.lang)
        try:
            figure = drawer(picture)(*material, **own)
        except UsageError as refused:
            if refused.wanted == ONE_OF_TWO:
                raise _one_of_two(picture, parsed.file) from refused
            raise
        figure.savefig(target, format=parsed.format)
    for note in dict.fromkeys(str(one.message) for one in said):
        complain(f"note: {note}")
    if sys.stderr.isatty():
        complain(f"wrote {target}")
    return 0


def _material(parsed: argparse.Namespace) -> tuple[str, tuple[Org | Plan, ...]]:
    """Return which picture to draw, and from what.

    Raises
    ------
    UsageError
        Where the files are not what that picture is drawn from; says what is.
    """
    chosen = None if parsed.picture is None else parsed.picture.replace("-", "_")
    kind = source(chosen) if chosen else "two charts" if parsed.after else "chart"
    called = _said(chosen or "")
    if kind == "nothing":
        if parsed.file:
            raise UsageError(f"the picture {called!r} is drawn from no file: leave {parsed.file} out", parsed.file)
        return chosen or "", ()
    if not parsed.file:
        raise UsageError(f"nothing to draw: name the file of a {'plan' if kind == 'plan' else 'chart'}; - is standard input")
    if kind == "two charts":
        pair = _pair(parsed, chosen)
        return chosen or suited_pair(*pair), pair
    if kind == "charts":
        return chosen or "", _sequence(parsed)
    if parsed.after:
        pairs = _listed([_said(name) for name in names() if source(name) in ("two charts", "charts")])
        raise UsageError(
            f"the picture {called!r} is drawn from one file, and there are two; of two charts are drawn: {pairs}", parsed.after
        )
    if kind == "chart":
        org = _dated(read_chart(parsed.file, parsed), parsed)
        return chosen or suited(org), (org,)
    found = read_chart_or_plan(parsed.file, parsed)
    if not _is_plan(found):
        raise UsageError(
            f"the picture {called!r} is drawn from a plan, and {parsed.file} is a chart: "
            "`spotifymodel propose FILE --format json --output plan.json` writes a plan",
            parsed.file,
        )
    return chosen or "", (found,)


def _pair(parsed: argparse.Namespace, chosen: str | None) -> tuple[Org, ...]:
    """Return the two charts: those of two files, or of one plan its chart of today and its target.

    One chart alone for a picture that can tell from it where people came from.
    """
    if parsed.file == parsed.after == "-":
        raise UsageError("standard input holds one chart: only one of FILE and FILE2 can be -")
    if parsed.after:
        return _dated(read_chart(parsed.file, parsed), parsed), _dated(read_chart(parsed.after, parsed), parsed)
    found = read_chart_or_plan(parsed.file, parsed)
    if not _is_plan(found):
        if chosen and not needs_both(chosen):
            return (_dated(found, parsed),)
        raise _one_of_two(chosen or "", parsed.file)
    if found.org is None or not found.stages:
        raise UsageError(
            f"{parsed.file}: this plan leads to no chart (its status is {found.status}), so there is nothing to compare", parsed.file
        )
    return _dated(found.stages[0].org, parsed), _dated(found.org, parsed)


def _sequence(parsed: argparse.Namespace) -> tuple[Org | Plan, ...]:
    """Return one chart or two, or a plan with all of its stages."""
    if parsed.after:
        return _pair(parsed, None)
    found = read_chart_or_plan(parsed.file, parsed)
    if not _is_plan(found):
        return (_dated(found, parsed),)
    if parsed.as_of is not None:
        raise UsageError(f"--as-of takes a day of a chart, and {parsed.file} is a plan, whose stages have their own days", parsed.as_of)
    return (found,)


def _one_of_two(picture: str, file: str) -> UsageError:
    """Return what is said where one chart was named for a picture of two."""
    return UsageError(
        f"the picture {_said(picture)!r} is drawn from two charts: name FILE and FILE2, the chart of today and the one to come, "
        "or a plan as `spotifymodel propose FILE --format json` writes it",
        file,
    )


def _is_plan(found: Org | Plan) -> TypeIs[Plan]:
    return hasattr(found, "stages")


def _dated(org: Org, parsed: argparse.Namespace) -> Org:
    return org if parsed.as_of is None else org.at(parsed.as_of)


def _options(parsed: argparse.Namespace, picture: str) -> dict[str, Any]:
    """Return the options that were given.

    Raises
    ------
    UsageError
        For one that this picture does not take; says which pictures do.
    """
    given = {
        "tribe": parsed.tribe,
        "unit": parsed.unit,
        "page": parsed.page,
        "detail": None if parsed.detail == "auto" else parsed.detail,
        "title": parsed.title,
        "highlight": parsed.highlight,
        "size": parsed.size,
    }
    own = {option: value for option, value in given.items() if value is not None}
    asked = [*own, *(["as-of"] if parsed.as_of is not None else []), *(["profile"] if parsed.profile is not None else [])]
    for option in (option for option in asked if not _takes(picture, option)):
        those = _listed([_said(name) for name in names() if _takes(name, option)])
        raise UsageError(f"the picture {_said(picture)!r} takes no --{option}; those that do: {those}", option)
    return own | ({"language": parsed.lang} if "language" in options(picture) else {})


def _takes(picture: str, option: str) -> bool:
    """Tell whether a picture takes a flag: by its options, or because it is drawn from charts."""
    charts = source(picture) in ("chart", "two charts", "charts")
    return charts if option == "as-of" else charts and "report" in options(picture) if option == "profile" else option in options(picture)


def _size(text: str) -> Size:
    """Read the name of a sheet, or width and height."""
    name = text.lower()
    if name in SHEETS:
        return name  # type: ignore[return-value]
    try:
        width, height = (float(side) for side in name.replace("×", "x").split("x"))
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is none of {', '.join(SHEETS)}, nor WIDTHxHEIGHT in inches such as 8x5") from None
    return width, height


def _said(name: str) -> str:
    """Return the name of a picture as the command line writes it."""
    return name.replace("_", "-")


def _listed(words: Sequence[str]) -> str:
    *most, last = words or ("none",)
    return f"{', '.join(most)} or {last}" if most else last


COMMAND = Command("draw", "draw a chart, two charts or a plan as SVG, PNG, PDF or a web page", arguments, run, order=40)
