"""How properties are tried: always on the same examples here, on new ones in the deep suite.

A test that fails says something of the change at hand, not of the luck of the day; new examples are looked for by
`make test-deep`, forty times as many, and what they find becomes a test of its own.
"""

from __future__ import annotations

import signal

from hypothesis import settings

from tests.depth import DEPTH

settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("searching", deadline=None)
settings.load_profile("steady" if DEPTH == 1 else "searching")

# Started in the background (nohup, a shell's `&`), a process is told to pass over Ctrl-C; the tests of it want to hear it.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
