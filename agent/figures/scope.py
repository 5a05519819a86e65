"""What a report is asked for: the books of a day, whose, how far back; and what sales and closings these say."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from agent.facts.books import Books
from agent.facts.events import Recorded
from agent.facts.ledger import Item
from agent.facts.payments import Payment
from agent.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """The books as they are looked at on a day, of all customers or one, and so many months back."""

    books: Books
    today: date
    zone: ZoneInfo  # the company's, in which a day ends
    journal: Callable[[], Iterable[Recorded]]  # the lines that made the books
    customer_id: str | None = None
    months: int = 12  # this one and those before it

    def items(self) -> Iterator[Item]:
        """All items, settled ones too, of those customers."""
        return (item for item in self.books.items.values() if self.is_of(item.customer_id))

    def open_items(self) -> Iterator[Item]:
        """The open ones, by customer, and of each in no order."""
        for customer_id in sorted(self.books.items_by_customer):
            if self.is_of(customer_id):
                yield from map(self.books.items.__getitem__, self.books.items_by_customer[customer_id])

    def payments(self) -> Iterator[Payment]:
        """All payments of those customers; where all are asked for, also those that nobody is known to have made."""
        return (payment for payment in self.books.payments.values() if self.is_of(payment.customer_id))

    def is_of(self, customer_id: str | None) -> bool:
        """True where this customer is asked for."""
        return self.customer_id is None or self.survivor(customer_id) == self.customer_id

    def survivor(self, customer_id: str | None) -> str | None:
        """Who stands for a customer that may have been merged since."""
        return self.books.survivor(customer_id) if customer_id else None

    def name_of(self, customer_id: str | None) -> str | None:
        """What the customer is called."""
        customer = self.books.customers.get(customer_id) if customer_id else None
        return customer.name if customer else None

    def day_of(self, at: datetime) -> date:
        """The civil day at the company."""
        return at.astimezone(self.zone).date()

    def end_of(self, day: date) -> datetime:
        """The last instant of a day at the company."""
        return end_of(day, self.zone)

    @property
    def began_on(self) -> date | None:
        """The day that the first item came into the books; before it nothing is known of open amounts."""
        return self.day_of(self.books.began_at) if self.books.began_at else None

    @property
    def sales_known_from(self) -> date | None:
        """The day from which all invoices are in the books: that of the first import, or of the earliest invoice that it
        had although it was settled, for then it was no list of open items alone."""
        began = self.began_on
        if began is None:
            return None
        settled = [
            item.issued_on
            for item in self.books.items.values()
            if item.open_at_import is not None and not item.open_at_import and item.billed
        ]
        return min([began, *settled])


def end_of(day: date, zone: ZoneInfo) -> datetime:
    """The last instant of a day."""
    return datetime.combine(day + timedelta(days=1), time(), zone) - timedelta(microseconds=1)


def last_days(today: date, months: int) -> list[date]:
    """The last day of each of so many months, oldest first; of this month it is today."""
    days = [today]
    while len(days) < months:
        days.append(month_before(days[-1]))
    return days[::-1]


def month_before(day: date) -> date:
    """The last day of the month before."""
    return day.replace(day=1) - timedelta(days=1)


def month_of(day: date) -> str:
    """As "2026-11"."""
    return f"{day:%Y-%m}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """What customers owed at the end of a day, in one currency, by invoices and credit notes issued by then."""

    receivables: Money
    current: Money  # the part that was not yet due


def closing(items: Iterable[Item], day: date) -> dict[str, Closing]:
    """By currency."""
    sums: dict[str, list[int]] = {}
    for item in items:
        if item.issued_on <= day:
            found = sums.setdefault(item.open.currency, [0, 0])
            found[0] += item.open.minor
            if item.due_on >= day:
                found[1] += item.open.minor
    return {
        currency: Closing(receivables=Money(owed, currency), current=Money(current, currency))
        for currency, (owed, current) in sums.items()
    }


@dataclass(frozen=True, slots=True)
class Sales:
    """Invoices less credit notes by day of issue and currency."""

    known_from: date | None
    by_day: dict[str, dict[date, int]]

    @classmethod
    def of(cls, scope: Scope) -> "Sales":
        """Of the items as they are billed now, corrections and all."""
        by_day: dict[str, dict[date, int]] = {}
        for item in scope.items():
            days = by_day.setdefault(item.billed.currency, {})
            days[item.issued_on] = days.get(item.issued_on, 0) + item.billed.minor
        return cls(scope.sales_known_from, by_day)

    def between(self, currency: str, first: date, last: date) -> Money | None:
        """From day to day, both counted; None where not all of these days' invoices are known."""
        if self.known_from is None or first < self.known_from:
            return None
        days = self.by_day.get(currency, {})
        if len(days) < (last - first).days:
            return Money(sum(minor for day, minor in days.items() if first <= day <= last), currency)
        every = (first + timedelta(days=days_on) for days_on in range((last - first).days + 1))
        return Money(sum(days.get(day, 0) for day in every), currency)

    def of_month(self, currency: str, last: date) -> Money | None:
        """Of the month up to this day."""
        return self.between(currency, last.replace(day=1), last)

    def months_back(self, currency: str, last: date) -> Iterator[tuple[Money, int]]:
        """(sales, days) of the month up to this day and of those before it, as far as all of them are known."""
        while (sales := self.of_month(currency, last)) is not None:
            yield sales, last.day
            last = month_before(last)
