"""(books, today) to what of each item may be asked for now: the open amount without what something holds."""

from collections.abc import Iterable
from datetime import date

from agent.facts.books import Books, Query
from agent.facts.ledger import Item
from agent.facts.payments import Deduction, Payment, Status
from agent.money import Money, total


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
    held: dict[str, Money | None] = {}
    withheld: list[Deduction] = []
    for payment in payments:
        is_told = payment.status in (Status.ADVISED, Status.REVIEW)
        if is_told and not (payment.is_doubted or payment.missed_on):
            for line in payment.claim.lines:
                if line.invoice in books.items:
                    amount = None
                    if payment.amount and line.amount is not None and line.amount > 0:
                        amount = _amount(line.amount, payment.amount.currency)
                    held[line.invoice] = amount if line.invoice not in held else None
        withheld += payment.waiting_deductions
    for deduction in withheld:
        held[deduction.invoice] = _more(held, deduction.invoice, deduction.amount)
    return held | {invoice: None for query in queries for invoice in query.raised.invoices}


def _more(held: dict[str, Money | None], invoice: str, amount: Money) -> Money | None:
    """What is held of an invoice with a deduction that waits for staff."""
    known = held.get(invoice)
    if invoice not in held:
        return amount
    return known + amount if known and known.currency == amount.currency else None


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
