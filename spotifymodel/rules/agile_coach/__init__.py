"""Agile coaches: who coaches whom, and how many."""
