"""A chart as a networkx graph, and back."""

import networkx as nx
import pytest
from hypothesis import given, settings

import spotifymodel as sm
from spotifymodel.errors import InputRefusedError, UsageError

from ..oracle.rich_charts import rich_charts


@settings(max_examples=60, deadline=None)
@given(rich_charts())
def test_there_and_back_is_the_same_chart(org: sm.Org) -> None:
    back = sm.Org.from_networkx(org.to_networkx())
    assert back == org
    assert back.to_dict() == org.to_dict()


@settings(max_examples=20, deadline=None)
@given(rich_charts())
def test_a_copy_of_the_graph_is_as_good(org: sm.Org) -> None:
    assert sm.Org.from_networkx(org.to_networkx().copy()) == org


def test_nodes_and_edges_carry_the_records() -> None:
    org = sm.Org(people=[{"id": "anna"}], squads=[{"id": "app", "members": [{"person": "anna", "allocation": 0.5}]}])
    graph = org.to_networkx()
    assert isinstance(graph, nx.MultiDiGraph)
    assert graph.nodes["squad:app"]["record"] is org.squad("app")
    assert graph.edges["person:anna", "squad:app", "member"]["records"] == org.squad("app").members


def test_two_stretches_in_one_role_are_one_edge_with_two_records() -> None:
    seats = [{"person": "anna", "until": "2027-01-01"}, {"person": "anna", "from": "2027-06-01"}]
    graph = sm.Org(people=[{"id": "anna"}], squads=[{"id": "app", "members": seats}]).to_networkx()
    assert len(graph.edges["person:anna", "squad:app", "member"]["records"]) == 2


def test_a_reference_in_another_spelling_leads_to_the_same_node_and_keeps_its_spelling() -> None:
    org = sm.Org(
        people=[{"id": "anna", "skills": {"Data": 2}}], squads=[{"id": "app", "members": ["ANNA"], "required_skills": {"data": 1}}]
    )
    graph = org.to_networkx()
    assert graph.has_edge("person:anna", "squad:app", "member")
    assert set(graph.predecessors("skill:data")) == {"person:anna", "squad:app"}
    assert sm.Org.from_networkx(graph) == org


def test_what_is_taken_out_of_the_graph_is_gone_from_the_chart() -> None:
    graph = sm.example("hypotheek").to_networkx()
    squad = next(n for n in graph if n.startswith("squad:"))
    person = next(p for p, _, k in graph.in_edges(squad, keys=True) if k == "member")
    graph.remove_edge(person, squad, "member")
    back = sm.Org.from_networkx(graph)
    assert person.partition(":")[2] not in back.squad(squad.partition(":")[2]).members


def test_an_edge_that_is_put_in_is_a_plain_seat_or_reference() -> None:
    org = sm.Org(
        people=[{"id": "anna"}, {"id": "ben"}], squads=[{"id": "app", "members": ["ben"]}], products=[{"id": "x"}], units=[{"id": "u"}]
    )
    graph = org.to_networkx()
    graph.add_edge("person:anna", "squad:app", "member")
    graph.add_edge("squad:app", "product:x", "owns")
    graph.add_edge("person:ben", "unit:u", "unit")
    back = sm.Org.from_networkx(graph)
    assert back.squad("app").members == ("ben", "anna")
    assert back.squad("app").owns == ("x",)
    assert back.person("ben").unit == "u"


def test_an_edge_that_needs_a_number_says_so() -> None:
    graph = sm.Org(people=[{"id": "anna"}], skills=[{"id": "data"}]).to_networkx()
    graph.add_edge("person:anna", "skill:data", "skills")
    with pytest.raises(UsageError, match="Item"):
        sm.Org.from_networkx(graph)


def test_an_edge_or_node_that_means_nothing_is_refused() -> None:
    graph = sm.Org(people=[{"id": "anna"}], squads=[{"id": "app"}]).to_networkx()
    graph.add_edge("person:anna", "squad:app", "likes")
    with pytest.raises(UsageError, match="likes"):
        sm.Org.from_networkx(graph)
    graph.remove_edge("person:anna", "squad:app", "likes")
    graph.add_node("person:ben")
    with pytest.raises(UsageError, match="no record"):
        sm.Org.from_networkx(graph)


def test_what_is_left_dangling_is_refused_with_its_place() -> None:
    org = sm.Org(people=[{"id": "tom"}], squads=[{"id": "app"}]).waive("PO001", "app", "soon", "tom", "2027-01-01")
    graph = org.to_networkx()
    graph.remove_node("person:tom")
    with pytest.raises(InputRefusedError, match="tom"):
        sm.Org.from_networkx(graph)
