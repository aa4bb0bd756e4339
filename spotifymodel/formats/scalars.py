"""Which keys of a chart hold numbers, booleans, mappings of numbers, or anything at all."""

from __future__ import annotations

from typing import Final

from .trees.scalar_rules import ScalarRules

__all__ = ["CHART_SCALARS"]

#: How plain YAML scalars of a chart are read; a test holds it against the records.
CHART_SCALARS: Final = ScalarRules(
    numbers=frozenset({"fte", "allocation", "agile_years", "floor_fte", "wave"}),
    booleans=frozenset({"vacancy", "second_line", "external", "mixed_on_purpose"}),
    number_maps=frozenset({"skills", "needs", "required_skills", "role_load"}),
    free=frozenset({"extra"}),
)
