"""The seven blocks of the product life cycle (Haines), in four zones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from spotifymodel.model.citation import Citation, cite_whitepaper
from spotifymodel.whitepaper.phrase import Phrase, both
from spotifymodel.whitepaper.table import Table

__all__ = ["Block", "blocks"]


@dataclass(frozen=True, slots=True)
class Block:
    """A block of the product life cycle.

    Parameters
    ----------
    key : str
        Number of the block, as in the ``blocks`` of a person: ``1``, ``2a`` …
    name : Phrase
        Its name.
    zone : Phrase
        The zone it lies in.
    source : Citation
        The figure; its own source is Steven Haines’ product life cycle management model.
    """

    key: str
    name: Phrase
    zone: Phrase
    source: Citation


_DISCOVERY: Final = both("Ontdekking & Innovatie", "discovery and innovation")
_PLANNING: Final = both("Planning Nieuwe Producten", "new product planning")
_INTRODUCTION: Final = both("Introductie Nieuwe Producten", "new product introduction")
_POST: Final = both("Post-Introductie Product Management", "post-launch product management")


def _block(key: str, nl: str, en: str, zone: Phrase, quote: str | None = None) -> Block:
    return Block(key, both(nl, en), zone, cite_whitepaper("roles10", quote or nl))


blocks: Final = Table(
    both("Blokken van de productlevenscyclus (Haines)", "Blocks of the product life cycle (Haines)"),
    (
        _block("1", "Marktinzicht/Strategie", "market insight and strategy", _DISCOVERY, "Marktinzicht/ Strategie"),
        _block("2a", "Concept", "concept", _PLANNING),
        _block("2b", "Haalbaarheid", "feasibility", _PLANNING),
        _block("2c", "Product definiëren", "product definition", _PLANNING, "Product definieren"),
        _block("3a", "Ontwikkeling", "development", _INTRODUCTION),
        _block("3b", "Introductie", "introduction", _INTRODUCTION),
        _block("4", "Performance Management/PLC Management", "performance and life cycle management", _POST, "PLC Management"),
    ),
)
"""The seven blocks in the order of a product’s life."""
