"""Rules about dependencies between squads, and about how much one squad can know."""
