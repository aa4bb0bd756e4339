"""The rules of the second tranche, written a second time, from their definitions, on the plain reading."""

from fractions import Fraction

from .reading import Reading, exact
from .second import Said, rule


@rule("SQ004", "squad")
def squad_lacks_expertise(at: Reading, squad: str) -> Said:
    required: dict[str, int] = {}
    for skill, item in at.refers(squad, "required_skills"):
        required[skill] = max(item.number, required.get(skill, 0))
    required = {skill: level for skill, level in required.items() if level}
    chapters = {c for c, item in at.refers(squad, "needs") if item.number and at.there(c)}
    if not (required or chapters) or not at.squad_in_use(squad):
        return None
    inside = at.counted(squad)
    without = [c for c in chapters if not any(c in at.chapters(p) for p in inside)]
    short = [k for k, level in required.items() if not any(at.skills(p).get(k, 0) >= level for p in inside)]
    if inside and not any(at.skills(p) for p in inside):
        return len(without) or ("unknown" if required else None)
    return len(short) + len(without) or None


@rule("SQ008", "product")
def ownership_gap(at: Reading, product: str) -> Said:
    def at_work(tribe: str) -> bool:
        squads = at.squads_in(tribe)
        return not squads or any(at.there(s) for s in squads)

    tribes = [t for t in at.referring("scope", product) if at_work(t)]
    return 0 if tribes and not at.owning(product, "squad") else None


@rule("SQ010", "squad")
def renamed_department(at: Reading, squad: str) -> Said:
    inside = at.counted(squad)
    units = [at.refers(p, "from_unit") for p in inside]
    known = [u[0][0] for u in units if u]
    untold = [p for p, u in zip(inside, units, strict=True) if not u and not (at.record(p).vacancy or at.record(p).external)]
    shares = [Fraction(known.count(u), len(inside)) for u in known] or [Fraction(0)]
    if max(shares) > Fraction(3, 4):
        return float(max(shares))
    possible = [Fraction(known.count(u) + len(untold), len(inside)) for u in ("unit:u", "unit:v", "unit:elsewhere") if inside]
    return "unknown" if untold and max(possible) > Fraction(3, 4) else None


@rule("SQ011", "squad")
def thin_squad(at: Reading, squad: str) -> Said:
    inside = at.counted(squad)
    hours = sum((at.share(p, squad) * at.fte(p) for p in inside), Fraction(0))
    if not inside or hours >= 4:
        return None
    told = any(at.record(p).fte is not None or at.declared(p, squad) is not None for p in inside)
    return float(hours) if told else "unknown"


@rule("PO006", "squad")
def no_mandate(at: Reading, squad: str) -> Said:
    return {"end_to_end": None, None: "unknown"}.get(at.record(squad).mandate, True)


@rule("PO007", "squad")
def owner_not_eligible(at: Reading, squad: str) -> Said:
    answers = [_eligible(at, p) for p in at.owners(squad) if not at.record(p).vacancy]
    return True if False in answers else "unknown" if None in answers else None


OWNER_TOPICS = {
    "data": "data", "data-analyse": "data", "storytelling": "storytelling", "mvp": "mvp", "stakeholders": "stakeholders",
    "stakeholdermanagement": "stakeholders", "customer-journey": "journey",
}  # fmt: skip


def _eligible(at: Reading, person: str) -> bool | None:
    record = at.record(person)
    topics: dict[str, int] = {}
    for skill, level in at.skills(person).items():
        topic = OWNER_TOPICS.get(skill.removeprefix("skill:"))
        if topic:
            topics[topic] = max(level, topics.get(topic, 0))
    levels = list(topics.values())
    good, bad = sum(level >= 2 for level in levels), sum(level < 2 for level in levels)
    taken = sum(exact(a) for role, a in record.role_load.items() if role != "po")
    conditions = [
        {"junior": False, "Medior": False, "medior": False, "senior": True, "Sr.": True, "Lead engineer": True}.get(record.seniority),
        None if record.agile_years is None else record.agile_years >= 2,
        True if good >= 3 else False if bad >= 3 else None,
        1 - taken >= Fraction(1, 2),
        not record.second_line,
    ]
    return False if False in conditions else None if None in conditions else True


@rule("PO010", "squad")
def no_product_specialist(at: Reading, squad: str) -> Said:
    kinds = {at.record(p).kind for p in at.owned(squad)}
    if not kinds & {"product", "journey", None} or not at.squad_in_use(squad):
        return None
    chapters = [c for c in at.nodes("chapter") if _of_products(at, c)]
    if not chapters:
        return "unknown"
    if any(set(chapters) & set(at.chapters(p)) for p in at.inside(squad)):
        return None
    return 0 if kinds & {"product", "journey"} else "unknown"


def _of_products(at: Reading, chapter: str) -> bool:
    named = {chapter, at.record(chapter).name, *(k for k, _ in at.refers(chapter, "discipline"))}
    return bool(named & {"chapter:producten", "Producten", "skill:product"})


@rule("MB005", "person")
def over_allocated(at: Reading, person: str) -> Said:
    load = at.load(person)
    return float(load) if load > 1 else None


@rule("MB009", "person")
def no_t_shape(at: Reading, person: str) -> Said:
    levels = sorted(at.skills(person).values(), reverse=True)
    if not at.squads(person):
        return None
    if not levels:
        return None if at.record(person).vacancy else "unknown"
    shaped = levels[0] == 3 and sum(1 for level in levels[1:] if level >= 1) >= 2
    return None if shaped else True


@rule("CH006", "person")
def mixed_chapter(at: Reading, person: str) -> Said:
    chapters, levels = at.chapters(person), at.skills(person)
    best = {k for k, level in levels.items() if level and level == max(levels.values())}
    if not chapters:
        return None
    if not best:
        return None if at.record(person).vacancy else "unknown"
    disciplines = [{k for k, _ in at.refers(c, "discipline")} for c in chapters]
    if any(d and not d & best for d in disciplines):
        return True
    return None if all(disciplines) else "unknown"


@rule("CH007", "chapter")
def capacity_short(at: Reading, chapter: str) -> Said:
    if not at.there(chapter):
        return None
    asked = [
        exact(item.number) for s in at.nodes("squad") if at.there(s) for c, item in at.refers(s, "needs") if c == chapter and item.number
    ]
    hours = sum((at.fte(p) * max(1 - at.beside(p), Fraction(0)) for p in at.chapter(chapter) if not at.away(p)), Fraction(0))
    return float(sum(asked)) if sum(asked) > hours else None


@rule("SK001", "tribe")
def single_point(at: Reading, tribe: str) -> Said:
    critical, people = {k for k, _ in at.refers(tribe, "critical_skills")}, at.people_of(tribe)
    if not critical or not people:
        return None
    if not any(at.skills(p) for p in people):
        return "unknown"
    fewest = min(sum(at.skills(p).get(k, 0) >= 2 for p in people) for k in critical)
    return fewest if fewest < 2 else None


def _waits(at: Reading, squad: str) -> list[tuple[str, str | None]]:
    if not at.there(squad):
        return []
    return [(s, d.severity) for s, d in at.refers(squad, "dependency") if s != squad and at.there(s)]


def _blocked(waits: list[tuple[str, str | None]]) -> Said:
    blocking = {s for s, severity in waits if severity == "blocking"}
    return len(blocking) or ("unknown" if any(severity is None for _, severity in waits) else None)


@rule("DP001", "squad")
def blocked(at: Reading, squad: str) -> Said:
    return _blocked(_waits(at, squad))


@rule("DP002", "squad")
def blocked_abroad(at: Reading, squad: str) -> Said:
    home = at.tribe(squad)
    return _blocked([(s, d) for s, d in _waits(at, squad) if home is not None and at.tribe(s) not in {None, home}])


@rule("DP003", "squad")
def too_many_domains(at: Reading, squad: str) -> Said:
    told = [at.record(p).complexity for p in at.owned(squad)]

    def too_many(kinds: list[str]) -> bool:
        counts = {k: kinds.count(k) for k in ("complex", "complicated", "simple")}
        return counts["complex"] > 1 or counts["complicated"] > 1 or counts["simple"] > 3 or (counts["complex"] > 0 and len(kinds) > 1)

    if too_many([k for k in told if k]):
        return len(told)
    worlds = [[k or guess for k in told] for guess in ("complex", "complicated", "simple")]
    return "unknown" if any(map(too_many, worlds)) else None


@rule("RG001", "product")
def no_review_owner(at: Reading, product: str) -> Said:
    owners = len(at.stands("review_owner", product))
    return owners if owners != 1 and at.product_in_use(product) else None


@rule("RG002", "squad")
def no_compliance(at: Reading, squad: str) -> Said:
    if not at.owned(squad) or not at.squad_in_use(squad):
        return None
    return None if any(at.record(p).second_line for p in at.stands("compliance", squad)) else 0


@rule("RG003", "person")
def second_line_inside(at: Reading, person: str) -> Said:
    return len(at.squads(person)) or None if at.record(person).second_line else None


@rule("HY001", "product")
def project_and_squad(at: Reading, product: str) -> Said:
    projects = at.referring("product", product)
    return len(projects) or None if at.owning(product, "squad") else None


@rule("HY002", "squad")
def soft_mandate(at: Reading, squad: str) -> Said:
    deciders = [d for right in ("priority", "scope") for d, _ in at.refers(squad, f"decision_rights.{right}")]
    told = [d for d in deciders if not d.startswith(("squad:", "chapter:")) or at.there(d)]
    if not told:
        return "unknown"
    return True if set(told) - {squad, *at.owners(squad)} else None


@rule("HY003", "person")
def two_managers(at: Reading, person: str) -> Said:
    managers = at.managers(person)
    return len(managers) if len(managers) > 1 else None
