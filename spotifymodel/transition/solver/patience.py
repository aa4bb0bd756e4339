"""An end of a search that does not depend on the clock: it may ask so often whether to go on."""

from __future__ import annotations

from collections.abc import Callable

__all__ = ["Patience"]


class Patience:
    """Tells a search to stop when that is wished, or when it has asked often: one that ends so ends the same every time.

    Parameters
    ----------
    most : int or None
        How often it may ask; ``None`` where only the wish ends it.
    wished : callable, optional

    Attributes
    ----------
    exhausted : bool
        Whether it has asked more often than that.

    Examples
    --------
    >>> stop = Patience(2)
    >>> [stop() for _ in range(4)], stop.exhausted
    ([False, False, True, True], True)
    """

    def __init__(self, most: int | None, wished: Callable[[], bool] | None = None) -> None:
        self._left, self._wished = most, wished
        self.exhausted = False

    def __call__(self) -> bool:
        """Tell whether to stop; each call counts."""
        if self._left is not None:
            self._left -= 1
            self.exhausted = self._left < 0
        return self.exhausted or (self._wished is not None and self._wished())
