"""The eleven differences between the product manager 1.0 and 2.0."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from spotifymodel.model.citation import Citation, cite_whitepaper
from spotifymodel.whitepaper.phrase import Phrase, both
from spotifymodel.whitepaper.table import Table

__all__ = ["Difference", "differences"]


@dataclass(frozen=True, slots=True)
class Difference:
    """One row of the table of differences.

    Parameters
    ----------
    key : str
        Stable name.
    aspect, before, after : Phrase
        What differs, as it is with the product manager 1.0, and with 2.0.
    shows_in : str
        Where a chart holds it: a field or a relation; empty where it holds no such thing.
    source : Citation
        The table.
    """

    key: str
    aspect: Phrase
    before: Phrase
    after: Phrase
    shows_in: str
    source: Citation


def _row(key: str, aspect: Phrase, before: Phrase, after: Phrase, shows_in: str, quote: str) -> Difference:
    return Difference(key, aspect, before, after, shows_in, cite_whitepaper("differences", quote))


differences: Final = Table(
    both("Verschillen tussen productmanager 1.0 en 2.0", "Differences between product manager 1.0 and 2.0"),
    (
        _row(
            "mandate",
            both("Mandaat", "mandate"),
            both("Nee, management beslist", "no, management decides"),
            both("Ja, end-to-end verantwoordelijk", "yes, responsible from end to end"),
            "squad.mandate",
            "Nee, management beslist",
        ),
        _row(
            "way-of-working",
            both("Werkwijze", "way of working"),
            both("Waterval", "waterfall"),
            both("Waterval + Agile", "waterfall and agile"),
            "kind",
            "Waterval + Agile",
        ),
        _row(
            "specialist",
            both("Generalist/Specialist", "generalist or specialist"),
            both("Specialist", "specialist"),
            both("Multi-specialist: T-shaped", "multi-specialist: T-shaped product specialist, beta marketeer, customer journey expert"),
            "person.skills",
            "Multi-specialist: T-shaped",
        ),
        _row(
            "end-product",
            both("Eindproduct", "end product"),
            both("Conform door management vastgestelde specs", "to specifications set by management"),
            both("Werkend eindproduct bepaald door squad", "a working product, decided by the squad"),
            "squad.decision_rights.scope",
            "Werkend eindproduct bepaald door squad",
        ),
        _row(
            "deciding",
            both("Bepalen product", "deciding on the product"),
            both("Poldermodel, alle disciplines bepalen mee", "by consensus of all disciplines"),
            both(
                "Product owner + squad met belangrijke rol voor productspecialist",
                "by product owner and squad, the product specialist matters",
            ),
            "squad.product_owner",
            "Poldermodel, alle disciplines bepalen mee",
        ),
        _row(
            "customer",
            both("Samenwerking met klant", "working with the customer"),
            both(
                "kunnen starten zonder beeld van de waarde voor de klant",
                "developments may start without a view of the value for the customer",
            ),
            both(
                "Verandertraject start pas als dat waarde oplevert voor de klant",
                "a change starts only when it brings value to the customer",
            ),
            "gates",
            "product manager heeft klantgeweten",
        ),
        _row(
            "content",
            both("‘Inhoudelijke aansturing’ product manager", "who steers the content of the work"),
            both("Door manager product management (ook in projecten)", "the manager of product management, in projects too"),
            both("Door product owner", "the product owner"),
            "steers_what",
            "Door product owner",
        ),
        _row(
            "people",
            both("Verantwoordelijk voor inhoudelijke kennis en capaciteit", "who answers for knowledge and capacity"),
            both("Manager productmanagement", "the manager of product management"),
            both("Chapter lead producten", "the chapter lead of products"),
            "line_manager",
            "Chapter lead producten",
        ),
        _row(
            "meetings",
            both("Overleg", "meetings"),
            both("Veel meetings in verschillende samenstellingen", "many meetings in changing company"),
            both(
                "Samenwerken naar oplossing, product owner doet stakeholder management",
                "working together towards a solution, the product owner manages stakeholders",
            ),
            "alignment",
            "product owner doet stakeholder management",
        ),
        _row("active", both("Actief", "active"), both("Reactief", "reactive"), both("Proactief", "proactive"), "", "Proactief"),
        _row("innovative", both("Innovatief", "innovative"), both("Nee", "no"), both("Ja", "yes"), "", "Innovatief"),
    ),
)
"""The eleven rows, in the order of the paper."""
