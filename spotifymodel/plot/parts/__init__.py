"""Pieces that several pictures share: pen, badges, heading, capacity, legend, footer of findings."""
