"""A picture as a page of its own: hover, search and keyboard, in one file that loads nothing from elsewhere."""
