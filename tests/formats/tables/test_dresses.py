"""The same department comes out of a list whatever system wrote it."""

from __future__ import annotations

import pytest

from spotifymodel.formats.tables import document_from_table, read_table

from .departments import department, dress
from .lines import line_managers


@pytest.mark.parametrize("seed", range(80))
def test_people_units_and_line_managers_are_the_same_in_every_dress(seed: int) -> None:
    people = department(seed)
    clothes = dress(people, seed)
    # what Windows-1252 cannot write arrives as a question mark: that is the list, not the reading
    lossy = "cp1252" in clothes.description
    reading = document_from_table(read_table(clothes.data, "list", kind=clothes.kind))  # type: ignore[arg-type]
    found = reading.document["people"]
    assert len(found) == len(people), clothes.description
    ids = {p.id: f["id"] for p, f in zip(people, found, strict=True)}
    units = {u["id"]: u.get("name", u["id"]) for u in reading.document["units"]}
    managers = line_managers(reading.document)
    for person, record in zip(people, found, strict=True):
        if not lossy:
            assert record["name"] == person.name, clothes.description
        assert units[record["unit"]] == person.unit, clothes.description
        assert managers[record["id"]] == ({ids[person.manager]} if person.manager else set()), clothes.description
        assert record["job_title"] == person.job
        assert record["location"] == person.location
        assert record["fte"] == pytest.approx(person.fte), clothes.description
        assert record.get("second_line", False) is ("2e lijn" in person.unit)
    assert not reading.report.rejects, clothes.description
    assert "4000" not in str(reading.document)
    assert not {"email", "salary"} & set(found[0])
