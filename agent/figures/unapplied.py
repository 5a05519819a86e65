"""Payments to the cash that is here and settles nothing yet: by age, and by customer."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from agent.facts.payments import Origin, Payment, Status
from agent.figures.scope import Scope
from agent.figures.table import Cell, Chart, Form, Kind, Table, columns
from agent.money import Money, total

AGES: Final = (("d0_7", 7), ("d8_30", 30), ("d31_90", 90), ("d90_plus", None))
"""Names of the ages, and the last day of each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cash:
    """What of a payment waits, and since which day."""

    payment_id: str
    customer_id: str | None  # None: nobody is known to have paid it
    amount: Money
    since: date
    is_on_account: bool


def waiting_cash(scope: Scope) -> Iterator[Cash]:
    """Cash that is neither applied nor refunded, of payments that stand.

    What is only advised, or missed at the bank, is no cash; what waits for a person is, once the bank shows it.
    """
    for payment in scope.payments():
        unapplied = payment.unapplied
        if unapplied and unapplied.minor > 0 and is_here(payment):
            yield Cash(
                payment_id=payment.payment_id,
                customer_id=payment.customer_id,
                amount=unapplied,
                since=told_on(scope, payment),
                is_on_account=payment.is_on_account,
            )


def is_here(payment: Payment) -> bool:
    """True where its money has come, as far as is known."""
    if payment.status in (Status.ADVISED, Status.DUPLICATE, Status.REVERSED) or payment.missed_on:
        return False
    is_shown = payment.cleared or payment.origin is Origin.BANK
    return is_shown or not (payment.is_doubted or payment.status is Status.REVIEW)


def told_on(scope: Scope, payment: Payment) -> date:
    """The day of the bank's entry, else the one told, else the day its message came; a day to come counts as today."""
    day = payment.cleared_on or payment.claim.paid_on
    if day is None:
        message = scope.books.messages.get(payment.mail_id)
        day = scope.day_of(message.received_at) if message and message.received_at else scope.today
    return min(day, scope.today)


def unapplied_tables(scope: Scope) -> tuple[Table, Table]:
    """Unapplied cash by days since it came (0-7, 8-30, 31-90, over 90): by currency, and by customer, the largest first.

    Money that a person left on account is counted, and stands in a column of its own as well; so does money of nobody known.
    Source: Oracle Receivables' statuses Unapplied, On Account and Unidentified.
    """
    by_currency: dict[str, list[Cash]] = {}
    by_customer: dict[tuple[str, str | None], list[Cash]] = {}
    for cash in waiting_cash(scope):
        by_currency.setdefault(cash.amount.currency, []).append(cash)
        by_customer.setdefault((cash.amount.currency, cash.customer_id), []).append(cash)
    kinds = {name: Kind.MONEY for name, _ in AGES} | {
        "total": Kind.MONEY, "on_account": Kind.MONEY, "payments": Kind.COUNT, "oldest": Kind.DAY,
    }  # fmt: skip
    totals = [
        (
            currency,
            *_cells(scope, currency, found),
            _sum(currency, (c for c in found if c.customer_id is None)),
        )
        for currency, found in sorted(by_currency.items())
    ]
    customers = sorted(
        by_customer.items(),
        key=lambda one: (one[0][0], -sum(c.amount.minor for c in one[1]), one[0][1] or ""),
    )
    return (
        Table(
            name="unapplied",
            columns=columns(currency=Kind.WORD, **kinds, unidentified=Kind.MONEY),
            rows=tuple(totals),
            charts=(Chart(name="unapplied", form=Form.BUCKETS, series=tuple(name for name, _ in AGES)),),
            explained=("unapplied", "on_account", "unidentified"),
        ),
        Table(
            name="unapplied_customers",
            columns=columns(currency=Kind.WORD, customer_id=Kind.TEXT, name=Kind.TEXT, **kinds),
            rows=tuple(
                (currency, customer_id, scope.name_of(customer_id), *_cells(scope, currency, found))
                for (currency, customer_id), found in customers
            ),
            is_list=True,
        ),
    )


def _cells(scope: Scope, currency: str, found: list[Cash]) -> Iterator[Cell]:
    """By age, in all, on account, how many, the oldest."""
    ages: list[list[Cash]] = [[] for _ in AGES]
    for cash in found:
        days = (scope.today - cash.since).days
        ages[next(place for place, (_, last) in enumerate(AGES) if last is None or days <= last)].append(cash)
    yield from (_sum(currency, age) for age in ages)
    yield _sum(currency, found)
    yield _sum(currency, (cash for cash in found if cash.is_on_account))
    yield len(found)
    yield min(cash.since for cash in found)


def _sum(currency: str, found: Iterable[Cash]) -> Money:
    return total((cash.amount for cash in found), currency)
