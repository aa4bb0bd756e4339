"""Wording in English and Dutch: labels, messages, role names. Identifiers stay English."""
