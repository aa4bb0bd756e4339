"""What the report of a table can say, in English and Dutch: fields, headings, sentences by kind of note."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

__all__ = ["FIELDS", "HEADINGS", "SENTENCES"]

FIELDS: Final[Mapping[str, tuple[str, str]]] = {
    "id": ("personnel number (id)", "personeelsnummer (id)"),
    "name": ("name", "naam"),
    "first_name": ("first name", "voornaam"),
    "infix": ("name prefix", "tussenvoegsel"),
    "last_name": ("last name", "achternaam"),
    "email": ("e-mail (to find managers; not kept)", "e-mail (om leidinggevenden te vinden; niet bewaard)"),
    "login": ("user name (to find managers; not kept)", "gebruikersnaam (om leidinggevenden te vinden; niet bewaard)"),
    "tribe": ("tribe", "tribe"),
    "tribe_id": ("tribe id", "tribe-id"),
    "squad": ("squad", "squad"),
    "squad_id": ("squad id", "squad-id"),
    "chapter": ("chapter", "chapter"),
    "chapter_id": ("chapter id", "chapter-id"),
    "role": ("role in the squad", "rol in de squad"),
    "allocation": ("allocation to the squad", "inzet in de squad"),
    "from": ("from (first day)", "vanaf (eerste dag)"),
    "until": ("until (first day that no longer counts)", "tot (eerste dag die niet meer telt)"),
    "last_day": ("last day", "laatste dag"),
    "unit": ("unit", "afdeling"),
    "unit_id": ("unit id", "afdelingscode"),
    "parent_unit": ("parent unit", "bovenliggende afdeling"),
    "division": ("unit, upper level", "afdeling, bovenste laag"),
    "team": ("unit, lowest level", "afdeling, onderste laag"),
    "unit_manager": ("manager of the unit", "hoofd van de afdeling"),
    "manager": ("line manager", "leidinggevende"),
    "manager_id": ("line manager (id)", "leidinggevende (id)"),
    "manager_name": ("line manager (name)", "leidinggevende (naam)"),
    "manager_email": ("line manager (e-mail)", "leidinggevende (e-mail)"),
    "job_title": ("job title", "functie"),
    "fte": ("FTE", "fte"),
    "hours": ("hours per week → FTE", "uren per week → fte"),
    "location": ("location", "standplaats"),
    "seniority": ("seniority", "senioriteit"),
    "agile_years": ("years of scrum or agile", "jaren scrum of agile"),
    "skills": ("skills", "vaardigheden"),
    "second_line": ("second line", "tweede lijn"),
    "external": ("external", "extern"),
    "vacancy": ("vacancy", "vacature"),
    "status": ("status (people who left are not taken over)", "status (wie weg is, gaat niet mee)"),
    "seat": ("seat", "plek"),
}

HEADINGS: Final[Mapping[str, tuple[str, str]]] = {
    "columns": ("Columns", "Kolommen"),
    "dropped": ("Left out to protect people's privacy", "Weggelaten om de privacy van mensen te beschermen"),
    "ignored": ("Columns not used", "Kolommen die niet gebruikt zijn"),
    "guesses": ("Guessed (please check)", "Aangenomen (graag nakijken)"),
    "remarks": ("Worth a look", "Het bekijken waard"),
    "rejects": ("Not taken over", "Niet overgenomen"),
    "how-guess": ("a guess", "aangenomen"),
    "how-override": ("as you said", "zoals opgegeven"),
    "separator-comma": ("commas", "komma's"),
    "separator-semicolon": ("semicolons", "puntkomma's"),
    "separator-tab": ("tabs", "tabs"),
    "separator-bar": ("bars (|)", "staande strepen (|)"),
    "count-people": ("people", "mensen"),
    "count-people-1": ("person", "mens"),
    "count-units": ("units", "afdelingen"),
    "count-units-1": ("unit", "afdeling"),
    "count-tribes": ("tribes", "tribes"),
    "count-tribes-1": ("tribe", "tribe"),
    "count-chapters": ("chapters", "chapters"),
    "count-chapters-1": ("chapter", "chapter"),
    "count-squads": ("squads", "squads"),
    "count-squads-1": ("squad", "squad"),
    "count-managed": ("people with a manager in the line", "mensen met een leidinggevende in de lijn"),
    "count-managed-1": ("person with a manager in the line", "mens met een leidinggevende in de lijn"),
}

#: {rows} is "row 4" or "rows 4, 5 and 9"; where a sentence does not say it, it is put in front or behind.
SENTENCES: Final[Mapping[str, tuple[str, str]]] = {
    "opening": ("{file}: {rows_read} read as {counts}.", "{file}: {rows_read} gelezen als {counts}."),
    "opening-sheet": ("{file}, sheet {sheet}: {rows_read} read as {counts}.", "{file}, blad {sheet}: {rows_read} gelezen als {counts}."),
    "opening-encoding": (
        "Read as {encoding} with {separator} between the cells; the column names stand in row {header}.",
        "Gelezen als {encoding} met {separator} tussen de cellen; de kolomnamen staan in rij {header}.",
    ),
    "opening-header": ("The column names stand in row {header}.", "De kolomnamen staan in rij {header}."),
    "more-of-these": ("… and {n} more of these", "… en nog {n} van dit soort"),
    # -- reading the cells
    "encoding": (
        "The file is not UTF-8, so it was read as {encoding} (Excel's usual one); look whether accents are right.",
        "Het bestand is geen UTF-8 en is daarom gelezen als {encoding} (gebruikelijk bij Excel); kijk of de accenten kloppen.",
    ),
    "rows-above": (
        "Above the column names and not part of the list: {rows}.",
        "Boven de kolomnamen en geen deel van de lijst: {rows}.",
    ),
    "break-in-cell": (
        "A line break or tab inside a cell became a space: {rows}.",
        "Een regeleinde of tab in een cel werd een spatie: {rows}.",
    ),
    "row-too-long": (
        "{cells} cells under {columns} column names; the row is left out. Is a separator inside a cell without quotation marks?",
        "{cells} cellen onder {columns} kolomnamen; de rij is weggelaten. Staat er een scheidingsteken in een cel zonder aanhalingstekens?",
    ),
    "row-too-long-comma": (
        "{cells} cells under {columns} column names; the row is left out. A decimal comma or a comma in a name must "
        "stand between quotation marks.",
        "{cells} cellen onder {columns} kolomnamen; de rij is weggelaten. Een decimale komma of een komma in een naam "
        "hoort tussen aanhalingstekens.",
    ),
    "row-of-another-separator": (
        "another separator than in the rest of the list stands between the cells; the row is left out.",
        "tussen de cellen staat een ander scheidingsteken dan in de rest van de lijst; de rij is weggelaten.",
    ),
    "sheet-chosen": (
        "Sheet {sheet} was read; {others} could be a list too (choose with sheet=).",
        "Blad {sheet} is gelezen; {others} kan ook een lijst zijn (kies met sheet=).",
    ),
    "merged-cells": (
        "Merged cells ({cells}): their text counts for every row that they cover.",
        "Samengevoegde cellen ({cells}): hun tekst geldt voor elke rij die ze beslaan.",
    ),
    "formula-without-value": (
        "Formulas that were never calculated count as empty ({cells}); open and save the file in Excel.",
        "Formules die nooit berekend zijn, tellen als leeg ({cells}); open en bewaar het bestand in Excel.",
    ),
    "error-value": ("Error values such as #N/A count as empty ({cells}).", "Foutwaarden zoals #N/B tellen als leeg ({cells})."),
    "index-as-column": ("The frame's index {index} was read as a column.", "De index {index} van het dataframe is als kolom gelezen."),
    # -- values
    "counts-as-empty": ("'{word}' counts as empty in the column {column}: {rows}.", "'{word}' telt als leeg in de kolom {column}: {rows}."),
    "day-first": (
        "Dates in {column} are read with the day first (03-04-2027 is 3 April); the list itself does not settle it: {rows}.",
        "Datums in {column} zijn gelezen met de dag voorop (03-04-2027 is 3 april); de lijst zelf beslist dat niet: {rows}.",
    ),
    "month-first": (
        "Dates are read with the month first, because some would not be dates otherwise.",
        "Datums zijn gelezen met de maand voorop, omdat sommige anders geen datum zijn.",
    ),
    "short-year": (
        "Years of two digits in {column} count as 20..: {rows}.",
        "Jaartallen van twee cijfers in {column} tellen als 20..: {rows}.",
    ),
    "last-day": (
        "{column} was taken as the last day, so the seat ends the day after: {rows}.",
        "{column} is gelezen als laatste dag; de plek eindigt de dag erna: {rows}.",
    ),
    "latest-row": (
        "{column} changes over time; what holds last counts: {rows}.",
        "{column} verandert in de tijd; wat het laatst geldt, telt: {rows}.",
    ),
    "hours-to-fte": (
        "{column} holds hours; {full} hours a week count as 1 FTE.",
        "{column} bevat uren; {full} uur per week telt als 1 fte.",
    ),
    "percent": ("{column} holds percentages without a sign; 100 counts as 1.", "{column} bevat percentages zonder teken; 100 telt als 1."),
    "skill-level-2": (
        "Skills without a level count as level 2 (does it independently): {rows}.",
        "Vaardigheden zonder niveau tellen als niveau 2 (zelfstandig): {rows}.",
    ),
    "bad-date": ("{column} is not a date; it is not used.", "{column} is geen datum en is niet gebruikt."),
    "bad-number": (
        "{column} is not a number that fits ({expected}); it is not used.",
        "{column} is geen passend getal ({expected}) en is niet gebruikt.",
    ),
    "bad-flag": ("{column} is neither yes nor no; it is not used.", "{column} is ja noch nee en is niet gebruikt."),
    "bad-skill": (
        "A skill is not written as name:level with a level from 0 to 3; it is not used.",
        "Een vaardigheid is niet geschreven als naam:niveau met niveau 0 tot en met 3 en is niet gebruikt.",
    ),
    "text-too-long": ("{column} is longer than 500 characters; it is not used.", "{column} is langer dan 500 tekens en is niet gebruikt."),
    "bad-character": (
        "{column} holds the character {character}, which is not allowed; the row is left out.",
        "{column} bevat het teken {character}, dat niet mag; de rij is weggelaten.",
    ),
    # -- people
    "id-from-name": ("No column holds ids, so ids were made from names.", "Geen kolom bevat ids; de ids zijn van namen gemaakt."),
    "id-missing": ("No id in {rows}: it was made from the name.", "Geen id in {rows}: die is van de naam gemaakt."),
    "name-too-long": (
        "The name is longer than 500 characters; the row is left out.",
        "De naam is langer dan 500 tekens; de rij is weggelaten.",
    ),
    "id-too-long": ("The id is longer than 200 characters; the row is left out.", "De id is langer dan 200 tekens; de rij is weggelaten."),
    "same-name-same-person": (
        "The same name without an id counts as the same person {person}: {rows}.",
        "Dezelfde naam zonder id telt als dezelfde persoon {person}: {rows}.",
    ),
    "same-name-two-people": (
        "The same name with other data counts as another person {person}: {rows}.",
        "Dezelfde naam met andere gegevens telt als een andere persoon {person}: {rows}.",
    ),
    "same-name": ("People with different ids bear the same name: {rows}.", "Mensen met verschillende ids dragen dezelfde naam: {rows}."),
    "repeated-row": ("Nothing new in {rows}: everything stood there before.", "Niets nieuws in {rows}: alles stond er al."),
    "id-of-another": (
        "The id {person} belongs to another name in row {first}; the row is left out.",
        "De id {person} hoort in rij {first} bij een andere naam; de rij is weggelaten.",
    ),
    "fact-differs": (
        "{column} of {person} is not what row {first} says; row {first} counts.",
        "{column} van {person} is niet wat rij {first} zegt; rij {first} telt.",
    ),
    "fte-differs": (
        "{column} of {person} is not what row {first} says; row {first} counts. If it is the share per squad, say "
        "columns={{'{column}': 'allocation'}}.",
        "{column} van {person} is niet wat rij {first} zegt; rij {first} telt. Is het de inzet per squad, geef dan op: "
        "columns={{'{column}': 'allocation'}}.",
    ),
    "nobody": ("Neither an id nor a name; the row is left out.", "Geen id en geen naam; de rij is weggelaten."),
    "total-row": ("A line that adds up others; it is left out.", "Een regel die andere optelt; die is weggelaten."),
    "inactive": (
        "The status says that the person left; the row is left out.",
        "Volgens de status is deze persoon weg; de rij is weggelaten.",
    ),
    "vacancy-by-name": (
        "The name says that the seat is open: {person} is a vacancy ({rows}).",
        "De naam zegt dat de plek open is: {person} is een vacature ({rows}).",
    ),
    # -- the line
    "manager-unknown": (
        "The manager of {person} is not in the list{reference}; {person} stays, without this manager.",
        "De leidinggevende van {person} staat niet in de lijst{reference}; {person} blijft, zonder deze leidinggevende.",
    ),
    "manager-ambiguous": (
        "The manager of {person} could be {candidates}; {person} stays, without this manager. Give ids.",
        "De leidinggevende van {person} kan {candidates} zijn; {person} blijft, zonder deze leidinggevende. Geef ids op.",
    ),
    "manager-cycle": (
        "Managers in a circle: {cycle}; these people stay, without these managers.",
        "Leidinggevenden in een kring: {cycle}; deze mensen blijven, zonder deze leidinggevenden.",
    ),
    "manager-by-initials": (
        "The manager of {person} was found by initial and last name: {manager}.",
        "De leidinggevende van {person} is gevonden op voorletter en achternaam: {manager}.",
    ),
    "manager-by-title": (
        "The manager column holds a job title that one person has: {manager} for {rows}.",
        "In de kolom leidinggevende staat een functie die één persoon heeft: {manager} voor {rows}.",
    ),
    "manager-by-number": (
        "The manager's number was written otherwise than the id {manager} (zeros or .0): {rows}.",
        "Het nummer van de leidinggevende was anders geschreven dan de id {manager} (nullen of .0): {rows}.",
    ),
    "manager-differs": (
        "The columns about the manager of {person} disagree; {manager} was taken ({rows}).",
        "De kolommen over de leidinggevende van {person} spreken elkaar tegen; {manager} is genomen ({rows}).",
    ),
    "no-manager-given": (
        "No manager for {person} ({rows}): the manager of unit {unit} counts, {manager}.",
        "Geen leidinggevende voor {person} ({rows}): het hoofd van afdeling {unit} telt, {manager}.",
    ),
    "roots": (
        "{n} people have no line manager: {people}.",
        "{n} mensen hebben geen leidinggevende: {people}.",
    ),
    "unit-manager": (
        "Unit {unit} is led by {manager}, to whom {n} of {all} report.",
        "Afdeling {unit} wordt geleid door {manager}; {n} van {all} rapporteren aan die persoon.",
    ),
    "unit-manager-common": (
        "Unit {unit} is led by {manager}: no one has most of the people directly, and everybody reports there through others.",
        "Afdeling {unit} wordt geleid door {manager}: aan niemand rapporteren de meesten direct, en iedereen via anderen aan die persoon.",
    ),
    "unit-manager-top": (
        "Unit {unit} is led by {manager}, to whom others in or below it report.",
        "Afdeling {unit} wordt geleid door {manager}: anderen in of onder deze afdeling rapporteren aan die persoon.",
    ),
    "unit-manager-unclear": (
        "Unit {unit} has no manager in the chart: its people report to different people; each of them keeps their own manager.",
        "Afdeling {unit} heeft in het organogram geen hoofd: de mensen rapporteren aan verschillende mensen; ieder "
        "houdt de eigen leidinggevende.",
    ),
    "unit-parent": (
        "Unit {units} stands under unit {parent}, because that is where its manager reports.",
        "Afdeling {units} valt onder afdeling {parent}, omdat het hoofd daar rapporteert.",
    ),
    "unit-parents": (
        "These units stand under unit {parent}, because that is where their managers report: {units}.",
        "Deze afdelingen vallen onder afdeling {parent}, omdat hun hoofden daar rapporteren: {units}.",
    ),
    "unit-manager-unknown": (
        "The manager of unit {unit} is not in the list{reference}; the unit stays without.",
        "Het hoofd van afdeling {unit} staat niet in de lijst{reference}; de afdeling blijft zonder.",
    ),
    "unit-parent-cycle": (
        "Units that stand under each other in a circle: {cycle}; {unit} has no parent in the chart.",
        "Afdelingen die in een kring onder elkaar vallen: {cycle}; {unit} heeft in het organogram geen bovenliggende.",
    ),
    "unit-fact-differs": (
        "{column} of unit {unit} is not what row {first} says; row {first} counts.",
        "{column} van afdeling {unit} is niet wat rij {first} zegt; rij {first} telt.",
    ),
    "unit-made": (
        "Unit {unit} is named as a parent only; it was added without people.",
        "Afdeling {unit} wordt alleen als bovenliggende genoemd en is toegevoegd zonder mensen.",
    ),
    "second-line-unit": (
        "Unit {unit} is taken as second line because of its name (people: {n}).",
        "Afdeling {unit} telt als tweede lijn vanwege de naam (mensen: {n}).",
    ),
    "second-line-desk": (
        "Unit {unit} says second line, but like a service desk; it was not taken as second line of defence.",
        "Afdeling {unit} zegt tweede lijn, maar als een servicedesk; die telt niet als tweede lijn van risicobeheersing.",
    ),
    # -- teams
    "role-as-title": (
        "'{role}' is no role that we know; taken as a plain member with that job title: {rows}.",
        "'{role}' is geen rol die we kennen; gelezen als gewoon lid met die functie: {rows}.",
    ),
    "role-unknown": (
        "'{role}' is no role that we know; taken as a plain member: {rows}.",
        "'{role}' is geen rol die we kennen; gelezen als gewoon lid: {rows}.",
    ),
    "role-without-team": (
        "A {role} without a {team} in the row; the role of {person} is not used.",
        "Een {role} zonder {team} in de rij; de rol van {person} is niet gebruikt.",
    ),
    "only-tribe": (
        "The row gives a tribe and no squad, chapter or role: {person} counts as support of tribe {tribe} ({rows}).",
        "De rij noemt een tribe zonder squad, chapter of rol: {person} telt als ondersteuning van tribe {tribe} ({rows}).",
    ),
    "tribe-assumed": (
        "The only tribe {tribe} was taken where a {role} names none: {rows}.",
        "De enige tribe {tribe} is genomen waar een {role} er geen noemt: {rows}.",
    ),
    "several-in-cell": (
        "Several {what}s in one cell, taken apart at the semicolon: {rows}.",
        "Meer {what}s in één cel, gesplitst op de puntkomma: {rows}.",
    ),
    "same-team-name": (
        "The {what} name {name} stands in several tribes; the ids carry the tribe.",
        "De naam {name} komt als {what} in meer tribes voor; de ids dragen de tribe.",
    ),
    "team-of-two-tribes": (
        "Squad or chapter {name} stands in several tribes and the row names none; the seat of {person} is not used.",
        "Squad of chapter {name} staat in meer tribes en de rij noemt er geen; de plek van {person} is niet gebruikt.",
    ),
    "dates-turned-round": (
        "The dates end before they start; this place of {person} is not used.",
        "De datums eindigen voordat ze beginnen; deze plek van {person} is niet gebruikt.",
    ),
    "team-row": (
        "A unit or team and no person; the team stands in the chart, nobody was added: {rows}.",
        "Een afdeling of team en geen persoon; het team staat in het organogram, er is niemand toegevoegd: {rows}.",
    ),
}
