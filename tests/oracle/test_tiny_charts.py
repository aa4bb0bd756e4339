"""All tiny charts, structure only, up to renaming: rules and second readings agree on each of them."""

from itertools import islice, product
from random import Random
from typing import Any

import pytest

import spotifymodel as sm
from spotifymodel.testing import tiny_documents

from ..depth import DEPTH
from .agreement import agree

#: People, squads, chapters → every so many charts are looked at in `make test`; `make test-deep` looks at all of them.
SHAPES = {
    (1, 1, 1): 1, (1, 2, 1): 1, (1, 1, 2): 1, (1, 2, 2): 1, (2, 1, 1): 1, (2, 2, 1): 11, (2, 1, 2): 11, (2, 2, 2): 97,
    (3, 1, 1): 11, (3, 2, 0): 5, (3, 0, 2): 5,
}  # fmt: skip
#: Three people in two squads and two chapters are three million charts, too many to look at all.
SAMPLED = 300
PARTS = 8


@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_rules_agree_on_tiny_charts(shape: tuple[int, int, int]) -> None:
    for document in islice(tiny_documents(*shape), 0, None, max(1, SHAPES[shape] // DEPTH)):
        agree(sm.Org.from_dict(document))


@pytest.mark.deep
@pytest.mark.parametrize(("shape", "part"), list(product([(2, 2, 2), (3, 2, 1), (3, 1, 2)], range(PARTS))), ids=str)
def test_rules_agree_on_every_chart_of_three_people_or_two_of_all(shape: tuple[int, int, int], part: int) -> None:
    for document in islice(tiny_documents(*shape), part, None, PARTS):
        agree(sm.Org.from_dict(document))


def test_rules_agree_on_a_sample_of_three_people_two_squads_and_two_chapters() -> None:
    random = Random(3)
    for _ in range(SAMPLED * DEPTH):
        agree(sm.Org.from_dict(drawn(random)))


def drawn(random: Random) -> dict[str, Any]:
    people = ["p0", "p1", "p2"]

    def some() -> list[str]:
        return [p for p in people if random.random() < 0.5]

    tribe: dict[str, Any] = {
        "id": "t",
        "squads": [{"id": s, "members": some(), "product_owner": some()} for s in ("s0", "s1")],
        "chapters": [{"id": c, "members": some(), "lead": some()} for c in ("c0", "c1")],
    }
    if random.random() < 0.5:
        tribe["lead"] = "p0"
    return {"format": "spotifymodel/1", "people": [{"id": p} for p in people], "tribes": [tribe]}
