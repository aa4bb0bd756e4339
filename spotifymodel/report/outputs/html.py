"""The report as a page of its own."""

from __future__ import annotations

from ..escaping import escaped
from ..html import report_page
from ..outcome import Outcome
from ..output import Options, Output

__all__ = ["OUTPUT", "render"]


def render(outcome: Outcome, _options: Options) -> str:
    """Return one page with a part per file; refused files with their faults."""
    language = outcome.language
    page = report_page(list(outcome.reports), "spotifymodel check", language)
    faults = "".join(f"<li>{escaped(str(t))}</li>" for r in outcome.refused for t in r.troubles)
    return page.replace("</body>", f"<ul>{faults}</ul></body>") if faults else page


OUTPUT = Output("html", (".html", ".htm"), render)
