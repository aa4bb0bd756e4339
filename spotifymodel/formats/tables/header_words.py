"""What columns of HR lists are called in Dutch, English and German.

A name in ``CALLED`` settles what a column is; one in ``PERHAPS`` is taken for it where no other column claims it, and is
reported as a guess. Spelling (capitals, accents, spaces, dots, underscores) does not matter.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from .folding import squeeze, words_of

__all__ = ["FIELDS", "LEVELS", "field_of", "is_private", "meaning"]

CALLED: Final[Mapping[str, str]] = {
    "id": """id, person id, personid, personeelsnummer, personeelsnr, pers nr, persnr, persnummer, personeels id,
        medewerkernummer, medewerkersnummer, medewerkernr, medewerkersnr, medewerker id, medewerkerid, mw nr,
        werknemersnummer, werknemernummer, werknemer id, employee id, employee number, employee no, employee nr,
        employeenum, emp id, emp no, emplid, staff number, staff id, staff no, worker id, person number, personnel number,
        personnel no, hr id, personalnummer, personal nr, pers nr, mitarbeiternummer, mitarbeiter id, mitarbeiternr,
        stamnummer, stamnr""",
    "name": """name, full name, display name, employee name, person, person name, worker name, preferred name, naam, volledige
        naam, naam medewerker, medewerkernaam, medewerker naam, medewerkersnaam, naam werknemer, roepnaam en achternaam,
        weergavenaam, achternaam voornaam, voornaam achternaam, nachname vorname, vorname nachname, last name first name,
        first name last name, surname first name, persoon, persoonsnaam, vollstandiger name, mitarbeitername, name
        mitarbeiter, vor und nachname""",
    "first_name": "first name, given name, forename, firstname, legal first name, voornaam, roepnaam, vorname, rufname",
    "infix": "infix, name prefix, tussenvoegsel, tussenvoegsels, voorvoegsel, voorvoegsels, voorv, tv, namenszusatz",
    "last_name": "last name, surname, family name, lastname, achternaam, familienaam, geslachtsnaam, nachname, familienname",
    "email": """email, e mail, mail, email address, e mail address, mail address, work email, email work, business email,
        emailadres, e mailadres, mailadres, werkmail, zakelijk emailadres, e mail adresse, mailadresse, email adresse""",
    "login": """login, login name, user id, userid, user name, username, user, account, network id, sam account name, upn, user
        principal name, gebruikersnaam, inlognaam, gebruiker, benutzername, kurzel, kennung""",
    "tribe": "tribe, tribe name, tribe naam, naam tribe, stam, stamm",
    "tribe_id": "tribe id, tribe code",
    "squad": """squad, squad name, squad naam, naam squad, squads, scrum team, scrumteam, agile team, feature team, product team,
        productteam, delivery team, devops team""",
    "squad_id": "squad id, squad code",
    "chapter": "chapter, chapter name, chapter naam, naam chapter, home chapter, chapters, kapitel",
    "chapter_id": "chapter id, chapter code",
    "role": """role, squad role, role in squad, agile role, team role, tribe role, rol, squadrol, rol in squad, rol squad, agile
        rol, teamrol, rol in team, rol binnen team, rol binnen squad, role in team, role within team, rolle, squadrolle, rolle
        im squad, rolle im team""",
    "allocation": """allocation, allocation %, % allocation, allocated, squad allocation, fte in squad, squad fte, share, time share,
        allocatie, allocatie %, inzet, inzet %, inzetpercentage, percentage inzet, inzet in squad, fte squad, verdeling,
        anteil, zuordnung %, zuteilung, einsatz""",
    "from": """from, from date, date from, valid from, start, start date, starting, since, effective from, effective date, member
        since, van, vanaf, startdatum, begindatum, ingangsdatum, datum ingang, geldig vanaf, sinds, datum van, ab, von,
        gultig ab, beginn, seit, startdatum squad""",
    "until": "until, till, valid until, valid till, to, date to, to date, up to, tot, geldig tot, datum tot, bis",
    "last_day": """datum uit dienst, uit dienst, uit dienst datum, uitdienst, uitdienstdatum, uitdiensttreding, datum uitdiensttreding,
        einde dienstverband, datum einde dienstverband, einddatum dienstverband, laatste werkdag, austrittsdatum, austritt, datum
        austritt, vertragsende, termination date, leave date, leaving date, date left, exit date, last working day, end of
        employment, employment end date, end, end date, ending, last day, through, valid through, effective until, einde, eind,
        einddatum, t m, tot en met,
        laatste dag, ende, enddatum, gultig bis, bis einschliesslich""",
    "unit": """unit, business unit, org unit, orgunit, organisation unit, organization unit, organisational unit, organizational
        unit, department, department name, dept, dept name, departement, afdeling, afdelingsnaam, afd, afdeling naam, naam
        afdeling, organisatie eenheid, organisatieeenheid, organisatorische eenheid, eenheid, oe, orgeenheid, org eenheid,
        bedrijfsonderdeel, onderdeel, abteilung, abteilungsname, organisationseinheit, bereich""",
    "unit_id": """unit id, unit code, department id, dept id, department code, department number, department no, afdelingscode,
        afdelingsnummer, afdelingsnr, afdeling code, afdeling id, oe code, oe id, org unit id, organisatie eenheid code,
        abteilungsnummer, abteilung id, abteilungs id""",
    "parent_unit": """parent unit, parent department, parent, reports into, bovenliggende eenheid, bovenliggende afdeling, hogere
        afdeling, valt onder, ubergeordnete abteilung, ubergeordnete einheit""",
    "division": """division, directorate, business line, sector, directie, divisie, hoofdafdeling, cluster, domein, domain, direktion,
        hauptabteilung""",
    "team": """team, team name, teamnaam, team naam, naam team, subafdeling, sub afdeling, subdepartment, sub department, section,
        sectie, groep, gruppe""",
    "unit_manager": """unit manager, unit head, department manager, department head, head of department, afdelingshoofd, afdelingsmanager,
        manager afdeling, unitmanager, hoofd van de afdeling, abteilungsleiter, abteilungsleitung""",
    "manager": """manager, line manager, direct manager, reporting manager, supervisor, direct supervisor, immediate supervisor,
        superior, boss, reports to, reporting to, leidinggevende, direct leidinggevende, directe leidinggevende,
        lijnmanager, chef, rapporteert aan, baas, vorgesetzter, vorgesetzte, fuhrungskraft, direkter vorgesetzter, berichtet
        an, reports to person""",
    "manager_id": """manager id, managerid, manager number, manager no, manager nr, manager code, manager employee id, line manager id,
        supervisor id, reports to id, mgr id, mgr, leidinggevende id, leidinggevende nummer, leidinggevende nr,
        personeelsnummer leidinggevende, personeelsnr leidinggevende, personeelsnummer manager, medewerkernummer
        leidinggevende, id leidinggevende, manager personeelsnummer, vorgesetzter id, personalnummer vorgesetzter""",
    "manager_name": """manager name, line manager name, supervisor name, naam manager, naam leidinggevende, leidinggevende naam, manager
        naam, name vorgesetzter, name des vorgesetzten""",
    "manager_email": """manager email, manager e mail, line manager email, supervisor email, email manager, emailadres manager, email
        leidinggevende, emailadres leidinggevende, e mail leidinggevende, leidinggevende email, e mail vorgesetzter""",
    "job_title": """job title, jobtitle, job, function, function title, position title, job name, functie, functienaam, functietitel,
        functiebenaming, functieomschrijving, naam functie, beroep, funktion, funktionsbezeichnung, stelle,
        stellenbezeichnung, berufsbezeichnung, jobtitel""",
    "fte": """fte, fte factor, contract fte, ftes, fulltime equivalent, full time equivalent, deeltijdfactor, deeltijd factor,
        deeltijdpercentage, deeltijd %, parttime percentage, parttime %, part time %, parttimefactor, part time factor,
        dienstverband %, werktijdfactor, contract %, beschaftigungsgrad, teilzeitfaktor, arbeitszeitanteil, employment
        percentage, employment %, pensum, pensum %""",
    "hours": """hours, hours per week, weekly hours, contract hours, standard hours, scheduled weekly hours, uren, uren per week,
        contracturen, contract uren, uren contract, werkuren, weekuren, aantal uren, arbeidsduur, stunden, wochenstunden, vertragsstunden,
        sollstunden,
        stunden pro woche""",
    "location": """location, location name, office, site, office location, work location, work site, place of work, locatie,
        standplaats, vestiging, kantoor, werklocatie, werkplek, kantoorlocatie, plaats, standort, arbeitsort, niederlassung""",
    "seniority": "seniority, seniority level, level, senioriteit, ervaringsniveau, functieniveau, niveau, senioritat, erfahrungsstufe",
    "agile_years": """agile years, scrum years, years scrum, years agile, years of scrum, years of agile, agile experience, scrum
        experience, years of agile experience, years of scrum experience, agile ervaring, scrum ervaring, scrumervaring,
        jaren scrum, jaren agile, scrum jaren, agile jaren, jaren scrum ervaring, jaren agile ervaring, agile erfahrung,
        scrum erfahrung, jahre scrum, jahre agile""",
    "skills": "skills, skill levels, competencies, vaardigheden, competenties, kennis, fahigkeiten, kompetenzen",
    "second_line": """second line, 2nd line, secondline, line of defence, line of defense, lod, tweede lijn, 2e lijn, tweedelijns, lijn,
        verdedigingslinie, zweite linie, 2 linie""",
    "external": """external, is external, extern, externe, inhuur, contractor, contract type, contracttype, type contract, soort
        contract, employee type, employment type, worker type, type medewerker, soort medewerker, intern extern, intern of
        extern, dienstverband, soort dienstverband, zzp, mitarbeitertyp, vertragsart, interne extern""",
    "vacancy": "vacancy, vacant, is vacancy, open position, open seat, vacature, openstaand, vakanz, vakant, offene stelle",
    "status": "status, employee status, employment status, active, active status, actief, status medewerker, medewerkerstatus, aktiv",
}

PERHAPS: Final[Mapping[str, str]] = {
    "id": """nr, no, nummer, number, code, personnel, personal, persoonsnummer, employee, medewerker, werknemer, mitarbeiter,
        worker, key, sleutel""",
    "name": """employee, medewerker, werknemer, mitarbeiter, worker, collega, preferred full name, legal name, legal full name,
        full legal name, associate name, wie, who, naam id, titel naam""",
    "squad": "agile squad, scrum, kernteam, product squad, teams",
    "chapter": "vakgroep, discipline, expertise, expertisegroep, specialisme, specialism, fachgruppe, capability",
    "role": "functie in team, taak, squad functie",
    "unit": """supervisory organization, supervisory organisation, sup org, department description, omschrijving afdeling, afdeling
        omschrijving, organisation, organization, organisatie, groep naam, kostenplaatsnaam, kostenplaats naam, cost center name, cost
        centre name, org""",
    "unit_id": "kostenplaats, kostenplaatscode, cost center, cost centre, kostenstelle",
    "manager": "lead, head, hoofd, leiding, teamleider, teamlead, team lead, team leader, teammanager, leiter",
    "job_title": """business title, working title, title, titel, functie omschrijving, omschrijving functie, planstelle,
        planstellenbezeichnung, position, positie, job id, job code, jobcode, functiecode, functie code, job profile, job profile
        name, job family, omschrijving""",
    "fte": """fte %, % fte, fte percentage, fte pct, dienstverbandpercentage, beschaftigungsgrad %, percentage, pct, contract,
        contractomvang, omvang, parttime, deeltijd""",
    "location": "city, stad, town, building, gebouw, ort, stadt",
    "seniority": "ervaring, experience, grade level, career level, ebene",
    "agile_years": "scrum, agile",
    "skills": "skill, vaardigheid, kennisgebieden",
    "external": "type, soort",
}

#: Words of column names that are put together of them, such as "Mdw.nr." or "Nr. direct leidinggevende".
PARTS: Final[Mapping[str, str]] = {
    "number": "nr, no, num, number, nummer, id, code",
    "employee": """personeel, personeels, pers, medewerker, medewerkers, mdw, medew, mw, werknemer, werknemers, wn, employee, emp, staff,
        worker, person, personal, mitarbeiter, associate""",
    "manager": """manager, managers, mgr, mngr, supervisor, leidinggevende, leidinggevenden, leidinggev, lg, chef, baas, boss, vorgesetzter,
        vorgesetzte, vorgesetzten, fuhrungskraft, fuhrungskrafte, teamleiter, linemanager, lijnmanager""",
    "name": "naam, name, names",
    "email": "email, mail, mailadres, emailadres, mailadresse",
    "direct": """direct, directe, direkter, direkte, disziplinarischer, disziplinarische, hierarchisch, hierarchische, line, lijn, van,
        de, of, the, des, der, zijn, haar""",
}
#: Which of these together settle what field.
_TOGETHER: Final[Mapping[frozenset[str], str]] = {
    frozenset({"number", "employee"}): "id",
    frozenset({"name", "employee"}): "name",
    frozenset({"manager"}): "manager",
    frozenset({"number", "manager"}): "manager_id",
    frozenset({"number", "manager", "employee"}): "manager_id",
    frozenset({"name", "manager"}): "manager_name",
    frozenset({"email", "manager"}): "manager_email",
}

_MAIL: Final = re.compile("e-mail", re.IGNORECASE)

#: Levels of the line organisation from top to bottom, where a list has a column for each.
LEVELS: Final = ("division", "unit", "team")

#: Words in a column name that mark what nobody needs to draw a chart: pay, birth, body, home, judgement.
PRIVATE_WORDS: Final = """salary, salaries, wage, wages, pay, payroll, compensation, compa, bonus, commission, income, earnings, gross, net,
    stock, pension, salaris, loon, bruto, netto, schaal, trede, periodiek, inkomen, beloning, toeslag, vakantiegeld,
    pensioen, gehalt, lohn, vergutung, entgelt, verdienst, brutto, birth, birthday, birthdate, dob, age, born, geboren,
    geboortedatum, geboorteplaats, leeftijd, alter, geburtsdatum, gender, sex, geslacht, geschlecht, m v, bsn,
    sofinummer, ssn, social security, sozialversicherungsnummer, passport, paspoort, iban, bank, bankrekening,
    rekeningnummer, nationality, nationaliteit, staatsangehorigkeit, ethnicity, race, religion, religie, geloof,
    marital, burgerlijke, kinderen, children, familienstand, disability, handicap, health, gezondheid, sick, sickness,
    ziek, verzuim, ziekteverzuim, krankheit, rating, appraisal, performance, beoordeling, beoordelingsscore, potential,
    potentieel, talent, home, prive, adres, address, straat, street, huisnummer, postcode, zip, woonplaats, phone,
    telefoon, telephone, mobile, mobiel, tel, telefoonnummer, handy, foto, photo, disciplinary"""

#: Parts of compound words that do the same.
PRIVATE_PARTS: Final = (
    "salaris",
    "salary",
    "gehalt",
    "geboorte",
    "geburt",
    "birth",
    "verzuim",
    "nationalit",
    "bankrek",
    "burgerservice",
    "pensioen",
    "pension",
)
PRIVATE_ENDS: Final = ("loon", "lohn", "wage", "schaal", "bonus")

#: Every field that a column can be taken for.
FIELDS: Final = tuple(CALLED)


def _word(name: str) -> str:
    """Return what is compared of a column name; a percent sign tells a share from a kind of contract."""
    return squeeze(name.replace("%", " procent "))


@lru_cache(maxsize=1)
def _index() -> tuple[dict[str, str], dict[str, tuple[str, ...]]]:
    """Return settled name -> field, and possible name -> fields."""
    settled: dict[str, str] = {}
    for field, names in CALLED.items():
        settled[_word(field)] = field
        for name in names.split(","):
            settled.setdefault(_word(name), field)
    perhaps: dict[str, tuple[str, ...]] = {}
    for field, names in PERHAPS.items():
        for name in names.split(","):
            word = _word(name)
            perhaps[word] = (*perhaps.get(word, ()), field)
    return settled, perhaps


@lru_cache(maxsize=4096)
def meaning(header: str) -> tuple[str | None, tuple[str, ...]]:
    """Return the field that a column name settles, and those it could mean otherwise.

    Examples
    --------
    >>> meaning("Pers.nr."), meaning("Afdeling (verplicht) *"), meaning("medewerker")
    (('id', ()), ('unit', ()), (None, ('id', 'name')))
    >>> meaning("Mdw.nr."), meaning("Nr direct leidinggevende"), meaning("favourite colour")
    (('id', ()), ('manager_id', ()), (None, ()))
    """
    settled, perhaps = _index()
    for text in (header, header.split("(")[0], header.split("[")[0]):
        word = _word(text)
        if word in settled:
            return settled[word], ()
        if word in perhaps:
            return None, perhaps[word]
    return _put_together(header), ()


@lru_cache(maxsize=1)
def _parts() -> dict[str, str]:
    return {squeeze(word): part for part, words in PARTS.items() for word in words.split(",")}


def _put_together(header: str) -> str | None:
    """Return what a column name of several known words says; ``None`` where one of them is not known."""
    found: set[str] = set()
    parts = _parts()
    for word in words_of(_MAIL.sub("email", header.split("(")[0])):
        cut = next((n for n in (7, 6, 2) if parts.get(word[-n:]) == "number" and word[:-n] in parts), 0)
        for piece in (word[:-cut], word[-cut:]) if cut else (word,):
            if piece not in parts:
                return None
            found.add(parts[piece])
    return _TOGETHER.get(frozenset(found - {"direct"}))


@lru_cache(maxsize=4096)
def is_private(header: str) -> bool:
    """Tell whether a column holds what a chart has no business with.

    Examples
    --------
    >>> [is_private(h) for h in ("SALARY", "Bruto maandloon", "commission_pct", "Geb. datum", "E-mail address", "Salon", "Package")]
    [True, True, True, True, False, False, False]
    """
    if meaning(header)[0]:
        return False
    found = words_of(header)
    private = _private()
    return (
        any(w in private or w.endswith(PRIVATE_ENDS) or any(p in w for p in PRIVATE_PARTS) for w in found)
        or squeeze(header) in private
        or (found[:1] == ["geb"] or found[-1:] == ["geb"])
    )


@lru_cache(maxsize=1)
def _private() -> frozenset[str]:
    return frozenset(squeeze(word) for word in PRIVATE_WORDS.split(","))


def field_of(text: str) -> str | None:
    """Return the field that a caller named, by our name or by any settled column name; ``None`` for an unknown one.

    Examples
    --------
    >>> field_of("job title"), field_of("agile_years"), field_of("scrum years"), field_of("colour")
    ('job_title', 'agile_years', 'agile_years', None)
    """
    return _index()[0].get(_word(text))
