"""The corpus' ledger and documents as facts, and the few words in which the document modules state them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

Truth = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Customer:
    id: str
    name: str
    aliases: str = ""
    email: str
    language: str
    currency: str
    days: int
    zone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An invoice as the ledger has it; `said` is how the document spells its number."""

    no: str
    said: str
    customer: Customer
    issued: date
    due: date
    amount: Decimal
    po: str
    known: bool  # False: the ledger lacks it


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    name: str
    language: str
    producer: str
    layout: str
    family: str
    make: Callable[[], tuple[bytes, Truth]]


CUSTOMERS: list[Customer] = []
ITEMS: list[Item] = []
DOCUMENTS: list[Document] = []


def document(
    name: str, language: str, producer: str, family: str, layout: str
) -> Callable[[Callable[[], tuple[bytes, Truth]]], Callable[[], tuple[bytes, Truth]]]:
    """Registers a function that gives the PDF and its truth."""

    def register(make: Callable[[], tuple[bytes, Truth]]) -> Callable[[], tuple[bytes, Truth]]:
        DOCUMENTS.append(
            Document(name=name, language=language, producer=producer, layout=layout, family=family, make=make)
        )
        return make

    return register


def customer(
    number: int,
    name: str,
    email: str,
    language: str,
    currency: str,
    *,
    days: int = 30,
    zone: str = "Europe/London",
    aliases: str = "",
) -> Customer:
    found = Customer(
        id=f"N{number:04}",
        name=name,
        aliases=aliases,
        email=email,
        language=language,
        currency=currency,
        days=days,
        zone=zone,
    )
    assert all(found.id != other.id and found.name != other.name for other in CUSTOMERS), name
    CUSTOMERS.append(found)
    return found


def items(payer: Customer, text: str) -> list[Item]:
    """One open item a line: `number date amount [as=the document's spelling] [po=number] [unknown]`; spaces in numbers are written `_`.

    Decoys, which no document names, are written the same way.
    """
    made = []
    for row in text.split("\n"):
        if not row.strip():
            continue
        no, day, amount, *rest = row.split()
        options = {word.partition("=")[0]: word.partition("=")[2] for word in rest}
        no = no.replace("_", " ")
        issued = date.fromisoformat(day)
        made.append(
            Item(
                no=no,
                said=options.get("as", no).replace("_", " "),
                customer=payer,
                issued=issued,
                due=issued + timedelta(days=payer.days),
                amount=Decimal(amount),
                po=options.get("po", ""),
                known="unknown" not in options,
            )
        )
    ITEMS.extend(made)
    return made


Line = tuple[Any, ...]  # number, amount paid, discount, deduction, reason


def paid(
    payer: str | None,
    amount: str | None,
    currency: str | None,
    day: str | None,
    method: str | None,
    reference: str | None,
    lines: list[Line] | str,
    due: str | None = None,
) -> Truth:
    """A payment as CONTRACT.md section 3 has it; a line is (number, amount[, discount[, deduction[, reason]]])."""

    def full(line: Line) -> Truth:
        number, value = line[:2]
        rest: list[Any] = [*line[2:], *["0.00", "0.00", None][len(line) - 2 :]]
        discount, deduction, reason = rest
        return {
            "invoice": number,
            "amount": None if value is None else str(value),
            "discount": str(discount),
            "deduction": str(deduction),
            "reason": reason,
        }

    return {
        "payer": payer,
        "amount": amount,
        "currency": currency,
        "date": day,
        "due_date": due,
        "method": method,
        "reference": reference,
        "lines": lines if isinstance(lines, str) else [full(line) for line in lines],
    }


def advice(payer: Customer | None, *payments: Truth) -> Truth:
    return {
        "kind": "remittance",
        "customer_id": payer.id if payer else None,
        "payments": list(payments),
        "disputes": [],
        "promises": [],
    }


def no_advice(kind: str, customer_id: str | None) -> Truth:
    return {"kind": kind, "customer_id": customer_id, "payments": [], "disputes": [], "promises": []}
