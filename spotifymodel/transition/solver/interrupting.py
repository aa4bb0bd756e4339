"""Ctrl-C during a search: the search ends with what it has, instead of losing it."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, current_thread, main_thread

__all__ = ["interruptible"]


@contextmanager
def interruptible() -> Iterator[Callable[[], bool]]:
    """Yield what tells whether somebody has pressed Ctrl-C since.

    Notes
    -----
    Only the main thread hears signals, and a handler that somebody else has set stays: elsewhere nothing is ever asked.
    """
    asked = Event()
    if current_thread() is not main_thread() or signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        yield asked.is_set
        return
    # An exception out of a callback of the solver ends in an error of the solver; so the wish is only noted here.
    old = signal.signal(signal.SIGINT, lambda *_: asked.set())
    try:
        yield asked.is_set
    finally:
        signal.signal(signal.SIGINT, old)
