"""``spotifymodel draw``: a chart as a picture."""

from __future__ import annotations

import argparse
import sys
import warnings
from inspect import signature
from pathlib import Path
from typing import Any

from ...errors import UsageError
from ...plot.gallery import drawer, names, suited
from ..command import Command
from ..reading import add_pseudonym_argument, add_reading_arguments, read_chart
from ..speaking import complain

__all__ = ["COMMAND"]

SUFFIXES = (".svg", ".png", ".pdf")
DETAILS = ("auto", "names", "initials", "dots", "counts")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the contract."""
    parser.add_argument("file", metavar="FILE", help="chart: .yaml, .json, .csv, .xlsx; - is standard input")
    parser.add_argument("--picture", choices=names(), help="which picture (default: matrix, squads × chapters; units without squads)")
    parser.add_argument("--tribe", metavar="ID", help="which tribe, where there are several")
    parser.add_argument("--page", metavar="N", type=int, help="which page of a company of more than 250 tribes")
    parser.add_argument("--lang", choices=("en", "nl"), help="language of the labels")
    parser.add_argument("--detail", choices=DETAILS, default="auto", help="how much of each person to show (default: what fits)")
    parser.add_argument("--as-of", metavar="D", help="the chart on that day")
    parser.add_argument("--profile", metavar="P", help="limits to mark findings by")
    parser.add_argument("--title", metavar="T", help="title instead of the tribe's name")
    parser.add_argument("--highlight", metavar="ID", action="append", help="person, squad or chapter to stand out; may be repeated")
    parser.add_argument("--output", metavar="PATH", required=True, help="file to write: .svg, .png or .pdf")
    add_pseudonym_argument(parser)
    add_reading_arguments(parser)


def run(parsed: argparse.Namespace) -> int:
    """Draw and save."""
    target = Path(parsed.output)
    if target.suffix.lower() not in SUFFIXES:
        raise UsageError(f"{target}: pictures are written as {', '.join(SUFFIXES)}", target.suffix, SUFFIXES)
    org = read_chart(parsed.file, parsed)
    if parsed.as_of is not None:
        org = org.at(parsed.as_of)
    from ...checking.run import check

    report = check(org, profile=parsed.profile, language=parsed.lang)
    picture = parsed.picture or suited(org)
    draw = drawer(picture)
    options: dict[str, Any] = {"highlight": parsed.highlight} if parsed.highlight else {}
    own = {} if parsed.detail == "auto" else {"detail": parsed.detail}
    own |= {} if parsed.tribe is None else {"tribe": parsed.tribe}
    own |= {} if parsed.page is None else {"page": parsed.page}
    for option in own:
        if option not in signature(draw).parameters:
            raise UsageError(f"the picture {picture!r} takes no --{option}", option)
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        figure = draw(org, language=parsed.lang, title=parsed.title, report=report, **own, **options)
        figure.save(target)
    for one in said:
        complain(f"note: {one.message}")
    if sys.stderr.isatty():
        complain(f"wrote {target}")
    return 0


COMMAND = Command("draw", "draw a chart as SVG, PNG or PDF", arguments, run, order=40)
