"""Streams of people from where they work today, through their chapters, to where they will work."""
