"""The reference of the whitepaper: every table of `sm.whitepaper` in English, with the Dutch quote where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from spotifymodel import whitepaper
from spotifymodel.whitepaper import Figure, Matrix, Statement, Table
from spotifymodel.whitepaper.headings import heading
from spotifymodel.whitepaper.table import spoken
from tests.docs.tables import table

__all__ = ["CHAPTERS", "whitepaper_page"]

OPENING = """# The whitepaper

Brunel, *De rol van de nieuwe productmanager binnen de financiële dienstverlening*, as this library holds it: `sm.whitepaper` has every
table below under the name that stands above it, in English and in Dutch (`table.in_language("nl")`). A source is a section, with the
Dutch words where they are quoted.

*stated*: the paper says it. *inferred*: it follows from what the paper says. *guess*: nobody published it.
"""

#: Heading and the names below it, in the order of the paper.
CHAPTERS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("The study", ("provenance", "drivers", "trends", "findings", "opinions")),
    ("The product manager 1.0", ("blocks", "roles_1", "duties", "duty_mentions")),
    (
        "The agile organisation",
        ("building_blocks", "management_roles", "tribe_roles", "working_rules", "organisation_kinds", "reference_figure"),
    ),
    ("The product manager 2.0", ("roles_2", "differences", "portrait", "skills", "role_mapping", "labels")),
    ("Who holds what", ("blocks_by_role", "duties_by_role")),
    ("Advice", ("recommendations", "precondition")),
)


def whitepaper_page() -> str:
    """Return the page."""
    return "\n".join([OPENING, *_chapters()])


def _chapters() -> Iterator[str]:
    for title, names in CHAPTERS:
        yield f"## {title}\n"
        for name in names:
            yield f"### {name}\n"
            yield from _shown(getattr(whitepaper, name))


def _shown(thing: object) -> Iterator[str]:
    match thing:
        case Table():
            yield f"{thing.title.en}.\n"
            rows = thing.to_rows()
            yield table([heading(name).en for name in rows[0]], [[cell or "–" for cell in row.values()] for row in rows])
        case Matrix():
            yield f"{thing.title.en}: ● stated, ○ inferred, · guess.\n"
            yield table(["key", "", *thing.column_labels], [list(row.values()) for row in thing.to_rows()])
        case Statement():
            said = thing.text.en
            yield f"{said[0].upper()}{said[1:]}. {spoken(thing.source, 'en')}\n"
        case Figure():
            yield "The figure of a tribe, as it is drawn in the paper.\n"
            yield table(("what", "as drawn"), [(f"`{field.name}`", spoken(getattr(thing, field.name), "en")) for field in fields(thing)])
        case tuple():
            yield "Every duty under the heading where the paper lists it; one is listed twice.\n"
            yield table(("heading", "duty"), [(theme, whitepaper.duties[duty].name.en) for theme, duty in thing])
        case _:
            raise AssertionError(f"no way to show a {type(thing).__name__}")
