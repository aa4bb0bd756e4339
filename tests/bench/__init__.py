"""Speeds as ratios within one run; ``make bench`` measures and writes docs/reference/speed.md."""
