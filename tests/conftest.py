"""How properties are tried: always on the same examples here, on new ones in the deep suite.

A test that fails says something of the change at hand, not of the luck of the day; new examples are looked for by
`make test-deep`, forty times as many, and what they find becomes a test of its own.
"""

from __future__ import annotations

from hypothesis import settings

from tests.depth import DEPTH

settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("searching", deadline=None)
settings.load_profile("steady" if DEPTH == 1 else "searching")
