"""The records of a chart, and the chart itself."""

from .line import Dependency, Gate, Product, Project, Unit, Waiver
from .org import Org
from .people import Leave, Person, Skill, Training
from .seats import Post, Seat
from .teams import Chapter, DecisionRights, Guild, Squad, Tribe

__all__ = [
    "Chapter",
    "DecisionRights",
    "Dependency",
    "Gate",
    "Guild",
    "Leave",
    "Org",
    "Person",
    "Post",
    "Product",
    "Project",
    "Seat",
    "Skill",
    "Squad",
    "Training",
    "Tribe",
    "Unit",
    "Waiver",
]
