"""Every text that a picture shows of itself, in English and Dutch; names and messages come from the chart and the rules.

Codes are those of the catalogue of rules. A pair is the form for one and the form for any other number of ``n``; a key that
ends in ``:0`` is the form for none.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

__all__ = ["TEXTS", "digits", "month", "phrase", "told"]

#: Built in, because the names of months must not depend on the machine's locale.
_MONTHS: Final = {
    "en": ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    "nl": ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"],
}

TEXTS: Final[dict[str, dict[str, str | tuple[str, str]]]] = {
    "en": {
        # headings
        "tribe": "Tribe ‘{name}’",
        "outside": "Squads outside a tribe",
        "squads": ("{n} squad", "{n} squads"),
        "chapters": ("{n} chapter", "{n} chapters"),
        "people": ("{n} person", "{n} people"),
        "at_most": "max.\u00a0{n}",
        "as_of": "as of {day}",
        "all_days": "all periods together",
        # roles, as in the legend
        "TL": "Tribe lead",
        "AC": "Agile coach",
        "CL": "Chapter lead",
        "PO": "Product owner",
        "support": "Support",
        "second_line": "Second line, outside the tribe",
        # in the grid
        "no_PO": "no PO",
        "no_CL": "no CL",
        "no_TL": "no TL",
        "no_chapter": "no chapter",
        "no_squad": "no squad",
        "other_tribe": "in another tribe",
        "members": "members",
        "nobody": "nobody yet",
        "max_per_squad": "max. {n} per squad",
        "count_over": "of at most {n}",
        # legend
        "shares": ("works in {n} squad", "works in {n} squads"),
        "shares_among": "works in {least} to {most} squads",
        "half_dot": "in several squads",
        "vacancy": "vacancy",
        "second_line_seat": "second line",
        "until": "until {day}",
        "from": "from {day}",
        "hollow": "chapter nine and on: hollow",
        "tribes": ("{n} tribe", "{n} tribes"),
        "units": ("{n} unit", "{n} units"),
        "wall": "All tribes",
        "wall_bars": "a squad, the line is at {limit} people",
        "wall_bars_free": "a squad",
        "wall_cut": "more than {limit} people, cut off",
        "wall_tribe": "people in the tribe, of at most {limit}",
        "wall_red": "over a limit",
        "wall_pill": "errors and warnings",
        "page": "page {page} of {n}",
        "findings": ("{n} finding", "{n} findings"),
        "alt_card": "{name}: {people}, {squads}, {findings}.",
        "line": "The line organisation",
        "shared": ("{n} person in several squads", "{n} people in several squads"),
        "unit_manager": "manager: {who}",
        "more_titles": ("and {n} more job title", "and {n} more job titles"),
        "left_unit": ("{n} moved on", "{n} moved on"),
        "units_person": "person",
        "units_manager": "manager",
        "units_left": "came from here, works elsewhere now",
        # findings
        "SQ001": "squad ‘{name}’ has {n} members (max. {limit})",
        "SQ001+": "{k} squads above {limit}: {list}",
        "MB001": "{name} works in {n} squads (max. {limit})",
        "MB001+": "{k} people in more than {limit} squads: {list}",
        "PO001": "squad ‘{name}’ has no product owner",
        "PO001+": "{k} squads without a product owner: {list}",
        "TR001": "tribe ‘{name}’ has {n} people (max. {limit})",
        "CH001": ("chapter ‘{name}’ has {n} chapter lead", "chapter ‘{name}’ has {n} chapter leads"),
        "CH001:0": "chapter ‘{name}’ has no chapter lead",
        "CH001+": "{k} chapters without exactly one lead: {list}",
        "TL001:0": "tribe ‘{name}’ has no tribe lead",
        "TL001": ("tribe ‘{name}’ has {n} tribe lead", "tribe ‘{name}’ has {n} tribe leads"),
        "MB002": "{name} is in no chapter",
        "MB002+": "{k} people in no chapter: {list}",
        "MB003": "{name} is in {n} chapters",
        "MB003+": "{k} people in several chapters: {list}",
        "SQ009": "squad ‘{name}’ stands outside a tribe",
        "SQ009+": "{k} squads outside a tribe: {list}",
        "SQ002+": "{k} squads below the advised size: {list}",
        "SQ003+": "{k} squads with people of a single chapter: {list}",
        "SQ004+": "{k} squads lack an expertise: {list}",
        "SQ005+": "{k} squads without a mission: {list}",
        "SQ006+": "{k} squads own nothing: {list}",
        "SQ010+": "{k} squads come mostly from one old unit: {list}",
        "SQ011+": "{k} squads with little time: {list}",
        "SQ012+": "{k} squads without a stable core: {list}",
        "PO002+": "{k} squads with several product owners: {list}",
        "PO003+": "{k} squads whose product owner is still to be found: {list}",
        "PO004+": "{k} squads whose product owner is no member: {list}",
        "PO005+": "{k} people own several squads: {list}",
        "PO006+": "{k} squads whose product owner lacks the mandate: {list}",
        "PO007+": "{k} squads whose product owner does not meet the profile yet: {list}",
        "PO008+": "{k} squads with ‘what’ and ‘how’ in one hand: {list}",
        "PO010+": "{k} squads without a product specialist: {list}",
        "MB004+": "{k} people in no squad: {list}",
        "MB005+": "{k} people over-allocated: {list}",
        "MB008+": "{k} people in squads of several tribes: {list}",
        "MB009+": "{k} people without a T-shape: {list}",
        "CH003+": "{k} chapters with members in several tribes: {list}",
        "CH004+": "{k} chapters with a wide span: {list}",
        "CH006+": "{k} people outside the specialism of their chapter: {list}",
        "CH007+": "{k} chapters asked for more than they have: {list}",
        "CL001+": "{k} chapter leads in no squad: {list}",
        "CL002+": "{k} chapter leads in a squad with their own reports: {list}",
        "CL003+": "{k} squads steered by a chapter lead: {list}",
        "TL002+": "{k} people steer themselves: {list}",
        "AC001+": "{k} squads without an agile coach: {list}",
        "AC002+": "{k} stretched agile coaches: {list}",
        "DP001+": "{k} squads are blocked by another: {list}",
        "DP002+": "{k} squads are blocked by another tribe: {list}",
        "DP003+": "{k} squads own too many domains: {list}",
        "RG002+": "{k} squads without a compliance partner: {list}",
        "RG003+": "{k} second-line people in a squad: {list}",
        "HY002+": "{k} squads with a soft mandate: {list}",
        "HY003+": "{k} people with two line managers: {list}",
        "other+": "{title} ({k}): {list}",
        "and_more": "and {n} more",
        "waived": "waived",
        "errors": ("error", "errors"),
        "warnings": ("warning", "warnings"),
        "advice": ("{n} piece of advice in the report", "{n} pieces of advice in the report"),
        # alternative text
        "alt_squad": "Squad {name}: {people}",
        "alt_owner": "product owner {who}",
        "alt_no_owner": "no product owner",
        "alt_empty": "nobody yet",
        "alt_lead": "Tribe lead: {who}.",
        "alt_findings": ("{n} finding:", "{n} findings:"),
        "alt_sound": "No errors.",
        "alt_bridges": ("{n} person works in several squads.", "{n} people work in several squads."),
    },
    "nl": {
        "tribe": "Tribe ‘{name}’",
        "outside": "Squads buiten een tribe",
        "squads": ("{n} squad", "{n} squads"),
        "chapters": ("{n} chapter", "{n} chapters"),
        "people": ("{n} medewerker", "{n} medewerkers"),
        "at_most": "max.\u00a0{n}",
        "as_of": "stand op {day}",
        "all_days": "alle perioden samen",
        "TL": "Tribe lead",
        "AC": "Agile coach",
        "CL": "Chapter lead",
        "PO": "Product owner",
        "support": "Ondersteuning",
        "second_line": "Tweede lijn, buiten de tribe",
        "no_PO": "geen PO",
        "no_CL": "geen CL",
        "no_TL": "geen TL",
        "no_chapter": "geen chapter",
        "no_squad": "geen squad",
        "other_tribe": "in een andere tribe",
        "members": "leden",
        "nobody": "nog niemand",
        "max_per_squad": "max. {n} per squad",
        "count_over": "van maximaal {n}",
        "shares": ("werkt in {n} squad", "werkt in {n} squads"),
        "shares_among": "werkt in {least} tot {most} squads",
        "half_dot": "in meer squads",
        "vacancy": "vacature",
        "second_line_seat": "tweede lijn",
        "until": "tot {day}",
        "from": "vanaf {day}",
        "hollow": "vanaf het negende chapter: open",
        "tribes": ("{n} tribe", "{n} tribes"),
        "units": ("{n} afdeling", "{n} afdelingen"),
        "wall": "Alle tribes",
        "wall_bars": "een squad, de lijn staat bij {limit} mensen",
        "wall_bars_free": "een squad",
        "wall_cut": "meer dan {limit} mensen, afgekapt",
        "wall_tribe": "mensen in de tribe, van maximaal {limit}",
        "wall_red": "boven een grens",
        "wall_pill": "fouten en waarschuwingen",
        "page": "pagina {page} van {n}",
        "findings": ("{n} bevinding", "{n} bevindingen"),
        "alt_card": "{name}: {people}, {squads}, {findings}.",
        "line": "De lijnorganisatie",
        "shared": ("{n} medewerker in meer squads", "{n} medewerkers in meer squads"),
        "unit_manager": "manager: {who}",
        "more_titles": ("en nog {n} functie", "en nog {n} functies"),
        "left_unit": ("{n} overgestapt", "{n} overgestapt"),
        "units_person": "medewerker",
        "units_manager": "manager",
        "units_left": "komt hiervandaan, werkt nu elders",
        "SQ001": "squad ‘{name}’ heeft {n} leden (max. {limit})",
        "SQ001+": "{k} squads boven {limit}: {list}",
        "MB001": "{name} zit in {n} squads (max. {limit})",
        "MB001+": "{k} mensen in meer dan {limit} squads: {list}",
        "PO001": "squad ‘{name}’ heeft geen product owner",
        "PO001+": "{k} squads zonder product owner: {list}",
        "TR001": "tribe ‘{name}’ heeft {n} medewerkers (max. {limit})",
        "CH001": ("chapter ‘{name}’ heeft {n} chapter lead", "chapter ‘{name}’ heeft {n} chapter leads"),
        "CH001:0": "chapter ‘{name}’ heeft geen chapter lead",
        "CH001+": "{k} chapters zonder precies één lead: {list}",
        "TL001:0": "tribe ‘{name}’ heeft geen tribe lead",
        "TL001": ("tribe ‘{name}’ heeft {n} tribe lead", "tribe ‘{name}’ heeft {n} tribe leads"),
        "MB002": "{name} zit in geen chapter",
        "MB002+": "{k} mensen zonder chapter: {list}",
        "MB003": "{name} zit in {n} chapters",
        "MB003+": "{k} mensen in meer chapters: {list}",
        "SQ009": "squad ‘{name}’ staat buiten een tribe",
        "SQ009+": "{k} squads buiten een tribe: {list}",
        "SQ002+": "{k} squads onder de geadviseerde omvang: {list}",
        "SQ003+": "{k} squads met mensen uit één chapter: {list}",
        "SQ004+": "{k} squads missen een expertise: {list}",
        "SQ005+": "{k} squads zonder missie: {list}",
        "SQ006+": "{k} squads zonder product, klantreis of dienst: {list}",
        "SQ010+": "{k} squads komen vooral uit één oude afdeling: {list}",
        "SQ011+": "{k} squads met weinig tijd: {list}",
        "SQ012+": "{k} squads zonder vaste kern: {list}",
        "PO002+": "{k} squads met meer product owners: {list}",
        "PO003+": "{k} squads zoeken nog een product owner: {list}",
        "PO004+": "{k} squads waarvan de product owner geen lid is: {list}",
        "PO005+": "{k} mensen zijn product owner van meer squads: {list}",
        "PO006+": "{k} squads waarvan de product owner het mandaat mist: {list}",
        "PO007+": "{k} squads waarvan de product owner nog niet aan het profiel voldoet: {list}",
        "PO008+": "{k} squads met ‘wat’ en ‘hoe’ in één hand: {list}",
        "PO010+": "{k} squads zonder productspecialist: {list}",
        "MB004+": "{k} mensen in geen squad: {list}",
        "MB005+": "{k} mensen voor meer dan hun uren ingezet: {list}",
        "MB008+": "{k} mensen in squads van meer tribes: {list}",
        "MB009+": "{k} mensen zonder T-profiel: {list}",
        "CH003+": "{k} chapters met leden in meer tribes: {list}",
        "CH004+": "{k} chapters met een grote span: {list}",
        "CH006+": "{k} mensen buiten het specialisme van hun chapter: {list}",
        "CH007+": "{k} chapters waarvan meer wordt gevraagd dan er is: {list}",
        "CL001+": "{k} chapter leads in geen squad: {list}",
        "CL002+": "{k} chapter leads in een squad met eigen medewerkers: {list}",
        "CL003+": "{k} squads aangestuurd door een chapter lead: {list}",
        "TL002+": "{k} mensen sturen zichzelf aan: {list}",
        "AC001+": "{k} squads zonder agile coach: {list}",
        "AC002+": "{k} agile coaches met te veel squads: {list}",
        "DP001+": "{k} squads worden geblokkeerd: {list}",
        "DP002+": "{k} squads worden door een andere tribe geblokkeerd: {list}",
        "DP003+": "{k} squads met te veel domeinen: {list}",
        "RG002+": "{k} squads zonder compliancepartner: {list}",
        "RG003+": "{k} mensen van de tweede lijn in een squad: {list}",
        "HY002+": "{k} squads met een zacht mandaat: {list}",
        "HY003+": "{k} mensen met twee lijnmanagers: {list}",
        "other+": "{title} ({k}): {list}",
        "and_more": "en nog {n}",
        "waived": "vrijgesteld",
        "errors": ("fout", "fouten"),
        "warnings": ("waarschuwing", "waarschuwingen"),
        "advice": ("{n} advies in het rapport", "{n} adviezen in het rapport"),
        "alt_squad": "Squad {name}: {people}",
        "alt_owner": "product owner {who}",
        "alt_no_owner": "geen product owner",
        "alt_empty": "nog niemand",
        "alt_lead": "Tribe lead: {who}.",
        "alt_findings": ("{n} bevinding:", "{n} bevindingen:"),
        "alt_sound": "Geen fouten.",
        "alt_bridges": ("{n} medewerker werkt in meer squads.", "{n} medewerkers werken in meer squads."),
    },
}


def phrase(language: str, key: str, **facts: object) -> str:
    """Return a text of the pictures in a language.

    Parameters
    ----------
    language : {"en", "nl"}
    key : str
        Which text; see :data:`TEXTS`.
    **facts : object
        What stands in its places; whole numbers are written with separators.

    Examples
    --------
    >>> phrase("nl", "people", n=13334), phrase("en", "squads", n=1)
    ('13.334 medewerkers', '1 squad')
    """
    return told(TEXTS[language], language, key, **facts)


def told(texts: Mapping[str, str | tuple[str, str]], language: str, key: str, **facts: object) -> str:
    """Return a text of a table like :data:`TEXTS`, by the rules of :func:`phrase`."""
    none = texts.get(f"{key}:0") if facts.get("n") == 0 else None
    text = none if none is not None else texts[key]
    if isinstance(text, tuple):
        text = text[0 if facts.get("n") == 1 else 1]
    return text.format(**{name: digits(value, language) if type(value) is int else value for name, value in facts.items()})


def digits(number: int, language: str) -> str:
    """Write a whole number with the separator of the language.

    Examples
    --------
    >>> digits(13334, "en"), digits(13334, "nl"), digits(150, "nl")
    ('13,334', '13.334', '150')
    """
    text = f"{number:,}"
    return text.replace(",", ".") if language == "nl" else text


def month(number: int, language: str) -> str:
    """Return the short name of a month.

    Examples
    --------
    >>> month(3, "nl"), month(10, "en")
    ('mrt', 'Oct')
    """
    return _MONTHS[language][number - 1]
