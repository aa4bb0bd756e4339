"""How many examples a property is tried on: as many as it says in `make test`, a multiple in `make test-deep`."""

import os

DEPTH = int(os.environ.get("SPOTIFYMODEL_TEST_DEPTH", "1"))


def examples(usual: int) -> int:
    """Return the number of examples to try."""
    return usual * DEPTH
