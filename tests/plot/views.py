"""Views to draw: a seeded generator of tribes, and strategies for small and nasty ones."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from spotifymodel.plot.grid.view import Column, MatrixView, Note, Outsider, Row, Seat
from spotifymodel.plot.names import clean

FIRST = [
    "Anna",
    "Bram",
    "Carla",
    "Daan",
    "Eva",
    "Fatima",
    "Femke",
    "Gijs",
    "Hanna",
    "Ivo",
    "Jasmijn",
    "Koen",
    "Lotte",
    "Łukasz",
    "Mehmet",
    "Noor",
    "Olivier",
    "Priya",
    "Quirijn",
    "Roos",
    "Sanne",
    "Siân",
    "Thijs",
    "Umut",
    "Vera",
    "Wouter",
    "Xandra",
    "Youssef",
    "Zoë",
    "Björn",
]
LAST = [
    "Jansen",
    "de Vries",
    "van den Berg",
    "Bakker",
    "Visser",
    "Smit",
    "Meijer",
    "de Boer",
    "Mulder",
    "de Groot",
    "Bos",
    "Vos",
    "Peters",
    "Hendriks",
    "van Leeuwen",
    "Dekker",
    "Brouwer",
    "de Wit",
    "Dijkstra",
    "de Graaf",
    "van der Meer",
    "van der Linden",
    "Kok",
    "Jacobs",
    "Vermeulen",
    "van den Heuvel",
    "van der Veen",
    "El Amrani",
    "Østergård",
    "Nguyễn",
    "Çelik",
    "Özdemir",
]
SQUADS = [
    "vervroegd aflossen",
    "hypotheek-app",
    "rente & condities",
    "klantcontact",
    "verhuizen",
    "verduurzamen",
    "starters",
    "oversluiten",
    "aanvraagstraat",
    "taxatie & onderpand",
    "documenten",
    "beheer & incasso",
    "adviseursportaal",
    "open banking",
    "fraude & KYC",
    "meldingen en notificatieplatform",
]
CHAPTERS = [
    "Data Analytics",
    "Ontwikkeling",
    "Communicatie",
    "Producten",
    "Customer Experience",
    "Risk & Compliance",
    "Operations",
    "UX-research",
]

#: Names that break layouts, renderers and file formats.
NASTY = (
    "A$AP $x$ budget_$100",
    "<b>Robert</b>",
    "\"quoted\" & 'ticked'",
    "Tab\tName",
    "New\nLine",
    "Right\u202eto left",
    "x" * 80,
    "陳大文",
    "محمد الأحمد",
    "דוד כהן",
    "😀 Emoji",
    "👩\u200d💻 Coder",
    "Ω μέγα",
    "Дмитрий Иванов",
    "Nguyễn Thị Minh Khai",
    "  spaced   out  ",
    "IJsbrand van 't Hoff",
    "Anne-Marie de la Croix",
    "%s %d {x}",
    "]]>",
    "<!-- -->",
    "&amp;",
    "\\alpha_{1}",
    "-",
    "O'Brien",
    "ﬁne ligature",
    "e\u0301clair",
    "١٢٣",
    "नमस्ते",
    "Wolfeschlegelsteinhausenbergerdorff",
    "A",
    "…",
    "#VALUE!",
    "=1+1",
    "Zero\u200bWidth",
    "\ufeffBOM",
    "Max van der Stoel (2)",
)


def tribe_view(squads: int, chapters: int, seed: int = 1, *, troubled: bool = True, names: tuple[str, ...] = ()) -> MatrixView:
    """Make a tribe with squads of eight or nine; a troubled one breaks the four hard rules and lacks a chapter lead."""
    dice = random.Random(seed)
    pool = list(names) + dice.sample([f"{a} {b}" for a in FIRST for b in LAST], len(FIRST) * len(LAST))
    people: dict[str, str] = {}

    def somebody() -> str:
        person = f"p{len(people):03}"
        people[person] = pool[len(people) % len(pool)]
        return person

    lead, coach = somebody(), somebody()
    cells: list[list[list[Seat]]] = [[[] for _ in range(chapters)] for _ in range(squads)]
    leads: dict[int, str] = {}
    for squad in cells:
        for number in range(9 if dice.random() < 0.7 else 8):
            chapter = min(3, chapters - 1) if not number else dice.randrange(chapters)
            person = somebody()
            role: tuple[Any, ...] = ("PO",) if not number else ("CL",) if chapter not in leads else ()
            if role == ("CL",):
                leads[chapter] = person
            squad[chapter].append(Seat(person, role))
    if troubled and squads > 3:
        shared, torn = somebody(), somebody()
        for squad in cells[:2]:
            squad[0].append(Seat(shared, (), 2))
        for squad in cells[1:4]:
            squad[-1].append(Seat(torn, (), 3, bad=True))
        cells[2] = [[replace(s, roles=()) if "PO" in s.roles else s for s in cell] for cell in cells[2]]
    if troubled and chapters - 1 in leads:
        del leads[chapters - 1]
        cells = [
            [[replace(s, roles=()) if c == chapters - 1 and "CL" in s.roles else s for s in cell] for c, cell in enumerate(row)]
            for row in cells
        ]
    rows = []
    for number, squad in enumerate(cells):
        count = sum(map(len, squad))
        ownerless = not any("PO" in s.roles for cell in squad for s in cell)
        rows.append(
            Row(f"s{number}", SQUADS[number % len(SQUADS)], tuple(map(tuple, squad)), count, count > 9, ownerless, count > 9 or ownerless)
        )
    columns = [
        Column(
            f"c{c}", CHAPTERS[c % len(CHAPTERS)], c, len({s.person for row in cells for s in row[c]}), (leads[c],) if c in leads else (),
            leadless=c not in leads,
        )
        for c in range(chapters)
    ]  # fmt: skip
    notes = [Note("SQ001", "error", "squad", r.squad, r.name, "", r.count, 9) for r in rows if r.over]
    notes += [Note("PO001", "error", "squad", r.squad, r.name, "", 0, 1) for r in rows if r.ownerless]
    notes += [Note("CH001", "error", "chapter", c.chapter, c.name, "", 0, 1) for c in columns if c.leadless]
    return MatrixView(
        "hypotheek", "Hypotheek", tuple(rows), tuple(columns), people, len(people), 150, 9, (lead,), (coach,), notes=tuple(notes)
    )  # fmt: skip


#: Ordinary and nasty names, cleaned as a view promises; wild text is drawn in the tests of names themselves, being slow.
_NAMES = tuple(
    clean(name) or "?" for name in (*NASTY, *(f"{a} {b}" for a, b in zip(FIRST, LAST, strict=False)), "Anna Jansen", "Anne Jansen")
)


def names() -> st.SearchStrategy[str]:
    """Draw an ordinary or nasty name."""
    return st.sampled_from(_NAMES)


@st.composite
def views(draw: st.DrawFn) -> MatrixView:
    """Draw a small tribe of any shape: empty squads, crowded ones, no chapters, many leads, vacancies, namesakes."""
    people: dict[str, str] = {}

    def somebody() -> str:
        person = f"p{len(people)}"
        people[person] = draw(names())
        return person

    kind = draw(st.sampled_from(["chapters", "chapters", "everybody", "none"]))
    width = 1 if kind == "everybody" else draw(st.integers(1, 5))
    leads = [tuple(somebody() for _ in range(draw(st.integers(0, 2)))) for _ in range(width)]
    rows = []
    for number in range(draw(st.integers(1, 4))):
        row = []
        for c in range(width):
            seats = [
                Seat(
                    somebody(), draw(st.sampled_from([(), (), ("PO",)])), draw(st.sampled_from([1, 1, 2, 3, 17])), draw(st.booleans()),
                    draw(st.booleans()), draw(st.booleans()), draw(st.sampled_from(["", "→ jul 27", "15 jan 27–jul 28"])),
                )
                for _ in range(draw(st.sampled_from([0, 1, 2, 5, 14])))
            ]  # fmt: skip
            if number == 0 and kind != "everybody":
                seats += [Seat(p, ("CL",)) for p in leads[c]]
            row.append(tuple(seats))
        bench = number > 0 and draw(st.booleans()) and draw(st.booleans())
        count = sum(map(len, row))
        rows.append(
            Row(
                f"s{number}", draw(names()), tuple(row), count, over=not bench and count > 9, ownerless=not bench and draw(st.booleans()),
                bad=not bench and draw(st.booleans()), bench=bench,
            )
        )  # fmt: skip
    columns = tuple(
        Column(
            f"c{c}", draw(names()), -1 if kind == "everybody" else draw(st.integers(0, 11)), sum(len(r.cells[c]) for r in rows),
            () if kind == "everybody" else leads[c], leadless=kind == "chapters" and not leads[c],
            kind="everybody" if kind == "everybody" else "none" if kind == "none" and c == width - 1 and not leads[c] else "chapter",
        )
        for c in range(width)
    )  # fmt: skip
    severities = st.sampled_from(["error", "warning", "advice"])
    codes = st.sampled_from(["SQ001", "MB001", "PO001", "CH001", "SQ005", "HY003"])
    notes = tuple(
        Note(draw(codes), draw(severities), "squad", "s0", draw(names()), draw(names()), draw(st.integers(0, 30)), 9, draw(st.booleans()))
        for _ in range(draw(st.integers(0, 12)))
    )
    heads = [tuple(somebody() for _ in range(draw(st.integers(0, 3)))) for _ in range(3)]
    outsiders = tuple(Outsider(somebody(), ("hypotheek-app",)) for _ in range(draw(st.integers(0, 2))))
    count = draw(st.integers(0, 400))
    return MatrixView(
        "t", draw(names()), tuple(rows), columns, people, count, 150, draw(st.sampled_from([8, 9, 15])), *heads, outsiders,
        leadless=not heads[0], over=count > 150, notes=notes,
    )  # fmt: skip
