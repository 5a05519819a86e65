"""The books to the few figures of a day, by currency: for a morning mail that says what moved since a week ago."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from fractions import Fraction
from zoneinfo import ZoneInfo

from agent.facts.books import Books
from agent.figures.formulas import simple_dso
from agent.figures.measures import WINDOW_MONTHS
from agent.figures.scope import Sales, Scope, end_of, last_days
from agent.figures.unapplied import is_here, told_on
from agent.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What was owed at the end of a day in one currency."""

    open: Money
    overdue: Money
    unapplied: Money
    dso: Fraction | None  # days, simple; None where sales are not known that far back, or there were none


def figures_of(books: Books, day: date, zone: ZoneInfo) -> Mapping[str, Figures]:
    """By currency, at the end of a day by what the books know now: of today, or of a day before.

    Applications decided after the day are added back, and items issued after it left out. What has been taken back or
    corrected since counts as it stands now: for the books as they stood on that day see agent.figures.past.
    """
    end = end_of(day, zone)
    taken, cash = _after(books, end)
    sums: dict[str, list[int]] = {}
    for item in books.items.values():
        left = item.open.minor + taken.get(item.invoice_no, 0)
        if left and item.issued_on <= day:
            found = sums.setdefault(item.open.currency, [0, 0, 0])
            found[0] += left
            found[1] += left if item.due_on < day else 0
    scope = Scope(books=books, today=day, zone=zone, journal=tuple)
    ever = replace(scope, today=date.max)  # told_on puts a day to come on its own: here all days are past
    for payment in books.payments.values():
        unapplied = payment.unapplied
        if unapplied is not None and is_here(payment) and told_on(ever, payment) <= day:
            minor = unapplied.minor + cash.get(payment.payment_id, 0)
            if minor:
                sums.setdefault(unapplied.currency, [0, 0, 0])[2] += minor
    sales = Sales.of(scope)
    first = last_days(day, WINDOW_MONTHS)[0].replace(day=1)
    result = {}
    for currency, (owed, overdue, waiting) in sorted(sums.items()):
        receivables, sold = Money(owed, currency), sales.between(currency, first, day)
        result[currency] = Figures(
            open=receivables,
            overdue=Money(overdue, currency),
            unapplied=Money(waiting, currency),
            dso=simple_dso(receivables, sold, (day - first).days + 1) if sold else None,
        )
    return result


def _after(books: Books, end: datetime) -> tuple[dict[str, int], dict[str, int]]:
    """What applications decided later took off items, and of payments' cash: minor units."""
    taken: dict[str, int] = {}
    cash: dict[str, int] = {}
    for posting in books.postings.values():
        if posting.takes_back is None and posting.decided_at > end:
            one = posting.application
            taken[one.invoice] = taken.get(one.invoice, 0) + one.taken.minor
            cash[posting.payment_id] = cash.get(posting.payment_id, 0) + one.amount.minor
    return taken, cash
