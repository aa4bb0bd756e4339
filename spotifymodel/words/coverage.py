"""What the pictures of expertise say of themselves, in English and Dutch: coverage of squads, holders of duties, T-profiles."""

from __future__ import annotations

from typing import Final

from .pictures import told

__all__ = ["TEXTS", "phrase"]

TEXTS: Final[dict[str, dict[str, str | tuple[str, str]]]] = {
    "en": {
        # coverage
        "coverage": "Coverage of expertise by squad",
        "coverage_how": "fill: deepest level in the squad · number: people or seats / needed",
        "coverage_people": "fill: deepest level in the squad · number: people who have any",
        "coverage_needs": "number: seats / needed, half a seat for somebody in two squads",
        "coverage_seats": "number: seats, half a seat for somebody in two squads",
        "seats": "seats by chapter",
        "expertise": "expertise",
        "outside": "outside a tribe",
        "level_0": "nobody",
        "level_1": "basic",
        "level_2": "advanced",
        "level_3": "expert",
        "level_told": "somebody",
        "level_untold": "somebody, level not told",
        "asked": "level asked for (1 to 3 dots)",
        "gap": "fewer than needed",
        "gaps": ("{n} shortage", "{n} shortages"),
        "gaps:0": "no shortages",
        "silent": ("{n} person of whom no skills are told", "{n} people of whom no skills are told"),
        "alt_gap": "{squad}: {column} {have} of {need}",
        "alt_full": "{squad}: everything that it needs",
        "alt_free": "{squad}: asks for nothing",
        # duties
        "duties": "Who holds which duty",
        "duties_how": "number: people who hold it; surely: stated by chart or paper, possibly: follows from the paper",
        "duties_guessed": "types of product manager are read from job titles; pm_type settles them",
        "duties_one": "today",
        "duties_before": "before",
        "duties_after": "after",
        "blocks": "blocks of the life cycle",
        "duties_pm": "duties of product management",
        "duties_count": ("{n} block or duty", "{n} blocks and duties"),
        "everybody": "in all",
        "stage": "stage {n}",
        "own": "duties of the chart’s own",
        "role_technical": "technical PM",
        "role_strategic": "strategic PM",
        "role_marketing": "marketing PM",
        "role_manager": "manager PM",
        "role_owner": "product owner",
        "role_other": "others",
        "sure": "surely",
        "possible": "possibly",
        "never": "nobody",
        "dropped": "nobody any more",
        "drops": ("{n} duty dropped", "{n} duties dropped"),
        "drops:0": "no duty dropped",
        # T-profiles
        "t_profiles": "T-profiles",
        "t_asked": "a T: expert in {deep}, able to step in on {broad} more",
        "shape": "T-shaped",
        "shape_t": "T",
        "shape_i": "I: deep, not broad",
        "shape_broad": "broad, not deep",
        "shape_none": "no T",
        "shape_open": "not told",
        "t_count": "{n} of {total} T-shaped",
        "alt_shape": "{name}: {shape} ({skills})",
    },
    "nl": {
        "coverage": "Dekking van expertise per squad",
        "coverage_how": "vulling: diepste niveau in de squad · getal: mensen of plaatsen / nodig",
        "coverage_people": "vulling: diepste niveau in de squad · getal: mensen met enig niveau",
        "coverage_needs": "getal: plaatsen / nodig, een halve voor wie in twee squads zit",
        "coverage_seats": "getal: plaatsen, een halve voor wie in twee squads zit",
        "seats": "plaatsen per chapter",
        "expertise": "expertise",
        "outside": "buiten een tribe",
        "level_0": "niemand",
        "level_1": "basis",
        "level_2": "gevorderd",
        "level_3": "expert",
        "level_told": "iemand",
        "level_untold": "iemand, niveau niet vermeld",
        "asked": "gevraagd niveau (1 tot 3 stippen)",
        "gap": "minder dan nodig",
        "gaps": ("{n} tekort", "{n} tekorten"),
        "gaps:0": "geen tekorten",
        "silent": ("{n} medewerker zonder vermelde vaardigheden", "{n} medewerkers zonder vermelde vaardigheden"),
        "alt_gap": "{squad}: {column} {have} van {need}",
        "alt_full": "{squad}: alles wat nodig is",
        "alt_free": "{squad}: vraagt niets",
        "duties": "Wie heeft welke taak",
        "duties_how": "getal: mensen die de taak hebben; zeker: staat in kaart of whitepaper, mogelijk: volgt uit de whitepaper",
        "duties_guessed": "typen productmanager zijn gelezen uit functietitels; pm_type legt ze vast",
        "duties_one": "nu",
        "duties_before": "vooraf",
        "duties_after": "na afloop",
        "blocks": "blokken van de levenscyclus",
        "duties_pm": "taken van productmanagement",
        "duties_count": ("{n} blok of taak", "{n} blokken en taken"),
        "everybody": "samen",
        "stage": "fase {n}",
        "own": "eigen taken van de organisatie",
        "role_technical": "technisch PM",
        "role_strategic": "strategisch PM",
        "role_marketing": "marketing PM",
        "role_manager": "manager PM",
        "role_owner": "product owner",
        "role_other": "anderen",
        "sure": "zeker",
        "possible": "mogelijk",
        "never": "niemand",
        "dropped": "niemand meer",
        "drops": ("{n} taak vervallen", "{n} taken vervallen"),
        "drops:0": "geen taak vervallen",
        "t_profiles": "T-profielen",
        "t_asked": "een T: expert in {deep}, springt bij op nog {broad}",
        "shape": "T-vormig",
        "shape_t": "T",
        "shape_i": "I: diep, niet breed",
        "shape_broad": "breed, niet diep",
        "shape_none": "geen T",
        "shape_open": "niet vermeld",
        "t_count": "{n} van {total} T-vormig",
        "alt_shape": "{name}: {shape} ({skills})",
    },
}


def phrase(language: str, key: str, **facts: object) -> str:
    """Return a text of these pictures in a language.

    Examples
    --------
    >>> phrase("nl", "gaps", n=8), phrase("en", "gaps", n=0)
    ('8 tekorten', 'no shortages')
    """
    return told(TEXTS[language], language, key, **facts)
