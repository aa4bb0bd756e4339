"""Squads: size, mix, mission, ownership, core."""
