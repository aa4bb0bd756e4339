"""``spotifymodel check``: judge charts."""

from __future__ import annotations

import argparse
import datetime as dt
from pathlib import Path

from ...checking.report import Report
from ...checking.run import check
from ...errors import InputRefusedError, UsageError
from ...report.outcome import Outcome, Refused
from ...report.output import Options, output_named
from ...rules.catalogue import select_rules
from ...words.refusals import fault_of
from ..command import Command
from ..reading import add_pseudonym_argument, add_reading_arguments, read_chart
from ..speaking import colour_wanted, complain, say, width_of_terminal

__all__ = ["COMMAND"]

FORMATS = ("text", "json", "sarif", "github", "markdown", "html")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the contract."""
    parser.add_argument("files", nargs="+", metavar="FILE", help="chart: .yaml, .json, .csv, .xlsx; - is standard input")
    parser.add_argument("--profile", metavar="P[,Q]", help="limits to judge by; several show where they disagree, the first decides")
    parser.add_argument("--format", choices=FORMATS, default="text", help="what to print (default: text)")
    parser.add_argument("--output", metavar="PATH", help="write the report there instead")
    parser.add_argument("--select", metavar="X", action="append", help="only these rules: codes, names or prefixes, with commas")
    parser.add_argument("--ignore", metavar="X", action="append", help="not these rules")
    parser.add_argument("--as-of", metavar="D", help="judge one day instead of every moment")
    parser.add_argument("--since", metavar="D", help="only findings that last until that day or later")
    parser.add_argument("--today", metavar="D", help="the day on which waivers are looked at (default: today)")
    parser.add_argument("--mode", choices=("design", "live"), help="whether vacancies count as people")
    parser.add_argument("--baseline", metavar="REPORT", help="a JSON report whose findings do not count")
    parser.add_argument("--fail-on", choices=("error", "warning", "advice", "never"), default="error", help="lightest severity that fails")
    parser.add_argument("--lang", choices=("en", "nl"), help="language of the messages")
    add_pseudonym_argument(parser)
    add_reading_arguments(parser)


def run(parsed: argparse.Namespace) -> int:
    """Judge every file by itself; a refused one does not stop the others."""
    select, ignore = _split(parsed.select), _split(parsed.ignore)
    if select == []:  # a variable that was never set: nothing would be judged, and nothing would fail
        raise UsageError(f"--select {','.join(parsed.select)!r} names no rule; expected codes, names or prefixes such as SQ001")
    select_rules(select, ignore)  # wrong usage is said before any file is read
    today = dt.date.today().isoformat() if parsed.today is None else parsed.today
    reports: list[Report] = []
    refused: list[Refused] = []
    for name in parsed.files:
        try:
            report = _judged(name, parsed, select, ignore, today)
        except InputRefusedError as wrong:
            refused.append(Refused.of(name, wrong))
            continue
        reports.append(report)
    outcome = Outcome(tuple(reports), tuple(refused))
    _publish(outcome, parsed)
    return outcome.exit_code


def _judged(name: str, parsed: argparse.Namespace, select: list[str] | None, ignore: list[str] | None, today: str) -> Report:
    return check(
        read_chart(name, parsed),
        profile=parsed.profile,
        select=select,
        ignore=ignore,
        as_of=parsed.as_of,
        today=today,
        since=parsed.since,
        mode=parsed.mode,
        baseline=parsed.baseline,
        fail_on=parsed.fail_on,
        language=parsed.lang,
    )


def _publish(outcome: Outcome, parsed: argparse.Namespace) -> None:
    """Findings to standard output or the file named; refusals to standard error as well."""
    for one in outcome.refused:
        for trouble in one.troubles:
            said = fault_of(trouble, parsed.lang)
            complain(said if trouble.place.file else f"{one.file}: {said}")
    to_terminal = parsed.output is None
    options = Options(colour=to_terminal and colour_wanted(), width=width_of_terminal() if to_terminal else 100)
    shown = outcome if parsed.format != "text" else Outcome(outcome.reports)
    text = output_named(parsed.format).render(shown, options)
    if to_terminal:
        say(text)
    elif Path(parsed.output).is_dir():
        raise UsageError(f"{parsed.output} is a folder; --output takes a file", parsed.output)
    else:
        from ...formats.saving import save_bytes

        save_bytes(parsed.output, text.encode("utf-8"))


def _split(values: list[str] | None) -> list[str] | None:
    """Join repeated flags and split at commas; ``None`` stays everything."""
    if values is None:
        return None
    return [part.strip() for value in values for part in value.split(",") if part.strip()]


COMMAND = Command("check", "judge charts by the rules of a profile", arguments, run, order=10)
