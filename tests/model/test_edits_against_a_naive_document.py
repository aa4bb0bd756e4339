"""Random sequences of edits: the chart and a document edited by hand stay the same, and refuse the same."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from spotifymodel.errors import EditError, NotFoundError
from spotifymodel.graph.index import index_of
from spotifymodel.model import Chapter, Org, Person, Product, Squad, Tribe, Unit
from spotifymodel.model.edits.resolving import seats

from . import naive, naive_records

DAYS = [None, dt.date(2027, 1, 1), dt.date(2027, 3, 1), dt.date(2027, 6, 1), dt.date(2028, 1, 1)]
NEW = {"person": Person, "unit": Unit, "tribe": Tribe, "squad": Squad, "chapter": Chapter, "product": Product}

# "x" may be the id of anything: what is ambiguous must stay readable.
people = st.sampled_from(["anna", "ben", "carla", "x"])
squads = st.sampled_from(["app", "web", "data", "x"])
chapters = st.sampled_from(["dev", "ux", "x"])
tribes = st.sampled_from(["north", "x"])
units = st.sampled_from(["it", "sales", "x"])
products = st.sampled_from(["loan", "x"])
IDS = {"person": people, "unit": units, "tribe": tribes, "squad": squads, "chapter": chapters, "product": products}
named = st.sampled_from(sorted(IDS)).flatmap(lambda kind: st.tuples(st.just(kind), IDS[kind]))
days = st.sampled_from(DAYS)
shares = st.sampled_from([None, None, 0.25, 0.5, 1.0])
roles = st.sampled_from(["member", "member", "product_owner", "agile_coach", "steerer", "compliance"])
offices = st.one_of(
    st.tuples(st.sampled_from(["product_owner", "agile_coach", "member"]), st.just("squad"), squads),
    st.tuples(st.sampled_from(["chapter_lead", "member"]), st.just("chapter"), chapters),
    st.tuples(st.sampled_from(["tribe_lead", "support", "agile_coach"]), st.just("tribe"), tribes),
    st.tuples(st.just("manager"), st.just("unit"), units),
    st.tuples(st.just("review_owner"), st.just("product"), products),
)

START = Org(
    people=[{"id": "anna", "unit": "it"}, {"id": "ben", "reports_to": "anna"}, {"id": "carla", "from_unit": "it"}],
    units=[{"id": "it", "manager": "anna"}],
    products=[{"id": "loan", "review_owner": "carla"}],
    tribes=[
        {
            "id": "north",
            "lead": "carla",
            "squads": [
                {"id": "app", "members": ["anna", {"person": "ben", "allocation": 0.5}], "product_owner": "anna", "needs": {"dev": 1}},
                {"id": "web", "members": [{"person": "ben", "until": "2027-06-01"}], "decision_rights": {"scope": "app"}},
            ],
            "chapters": [{"id": "dev", "members": ["ben"], "lead": "anna"}],
        }
    ],
    chapters=[{"id": "ux", "members": ["carla"]}],
    dependencies=[{"from": "app", "to": "web"}],
    waivers=[{"code": "SQ001", "subject": "app", "reason": "x", "owner": "carla", "expires": "2028-01-01"}],
)


class Edits(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.org = START
        self.doc = naive.document(START)

    def both(self, done: Callable[[], Org], edit: Callable[..., None], *args: Any) -> None:
        expected = naive.attempt(self.doc, edit, *args)
        before, told = self.org, naive.document(self.org)
        try:
            after = done()
        except (EditError, NotFoundError):
            assert expected is None
        else:
            assert expected is not None
            assert naive.document(after) == expected
            self.org, self.doc = after, expected
        assert naive.document(before) == told  # nothing leaked into the chart that was edited

    @rule(person=people, squad=squads, role=roles, share=shares, start=days, until=days)
    def join(self, person: str, squad: str, role: str, share: Any, start: Any, until: Any) -> None:
        def done() -> Org:
            return self.org.join(person, f"squad:{squad}", role=role, allocation=share, start=start, until=until and until.isoformat())

        self.both(done, naive.join, person, squad, role, share, start, until)

    @rule(person=people, squad=squads, role=st.none() | roles)
    def quit(self, person: str, squad: str, role: str | None) -> None:
        self.both(lambda: self.org.quit(person, f"squad:{squad}", role=role), naive.leave, person, squad, role)

    @rule(person=people, to=squads, origin=st.none() | squads)
    def move(self, person: str, to: str, origin: str | None) -> None:
        self.both(lambda: self.org.move(person, to=f"squad:{to}", from_squad=origin), naive.move, person, to, origin)

    @rule(person=people, to=chapters)
    def move_home(self, person: str, to: str) -> None:
        self.both(lambda: self.org.move(person, to=f"chapter:{to}"), naive.move_home, person, to)

    @rule(person=people, office=offices, replace=st.booleans(), also=st.booleans(), start=days, until=days)
    def appoint(self, person: str, office: tuple[str, str, str], replace: bool, also: bool, start: Any, until: Any) -> None:
        role, kind, of = office

        def done() -> Org:
            return self.org.appoint(person, role, of=f"{kind}:{of}", replace=replace, join=also, start=start, until=until)

        also = also and role != "member"
        self.both(done, naive.appoint, person, role, kind, of, replace, also, start, until)

    @rule(person=people, office=offices)
    def relieve(self, person: str, office: tuple[str, str, str]) -> None:
        role, kind, of = office
        self.both(lambda: self.org.relieve(person, role, of=f"{kind}:{of}"), naive.relieve, person, role, kind, of)

    @rule(new=named, tribe=st.none() | tribes)
    def add(self, new: tuple[str, str], tribe: str | None) -> None:
        kind, name = new
        tribe = tribe if kind in {"squad", "chapter"} else None
        blank = naive._plain(asdict(NEW[kind](id=name)))
        self.both(lambda: self.org.add(kind, id=name, tribe=tribe), naive_records.add, kind, blank, tribe)

    @rule(old=named, cascade=st.booleans())
    def remove(self, old: tuple[str, str], cascade: bool) -> None:
        self.both(lambda: self.org.remove(*old, cascade=cascade), naive_records.remove, *old, cascade)

    @rule(pair=st.sampled_from(sorted(IDS)).flatmap(lambda kind: st.tuples(st.just(kind), IDS[kind], IDS[kind])))
    def rename(self, pair: tuple[str, str, str]) -> None:
        kind, old, new = pair
        self.both(lambda: self.org.change(kind, old, id=new), naive_records.rename, kind, old, new)

    @rule(kind=st.sampled_from(["squad", "chapter"]), data=st.data(), tribe=st.none() | tribes)
    def change_tribe(self, kind: str, data: st.DataObject, tribe: str | None) -> None:
        name = data.draw(IDS[kind])
        self.both(lambda: self.org.change(kind, name, tribe=tribe), naive_records.change_tribe, kind, name, tribe)

    @rule(squad=squads, mission=st.none() | st.just("grow"), needs=st.dictionaries(chapters, st.just(0.5), max_size=2))
    def change_fields(self, squad: str, mission: str | None, needs: dict[str, float]) -> None:
        def naively(doc: naive.Doc) -> None:
            record = naive.find(doc, "squad", squad)
            for chapter in needs:
                naive.find(doc, "chapter", chapter)
            record |= {"mission": mission, "needs": dict(needs)}

        self.both(lambda: self.org.change("squad", squad, mission=mission, needs=needs), naively)

    @rule(unit=units, parent=st.none() | units)
    def change_parent(self, unit: str, parent: str | None) -> None:
        def naively(doc: naive.Doc) -> None:
            naive.find(doc, "unit", unit)["parent"] = parent
            above, steps = parent, 0
            while above is not None:
                above, steps = naive.find(doc, "unit", above)["parent"], steps + 1
                if steps > 9:
                    raise naive.Refused("circle")

        self.both(lambda: self.org.change("unit", unit, parent=parent), naively)

    @rule(squad=squads, decider=st.sampled_from(["anna", "app", "north", "it", "dev", "x", "squad:x", "chapter:x"]))
    def change_rights(self, squad: str, decider: str) -> None:
        def naively(doc: naive.Doc) -> None:
            record = naive.find(doc, "squad", squad)
            if len(naive_records.means(doc, naive_records.DECIDERS, decider)) != 1:
                raise naive.Refused("which")
            record["decision_rights"] = {"priority": decider, "scope": None, "budget": None}

        self.both(lambda: self.org.change("squad", squad, decision_rights={"priority": decider}), naively)

    @invariant()
    def it_can_be_read(self) -> None:
        index_of(self.org)

    @invariant()
    def what_is_remembered_is_true(self) -> None:
        fresh = Org(**{name: getattr(self.org, name) for name in self.org.__dataclass_fields__})
        assert fresh == self.org
        for kind in ("squad", "chapter"):
            for person in self.org.people:
                assert set(seats(self.org, kind).get(person.id) or ()) == set(seats(fresh, kind).get(person.id) or ())
        for kind in naive.TOP:
            for record in self.org.records(kind):
                assert self.org._find(kind, record.id) is record
            assert not self.org.has(kind, "nobody")


TestEdits = Edits.TestCase
TestEdits.settings = settings(max_examples=50, stateful_step_count=30, deadline=None)
