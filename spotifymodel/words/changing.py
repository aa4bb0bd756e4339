"""What the pictures of a change say of themselves, in English and Dutch: streams, before and after, and the difference."""

from __future__ import annotations

from typing import Final

from .pictures import told

__all__ = ["TEXTS", "amount", "phrase"]

TEXTS: Final[dict[str, dict[str, str | tuple[str, str]]]] = {
    "en": {
        # titles of the streams
        "to_tribe": "From departments to tribe ‘{name}’",
        "to_tribes": ("From departments to {n} tribe", "From departments to {n} tribes"),
        "to_place": "From today to tomorrow",
        "where_chapter": "Where does chapter ‘{name}’ go?",
        "where_unit": "Where does department ‘{name}’ go?",
        "where_squad": "Where does squad ‘{name}’ come from?",
        "where_person": "Where does {name} go?",
        "people": ("{n} person", "{n} people"),
        "fte": "{amount} FTE",
        "part": "{part} of {all}",
        "departments": ("{n} department", "{n} departments"),
        "chapters": ("{n} chapter", "{n} chapters"),
        "squads": ("{n} squad", "{n} squads"),
        "one_chapter": "chapter ‘{name}’",
        "one_department": "department ‘{name}’",
        "one_squad": "squad ‘{name}’",
        "of_tribe": "tribe ‘{name}’",
        # heads of the columns
        "now_unit": "now: department",
        "now_squad": "now: squad",
        "now": "now",
        "through": "chapter (line: chapter lead)",
        "then_squad": "squad",
        "then_squad_max": "squad (max. {limit})",
        "then": "then",
        # places that are none
        "fate_others": "Elsewhere",
        "fate_bench": "In no squad",
        "fate_line": "Stays in the line",
        "fate_nowhere": "No place yet",
        "fate_origin": "In no department",
        "fate_none": "no chapter",
        "fate_new": "New here",
        "fate_hire": "New: to hire",
        "fate_gone": "Leaves",
        "fate_tribe": "Tribe: lead, coaches, support",
        "fate_of_tribe": "‘{name}’: lead, coaches, support",
        # keys
        "width_people": "width of a stream: people; who works in several places is shared out over them",
        "width_fte": "width of a stream: FTE",
        "colour_chapter": "colour: chapter",
        "colour_place": "colour: where people come from",
        "panels": "a flow per chapter, all to one scale",
        "dashed": "dashed: hire, new or leaving",
        "red": "red: more people than a squad may have",
        "grey": "grey: everybody else",
        "grey_there": "grey: who else goes there",
        "hollow": "pale with an edge: chapter nine and on",
        # facts of who is pointed at
        "stream": "stream",
        "place": "place",
        "come_from": "From {list}",
        "go_to": "To {list}",
        "and_more": "and {n} more",
        # alternative text
        "alt_goes": "{name} ({count}) goes to {list}.",
        "alt_to": "{name} {count}",
    },
    "nl": {
        "to_tribe": "Van afdelingen naar tribe ‘{name}’",
        "to_tribes": ("Van afdelingen naar {n} tribe", "Van afdelingen naar {n} tribes"),
        "to_place": "Van vandaag naar morgen",
        "where_chapter": "Waar gaat chapter ‘{name}’ heen?",
        "where_unit": "Waar gaat afdeling ‘{name}’ heen?",
        "where_squad": "Waar komt squad ‘{name}’ vandaan?",
        "where_person": "Waar gaat {name} heen?",
        "people": ("{n} medewerker", "{n} medewerkers"),
        "fte": "{amount} fte",
        "part": "{part} van {all}",
        "departments": ("{n} afdeling", "{n} afdelingen"),
        "chapters": ("{n} chapter", "{n} chapters"),
        "squads": ("{n} squad", "{n} squads"),
        "one_chapter": "chapter ‘{name}’",
        "one_department": "afdeling ‘{name}’",
        "one_squad": "squad ‘{name}’",
        "of_tribe": "tribe ‘{name}’",
        "now_unit": "nu: afdeling",
        "now_squad": "nu: squad",
        "now": "nu",
        "through": "chapter (lijn: chapter lead)",
        "then_squad": "squad",
        "then_squad_max": "squad (max. {limit})",
        "then": "straks",
        "fate_others": "Elders",
        "fate_bench": "In geen squad",
        "fate_line": "Blijft in de lijn",
        "fate_nowhere": "Nog geen plek",
        "fate_origin": "In geen afdeling",
        "fate_none": "geen chapter",
        "fate_new": "Nieuw hier",
        "fate_hire": "Nieuw: werven",
        "fate_gone": "Vertrekt",
        "fate_tribe": "Tribe: lead, coaches, ondersteuning",
        "fate_of_tribe": "‘{name}’: lead, coaches, ondersteuning",
        "width_people": "breedte van een stroom: mensen; wie op meer plekken werkt is daarover verdeeld",
        "width_fte": "breedte van een stroom: fte",
        "colour_chapter": "kleur: chapter",
        "colour_place": "kleur: waar mensen vandaan komen",
        "panels": "een stroombeeld per chapter, alle op één schaal",
        "dashed": "gestippeld: werven, nieuw of vertrek",
        "red": "rood: meer mensen dan een squad mag hebben",
        "grey": "grijs: alle anderen",
        "grey_there": "grijs: wie daar nog meer heen gaan",
        "hollow": "bleek met een rand: vanaf het negende chapter",
        "stream": "stroom",
        "place": "plek",
        "come_from": "Uit {list}",
        "go_to": "Naar {list}",
        "and_more": "en nog {n}",
        "alt_goes": "{name} ({count}) gaat naar {list}.",
        "alt_to": "{name} {count}",
    },
}


def phrase(language: str, key: str, **facts: object) -> str:
    """Return a text of the pictures of a change.

    Examples
    --------
    >>> phrase("nl", "departments", n=6), phrase("en", "departments", n=1)
    ('6 afdelingen', '1 department')
    """
    return told(TEXTS[language], language, key, **facts)


def amount(number: float, language: str) -> str:
    """Write an amount with at most one decimal, as the language does.

    Examples
    --------
    >>> amount(1234.56, "nl"), amount(8.0, "en"), amount(0.04, "en")
    ('1.234,6', '8', '0')
    """
    text = f"{number:,.1f}".removesuffix(".0")
    return text.translate(str.maketrans(",.", ".,")) if language == "nl" else text
