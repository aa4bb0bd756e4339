"""What job titles are made of, in Dutch, English and German: words that settle a role, a discipline, a rank.

Each entry is a pattern on the plain title (small letters, no accents, abbreviations written out, words apart). The first
that fits counts, so narrow ones stand before wide ones.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

__all__ = ["ABBREVIATIONS", "DISCIPLINES", "PM_TYPES", "ROLES", "SENIORITIES"]

#: Written out before anything is looked up; whole words only.
ABBREVIATIONS: Final[Mapping[str, str]] = {
    "sr": "senior",
    "snr": "senior",
    "sen": "senior",
    "jr": "junior",
    "jnr": "junior",
    "med": "medior",
    "mgr": "manager",
    "mngr": "manager",
    "mngt": "management",
    "mgmt": "management",
    "mgt": "management",
    "mkt": "marketing",
    "mktg": "marketing",
    "prod": "product",
    "proj": "project",
    "tech": "technical",
    "techn": "technical",
    "strat": "strategic",
    "dev": "developer",
    "devs": "developer",
    "eng": "engineer",
    "swe": "software engineer",
    "sdet": "test engineer",
    "csm": "customer success manager",
    "hrbp": "hr business partner",
    "arch": "architect",
    "ba": "business analist",
    "ontw": "ontwikkelaar",
    "entw": "entwickler",
    "ltr": "leiter",
    "teamltr": "teamleiter",
    "sachbearb": "sachbearbeiter",
    "fe": "front end",
    "be": "back end",
    "medew": "medewerker",
    "mdw": "medewerker",
    "mw": "medewerker",
    "adm": "administratie",
    "asst": "assistent",
    "ass": "assistent",
    "hfd": "hoofd",
    "dir": "directeur",
    "tpm": "technical product manager",
    "spm": "strategic product manager",
    "pmm": "product marketing manager",
    "prodmgr": "product manager",
    "productmgr": "product manager",
    "productmngr": "product manager",
    "projectmgr": "project manager",
    "produktmanager": "product manager",
    "produktmanagerin": "product manager",
    "qa": "tester",
    "sm": "scrum master",
    "po": "product owner",
}

#: Who assists a board, a manager or an office.
_OFFICE: Final = (
    r"\b(?:management|directie|bestuurs?|office|team|tribe|afdelings?|personal|executive|ad|admin|administrati(?:ve|on|e)|vorstands?)"
    r"s? ?assist[ae]nt"
    r"|^(?:senior |junior )?assist[ae]nt(?: ?e| ?in)?(?: (?:to|of|van|der|des) .*)?$|office manager"
)
#: Whose secretary somebody may be.
_SECRETARY: Final = r"\b(?:directie|management|bestuurs|afdelings|team|chef|vorstands)?se[ck]retar"

#: Role in the organisation before tribes and squads.
ROLES: Final[tuple[tuple[str, str, float], ...]] = (
    ("second_line", r"compliance|kredietrisico|credit risk|risk (?:manager|officer|analist|analyst)|(?:2e|tweede) lijn|second line", 0.8),
    ("product_marketing_manager", r"product ?marketing ?(?:manager|lead|specialist)|produkt ?marketing", 0.95),
    (
        "product_management_lead",
        r"(?:manager|hoofd|head of|teamleider|teammanager|lead|leiter|director|directeur|vp) (?:van |of )?"
        r"product(?:en| ?management| ?managers)?$|product ?management (?:manager|lead|hoofd)|leit(?:er|erin|ung) produktmanagement",
        0.95,
    ),
    (
        "product_manager",
        r"product ?manager|produkt ?manager|productspecialist|product specialist|produkt ?referent|referent(?: ?in)? produkte?\b",
        0.95,
    ),
    ("product_owner", r"product ?owner|producteigenaar|produkt ?(?:verantwortlich|eigner)", 0.95),
    ("agile_coach", r"agile ?coach|scrum ?master|scrummaster|agile coach", 0.9),
    (
        "project_manager",
        r"project ?(?:leider|manager|lead|leiter)|programma ?manager|program(?:me)? manager|implementatie ?manager"
        r"|projektleit|\bpmo lead",
        0.95,
    ),
    ("specialist", r"medisch secretar|medical secretar|arztsekretar", 0.7),
    # Who assists a patient, an operation or a trade works in it; only who assists a board, a manager or an office supports a tribe.
    (
        "support",
        rf"{_OFFICE}|{_SECRETARY}|\bproject ?assist[ae]nt|\bpmo\b",
        0.85,
    ),
    (
        "director",
        r"directeur|director|president|\bc[defimoprt]o\b|\bvp\b|vice president|keten ?manager|chain manager|geschaftsfuhrer"
        r"|bestuurder|direktor|vorstand|voorzitter|vorsitzend|chief \w+ officer|gemeentesecretaris|provinciesecretaris",
        0.9,
    ),
    (
        "specialist",
        r"(?:campaign|campagne|content|account|relatie|relation(?:ship)?|community|release|test|data|customer success|kunden"
        r"|kommunikations|communicatie|communications?) ?manager",
        0.8,
    ),
    (
        "team_manager",
        r"team ?(?:leider|leidster|manager|lead|leader|leit)|afdelings ?(?:manager|hoofd)|\bhoofd\b|\bhead of\b|\bmanager\b|leidinggevende"
        r"|supervisor|leiter(?: ?in)?\b|(?:abteilungs|bereichs|gruppen)leit|chapter ?lead",
        0.8,
    ),
    (
        "specialist",
        r"develop|ontwikkel|engineer|program|analist|analyst|analy|tester|architect|design|market|commun|content|medewerker|accept"
        r"|underwrit|specialist|scientist|consult|jurist|legal|adviseur|advisor|pricing|actuar|beheerder|administrat|operat|entwickler"
        r"|redact|redakt|copywriter|accountant|clerk|represent|vertegenwoordig|sachbearbeit|referent|beauftragt|regulierer|gutachter"
        r"|a[ck]tuar|informatiker|architekt|ingenieur|fachkraft|berater|behandelaar|treasur|controller|boekhoud|buchhalt|recruit|assist[ae]nt"
        r"|rechtsanwalt|mitarbeit|technical lead|business partner|\bsre\b|\bux\b|officer|counsel|adviseuse|researcher|writer",
        0.7,
    ),
)

#: Type of product manager; looked up only for product managers.
PM_TYPES: Final[tuple[tuple[str, str, float], ...]] = (
    ("technical", r"\btechni|\btechnolog|\bict\b|\bit\b|systeem|\bsystem|platform|\bapi\b|architect", 0.9),
    ("strategic", r"strateg|portfolio|propositie|proposition|business development|innovat", 0.9),
    ("marketing", r"marketing|introduct|go to market|campagne|vermarkt", 0.9),
)

#: Specialism, as an id that a chapter's discipline could bear.
DISCIPLINES: Final[tuple[tuple[str, str, float], ...]] = (
    ("compliance", r"compliance|privacy officer|integriteit|datenschutz", 0.9),
    ("credit-risk", r"kredietrisico|credit risk|risico ?analist|risk (?:manager|officer|analyst|analist)", 0.9),
    ("legal", r"jurist|juridisch|legal|lawyer|rechtsanwalt|advocaat", 0.9),
    (
        "product",
        r"product ?(?:manager|management|owner|specialist|marketing|officer|op(?:eration)?s\b)|producteigenaar"
        r"|produkt ?(?:manage|marketing|referent|verantwortlich|eigner)|referent(?: ?in)? produkte?\b",
        0.95,
    ),
    ("agile-coaching", r"agile ?coach|scrum ?master", 0.95),
    ("project-management", r"project ?(?:leider|manager|lead|leiter)|projekt|programma ?manager|program(?:me)? manager|\bpmo\b", 0.9),
    (
        "management-support",
        rf"{_OFFICE}|(?<!medisch ){_SECRETARY}",
        0.85,
    ),
    ("testing", r"\btest|tester|quality assurance|kwaliteit", 0.9),
    ("devops", r"dev ?ops|site reliability|\bsre\b|cloud engineer|infrastruct|systeembeheer|system administrator|applicatiebeheer", 0.9),
    ("architecture", r"archite[ck]t", 0.9),
    ("mainframe", r"mainframe|cobol", 0.95),
    ("front-end", r"front ?end|frontend|\bweb ?develop|\breact\b|angular", 0.95),
    ("mobile", r"\bios\b|android|\bmobiel|\bmobile\b", 0.9),
    ("back-end", r"back ?end|backend|\bjava\b|\.net\b|python develop", 0.95),
    ("data-science", r"data ?scien|machine learning|\bai\b", 0.95),
    ("data-engineering", r"data ?engineer|\betl\b|dwh|datawarehouse", 0.95),
    ("pricing", r"pricing|a[ck]tuar|rente ?analist|tarief", 0.9),
    (
        "business-analysis",
        r"business ?anal|informatie ?anal|information analyst|functional anal|functioneel ?anal|proces ?anal|process analyst",
        0.95,
    ),
    ("data-analytics", r"data|\bbi\b|analytics|rapportage|reporting|statisti", 0.85),
    ("design", r"\bux\b|\bui\b|\bcx\b|design|ontwerp|user experience|usability", 0.9),
    ("communication", r"marketing ?communicat|marcom", 0.9),
    ("content", r"content|reda[ck]t|copywrit|tekstschrijver|webredact", 0.9),
    ("marketing", r"market|campagne|campaign|\bseo\b|\bcrm\b", 0.85),
    ("communication", r"communicat|woordvoer|\bpr\b|public relations|kommunikation", 0.9),
    ("claims", r"\bschade|\bschaden|\bclaims?\b|\bregres", 0.85),
    ("arrears", r"bijzonder beheer|achterstand|arrears|incasso|collections|mahn", 0.9),
    ("underwriting", r"accept|underwrit|kredietbeoordel|kreditprufung", 0.9),
    (
        "customer-contact",
        r"klant ?contact|klantenservice|klant ?adviseu[rs]|customer (?:service|contact|care|success)|callcenter|call center|kundenservice",
        0.9,
    ),
    ("servicing", r"beheer|servicing|mutatie|administrat|midoffice|mid ?office|back ?office|operations|sachbearbeit", 0.8),
    ("human-resources", r"\bhr\b|human resources|recruit|personeels|\bp o\b", 0.85),
    ("advice", r"advis|adviseur|hypotheek ?adviseur|\bberater", 0.8),
    ("sales", r"\bsales\b|verkoop|account ?manager|relatie ?manager|vertrieb", 0.85),
    ("finance", r"finan|control|accountant|boekhoud|buchhalt|treasur", 0.85),
    ("purchasing", r"inkoop|inkoper|purchas|procure|einkauf", 0.85),
    ("development", r"develop|ontwikkel|programm|software|engineer|entwickler|informatiker|technical lead|\bit\b|\bict\b", 0.75),
)

SENIORITIES: Final[tuple[tuple[str, str], ...]] = (
    ("junior", r"\bjunior\b|\btrainee\b|\bstarter\b|\bstagiair"),
    ("medior", r"\bmedior\b|\bmid level\b"),
    ("senior", r"\bsenior\b|\blead\b|\bprincipal\b|\bexpert\b|\bchief\b|\bhoofd"),
)
