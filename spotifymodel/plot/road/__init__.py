"""The road from line to squads: stages over time."""
