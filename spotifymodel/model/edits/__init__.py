"""The edit vocabulary: methods of a chart that return a new one, and the same edits as values."""

from .edit import VOCABULARY, Edit

__all__ = ["VOCABULARY", "Edit"]
