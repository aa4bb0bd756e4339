"""Why the role changes: the trends outside, the drivers inside, and where the evidence comes from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from spotifymodel.model.citation import Citation, cite_whitepaper
from spotifymodel.whitepaper.phrase import Phrase, both, statement
from spotifymodel.whitepaper.table import Table

__all__ = ["Driver", "drivers", "provenance", "trends"]

provenance: Final = Table(
    both("Waar het onderzoek op rust", "What the study rests on"),
    (
        statement(
            "opening",
            "interviews",
            "vijfentwintig interviews met ervaren productmanagers",
            "twenty-five interviews with experienced product managers",
        ),
        statement(
            "opening", "firms", "van de top 20 bedrijven in de financiële sector", "from the top twenty firms in the financial sector"
        ),
        statement("opening", "anonymous", "geen van deze partijen genoemd", "none of these parties is named"),
        statement(
            "opening",
            "ing",
            "Uitzondering hierop is de gepubliceerde informatie van ING Bank",
            "except for information that ING has published",
        ),
        statement(
            "opening",
            "traditional-still-works",
            "niet zeggen dat de traditionele manier van organiseren niet meer werkt",
            "which is not to say that organising traditionally no longer works",
        ),
        statement(
            "internal",
            "follows-the-organisation",
            "een afgeleide is van de manier waarop een organisatie is georganiseerd",
            "product management works the way the organisation is organised",
        ),
    ),
)
"""What the study rests on: qualitative, anonymous, and open to staying as one is."""

trends: Final = Table(
    both("Zes trends", "Six trends"),
    (
        statement("external", "agile", "The rise of the agile", "the rise of agile"),
        statement("external", "data", "Data-driven decisions", "decisions driven by data"),
        statement(
            "external",
            "fintech",
            "Start-ups, fintechs, insuretechs en nieuwe bedrijfsmodellen",
            "start-ups, fintechs, insurtechs and new business models",
        ),
        statement("external", "consumer", "Consumertrends en -behoeften", "consumer trends and needs"),
        statement("external", "technology", "Technologische ontwikkelingen", "technological developments"),
        statement("external", "talent", "War for talent", "the war for talent"),
    ),
)
"""The six trends of the external analysis."""


@dataclass(frozen=True, slots=True)
class Driver:
    """A reason to change, and what a proposal should weigh when it is the reason.

    Parameters
    ----------
    key : str
        Stable name.
    text : Phrase
        The driver.
    weighs : tuple of str
        What it makes heavier in the objective of a proposal; ours, inferred.
    rules : tuple of str
        Codes of rules that watch it; ours, inferred.
    source : Citation
        Where the driver is named.
    """

    key: str
    text: Phrase
    weighs: tuple[str, ...]
    rules: tuple[str, ...]
    source: Citation


def _driver(key: str, nl: str, en: str, weighs: tuple[str, ...], rules: tuple[str, ...]) -> Driver:
    return Driver(key, both(nl, en), weighs, rules, cite_whitepaper("drivers", nl))


drivers: Final = Table(
    both("Zes redenen om te veranderen", "Six drivers of change"),
    (
        _driver(
            "cost",
            "Kosten moeten omlaag (continuïteit)",
            "costs must come down (continuity)",
            ("hires", "alignment"),
            ("MB007", "AC002"),
        ),
        _driver(
            "legacy",
            "Kwetsbaarheid door legacy (oude systemen + verdwijnen kennis)",
            "vulnerable through legacy (old systems, vanishing knowledge)",
            ("critical skills",),
            ("SK001",),
        ),
        _driver(
            "customer-satisfaction",
            "Klanttevredenheid moet omhoog",
            "customers must be more satisfied",
            ("ownership",),
            ("SQ006", "SQ007", "SQ008"),
        ),
        _driver(
            "employee-satisfaction",
            "Medewerkerstevredenheid moet omhoog",
            "employees must be more satisfied",
            ("preferences", "stability"),
            ("MB005", "SQ012"),
        ),
        _driver(
            "fintech",
            "Bedreigingen vanuit fintech en insuretech",
            "threats from fintech and insurtech",
            ("change capacity",),
            ("PO006", "SQ004"),
        ),
        _driver(
            "time-to-market",
            "Time-to-market is te lang",
            "the time to market is too long",
            ("dependencies", "hand_offs"),
            ("DP001", "DP002"),
        ),
    ),
)
"""The six drivers of chapter 3, with what each should weigh in a proposal (our inference)."""
