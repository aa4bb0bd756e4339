"""Settings of the documentation."""

import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

project = "spotifymodel"
author = "The spotifymodel authors"
copyright = "2026, the spotifymodel authors"  # noqa: A001
extensions = ["myst_parser", "sphinx.ext.mathjax"]
myst_enable_extensions = ["dollarmath"]
html_theme = "furo"
html_title = "spotifymodel"
myst_heading_anchors = 3
exclude_patterns = ["_build"]
suppress_warnings = ["myst.xref_missing"]


def setup(app):
    """Run the notebooks before pages are looked for: their pages are made with the documentation, never kept."""
    from tests.docs.notebook_pages import write_pages

    app.connect("config-inited", lambda _app, _config: write_pages(HERE / "notebooks"))
