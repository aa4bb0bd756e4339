"""The roles of product management, before (1.0) and after (2.0)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from spotifymodel.whitepaper.phrase import Phrase, Statement, both, statement
from spotifymodel.whitepaper.table import Table

__all__ = ["Role", "portrait", "roles_1", "roles_2"]


@dataclass(frozen=True, slots=True)
class Role:
    """A role of product management.

    Parameters
    ----------
    key : str
        Stable name. For 1.0 it is the ``pm_type`` of a person: ``technical``, ``strategic``, ``marketing``.
    name : Phrase
        Its name.
    version : {'1.0', '2.0'}
        Before or after.
    blocks : tuple of str
        Blocks of the life cycle that the paper gives the role (1.0 only).
    duties : tuple of str
        Keys of the duties that its own list names; more are inferred in `duties_by_role`.
    kind : {'run', 'change'} or None
        The kind of tribe it works in (2.0 only).
    statements : tuple of Statement
        What the paper says about it.
    """

    key: str
    name: Phrase
    version: Literal["1.0", "2.0"]
    blocks: tuple[str, ...]
    duties: tuple[str, ...]
    kind: Literal["run", "change"] | None
    statements: tuple[Statement, ...]


def _one(key: str, nl: str, en: str) -> Statement:
    return statement("roles10", key, nl, en)


def _two(key: str, nl: str, en: str) -> Statement:
    return statement("roles20", key, nl, en)


roles_1: Final = Table(
    both("Rollen van de productmanager 1.0", "Roles of the product manager 1.0"),
    (
        Role(
            "technical",
            both("Technisch productmanager", "technical product manager"),
            "1.0",
            blocks=("2b", "2c", "3a", "4"),
            duties=("assortment", "approval-review", "systems-processes", "compliance"),
            kind=None,
            statements=(
                _one(
                    "alignment",
                    "interne afstemming + vertaling naar systeem requirements",
                    "internal alignment and translation into system requirements",
                ),
                _one("assortment", "Beheer van het product assortiment", "manages the product assortment"),
                _one("results", "Resultatenanalyse t.o.v. business case", "analyses results against the business case"),
                _one("compliance", "Borgen van compliance", "safeguards compliance"),
                _one("systems", "Heeft kennis van processen, systemen", "knows the processes and systems"),
                _one("pricing", "Pricing", "pricing"),
                _one("approval-review", "Product approval, review process", "product approval and review"),
            ),
        ),
        Role(
            "strategic",
            both("Strategisch productmanager", "strategic product manager"),
            "1.0",
            blocks=("1", "2a", "2b"),
            duties=("stakeholders", "proposition"),
            kind=None,
            statements=(
                _one(
                    "propositions", "Verantwoordelijk voor ontwikkeling nieuwe proposities", "responsible for developing new propositions"
                ),
                _one("market", "Volgt marktontwikkelingen", "follows the market"),
                _one("vision", "Marktvisie", "has a view of the market"),
                _one("progress", "Bewaakt de voortgang", "guards progress"),
                _one("stakeholders", "Samenwerking externe & interne stakeholders", "works with stakeholders inside and outside"),
                _one("strategy", "Verantwoordelijk voor aansluiting corporate strategy", "responsible for the fit with corporate strategy"),
            ),
        ),
        Role(
            "marketing",
            both("Product marketing manager", "product marketing manager"),
            "1.0",
            blocks=("2b", "2c", "3a", "3b"),
            duties=(),
            kind=None,
            statements=(
                _one(
                    "launch-support",
                    "Ondersteunt in implementatie, marktintroductie en sales",
                    "supports implementation, introduction and sales",
                ),
                _one("communication", "Communicatieve vaardigheden", "communicates well, with marketing and sales"),
                _one("translation", "Vertalen van productpropositie naar de klant", "translates the proposition to the customer"),
                _one("launch", "Lancering van producten in de markt", "launches products"),
            ),
        ),
    ),
)
"""The three roles of chapter 2, with their blocks as printed."""

roles_2: Final = Table(
    both("Rollen van de productmanager 2.0", "Roles of the product manager 2.0"),
    (
        Role(
            "technical",
            both("Technisch productmanager 2.0", "technical product manager 2.0"),
            "2.0",
            blocks=(),
            duties=(),
            kind="run",
            statements=(
                _two(
                    "complex",
                    "Rol voor de meer complexere producten met zware, inhoudelijke kennis",
                    "for the more complex products that take deep knowledge",
                ),
                _two(
                    "knowledge",
                    "beleid, voorwaarden en prijsbepaling bij verzekeringen of hypotheken",
                    "policy, terms and pricing of insurance or mortgages",
                ),
                _two("run", "In service/beheer/run tribe", "in a service or run tribe"),
                _two("team", "Is onderdeel van het multidisciplinaire team", "is part of the multidisciplinary team"),
                _two("conscience", "Heeft klantgeweten", "is the customer’s conscience"),
                _two("t-shaped", "T-shaped", "T-shaped"),
                _two("mandate", "Heeft mandaat", "has a mandate"),
            ),
        ),
        Role(
            "strategic",
            both("Strategisch productmanager 2.0", "strategic product manager 2.0"),
            "2.0",
            blocks=(),
            duties=(),
            kind="change",
            statements=(
                _two("visionary", "Visionair en inspirator", "visionary and inspiring"),
                _two(
                    "up-to-date", "Op de hoogte van nieuwste ontwikkelingen en innovaties", "knows the newest developments and innovations"
                ),
                _two(
                    "portfolio",
                    "op basis van klant ‘needs’ en big-data een vertaling te maken",
                    "turns customer needs and big data into the best portfolio",
                ),
                _two("change", "Werkt in experience/change tribe", "works in an experience or change tribe"),
                _two("t-shaped", "Is T-shaped", "is T-shaped"),
                _two("conscience", "Heeft klantgeweten", "is the customer’s conscience"),
                _two("mandate", "Heeft mandaat", "has a mandate"),
            ),
        ),
        Role(
            "product_owner",
            both("Product owner", "product owner"),
            "2.0",
            blocks=("3b",),
            duties=("stakeholders",),
            kind=None,
            statements=(
                _two(
                    "end-to-end",
                    "End-to-end verantwoordelijk voor squad: product, proces, prijs en introductie",
                    "responsible from end to end: product, process, price and introduction",
                ),
                _two(
                    "journey",
                    "Weet snel customer journey op te tekenen en te onderhouden",
                    "maps the customer journey quickly and keeps it up",
                ),
                _two(
                    "storytelling",
                    "Weet door storytelling teambeeld te scheppen van de richting",
                    "gives the team a picture of the direction by storytelling",
                ),
                _two("mvp", "Komt snel tot Minimal Viable Product (MVP)", "gets to a minimal viable product quickly"),
                _two("feedback", "weet deze met klantfeedback snel", "improves it quickly by customer feedback"),
                _two("methods", "Gebruikt nieuwste methoden voor productontwikkeling", "uses the newest methods of product development"),
                _two("conscience", "Heeft klantgeweten", "is the customer’s conscience"),
                _two("t-shaped", "T-shaped", "T-shaped"),
                _two("mandate", "Heeft mandaat", "has a mandate"),
            ),
        ),
    ),
)
"""The three roles of chapter 5: the marketing role is gone, the product owner is new.

Chapter 4 also names the chapter lead and the chapter member of products as roles of product managers (`tribe_roles`).
"""

portrait: Final = Table(
    both("De productmanager 2.0", "The product manager 2.0"),
    (
        statement("pm20", "market", "weet nog beter hoe de markt eruitziet", "knows the market even better, and what is new in it"),
        statement("pm20", "agile", "kan in een agile organisatie werken", "can work in an agile organisation"),
        statement("pm20", "t-shaped", "productmanager T-shaped", "is T-shaped"),
        statement("pm20", "data", "door middel van data-analyse feitelijk te ondersteunen", "backs decisions with data, even predicts"),
        statement(
            "pm20", "experience", "zet een perfecte customer-experience neer", "creates a perfect customer experience from the journey"
        ),
        statement("pm20", "conscience", "heeft een klantgeweten", "is the customer’s conscience: develops only what adds value"),
        statement("pm20", "minimal", "een minimaal concept snel naar de markt te brengen", "brings a minimal concept to market quickly"),
        statement("pm20", "feedback", "op basis van consumentfeedback", "improves and scales it by feedback from consumers"),
        statement("pm20", "scrum", "ervaring met scrum", "has experience with scrum"),
        statement(
            "pm20",
            "communication",
            "bedreven in zowel interne als externe communicatie",
            "is analytical, and communicates well inside and out",
        ),
        statement("pm20", "owner", "heeft waar mogelijk ook de rol van product owner", "is product owner too, where possible"),
        statement("pm20", "mandate", "En bovenal: de productmanager heeft mandaat", "and above all: has a mandate"),
    ),
)
"""How the conclusion describes the product manager 2.0."""
