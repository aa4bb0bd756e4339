"""What changed between two charts, person by person and as edits that can be done again."""
