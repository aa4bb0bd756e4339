"""The way there: squads go live in waves, and every stage is a chart that is valid by itself."""
