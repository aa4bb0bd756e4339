"""Columns are known by their names in three languages, else by what stands in them, unless the caller says so."""

from __future__ import annotations

import pytest

from spotifymodel.errors import InputRefusedError, UsageError

from .lines import kinds, read_csv_text


def mapped(text: str, **options: object) -> dict[str, tuple[str, str]]:
    """Column name -> field and how that was known."""
    return {m.header: (m.field, m.how) for m in read_csv_text(text, **options).report.mapping}


@pytest.mark.parametrize(
    "header",
    [
        "Personeelsnummer;Naam;Afdeling;Leidinggevende;Functie;Standplaats",
        "Employee ID;Full name;Department;Reports to;Job title;Location",
        "Personalnummer;Mitarbeitername;Abteilung;Führungskraft;Stellenbezeichnung;Standort",
        "PERS.NR.;WEERGAVENAAM;AFD.;DIRECT-LEIDINGGEVENDE;FUNCTIE_NAAM;KANTOOR",
    ],
)
def test_the_same_list_comes_out_of_dutch_english_and_german_column_names(header: str) -> None:
    reading = read_csv_text(f"{header}\n1;An Bos;IT;2;tester;Utrecht\n2;Bo Smit;IT;;hoofd;Utrecht\n")
    assert [m.field for m in reading.report.mapping] == ["id", "name", "unit", "manager", "job_title", "location"]
    assert {m.how for m in reading.report.mapping} == {"known"}
    first = {"id": "1", "name": "An Bos", "job_title": "tester", "location": "Utrecht", "unit": "it"}
    assert reading.document["people"][0] == first
    assert reading.document["units"] == [{"id": "it", "name": "IT", "manager": "2"}]


def test_a_list_of_seats_has_dutch_english_and_german_column_names() -> None:
    for header in (
        "Naam;Stam;Squad;Chapter;Rol;Inzet;Sinds;Tot",
        "Name;Tribe;Squad;Chapter;Role;Share;Since;Until",
        "Name;Stamm;Squad;Kapitel;Rolle;Anteil;Seit;Bis",
    ):
        reading = read_csv_text(f"{header}\nAn Bos;T;S;C;PO;0,5;2027-01-01;2027-02-01\n")
        assert [m.field for m in reading.report.mapping] == ["name", "tribe", "squad", "chapter", "role", "allocation", "from", "until"]
        assert {m.how for m in reading.report.mapping} == {"known"}


@pytest.mark.parametrize(
    ("rows", "called"),
    [
        ("Müller;Anna\nMeier;Beat", ["Anna Müller", "Beat Meier"]),
        ("Müller;Anna\nMeier;", ["Anna Müller", "Meier"]),
        ("Anna Müller;Anna\nMeier;Beat", ["Anna Müller", "Meier"]),
        ("Müller, A.;Anna\nMeier, B.;Beat", ["Müller, A.", "Meier, B."]),
        ("A. Müller;Anna\nB. Meier;Beat", ["A. Müller", "B. Meier"]),
        ("Müller;\nMeier;", ["Müller", "Meier"]),
    ],
)
def test_a_column_of_names_beside_first_names_holds_surnames_where_it_lacks_them(rows: str, called: list[str]) -> None:
    reading = read_csv_text(f"Name;Vorname;Abteilung\n{rows}\n".replace("\n", ";IT\n").replace("Abteilung;IT", "Abteilung"))
    assert [p["name"] for p in reading.document["people"]] == called


def test_a_list_of_seats_with_a_role_in_the_team_and_a_swiss_workload_is_read() -> None:
    assert mapped("Naam;Squad;Rol in team\nAn;S;PO\n")["Rol in team"] == ("role", "known")
    assert mapped("Name;Abteilung;Pensum\nAn;IT;80%\n")["Pensum"] == ("fte", "known")


def test_two_columns_with_one_name_are_refused_with_both_letters() -> None:
    with pytest.raises(InputRefusedError, match=r"same name 'NAAM': column A and column C"):
        read_csv_text("Naam;Afdeling;NAAM\nAn;IT;Bo\n")


def test_two_columns_that_mean_the_same_and_differ_are_refused_with_the_way_out() -> None:
    text = "id;naam;afdeling;department\n1;An;IT;Sales\n2;Bo;HR;Ops\n"
    with pytest.raises(InputRefusedError) as caught:
        read_csv_text(text)
    said = str(caught.value)
    assert "'afdeling' (column C) and 'department' (column D) could all be the unit, and they differ" in said
    assert "columns={'afdeling': 'unit', 'department': None}" in said
    assert "Sales" not in said
    reading = read_csv_text(text, columns={"afdeling": "unit", "department": None})
    assert [u["name"] for u in reading.document["units"]] == ["IT", "HR"]
    assert reading.report.ignored == ("department",)


def test_two_columns_that_say_the_same_are_one() -> None:
    reading = read_csv_text("id;naam;afdeling;department\n1;An;IT;IT\n2;Bo;HR;HR\n")
    assert [u["name"] for u in reading.document["units"]] == ["IT", "HR"]
    assert reading.report.ignored == ("department",)


def test_an_empty_column_gives_way_to_a_filled_one_of_the_same_meaning() -> None:
    assert mapped("id;naam;afdeling;department\n1;An;;IT\n2;Bo;;HR\n")["department"] == ("unit", "known")


def test_the_names_that_workday_gives_its_columns_are_guessed() -> None:
    text = "Worker ID,Legal Name,Supervisory Organization,Business Title,Manager ID,FTE %\n1,An,IT,Tester,,80%\n2,Bo,HR,Jurist,1,100%\n"
    reading = read_csv_text(text)
    assert dict(mapped(text).values()) == {
        "id": "known",
        "name": "guess",
        "unit": "guess",
        "job_title": "guess",
        "manager_id": "known",
        "fte": "guess",
    }
    assert [p["fte"] for p in reading.document["people"]] == [0.8, 1.0]


def test_a_legal_name_beside_the_name_that_people_use_is_no_rival() -> None:
    text = "id,name,legal name,department,supervisory organization,FTE,FTE %\n1,An,Anna,IT,IT (An),0.8,80\n2,Bo,Bob,HR,HR (Bo),1,100\n"
    assert set(mapped(text)) == {"id", "name", "department", "FTE"}


def test_numbers_with_the_noise_of_a_spreadsheet_are_numbers() -> None:
    people = read_csv_text("id;naam;uren\n1;An;21,599999999999998\n2;Bo;36\n").document["people"]
    assert people[0]["fte"] == 0.6


def test_of_two_unit_columns_the_one_with_codes_gives_the_ids() -> None:
    text = "id;naam;eenheid;afdeling\n1;An;A10;Sales\n2;Bo;B20;Ops\n"
    assert mapped(text)["eenheid"] == ("unit_id", "guess")
    assert mapped(text)["afdeling"] == ("unit", "known")
    assert {u["id"].casefold() for u in read_csv_text(text).document["units"]} == {"a10", "b20"}


def test_the_caller_knows_better_than_a_name() -> None:
    text = "id;naam;groep;kleur\n1;An;IT;tester\n2;Bo;IT;jurist\n"
    found = mapped(text, columns={"Kleur": "functie", "GROEP": "location"})
    assert found["kleur"] == ("job_title", "override")
    assert found["groep"] == ("location", "override")
    assert "as you said" in str(read_csv_text(text, columns={"kleur": "job_title"}).report)
    assert "zoals opgegeven" in str(read_csv_text(text, columns={"kleur": "job_title"}, language="nl").report)


@pytest.mark.parametrize(
    ("columns", "words"),
    [
        ({"Kleuren": "unit"}, "no column 'Kleuren'; it has id, naam, kleur, vorm"),
        ({"kleur": "smaak"}, "column 'kleur' cannot be taken for 'smaak'; known are id, name"),
        ({"kleur": "unit", "vorm": "afdeling"}, "two columns are to be taken for 'unit'"),
    ],
)
def test_a_wish_that_cannot_be_met_names_what_can(columns: dict[str, str], words: str) -> None:
    with pytest.raises(UsageError) as caught:
        read_csv_text("id;naam;kleur;vorm\n1;An;x;y\n", columns=columns)
    assert words in str(caught.value)


def test_a_list_that_says_of_nobody_who_it_is_is_refused_with_its_columns() -> None:
    with pytest.raises(InputRefusedError, match="no column says who somebody is; the columns are 'afdeling', 'functie'"):
        read_csv_text("afdeling;functie\nIT;tester\n")


def test_a_lone_login_is_the_id_and_further_logins_still_find_managers() -> None:
    reading = read_csv_text("login;gebruikersnaam;upn;naam;manager\nab1;AB;a@x;An;bs9\nbs2;BS;bs9;Bo;none\n")
    assert [p["id"] for p in reading.document["people"]] == ["ab1", "bs2"]
    assert reading.document["people"][0]["reports_to"] == "bs2"
    assert "bs9" not in str(reading.document)


@pytest.mark.parametrize(
    ("header", "values", "field"),
    [
        ("medewerker", ("0101", "0102"), "id"),
        ("nr", ("1", "2"), "id"),
        ("percentage", ("80", "100"), "fte"),
        ("type", ("vast", "inhuur"), "external"),
        ("teamleider", ("An Bos", "An Bos"), "manager"),
        ("skill", ("sql:2", "python:3"), "skills"),
        ("taak", ("PO", "lid"), "role"),
        ("ervaring", ("junior", "senior"), "seniority"),
        ("scrum", ("3", "4"), "agile_years"),
        ("scrum", ("2,5", "4 jaar"), "agile_years"),
        ("scrum", ("Team 1", "Team 2"), "squad"),
        ("kernteam", ("3", "4"), "squad"),
        ("kostenplaats", ("K1", "K2"), "unit_id"),
        ("titel", ("tester", "jurist"), "job_title"),
        ("vakgroep", ("Data", "Dev"), "chapter"),
        ("stad", ("Utrecht", "Ede"), "location"),
    ],
)
def test_a_name_that_could_mean_it_is_taken_where_the_content_agrees(header: str, values: tuple[str, str], field: str) -> None:
    reading = read_csv_text(f"naam;{header}\nAn Bos;{values[0]}\nBo Smit;{values[1]}\n")
    assert [(m.field, m.how) for m in reading.report.mapping][1] == (field, "guess")
    assert "a guess" in str(reading.report)


@pytest.mark.parametrize(
    ("header", "values"),
    [
        ("nr", ("een", "twee")),
        ("percentage", ("veel", "weinig")),
        ("type", ("rood", "blauw")),
        ("teamleider", ("ja", "nee")),
        ("skill", ("sql", "python")),
        ("taak", ("koffie", "thee")),
        ("ervaring", ("3", "7")),
        ("stad", ("", "")),
    ],
)
def test_a_name_that_could_mean_it_is_left_where_the_content_disagrees(header: str, values: tuple[str, str]) -> None:
    reading = read_csv_text(f"naam;{header}\nAn Bos;{values[0]}\nBo Smit;{values[1]}\n")
    assert [m.field for m in reading.report.mapping] == ["name"]
    assert reading.report.ignored == (header,)


def test_a_cost_centre_is_no_unit_beside_a_department() -> None:
    assert read_csv_text("naam;afdeling;kostenplaats\nAn;IT;K1\nBo;HR;K2\n").report.ignored == ("kostenplaats",)


def test_teams_are_squads_where_there_are_tribes_or_roles_and_units_where_not() -> None:
    assert mapped("naam;tribe;team\nAn;T;S\n")["team"] == ("squad", "guess")
    assert mapped("naam;team;rol\nAn;S;PO\nBo;S;lid\n")["team"] == ("squad", "guess")
    assert mapped("naam;team\nAn;S\n")["team"] == ("unit", "guess")
    assert mapped("naam;afdeling;team\nAn;A;S\n")["team"] == ("team", "known")


def test_roles_that_are_no_roles_are_job_titles() -> None:
    assert mapped("naam;rol\nAn;tester\nBo;jurist\n")["rol"] == ("job_title", "guess")
    both = read_csv_text("naam;rol;functie\nAn;rood;tester\nBo;blauw;jurist\n")
    assert [p["job_title"] for p in both.document["people"]] == ["tester", "jurist"]
    assert both.report.ignored == ("rol",)
    assert mapped("naam;tribe;squad;functie\nAn;T;S;PO\nBo;T;S;lid\n")["functie"] == ("role", "guess")


def test_a_manager_column_of_yes_and_no_is_no_manager_column() -> None:
    reading = read_csv_text("naam;afdeling;manager\nAn;IT;ja\nBo;IT;nee\n")
    assert reading.report.ignored == ("manager",)
    assert not reading.report.rejects


def test_private_columns_are_dropped_and_their_values_are_nowhere() -> None:
    reading = read_csv_text("naam;afdeling;Bruto maandloon;Geboortedatum;Gehalt\nAn;IT;987654;1980-01-01;876543\n")
    assert reading.report.dropped == ("Bruto maandloon", "Geboortedatum", "Gehalt")
    assert not any(secret in f"{reading.document} {reading.report}" for secret in ("987654", "876543", "1980"))


def test_titles_above_the_column_names_are_skipped_and_told() -> None:
    reading = read_csv_text("Lijst per 1 januari;;\n;;\nnaam;afdeling;functie\nAn;IT;tester\n")
    assert reading.report.header_number == 3
    assert "rows-above" in kinds((*reading.report.guesses, *reading.report.remarks))


def test_a_second_row_of_column_names_in_other_words_is_no_person() -> None:
    reading = read_csv_text("userId;firstName;lastName;mgr\nUser ID;First Name;Last Name;Manager\n1;An;Bos;2\n2;Bo;Smit;NO_MANAGER\n")
    assert [p["name"] for p in reading.document["people"]] == ["An Bos", "Bo Smit"]
