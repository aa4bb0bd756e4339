"""A chart as a book: pages of one size, numbered, with bookmarks, in one PDF."""
