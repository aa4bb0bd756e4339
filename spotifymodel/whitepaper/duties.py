"""The duties of the product manager 1.0: fifteen, one of them named twice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from spotifymodel.model.citation import Citation, Confidence, cite_whitepaper
from spotifymodel.whitepaper.phrase import Phrase, both
from spotifymodel.whitepaper.table import Table

__all__ = ["Activity", "Duty", "Theme", "duties", "duty_mentions"]

Theme: TypeAlias = Literal["product", "price", "process"]
Activity: TypeAlias = Literal["service", "development"]


@dataclass(frozen=True, slots=True)
class Duty:
    """A formal duty of product management.

    The paper announces three themes and prints four lists: Product, Ontwikkeling/innovatie, Prijs, Proces, beside a heading
    Service/beheer; how they stood in the layout is lost. Here the themes are product, price and process, as in the later
    “product, proces, prijs en introductie”, and service and development are a second axis.

    Parameters
    ----------
    key : str
        Stable name, as in the ``duties`` of a person.
    name : Phrase
        The duty.
    theme : {'product', 'price', 'process'}
        Its theme.
    activities : tuple of {'service', 'development'}
        The side it serves. Stakeholder management is named on both.
    confidence : {'stated', 'inferred', 'guess'}
        How its activities are known: *stated* for the theme product, a *guess* elsewhere, because the layout is lost.
    source : Citation
        Where it is listed.
    """

    key: str
    name: Phrase
    theme: Theme
    activities: tuple[Activity, ...]
    confidence: Confidence
    source: Citation


def _duty(key: str, nl: str, en: str, theme: Theme, *activities: Activity, quote: str | None = None) -> Duty:
    sure: Confidence = "stated" if theme == "product" else "guess"
    return Duty(key, both(nl, en), theme, activities, sure, cite_whitepaper("duties", quote or nl))


duties: Final = Table(
    both("Taken van de productmanager 1.0", "Duties of the product manager 1.0"),
    (
        _duty("assortment", "Assortimentsbeleid", "assortment policy", "product", "service"),
        _duty(
            "approval-review",
            "PAP/PARP → bewaken verbeteringen",
            "product approval and review (PAP/PARP), guarding improvements",
            "product",
            "service",
        ),
        _duty("stakeholders", "Stakeholdermanagement", "stakeholder management", "product", "service", "development"),
        _duty(
            "proposition",
            "Propositie-formulering + ontwikkeling, haalbaarheidsanalyse",
            "formulating and developing propositions, feasibility",
            "product",
            "development",
        ),
        _duty("project-management", "Projectmanagement", "project management", "product", "development"),
        _duty("return", "Rendementsverantwoordelijk", "responsible for the return", "price", "service"),
        _duty(
            "margin", "Stelt marge beleid op en toetst naleving", "sets the margin policy and checks that it is kept", "price", "service"
        ),
        _duty(
            "price-insight", "Heeft inzicht in prijsontwikkeling in de markt", "knows how prices develop in the market", "price", "service"
        ),
        _duty(
            "market-position",
            "Bewaakt marktpositie en initieert wijzigingen",
            "guards the market position and starts changes",
            "price",
            "service",
            "development",
        ),
        _duty(
            "performance",
            "Bewaakt performance zowel naar markt als klant",
            "guards performance towards market and customer, against internal KPIs",
            "price",
            "service",
        ),
        _duty("systems-processes", "Heeft kennis van systemen en processen", "knows the systems and processes", "process", "service"),
        _duty("service-levels", "SLA’s: opstellen en bewaken", "writes and guards service level agreements", "process", "service"),
        _duty("specifications", "Formuleren productspecificaties", "writes product specifications", "process", "development"),
        _duty(
            "materials",
            "Aanleveren input voor materialen/informatiedragers",
            "delivers input for materials and information",
            "process",
            "development",
        ),
        _duty("compliance", "Borgt compliance", "safeguards compliance", "process", "service", "development"),
    ),
)
"""The fifteen distinct duties, in the order of the paper."""

duty_mentions: Final[tuple[tuple[str, str], ...]] = (
    *(("Product", key) for key in ("assortment", "approval-review", "stakeholders")),
    *(("Ontwikkeling/innovatie", key) for key in ("proposition", "project-management", "stakeholders")),
    *(("Prijs", key) for key in ("return", "margin", "price-insight", "market-position", "performance")),
    *(("Proces", key) for key in ("systems-processes", "service-levels", "specifications", "materials", "compliance")),
)
"""The sixteen lines of the paper: heading as printed, and key of the duty; stakeholder management stands under two."""
