"""Edits in words, Dutch and English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from ..ids import split_reference

__all__ = ["in_words"]

KINDS_NL: Final = {
    "person": "persoon",
    "unit": "afdeling",
    "tribe": "tribe",
    "squad": "squad",
    "chapter": "chapter",
    "product": "product",
    "project": "project",
    "guild": "gilde",
    "skill": "vaardigheid",
    "dependency": "afhankelijkheid",
    "gate": "mijlpaal",
    "waiver": "ontheffing",
    "organisation": "organisatie",
}
ROLES: Final = {
    "member": ("member", "lid"),
    "product_owner": ("product owner", "product owner"),
    "agile_coach": ("agile coach", "agile coach"),
    "steerer": ("steerer", "aanstuurder"),
    "compliance": ("compliance partner", "compliancepartner"),
    "chapter_lead": ("chapter lead", "chapter lead"),
    "tribe_lead": ("tribe lead", "tribe lead"),
    "support": ("support", "ondersteuning"),
    "management_team": ("management team member", "lid van het managementteam"),
    "manager": ("manager", "manager"),
    "coordinator": ("coordinator", "coördinator"),
    "review_owner": ("review owner", "review-eigenaar"),
}


def in_words(op: str, args: Mapping[str, Any], language: str) -> str:
    """Return one sentence that says what an edit does; ids only, no names of people and no values of fields."""
    nl = language == "nl"
    return _WORDS[op](_Asked(args, nl))


class _Asked:
    """The arguments of an edit, as a sentence wants them."""

    def __init__(self, args: Mapping[str, Any], nl: bool) -> None:
        self.args = args
        self.nl = nl

    def say(self, english: str, dutch: str) -> str:
        return dutch if self.nl else english

    def id(self, name: str) -> str:
        return self.named(str(self.args[name]))

    def named(self, reference: str) -> str:
        """Say ``squad:app`` as *squad “app”*."""
        kind, name = split_reference(reference)
        if kind is None:
            return self.quoted(name)
        return f"{KINDS_NL.get(kind, kind) if self.nl else kind} {self.quoted(name)}"

    def quoted(self, text: Any) -> str:
        return f"‘{text}’" if self.nl else f"“{text}”"

    def kind(self) -> str:
        kind = str(self.args["kind"])
        return KINDS_NL.get(kind, kind) if self.nl else kind

    def role(self) -> str:
        role = str(self.args.get("role", "member"))
        english, dutch = ROLES.get(role, (role, role))
        return self.say(english, dutch)

    def has(self, name: str) -> bool:
        return bool(self.args.get(name))

    def details(self) -> str:
        """Say allocation and dates, where there are any."""
        parts = []
        if "allocation" in self.args:
            share = f"{100 * float(self.args['allocation']):g}"
            parts.append(self.say(f"for {share}% of the time", f"voor {share.replace('.', ',')}% van de tijd"))
        if "from" in self.args:
            parts.append(self.say(f"from {self.args['from']}", f"vanaf {self.args['from']}"))
        if "until" in self.args:
            parts.append(self.say(f"until {self.args['until']}", f"tot {self.args['until']}"))
        return "".join(f" {part}" for part in parts)

    def several(self, ids: Any) -> str:
        return self.listed([self.named(str(i)) for i in ids])

    def listed(self, every: list[str]) -> str:
        return f"{', '.join(every[:-1])} {self.say('and', 'en')} {every[-1]}" if len(every) > 1 else "".join(every)


def _add(a: _Asked) -> str:
    fields = a.args.get("fields", {})
    what = f"{a.kind()} {a.id('id')}" if "id" in a.args else a.kind()
    if a.args["kind"] == "dependency":
        ends = [a.named(str(fields.get(end, "?"))) for end in ("from", "to")]
        what += a.say(f" of {ends[0]} on {ends[1]}", f" van {ends[0]} op {ends[1]}")
    elif a.args["kind"] == "gate":
        what += f" {a.quoted(fields.get('kind', '?'))}"
    if "tribe" in a.args:
        return a.say(f"Add {what} to tribe {a.id('tribe')}", f"Voeg {what} toe aan tribe {a.id('tribe')}")
    return a.say(f"Add {what}", f"Voeg {what} toe")


def _change(a: _Asked) -> str:
    fields = dict(a.args["fields"])
    top = a.args["kind"] == "organisation"
    what = a.say("the organisation", "de organisatie") if top else f"{a.kind()} {a.id('id')}"
    new = fields.pop("id", None)
    tribe = fields.pop("tribe", "") if a.args["kind"] in {"squad", "chapter"} else ""
    placed = "before" in fields and not top
    other = fields.pop("before", None) if placed else None
    given = a.listed([field for field, value in fields.items() if value is not None])
    cleared = a.listed([field for field, value in fields.items() if value is None])
    done = [
        (new is not None, f"rename {what} to {a.quoted(new)}", f"hernoem {what} tot {a.quoted(new)}"),
        (bool(tribe), f"move {what} to tribe {a.quoted(tribe)}", f"verplaats {what} naar tribe {a.quoted(tribe)}"),
        (tribe is None, f"take {what} out of its tribe", f"haal {what} uit de tribe"),
        (placed and other is not None, f"list {what} before {a.quoted(other)}", f"zet {what} in de lijst vóór {a.quoted(other)}"),
        (placed and other is None, f"list {what} last", f"zet {what} achteraan in de lijst"),
        (bool(given), f"set {given} of {what}", f"vul {given} in bij {what}"),
        (bool(cleared), f"clear {cleared} of {what}", f"maak {cleared} leeg bij {what}"),
    ]
    text = "; ".join(a.say(english, dutch) for so, english, dutch in done if so)
    return text[0].upper() + text[1:]


def _remove(a: _Asked) -> str:
    with_all = a.say(", with everything that refers to it", ", met alles wat ernaar verwijst") if a.has("cascade") else ""
    return a.say(f"Remove {a.kind()} {a.id('id')}{with_all}", f"Verwijder {a.kind()} {a.id('id')}{with_all}")


def _join(a: _Asked) -> str:
    who, where, more = a.id("person"), a.id("squad"), a.details()
    if a.args.get("role", "member") == "member":
        return a.say(f"Let {who} join {where}{more}", f"Plaats {who} in {where}{more}")
    return a.say(f"Let {who} join {where} as {a.role()}{more}", f"Plaats {who} in {where} als {a.role()}{more}")


def _quit(a: _Asked) -> str:
    who, where = a.id("person"), a.id("squad")
    if a.has("role"):
        return a.say(f"End the role of {who} as {a.role()} in {where}", f"Beëindig de rol van {who} als {a.role()} in {where}")
    return a.say(f"Take {who} out of {where}", f"Haal {who} uit {where}")


def _move(a: _Asked) -> str:
    origin = a.say(f" from {a.id('from_squad')}", f" van {a.id('from_squad')}") if a.has("from_squad") else ""
    return a.say(f"Move {a.id('person')}{origin} to {a.id('to')}", f"Verplaats {a.id('person')}{origin} naar {a.id('to')}")


def _appoint(a: _Asked) -> str:
    who, of, more = a.id("person"), a.id("of"), a.details()
    text = a.say(f"Appoint {who} as {a.role()} of {of}{more}", f"Benoem {who} tot {a.role()} van {of}{more}")
    if a.has("replace"):
        text += a.say(", instead of whoever holds the role", ", in plaats van wie de rol nu heeft")
    if a.has("join"):
        text += a.say(", and let them join", ", en plaats deze persoon daar ook als lid")
    return text


def _relieve(a: _Asked) -> str:
    who, of = a.id("person"), a.id("of")
    return a.say(f"Relieve {who} of the role of {a.role()} of {of}", f"Onthef {who} van de rol van {a.role()} van {of}")


def _split(a: _Asked) -> str:
    parts = a.several(name for name, _ in a.args["into"])
    return a.say(f"Split {a.id('subject')} into {parts}", f"Splits {a.id('subject')} in {parts}")


def _merge(a: _Asked) -> str:
    which = a.several(a.args["subjects"])
    return a.say(f"Merge {which} into {a.id('into')}", f"Voeg {which} samen tot {a.id('into')}")


def _waive(a: _Asked) -> str:
    code, until = a.args["code"], a.args["expires"]
    return a.say(f"Waive {code} for {a.id('subject')} until {until}", f"Verleen ontheffing van {code} voor {a.id('subject')} tot {until}")


_WORDS: Final = {
    "add": _add,
    "change": _change,
    "remove": _remove,
    "join": _join,
    "quit": _quit,
    "move": _move,
    "appoint": _appoint,
    "relieve": _relieve,
    "split": _split,
    "merge": _merge,
    "waive": _waive,
}
