"""The rules about the make-up of a squad, written a second time, from their definitions, on the plain reading."""

from fractions import Fraction

from .reading import Reading
from .second import Said, rule


@rule("SQ001", "squad")
def too_large(at: Reading, squad: str) -> Said:
    heads = len(at.counted(squad))
    return heads if heads > at.limits["squad.max"] else None


@rule("SQ002", "squad")
def too_small(at: Reading, squad: str) -> Said:
    heads = len(at.counted(squad))
    return heads if at.squad_in_use(squad) and heads < at.limits["squad.min"] else None


@rule("SQ003", "squad")
def single_chapter(at: Reading, squad: str) -> Said:
    people = at.counted(squad)
    chapters = {c for p in people for c in at.chapters(p)}
    if not people or len(chapters) >= at.limits["squad.min_chapters"]:
        return None
    return len(chapters) or "unknown"


@rule("SQ005", "squad")
def no_mission(at: Reading, squad: str) -> Said:
    return None if (at.record(squad).mission or "").strip() else True


@rule("SQ006", "squad")
def owns_nothing(at: Reading, squad: str) -> Said:
    return None if at.owned(squad) else True


@rule("SQ007", "product")
def ownership_split(at: Reading, product: str) -> Said:
    squads = at.owning(product, "squad")
    return len(squads) if len(squads) > 1 else None


@rule("SQ009", "squad")
def outside_tribe(at: Reading, squad: str) -> Said:
    tribes = [t for _, t, r in at.graph.out_edges(squad, keys=True) if r == "in_tribe"]
    return None if len(tribes) == 1 else len(tribes)


@rule("SQ012", "squad")
def mostly_shared(at: Reading, squad: str) -> Said:
    people = at.counted(squad)
    if not people:
        return None
    core = Fraction(sum(at.squads(p) == [squad] for p in people), len(people))
    return float(core) if core < Fraction(str(at.limits["squad.core"])) else None
