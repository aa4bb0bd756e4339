"""Chapters: their lead, their span, their tribe."""
