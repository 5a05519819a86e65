"""(books, a customer, a currency) to what they have with us already: money and credit notes not set against items."""

from dataclasses import dataclass

from agent.facts.books import Books
from agent.facts.payments import Payment, Status
from agent.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Funds:
    """What speaks against asking a customer for money."""

    credit: Money  # unapplied cash and open credit notes: ours to set against what is due
    told: Money  # told of and not applied, without saying for which items

    def cover(self, asked: Money) -> bool:
        """True where they are worth all of it: the customer has paid."""
        return self.credit + self.told >= asked


def funds_of(books: Books, customer_id: str, currency: str) -> Funds:
    """A payment that names items counts there, for it holds them; only what it names no item for counts here."""
    credit = told = 0
    for payment_id in books.payments_by_customer.get(customer_id, ()):
        payment = books.payments[payment_id]
        unapplied = None if payment.is_doubted or payment.missed_on else payment.unapplied
        if not unapplied or unapplied.currency != currency:
            continue
        if payment.status in (Status.ADVISED, Status.REVIEW):
            told += _unnamed(books, payment, unapplied).minor
        else:
            credit += unapplied.minor
    for number in books.items_by_customer.get(customer_id, ()):
        item = books.items[number]
        if item.is_credit and item.open.currency == currency:
            credit -= item.open.minor
    return Funds(credit=Money(credit, currency), told=Money(told, currency))


def _unnamed(books: Books, payment: Payment, unapplied: Money) -> Money:
    """What of a told payment is for no item that it names."""
    named = [line for line in payment.claim.lines if line.invoice in books.items]
    if any(line.amount is None for line in named):
        return Money(0, unapplied.currency)  # each of them is held in full
    amounts = (line.amount for line in named if line.amount is not None)
    reserved = Money.of(str(sum(amounts)), unapplied.currency)
    return max(unapplied - reserved, Money(0, unapplied.currency))
