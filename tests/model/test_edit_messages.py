"""Every refusal of an edit, word by word: ``edit_messages.txt`` holds what its reader sees.

After a deliberate change of wording, run this file as a script to write the golden file anew, and read it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from spotifymodel.errors import SpotifyModelError
from spotifymodel.model import Org
from spotifymodel.model.edits import Edit

GOLDEN = Path(__file__).with_name("edit_messages.txt")

ORG = Org(
    people=[
        *({"id": name} for name in ("anna", "carla", "dirk")),
        {"id": "ben", "unit": "it", "reports_to": "anna"},
        {"id": "eva", "unit": ["it", {"unit": "sales", "from": "2027-01-01"}], "skills": {"java": 2}},
    ],
    units=[{"id": "it", "manager": "anna"}, {"id": "sales", "parent": "it"}],
    products=[{"id": "loan"}],
    tribes=[
        {
            "id": "north",
            "lead": "carla",
            "scope": ["loan"],
            "squads": [
                {"id": "app", "members": ["anna", "ben"], "product_owner": "anna", "needs": {"dev": 1}, "owns": ["loan"]},
                {"id": "web", "members": ["ben", {"person": "carla", "until": "2027-06-01"}], "decision_rights": {"scope": "app"}},
            ],
            "chapters": [{"id": "dev", "members": ["ben"], "lead": "anna"}, {"id": "north", "members": ["carla"]}],
        },
        {"id": "south"},
    ],
    squads=[{"id": "Ops", "members": ["dirk"]}, {"id": "south"}],
    guilds=[{"id": "cooks", "members": ["anna"]}],
    dependencies=[{"from": "app", "to": "web"}],
    waivers=[{"code": "SQ001", "subject": "app", "reason": "x", "owner": "carla", "expires": "2028-01-01"}],
)

#: What goes wrong -> the call.
CASES: dict[str, Callable[[], Any]] = {
    # who and where
    "a person that nobody knows": lambda: ORG.join("ana", "app"),
    "a squad that nobody knows": lambda: ORG.join("anna", "aap"),
    "a chapter that nobody knows": lambda: ORG.join("anna", "chapter:de"),
    "a record where its id belongs": lambda: ORG.move(ORG.person("anna"), to="web"),  # type: ignore[arg-type]
    "a number where an id belongs": lambda: ORG.join("anna", 7),  # type: ignore[arg-type]
    "a kind that cannot be joined": lambda: ORG.join("anna", "tribe:north"),
    "a bare id of two kinds": lambda: ORG.appoint("anna", "agile_coach", of="south"),
    # join
    "join twice": lambda: ORG.join("ben", "app"),
    "join on days already taken": lambda: ORG.join("carla", "web", start="2027-05-01"),
    "join as a tribe lead": lambda: ORG.join("anna", "web", role="tribe_lead"),
    "join a chapter as its lead": lambda: ORG.join("ben", "chapter:dev", role="chapter_lead"),
    "join for all of the time and more": lambda: ORG.join("dirk", "app", allocation=1.5),
    "join for a truth value": lambda: ORG.join("dirk", "app", allocation=True),
    "join backwards": lambda: ORG.join("dirk", "app", start="2027-06-01", until="2027-06-01"),
    "join on no day": lambda: ORG.join("dirk", "app", start="June"),
    "join at an hour": lambda: ORG.join("dirk", "app", start=dt.datetime(2027, 6, 1, 12)),
    "join a second unit": lambda: ORG.join("ben", "unit:sales"),
    # quit
    "quit where one is not": lambda: ORG.quit("dirk", "app"),
    "quit where one is not, being nowhere": lambda: ORG.quit("eva", "app"),
    "quit a role one does not have": lambda: ORG.quit("ben", "app", role="product_owner"),
    "quit a role that squads do not have": lambda: ORG.quit("ben", "app", role="coordinator"),
    "quit a guild one is not in": lambda: ORG.quit("ben", "cooks"),
    "quit a unit one is not in": lambda: ORG.quit("ben", "unit:sales"),
    # move
    "move, but which seat": lambda: ORG.move("ben", to="Ops"),
    "move to where one sits": lambda: ORG.move("ben", to="app"),
    "move from nowhere": lambda: ORG.move("eva", to="app"),
    "move from where one is not": lambda: ORG.move("ben", to="Ops", from_squad="south"),
    "move from nowhere, wrongly named": lambda: ORG.move("eva", to="Ops", from_squad="app"),
    "move a chapter lead away": lambda: ORG.move("anna", to="chapter:north"),
    "move to the unit one is in": lambda: ORG.move("ben", to="it"),
    "move in the line, but which post": lambda: ORG.move("eva", to="sales"),
    "move in the line from nowhere": lambda: ORG.move("anna", to="sales"),
    "move in the line from elsewhere": lambda: ORG.move("ben", to="sales", from_squad="sales"),
    # appoint and relieve
    "appoint to a role that does not exist": lambda: ORG.appoint("anna", "productowner", of="app"),
    "appoint to a role like no other": lambda: ORG.appoint("anna", "king", of="app"),
    "appoint twice": lambda: ORG.appoint("anna", "product_owner", of="app"),
    "appoint whom nobody else replaces": lambda: ORG.appoint("anna", "product_owner", of="app", replace=True),
    "appoint and join a tribe": lambda: ORG.appoint("dirk", "support", of="north", join=True),
    "relieve who is not": lambda: ORG.relieve("ben", "product_owner", of="app"),
    "relieve of a role nobody holds": lambda: ORG.relieve("ben", "product_owner", of="web"),
    # add
    "add of a kind that does not exist": lambda: ORG.add("sqaud", id="new"),
    "add of a kind like no other": lambda: ORG.add("galaxy", id="new"),
    "add without an id": lambda: ORG.add("squad"),
    "add a gate with an id": lambda: ORG.add("gate", id="wc", kind="works_council"),
    "add a person to a tribe": lambda: ORG.add("person", id="new", tribe="north"),
    "add an id that is taken": lambda: ORG.add("squad", id="app"),
    "add an id that differs in case": lambda: ORG.add("squad", id="OPS"),
    "add an id that cannot be seen": lambda: ORG.add("squad", id="\u200b"),
    "add an empty id": lambda: ORG.add("squad", id=""),
    "add a field that does not exist": lambda: ORG.add("squad", id="new", misson="x"),
    "add several faults at once": lambda: ORG.add(
        "squad", id="new", kind="agile", mandate=1, members=[{"person": "anna", "allocation": 2}]
    ),
    "add an unknown key inside": lambda: ORG.add("squad", id="new", members=[{"persn": "anna"}]),
    "add a date that is none": lambda: ORG.add("squad", id="new", start="2027-13-01"),
    "add a life that ends before it begins": lambda: ORG.add("squad", id="new", start="2027-06-01", until="2027-01-01"),
    "add a seat that ends before it begins": lambda: ORG.add(
        "squad", id="new", members=[{"person": "anna", "from": "2027-06-01", "until": "2027-01-01"}]
    ),
    "add an extra that no file holds": lambda: ORG.add("squad", id="new", extra={"a": [{"b": {1}}]}),
    "add half a seat": lambda: ORG.add("squad", id="new", needs={"dev": 0.3}),
    "add characters that deceive": lambda: ORG.add("person", id="new", name="\u202eabc"),
    "add a post of two kinds": lambda: ORG.add("person", id="new", unit={"unit": "it", "person": "anna"}),
    "add what refers to nothing": lambda: ORG.add("squad", id="new", members=["anna", "fred"]),
    "add a right that nobody can have": lambda: ORG.add("squad", id="new", decision_rights={"scope": "nobody"}),
    "add a right of two kinds": lambda: ORG.add("squad", id="new", decision_rights={"scope": "north"}),
    "add a tribe that brings a squad twice": lambda: ORG.add("tribe", id="new", squads=[{"id": "one"}, {"id": "One"}]),
    "add a tribe that brings a squad there is": lambda: ORG.add("tribe", id="new", squads=[{"id": "app"}]),
    "add a person who reports to himself": lambda: ORG.add("person", id="new", reports_to="new"),
    "add a first skill": lambda: ORG.add("skill", id="sql"),
    # change
    "change of a kind that does not exist": lambda: ORG.change("team", "app", name="x"),
    "change nothing": lambda: ORG.change("squad", "app"),
    "change what does not exist": lambda: ORG.change("squad", "apps", name="x"),
    "change an id to one that is taken": lambda: ORG.change("squad", "app", id="Web"),
    "change an id to nothing": lambda: ORG.change("squad", "app", id=None),
    "clear a field that does not exist": lambda: ORG.change("squad", "app", misson=None),
    "change the squads of a tribe": lambda: ORG.change("tribe", "north", squads=[]),
    "change to a tribe that does not exist": lambda: ORG.change("squad", "app", tribe="nort"),
    "change a line into a circle": lambda: ORG.change("unit", "it", parent="sales"),
    "change managers into a circle": lambda: ORG.change("person", "anna", reports_to="ben"),
    "change a dependency": lambda: ORG.change("dependency", "app", severity="slowing"),
    "change another organisation": lambda: ORG.change("organisation", "Polderbank", language="nl"),
    "change the organisation to a language it has not": lambda: ORG.change("organisation", "organisation", language="fr"),
    "change the organisation's unknown field": lambda: ORG.change("organisation", "organisation", colour="red"),
    "clear the organisation's unknown field": lambda: ORG.change("organisation", "organisation", colour=None),
    "change people away": lambda: ORG.change("organisation", "organisation", people=[]),
    "change people into twins": lambda: ORG.change("organisation", "organisation", guilds=[{"id": "a"}, {"id": "A"}]),
    # remove
    "remove what does not exist": lambda: ORG.remove("product", "lone"),
    "remove what is referred to": lambda: ORG.remove("squad", "app"),
    "remove a chapter that is needed": lambda: ORG.remove("chapter", "dev"),
    "remove a product that is owned": lambda: ORG.remove("product", "loan"),
    "remove a manager": lambda: ORG.remove("person", "anna"),
    "remove who answers for a waiver": lambda: ORG.remove("person", "carla"),
    "remove a unit with people": lambda: ORG.remove("unit", "it"),
    "remove a tribe with squads": lambda: ORG.remove("tribe", "north"),
    "remove a waiver": lambda: ORG.remove("waiver", "SQ001"),
    # split
    "split into one": lambda: ORG.split("app", {"app": ["anna", "ben"]}),
    "split into twins": lambda: ORG.split("app", [("a", ["anna"]), ("A", ["ben"])]),
    "split into what there is": lambda: ORG.split("app", {"app": ["anna"], "web": ["ben"]}),
    "split and lose somebody": lambda: ORG.split("app", {"one": ["anna"], "two": []}),
    "split somebody": lambda: ORG.split("app", {"one": ["anna", "ben"], "two": ["ben"]}),
    "split strangers": lambda: ORG.split("app", {"one": ["anna", "eva", "dirk"], "two": ["ben"]}),
    "split a tribe and lose a chapter": lambda: ORG.split("tribe:north", {"one": ["app", "web"], "two": ["dev"]}),
    "split a tribe of squads it does not have": lambda: ORG.split("tribe:north", {"one": ["app", "web", "Ops"], "two": ["dev", "north"]}),
    "split what could be two things": lambda: ORG.split("south", {"one": [], "two": []}),
    "split a person": lambda: ORG.split("person:anna", {"one": [], "two": []}),
    # merge
    "merge nothing": lambda: ORG.merge([], into="app"),
    "merge one": lambda: ORG.merge(["app"], into="app"),
    "merge a squad and a chapter": lambda: ORG.merge(["app", "dev"], into="app"),
    "merge what does not exist": lambda: ORG.merge(["app", "wob"], into="app"),
    "merge into an id that cannot be seen": lambda: ORG.merge(["app", "web"], into=" "),
    # waive
    "waive what does not exist": lambda: ORG.waive("SQ001", "aap", "because", "carla", "2028-01-01"),
    "waive without an owner": lambda: ORG.waive("SQ001", "app", "because", "karla", "2028-01-01"),
    "waive until no day": lambda: ORG.waive("SQ001", "app", "because", "carla", "soon"),
    "waive for ever": lambda: ORG.waive("SQ001", "app", "because", "carla", None),  # type: ignore[arg-type]
    # at
    "at no day": lambda: ORG.at("today"),
    # edits as values
    "an edit that does not exist": lambda: Edit("mov", {}),
    "an edit like no other": lambda: Edit("dance", {}),
    "an edit without an argument": lambda: Edit("move", {"person": "anna"}),
    "an edit with an unknown argument": lambda: Edit("move", {"person": "anna", "too": "app"}),
    "an edit with an argument of another type": lambda: Edit("move", {"person": "anna", "to": 7}),
    "an edit without changes": lambda: Edit("change", {"kind": "squad", "id": "app", "fields": {}}),
    "an edit with parts that are none": lambda: Edit("split", {"subject": "app", "into": [["a"]]}),
    "an edit with what no file holds": lambda: Edit("add", {"kind": "squad", "id": "x", "fields": {"extra": {"a": {1, 2}}}}),
    "an edit with keys that no file holds": lambda: Edit("add", {"kind": "squad", "id": "x", "fields": {"extra": {1: 2}}}),
    "an edit in no language": lambda: Edit("quit", {"person": "anna", "squad": "app"}).text("de"),
    "an edit whose arguments are a list": lambda: Edit("quit", ["anna"]),  # type: ignore[arg-type]
    "no edit": lambda: Edit.from_dict({"op": "quit"}),
    "an edit and more": lambda: Edit.from_dict({"op": "quit", "args": {}, "because": "x"}),
}


def told(case: str) -> str:
    with pytest.raises(SpotifyModelError) as caught:
        CASES[case]()
    return str(caught.value)


def written() -> str:
    return "".join(f"{case}\n    {told(case)}\n" for case in CASES)


@pytest.mark.parametrize("case", CASES)
def test_an_edit_is_refused_in_these_words(case: str) -> None:
    golden = dict(zip(*[iter(GOLDEN.read_text(encoding="utf-8").splitlines())] * 2, strict=True))
    assert f"    {told(case)}" == golden[case]


def test_a_refusal_never_carries_names_or_values_of_people() -> None:
    org = Org(people=[{"id": "p1", "name": "Anna de Vries", "job_title": "Ontwikkelaar"}], squads=[{"id": "app", "members": ["p1"]}])
    for edit in (
        lambda: org.add("person", id="p2", name=["Ben Özdemir"], fte=9, skills={"Ben Özdemir": 9}),
        lambda: org.change("person", "p1", name="Ben\u202eÖzdemir", seniority={"Ben Özdemir": 1}),
        lambda: org.change("person", "p1", extra={"Ben Özdemir": {1, 2}}),
        lambda: org.join("p1", "app"),
    ):
        with pytest.raises(SpotifyModelError) as caught:
            edit()
        assert "Vries" not in str(caught.value)
        assert "zdemir" not in str(caught.value)
        assert caught.value.__cause__ is None


if __name__ == "__main__":
    GOLDEN.write_text(written(), encoding="utf-8")
