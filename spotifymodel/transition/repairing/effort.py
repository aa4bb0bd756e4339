"""How long a repair may search: until a moment of the clock, until somebody ends it, or for a counted number of steps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic
from typing import Final

from ...errors import LimitReachedError
from ..solver.patience import Patience

__all__ = ["Effort"]

#: Without a limit a search for the fewest changes asks so often whether to go on: a hopeless one ends, others are proven long before.
_FEWEST: Final = 1_000
#: And the choice of one among equally short repairs so many columns' worth: it is a matter of taste, and what it has by then is as
#: short. A question takes about as long as the programme is wide.
_CHOICE: Final = 200_000


@dataclass(frozen=True, slots=True)
class Effort:
    """The limits of a repair, and who is told of it.

    Attributes
    ----------
    until : float or None
        On the clock of `time.monotonic`, for all searches together; where it is given no steps are counted.
    wished : callable or None
        Tells whether somebody wants it to end.
    progress : callable or None
        Called with what is being looked for.
    """

    until: float | None = None
    wished: Callable[[], bool] | None = None
    progress: Callable[[str], None] | None = None

    def tell(self, what: str) -> None:
        """Say what is being looked for, where somebody wants to know."""
        if self.progress is not None:
            self.progress(what)

    def left(self) -> float | None:
        """Return the seconds that are left."""
        return None if self.until is None else max(0.01, self.until - monotonic())

    def for_the_fewest(self) -> Patience:
        """Return what ends the search for the fewest changes."""
        return Patience(_FEWEST if self.until is None else None, self.wished)

    def for_the_choice(self, columns: int) -> Patience:
        """Return what ends the choice among repairs with as many changes, in a programme of so many columns."""
        return Patience(_CHOICE // columns if self.until is None else None, self.wished)

    def ended(self) -> LimitReachedError:
        """Return what to raise where a search ended before it found anything: which limit it was, and what would help."""
        if self.wished is not None and self.wished():
            return LimitReachedError("interrupted before a repair was found", "interrupt")
        if self.until is not None:
            return LimitReachedError("the time limit came before a repair was found: give it more time", "time")
        return LimitReachedError(
            "no repair was found in as many steps as a search may take: with a time limit it goes on for as long as that", "steps"
        )
