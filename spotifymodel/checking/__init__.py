"""Runs the rules over a chart and gathers what they say."""
