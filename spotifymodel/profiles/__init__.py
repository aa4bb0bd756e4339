"""Profiles: named sets of limits, readings and severities, each with its source and how sure we are of it.

The numbers of a source stand here and nowhere else, as plain data: one TOML file per profile.
"""

from spotifymodel.profiles.literature import Source, literature
from spotifymodel.profiles.loading import load_profile, profile_names
from spotifymodel.profiles.profile import Profile
from spotifymodel.profiles.records import Citation, Confidence, Limit, Reading, Severity, SeverityChoice

__all__ = [
    "Citation",
    "Confidence",
    "Limit",
    "Profile",
    "Reading",
    "Severity",
    "SeverityChoice",
    "Source",
    "literature",
    "load_profile",
    "profile_names",
]
