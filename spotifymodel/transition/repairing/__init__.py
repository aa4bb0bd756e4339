"""The fewest changes that make an invalid chart valid."""
