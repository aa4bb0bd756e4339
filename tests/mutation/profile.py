"""A pytest plugin for runs on mutants: the same examples every time, and no time spent on making a failure small."""

from hypothesis import HealthCheck, Phase, settings

settings.register_profile(
    "mutation",
    phases=[Phase.explicit, Phase.generate],
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
settings.load_profile("mutation")
