"""From the roles of today to those of a tribe: a proposal with reasons, not a fate."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from spotifymodel.model.citation import Citation, Confidence, cite_whitepaper
from spotifymodel.whitepaper.phrase import Phrase, both
from spotifymodel.whitepaper.table import Table

__all__ = ["Label", "RoleMapping", "labels", "role_mapping"]


@dataclass(frozen=True, slots=True)
class RoleMapping:
    """What somebody in a role of today may become.

    Parameters
    ----------
    key : str
        The role of today; ``technical``, ``strategic``, ``marketing`` and ``manager`` are the ``pm_type`` of a person.
    name : Phrase
        Its name.
    becomes : tuple of Phrase
        What it may become, the first choice first.
    condition : Phrase
        What has to hold, or what must not be forgotten.
    confidence : {'stated', 'inferred', 'guess'}
        How the mapping is known.
    sources : tuple of Citation
        What it rests on; empty for a guess.
    """

    key: str
    name: Phrase
    becomes: tuple[Phrase, ...]
    condition: Phrase
    confidence: Confidence
    sources: tuple[Citation, ...]


_OWNER: Final = both("product owner", "product owner")
_LEAD: Final = both("chapter lead producten", "chapter lead of products")
_MEMBER: Final = both("chapterlid producten", "chapter member of products")
_OWN_LEAD: Final = both("chapter lead van de eigen discipline", "chapter lead of their own discipline")
_OWN_MEMBER: Final = both("chapterlid van de eigen discipline", "chapter member of their own discipline")

role_mapping: Final = Table(
    both("Van rol 1.0 naar rol 2.0", "From role 1.0 to role 2.0"),
    (
        RoleMapping(
            "manager",
            both("Manager productmanagement", "manager of product management"),
            (_LEAD,),
            both(
                "inhoud gaat naar product owners, mensen en capaciteit blijven", "content goes to product owners, people and capacity stay"
            ),
            "stated",
            (
                cite_whitepaper("differences", "Chapter lead producten"),
                cite_whitepaper("differences", "Door product owner"),
                cite_whitepaper("opinions", "wordt meestal uitgevoerd door de manager productmanagement"),
            ),
        ),
        RoleMapping(
            "strategic",
            both("Strategisch productmanager", "strategic product manager"),
            (both("strategisch productmanager 2.0 in een change-squad", "strategic product manager 2.0 in a change squad"), _OWNER),
            both("product owner als senior", "product owner when senior"),
            "stated",
            (cite_whitepaper("roles20", "Werkt in experience/change tribe"), cite_whitepaper("pm-roles", "door senior productmanagers")),
        ),
        RoleMapping(
            "technical",
            both("Technisch productmanager", "technical product manager"),
            (both("technisch productmanager 2.0 in een run-squad", "technical product manager 2.0 in a run squad"), _OWNER),
            both("PAP/PARP en proceseigenaarschap gaan mee", "product approval and review and process ownership move along"),
            "stated",
            (
                cite_whitepaper("roles20", "In service/beheer/run tribe"),
                cite_whitepaper("process", "Procesverantwoordelijken zijn vooral technisch productmanagers"),
            ),
        ),
        RoleMapping(
            "marketing",
            both("Product marketing manager", "product marketing manager"),
            (_OWNER, _MEMBER, both("chapterlid communicatie", "chapter member of communication")),
            both(
                "geen naamgenoot in 2.0: de introductie (3b) moet worden opgepakt",
                "no namesake in 2.0: the introduction (3b) must be picked up",
            ),
            "inferred",
            (
                cite_whitepaper("roles20", "product, proces, prijs en introductie"),
                cite_whitepaper("pm-roles", "een communicatieplan te maken"),
            ),
        ),
        RoleMapping(
            "product_manager",
            both("Andere productmanagers", "other product managers"),
            (_MEMBER,),
            both("bij ING: customer journey expert", "at ING: customer journey expert"),
            "stated",
            (cite_whitepaper("pm-roles", "Dit zijn de voormalige productmanagers"),),
        ),
        RoleMapping(
            "project_manager",
            both("Projectleider", "project manager"),
            (_OWNER, both("agile coach", "agile coach"), both("chapterlid analyse", "chapter member of analysis")),
            both("niet projectleider en product owner van hetzelfde product", "not project manager and product owner of the same product"),
            "guess",
            (cite_whitepaper("organisation", "spanningen ontstaan tussen projectleider en product owner"),),
        ),
        RoleMapping(
            "director",
            both("Directeur of ketenmanager", "director or chain manager"),
            (both("tribe lead", "tribe lead"),),
            both("een tribe lead per tribe", "one tribe lead for each tribe"),
            "guess",
            (cite_whitepaper("pm-roles", "verantwoordelijk voor de resultaten van de tribe"),),
        ),
        RoleMapping(
            "line_manager",
            both("Team- of afdelingsmanager", "team or department manager"),
            (_OWN_LEAD, _OWNER, _OWN_MEMBER),
            both("lijnmanager blijft lijnmanager waar er een chapter is", "stays a line manager where there is a chapter"),
            "guess",
            (cite_whitepaper("blocks", "Chapter leads zijn de ‘lijnmanagers’ voor de chapterleden"),),
        ),
        RoleMapping(
            "specialist",
            both("Marketeer, ontwikkelaar, data-analist, operatie", "marketer, developer, data analyst, operations"),
            (_OWN_MEMBER,),
            both("discipline bekend", "discipline known"),
            "inferred",
            (cite_whitepaper("tribe", "afkomstig uit verschillende chapters met verschillende domeinexperts"),),
        ),
        RoleMapping(
            "second_line",
            both("Tweede lijn: risk en compliance", "second line: risk and compliance"),
            (both("blijft buiten de tribe, gekoppeld", "stays outside the tribe, linked"),),
            both("aangehaakt in alle fasen", "connected in all phases"),
            "inferred",
            (cite_whitepaper("to-management", "compliance in alle fasen van de processen goed is aangehaakt"),),
        ),
    ),
)
"""Ten roles of today and what they may become; every use of it is shown with its reason."""


@dataclass(frozen=True, slots=True)
class Label:
    """A job title that goes by another name.

    Parameters
    ----------
    key : str
        Stable name.
    before, after : Phrase
        The title, and what it is called afterwards.
    where : str
        Who calls it so.
    source : Citation
        Where it stands.
    """

    key: str
    before: Phrase
    after: Phrase
    where: str
    source: Citation


labels: Final = Table(
    both("Functienamen", "Job titles"),
    (
        Label(
            "customer-journey-expert",
            both("productmanager", "product manager"),
            both("customer journey expert", "customer journey expert"),
            "ING",
            cite_whitepaper("pm-roles", "heten ze customer journey expert"),
        ),
        Label(
            "beta-marketeer",
            both("productmanager", "product manager"),
            both("bèta marketeer", "beta marketeer"),
            "Brunel",
            cite_whitepaper("differences", "T-shaped productspecialist, bèta marketeer, customer journey expert"),
        ),
        Label(
            "product-specialist",
            both("productmanager", "product manager"),
            both("T-shaped productspecialist", "T-shaped product specialist"),
            "Brunel",
            cite_whitepaper("differences", "T-shaped productspecialist, bèta marketeer, customer journey expert"),
        ),
    ),
)
"""What product managers are called afterwards."""
