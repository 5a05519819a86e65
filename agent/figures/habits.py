"""Settled invoices to how customers pay: days late by month, and the pattern of each customer."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import Final

from agent.facts.history import Settlement
from agent.figures.scope import Scope, last_days, month_of
from agent.figures.table import Cell, Chart, Form, Kind, Table, columns
from agent.money import total

LATENESS: Final = (("on_time", 0), ("late_1_7", 7), ("late_8_30", 30), ("late_over_30", None))
"""Names of the classes, and the last day after the due date of each."""
MONTH_END_DAYS: Final = 5
_WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_HABIT: Final = {
    "invoices": Kind.COUNT,
    "amount": Kind.MONEY,
    **{name: Kind.SHARE for name, _ in LATENESS},
    "average_days": Kind.DAYS,
    "median_days": Kind.DAYS,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Paid:
    """A settled invoice, and whose it was."""

    customer_id: str
    settlement: Settlement

    @property
    def days(self) -> int:
        """From the due date to the last of its cash; negative: early."""
        return (self.settlement.settled_on - self.settlement.due_on).days


def settled(scope: Scope, first: date) -> Iterator[Paid]:
    """Invoices whose last cash came from that day to today, by customer, then in the order of that day."""
    for customer_id in sorted(scope.books.invoices_by_customer):
        if scope.is_of(customer_id):
            for one in scope.books.settlements(customer_id):
                if first <= one.settled_on <= scope.today:
                    yield Paid(customer_id=customer_id, settlement=one)


def trend_tables(scope: Scope) -> tuple[Table, Table, Table]:
    """How late invoices were paid: by the month in which the last of their cash came, and in all by customer.

    Paid on the due date is on time. Shares are of the number of invoices; average days are weighted by cash (each receipt
    from the due date to its day), so that early money counts against late money; the median is of the days to the last
    receipt. What was written off whole, or settled by a credit note, was not paid and is not counted. Source: average days
    beyond terms (DBT) of credit reports.
    """
    first = last_days(scope.today, scope.months)[0].replace(day=1)
    by_month: dict[tuple[str, str], list[Paid]] = {}
    by_customer: dict[tuple[str, str], list[Paid]] = {}
    by_both: dict[tuple[str, str, str], list[Paid]] = {}
    for paid in settled(scope, first):
        currency, month = paid.settlement.billed.currency, month_of(paid.settlement.settled_on)
        by_month.setdefault((currency, month), []).append(paid)
        by_customer.setdefault((currency, paid.customer_id), []).append(paid)
        by_both.setdefault((currency, paid.customer_id, month), []).append(paid)
    months = [(*key, *_habit(found)) for key, found in sorted(by_month.items())]
    customers = [
        (currency, customer_id, scope.name_of(customer_id), *_habit(found), *_days_of_payment(found))
        for (currency, customer_id), found in by_customer.items()
    ]
    both = [
        (currency, customer_id, scope.name_of(customer_id), month, *_habit(found))
        for (currency, customer_id, month), found in sorted(by_both.items())
    ]
    whose = {"currency": Kind.WORD, "customer_id": Kind.TEXT, "name": Kind.TEXT}
    days = {"weekday": Kind.WORD, "weekday_share": Kind.SHARE, "month_end_share": Kind.SHARE}
    shares = tuple(name for name, _ in LATENESS)
    return (
        Table(
            name="trend",
            columns=columns(currency=Kind.WORD, month=Kind.MONTH, **_HABIT),
            rows=tuple(months),
            charts=(
                Chart(name="trend_days", form=Form.LINES, x="month", series=("average_days", "median_days")),
                Chart(name="trend_shares", form=Form.STACKED, x="month", series=shares),
            ),
            explained=("on_time", "average_days"),
        ),
        Table(
            name="pattern",
            columns=columns(**whose, **_HABIT, **days),
            rows=tuple(sorted(customers, key=_worst_first)),
            is_list=True,
            explained=("weekday",),
        ),
        Table(
            name="trend_customers",
            columns=columns(**whose, month=Kind.MONTH, **_HABIT),
            rows=tuple(both),
            is_list=True,
        ),
    )


def _worst_first(row: tuple[Cell, ...]) -> tuple[str, Fraction, str]:
    """Of each currency, those who pay latest first."""
    currency, customer_id, average = row[0], row[1], row[3 + list(_HABIT).index("average_days")]
    assert isinstance(average, Fraction)
    return str(currency), -average, str(customer_id)


def _habit(found: Sequence[Paid]) -> tuple[Cell, ...]:
    """The cells of _HABIT."""
    counts = Counter(lateness(paid.days) for paid in found)
    shares = (Fraction(counts[name], len(found)) for name, _ in LATENESS)
    cash = total((paid.settlement.cash for paid in found), found[0].settlement.billed.currency)
    return (len(found), cash, *shares, average_days(found), median([paid.days for paid in found]))


def lateness(days: int) -> str:
    """The class of so many days after the due date."""
    return next(name for name, last in LATENESS if last is None or days <= last)


def average_days(found: Iterable[Paid]) -> Fraction:
    """Days from the due date to each receipt, weighted by its cash."""
    late = cash = 0
    for paid in found:
        for receipt in paid.settlement.receipts:
            cash += receipt.amount.minor
            late += receipt.amount.minor * (receipt.paid_on - paid.settlement.due_on).days
    return Fraction(late, cash)


def median(values: Sequence[int]) -> Fraction:
    """The middle one, or half way between the two in the middle."""
    ordered, half = sorted(values), len(values) // 2
    return Fraction(ordered[half] + ordered[~half], 2)


def _days_of_payment(found: Sequence[Paid]) -> tuple[str, Fraction, Fraction]:
    """The weekday that most receipts fall on (the earlier of two), its share, and the share of the month's last days."""
    days = [receipt.paid_on for paid in found for receipt in paid.settlement.receipts]
    weekdays = Counter(day.weekday() for day in days)
    weekday, most = min(weekdays.items(), key=lambda one: (-one[1], one[0]))
    month_end = sum((day + timedelta(days=MONTH_END_DAYS)).month != day.month for day in days)
    return _WEEKDAYS[weekday], Fraction(most, len(days)), Fraction(month_end, len(days))
