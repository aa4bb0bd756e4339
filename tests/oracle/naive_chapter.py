"""The rules about chapters and their leads, written a second time, from their definitions, on the plain reading."""

from .naive_member import begun, leads
from .reading import Reading
from .second import Said, rule


@rule("CH001", "chapter")
def lead_count(at: Reading, chapter: str) -> Said:
    leading = len(at.stands("chapter_lead", chapter))
    used = at.chapter(chapter) or not any(now.chapter(chapter) for now in at.every_day())
    return leading if used and leading != 1 else None


@rule("CH003", "chapter")
def spans_tribes(at: Reading, chapter: str) -> Said:
    people = at.chapter(chapter)
    tribes = {at.tribe(s) for p in people for s in at.squads(p)} | {at.tribe(chapter)}
    return len(tribes - {None}) if len(tribes - {None}) > 1 else None


@rule("CH004", "chapter")
def span_too_wide(at: Reading, chapter: str) -> Said:
    wide = []
    for lead in at.stands("chapter_lead", chapter):
        reports = sum(lead in at.managers(p) for p in at.nodes("person"))
        most = at.limits["chapter.max_player_coach" if at.squads(lead) else "chapter.max"]
        wide += [(reports - most, reports)] if reports > most else []
    return max(wide)[1] if wide else None


@rule("CL001", "person")
def outside_squads(at: Reading, person: str) -> Said:
    return True if leads(at, person) and not at.squads(person) and begun(at, person) else None


@rule("CL002", "person")
def with_own_reports(at: Reading, person: str) -> Said:
    own = {p for c in at.nodes("chapter") if person in at.stands("chapter_lead", c) for p in at.chapter(c)}
    return True if any(own & set(at.inside(s)) - {person} for s in at.squads(person)) else None


@rule("CL003", "squad")
def lead_steers(at: Reading, squad: str) -> Said:
    steering = set(at.stands("steerer", squad)) - set(at.owners(squad))
    return True if any(leads(at, p) for p in steering) else None
