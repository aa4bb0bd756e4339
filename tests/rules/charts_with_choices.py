"""Charts on which a fix has something to choose: the squad, the person, the day, or which of several ways out."""

from __future__ import annotations

__all__ = ["CHOICES"]

CHOICES: dict[str, str] = {
    "two leads": """
        people: [{id: l}, {id: m}, {id: n}, {id: a}]
        chapters: [{id: dev, lead: [l, m, n], members: [a]}]
    """,
    "two managers": """
        people: [{id: l}, {id: m}, {id: a, reports_to: [{person: l}, {person: m}]}]
    """,
    "two chapters": """
        people: [{id: l}, {id: m}, {id: a}, {id: b}]
        chapters: [{id: dev, lead: l, members: [a, m]}, {id: ux, lead: m, members: [a, b]}]
    """,
    "line and chapter": """
        people:
          - {id: l}
          - {id: m}
          - {id: a, unit: [{unit: it, allocation: 0.5, until: 2027-06-01}, {unit: hr, from: 2027-09-01}]}
          - {id: b, unit: it}
          - {id: c, reports_to: m, unit: hr, from_unit: it}
          - {id: d, reports_to: [{person: m, from: 2026-01-01, until: 2028-01-01}]}
        units: [{id: it, manager: m}, {id: hr, manager: m}]
        chapters: [{id: dev, lead: l, members: [{person: a, from: 2027-03-01}, b, c, {person: d, from: 2027-01-01, until: 2027-02-01}]}]
    """,
    "project and squad": """
        people: [{id: a}]
        products: [{id: x}, {id: y}, {id: z}]
        projects:
          - {id: p, product: x}
          - {id: q, product: y, from: 2027-01-01, until: 2027-06-01}
          - {id: r, product: z, from: 2027-04-01, until: 2027-09-01}
        squads:
          - {id: s, owns: [x], from: 2027-03-01}
          - {id: t, owns: [y], until: 2028-01-01}
          - {id: u, owns: [z], from: 2027-02-01, until: 2027-08-01}
          - {id: v, owns: [y]}
    """,
    "a chapter that works elsewhere": """
        people: [{id: a}, {id: b}, {id: c}, {id: d}]
        tribes:
          - {id: t, chapters: [{id: dev, members: [a, b]}, {id: ux, members: [c, d]}], squads: [{id: s, members: [c]}]}
          - {id: u, squads: [{id: r, members: [a, b, d]}]}
        chapters: [{id: loose, members: [c, d]}]
    """,
    "people without a chapter": """
        people:
          - {id: a, skills: {code: 3, design: 1}}
          - {id: b, skills: {design: 2}}
          - {id: c}
          - {id: d, skills: {code: 1}}
          - {id: e}
        tribes:
          - id: t
            chapters: [{id: dev, discipline: code, members: [e]}, {id: ux, discipline: design, members: [{person: d, until: 2027-03-01}]}]
            squads: [{id: s, members: [a, b, c, {person: d, until: 2028-01-01}]}]
          - {id: u, chapters: [{id: only}], squads: [{id: r, members: [c]}, {id: q, members: [a]}]}
    """,
    "one chapter for everybody": """
        people: [{id: a}, {id: b, skills: {code: 2}}]
        chapters: [{id: all, discipline: design}]
        squads: [{id: s, members: [a, b]}]
    """,
    "who may own": """
        people:
          - {id: o, seniority: junior, agile_years: 0, skills: {mvp: 0}}
          - {id: v, vacancy: true}
          - {id: u}
          - {id: f, seniority: senior, agile_years: 4, skills: {storytelling: 2, mvp: 2, data: 2}}
          - {id: g, seniority: senior, agile_years: 4, skills: {storytelling: 2, mvp: 2, data: 2}}
          - {id: n, seniority: junior, agile_years: 0, skills: {mvp: 0}}
          - {id: h}
        squads: [{id: s, product_owner: o, members: [v, u, n, f, g, h]}, {id: r, product_owner: g, members: [g]}]
    """,
    "coaches": """
        people: [{id: c}, {id: d}, {id: e}, {id: f}, {id: a}]
        tribes:
          - id: t
            agile_coaches: [c, e]
            squads: [{id: s1, agile_coaches: [c, d], members: [a]}, {id: s2, agile_coaches: c, members: [a]}, {id: s3, members: [a]},
              {id: s4, members: [a]}, {id: s5, members: [a]}]
          - {id: u, agile_coaches: c,
             squads: [{id: r1, members: [a]}, {id: r2, members: [a]}, {id: r3, members: [a]}, {id: r4, members: [a]}]}
          - {id: w, agile_coaches: f, squads: [{id: q1, members: [a]}]}
        squads: [{id: loose, members: [a]}, {id: other, agile_coaches: d, members: [a]}]
    """,
    "shares": """
        people: [{id: a}, {id: b, role_load: {coach: 0.6}}, {id: c}, {id: d}]
        squads:
          - {id: s, product_owner: {person: a, allocation: 0.7}, members: [{person: a, allocation: 0.5}, {person: b, allocation: 0.6}, c]}
          - {id: r, members: [{person: a, allocation: 0.4}, {person: b, allocation: 0.3, from: 2027-01-01},
              {person: d, allocation: 0.2}, c]}
          - {id: q, members: [{person: a, allocation: 0.2, until: 2027-06-01}, {person: d, allocation: 0.9}]}
    """,
    "squads outside tribes": """
        people: [{id: a}, {id: b}, {id: c}]
        tribes:
          - {id: t, chapters: [{id: dev, members: [a]}], squads: [{id: s, members: [b]}]}
          - {id: u, chapters: [{id: ux, members: [b, c]}], squads: [{id: r, members: [c, a]}]}
          - {id: w, squads: [{id: q}]}
        squads: [{id: loose, members: [a, b, c]}, {id: far, members: [a]}, {id: empty}]
    """,
    "one tribe": """
        people: [{id: a}]
        tribes: [{id: t}]
        squads: [{id: loose, members: [a]}]
    """,
    "second line": """
        people: [{id: a, second_line: true}, {id: b, second_line: true}, {id: c, second_line: true, vacancy: true}, {id: d}]
        products: [{id: x}, {id: y}]
        squads:
          - {id: s, owns: [x], product_owner: a, members: [a, d]}
          - {id: r, owns: [y], product_owner: a, members: [d], compliance: [b]}
          - {id: q, product_owner: d, members: [a], compliance: [a]}
          - {id: z, product_owner: d, compliance: [a]}
    """,
    "who may lead a tribe": """
        people: [{id: a, seniority: senior}, {id: b, seniority: senior}, {id: c}, {id: o, seniority: senior}, {id: l, seniority: senior},
          {id: v, vacancy: true, seniority: senior}, {id: x}, {id: y}, {id: z}]
        tribes:
          - {id: t, support: [b, c], chapters: [{id: dev, lead: l, members: [a]}], squads: [{id: s, product_owner: o, members: [a, v]}]}
          - {id: u, lead: [x, y, z], support: [c]}
          - {id: w, support: [c, v], lead: {person: x, until: 2027-03-01}}
          - {id: n, squads: [{id: r, product_owner: o, members: [a, c]}]}
    """,
    "a lead with posts": """
        people: [{id: l}, {id: a}, {id: b, seniority: senior}, {id: v, vacancy: true, seniority: senior}, {id: m}]
        tribes:
          - {id: t, lead: l, chapters: [{id: dev, lead: l, members: [v, m, a, b]}], squads: [{id: s, product_owner: l, members: [v, a, b]}]}
          - {id: u, lead: m}
    """,
    "shared across tribes": """
        people: [{id: a}, {id: b}, {id: c}]
        tribes:
          - {id: t, chapters: [{id: dev, members: [a]}], squads: [{id: s, members: [a, b]}, {id: s2, members: [b, c]}]}
          - {id: u, squads: [{id: r, members: [a, b]}, {id: r2, product_owner: a}, {id: r3, members: [c]}]}
        squads: [{id: loose, members: [c]}]
    """,
    "reviewers and partners": """
        people: [{id: a, pm_type: technical}, {id: b, pm_type: technical, second_line: true}, {id: o}, {id: v, vacancy: true}, {id: z}]
        products: [{id: x}, {id: y, review_owner: [a, o, z]}, {id: w, review_owner: {person: a, until: 2027-03-01}}]
        squads: [{id: s, owns: [x, w], product_owner: o, members: [b, v, a]}, {id: r, owns: [y], product_owner: v}]
    """,
    "mixed disciplines": """
        people: [{id: a, skills: {design: 3}}, {id: l, skills: {design: 3}}, {id: b, skills: {design: 2, law: 2}}]
        tribes:
          - id: t
            chapters: [{id: dev, discipline: code, lead: l, members: [a, b]}, {id: ux, discipline: design}, {id: law, discipline: law},
              {id: late, discipline: design, from: 2027-01-01}]
          - {id: u, chapters: [{id: far, discipline: design}]}
    """,
    "seniors without a lead": """
        people: [{id: a}, {id: b, seniority: senior}, {id: c}, {id: d, seniority: senior}]
        chapters: [{id: dev, members: [a, b, c, d]}]
        squads: [{id: s, product_owner: b}]
    """,
    "who leads one of two chapters": """
        people: [{id: a}, {id: l}, {id: m}]
        chapters: [{id: dev, lead: l, members: [a]}, {id: ux, lead: [a, m]}]
    """,
    "a soft mandate": """
        people: [{id: o}, {id: m}]
        squads: [{id: s, product_owner: o, mandate: soft, decision_rights: {budget: m, priority: m}},
          {id: r, product_owner: o, mandate: soft, decision_rights: {scope: m}}]
    """,
}
