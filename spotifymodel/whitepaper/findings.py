"""What the interviews found: opinions about the role, and findings about process and customer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from spotifymodel.model.citation import Citation, cite_whitepaper
from spotifymodel.whitepaper.phrase import Phrase, both
from spotifymodel.whitepaper.table import Table

__all__ = ["Observation", "findings", "opinions"]


@dataclass(frozen=True, slots=True)
class Observation:
    """Something that interviewees said.

    Parameters
    ----------
    key : str
        Stable name.
    text : Phrase
        What they said.
    about : {'role', 'process', 'customer'}
        What it is about.
    shows_in : tuple of str
        Rules, or measures before and after, in which a chart shows it; empty where it cannot.
    source : Citation
        Where it is reported.
    """

    key: str
    text: Phrase
    about: Literal["role", "process", "customer"]
    shows_in: tuple[str, ...]
    source: Citation


def _opinion(key: str, nl: str, en: str, *shows_in: str, quote: str | None = None) -> Observation:
    return Observation(key, both(nl, en), "role", shows_in, cite_whitepaper("opinions", quote or nl))


def _finding(about: Literal["process", "customer"], key: str, nl: str, en: str, *shows_in: str, quote: str | None = None) -> Observation:
    return Observation(key, both(nl, en), about, shows_in, cite_whitepaper(about, quote or nl))


opinions: Final = Table(
    both("Meningen over de rol van de productmanager", "Opinions about the role"),
    (
        Observation(
            "hub",
            both("zit als een spin in het web", "a spider in the web of customers, suppliers and departments"),
            "role",
            ("betweenness",),
            cite_whitepaper("pm10", "zit als een spin in het web"),
        ),
        _opinion("t-shaped", "behoefte hebben aan multidisciplinaire specialisten", "managers want T-shaped specialists", "MB009"),
        _opinion("no-mandate", "geen of te weinig mandaat", "little or no mandate on priorities and propositions", "PO006"),
        _opinion(
            "more-fun",
            "veel meer plezier in hun werk",
            "agile product managers enjoy their work far more",
            "alignment",
        ),
        _opinion(
            "fewer-meetings",
            "minder vergaderingen, minder rapportages",
            "fewer meetings, fewer reports, more room to decide",
            "alignment",
        ),
        _opinion(
            "strategy-suffers",
            "Productstrategie, langetermijnbeleid en een visie schieten er vaak bij in",
            "strategy, long-term policy and vision suffer",
            "TX002",
        ),
        _opinion("time-lost", "vaak veel tijd kwijt aan stakeholdermanagement", "much time goes to stakeholders and long projects"),
        _opinion("run-work", "vooral ingezet op beheersactiviteiten", "mostly used for run work: approval, review, repair", "TX003"),
        _opinion(
            "doubted",
            "getwijfeld aan de toegevoegde waarde van productmanagement",
            "its added value is doubted, while it is swamped with work",
        ),
        _opinion("too-broad", "te breed om in één functie te beleggen", "too broad for one job: split commercial and technical"),
        _opinion(
            "manager-is-strategist",
            "wordt meestal uitgevoerd door de manager productmanagement",
            "the strategic role is mostly done by the manager of product management",
        ),
        _opinion(
            "marketing-power",
            "sterk afhankelijk van de kwaliteit en ‘macht’ van de marketingafdeling",
            "the role depends on how strong marketing is",
        ),
        _opinion(
            "left-out",
            "Innovatie vindt vaak plaats zonder betrokkenheid van productmanagement",
            "innovation often happens without product management",
            "PO010",
        ),
        _opinion("misses", "Er worden ‘missers’ gemeld", "technological innovation missed for want of product management", "PO010"),
    ),
)
"""What was said about the role (chapter 2)."""

findings: Final = Table(
    both("Bevindingen over proces en klant", "Findings about process and customer"),
    (
        _finding(
            "process",
            "too-many-layers",
            "Besluitvorming gaat over te veel schijven",
            "decisions pass through too many hands",
            "SQ007",
            "SQ008",
        ),
        _finding(
            "process",
            "fragmented",
            "klantverantwoordelijkheid is versnipperd of niet belegd",
            "responsibility for the customer is split or assigned to nobody",
            "SQ007",
            "SQ008",
        ),
        _finding(
            "process",
            "project-manager",
            "niet in staat om te beoordelen of er sprake is van een marktfit",
            "the project manager often cannot judge the fit with the market",
            "HY001",
        ),
        _finding(
            "process",
            "channels",
            "Naarmate meer kanalen worden gehanteerd",
            "more channels make processes more complex",
            "product.channels",
        ),
        _finding(
            "process",
            "process-owners",
            "Procesverantwoordelijken zijn vooral technisch productmanagers",
            "process owners are mostly technical product managers",
        ),
        _finding(
            "customer", "marketing-sets-premises", "vaak door marketing gedefinieerd", "marketing often sets the premises of a development"
        ),
        _finding(
            "customer",
            "assumed-need",
            "de veronderstelling dat er behoefte bij de klant was",
            "many products assume that customers need them",
        ),
        _finding(
            "customer",
            "too-late",
            "De tijd tussen onderzoek en launch is vaak te lang",
            "the market has changed between research and launch",
            "hand_offs",
        ),
        _finding("customer", "journeys", "steeds vaker customer journeys uitgewerkt", "customer journeys are worked out more and more"),
        _finding("customer", "footprints", "Digitale footprints", "digital footprints allow developing from facts and data"),
        _finding(
            "customer",
            "concessions",
            "veel concessies moeten worden gedaan",
            "many concessions give a compliant product of little value",
            "hand_offs",
        ),
    ),
)
"""What was found about process and customer (chapter 3)."""
