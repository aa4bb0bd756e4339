"""Departments made up from a seed, and the many dresses in which HR systems hand them out."""

from __future__ import annotations

import csv
import io
import random
from dataclasses import dataclass

FIRST = ["Anna", "Ben", "Carla", "Dirk", "Eva", "Fatima", "Gijs", "Hanna", "Ivo", "Jasmijn", "Koen", "Zoë", "Ayşe", "Umut"]
INFIX = ["", "", "", "de", "van der", "van den"]
LAST = ["Vries", "Boer", "Özdemir", "Bos", "Meijer", "Dijkstra", "Nguyen", "Jansen", "Kuiper", "Müller", "Smit"]
UNITS = ["Directie", "Productmanagement", "IT Hypotheken", "Data & Pricing", "Acceptatie", "Klantcontact", "Risk & Compliance (2e lijn)"]
JOBS = ["tester", "developer", "data-analist", "acceptant", "jurist", "medewerker"]
PLACES = ["Utrecht", "Leeuwarden"]


@dataclass(frozen=True)
class Employee:
    id: str
    first: str
    infix: str
    last: str
    unit: str
    job: str
    manager: str
    fte: float
    location: str

    @property
    def name(self) -> str:
        return " ".join(part for part in (self.first, self.infix, self.last) if part)

    @property
    def email(self) -> str:
        return f"{self.id}@bank.example".lower()


def department(seed: int) -> list[Employee]:
    """Everybody in units with a head; heads report to the director; a few report to a colleague instead."""
    rng = random.Random(seed)
    names = [(f, i, n) for f in FIRST for i in sorted(set(INFIX)) for n in LAST]
    rng.shuffle(names)
    people: list[Employee] = []
    units = UNITS[: rng.randint(2, len(UNITS))]
    for unit in units:
        head = f"{rng.choice(['p', '00', 'NL-'])}{len(people) + 1:03}"
        size = rng.randint(1, 9) if unit != "Directie" else rng.randint(1, 3)
        for k in range(size):
            first, infix, last = names.pop()
            who = head if k == 0 else f"{rng.choice(['p', '00', 'NL-'])}{len(people) + 1:03}"
            manager = (people[0].id if people else "") if k == 0 else head
            if k > 2 and rng.random() < 0.1:
                manager = people[-1].id
            fte = rng.choice([1.0, 0.8, 0.9, 0.6]) if people else 1.0  # somebody works full time: else hours have no scale
            job = "hoofd" if k == 0 else rng.choice(JOBS)
            people.append(Employee(who, first, infix, last, unit, job, manager, fte, rng.choice(PLACES)))
    return people


HEADERS = {
    "id": ["id", "Personeelsnummer", "Pers.nr", "Employee ID", "EMPLOYEE_ID", "Personalnummer", "medewerkernummer"],
    "name": ["name", "Naam", "Volledige naam", "Naam medewerker", "Full Name", "Vollständiger Name"],
    "first": ["First name", "Voornaam", "FIRST_NAME", "Vorname"],
    "infix": ["Tussenvoegsel", "tussenvoegsels", "Name prefix"],
    "last": ["Last Name", "Achternaam", "LAST_NAME", "Nachname"],
    "email": ["E-mail", "E-mailadres", "Email Address", "Work email"],
    "unit": ["unit", "Afdeling", "Department", "Organisatie-eenheid", "Abteilung", "afdelingsnaam"],
    "job": ["job", "Functie", "Job Title", "Functienaam", "Stellenbezeichnung"],
    "manager": ["manager", "Leidinggevende", "Line Manager", "Supervisor", "Rapporteert aan", "Vorgesetzter", "Direct leidinggevende"],
    "manager_id": ["Manager ID", "MANAGER_ID", "Personeelsnummer leidinggevende"],
    "fte": ["FTE", "fte", "Deeltijdfactor", "Beschäftigungsgrad"],
    "location": ["location", "Standplaats", "Office", "Standort", "Vestiging"],
    "salary": ["Salary", "Bruto salaris", "Gehalt"],
    "noise": ["Kleur auto", "Budget code X", "Lieblingsfarbe"],
}


@dataclass(frozen=True)
class Dress:
    """A list as a system hands it out: its bytes, and whether they are a spreadsheet."""

    data: bytes
    kind: str
    description: str


def dress(people: list[Employee], seed: int) -> Dress:
    rng = random.Random(seed * 7919 + 1)
    split_names = rng.random() < 0.4
    with_ids = split_names or rng.random() < 0.85
    reference = rng.choice(["id", "name", "email", "turned", "name (id)", "id only column"] if with_ids else ["name", "email", "turned"])
    root = rng.choice(["", "none", "NO_MANAGER", "-", "self", "geen"])
    comma = rng.choice(["point", "comma", "percent", "hours"])
    columns = [*(["id"] if with_ids else []), *(["first", "infix", "last"] if split_names else ["name"]), "unit", "fte", "job", "location"]
    columns += ["manager_id" if reference == "id only column" else "manager"]
    if reference == "email" or rng.random() < 0.3:
        columns.append("email")
    columns += [extra for extra in ("salary", "noise") if rng.random() < 0.5]
    rng.shuffle(columns)
    known = {p.id: p for p in people}

    def refer(person: Employee) -> str:
        if not person.manager:
            return (person.email if reference == "email" else person.id if with_ids else person.name) if root == "self" else root
        boss = known[person.manager]
        turned = f"{boss.last}, {boss.first} {boss.infix}".strip()
        ways = {"id": boss.id, "id only column": boss.id, "name": boss.name, "email": boss.email.upper(), "turned": turned}
        return ways.get(reference, f"{boss.name} ({boss.id})")

    def share(value: float) -> str:
        ways = {"point": f"{value}", "comma": f"{value}".replace(".", ","), "percent": f"{value:.0%}", "hours": f"{value * 40:g} uur"}
        return ways[comma]

    def cells(person: Employee) -> dict[str, str]:
        return {
            "id": person.id,
            "name": person.name,
            "first": person.first,
            "infix": person.infix,
            "last": person.last,
            "email": person.email,
            "unit": person.unit,
            "job": person.job,
            "manager": refer(person),
            "manager_id": refer(person),
            "fte": share(person.fte),
            "location": person.location,
            "salary": "4000",
            "noise": "rood",
        }

    header = [rng.choice(HEADERS[c]) for c in columns]
    rows = [[cells(p)[c] for c in columns] for p in people]
    above = [["Personeelslijst per vandaag"], []] if rng.random() < 0.3 else []
    if rng.random() < 0.2:
        return Dress(_workbook([*above, header, *rows]), "xlsx", f"xlsx {columns} {reference} {root!r} {comma}")
    separator = rng.choice([",", ";", "\t"])
    encoding = rng.choice(["utf-8", "utf-8-sig", "utf-16", "cp1252"])
    text = io.StringIO()
    if rng.random() < 0.2:
        text.write(f"sep={separator}\r\n")
    writer = csv.writer(
        text, delimiter=separator, lineterminator=rng.choice(["\r\n", "\n"]), quoting=rng.choice([csv.QUOTE_MINIMAL, csv.QUOTE_ALL])
    )
    writer.writerows([*above, header, *rows])
    data = text.getvalue().encode(encoding, errors="replace")
    return Dress(data, "csv", f"csv {separator!r} {encoding} {columns} {reference} {root!r} {comma}")


def _workbook(rows: list[list[str]]) -> bytes:
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()
