"""Product owners: one per squad, present, and not the line manager."""
