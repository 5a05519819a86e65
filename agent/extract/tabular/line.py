"""One document with what is paid against it, as a row or a sentence says it; repeated ones are joined."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Final

from agent.extract.text.reference import Reference
from agent.facts.documents import Span

ZERO: Final = Decimal("0.00")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One document with what is paid against it, before it is settled; repeated documents are joined."""

    reference: Reference
    amount: Decimal | None
    beside: tuple[Reference, ...] = ()  # more documents of its cell, that share its amount
    row: int = 0  # of the document that names it
    gross: Decimal | None = None
    discount: Decimal = ZERO
    deduction: Decimal = ZERO
    reason: str | None = None
    payment: str | None = None  # reference of the payment that the row belongs to
    paid_on: date | None = None  # day of that payment
    currency: str | None = None  # that stands beside its amount, or in its row
    evidence: tuple[Span, ...] = ()


def each_named(lines: Iterable[Line]) -> list[Line]:
    """A line for each document; of those that share a cell nobody knows what part of its amount is whose."""
    named: list[Line] = []
    for line in lines:
        if not line.beside:
            named.append(line)
            continue
        alone = replace(line, amount=None, gross=None, beside=())
        others = (Line(reference=one, amount=None, row=line.row, paid_on=line.paid_on) for one in line.beside)
        named += [alone, *others]
    return named


def join(lines: Iterable[Line]) -> list[Line]:
    """One line for each document: rows that name it again are added."""
    joined: dict[tuple[str, str | None], Line] = {}
    for line in lines:
        number = (line.reference.number, line.payment)
        earlier = joined.get(number)
        joined[number] = _added(earlier, line) if earlier else line
    return list(joined.values())


def _added(one: Line, other: Line) -> Line:
    amount = None if one.amount is None or other.amount is None else one.amount + other.amount
    deduction, reason, gross = one.deduction + other.deduction, one.reason or other.reason, one.gross
    if other.reason and other.amount is not None and other.amount < 0 < (one.amount or ZERO):
        deduction, gross = one.deduction - other.amount, one.gross or one.amount
    return replace(
        one, paid_on=one.paid_on if one.paid_on == other.paid_on else None, amount=amount, gross=gross,
        beside=one.beside or other.beside, discount=one.discount + other.discount, deduction=deduction, reason=reason,
        currency=one.currency if one.currency == other.currency else None, evidence=(*one.evidence, *other.evidence),
    )  # fmt: skip
