"""How an agile organisation is built: blocks, management roles, the roles of product managers, the figure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from spotifymodel.whitepaper.phrase import Phrase, Statement, both, statement
from spotifymodel.whitepaper.table import Table

__all__ = ["Figure", "ManagementRole", "building_blocks", "management_roles", "reference_figure", "tribe_roles", "working_rules"]


@dataclass(frozen=True, slots=True)
class ManagementRole:
    """A management role, or what a role means to product managers.

    Parameters
    ----------
    key : str
        As in a chart: ``tribe_lead``, ``product_owner``, ``chapter_lead``, ``agile_coach``.
    name : Phrase
        Its name.
    abbreviation : str
        As in the legend of the figure: TL, PO, CL, AC; empty where the figure has none.
    tasks : tuple of Statement
        Its tasks.
    """

    key: str
    name: Phrase
    abbreviation: str
    tasks: tuple[Statement, ...]


building_blocks: Final = Table(
    both("Bouwstenen van een agile organisatie", "Building blocks of an agile organisation"),
    (
        statement("blocks", "blocks", "tribes, squads en chapters", "tribes, squads and chapters"),
        statement("blocks", "matrix", "een vorm van een matrixorganisatie", "a form of matrix organisation"),
        statement(
            "blocks", "evolves", "vaak geen vaste structuur maar ontwikkelt zich continu", "often no fixed structure, it keeps developing"
        ),
        statement("agile", "mandate", "Slechts een beetje agile werken werkt volgens hem niet", "working a little agile does not work"),
        statement(
            "agile",
            "squad-mandate",
            "Alleen als het mandaat ook daadwerkelijk wordt neergelegd",
            "only when the mandate really lies with a squad",
        ),
    ),
)
"""What an agile organisation is built from. Guilds are not in the paper; they come from Kniberg and Ivarsson (2012)."""

management_roles: Final = Table(
    both("Vier managementrollen", "Four management roles"),
    (
        ManagementRole(
            "tribe_lead",
            both("Tribe lead", "tribe lead"),
            "TL",
            (
                statement(
                    "blocks", "steers-owners", "(Functioneel) aansturen van product owners", "steers the product owners (functionally)"
                ),
                statement("blocks", "steers-leads", "Aansturen van chapter lead", "steers the chapter leads"),
                statement("blocks", "goals", "Verantwoordelijk voor de doelen van de tribe", "answers for the goals of the tribe"),
                statement("layers", "purpose", "Verantwoordelijk voor de purpose van de tribe", "answers for the purpose of the tribe"),
            ),
        ),
        ManagementRole(
            "product_owner",
            both("Product owner", "product owner"),
            "PO",
            (
                statement(
                    "blocks",
                    "what",
                    "Stuurt op het ‘wat’: de missie van een squad",
                    "steers the ‘what’: the mission of a squad, and so its people",
                ),
                statement("blocks", "backlog", "Prioriteert de to-do list van een squad", "sets priorities in the squad’s to-do list"),
            ),
        ),
        ManagementRole(
            "chapter_lead",
            both("Chapter lead", "chapter lead"),
            "CL",
            (
                statement(
                    "blocks",
                    "how",
                    "Stuurt op het ‘hoe’ (manier van werken) voor individuen",
                    "steers the ‘how’ of people in one specialism",
                ),
                statement(
                    "blocks",
                    "development",
                    "Borgt persoonlijke ontwikkeling en expertise en coördineert de prestaties",
                    "looks after development and expertise, coordinates performance",
                ),
                statement(
                    "blocks",
                    "line",
                    "Chapter leads zijn de ‘lijnmanagers’ voor de chapterleden",
                    "is the line manager of the chapter’s members",
                ),
            ),
        ),
        ManagementRole(
            "agile_coach",
            both("Agile coach", "agile coach"),
            "AC",
            (
                statement("blocks", "team", "Helpt een squad om te groeien als team", "helps a squad to grow as a team"),
                statement("blocks", "coaches", "Coacht individuen en squads", "coaches people and squads"),
            ),
        ),
    ),
)
"""The four management roles with their tasks. Purpose, goals and results are three words of the paper for one answer."""

working_rules: Final = Table(
    both("Organisatorische inrichting van een tribe", "How a tribe is organised"),
    (
        statement(
            "tribe", "kinds", "worden in verschillende tribes ondergebracht", "development and service are housed in different tribes"
        ),
        statement(
            "tribe",
            "chapter",
            "de taken van de productmanager ondergebracht in een chapter",
            "the product manager’s tasks live in a chapter",
        ),
        statement("tribe", "chapter-lead", "Chapters worden aangestuurd door een chapter lead", "chapters are steered by a chapter lead"),
        statement("tribe", "squad-size", "maximaal negen leden", "at most nine members"),
        statement(
            "tribe",
            "squad-mix",
            "afkomstig uit verschillende chapters met verschillende domeinexperts",
            "from different chapters, with different experts",
        ),
        statement("tribe", "end-to-end", "Een squad is end-to-end verantwoordelijk", "a squad is responsible from end to end"),
        statement("tribe", "two-squads", "in maximaal twee squads tegelijk", "in at most two squads at once"),
        statement("tribe", "t-shaped", "De squadleden zijn T-shaped", "squad members are T-shaped"),
        statement("tribe", "steered-by", "Een squad wordt aangestuurd door de product owner", "a squad is steered by the product owner"),
        statement("tribe", "not-by-lead", "en dus niet door de chapter lead", "and so not by the chapter lead"),
        statement(
            "tribe",
            "owner-works",
            "eindverantwoordelijk en werkt ook mee in de squad",
            "the owner is finally responsible and works in the squad",
        ),
        statement(
            "tribe",
            "lead-capacity",
            "verantwoordelijk voor de kwaliteit en capaciteit",
            "the lead answers for quality and capacity of the chapter",
        ),
    ),
)
"""The sentences that most rules come from."""

tribe_roles: Final = Table(
    both("Rollen van de productmanager in een agile organisatie", "Roles of product managers in an agile organisation"),
    (
        ManagementRole(
            "tribe_lead",
            both("Tribe lead", "tribe lead"),
            "TL",
            (
                statement(
                    "pm-roles", "results", "verantwoordelijk voor de resultaten van de tribe", "answers for the results of the tribe"
                ),
                statement(
                    "pm-roles",
                    "management-team",
                    "vormt samen met de chapter leads een ‘MT’",
                    "forms the management team with the chapter leads",
                ),
            ),
        ),
        ManagementRole(
            "chapter_lead_products",
            both("Chapter lead producten", "chapter lead of products"),
            "CL",
            (
                statement(
                    "pm-roles",
                    "vision",
                    "creëert een visie op merk- en klantontwikkelingen en kent de markt",
                    "has a vision of brand and customers, knows the market",
                ),
                statement(
                    "pm-roles",
                    "policy",
                    "het beleid en de visie van de tribe",
                    "sets policy and vision with the tribe lead and the other leads",
                ),
            ),
        ),
        ManagementRole(
            "chapter_member_products",
            both("Chapterlid producten", "chapter member of products"),
            "",
            (
                statement("pm-roles", "former", "Dit zijn de voormalige productmanagers", "these are the former product managers"),
                statement("pm-roles", "in-squads", "ingezet in squads", "they work in squads"),
                statement(
                    "pm-roles",
                    "communication",
                    "een communicatieplan te maken",
                    "specialists who can also make a communication plan and its content",
                ),
                statement(
                    "pm-roles",
                    "commercial",
                    "het maken en veranderen van producten (commercieel product management)",
                    "making and changing products: commercial",
                ),
                statement(
                    "pm-roles", "technical", "het beheren van producten (technisch product management)", "managing products: technical"
                ),
            ),
        ),
        ManagementRole(
            "product_owner",
            both("Product owner", "product owner"),
            "PO",
            (
                statement(
                    "pm-roles",
                    "represents",
                    "vertegenwoordigt de squad en is eindverantwoordelijk",
                    "represents the squad and is finally responsible",
                ),
                statement(
                    "pm-roles",
                    "seniors",
                    "door senior productmanagers of chapter leads producten",
                    "often done by senior product managers or leads of products",
                ),
            ),
        ),
    ),
)
"""What becomes of product managers in a tribe."""


@dataclass(frozen=True, slots=True)
class Figure:
    """The figure of the tribe ‘Hypotheek’: squads as rows, chapters as columns.

    Parameters
    ----------
    tribe : str
        Its name.
    squads, chapters : tuple of str
        Rows and columns as printed; ``…`` stands for more.
    squad_caption, tribe_caption : Phrase
        The two captions on size.
    legend : tuple of (str, str)
        Abbreviation and role, as printed.
    chapter_leads, product_owners, tribe_leads, agile_coaches : int
        How many labels the figure bears: a lead per column, an owner per row.
    """

    tribe: str
    squads: tuple[str, ...]
    chapters: tuple[str, ...]
    squad_caption: Phrase
    tribe_caption: Phrase
    legend: tuple[tuple[str, str], ...]
    chapter_leads: int
    product_owners: int
    tribe_leads: int
    agile_coaches: int


reference_figure: Final = Figure(
    tribe="Hypotheek",
    squads=("vervroegd aflossen", "hypotheek-app", "…"),
    chapters=("Data Analytics", "Ontwikkeling", "Communicatie", "Producten", "…"),
    squad_caption=both("Max. 9 medewerkers per squad", "at most 9 employees per squad"),
    tribe_caption=both("Tribe ‘Hypotheek’ – max. 150 medewerkers", "tribe ‘Hypotheek’ – at most 150 employees"),
    legend=(("TL", "Tribe Leader"), ("AC", "Agile Coach"), ("CL", "Chapter Leader"), ("PO", "Product Owner")),
    chapter_leads=5,
    product_owners=3,
    tribe_leads=1,
    agile_coaches=1,
)
"""What the figure shows; in which column each owner sits is lost."""
