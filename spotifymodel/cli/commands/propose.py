"""``spotifymodel propose``: from a department to tribes, squads and chapters."""

from __future__ import annotations

import argparse
import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal

from ...checking.given_day import given_day
from ...errors import ConflictError, LimitReachedError, UsageError
from ..asking import add_question_arguments, answers_to, refuse_unknown
from ..command import Command
from ..progress import progress
from ..reading import add_pseudonym_argument, add_reading_arguments, read_chart, read_wishes
from ..speaking import complain, say
from ..writing import add_time_limit, one_file, refuse_folder, refuse_inputs

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...model.org import Org
    from ...transition.plan import Plan

__all__ = ["COMMAND"]

_TITLES: Final = {
    "en": "Titles that are not recognised go by the unit of their people. To say otherwise, list them as jobs of a chapter in a blueprint.",
    "nl": "Niet-herkende functies volgen de afdeling van hun mensen. Anders? Noem ze als jobs van een chapter in een blauwdruk.",
}
#: How many of those who left are named.
_SHOWN: Final = 12
_LEFT: Final = {
    "en": (
        "1 person left before {day} and is not planned: {people}; --today D plans as on another day",
        "{n} people left before {day} and are not planned: {people}; --today D plans as on another day",
    ),
    "nl": (
        "1 persoon is vóór {day} vertrokken en staat niet in het plan: {people}; --today D plant op een andere dag",
        "{n} mensen zijn vóór {day} vertrokken en staan niet in het plan: {people}; --today D plant op een andere dag",
    ),
}

#: Suffix of ``--output`` → what is written where ``--format`` says nothing.
_SUFFIXES: Final = {".json": "json", ".yaml": "yaml", ".yml": "yaml"}


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the contract."""
    parser.add_argument("file", metavar="FILE", help="people of today: .csv, .xlsx, .yaml, .json; - is standard input")
    parser.add_argument("--blueprint", metavar="FILE", help="what is wanted (.yaml or .json); what it leaves open is proposed")
    parser.add_argument("--profile", metavar="P", help="limits to keep")
    parser.add_argument("--format", choices=("text", "json", "yaml"), help="a summary, the plan, or the chart to be (default: text)")
    parser.add_argument("--output", metavar="PATH", help="write there instead; .json is the plan, .yaml the chart to be")
    parser.add_argument("--force", action="store_true", help="overwrite FILE where --output names it")
    add_time_limit(parser)
    parser.add_argument(
        "--seed", metavar="N", type=int, default=0, help="which tribes are looked at together where there are many (default: 0)"
    )
    parser.add_argument("--today", metavar="D", help="the day by which who left is not planned (default: today)")
    parser.add_argument("--lang", choices=("en", "nl"), help="language of reasons and texts")
    parser.add_argument("--gap-report", metavar="PATH", help="what is lacking, seat by seat and person by person: .md, .html, .txt, .json")
    parser.add_argument("--shadow-prices", action="store_true", help="and in it, what one more person or owner would save; takes longer")
    add_question_arguments(parser)
    add_pseudonym_argument(parser)
    add_reading_arguments(parser)


def run(parsed: argparse.Namespace) -> int:
    """Propose, and print or write what came out; a contradiction and a limit have exit codes of their own."""
    target = None if parsed.output is None else Path(parsed.output)
    if target is not None:
        refuse_folder(target)
        if not parsed.force:
            refuse_inputs(target, parsed.file, parsed.blueprint)
    gaps = None if parsed.gap_report is None else _path_of_gaps(parsed)
    org = read_chart(parsed.file, parsed)
    if org.reading is not None:
        _tell_titles(org, parsed.lang or "en")
    org = _of_today(org, parsed)
    refuse_unknown(parsed, org)
    # Loaded after the chart: who gives a broken file need not wait for the solver.
    from ...transition.proposing import propose

    wanted = read_wishes(parsed.blueprint, parsed, org)
    report, done = progress()
    try:
        plan = propose(org, wanted, parsed.profile, parsed.seed, parsed.time_limit, report, language=parsed.lang)
    finally:
        done()
    if plan.status == "infeasible":
        raise ConflictError(str(plan).rstrip("\n"), plan.conflict)
    if plan.status == "no_solution_yet":
        if plan.stopped_by == "interrupt":
            raise LimitReachedError("interrupted before a first proposal was found", "interrupt")
        raise LimitReachedError(f"no proposal within {parsed.time_limit:g} s; give --time-limit more, or leave it out", "time")
    form = parsed.format or (_SUFFIXES.get(target.suffix.lower(), "text") if target else "text")
    try:
        answers = {} if form == "yaml" else answers_to(parsed, plan, org, report)
        if gaps is not None:
            plan.gap_report(parsed.shadow_prices, parsed.time_limit, report).save(gaps)
    finally:
        done()
    shown = _shown(plan, form, answers)
    if target is None:
        say(shown)
    else:
        from ...formats.saving import save_bytes

        save_bytes(target, shown.encode("utf-8"))
    return 0


def _tell_titles(org: Org, language: Literal["en", "nl"]) -> None:
    """Say how the job titles of a list were read, and who may say otherwise: nothing is mapped in silence."""
    from ...formats.tables.titles import read_titles

    titles = [person.job_title for person in org.people if person.job_title]
    if titles:
        complain(f"\n{read_titles(titles, language=language)}\n{_TITLES[language]}\n")


def _of_today(org: Org, parsed: argparse.Namespace) -> Org:
    """Return the chart without who has left, and say who that is."""
    from ...transition.people.departed import without_departed

    today = given_day(parsed.today, "--today") or dt.date.today()
    org, gone = without_departed(org, today)
    if gone:
        shown = ", ".join(gone[:_SHOWN]) + (" …" if len(gone) > _SHOWN else "")
        one, several = _LEFT[parsed.lang or "en"]
        complain((one if len(gone) == 1 else several).format(n=len(gone), day=today, people=shown))
    return org


def _path_of_gaps(parsed: argparse.Namespace) -> Path:
    """Return where the gap report goes; what cannot be written is refused before anything is searched for."""
    from ...report.saving import gap_suffix

    path = Path(parsed.gap_report)
    refuse_folder(path, "--gap-report")
    refuse_inputs(path, parsed.file, parsed.blueprint, remedy="--gap-report takes another file")
    if parsed.output is not None and one_file(path, Path(parsed.output)):
        raise UsageError(f"{path} is the file of --output; --gap-report takes another one", str(path))
    gap_suffix(str(path))
    return path


def _shown(plan: Plan, form: str, answers: Mapping[str, Any]) -> str:
    if form == "json":
        from ...formats.trees.emit_json import write_json

        text = write_json(plan.to_dict() | {key: _data(found) for key, found in answers.items()})
        return text if text.endswith("\n") else text + "\n"
    if form == "yaml":
        from ...formats.trees.emit_yaml import write_yaml

        assert plan.org is not None  # who has a plan has its chart
        return write_yaml(plan.org.to_dict())
    told = [one for found in answers.values() for one in (found if isinstance(found, list) else [found])]
    return "\n".join([str(plan), *map(str, told)])


def _data(found: Any) -> Any:
    return [one.to_dict() for one in found] if isinstance(found, list) else found.to_dict()


COMMAND = Command("propose", "propose a transition from a department to tribes, with a proof", arguments, run, order=25)
