"""The same examples for every change, and no time spent on making a failure small."""

from __future__ import annotations

__all__ = ["same_examples"]


def same_examples() -> None:
    """Let properties be tried so; to be called after conftest.py and before the tests are collected."""
    from hypothesis import HealthCheck, Phase, settings  # not before pytest has looked at it

    settings.register_profile(
        "mutation",
        phases=[Phase.explicit, Phase.generate],
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    settings.load_profile("mutation")
