"""What the network of an organisation says of itself, in English and Dutch."""

from __future__ import annotations

from typing import Final

from .pictures import told

__all__ = ["TEXTS", "phrase"]

TEXTS: Final[dict[str, dict[str, str | tuple[str, str]]]] = {
    "en": {
        "network": "Squads and the people they share",
        "wheel": "Who shares people with whom",
        "tribe_squads": "Squads outside a tribe",
        "in_squads": ("{n} person in squads", "{n} people in squads"),
        "across": ("{n} person in several tribes", "{n} people in several tribes"),
        "across:0": "nobody in several tribes",
        "bridge": "in several squads of the tribe",
        "bundle": "several at once, and how many",
        "arc": "in squads of several tribes",
        "also": "shared: {list}",
        "and_more": "and {n} more",
        "people": ("{n} person", "{n} people"),
        "shared": "{n} shared",
        "no_links": "shares nobody",
        "in_both": ("{n} person in both", "{n} people in both"),
        "nobody": "no two of these share anybody",
        "alt_pair": "{one} and {other}: {n}.",
        "alt_pairs": "Most people in common:",
    },
    "nl": {
        "network": "Squads en de mensen die ze delen",
        "wheel": "Wie met wie mensen deelt",
        "tribe_squads": "Squads buiten een tribe",
        "in_squads": ("{n} medewerker in squads", "{n} medewerkers in squads"),
        "across": ("{n} medewerker in meer tribes", "{n} medewerkers in meer tribes"),
        "across:0": "niemand in meer tribes",
        "bridge": "in meer squads van de tribe",
        "bundle": "meer tegelijk, en hoeveel",
        "arc": "in squads van meer tribes",
        "also": "gedeeld: {list}",
        "and_more": "en nog {n}",
        "people": ("{n} medewerker", "{n} medewerkers"),
        "shared": "{n} gedeeld",
        "no_links": "deelt niemand",
        "in_both": ("{n} medewerker in beide", "{n} medewerkers in beide"),
        "nobody": "geen twee hiervan delen iemand",
        "alt_pair": "{one} en {other}: {n}.",
        "alt_pairs": "De meeste mensen gemeen:",
    },
}


def phrase(language: str, key: str, **facts: object) -> str:
    """Return a text of the network in a language.

    Examples
    --------
    >>> phrase("nl", "across", n=1), phrase("en", "across", n=0)
    ('1 medewerker in meer tribes', 'nobody in several tribes')
    """
    return told(TEXTS[language], language, key, **facts)
