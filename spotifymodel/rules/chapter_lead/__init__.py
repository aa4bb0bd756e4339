"""Chapter leads: where they work, and what they should not steer."""
