"""(books) to what a customer could cost us: open items, and cash that was told of and no bank has shown; and its credit limit."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from agent.facts.books import Books
from agent.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """What is found by going through what waits once, for all customers."""

    unshown: dict[
        str, dict[str, Money]
    ]  # by customer and currency: applied on an advice, not at the bank yet
    unanswered: Counter[str]  # by customer: questions of ours that were asked twice
    returned: dict[str, list[str]]  # by customer: payments that the bank took back


def survey(books: Books) -> Survey:
    """In the time of what waits. A home without bank statements has no cash that waits for one."""
    unshown: dict[str, dict[str, Money]] = {}
    for payment_id in books.unshown if books.bank_seen_on else ():
        payment = books.payments[payment_id]
        if payment.customer_id and payment.applied:
            sums = unshown.setdefault(payment.customer_id, {})
            _add(sums, payment.applied)
    asked_twice = (
        query.raised.customer_id
        for query in books.queries.values()
        if query.is_repeated or query.is_with_staff
    )
    returned: dict[str, list[str]] = {}
    for payment_id in books.returned:
        if owner := books.payments[payment_id].customer_id:
            returned.setdefault(owner, []).append(payment_id)
    return Survey(unshown=unshown, unanswered=Counter(one for one in asked_twice if one), returned=returned)


def exposure(books: Books, customer_id: str, found: Survey) -> dict[str, Money]:
    """By currency, never converted; credit notes count negative, cash on account does not count."""
    sums = dict(found.unshown.get(customer_id, {}))
    for invoice in books.items_by_customer.get(customer_id, ()):
        _add(sums, books.items[invoice].open)
    return dict(sorted(sums.items()))


def limit_of(books: Books, customer_id: str, home_currency: str) -> Money | None:
    """The limit that a person agreed, else the one of the customer list; None: no limit."""
    file = books.credit.get(customer_id)
    if file and file.limits:
        return file.limits[-1].amount
    return imported_limit(books, customer_id, home_currency)


def imported_limit(books: Books, customer_id: str, home_currency: str) -> Money | None:
    """The limit of the customer list, in the customer's currency."""
    customer = books.customers[customer_id]
    if customer.credit_limit is None:
        return None
    return Money.of(customer.credit_limit, customer.currency or home_currency)


def in_currency(amounts: dict[str, Money], currency: str) -> Money:
    """The amount of one currency; nothing where there is none."""
    return amounts.get(currency, Money(0, currency))


def listed(amounts: Iterable[Money]) -> str:
    """Amounts in words: 1180.00 USD, 20.00 EUR."""
    return ", ".join(map(str, amounts)) or "nothing"


def _add(sums: dict[str, Money], amount: Money) -> None:
    sums[amount.currency] = in_currency(sums, amount.currency) + amount
