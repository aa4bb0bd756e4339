"""The rules: one file per rule, in a folder per family."""
