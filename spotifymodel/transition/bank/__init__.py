"""Several tribes at once: who goes to which of them, how far from the best that can be, and how that is made better."""
