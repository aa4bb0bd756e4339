"""The gallery: every picture there is, with one example, the call and the command that draw it.

A picture is found by its file; what it is drawn from it says by its signature. So a new one stands here by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from inspect import getdoc
from typing import Any, Final

import spotifymodel as sm
from spotifymodel.plot.gallery import Source, drawer, names, source

__all__ = ["FOLDER", "Shown", "figure_of", "gallery_page", "gallery_pictures", "shown"]

#: Where the pictures lie, below ``docs``.
FOLDER: Final = "pictures/gallery"

OPENING = """# Gallery

Every picture of `sm.plot`, with the call and the command that draw it. All take a `language`, a `title`, a `theme` and what to
`highlight`, and all but the book draw on axes of yours with `ax=`. They show themselves in a notebook, save themselves as SVG, PNG, PDF
or a web page of its own, describe themselves in words (`alt_text`) and check themselves (`audit()`).
[What each takes](python.md#pictures).
"""


@dataclass(frozen=True, slots=True)
class Shown:
    """What a picture of the gallery is drawn from.

    Parameters
    ----------
    given : str
        The arguments of the call, as Python.
    files : mapping of str to str
        The files of the command → how a page says where they come from, see `tests.docs.console`.
    plan : str
        The file of a plan that is proposed from them first, and drawn in their place.
    """

    given: str
    files: Mapping[str, str]
    plan: str = ""


_CHART: Final = Shown('sm.example("hypotheek")', {"hypotheek.yaml": "example: hypotheek"})
_PLAN: Final = Shown('sm.propose(sm.example("polderbank"))', {"people.csv": "example: polderbank"}, "plan.json")
_SOURCES: Final[Mapping[Source, Shown]] = {
    "nothing": Shown("", {}),
    "chart": _CHART,
    "two charts": Shown(
        'sm.example("polderbank"), sm.example("polderbank-tribe")',
        {"today.csv": "example: polderbank", "tribe.yaml": "example: polderbank-tribe"},
    ),
    "charts": _PLAN,
    "plan": _PLAN,
}
#: Pictures that say more of another chart.
_OWN: Final[Mapping[str, Shown]] = {
    "units": Shown('sm.example("polderbank")', {"people.csv": "example: polderbank"}),
    "company": Shown("sm.testing.company(2000, seed=1)", {"company.json": "made: sm.testing.company(2000, seed=1)"}),
    "book": Shown("sm.testing.company(300, seed=1)", {"company.json": "made: sm.testing.company(300, seed=1)"}),
    "duties": _PLAN,
    "diff": Shown(
        'sm.example("hypotheek-broken"), sm.example("hypotheek")',
        {"before.yaml": "example: hypotheek-broken", "after.yaml": "example: hypotheek"},
    ),
}
#: In the order in which somebody needs them; others follow by name.
_ORDER: Final = (
    *("matrix", "units", "transition", "before_after", "diff", "roadmap", "coverage", "duties", "t_profiles", "network", "company", "book"),
    *("whitepaper_tribe", "whitepaper_roles", "whitepaper_differences"),
)


def shown() -> dict[str, Shown]:
    """Return every picture in the order of the page, with what it is drawn from."""
    known = names()
    ordered = [*(n for n in _ORDER if n in known), *(n for n in known if n not in _ORDER)]
    return {name: _OWN.get(name, _SOURCES[source(name)]) for name in ordered}


def figure_of(name: str) -> Any:
    """Draw the example of a picture; of a book, its first page."""
    figure = drawer(name)(*_material(shown()[name].given), language="en")
    return figure.pages[0] if name == "book" else figure


@cache
def _material(given: str) -> tuple[Any, ...]:
    """Return what a call is given; charts and plans are values, so one serves every picture."""
    made: tuple[Any, ...] = eval(f"({given},)" if given else "()", {"sm": sm})
    return made


def gallery_pictures(plans: bool) -> dict[str, str]:
    """Return the SVG of every example; those of a plan only when asked, for another solver may find another plan as good."""
    return {f"{name}.svg": figure_of(name).svg() for name, how in shown().items() if bool(how.plan) is plans}


def gallery_page() -> str:
    """Return the page."""
    return "\n".join([OPENING, *(part for name, how in shown().items() for part in _picture(name, how))])


def _picture(name: str, how: Shown) -> Iterator[str]:
    said = name.replace("_", "-")
    about = (getdoc(drawer(name)) or "").partition("\n")[0]
    suffix = "pdf" if name == "book" else "svg"
    given = f"{how.given}, " if how.given else ""
    yield f"## {said}\n"
    yield f"{about}\n"
    yield f"![{about.rstrip('.')}](../{FOLDER}/{name}.svg)\n"
    yield f'```python\nimport spotifymodel as sm\n\nsm.plot.{name}({given}language="en").save("{said}.{suffix}")\n```\n'
    yield from (f"<!-- {origin} as {path} -->" for path, origin in how.files.items())
    files = "".join(f"{path} " for path in how.files)
    first = f"$ spotifymodel propose {files}--output {how.plan}\n" if how.plan else ""
    drawn = f"{how.plan} " if how.plan else files
    yield f"```console\n{first}$ spotifymodel draw {drawn}--picture {said} --lang en --output {said}.{suffix}\n```\n"
