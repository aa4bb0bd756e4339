"""T-profiles: how deep and how broad everybody is."""
