"""Open items to what is owed by days past due: by currency, and by customer; currencies are never summed."""

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from agent.dates import AGING_BUCKETS, aging_bucket
from agent.figures.scope import Scope
from agent.figures.table import Chart, Form, Kind, Table, columns
from agent.figures.unapplied import waiting_cash
from agent.money import Money

_BUCKETS = dict.fromkeys(AGING_BUCKETS, Kind.MONEY)


@dataclass(slots=True)
class _Sum:
    buckets: list[int] = field(default_factory=lambda: [0] * len(AGING_BUCKETS))
    items: int = 0
    credits: int = 0
    disputed: int = 0
    customers: set[str] = field(default_factory=set)
    oldest: date | None = None


def aging_tables(scope: Scope) -> tuple[Table, Table]:
    """Buckets current, 1-30, 31-60, 61-90 and over 90 days past the due date; due today is not overdue.

    Credit notes count negative, in the bucket of their own due date; cash that is not applied stands beside, and is not
    taken off. Source: contract section 5 (`remitd aging`), whose totals these are.
    """
    by_currency: dict[str, _Sum] = {}
    by_customer: dict[tuple[str, str], _Sum] = {}
    for item in scope.open_items():
        currency = item.open.currency
        place = AGING_BUCKETS.index(aging_bucket(item.due_on, scope.today))
        for summed in (
            by_currency.setdefault(currency, _Sum()),
            by_customer.setdefault((currency, item.customer_id), _Sum()),
        ):
            summed.buckets[place] += item.open.minor
            summed.items += 1
            summed.customers.add(item.customer_id)
            summed.disputed += item.disputed.minor if item.disputed else 0
            if item.is_credit:
                summed.credits += item.open.minor
            elif summed.oldest is None or item.due_on < summed.oldest:
                summed.oldest = item.due_on
    unapplied: dict[str, int] = {}
    for cash in waiting_cash(scope):
        unapplied[cash.amount.currency] = unapplied.get(cash.amount.currency, 0) + cash.amount.minor
    return _currencies(by_currency, unapplied), _customers(scope, by_customer)


def _currencies(sums: dict[str, _Sum], unapplied: dict[str, int]) -> Table:
    rows = []
    for currency in sorted({*sums, *unapplied}):
        one = sums.get(currency, _Sum())
        total = sum(one.buckets)
        overdue = sum(one.buckets[1:])
        rows.append(
            (
                currency,
                *(Money(minor, currency) for minor in (*one.buckets, total)),
                Fraction(overdue, total) if total > 0 else None,
                Money(one.credits, currency),
                Money(one.disputed, currency),
                Money(unapplied.get(currency, 0), currency),
                len(one.customers),
                one.items,
                one.oldest,
            )
        )
    found = columns(
        currency=Kind.WORD, **_BUCKETS, total=Kind.MONEY, overdue_share=Kind.SHARE, credit_notes=Kind.MONEY,
        disputed=Kind.MONEY, unapplied=Kind.MONEY, customers=Kind.COUNT, items=Kind.COUNT, oldest_due=Kind.DAY,
    )  # fmt: skip
    chart = Chart(name="aging", form=Form.BUCKETS, series=AGING_BUCKETS)
    return Table(
        name="aging",
        columns=found,
        rows=tuple(rows),
        charts=(chart,),
        explained=("aging", "overdue_share", "aging_unapplied"),
    )


def _customers(scope: Scope, sums: dict[tuple[str, str], _Sum]) -> Table:
    """Of each currency the customers with most overdue first."""
    rows = []
    order = sorted(sums.items(), key=lambda one: (one[0][0], -sum(one[1].buckets[1:]), one[0][1]))
    for (currency, customer_id), one in order:
        amounts = (Money(minor, currency) for minor in (*one.buckets, sum(one.buckets)))
        rows.append((currency, customer_id, scope.name_of(customer_id), *amounts, one.oldest))
    found = columns(
        currency=Kind.WORD, customer_id=Kind.TEXT, name=Kind.TEXT, **_BUCKETS, total=Kind.MONEY, oldest_due=Kind.DAY
    )  # fmt: skip
    return Table(name="aging_customers", columns=found, rows=tuple(rows), is_list=True)
