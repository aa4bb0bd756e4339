"""Nested circles: a tribe around its squads, a squad around its people, bridges for those who sit in several."""
