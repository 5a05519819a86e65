"""(books, today) to what holds which item back: the gate, how much of it, until when, and the record that closed it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from agent.facts.books import Books
from agent.facts.holds import HoldKind
from agent.facts.ledger import Item
from agent.facts.payments import Payment, Status
from agent.money import Money


class Gate(StrEnum):
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
class Closed:
    """One gate that is closed for one item."""

    gate: Gate
    item: Item
    amount: Money | None  # None: all that is open
    until: date | None  # the last day, where it opens by itself
    about: str  # the letter, payment or message to look at; "" where the item says it all
    why: str


_GATES: Final = {
    HoldKind.DISPUTE: Gate.DISPUTE,
    HoldKind.PROMISE: Gate.PROMISE,
    HoldKind.INSTALMENT: Gate.PROMISE,
    HoldKind.STAFF: Gate.HOLD,
}
_SAID: Final = {
    HoldKind.DISPUTE: "disputed",
    HoldKind.PROMISE: "promised",
    HoldKind.INSTALMENT: "to be paid as agreed in a plan",
    HoldKind.STAFF: "held by a person",
}


def closed_gates(books: Books, today: date) -> Iterator[Closed]:
    """Every gate of every open item, in the order of the records that closed them, then of the items."""
    for query in books.queries.values():
        codes = ", ".join(query.raised.codes)
        for item in _open(books, query.raised.invoices):
            why = f"our question of {query.asked_at.date()} ({codes}) is open"
            yield Closed(
                gate=Gate.QUERY, item=item, amount=None, until=None, about=query.raised.letter_id, why=why
            )
    for payment in map(books.payments.__getitem__, books.unsettled):
        yield from _of_payment(books, payment)
    for numbers in books.items_by_customer.values():
        for item in _open(books, tuple(numbers)):
            yield from _of_item(item, today)


def _of_payment(books: Books, payment: Payment) -> Iterator[Closed]:
    if payment.status in (Status.ADVISED, Status.REVIEW) and not (payment.is_doubted or payment.missed_on):
        is_advised = payment.status is Status.ADVISED
        named = {line.invoice: line.amount for line in payment.claim.lines}
        for item in _open(books, tuple(named)):
            amount, said = None, named[item.invoice_no]
            if said and said > 0 and payment.amount and payment.amount.currency == item.open.currency:
                amount = min(Money.of(str(said), item.open.currency), item.open)
            day = f" dated {payment.claim.paid_on}" if payment.claim.paid_on else ""
            why = f"{payment.payment_id}{day} is told and not seen at the bank"
            yield Closed(
                gate=Gate.ADVICE if is_advised else Gate.REVIEW,
                item=item,
                amount=amount,
                until=None,
                about=payment.payment_id,
                why=why if is_advised else f"{payment.payment_id} names it and waits for a person",
            )
    for deduction in payment.waiting_deductions:
        for item in _open(books, (deduction.invoice,)):
            why = f"withheld with {payment.payment_id} ({deduction.reason or deduction.code}), for a person to allow or refuse"
            yield Closed(
                gate=Gate.DEDUCTION,
                item=item,
                amount=deduction.amount,
                until=None,
                about=payment.payment_id,
                why=why,
            )


def _of_item(item: Item, today: date) -> Iterator[Closed]:
    def gate(gate: Gate, amount: Money | None, until: date | None, why: str) -> Closed:
        return Closed(gate=gate, item=item, amount=amount, until=until, about="", why=why)

    if item.missing_at:
        yield gate(Gate.MISSING, None, None, "an import did not have it: it may be paid there")
    for part in item.held_on(today):
        hold = part.hold
        said = _SAID[hold.kind]
        until = f" until {hold.until}" if hold.until else ""
        why = f"{said}{until}" + (f": {hold.reason}" if hold.reason else "")
        yield gate(_GATES[hold.kind], part.amount, hold.until, why)


def _open(books: Books, invoices: tuple[str, ...]) -> Iterator[Item]:
    for invoice in invoices:
        item = books.items.get(invoice)
        if item and item.open.minor > 0 and not item.is_credit:
            yield item
