"""One payment as it was told, with the books and rules that it is matched by, and what identifies a payment."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from agent.facts.books import Books
from agent.facts.payments import LIVE, Origin, Payer, Payment, Status
from agent.facts.readings import PaymentRead
from agent.ids import folded
from agent.match.family import related
from agent.money import Money
from agent.rules.matching import MatchingRules

_FEWEST_DIGITS: Final = 3  # of a reference that identifies a payment; "ACH" or "invoices" does not


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is to be matched: read, its payer, the amount in a currency, and everything it is compared with."""

    read: PaymentRead
    payer: Payer
    amount: Money | None
    books: Books
    rules: MatchingRules
    today: date
    origin: Origin
    apply_on: str
    thread_letters: tuple[str, ...]
    paid_default: date
    beside: frozenset[str] = (
        frozenset()
    )  # payments that other entries of its document are: two entries are two

    @property
    def paid_on(self) -> date:
        """The day of the payment, or of the mail where the document says none."""
        return self.read.paid_on or self.paid_default

    @property
    def named(self) -> frozenset[str]:
        """The items that it names, spelled as in the ledger where they are there."""
        return frozenset(line.invoice for line in self.read.lines)

    def standing_payments(self) -> Iterator[Payment]:
        """Payments of the customer, its parent and its children that stand, oldest first."""
        payer_id = self.payer.customer_id
        for customer_id in sorted(related(payer_id, self.books)) if payer_id else ():
            for payment_id in self.books.payments_by_customer.get(customer_id, ()):
                payment = self.books.payments[payment_id]
                if payment.status in LIVE:
                    yield payment

    def references_agree(self, payment: Payment) -> bool | None:
        """True where a reference that tells payments apart is on both sides; None where one side has none."""
        mine = self.references(self.read)
        theirs = self.references(payment.claim)
        return bool(mine & theirs) if mine and theirs else None

    def references(self, read: PaymentRead) -> frozenset[str]:
        """What may identify a payment."""
        return telling_references(read, self.books)

    def days_from(self, payment: Payment) -> int | None:
        """Days from a payment's date (or its mail's) to this one's; None where it has none."""
        day = day_of(payment, self.books)
        return (self.paid_on - day).days if day else None


def telling_references(read: PaymentRead, books: Books) -> frozenset[str]:
    """What may identify a payment: references with digits that are no document's number, spelling apart."""
    found = (folded(text) for text in (read.reference, *read.other_references) if text)
    lines = {folded(line.invoice) for line in read.lines}
    return frozenset(
        reference
        for reference in found
        if sum(character.isdigit() for character in reference) >= _FEWEST_DIGITS
        and reference not in lines
        and books.anchors.number(reference) is None
        and reference not in books.customers
    )


def day_of(payment: Payment, books: Books) -> date | None:
    """The day of a payment: as it says, else the day its mail came."""
    if payment.claim.paid_on:
        return payment.claim.paid_on
    message = books.messages.get(payment.mail_id)
    return message.received_at.date() if message and message.received_at else None


def items_of(payment: Payment) -> frozenset[str]:
    """The items that a payment names, or where it names none, those that it was applied to."""
    named = frozenset(line.invoice for line in payment.claim.lines)
    return named or frozenset(application.invoice for application in payment.applications)


def is_waiting(payment: Payment) -> bool:
    """True where some of its cash is not applied and it is not known why it was paid."""
    return payment.status in (Status.UNAPPLIED, Status.PARTIALLY_APPLIED) and bool(payment.unapplied)


def is_bare(payment: Payment) -> bool:
    """True for an advised payment that names nothing: it reserves no item."""
    return payment.status is Status.ADVISED and not (payment.claim.lines or payment.claim.group)
