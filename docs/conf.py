"""Settings of the documentation."""

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
