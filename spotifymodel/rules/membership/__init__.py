"""Membership: in how many squads, in which chapter, for which share of time."""
