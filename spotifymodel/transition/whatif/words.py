"""What the answers to a what-if say, in English and Dutch."""

from __future__ import annotations

from typing import Final

__all__ = ["ROLES", "SAY"]

ROLES: Final[dict[str, dict[str, str]]] = {
    "en": {
        "tribe_lead": "lead of tribe {of}",
        "agile_coach": "agile coach of tribe {of}",
        "chapter_lead": "lead of chapter {of}",
        "product_owner": "owner of squad {of}",
        "member": "member of squad {of}",
        "manager": "manager of unit {of}",
    },
    "nl": {
        "tribe_lead": "lead van tribe {of}",
        "agile_coach": "agile coach van tribe {of}",
        "chapter_lead": "lead van chapter {of}",
        "product_owner": "eigenaar van squad {of}",
        "member": "lid van squad {of}",
        "manager": "manager van afdeling {of}",
    },
}

SAY: Final[dict[str, dict[str, str]]] = {
    "en": {
        "without": "without {people}",
        "and": " and ",
        "breaks": "what breaks as long as nobody takes over",
        "nothing": "breaks no rule that holds with them",
        "over": "who takes over",
        "nobody": "nobody",
        "vacancy": "a vacancy",
        "role": "{role}: {who}",
        "free": "the best plan without them is as good as this one",
        "price": "the best plan without them: {price}",
        "impossible": "there is no plan without them: {why}",
        "elsewhere": "others who sit elsewhere then: {who}",
        "unproven": "not proven: the limit came first",
        "robust": "{n} people looked at: {breaking} whose leaving breaks a rule, {warning} more that cause a warning",
        "skills": "skills that one person carries: {n} of {all}",
        "full": "no room left in {what}",
        "errors": "breaks",
        "warnings": "warns",
        "roles": "roles",
        "person": "person",
        "known_alone": "carries alone",
        "narrow": "people are judged within their tribe or unit",
        "stopped": "stopped before all {of} people were looked at",
    },
    "nl": {
        "without": "zonder {people}",
        "and": " en ",
        "breaks": "wat stukgaat zolang niemand het overneemt",
        "nothing": "breekt geen regel die met hen geldt",
        "over": "wie het overneemt",
        "nobody": "niemand",
        "vacancy": "een vacature",
        "role": "{role}: {who}",
        "free": "het beste plan zonder hen is even goed als dit",
        "price": "het beste plan zonder hen: {price}",
        "impossible": "zonder hen is er geen plan: {why}",
        "elsewhere": "anderen die dan ergens anders zitten: {who}",
        "unproven": "niet bewezen: de grens kwam eerst",
        "robust": "{n} mensen bekeken: bij {breaking} breekt vertrek een regel, bij {warning} meer geeft het een waarschuwing",
        "skills": "vaardigheden die één mens draagt: {n} van {all}",
        "full": "geen ruimte over in {what}",
        "errors": "breekt",
        "warnings": "waarschuwt",
        "roles": "rollen",
        "person": "persoon",
        "known_alone": "draagt alleen",
        "narrow": "mensen zijn beoordeeld binnen hun tribe of afdeling",
        "stopped": "gestopt voordat alle {of} mensen bekeken waren",
    },
}
