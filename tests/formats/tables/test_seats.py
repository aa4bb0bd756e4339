"""Roles, shares and dates in rows become seats; a role without its team or with impossible dates is told."""

from __future__ import annotations

from typing import Any

import pytest

from .lines import as_list, kinds, read_csv_text, who

HEADER = "id;naam;tribe;squad;chapter;rol\n"


def first_tribe(text: str) -> dict[str, Any]:
    return read_csv_text(text).document["tribes"][0]


@pytest.mark.parametrize(
    ("said", "holder", "key"),
    [
        ("PO", "squad", "product_owner"),
        ("Product Owner", "squad", "product_owner"),
        ("CL", "chapter", "lead"),
        ("chapter lead", "chapter", "lead"),
        ("TL", "tribe", "lead"),
        ("Tribe Lead (TL)", "tribe", "lead"),
        ("AC", "squad", "agile_coaches"),
        ("lid", "squad", "members"),
        ("", "squad", "members"),
    ],
)
def test_a_role_gives_the_seat_it_names(said: str, holder: str, key: str) -> None:
    tribe = first_tribe(f"{HEADER}1;An;T;S;C;{said}\n2;Bo;T;S;C;PO\n3;Cy;T;S;C;lid\n")
    record = {"tribe": tribe, "squad": tribe["squads"][0], "chapter": tribe["chapters"][0]}[holder]
    assert "1" in [who(h) for h in as_list(record[key])]


def test_one_cell_can_hold_two_roles() -> None:
    tribe = first_tribe(f"{HEADER}1;An;T;S;C;lid en CL\n2;Bo;T;S;C;PO\n")
    assert [who(h) for h in as_list(tribe["squads"][0]["members"])] == ["1"]
    assert [who(h) for h in as_list(tribe["chapters"][0]["lead"])] == ["1"]


@pytest.mark.parametrize(("role", "team"), [("PO", "squad"), ("CL", "chapter")])
def test_a_role_without_its_team_is_rejected_and_the_person_stays(role: str, team: str) -> None:
    reading = read_csv_text(f"{HEADER}1;An;T;;;{role}\n2;Bo;T;S;C;lid\n")
    (reject,) = reading.report.rejects
    assert (reject.kind, reject.field) == ("role-without-team", "role")
    assert team in reject.text()
    assert [p["id"] for p in reading.document["people"]] == ["1", "2"]


def test_a_tribe_lead_of_no_tribe_leads_the_only_one_and_of_several_none() -> None:
    one = read_csv_text(f"{HEADER}1;An;;;;TL\n2;Bo;T;S;C;lid\n")
    assert [who(h) for h in as_list(one.document["tribes"][0]["lead"])] == ["1"]
    assert "tribe-assumed" in kinds(one.report.guesses)
    two = read_csv_text(f"{HEADER}1;An;;;;TL\n2;Bo;T;S;C;lid\n3;Cy;U;V;D;lid\n")
    assert kinds(two.report.rejects) == ["role-without-team"]


def test_an_unknown_role_becomes_the_job_title_where_there_is_none() -> None:
    rows = "1;An;T;S;C;koffiebaas\n2;Bo;T;S;C;PO\n3;Cy;T;S;C;lid\n"
    reading = read_csv_text(HEADER + rows)
    assert reading.document["people"][0]["job_title"] == "koffiebaas"
    assert "role-as-title" in kinds(reading.report.guesses)
    titled = read_csv_text("id;naam;tribe;squad;chapter;rol;functie\n" + "".join(f"{r};tester\n" for r in rows.splitlines()))
    assert titled.document["people"][0]["job_title"] == "tester"
    assert "role-unknown" in kinds(titled.report.guesses)


def test_several_rows_of_one_person_are_seats_in_several_squads() -> None:
    reading = read_csv_text("id;naam;tribe;squad;chapter;inzet\n1;An;T;S1;C;60%\n1;An;T;S2;C;40%\n2;Bo;T;S1;C;\n")
    assert [p["id"] for p in reading.document["people"]] == ["1", "2"]
    one, two = reading.document["tribes"][0]["squads"]
    assert one["members"] == [{"person": "1", "allocation": 0.6}, "2"]
    assert as_list(two["members"]) == [{"person": "1", "allocation": 0.4}]
    assert sorted(who(h) for h in reading.document["tribes"][0]["chapters"][0]["members"]) == ["1", "2"]


@pytest.mark.parametrize("shares", [("60%", "40%"), ("0,6", "0,4"), ("0.6", "0.4"), ("60", "40"), ("60 %", "40 %")])
def test_shares_read_the_same_in_percent_and_as_fractions(shares: tuple[str, str]) -> None:
    tribe = first_tribe(f"id;naam;tribe;squad;inzet\n1;An;T;S1;{shares[0]}\n1;An;T;S2;{shares[1]}\n")
    assert [as_list(s["members"])[0]["allocation"] for s in tribe["squads"]] == [0.6, 0.4]


@pytest.mark.parametrize("share", ["veel", "0", "1,2", "140%"])
def test_a_share_that_is_none_is_rejected_and_the_seat_stays(share: str) -> None:
    reading = read_csv_text(f"id;naam;tribe;squad;inzet\n1;An;T;S;{share}\n2;Bo;T;S;0,5\n3;Cy;T;S;0,5\n")
    assert kinds(reading.report.rejects) == ["bad-number"]
    assert share not in reading.report.rejects[0].text().replace("> 0–1", "")
    assert as_list(reading.document["tribes"][0]["squads"][0]["members"])[0] == "1"


@pytest.mark.parametrize(
    ("days", "guess"),
    [
        (("2027-03-01", "2027-12-31"), None),
        (("01-03-2027", "31-12-2027"), None),
        (("1/3/2027", "31/12/2027"), None),
        (("03/01/2027", "12/31/2027"), "month-first"),
        (("1 maart 2027", "31 dec 2027"), None),
        (("March 1, 2027", "December 31, 2027"), None),
        (("1-3-27", "31-12-27"), "short-year"),
        (("20270301", "20271231"), None),
    ],
)
def test_dates_in_any_order_are_the_same_days(days: tuple[str, str], guess: str | None) -> None:
    reading = read_csv_text(f'id;naam;tribe;squad;vanaf;tot\n1;An;T;S;"{days[0]}";"{days[1]}"\n')
    seat = as_list(reading.document["tribes"][0]["squads"][0]["members"])[0]
    assert (seat["from"], seat["until"]) == ("2027-03-01", "2027-12-31")
    told = {"month-first", "short-year", "day-first"} & set(kinds(reading.report.guesses))
    assert told == ({guess} if guess else set())


def test_a_last_day_still_counts_and_the_year_9999_never_ends() -> None:
    reading = read_csv_text("id;naam;tribe;squad;einddatum\n1;An;T;S;31-12-2027\n2;Bo;T;S;31-12-9999\n")
    assert as_list(reading.document["tribes"][0]["squads"][0]["members"]) == [{"person": "1", "until": "2028-01-01"}, "2"]
    assert "last-day" in kinds(reading.report.guesses)


def test_dates_that_are_none_or_turned_round_are_rejected() -> None:
    reading = read_csv_text("id;naam;tribe;squad;vanaf;tot\n1;An;T;S;ooit;\n2;Bo;T;S;2027-05-01;2027-04-01\n3;Cy;T;S;31-02-2027;\n")
    assert sorted(kinds(reading.report.rejects)) == ["bad-date", "bad-date", "dates-turned-round"]
    assert [who(h) for h in as_list(reading.document["tribes"][0]["squads"][0]["members"])] == ["1", "3"]


def test_somebody_with_a_tribe_alone_supports_it_and_that_is_told() -> None:
    reading = read_csv_text(f"{HEADER}1;An;T;;;\n2;Bo;T;S;C;lid\n")
    assert [who(h) for h in as_list(reading.document["tribes"][0]["support"])] == ["1"]
    assert "only-tribe" in kinds(reading.report.guesses)


def test_a_team_name_of_two_tribes_is_settled_by_the_other_team_or_rejected() -> None:
    text = f"{HEADER}1;An;T;S;C;\n2;Bo;U;S;D;\n3;Cy;;S;D;\n4;Di;;S;;\n"
    reading = read_csv_text(text)
    assert [n.rows for n in reading.report.rejects if n.kind == "team-of-two-tribes"] == [(5,)]
    squads = {t["name"]: [who(h) for h in as_list(t["squads"][0]["members"])] for t in reading.document["tribes"]}
    assert squads == {"T": ["1"], "U": ["2", "3"]}


def test_several_squads_in_one_cell_are_a_guess_and_rows_of_teams_alone_found_them() -> None:
    reading = read_csv_text(f'{HEADER}1;An;T;"S1; S2";C;\n;;T;S3;C2;\n')
    tribe = reading.document["tribes"][0]
    assert [s["name"] for s in tribe["squads"]] == ["S1", "S2", "S3"]
    assert [c["name"] for c in tribe["chapters"]] == ["C", "C2"]
    assert "several-in-cell" in kinds(reading.report.guesses)
    assert "team-row" in kinds(reading.report.remarks)
