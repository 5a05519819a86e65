"""(a customer's payments, the items a letter asks for) to the tone it is written in: milder to whom it is owed."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from agent.facts.books import Books
from agent.facts.ledger import Item
from agent.facts.letters import Tone
from agent.facts.payments import Status

_ON_TIME_DAYS: Final = 3  # what a bank may take
_LONG: Final = timedelta(days=180)
_LEAST: Final = 5  # items paid before anybody is called a good payer
_RECENT: Final = 6  # items paid last, of which half late is a habit
_HABIT: Final = 3


def tone_of(books: Books, customer_id: str, items: Iterable[Item], today: date) -> Tone:
    """A promise that was not kept comes first, then what the customer's last payments show."""
    if any(item.open and item.promised and item.promised_on and item.promised_on < today for item in items):
        return Tone.BROKEN_PROMISE
    settled = settled_days_late(books, customer_id)
    late = [days > _ON_TIME_DAYS for _, days in settled]
    if sum(late[-_RECENT:]) >= _HABIT:
        return Tone.REPEAT
    is_long = bool(settled) and settled[-1][0] - settled[0][0] >= _LONG
    if is_long and len(late) >= _LEAST and 10 * sum(late) <= len(late):
        return Tone.GOOD
    return Tone.FIRST if late and not any(late) else Tone.PLAIN


def settled_days_late(books: Books, customer_id: str) -> list[tuple[date, int]]:
    """(the day that settled it, days after its due date) of every invoice that the customer's payments settled, in order."""
    paid_on: dict[str, date] = {}
    for payment in map(books.payments.__getitem__, books.payments_by_customer.get(customer_id, ())):
        day = payment.claim.paid_on or payment.cleared_on
        if day is None or payment.status is Status.REVERSED:
            continue
        for application in payment.applications:
            paid_on[application.invoice] = max(day, paid_on.get(application.invoice, day))
    settled = [(day, books.items[invoice]) for invoice, day in paid_on.items()]
    return sorted(
        (day, (day - item.due_on).days) for day, item in settled if not item.open and not item.is_credit
    )
