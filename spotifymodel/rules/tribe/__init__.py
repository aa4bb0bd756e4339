"""Tribes: size, purpose, run and change."""
