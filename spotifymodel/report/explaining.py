"""Explain a rule."""

from __future__ import annotations

from ..rules.catalogue import find_rule
from .rule_page import rule_markdown, rule_text

__all__ = ["Explanation", "explain"]


class Explanation(str):
    """The page of a rule; prints as text, shows as Markdown in a notebook."""

    __slots__ = ("markdown",)
    markdown: str

    def _repr_markdown_(self) -> str:
        return self.markdown


def explain(code: str, language: str = "en", width: int = 88) -> Explanation:
    """Return everything about a rule: what it finds, why, formally, what to do, examples, sources.

    Parameters
    ----------
    code : str
        Code or name, such as ``"SQ001"`` or ``"squad-too-large"``.
    language : {"en", "nl"}
    width : int
        Columns of the text.

    Raises
    ------
    UsageError
        Where no rule is called so; with "did you mean".

    Examples
    --------
    >>> explain("SQ001").splitlines()[0]
    'SQ001 squad-too-large'
    """
    rule = find_rule(code)
    text = Explanation(rule_text(rule, language, width))
    text.markdown = rule_markdown(rule, language)
    return text
