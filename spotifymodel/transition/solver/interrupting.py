"""Ctrl-C during a search: the search ends with what it has, instead of losing it."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, current_thread, main_thread

__all__ = ["hearing", "interruptible"]


@contextmanager
def hearing(note: Callable[[], object]) -> Iterator[None]:
    """Call `note` whenever somebody presses Ctrl-C, where this is the thread that hears it and nobody else asked to.

    Notes
    -----
    Only the main thread hears signals, and a handler that somebody else has set stays: elsewhere nothing is ever noted.
    """
    if current_thread() is not main_thread() or signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        yield
        return
    # An exception out of a callback of the solver ends in an error of the solver; so the wish is only noted here.
    old = signal.signal(signal.SIGINT, lambda *_: note())
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, old)


@contextmanager
def interruptible() -> Iterator[Callable[[], bool]]:
    """Yield what tells whether somebody has pressed Ctrl-C since, as far as :func:`hearing` hears it."""
    asked = Event()
    with hearing(asked.set):
        yield asked.is_set
