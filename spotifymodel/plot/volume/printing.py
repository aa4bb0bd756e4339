"""Prints pages into one PDF with matplotlib; loaded when a book is saved."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import Any, Final

from matplotlib.backends.backend_pdf import PdfPages

from spotifymodel.plot.mpl import figure_of, saving
from spotifymodel.plot.scene import Scene

__all__ = ["printed"]

#: No dates, no versions: the same book gives the same bytes.
_METADATA: Final[dict[str, Any]] = {"CreationDate": None, "Creator": None, "Producer": None}


def printed(pages: Iterable[Scene], title: str, subject: str) -> bytes:
    """Return a PDF with a page per scene; text stays text, and the fonts are in it once."""
    buffer = io.BytesIO()
    # Fonts are written when the file is closed, and the settings for them are read only then.
    with saving(), PdfPages(buffer, metadata={**_METADATA, "Title": title, "Subject": subject}) as pdf:
        for scene in pages:
            figure_of(scene).savefig(pdf, format="pdf")
    return buffer.getvalue()
