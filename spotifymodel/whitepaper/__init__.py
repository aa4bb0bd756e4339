"""What the whitepaper says, as typed data in both languages.

Brunel, *De rol van de nieuwe productmanager binnen de financiële dienstverlening*. Every table is a sequence of frozen
records with a short Dutch quote, an English translation and a citation; in a notebook it shows itself as a table.

Examples
--------
>>> from spotifymodel import whitepaper
>>> len(whitepaper.differences), whitepaper.differences["mandate"].after.en
(11, 'yes, responsible from end to end')
>>> whitepaper.blocks_by_role.holders("4", version="1.0")
('technical 1.0',)
"""

from spotifymodel.whitepaper.advice import Recommendation, Skill, precondition, recommendations, skills
from spotifymodel.whitepaper.agile import (
    Figure,
    ManagementRole,
    building_blocks,
    management_roles,
    reference_figure,
    tribe_roles,
    working_rules,
)
from spotifymodel.whitepaper.blocks import Block, blocks
from spotifymodel.whitepaper.coverage import blocks_by_role, duties_by_role
from spotifymodel.whitepaper.differences import Difference, differences
from spotifymodel.whitepaper.duties import Duty, duties, duty_mentions
from spotifymodel.whitepaper.findings import Observation, findings, opinions
from spotifymodel.whitepaper.mapping import Label, RoleMapping, labels, role_mapping
from spotifymodel.whitepaper.matrix import Matrix
from spotifymodel.whitepaper.organisations import OrganisationForm, organisation_kinds
from spotifymodel.whitepaper.phrase import Phrase, Statement
from spotifymodel.whitepaper.roles import Role, portrait, roles_1, roles_2
from spotifymodel.whitepaper.setting import Driver, drivers, provenance, trends
from spotifymodel.whitepaper.table import Table

__all__ = [
    "Block",
    "Difference",
    "Driver",
    "Duty",
    "Figure",
    "Label",
    "ManagementRole",
    "Matrix",
    "Observation",
    "OrganisationForm",
    "Phrase",
    "Recommendation",
    "Role",
    "RoleMapping",
    "Skill",
    "Statement",
    "Table",
    "blocks",
    "blocks_by_role",
    "building_blocks",
    "differences",
    "drivers",
    "duties",
    "duties_by_role",
    "duty_mentions",
    "findings",
    "labels",
    "management_roles",
    "opinions",
    "organisation_kinds",
    "portrait",
    "precondition",
    "provenance",
    "recommendations",
    "reference_figure",
    "role_mapping",
    "roles_1",
    "roles_2",
    "skills",
    "trends",
    "tribe_roles",
    "working_rules",
]
