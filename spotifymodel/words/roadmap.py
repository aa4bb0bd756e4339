"""What the roadmap says of itself, in English and Dutch."""

from __future__ import annotations

from typing import Final

from .pictures import told

__all__ = ["TEXTS", "phrase"]

TEXTS: Final[dict[str, dict[str, str | tuple[str, str]]]] = {
    "en": {
        "to_tribe": "The way to tribe ‘{name}’",
        "to_tribes": "The way to {n} tribes",
        "to_squads": "The way to {n} squads",
        "waves": ("in {n} wave", "in {n} waves"),
        "weeks": ("{n} week", "{n} weeks"),
        "proven": "order of waves proven",
        "unproven": "order of waves not proven, at most {n} % from the best",
        "week": "week",
        "at_week": "week {n}",
        "move": ("{n} person moves", "{n} people move"),
        # phases
        "prepared": "preparation",
        "none": "no mandate",
        "soft": "soft mandate",
        "end_to_end": "end-to-end",
        "live": "live",
        "key_prepared": "preparation; in the line",
        "key_none": "live, management still decides",
        "key_soft": "hybrid: line and squad, soft mandate",
        "key_end_to_end": "agile: the squad decides from end to end",
        "key_live": "live; in squads",
        "key_stage": "squads go live",
        "key_other": "milestone",
        "key_learning": "owner has learned the role by then",
        "key_unknown": "owner has still to learn, nobody says how long",
        "key_open": "owner still to be found",
        "key_gate": "gate: nothing goes on before it",
        "key_limit": "limit of {limit} in a tribe",
        # strips
        "people": "People by phase",
        "line": "in the line",
        "hybrid": "hybrid",
        "squads": "in squads",
        "total": "{n} in all",
        "at_once": "at most {n} hybrid at once",
        "most": "at most {n} move in a wave",
        "mandates": "Squads by mandate",
        "findings": "Findings by stage",
        "people_prepared": "{n} in the line",
        "people_soft": "{n} hybrid",
        "people_end_to_end": "{n} in squads",
        "people_live": "{n} in squads",
        "mandates_prepared": ("{n} squad to come", "{n} squads to come"),
        "mandates_none": ("{n} squad without a mandate", "{n} squads without a mandate"),
        "mandates_soft": ("{n} squad with a soft mandate", "{n} squads with a soft mandate"),
        "mandates_end_to_end": ("{n} squad end-to-end", "{n} squads end-to-end"),
        "mandates_live": ("{n} squad live", "{n} squads live"),
        "sound": "none",
        "many_findings": ("{n} rule", "{n} rules"),
        "backfill": "Backfill of the line",
        "fte": "{n} FTE",
        # milestones
        "gate_works_council": "works council",
        "end_to_end_n": ("{n} squad end-to-end", "{n} squads end-to-end"),
        "hand_over_n": ("{n} project handed over", "{n} projects handed over"),
        "dissolved_n": ("{n} unit dissolved", "{n} units dissolved"),
        # alternative text
        "alt_stage": (
            "{name}, {when}: {squads} goes live, {people}; {line} in the line, {hybrid} hybrid, {inside} in squads{more}{findings}.",
            "{name}, {when}: {squads} go live, {people}; {line} in the line, {hybrid} hybrid, {inside} in squads{more}{findings}.",
        ),
        "alt_start": "{name}, {when}: {line} in the line, {hybrid} hybrid, {inside} in squads{more}{findings}.",
        "alt_findings": "; findings: {list}",
        "alt_backfill": "{n} FTE of backfill",
        "alt_gate": "Gate {name}, {when}.",
    },
    "nl": {
        "to_tribe": "De weg naar tribe ‘{name}’",
        "to_tribes": "De weg naar {n} tribes",
        "to_squads": "De weg naar {n} squads",
        "waves": ("in {n} golf", "in {n} golven"),
        "weeks": ("{n} week", "{n} weken"),
        "proven": "volgorde van golven bewezen",
        "unproven": "volgorde van golven niet bewezen, hoogstens {n} % van de beste",
        "week": "week",
        "at_week": "week {n}",
        "move": ("{n} medewerker stapt over", "{n} medewerkers stappen over"),
        "prepared": "voorbereiding",
        "none": "zonder mandaat",
        "soft": "zacht mandaat",
        "end_to_end": "end-to-end",
        "live": "live",
        "key_prepared": "voorbereiding; in de lijn",
        "key_none": "live, management beslist nog",
        "key_soft": "hybride: lijn en squad, zacht mandaat",
        "key_end_to_end": "agile: de squad beslist end-to-end",
        "key_live": "live; in squads",
        "key_stage": "squads gaan live",
        "key_other": "mijlpaal",
        "key_learning": "PO heeft de rol dan geleerd",
        "key_unknown": "PO moet nog leren, onbekend hoe lang",
        "key_open": "PO nog te vinden",
        "key_gate": "poort: eerder gaat niets verder",
        "key_limit": "grens van {limit} in een tribe",
        "people": "Mensen per fase",
        "line": "in de lijn",
        "hybrid": "hybride",
        "squads": "in squads",
        "total": "{n} in totaal",
        "at_once": "hoogstens {n} tegelijk hybride",
        "most": "hoogstens {n} stappen per golf over",
        "mandates": "Squads per mandaat",
        "findings": "Bevindingen per fase",
        "people_prepared": "{n} in de lijn",
        "people_soft": "{n} hybride",
        "people_end_to_end": "{n} in squads",
        "people_live": "{n} in squads",
        "mandates_prepared": ("{n} squad nog te gaan", "{n} squads nog te gaan"),
        "mandates_none": ("{n} squad zonder mandaat", "{n} squads zonder mandaat"),
        "mandates_soft": ("{n} squad met een zacht mandaat", "{n} squads met een zacht mandaat"),
        "mandates_end_to_end": ("{n} squad end-to-end", "{n} squads end-to-end"),
        "mandates_live": ("{n} squad live", "{n} squads live"),
        "sound": "geen",
        "many_findings": ("{n} regel", "{n} regels"),
        "backfill": "Vervanging in de lijn",
        "fte": "{n} fte",
        "gate_works_council": "ondernemingsraad",
        "end_to_end_n": ("{n} squad end-to-end", "{n} squads end-to-end"),
        "hand_over_n": ("{n} project overgedragen", "{n} projecten overgedragen"),
        "dissolved_n": ("{n} afdeling opgeheven", "{n} afdelingen opgeheven"),
        "alt_stage": (
            "{name}, {when}: {squads} gaat live, {people}; {line} in de lijn, {hybrid} hybride, {inside} in squads{more}{findings}.",
            "{name}, {when}: {squads} gaan live, {people}; {line} in de lijn, {hybrid} hybride, {inside} in squads{more}{findings}.",
        ),
        "alt_start": "{name}, {when}: {line} in de lijn, {hybrid} hybride, {inside} in squads{more}{findings}.",
        "alt_findings": "; bevindingen: {list}",
        "alt_backfill": "{n} fte vervanging",
        "alt_gate": "Poort {name}, {when}.",
    },
}


def phrase(language: str, key: str, **facts: object) -> str:
    """Return a text of the roadmap in a language.

    Examples
    --------
    >>> phrase("nl", "waves", n=3), phrase("en", "weeks", n=1)
    ('in 3 golven', '1 week')
    """
    return told(TEXTS[language], language, key, **facts)
