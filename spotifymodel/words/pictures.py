"""Every text that a picture shows of itself, in English and Dutch; names and messages come from the chart and the rules.

Codes are those of the catalogue of rules. A pair is the form for one and the form for any other number of ``n``; a key that
ends in ``:0`` is the form for none.
"""

from __future__ import annotations

from typing import Final

__all__ = ["TEXTS", "digits", "month", "phrase"]

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
        "at_most": "max. {n}",
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
        "half": "works in two squads",
        "third": "works in three squads or more",
        "half_dot": "in several squads",
        "vacancy": "vacancy",
        "second_line_seat": "second line",
        "until": "until {day}",
        "from": "from {day}",
        "period": "for part of the time",
        "hollow": "chapter nine and on: hollow",
        "filled_count": "number of people",
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
        "other+": "{k} × {list}",
        "and_more": "and {n} more",
        "more_rules": ("and {n} more rule; see the report", "and {n} more rules; see the report"),
        "waived": "waived",
        "advice": ("{n} piece of advice in the report", "{n} pieces of advice in the report"),
        # alternative text
        "alt_squad": "Squad {name}: {people}",
        "alt_owner": "product owner {who}",
        "alt_no_owner": "no product owner",
        "alt_empty": "nobody yet",
        "alt_lead": "Tribe lead: {who}.",
        "alt_findings": ("{n} finding:", "{n} findings:"),
        "alt_sound": "No findings.",
    },
    "nl": {
        "tribe": "Tribe ‘{name}’",
        "outside": "Squads buiten een tribe",
        "squads": ("{n} squad", "{n} squads"),
        "chapters": ("{n} chapter", "{n} chapters"),
        "people": ("{n} medewerker", "{n} medewerkers"),
        "at_most": "max. {n}",
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
        "half": "werkt in twee squads",
        "third": "werkt in drie squads of meer",
        "half_dot": "in meer squads",
        "vacancy": "vacature",
        "second_line_seat": "tweede lijn",
        "until": "tot {day}",
        "from": "vanaf {day}",
        "period": "een deel van de tijd",
        "hollow": "vanaf het negende chapter: open",
        "filled_count": "aantal mensen",
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
        "other+": "{k} × {list}",
        "and_more": "en nog {n}",
        "more_rules": ("en nog {n} regel; zie het rapport", "en nog {n} regels; zie het rapport"),
        "waived": "vrijgesteld",
        "advice": ("{n} advies in het rapport", "{n} adviezen in het rapport"),
        "alt_squad": "Squad {name}: {people}",
        "alt_owner": "product owner {who}",
        "alt_no_owner": "geen product owner",
        "alt_empty": "nog niemand",
        "alt_lead": "Tribe lead: {who}.",
        "alt_findings": ("{n} bevinding:", "{n} bevindingen:"),
        "alt_sound": "Geen bevindingen.",
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
    none = TEXTS[language].get(f"{key}:0") if facts.get("n") == 0 else None
    text = none if none is not None else TEXTS[language][key]
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
