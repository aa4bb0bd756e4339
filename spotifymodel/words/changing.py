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
        # before and after
        "before_after": "{name}: before and after",
        "before_after_bare": "Before and after",
        "from_to": "{before} → {after}",
        "newcomers": ("{n} is new", "{n} are new"),
        "leavers": ("{n} leaves", "{n} leave"),
        "tribes": ("{n} tribe", "{n} tribes"),
        "empty_side": "nobody yet",
        "dots_colour": "colour of a dot at the left: the chapter to come",
        "dots_open": "open: no place in a tribe",
        "dots_dark": "dark: in a tribe without a chapter",
        "dots_dashed": "dashed: vacancy, or somebody who leaves",
        "alt_now": "Now: {list}.",
        "alt_then": "Then: {list}.",
        # the difference
        "diff": "{name}: what changes",
        "diff_bare": "What changes",
        "moved": ("{n} person moves", "{n} people move"),
        "moved:0": "nobody moves",
        "roles": ("{n} gets another role", "{n} get another role"),
        "stayed": ("{n} stays", "{n} stay"),
        "tag_new": "new",
        "tag_gone": "ends",
        "formerly": "was: {name}",
        "in_line": "In the line",
        "unchanged": ("{n} as before", "{n} as before"),
        "unit_plus": ("{n} comes", "{n} come"),
        "unit_minus": ("{n} goes", "{n} go"),
        "rows_unchanged": "unchanged: {list}",
        "sign_plus": "new here",
        "sign_minus": "no longer here",
        "sign_joined": "new in the organisation",
        "sign_left": "leaves the organisation",
        "sign_shift": "from another chapter",
        "sign_gained": "becomes product owner",
        "sign_lost": "is product owner no longer",
        "sign_owner": "product owner",
        "alt_row": "{name} ({was} → {now}): {list}",
        "alt_plus": "plus {list}",
        "alt_minus": "minus {list}",
        "alt_role": "other role {list}",
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
        "before_after": "{name}: voor en na",
        "before_after_bare": "Voor en na",
        "from_to": "{before} → {after}",
        "newcomers": ("{n} is nieuw", "{n} zijn nieuw"),
        "leavers": ("{n} vertrekt", "{n} vertrekken"),
        "tribes": ("{n} tribe", "{n} tribes"),
        "empty_side": "nog niemand",
        "dots_colour": "kleur van een stip links: het chapter dat komt",
        "dots_open": "open: geen plek in een tribe",
        "dots_dark": "donker: in een tribe zonder chapter",
        "dots_dashed": "gestippeld: vacature, of iemand die vertrekt",
        "alt_now": "Nu: {list}.",
        "alt_then": "Straks: {list}.",
        "diff": "{name}: wat verandert",
        "diff_bare": "Wat verandert",
        "moved": ("{n} medewerker verplaatst", "{n} medewerkers verplaatsen"),
        "moved:0": "niemand verplaatst",
        "roles": ("{n} krijgt een andere rol", "{n} krijgen een andere rol"),
        "stayed": ("{n} blijft", "{n} blijven"),
        "tag_new": "nieuw",
        "tag_gone": "vervalt",
        "formerly": "was: {name}",
        "in_line": "In de lijn",
        "unchanged": ("{n} ongewijzigd", "{n} ongewijzigd"),
        "unit_plus": ("{n} erbij", "{n} erbij"),
        "unit_minus": ("{n} weg", "{n} weg"),
        "rows_unchanged": "ongewijzigd: {list}",
        "sign_plus": "nieuw op deze plek",
        "sign_minus": "weg van deze plek",
        "sign_joined": "nieuw in de organisatie",
        "sign_left": "verlaat de organisatie",
        "sign_shift": "uit een ander chapter",
        "sign_gained": "wordt product owner",
        "sign_lost": "is geen product owner meer",
        "sign_owner": "product owner",
        "alt_row": "{name} ({was} → {now}): {list}",
        "alt_plus": "erbij {list}",
        "alt_minus": "weg {list}",
        "alt_role": "andere rol {list}",
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
