"""Several tribes at once."""
