"""The five kinds of organisation, and how product management works in each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from spotifymodel.model.citation import Citation, cite_whitepaper
from spotifymodel.whitepaper.phrase import Phrase, both
from spotifymodel.whitepaper.table import Table

__all__ = ["OrganisationForm", "organisation_kinds"]


@dataclass(frozen=True, slots=True)
class OrganisationForm:
    """A kind of organisation.

    The paper has two lists that overlap: three variants of inner structure (virtual chain, chain around life events, agile)
    and three types (traditional, agile, hybrid). Agile stands in both; here they are five, with a family.

    Parameters
    ----------
    key : {'traditional', 'virtual_chain', 'life_event_chain', 'hybrid', 'agile'}
        As in the ``kind`` of a chart.
    name : Phrase
        What the paper calls it.
    family : {'traditional', 'hybrid', 'agile'}
        The type it belongs to. For the two chains it is inferred.
    structure, alignment, mandate, development : Phrase
        How it is built, where things are agreed, what product management may decide, how products come about.
    product_management : Phrase
        Where product management sits and how it works.
    strains : tuple of Phrase
        What pulls at people; empty where the paper names nothing.
    line_managers : str
        What the form says about the line: ``tree`` (everybody has one manager) or ``matrix`` (squad and chapter).
    usual_mandate : {'none', 'soft', 'end_to_end'}
        What a squad or team usually may decide.
    sources : tuple of Citation
        Where it is described.
    """

    key: Literal["traditional", "virtual_chain", "life_event_chain", "hybrid", "agile"]
    name: Phrase
    family: Literal["traditional", "hybrid", "agile"]
    structure: Phrase
    alignment: Phrase
    mandate: Phrase
    development: Phrase
    product_management: Phrase
    strains: tuple[Phrase, ...]
    line_managers: Literal["tree", "tree and matrix", "matrix"]
    usual_mandate: Literal["none", "soft", "end_to_end"]
    sources: tuple[Citation, ...]


organisation_kinds: Final = Table(
    both("Vijf soorten organisaties", "Five kinds of organisation"),
    (
        OrganisationForm(
            key="traditional",
            name=both("Traditionele organisatie", "traditional organisation"),
            family="traditional",
            structure=both("hiërarchisch", "hierarchical"),
            alignment=both("geen afstemming met de doelgroep", "no check with the customers it is for"),
            mandate=both("geen mandaat", "no mandate"),
            development=both("watervalmethode", "waterfall: an order to develop a product fixed beforehand"),
            product_management=both(
                "krijgt een opdracht voor een vooraf vastgesteld product", "is given a product that is fixed beforehand"
            ),
            strains=(
                both(
                    "geen afstemming tussen definitie en marktintroductie",
                    "from definition to introduction nobody asks the customers it is for",
                ),
            ),
            line_managers="tree",
            usual_mandate="none",
            sources=(
                cite_whitepaper("organisation", "een vooraf vastgesteld product"),
                cite_whitepaper("organisation", "productmanagement geen mandaat heeft"),
            ),
        ),
        OrganisationForm(
            key="virtual_chain",
            name=both("Virtuele keten", "virtual chain"),
            family="traditional",
            structure=both("vanuit de consument of vanuit het product", "a chain from the consumer or from the product"),
            alignment=both("op managementniveau", "at management level"),
            mandate=both("geen mandaat", "no mandate"),
            development=both("veelal marge-gedreven", "mostly driven by margins"),
            product_management=both("zit dicht tegen de operatie aan", "sits close to operations"),
            strains=(both("verkokerd vanuit het afdelingsbelang", "each department looks after its own interest"),),
            line_managers="tree",
            usual_mandate="none",
            sources=(
                cite_whitepaper("internal", "Afstemming tussen ketenonderdelen gebeurt op managementniveau"),
                cite_whitepaper("internal", "sterk verkokerd vanuit het afdelingsbelang"),
                cite_whitepaper("internal", "zit dicht tegen de operatie aan"),
            ),
        ),
        OrganisationForm(
            key="life_event_chain",
            name=both("Keten rondom life-events/propositie", "chain around life events or a proposition"),
            family="traditional",
            structure=both("twee silo’s: operatie en commercie", "two silos: operations and commerce"),
            alignment=both("op basis van planning en rapportages", "by planning and reports of a project manager"),
            mandate=both("ontbreken van mandaat", "no mandate, one of the greatest problems"),
            development=both("agile-achtig in het online domein", "somewhat agile online, led by marketing"),
            product_management=both("zit meestal in de commerciële silo", "mostly sits in the commercial silo"),
            strains=(
                both("deelnemers zitten vast tussen project en operatie", "people are stuck between project and operations"),
                both("vaak met geringe inbreng van productmanagement", "often with little or no say of product management"),
            ),
            line_managers="tree",
            usual_mandate="none",
            sources=(
                cite_whitepaper("internal", "twee silo’s: operatie en commercie"),
                cite_whitepaper("internal", "meestal in de commerciële silo"),
                cite_whitepaper("internal", "vaak zonder of met slechts een geringe inbreng van productmanagement"),
                cite_whitepaper("internal", "vaak vast te zitten tussen het project en de operatie"),
            ),
        ),
        OrganisationForm(
            key="hybrid",
            name=both("Hybride organisatie", "hybrid organisation"),
            family="hybrid",
            structure=both("onderscheid tussen run en change", "run works traditionally, change works agile"),
            alignment=both("management fungeert als buffer", "management is a buffer that promises deliveries"),
            mandate=both("zacht mandaat", "a soft mandate"),
            development=both("waterval én agile, vooral online", "waterfall, and agile mostly online"),
            product_management=both(
                "agile, terwijl de directie vaak nog traditioneel werkt", "agile, while the board often still works traditionally"
            ),
            strains=(
                both("spanningen tussen projectleider en product owner", "tension between project manager and product owner"),
                both(
                    "toezeggingen zonder te weten welke oplossing wordt ontwikkeld",
                    "management promises deliveries without knowing the solution, and is vulnerable",
                ),
            ),
            line_managers="tree and matrix",
            usual_mandate="soft",
            sources=(
                cite_whitepaper("organisation", "onderscheid gemaakt tussen run en change"),
                cite_whitepaper("organisation", "spanningen ontstaan tussen projectleider en product owner"),
                cite_whitepaper("organisation", "De directie werkt vaak nog traditioneel en productmanagement agile"),
                cite_whitepaper("organisation", "Zij doen toezeggingen over de oplevering van concrete producten"),
                cite_whitepaper("organisation", "In feite werken ze met een zacht mandaat"),
            ),
        ),
        OrganisationForm(
            key="agile",
            name=both("Agile organisatie", "agile organisation"),
            family="agile",
            structure=both("matrixorganisatie van zelfsturende teams", "a matrix of self-steering teams"),
            alignment=both("op basis van klantfeedback", "by feedback from customers"),
            mandate=both("end-to-end verantwoordelijk", "responsible from end to end"),
            development=both("volgens de scrummethode", "by scrum: the team decides what the solution looks like"),
            product_management=both(
                "naast product- en marktkennis goed in interne en externe communicatie",
                "knows product and market, and communicates well inside and out",
            ),
            strains=(),
            line_managers="matrix",
            usual_mandate="end_to_end",
            sources=(
                cite_whitepaper("internal", "een matrixorganisatie die uit zelfsturende teams bestaat"),
                cite_whitepaper("organisation", "bepaalt zelf hoe de oplossing er uit ziet"),
                cite_whitepaper("internal", "goede vaardigheden hebben in interne en externe communicatie"),
                cite_whitepaper("external", "snel op basis van klantfeedback het productconcept kan verbeteren"),
            ),
        ),
    ),
)
"""The five kinds, each with its family and what it means for product management."""
