"""What hiring and learning cost, at the rates that a blueprint gives; what has no rate is counted and not priced."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, Literal

from ..checking.wording import number
from .blueprint.records import Rates
from .composing import Hire
from .road.naming import ROLES

__all__ = ["ROLE_NAMES", "costs_of"]

#: Language → role → its name.
ROLE_NAMES: Final[Mapping[str, Mapping[str, str]]] = {"en": {**ROLES, "member": "member"}, "nl": {**ROLES, "member": "lid"}}
_SAY: Final = {
    "en": {
        "hire": "hiring {n} × {role}: {amount}",
        "training": "training {n} × {role}, {months} months: {amount}",
        "one": "training {n} × {role}, {months} month: {amount}",
        "total": "together: {amount}",
        "missing": "{n} × {role}: not priced, {why}",
        "no_rate": "no rate is given",
        "no_months": "nobody knows how long it takes",
    },
    "nl": {
        "hire": "werven {n} × {role}: {amount}",
        "training": "opleiden {n} × {role}, {months} maanden: {amount}",
        "one": "opleiden {n} × {role}, {months} maand: {amount}",
        "total": "samen: {amount}",
        "missing": "{n} × {role}: zonder prijs, {why}",
        "no_rate": "er is geen tarief gegeven",
        "no_months": "niemand weet hoe lang het duurt",
    },
}


def costs_of(
    hires: Sequence[Hire], trainings: Sequence[Mapping[str, Any]], rates: Rates, language: Literal["en", "nl"]
) -> Iterator[Mapping[str, Any]]:
    """Yield a line per role that is hired for or trained, and the sum; nothing where no rate is given.

    Notes
    -----
    A line without a price says why, with ``amount`` null; the sum is of the others.
    """
    if not rates.hires and rates.training_month is None:
        return
    lines = [*_hires(hires, rates, language), *_trainings(trainings, rates, language)]
    priced = [line["amount"] for line in lines if line["amount"] is not None]
    yield from lines
    if priced:
        total = sum(priced)
        text = _SAY[language]["total"].format(amount=_money(total, rates, language))
        yield _line("total", None, len(lines), None, total, rates, text)


def _hires(hires: Sequence[Hire], rates: Rates, language: Literal["en", "nl"]) -> Iterator[Mapping[str, Any]]:
    say = _SAY[language]
    for role, n in sorted(Counter(hire.role for hire in hires).items()):
        named, rate = ROLE_NAMES[language][role], rates.hires.get(role)  # type: ignore[call-overload]
        amount = None if rate is None else rate * n
        if amount is None:
            text = say["missing"].format(n=n, role=named, why=say["no_rate"])
        else:
            text = say["hire"].format(n=n, role=named, amount=_money(amount, rates, language))
        yield _line("hire", role, n, None, amount, rates, text)


def _trainings(trainings: Sequence[Mapping[str, Any]], rates: Rates, language: Literal["en", "nl"]) -> Iterator[Mapping[str, Any]]:
    say = _SAY[language]
    for role in sorted({one["role"] for one in trainings}):
        of_role = [one for one in trainings if one["role"] == role]
        known = [one["months"] for one in of_role if one["months"] is not None]
        named, unknown = ROLE_NAMES[language][role], len(of_role) - len(known)
        if known and rates.training_month is not None:
            months = round(sum(known), 1)
            facts = {"n": len(known), "role": named, "months": number(months, language)}
            amount = months * rates.training_month
            text = say["one" if months == 1 else "training"].format(**facts, amount=_money(amount, rates, language))
            yield _line("training", role, len(known), months, amount, rates, text)
        elif known:
            text = say["missing"].format(n=len(known), role=named, why=say["no_rate"])
            yield _line("training", role, len(known), round(sum(known), 1), None, rates, text)
        if unknown:
            text = say["missing"].format(n=unknown, role=named, why=say["no_months"])
            yield _line("training", role, unknown, None, None, rates, text)


def _line(kind: str, role: str | None, n: int, months: float | None, amount: float | None, rates: Rates, text: str) -> Mapping[str, Any]:
    return {"kind": kind, "role": role, "number": n, "months": months, "amount": amount, "currency": rates.currency, "text": text}


def _money(amount: float, rates: Rates, language: str) -> str:
    said = number(float(amount), language)
    return f"{rates.currency} {said}" if rates.currency else said
