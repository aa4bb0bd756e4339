"""What the pictures of the whitepaper's own figures add to its words, in English and Dutch."""

from __future__ import annotations

from typing import Final

from .pictures import told

__all__ = ["TEXTS", "phrase"]

TEXTS: Final[dict[str, dict[str, str | tuple[str, str]]]] = {
    "en": {
        "source": "Source: {document}, {section}",
        "version": "Product manager {version}",
        "roles": "roles in the block",
        "stated": "as the paper states",
        "inferred": "inferred from what the paper says of the role",
        "alone": "one role has the block to itself",
        "run": "run",
        "change": "change",
        "block": "block",
        "difference": "difference",
        "kinds": "run, change: the kind of tribe",
        "rows": "rows: squads, columns: chapters",
        "member": "squad member from the chapter (schematic)",
        "alt_role": "{role}: blocks {blocks}.",
        "alt_row": "{aspect}: {before} → {after}.",
        "alt_tribe": "Rows: squads {squads}. Columns: chapters, each with a chapter lead: {chapters}. A product owner per squad.",
    },
    "nl": {
        "source": "Bron: {document}, {section}",
        "version": "Productmanager {version}",
        "roles": "rollen in het blok",
        "stated": "zo staat het in het paper",
        "inferred": "afgeleid uit wat het paper over de rol zegt",
        "alone": "één rol heeft het blok alleen",
        "run": "run",
        "change": "change",
        "block": "blok",
        "difference": "verschil",
        "kinds": "run, change: het soort tribe",
        "rows": "rijen: squads, kolommen: chapters",
        "member": "squadlid uit het chapter (schematisch)",
        "alt_role": "{role}: blokken {blocks}.",
        "alt_row": "{aspect}: {before} → {after}.",
        "alt_tribe": "Rijen: squads {squads}. Kolommen: chapters, elk met een chapter lead: {chapters}. Een product owner per squad.",
    },
}


def phrase(language: str, key: str, **facts: object) -> str:
    """Return a text of these pictures in a language.

    Examples
    --------
    >>> phrase("nl", "version", version="2.0"), phrase("en", "roles")
    ('Productmanager 2.0', 'roles in the block')
    """
    return told(TEXTS[language], language, key, **facts)
