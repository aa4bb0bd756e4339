"""The kinds of columns that a staffing is made of: the first part of their keys."""

from __future__ import annotations

__all__ = [
    "ARRIVED", "BEYOND", "DROPPED", "FORMED", "FULL", "HALF", "HIRE", "IDLE", "LACKING", "OPEN", "OUT", "OWNER", "PART", "POOLED", "SPLIT",
]  # fmt: skip

#: Seats of people of a class in a squad: full, the owner's, half.
FULL, OWNER, HALF = "full", "owner", "half"
#: People of a class: on two half seats, on one, without a seat.
SPLIT, IDLE, OUT = "split", "idle", "out"
#: Of a need: full and half vacancies, half seats beyond it, half seats that have no room in the squad or tribe.
HIRE, PART, BEYOND, DROPPED = "hire", "part", "beyond", "dropped"
#: Of a squad: its owner is still to be found, nobody has a skill that it asks, one that may stay empty is formed.
OPEN, LACKING, FORMED = "open", "lacking", "formed"
#: People who come to a class from elsewhere.
ARRIVED = "arrived"
#: People of a class who take a seat of its pool.
POOLED = "pooled"
