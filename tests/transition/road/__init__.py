"""The way there."""
