"""Rules about the half-way state: projects beside squads, soft mandates, two line managers."""
