"""The reference of the Python names, from their docstrings."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from importlib import import_module

import spotifymodel as sm
from spotifymodel import errors, plot, testing, whitepaper
from tests.docs.docstrings import markdown_of, signature_of

__all__ = ["NAMED", "python_page"]

OPENING = """# Python

`import spotifymodel as sm` loads nothing by itself; every name below is loaded when it is first used. All records are immutable; what
changes a chart returns a new one. Reading, checking and drawing are safe in several threads at once.

From and until when something holds is `start` and `until` in Python (`from` is a keyword); dates are `datetime.date`, and ISO text is
accepted wherever a date is asked for.
"""


def _plotted(picture: bool) -> Iterator[tuple[str, tuple[str, ...] | None]]:
    """Yield the pictures of the plot room by name, or what else it holds."""
    for name in sorted(plot.__all__):
        thing = getattr(plot, name)
        if thing.__module__.startswith(f"{plot.__name__}.pictures.") == picture and name not in ("OrgFigure", "Theme"):
            yield f"{thing.__module__}:{name}", () if inspect.isclass(thing) else None


#: Heading, what stands below it, and the names: ``module:name``; a class may say which of its members are shown.
CHAPTERS: tuple[tuple[str, str, tuple[tuple[str, tuple[str, ...] | None], ...]], ...] = (
    (
        "Charts",
        "",
        (
            ("spotifymodel.model.org:Org", ("new", "load", "from_frame", "from_dict", "from_networkx")),
            ("spotifymodel.examples:example", None),
            ("spotifymodel.examples:example_names", None),
        ),
    ),
    (
        "What a chart can tell",
        "These are methods and properties of `Org`, next to the fields of [the file format](file-format.md), which are attributes: "
        "`org.people`, `org.tribes`, `org.mode`.",
        (
            (
                "spotifymodel.model.org:Org.",
                (
                    *("person", "tribe", "squad", "chapter", "unit", "product", "guild", "has", "all_squads", "all_chapters"),
                    *("records", "canonical", "at", "robustness", "reading", "source", "save", "to_dict", "to_networkx"),
                ),
            ),
        ),
    ),
    (
        "Edits",
        "Methods of `Org`; each returns a new chart. The same vocabulary makes the fixes of findings.",
        (
            (
                "spotifymodel.model.org:Org.",
                ("add", "change", "remove", "join", "quit", "move", "appoint", "relieve", "split", "merge", "waive", "apply"),
            ),
            ("spotifymodel.model.edits:Edit", ("apply", "text", "to_dict", "from_dict")),
        ),
    ),
    (
        "Measuring",
        "",
        (
            ("spotifymodel.measuring.measure:metrics", None),
            ("spotifymodel.measuring.result:Metrics", ("value", "compare", "to_dict", "to_frame")),
            ("spotifymodel.measuring.comparison:Comparison", ("to_dict", "to_frame")),
        ),
    ),
    (
        "Checking",
        "",
        (
            ("spotifymodel.checking.run:check", None),
            (
                "spotifymodel.checking.report:Report",
                (
                    *("ok", "exit_code", "profile", "summary", "counted", "of", "about", "raise_for_errors"),
                    *("to_dict", "to_frame", "save"),
                ),
            ),
            ("spotifymodel.checking.finding:Finding", ("location", "fixes", "rule", "fingerprint", "to_dict")),
            ("spotifymodel.checking.report:Unknown", ()),
            ("spotifymodel.model.citation:Citation", ()),
            ("spotifymodel.report.explaining:explain", None),
        ),
    ),
    (
        "Pictures",
        "",
        (
            *_plotted(picture=True),
            ("spotifymodel.plot.figure:OrgFigure", ("size", "alt_text", "save", "savefig", "svg", "figure", "layout", "audit")),
            ("spotifymodel.plot.theme:Theme", ()),
            *_plotted(picture=False),
        ),
    ),
    (
        "From one chart to another",
        "[Repair and compare](../how-to/repair-and-compare.md), [a blueprint of your own](../how-to/own-blueprint.md), "
        "[a year on the road](../tutorials/year-on-the-road.md), "
        "[what a plan lacks](../how-to/gaps.md), [alternatives and what-ifs](../how-to/alternatives.md), "
        "[bounds and gaps](../how-to/bounds.md), "
        "[what a proposal knows](../explanation/transition.md).",
        (
            ("spotifymodel.transition.differing.difference:diff", None),
            ("spotifymodel.transition.differing.difference:Difference", ("people", "apply", "text", "to_dict", "to_frame")),
            ("spotifymodel.transition.repairing.repair:repair", None),
            ("spotifymodel.transition.repairing.repair:Repair", ("ok", "text", "to_dict")),
            ("spotifymodel.transition.proposing:propose", None),
            (
                "spotifymodel.transition.plan:Plan",
                ("move", "why", "why_not", "gap_report", "pareto", "without", "with_lock", "to_frame", "to_dict", "from_dict"),
            ),
            ("spotifymodel.transition.move:Move", ()),
            ("spotifymodel.transition.gap_report.report:GapReport", ("open_seats", "to_frame", "save", "to_dict")),
            ("spotifymodel.transition.gap_report.totals:Totals", ()),
            ("spotifymodel.transition.gap_report.totals:Covered", ()),
            ("spotifymodel.transition.gap_report.records:SeatGap", ("of",)),
            ("spotifymodel.transition.gap_report.records:PersonGap", ()),
            ("spotifymodel.transition.learning:Lesson", ()),
            ("spotifymodel.transition.gap_report.records:ChapterGap", ()),
            ("spotifymodel.transition.gap_report.records:SkillGap", ()),
            ("spotifymodel.transition.gap_report.records:ShadowPrice", ()),
            ("spotifymodel.transition.objective:Objective", ()),
            ("spotifymodel.transition.road.stage:Stage", ("to_dict", "from_dict")),
            ("spotifymodel.transition.road.road:Road", ("gap", "to_dict")),
            ("spotifymodel.transition.road.road:RoadTerm", ()),
            ("spotifymodel.transition.road.road:Wait", ()),
            ("spotifymodel.transition.road.road:Saving", ()),
            ("spotifymodel.transition.road.facts:Moment", ()),
            ("spotifymodel.transition.road.facts:Capacity", ()),
            ("spotifymodel.transition.road.facts:Readiness", ()),
            ("spotifymodel.transition.road.facts:Backfill", ()),
            ("spotifymodel.transition.road.facts:HandOver", ()),
            ("spotifymodel.transition.options.asking:AlternativesOf", ("__call__",)),
            ("spotifymodel.transition.options.records:Alternatives", ("table", "to_dict", "to_frame")),
            ("spotifymodel.transition.options.records:Alternative", ("share", "to_dict")),
            ("spotifymodel.transition.options.front:Front", ("to_dict", "to_frame")),
            ("spotifymodel.transition.options.front:Point", ()),
            ("spotifymodel.transition.options.comparison:compare_plans", None),
            ("spotifymodel.transition.options.comparison:Comparison", ("to_dict", "to_frame")),
            ("spotifymodel.transition.whatif.leaving:Without", ("to_dict",)),
            ("spotifymodel.transition.whatif.losses:Robustness", ("of", "to_dict", "to_frame")),
            ("spotifymodel.transition.whatif.losses:Loss", ("errors",)),
        ),
    ),
    (
        "Profiles",
        "",
        (
            ("spotifymodel.profiles:load_profile", None),
            ("spotifymodel.profiles:profile_names", None),
            ("spotifymodel.profiles:Profile", ("value", "severity", "limits", "readings", "severities")),
            ("spotifymodel.profiles.records:Limit", ()),
            ("spotifymodel.profiles.records:Reading", ()),
            ("spotifymodel.profiles.records:SeverityChoice", ()),
        ),
    ),
    (
        "Rules of your own",
        "[How to write one](../how-to/own-rule.md).",
        (
            ("spotifymodel.rules.rule:Rule", ()),
            ("spotifymodel.rules.rule:Broken", ()),
            ("spotifymodel.rules.rule:Missing", ()),
            ("spotifymodel.rules.rule:Parameter", ()),
            ("spotifymodel.rules.rule:Wording", ()),
            ("spotifymodel.rules.rule:Phrase", ()),
            ("spotifymodel.rules.rule:Reference", ()),
        ),
    ),
)


def python_page() -> str:
    """Return the page."""
    return "\n".join([OPENING, *_chapters(), *_testing(), *_whitepaper(), *_errors()])


def _chapters() -> Iterator[str]:
    for heading, text, entries in CHAPTERS:
        yield f"## {heading}\n"
        if text:
            yield f"{text}\n"
        for where, members in entries:
            yield from _entry(where, members)
        if heading == "Rules of your own":
            yield from _view()


def _entry(where: str, members: tuple[str, ...] | None) -> Iterator[str]:
    """Yield a function, or a class with some of its members; a dot behind a class shows its members alone."""
    module, _, path = where.partition(":")
    thing = getattr(import_module(module), path.rstrip("."))
    name = _called(where, path)
    if not path.endswith("."):
        yield f"### {name}{'' if inspect.isclass(thing) else signature_of(thing)}\n"
        yield markdown_of(thing)
    level = "###" if path.endswith(".") else "####"
    for member in members or ():
        yield from _member(thing, member, "org" if path.rstrip(".") == "Org" else path.rstrip(".").lower(), level)


def _called(where: str, path: str) -> str:
    """Return how a user calls a name: ``sm.check``, ``sm.plot.matrix``; the bare name where it is only met."""
    if where.startswith("spotifymodel.plot"):  # a picture may be called as something else is, such as diff
        return f"sm.plot.{path}"
    return f"sm.{path}" if path in sm._PUBLIC else path.rstrip(".")


def _member(owner: type, member: str, called: str, level: str) -> Iterator[str]:
    raw = inspect.getattr_static(owner, member)
    thing = getattr(owner, member)
    if isinstance(raw, classmethod):
        heading = f"{owner.__name__}.{member}{signature_of(thing)}"
    elif inspect.isfunction(raw):
        heading = f"{called}.{member}{signature_of(raw)}"
    else:
        heading = f"{called}.{member}"
    yield f"{level} {heading}\n"
    yield markdown_of(raw.func if hasattr(raw, "func") else thing)


def _view() -> Iterator[str]:
    """Yield the questions that a rule may ask of what is true at an instant."""
    view = import_module("spotifymodel.graph.view").View
    yield "### View\n"
    yield markdown_of(view)
    yield "Questions:\n"
    for cls in reversed(view.__mro__):
        for name, method in vars(cls).items():
            if inspect.isfunction(method) and not name.startswith("_"):
                yield f"* `view.{name}{signature_of(method)}`: {_first(method)}"
    yield ""


def _testing() -> Iterator[str]:
    yield "## sm.testing\n"
    yield markdown_of(testing)
    for name in testing.__all__:
        thing = getattr(testing, name)
        yield f"* `{name}{'' if inspect.isclass(thing) else signature_of(thing)}`: {_first(thing)}"
    yield ""


def _whitepaper() -> Iterator[str]:
    yield "## sm.whitepaper\n"
    yield markdown_of(whitepaper)
    tables = [n for n in whitepaper.__all__ if not inspect.isclass(getattr(whitepaper, n))]
    yield f"Tables: {', '.join(f'`{n}`' for n in tables)}.\n"


def _errors() -> Iterator[str]:
    yield "## Errors\n"
    yield "Everything raised on purpose is a `SpotifyModelError`, in `spotifymodel.errors`. Facts are attributes.\n"
    for name in errors.__all__:
        thing = getattr(errors, name)
        bases = ", ".join(b.__name__ for b in thing.__bases__ if b is not object)
        yield f"### {name}{f' ({bases})' if bases else ''}\n"
        yield markdown_of(thing)


def _first(thing: object) -> str:
    """Return the first sentence of a docstring."""
    return markdown_of(thing).split("\n\n")[0].replace("\n", " ").strip()


#: Every name that the page shows with a heading, for the test that none is missing.
NAMED = {_called(where, where.partition(":")[2]) for _, _, entries in CHAPTERS for where, _ in entries}
