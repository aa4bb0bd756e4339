"""Text from a chart as part of a page: it is shown, and never read as markup."""

from __future__ import annotations

from html import escape

from .terminal import printable

__all__ = ["escaped"]


def escaped(text: str) -> str:
    r"""Return text as HTML, control characters made visible.

    Examples
    --------
    >>> escaped("<b> & \x1b")
    '&lt;b&gt; &amp; &lt;U+001B&gt;'
    """
    return escape(printable(text), quote=True)
