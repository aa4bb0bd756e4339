"""Profiles: named sets of limits, readings and severities, each with its source and how sure we are of it.

The numbers of a source stand here and nowhere else, as plain data: one TOML file per profile. The works they
cite are in `spotifymodel.profiles.literature`, which is loaded when something is cited.
"""

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
    "load_profile",
    "profile_names",
]
