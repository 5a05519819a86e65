"""(a bank entry that takes money back, the payments on the books) to the one payment that it takes back."""

from dataclasses import dataclass
from datetime import date

from agent.facts.books import Books
from agent.facts.payments import LIVE, Origin, Payer, Payment, Status
from agent.facts.readings import Method, PaymentRead
from agent.match import link
from agent.match.family import related
from agent.match.question import day_of, items_of
from agent.money import Money
from agent.rules.matching import MatchingRules


@dataclass(frozen=True, slots=True, kw_only=True)
class Return:
    """The payment whose money went back; None: a person must say, unless the same return was `told` of before."""

    payment: Payment | None
    why: str
    told: Payment | None = None


def taken_back(read: PaymentRead, payer: Payer, books: Books, rules: MatchingRules) -> Return:
    """The payment of the entry's reference or items and amount; else the payer's only one of that amount.

    Without a reference only money that the bank has shown, or a draft, can go back: an advice alone never came.
    A payment of somebody else than the entry's payer is never the one.
    """
    if read.amount is None or read.currency is None:
        return Return(payment=None, why="an entry takes money back whose amount or currency is not said")
    amount = Money.of(read.amount, read.currency)
    said = f"the bank took {amount} back" + (f" on {read.paid_on}" if read.paid_on else "")
    family = related(payer.customer_id, books) if payer.customer_id else set()
    theirs = [
        books.payments[payment_id]
        for customer_id in sorted(family)
        for payment_id in books.payments_by_customer.get(customer_id, ())
    ]
    referred = [one for one in link.found_by_words(read, books) if _is_told_of(read, one, books)]
    strangers = [one for one in referred if one.customer_id not in family and one.amount == amount]
    if family and strangers:
        ids = ", ".join(one.payment_id for one in strangers)
        return Return(payment=None, why=f"{said} from {payer.customer_id}, with the reference of {ids}")
    for candidates, how in (
        (referred, "has the reference or the items of"),
        ([one for one in theirs if _came(one)], "has payer and amount of"),
    ):
        fitting = [one for one in candidates if _may_be(one, amount, read.paid_on, rules, books)]
        told = [one for one in fitting if one.status is Status.REVERSED and one.returned_on == read.paid_on]
        standing = [one for one in fitting if one.status in LIVE]
        ids = ", ".join(one.payment_id for one in (*told, *standing))
        if len(told) == 1 and not standing:
            return Return(payment=None, why=f"{said}: {ids}, known before", told=told[0])
        if len(standing) == 1 and not told:
            return Return(payment=standing[0], why=f"{said}: the entry {how} {ids}")
        if ids:
            return Return(payment=None, why=f"{said}, which may be the money of any of {ids}")
    who = f" of {payer.customer_id}" if payer.customer_id else ""
    return Return(payment=None, why=f"{said}, and no payment{who} on the books is known to be this one")


def _is_told_of(read: PaymentRead, payment: Payment, books: Books) -> bool:
    named = frozenset(line.invoice for line in read.lines)
    return link.is_referred_to(read, payment, books) or bool(named and named <= items_of(payment))


def _may_be(
    payment: Payment, amount: Money, returned_on: date | None, rules: MatchingRules, books: Books
) -> bool:
    """Same money, and not from after its return or from too long before."""
    if payment.amount != amount:
        return False
    day = payment.cleared_on or payment.claim.due_on or day_of(payment, books)
    if day is None or returned_on is None:
        return True
    return 0 <= (returned_on - day).days <= rules.return_days


def _came(payment: Payment) -> bool:
    return payment.cleared or payment.origin is Origin.BANK or payment.claim.method is Method.DRAFT
