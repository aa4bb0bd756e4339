"""Rules about skills: what too few people know."""
