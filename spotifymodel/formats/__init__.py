"""Reading and writing charts: one file per format."""
