"""Rules about product owners: one per squad, with a mandate, fit for the role, and not the boss of their own squad."""
