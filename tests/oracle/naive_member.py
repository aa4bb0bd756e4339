"""The rules about people in squads and chapters, written a second time, from their definitions, on the plain reading."""

from fractions import Fraction

from .reading import Reading
from .second import Said, rule


def leads(at: Reading, person: str) -> bool:
    return any(person in at.stands("chapter_lead", c) for c in at.nodes("chapter"))


def begun(at: Reading, person: str) -> bool:
    """Tell whether somebody who ever sits in a squad has done so by now."""
    days = [now.day for now in at.every_day() if now.squads(person)]
    return not days or days[0] <= at.day


@rule("MB001", "person")
def too_many_squads(at: Reading, person: str) -> Said:
    squads = at.squads(person)
    return len(squads) if len(squads) > at.limits["membership.max"] else None


@rule("MB002", "person")
def no_chapter(at: Reading, person: str) -> Said:
    owns = any(person in at.owners(s) for s in at.nodes("squad"))
    by_tribe_lead = owns and at.limits["po.line"] == "tribe_lead"
    return True if at.squads(person) and not by_tribe_lead and not at.chapters(person) else None


@rule("MB003", "person")
def several_chapters(at: Reading, person: str) -> Said:
    chapters = at.chapters(person)
    return len(chapters) if len(chapters) > 1 else None


@rule("MB004", "person")
def benched(at: Reading, person: str) -> Said:
    exempt = at.limits["bench.exempt"]
    if ("leads" in exempt and leads(at, person)) or ("leave" in exempt and at.away(person)):
        return None
    return True if at.chapters(person) and not at.squads(person) and begun(at, person) else None


@rule("MB007", "tribe")
def too_much_sharing(at: Reading, tribe: str) -> Said:
    people = at.people_of(tribe)
    if not people:
        return None
    share = Fraction(sum(len(at.squads(p)) > 1 for p in people), len(people))
    return float(share) if share > Fraction(str(at.limits["tribe.shared_share"])) else None


@rule("MB008", "person")
def across_tribes(at: Reading, person: str) -> Said:
    tribes = {at.tribe(s) for s in at.squads(person)} - {None}
    return len(tribes) if len(tribes) > 1 else None
