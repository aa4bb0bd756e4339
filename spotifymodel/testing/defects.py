"""Charts with exactly one seeded mistake."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

from ..model.org import Org
from .valid import valid_documents

__all__ = ["Defect", "nearly_valid_charts"]


@dataclass(frozen=True, slots=True)
class Defect:
    """A mistake that was put into a valid chart.

    Attributes
    ----------
    code : str
        The rule that must find it.
    subject : str
        Id of the subject it must be found on.
    """

    code: str
    subject: str


def _too_large(document: dict[str, Any], squad: dict[str, Any]) -> str:
    _fill(document, squad, 10)
    return str(squad["id"])


def _ownerless(_document: dict[str, Any], squad: dict[str, Any]) -> str:
    squad["product_owner"] = None
    return str(squad["id"])


def _everywhere(document: dict[str, Any], _squad: dict[str, Any]) -> str:
    person = _newcomer(document)
    for number in range(3):
        document["tribes"][0]["squads"].append({"id": f"extra{number}", "product_owner": person, "members": [person]})
    return person


def _crowded(document: dict[str, Any], _squad: dict[str, Any]) -> str:
    tribe = document["tribes"][0]
    tribe["support"] = [_newcomer(document) for _ in range(151)]
    return str(tribe["id"])


def _leaderless(document: dict[str, Any], _squad: dict[str, Any]) -> str:
    chapter = document["tribes"][0]["chapters"][0]
    chapter["lead"] = None
    return str(chapter["id"])


def _headless(document: dict[str, Any], _squad: dict[str, Any]) -> str:
    document["tribes"][0]["lead"] = None
    return str(document["tribes"][0]["id"])


def _chapterless(document: dict[str, Any], squad: dict[str, Any]) -> str:
    person = f"p{len(document['people'])}"
    document["people"].append({"id": person})
    document["tribes"][0]["squads"].append({"id": "extra", "product_owner": person, "members": [person]})
    return person


def _newcomer(document: dict[str, Any]) -> str:
    person = f"p{len(document['people'])}"
    document["people"].append({"id": person})
    document["tribes"][0]["chapters"][-1]["members"].append(person)
    return person


def _fill(document: dict[str, Any], squad: dict[str, Any], size: int) -> None:
    """Add people who are always there until a squad has so many."""
    always = {
        seat if isinstance(seat, str) else seat["person"] for seat in squad["members"] if isinstance(seat, str) or "until" not in seat
    }
    squad["members"] += [_newcomer(document) for _ in range(size - len(always & {s for s in squad["members"] if isinstance(s, str)}))]


DEFECTS: dict[str, Callable[[dict[str, Any], dict[str, Any]], str]] = {
    "SQ001": _too_large,
    "PO001": _ownerless,
    "MB001": _everywhere,
    "TR001": _crowded,
    "CH001": _leaderless,
    "TL001": _headless,
    "MB002": _chapterless,
}


@st.composite
def nearly_valid_charts(draw: st.DrawFn, *, codes: tuple[str, ...] = tuple(DEFECTS)) -> tuple[Org, Defect]:
    """Draw a valid chart with one mistake, and what the mistake is.

    Parameters
    ----------
    codes : tuple of str
        Rules to break: SQ001, PO001, MB001, TR001, CH001, TL001, MB002.

    Notes
    -----
    Shrinks to the smallest valid chart with the first mistake.
    """
    document = draw(valid_documents())
    code = draw(st.sampled_from(codes))
    squad = draw(st.sampled_from(document["tribes"][0]["squads"]))
    subject = DEFECTS[code](document, squad)
    return Org.from_dict(document), Defect(code, subject)
