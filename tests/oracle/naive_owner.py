"""The rules about product owners, written a second time, from their definitions, on the plain reading."""

from .reading import Reading
from .second import Said, rule


def holding(at: Reading, squad: str) -> list[str]:
    """Return who holds the seat of the owner: a vacancy too, where the profile lets it in a design."""
    vacancies_hold = at.limits["squad.po_vacancy_ok"]
    return [p for p in at.owners(squad) if vacancies_hold or not at.record(p).vacancy]


@rule("PO001", "squad")
def no_owner(at: Reading, squad: str) -> Said:
    if holding(at, squad):
        return None
    ever = any(holding(now, squad) for now in at.every_day())
    return True if at.stands("member", squad) or not ever else None


@rule("PO002", "squad")
def several_owners(at: Reading, squad: str) -> Said:
    owners = at.owners(squad)
    return len(owners) if len(owners) > 1 else None


@rule("PO003", "squad")
def open_seat(at: Reading, squad: str) -> Said:
    owners = at.owners(squad)
    return True if owners and all(at.record(p).vacancy for p in owners) else None


@rule("PO004", "squad")
def absent_owner(at: Reading, squad: str) -> Said:
    return True if set(at.owners(squad)) - set(at.stands("member", squad)) else None


@rule("PO005", "person")
def stretched_owner(at: Reading, person: str) -> Said:
    owned = [s for s in at.nodes("squad") if person in at.owners(s)]
    return len(owned) if len(owned) > at.limits["po.max_squads"] else None


@rule("PO008", "squad")
def what_and_how(at: Reading, squad: str) -> Said:
    for owner in at.owners(squad):
        if any(owner in at.managers(p) for p in at.inside(squad) if p != owner):
            return True
        led = [c for c in at.nodes("chapter") if owner in at.stands("chapter_lead", c)]
        if not at.limits["allow.cl_as_po"] and any(set(at.chapter(c)) - {owner} for c in led):
            return True
    return None
