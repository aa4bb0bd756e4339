"""Waivers: expired, or of no use."""
