"""What a plan lacks and what changes for people, as tables: seats, people, chapters, totals. Never a ranking of people."""
