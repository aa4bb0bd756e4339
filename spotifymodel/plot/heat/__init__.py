"""Heat maps: rows × columns, a fill per level and a number per cell."""
