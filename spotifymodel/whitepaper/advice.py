"""What the whitepaper recommends, and the skills it asks of a product manager 2.0."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from spotifymodel.model.citation import Citation, cite_whitepaper
from spotifymodel.whitepaper.phrase import Phrase, both, statement
from spotifymodel.whitepaper.table import Table

__all__ = ["Recommendation", "Skill", "precondition", "recommendations", "skills"]


@dataclass(frozen=True, slots=True)
class Recommendation:
    """A recommendation.

    Parameters
    ----------
    key : str
        Stable name.
    text : Phrase
        The recommendation.
    to : {'management', 'product management'}
        Whom it addresses.
    shows_in : tuple of str
        Rules or steps of a transition in which it comes back.
    source : Citation
        Where it stands.
    """

    key: str
    text: Phrase
    to: Literal["management", "product management"]
    shows_in: tuple[str, ...]
    source: Citation


def _management(key: str, nl: str, en: str, *shows_in: str) -> Recommendation:
    return Recommendation(key, both(nl, en), "management", shows_in, cite_whitepaper("to-management", nl))


def _own(key: str, nl: str, en: str, *shows_in: str) -> Recommendation:
    return Recommendation(key, both(nl, en), "product management", shows_in, cite_whitepaper("to-product-management", nl))


precondition: Final = statement(
    "recommendations",
    "aligned",
    "Alleen wanneer zowel management als productmanagement op één lijn zitten",
    "only when management and product management are aligned does the time to market come down",
)
"""What has to hold before any of it works: a gate on the way."""

recommendations: Final = Table(
    both("Aanbevelingen", "Recommendations"),
    (
        _management(
            "in-the-lead", "Zorg dat productmanagement in de lead is", "put product management in the lead, traditional or agile", "PO010"
        ),
        _management(
            "fitting-way",
            "Ga niet automatisch alle activiteiten op een agile wijze uitvoeren",
            "choose a way of working that fits the phase; not everything must be agile",
            "units that stay",
        ),
        _management(
            "mandate",
            "Zorg voor voldoende mandaat van agile projecten in een hybride organisatie",
            "give agile work in a hybrid a sufficient mandate",
            "HY002",
            "PO006",
        ),
        _management(
            "no-fight",
            "Voorkom hierbij de strijd tussen projectmanagement en agile projecten",
            "avoid a fight between project management and agile work",
            "HY001",
        ),
        _management(
            "involve",
            "Betrek productmanagement in de ontwikkeltrajecten van producten",
            "involve product management in development",
            "PO010",
        ),
        _management(
            "compliance",
            "Zorg dat compliance in alle fasen van de processen goed is aangehaakt",
            "keep compliance connected in all phases",
            "RG001",
            "RG002",
        ),
        _management(
            "separate", "onderscheid tussen ontwikkel- en beheers/service-activiteiten", "tell development from run and service", "TR004"
        ),
        _management(
            "commercial-lead",
            "een commerciële productmanager in de lead",
            "for complex products a commercial product manager leads development",
            "placement by kind",
        ),
        _management(
            "technical-lead",
            "bij de beheerstaken een meer technische productmanager",
            "and a more technical one leads the run",
            "placement by kind",
        ),
        _own("claim", "Neem en claim de eindverantwoordelijkheid", "take and claim final responsibility", "PO001"),
        _own("vision", "Ontwikkel een visie", "develop a vision", "SQ005"),
        _own(
            "indispensable", "Zorg dat productmanagement onmisbaar is", "make product management indispensable, in development too", "PO010"
        ),
        _own(
            "hub",
            "Productmanagement kan als een spin in het web",
            "as a hub, bring about a better match with what customers experience",
            "betweenness",
        ),
        _own("t-shaped", "Ontwikkel je tot een T-shaped productmanager", "become T-shaped: broad and deep knowledge", "MB009"),
        _own("conscience", "ben het klantgeweten", "be the customer’s conscience; develop only what has value for customers"),
    ),
)
"""The recommendations to management, then those to product management."""


@dataclass(frozen=True, slots=True)
class Skill:
    """A skill that the paper asks of a product manager 2.0.

    Parameters
    ----------
    key : str
        Suggested id of the skill in a chart.
    name : Phrase
        The skill.
    roles : tuple of str
        Who needs it: ``product_manager`` (everybody), ``product_owner``, ``technical``, ``strategic``.
    source : Citation
        Where it is asked.
    """

    key: str
    name: Phrase
    roles: tuple[str, ...]
    source: Citation


def _skill(key: str, nl: str, en: str, section: str, quote: str, *roles: str) -> Skill:
    return Skill(key, both(nl, en), roles or ("product_manager",), cite_whitepaper(section, quote))


skills: Final = Table(
    both("Vaardigheden van de productmanager 2.0", "Skills of the product manager 2.0"),
    (
        _skill("product", "productkennis", "product knowledge", "to-product-management", "Naast productkennis"),
        _skill(
            "market",
            "kennis van de markt en innovaties",
            "knowledge of the market and innovations",
            "pm20",
            "weet nog beter hoe de markt eruitziet",
        ),
        _skill("data-analytics", "data-analyse", "data analysis", "pm20", "door middel van data-analyse feitelijk te ondersteunen"),
        _skill(
            "customer-journey",
            "customer journey in kaart brengen",
            "mapping customer journeys",
            "pm20",
            "door de customer journey van de klant in kaart te brengen",
        ),
        _skill(
            "mvp",
            "snel een minimaal concept naar de markt brengen",
            "bringing a minimal concept to market quickly",
            "pm20",
            "een minimaal concept snel naar de markt te brengen",
        ),
        _skill(
            "optimisation",
            "optimaliseren en opschalen op feedback",
            "improving and scaling by feedback",
            "pm20",
            "optimalisering en opschaling van een product",
        ),
        _skill("scrum", "ervaring met scrum", "experience with scrum", "pm20", "ervaring met scrum"),
        _skill("analysis", "analytisch", "analytical", "pm20", "is analytisch"),
        _skill(
            "communication",
            "interne en externe communicatie",
            "communication inside and outside",
            "pm20",
            "interne als externe communicatie",
        ),
        _skill(
            "content",
            "content en communicatieplan",
            "content and communication plans",
            "pm-roles",
            "content voor interne en externe communicatie",
        ),
        _skill("beta-marketing", "bèta-marketing", "marketing with a technical mind", "to-product-management", "ben je bèta-marketeer"),
        _skill(
            "customer-experience",
            "customer-experience",
            "customer experience",
            "to-product-management",
            "beheers je customer-experience vaardigheden",
        ),
        _skill(
            "campaigns",
            "campaignmanagement",
            "campaign management",
            "to-product-management",
            "bedreven in campaignmanagement en communicatie",
        ),
        _skill("storytelling", "storytelling", "storytelling", "roles20", "door storytelling teambeeld te scheppen", "product_owner"),
        _skill(
            "new-methods",
            "nieuwste methoden voor productontwikkeling",
            "newest methods of product development",
            "roles20",
            "Gebruikt nieuwste methoden voor productontwikkeling",
            "product_owner",
        ),
        _skill(
            "stakeholders",
            "stakeholdermanagement",
            "stakeholder management",
            "differences",
            "product owner doet stakeholder management",
            "product_owner",
        ),
        _skill(
            "policy-and-terms",
            "beleid, voorwaarden en prijsbepaling",
            "policy, terms and pricing",
            "roles20",
            "beleid, voorwaarden en prijsbepaling",
            "technical",
        ),
        _skill(
            "portfolio",
            "van klantbehoeften en big data naar een portfolio",
            "from customer needs and big data to a portfolio",
            "roles20",
            "optimaal product portfolio",
            "strategic",
        ),
        _skill("vision", "visie en inspiratie", "vision and inspiration", "roles20", "Visionair en inspirator", "strategic"),
    ),
)
"""The skills that the paper names, for a gap report."""
