"""The tribe as a grid of squads and chapters: what it shows, how it is read from a chart, how it is laid out."""
