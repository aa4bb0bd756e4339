"""What the page of a picture says around it and of what one points at, in English and Dutch."""

from __future__ import annotations

from typing import Final

from .pictures import told

__all__ = ["TEXTS", "phrase"]

TEXTS: Final[dict[str, dict[str, str | tuple[str, str]]]] = {
    "en": {
        # around the picture
        "search": "Search",
        "search_hint": "name, role, squad …",
        "found": ("{n} found", "{n} found"),
        "found:0": "Nothing found",
        "wide": "Fit to the window",
        "how": "Point at anything for the facts. Arrow keys walk through the picture, Enter goes to the next thing found, Esc clears.",
        "picture": "Picture; use the arrow keys to walk through it",
        "described": "The picture in words",
        # kinds of things
        "person": "person",
        "squad": "squad",
        "chapter": "chapter",
        "tribe": "tribe",
        "unit": "unit",
        "finding": "finding",
        "skill": "expertise",
        "duty": "duty",
        "role": "role",
        "stage": "stage",
        "gate": "gate",
        "bench": "no squad",
        # facts
        "vacancy": "vacancy",
        "second_line_person": "second line",
        "in_squads": "Squads: {list}",
        "in_squad": "Squad: {list}",
        "in_chapters": "Chapter: {list}",
        "in_units": "Unit: {list}",
        "in_tribe": "Tribe: {list}",
        "came_from": "Came from {list}",
        "with_people": "With {list}",
        "leads_tribes": "Tribe lead of {list}",
        "coaches_tribes": "Agile coach of {list}",
        "owner": "Product owner: {list}",
        "ownerless": "No product owner",
        "lead": "Lead: {list}",
        "manager": "Manager: {list}",
        "and_more": "and {n} more",
        "more_findings": ("and {n} more finding", "and {n} more findings"),
    },
    "nl": {
        "search": "Zoeken",
        "search_hint": "naam, rol, squad …",
        "found": ("{n} gevonden", "{n} gevonden"),
        "found:0": "Niets gevonden",
        "wide": "Passend in het venster",
        "how": "Wijs iets aan voor de feiten. De pijltjestoetsen lopen door de plaat, Enter gaat naar het volgende gevondene, Esc wist.",
        "picture": "Plaat; loop er met de pijltjestoetsen doorheen",
        "described": "De plaat in woorden",
        "person": "medewerker",
        "squad": "squad",
        "chapter": "chapter",
        "tribe": "tribe",
        "unit": "afdeling",
        "finding": "bevinding",
        "skill": "expertise",
        "duty": "taak",
        "role": "rol",
        "stage": "fase",
        "gate": "poort",
        "bench": "geen squad",
        "vacancy": "vacature",
        "second_line_person": "tweede lijn",
        "in_squads": "Squads: {list}",
        "in_squad": "Squad: {list}",
        "in_chapters": "Chapter: {list}",
        "in_units": "Afdeling: {list}",
        "in_tribe": "Tribe: {list}",
        "came_from": "Komt van {list}",
        "with_people": "Met {list}",
        "leads_tribes": "Tribe lead van {list}",
        "coaches_tribes": "Agile coach van {list}",
        "owner": "Product owner: {list}",
        "ownerless": "Geen product owner",
        "lead": "Lead: {list}",
        "manager": "Manager: {list}",
        "and_more": "en nog {n}",
        "more_findings": ("en nog {n} bevinding", "en nog {n} bevindingen"),
    },
}


def phrase(language: str, key: str, **facts: object) -> str:
    """Return a text of the page of a picture in a language.

    Examples
    --------
    >>> phrase("nl", "found", n=0), phrase("en", "in_squad", list="App")
    ('Niets gevonden', 'Squad: App')
    """
    return told(TEXTS[language], language, key, **facts)
