"""The order of records in their list: it means nothing to rules, but charts that differ in it are not equal."""

from __future__ import annotations

from typing import Any

from ...errors import EditError
from ..chart import Chart
from ..positions import FIELD_OF
from ..replacing import replaced
from .resolving import known

__all__ = ["put_before"]


def put_before(chart: Chart, kind: str, name: str, other: str | None) -> dict[str, Any]:
    """Return the fields of a chart in which a record stands right before another of its list, or last for ``None``.

    Raises
    ------
    NotFoundError
        When there is no such other record.
    EditError
        When the other one stands in another list: squads and chapters are listed per tribe.
    """
    at = chart.positions.get(kind, name)
    assert at is not None
    tribe, place = at
    field = FIELD_OF[kind]
    holder: Any = chart if tribe < 0 else chart.tribes[tribe]
    records = list(getattr(holder, field))
    record = records.pop(place)
    if other is None:
        records.append(record)
    else:
        target = known(chart, kind, other)
        found = chart.positions.get(kind, target)
        assert found is not None
        if found[0] != tribe:
            raise EditError("change", f"{kind} {target!r} stands in another list than {name!r}", "Set tribe too, to move it there first")
        if target == name:
            return {}
        records.insert(found[1] - (found[1] > place), record)
    if tribe < 0:
        return {field: tuple(records)}
    return {"tribes": (*chart.tribes[:tribe], replaced(holder, **{field: tuple(records)}), *chart.tribes[tribe + 1 :])}
