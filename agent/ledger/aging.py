"""Open items to what each customer owes by days past due, per currency."""

from dataclasses import dataclass
from datetime import date

from agent.dates import AGING_BUCKETS, aging_bucket
from agent.facts.books import Books
from agent.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Aging:
    """What one customer owes in one currency; `buckets` in the order of dates.AGING_BUCKETS; credits count negative."""

    customer_id: str
    currency: str
    buckets: tuple[Money, ...]
    total: Money


def aging(books: Books, today: date) -> list[Aging]:
    """By customer and currency; customers who owe nothing are left out."""
    sums: dict[tuple[str, str], list[Money]] = {}
    for customer_id in sorted(books.items_by_customer):
        for item in books.open_items(customer_id):
            currency = item.open.currency
            buckets = sums.setdefault((customer_id, currency), [Money(0, currency) for _ in AGING_BUCKETS])
            buckets[AGING_BUCKETS.index(aging_bucket(item.due_on, today))] += item.open
    return [
        Aging(
            customer_id=customer_id,
            currency=currency,
            buckets=tuple(buckets),
            total=sum(buckets, Money(0, currency)),
        )
        for (customer_id, currency), buckets in sorted(sums.items())
    ]
