"""A list of faults that grows while an input is walked, and ends in one refusal."""

from __future__ import annotations

from ...errors import InputRefusedError, Place, Trouble
from .limits import InputLimits
from .paths import Path, format_path

__all__ = ["Faults"]


class Faults:
    """The faults of one input, collected so that they are reported all at once.

    Parameters
    ----------
    name : str or None
        The input's name, as the user gave it.
    limits : InputLimits
        Says how many faults are listed.
    """

    def __init__(self, name: str | None, limits: InputLimits) -> None:
        self.name = name
        self.limits = limits
        self.troubles: list[Trouble] = []

    @property
    def full(self) -> bool:
        """Whether there is no point in looking for more."""
        return len(self.troubles) >= self.limits.troubles

    def add(
        self,
        kind: str,
        message: str,
        at: tuple[int, int] | None = None,
        path: Path | None = None,
        *,
        expected: str = "",
        fix: str = "",
    ) -> None:
        """Note one fault, with its 1-based line and column and its path where they are known."""
        line, column = at if at is not None else (None, None)
        place = Place(self.name, line, column, format_path(path) if path is not None else None)
        self.troubles.append(Trouble(message, place, expected, fix, kind))

    def refusal(self) -> InputRefusedError:
        """Return everything found, in the order of the file, as the exception to raise."""
        cut = self.full
        self.troubles.sort(key=lambda t: (t.place.line or 0, t.place.column or 0))
        if cut:
            self.add("limit", f"reading stopped after {len(self.troubles)} faults; there may be more", fix="Mend these first")
        return InputRefusedError(self.troubles, self.name)
