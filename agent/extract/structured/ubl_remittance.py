"""A UBL RemittanceAdvice (OASIS UBL 2.0 to 2.4) into the payment that it tells of, with a line for each document."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import chain
from typing import Final

from agent.extract.structured.elements import Damage, Element, elements
from agent.extract.structured.values import (
    MOST_ENTRIES,
    ZERO,
    amount_of,
    currency_of,
    day_of,
    footed,
    is_reference,
    span,
)
from agent.facts.documents import Fault, Span, Unread
from agent.facts.mail import Part
from agent.facts.readings import Check, Kind, Method, PaidLine, PaymentRead, StructuredRead

_SPACE: Final = re.compile(rb"urn:oasis:names:specification:ubl:schema:xsd:RemittanceAdvice-2")
_HEAD: Final = 20_000
_DOCUMENTS: Final = (
    "InvoiceDocumentReference",
    "SelfBilledInvoiceDocumentReference",
    "DebitNoteDocumentReference",
)
_CREDITS: Final = ("CreditNoteDocumentReference", "SelfBilledCreditNoteDocumentReference")
_NAMES: Final = ("PartyName/Name", "PartyLegalEntity/RegistrationName")
_PAYER: Final = tuple(f"AccountingCustomerParty/Party/{name}" for name in _NAMES)
_PAYEE: Final = ("PayeeParty/PartyName/Name", *(f"AccountingSupplierParty/Party/{name}" for name in _NAMES))
# UN/EDIFACT 4461, payment means.
_METHODS: Final = {
    **dict.fromkeys(("20", "21", "22", "23"), Method.CHECK),
    **dict.fromkeys(("30", "42", "58"), Method.WIRE),
    "10": Method.CASH,
    "48": Method.CARD,
}


def is_ubl_remittance(head: bytes) -> bool:
    """True for an XML document that declares the namespace of a RemittanceAdvice."""
    return head.startswith(b"<") and bool(_SPACE.search(head[:_HEAD]))


def read_ubl_remittance(part: Part) -> StructuredRead | Unread:
    """Read one advice. Without a total that its lines make, or that stands alone, it pays nothing."""
    read = next(iter(elements(part.content, frozenset({"RemittanceAdvice"}))), None)
    if not isinstance(read, Element):
        detail = read.detail if isinstance(read, Damage) else "it holds no RemittanceAdvice"
        return Unread(part=part.name, fault=read.fault if read else Fault.BROKEN, detail=detail)
    told = read.all("RemittanceAdviceLine")
    if len(told) > MOST_ENTRIES:
        return Unread(part=part.name, fault=Fault.TOO_LARGE, detail=f"more than {MOST_ENTRIES} lines")
    total = read.first("TotalPaymentAmount")
    currency = currency_of(
        (total.attributes.get("currencyID", "") if total else "") or read.text_at("DocumentCurrencyCode")
    )
    amount = amount_of(total.text, currency) if total else None
    if total is None or amount is None or amount <= 0:
        warning = f"{part.name} says no amount paid: it pays nothing"
        return StructuredRead(part=part.name, kind=Kind.OTHER, payments=(), warnings=(warning,))
    payment = _payment(read, total, amount, currency, part.name)
    other = payment.lines_total
    warnings = (f"its lines sum to {other}, {amount} is paid",) if other is not None else ()
    return StructuredRead(part=part.name, kind=Kind.REMITTANCE, payments=(payment,), warnings=warnings)


def _payment(read: Element, total: Element, amount: Decimal, currency: str | None, part: str) -> PaymentRead:
    """The payment of one advice."""
    places: list[tuple[str, Element]] = []
    lines, checks, lines_total = _best(read.all("RemittanceAdviceLine"), amount, currency, places)
    payer, payee = read.first(*_PAYER), read.first(*_PAYEE)
    dated = read.first("PaymentMeans/PaymentDueDate")
    own = read.first("PaymentMeans/PaymentID", "PaymentOrderReference", "ID")
    spans = (
        ("amount", total), ("payer", payer), ("payee", payee), ("date", dated), ("reference", own), *places,
    )  # fmt: skip
    return PaymentRead(
        amount=amount,
        currency=currency,
        paid_on=day_of(dated.text) if dated else None,
        method=_METHODS.get(read.text_at("PaymentMeans/PaymentMeansCode")),
        reference=own.text if own and is_reference(own.text) else None,
        payer=payer.text if payer else None,
        payee=payee.text if payee else None,
        lines=lines,
        checks=checks,
        lines_total=lines_total,
        text=" ".join(each.text for each in read.all("Note")),
        evidence=tuple(_spans(spans, part)),
    )


def _spans(places: tuple[tuple[str, Element | None], ...], part: str) -> Iterator[Span]:
    return (span(field, part, element.line, element.text) for field, element in places if element)


def _best(
    told: list[Element], amount: Decimal, currency: str | None, places: list[tuple[str, Element]]
) -> tuple[tuple[PaidLine, ...], tuple[Check, ...], Decimal | None]:
    """The lines by that reading of debit and credit which sums to the total: senders see them from either side."""
    best = None
    for sign in (1, -1):
        found: list[tuple[str, Element]] = []
        lines = list(chain.from_iterable(_line(each, sign, currency, found) for each in told))
        result = footed(amount, lines)
        if best is None or (result[1] and not best[1]):
            best = result
            places[:] = found
    assert best
    return best


def _line(
    told: Element, sign: int, currency: str | None, places: list[tuple[str, Element]]
) -> Iterator[PaidLine]:
    """A line's document with debit less credit, or what is due of it where neither is said."""
    number = told.first(*(f"BillingReference/{name}/ID" for name in (*_DOCUMENTS, *_CREDITS)))
    if number is None or number.parent is None:
        return
    is_credit = number.parent.name in _CREDITS
    debit, credit, balance = (told.first(f"{name}Amount") for name in ("DebitLine", "CreditLine", "Balance"))
    stated = [amount_of(each.text, currency) if each else None for each in (debit, credit)]
    paid = None if stated == [None, None] else sign * ((stated[0] or ZERO) - (stated[1] or ZERO))
    if paid is None and balance:
        paid = amount_of(balance.text, currency)
    if paid is not None and is_credit:
        paid = -abs(paid)
    places.append(("invoice", number))
    places.extend(("line.amount", each) for each in (debit, credit) if each)
    yield PaidLine(invoice=number.text, amount=paid)
