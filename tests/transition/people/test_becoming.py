"""What a role of today becomes is said with the section it rests on, or as the guess it is."""

from __future__ import annotations

import pytest

from spotifymodel.graph.index import index_of
from spotifymodel.model.org import Org
from spotifymodel.profiles import load_profile
from spotifymodel.transition.people.becoming import becoming, mapping_of
from spotifymodel.transition.people.candidate import Candidate, candidates
from spotifymodel.whitepaper.mapping import role_mapping


def somebody(title: str, **fields: object) -> Candidate:
    org = Org.from_dict({"format": "spotifymodel/1", "people": [{"id": "a", "job_title": title, **fields}]})
    return candidates(index_of(org), load_profile("brunel-2017"))[0]


@pytest.mark.parametrize(
    ("title", "key"),
    [
        ("manager productmanagement", "manager"),
        ("strategisch productmanager", "strategic"),
        ("technisch productmanager", "technical"),
        ("product marketing manager", "marketing"),
        ("projectleider", "project_manager"),
        ("directeur", "director"),
        ("teammanager IT", "line_manager"),
    ],
)
def test_titles_find_their_row_of_the_mapping_and_its_first_choice_stands_first(title: str, key: str) -> None:
    one = somebody(title)
    row = role_mapping[key]
    assert mapping_of(one) == row
    for language, phrase in (("en", row.becomes[0].en), ("nl", row.becomes[0].nl)):
        said = becoming(one, "nl" if language == "nl" else "en")
        assert said is not None and phrase in said
        assert (row.sources[0].section in said) == (row.confidence != "guess")


def test_a_type_that_is_written_out_wins_over_the_title_and_the_second_line_over_both() -> None:
    assert mapping_of(somebody("technisch productmanager", pm_type="strategic")) == role_mapping["strategic"]
    assert mapping_of(somebody("technisch productmanager", second_line=True)) == role_mapping["second_line"]


def test_a_title_of_no_role_in_the_mapping_has_no_such_reason() -> None:
    assert becoming(somebody("xyzzy"), "en") is None
