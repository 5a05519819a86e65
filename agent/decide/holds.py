"""(books, today) to what holds which item back, and what of each may be asked for now: the open amount without it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from agent.facts.books import Books, Query
from agent.facts.ledger import Item
from agent.facts.payments import Payment, Status
from agent.money import Money, total


class Reason(StrEnum):
    """Why money that is open is not asked for now."""

    QUERY = "query"  # we asked the customer something about it
    ADVICE = "advice"  # they told of a payment that the bank has not shown
    REVIEW = "review"  # a payment that names it waits for a person
    DEDUCTION = "deduction"  # what they withheld waits for a person
    DISPUTE = "dispute"
    PROMISE = "promise"
    HOLD = "hold"  # a person's word
    MISSING = "missing"  # the system of record has it no more


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What a query, or a payment that is told or has a deduction, holds of one invoice."""

    reason: Reason
    invoice: str
    amount: Money | None  # None: all that is open
    by: Query | Payment
    withheld: str = ""  # of a deduction: the reason that they gave, or its code


def holding(queries: Iterable[Query], payments: Iterable[Payment], books: Books) -> Iterator[Held]:
    """What these hold: queries first, then what is told, then what was withheld; each in its own order."""
    for query in queries:
        for invoice in query.raised.invoices:
            yield Held(reason=Reason.QUERY, invoice=invoice, amount=None, by=query)
    payments = tuple(payments)
    for payment in payments:
        if payment.status not in (Status.ADVISED, Status.REVIEW) or payment.is_doubted or payment.missed_on:
            continue
        reason = Reason.ADVICE if payment.status is Status.ADVISED else Reason.REVIEW
        for line in payment.claim.lines:
            if line.invoice in books.items:
                amount = None
                if payment.amount and line.amount is not None and line.amount > 0:
                    amount = _amount(line.amount, payment.amount.currency)
                yield Held(reason=reason, invoice=line.invoice, amount=amount, by=payment)
    for payment in payments:
        for deduction in payment.waiting_deductions:
            yield Held(
                reason=Reason.DEDUCTION, invoice=deduction.invoice, amount=deduction.amount, by=payment,
                withheld=deduction.reason or deduction.code,
            )  # fmt: skip


def still_due(books: Books, invoices: tuple[str, ...], today: date) -> dict[str, Money]:
    """What a scheduled letter may still ask for, by invoice; looked at once more before it goes."""
    held = _held(*_concerning(books, invoices), books)
    asked = {invoice: askable(books.items[invoice], held, today) for invoice in invoices}
    return {invoice: amount for invoice, amount in asked.items() if amount}


def held_amounts(books: Books) -> dict[str, Money | None]:
    """Invoices held by an open query, a deduction that waits or an unsettled payment: the amount, None for all of it."""
    return _held(books.queries.values(), map(books.payments.__getitem__, books.unsettled), books)


def _concerning(books: Books, invoices: tuple[str, ...]) -> tuple[list[Query], list[Payment]]:
    """Open queries and unsettled payments that may hold one of these, found without looking at all there are."""
    customers = {books.items[invoice].customer_id for invoice in invoices}
    asked = (letter_id for invoice in invoices for letter_id in books.queries_by_invoice.get(invoice, ()))
    by_invoice = (one for invoice in invoices for one in books.payments_by_invoice.get(invoice, ()))
    by_customer = (one for known in customers for one in books.payments_by_customer.get(known, ()))
    unsettled = (one for one in dict.fromkeys((*by_invoice, *by_customer)) if one in books.unsettled)
    return (
        [books.queries[letter_id] for letter_id in dict.fromkeys(asked)],
        [books.payments[payment_id] for payment_id in unsettled],
    )


def _held(queries: Iterable[Query], payments: Iterable[Payment], books: Books) -> dict[str, Money | None]:
    """What is told and what is withheld add up; two payments that are told for one item hold all of it."""
    amounts: dict[str, Money | None] = {}
    for held in holding(queries, payments, books):
        if held.invoice not in amounts:
            amounts[held.invoice] = held.amount
        elif held.reason is Reason.DEDUCTION:
            amounts[held.invoice] = _sum(amounts[held.invoice], held.amount)
        else:
            amounts[held.invoice] = None
    return amounts


def _sum(one: Money | None, other: Money | None) -> Money | None:
    return one + other if one and other and one.currency == other.currency else None


def _amount(amount: object, currency: str) -> Money | None:
    try:
        return Money.of(str(amount), currency)
    except ValueError:
        return None


def askable(item: Item, held: dict[str, Money | None], today: date) -> Money | None:
    """What may be asked for now; None where nothing may."""
    if item.is_credit or not item.open:
        return None
    if item.missing_at:  # the system of record has it no more: it may be paid there
        return None
    asked = item.open - total((part.amount for part in item.held_on(today)), item.open.currency)
    if item.invoice_no in held:
        amount = held[item.invoice_no]
        if amount is None or amount.currency != asked.currency:
            return None
        asked -= amount
    return asked if asked.minor > 0 else None
