"""The JSON report: everything, for programs."""

from __future__ import annotations

import json

from ..outcome import Outcome
from ..output import Options, Output

__all__ = ["OUTPUT", "render"]


def render(outcome: Outcome, _options: Options) -> str:
    """Return the JSON report, indented, keys in the order of the contract."""
    return json.dumps(outcome.to_dict(), ensure_ascii=False, indent=1, allow_nan=False) + "\n"


OUTPUT = Output("json", (".json",), render)
