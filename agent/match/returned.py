"""(a bank entry that takes money back, the payments on the books) to the one payment that it takes back."""

from dataclasses import dataclass
from datetime import date

from agent.facts.books import Books
from agent.facts.payments import LIVE, Origin, Payer, Payment, Status
from agent.facts.readings import Method, PaymentRead
from agent.match import link
from agent.match.family import related
from agent.match.question import day_of
from agent.money import Money
from agent.rules.matching import MatchingRules


@dataclass(frozen=True, slots=True, kw_only=True)
class Return:
    """The payment whose money went back; None: a person must say, or nothing is left to do (`is_known`)."""

    payment: Payment | None
    why: str
    is_known: bool = False


def taken_back(read: PaymentRead, payer: Payer, books: Books, rules: MatchingRules) -> Return:
    """The payment of the entry's reference or items and amount; else the payer's only one of that amount.

    Without a reference only money that the bank has shown, or a draft, can go back: an advice alone never came.
    """
    if read.amount is None or read.currency is None:
        return Return(payment=None, why="an entry takes money back whose amount or currency is not said")
    amount = Money.of(read.amount, read.currency)
    said = f"the bank took {amount} back" + (f" on {read.paid_on}" if read.paid_on else "")
    referred = [
        one for one in link.found_by_words(read, books) if _may_be(one, amount, read.paid_on, rules, books)
    ]
    theirs = [
        books.payments[payment_id]
        for customer_id in sorted(related(payer.customer_id, books) if payer.customer_id else ())
        for payment_id in books.payments_by_customer.get(customer_id, ())
    ]
    came = [one for one in theirs if _came(one) and _may_be(one, amount, read.paid_on, rules, books)]
    for candidates, how in (
        (referred, "has the reference or the items of"),
        (came, "has payer and amount of"),
    ):
        before = [
            one for one in candidates if one.status is Status.REVERSED and one.returned_on == read.paid_on
        ]
        standing = [one for one in candidates if one.status in LIVE]
        if len(before) == 1 and not (standing and candidates is came):
            return Return(payment=None, why=f"{said}: {before[0].payment_id}, known before", is_known=True)
        if len(standing) == 1:
            return Return(payment=standing[0], why=f"{said}: the entry {how} {standing[0].payment_id}")
        if standing:
            ids = ", ".join(one.payment_id for one in standing)
            return Return(payment=None, why=f"{said}, which may be the money of any of {ids}")
    who = f" of {payer.customer_id}" if payer.customer_id else ""
    return Return(payment=None, why=f"{said}, and no payment{who} on the books is known to be this one")


def _may_be(
    payment: Payment, amount: Money, returned_on: date | None, rules: MatchingRules, books: Books
) -> bool:
    """Same money, and not from after its return or from too long before."""
    if payment.amount != amount:
        return False
    day = payment.cleared_on or payment.claim.due_on or day_of(payment, books)
    if day is None or returned_on is None:
        return True
    return -1 <= (returned_on - day).days <= rules.return_days


def _came(payment: Payment) -> bool:
    return payment.cleared or payment.origin is Origin.BANK or payment.claim.method is Method.DRAFT
