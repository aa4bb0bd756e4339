"""Tribe leads and the management team."""
